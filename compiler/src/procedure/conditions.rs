//! The cases in which sections and steps are done, by what headings and sentences say: a paragraph
//! before a command or a list that opens with *if*, *(Optional)*, *This section applies only if …*.
//!
//! A sentence of a step that says its own case is left where it stands; nothing here decides kinds.

use std::collections::BTreeMap;

use crate::align::UnitId;
use crate::document::{BlockId, BlockKind};
use crate::shell::Risk;

use super::arms::list_behind;
use super::cues::Sent;
use super::drafts::{Draft, Form};
use super::outline::{self, Section, Within};
use super::view::View;
use super::{GuardEffect, cues};

/// When something is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    /// The sentences that say so; none where those of the step do themselves.
    pub(super) units: Vec<UnitId>,
    pub(super) effect: GuardEffect,
}

impl Condition {
    /// That of a step whose own sentences say when it is done.
    pub(super) fn of_step() -> Self {
        Condition::only_if(Vec::new())
    }

    fn only_if(units: Vec<UnitId>) -> Self {
        Condition {
            units,
            effect: GuardEffect::OnlyIf,
        }
    }
}

/// How many paragraphs of a section may say when all of it is done.
const OPENING: usize = 3;

/// When each section of an article is done: one below another is done when that is.
pub(super) fn of_sections(
    view: &View<'_>,
    sections: &[Section],
    drafts: &[Vec<Draft>],
) -> Vec<Option<Condition>> {
    let mut open: Vec<(u8, Option<Condition>)> = Vec::new();
    let condition = |(section, drafts): (&Section, &Vec<Draft>)| {
        let level = outline::level(view, section);
        open.retain(|(above, _)| *above < level);
        let above = open.last().and_then(|(_, condition)| condition.clone());
        let own = of_section(view, section, drafts).or(above);
        // What stands before the first heading is above nothing.
        open.push((level, own.clone().filter(|_| level > 0)));
        own
    };
    sections.iter().zip(drafts).map(condition).collect()
}

fn of_section(view: &View<'_>, section: &Section, drafts: &[Draft]) -> Option<Condition> {
    let heading: Vec<UnitId> = section
        .heading
        .iter()
        .flat_map(|row| view.units(*row))
        .collect();
    let says = |u: &UnitId| cues::is_optional(view, *u) || cues::holds_only_if(view, *u);
    // A section on what to do when something went wrong, in an article that is on something else.
    let trouble = is_trouble(view, section)
        && outline::title(view)
            .into_iter()
            .flat_map(|row| view.units(row))
            .all(|unit| !cues::is_trouble(view, unit));
    if heading.first().is_some_and(says) {
        return Some(Condition::only_if(heading));
    }
    if trouble {
        let first = drafts.first().and_then(|d| d.lead.first());
        let case = first.filter(|u| cues::holds_only_if(view, **u));
        return Some(Condition::only_if(case.map_or(heading, |u| vec![*u])));
    }
    let opening = drafts
        .iter()
        .take_while(|d| d.act().is_none() && d.place.item.is_none());
    let mut units = opening.take(OPENING).flat_map(|d| &d.lead);
    units
        .find_map(|u| limit(view, *u))
        .or_else(|| shared(view, drafts))
}

/// Whether a section says in its heading that it is about what went wrong.
pub(super) fn is_trouble(view: &View<'_>, section: &Section) -> bool {
    let mut units = section.heading.iter().flat_map(|row| view.units(*row));
    units.any(|unit| cues::is_trouble(view, unit))
}

/// A sentence that says when the steps around it are done.
fn limit(view: &View<'_>, unit: UnitId) -> Option<Condition> {
    let effect = match () {
        () if cues::skips(view, unit) => GuardEffect::SkipTo(None),
        () if cues::limits(view, unit) => GuardEffect::OnlyIf,
        () => return None,
    };
    let units = vec![unit];
    Some(Condition { units, effect })
}

/// The one condition before a list that holds all that a section does.
fn shared(view: &View<'_>, drafts: &[Draft]) -> Option<Condition> {
    let conditions = of_lists(view, drafts);
    let done = |i: &usize| drafts[*i].act().is_some() || drafts[*i].place.ordered;
    let mut doing = (0..drafts.len()).filter(done);
    let first = conditions[doing.next()?].clone()?;
    doing
        .all(|i| conditions[i].as_ref() == Some(&first))
        .then_some(first)
}

/// When each draft of a section is done, as far as sentences beside its own say so, or mark it.
pub(super) fn of_drafts(view: &View<'_>, drafts: &[Draft]) -> Vec<Option<Condition>> {
    let mut conditions = of_lists(view, drafts);
    leave_out(view, drafts, &mut conditions);
    for (index, draft) in drafts.iter().enumerate() {
        if let Some(own) = of_draft(view, drafts, index) {
            conditions[index] = Some(own);
        } else if draft.act().is_some() && conditions[index].is_none() {
            let unit = between(view, drafts, index);
            conditions[index] = unit.map(|unit| Condition::only_if(vec![unit]));
        }
    }
    conditions
}

/// What the sentences of a draft say themselves.
fn of_draft(view: &View<'_>, drafts: &[Draft], index: usize) -> Option<Condition> {
    let draft = &drafts[index];
    let own = |effect| Condition {
        units: Vec::new(),
        effect,
    };
    let optional = draft.lead.first().filter(|_| !draft.place.alert);
    if optional.is_some_and(|u| cues::is_optional(view, *u)) {
        return Some(own(GuardEffect::OnlyIf));
    }
    if draft.act().is_some() {
        return asking(view, &draft.lead).map(|_| own(GuardEffect::OnlyIf));
    }
    let listed = draft.place.item.is_some() && !draft.place.alert;
    let mut limits = draft.lead.iter().filter_map(|u| limit(view, *u));
    let limit = limits.next().filter(|_| listed)?;
    // Where all of it says so, it is not said twice.
    Some(match draft.lead.len() {
        1 => own(limit.effect),
        _ => limit,
    })
}

/// The sentence before a command or list after which it is for one case: the last, or one before a
/// last one that only leads in. *If necessary, change it. At the prompt, type:*
fn asking(view: &View<'_>, lead: &[UnitId]) -> Option<UnitId> {
    let (last, rest) = lead.split_last()?;
    if cues::holds_only_if(view, *last) {
        return Some(*last);
    }
    let before = rest.last()?;
    let leads_in = !cues::opens_with_aim(view, *last) || rest.len() == 1;
    (leads_in && cues::holds_only_if(view, *before)).then_some(*before)
}

/// The conditions of lists: of each item behind a paragraph that sets one, or of those below a step.
fn of_lists(view: &View<'_>, drafts: &[Draft]) -> Vec<Option<Condition>> {
    let place = |d: &Draft| outline::within(view, &d.place);
    let within: Vec<Vec<Within>> = drafts.iter().map(place).collect();
    let mut conditions: Vec<Option<Condition>> = vec![None; drafts.len()];
    of_items(view, drafts, &within, &mut conditions);
    of_menus(view, drafts, &within, &mut conditions);
    for index in 0..drafts.len() {
        let Some((list, unit)) = set_by(view, drafts, &within, index) else {
            continue;
        };
        for at in index + 1..drafts.len() {
            if within[at].iter().any(|w| w.list == list.list) {
                conditions[at] = Some(Condition::only_if(vec![unit]));
            }
        }
    }
    conditions
}

/// All of an item of a list without numbers is for the case that its first sentence says.
fn of_items(
    view: &View<'_>,
    drafts: &[Draft],
    within: &[Vec<Within>],
    conditions: &mut [Option<Condition>],
) {
    for index in 0..drafts.len() {
        let Some(item) = within[index].first().filter(|w| !w.ordered) else {
            continue;
        };
        let opens = index == 0 || within[index - 1].first() != Some(item);
        let first = drafts[index].lead.first().filter(|_| opens);
        let Some(unit) = first.filter(|u| cues::holds_only_if(view, **u)) else {
            continue;
        };
        let below = (index + 1..drafts.len()).take_while(|at| within[*at].contains(item));
        for at in below {
            conditions[at] = Some(Condition::only_if(vec![*unit]));
        }
    }
}

/// Items without numbers that all open with what they are for, are each for who wants that: *To switch it
/// on, … To switch it off, …*
fn of_menus(
    view: &View<'_>,
    drafts: &[Draft],
    within: &[Vec<Within>],
    conditions: &mut [Option<Condition>],
) {
    let mut lists: BTreeMap<(usize, BlockId), Vec<usize>> = BTreeMap::new();
    for index in 0..drafts.len() {
        let Some(item) = within[index].first().filter(|w| !w.ordered) else {
            continue;
        };
        if index == 0 || !within[index - 1].contains(item) {
            lists.entry(item.list).or_default().push(index);
        }
    }
    let aims = |i: &usize| {
        let first = drafts[*i].lead.first();
        first.is_some_and(|u| cues::opens_with_aim(view, *u))
    };
    for heads in lists
        .values()
        .filter(|heads| heads.len() > 1 && heads.iter().all(aims))
    {
        for head in heads {
            conditions[*head] = Some(Condition::of_step());
        }
    }
}

/// The list behind a draft that leads into it with a condition.
fn set_by(
    view: &View<'_>,
    drafts: &[Draft],
    within: &[Vec<Within>],
    index: usize,
) -> Option<(Within, UnitId)> {
    let draft = &drafts[index];
    let list = list_behind(drafts, within, index)?;
    let last = draft.lead.last().filter(|_| draft.act().is_none())?;
    let leads_in = view.most(*last, |text| text.trim_end().ends_with([':', '：']));
    if !leads_in || cues::announces(view, *last).is_some() {
        return None;
    }
    let unit = asking(view, &draft.lead)?;
    let opens_with_aim = cues::opens_with_aim(view, *last) && !cues::resumes(view, *last);
    let aim = unit != *last && opens_with_aim;
    (!aim).then_some((list, unit))
}

/// The steps of a list that a sentence in it goes past: *If …, skip step 6*, *If …, go to step 9*.
fn leave_out(view: &View<'_>, drafts: &[Draft], conditions: &mut [Option<Condition>]) {
    let steps: Vec<Option<(Within, u64)>> = drafts.iter().map(|d| numbered(view, d)).collect();
    for (index, draft) in drafts.iter().enumerate() {
        let Some((own, number)) = steps[index] else {
            continue;
        };
        for unit in draft.lead.iter().filter(|u| cues::holds_only_if(view, **u)) {
            let past = match cues::sent(view, *unit) {
                Some(Sent::Past(first, last)) if first > number => first..last + 1,
                Some(Sent::To(to)) => number + 1..to,
                Some(Sent::Past(..)) | None => continue,
            };
            for (at, step) in steps.iter().enumerate().skip(index + 1) {
                if step.is_some_and(|(w, n)| w.list == own.list && past.contains(&n)) {
                    conditions[at] = Some(Condition {
                        units: vec![*unit],
                        effect: GuardEffect::SkipTo(None),
                    });
                }
            }
        }
    }
}

/// Whether all sentences of a draft only send to other steps.
pub(super) fn sends_on(view: &View<'_>, draft: &Draft) -> bool {
    let sends = |u: &UnitId| cues::holds_only_if(view, *u) && cues::sent(view, *u).is_some();
    !draft.lead.is_empty() && draft.lead.iter().all(sends)
}

/// The step of the outermost numbered list that a draft stands in, and its number.
fn numbered(view: &View<'_>, draft: &Draft) -> Option<(Within, u64)> {
    let within = outline::within(view, &draft.place);
    let step = within.iter().rfind(|w| w.ordered)?;
    match view.block_of((step.list.0, step.item)).kind {
        BlockKind::Item { ordinal } => Some((*step, ordinal?)),
        _ => None,
    }
}

/// The condition that a paragraph between a command that reads and one that changes sets: *If this
/// value is empty, you have to set it.*
fn between(view: &View<'_>, drafts: &[Draft], index: usize) -> Option<UnitId> {
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
