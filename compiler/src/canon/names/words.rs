//! Words of a text: which have a capital that no sentence gives them, and whether one stands alone.

use std::ops::Range;

use crate::document::{MarkKind, Segment};

/// Whether a text is written in letters that are not Latin.
pub(super) fn is_other_script(text: &str) -> bool {
    text.chars()
        .any(|c| c.is_alphabetic() && c as u32 >= 0x370 && !(0x1e00..0x2000).contains(&(c as u32)))
}

pub(super) fn has_quotes(text: &str) -> bool {
    text.contains(['"', '“', '«', '„', '「', '‘'])
}

/// Whether a segment has a word as it is, and not merely as a part of longer code.
pub(super) fn keeps(segment: &Segment, word: &str) -> bool {
    let found = segment.text.match_indices(word);
    let mut found = found.map(|(at, _)| at as u32..(at + word.len()) as u32);
    let is_part = |range: &Range<u32>| {
        let mut code = segment.marks.iter().filter(|m| m.kind == MarkKind::Code);
        code.any(|m| {
            let inside = m.range.start <= range.start && range.end <= m.range.end;
            inside && m.range.len() > range.len()
        })
    };
    found.any(|range| is_word(&segment.text, &range) && !is_part(&range))
}

pub(super) fn is_word(text: &str, range: &Range<u32>) -> bool {
    let joins = |c: Option<char>| {
        c.is_some_and(|c| c.is_alphanumeric() && (c as u32) < 0x1100 || c == '-' || c == '_')
    };
    let before = text[..range.start as usize].chars().next_back();
    !joins(before) && !joins(text[range.end as usize..].chars().next())
}

/// The next word from `from` on that has a capital though no sentence begins with it, and no
/// neighbour with one.
pub(super) fn capitalized(text: &str, from: usize) -> Option<Range<u32>> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let word = |b: &u8| b.is_ascii_alphanumeric() || *b >= 0x80 || matches!(b, b'-' | b'_');
        if !word(&bytes[at]) {
            at += 1;
            continue;
        }
        let length = bytes[at..].iter().take_while(|b| word(b)).count();
        let (start, end) = (at, at + length);
        at = end;
        let plain = bytes[start..end].iter().all(u8::is_ascii_alphanumeric);
        let capital = bytes[start].is_ascii_uppercase()
            && bytes[start + 1..end].iter().all(u8::is_ascii_lowercase);
        if length > 1 && plain && capital && is_alone(text, start, end) {
            return Some(start as u32..end as u32);
        }
    }
    None
}

/// Whether a word stands inside of a sentence and between words without a capital.
fn is_alone(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let before = text[..start].strip_suffix(' ');
    let before = before.and_then(|t| t.chars().next_back());
    if !before.is_some_and(|c| c.is_alphanumeric() || c == ',') {
        return false;
    }
    let head = bytes[..start - 1].iter().rposition(|b| *b == b' ');
    let before = bytes[head.map_or(0, |h| h + 1)];
    let next = bytes.get(end + 1).copied().unwrap_or(b' ');
    let follows =
        bytes.get(end) == Some(&b' ') && (next.is_ascii_uppercase() || next.is_ascii_digit());
    // What the reader fills in: `User@Domain`.
    let is_part = matches!(bytes.get(end), Some(b'@' | b'\\' | b'/' | b'='));
    !before.is_ascii_uppercase() && !follows && !is_part
}
