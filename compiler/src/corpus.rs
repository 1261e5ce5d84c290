//! Documents to articles: which documents are the same article, in which locale, under which id.
//!
//! Pure: `workspace` says where files lie, this module only looks at documents and the names of
//! their places.

use std::collections::BTreeSet;

use crate::diagnostic::Notice;
use crate::document::Document;
use crate::markdown::Parsed;
use crate::source::Locale;

mod article;
mod detect;
mod group;
pub mod languages;

pub use group::group;

/// The same document in all its locales.
#[derive(Debug)]
pub struct Article {
    /// Its full key in lower case, `/` written `--`; unique in the corpus.
    pub id: String,
    /// Its documents, ordered by locale; an embedded source included.
    pub documents: Vec<Document>,
    /// Index of the source document, where there is one.
    pub source: Option<usize>,
}

/// All articles, ordered by id.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The articles.
    pub articles: Vec<Article>,
}

/// A parsed file and where it lay.
#[derive(Debug)]
pub struct Candidate {
    /// What its place says about it.
    pub placement: Placement,
    /// What it holds.
    pub parsed: Parsed,
}

/// What the place of a file says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The path without its locale and ending, `/` between parts.
    pub key: String,
    /// The locale, as far as the place tells.
    pub locale: Place,
}

/// What the place of a file says about its locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The user's pattern says so: it holds whatever else is said.
    Given(Locale),
    /// A part of the path is this locale.
    Segment(Locale),
    /// A part of the path may be this language if the text bears it out; then this is the key.
    Perhaps(Locale, String),
    /// It lies where its layout keeps the source.
    Source,
    /// Nothing.
    Silent,
}

/// Which documents are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The source locale, if it is known.
    pub source: Option<&'a Locale>,
    /// The locales beside the source; all if empty.
    pub locales: &'a [Locale],
}

/// What became of the candidates.
#[derive(Debug)]
pub struct Grouped {
    /// The articles.
    pub corpus: Corpus,
    /// Files without a locale, doubled files, articles in one locale only.
    pub notices: Vec<Notice>,
    /// Pairs of files whose articles would have the same id.
    pub clashes: Vec<Clash>,
}

/// Two articles with one id.
#[derive(Debug, PartialEq, Eq)]
pub struct Clash {
    /// The id.
    pub id: String,
    /// A file of each.
    pub files: [std::path::PathBuf; 2],
}

impl Corpus {
    /// The locales of all documents, ordered.
    pub fn locales(&self) -> BTreeSet<&Locale> {
        let documents = self.articles.iter().flat_map(|a| &a.documents);
        documents.map(|d| &d.locale).collect()
    }
}

impl Article {
    /// Index of the document in `locale`.
    pub fn document_in(&self, locale: &Locale) -> Option<usize> {
        self.documents.iter().position(|d| d.locale == *locale)
    }

    /// The title in `locale`, else in any: front matter `title`, else the first heading.
    pub fn title(&self, document: usize) -> Option<&str> {
        let document = self.documents.get(document)?;
        document.metadata("title").or_else(|| {
            let heading = |kind: &_| matches!(kind, crate::document::BlockKind::Heading { .. });
            let (id, _) = document.leaves().find(|(_, b)| heading(&b.kind))?;
            document
                .segments_of(id)
                .next()
                .map(|(_, s)| s.text.as_str())
        })
    }
}
