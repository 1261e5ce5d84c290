//! Leaves of two documents to links, by dynamic programming over a [`Band`]: the most likely way
//! to pair them in order, leaving some alone.

use super::band::Band;
use super::features::Features;
use super::pair::{Pair, Relation};
use super::score::{self, Length};

/// Two leaves that correspond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    /// Leaf of the first document.
    pub(super) a: u32,
    /// Leaf of the second document.
    pub(super) b: u32,
    /// Log-likelihood ratio in nats.
    pub(super) ratio: f32,
}

/// Links in the order of both documents. Cost: cells of the band, and for each token the pairs of
/// leaves in the band that it speaks for.
pub(super) fn align(pair: &Pair<'_>) -> Vec<Link> {
    if pair.a.leaves.is_empty() || pair.b.leaves.is_empty() {
        return Vec::new();
    }
    let band = Band::new(pair);
    let cells = ratios(pair, &band);
    path(&band, &cells, pair.b.leaves.len())
}

/// The ratio of every cell of the band.
fn ratios(pair: &Pair<'_>, band: &Band) -> Vec<f32> {
    let (mut cells, backward) = gains(pair, band);
    let base_a = bases(pair.a, &pair.forward);
    let base_b = bases(pair.b, &pair.backward);
    let (lengths_a, lengths_b) = (lengths(pair, pair.a), lengths(pair, pair.b));
    for i in 0..pair.a.leaves.len() {
        let (from, to) = band.row(i);
        let row = band.start(i);
        for (at, j) in (row..).zip(from..to) {
            let tokens = (cells[at] + base_a[i], backward[at] + base_b[j]);
            let length = pair.length.compare(&lengths_a[i], &lengths_b[j]);
            cells[at] = compare(pair, (i, j), tokens, length);
        }
    }
    cells
}

/// The ratio of two leaves of which the tokens say this much.
fn compare(
    pair: &Pair<'_>,
    (i, j): (usize, usize),
    (forward, backward): (f32, f32),
    length: f32,
) -> f32 {
    let (a, b) = (&pair.a.leaves[i], &pair.b.leaves[j]);
    let texts = score::Texts {
        forward,
        backward,
        length,
        sentences: (a.segments.1 - a.segments.0, b.segments.1 - b.segments.0),
    };
    texts.ratio() + score::structure(&a.shape, &b.shape) + score::equal_text(a, b)
}

fn lengths(pair: &Pair<'_>, document: &Features) -> Vec<Length> {
    let leaves = document.leaves.iter();
    leaves
        .map(|leaf| pair.length.measure(leaf.length))
        .collect()
}

/// Per leaf, what its tokens say when none has a counterpart.
fn bases(document: &Features, relation: &Relation) -> Vec<f32> {
    let base = |leaf| {
        let tokens = document.leaf_tokens(leaf).iter();
        tokens.map(|t| relation.base[*t as usize]).sum()
    };
    (0..document.leaves.len()).map(base).collect()
}

/// Per cell, what the tokens of each leaf gain that have a counterpart in the other.
fn gains(pair: &Pair<'_>, band: &Band) -> (Vec<f32>, Vec<f32>) {
    let mut forward = vec![0.0f32; band.cells()];
    let mut backward = forward.clone();
    for token in &pair.a.types {
        let gain = pair.forward.gain[*token as usize];
        let places = pair.forward.places(*token);
        if gain > 0.0 && !places.is_empty() {
            spread(band, &mut forward, gain, (pair.a.postings(*token), places));
        }
    }
    for token in &pair.b.types {
        let gain = pair.backward.gain[*token as usize];
        let places = pair.backward.places(*token);
        if gain > 0.0 && !places.is_empty() {
            spread(band, &mut backward, gain, (places, pair.b.postings(*token)));
        }
    }
    (forward, backward)
}

fn spread(band: &Band, cells: &mut [f32], gain: f32, (rows, columns): (&[u32], &[u32])) {
    let mut first = 0;
    for row in rows {
        let (from, to) = band.row(*row as usize);
        let start = band.start(*row as usize);
        // Rows come in order and bands only grow, so columns left behind stay behind.
        while columns.get(first).is_some_and(|c| (*c as usize) < from) {
            first += 1;
        }
        for column in columns[first..].iter().take_while(|c| (**c as usize) < to) {
            cells[start + *column as usize - from] += gain;
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Move {
    Both,
    First,
    Second,
}

/// The best path. `best[j]` is the value of the best path that has used all leaves of the first
/// document so far and `j` of the second; outside the band paths run along its edges only.
fn path(band: &Band, cells: &[f32], columns: usize) -> Vec<Link> {
    let rows = band.rows();
    let mut best: Vec<f32> = (0..=columns).map(|j| j as f32 * score::LONE_LEAF).collect();
    let mut moves = vec![Move::First; cells.len() + rows];
    for i in 0..rows {
        let (from, to) = band.row(i);
        let start = band.start(i);
        let mut diagonal = best[from];
        best[from] += score::LONE_LEAF;
        for j in from..to {
            let above = best[j + 1];
            let options = [
                (diagonal + cells[start + j - from], Move::Both),
                (above + score::LONE_LEAF, Move::First),
                (best[j] + score::LONE_LEAF, Move::Second),
            ];
            let pick = options
                .into_iter()
                .reduce(|x, y| if y.0 > x.0 { y } else { x });
            let (value, step) = pick.unwrap_or(options[0]);
            (best[j + 1], moves[start + j - from]) = (value, step);
            diagonal = above;
        }
        // Further right this row is not entered; the next row may be, after lone leaves.
        let edge = match i + 1 < rows {
            true => band.row(i + 1).1,
            false => columns,
        };
        for j in to..edge {
            best[j + 1] = best[j] + score::LONE_LEAF;
        }
    }
    trace(band, (cells, &moves), columns)
}

fn trace(band: &Band, (cells, moves): (&[f32], &[Move]), columns: usize) -> Vec<Link> {
    let mut links = Vec::new();
    let (mut i, mut j) = (band.rows(), columns);
    while i > 0 && j > 0 {
        let (from, to) = band.row(i - 1);
        if j > to {
            j -= 1;
            continue;
        }
        if j <= from {
            i -= 1;
            continue;
        }
        let cell = band.start(i - 1) + j - 1 - from;
        match moves[cell] {
            Move::Both => {
                (i, j) = (i - 1, j - 1);
                links.push(Link {
                    a: i as u32,
                    b: j as u32,
                    ratio: cells[cell],
                });
            }
            Move::First => i -= 1,
            Move::Second => j -= 1,
        }
    }
    links.reverse();
    links
}

/// The ratio of two leaves, wherever they stand: what [`align`] computes for a cell.
pub(super) fn ratio(pair: &Pair<'_>, a: usize, b: usize) -> f32 {
    let side = |tokens: &[u32], relation: &Relation, leaf: usize| -> f32 {
        let worth = |token: &u32| {
            let found = relation
                .places(*token)
                .binary_search(&(leaf as u32))
                .is_ok();
            relation.base[*token as usize]
                + if found {
                    relation.gain[*token as usize]
                } else {
                    0.0
                }
        };
        tokens.iter().map(worth).sum()
    };
    let forward = side(pair.a.leaf_tokens(a), &pair.forward, b);
    let backward = side(pair.b.leaf_tokens(b), &pair.backward, a);
    let lengths = (pair.a.leaves[a].length, pair.b.leaves[b].length);
    let length = pair.length.ratio(lengths.0, lengths.1);
    compare(pair, (a, b), (forward, backward), length)
}

/// Aligns some leaves of each document, given in order. For few: looks at every two of them.
pub(super) fn align_some(pair: &Pair<'_>, a: &[u32], b: &[u32]) -> Vec<Link> {
    let band = Band::whole(a.len(), b.len());
    let cell = |i: &u32, j: &u32| ratio(pair, *i as usize, *j as usize);
    let cells: Vec<f32> = a
        .iter()
        .flat_map(|i| b.iter().map(move |j| cell(i, j)))
        .collect();
    let mut links = path(&band, &cells, b.len());
    for link in &mut links {
        (link.a, link.b) = (a[link.a as usize], b[link.b as usize]);
    }
    links
}
