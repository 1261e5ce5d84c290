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

/// What a byte is to a word. Markup, quotation marks and list punctuation cannot stand in one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Outside,
    Lower,
    Upper,
    Other,
}

const fn class(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' => Class::Lower,
        b'A'..=b'Z' => Class::Upper,
        b'"' | b'<' | b'>' | b'|' | b'`' | b',' | b';' => Class::Outside,
        _ if byte.is_ascii_graphic() => Class::Other,
        _ => Class::Outside,
    }
}

/// All text goes through here byte by byte, so this is looked up and not reckoned.
static CLASSES: [Class; 256] = {
    let mut classes = [Class::Outside; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = class(byte as u8);
        byte += 1;
    }
    classes
};

/// The end of the run of bytes from `start` on that can stand in a word, and whether it is of
/// letters only, without a hump.
fn run(bytes: &[u8], start: usize) -> (usize, bool) {
    let (mut end, mut is_plain, mut last) = (start, true, Class::Outside);
    while let Some(byte) = bytes.get(end) {
        let class = CLASSES[*byte as usize];
        match class {
            Class::Outside => break,
            Class::Lower => {}
            Class::Upper => is_plain &= last != Class::Lower,
            Class::Other => is_plain = false,
        }
        last = class;
        end += 1;
    }
    (end, is_plain)
}

/// The next word at or after `from` that may be a literal, trimmed. Words of one byte are passed
/// over, and those of plain letters: nearly all words are, and none of them is a literal unless a
/// dash of another script stands before it.
pub(crate) fn next_word(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        let skipped = bytes[start..].iter();
        start += skipped
            .take_while(|b| CLASSES[**b as usize] == Class::Outside)
            .count();
        if start >= bytes.len() {
            return None;
        }
        let (end, is_plain) = run(bytes, start);
        if is_plain && (start == 0 || bytes[start - 1].is_ascii()) {
            start = end;
            continue;
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
