//! A translation and the source text inside the same file: each source sentence stands right
//! before its translation, so their bytes say with certainty what corresponds.

use crate::document::{Document, Origin};
use crate::source::Span;
use std::sync::Arc;

use super::blocks::Link;
use super::features::Features;
use super::sentences::Bead;

/// The ratio of what is certain.
const CERTAIN: f32 = 20.0;

/// Whether one of the documents is the source text inside the other one's file.
pub(super) fn is_pair(a: &Document, b: &Document) -> bool {
    Arc::ptr_eq(&a.file, &b.file)
        && (a.origin == Origin::Embedded) != (b.origin == Origin::Embedded)
}

/// Links between leaves whose bytes overlap.
pub(super) fn blocks(
    documents: (&Document, &Document),
    features: (&Features, &Features),
) -> Vec<Link> {
    let spans = |document: &Document, features: &Features| -> Vec<Span> {
        let leaves = features.leaves.iter();
        leaves.map(|leaf| document.block(leaf.block).span).collect()
    };
    let (a, b) = (
        spans(documents.0, features.0),
        spans(documents.1, features.1),
    );
    let mut links = Vec::new();
    let mut next = 0;
    for (i, span) in a.iter().enumerate() {
        let found = b[next..]
            .iter()
            .position(|other| overlap(*span, *other) * 2 > other.len().min(span.len()));
        // Leaves are in order in both, so what was passed over has no counterpart.
        let Some(j) = found
            .map(|at| at + next)
            .filter(|j| b[*j].start < span.end.max(span.start + 1))
        else {
            continue;
        };
        links.push(Link {
            a: i as u32,
            b: j as u32,
            ratio: CERTAIN,
        });
        next = j + 1;
    }
    links
}

fn overlap(a: Span, b: Span) -> usize {
    (a.end.min(b.end)).saturating_sub(a.start.max(b.start)) as usize
}

/// Beads of two leaves of such documents, where every sentence finds its partner.
pub(super) fn sentences(
    documents: (&Document, &Document),
    (a, b): ((u32, u32), (u32, u32)),
) -> Option<Vec<Bead>> {
    // The source sentence may stand before or after its translation.
    let start = |document: &Document, segment: u32| document.segments[segment as usize].span.start;
    let (a_first, swapped) = match start(documents.0, a.0) <= start(documents.1, b.0) {
        true => (true, (documents.0, documents.1, a, b)),
        false => (false, (documents.1, documents.0, b, a)),
    };
    let (first, second, x, y) = swapped;
    let mut beads = Vec::new();
    let mut at = y.0;
    for segment in x.0..x.1 {
        let end = match segment + 1 < x.1 {
            true => start(first, segment + 1),
            false => u32::MAX,
        };
        let from = at;
        while at < y.1 && start(second, at) < end {
            at += 1;
        }
        beads.push((segment..segment + 1, from..at));
    }
    // A sentence that the translation splits or merges stands in one span with its partners.
    let complete = beads.iter().all(|(_, own)| !own.is_empty()) && at == y.1;
    let bead = |(x, y): (std::ops::Range<u32>, std::ops::Range<u32>)| {
        let (a, b) = if a_first { (x, y) } else { (y, x) };
        Bead {
            a,
            b,
            ratio: CERTAIN,
        }
    };
    complete.then(|| beads.into_iter().map(bead).collect())
}
