//! How a code block differs from what it really says: what the rules of the COD family share.
//!
//! A block is compared line by line. What differs is told apart by what it does to a reader who
//! copies it; which rule speaks of which is the rules' to say.

use std::ops::Range;

use crate::canon::CanonicalCode;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message, Severity};
use crate::document::{BlockId, BlockKind, Document, Segment};
use crate::lint::{ArticleView, Rule, report};
use crate::shell::{self, CodeClass, refuse};

/// A block of a translation that says something else than it should.
pub(crate) struct Block<'a> {
    whole: ArticleView<'a>,
    code: &'a CanonicalCode,
    column: usize,
    segment: &'a Segment,
    /// What it is.
    pub(crate) class: CodeClass,
    /// Whether no translation says what the source says: it was revised after them.
    pub(crate) revised: bool,
    /// Where it differs, in order.
    pub(crate) hunks: Vec<Hunk>,
}

/// A place where two versions of a code block differ.
pub(crate) struct Hunk {
    here: Range<usize>,
    there: Range<usize>,
    /// What differs.
    pub(crate) kind: Difference,
}

/// What differs in a place of a code block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// Words of a language: a message, a comment, what is left to the reader.
    Words,
    /// Characters that look alike: curly quotes, long dashes, full-width forms.
    Characters,
    /// Anything else.
    Code,
}

/// The blocks of translations that say something else than they should.
pub(crate) fn damaged<'a>(whole: &ArticleView<'a>) -> impl Iterator<Item = Block<'a>> {
    let whole = *whole;
    whole.canon.decided_code().flat_map(move |code| {
        let readings = code.readings.iter().enumerate();
        readings.filter_map(move |(column, reading)| match reading {
            Some((block, false)) if whole.is_translation(column) => {
                Block::of(whole, code, column, *block)
            }
            _ => None,
        })
    })
}

impl<'a> Block<'a> {
    fn of(
        whole: ArticleView<'a>,
        code: &'a CanonicalCode,
        column: usize,
        block: BlockId,
    ) -> Option<Self> {
        let document = whole.document(column);
        let (_, segment) = document.segments_of(block).next()?;
        let info = match &document.block(block).kind {
            BlockKind::Code { info, .. } => info.as_str(),
            _ => "",
        };
        let class = shell::classify(&code.text, info);
        let says = |c: usize| matches!(code.readings[c], Some((_, true)) | None);
        Some(Block {
            whole,
            code,
            column,
            segment,
            class,
            revised: whole.is_later_revision(says),
            hunks: hunks(&segment.text, &code.text, class),
        })
    }

    /// Whether it does not parse any more, and what it should say does.
    pub(crate) fn is_broken(&self) -> bool {
        let CodeClass::Command(dialect) = self.class else {
            return false;
        };
        shell::parse(dialect, &self.code.text).clean
            && !shell::parse(dialect, &self.segment.text).clean
    }

    /// A diagnostic at `hunk`, its message told what should stand there.
    pub(crate) fn diagnostic(&self, rule: &Rule, hunk: &Hunk, message: &'static str) -> Diagnostic {
        let span = self
            .segment
            .source_span(hunk.here.start as u32..hunk.here.end as u32);
        let expected = self.code.text[hunk.there.clone()].to_owned();
        let message = Message::new(message).with("expected", expected.trim());
        let mut found = report::diagnostic(rule, self.whole, self.column, span, message);
        // No revision changes how a character merely looks.
        if self.revised && hunk.kind != Difference::Characters {
            found.severity = Severity::Info;
        }
        // Lines of an indented block carry its indent in the file, so only a part of a line is put back.
        let whole = found.found == self.segment.text[hunk.here.clone()];
        let simple = whole && !expected.contains('\n') && hunk.kind != Difference::Words;
        found.fix = simple.then(|| Fix {
            applicability: match hunk.kind {
                Difference::Characters => Applicability::Safe,
                _ => Applicability::Unsafe,
            },
            edits: vec![Edit {
                span,
                text: expected.clone(),
            }],
        });
        found.expected = Some(expected);
        found.evidence = self.code.evidence.clone();
        found
    }
}

/// Whether a document has all lines of `code`, be it in another form or place.
pub(crate) fn says(document: &Document, code: &str) -> bool {
    let text = document.file.text();
    code.lines().all(|line| text.contains(line.trim()))
}

/// Whether two blocks are one whose words were translated: the same without comments, or no code
/// at all.
pub(crate) fn is_translated(own: &str, code: &str) -> bool {
    let bare = |code: &str| -> Vec<String> {
        let lines = code.lines().map(|l| l.split(" #").next().unwrap_or(l));
        lines.map(|l| l.trim().to_owned()).collect()
    };
    let is_prose = |text: &str| {
        let letters = text
            .chars()
            .filter(|c| c.is_alphabetic() || c.is_whitespace());
        letters.count() * 10 > text.chars().count() * 9
    };
    bare(own) == bare(code) || is_prose(own) && is_prose(code)
}

/// The lines that differ. Where the lines do not match one by one, all that differs.
fn hunks(here: &str, there: &str, class: CodeClass) -> Vec<Hunk> {
    let hunk = |(here, there): (Range<usize>, Range<usize>), a: &str, b: &str| Hunk {
        kind: kind(&a[here.clone()], &b[there.clone()], class),
        here,
        there,
    };
    if here.lines().count() != there.lines().count() {
        return vec![hunk(difference(here, there), here, there)];
    }
    let mut starts = (0, 0);
    let mut hunks = Vec::new();
    for (a, b) in here.split_inclusive('\n').zip(there.split_inclusive('\n')) {
        let (left, right) = (a.trim_end(), b.trim_end());
        if left != right {
            let mut found = hunk(difference(left, right), left, right);
            found.here = found.here.start + starts.0..found.here.end + starts.0;
            found.there = found.there.start + starts.1..found.there.end + starts.1;
            hunks.push(found);
        }
        starts = (starts.0 + a.len(), starts.1 + b.len());
    }
    hunks
}

fn kind(here: &str, there: &str, class: CodeClass) -> Difference {
    let runs = matches!(
        class,
        CodeClass::Command(_) | CodeClass::Transcript(_) | CodeClass::FileContent(_)
    );
    match () {
        () if refuse::looks_alike(here, there) => Difference::Characters,
        () if is_prose(here) || is_prose(there) => Difference::Words,
        // What nobody runs may be labelled in the reader's language.
        () if !runs && is_label(here) && is_label(there) => Difference::Words,
        () => Difference::Code,
    }
}

/// Whether a text is words of a language: letters outside of ASCII, two plain words in a row, or
/// what is left to the reader: `<name>`, `[FLAGS]`, `(optional)`, `RELEASE_NAME`.
fn is_prose(text: &str) -> bool {
    let foreign = text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let is_placeholder = |word: &str| {
        let bracketed = word.starts_with(['<', '[', '(']) && word.ends_with(['>', ']', ')']);
        bracketed || word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'_')
    };
    let placeholder = !text.is_empty() && text.split_whitespace().all(is_placeholder);
    let plain = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '-');
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let words: Vec<bool> = text.split_whitespace().map(plain).collect();
    foreign || placeholder || words.windows(2).any(|pair| pair[0] && pair[1])
}

/// Whether a text is one plain word, as an option's description or a heading may be.
fn is_label(text: &str) -> bool {
    let word = text.trim_matches(|c: char| c.is_ascii_punctuation() || c.is_whitespace());
    !word.is_empty() && word.chars().all(char::is_alphabetic)
}

/// The words in which two texts differ: what is left without the words that both begin and end in.
fn difference(a: &str, b: &str) -> (Range<usize>, Range<usize>) {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let start = a[..floor(a, same)].rfind(is_gap).map_or(0, |i| i + 1);
    let (rest_a, rest_b) = (&a[start..], &b[start..]);
    let same = rest_a
        .bytes()
        .rev()
        .zip(rest_b.bytes().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let tail_start = ceil(rest_a, rest_a.len() - same);
    let tail = &rest_a[tail_start..];
    // The tail counts from its first whole word on; it is one already where a space is before it.
    let fresh = |rest: &str| {
        let before = &rest[..rest.len() - tail.len()];
        before.chars().next_back().is_none_or(is_gap)
    };
    let kept = match fresh(rest_a) && fresh(rest_b) {
        true => tail.len(),
        false => tail.find(is_gap).map_or(0, |i| tail.len() - i),
    };
    (start..a.len() - kept, start..b.len() - kept)
}

/// Other white space is damage itself.
fn is_gap(c: char) -> bool {
    c.is_ascii_whitespace()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn a_difference_is_whole_words() {
        let (a, b) = ("run alpha --now", "run alfa --now");
        let (left, right) = difference(a, b);
        assert_eq!((&a[left], &b[right]), ("alpha", "alfa"));
    }

    #[test]
    fn a_word_more_is_a_difference_of_one_side() {
        let (a, b) = ("run now", "run it now");
        let (left, right) = difference(a, b);
        assert_eq!((&a[left], &b[right]), ("", "it "));
    }
}
