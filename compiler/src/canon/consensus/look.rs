//! What became of a literal that a document does not have as it should: the search for it, sentence by
//! sentence, the one that should have it first.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::UnitId;
use crate::canon::group::{Group, Occurrence, key, place};
use crate::canon::{Harm, Place, Reading};
use crate::document::{Document, LiteralKind, SegmentId};
use crate::l10n::{self, Lexicon};
use crate::literal::search::{self, Beside, Damage, Match, Wanted};
use crate::literal::{noun_of, variant};

use super::order::Surplus;
use super::{Decider, Model, SEARCHES};

impl<'a> Decider<'a> {
    /// Where a name stands in the very sentences that should have it, though it was not recognized there:
    /// by time and document. One sentence must not take what another has.
    pub(super) fn at_hand(
        &mut self,
        group: &Group,
        units: &[UnitId],
        intact: &[Vec<Option<&Occurrence>>],
    ) -> BTreeMap<(usize, usize), Place> {
        let mut found = BTreeMap::new();
        for column in self.row.present.clone() {
            let is_open = |index: &usize| match intact[column][*index] {
                Some(occurrence) => occurrence.unit != units[*index],
                None => units.len() > 1,
            };
            for index in (0..units.len()).filter(is_open).take(SEARCHES) {
                let document = self.row.document(column);
                let segments = self.row.segments(column);
                let mut segments = segments.filter(|(unit, _)| *unit == units[index]);
                let place = segments.find_map(|(_, id)| {
                    let segment = document.segment(id);
                    let taken = self.taken_in(group, column, id);
                    let range = search::standing(group.kind, &group.value, segment, &taken)?;
                    let longer = self.longer_than(group.kind, (column, id), &range);
                    let span = segment.source_span(range.clone());
                    longer.is_empty().then(|| place(id, range, span))
                });
                if let Some(place) = place {
                    if let Some(elsewhere) = intact[column][index] {
                        self.release(column, &elsewhere.place);
                    }
                    self.taken[column].push((place.segment, place.range.clone()));
                    found.insert((index, column), place);
                }
            }
        }
        found
    }

    /// Searches a document for what became of a literal that is not there as it should be.
    /// `model` is where another document has it, and says whether this one has it nowhere.
    pub(super) fn look_for(
        &mut self,
        group: &Group,
        unit: UnitId,
        column: usize,
        (model, wholly): (Option<Model<'_>>, bool),
    ) -> Reading {
        if self.searches[column] == SEARCHES {
            return Reading::Absent;
        }
        self.searches[column] += 1;
        let document = self.row.document(column);
        let lexicon = l10n::lexicon(&document.locale);
        let mut segments: Vec<_> = self.row.segments(column).collect();
        segments.sort_by_key(|(u, s)| (*u != unit, *s));
        let wanted = Wanted {
            kind: group.kind,
            value: &group.value,
            beside: model.map(|m| self.beside(m)),
            is_upheld: group.kind == LiteralKind::Value && self.is_upheld(&group.value),
        };
        for (at, id) in &segments {
            let segment = document.segment(*id);
            let taken = self.taken_in(group, column, *id);
            let Some(found) = self.find(wanted, (column, *id), taken, lexicon) else {
                continue;
            };
            // A mark that a machine left where it should stand says more than a word elsewhere.
            let is_elsewhere = *at != unit && found.damage == Damage::Translated;
            let explains = |m: Model<'_>| self.is_explained(group, (*at, column), m);
            let belongs_there =
                *at != unit && found.damage == Damage::None && model.is_some_and(explains);
            if belongs_there
                || is_elsewhere && self.is_marked(unit, column)
                || goes_on(document, *id, &found.range, &group.value)
            {
                continue;
            }
            self.taken[column].push((*id, found.range.clone()));
            let span = segment.source_span(found.range.clone());
            let stray = found.stray.clone().map(|r| segment.source_span(r));
            let place = place(*id, found.range.clone(), span);
            return match found.damage {
                Damage::None => self.standing(group, column, &place),
                damage => {
                    let rival = self.rival(group, column, &place);
                    Reading::Damaged(
                        place,
                        Harm {
                            damage,
                            stray,
                            rival,
                        },
                    )
                }
            };
        }
        let left = model.and_then(|model| {
            let again = (!wholly).then_some(model);
            self.left_in_place(group, (unit, column), again)
        });
        if let Some(reading) = left {
            return reading;
        }
        match segments.first().filter(|(u, _)| *u == unit && wholly) {
            Some((_, id)) => Reading::Missing(*id),
            None => Reading::Absent,
        }
    }

    /// Searches a segment outside of `taken`. What stands inside of a longer name that is left over is
    /// only a part of that.
    fn find(
        &self,
        wanted: Wanted<'_>,
        (column, id): (usize, SegmentId),
        mut taken: Vec<Range<u32>>,
        lexicon: &Lexicon,
    ) -> Option<Match> {
        let segment = self.row.document(column).segment(id);
        let found = search::find(wanted, segment, &taken, lexicon)?;
        let longer = self.longer_than(wanted.kind, (column, id), &found.range);
        if longer.is_empty() {
            return Some(found);
        }
        taken.extend(longer);
        search::find(wanted, segment, &taken, lexicon)
    }

    /// The longer names that are left over of which a range is a part.
    fn longer_than(
        &self,
        kind: LiteralKind,
        (column, id): (usize, SegmentId),
        range: &Range<u32>,
    ) -> Vec<Range<u32>> {
        let is_part = |s: &&Surplus| {
            let is_longer = s.place.range.len() > range.len();
            s.kind == kind && is_longer && s.is_at(column, id, range)
        };
        let longer = self.surplus.iter().filter(is_part);
        longer.map(|s| s.place.range.clone()).collect()
    }

    /// A literal that is there: as it should be, or so that only a reader takes it for the same.
    pub(super) fn standing(&self, group: &Group, column: usize, place: &Place) -> Reading {
        let damage = variant(group.kind, self.text(column, place), &group.value);
        let harm = damage.map(|damage| Harm {
            damage,
            stray: None,
            rival: None,
        });
        match harm {
            Some(harm) => Reading::Damaged(place.clone(), harm),
            None => Reading::Intact(place.clone()),
        }
    }

    /// Whether a person translated the row and kept `value` in it.
    fn is_upheld(&self, value: &str) -> bool {
        let present = self.row.present.iter();
        let mut people = present.filter(|c| self.witnesses.is_person(**c));
        people.any(|column| {
            let mut segments = self.row.segments(*column);
            segments.any(|(_, id)| self.row.document(*column).segment(id).text.contains(value))
        })
    }

    pub(super) fn beside<'g>(&self, model: Model<'g>) -> Beside<'g>
    where
        'a: 'g,
    {
        let document: &'a Document = self.row.document(model.column);
        Beside {
            segment: document.segment(model.place.segment),
            range: &model.place.range,
            lexicon: l10n::lexicon(&document.locale),
        }
    }

    /// What a match may not touch in a segment. The noun of a command that stands alone is no name of
    /// its own, unless the source has it alone too.
    pub(super) fn taken_in(&self, group: &Group, column: usize, id: SegmentId) -> Vec<Range<u32>> {
        let noun = noun_of(&group.value).filter(|_| group.kind == LiteralKind::Command);
        let noun = noun.map(str::to_lowercase);
        let noun = noun.as_deref().map(|n| key(LiteralKind::Identifier, n));
        let alone = noun.and_then(|n| self.row.groups.get(n));
        let alone = alone.filter(|g| self.source.is_none_or(|s| g.columns[s].is_empty()));
        let is_noun = |range: &Range<u32>| {
            let places = alone.into_iter().flat_map(|g| &g.columns[column]);
            places
                .into_iter()
                .any(|o| o.place.segment == id && o.place.range == *range)
        };
        let taken = self.taken[column]
            .iter()
            .filter(|(s, r)| *s == id && !is_noun(r));
        taken.map(|(_, r)| r.clone()).collect()
    }
}

/// Whether the next sentence begins with what a match lacks: the end of a sentence was seen inside
/// of a name, `Agent. config`.
fn goes_on(document: &Document, id: SegmentId, range: &Range<u32>, value: &str) -> bool {
    let text = document.segment(id).slice(range.clone());
    let head = value
        .get(..text.len())
        .filter(|h| h.eq_ignore_ascii_case(text));
    let rest = head.and_then(|h| value[h.len()..].strip_prefix('.'));
    let next = document.segments.get(id.0 as usize + 1);
    rest.zip(next).is_some_and(|(rest, next)| {
        let mut letters = next.text.chars().filter(|c| !c.is_whitespace());
        rest.chars()
            .all(|r| letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&r)))
    })
}
