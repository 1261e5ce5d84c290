//! Names that are also words: what only the evidence of the article sets apart from its prose.
//!
//! `None`, `Port` or `Logging` is a literal where the article's code has it as an argument, as a
//! parameter or in a path, or where the translations keep it as it is; and only where the source
//! writes it as no word of a sentence is written. Where there is a source, it does not look at
//! translations for names that the source lacks; where there is none, a name must be borne out by
//! languages of which it is no word, or elected by words of theirs that stand for it.

use std::cell::OnceCell;
use std::ops::Range;

use crate::align::UnitId;
use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::document::{BlockKind, LiteralKind, Segment, SegmentId};
use crate::l10n::{self, Lexicon};
use crate::literal::search::{self, Apart, Folded, Setting, noun};

use super::group::Row;
use super::witness::Witnesses;

mod borne_out;
mod elected;
mod known;
mod words;

use known::Known;
use words::{Capital, capitalized, has_quotes, is_other_script, is_word, keeps};

/// Least independent translations that keep a word for it to be a name.
const KEPT: usize = 2;

/// Most characters between two names of a list: a comma, a conjunction.
const LIST: usize = 6;

/// Finds the names of an article.
pub(super) struct Names<'a> {
    known: Known<'a>,
}

impl<'a> Names<'a> {
    pub(super) fn of(article: &'a Article, catalogue: &'a Catalogue) -> Self {
        let known = Known::of(article, catalogue);
        Names { known }
    }

    /// Adds the names of a row to its groups: those that the source has; where there is none, those
    /// that documents have and bear out, and those that their words stand for.
    pub(super) fn gather(&self, row: &mut Row<'_>, witnesses: &Witnesses) {
        match witnesses.source {
            Some(source) if !row.present.contains(&source) => {}
            Some(source) => {
                let (names, groups) = self.names_of(row, witnesses, source);
                add(row, names, groups);
            }
            None => {
                let (mut names, mut groups) = (Vec::new(), Vec::new());
                for column in row.present.clone() {
                    let (own_names, own_groups) = self.names_of(row, witnesses, column);
                    names.extend(own_names);
                    groups.extend(own_groups);
                }
                borne_out::retain(row, &mut names);
                add(row, names, groups);
                elected::elect(self, row, witnesses);
            }
        }
    }

    /// The names that a document has in a row, and the keys of the groups that it names.
    fn names_of(
        &self,
        row: &Row<'_>,
        witnesses: &Witnesses,
        column: usize,
    ) -> (Vec<Name>, Vec<String>) {
        let (mut names, mut groups) = (Vec::new(), Vec::new());
        for view in self.views(row, witnesses, column) {
            let (unit, id) = (view.unit, view.id);
            let found = view.names().into_iter();
            names.extend(found.map(|(kind, range)| Name {
                column,
                unit,
                id,
                kind,
                range,
            }));
            groups.extend(view.groups());
        }
        (names, groups)
    }

    fn views<'v>(
        &'v self,
        row: &'v Row<'_>,
        witnesses: &'v Witnesses,
        column: usize,
    ) -> impl Iterator<Item = View<'v>> {
        let document = row.document(column);
        let lexicon = l10n::lexicon(&document.locale);
        row.segments(column).map(move |(unit, id)| View {
            names: self,
            row,
            witnesses,
            column,
            unit,
            id,
            segment: document.segment(id),
            lexicon,
            folded: OnceCell::new(),
        })
    }
}

/// A name that a document has.
struct Name {
    column: usize,
    unit: UnitId,
    id: SegmentId,
    kind: LiteralKind,
    range: Range<u32>,
}

fn add(row: &mut Row<'_>, names: Vec<Name>, groups: Vec<String>) {
    for name in names {
        row.add(name.column, name.unit, name.id, name.kind, name.range);
    }
    for normal in groups {
        row.rename(&normal, LiteralKind::GroupName);
    }
}

/// One segment of a document.
struct View<'a> {
    names: &'a Names<'a>,
    row: &'a Row<'a>,
    witnesses: &'a Witnesses,
    column: usize,
    unit: UnitId,
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
        for name in self.bare_names(&apart) {
            push(&mut found, name);
        }
        found.sort_by_key(|(_, r)| r.start);
        found
    }

    /// What a word is that the text sets apart.
    fn set_apart(&self, span: &Apart) -> Option<LiteralKind> {
        let text = self.segment.slice(span.range.clone());
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let letter = text.starts_with(|c: char| c.is_ascii_alphabetic());
        if span.setting == Setting::Code || text.len() < 2 || !plain || !letter {
            return None;
        }
        if !self.is_free(&span.range) || self.is_cut(span) {
            return None;
        }
        if (self.leads(span) || self.noun(noun::PARAMETER, &span.range, true))
            && self.names.known.is_parameter(text)
        {
            return Some(LiteralKind::Parameter);
        }
        let argument = || self.names.known.has_argument(text);
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

    /// Whether the end of a sentence was seen inside of what is set apart: `**Agent. config**`.
    fn is_cut(&self, span: &Apart) -> bool {
        let document = self.row.document(self.column);
        let whole = document.block(self.segment.block).segments.clone();
        let ends = |id: u32, is_last: bool| {
            let segment = document.segment(SegmentId(id));
            let length = segment.text.len() as u32;
            let mut marks = segment.marks.iter();
            marks.any(|m| {
                if is_last {
                    m.range.end == length
                } else {
                    m.range.start == 0
                }
            })
        };
        let id = self.id.0;
        let goes_on = id + 1 < whole.end && span.range.end as usize == self.segment.text.len();
        let began = id > whole.start && span.range.start == 0;
        span.setting != Setting::Quoted
            && (goes_on && ends(id + 1, false) || began && ends(id - 1, true))
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

    /// The words that only a capital sets apart. One that a list joins to a parameter is one too: `the
    /// Name and Parent parameters`.
    fn bare_names(&self, apart: &[Apart]) -> Vec<Found> {
        let mut words: Vec<(Option<LiteralKind>, Range<u32>)> = Vec::new();
        let mut from = 0;
        while let Some(word) = capitalized(&self.segment.text, from) {
            let range = &word.range;
            from = range.end as usize;
            let inside = |a: &Apart| a.range.start <= range.start && range.end <= a.range.end;
            if !apart.iter().any(inside) {
                words.push((self.bare(&word), word.range));
            }
        }
        let parameter = Some(LiteralKind::Parameter);
        let joins = |a: &Range<u32>, b: &Range<u32>| {
            let between = &self.segment.text[a.end as usize..b.start as usize];
            between.chars().count() <= LIST && !between.contains(['.', ';', ':'])
        };
        let count = words.len();
        let pairs = (1..count).map(|i| (i - 1, i));
        let back = (1..count).rev().map(|i| (i, i - 1));
        for (one, other) in pairs.chain(back) {
            let (first, last) = (one.min(other), one.max(other));
            let name = &words[other].1;
            if words[one].0 == parameter
                && words[other].0.is_none()
                && joins(&words[first].1, &words[last].1)
                && self.is_free(name)
                && self
                    .names
                    .known
                    .is_parameter(self.segment.slice(name.clone()))
            {
                words[other].0 = parameter;
            }
        }
        let found = words.into_iter();
        found
            .filter_map(|(kind, word)| Some((kind?, word)))
            .collect()
    }

    /// What a word is that only its capital sets apart.
    fn bare(&self, capital: &Capital) -> Option<LiteralKind> {
        let word = &capital.range;
        let text = self.segment.slice(word.clone());
        if !self.is_free(word) {
            return None;
        }
        if self.noun(noun::PARAMETER, word, true) {
            // Chinese keeps the names of products too: `参数的 Contoso`.
            let is_kept = || !is_other_script(&self.segment.text) && self.kept(text) > 0;
            let is_name = self.names.known.is_parameter(text) || is_kept();
            return is_name.then_some(LiteralKind::Parameter);
        }
        if capital.is_foreign {
            return None;
        }
        if self.names.known.elements().contains(text) && self.noun(noun::FOLDER, word, false) {
            return Some(LiteralKind::Path);
        }
        // One of a list of names is a name of its kind, and no value.
        let listed = self.segment.text[word.end as usize..].starts_with(',');
        let is_constant = l10n::constants().contains(text)
            && (self.names.known.is_argument(text) || !listed && self.kept(text) > 0);
        is_constant.then_some(LiteralKind::Value)
    }

    /// Names of several words that are an element of a key, or that follow `source`.
    fn spaced(&self, found: &mut Vec<Found>) {
        let text = &self.segment.text;
        let coined = |name: &str| name.split(' ').any(search::is_coined);
        let elements = self.names.known.elements().iter();
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
        let mut keeping = self.keeping(word);
        if self.witnesses.source.is_none() {
            keeping.push(self.column);
        }
        let kept = self.witnesses.independent(&keeping);
        let all = self.witnesses.independent(&self.row.present);
        let others = self.row.present.iter().filter(|c| **c != self.column);
        let segments = |column: usize| {
            let segments = self.row.segments(column);
            segments.map(move |(_, id)| self.row.document(column).segment(id))
        };
        let is_foreign = |column: &&usize| segments(**column).any(|s| is_other_script(&s.text));
        let mut foreign = others.filter(is_foreign).peekable();
        let borne_out = foreign.peek().is_none()
            || is_other_script(&self.segment.text)
            || foreign.any(|column| segments(*column).any(|s| keeps(s, word)));
        kept >= KEPT && kept * 2 > all && borne_out
    }

    /// How many independent translations have a word as it is, beside this document.
    fn kept(&self, word: &str) -> usize {
        self.witnesses.independent(&self.keeping(word))
    }

    fn keeping(&self, word: &str) -> Vec<usize> {
        let others = self.row.present.iter().copied();
        let says = |column: &usize| {
            let document = self.row.document(*column);
            let mut segments = self.row.segments(*column);
            segments.any(|(_, id)| keeps(document.segment(id), word))
        };
        others.filter(|c| *c != self.column).filter(says).collect()
    }
}

fn push(found: &mut Vec<Found>, name: Found) {
    let overlaps = |(_, r): &Found| r.start < name.1.end && name.1.start < r.end;
    if !found.iter().any(overlaps) {
        found.push(name);
    }
}
