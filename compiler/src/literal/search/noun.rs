//! Nouns that say what the name beside them is: `the Port parameter`, `der Ordner Logs`.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::l10n::Lexicon;

use super::Beside;
use super::folded::{Folded, fold_all};

/// What a lexicon calls a parameter of a command.
pub(crate) const PARAMETER: &str = "parameter";
/// What a lexicon calls a property of an object.
pub(crate) const PROPERTY: &str = "property";
/// What a lexicon calls a folder.
pub(crate) const FOLDER: &str = "folder";
/// What a lexicon calls a file.
pub(crate) const FILE: &str = "file";
/// What a lexicon calls a machine on a network.
pub(crate) const HOST: &str = "host";
/// What a lexicon calls a group of accounts.
pub(crate) const GROUP: &str = "group";
/// What a lexicon calls a role.
pub(crate) const ROLE: &str = "role";
/// What a lexicon calls the source of an event.
pub(crate) const SOURCE: &str = "source";

/// Most characters between a name and its noun where both stand in one clause.
const NEAR: usize = 40;
/// Most characters between a name and a noun that belongs to it: an article or a preposition.
const BESIDE: usize = 4;

/// Whether a noun stands in the clause of what lies at `range`.
pub(crate) fn near(noun: &str, range: &Range<usize>, text: &Folded, lexicon: &Lexicon) -> bool {
    within(noun, range, NEAR, text, lexicon)
}

/// Whether a noun stands right before or behind what lies at `range`.
pub(crate) fn beside(noun: &str, range: &Range<usize>, text: &Folded, lexicon: &Lexicon) -> bool {
    within(noun, range, BESIDE, text, lexicon)
}

/// Whether the same noun stands beside a name in another document and beside what lies at a range
/// here: `the Default policy`, `la directiva predeterminada`.
pub(crate) fn same(
    other: Beside<'_>,
    (range, text, lexicon): (&Range<usize>, &Folded, &Lexicon),
) -> bool {
    let there = Folded::new(&other.segment.text, &[]);
    let place = there.chars_of(other.range);
    let nouns: BTreeSet<&str> = lexicon.nouns.values().map(String::as_str).collect();
    let mut both = nouns
        .into_iter()
        .filter(|n| beside(n, range, text, lexicon));
    both.any(|n| beside(n, &place, &there, other.lexicon))
}

fn within(
    noun: &str,
    range: &Range<usize>,
    reach: usize,
    text: &Folded,
    lexicon: &Lexicon,
) -> bool {
    let words = lexicon.nouns.iter().filter(|(_, n)| *n == noun);
    // What stands between; a comma begins another phrase, in which nothing belongs to the noun.
    let gap = |word: &Range<usize>| match word.start >= range.end {
        true => range.end..word.start,
        false => word.end..range.start,
    };
    let parts = |gap: Range<usize>| reach <= BESIDE && gap.into_iter().any(|i| text.at(i) == ',');
    let clear = |word: &Range<usize>| word.end <= range.start || word.start >= range.end;
    words.into_iter().any(|(word, _)| {
        let word = fold_all(word);
        let start = range.start.saturating_sub(reach + word.len());
        let found = text.runs_from(&word, start..range.end + reach + 1);
        found
            .iter()
            .any(|w| clear(w) && gap(w).len() <= reach && !parts(gap(w)))
    })
}
