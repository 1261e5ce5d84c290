//! Names that no document has any more, elected by the words that stand for them.
//!
//! The article's code says which names there are; each language votes for the one that its word
//! translates or nearly is. A name is elected by two languages that share no words: what one of
//! them would say alone may be a word of the sentence.

use std::collections::BTreeMap;

use crate::canon::group::{Row, place};
use crate::canon::rebuild::Torn;
use crate::canon::witness::{Witnesses, distant};
use crate::document::LiteralKind;
use crate::literal::search::{self, Apart, Setting, noun};

use super::{Names, View};

/// Most words of a translated name.
const WORDS: usize = 4;

/// Adds the names that a row's documents elect to its groups.
pub(super) fn elect(names: &Names<'_>, row: &mut Row<'_>, witnesses: &Witnesses) {
    let mut votes: BTreeMap<(LiteralKind, String), Vec<Torn>> = BTreeMap::new();
    for column in row.present.iter().copied() {
        for view in names.views(row, witnesses, column) {
            for (kind, name, torn) in view.votes() {
                let votes = votes.entry((kind, name.to_owned())).or_default();
                // A document says it once; more is another matter.
                if votes.iter().all(|v| v.column != column) {
                    votes.push(torn);
                }
            }
        }
    }
    for ((kind, name), torn) in votes {
        let language = |t: &Torn| row.document(t.column).locale.language();
        if distant(torn.iter().map(language)) > 1 && !row.has(kind, &name) {
            row.add_translated(kind, &name, torn);
        }
    }
}

impl<'a> View<'a> {
    /// The names that words stand for which the segment sets apart where a name can stand.
    fn votes(&self) -> Vec<(LiteralKind, &'a str, Torn)> {
        if self.segment.marks.is_empty() && !super::has_quotes(&self.segment.text) {
            return Vec::new();
        }
        let apart = search::apart(self.segment, self.lexicon);
        apart.iter().filter_map(|span| self.vote(span)).collect()
    }

    fn vote(&self, span: &Apart) -> Option<(LiteralKind, &'a str, Torn)> {
        let word = self.segment.slice(span.range.clone());
        let short = word.split_whitespace().count() <= WORDS;
        if span.setting == Setting::Code
            || !short
            || !self.is_free(&span.range)
            || self.is_cut(span)
        {
            return None;
        }
        let known = &self.names.known;
        let is_parameter = || {
            self.leads(span) && known.explains_parameters()
                || self.noun(noun::PARAMETER, &span.range, true)
        };
        let (kind, name) = match span.setting {
            Setting::Quoted => (
                LiteralKind::Value,
                known.argument_meant(word, self.lexicon)?,
            ),
            _ => {
                let name = known.parameter_meant(word, self.lexicon)?;
                (LiteralKind::Parameter, is_parameter().then_some(name)?)
            }
        };
        // A word that is the same in the language says nothing.
        if word.eq_ignore_ascii_case(name) {
            return None;
        }
        let at = self.segment.source_span(span.range.clone());
        let place = place(self.id, span.range.clone(), at);
        let torn = Torn::translated(self.column, self.unit, place, (kind, name));
        Some((kind, name, torn))
    }
}
