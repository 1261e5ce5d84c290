//! Leaves that the path left alone on both sides and that say the same: moved blocks. And leaves
//! that repeat another one of their document: doubled blocks.

use super::blocks::{self, Link};
use super::features::Features;
use super::pair::Pair;
use super::score;
use super::shape::Form;

/// Only tokens with so few places opposite are followed: a moved block has some that are rare.
const MAX_PLACES: usize = 8;

/// Up to so many pairs are all looked at.
const FEW_PAIRS: usize = 2_500;

/// A repeated leaf of fewer letters is a word that recurs, not a block that was doubled.
const MIN_REPEATED: f32 = 12.0;

/// Links between lone leaves, each the best of the other, by text alone.
pub(super) fn find(pair: &Pair<'_>, lone_a: &[u32], lone_b: &[u32]) -> Vec<Link> {
    if lone_a.is_empty() || lone_b.is_empty() {
        return Vec::new();
    }
    let mut is_lone = vec![false; pair.b.leaves.len()];
    for leaf in lone_b {
        is_lone[*leaf as usize] = true;
    }
    // As unlikely as one of all these pairs is by chance, so much more must its text say.
    let enough = ((lone_a.len() * lone_b.len()) as f32).ln() + score::MOVED;
    let few = lone_a.len() * lone_b.len() <= FEW_PAIRS;
    let best = |a: &u32| {
        let candidates = match few {
            true => lone_b.to_vec(),
            false => near(pair, *a, &is_lone),
        };
        best_of(pair, *a, candidates).filter(|link| link.ratio >= enough)
    };
    let mut links: Vec<Link> = lone_a.iter().filter_map(best).collect();
    // The strongest claim on a leaf wins.
    links.sort_by(|x, y| y.ratio.total_cmp(&x.ratio).then(x.a.cmp(&y.a)));
    let mut taken = vec![false; pair.b.leaves.len()];
    links.retain(|link| !std::mem::replace(&mut taken[link.b as usize], true));
    links.sort_by_key(|link| link.a);
    links
}

/// The lone leaves of the second document that share a rare token with leaf `a`.
fn near(pair: &Pair<'_>, a: u32, is_lone: &[bool]) -> Vec<u32> {
    let mut seen: Vec<u32> = Vec::new();
    for token in pair.a.leaf_tokens(a as usize) {
        let places = pair.forward.places(*token);
        if places.len() <= MAX_PLACES {
            seen.extend(places.iter().filter(|b| is_lone[**b as usize]));
        }
    }
    seen.sort_unstable();
    seen.dedup();
    seen
}

fn best_of(pair: &Pair<'_>, a: u32, candidates: Vec<u32>) -> Option<Link> {
    let scored = candidates.into_iter().map(|b| Link {
        a,
        b,
        ratio: text_ratio(pair, a as usize, b as usize),
    });
    scored.reduce(|x, y| if y.ratio > x.ratio { y } else { x })
}

/// The ratio of two leaves without regard to where they stand.
fn text_ratio(pair: &Pair<'_>, a: usize, b: usize) -> f32 {
    let (first, second) = (&pair.a.leaves[a], &pair.b.leaves[b]);
    let forms = (first.shape.form, second.shape.form);
    if forms.0 != forms.1 || forms.0 == Form::FrontMatter {
        return f32::NEG_INFINITY;
    }
    blocks::ratio(pair, a, b) - score::structure(&first.shape, &second.shape)
}

/// For each lone leaf of `lone`, the leaf of the same document that is not lone and says the same.
pub(super) fn repeated(document: &Features, lone: &[u32]) -> Vec<(u32, u32)> {
    if lone.is_empty() {
        return Vec::new();
    }
    let leaves = document.leaves.iter().enumerate();
    let mut by_text: Vec<(u32, u32)> = leaves
        .filter(|(i, _)| lone.binary_search(&(*i as u32)).is_err())
        .map(|(i, leaf)| (leaf.text, i as u32))
        .collect();
    by_text.sort_unstable();
    let original = |leaf: &u32| {
        let own = &document.leaves[*leaf as usize];
        if own.length < MIN_REPEATED || matches!(own.shape.form, Form::Cell | Form::FrontMatter) {
            return None;
        }
        let at = by_text.partition_point(|(text, _)| *text < own.text);
        let mut same = by_text[at..]
            .iter()
            .take_while(|(text, _)| *text == own.text);
        let form = |other: u32| document.leaves[other as usize].shape.form;
        let found = same.find(|(_, other)| form(*other) == own.shape.form);
        found.map(|(_, other)| (*leaf, *other))
    };
    lone.iter().filter_map(original).collect()
}
