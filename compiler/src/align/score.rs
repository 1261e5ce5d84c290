//! How well two leaves or sentences go together, as log-likelihood ratios in nats: how much more
//! likely a feature is between texts that correspond than between two picked at random.
//!
//! Ratios add up, so every feature is a number here and nothing is weighted by hand against
//! another, except that tokens of one text are not independent (see [`TOKEN_TEMPER`]).

use super::features::{Context, Form, Leaf, Shape};

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

/// What a moved leaf must score, from text alone, to be found again. There are as many candidates
/// as lone leaves, so this is one in four hundred.
pub(super) const MOVED: f32 = 6.0;

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

impl LengthModel {
    /// The expected variance for texts of these lengths.
    pub(super) fn variance(self, a: f32, b: f32) -> f32 {
        self.spread * (LENGTH_FLOOR + LENGTH_PER_LETTER / a.min(b).max(4.0))
    }

    /// The ratio for two lengths.
    pub(super) fn ratio(self, a: f32, b: f32) -> f32 {
        let z = (b / a).ln() - self.mean;
        let (own, chance) = (self.variance(a, b), LENGTH_CHANCE);
        if own >= chance {
            return 0.0;
        }
        let value = 0.5 * (chance / own).ln() - z * z * 0.5 * (1.0 / own - 1.0 / chance);
        value.max(-6.0)
    }
}

/// The ratio for the place of two leaves in the structure. The numbers are rounded logarithms of
/// how often translations of one manual agree against how often two of its leaves agree anyway.
pub(super) fn structure(a: &Shape, b: &Shape) -> f32 {
    if a.form != b.form {
        return different_forms(a.form, b.form);
    }
    let agree = |equal: bool, yes: f32, no: f32| if equal { yes } else { no };
    let own = match a.form {
        // Keys of the front matter are not translated.
        Form::FrontMatter => agree(a.item == b.item, 9.0, -40.0),
        Form::Heading => 2.0 + agree(a.level == b.level, 1.0, -1.5),
        Form::Cell => {
            agree(a.column == b.column, 1.2, -4.0)
                + agree(a.item == b.item, 0.7, -0.3)
                + agree(a.header == b.header, 0.2, -3.0)
        }
        Form::Code => 2.0,
        Form::Opaque => 2.5,
        Form::Text => 0.3 + agree(a.context == b.context, 0.5, -2.0),
    };
    let item = match a.context {
        Context::Item => agree(a.item == b.item, 0.8, -0.8),
        _ => 0.0,
    };
    let inside = a.context != Context::Plain;
    own + item
        + agree(a.depth == b.depth, 0.2, -0.7)
        + if inside {
            agree(a.place == b.place, 0.3, -0.6)
        } else {
            0.0
        }
}

fn different_forms(a: Form, b: Form) -> f32 {
    match (a, b) {
        (Form::FrontMatter, _) | (_, Form::FrontMatter) => -40.0,
        (Form::Code, Form::Text) | (Form::Text, Form::Code) => -3.0,
        (Form::Heading, Form::Text) | (Form::Text, Form::Heading) => -3.0,
        _ => -5.0,
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
