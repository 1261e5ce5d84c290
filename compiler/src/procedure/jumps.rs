//! Jumps inside the article: a bold span or link that repeats a heading, in a sentence with a
//! condition, says which tasks are skipped when it holds.

use std::collections::BTreeMap;

use crate::align::UnitId;
use crate::document::{MarkKind, Segment};
use crate::l10n;

use super::cues;
use super::drafts::Draft;
use super::outline::Section;
use super::view::View;

/// A jump from one section to a later one.
pub(super) struct Jump {
    /// The section that it stands in.
    pub(super) from: usize,
    /// The section that it leads to.
    pub(super) to: usize,
    /// The sentences that say so.
    pub(super) units: Vec<UnitId>,
}

/// The forward jumps of the article in order.
pub(super) fn find(view: &View<'_>, sections: &[Section], drafts: &[Vec<Draft>]) -> Vec<Jump> {
    let headings = headings(view, sections);
    let mut jumps = Vec::new();
    for (from, drafts) in drafts.iter().enumerate() {
        for draft in drafts.iter().filter(|d| !d.place.alert) {
            let mut units = draft.lead.iter().enumerate();
            let found = units.find_map(|(at, u)| Some((at, target(view, *u, &headings)?)));
            let forward = found.filter(|(_, to)| *to > from && has_condition(view, &draft.lead));
            if let Some((at, to)) = forward {
                // What stands before the condition and behind the jump is said by itself.
                let opens = |u: &UnitId| cues::holds_only_if(view, *u);
                let start = draft.lead[..=at].iter().position(opens).unwrap_or(0);
                let units = draft.lead[start..=at].to_vec();
                jumps.push(Jump { from, to, units });
            }
        }
    }
    jumps
}

/// Per document, its headings in normal form and their sections.
fn headings(view: &View<'_>, sections: &[Section]) -> BTreeMap<(usize, String), usize> {
    let mut headings = BTreeMap::new();
    for (index, section) in sections.iter().enumerate() {
        for unit in section.heading.iter().flat_map(|row| view.units(*row)) {
            for (column, text) in view.readings(unit) {
                headings.entry((column, normal(&text))).or_insert(index);
            }
        }
    }
    headings
}

/// The section whose heading a unit repeats in bold or as a link, by the most documents.
fn target(
    view: &View<'_>,
    unit: UnitId,
    headings: &BTreeMap<(usize, String), usize>,
) -> Option<usize> {
    let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
    let cells = &view.alignment.units[unit.0 as usize].cells;
    for (column, segments) in cells.iter().enumerate() {
        for segment in segments {
            for span in spans(view.document(column).segment(*segment)) {
                if let Some(section) = headings.get(&(column, normal(span))) {
                    *votes.entry(*section).or_default() += 1;
                }
            }
        }
    }
    votes
        .into_iter()
        .max_by_key(|(section, votes)| (*votes, usize::MAX - section))
        .map(|(s, _)| s)
}

fn spans(segment: &Segment) -> impl Iterator<Item = &str> {
    let telling = segment
        .marks
        .iter()
        .filter(|m| matches!(m.kind, MarkKind::Strong | MarkKind::Link { .. }));
    telling.map(|m| segment.slice(m.range.clone()))
}

/// Letters and digits alone, in lower case: quotes and brackets differ between languages.
fn normal(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether a document says a word that opens a condition; where no language of the article has
/// such cues, the jump alone is enough.
fn has_condition(view: &View<'_>, units: &[UnitId]) -> bool {
    let mut cues = false;
    for unit in units {
        for (column, text) in view.readings(*unit) {
            let locale = &view.document(column).locale;
            let conditions = &l10n::lexicon(locale).conditions;
            cues |= !conditions.is_empty();
            let text = text.to_lowercase();
            let says = |word: &String| match locale.is_chinese() {
                true => text.contains(word.as_str()),
                false => text
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|w| w == word),
            };
            if conditions.iter().any(says) {
                return true;
            }
        }
    }
    !cues
}
