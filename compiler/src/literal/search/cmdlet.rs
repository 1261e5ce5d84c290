//! A cmdlet whose verb was lost, changed, doubled or translated, found by its noun.

use std::ops::Range;

use crate::document::{MarkKind, Segment};
use crate::l10n::Lexicon;
use crate::literal::command;

use super::distance::distance;
use super::folded::{Folded, fold_all, is_name, is_wide};
use super::{Damage, Hit};

/// Most characters of a word that stands for a verb.
const VERB: usize = 16;

/// Of so many letters of a name one may be another.
const LETTERS: usize = 6;
/// A noun of so many letters is like many a word.
const SHORT: usize = 7;

/// Finds what became of `value`, a cmdlet's name.
pub(super) fn find(
    value: &str,
    text: &Folded,
    segment: &Segment,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let (verb, noun) = value.split_once('-')?;
    if value.contains(char::is_whitespace) || !command::is_verb(verb) {
        return None;
    }
    let marks = marks(segment, text);
    let name = fold_all(noun);
    let mut nouns = text.occurrences(&name);
    if nouns.is_empty() && name.len() >= LETTERS {
        nouns = misspelt(&name, text);
        // A short noun is known by its verb alone.
        let is_sure = |noun: &Range<usize>| name.len() > SHORT || follows(verb, noun, text);
        nouns.retain(is_sure);
    }
    let hits = nouns.into_iter().filter_map(|noun_range| {
        let mark = marks
            .iter()
            .find(|m| m.start <= noun_range.start && noun_range.end <= m.end);
        let hit = around(verb, noun_range.clone(), text, mark, lexicon);
        let lone = hit.damage == Damage::VerbLost;
        let distinct = is_compound(noun) || mark.is_some_and(|m| *m == noun_range);
        (text.is_free(&hit.range) && (!lone || distinct)).then_some(hit)
    });
    // A name with another verb is the surest, a lone noun the least.
    hits.min_by_key(|hit| match hit.damage {
        Damage::VerbChanged => 0,
        Damage::VerbTranslated => 1,
        _ => 2,
    })
}

/// Whether a noun stands behind its verb and a hyphen.
fn follows(verb: &str, noun: &Range<usize>, text: &Folded) -> bool {
    let verb = fold_all(verb);
    let hyphen = noun.start.checked_sub(1).filter(|at| text.at(*at) == '-');
    let start = hyphen.and_then(|at| at.checked_sub(verb.len()));
    start.is_some_and(|start| {
        text.chars[start..start + verb.len()] == verb[..] && !is_name(text.before(start))
    })
}

/// Whether a noun is no word of running text: `CsUser`, but not `Service`.
fn is_compound(noun: &str) -> bool {
    let capitals = noun.bytes().filter(u8::is_ascii_uppercase).count();
    capitals > 1 && noun.bytes().any(|b| b.is_ascii_lowercase())
}

/// Names that differ from a noun in one of so many letters at most.
fn misspelt(noun: &[char], text: &Folded) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.chars.len() {
        let length = text.chars[start..]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric())
            .count();
        let range = start..start + length;
        let close = length.abs_diff(noun.len()) * LETTERS <= noun.len();
        if close
            && length > 0
            && distance(&text.chars[range.clone()], noun) * LETTERS <= noun.len()
            && text.is_free(&range)
        {
            found.push(range);
        }
        start += length.max(1);
    }
    found
}

/// The bytes of links, bold spans and inline code.
fn marks(segment: &Segment, text: &Folded) -> Vec<Range<usize>> {
    let sets_apart = |kind: &MarkKind| {
        matches!(
            kind,
            MarkKind::Strong | MarkKind::Code | MarkKind::Link { .. }
        )
    };
    let marks = segment.marks.iter().filter(|m| sets_apart(&m.kind));
    marks.map(|m| text.chars_of(&m.range)).collect()
}

/// What stands before the noun says how the verb was damaged.
fn around(
    verb: &str,
    noun: Range<usize>,
    text: &Folded,
    mark: Option<&Range<usize>>,
    lexicon: &Lexicon,
) -> Hit {
    if let Some(start) = hyphenated(noun.start, text, lexicon) {
        let word: String = text.chars[start..noun.start].iter().collect();
        // `Aprovar-` is a word of the language that kept the hyphen.
        let is_verb = word.split('-').next().is_some_and(command::is_verb);
        let damage = match is_verb {
            true => Damage::VerbChanged,
            false => Damage::VerbTranslated,
        };
        return Hit::new(start..noun.end, damage);
    }
    let mut word_end = noun.start;
    while word_end > 0 && text.before(word_end) == ' ' {
        word_end -= 1;
    }
    if let Some(start) = word_end
        .checked_sub(1)
        .and_then(|_| hyphenated_word(word_end, text))
    {
        return Hit::new(start..noun.end, Damage::VerbChanged);
    }
    let limit = mark.map_or(0, |m| m.start);
    if let Some(start) = translated(verb, word_end, limit, mark.is_some(), text, lexicon) {
        return Hit::new(start..noun.end, Damage::VerbTranslated);
    }
    Hit::new(noun, Damage::VerbLost)
}

/// Where a name begins whose last part is at `noun` and follows a hyphen: `Set-` or `Set - `.
fn hyphenated(noun: usize, text: &Folded, lexicon: &Lexicon) -> Option<usize> {
    let mut i = noun;
    while i > 0 && text.before(i) == ' ' && noun - i < 2 {
        i -= 1;
    }
    if text.before(i) != '-' {
        return None;
    }
    i -= 1;
    let hyphen = i;
    let spaced = text.before(i) == ' ';
    if spaced {
        i -= 1;
    }
    let end = i;
    if is_wide(text.before(end)) {
        return (hyphen + 1 == noun).then(|| wide_verb(end, text, lexicon).unwrap_or(hyphen));
    }
    while i > 0 && (is_name(text.before(i)) || text.before(i) == '-') {
        i -= 1;
    }
    // A dash between words of a sentence is not a hyphen.
    let word: String = text.chars[i..end].iter().collect();
    let is_verb = word.split('-').next().is_some_and(command::is_verb);
    (i < end && (is_verb || !spaced)).then_some(i)
}

/// Where a verb begins that ends at `end`, in a script without spaces.
fn wide_verb(end: usize, text: &Folded, lexicon: &Lexicon) -> Option<usize> {
    let starts = (end.saturating_sub(VERB / 2)..end).filter(|start| {
        let word: String = text.chars[*start..end].iter().collect();
        lexicon.verbs.contains_key(&word)
    });
    starts.into_iter().next()
}

/// Where `Verb-word` begins, if that is the word that ends at `end`.
fn hyphenated_word(end: usize, text: &Folded) -> Option<usize> {
    let mut start = end;
    while start > 0 && (text.before(start).is_ascii_alphanumeric() || text.before(start) == '-') {
        start -= 1;
    }
    let word: String = text.chars[start..end].iter().collect();
    let (verb, rest) = word.split_once('-')?;
    (command::is_verb(verb) && !rest.is_empty()).then_some(start)
}

/// Where the word begins that stands for the verb and ends at `end`: one that the language's cues
/// know, or the only word before the noun in a link or bold span.
fn translated(
    verb: &str,
    end: usize,
    limit: usize,
    in_mark: bool,
    text: &Folded,
    lexicon: &Lexicon,
) -> Option<usize> {
    let stands_for = |word: &str| {
        let verbs = lexicon.verbs.get(word);
        word.eq_ignore_ascii_case(verb)
            || verbs.is_some_and(|v| v.iter().any(|v| v.eq_ignore_ascii_case(verb)))
    };
    let mut start = end;
    let mut known = None;
    while start > limit
        && end - start < VERB
        && (is_name(text.before(start)) || is_wide(text.before(start)))
    {
        start -= 1;
        let word: String = text.chars[start..end].iter().collect();
        if stands_for(&word) && (is_wide(text.at(start)) || !is_name(text.before(start))) {
            known = Some(start);
        }
    }
    let alone = in_mark && start == limit && start < end;
    known.or(alone.then_some(start))
}
