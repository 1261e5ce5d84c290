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
pub(crate) struct Leads {
    is_lead: [bool; 256],
    /// The same, three by three; one byte may be there more than once.
    trios: [[u8; 3]; TRIOS],
    /// How many of them there are.
    count: usize,
    /// All from this one on.
    least: Option<u8>,
}

/// How many times three bytes are looked for at most.
const TRIOS: usize = 4;

impl Leads {
    /// Those of all characters in `text`.
    ///
    /// # Panics
    ///
    /// When there are more than twelve: it is for constants.
    pub(crate) const fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut is_lead = [false; 256];
        let mut trios = [[bytes[0]; 3]; TRIOS];
        let (mut at, mut count) = (0, 0);
        while at < bytes.len() {
            let byte = bytes[at];
            // Bytes inside of a character begin none.
            if byte & 0xc0 != 0x80 && !is_lead[byte as usize] {
                is_lead[byte as usize] = true;
                trios[count / 3][count % 3] = byte;
                count += 1;
            }
            at += 1;
        }
        Leads {
            is_lead,
            trios,
            count: count.div_ceil(3),
            least: None,
        }
    }

    /// Those of all characters from `c` on, which is not ASCII.
    pub(crate) const fn from(c: char) -> Self {
        let mut first = [0; 4];
        c.encode_utf8(&mut first);
        let mut is_lead = [false; 256];
        let mut byte = first[0] as usize;
        while byte < 256 {
            is_lead[byte] = true;
            byte += 1;
        }
        Leads {
            is_lead,
            trios: [[first[0]; 3]; TRIOS],
            count: 0,
            least: Some(first[0]),
        }
    }

    fn has(&self, byte: u8) -> bool {
        self.is_lead[usize::from(byte)]
    }

    /// Whether a segment may have one of the characters, be it in code.
    pub(crate) fn are_in(&self, segment: &Segment) -> bool {
        let bytes = segment.text.as_bytes();
        match self.least {
            Some(least) => bytes.iter().copied().max() >= Some(least),
            None => {
                let mut trios = self.trios[..self.count].iter();
                trios.any(|[a, b, c]| memchr::memchr3(*a, *b, *c, bytes).is_some())
            }
        }
    }
}

/// The characters of the running text that begin with one of `leads`, with their offsets: in most
/// text there are few.
pub(crate) fn characters<'s>(
    segment: &'s Segment,
    leads: &'s Leads,
) -> impl Iterator<Item = (usize, char)> + use<'s> {
    let text = segment.text.as_str();
    let parts = leads.are_in(segment).then(|| parts(segment));
    let mut parts = parts.into_iter().flatten();
    let mut rest = 0..0;
    std::iter::from_fn(move || {
        loop {
            let bytes = &text.as_bytes()[rest.clone()];
            let Some(first) = bytes.iter().position(|b| leads.has(*b)) else {
                rest = parts.next()?;
                continue;
            };
            let at = rest.start + first;
            rest.start = at + 1;
            return Some((at, text[at..].chars().next()?));
        }
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
