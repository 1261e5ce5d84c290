//! The quality page of an article: its units with all locales side by side, damage marked at its
//! characters, and every finding with what belongs there and why.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::article::title;
use super::code::EvidenceView;
use super::engine::Engine;
use super::paths;
use crate::align::Unit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, Origin, Segment, SegmentId};
use crate::emit::Compiled;
use crate::source::{Locale, Span};

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

/// Which findings lie in which segment.
struct Marks<'a> {
    documents: &'a [Document],
    diagnostics: &'a [Diagnostic],
    by_segment: BTreeMap<(usize, SegmentId), Vec<usize>>,
}

impl<'a> Marks<'a> {
    fn new(compiled: &'a Compiled) -> Self {
        let documents = &compiled.article.documents;
        let mut by_segment: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (number, diagnostic) in compiled.diagnostics.iter().enumerate() {
            let column = (documents.iter()).position(|d| d.locale == diagnostic.locale);
            let Some(column) = column else { continue };
            if let Some(segment) = segment_at(&documents[column], diagnostic.span) {
                by_segment
                    .entry((column, segment))
                    .or_default()
                    .push(number);
            }
        }
        Marks {
            documents,
            diagnostics: &compiled.diagnostics,
            by_segment,
        }
    }

    fn cell(&self, column: usize, segments: &[SegmentId]) -> Option<CellView> {
        let document = self.documents.get(column)?;
        let mut cell = CellView {
            locale: document.locale.to_string(),
            is_code: false,
            pieces: Vec::new(),
            missing: Vec::new(),
        };
        for (i, id) in segments.iter().enumerate() {
            let segment = document.segments.get(id.0 as usize)?;
            let kind = &document.block(segment.block).kind;
            cell.is_code |= matches!(kind, crate::document::BlockKind::Code { .. });
            if i > 0 {
                cell.push(" ", None);
            }
            let numbers = self.by_segment.get(&(column, *id)).map_or(&[][..], |n| n);
            self.mark(segment, numbers, &mut cell);
        }
        Some(cell)
    }

    /// Adds a segment's text, cut where findings begin and end. Where two overlap the first wins,
    /// and the other is named beside the text.
    fn mark(&self, segment: &Segment, numbers: &[usize], cell: &mut CellView) {
        let mut ranges: Vec<(Range<usize>, usize)> = Vec::new();
        for &number in numbers {
            ranges.push((text_range(segment, self.diagnostics[number].span), number));
        }
        ranges.sort_by_key(|(range, number)| (range.start, range.end, *number));
        let mut end = 0;
        for (range, number) in ranges {
            let view = MarkView::new(number + 1, &self.diagnostics[number]);
            if range.is_empty() || range.start < end {
                cell.missing.push(view);
                continue;
            }
            cell.push(&segment.text[end..range.start], None);
            cell.push(&segment.text[range.clone()], Some(view));
            end = range.end;
        }
        cell.push(&segment.text[end..], None);
    }
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

/// The segment that a finding's bytes lie in: the one that holds them, else the last that begins
/// before them.
fn segment_at(document: &Document, span: Span) -> Option<SegmentId> {
    let segments = || document.segments.iter().enumerate();
    let holds = segments().filter(|(_, s)| s.span.contains(span));
    let (index, _) = holds
        .min_by_key(|(_, s)| s.span.len())
        .or_else(|| segments().rfind(|(_, s)| s.span.start <= span.start))?;
    Some(SegmentId(index as u32))
}

/// The part of a segment's text that `span` of its file is, widened to whole runs where text and
/// file differ, on character boundaries.
fn text_range(segment: &Segment, span: Span) -> Range<usize> {
    let (mut start, mut end) = (usize::MAX, 0);
    for (i, run) in segment.runs.iter().enumerate() {
        let next = segment
            .runs
            .get(i + 1)
            .map_or(segment.text.len(), |r| r.text as usize);
        let (from, to) = (
            run.source.start.max(span.start),
            run.source.end.min(span.end),
        );
        if from >= to {
            continue;
        }
        let text = run.text as usize;
        let is_exact = next - text == run.source.len();
        let offset = |byte: u32| text + (byte - run.source.start) as usize;
        let (a, b) = match is_exact {
            true => (offset(from), offset(to)),
            false => (text, next),
        };
        start = start.min(a);
        end = end.max(b);
    }
    let mut range = start.min(end)..end;
    while !segment.text.is_char_boundary(range.start) {
        range.start -= 1;
    }
    while !segment.text.is_char_boundary(range.end) {
        range.end += 1;
    }
    range
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
