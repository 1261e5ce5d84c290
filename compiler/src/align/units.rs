//! A row of leaves to units: the sentences of all its documents that say the same.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use crate::document::SegmentId;

use super::blocks::Link;
use super::features::Features;
use super::join::{Draft, Joiner};
use super::sentences::{self, Bead};
use super::{Cell, RowId, Unit, bilingual, score};

/// How sure it is that a text which found no counterpart has none.
pub(super) const LONE: f32 = 0.8;

/// The units of a row, in order. Every segment of its leaves is in one.
pub(super) fn of_row(joiner: &mut Joiner<'_>, draft: &Draft, row: RowId) -> Vec<Unit> {
    let Some(lead) = draft.lead(joiner.pivot) else {
        return Vec::new();
    };
    let Some(leaf) = draft.leaves[lead] else {
        return Vec::new();
    };
    if let Some(unit) = single(joiner, draft, (row, lead)) {
        return vec![unit];
    }
    let segments = joiner.features.documents[lead].leaves[leaf as usize].segments;
    let mut columns = Columns {
        lead,
        segments,
        beads: vec![Vec::new(); draft.leaves.len()],
    };
    for document in (0..draft.leaves.len()).filter(|d| *d != lead) {
        if let Some(other) = draft.leaves[document] {
            let link = Link {
                a: leaf,
                b: other,
                ratio: draft.ratios[document].unwrap_or(0.0),
            };
            columns.beads[document] = beads(joiner, (lead, document), link);
        }
    }
    columns.units(joiner, row)
}

/// The unit of a row in which no leaf has more than one segment, as in most: there is nothing to cut.
fn single(joiner: &Joiner<'_>, draft: &Draft, (row, lead): (RowId, usize)) -> Option<Unit> {
    let documents = &joiner.article.documents;
    let mut ratios: SmallVec<[f32; 8]> = SmallVec::new();
    let mut cells = Vec::with_capacity(draft.leaves.len());
    for (document, leaf) in draft.leaves.iter().enumerate() {
        let Some(leaf) = leaf else {
            cells.push(Cell::new());
            continue;
        };
        let (start, end) = joiner.features.documents[document].leaves[*leaf as usize].segments;
        let is_other = document != lead;
        if end - start != 1
            || is_other && bilingual::is_pair(&documents[lead], &documents[document])
        {
            return None;
        }
        ratios.extend(is_other.then(|| draft.ratios[document].unwrap_or(0.0)));
        cells.push(smallvec![SegmentId(start)]);
    }
    Some(unit(row, cells, &ratios))
}

fn unit(row: RowId, cells: Vec<Cell>, ratios: &[f32]) -> Unit {
    let sum: f32 = ratios.iter().map(|r| score::probability(*r)).sum();
    let score = match ratios.len() {
        0 => LONE,
        n => sum / n as f32,
    };
    Unit { row, cells, score }
}

fn beads(joiner: &mut Joiner<'_>, (a, b): (usize, usize), link: Link) -> Vec<Bead> {
    let documents = (&joiner.article.documents[a], &joiner.article.documents[b]);
    if bilingual::is_pair(documents.0, documents.1) {
        let segments = |d: usize, leaf: u32| {
            let features: &Features = &joiner.features.documents[d];
            features.leaves[leaf as usize].segments
        };
        let segments = (segments(a, link.a), segments(b, link.b));
        if let Some(beads) = bilingual::sentences(documents, segments) {
            return beads;
        }
    }
    let features = (&joiner.features.documents[a], &joiner.features.documents[b]);
    if let Some(bead) = sentences::only(features, link) {
        return vec![bead];
    }
    sentences::align(joiner.pair(a, b), link)
}

/// The beads of a row between its lead and each other document.
struct Columns {
    lead: usize,
    segments: (u32, u32),
    beads: Vec<Vec<Bead>>,
}

/// Segments that the lead lacks, per document, at one place.
struct Extra {
    cells: Vec<Range<u32>>,
    ratios: Vec<f32>,
}

impl Columns {
    fn units(&self, joiner: &mut Joiner<'_>, row: RowId) -> Vec<Unit> {
        let mut units = Vec::new();
        let cuts = self.cuts();
        for (at, cut) in cuts.iter().enumerate() {
            for extra in self.extras_at(joiner, *cut) {
                units.push(unit(row, ids(extra.cells), &extra.ratios));
            }
            if let Some(next) = cuts.get(at + 1) {
                let (cells, ratios) = self.group(*cut..*next);
                units.push(unit(row, ids(cells), &ratios));
            }
        }
        units
    }

    /// The places in the lead that no bead spans, its start and end among them.
    fn cuts(&self) -> Vec<u32> {
        let (start, end) = self.segments;
        let spanned = |cut: u32| {
            let beads = self.beads.iter().flatten();
            beads.clone().any(|b| b.a.start < cut && cut < b.a.end)
        };
        (start..=end).filter(|cut| !spanned(*cut)).collect()
    }

    /// What all documents have for some segments of the lead, and what they insert among them.
    fn group(&self, own: Range<u32>) -> (Vec<Range<u32>>, Vec<f32>) {
        let mut cells = vec![0..0; self.beads.len()];
        let mut ratios = Vec::new();
        for (document, beads) in self.beads.iter().enumerate() {
            for bead in beads.iter().filter(|b| !b.b.is_empty()) {
                let inside = match bead.a.is_empty() {
                    true => own.start < bead.a.start && bead.a.start < own.end,
                    false => own.start <= bead.a.start && bead.a.end <= own.end,
                };
                if inside {
                    extend(&mut cells[document], &bead.b);
                    ratios.extend((!bead.a.is_empty()).then_some(bead.ratio));
                }
            }
        }
        cells[self.lead] = own;
        (cells, ratios)
    }

    /// What the documents insert before segment `cut` of the lead.
    fn extras_at(&self, joiner: &mut Joiner<'_>, cut: u32) -> Vec<Extra> {
        let mut extras: Vec<Extra> = Vec::new();
        let mut first: Option<usize> = None;
        for (document, beads) in self.beads.iter().enumerate() {
            let mut own = 0..0;
            for bead in beads.iter().filter(|b| b.a.is_empty() && b.a.start == cut) {
                extend(&mut own, &bead.b);
            }
            if own.is_empty() {
                continue;
            }
            match first {
                None => {
                    first = Some(document);
                    extras = own.map(|s| self.extra(document, s..s + 1)).collect();
                }
                Some(first) => {
                    let known = extras.iter().map(|e| e.cells[first].clone());
                    let hull = known.fold(0..0, |mut hull: Range<u32>, cell| {
                        extend(&mut hull, &cell);
                        hull
                    });
                    let pair = joiner.pair(first, document);
                    let beads = sentences::align_ranges(pair, hull, own);
                    self.merge(&mut extras, (first, document), &beads);
                }
            }
        }
        extras
    }

    fn extra(&self, document: usize, segments: Range<u32>) -> Extra {
        let mut cells = vec![0..0; self.beads.len()];
        cells[document] = segments;
        Extra {
            cells,
            ratios: Vec::new(),
        }
    }

    /// Puts the segments of a further document beside those of the first one that has any here.
    fn merge(&self, extras: &mut Vec<Extra>, (first, document): (usize, usize), beads: &[Bead]) {
        let mut at = 0;
        for bead in beads {
            if bead.a.is_empty() {
                extras.insert(at, self.extra(document, bead.b.clone()));
                at += 1;
                continue;
            }
            let inside = |e: &Extra| {
                let cell = &e.cells[first];
                !cell.is_empty() && bead.a.start <= cell.start && cell.end <= bead.a.end
            };
            let Some(start) = extras.iter().position(inside) else {
                continue;
            };
            at = start + 1;
            if bead.b.is_empty() {
                continue;
            }
            // Several segments of the first document that answer to this bead become one.
            while extras.get(at).is_some_and(inside) {
                let next = extras.remove(at);
                for (cell, more) in extras[start].cells.iter_mut().zip(next.cells) {
                    extend(cell, &more);
                }
            }
            extras[start].cells[document] = bead.b.clone();
            extras[start].ratios.push(bead.ratio);
        }
    }
}

fn ids(cells: Vec<Range<u32>>) -> Vec<Cell> {
    let cell = |cell: Range<u32>| cell.map(SegmentId).collect();
    cells.into_iter().map(cell).collect()
}

fn extend(hull: &mut Range<u32>, more: &Range<u32>) {
    if hull.start >= hull.end {
        *hull = more.clone();
    } else if more.start < more.end {
        *hull = hull.start.min(more.start)..hull.end.max(more.end);
    }
}
