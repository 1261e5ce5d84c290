//! The sentences of two leaves that correspond to beads: by dynamic programming over one to one,
//! alone, split, merged, and two to two.

use std::ops::Range;

use super::blocks::Link;
use super::features::{Features, Sentence};
use super::pair::{Pair, Relation};
use super::score;

/// Segments of two leaves that say the same; one side may be empty.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bead {
    /// Segments of the first document.
    pub(super) a: Range<u32>,
    /// Segments of the second document.
    pub(super) b: Range<u32>,
    /// Log-likelihood ratio in nats.
    pub(super) ratio: f32,
}

/// Sentences to each side of the diagonal that are compared. A paragraph has fewer.
const HALF_WIDTH: usize = 24;

/// How many sentences of each side a step takes.
const STEPS: [(usize, usize); 8] = [
    (1, 1),
    (1, 0),
    (0, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 3),
    (3, 1),
];

/// Sentences of one leaf that are aligned at once, at most; longer leaves are cut in proportion.
const MAX_SENTENCES: usize = 400;

/// Aligns the segments of two leaves that were linked. Every segment of both is in one bead, in
/// order.
pub(super) fn align(pair: &Pair<'_>, link: Link) -> Vec<Bead> {
    if let Some(bead) = only((pair.a, pair.b), link) {
        return vec![bead];
    }
    let own = pair.a.leaves[link.a as usize].segments;
    let other = pair.b.leaves[link.b as usize].segments;
    align_ranges(pair, own.0..own.1, other.0..other.1)
}

/// The bead of two leaves that were linked and hold one segment each: they were found to
/// correspond, and this is all that they hold.
pub(super) fn only((a, b): (&Features, &Features), link: Link) -> Option<Bead> {
    let own = a.leaves[link.a as usize].segments;
    let other = b.leaves[link.b as usize].segments;
    (own.1 - own.0 == 1 && other.1 - other.0 == 1).then_some(Bead {
        a: own.0..own.1,
        b: other.0..other.1,
        ratio: link.ratio,
    })
}

/// Aligns two runs of segments.
pub(super) fn align_ranges(pair: &Pair<'_>, a: Range<u32>, b: Range<u32>) -> Vec<Bead> {
    let chunks = a.len().max(b.len()).div_ceil(MAX_SENTENCES).max(1);
    let cut = |range: &Range<u32>, at: usize| range.start + (range.len() * at / chunks) as u32;
    let chunk = |at: usize| {
        let own = |range: &Range<u32>| (cut(range, at), cut(range, at + 1));
        let table = Table::new(pair, own(&a), own(&b));
        table.plain().unwrap_or_else(|| table.best())
    };
    (0..chunks).flat_map(chunk).collect()
}

/// A run of segments whose texts all answer each other by this much is not looked at further.
const PLAIN: f32 = 3.0;

/// What the tokens of a sentence say.
struct Words {
    /// The sum when nothing is found opposite.
    base: f32,
    /// Its gains in those of its side.
    gains: Range<usize>,
}

/// The sentences of one side.
struct Side {
    words: Vec<Words>,
    /// Per token that has counterparts: the sentences opposite that hold one, and what that adds.
    gains: Vec<(u64, f32)>,
}

impl Side {
    fn len(&self) -> usize {
        self.words.len()
    }

    /// What the tokens of some sentences say, with others opposite.
    fn sum(&self, (from, count): (usize, usize), opposite: u64) -> f32 {
        let found = |words: &Words| -> f32 {
            let gains = self.gains[words.gains.clone()].iter();
            let found = gains.filter(|(mask, _)| mask & opposite != 0);
            words.base + found.map(|(_, gain)| gain).sum::<f32>()
        };
        self.words[from..from + count].iter().map(found).sum()
    }
}

/// Sentences of both leaves with what their tokens say.
struct Table<'a> {
    pair: &'a Pair<'a>,
    first: (u32, u32),
    a: Side,
    b: Side,
}

/// The bit of a sentence; beyond 64 sentences bits come round again, which is further apart than
/// the band is wide.
fn bit(sentence: usize) -> u64 {
    1 << (sentence % 64)
}

fn bits(from: usize, count: usize) -> u64 {
    (from..from + count).fold(0, |mask, s| mask | bit(s))
}

impl<'a> Table<'a> {
    fn new(pair: &'a Pair<'a>, a: (u32, u32), b: (u32, u32)) -> Self {
        Table {
            pair,
            first: (a.0, b.0),
            a: side((pair.a, a), (pair.b, b), (&pair.forward, pair)),
            b: side((pair.b, b), (pair.a, a), (&pair.backward, pair)),
        }
    }

    /// The ratio for `a.1` sentences from `a.0` on against those of `b`.
    fn ratio(&self, a: (usize, usize), b: (usize, usize)) -> f32 {
        let tokens = self.a.sum(a, bits(b.0, b.1)) + self.b.sum(b, bits(a.0, a.1));
        let length = |from: u32, count: usize, sentences: &[Sentence]| {
            let range = from as usize..from as usize + count;
            sentences[range].iter().map(|s| s.length).sum::<f32>()
        };
        let length_a = length(self.first.0 + a.0 as u32, a.1, &self.pair.a.sentences);
        let length_b = length(self.first.1 + b.0 as u32, b.1, &self.pair.b.sentences);
        score::TOKEN_TEMPER * tokens + self.pair.length.ratio(length_a, length_b)
    }

    /// One to one throughout, where every sentence plainly answers its own.
    fn plain(&self) -> Option<Vec<Bead>> {
        if self.a.len() != self.b.len() {
            return None;
        }
        let bead = |at: usize| {
            let ratio = self.ratio((at, 1), (at, 1));
            let own = |first: u32| first + at as u32..first + at as u32 + 1;
            (ratio >= PLAIN).then(|| Bead {
                a: own(self.first.0),
                b: own(self.first.1),
                ratio,
            })
        };
        (0..self.a.len()).map(bead).collect()
    }

    fn step(&self, (i, j): (usize, usize), (di, dj): (usize, usize)) -> f32 {
        match (di, dj) {
            (0, n) | (n, 0) => n as f32 * score::LONE_SENTENCE,
            _ => {
                let merged = (di + dj - 2) as f32 * score::MERGED_SENTENCE;
                self.ratio((i - di, di), (j - dj, dj)) + merged
            }
        }
    }

    /// Whether the cell is near enough to the diagonal.
    fn in_band(&self, i: usize, j: usize) -> bool {
        let (n, m) = (self.a.len(), self.b.len());
        let centre = i * m / n.max(1);
        let width = HALF_WIDTH + n.abs_diff(m).min(HALF_WIDTH) + m / n.max(1);
        centre.abs_diff(j) <= width
    }

    fn best(&self) -> Vec<Bead> {
        let (n, m) = (self.a.len(), self.b.len());
        let width = m + 1;
        let mut best = vec![(f32::NEG_INFINITY, 0usize); (n + 1) * width];
        best[0].0 = 0.0;
        for i in 0..=n {
            for j in 0..=m {
                if (i, j) == (0, 0) || !self.in_band(i, j) {
                    continue;
                }
                for (at, (di, dj)) in STEPS.into_iter().enumerate() {
                    if di > i || dj > j {
                        continue;
                    }
                    let before = best[(i - di) * width + j - dj].0;
                    if before == f32::NEG_INFINITY {
                        continue;
                    }
                    let value = before + self.step((i, j), (di, dj));
                    if value > best[i * width + j].0 {
                        best[i * width + j] = (value, at);
                    }
                }
            }
        }
        self.trace(&best)
    }

    fn trace(&self, best: &[(f32, usize)]) -> Vec<Bead> {
        let (mut i, mut j) = (self.a.len(), self.b.len());
        let mut beads = Vec::new();
        while i + j > 0 {
            let (di, dj) = STEPS[best[i * (self.b.len() + 1) + j].1];
            let span = |first: u32, to: usize, count: usize| {
                first + (to - count) as u32..first + to as u32
            };
            beads.push(Bead {
                a: span(self.first.0, i, di),
                b: span(self.first.1, j, dj),
                ratio: self.step((i, j), (di, dj)),
            });
            (i, j) = (i - di, j - dj);
        }
        beads.reverse();
        beads
    }
}

/// The words of one side's sentences, given the other side's.
fn side(
    (own, range): (&Features, (u32, u32)),
    (other, others): (&Features, (u32, u32)),
    (relation, pair): (&Relation<'_>, &Pair<'_>),
) -> Side {
    let mut holders = pair.holders.borrow_mut();
    for (at, sentence) in (others.0..others.1).enumerate() {
        for token in other.sentence_tokens(sentence) {
            holders[*token as usize] |= bit(at);
        }
    }
    let tokens = (range.0..range.1).map(|s| own.sentence_tokens(s).len());
    let mut gains = Vec::with_capacity(tokens.sum());
    let read = |sentence: u32| {
        let start = gains.len();
        let mut base = 0.0;
        for token in own.sentence_tokens(sentence) {
            let weight = relation.token(*token);
            base += weight.base;
            let candidates = relation.candidates(*token).iter();
            let mask = candidates.fold(0, |mask, c| mask | holders[*c as usize]);
            if mask != 0 {
                gains.push((mask, weight.gain));
            }
        }
        Words {
            base,
            gains: start..gains.len(),
        }
    };
    let words = (range.0..range.1).map(read).collect();
    for sentence in others.0..others.1 {
        for token in other.sentence_tokens(sentence) {
            holders[*token as usize] = 0;
        }
    }
    Side { words, gains }
}
