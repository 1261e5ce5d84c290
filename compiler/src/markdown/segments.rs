//! A leaf's strand to its segments: sentences, or one whole segment.

use std::ops::Range;

use smallvec::SmallVec;

use super::sentences;
use super::strand::{Strand, is_blank};
use crate::document::{BlockId, Mark, MarkKind, Run, Segment};
use crate::source::Span;

/// How a leaf is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// One segment per sentence.
    Sentences,
    /// One segment, trimmed.
    Whole,
    /// One segment without its last line ending.
    Code,
}

/// Appends the segments of `strand`, which belong to `block`.
pub(super) fn cut(strand: &mut Strand, how: Cut, block: BlockId, segments: &mut Vec<Segment>) {
    // Outer marks before the inner ones that begin with them.
    let order = |m: &Mark| (m.range.start, u32::MAX - m.range.end);
    strand.marks.sort_by_key(order);
    let ranges = match how {
        Cut::Sentences => sentence_ranges(strand),
        Cut::Whole => vec![trim(&strand.text, 0..strand.end())],
        Cut::Code => {
            let text = strand.text.trim_end_matches(['\n', '\r']);
            std::iter::once(0..text.len() as u32).collect()
        }
    };
    let mut cutter = Cutter {
        strand,
        block,
        run: 0,
        mark: 0,
        key: 0,
        open: Vec::new(),
    };
    for range in ranges.into_iter().filter(|r| !r.is_empty()) {
        segments.push(cutter.segment(range));
    }
}

/// The ranges of the sentences, trimmed, none of them without a letter or digit if it can be
/// helped.
fn sentence_ranges(strand: &Strand) -> Vec<Range<u32>> {
    let mut starts = Vec::new();
    sentences::starts(&strand.text, &atoms(&strand.marks), &mut starts);
    if !strand.breaks.is_empty() || !strand.keys.is_empty() {
        starts.extend(&strand.breaks);
        starts.extend(
            strand
                .keys
                .iter()
                .flat_map(|k| [k.range.start, k.range.end]),
        );
        starts.sort_unstable();
        starts.dedup();
    }
    starts.push(strand.end());
    let mut ranges: Vec<Range<u32>> = Vec::with_capacity(starts.len());
    let mut from = 0;
    for start in starts {
        let range = trim(&strand.text, from..start);
        from = start;
        let text = &strand.text[range.start as usize..range.end as usize];
        let is_word = text.chars().any(char::is_alphanumeric);
        match ranges.last_mut() {
            _ if text.chars().all(is_blank) => {}
            Some(last) if !is_word || is_wordless(strand, last) => last.end = range.end,
            _ => ranges.push(range),
        }
    }
    ranges
}

fn is_wordless(strand: &Strand, range: &Range<u32>) -> bool {
    let text = &strand.text[range.start as usize..range.end as usize];
    !text.chars().any(char::is_alphanumeric)
}

/// The ranges in which no sentence ends. A full stop at the end of a link's text ends one.
fn atoms(marks: &[Mark]) -> Vec<Range<u32>> {
    let mut atoms: Vec<Range<u32>> = Vec::new();
    for mark in marks {
        if matches!(mark.kind, MarkKind::Strong | MarkKind::Emphasis) {
            continue;
        }
        let end = match mark.kind {
            MarkKind::Code => mark.range.end,
            _ => mark.range.end.saturating_sub(1).max(mark.range.start),
        };
        match atoms.last_mut() {
            Some(last) if mark.range.start < last.end => last.end = last.end.max(end),
            _ => atoms.push(mark.range.start..end),
        }
    }
    atoms
}

fn trim(text: &str, range: Range<u32>) -> Range<u32> {
    let piece = &text[range.start as usize..range.end as usize];
    let rest = piece.trim_start_matches(is_blank);
    let start = range.end - rest.len() as u32;
    start..start + rest.trim_end_matches(is_blank).len() as u32
}

/// Cuts ascending ranges out of a strand; what it passes it does not look at again.
struct Cutter<'a> {
    strand: &'a Strand,
    block: BlockId,
    run: usize,
    mark: usize,
    key: usize,
    /// Marks that reach into the next segment.
    open: Vec<usize>,
}

impl Cutter<'_> {
    fn segment(&mut self, range: Range<u32>) -> Segment {
        let runs = self.runs(&range);
        let hull = runs.iter().map(|r| r.source).reduce(Span::hull);
        let mut segment = Segment {
            block: self.block,
            span: hull.unwrap_or(Span { start: 0, end: 0 }),
            text: self.strand.text[range.start as usize..range.end as usize].to_owned(),
            runs,
            marks: Vec::new(),
            literals: Vec::new(),
            key: self.key(range.start),
        };
        self.marks(&range, &mut segment);
        segment
    }

    fn runs(&mut self, range: &Range<u32>) -> SmallVec<[Run; 1]> {
        let all = &self.strand.runs;
        while all
            .get(self.run + 1)
            .is_some_and(|next| next.text <= range.start)
        {
            self.run += 1;
        }
        let mut last = self.run;
        while all.get(last).is_some_and(|run| run.text < range.end) {
            last += 1;
        }
        let text_end = |i: usize| all.get(i + 1).map_or(self.strand.end(), |next| next.text);
        (self.run..last)
            .map(|i| clip(all[i], text_end(i), range))
            .collect()
    }

    fn key(&mut self, start: u32) -> Option<Box<str>> {
        let keys = &self.strand.keys;
        while keys.get(self.key).is_some_and(|k| k.range.end <= start) {
            self.key += 1;
        }
        let keyed = keys.get(self.key).filter(|k| k.range.start <= start)?;
        Some(keyed.key.clone())
    }

    fn marks(&mut self, range: &Range<u32>, segment: &mut Segment) {
        let all = &self.strand.marks;
        let mut reached = std::mem::take(&mut self.open);
        while all
            .get(self.mark)
            .is_some_and(|m| m.range.start < range.end)
        {
            reached.push(self.mark);
            self.mark += 1;
        }
        segment.marks.reserve_exact(reached.len());
        for index in reached {
            let mark = &all[index];
            if mark.range.end > range.end {
                self.open.push(index);
            }
            if mark.range.end > range.start {
                let inside = mark.range.start.max(range.start)..mark.range.end.min(range.end);
                let is_whole = inside == mark.range;
                let inside = inside.start - range.start..inside.end - range.start;
                let span = match is_whole {
                    true => mark.span,
                    false => segment.source_span(inside.clone()),
                };
                segment.marks.push(Mark {
                    kind: mark.kind.clone(),
                    range: inside,
                    span,
                });
            }
        }
        segment.span = segment
            .marks
            .iter()
            .fold(segment.span, |s, m| s.hull(m.span));
    }
}

/// The part of a run, whose text ends at `text_end`, that lies in `range`.
fn clip(run: Run, text_end: u32, range: &Range<u32>) -> Run {
    let mut source = run.source;
    if (text_end - run.text) as usize == source.len() {
        source.end -= text_end.saturating_sub(range.end);
        source.start += range.start.saturating_sub(run.text);
    }
    Run {
        text: run.text.max(range.start) - range.start,
        source,
    }
}
