//! Evidence beside the text: what code blocks, link targets and the catalogue say.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::diagnostic::{Evidence, EvidenceKind, Location};
use crate::document::{BlockKind, Document, MarkKind, SegmentId};
use crate::source::Span;

use super::{Background, Usage};

/// Words of the article's code, collected when first asked for, and the catalogue.
pub(super) struct Pool<'a> {
    article: &'a Article,
    pub(super) catalogue: &'a Catalogue,
    usage: &'a Usage,
    words: OnceCell<BTreeMap<String, (usize, Span)>>,
    /// All code in lower case, collected when first asked for.
    text: OnceCell<String>,
}

impl<'a> Pool<'a> {
    pub(super) fn of(article: &'a Article, background: Background<'a>) -> Self {
        Pool {
            article,
            catalogue: background.catalogue,
            usage: background.usage,
            words: OnceCell::new(),
            text: OnceCell::new(),
        }
    }

    /// A code block that has `value` as a word, or as the name of a parameter.
    pub(super) fn code(&self, value: &str) -> Option<Evidence> {
        let words = self.words.get_or_init(|| words(self.article));
        let key = value.trim_start_matches('-').to_lowercase();
        let (column, span) = words.get(&key)?;
        let document = &self.article.documents[*column];
        Some(evidence(EvidenceKind::CodeBlock, document, *span))
    }

    /// What the catalogue says for a command, against forms of it that it does not know.
    pub(super) fn catalogued<'f>(
        &self,
        value: &str,
        mut damaged: impl Iterator<Item = &'f str>,
    ) -> Option<Evidence> {
        let cmdlet = self.catalogue.find(value)?;
        damaged
            .all(|form| self.catalogue.find(form).is_none())
            .then(|| Evidence {
                kind: EvidenceKind::Catalogue,
                locale: None,
                text: cmdlet.name.to_owned(),
                location: None,
            })
    }

    /// What the corpus says for a literal against a slip of one translation, both in normal form.
    pub(super) fn corpus(&self, form: &str, slip: &str) -> Option<Evidence> {
        let decides = self.article.source.is_none() && self.usage.decides(form, slip);
        decides.then(|| Evidence {
            kind: EvidenceKind::Corpus,
            locale: None,
            text: form.to_owned(),
            location: None,
        })
    }

    /// Whether the corpus has a literal whole, in normal form, that stands here in pieces.
    pub(super) fn is_used(&self, form: &str) -> bool {
        self.usage.is_used(form)
    }

    /// Whether a code block has `text`, which is in lower case, as a path or the beginning of one.
    pub(super) fn begins_path(&self, text: &str) -> bool {
        let code = self.text.get_or_init(|| text_of(self.article));
        let mut ends = code.match_indices(text).map(|(i, _)| i + text.len());
        ends.any(|end| !code[end..].starts_with(|c: char| c.is_alphanumeric()))
    }

    /// Whether a code block has a name in a scope: `tag:` of `tag:Redmond`.
    pub(super) fn has_scope(&self, scope: &str) -> bool {
        let code = self.text.get_or_init(|| text_of(self.article));
        let scope = format!("{}:", scope.to_lowercase());
        let mut starts = code.match_indices(&scope).map(|(start, _)| start);
        starts.any(|start| !code[..start].ends_with(|c: char| c.is_alphanumeric()))
    }

    /// The target of a link over `span` of a document that names `value`.
    pub(super) fn link(
        &self,
        column: usize,
        segment: SegmentId,
        span: Span,
        value: &str,
    ) -> Option<Evidence> {
        let document = &self.article.documents[column];
        let marks = &document.segment(segment).marks;
        let names = |target: &str| {
            let target = target.to_lowercase();
            let value = value.to_lowercase();
            target
                .split(['/', '#', '?', '=', '.'])
                .any(|part| part == value)
                || target == value
        };
        marks.iter().find_map(|mark| match &mark.kind {
            MarkKind::Link {
                target,
                target_span,
            } if mark.span.contains(span) && names(target) => {
                Some(evidence(EvidenceKind::LinkTarget, document, *target_span))
            }
            _ => None,
        })
    }
}

/// Evidence whose words are the bytes of `span`.
pub(super) fn evidence(kind: EvidenceKind, document: &Document, span: Span) -> Evidence {
    Evidence {
        kind,
        locale: Some(document.locale.clone()),
        text: document.file.slice(span).to_owned(),
        location: Some(Location {
            file: document.file.clone(),
            span,
        }),
    }
}

/// Each word of code with the first place where it stands, the source's before others'.
fn words(article: &Article) -> BTreeMap<String, (usize, Span)> {
    let mut words = BTreeMap::new();
    let others = (0..article.documents.len()).filter(|c| Some(*c) != article.source);
    for column in article.source.into_iter().chain(others) {
        let document = &article.documents[column];
        for (id, block) in document.leaves() {
            if !matches!(block.kind, BlockKind::Code { .. }) {
                continue;
            }
            for (_, segment) in document.segments_of(id) {
                collect(&segment.text, |word, range| {
                    let span = segment.source_span(range);
                    words.entry(word).or_insert((column, span));
                });
            }
        }
    }
    words
}

fn text_of(article: &Article) -> String {
    let blocks = article.documents.iter().flat_map(|d| {
        let code = d.leaves();
        let code = code.filter(|(_, b)| matches!(b.kind, BlockKind::Code { .. }));
        code.flat_map(|(id, _)| d.segments_of(id).map(|(_, s)| s.text.to_lowercase()))
    });
    blocks.collect::<Vec<_>>().join("\n")
}

fn collect(text: &str, mut add: impl FnMut(String, std::ops::Range<u32>)) {
    let is_edge = |c: char| c.is_whitespace() || "\"'=<>,;()|{}[]".contains(c);
    let mut start = 0;
    for piece in text.split_inclusive(is_edge) {
        let word = piece.trim_end_matches(is_edge);
        let trimmed = word.trim_start_matches('-');
        if trimmed.len() > 1 {
            let from = start + word.len() - trimmed.len();
            let range = from as u32..(start + word.len()) as u32;
            add(trimmed.to_lowercase(), range);
        }
        start += piece.len();
    }
}
