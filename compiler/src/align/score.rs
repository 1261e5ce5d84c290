//! How well two leaves or sentences go together, as log-likelihood ratios in nats: how much more
//! likely a feature is between texts that correspond than between two picked at random.
//!
//! Ratios add up, so every feature is a number here and nothing is weighted by hand against
//! another, except that tokens of one text are not independent (see [`TOKEN_TEMPER`]).

use super::features::Leaf;
use super::shape::{Context, Form, Shape};

/// Share of the evidence of tokens that counts. The two directions say the same twice, which
/// alone makes it a half; words of one sentence come in company, which takes a bit more.
pub(super) const TOKEN_TEMPER: f32 = 0.45;

/// What leaving a leaf alone costs. A tenth of the leaves without a counterpart, which is a
/// heavily edited translation, would be worth `ln 10`.
pub(super) const LONE_LEAF: f32 = -2.3;

/// What leaving a sentence alone costs; as for leaves.
pub(super) const LONE_SENTENCE: f32 = -2.3;

/// What joining one more sentence to a correspondence costs: translators split and merge about
/// one sentence in fifty.
pub(super) const MERGED_SENTENCE: f32 = -4.0;

/// What a moved leaf must score from text alone to be found again, beyond the logarithm of the
/// number of pairs that it was picked from.
pub(super) const MOVED: f32 = 3.0;

/// What is known of lengths between two languages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LengthModel {
    /// Mean of the logarithm of the ratio of lengths, second to first.
    pub(super) mean: f32,
    /// Factor on the expected variance of that logarithm.
    pub(super) spread: f32,
}

impl Default for LengthModel {
    fn default() -> Self {
        LengthModel {
            mean: 0.0,
            spread: 1.0,
        }
    }
}

/// Variance of the logarithm of the ratio that is left in long texts.
const LENGTH_FLOOR: f32 = 0.02;

/// Variance per letter: Gale and Church (1993) found 6.8 for European languages.
const LENGTH_PER_LETTER: f32 = 6.8;

/// Variance of the same between texts picked at random.
const LENGTH_CHANCE: f32 = 1.2;

/// However odd a length is, it says no more than this: text is cut short now and then.
const LENGTH_WORST: f32 = -5.0;

/// What it costs that a leaf answers to a part of another, beyond the sentences left alone.
const CONTAINED: f32 = -1.0;

impl LengthModel {
    /// The expected variance for texts of which the shorter one has this length.
    pub(super) fn variance(self, shorter: f32) -> f32 {
        self.spread * (LENGTH_FLOOR + LENGTH_PER_LETTER / shorter.max(4.0))
    }

    /// The ratio for two lengths.
    pub(super) fn ratio(self, a: f32, b: f32) -> f32 {
        let shorter = self.measure(a.min(b));
        let z = b.ln() - a.ln() - self.mean;
        shorter.ratio(z)
    }

    /// What is to be known of a length to compare it.
    pub(super) fn measure(self, length: f32) -> Length {
        let own = self.variance(length);
        Length {
            log: length.ln(),
            gain: 0.5 * (LENGTH_CHANCE / own).ln(),
            slope: 0.5 * (1.0 / own - 1.0 / LENGTH_CHANCE),
        }
    }

    /// The ratio for two measured lengths.
    pub(super) fn compare(self, a: &Length, b: &Length) -> f32 {
        let shorter = if a.log < b.log { a } else { b };
        shorter.ratio(b.log - a.log - self.mean)
    }
}

impl Length {
    /// The ratio where this is the shorter length, for a distance from what is expected.
    fn ratio(&self, distance: f32) -> f32 {
        match self.gain > 0.0 {
            true => (self.gain - distance * distance * self.slope).max(LENGTH_WORST),
            false => 0.0,
        }
    }
}

/// A length, ready to be compared with many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    log: f32,
    gain: f32,
    slope: f32,
}

/// The ratio for the place of two leaves in the structure. The numbers are rounded logarithms of
/// how often translations of one manual agree against how often two of its leaves agree anyway.
pub(super) fn structure(a: &Shape, b: &Shape) -> f32 {
    if a.form != b.form {
        return different_forms(a.form, b.form);
    }
    let own = match a.form {
        // Keys of the front matter are not translated.
        Form::FrontMatter => agree(a.item == b.item, 9.0, -40.0),
        Form::Heading => 2.0 + agree(a.level == b.level, 1.0, -1.5),
        Form::Cell => {
            agree(a.column == b.column, 1.2, -4.0)
                + agree(a.header == b.header, 0.2, -3.0)
                + item(a, b)
        }
        Form::Code => 2.0,
        Form::Opaque => 2.5,
        Form::Text => 0.3 + agree(a.context == b.context, 0.5, -2.0),
    };
    let inside = match (a.context, b.context) {
        (Context::Item, Context::Item) => item(a, b) + agree(a.place == b.place, 0.3, -0.6),
        (Context::Plain, _) | (_, Context::Plain) => 0.0,
        _ => agree(a.place == b.place, 0.3, -0.6),
    };
    own + inside + agree(a.depth == b.depth, 0.2, -0.7)
}

/// For two items or rows: in lists of equal size an item keeps its place, unless one was moved; in
/// others the place says little.
fn item(a: &Shape, b: &Shape) -> f32 {
    match a.items == b.items {
        true => agree(a.item == b.item, 1.0, -1.5),
        false => agree(a.item == b.item, 0.4, -0.3),
    }
}

fn agree(equal: bool, yes: f32, no: f32) -> f32 {
    if equal { yes } else { no }
}

fn different_forms(a: Form, b: Form) -> f32 {
    match (a, b) {
        (Form::FrontMatter, _) | (_, Form::FrontMatter) => -40.0,
        (Form::Code, Form::Text) | (Form::Text, Form::Code) => -3.0,
        (Form::Heading, Form::Text) | (Form::Text, Form::Heading) => -3.0,
        _ => -5.0,
    }
}

/// What is known of the texts of two leaves: what the tokens of each say of the other, their
/// lengths, and how many sentences they have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts {
    /// What the tokens of the first say, in nats.
    pub(super) forward: f32,
    /// What the tokens of the second say.
    pub(super) backward: f32,
    /// The ratio of their lengths.
    pub(super) length: f32,
    /// Sentences of each.
    pub(super) sentences: (u32, u32),
}

impl Texts {
    /// The ratio: of the whole, or where one has fewer sentences, of these against the other with
    /// the rest left alone. Then only the shorter one's tokens must be found.
    pub(super) fn ratio(self) -> f32 {
        let whole = TOKEN_TEMPER * (self.forward + self.backward) + self.length;
        let (n, m) = self.sentences;
        let shorter = match n.cmp(&m) {
            std::cmp::Ordering::Less => self.forward,
            std::cmp::Ordering::Equal => return whole,
            std::cmp::Ordering::Greater => self.backward,
        };
        let rest = n.abs_diff(m) as f32 * LONE_SENTENCE;
        whole.max(2.0 * TOKEN_TEMPER * shorter + rest + CONTAINED)
    }
}

/// What equal texts add beyond their tokens: order and punctuation agree too.
pub(super) fn equal_text(a: &Leaf, b: &Leaf) -> f32 {
    if a.text != b.text {
        return 0.0;
    }
    match a.shape.form {
        Form::Code | Form::Opaque => 6.0,
        _ => 1.5,
    }
}

/// A ratio as a probability. Halved first: the features are not independent.
pub(super) fn probability(ratio: f32) -> f32 {
    1.0 / (1.0 + (-ratio * 0.5).exp())
}
