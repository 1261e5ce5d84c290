//! Names that are also words: what only the evidence of the article sets apart from its prose.
//!
//! `None`, `Port` or `Logging` is a literal where the article's code has it as an argument, as a
//! parameter or in a path, or where the translations keep it as it is; and only where the source
//! writes it as no word of a sentence is written. It does not look at translations for names that
//! the source lacks.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::document::{BlockKind, Document, LiteralKind, Segment, SegmentId};
use crate::l10n::{self, Lexicon};
use crate::literal::search::{self, Apart, Folded, Setting, noun};

use super::group::Row;
use super::witness::Witnesses;

/// Least independent translations that keep a word for it to be a name.
const KEPT: usize = 2;

/// Names that the code and the paths of the source have, in exactly that spelling.
#[derive(Debug, Default)]
struct Known {
    arguments: BTreeSet<String>,
    parameters: BTreeSet<String>,
    commands: BTreeSet<String>,
}

/// Parameters of the cmdlets that the source names, and the values that these accept.
#[derive(Debug, Default)]
struct Catalogued {
    parameters: BTreeSet<String>,
    values: BTreeSet<String>,
}

/// The names of an article, collected when first asked for.
pub(super) struct Names<'a> {
    source: Option<&'a Document>,
    catalogue: &'a Catalogue,
    known: OnceCell<Known>,
    /// Elements of paths and registry keys.
    elements: OnceCell<BTreeSet<String>>,
    catalogued: OnceCell<Catalogued>,
}

impl<'a> Names<'a> {
    pub(super) fn of(article: &'a Article, catalogue: &'a Catalogue) -> Self {
        Names {
            source: article.source.map(|s| &article.documents[s]),
            catalogue,
            known: OnceCell::new(),
            elements: OnceCell::new(),
            catalogued: OnceCell::new(),
        }
    }

    fn is_parameter(&self, word: &str) -> bool {
        self.known().parameters.contains(word) || self.catalogued().parameters.contains(word)
    }

    fn is_argument(&self, word: &str) -> bool {
        self.known().arguments.contains(word) || self.catalogued().values.contains(word)
    }

    fn catalogued(&self) -> &Catalogued {
        let ask = || {
            let commands = &self.known().commands;
            let cmdlets = commands.iter().filter_map(|c| self.catalogue.find(c));
            let mut catalogued = Catalogued::default();
            for parameter in cmdlets.flat_map(|c| c.parameters()) {
                catalogued.parameters.insert(parameter.name.to_owned());
                let values = parameter.values().map(|v| v.into_owned());
                catalogued.values.extend(values);
            }
            catalogued
        };
        self.catalogued.get_or_init(ask)
    }

    fn elements(&self) -> &BTreeSet<String> {
        self.elements
            .get_or_init(|| self.source.map(elements).unwrap_or_default())
    }

    fn known(&self) -> &Known {
        self.known
            .get_or_init(|| self.source.map(collect).unwrap_or_default())
    }

    /// Adds the names that the source has in a row to its groups.
    pub(super) fn gather(&self, row: &mut Row<'_>, witnesses: &Witnesses) {
        let Some(column) = witnesses.source.filter(|s| row.present.contains(s)) else {
            return;
        };
        let document = row.document(column);
        let lexicon = l10n::lexicon(&document.locale);
        let segments: Vec<_> = row.segments(column).collect();
        for (unit, id) in segments {
            let view = View {
                names: self,
                row,
                witnesses,
                column,
                id,
                segment: document.segment(id),
                lexicon,
                folded: OnceCell::new(),
            };
            let found = view.names();
            let groups = view.groups();
            for (kind, range) in found {
                row.add(column, unit, id, kind, range);
            }
            for normal in groups {
                row.rename(&normal, LiteralKind::GroupName);
            }
        }
    }
}

/// One segment of the source.
struct View<'a> {
    names: &'a Names<'a>,
    row: &'a Row<'a>,
    witnesses: &'a Witnesses,
    column: usize,
    id: SegmentId,
    segment: &'a Segment,
    lexicon: &'a Lexicon,
    folded: OnceCell<Folded>,
}

type Found = (LiteralKind, Range<u32>);

impl View<'_> {
    fn names(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let apart = match self.segment.marks.is_empty() && !has_quotes(&self.segment.text) {
            true => Vec::new(),
            false => search::apart(self.segment, self.lexicon),
        };
        for span in &apart {
            if let Some(kind) = self.set_apart(span) {
                push(&mut found, (kind, span.range.clone()));
            }
        }
        self.spaced(&mut found);
        let mut from = 0;
        while let Some(word) = capitalized(&self.segment.text, from) {
            from = word.end as usize;
            let inside = |a: &Apart| a.range.start <= word.start && word.end <= a.range.end;
            if !apart.iter().any(inside)
                && let Some(kind) = self.bare(&word)
            {
                push(&mut found, (kind, word));
            }
        }
        found.sort_by_key(|(_, r)| r.start);
        found
    }

    /// What a word is that the source sets apart.
    fn set_apart(&self, span: &Apart) -> Option<LiteralKind> {
        let text = self.segment.slice(span.range.clone());
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let letter = text.starts_with(|c: char| c.is_ascii_alphabetic());
        if span.setting == Setting::Code || text.len() < 2 || !plain || !letter {
            return None;
        }
        if !self.is_free(&span.range) {
            return None;
        }
        if (self.leads(span) || self.noun(noun::PARAMETER, &span.range, true))
            && self.names.is_parameter(text)
        {
            return Some(LiteralKind::Parameter);
        }
        let argument = || self.names.known().arguments.contains(text);
        let value = match span.setting {
            // A word of the language in lower case is a name only where hardly anyone translates it.
            _ if text.starts_with(|c: char| c.is_ascii_lowercase()) => {
                let quoted = span.setting == Setting::Quoted && argument();
                (quoted || span.setting == Setting::Strong) && self.is_kept_by_most(text)
            }
            Setting::Quoted => argument(),
            // A label in bold begins with a capital; a term in italics is one of the language.
            _ => argument() && self.kept(text) > 0,
        };
        value.then_some(LiteralKind::Value)
    }

    /// Whether what is set apart opens a text that explains it.
    fn leads(&self, span: &Apart) -> bool {
        let document = self.row.document(self.column);
        let block = document.block(self.segment.block);
        let first = block.segments.start == self.id.0 && span.range.start == 0;
        let goes_on =
            block.segments.len() > 1 || (span.range.end as usize) < self.segment.text.len();
        let explained = match block.kind {
            BlockKind::Cell { column, .. } => column == 0,
            BlockKind::Paragraph => goes_on,
            _ => false,
        };
        first && span.setting != Setting::Quoted && explained
    }

    /// What a word is that only its capital sets apart.
    fn bare(&self, word: &Range<u32>) -> Option<LiteralKind> {
        let text = self.segment.slice(word.clone());
        if !self.is_free(word) {
            return None;
        }
        if self.noun(noun::PARAMETER, word, true) {
            let is_name = self.names.is_parameter(text) || self.kept(text) > 0;
            return is_name.then_some(LiteralKind::Parameter);
        }
        if self.names.elements().contains(text) && self.noun(noun::FOLDER, word, false) {
            return Some(LiteralKind::Path);
        }
        // One of a list of names is a name of its kind, and no value.
        let listed = self.segment.text[word.end as usize..].starts_with(',');
        let is_constant = l10n::constants().contains(text)
            && (self.names.is_argument(text) || !listed && self.kept(text) > 0);
        is_constant.then_some(LiteralKind::Value)
    }

    /// Names of several words that are an element of a key, or that follow `source`.
    fn spaced(&self, found: &mut Vec<Found>) {
        let text = &self.segment.text;
        let coined = |name: &str| name.split(' ').any(search::is_coined);
        let elements = self.names.elements().iter();
        for name in elements.filter(|e| e.contains(' ') && coined(e)) {
            for (start, _) in text.match_indices(name.as_str()) {
                let range = start as u32..(start + name.len()) as u32;
                if !is_word(text, &range) || !self.is_free(&range) {
                    continue;
                }
                let kind = match self.noun(noun::SOURCE, &range, false) {
                    true => LiteralKind::EventSource,
                    false => LiteralKind::Value,
                };
                push(found, (kind, range));
            }
        }
    }

    /// Keys of the groups of accounts and roles among the literals of the segment.
    fn groups(&self) -> Vec<String> {
        let literals = self.segment.literals.iter();
        let names = literals.filter(|l| l.kind == LiteralKind::Identifier);
        let named = |range: &Range<u32>| {
            self.noun(noun::GROUP, range, true) || self.noun(noun::ROLE, range, true)
        };
        let named = names.filter(|l| l.range.len() > 3 && named(&l.range));
        named.map(|l| l.normal.clone()).collect()
    }

    fn is_free(&self, range: &Range<u32>) -> bool {
        let mut literals = self.segment.literals.iter();
        !literals.any(|l| l.range.start < range.end && range.start < l.range.end)
    }

    fn noun(&self, noun: &str, range: &Range<u32>, beside: bool) -> bool {
        if !self.mentions(noun) {
            return false;
        }
        let folded = self
            .folded
            .get_or_init(|| Folded::new(&self.segment.text, &[]));
        let range = folded.chars_of(range);
        match beside {
            true => noun::beside(noun, &range, folded, self.lexicon),
            false => noun::near(noun, &range, folded, self.lexicon),
        }
    }

    /// Whether the segment may have a noun at all: all of it but a first letter in any case.
    fn mentions(&self, noun: &str) -> bool {
        let words = self.lexicon.nouns.iter().filter(|(_, n)| *n == noun);
        let tail = |word: &str| word.char_indices().nth(1).map_or(0, |(at, _)| at);
        let mut words = words.map(|(word, _)| &word[tail(word)..]);
        words.any(|word| self.segment.text.contains(word))
    }

    /// Whether more than half of the independent translations have a word as it is, and several;
    /// one in another script among them, where there is any, since relatives share words.
    fn is_kept_by_most(&self, word: &str) -> bool {
        let kept = self.kept(word);
        let all = self.witnesses.independent(&self.row.present);
        let others = self.row.present.iter().filter(|c| **c != self.column);
        let texts = |column: usize| {
            let segments = self.row.segments(column);
            segments.map(move |(_, id)| &self.row.document(column).segment(id).text)
        };
        let is_foreign = |column: &&usize| texts(**column).any(|t| is_other_script(t));
        let mut foreign = others.filter(is_foreign).peekable();
        let borne_out = foreign.peek().is_none()
            || foreign.any(|column| texts(*column).any(|text| says(text, word)));
        kept >= KEPT && kept * 2 > all && borne_out
    }

    /// How many independent translations have a word as it is.
    fn kept(&self, word: &str) -> usize {
        let others = self.row.present.iter().copied();
        let says = |column: &usize| {
            let document = self.row.document(*column);
            let mut segments = self.row.segments(*column);
            segments.any(|(_, id)| says(&document.segment(id).text, word))
        };
        let having: Vec<usize> = others.filter(|c| *c != self.column).filter(says).collect();
        self.witnesses.independent(&having)
    }
}

fn push(found: &mut Vec<Found>, name: Found) {
    let overlaps = |(_, r): &Found| r.start < name.1.end && name.1.start < r.end;
    if !found.iter().any(overlaps) {
        found.push(name);
    }
}

/// Whether a text is written in letters that are not Latin.
fn is_other_script(text: &str) -> bool {
    text.chars()
        .any(|c| c.is_alphabetic() && c as u32 >= 0x370 && !(0x1e00..0x2000).contains(&(c as u32)))
}

fn has_quotes(text: &str) -> bool {
    text.contains(['"', '“', '«', '„', '「', '‘'])
}

fn says(text: &str, word: &str) -> bool {
    let found = text.match_indices(word);
    found
        .map(|(at, _)| at as u32..(at + word.len()) as u32)
        .any(|range| is_word(text, &range))
}

fn is_word(text: &str, range: &Range<u32>) -> bool {
    let joins = |c: Option<char>| {
        c.is_some_and(|c| c.is_alphanumeric() && (c as u32) < 0x1100 || c == '-' || c == '_')
    };
    let before = text[..range.start as usize].chars().next_back();
    !joins(before) && !joins(text[range.end as usize..].chars().next())
}

/// The next word from `from` on that has a capital though no sentence begins with it, and no
/// neighbour with one.
fn capitalized(text: &str, from: usize) -> Option<Range<u32>> {
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
        if length > 1 && plain && capital && is_alone(bytes, start, end) {
            return Some(start as u32..end as u32);
        }
    }
    None
}

/// Whether a word stands inside of a sentence and between words without a capital.
fn is_alone(bytes: &[u8], start: usize, end: usize) -> bool {
    let inside = start > 1 && bytes[start - 1] == b' ' && {
        let before = bytes[start - 2];
        before.is_ascii_alphanumeric() || before == b','
    };
    if !inside {
        return false;
    }
    let head = bytes[..start - 1].iter().rposition(|b| *b == b' ');
    let before = bytes[head.map_or(0, |h| h + 1)];
    let next = bytes.get(end + 1).copied().unwrap_or(b' ');
    let follows =
        bytes.get(end) == Some(&b' ') && (next.is_ascii_uppercase() || next.is_ascii_digit());
    !before.is_ascii_uppercase() && !follows
}

fn collect(document: &Document) -> Known {
    let mut known = Known::default();
    for (id, block) in document.leaves() {
        let is_code = matches!(block.kind, BlockKind::Code { .. });
        for (_, segment) in document.segments_of(id) {
            match is_code {
                true => code(&segment.text, &mut known),
                false => prose(segment, &mut known),
            }
        }
    }
    known
}

fn code(text: &str, known: &mut Known) {
    let edge = |c: char| c.is_whitespace() || "\"'“”=<>,;()|{}[]:".contains(c);
    for word in text.split(edge).filter(|w| w.len() > 1) {
        match word.strip_prefix('-') {
            Some(name) if name.starts_with(|c: char| c.is_ascii_uppercase()) => {
                known.parameters.insert(name.to_owned());
            }
            None if word.contains('-') => {
                known.commands.insert(word.to_owned());
            }
            None if word.bytes().all(|b| b.is_ascii_alphanumeric()) => {
                known.arguments.insert(word.to_owned());
            }
            _ => {}
        }
    }
}

fn prose(segment: &Segment, known: &mut Known) {
    for literal in &segment.literals {
        match literal.kind {
            LiteralKind::Command => {
                known.commands.insert(literal.text.clone());
            }
            LiteralKind::Parameter => {
                let name = literal
                    .text
                    .trim_start_matches(|c: char| !c.is_alphanumeric());
                known.parameters.insert(name.to_owned());
            }
            _ => {}
        }
    }
}

fn elements(document: &Document) -> BTreeSet<String> {
    let literals = document.segments.iter().flat_map(|s| &s.literals);
    let paths = literals.filter(|l| matches!(l.kind, LiteralKind::Path | LiteralKind::RegistryKey));
    let elements = paths.flat_map(|l| l.text.split(['\\', '/']));
    let named = elements.filter(|e| e.starts_with(|c: char| c.is_ascii_uppercase()));
    named.map(str::to_owned).collect()
}
