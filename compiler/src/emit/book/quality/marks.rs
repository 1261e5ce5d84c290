//! Where on a quality page the findings of an article lie: the segment, and the characters in it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{CellView, MarkView};
use crate::diagnostic::Diagnostic;
use crate::document::{BlockKind, Document, Segment, SegmentId};
use crate::emit::Compiled;
use crate::source::Span;

/// Which findings lie in which segment.
pub(super) struct Marks<'a> {
    documents: &'a [Document],
    diagnostics: &'a [Diagnostic],
    by_segment: BTreeMap<(usize, SegmentId), Vec<usize>>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(compiled: &'a Compiled) -> Self {
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

    /// The cell of a document that has `segments` at a unit.
    pub(super) fn cell(&self, column: usize, segments: &[SegmentId]) -> Option<CellView> {
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
            cell.is_code |= matches!(kind, BlockKind::Code { .. });
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
