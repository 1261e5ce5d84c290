//! A name of prose that is gone, and another one of its kind that stands once more in the sentence:
//! the one was made the other. Such names are no literals by themselves, so only what was searched
//! for tells where they are.
//!
//! Where both places are in one sentence, order decides which is the damaged one; the other place is
//! always shown.

use std::ops::Range;

use crate::canon::group::place;
use crate::canon::{CanonicalLiteral, Harm, Place, Reading, Verdict};
use crate::document::{LiteralKind, SegmentId};
use crate::literal::search::Damage;

use super::Decider;

impl Decider<'_> {
    /// Finds the names of a row that another one of it stands in for.
    pub(super) fn stand_in(&mut self, literals: &mut [CanonicalLiteral]) {
        for index in 0..literals.len() {
            if !is_prose_name(&literals[index]) {
                continue;
            }
            for column in self.row.present.clone() {
                if matches!(literals[index].readings[column], Reading::Missing(_)) {
                    self.stand_in_at(index, column, literals);
                }
            }
        }
    }

    fn stand_in_at(&mut self, index: usize, column: usize, literals: &mut [CanonicalLiteral]) {
        let wanted = &literals[index];
        let mut others = (0..literals.len()).filter_map(|other| {
            let own = self.own_place(wanted, &literals[other], column)?;
            Some((
                other,
                own,
                self.free_place(wanted, &literals[other], column)?,
            ))
        });
        let (Some((other, own, free)), None) = (others.next(), others.next()) else {
            return;
        };
        let is_beside = self.segments_of(wanted, column).contains(&own.segment);
        let is_before =
            |a: &Place, b: &Place| (a.segment, a.range.start) < (b.segment, b.range.start);
        let swaps =
            is_beside && is_before(&own, &free) == self.precedes(column, wanted, &literals[other]);
        let (damaged, kept) = if swaps { (own, free) } else { (free, own) };
        self.taken[column].push((damaged.segment, damaged.range.clone()));
        let harm = Harm {
            damage: Damage::Parts,
            stray: None,
            rival: Some(kept.span),
        };
        literals[other].readings[column] = Reading::Intact(kept);
        literals[index].readings[column] = Reading::Damaged(damaged, harm);
    }

    /// Where a document has another name of the kind as it should be.
    fn own_place(
        &self,
        wanted: &CanonicalLiteral,
        other: &CanonicalLiteral,
        column: usize,
    ) -> Option<Place> {
        let differs = !other.value.eq_ignore_ascii_case(&wanted.value);
        match &other.readings[column] {
            Reading::Intact(place) if is_prose_name(other) && other.kind == wanted.kind => {
                differs.then(|| place.clone())
            }
            _ => None,
        }
    }

    /// The one more time that a sentence which lacks a name says another one.
    fn free_place(
        &self,
        wanted: &CanonicalLiteral,
        other: &CanonicalLiteral,
        column: usize,
    ) -> Option<Place> {
        let document = self.row.document(column);
        let segments = self.segments_of(wanted, column).iter();
        let mut free = segments.flat_map(|id| {
            let text = document.segment(*id).text.as_str();
            let found = text.match_indices(other.value.as_str());
            let ranges = found.map(|(at, name)| at..at + name.len());
            let whole = ranges.filter(|r| is_whole(text, r));
            let ranges = whole.map(|r| (*id, r.start as u32..r.end as u32));
            ranges.filter(|(id, r)| !self.is_taken(column, *id, r))
        });
        let (Some((id, range)), None) = (free.next(), free.next()) else {
            return None;
        };
        let span = document.segment(id).source_span(range.clone());
        Some(place(id, range, span))
    }

    fn is_taken(&self, column: usize, id: SegmentId, range: &Range<u32>) -> bool {
        let mut taken = self.taken[column].iter();
        taken.any(|(s, r)| *s == id && r.start < range.end && range.start < r.end)
    }

    /// What a document says where an article says a literal.
    fn segments_of(&self, literal: &CanonicalLiteral, column: usize) -> &[SegmentId] {
        let mut units = self.row.units.iter();
        let cells = units.find(|(unit, _)| *unit == literal.unit);
        cells.map_or(&[], |(_, cells)| cells[column].as_slice())
    }

    /// Whether the surest document that has two literals has the one before the other; one in a language
    /// of the family before all.
    fn precedes(&self, column: usize, one: &CanonicalLiteral, other: &CanonicalLiteral) -> bool {
        let of_family = |is_kin: bool| {
            let columns = self.witnesses.by_trust();
            columns.filter(move |c| self.is_kin(column, *c) == is_kin)
        };
        let mut columns = of_family(true).chain(of_family(false));
        let place = |literal: &CanonicalLiteral, column: usize| match &literal.readings[column] {
            Reading::Intact(place) => Some((place.segment, place.range.start)),
            _ => None,
        };
        let both = columns.find_map(|c| Some((place(one, c)?, place(other, c)?)));
        both.is_some_and(|(one, other)| one < other)
    }
}

/// Whether a literal may be one that only its article sets apart from words.
fn is_prose_name(literal: &CanonicalLiteral) -> bool {
    let is_kind = matches!(literal.kind, LiteralKind::Parameter | LiteralKind::Value);
    let is_word = literal.value.bytes().all(|b| b.is_ascii_alphanumeric());
    is_kind && is_word && literal.verdict == Verdict::Decided
}

fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || "_-$".contains(c);
    !text[..range.start].ends_with(joins) && !text[range.end..].starts_with(joins)
}
