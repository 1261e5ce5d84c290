//! Marks that a machine left in the place of literals, and emphasis that holds nothing: which stands
//! for which.
//!
//! It is known only where as many literals are gone from a unit as there are marks in it; of emphasis,
//! as many that others emphasize. It guesses at nothing else; rules of their own report what is left.

use std::ops::Range;

use crate::align::UnitId;
use crate::canon::group::place;
use crate::canon::{CanonicalLiteral, Harm, Place, Reading, Verdict};
use crate::document::{Document, LiteralKind, SegmentId};
use crate::l10n;
use crate::literal::search::{self, Beside, Damage, Stub, StubKind};

use super::Decider;

impl<'a> Decider<'a> {
    /// Puts the marks of a row in the readings of the literals that they stand for.
    pub(super) fn fill(&self, literals: &mut [CanonicalLiteral]) {
        let is_lost = |l: &CanonicalLiteral, column: usize| {
            let reading = &l.readings[column];
            is_prose(l.kind) || matches!(reading, Reading::Missing(_) | Reading::Absent)
        };
        for column in self.row.present.iter().copied() {
            if !literals.iter().any(|l| is_lost(l, column)) {
                continue;
            }
            let units = self.row.units.iter();
            let marks = units.map(|(unit, cells)| (*unit, self.marks(column, &cells[column])));
            let marks: Vec<_> = marks.filter(|(_, marks)| !marks.is_empty()).collect();
            for kind in [StubKind::Mark, StubKind::Emphasis] {
                let own = |m: &(SegmentId, Stub)| m.1.kind == kind;
                let of_kind = |marks: &[(SegmentId, Stub)]| -> Vec<_> {
                    marks.iter().filter(|m| own(m)).cloned().collect()
                };
                let all: Vec<_> = marks.iter().flat_map(|(_, m)| of_kind(m)).collect();
                if !all.is_empty() && !self.put((None, kind), column, &all, literals) {
                    for (unit, marks) in &marks {
                        self.put((Some(*unit), kind), column, &of_kind(marks), literals);
                    }
                }
            }
        }
    }

    /// Whether a document has a mark in a unit.
    pub(super) fn is_marked(&self, unit: UnitId, column: usize) -> bool {
        let mut units = self.row.units.iter();
        let cells = units.find(|(u, _)| *u == unit);
        cells.is_some_and(|(_, cells)| !self.marks(column, &cells[column]).is_empty())
    }

    /// The marks of a document in a unit, in order.
    fn marks(&self, column: usize, segments: &[SegmentId]) -> Vec<(SegmentId, Stub)> {
        let document = self.row.document(column);
        let marks = segments.iter().flat_map(|id| {
            let own = |(s, r): &(SegmentId, Range<u32>)| (s == id).then(|| r.clone());
            let taken: Vec<_> = self.taken[column].iter().filter_map(own).collect();
            let stubs = search::stubs(document.segment(*id), &taken);
            stubs.into_iter().map(|stub| (*id, stub))
        });
        marks.collect()
    }

    /// Puts marks in the readings of the literals that are gone from a unit, or from the row; false
    /// where these are more or fewer.
    fn put(
        &self,
        (unit, kind): (Option<UnitId>, StubKind),
        column: usize,
        marks: &[(SegmentId, Stub)],
        literals: &mut [CanonicalLiteral],
    ) -> bool {
        let own = (0..literals.len()).filter(|i| {
            let literal = &literals[*i];
            let decided = literal.verdict == Verdict::Decided;
            unit.is_none_or(|u| literal.unit == u) && decided && self.leaves(literal, kind)
        });
        let own: Vec<usize> = own.collect();
        let is_missing = |i: &usize| matches!(literals[*i].readings[column], Reading::Missing(_));
        let mut lost: Vec<usize> = own.iter().copied().filter(is_missing).collect();
        if lost.len() < marks.len() {
            // One that is said again is not missing altogether.
            let is_lost = |i: &usize| is_missing(i) || self.is_lost(&literals[*i], column);
            lost = own.iter().copied().filter(is_lost).collect();
        }
        if lost.is_empty() && kind == StubKind::Mark {
            // One that is said again beside the mark is found there.
            let is_less = |i: &usize| self.is_said_less(&literals[*i], column);
            lost = own.iter().copied().filter(is_less).collect();
        }
        if lost.len() > marks.len() && kind == StubKind::Mark {
            // Machines put most marks in the place of what stands in brackets.
            lost.retain(|i| self.seen(&literals[*i]).is_some_and(search::in_brackets));
        }
        if lost.len() != marks.len() {
            return false;
        }
        for ((id, stub), index) in marks.iter().zip(lost) {
            let range = stub.place(self.seen(&literals[index]));
            let span = self
                .row
                .document(column)
                .segment(*id)
                .source_span(range.clone());
            let harm = Harm {
                damage: Damage::Stub,
                stray: None,
                rival: None,
            };
            literals[index].readings[column] = Reading::Damaged(place(*id, range, span), harm);
        }
        true
    }

    /// Whether a literal can leave something of a kind behind.
    fn leaves(&self, literal: &CanonicalLiteral, kind: StubKind) -> bool {
        match kind {
            StubKind::Mark => is_replaced(literal.kind),
            StubKind::Emphasis => {
                // A label is said in the words of the language.
                let is_label = literal.kind == LiteralKind::UiLabel;
                let mut places = literal.readings.iter().enumerate();
                !is_label && places.any(|(column, r)| self.is_emphasized(column, r))
            }
        }
    }

    fn is_emphasized(&self, column: usize, reading: &Reading) -> bool {
        let Reading::Intact(place) = reading else {
            return false;
        };
        search::is_emphasized(self.beside_at(column, place))
    }

    /// Whether a document lacks what the source has, or most documents.
    fn is_lost(&self, literal: &CanonicalLiteral, column: usize) -> bool {
        let intact = |r: &&Reading| matches!(r, Reading::Intact(_));
        let said = match self.source {
            Some(source) => intact(&&literal.readings[source]),
            None => literal.readings.iter().filter(intact).count() * 2 > self.row.present.len(),
        };
        said && literal.readings[column] == Reading::Absent
    }

    /// Whether a document says a name that is also a word less often in its sentence than the surest one.
    fn is_said_less(&self, literal: &CanonicalLiteral, column: usize) -> bool {
        let intact = |c: &usize| matches!(literal.readings[*c], Reading::Intact(_));
        let model = self
            .witnesses
            .by_trust()
            .find(|c| *c != column && intact(c));
        let times = |column| self.times(&literal.value, literal.unit, column);
        is_prose(literal.kind) && model.is_some_and(|model| times(column) < times(model))
    }

    /// Where the surest document has a literal.
    fn seen<'l>(&'l self, literal: &'l CanonicalLiteral) -> Option<Beside<'l>> {
        let columns = self.witnesses.by_trust();
        let mut places = columns.filter_map(|column| match &literal.readings[column] {
            Reading::Intact(place) => Some((column, place)),
            _ => None,
        });
        let (column, place): (usize, &Place) = places.next()?;
        Some(self.beside_at(column, place))
    }

    pub(super) fn beside_at<'l>(&self, column: usize, place: &'l Place) -> Beside<'l>
    where
        'a: 'l,
    {
        let document: &'a Document = self.row.document(column);
        Beside {
            segment: document.segment(place.segment),
            range: &place.range,
            lexicon: l10n::lexicon(&document.locale),
        }
    }
}

/// Whether names of a kind are also words, which a sentence says now as the one and now as the other.
fn is_prose(kind: LiteralKind) -> bool {
    matches!(kind, LiteralKind::Parameter | LiteralKind::Value)
}

/// Whether machines put marks in the place of literals of a kind.
fn is_replaced(kind: LiteralKind) -> bool {
    !matches!(
        kind,
        LiteralKind::Version
            | LiteralKind::Number
            | LiteralKind::Date
            | LiteralKind::ProductName
            | LiteralKind::UiLabel
    )
}
