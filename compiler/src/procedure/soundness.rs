//! Whether the steps of a goal can be done one after the other: none takes back or contradicts
//! another, uses what is made later, or has a value of the article's example left in it.

use std::collections::BTreeSet;

use super::acting::{made, uses};
use super::effects::{self, Conflict, Deed};
use super::{
    Action, CodePiece, Finding, FindingKind, Goal, GuardEffect, Item, Procedure, Step, StepKind,
    Task, samples,
};
use crate::shell::{self, Risk};

/// How many changes before a step are compared with it.
const REACH: usize = 64;

/// What is unsound in a procedure, ordered by kind and step.
pub(super) fn check(procedure: &Procedure) -> Vec<Finding> {
    let mut findings = Vec::new();
    for goal in &procedure.goals {
        let steps = sure_steps(procedure, goal);
        for (at, later) in steps.iter().enumerate() {
            let reach = at.saturating_sub(REACH);
            for earlier in &steps[reach..at] {
                findings.extend(pair(earlier, later, is_set_back(procedure, earlier, later)));
            }
        }
        findings.extend(shown_late(procedure, goal));
    }
    for step in procedure.tasks.iter().flat_map(Task::steps) {
        findings.extend(sample(step));
    }
    findings.extend(procedure.tasks.iter().flat_map(skipped_along));
    for dispute in &procedure.disputed {
        if let Some(step) = &dispute.withheld {
            let candidates = dispute.candidates.join(" | ");
            findings.push(Finding::new(
                FindingKind::CommandDisputed,
                &[step],
                candidates,
            ));
        }
    }
    findings.sort_by(|a, b| (a.kind, &a.parts).cmp(&(b.kind, &b.parts)));
    findings.dedup();
    findings
}

/// The steps of a goal that no choice leaves out.
fn sure_steps<'p>(procedure: &'p Procedure, goal: &Goal) -> Vec<&'p Step> {
    let tasks = goal.tasks.iter();
    let tasks = tasks.filter_map(|id| procedure.tasks.iter().find(|t| t.id == *id));
    let items = tasks.flat_map(|t| &t.items);
    let steps = items.filter_map(|item| match item {
        Item::Step(step) => Some(&**step),
        Item::Choice(_) => None,
    });
    steps.filter(|s| s.action != Action::None).collect()
}

fn deed(step: &Step) -> Deed<'_> {
    Deed {
        action: &step.action,
        risk: step.risk,
        scope: step.scope,
    }
}

/// Whether something is done between two steps of one section: what is set for the time of that work, and
/// set back behind it, is meant so.
fn is_set_back(procedure: &Procedure, earlier: &Step, later: &Step) -> bool {
    let acts = |item: &Item| match item {
        Item::Step(step) => step.risk > Risk::Read,
        Item::Choice(choice) => choice
            .arms
            .iter()
            .flat_map(|a| &a.steps)
            .any(|s| s.risk > Risk::Read),
    };
    let between = |task: &Task| {
        let is = |item: &Item, step: &Step| matches!(item, Item::Step(s) if s.id == step.id);
        let first = task.items.iter().position(|i| is(i, earlier))?;
        let last = task.items.iter().position(|i| is(i, later))?;
        Some(task.items.get(first + 1..last)?.iter().any(acts))
    };
    procedure.tasks.iter().any(|t| between(t) == Some(true))
}

fn pair(earlier: &Step, later: &Step, set_back: bool) -> Option<Finding> {
    let ids = [earlier.id.as_str(), later.id.as_str()];
    if effects::one_and_all_of(deed(earlier), deed(later)).is_some() {
        return Some(Finding::new(FindingKind::BothArms, &ids, ""));
    }
    let conflict = effects::conflict_of(deed(earlier), deed(later));
    // A service is switched off for the work and on again: only a value that is set twice is told.
    let set_twice = match conflict {
        Some(_) if set_back => false,
        Some(Conflict::Other) => true,
        Some(Conflict::Inverse(_)) => same_verb(earlier, later),
        None => false,
    };
    if set_twice {
        return Some(Finding::new(FindingKind::ConflictingWrites, &ids, ""));
    }
    let Action::Command(command) = &later.action else {
        return None;
    };
    let made = made(command).filter(|_| later.risk > Risk::Read)?;
    let early = match &earlier.action {
        Action::Command(before) if earlier.risk == Risk::Change => uses(&made, before),
        _ => false,
    };
    let ids = [later.id.as_str(), earlier.id.as_str()];
    (early && !makes_too(earlier, &made))
        .then(|| Finding::new(FindingKind::UsedBeforeMade, &ids, made.1))
}

/// Whether a step makes an object of the same noun and name.
fn makes_too(step: &Step, object: &(String, String)) -> bool {
    let Action::Command(command) = &step.action else {
        return false;
    };
    made(command).as_ref() == Some(object)
}

fn same_verb(a: &Step, b: &Step) -> bool {
    let name = |step: &Step| match &step.action {
        Action::Command(command) => effects::acting(command).map(|i| i.command().to_lowercase()),
        _ => None,
    };
    name(a).is_some() && name(a) == name(b)
}

/// Values that a step of a goal shows after another one of the goal used them.
fn shown_late(procedure: &Procedure, goal: &Goal) -> Vec<Finding> {
    let tasks = goal.tasks.iter();
    let tasks = tasks.filter_map(|id| procedure.tasks.iter().find(|t| t.id == *id));
    let order: Vec<&str> = tasks.flat_map(Task::steps).map(|s| s.id.as_str()).collect();
    let place = |id: &str| order.iter().position(|s| *s == id);
    let mut findings = Vec::new();
    for parameter in &procedure.parameters {
        let Some(shown) = &parameter.discovered_by else {
            continue;
        };
        let first = parameter
            .uses
            .iter()
            .filter_map(|u| Some((place(u)?, u)))
            .min();
        if let (Some(at), Some((used, step))) = (place(shown), first)
            && used < at
        {
            let ids = [shown.as_str(), step.as_str()];
            findings.push(Finding::new(
                FindingKind::UsedBeforeMade,
                &ids,
                &parameter.id,
            ));
        }
    }
    findings
}

/// The steps of a task that may be skipped which are done elsewhere than its commands: what makes the
/// commands needless, may not make these so.
fn skipped_along(task: &Task) -> Vec<Finding> {
    let guard = task.guard.as_ref().map(|g| &g.effect);
    if !matches!(guard, Some(GuardEffect::SkipTo(_))) {
        return Vec::new();
    }
    let acts = |s: &&Step| s.action != Action::None;
    let roles: BTreeSet<&str> = task
        .steps()
        .filter(acts)
        .filter_map(|s| s.role.as_deref())
        .collect();
    let elsewhere = |s: &&Step| {
        let role = s.role.as_deref();
        s.kind != StepKind::Note && role.is_some_and(|r| !roles.is_empty() && !roles.contains(r))
    };
    let steps = task.steps().filter(elsewhere);
    steps
        .map(|s| Finding::new(FindingKind::SkippedAlong, &[&s.id], ""))
        .collect()
}

fn sample(step: &Step) -> Option<Finding> {
    let pieces = match &step.action {
        Action::Command(command) => &command.pieces,
        Action::Edit(edit) => &edit.pieces,
        Action::None => return None,
    };
    pieces.iter().find_map(|piece| {
        let CodePiece::Verbatim(code) = piece else {
            return None;
        };
        let host = samples::hosts(code).into_iter().next();
        let left = host.or_else(|| shell::placeholders(code).into_iter().next())?;
        let finding = Finding::new(FindingKind::SampleLeft, &[&step.id], &code[left]);
        Some(finding)
    })
}
