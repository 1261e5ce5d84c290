//! Leaves of two documents to links, by dynamic programming over a [`Band`]: the most likely way
//! to pair them in order, leaving some alone. Where documents [plainly](plain) run side by side there
//! is nothing to choose, and only what lies between is looked at.

use std::ops::Range;

use super::band::Band;
use super::features::{Features, Leaf};
use super::pair::{Pair, Relation};
use super::plain;
use super::score::{self, Length};
use super::shape::Form;

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

/// So few cells are compared one by one; for more, tokens are followed to the leaves that hold them.
const FEW_CELLS: usize = 64;

/// So few places are looked at one by one.
const FEW_PLACES: usize = 4;

/// What the structure alone is worth for two cells or items in the same place.
const SAME_PLACE: f32 = 2.2;

/// Links in the order of both documents. Cost: cells of the band, and for each token the pairs of
/// leaves in the band that it speaks for.
pub(super) fn align(pair: &Pair<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    let (mut a, mut b) = (0, 0);
    for run in plain::runs(pair) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        let inside = Inside {
            a: a..first.a as usize,
            b: b..first.b as usize,
        };
        (a, b) = (last.a as usize + 1, last.b as usize + 1);
        between(pair, inside, &mut links);
        links.extend(run);
    }
    let inside = Inside {
        a: a..pair.a.leaves.len(),
        b: b..pair.b.leaves.len(),
    };
    between(pair, inside, &mut links);
    bridged(pair, links)
}

/// Adds the leaves that stand alone between two links, one in each document, in the same cell of a
/// table or the same place of an item, or of which one says a part of the other: whatever became of
/// the text, they answer each other.
fn bridged(pair: &Pair<'_>, links: Vec<Link>) -> Vec<Link> {
    let mut all: Vec<Link> = Vec::with_capacity(links.len() + 1);
    for link in links {
        all.extend(bridge(pair, all.last(), (link.a as usize, link.b as usize)));
        all.push(link);
    }
    let ends = (pair.a.leaves.len(), pair.b.leaves.len());
    all.extend(bridge(pair, all.last(), ends));
    all
}

/// The leaves between a link and the next or the ends of both documents, if there is one in each.
fn bridge(pair: &Pair<'_>, last: Option<&Link>, next: (usize, usize)) -> Option<Link> {
    let (a, b) = last.map(|last| (last.a + 1, last.b + 1))?;
    if next != (a as usize + 1, b as usize + 1) {
        return None;
    }
    let shape_a = &pair.a.leaves[a as usize].shape;
    let shape_b = &pair.b.leaves[b as usize].shape;
    let ratio = score::structure(shape_a, shape_b);
    let is_text = matches!(shape_a.form, Form::Cell | Form::Text);
    let is_same = shape_a.form == shape_b.form && is_part(pair, a as usize, b as usize);
    (is_text && (ratio >= SAME_PLACE || is_same)).then_some(Link { a, b, ratio })
}

/// Whether all tokens of one of two leaves have counterparts in the other.
fn is_part(pair: &Pair<'_>, a: usize, b: usize) -> bool {
    let all_in = |tokens: &[u32], relation: &Relation<'_>, leaf: usize| {
        let stands = |t: &u32| relation.places(*t).binary_search(&(leaf as u32)).is_ok();
        !tokens.is_empty() && tokens.iter().all(stands)
    };
    all_in(pair.b.leaf_tokens(b), &pair.backward, a)
        || all_in(pair.a.leaf_tokens(a), &pair.forward, b)
}

/// The leaves of two documents between those that are plain.
#[derive(Debug)]
pub(super) struct Inside {
    /// Leaves of the first document.
    pub(super) a: Range<usize>,
    /// Leaves of the second document.
    pub(super) b: Range<usize>,
}

fn between(pair: &Pair<'_>, inside: Inside, links: &mut Vec<Link>) {
    if inside.a.is_empty() || inside.b.is_empty() {
        return;
    }
    if inside.a.len() * inside.b.len() <= FEW_CELLS {
        let [a, b] = [inside.a, inside.b].map(|r| r.map(|leaf| leaf as u32).collect::<Vec<u32>>());
        return links.extend(align_some(pair, &a, &b));
    }
    let band = Band::new(pair, &inside);
    let cells = ratios(pair, &inside, &band);
    let found = path(&band, &cells, inside.b.len());
    links.extend(found.into_iter().map(|link| Link {
        a: link.a + inside.a.start as u32,
        b: link.b + inside.b.start as u32,
        ..link
    }));
}

/// The ratio of every cell of the band.
fn ratios(pair: &Pair<'_>, inside: &Inside, band: &Band) -> Vec<f32> {
    let (mut cells, backward) = gains(pair, inside, band);
    let base_a = bases(pair.a, &pair.forward, &inside.a);
    let base_b = bases(pair.b, &pair.backward, &inside.b);
    let lengths_a = lengths(pair, &pair.a.leaves[inside.a.clone()]);
    let lengths_b = lengths(pair, &pair.b.leaves[inside.b.clone()]);
    for i in 0..inside.a.len() {
        let (from, to) = band.row(i);
        let row = band.start(i);
        for (at, j) in (row..).zip(from..to) {
            let tokens = (cells[at] + base_a[i], backward[at] + base_b[j]);
            let length = pair.length.compare(&lengths_a[i], &lengths_b[j]);
            let leaves = (inside.a.start + i, inside.b.start + j);
            cells[at] = compare(pair, leaves, tokens, length);
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

fn lengths(pair: &Pair<'_>, leaves: &[Leaf]) -> Vec<Length> {
    let lengths = leaves.iter().map(|leaf| pair.length.measure(leaf.length));
    lengths.collect()
}

/// Per leaf, what its tokens say when none has a counterpart.
fn bases(document: &Features, relation: &Relation<'_>, leaves: &Range<usize>) -> Vec<f32> {
    let base = |leaf| {
        let tokens = document.leaf_tokens(leaf).iter();
        tokens.map(|t| relation.token(*t).base).sum()
    };
    leaves.clone().map(base).collect()
}

/// Per cell, what the tokens of each leaf gain that have a counterpart in the other.
fn gains(pair: &Pair<'_>, inside: &Inside, band: &Band) -> (Vec<f32>, Vec<f32>) {
    let mut forward = vec![0.0f32; band.cells()];
    let mut backward = forward.clone();
    for token in 0..pair.a.vocabulary.len() as u32 {
        let gain = pair.forward.token(token).gain;
        let places = pair.forward.places(token);
        if gain > 0.0 && !places.is_empty() {
            let leaves = (pair.a.postings(token), places);
            spread(band, inside, &mut forward, gain, leaves);
        }
    }
    for token in 0..pair.b.vocabulary.len() as u32 {
        let gain = pair.backward.token(token).gain;
        let places = pair.backward.places(token);
        if gain > 0.0 && !places.is_empty() {
            let leaves = (places, pair.b.postings(token));
            spread(band, inside, &mut backward, gain, leaves);
        }
    }
    (forward, backward)
}

fn spread(
    band: &Band,
    inside: &Inside,
    cells: &mut [f32],
    gain: f32,
    (rows, columns): (&[u32], &[u32]),
) {
    let mut columns = part(columns, &inside.b);
    for row in part(rows, &inside.a) {
        let row = *row as usize - inside.a.start;
        let (from, to) = band.row(row);
        let start = band.start(row);
        let own = |column: &u32| *column as usize - inside.b.start;
        // Rows come in order and bands only grow, so columns left behind stay behind.
        while columns.first().is_some_and(|c| own(c) < from) {
            columns = &columns[1..];
        }
        for column in columns.iter().map(own).take_while(|c| *c < to) {
            cells[start + column - from] += gain;
        }
    }
}

/// The leaves of an ordered list that lie in a range.
fn part<'a>(leaves: &'a [u32], range: &Range<usize>) -> &'a [u32] {
    let start = leaves.partition_point(|leaf| (*leaf as usize) < range.start);
    let end = leaves.partition_point(|leaf| (*leaf as usize) < range.end);
    &leaves[start..end]
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
    let side = |tokens: &[u32], relation: &Relation<'_>, leaf: usize| -> f32 {
        let worth = |token: &u32| {
            let weight = relation.token(*token);
            let places = relation.places(*token);
            let is_there = match places.len() {
                ..=FEW_PLACES => places.contains(&(leaf as u32)),
                _ => places.binary_search(&(leaf as u32)).is_ok(),
            };
            weight.base + if is_there { weight.gain } else { 0.0 }
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
