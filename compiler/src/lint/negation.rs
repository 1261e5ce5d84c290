//! Whether a sentence denies something, by the words of its language.

use std::borrow::Cow;

use crate::document::Segment;
use crate::l10n::{self, Lexicon};
use crate::source::Locale;

use super::{running, words};

/// A language as far as it denies.
pub(crate) struct Tongue {
    lexicon: &'static Lexicon,
    /// Whether words stand apart.
    is_spaced: bool,
    denials: Vec<Denial>,
    /// The bytes that its denials begin with, in either case.
    firsts: [bool; 256],
}

/// A word that denies: `not`; or what such words begin with: `n’`.
struct Denial {
    text: &'static str,
    /// What stands before the apostrophe that it ends in.
    stem: Option<&'static str>,
    /// Its first byte, in lower case where it is a letter of ASCII.
    first: u8,
}

impl Tongue {
    pub(crate) fn of(locale: &Locale) -> Self {
        let lexicon = l10n::lexicon(locale);
        let mut firsts = [false; 256];
        let denials = lexicon.denials.iter().filter_map(|text| {
            let stem = text.strip_suffix('’');
            let first = text.bytes().next()?.to_ascii_lowercase();
            Some(Denial { text, stem, first })
        });
        let denials: Vec<Denial> = denials.collect();
        for denial in &denials {
            firsts[usize::from(denial.first)] = true;
            firsts[usize::from(denial.first.to_ascii_uppercase())] = true;
        }
        Tongue {
            lexicon,
            is_spaced: !locale.is_chinese(),
            denials,
            firsts,
        }
    }

    /// Whether enough is known of the language to tell that it does not deny.
    pub(crate) fn is_known(&self) -> bool {
        !self.lexicon.denials.is_empty() && !self.lexicon.hedges.is_empty()
    }

    /// Whether a sentence says a plain “not”.
    pub(crate) fn denies(&self, segment: &Segment) -> bool {
        let denials = &self.lexicon.denials;
        self.says(segment, |text| match self.is_spaced {
            true => self.words(text).any(|w| self.is_denial(w)),
            false => denials.iter().any(|d| text.contains(d.as_str())),
        })
    }

    /// Whether a sentence has any word that turns a statement round.
    pub(crate) fn negates(&self, segment: &Segment) -> bool {
        self.says(segment, |text| {
            self.has(text, &self.lexicon.negations, Edge::Word)
        })
    }

    /// Whether a sentence has a word that denies without a “not”, or that makes a “not” of another
    /// language superfluous: *until*, *avoid*, *closed*.
    pub(crate) fn hedges(&self, segment: &Segment) -> bool {
        self.says(segment, |text| {
            self.has(text, &self.lexicon.hedges, Edge::Start)
        })
    }

    /// The words of a text that may be denials, with their apostrophes: French ends one at it,
    /// English does not.
    fn words<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let goes_on = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
        let bytes = text.bytes().enumerate();
        let starts = bytes.filter(move |(at, byte)| {
            self.firsts[usize::from(*byte)] && !text[..*at].ends_with(goes_on)
        });
        starts.map(move |(at, _)| {
            let end = text[at..].find(|c| !goes_on(c));
            &text[at..end.map_or(text.len(), |end| at + end)]
        })
    }

    fn is_denial(&self, word: &str) -> bool {
        let first = word.bytes().next().map(|b| b.to_ascii_lowercase());
        let mut alike = self.denials.iter().filter(|d| Some(d.first) == first);
        alike.any(|d| same(word, d))
    }

    fn says(&self, segment: &Segment, is: impl Fn(&str) -> bool) -> bool {
        running::parts(segment).any(|part| is(&segment.text[part]))
    }

    fn has(&self, text: &str, phrases: &[String], edge: Edge) -> bool {
        let text = plain(&text.to_lowercase()).into_owned();
        phrases.iter().any(|phrase| {
            let phrase = plain(phrase);
            let mut found = words::places(&text, &phrase);
            found.any(|at| !self.is_spaced || stands(&text, at, at + phrase.len(), edge))
        })
    }
}

/// Text with the apostrophes of a keyboard.
fn plain(text: &str) -> Cow<'_, str> {
    match text.contains('’') {
        true => Cow::Owned(text.replace('’', "'")),
        false => Cow::Borrowed(text),
    }
}

/// Where a phrase must stand apart from the letters around it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Edge {
    Start,
    Word,
}

fn stands(text: &str, start: usize, end: usize, edge: Edge) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let is_open = text[..end].ends_with('\'') || edge == Edge::Start;
    !before.is_some_and(char::is_alphanumeric)
        && (is_open || !after.is_some_and(char::is_alphanumeric))
}

/// Whether a word is a denial, or begins with one that ends in an apostrophe: `n’est`.
fn same(word: &str, denial: &Denial) -> bool {
    match denial.stem {
        Some(stem) => {
            let rest = word
                .get(..stem.len())
                .filter(|w| w.eq_ignore_ascii_case(stem));
            rest.is_some() && word[stem.len()..].starts_with(['\'', '’'])
        }
        None => is_equal(word, denial.text),
    }
}

fn lower(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}

fn is_equal(word: &str, denial: &str) -> bool {
    let plain = |c: char| if c == '’' { '\'' } else { c };
    let first = |w: &str| w.chars().next();
    word.len().abs_diff(denial.len()) <= 2
        && first(word).map(|c| c.to_ascii_lowercase()) == first(denial)
        && lower(word).map(plain).eq(lower(denial).map(plain))
}
