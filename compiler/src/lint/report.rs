//! Diagnostics from findings: the parts that all rules share.

use crate::diagnostic::{Diagnostic, Evidence, EvidenceKind, Location, Message};
use crate::source::Span;

use super::rule::Rule;
use super::view::ArticleView;

/// A diagnostic of `rule` at `span` of a document, to be completed.
pub(crate) fn diagnostic(
    rule: &Rule,
    whole: ArticleView<'_>,
    column: usize,
    span: Span,
    message: Message,
) -> Diagnostic {
    let document = whole.document(column);
    Diagnostic {
        rule: rule.code,
        name: rule.name,
        severity: rule.severity,
        certainty: rule.certainty,
        article: whole.article.id.clone(),
        locale: document.locale.clone(),
        file: document.file.clone(),
        span,
        found: document.file.slice(span).to_owned(),
        expected: None,
        ordinal: 0,
        message,
        evidence: Vec::new(),
        fix: None,
    }
}

/// What a document says at `span`, as evidence: the source's word, or that of another locale.
pub(crate) fn evidence(
    whole: ArticleView<'_>,
    column: usize,
    span: Span,
    text: impl Into<String>,
) -> Evidence {
    let document = whole.document(column);
    Evidence {
        kind: match whole.article.source == Some(column) {
            true => EvidenceKind::Source,
            false => EvidenceKind::Locale,
        },
        locale: Some(document.locale.clone()),
        text: text.into(),
        location: Some(Location {
            file: document.file.clone(),
            span,
        }),
    }
}
