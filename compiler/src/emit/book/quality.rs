//! The quality page of an article: its units with all locales side by side, damage marked at its
//! characters, and every finding with what belongs there and why.

use serde::Serialize;

use super::article::title;
use super::code::EvidenceView;
use super::engine::Engine;
use super::paths;
use crate::align::Unit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, Origin};
use crate::emit::Compiled;
use crate::source::Locale;

mod marks;

use marks::Marks;

#[derive(Serialize)]
struct QualityView {
    title: String,
    article: String,
    columns: Vec<ColumnView>,
    rows: Vec<RowView>,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct ColumnView {
    locale: String,
    name: String,
    is_source: bool,
    is_embedded: bool,
}

#[derive(Serialize)]
struct RowView {
    id: String,
    is_damaged: bool,
    cells: Vec<CellView>,
}

#[derive(Serialize)]
struct CellView {
    locale: String,
    is_code: bool,
    pieces: Vec<PieceView>,
    /// Findings of the cell that have no characters of their own: something is missing.
    missing: Vec<MarkView>,
}

#[derive(Serialize)]
struct PieceView {
    text: String,
    mark: Option<MarkView>,
}

#[derive(Clone, Serialize)]
struct MarkView {
    rule: &'static str,
    /// The finding's place in the list, from 1.
    number: usize,
    severity: &'static str,
}

#[derive(Serialize)]
struct FindingView {
    number: usize,
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    class: &'static str,
    locale: String,
    place: String,
    message: String,
    found: String,
    expected: Option<String>,
    evidence: Vec<EvidenceView>,
}

/// The quality page of `compiled`, in the words of the engine's locale.
pub(super) fn page(compiled: &Compiled, locale: &Locale, engine: &Engine) -> String {
    let findings = compiled.diagnostics.iter().enumerate();
    let view = QualityView {
        title: title(compiled, locale),
        article: format!(
            "../{}",
            paths::html(&paths::article(&compiled.procedure.id))
        ),
        columns: columns(compiled),
        rows: rows(compiled),
        findings: findings
            .map(|(i, d)| FindingView::new(i + 1, d, engine))
            .collect(),
    };
    engine.page("quality.html", &view)
}

fn columns(compiled: &Compiled) -> Vec<ColumnView> {
    let documents = compiled.article.documents.iter().enumerate();
    let view = |(i, document): (usize, &Document)| ColumnView {
        locale: document.locale.to_string(),
        name: super::theme::language_name(&document.locale),
        is_source: compiled.article.source == Some(i),
        is_embedded: document.origin == Origin::Embedded,
    };
    documents.map(view).collect()
}

fn rows(compiled: &Compiled) -> Vec<RowView> {
    let marks = Marks::new(compiled);
    let row = |(i, unit): (usize, &Unit)| {
        let cells: Vec<CellView> = (unit.cells.iter().enumerate())
            .filter_map(|(column, segments)| marks.cell(column, segments))
            .collect();
        RowView {
            id: format!("u{:04}", i + 1),
            is_damaged: cells.iter().any(CellView::is_damaged),
            cells,
        }
    };
    compiled
        .alignment
        .units
        .iter()
        .enumerate()
        .map(row)
        .collect()
}

impl CellView {
    fn push(&mut self, text: &str, mark: Option<MarkView>) {
        if !text.is_empty() {
            let text = text.to_owned();
            self.pieces.push(PieceView { text, mark });
        }
    }

    fn is_damaged(&self) -> bool {
        !self.missing.is_empty() || self.pieces.iter().any(|p| p.mark.is_some())
    }
}

impl MarkView {
    fn new(number: usize, diagnostic: &Diagnostic) -> MarkView {
        MarkView {
            rule: diagnostic.rule,
            number,
            severity: class(diagnostic.severity),
        }
    }
}

impl FindingView {
    fn new(number: usize, diagnostic: &Diagnostic, engine: &Engine) -> FindingView {
        let position = diagnostic.file.position(diagnostic.span.start);
        let message = &diagnostic.message;
        FindingView {
            number,
            rule: diagnostic.rule,
            name: diagnostic.name,
            severity: match diagnostic.severity {
                Severity::Error => "book-severity-error",
                Severity::Warning => "book-severity-warning",
                Severity::Info => "book-severity-info",
            },
            class: class(diagnostic.severity),
            locale: diagnostic.locale.to_string(),
            place: format!("{}:{}", position.line, position.column),
            message: engine.ui().format(message.id, &message.args),
            found: diagnostic.found.clone(),
            expected: diagnostic.expected.clone(),
            evidence: diagnostic.evidence.iter().map(EvidenceView::new).collect(),
        }
    }
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
    }
}
