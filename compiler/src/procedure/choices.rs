//! Commands of which only one is to be run: the same on one object and on all, opposite values in one
//! section, or two ways that the sentences offer; and the conditions that sentences before a command or
//! a list set.

use crate::align::UnitId;
use crate::shell::Risk;

use super::drafts::{Draft, Form};
use super::kinds::Announced;
use super::steps::near;
use super::view::View;
use super::{cues, effects};

/// Drafts of one section that exclude each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Indexes of the drafts in their section, two or more, with no other command between them.
    pub(super) members: Vec<usize>,
    /// What tells them apart.
    pub(super) kind: PairKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PairKind {
    /// One object and all of them; whether the first is the one.
    OneOrAll { first_is_one: bool },
    /// A value and its opposite.
    Opposite,
    /// Two ways to the same.
    Either,
}

/// The pairs of a section, in order and without overlap.
pub(super) fn pairs(view: &View<'_>, drafts: &[Draft]) -> Vec<Pair> {
    let acts: Vec<usize> = (0..drafts.len())
        .filter(|i| drafts[*i].act().is_some())
        .collect();
    let mut pairs: Vec<Pair> = Vec::new();
    for next in acts.windows(2) {
        let (first, second) = (next[0], next[1]);
        if let Some(open) = pairs
            .last_mut()
            .filter(|p| p.members.last() == Some(&first))
        {
            if are_ways(view, drafts, first, second) {
                open.kind = PairKind::Either;
                open.members.push(second);
            }
            continue;
        }
        let (a, b) = (&drafts[first], &drafts[second]);
        let one =
            effects::one_and_all(a, b).map(|first_is_one| PairKind::OneOrAll { first_is_one });
        let opposite = || effects::opposite(a, b).then_some(PairKind::Opposite);
        let either = || are_ways(view, drafts, first, second).then_some(PairKind::Either);
        let kind = one.or_else(opposite).or_else(either);
        if let Some(kind) = kind {
            pairs.push(Pair {
                members: vec![first, second],
                kind,
            });
        }
    }
    pairs
}

/// The drafts whose object the operator chooses: the one of each "one or all".
pub(super) fn targets(pairs: &[Pair]) -> impl Iterator<Item = usize> + '_ {
    pairs.iter().filter_map(|p| match p.kind {
        PairKind::OneOrAll { first_is_one } => p.members.get(usize::from(!first_is_one)).copied(),
        PairKind::Opposite | PairKind::Either => None,
    })
}

/// Whether sentences offer a command as another way beside the one before it: they open with an *or*,
/// or both stand in a list of which one item is done.
fn are_ways(view: &View<'_>, drafts: &[Draft], first: usize, second: usize) -> bool {
    let (a, b) = (&drafts[first], &drafts[second]);
    let between = drafts[first + 1..second].iter();
    let apart = between
        .clone()
        .any(|d| d.place.item.is_none() && b.place.item.is_some());
    let mut opens = between.flat_map(|d| d.lead.first()).chain(b.lead.first());
    let listed = b.place.item.is_some() && !b.place.ordered && a.place.list == b.place.list;
    let offered = !apart && opens.any(|unit| cues::offers_other(view, *unit));
    let chosen = || {
        listed
            && a.place.item != b.place.item
            && announced(view, drafts, second) == Announced::Choice
    };
    let calls = |draft: &Draft| draft.command().and_then(effects::call);
    let managers = || match (calls(a), calls(b)) {
        (Some(first), Some(second)) => effects::are_managers(&[first], &[second]),
        _ => false,
    };
    let same = || {
        let acting = |d: &Draft| effects::acting(d.command()?).map(|i| i.command().to_lowercase());
        acting(a).is_some() && acting(a) == acting(b)
    };
    let example = |d: &Draft| d.lead.iter().any(|u| cues::shows_example(view, *u));
    let examples = || same() && example(a) && example(b);
    a.place.section == b.place.section && (offered || chosen() || managers() || examples())
}

/// What the sentence before the list of a draft says of it.
pub(super) fn announced(view: &View<'_>, drafts: &[Draft], index: usize) -> Announced {
    let list = drafts[index].place.list;
    let before = near(drafts, index).find(|d| d.place.list != list);
    let last = before
        .filter(|d| d.act().is_none())
        .and_then(|d| d.lead.last());
    match last {
        Some(unit) if cues::announces_conditions(view, *unit) => Announced::Conditions,
        Some(unit) if list.is_some() && cues::announces_choice(view, *unit) => Announced::Choice,
        _ => Announced::Nothing,
    }
}

/// The condition that a paragraph between a command that reads and one that changes sets: *If this
/// value is empty, you have to set it.*
pub(super) fn condition(view: &View<'_>, drafts: &[Draft], index: usize) -> Option<UnitId> {
    if !drafts[index].changes() {
        return None;
    }
    let words = |d: &&Draft| matches!(d.form, Form::Words { .. }) && !d.place.alert;
    let between = drafts[..index].iter().rev().take_while(words).count();
    let before = drafts[..index - between].last()?.act()?;
    if before.risk != Risk::Read || between > 3 {
        return None;
    }
    let paragraphs = drafts[index - between..index].iter();
    let mut opening = paragraphs.filter_map(|d| d.lead.first());
    opening.find(|u| cues::holds_only_if(view, **u)).copied()
}
