//! Which sentence a name belongs to. What stands in another one is this name only where that sentence
//! has no name of its own there: many an article says a name in each of its sentences.

use crate::align::UnitId;
use crate::canon::Place;
use crate::canon::group::{Group, Occurrence};
use crate::document::LiteralKind;

use super::{Decider, Model, model};

impl Decider<'_> {
    /// Where most documents have a name, by the surest of them; nothing where the source says it, or all
    /// have it elsewhere.
    pub(super) fn usual_model<'g>(
        &self,
        intact: &[Vec<Option<&'g Occurrence>>],
        index: usize,
    ) -> Option<Model<'g>> {
        if self.source.is_some() {
            return None;
        }
        let having = |column: usize| Some((column, intact[column][index]?));
        let said: Vec<(usize, &Occurrence)> =
            self.witnesses.by_trust().filter_map(having).collect();
        let count = |unit: UnitId| said.iter().filter(|(_, o)| o.unit == unit).count();
        let usual = said.iter().find(|(_, o)| count(o.unit) * 2 > said.len());
        usual.map(|(column, occurrence)| Model {
            column: *column,
            unit: occurrence.unit,
            place: &occurrence.place,
        })
    }

    /// The places of a document without those in sentences where no time belongs that `reference` says the
    /// name, and which it says there in another form.
    pub(super) fn own_places<'g>(
        &self,
        group: &Group,
        reference: &[Occurrence],
        column: usize,
        places: Vec<&'g Occurrence>,
    ) -> Vec<&'g Occurrence> {
        // Without a source nobody knows yet which sentences these are.
        let model = model(group, reference, 0).filter(|m| self.source == Some(m.column));
        let Some(model) = model.filter(|m| m.column != column) else {
            return places;
        };
        let is_home = |o: &Occurrence| reference.iter().any(|r| r.unit == o.unit);
        let mut places = places;
        places.retain(|o| is_home(o) || !self.is_explained(group, (o.unit, column), model));
        places
    }

    /// Leaves out the places in other sentences that are explained there.
    pub(super) fn drop_explained(
        &self,
        group: &Group,
        models: &[Option<Model<'_>>],
        intact: &mut [Vec<Option<&Occurrence>>],
    ) {
        for column in self.row.present.iter().copied() {
            for (slot, model) in intact[column].iter_mut().zip(models) {
                let Some(model) = model.filter(|m| m.column != column) else {
                    continue;
                };
                let is_explained = |o: &&Occurrence| {
                    o.unit != model.unit && self.is_explained(group, (o.unit, column), model)
                };
                *slot = slot.filter(|o| !is_explained(o));
            }
        }
    }

    /// Whether a document says a name in a sentence no more often than the one that it is compared with,
    /// which has the name elsewhere: it belongs to that sentence.
    pub(super) fn is_explained(
        &self,
        group: &Group,
        (unit, column): (UnitId, usize),
        model: Model<'_>,
    ) -> bool {
        use LiteralKind::{Command, Parameter, Url, Value};
        matches!(group.kind, Command | Parameter | Url | Value)
            && self.times(&group.value, unit, column)
                <= self.times(&group.value, unit, model.column)
    }

    /// How often a document says a name in a sentence, as a part of other names too.
    pub(super) fn times(&self, value: &str, unit: UnitId, column: usize) -> usize {
        let value = value.to_lowercase();
        let mut units = self.row.units.iter();
        let cells = units.find(|(u, _)| *u == unit);
        let segments = cells.into_iter().flat_map(|(_, cells)| &cells[column]);
        let texts = segments.map(|id| &self.row.document(column).segment(*id).text);
        texts
            .map(|t| t.to_lowercase().matches(&value).count())
            .sum()
    }

    /// Frees a place that was taken for a name which stands in its own sentence after all.
    pub(super) fn release(&mut self, column: usize, place: &Place) {
        self.taken[column].retain(|(id, range)| *id != place.segment || *range != place.range);
    }
}
