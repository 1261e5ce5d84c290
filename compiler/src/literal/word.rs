//! Words as literals see them: runs of ASCII between white space, quotation marks and other
//! scripts, with the punctuation of the sentence cut off.

use std::ops::Range;

/// Which characters a word has, so that only the recognizers that can match look at it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shape {
    pub(crate) backslash: bool,
    pub(crate) slash: bool,
    pub(crate) dot: bool,
    pub(crate) dash: bool,
    pub(crate) colon: bool,
    pub(crate) digit: bool,
    pub(crate) underscore: bool,
    pub(crate) sigil: bool,
    /// A lower-case letter before an upper-case one.
    pub(crate) hump: bool,
}

/// No literal is longer; a longer run of bytes is passed over, so that trimming stays cheap.
const LONGEST: usize = 2048;

/// Whether a byte can stand in a word. Markup, quotation marks and list punctuation cannot.
fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'|' | b'`' | b',' | b';')
}

/// The next word at or after `from`, trimmed. Words of one byte are passed over.
pub(crate) fn next_word(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        while start < bytes.len() && !is_word_byte(bytes[start]) {
            start += 1;
        }
        if start >= bytes.len() {
            return None;
        }
        let mut end = start;
        while end < bytes.len() && is_word_byte(bytes[end]) {
            end += 1;
        }
        let word = match end - start > LONGEST {
            true => end..end,
            false => trim(text, start..end),
        };
        if word.len() > 1 && !is_torn(text, &word) {
            return Some((word, end));
        }
        start = end;
    }
}

/// Whether an accented Latin, Greek or Cyrillic letter continues the word on either side: then it
/// is a word of a language and not a literal.
fn is_torn(text: &str, word: &Range<usize>) -> bool {
    let joins = |c: char| !c.is_ascii() && c.is_alphabetic() && (c as u32) < 0x1100;
    let before = text[..word.start].chars().next_back().is_some_and(joins);
    before || text[word.end..].chars().next().is_some_and(joins)
}

/// Cuts brackets that are opened or closed elsewhere, and the punctuation of the sentence.
pub(crate) fn trim(text: &str, mut range: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    while range.start < range.end {
        match bytes[range.start] {
            b'(' | b'[' | b'{' | b'*' | b'\'' | b'!' | b'=' | b',' | b')' | b']' => {
                range.start += 1;
            }
            _ => break,
        }
    }
    while range.start < range.end {
        let word = &bytes[range.clone()];
        let count = |b: u8| word.iter().filter(|x| **x == b).count();
        match bytes[range.end - 1] {
            b'.' | b':' | b'!' | b'?' | b'\'' | b'*' | b'(' | b'[' | b'{' => range.end -= 1,
            b')' if count(b')') > count(b'(') => range.end -= 1,
            b']' if count(b']') > count(b'[') => range.end -= 1,
            b'}' if count(b'}') > count(b'{') => range.end -= 1,
            _ => break,
        }
    }
    range
}

/// The shape of a word.
pub(crate) fn shape(word: &str) -> Shape {
    let mut shape = Shape::default();
    let mut lower = false;
    for byte in word.bytes() {
        match byte {
            b'\\' => shape.backslash = true,
            b'/' => shape.slash = true,
            b'.' => shape.dot = true,
            b'-' => shape.dash = true,
            b':' => shape.colon = true,
            b'_' => shape.underscore = true,
            b'$' | b'%' | b'@' | b'~' => shape.sigil = true,
            b'0'..=b'9' => shape.digit = true,
            b'A'..=b'Z' if lower => shape.hump = true,
            _ => {}
        }
        lower = byte.is_ascii_lowercase();
    }
    shape
}
