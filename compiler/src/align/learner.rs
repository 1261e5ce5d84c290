//! Sentence pairs of two locales to a [`Model`]: counts of tokens that keep company.

use super::lexicon::{Model, Rates, Table};
use super::pair::Pair;
use super::score::LengthModel;
use super::tokens::{self, TokenClass};
use super::vocabulary::Vocabulary;

/// Occurrences of a token that are looked at, spread evenly: more do not change its company.
const MAX_OCCURRENCES: usize = 48;

/// Counterparts that a token keeps.
const MAX_CANDIDATES: usize = 4;

/// How exclusive company must be: the share of sentences with both among those with either.
/// Lower lets in words that merely stand beside the true one.
const MIN_OVERLAP: f32 = 0.15;

/// Length ratios are taken from sentences of at least this many letters.
const MIN_LENGTH: f32 = 20.0;

/// Sentence pairs of two locales that were found to correspond.
#[derive(Debug, Default)]
pub(super) struct Learner {
    vocabulary: Vocabulary,
    sides: [Side; 2],
    /// Logarithms of length ratios with their expected variance.
    ratios: Vec<(f32, f32)>,
}

#[derive(Debug, Default)]
struct Side {
    pool: Vec<u32>,
    starts: Vec<u32>,
    foreign: bool,
}

impl Side {
    fn sentence(&self, at: usize) -> &[u32] {
        let end = self.starts.get(at + 1).copied();
        let end = end.unwrap_or(self.pool.len() as u32);
        &self.pool[self.starts[at] as usize..end as usize]
    }

    /// Per token, the sentences that hold it.
    fn postings(&self, vocabulary: usize) -> Vec<Vec<u32>> {
        let mut postings = vec![Vec::new(); vocabulary];
        for at in 0..self.starts.len() {
            for token in self.sentence(at) {
                postings[*token as usize].push(at as u32);
            }
        }
        postings
    }
}

impl Learner {
    /// Takes in a pair of segments.
    pub(super) fn add(&mut self, pair: &Pair<'_>, at: (u32, u32)) {
        let texts = [(pair.a, at.0), (pair.b, at.1)];
        for (side, (document, segment)) in self.sides.iter_mut().zip(texts) {
            side.foreign = document.foreign;
            side.starts.push(side.pool.len() as u32);
            for token in document.sentence_tokens(segment) {
                let number = self.vocabulary.intern(document.vocabulary.token(*token));
                side.pool.push(number);
            }
        }
        let [a, b] = texts.map(|(d, s)| d.sentences[s as usize].length);
        if a.min(b) >= MIN_LENGTH {
            let variance = LengthModel::default().variance(a.min(b));
            self.ratios.push(((b / a).ln(), variance));
        }
    }

    /// What the pairs teach.
    pub(super) fn finish(self) -> Model {
        let size = self.vocabulary.len();
        let postings = [self.sides[0].postings(size), self.sides[1].postings(size)];
        Model {
            forward: self.table((0, 1), &postings),
            backward: self.table((1, 0), &postings),
            length: self.length(),
        }
    }

    /// Mean and spread by the median, which a few wrong pairs do not move.
    fn length(&self) -> Option<LengthModel> {
        let mut ratios: Vec<f32> = self.ratios.iter().map(|r| r.0).collect();
        if ratios.len() < 8 {
            return None;
        }
        ratios.sort_by(f32::total_cmp);
        let mean = ratios[ratios.len() / 2];
        let squares = self.ratios.iter().map(|(r, v)| (r - mean).powi(2) / v);
        let mut squares: Vec<f32> = squares.collect();
        squares.sort_by(f32::total_cmp);
        // The median of a squared standard normal variable is 0.455.
        let spread = squares[squares.len() / 2] / 0.455;
        Some(LengthModel {
            mean,
            spread: spread.clamp(0.3, 3.0),
        })
    }

    fn table(&self, (from, to): (usize, usize), postings: &[Vec<Vec<u32>>; 2]) -> Table {
        let mut table = Table::default();
        let mut company = Company::new(self.vocabulary.len());
        let mut counts = [[0.0f32; 2]; 2];
        for (token, places) in postings[from].iter().enumerate() {
            if places.is_empty() {
                continue;
            }
            let raw = self.vocabulary.token(token as u32);
            let step = places.len().div_ceil(MAX_OCCURRENCES);
            let looked: Vec<u32> = places.iter().copied().step_by(step).collect();
            company.count(&looked, &self.sides[to]);
            company.choose(&looked, (places.len(), &postings[to]));
            if company.chosen.is_empty() {
                let same = looked.iter().filter(|at| {
                    let sentence = self.sides[to].sentence(**at as usize);
                    sentence.contains(&(token as u32))
                });
                let class = self.class(raw, from) as usize & 1;
                counts[class][0] += same.count() as f32;
                counts[class][1] += looked.len() as f32;
            } else {
                let hits = company.hits(&looked, &self.sides[to]);
                let rate = (hits as f32 + 0.5) / (looked.len() as f32 + 2.0);
                let tokens = company.chosen.iter();
                let tokens: Vec<u32> = tokens.map(|t| self.vocabulary.token(*t)).collect();
                table.add(raw, rate, &tokens);
            }
            company.clear();
        }
        table.rates = rates(counts);
        table
    }

    /// 1 for what should survive, else 0.
    fn class(&self, token: u32, side: usize) -> u8 {
        match tokens::class_of(token) {
            TokenClass::Hard => 1,
            TokenClass::Latin if self.sides[side].foreign => 1,
            _ => 0,
        }
    }
}

/// Rates from hits and totals, each as if the default had been seen twenty times before.
fn rates(counts: [[f32; 2]; 2]) -> Rates {
    let default = Rates::default();
    let smooth = |[hits, total]: [f32; 2], rate: f32| (hits + 20.0 * rate) / (total + 20.0);
    Rates {
        word: smooth(counts[0], default.word),
        hard: smooth(counts[1], default.hard),
    }
}

/// The tokens that stand in the sentences opposite to those of one token.
struct Company {
    counts: Vec<u32>,
    touched: Vec<u32>,
    chosen: Vec<u32>,
}

impl Company {
    fn new(vocabulary: usize) -> Self {
        Company {
            counts: vec![0; vocabulary],
            touched: Vec::new(),
            chosen: Vec::new(),
        }
    }

    fn count(&mut self, places: &[u32], side: &Side) {
        if places.len() < 2 {
            return;
        }
        for at in places {
            for token in side.sentence(*at as usize) {
                let count = &mut self.counts[*token as usize];
                if *count == 0 {
                    self.touched.push(*token);
                }
                *count += 1;
            }
        }
    }

    /// The most exclusive company, best first; ties go to the token seen first in the corpus.
    fn choose(&mut self, looked: &[u32], (total, others): (usize, &[Vec<u32>])) {
        let scale = total as f32 / looked.len().max(1) as f32;
        let mut ranked: Vec<(f32, u32)> = Vec::new();
        for token in self
            .touched
            .iter()
            .filter(|t| self.counts[**t as usize] >= 2)
        {
            let both = self.counts[*token as usize] as f32 * scale;
            let either = (total + others[*token as usize].len()) as f32 - both;
            let overlap = both / either.max(1.0);
            if overlap >= MIN_OVERLAP {
                ranked.push((overlap, *token));
            }
        }
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.truncate(MAX_CANDIDATES);
        self.chosen.extend(ranked.iter().map(|(_, t)| *t));
    }

    fn hits(&self, places: &[u32], side: &Side) -> usize {
        let has = |at: &&u32| {
            let mut tokens = side.sentence(**at as usize).iter();
            tokens.any(|t| self.chosen.contains(t))
        };
        places.iter().filter(has).count()
    }

    fn clear(&mut self) {
        for token in self.touched.drain(..) {
            self.counts[token as usize] = 0;
        }
        self.chosen.clear();
    }
}
