//! A text in which differences that do not matter to a search are gone, one character for one.

use std::ops::Range;

/// Characters in lower case with full-width forms, dashes and spaces made plain, and the bytes
/// that each came from.
#[derive(Debug)]
pub(crate) struct Folded {
    pub(crate) chars: Vec<char>,
    offsets: Vec<u32>,
    /// Up to each character, how many belong to literals.
    taken: Vec<u32>,
}

impl Folded {
    /// Folds `text`; `taken` are bytes that no match may touch.
    pub(crate) fn new(text: &str, taken: &[Range<u32>]) -> Self {
        let mut chars = Vec::with_capacity(text.len());
        let mut offsets = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            chars.push(fold(c));
            offsets.push(at as u32);
        }
        offsets.push(text.len() as u32);
        let index = |byte: u32| offsets.partition_point(|o| *o < byte);
        let mut marks = vec![false; chars.len()];
        for range in taken {
            marks[index(range.start)..index(range.end)].fill(true);
        }
        let sum = |sum: &mut u32, mark: bool| {
            *sum += u32::from(mark);
            Some(*sum)
        };
        let sums = marks.into_iter().scan(0, sum);
        let taken = std::iter::once(0).chain(sums).collect();
        Folded {
            chars,
            offsets,
            taken,
        }
    }

    /// The bytes of a range of characters.
    pub(crate) fn bytes(&self, range: Range<usize>) -> Range<u32> {
        self.offsets[range.start]..self.offsets[range.end]
    }

    /// The characters of a range of bytes.
    pub(crate) fn chars_of(&self, range: &Range<u32>) -> Range<usize> {
        let index = |byte: u32| self.offsets.partition_point(|o| *o < byte);
        index(range.start)..index(range.end)
    }

    /// Whether no literal that is as it should be lies in `range`.
    pub(crate) fn is_free(&self, range: &Range<usize>) -> bool {
        self.taken[range.start] == self.taken[range.end]
    }

    /// The character at `index`, or a line feed outside of the text.
    pub(crate) fn at(&self, index: usize) -> char {
        self.chars.get(index).copied().unwrap_or('\n')
    }

    /// The character before `index`, or a line feed.
    pub(crate) fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\n', |i| self.at(i))
    }

    /// Where `needle` stands as words of its own and free, at most 16 times.
    pub(crate) fn occurrences(&self, needle: &[char]) -> Vec<Range<usize>> {
        let Some(first) = needle.first() else {
            return Vec::new();
        };
        let joins = |a: char, b: char| is_name(a) && is_name(b);
        let starts = self.chars.iter().enumerate().filter(|(_, c)| *c == first);
        let ranges = starts.filter_map(|(i, _)| {
            let range = i..i + needle.len();
            let matches = self.chars.get(range.clone())? == needle;
            let apart =
                !joins(self.before(i), *first) && !joins(*needle.last()?, self.at(range.end));
            (matches && apart && self.is_free(&range)).then_some(range)
        });
        ranges.take(16).collect()
    }
}

impl Folded {
    /// Where `needle` stands, free or not, as words of its own where its script has spaces. At most
    /// 16 times.
    pub(crate) fn runs(&self, needle: &[char]) -> Vec<Range<usize>> {
        self.runs_from(needle, 0..self.chars.len())
    }

    /// Of these, the ones that begin in a part of the text.
    pub(crate) fn runs_from(&self, needle: &[char], part: Range<usize>) -> Vec<Range<usize>> {
        let (Some(first), Some(last)) = (needle.first(), needle.last()) else {
            return Vec::new();
        };
        let joins = |a: char, b: char| is_name(a) && is_name(b);
        let part = part.start..part.end.min(self.chars.len());
        let starts = part.filter(|i| self.chars[*i] == *first);
        let ranges = starts.map(|i| i..i + needle.len());
        let whole = ranges.filter(|r| {
            let apart = !joins(self.before(r.start), *first) && !joins(*last, self.at(r.end));
            apart && self.chars.get(r.clone()).is_some_and(|c| c == needle)
        });
        whole.take(16).collect()
    }

    /// Where `needle` stands as words of its own and free, with white space let into it before or
    /// after a sign: `dc01. contoso. net`. At most 16 times.
    pub(crate) fn spaced_occurrences(&self, needle: &[char]) -> Vec<Range<usize>> {
        let Some(first) = needle.first() else {
            return Vec::new();
        };
        let starts = self.chars.iter().enumerate().filter(|(_, c)| *c == first);
        let ranges = starts.filter_map(|(start, _)| {
            let end = self.spaced_end(start, needle)?;
            let joins = |a: char, b: char| is_name(a) && is_name(b);
            let apart = !joins(self.before(start), *first) && !joins(*needle.last()?, self.at(end));
            (apart && self.is_free(&(start..end))).then_some(start..end)
        });
        ranges.take(16).collect()
    }

    fn spaced_end(&self, start: usize, needle: &[char]) -> Option<usize> {
        let mut at = start;
        for (i, c) in needle.iter().enumerate() {
            let before = i.checked_sub(1).map(|i| needle[i]);
            let beside_sign = !c.is_alphanumeric() || before.is_some_and(|b| !b.is_alphanumeric());
            if i > 0 && beside_sign && *c != ' ' && self.at(at) == ' ' {
                at += 1;
            }
            if self.at(at) != *c {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

/// Folds a text without keeping where its characters came from.
pub(crate) fn fold_all(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

/// Whether a character is part of a name written in ASCII or an accented letter of one.
pub(crate) fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c == '_'
        || (c.is_alphabetic() && (0xc0..0x1100).contains(&(c as u32)))
}

/// Whether a character is written without spaces between words.
pub(crate) fn is_wide(c: char) -> bool {
    c.is_alphanumeric() && c as u32 >= 0x1100
}

fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        c if c.is_ascii() => c,
        '\u{ff01}'..='\u{ff5e}' => {
            let plain = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
            plain.to_ascii_lowercase()
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => ' ',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}
