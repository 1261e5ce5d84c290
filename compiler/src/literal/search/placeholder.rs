//! A literal that a machine put a mark in the place of and never put back: `( # A0)`. Or that fell out
//! of its emphasis: `****`.

use std::ops::Range;

use memchr::memmem;

use crate::document::{MarkKind, Segment};

use super::Beside;
use super::folded::Folded;

/// Bold without a text, as Markdown shows it.
const EMPTIED: &str = "****";

/// What a quoted label ends with.
const CLOSING: &[char] = &['”', '’', '」', '』', '»', ']', '】', '"'];

/// What a literal left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StubKind {
    /// The mark of a machine: `# A0`.
    Mark,
    /// Bold that holds nothing: `****`.
    Emphasis,
}

/// A mark in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// What it is.
    pub kind: StubKind,
    /// Bytes of the mark.
    mark: Range<u32>,
    /// With the brackets that hold nothing else.
    whole: Range<u32>,
}

impl Stub {
    /// The bytes that a literal replaces: the brackets came with the mark, unless the literal stands
    /// in brackets beside.
    pub fn place(&self, beside: Option<Beside<'_>>) -> Range<u32> {
        match beside.is_some_and(in_brackets) {
            true => self.mark.clone(),
            false => self.whole.clone(),
        }
    }
}

/// Whether a literal opens what stands in brackets.
pub fn in_brackets(beside: Beside<'_>) -> bool {
    let before = &beside.segment.text[..beside.range.start as usize];
    let is_quote = |c: char| matches!(c, '"' | '“' | '«' | '‘' | '\'' | ' ');
    before.trim_end_matches(is_quote).ends_with(['(', '（'])
}

/// Whether a literal is emphasized, alone or with others.
pub fn is_emphasized(beside: Beside<'_>) -> bool {
    let covers = |r: &Range<u32>| r.start <= beside.range.start && beside.range.end <= r.end;
    let is_own = |kind: &MarkKind| matches!(kind, MarkKind::Strong | MarkKind::Emphasis);
    let mut marks = beside.segment.marks.iter();
    marks.any(|m| is_own(&m.kind) && covers(&m.range))
}

/// The marks of a segment that are not the place of another literal, in order, one kind behind the
/// other.
pub fn stubs(segment: &Segment, taken: &[Range<u32>]) -> Vec<Stub> {
    let mut all = marks(segment, taken);
    all.extend(emptied(segment));
    all
}

/// Two asterisks that open and two that close, with nothing between nor a quoted label before, which
/// fell out itself. What fell out belongs between them; where they are escaped, in their place.
fn emptied(segment: &Segment) -> impl Iterator<Item = Stub> {
    let text = segment.text.as_bytes();
    let is_star = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&b'*');
    let found = memmem::find_iter(text, EMPTIED);
    let alone = found.filter(move |at| !is_star(at.checked_sub(1)) && !is_star(Some(at + 4)));
    let is_label = |at: &usize| segment.text[..*at].ends_with(CLOSING);
    let places = alone.filter(move |at| !is_label(at));
    places.map(|at| {
        let at = at as u32;
        let whole = at..at + EMPTIED.len() as u32;
        let is_plain = segment.source_span(whole.clone()).range().len() == EMPTIED.len();
        let place = if is_plain { at + 2..at + 2 } else { whole };
        Stub {
            kind: StubKind::Emphasis,
            mark: place.clone(),
            whole: place,
        }
    })
}

fn marks(segment: &Segment, taken: &[Range<u32>]) -> Vec<Stub> {
    if !segment.text.contains(['#', '＃']) {
        return Vec::new();
    }
    let text = Folded::new(&segment.text, taken);
    let starts = (0..text.chars.len()).filter(|i| text.at(*i) == '#');
    let marks = starts.filter_map(|start| mark(start, &text));
    let stubs = marks.map(|mark| {
        let (inner, whole) = bracketed(&mark, &text);
        Stub {
            kind: StubKind::Mark,
            mark: text.bytes(inner),
            whole: text.bytes(whole),
        }
    });
    stubs.collect()
}

fn mark(start: usize, text: &Folded) -> Option<Range<usize>> {
    let mut at = start + 1;
    if text.at(at) == ' ' {
        at += 1;
    }
    if text.at(at) != 'a' || text.before(start).is_alphanumeric() {
        return None;
    }
    let digits = (at + 1..)
        .take_while(|i| text.at(*i).is_ascii_digit())
        .count();
    let end = at + 1 + digits;
    let whole = digits > 0 && digits < 3 && !text.at(end).is_alphanumeric();
    (whole && text.is_free(&(start..end))).then_some(start..end)
}

/// A mark with the spaces around it, and with its brackets, if it stands in some.
fn bracketed(mark: &Range<usize>, text: &Folded) -> (Range<usize>, Range<usize>) {
    let (mut start, mut end) = (mark.start, mark.end);
    while text.before(start) == ' ' {
        start -= 1;
    }
    while text.at(end) == ' ' {
        end += 1;
    }
    match (text.before(start), text.at(end)) {
        // The literal stood in brackets, and the mark came with its own.
        ('(', ')') if is_bracketed(start - 1, end + 1, text) => {
            (start - 1..end + 1, start - 1..end + 1)
        }
        ('(', ')') => (start..end, start - 1..end + 1),
        _ => (mark.clone(), mark.clone()),
    }
}

fn is_bracketed(start: usize, end: usize, text: &Folded) -> bool {
    text.before(start) == '(' && text.at(end) == ')'
}
