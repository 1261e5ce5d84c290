//! Names of several words in running text: `Outlook Web App 2013`.
//!
//! A run of capitalized words is only perhaps a name: headings and labels have such runs too. What
//! other languages keep tells; this module does not know them.

use std::ops::Range;

use crate::document::{LiteralKind, Segment};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether only one space stands between it and the word before.
    pub(crate) follows: bool,
}

impl Word {
    pub(crate) fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// The runs of at least two words that begin with a capital, or a number behind one, outside of
/// other literals.
pub fn runs(segment: &Segment) -> Vec<Range<usize>> {
    let text = &segment.text;
    if !may_have_run(text.as_bytes()) {
        return Vec::new();
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(Range<usize>, usize)> = None;
    for word in words(segment) {
        let first = text.as_bytes()[word.start];
        let starts = first.is_ascii_uppercase();
        open = match open {
            Some((run, count)) if word.follows && (starts || first.is_ascii_digit()) => {
                Some((run.start..word.end, count + 1))
            }
            other => {
                runs.extend(other.filter(|(_, count)| *count > 1).map(|(run, _)| run));
                starts.then_some((word.start..word.end, 1))
            }
        };
    }
    runs.extend(open.filter(|(_, count)| *count > 1).map(|(run, _)| run));
    runs
}

/// Whether a capital or number stands behind a space, or the end of one that is not to be broken: at
/// the first word of a text, nothing goes on.
fn may_have_run(text: &[u8]) -> bool {
    let mut pairs = text.windows(2);
    pairs.any(|w| {
        (w[1].is_ascii_uppercase() || w[1].is_ascii_digit()) && (w[0] == b' ' || !w[0].is_ascii())
    })
}

/// The words of a segment, ASCII letters and digits, outside of other literals. A word that has
/// other letters, or hangs on a sign as in a path, is none.
pub(crate) fn words(segment: &Segment) -> Vec<Word> {
    let text = segment.text.as_str();
    let bytes = text.as_bytes();
    let mut words: Vec<Word> = Vec::new();
    let mut literals = segment
        .literals
        .iter()
        .filter(|l| !is_part(l.kind))
        .peekable();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let end = word_end(bytes, at);
        while literals.peek().is_some_and(|l| l.range.end as usize <= at) {
            literals.next();
        }
        let inside = literals
            .peek()
            .is_some_and(|l| (l.range.start as usize) < end);
        if !inside && !is_joined(text, at, end) {
            let previous = words.last().map(|w| w.end);
            let follows = previous.is_some_and(|p| is_space(&text[p..at]));
            words.push(Word {
                start: at,
                end,
                follows,
            });
        }
        at = end;
    }
    words
}

fn is_part(kind: LiteralKind) -> bool {
    matches!(
        kind,
        LiteralKind::Number | LiteralKind::Version | LiteralKind::ProductName
    )
}

fn word_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < bytes.len() && bytes[end].is_ascii_alphanumeric() {
        end += 1;
        // The full stop of a version is inside of a word, that of a sentence is not.
        let stop = bytes.get(end) == Some(&b'.') && bytes[end - 1].is_ascii_digit();
        if stop && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
            end += 1;
        }
    }
    end
}

/// Whether a word goes on in letters that are not ASCII, or behind a sign.
fn is_joined(text: &str, start: usize, end: usize) -> bool {
    let is_letter = |c: char| !c.is_ascii() && c.is_alphabetic() && (c as u32) < 0x1100;
    let is_sign = |c: char| matches!(c, '_' | '/' | '\\' | '@' | '$' | '=' | '-' | '#');
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars();
    let next = after.next();
    let dotted = matches!(next, Some('.' | ':')) && after.next().is_some_and(char::is_alphanumeric);
    before.is_some_and(|c| is_letter(c) || is_sign(c) || c == '.')
        || next.is_some_and(|c| is_letter(c) || is_sign(c))
        || dotted
}

/// Whether a gap between two words is one space, plain or not to be broken.
pub(crate) fn is_space(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}" | "\u{202f}")
}
