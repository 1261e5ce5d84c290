//! What a rule is handed.

use crate::align::{Alignment, RowId, Unit, UnitId};
use crate::canon::{Canon, CanonicalLiteral, is_machine_translation};
use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::document::{BlockId, BlockKind, Document, Segment, Suppression};
use crate::source::Locale;

use super::commands::Fault;
use super::settings::Settings;
use super::suppress::{Name, Use};
use super::words::Foreign;

/// An article with all that is known of it.
#[derive(Clone, Copy, Debug)]
pub struct ArticleView<'a> {
    /// Its documents.
    pub article: &'a Article,
    /// Its table of units.
    pub alignment: &'a Alignment,
    /// What it really says.
    pub canon: &'a Canon,
    /// What is known of the commands that it may name.
    pub catalogue: &'a Catalogue,
    /// What the project asks for.
    pub settings: &'a Settings,
}

/// A comment that ignores findings.
#[derive(Clone, Copy, Debug)]
pub struct SuppressionView<'a> {
    /// The article.
    pub whole: ArticleView<'a>,
    /// Index of the document.
    pub column: usize,
    /// The comment.
    pub suppression: &'a Suppression,
    pub(super) names: &'a [Name<'a>],
}

impl<'a> SuppressionView<'a> {
    /// The rules that it names, as written, and what each did.
    pub fn names(self) -> impl Iterator<Item = (&'a str, &'a Use)> {
        self.names.iter().map(|n| (n.text, &n.r#use))
    }
}

/// A part of a command that the catalogue does not know.
#[derive(Clone, Copy, Debug)]
pub struct FaultView<'a> {
    /// The article.
    pub whole: ArticleView<'a>,
    pub(crate) fault: &'a Fault,
}

/// One document of an article.
#[derive(Clone, Copy, Debug)]
pub struct DocumentView<'a> {
    /// The article.
    pub whole: ArticleView<'a>,
    /// Index of the document.
    pub column: usize,
}

/// One unit of an article with its canonical literals.
#[derive(Clone, Copy, Debug)]
pub struct UnitView<'a> {
    /// The article.
    pub whole: ArticleView<'a>,
    /// The unit.
    pub unit: UnitId,
    /// What it says.
    pub literals: &'a [CanonicalLiteral],
}

/// One leaf of text in one translation, beside those of the other documents.
#[derive(Clone, Copy, Debug)]
pub struct BlockView<'a> {
    /// The article.
    pub whole: ArticleView<'a>,
    /// Its row.
    pub row: RowId,
    /// Index of the document.
    pub column: usize,
    /// The block in it.
    pub block: BlockId,
}

/// What one translation says at a unit, beside what the other documents say.
#[derive(Clone, Copy, Debug)]
pub struct SentenceView<'a> {
    /// The article.
    pub whole: ArticleView<'a>,
    /// The unit; it has a segment in `column`.
    pub unit: &'a Unit,
    /// Index of the document.
    pub column: usize,
    /// The words of the source language as seen from this one, if both are known.
    pub(super) foreign: Option<Foreign>,
}

impl<'a> ArticleView<'a> {
    /// The translations: all documents but the source.
    pub fn documents(self) -> impl Iterator<Item = DocumentView<'a>> {
        let columns = (0..self.article.documents.len()).filter(move |c| self.is_translation(*c));
        columns.map(move |column| DocumentView {
            whole: self,
            column,
        })
    }

    /// The units that have literals.
    pub fn units(self) -> impl Iterator<Item = UnitView<'a>> {
        let chunks = self.canon.literals.chunk_by(|a, b| a.unit == b.unit);
        chunks.map(move |literals| UnitView {
            whole: self,
            unit: literals[0].unit,
            literals,
        })
    }

    /// What a row says.
    pub(crate) fn literals_of(self, row: RowId) -> &'a [CanonicalLiteral] {
        let row_of = |l: &CanonicalLiteral| self.alignment.units[l.unit.0 as usize].row;
        let literals = &self.canon.literals;
        let start = literals.partition_point(|l| row_of(l) < row);
        let rest = &literals[start..];
        &rest[..rest.partition_point(|l| row_of(l) <= row)]
    }

    /// The leaves of text of the translations, row by row.
    pub fn blocks(self) -> impl Iterator<Item = BlockView<'a>> {
        let rows = self.alignment.rows.iter().enumerate();
        rows.flat_map(move |(index, row)| {
            let blocks = row.blocks.iter().enumerate();
            blocks.filter_map(move |(column, block)| {
                let block = (*block)?;
                let is_text = self.is_translation(column) && self.is_text(column, block);
                is_text.then_some(BlockView {
                    whole: self,
                    row: RowId(index as u32),
                    column,
                    block,
                })
            })
        })
    }

    /// What the translations say in running text, unit by unit.
    pub fn sentences(self) -> impl Iterator<Item = SentenceView<'a>> {
        let source = self.source_locale();
        let of = |own: &Locale| source.as_ref().and_then(|source| Foreign::of(source, own));
        let documents = self.article.documents.iter();
        let foreign: Vec<Option<Foreign>> = documents.map(|d| of(&d.locale)).collect();
        let columns = foreign.len();
        (0..self.alignment.units.len() * columns).filter_map(move |at| {
            let (unit, column) = (&self.alignment.units[at / columns], at % columns);
            let first = *unit.cells[column].first()?;
            let block = self.document(column).segment(first).block;
            let is_text = self.is_translation(column) && self.is_text(column, block);
            is_text.then_some(SentenceView {
                whole: self,
                unit,
                column,
                foreign: foreign[column],
            })
        })
    }

    /// The language that texts are translated from: the source's, else English.
    pub(super) fn source_locale(self) -> Option<Locale> {
        match self.article.source {
            Some(source) => Some(self.document(source).locale.clone()),
            None => "en-US".parse().ok(),
        }
    }

    /// Whether a leaf holds text that a reader reads as such.
    fn is_text(self, column: usize, block: BlockId) -> bool {
        let kind = &self.document(column).block(block).kind;
        !matches!(kind, BlockKind::Code { .. } | BlockKind::Opaque)
    }

    /// The document that speaks for the article itself: its source, else the most complete one.
    pub fn lead(self) -> usize {
        self.article.source.unwrap_or(self.alignment.pivot)
    }

    /// Whether a document is a translation, of which rules about translations speak.
    pub fn is_translation(self, column: usize) -> bool {
        self.article.source != Some(column)
    }

    /// Whether a document bears witness of the others: the source alone where there is one.
    pub fn bears_witness(self, column: usize) -> bool {
        self.article.source.is_none_or(|source| source == column)
    }

    /// A document.
    pub fn document(self, column: usize) -> &'a Document {
        &self.article.documents[column]
    }

    /// Whether what only the source says and none of several translations is a later revision of
    /// the source rather than damage; `says` tells which documents say it. Machines damage alike
    /// in all languages, so only translations by people count.
    pub fn is_later_revision(self, says: impl Fn(usize) -> bool) -> bool {
        let by_people = |d: &DocumentView<'_>| !is_machine_translation(self.document(d.column));
        let translations = || self.documents().filter(by_people).map(|d| d.column);
        self.article.source.is_some() && translations().count() > 1 && !translations().any(says)
    }
}

impl<'a> BlockView<'a> {
    /// The document.
    pub fn document(&self) -> &'a Document {
        self.whole.document(self.column)
    }

    /// The columns that bear witness, with their blocks: the source alone where there is one,
    /// else the other translations.
    pub fn witnesses(&self) -> impl Iterator<Item = (usize, BlockId)> {
        let source = self.whole.article.source;
        let blocks = &self.whole.alignment.rows[self.row.0 as usize].blocks;
        let others = blocks.iter().enumerate();
        let column = self.column;
        others.filter_map(move |(other, block)| {
            let bears = source.map_or(other != column, |source| other == source);
            block.filter(|_| bears).map(|block| (other, block))
        })
    }
}

impl<'a> SentenceView<'a> {
    /// The document.
    pub fn document(&self) -> &'a Document {
        self.whole.document(self.column)
    }

    /// What the translation says.
    pub fn segments(&self) -> impl Iterator<Item = &'a Segment> {
        self.said_by(self.column)
    }

    /// What a document says at this unit.
    pub fn said_by(&self, column: usize) -> impl Iterator<Item = &'a Segment> {
        let document = self.whole.document(column);
        self.unit.cells[column]
            .iter()
            .map(|id| document.segment(*id))
    }

    /// What the source says at this unit, if there is a source and it says anything.
    pub fn source(&self) -> Option<usize> {
        let source = self.whole.article.source?;
        (!self.unit.cells[source].is_empty()).then_some(source)
    }

    /// The columns that bear witness: the source alone where there is one, else the other
    /// translations that say anything.
    pub fn witnesses(&self) -> impl Iterator<Item = usize> {
        let source = self.whole.article.source;
        let column = self.column;
        let says = |c: &usize| !self.unit.cells[*c].is_empty();
        let bears = move |c: &usize| source.map_or(*c != column, |source| *c == source);
        (0..self.unit.cells.len()).filter(bears).filter(says)
    }

    /// Whether most witnesses are as `is` says; not without any.
    pub fn most_witnesses(&self, is: impl Fn(usize) -> bool) -> bool {
        let (yes, all) = self.witnesses().fold((0, 0), |(yes, all), column| {
            (yes + usize::from(is(column)), all + 1)
        });
        yes * 2 > all || all > 1 && yes * 2 == all
    }
}
