//! Leaves of two documents that plainly run side by side: most translations have the blocks of
//! their source, one by one.
//!
//! It goes along the diagonal from the start, and from the end along the one that leads there. It
//! decides nothing between them: that is left to dynamic programming.

use super::blocks::{self, Link};
use super::features::Leaf;
use super::pair::Pair;

/// Leaves that answer each other by this much are plain: leaving both alone would lose more than
/// twice as much as it could win.
const PLAIN: f32 = 3.0;

/// So many plain leaves in a row make a run. Fewer may be alike by chance.
const SHORTEST: usize = 3;

/// Behind more leaves than this that are not plain, the documents are no longer side by side.
const GAP: usize = 4;

/// Leaves at the ends of a run that are looked at nonetheless: what was put in or left out beside
/// them may be like them.
const MARGIN: usize = 1;

/// Runs of links, in the order of both documents.
pub(super) fn runs(pair: &Pair<'_>) -> Vec<Vec<Link>> {
    let (n, m) = (pair.a.leaves.len(), pair.b.leaves.len());
    let common = n.min(m);
    let link = |a: usize, b: usize| Link {
        a: a as u32,
        b: b as u32,
        ratio: match is_shifted(pair, a, b) {
            true => f32::NEG_INFINITY,
            false => blocks::ratio(pair, a, b),
        },
    };
    let (mut head, start) = walk((0..common).map(|at| link(at, at)));
    if n == m && start == common {
        return trimmed(head, (n, m));
    }
    let (mut tail, end) = walk((1..=common).map(|at| link(n - at, m - at)));
    // A leaf that could go with either side is no part of one.
    let is_early = |link: &Link| (link.a.min(link.b) as usize) < common - end;
    let is_late = |link: &Link| common - (n - link.a as usize).min(m - link.b as usize) >= start;
    head.retain(is_early);
    tail.retain(is_late);
    tail.reverse();
    head.extend(tail);
    trimmed(head, (n, m))
}

/// Whether one of two leaves says just what stands beside the other: in a list of things that are
/// much alike, one was put in or left out further on.
fn is_shifted(pair: &Pair<'_>, a: usize, b: usize) -> bool {
    let (first, second) = (&pair.a.leaves, &pair.b.leaves);
    let (x, y) = (first[a].text, second[b].text);
    let beside = |leaves: &[Leaf], at: usize, text: u32| {
        let before = at.checked_sub(1).and_then(|at| leaves.get(at));
        let mut both = before.into_iter().chain(leaves.get(at + 1));
        both.any(|leaf| leaf.text == text)
    };
    x != y && (x != 0 && beside(second, b, x) || y != 0 && beside(first, a, y))
}

/// The plain links of a diagonal up to where the documents part, and how far that is.
fn walk(diagonal: impl Iterator<Item = Link>) -> (Vec<Link>, usize) {
    let mut links = Vec::new();
    let (mut row, mut missed) = (0, 0);
    // What follows the last run is no part of the way.
    let (mut kept, mut length) = (0, 0);
    for (at, link) in diagonal.enumerate() {
        if link.ratio < PLAIN {
            (row, missed) = (0, missed + 1);
            if missed > GAP {
                break;
            }
            continue;
        }
        links.push(link);
        row += 1;
        if row >= SHORTEST {
            (kept, length, missed) = (links.len(), at + 1, 0);
        }
    }
    links.truncate(kept);
    (links, length)
}

/// The links as runs without their margins. Where both documents begin or end, nothing can lie
/// beside a run.
fn trimmed(links: Vec<Link>, (n, m): (usize, usize)) -> Vec<Vec<Link>> {
    let next = |x: &Link, y: &Link| y.a == x.a + 1 && y.b == x.b + 1;
    let margin = |is_edge: bool| if is_edge { 0 } else { MARGIN };
    let trim = |run: &[Link]| {
        let [first, .., last] = run else {
            return Vec::new();
        };
        let from = margin((first.a, first.b) == (0, 0));
        let until = margin((last.a as usize + 1, last.b as usize + 1) == (n, m));
        match run.len() >= SHORTEST {
            true => run[from..run.len() - until].to_vec(),
            false => Vec::new(),
        }
    };
    let runs = links.chunk_by(next).map(trim);
    runs.filter(|run| !run.is_empty()).collect()
}
