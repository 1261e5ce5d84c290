//! The words of running text, and which of them another language left behind.

use std::ops::Range;

use crate::document::{MarkKind, Segment};
use crate::l10n::{self, Lexicon};
use crate::source::Locale;

use super::running;

/// A word: letters without anything between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// Bytes in the segment's text.
    pub(crate) range: Range<usize>,
    /// The letters.
    pub(crate) text: &'a str,
}

/// The words of a segment's running text that are written in ASCII, in order.
pub(crate) fn ascii(segment: &Segment) -> impl Iterator<Item = Word<'_>> {
    letters(segment).filter(|word| is_whole(&segment.text, &word.range))
}

/// The runs of ASCII letters in a segment's running text, whatever stands beside them.
pub(crate) fn letters(segment: &Segment) -> impl Iterator<Item = Word<'_>> {
    let text = segment.text.as_str();
    let mut parts = running::parts(segment);
    let mut rest = 0..0;
    std::iter::from_fn(move || {
        loop {
            let bytes = &text.as_bytes()[rest.clone()];
            let Some(first) = bytes.iter().position(u8::is_ascii_alphabetic) else {
                rest = parts.next()?;
                continue;
            };
            let letters = bytes[first..].iter();
            let count = letters.take_while(|b| b.is_ascii_alphabetic()).count();
            let from = rest.start + first;
            rest.start = from + count;
            let range = from..rest.start;
            return Some(Word {
                text: &text[range.clone()],
                range,
            });
        }
    })
}

/// Whether no letter of another alphabet, digit or sign of a name stands right beside a word.
pub(crate) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| {
        let is_han = c >= '\u{2e80}';
        !is_han
            && (c.is_alphanumeric()
                || matches!(
                    c,
                    '_' | '-' | '.' | '@' | '\\' | '/' | '$' | '<' | '>' | '='
                ))
    };
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let next = after.next();
    // A full stop at the end of a sentence belongs to no name.
    let ends = next == Some('.') && !after.next().is_some_and(char::is_alphanumeric);
    !before.is_some_and(joins) && (ends || !next.is_some_and(joins))
}

/// Where a phrase stands in a text: for texts so short that preparing a search costs more than it.
pub(crate) fn places(text: &str, phrase: &str) -> impl Iterator<Item = usize> {
    let first = phrase.as_bytes().first().into_iter();
    let starts = first.flat_map(|byte| memchr::memchr_iter(*byte, text.as_bytes()));
    starts.filter(|at| text.as_bytes()[*at..].starts_with(phrase.as_bytes()))
}

/// Whether `text` has `word` as a word of its own, in any case.
pub(crate) fn has(text: &str, word: &str) -> bool {
    let (bytes, word) = (text.as_bytes(), word.as_bytes());
    let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let first = word.first().map(u8::to_ascii_lowercase);
    let mut windows = bytes.windows(word.len().max(1)).enumerate();
    windows.any(|(at, window)| {
        Some(window[0].to_ascii_lowercase()) == first
            && window.eq_ignore_ascii_case(word)
            && !is_letter(at + word.len())
            && (at == 0 || !is_letter(at - 1))
    })
}

/// The words of a source language as seen from another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Foreign {
    source: &'static Lexicon,
    own: &'static Lexicon,
}

impl Foreign {
    /// Words of `source` that are none of `own`; nothing where the program does not know enough
    /// of both, or they are one language.
    pub(crate) fn of(source: &Locale, own: &Locale) -> Option<Self> {
        let foreign = Foreign {
            source: l10n::lexicon(source),
            own: l10n::lexicon(own),
        };
        let differ = source.language() != own.language();
        let is_known = own.is_chinese() || !foreign.own.words.is_empty();
        (differ && is_known && !foreign.source.words.is_empty()).then_some(foreign)
    }

    /// Whether a word, in lower case, can only be of the source language.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.source.words.contains(word) && !self.own.words.contains(word)
    }

    /// Whether the language uses a word of the source as it is.
    pub(crate) fn keeps(&self, word: &str) -> bool {
        self.own.words.contains(word)
    }

    /// Whether titles of the source language open with a word, in lower case.
    pub(crate) fn opens(&self, word: &str) -> bool {
        self.source.headings.contains(word) && !self.own.words.contains(word)
    }

    /// How many words of a segment tell that it is of the source language.
    pub(crate) fn telling(&self, segment: &Segment) -> usize {
        let first = segment.text.len() - segment.text.trim_start().len();
        let tells = |w: &Word<'_>| match w.range.start == first {
            true => {
                let word = w.text.to_ascii_lowercase();
                self.has(&word) || self.opens(&word)
            }
            false => is_lower(w.text) && self.has(w.text) && !is_in_name(segment, w),
        };
        ascii(segment).filter(tells).count()
    }

    /// Whether more than `most` words of a segment are of its own language.
    pub(crate) fn is_own(&self, segment: &Segment, most: usize) -> bool {
        let mut own = letters(segment)
            .filter(|w| self.own.words.contains(w.text) && is_whole(&segment.text, &w.range));
        own.nth(most).is_some()
    }
}

/// Whether text calls a function: `max(x)`.
pub(crate) fn has_call(text: &str) -> bool {
    let mut opens = text.match_indices('(').map(|(at, _)| at);
    opens.any(|at| text[..at].ends_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Whether a word has no capital.
pub(crate) fn is_lower(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether a word stands between two that are written as names: `Quality of Service`.
pub(crate) fn is_in_name(segment: &Segment, word: &Word<'_>) -> bool {
    let before = segment.text[..word.range.start]
        .split_whitespace()
        .next_back();
    let after = segment.text[word.range.end..].split_whitespace().next();
    let is_sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let is_name = |w: Option<&str>| w.is_some_and(|w| w.contains(is_sign));
    is_name(before) && is_name(after)
}

/// Whether a range of a segment's text is marked as `is` says.
pub(crate) fn is_marked(
    segment: &Segment,
    range: &Range<usize>,
    is: impl Fn(&MarkKind) -> bool,
) -> bool {
    segment.marks.iter().any(|m| {
        let covers = m.range.start as usize <= range.start && range.end <= m.range.end as usize;
        covers && is(&m.kind)
    })
}
