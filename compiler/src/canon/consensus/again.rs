//! A name that a document says as often as it is meant, and damaged once more: a word of the sentence
//! was glued to it, or a half of it is a word of the language. Counting alone misses what one
//! document says more often than the others.

use crate::canon::group::place;
use crate::canon::{CanonicalLiteral, Harm, Reading};
use crate::document::LiteralKind;
use crate::l10n;
use crate::literal::search::{self, Beside, Wanted};

use super::{Candidate, Decider};

impl Decider<'_> {
    /// Appends one more literal for each document that has a name damaged beside all times that it is
    /// meant.
    pub(super) fn again(
        &mut self,
        candidate: &Candidate<'_>,
        literals: &mut Vec<CanonicalLiteral>,
    ) {
        let group = candidate.group;
        if !matches!(group.kind, LiteralKind::Parameter | LiteralKind::Value) {
            return;
        }
        let wanted = |beside| Wanted {
            kind: group.kind,
            value: &group.value,
            beside,
            is_upheld: false,
        };
        // Not every document need have written the other half of a name as a name.
        let said = group.columns.iter().enumerate();
        let said =
            said.filter_map(|(column, said)| Some(self.beside_at(column, &said.first()?.place)));
        let besides: Vec<Beside<'_>> = said.collect();
        let said = literals.len().saturating_sub(candidate.count);
        for column in self.row.present.clone() {
            let mut own = literals[said..].iter().take(candidate.count);
            let is_said = |l: &CanonicalLiteral| matches!(l.readings[column], Reading::Intact(_));
            if !own.all(is_said) {
                continue;
            }
            let document = self.row.document(column);
            let lexicon = l10n::lexicon(&document.locale);
            let found = self.row.segments(column).find_map(|(unit, id)| {
                let taken = self.taken_in(group, column, id);
                let segment = document.segment(id);
                let mut besides = besides.iter();
                let found = besides.find_map(|beside| {
                    search::again(wanted(Some(*beside)), segment, &taken, lexicon)
                });
                let found = found?;
                Some((unit, id, found))
            });
            let Some((unit, id, found)) = found else {
                continue;
            };
            self.taken[column].push((id, found.range.clone()));
            let span = document.segment(id).source_span(found.range.clone());
            let harm = Harm {
                damage: found.damage,
                stray: None,
                rival: None,
            };
            let first = group.columns.iter().map(|said| said.first());
            let said =
                first.map(|o| o.map_or(Reading::Absent, |o| Reading::Intact(o.place.clone())));
            let mut readings: Vec<Reading> = said.collect();
            readings[column] = Reading::Damaged(place(id, found.range, span), harm);
            literals.push(self.judged(candidate, unit, readings));
        }
    }
}
