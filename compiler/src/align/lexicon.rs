//! What is learned from a corpus before its articles are aligned: which tokens of two locales go
//! together, how often tokens survive as they are, and how lengths compare.
//!
//! Learned in passes: the first alignment goes by structure, equal tokens and length, each
//! further one uses what the last one taught. It keeps no text.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::corpus::Article;
use crate::source::Locale;

use super::features::{self, ArticleFeatures};
use super::learner::Learner;
use super::pair::Pair;
use super::pivot;
use super::score::LengthModel;
use super::tokens::TokenClass;
use super::vocabulary::probe;
use super::{blocks, sentences};

/// Alignments of the sample. A third pass moves fewer than one pair in a thousand.
const PASSES: usize = 2;

/// One in so many articles of the sample is enough for the first pass, which only has to tell the
/// second where to look.
const FIRST_PASS: usize = 3;

/// Segments per document column that are learned from. Beyond this the tokens that are still
/// unknown are too rare to matter: twice as many moved no pair of the benchmark.
const SAMPLE_SEGMENTS: usize = 3000;

/// Which words of two locales go together, for all pairs of locales of a corpus.
#[derive(Debug, Default)]
pub struct Lexicon {
    models: BTreeMap<(Locale, Locale), Model>,
}

/// What is known of two locales.
#[derive(Debug, Default)]
pub(super) struct Model {
    pub(super) forward: Table,
    pub(super) backward: Table,
    pub(super) length: Option<LengthModel>,
}

/// For the tokens of one locale, their counterparts in another. Open addressing over the token
/// itself, which is a hash already: a look goes to one place in memory where a token has one
/// counterpart.
#[derive(Debug, Default)]
pub(super) struct Table {
    slots: Vec<Entry>,
    len: usize,
    counterparts: Vec<u32>,
    pub(super) rates: Rates,
}

/// The counterparts of a token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    token: u32,
    /// How often one of them is there when the token is.
    rate: f32,
    /// The first of them.
    first: u32,
    /// Where the others stand in the table, and in the lowest bits how many there are with the first:
    /// none where the slot is free.
    place: u32,
}

/// Bits of a place that tell how many counterparts there are.
const COUNT_BITS: u32 = 3;

/// How often a token without an entry stands in the other language as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    /// Ordinary words.
    pub(super) word: f32,
    /// Numbers, names, borrowings.
    pub(super) hard: f32,
}

impl Default for Rates {
    fn default() -> Self {
        // Before anything is learned: names mostly survive, words are cognates now and then.
        Rates {
            word: 0.2,
            hard: 0.85,
        }
    }
}

impl Rates {
    /// The rate for a class.
    pub(super) fn of(&self, class: TokenClass) -> f32 {
        match class {
            TokenClass::Hard => self.hard,
            _ => self.word,
        }
    }
}

impl Entry {
    fn count(self) -> usize {
        (self.place & ((1 << COUNT_BITS) - 1)) as usize
    }
}

impl Table {
    /// The slot of a token: the one that holds it, else the free one where it belongs.
    fn slot(&self, token: u32) -> usize {
        probe(&self.slots, token, |e| e.count() == 0 || e.token == token)
    }

    /// The entries of tokens, in order. The slots where they should be are read first and all
    /// together: they lie far apart, and one wait is shorter than as many as there are tokens.
    pub(super) fn entries(&self, tokens: &[u32]) -> Vec<Entry> {
        if self.slots.is_empty() {
            return vec![Entry::default(); tokens.len()];
        }
        let near = |token: &u32| self.slots[probe(&self.slots, *token, |_| true)];
        let mut entries: Vec<Entry> = tokens.iter().map(near).collect();
        for (entry, token) in entries.iter_mut().zip(tokens) {
            if entry.token != *token {
                *entry = self.slots[self.slot(*token)];
            }
        }
        entries
    }

    /// How often a counterpart of a token is there when the token is, and the counterparts, if the
    /// table has any.
    pub(super) fn counterparts(&self, entry: Entry) -> Option<(f32, impl Iterator<Item = u32>)> {
        let others = entry.count().checked_sub(1)?;
        let start = (entry.place >> COUNT_BITS) as usize;
        let others = self.counterparts[start..start + others].iter().copied();
        Some((entry.rate, std::iter::once(entry.first).chain(others)))
    }

    /// Adds a token that has no entry, with a few counterparts: at least one.
    pub(super) fn add(&mut self, token: u32, rate: f32, counterparts: &[u32]) {
        if (self.len + 1) * 4 > self.slots.len() * 3 {
            let size = (self.slots.len() * 2).max(64);
            let held = std::mem::replace(&mut self.slots, vec![Entry::default(); size]);
            for entry in held.into_iter().filter(|e| e.count() > 0) {
                let at = self.slot(entry.token);
                self.slots[at] = entry;
            }
        }
        let Some((first, others)) = counterparts.split_first() else {
            return;
        };
        let at = self.slot(token);
        self.slots[at] = Entry {
            token,
            rate,
            first: *first,
            place: (self.counterparts.len() << COUNT_BITS | counterparts.len()) as u32,
        };
        self.len += 1;
        self.counterparts.extend_from_slice(others);
    }
}

/// A model seen from one of its two locales.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) forward: Option<&'a Table>,
    pub(super) backward: Option<&'a Table>,
    pub(super) length: Option<LengthModel>,
}

impl Lexicon {
    /// What is known between two locales, in this order.
    pub(super) fn between(&self, a: &Locale, b: &Locale) -> View<'_> {
        if let Some(model) = self.models.get(&(a.clone(), b.clone())) {
            return View {
                forward: Some(&model.forward),
                backward: Some(&model.backward),
                length: model.length,
            };
        }
        let model = self.models.get(&(b.clone(), a.clone()));
        let turned = |length: LengthModel| LengthModel {
            mean: -length.mean,
            ..length
        };
        View {
            forward: model.map(|m| &m.backward),
            backward: model.map(|m| &m.forward),
            length: model.and_then(|m| m.length).map(turned),
        }
    }
}

/// Learns a lexicon from all articles, or an even sample of many. Deterministic; linear in the
/// sample.
pub fn learn(articles: &[Article]) -> Lexicon {
    let sample: Vec<&Article> = sample(articles).collect();
    let read = |article: &&Article| features::of_article(article);
    let features: Vec<ArticleFeatures> = sample.par_iter().map(read).collect();
    let mut places: BTreeMap<(Locale, Locale), Vec<Place<'_>>> = BTreeMap::new();
    for (article, features) in sample.iter().zip(&features) {
        let pivot = pivot::choose(article);
        let locale = |d: usize| article.documents[d].locale.clone();
        for other in (0..article.documents.len()).filter(|d| *d != pivot) {
            let key = (locale(pivot), locale(other));
            let documents = (pivot, other);
            places.entry(key).or_default().push(Place {
                features,
                documents,
            });
        }
    }
    let mut lexicon = Lexicon::default();
    for pass in 1..=PASSES {
        let step = if pass < PASSES { FIRST_PASS } else { 1 };
        let model = |(locales, places): (&(Locale, Locale), &Vec<Place<'_>>)| {
            let view = lexicon.between(&locales.0, &locales.1);
            (locales.clone(), observe(places.iter().step_by(step), view))
        };
        // Two locales learn nothing from a third, so each pair of locales can go its own way.
        lexicon.models = places.par_iter().map(model).collect();
    }
    lexicon
}

/// Every so many articles, so that about [`SAMPLE_SEGMENTS`] segments of each column come in.
fn sample(articles: &[Article]) -> impl Iterator<Item = &Article> {
    let longest = |a: &Article| a.documents.iter().map(|d| d.segments.len()).max();
    let total: usize = articles.iter().filter_map(longest).sum();
    let step = total.div_ceil(SAMPLE_SEGMENTS).max(1);
    articles.iter().step_by(step)
}

/// Two documents of an article that are learned from.
struct Place<'a> {
    features: &'a ArticleFeatures,
    documents: (usize, usize),
}

/// What all articles teach of two locales, if `view` is what is known of them.
fn observe<'p>(places: impl Iterator<Item = &'p Place<'p>>, view: View<'_>) -> Model {
    let mut learner = Learner::default();
    for place in places {
        let pair = Pair::new(place.features, place.documents, view);
        for link in blocks::align(&pair) {
            for bead in sentences::align(&pair, link) {
                if bead.a.len() == 1 && bead.b.len() == 1 {
                    learner.add(&pair, (bead.a.start, bead.b.start));
                }
            }
        }
    }
    learner.finish()
}
