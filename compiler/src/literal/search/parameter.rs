//! A parameter whose dash and name were parted: `– Identity`.

use crate::document::Segment;
use crate::l10n::Lexicon;
use crate::literal::command;

use super::distance::distance;
use super::folded::{Folded, fold_all, is_name, is_wide};
use super::value::is_coined;
use super::{Damage, Hit, Wanted, in_code, noun};

/// Most characters of a translated name in a script without spaces: more is a part of a sentence.
const WIDE: usize = 5;

/// Finds what became of `value`, a parameter with its dash.
pub(super) fn find(
    wanted: Wanted<'_>,
    text: &Folded,
    segment: &Segment,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let value = fold_all(wanted.value);
    let bare = wanted
        .value
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    let dashes = value.iter().take_while(|c| **c == '-').count();
    if dashes == 0 {
        return None;
    }
    let parted = text
        .occurrences(&value[dashes..])
        .into_iter()
        .find_map(|range| {
            let mut start = range.start;
            while start > 0 && text.before(start) == ' ' {
                start -= 1;
            }
            let dash = start;
            while start > 0 && text.before(start) == '-' {
                start -= 1;
            }
            if dash - start == 1 && dashes == 2 && text.before(start) == ' ' {
                // `- -name`
                let second = text.before(start - 1) == '-';
                start -= if second { 2 } else { 0 };
            }
            let before = text.before(start);
            let free = !is_name(before) && !matches!(before, '-' | '.' | '/' | '\\' | '@' | '_');
            let glued = is_name(before) && follows_cmdlet(start, text);
            let hit = Hit::new(start..range.end, Damage::Structure);
            (start < dash && (free || glued) && text.is_free(&hit.range)).then_some(hit)
        });
    let undashed = || undashed(bare, wanted, text, segment, lexicon);
    let translated = || translated(&value[dashes..], text);
    parted.or_else(undashed).or_else(translated)
}

/// The name without its dash where nothing says that it is a parameter's: as code, or a coined word.
fn undashed(
    name: &str,
    wanted: Wanted<'_>,
    text: &Folded,
    segment: &Segment,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let found = text.occurrences(&fold_all(name)).into_iter();
    let mut bare = found.filter(|range| {
        let is_it = segment.slice(text.bytes(range.clone())) == name;
        let joined = |c: char| matches!(c, '-' | '.' | '/' | '\\' | '@' | '=');
        let apart = !joined(text.before(range.start)) && !matches!(text.at(range.end), '-' | '@');
        is_it && apart && (in_code(segment, text, range) || is_coined(name))
    });
    let range = bare.next()?;
    let is_named = noun::near(noun::PARAMETER, &range, text, lexicon);
    let beside = wanted.beside?.segment;
    let is_word = |(at, _): (usize, &str)| !beside.text[..at].ends_with('-');
    let said = beside.text.match_indices(name).any(is_word);
    (!is_named && !said).then(|| Hit::new(range, Damage::Structure))
}

/// A name that a word of the sentence was glued to: `paramètreIdentity`.
pub(super) fn glued(name: &str, text: &Folded, segment: &Segment) -> Option<Hit> {
    let wanted = fold_all(name);
    let starts = (1..text.chars.len()).filter(|i| text.chars[*i] == wanted[0]);
    let mut glued = starts.filter_map(|start| {
        let range = start..start + wanted.len();
        let is_it = text.chars.get(range.clone())? == wanted.as_slice()
            && segment.slice(text.bytes(range.clone())) == name;
        let bytes = text.bytes(start - 1..start);
        let after_word = segment.slice(bytes).chars().all(char::is_lowercase);
        let ends = !is_name(text.at(range.end));
        let capital = name.starts_with(|c: char| c.is_ascii_uppercase());
        (is_it && after_word && ends && capital && text.is_free(&range)).then_some(range)
    });
    Some(Hit::new(glued.next()?, Damage::Structure))
}

/// Whether the word that ends at `end` is a cmdlet's name, to which the parameter was glued.
fn follows_cmdlet(end: usize, text: &Folded) -> bool {
    let mut start = end;
    while text.before(start).is_ascii_alphanumeric() || text.before(start) == '-' {
        start -= 1;
    }
    let word: String = text.chars[start..end].iter().collect();
    let verb = word.split_once('-').map(|(verb, _)| verb);
    verb.is_some_and(command::is_verb)
}

/// The only word behind a dash, where it is a translation of the name: `–身分識別`.
fn translated(name: &[char], text: &Folded) -> Option<Hit> {
    let dashes = (0..text.chars.len()).filter(|i| text.at(*i) == '-');
    let mut words = dashes.filter_map(|dash| {
        let free = matches!(text.before(dash), ' ' | '\n' | '"' | '(');
        let rest = text.chars[dash + 1..].iter();
        let length = rest.take_while(|c| is_name(**c) || is_wide(**c)).count();
        let range = dash..dash + 1 + length;
        let word = &text.chars[dash + 1..range.end];
        let foreign = word.iter().any(|c| !c.is_ascii());
        let like = distance(word, name) * 2 <= word.len().max(name.len());
        let long = word.iter().any(|c| is_wide(*c)) && length > WIDE;
        (free && length > 2 && !long && (foreign || like) && text.is_free(&range)).then_some(range)
    });
    let only = words.next()?;
    words
        .next()
        .is_none()
        .then(|| Hit::new(only, Damage::Translated))
}
