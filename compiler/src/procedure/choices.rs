//! Commands and sentences of which only some are followed: the same on one object and on all,
//! opposite values in one section, two ways that the sentences offer, or the items of a list of which
//! one is to be done.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::UnitId;

use super::drafts::{self, Draft, Form};
use super::kinds::Announced;
use super::outline::{self, Within};
use super::recipes::telling_words;
use super::steps::near;
use super::view::View;
use super::{Arity, cues, effects};

/// Drafts of one section that exclude each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fork {
    /// The drafts that ask which, if they do nothing else.
    pub(super) questions: Vec<usize>,
    /// The drafts of each arm, two arms or more.
    pub(super) arms: Vec<Vec<usize>>,
    /// What tells them apart.
    pub(super) kind: ForkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ForkKind {
    /// One object and all of them; whether the first is the one.
    OneOrAll { first_is_one: bool },
    /// A value and its opposite.
    Opposite,
    /// Ways to the same.
    Either,
    /// Items of a list of which so many are done.
    Listed(Arity),
}

impl Fork {
    /// All its drafts.
    pub(super) fn members(&self) -> impl Iterator<Item = usize> + '_ {
        let arms = self.arms.iter().flatten();
        self.questions.iter().chain(arms).copied()
    }

    fn first(&self) -> usize {
        self.members().min().unwrap_or_default()
    }
}

/// The forks of a section, in order and without overlap.
pub(super) fn forks(view: &View<'_>, drafts: &[Draft]) -> Vec<Fork> {
    let place = |d: &Draft| outline::within(view, &d.place);
    let within: Vec<Vec<Within>> = drafts.iter().map(place).collect();
    let mut forks = merged(view, drafts, listed(view, drafts, &within));
    let taken: BTreeSet<usize> = forks.iter().flat_map(Fork::members).collect();
    forks.extend(pairs(view, drafts, &within, &taken));
    forks.sort_by_key(Fork::first);
    forks
}

/// The names of the arms of a fork, the same in all languages: what their commands do where that
/// tells them apart, else their order.
pub(super) fn names(drafts: &[Draft], fork: &Fork) -> Vec<String> {
    const ORDER: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    if let ForkKind::OneOrAll { first_is_one } = fork.kind {
        let names = if first_is_one {
            ["one", "all"]
        } else {
            ["all", "one"]
        };
        return names.map(str::to_owned).to_vec();
    }
    let deed = |arm: &Vec<usize>| {
        let mut acts = arm.iter().filter(|i| drafts[**i].act().is_some());
        drafts::deed(&drafts[*acts.next()?])
    };
    let deeds: Option<Vec<String>> = fork.arms.iter().map(deed).collect();
    let apart = |names: &Vec<String>| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    deeds.filter(apart).unwrap_or_else(|| {
        let numbers = 0..fork.arms.len();
        let name = |i: usize| ORDER.get(i).map(|name| (*name).to_owned());
        numbers
            .map(|i| name(i).unwrap_or_else(|| format!("way{}", i + 1)))
            .collect()
    })
}

/// The drafts whose object the operator chooses: the one of each "one or all".
pub(super) fn targets(forks: &[Fork]) -> impl Iterator<Item = usize> + '_ {
    let acting = |arm: &Vec<usize>, first_is_one: bool| match first_is_one {
        true => arm.first().copied(),
        false => arm.last().copied(),
    };
    forks.iter().filter_map(move |fork| match fork.kind {
        ForkKind::OneOrAll { first_is_one } => {
            acting(fork.arms.get(usize::from(!first_is_one))?, first_is_one)
        }
        ForkKind::Opposite | ForkKind::Either | ForkKind::Listed(_) => None,
    })
}

/// Whether the next draft opens a list that a draft leads into; the list.
pub(super) fn list_behind(
    drafts: &[Draft],
    within: &[Vec<Within>],
    index: usize,
) -> Option<Within> {
    let (own, next) = (within.get(index)?, within.get(index + 1)?);
    let depth = next.len().checked_sub(own.len())?;
    let inside = next.ends_with(own) && !drafts[index + 1].place.alert;
    next.get(depth.checked_sub(1)?).filter(|_| inside).copied()
}

/// A sentence that asks which of the items behind it is done becomes a draft of its own.
pub(super) fn part_questions(view: &View<'_>, drafts: &mut Vec<Draft>) {
    let place = |d: &Draft| outline::within(view, &d.place);
    let within: Vec<Vec<Within>> = drafts.iter().map(place).collect();
    let mut asking = Vec::new();
    for index in 0..drafts.len() {
        let plain = matches!(drafts[index].form, Form::Words { code: None });
        let several = drafts[index].lead.len() > 1;
        if plain && several && asks(view, drafts, &within, index).is_some() {
            asking.push(index);
        }
    }
    for index in asking.into_iter().rev() {
        let place = drafts[index].place;
        if let Some(question) = drafts[index].lead.pop() {
            drafts.insert(index + 1, Draft::words(vec![question], place));
        }
    }
}

/// The list behind a draft whose last sentence asks which of its items are done, and how many.
fn asks(
    view: &View<'_>,
    drafts: &[Draft],
    within: &[Vec<Within>],
    index: usize,
) -> Option<(Within, Arity)> {
    let draft = &drafts[index];
    let list = list_behind(drafts, within, index).filter(|list| !list.ordered)?;
    let last = draft.lead.last().filter(|_| draft.act().is_none())?;
    let arity = cues::announces(view, *last)?;
    Some((list, arity))
}

/// The lists of which a sentence says that so many items are done.
fn listed(view: &View<'_>, drafts: &[Draft], within: &[Vec<Within>]) -> Vec<Fork> {
    let mut forks: Vec<Fork> = Vec::new();
    let mut end = 0;
    for index in 0..drafts.len() {
        let Some((list, arity)) = asks(view, drafts, within, index).filter(|_| index >= end) else {
            continue;
        };
        let mut arms: Vec<(Within, Vec<usize>)> = Vec::new();
        for (at, places) in within.iter().enumerate().skip(index + 1) {
            let Some(place) = places.iter().find(|w| w.list == list.list) else {
                continue;
            };
            match arms.iter_mut().find(|(item, _)| item == place) {
                Some((_, arm)) => arm.push(at),
                None => arms.push((*place, vec![at])),
            }
            end = at + 1;
        }
        if arms.len() > 1 {
            forks.push(Fork {
                questions: vec![index],
                arms: arms.into_iter().map(|(_, arm)| arm).collect(),
                kind: ForkKind::Listed(arity),
            });
        }
    }
    forks
}

/// Forks of which the next one asks the same again are one: *For TLS … For TCP*, twice.
fn merged(view: &View<'_>, drafts: &[Draft], forks: Vec<Fork>) -> Vec<Fork> {
    let mut merged: Vec<Fork> = Vec::new();
    for fork in forks {
        match merged.last_mut() {
            Some(open) if ask_the_same(view, drafts, open, &fork) => {
                open.questions.extend(fork.questions);
                for (arm, more) in open.arms.iter_mut().zip(fork.arms) {
                    arm.extend(more);
                }
            }
            _ => merged.push(fork),
        }
    }
    merged
}

/// Whether a fork comes right behind another one, and what tells its arms apart tells apart those of
/// the other one.
fn ask_the_same(view: &View<'_>, drafts: &[Draft], first: &Fork, second: &Fork) -> bool {
    let end = first.members().max().map_or(0, |last| last + 1);
    let alike = first.kind == second.kind
        && first.kind == ForkKind::Listed(Arity::One)
        && first.arms.len() == second.arms.len()
        && second.questions.first() == Some(&end);
    let words = |fork: &Fork| -> Vec<_> {
        let heads = fork.arms.iter().filter_map(|arm| arm.first());
        let opening = heads.map(|i| &drafts[*i].lead[..drafts[*i].lead.len().min(1)]);
        opening.map(|units| telling_words(view, units)).collect()
    };
    if !alike {
        return false;
    }
    let (first, second) = (words(first), words(second));
    let same = |column: &usize| {
        (0..first.len()).all(|i| {
            let (a, b) = (
                own_words(&first, i, *column),
                own_words(&second, i, *column),
            );
            !a.is_empty() && !b.is_empty() && (a.is_subset(&b) || b.is_subset(&a))
        })
    };
    let columns: BTreeSet<usize> = first.iter().flat_map(|w| w.keys().copied()).collect();
    columns.iter().filter(|c| same(c)).count() * 2 > columns.len()
}

/// The words of one of several heads that no other has, in a document.
fn own_words(
    heads: &[BTreeMap<usize, BTreeSet<String>>],
    index: usize,
    column: usize,
) -> BTreeSet<String> {
    let mut own: BTreeSet<String> = heads[index].get(&column).cloned().unwrap_or_default();
    for (other, words) in heads.iter().enumerate() {
        if let Some(words) = words.get(&column).filter(|_| other != index) {
            own.retain(|w| !words.contains(w));
        }
    }
    own
}

/// Commands next to each other of which one is run.
fn pairs(
    view: &View<'_>,
    drafts: &[Draft],
    within: &[Vec<Within>],
    taken: &BTreeSet<usize>,
) -> Vec<Fork> {
    let acts: Vec<usize> = (0..drafts.len())
        .filter(|i| drafts[*i].act().is_some())
        .collect();
    let mut pairs: Vec<Fork> = Vec::new();
    for next in acts.windows(2) {
        let (first, second) = (next[0], next[1]);
        if (first..=second).any(|i| taken.contains(&i))
            || outline::follow(&within[first], &within[second])
        {
            continue;
        }
        // What is said between them, belongs to the first until the other way is offered.
        let offered = offered(view, drafts, first, second);
        let arm: Vec<usize> = (offered.unwrap_or(second)..=second).collect();
        let between = first + 1..offered.unwrap_or(second);
        let ways = || offered.is_some() || are_ways(view, drafts, first, second);
        let open = pairs.last_mut();
        if let Some(open) = open.filter(|p| p.members().max() == Some(first)) {
            if ways() {
                open.kind = ForkKind::Either;
                open.arms.last_mut().expect("two arms").extend(between);
                open.arms.push(arm);
            }
            continue;
        }
        let (a, b) = (&drafts[first], &drafts[second]);
        let one =
            effects::one_and_all(a, b).map(|first_is_one| ForkKind::OneOrAll { first_is_one });
        let opposite = || effects::opposite(a, b).then_some(ForkKind::Opposite);
        let either = || ways().then_some(ForkKind::Either);
        let kind = one.or_else(opposite).or_else(either);
        if let Some(kind) = kind {
            pairs.push(Fork {
                questions: Vec::new(),
                arms: vec![std::iter::once(first).chain(between).collect(), arm],
                kind,
            });
        }
    }
    pairs
}

/// The draft that offers a command as another way beside the one before it, with no other code
/// between: it opens with an *or*.
fn offered(view: &View<'_>, drafts: &[Draft], first: usize, second: usize) -> Option<usize> {
    if drafts[first].place.section != drafts[second].place.section {
        return None;
    }
    let b = &drafts[second];
    let words = |i: &usize| *i == second || matches!(drafts[*i].form, Form::Words { code: None });
    let near = (first + 1..=second).rev().take_while(words);
    let apart = |i: usize| drafts[i].place.item.is_none() && b.place.item.is_some();
    let mut near = near.take_while(|i| *i == second || !apart(*i));
    let offers = |unit: &UnitId| cues::offers_other(view, *unit);
    near.find(|i| drafts[*i].lead.first().is_some_and(offers))
}

/// Whether two commands say by themselves that they are ways to the same.
fn are_ways(view: &View<'_>, drafts: &[Draft], first: usize, second: usize) -> bool {
    let (a, b) = (&drafts[first], &drafts[second]);
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
    a.place.section == b.place.section && (managers() || examples())
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
        Some(unit) if list.is_some() && cues::announces(view, *unit).is_some() => Announced::Choice,
        _ => Announced::Nothing,
    }
}
