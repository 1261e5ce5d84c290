//! Commands of which only one is to be run: the same on one object and on all, or opposite values
//! in one section.

use super::drafts::Draft;
use super::effects;

/// Two drafts of one section that exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Index of the first draft in its section.
    pub(super) first: usize,
    /// Index of the second, with no other command between them.
    pub(super) second: usize,
    /// What tells them apart.
    pub(super) kind: PairKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PairKind {
    /// One object and all of them; whether the first is the one.
    OneOrAll { first_is_one: bool },
    /// A value and its opposite.
    Opposite,
}

/// The pairs of a section, in order and without overlap.
pub(super) fn pairs(drafts: &[Draft]) -> Vec<Pair> {
    let acts: Vec<usize> = (0..drafts.len())
        .filter(|i| drafts[*i].act().is_some())
        .collect();
    let mut pairs: Vec<Pair> = Vec::new();
    for next in acts.windows(2) {
        let (first, second) = (next[0], next[1]);
        if pairs.last().is_some_and(|p| p.second == first) {
            continue;
        }
        let (a, b) = (&drafts[first], &drafts[second]);
        let one =
            effects::one_and_all(a, b).map(|first_is_one| PairKind::OneOrAll { first_is_one });
        let kind = one.or_else(|| effects::opposite(a, b).then_some(PairKind::Opposite));
        if let Some(kind) = kind {
            pairs.push(Pair {
                first,
                second,
                kind,
            });
        }
    }
    pairs
}

/// The drafts whose object the operator chooses: the one of each "one or all".
pub(super) fn targets(pairs: &[Pair]) -> impl Iterator<Item = usize> + '_ {
    pairs.iter().filter_map(|p| match p.kind {
        PairKind::OneOrAll { first_is_one: true } => Some(p.first),
        PairKind::OneOrAll {
            first_is_one: false,
        } => Some(p.second),
        PairKind::Opposite => None,
    })
}
