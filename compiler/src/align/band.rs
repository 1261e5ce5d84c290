//! Where in the table of two documents' leaves the path can run: a band around anchors, so that
//! cost grows with length and not with its square.
//!
//! An anchor is a leaf whose text stands once in both documents. Anchors guide; they force nothing.

use super::blocks::Inside;
use super::features::Features;
use super::pair::Pair;
use super::shape::Form;

/// Up to this many cells the whole table is looked at.
const WHOLE_TABLE: usize = 6_400;

/// Leaves to each side of the line between anchors.
const HALF_WIDTH: usize = 40;

/// An anchor counts when another one within so many leaves lies on nearly the same diagonal:
/// a block that was moved must not bend the band.
const SUPPORT: i64 = 60;

/// How far from the same diagonal, in leaves.
const SUPPORT_DRIFT: i64 = 8;

/// For each leaf of the first document, the leaves of the second that it is compared with. Both
/// ends only grow, and every row overlaps the next.
#[derive(Debug)]
pub(super) struct Band {
    ranges: Vec<(u32, u32)>,
    starts: Vec<u32>,
    cells: usize,
}

impl Band {
    /// The band for some leaves of two documents. Its rows and columns count from their first.
    pub(super) fn new(pair: &Pair<'_>, inside: &Inside) -> Self {
        let (n, m) = (inside.a.len(), inside.b.len());
        if n * m <= WHOLE_TABLE {
            return Band::whole(n, m);
        }
        let stops = supported(increasing(anchors(pair)));
        let stops = stops.into_iter().filter_map(|(i, j)| {
            let (i, j) = (i as usize, j as usize);
            let is_inside = inside.a.contains(&i) && inside.b.contains(&j);
            is_inside.then(|| ((i - inside.a.start) as u32, (j - inside.b.start) as u32))
        });
        let mut stops: Vec<(u32, u32)> = stops.collect();
        stops.push((n as u32, m as u32));
        Band::from_ranges(around(&stops, (n, m)))
    }

    /// All cells.
    pub(super) fn whole(rows: usize, columns: usize) -> Self {
        Band::from_ranges(vec![(0, columns as u32); rows])
    }

    fn from_ranges(ranges: Vec<(u32, u32)>) -> Self {
        let mut cells = 0;
        let starts = ranges.iter().map(|(from, to)| {
            let start = cells as u32;
            cells += (to - from) as usize;
            start
        });
        let starts = starts.collect();
        Band {
            ranges,
            starts,
            cells,
        }
    }

    /// How many rows it has.
    pub(super) fn rows(&self) -> usize {
        self.ranges.len()
    }

    /// How many cells it has.
    pub(super) fn cells(&self) -> usize {
        self.cells
    }

    /// The columns of a row.
    pub(super) fn row(&self, a: usize) -> (usize, usize) {
        let (from, to) = self.ranges[a];
        (from as usize, to as usize)
    }

    /// Index of the first cell of a row.
    pub(super) fn start(&self, a: usize) -> usize {
        self.starts[a] as usize
    }
}

/// A band of equal width around the line through `stops`, widened where the line climbs.
fn around(stops: &[(u32, u32)], (n, m): (usize, usize)) -> Vec<(u32, u32)> {
    let mut ranges = Vec::with_capacity(n);
    let mut last = (0usize, 0usize);
    for stop in stops {
        let (i, j) = (stop.0 as usize, stop.1 as usize);
        let (di, dj) = (i - last.0, j - last.1);
        let climb = dj.div_ceil(di.max(1));
        for step in 0..di {
            let centre = last.1 + dj * step / di;
            let from = centre.saturating_sub(HALF_WIDTH + climb);
            ranges.push((from as u32, (centre + climb + HALF_WIDTH + 1).min(m) as u32));
        }
        last = (i, j);
    }
    let mut end = 0;
    for range in &mut ranges {
        end = end.max(range.1);
        range.1 = end;
    }
    let mut start = m as u32;
    for range in ranges.iter_mut().rev() {
        start = start.min(range.0);
        range.0 = start;
    }
    ranges
}

/// Pairs of leaves with a text that stands once in each document, by the first document's order.
fn anchors(pair: &Pair<'_>) -> Vec<(u32, u32)> {
    let (a, b) = (unique(pair.a), unique(pair.b));
    let mut found = Vec::new();
    let mut rest = b.as_slice();
    for (text, i) in &a {
        let skip = rest.partition_point(|(other, _)| other < text);
        rest = &rest[skip..];
        if let Some((_, j)) = rest.first().filter(|(other, _)| other == text) {
            found.push((*i, *j));
        }
    }
    found.sort_unstable();
    found
}

fn unique(document: &Features) -> Vec<(u32, u32)> {
    let leaves = document.leaves.iter().enumerate();
    let mut texts: Vec<(u32, u32)> = leaves
        .filter(|(i, leaf)| {
            leaf.shape.form != Form::FrontMatter && !document.leaf_tokens(*i).is_empty()
        })
        .map(|(i, leaf)| (leaf.text, i as u32))
        .collect();
    texts.sort_unstable();
    let same = |i: usize, j: usize| texts.get(i).map(|t| t.0) == texts.get(j).map(|t| t.0);
    (0..texts.len())
        .filter(|i| !same(*i, i + 1) && (*i == 0 || !same(i - 1, *i)))
        .map(|i| texts[i])
        .collect()
}

/// The longest run of anchors that grows in both documents (patience sorting).
fn increasing(anchors: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(anchors.len());
    for (at, (_, j)) in anchors.iter().enumerate() {
        let length = tails.partition_point(|tail| anchors[*tail].1 < *j);
        before.push(length.checked_sub(1).map(|l| tails[l]));
        match tails.get_mut(length) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut chain = Vec::new();
    let mut next = tails.last().copied();
    while let Some(at) = next {
        chain.push(anchors[at]);
        next = before[at];
    }
    chain.reverse();
    chain
}

fn supported(anchors: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    let near = |x: &(u32, u32), y: &(u32, u32)| {
        let di = i64::from(x.0) - i64::from(y.0);
        let dj = i64::from(x.1) - i64::from(y.1);
        di.abs() <= SUPPORT && (di - dj).abs() <= SUPPORT_DRIFT
    };
    let keep = (0..anchors.len()).filter(|at| {
        let before = at.checked_sub(1).and_then(|b| anchors.get(b));
        let after = anchors.get(at + 1);
        [before, after]
            .into_iter()
            .flatten()
            .any(|other| near(&anchors[*at], other))
    });
    keep.map(|at| anchors[at]).collect()
}
