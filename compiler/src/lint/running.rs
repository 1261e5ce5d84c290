//! The running text of a segment: what stands neither in code nor in a literal.

use std::ops::Range;

use crate::document::{MarkKind, Segment};

/// The parts of a segment's text between its code and literals, as ranges of bytes.
pub(crate) fn parts(segment: &Segment) -> impl Iterator<Item = Range<usize>> {
    let end = segment.text.len();
    let mut at = 0;
    let mut skip = skipped(segment).peekable();
    std::iter::from_fn(move || {
        while at < end {
            let next = skip.next_if(|s| s.start <= at);
            if let Some(next) = next {
                at = at.max(next.end);
                continue;
            }
            let from = at;
            at = skip.peek().map_or(end, |s| s.start);
            return Some(from..at);
        }
        None
    })
}

/// The characters of the running text with their offsets.
pub(crate) fn characters(segment: &Segment) -> impl Iterator<Item = (usize, char)> {
    parts(segment).flat_map(|part| {
        let text = &segment.text[part.clone()];
        text.char_indices().map(move |(at, c)| (part.start + at, c))
    })
}

/// The ranges of code and literals, ordered by start.
fn skipped(segment: &Segment) -> impl Iterator<Item = Range<usize>> {
    let code = segment.marks.iter().filter(|m| m.kind == MarkKind::Code);
    let mut code = code.map(|m| &m.range).peekable();
    let mut literals = segment.literals.iter().map(|l| &l.range).peekable();
    std::iter::from_fn(move || {
        let is_code = match (code.peek(), literals.peek()) {
            (Some(code), Some(literal)) => code.start <= literal.start,
            (code, _) => code.is_some(),
        };
        let range = if is_code {
            code.next()
        } else {
            literals.next()
        }?;
        Some(range.start as usize..range.end as usize)
    })
}
