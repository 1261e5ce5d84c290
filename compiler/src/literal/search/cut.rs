//! A dotted name that has lost its end: a file name without its extension, a host name without its
//! last labels.

use std::ops::Range;

use crate::document::{LiteralKind, Segment};
use crate::l10n::Lexicon;

use super::folded::{Folded, fold_all};
use super::{Damage, Hit, Wanted, in_code, noun};

/// Finds what is left of a name, as much as there is.
pub(super) fn find(
    wanted: Wanted<'_>,
    segment: &Segment,
    text: &Folded,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let mut rest = wanted.value;
    while let Some((kept, _)) = rest.rsplit_once('.') {
        let is_name = match wanted.kind {
            LiteralKind::HostName => kept.contains('.'),
            _ => is_written_as_name(kept),
        };
        let found = match is_name {
            true => whole(kept, text).into_iter().next(),
            false => word(kept, wanted, segment, text, lexicon),
        };
        if let Some(range) = found {
            return Some(Hit::new(range, Damage::Parts));
        }
        if wanted.kind != LiteralKind::HostName {
            return None;
        }
        rest = kept;
    }
    None
}

/// Where a name stands that nothing joins on either side.
fn whole(name: &str, text: &Folded) -> Vec<Range<usize>> {
    let joined = |c: char| matches!(c, '-' | '.' | '@' | '/' | '\\');
    if !name.contains(|c: char| c.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let mut found = text.occurrences(&fold_all(name));
    found.retain(|range| {
        let dot = text.at(range.end) == '.' && !text.at(range.end + 1).is_whitespace();
        !joined(text.before(range.start)) && !matches!(text.at(range.end), '-' | '@') && !dot
    });
    found
}

/// Where a name stands that may be a word: in just this spelling, and more often than the other
/// document has the word.
fn word(
    name: &str,
    wanted: Wanted<'_>,
    segment: &Segment,
    text: &Folded,
    lexicon: &Lexicon,
) -> Option<Range<usize>> {
    let beside = wanted.beside?;
    let other = Folded::new(&beside.segment.text, &[]);
    let spelled = |(segment, text): (&Segment, &Folded)| {
        let mut found = whole(name, text);
        found.retain(|range| segment.slice(text.bytes(range.clone())) == name);
        found
    };
    let there = spelled((beside.segment, &other)).len();
    let mut found = spelled((segment, text));
    if found.len() <= there {
        return None;
    }
    let is_common = lexicon.words.contains(&name.to_lowercase());
    let kind = match wanted.kind {
        LiteralKind::FileName => noun::FILE,
        _ => noun::HOST,
    };
    found.retain(|range| {
        in_code(segment, text, range)
            || noun::beside(kind, range, text, lexicon)
            || !is_common && name.len() > 3
    });
    let mut found = found.into_iter();
    found.next().filter(|_| found.next().is_none())
}

/// Whether a stem cannot be a word of a sentence: it has digits or signs, or capitals inside.
fn is_written_as_name(stem: &str) -> bool {
    let inside = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    let is_lower = stem.contains(|c: char| c.is_ascii_lowercase());
    is_lower && stem.chars().skip(1).any(inside)
}
