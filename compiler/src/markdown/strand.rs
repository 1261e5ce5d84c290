//! The text of one leaf while it is read, with the map back to the file.

use std::ops::Range;

use crate::document::{Mark, Run};
use crate::source::Span;

/// Text, runs and marks of a leaf before it is cut into segments.
#[derive(Debug, Default)]
pub(super) struct Strand {
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    pub(super) marks: Vec<Mark>,
    /// Pieces of a bilingual file, in order.
    pub(super) keys: Vec<Keyed>,
    /// Offsets where the text is broken by force: hard line breaks.
    pub(super) breaks: Vec<u32>,
    /// A line break that is not written yet: whether it is a space depends on what follows.
    pending: Option<Span>,
}

/// A range of a strand that is paired by id with the other language.
#[derive(Debug)]
pub(super) struct Keyed {
    pub(super) range: Range<u32>,
    pub(super) key: Box<str>,
}

impl Strand {
    /// Empties the strand and keeps its memory.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
        self.marks.clear();
        self.keys.clear();
        self.breaks.clear();
        self.pending = None;
    }

    /// Offset of the end of the text.
    pub(super) fn end(&self) -> u32 {
        self.text.len() as u32
    }

    /// Whether a reader sees nothing.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(is_blank)
    }

    /// Prose from `start` on: white space between words becomes one space.
    pub(super) fn prose(&mut self, piece: &str, start: usize) {
        let bytes = piece.as_bytes();
        if is_settled(bytes) {
            return self.verbatim(piece, start);
        }
        let (mut from, mut at) = (0, 0);
        while at < bytes.len() {
            if !is_space(bytes[at]) {
                at += 1;
                continue;
            }
            let gap = at;
            let mut is_line_break = false;
            while at < bytes.len() && is_space(bytes[at]) {
                is_line_break |= matches!(bytes[at], b'\n' | b'\r');
                at += 1;
            }
            // By far the most common: one space between two words.
            if gap > from && at - gap == 1 && bytes[gap] == b' ' {
                continue;
            }
            self.verbatim(&piece[from..gap], start + from);
            let span = Span::new(start + gap..start + at);
            match is_line_break {
                true => self.line_break(span),
                false => self.space(span),
            }
            from = at;
        }
        self.verbatim(&piece[from..], start + from);
    }

    /// Text that stands in the file from `start` on, byte for byte.
    pub(super) fn verbatim(&mut self, text: &str, start: usize) {
        self.made(text, start..start + text.len());
    }

    /// Text that was made from the bytes of `source`: an entity, an escape, or the bytes as such.
    pub(super) fn made(&mut self, text: &str, source: Range<usize>) {
        let Some(first) = text.chars().next() else {
            return;
        };
        self.settle(first);
        self.run(source, text.len());
        self.text.push_str(text);
    }

    /// What an entity or attribute stands for. Where both happen to be of one length, all but the
    /// first character stand for no bytes, since bytes do not correspond.
    pub(super) fn decoded(&mut self, text: &str, source: Range<usize>) {
        let first = text.chars().next().map_or(0, char::len_utf8);
        match text.len() == source.len() {
            true => {
                let end = source.end;
                self.made(&text[..first], source);
                self.made(&text[first..], end..end);
            }
            false => self.made(text, source),
        }
    }

    /// White space inside a line.
    pub(super) fn space(&mut self, source: Span) {
        if !self.text.is_empty() && !self.text.ends_with(' ') && self.pending.is_none() {
            self.run(source.range(), 1);
            self.text.push(' ');
        }
    }

    /// A line break that a reader does not see: a space, but not between CJK characters.
    pub(super) fn line_break(&mut self, source: Span) {
        if !self.text.is_empty() && !self.text.ends_with(' ') && self.pending.is_none() {
            self.pending = Some(source);
        }
    }

    /// A line break that a reader sees.
    pub(super) fn hard_break(&mut self, source: Span) {
        self.line_break(source);
        if !self.text.is_empty() {
            self.breaks.push(self.end());
        }
    }

    /// Inline code, of which pulldown-cmark has joined the lines and resolved `\|`.
    pub(super) fn code(&mut self, text: &str, source: &str, start: usize) {
        if text == source {
            return self.verbatim(text, start);
        }
        let (mut at, mut from) = (0, 0);
        let bytes = source.as_bytes();
        let mut copied = 0;
        for (offset, c) in text.char_indices() {
            if source[at..].starts_with(c) {
                at += c.len_utf8();
                continue;
            }
            self.verbatim(&text[copied..offset], start + from);
            copied = offset + c.len_utf8();
            from = match (c, bytes.get(at)) {
                (' ', Some(b'\n' | b'\r')) => after_break(source, at + 1, &text[copied..]),
                (_, Some(b'\\')) if source[at + 1..].starts_with(c) => at + 1 + c.len_utf8(),
                _ => source.len(),
            };
            match from == source.len() {
                true => {
                    self.made(&text[offset..], start + at..start + from);
                    return;
                }
                false => self.made(&text[offset..copied], start + at..start + from),
            }
            at = from;
        }
        self.verbatim(&text[copied..], start + from);
    }

    fn settle(&mut self, next: char) {
        let Some(source) = self.pending.take() else {
            return;
        };
        let last = self.text.chars().next_back();
        if !(is_cjk(next) && last.is_some_and(is_cjk)) {
            self.run(source.range(), 1);
            self.text.push(' ');
        }
    }

    /// Begins a run of `length` bytes of text, or lengthens the last one where both are one to
    /// one and stand side by side.
    fn run(&mut self, source: Range<usize>, length: usize) {
        let end = self.text.len();
        if let Some(last) = self.runs.last_mut() {
            let is_plain = end - last.text as usize == last.source.len();
            if is_plain && last.source.end as usize == source.start && source.len() == length {
                last.source.end = source.end as u32;
                return;
            }
        }
        self.runs.push(Run {
            text: end as u32,
            source: Span::new(source),
        });
    }
}

/// Where inline code goes on behind a line break that ends at `at`: behind what marks a quote or
/// list, unless the `rest` of the code begins there.
fn after_break(source: &str, at: usize, rest: &str) -> usize {
    let first = rest.chars().next();
    // Of CR LF each may have become a space.
    let is_break = source[at..].starts_with('\n') && first == Some(' ');
    match is_break || first.is_some_and(|c| source[at..].starts_with(c)) {
        true => at,
        false => source.len() - source[at..].trim_start_matches(PREFIX).len(),
    }
}

/// What stands at the start of a line of a quote or list.
const PREFIX: [char; 5] = [' ', '\t', '>', '\n', '\r'];

/// Whether all white space is one space between two words, as in nearly all text. Looks at all
/// pairs of bytes side by side, which is faster than to stop at the first.
fn is_settled(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let is_odd = |(a, b): (&u8, &u8)| (*a < b' ') | ((*a == b' ') & (*b == b' '));
    pairs.fold(0, |any, pair| any | u8::from(is_odd(pair))) == 0
        && bytes.first().is_some_and(|b| *b > b' ')
        && bytes.last().is_some_and(|b| *b > b' ')
}

/// ASCII white space, which Markdown and HTML collapse; not NBSP.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

/// White space and characters without width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Characters that are written without spaces between words, and their punctuation.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff65}' | '\u{20000}'..='\u{3fffd}')
}
