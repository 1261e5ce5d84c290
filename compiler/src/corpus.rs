//! Documents to articles: which documents are the same article, in which locale, under which id.
//!
//! Pure: `workspace` says where files lie, this module only looks at documents and patterns.

use crate::document::Document;
use crate::source::Locale;

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
