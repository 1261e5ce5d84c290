//! The arms that sentences offer: the items of a list of which one or any number is to be done, or
//! paragraphs that each say what they are for.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::MarkKind;

use super::choices::{Fork, ForkKind};
use super::drafts::{Draft, Form};
use super::outline::{self, Within};
use super::recipes::telling_words;
use super::view::View;
use super::{Arity, cues};

/// The forks that the sentences of a section offer, in order and without overlap.
pub(super) fn offered(view: &View<'_>, drafts: &[Draft], within: &[Vec<Within>]) -> Vec<Fork> {
    let mut forks = Vec::new();
    let mut end = 0;
    for index in 0..drafts.len() {
        let fork =
            || listed(view, drafts, within, index).or_else(|| told(view, drafts, within, index));
        if let Some(fork) = (index >= end).then(fork).flatten() {
            end = fork.members().max().map_or(end, |last| last + 1);
            forks.push(fork);
        }
    }
    merged(view, drafts, forks)
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
        let offers = || {
            let listed = listed(view, drafts, &within, index);
            listed
                .or_else(|| told(view, drafts, &within, index))
                .is_some()
        };
        if plain && several && offers() {
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

/// The items of the list behind a draft that asks which of them are done.
fn listed(view: &View<'_>, drafts: &[Draft], within: &[Vec<Within>], index: usize) -> Option<Fork> {
    let (list, arity) = asks(view, drafts, within, index)?;
    let mut arms: Vec<(Within, Vec<usize>)> = Vec::new();
    for (at, places) in within.iter().enumerate().skip(index + 1) {
        let Some(place) = places.iter().find(|w| w.list == list.list) else {
            continue;
        };
        match arms.iter_mut().find(|(item, _)| item == place) {
            Some((_, arm)) => arm.push(at),
            None => arms.push((*place, vec![at])),
        }
    }
    let arms: Vec<Vec<usize>> = arms.into_iter().map(|(_, arm)| arm).collect();
    (arms.len() > 1).then(|| Fork::new(vec![index], arms, ForkKind::Listed(arity)))
}

/// The paragraphs behind a draft that asks which of them are followed, each with the commands and lists
/// below it: *Type the appropriate command. To attach it: … To detach it: …*
fn told(view: &View<'_>, drafts: &[Draft], within: &[Vec<Within>], index: usize) -> Option<Fork> {
    let asking = drafts[index]
        .lead
        .last()
        .filter(|_| drafts[index].act().is_none())?;
    if cues::announces(view, *asking) != Some(Arity::One) {
        return None;
    }
    let own = &within[index];
    let inside = |at: &usize| within[*at].ends_with(own);
    let mut arms: Vec<Vec<usize>> = Vec::new();
    for at in (index + 1..drafts.len()).take_while(inside) {
        let opens = within[at].len() == own.len() && opens_arm(view, &drafts[at]);
        match arms.last_mut() {
            _ if opens => arms.push(vec![at]),
            Some(arm) => arm.push(at),
            None => return None,
        }
    }
    // What stands behind the last thing to do is said of all arms.
    let does = |at: &usize| drafts[*at].act().is_some() || within[*at].len() > own.len();
    if let Some(last) = arms.last_mut() {
        let end = last.iter().rposition(does)?;
        last.truncate(end + 1);
    }
    let all = arms.len() > 1 && arms.iter().all(|arm| arm.iter().any(does));
    all.then(|| Fork::new(vec![index], arms, ForkKind::Listed(Arity::One)))
}

/// Whether a paragraph says what the way that it opens is for, or when: *To …*, *If …*, **By mail**.
fn opens_arm(view: &View<'_>, draft: &Draft) -> bool {
    let Some(unit) = draft.lead.first().filter(|_| !draft.place.alert) else {
        return false;
    };
    let says = cues::opens_with_aim(view, *unit)
        || cues::holds_only_if(view, *unit)
        || cues::offers_other(view, *unit);
    says || is_bold(view, draft)
}

/// Whether the first sentence of a draft is one bold span.
fn is_bold(view: &View<'_>, draft: &Draft) -> bool {
    let Some(unit) = draft.lead.first() else {
        return false;
    };
    let cells = &view.alignment.units[unit.0 as usize].cells;
    let said = cells.iter().enumerate().filter(|(_, s)| !s.is_empty());
    let bold = said.map(|(column, segments)| {
        let segment = view.document(column).segment(segments[0]);
        let mut strong = segment.marks.iter().filter(|m| m.kind == MarkKind::Strong);
        strong.any(|m| m.range.len() + 2 >= segment.text.trim().len())
    });
    let bold: Vec<bool> = bold.collect();
    bold.iter().filter(|b| **b).count() * 2 > bold.len()
}

/// Forks of which the next one asks the same again are one: *For TLS … For TCP*, twice.
fn merged(view: &View<'_>, drafts: &[Draft], forks: Vec<Fork>) -> Vec<Fork> {
    let mut merged: Vec<Fork> = Vec::new();
    for fork in forks {
        match merged.last_mut() {
            Some(open) if ask_the_same(view, drafts, open, &fork) => {
                open.questions.extend(fork.questions);
                open.heads.extend(fork.heads);
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
