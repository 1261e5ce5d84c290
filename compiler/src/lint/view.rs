//! What a rule is handed.

use crate::align::{Alignment, UnitId};
use crate::canon::{Canon, CanonicalLiteral, is_machine_translation};
use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::document::Document;

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

    /// Whether a document is a translation, of which rules about translations speak.
    pub fn is_translation(self, column: usize) -> bool {
        self.article.source != Some(column)
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
