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

/// A word with a capital.
pub(super) struct Capital {
    pub(super) range: Range<u32>,
    /// Whether it runs into signs of a script without capitals, or opens a sentence in it.
    pub(super) is_foreign: bool,
}

/// The next word from `from` on that has a capital though no sentence begins with it, and no
/// neighbour with one.
pub(super) fn capitalized(text: &str, from: usize) -> Option<Capital> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let word = |b: &u8| {
            b.is_ascii_alphanumeric() || *b >= 0x80 && !is_wide(*b) || matches!(b, b'-' | b'_')
        };
        if !word(&bytes[at]) {
            at += if is_wide(bytes[at]) { 3 } else { 1 };
            continue;
        }
        let length = bytes[at..].iter().take_while(|b| word(b)).count();
        let (start, end) = (at, at + length);
        at = end;
        let plain = bytes[start..end].iter().all(u8::is_ascii_alphanumeric);
        let capital = bytes[start].is_ascii_uppercase()
            && bytes[start + 1..end].iter().all(u8::is_ascii_lowercase);
        if !(length > 1 && plain && capital) {
            continue;
        }
        if let Some(is_foreign) = is_alone(text, start, end) {
            let range = start as u32..end as u32;
            return Some(Capital { range, is_foreign });
        }
    }
    None
}

/// Whether a byte begins a character of three bytes that is written without spaces: Chinese signs and
/// the like, from U+3000 on.
fn is_wide(byte: u8) -> bool {
    (0xe3..0xf0).contains(&byte)
}

fn is_wide_char(c: char) -> bool {
    (0x3000..0x10000).contains(&(c as u32))
}

/// Whether a word that stands inside of a sentence and between words without a capital is foreign to the
/// script around it. A script without capitals gives none to the first word of a sentence either.
fn is_alone(text: &str, start: usize, end: usize) -> Option<bool> {
    let (start, end) = with_copies(text, start, end);
    let (head, rest) = (&text[..start], &text[end..]);
    let before = head.strip_suffix(' ').unwrap_or(head).chars().next_back();
    let next = rest.strip_prefix(' ').unwrap_or(rest).chars().next();
    let is_inside = head.ends_with(' ') && before.is_some_and(|c| c.is_alphanumeric() || c == ',');
    let is_foreign = before.or(next).is_some_and(is_wide_char);
    let word = head.strip_suffix(' ').and_then(|h| h.rsplit(' ').next());
    let leads = word.is_some_and(|w| w.starts_with(|c: char| c.is_ascii_uppercase()));
    let follows =
        rest.starts_with(' ') && next.is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    // What the reader fills in: `User@Domain`.
    let is_part = rest.starts_with(['@', '\\', '/', '=']);
    let is_alone = (is_inside || is_foreign) && !leads && !follows && !is_part;
    is_alone.then_some(!is_inside || rest.starts_with(is_wide_char))
}

/// The range of a word with the copies that stand beside it: said twice in a row it is one name still.
fn with_copies(text: &str, mut start: usize, mut end: usize) -> (usize, usize) {
    let word = &text[start..end];
    let joins = |c: char| c.is_alphanumeric();
    let copy = |head: &str| head.strip_suffix(' ')?.strip_suffix(word).map(str::len);
    while let Some(at) = copy(&text[..start]).filter(|at| !text[..*at].ends_with(joins)) {
        start = at;
    }
    let copy = |rest: &str| Some(rest.strip_prefix(' ')?.strip_prefix(word)?.len());
    while let Some(left) = copy(&text[end..]).filter(|l| !text[text.len() - l..].starts_with(joins))
    {
        end = text.len() - left;
    }
    (start, end)
}
