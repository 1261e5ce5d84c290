//! Commands and sentences of which only some are followed: the same on one object and on all,
//! opposite values in one section, two ways that the sentences offer, or the items of a list of which
//! one is to be done.

use std::collections::BTreeSet;

use crate::align::UnitId;

use crate::shell;

use super::arms;
use super::conditions::Condition;
use super::drafts::{self, Draft, Form};
use super::kinds::Announced;
use super::outline::{self, Within};
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
    /// The drafts that say which arm is taken: the first of each.
    pub(super) heads: Vec<usize>,
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
    pub(super) fn new(questions: Vec<usize>, arms: Vec<Vec<usize>>, kind: ForkKind) -> Self {
        let heads = arms.iter().filter_map(|arm| arm.first()).copied();
        Fork {
            questions,
            heads: heads.collect(),
            arms,
            kind,
        }
    }

    /// All its drafts.
    pub(super) fn members(&self) -> impl Iterator<Item = usize> + '_ {
        let arms = self.arms.iter().flatten();
        self.questions.iter().chain(arms).copied()
    }

    pub(super) fn first(&self) -> usize {
        self.members().min().unwrap_or_default()
    }
}

/// The forks of a section, in order and without overlap.
pub(super) fn forks(view: &View<'_>, drafts: &[Draft]) -> Vec<Fork> {
    let place = |d: &Draft| outline::within(view, &d.place);
    let within: Vec<Vec<Within>> = drafts.iter().map(place).collect();
    let mut forks = arms::offered(view, drafts, &within);
    for fork in &mut forks {
        if let Some(first_is_one) = one_and_all(drafts, fork) {
            fork.kind = ForkKind::OneOrAll { first_is_one };
        }
    }
    let taken: BTreeSet<usize> = forks.iter().flat_map(Fork::members).collect();
    forks.extend(pairs(view, drafts, &within, &taken));
    forks.sort_by_key(Fork::first);
    forks
}

/// Whether the two arms of a fork do the same to one object and to all; if so, whether the first is the
/// one.
fn one_and_all(drafts: &[Draft], fork: &Fork) -> Option<bool> {
    let [first, second] = fork.arms.as_slice() else {
        return None;
    };
    let only = |arm: &[usize]| {
        let mut acts = arm.iter().filter(|i| drafts[**i].act().is_some());
        acts.next().filter(|_| acts.next().is_none()).copied()
    };
    effects::one_and_all(&drafts[only(first)?], &drafts[only(second)?])
}

/// The conditions that are still asked in an arm: who takes it has said that what it opens with applies.
pub(super) fn open(
    drafts: &[Draft],
    arm: &[usize],
    conditions: &[Option<Condition>],
) -> Vec<Option<Condition>> {
    let head = arm.first().and_then(|i| drafts[*i].lead.first());
    let asked = |c: &Condition| c.units.is_empty() || c.units.first() != head;
    let open = conditions.iter().map(|c| c.clone().filter(asked));
    open.collect()
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
            let arms = vec![std::iter::once(first).chain(between).collect(), arm];
            pairs.push(Fork::new(Vec::new(), arms, kind));
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
    // The same with more or fewer options, in one step.
    let case = |d: &Draft| d.lead.iter().any(|u| cues::holds_only_if(view, *u));
    let one_step = a.place.item.is_some() && a.place.item == b.place.item;
    let variants = || one_step && is_variant(a, b) && (example(b) || case(b));
    // What makes an object, and an example that changes one.
    let noun = |d: &Draft| {
        let acting = effects::acting(d.command()?)?;
        shell::verb_and_noun(acting.command()).map(|(_, noun)| noun.to_lowercase())
    };
    let kinds =
        || one_step && a.changes() && b.changes() && noun(a).is_some() && noun(a) == noun(b);
    let others = || kinds() && !same() && example(b);
    a.place.section == b.place.section && (managers() || examples() || variants() || others())
}

/// Whether two commands do the same, one with all arguments of the other one.
fn is_variant(a: &Draft, b: &Draft) -> bool {
    let arguments = |d: &Draft| {
        let command = d.command()?;
        let mut all = command.script.invocations();
        let only = all.next().filter(|_| all.next().is_none())?;
        let written = only.arguments.iter().map(|a| {
            (
                a.name().map(str::to_lowercase),
                a.constant().map(str::to_lowercase),
            )
        });
        let program = only.command().to_lowercase();
        Some((program, written.collect::<BTreeSet<_>>()))
    };
    match (arguments(a), arguments(b)) {
        (Some((program, a)), Some((own, b))) => {
            program == own && a != b && (a.is_subset(&b) || b.is_subset(&a))
        }
        _ => false,
    }
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
