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

/// The first bytes of the characters that are looked for.
pub(crate) struct Leads([bool; 256]);

impl Leads {
    /// Those of all characters in `text`.
    pub(crate) const fn of(text: &str) -> Self {
        let mut leads = [false; 256];
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // Bytes inside of a character begin none.
            leads[bytes[at] as usize] = bytes[at] & 0xc0 != 0x80;
            at += 1;
        }
        Leads(leads)
    }

    /// Those of all characters from `c` on, which is not ASCII.
    pub(crate) const fn from(c: char) -> Self {
        let mut first = [0; 4];
        c.encode_utf8(&mut first);
        let mut leads = [false; 256];
        let mut byte = first[0] as usize;
        while byte < 256 {
            leads[byte] = true;
            byte += 1;
        }
        Leads(leads)
    }

    fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }

    /// Whether a segment may have one of the characters, be it in code.
    pub(crate) fn are_in(&self, segment: &Segment) -> bool {
        segment.text.bytes().any(|b| self.has(b))
    }
}

/// The characters of the running text that begin with one of `leads`, with their offsets: in most
/// text there are few.
pub(crate) fn characters<'s>(
    segment: &'s Segment,
    leads: &'s Leads,
) -> impl Iterator<Item = (usize, char)> + use<'s> {
    let text = segment.text.as_str();
    let parts = leads
        .are_in(segment)
        .then(|| parts(segment))
        .into_iter()
        .flatten();
    parts.flat_map(move |part| {
        let bytes = text[part.clone()].bytes().enumerate();
        let places = bytes.filter(|(_, b)| leads.has(*b));
        places.filter_map(move |(at, _)| {
            let at = part.start + at;
            Some((at, text[at..].chars().next()?))
        })
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
