//! Two documents of an article as the aligner compares them: for each token of the one, where its
//! counterparts stand in the other, and what finding or missing one is worth.

use std::cell::RefCell;

use super::features::{ArticleFeatures, Features};
use super::lexicon::{Rates, Table, View};
use super::score::LengthModel;
use super::tokens::{self, TokenClass};

/// Two documents with what is known between their languages.
pub(super) struct Pair<'a> {
    pub(super) a: &'a Features,
    pub(super) b: &'a Features,
    /// From tokens of `a` to `b`.
    pub(super) forward: Relation<'a>,
    /// From tokens of `b` to `a`.
    pub(super) backward: Relation<'a>,
    pub(super) length: LengthModel,
    /// Room to work in, all zero between uses: per token, the sentences of a leaf that hold it.
    pub(super) holders: RefCell<Vec<u64>>,
}

/// The counterparts of the tokens of one document in another.
#[derive(Debug)]
pub(super) struct Relation<'a> {
    tokens: Vec<Weight>,
    /// Counterparts, token after token.
    candidates: Vec<u32>,
    /// The leaves that hold each token of the other document: most lists of places are one of these.
    shared: &'a [u32],
    /// The other lists of places, numbered on from the end of what is shared.
    own: Vec<u32>,
}

/// What a token says. Where nothing is known of it, nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weight {
    /// What a counterpart opposite adds, in nats.
    pub(super) gain: f32,
    /// What having no counterpart opposite adds: less than nothing.
    pub(super) base: f32,
    candidates: (u32, u32),
    places: (u32, u32),
}

impl<'a> Relation<'a> {
    /// What a token says.
    pub(super) fn token(&self, token: u32) -> &Weight {
        &self.tokens[token as usize]
    }

    /// The tokens of the other document that may stand for `token`.
    pub(super) fn candidates(&self, token: u32) -> &[u32] {
        let (start, end) = self.token(token).candidates;
        &self.candidates[start as usize..end as usize]
    }

    /// The leaves of the other document that hold one of them, in order.
    pub(super) fn places(&self, token: u32) -> &[u32] {
        let (start, end) = self.token(token).places;
        let (start, end) = (start as usize, end as usize);
        match start.checked_sub(self.shared.len()) {
            Some(own) => &self.own[own..end - self.shared.len()],
            None => &self.shared[start..end],
        }
    }

    fn new(from: &Features, to: &'a Features) -> Self {
        Relation {
            // An empty list may stand anywhere.
            tokens: vec![Weight::default(); from.vocabulary.len()],
            candidates: Vec::new(),
            shared: to.all_postings(),
            own: Vec::new(),
        }
    }

    fn add_places(&mut self, places: &[u32]) -> (u32, u32) {
        let start = self.shared.len() + self.own.len();
        self.own.extend_from_slice(places);
        (start as u32, (start + places.len()) as u32)
    }

    fn add_candidates(&mut self, candidates: &[u32]) -> (u32, u32) {
        let start = self.candidates.len() as u32;
        self.candidates.extend_from_slice(candidates);
        (start, self.candidates.len() as u32)
    }
}

/// The rate at which a token is expected opposite is kept within these: nothing is certain, and
/// damaged text must not break an alignment.
const RATES: std::ops::RangeInclusive<f32> = 0.02..=0.92;

/// Below this many leaves, sentences are what chance is reckoned by.
const MIN_SIZE: usize = 20;

/// A token that chance puts opposite nearly as often as sense does says nothing.
const MIN_GAIN: f32 = 0.25;

impl<'a> Pair<'a> {
    /// Documents `a` and `b` of an article.
    pub(super) fn new(
        article: &'a ArticleFeatures,
        (a, b): (usize, usize),
        view: View<'_>,
    ) -> Self {
        let (a, b) = (&article.documents[a], &article.documents[b]);
        Self::of_tokens((a, a.types()), (b, b.types()), view)
    }

    /// Some leaves of each of two documents: of others it knows nothing.
    pub(super) fn of_leaves(
        article: &'a ArticleFeatures,
        (a, leaves_a): (usize, &[u32]),
        (b, leaves_b): (usize, &[u32]),
        view: View<'_>,
    ) -> Self {
        let (a, b) = (&article.documents[a], &article.documents[b]);
        let (tokens_a, tokens_b) = (a.tokens_of(leaves_a), b.tokens_of(leaves_b));
        Self::of_tokens((a, tokens_a), (b, tokens_b), view)
    }

    fn of_tokens(
        (a, tokens_a): (&'a Features, impl IntoIterator<Item = u32>),
        (b, tokens_b): (&'a Features, impl IntoIterator<Item = u32>),
        view: View<'_>,
    ) -> Self {
        let guess = || LengthModel {
            mean: (b.length.max(1.0) / a.length.max(1.0))
                .ln()
                .clamp(-1.5, 1.5),
            spread: 1.0,
        };
        Pair {
            a,
            b,
            forward: relation((a, b), tokens_a, view.forward),
            backward: relation((b, a), tokens_b, view.backward),
            length: view.length.unwrap_or_else(guess),
            holders: RefCell::new(vec![0; a.vocabulary.len().max(b.vocabulary.len())]),
        }
    }
}

fn relation<'a>(
    (from, to): (&Features, &'a Features),
    tokens: impl IntoIterator<Item = u32>,
    table: Option<&Table>,
) -> Relation<'a> {
    let mut relation = Relation::new(from, to);
    let rates = table.map_or_else(Rates::default, |t| t.rates);
    let mut strangers = Strangers::new(to, rates);
    let mut candidates = Vec::new();
    let mut places = Vec::new();
    let tokens: Vec<u32> = tokens.into_iter().collect();
    let raw: Vec<u32> = tokens.iter().map(|t| from.vocabulary.token(*t)).collect();
    let entries = table.map_or_else(Vec::new, |t| t.entries(&raw));
    relation.candidates.reserve(tokens.len());
    for (at, (token, raw)) in tokens.into_iter().zip(raw).enumerate() {
        candidates.clear();
        let known = table.and_then(|t| t.counterparts(entries[at]));
        let rate = known.map(|(rate, counterparts)| {
            candidates.extend(counterparts.filter_map(|raw| to.number(raw)));
            rate
        });
        if let Some(same) = to.number(raw)
            && !candidates.contains(&same)
        {
            candidates.push(same);
        }
        let count = match candidates.as_slice() {
            [] => 0,
            [one] => to.postings(*one).len(),
            _ => {
                union(to, &candidates, &mut places);
                places.len()
            }
        };
        let worth = match rate {
            Some(rate) => weigh(rate, chance(to, count)),
            None => strangers.worth(tokens::class_of(raw).in_document(from), count),
        };
        let Some((base, gain)) = worth else {
            continue;
        };
        relation.tokens[token as usize] = Weight {
            gain,
            base,
            candidates: relation.add_candidates(&candidates),
            places: match candidates.as_slice() {
                [] => (0, 0),
                [one] => to.postings_range(*one),
                _ => relation.add_places(&places),
            },
        };
    }
    relation
}

/// How likely chance alone puts one of so many places opposite.
fn chance(to: &Features, places: usize) -> f32 {
    // A document of one long paragraph is compared by its sentences.
    let size = to.leaves.len().max(to.sentences.len().min(MIN_SIZE));
    (places as f32 + 0.5) / (size as f32 + 1.0)
}

/// What tokens are worth that the lexicon does not know. Most tokens are such, and it depends on
/// their class and places only, so it is reckoned once for each.
struct Strangers<'a> {
    to: &'a Features,
    rates: Rates,
    /// By class and number of places; the outer option is whether it was reckoned.
    known: [Vec<Option<Worth>>; 2],
}

/// What a token adds to a ratio without and with a counterpart opposite, if it says anything.
type Worth = Option<(f32, f32)>;

impl<'a> Strangers<'a> {
    fn new(to: &'a Features, rates: Rates) -> Self {
        Strangers {
            to,
            rates,
            known: [Vec::new(), Vec::new()],
        }
    }

    fn worth(&mut self, class: TokenClass, places: usize) -> Worth {
        let known = &mut self.known[usize::from(class == TokenClass::Hard)];
        if places >= known.len() {
            known.resize(places + 1, None);
        }
        *known[places].get_or_insert_with(|| {
            let rate = match places {
                0 => self.rates.of(class),
                _ => {
                    let sentences = self.to.sentences.len();
                    given_that_it_is_there(self.rates.of(class), (places, sentences))
                }
            };
            weigh(rate, chance(self.to, places))
        })
    }
}

/// How often a word of middling frequency stands in a sentence.
const FREQUENCY: f32 = 0.01;

/// The rate at which a counterpart stands opposite, once it is known to stand somewhere in the
/// document: where it is not opposite, it would have to be there by chance.
fn given_that_it_is_there(rate: f32, (places, sentences): (usize, usize)) -> f32 {
    let sentences = sentences as f32;
    let frequency = ((places as f32 - 1.0) / sentences).max(FREQUENCY);
    let by_chance = 1.0 - (1.0 - frequency).powf(sentences);
    rate / (rate + (1.0 - rate) * by_chance)
}

fn weigh(rate: f32, chance: f32) -> Worth {
    let (rate, chance) = (rate.clamp(*RATES.start(), *RATES.end()), chance.min(0.98));
    let base = ((1.0 - rate) / (1.0 - chance)).ln();
    let gain = (rate / chance).ln() - base;
    (gain >= MIN_GAIN && rate > chance).then_some((base, gain))
}

fn union(to: &Features, candidates: &[u32], places: &mut Vec<u32>) {
    places.clear();
    if to.leaves.len() <= 64 {
        // The leaves of most documents have room in the bits of one number: nothing to sort.
        let held = candidates.iter().flat_map(|c| to.postings(*c));
        let mut rest = held.fold(0u64, |mask, leaf| mask | 1 << leaf);
        while rest != 0 {
            places.push(rest.trailing_zeros());
            rest &= rest - 1;
        }
        return;
    }
    for candidate in candidates {
        places.extend_from_slice(to.postings(*candidate));
    }
    if candidates.len() > 1 {
        places.sort_unstable();
        places.dedup();
    }
}
