//! What became of a name of several words: a word of it translated, misspelt, lost, or moved.

use std::cell::OnceCell;
use std::ops::Range;

use crate::document::Segment;
use crate::l10n::Lexicon;
use crate::literal::names::{self, Word};

use super::distance::distance;

/// What happened to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameDamage {
    /// Letters are of another case.
    Case,
    /// A word is misspelt.
    Letters,
    /// A word is one of the language.
    Translated,
    /// A word in the middle is gone, and what is left is another name.
    Shortened,
    /// The words stand in another order.
    Order,
}

/// A damaged name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMatch {
    /// Bytes in the segment's text.
    pub range: Range<u32>,
    /// How it was damaged.
    pub damage: NameDamage,
    /// The words of the name that stand there, as they should.
    pub expected: String,
}

/// A segment in which names are looked for.
pub struct NameSearch<'a> {
    segment: &'a Segment,
    lexicon: &'a Lexicon,
    words: OnceCell<Vec<Word>>,
}

impl<'a> NameSearch<'a> {
    /// A search in `segment`, whose language has the cues of `lexicon`.
    pub fn new(segment: &'a Segment, lexicon: &'a Lexicon) -> Self {
        NameSearch {
            segment,
            lexicon,
            words: OnceCell::new(),
        }
    }

    /// Looks for what became of `name`, whose words are parted by one space, outside of places
    /// where it or a part of it stands as it should.
    pub fn find(&self, name: &str) -> Vec<NameMatch> {
        let wanted: Vec<&str> = name.split(' ').collect();
        let any = |w: &&str| is_lettered(w) && self.segment.text.contains(*w);
        if !wanted.iter().any(any) {
            return Vec::new();
        }
        let text = Text {
            text: &self.segment.text,
            words: self.words.get_or_init(|| names::words(self.segment)),
            lexicon: self.lexicon,
        };
        text.find(&wanted)
    }
}

/// Words of a name that stand in a text as they should.
struct Block {
    /// Of the name.
    parts: Range<usize>,
    /// Of the text.
    words: Range<usize>,
}

struct Text<'a> {
    text: &'a str,
    words: &'a [Word],
    lexicon: &'a Lexicon,
}

impl Text<'_> {
    fn find(&self, wanted: &[&str]) -> Vec<NameMatch> {
        let mut found: Vec<NameMatch> = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let first = self.text.as_bytes()[self.words[at].start];
            if !wanted.iter().any(|w| w.as_bytes().first() == Some(&first)) {
                at += 1;
                continue;
            }
            match self.block(wanted, at) {
                Some(block) => {
                    at = block.words.end;
                    let is_whole = block.parts.len() == wanted.len();
                    let hit = (!is_whole).then(|| self.damaged(wanted, &block)).flatten();
                    if let Some(hit) = hit {
                        let end = hit.range.end as usize;
                        while at < self.words.len() && self.words[at].start < end {
                            at += 1;
                        }
                        found.push(hit);
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    fn word(&self, at: usize) -> &str {
        self.words[at].of(self.text)
    }

    /// The longest part of the name, with letters in it, that begins at a word.
    fn block(&self, wanted: &[&str], at: usize) -> Option<Block> {
        let mut best: Option<Block> = None;
        for (from, _) in wanted
            .iter()
            .enumerate()
            .filter(|(_, w)| **w == self.word(at))
        {
            let mut length = 1;
            while from + length < wanted.len()
                && at + length < self.words.len()
                && self.words[at + length].follows
                && self.word(at + length) == wanted[from + length]
            {
                length += 1;
            }
            let known = best.as_ref().map_or(0, |b| b.parts.len());
            let lettered = wanted[from..from + length].iter().any(|w| is_lettered(w));
            if lettered && length > known {
                best = Some(Block {
                    parts: from..from + length,
                    words: at..at + length,
                });
            }
        }
        best
    }

    fn damaged(&self, wanted: &[&str], block: &Block) -> Option<NameMatch> {
        let behind = || {
            wanted
                .get(block.parts.end)
                .and_then(|w| self.behind(wanted, block, w))
        };
        let before = || {
            let last = block.parts.start.checked_sub(1)?;
            self.before(wanted, block, wanted[last])
        };
        behind().or_else(before)
    }

    /// What stands for the next word of the name, behind a block or moved before it.
    fn behind(&self, wanted: &[&str], block: &Block, next: &str) -> Option<NameMatch> {
        let start = self.words[block.words.start].start;
        let end = self.words[block.words.end - 1].end;
        let after = self.words.get(block.words.end).filter(|w| w.follows);
        if let Some(word) = after {
            let found = word.of(self.text);
            if let Some(damage) = misspelt(found, next) {
                let rest = self.rest(wanted, block.parts.end + 1, block.words.end + 1);
                let parts = block.parts.start..block.parts.end + 1 + rest;
                let end = self.words[block.words.end + rest].end;
                return Some(hit(wanted, parts, start..end, damage));
            }
            let skipped = block.parts.end + 1;
            if is_lettered(next) && wanted.get(skipped) == Some(&found) {
                let rest = self.rest(wanted, skipped, block.words.end);
                let parts = block.parts.start..skipped + rest;
                let end = self.words[block.words.end + rest - 1].end;
                return Some(hit(wanted, parts, start..end, NameDamage::Shortened));
            }
        }
        let tail = &self.text[end..];
        let gap = tail.len() - tail.trim_start_matches([' ', '\u{a0}']).len();
        if let Some(length) = self.translation(&tail[gap..], next) {
            let end = end + gap + length;
            let following = self.words.partition_point(|w| w.start < end);
            let rest = self.rest(wanted, block.parts.end + 1, following);
            let last = following + rest;
            let near = |i: usize| names::is_space(&self.text[end..self.words[i].start]);
            let (rest, end) = match rest > 0 && near(following) {
                true => (rest, self.words[last - 1].end),
                false => (0, end),
            };
            let parts = block.parts.start..block.parts.end + 1 + rest;
            return Some(hit(wanted, parts, start..end, NameDamage::Translated));
        }
        self.moved(wanted, block, next)
    }

    /// What stands for the word of the name before a block.
    fn before(&self, wanted: &[&str], block: &Block, word: &str) -> Option<NameMatch> {
        let first = &self.words[block.words.start];
        let end = self.words[block.words.end - 1].end;
        let previous = block.words.start.checked_sub(1).filter(|_| first.follows)?;
        let damage = misspelt(self.word(previous), word)?;
        let parts = block.parts.start - 1..block.parts.end;
        let start = self.words[previous].start;
        Some(hit(wanted, parts, start..end, damage))
    }

    /// The next word, or one of the language for it, moved before a block: `2013 de Lync Server`.
    fn moved(&self, wanted: &[&str], block: &Block, next: &str) -> Option<NameMatch> {
        let first = self.words[block.words.start].start;
        let end = self.words[block.words.end - 1].end;
        let head = self.text[..first].trim_end_matches([' ', '\u{a0}']);
        let joint = self
            .lexicon
            .joints
            .iter()
            .filter(|j| head.ends_with(j.as_str()));
        let joint = joint.max_by_key(|j| j.len())?;
        let head = head[..head.len() - joint.len()].strip_suffix([' ', '\u{a0}'])?;
        let kept = head.ends_with(next) && next.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let before = head[..head.len() - if kept { next.len() } else { 0 }]
            .chars()
            .next_back();
        if kept && before.is_none_or(|c| !c.is_alphanumeric() && c != '.') {
            let parts = block.parts.start..block.parts.end + 1;
            let start = head.len() - next.len();
            return Some(hit(wanted, parts, start..end, NameDamage::Order));
        }
        None
    }

    /// How many words of the name from `part` on stand from word `at` on.
    fn rest(&self, wanted: &[&str], part: usize, at: usize) -> usize {
        let pairs = wanted[part.min(wanted.len())..]
            .iter()
            .zip(at..self.words.len());
        let first = at;
        pairs
            .take_while(|(w, i)| self.word(*i) == **w && (*i == first || self.words[*i].follows))
            .count()
    }

    /// How many bytes at the front of `tail` are a translation of `word`.
    fn translation(&self, tail: &str, word: &str) -> Option<usize> {
        let names = self
            .lexicon
            .names
            .iter()
            .filter(|(_, w)| w.iter().any(|w| w == word));
        let fits = names.filter(|(t, _)| is_front(tail, t));
        fits.map(|(t, _)| t.len()).max()
    }
}

fn is_front(tail: &str, translation: &str) -> bool {
    let Some(front) = tail.get(..translation.len()) else {
        return false;
    };
    let joined = |c: char| c.is_alphanumeric() && (c as u32) < 0x1100;
    let wide = translation.ends_with(|c: char| c as u32 >= 0x1100);
    let ends = wide || !tail[translation.len()..].starts_with(joined);
    ends && front.to_lowercase() == *translation
}

fn is_lettered(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_alphabetic())
}

/// How a word of the text differs from one of a name, if it can be the same.
fn misspelt(found: &str, wanted: &str) -> Option<NameDamage> {
    if found == wanted || !is_lettered(wanted) {
        return None;
    }
    if found.eq_ignore_ascii_case(wanted) {
        return Some(NameDamage::Case);
    }
    let shorter = found.len().min(wanted.len());
    let most = if wanted.len() < 8 { 1 } else { 2 };
    let letters = |w: &str| w.bytes().all(|b| b.is_ascii_alphabetic());
    let capital = found.starts_with(|c: char| c.is_ascii_uppercase());
    // Names with digits in them are models: another digit is another model.
    let alike = capital && shorter > 3 && letters(found) && letters(wanted);
    let plural = found.trim_end_matches('s') == wanted.trim_end_matches('s');
    let edits = || {
        let (a, b): (Vec<char>, Vec<char>) = (found.chars().collect(), wanted.chars().collect());
        distance(&a, &b)
    };
    (alike && !plural && found.len().abs_diff(wanted.len()) <= most && edits() <= most)
        .then_some(NameDamage::Letters)
}

fn hit(wanted: &[&str], parts: Range<usize>, range: Range<usize>, damage: NameDamage) -> NameMatch {
    NameMatch {
        range: range.start as u32..range.end as u32,
        damage,
        expected: wanted[parts].join(" "),
    }
}
