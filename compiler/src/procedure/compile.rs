//! The phases of [`super::compile`]: outline, drafts, parameters, lookups, tasks, goals.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Alignment, UnitId};
use crate::canon::{Canon, Verdict};
use crate::corpus::Article;
use crate::document::LiteralKind;

use super::builder;
use super::choices;
use super::conditions::{self, Condition};
use super::drafts::{self, Draft};
use super::effects::{self, Conflict};
use super::goals::{goals, order, title};
use super::identity::Ids;
use super::inference::{BY_CODE, BY_STRUCTURE, BY_WORDS, Ledger};
use super::jumps::{self, Jump};
use super::kinds::{self, Around};
use super::lookups::Lookups;
use super::outline::{self, Section};
use super::parameters::{self, Found};
use super::recipes::Recipes;
use super::review::{self, Review};
use super::roles::{self, Roles};
use super::steps::{Assembly, Scene};
use super::view::View;
use super::{
    Aspect, Dispute, Finding, FindingKind, Guard, GuardEffect, Inference, Item, Parameter,
    Procedure, Subject, Task, TaskKind, Text, sessions, soundness, unit_name,
};

/// A section on its way to a task.
pub(super) struct Part {
    heading: Text,
    drafts: Vec<Draft>,
    /// The number of each draft in the article.
    numbers: Vec<usize>,
    kind: TaskKind,
    /// When it is done, as far as its sentences say so.
    condition: Option<Condition>,
    /// Index of the part that it takes back, and the word for it.
    pub(super) undoes: Option<(usize, Conflict)>,
}

impl Part {
    /// What it does, in a name: by its first command that changes something, else by its first.
    pub(super) fn deed(&self) -> Option<String> {
        let acting = self.drafts.iter().find(|d| d.changes());
        let acting = acting.or_else(|| self.drafts.iter().find(|d| d.act().is_some()));
        acting.and_then(drafts::deed)
    }

    /// The part that it takes back: what is another way to do the same takes nothing back.
    fn inverse_of(&self) -> Option<usize> {
        match &self.undoes {
            Some((of, Conflict::Inverse(_))) => Some(*of),
            _ => None,
        }
    }
}

/// Compiles an article. Deterministic; near-linear in its length.
pub(super) fn compile(
    article: &Article,
    alignment: &Alignment,
    canon: &Canon,
    review: Option<&Review>,
) -> Procedure {
    let view = View::new(article, alignment, canon);
    let sections = outline::sections(&view);
    let blocks = builder::Blocks::of(&view, &sections);
    let drafts = sections.iter().map(|s| builder::drafts(&view, s, blocks));
    let mut drafts: Vec<Vec<Draft>> = drafts.collect();
    let jumps = jumps::find(&view, &sections, &drafts);
    let found = find_parameters(&view, &mut drafts);
    let (sessions_of, sessions) = {
        let borrowed: Vec<Vec<&Draft>> = drafts.iter().map(|d| d.iter().collect()).collect();
        sessions::infer(&borrowed)
    };
    let mut parts = parts(&view, &sections, drafts, &jumps);
    let mut lookups = Lookups::new(&found);
    for part in &mut parts {
        lookups.hoist(&mut part.drafts, &mut part.numbers, &found);
    }
    let around: Vec<Option<String>> = sessions_of.iter().flat_map(|s| beside(s)).collect();
    let sessions_of: Vec<Option<String>> = sessions_of.into_iter().flatten().collect();
    let roles = Roles::of_sessions(sessions.iter().map(|s| s.id.as_str()));
    let mut assembly = Assembly {
        view: &view,
        found: &found,
        lookups: &lookups,
        sessions: &sessions_of,
        around: &around,
        roles: &roles,
        ledger: Ledger::default(),
        done: Vec::new(),
        before: None,
        said: BTreeMap::new(),
        ids: Ids::default(),
        step_of: BTreeMap::new(),
        disputed: disputed_literals(canon),
    };
    let ids: Vec<String> = task_ids(&parts);
    let mut tasks: Vec<Task> = (0..parts.len())
        .map(|i| task(&mut assembly, &parts, i, &ids, &jumps))
        .collect();
    for (step, user) in roles::spread(&mut tasks) {
        assembly
            .ledger
            .note(Subject::Step(step), Aspect::Hosts, BY_CODE, user);
    }
    let parameters = finish_parameters(&mut assembly, &tasks);
    let disputed = assembly.disputed;
    let goals = goals(&view, &parts, &tasks);
    let said = assembly.said;
    let mut procedure = Procedure {
        id: article.id.clone(),
        title: title(&view),
        locales: article.documents.iter().map(|d| d.locale.clone()).collect(),
        parameters,
        roles: roles.all(&tasks),
        sessions,
        disputed,
        tasks: order(tasks, &goals),
        goals,
        inferences: assembly.ledger.inferences,
        findings: Vec::new(),
        records: BTreeMap::new(),
    };
    let outcome = review.map(|review| review::apply(review, &view, &said, &mut procedure));
    procedure.findings = soundness::check(&procedure);
    if let Some(outcome) = outcome {
        let meant = |f: &Finding| outcome.fixed.iter().any(|sample| sample.contains(&f.value));
        let open = |f: &Finding| f.kind != FindingKind::SampleLeft || !meant(f);
        procedure.findings.retain(open);
        procedure.findings.extend(outcome.findings);
    }
    let key = |i: &Inference| (i.subject.clone(), i.aspect, i.basis);
    procedure.inferences.sort_by_cached_key(key);
    procedure
}

/// The session of each draft of a section, or of the code beside it.
fn beside(own: &[Option<String>]) -> Vec<Option<String>> {
    let mut all = own.to_vec();
    for i in 1..all.len() {
        if all[i].is_none() {
            all[i] = all[i - 1].clone();
        }
    }
    for i in (1..all.len()).rev() {
        if all[i - 1].is_none() {
            all[i - 1] = all[i].clone();
        }
    }
    all
}

fn find_parameters(view: &View<'_>, drafts: &mut [Vec<Draft>]) -> Vec<Found> {
    let mut targets = BTreeSet::new();
    let mut start = 0;
    for section in drafts.iter() {
        targets.extend(choices::targets(&choices::forks(view, section)).map(|i| start + i));
        start += section.len();
    }
    let mut flat: Vec<&mut Draft> = drafts.iter_mut().flatten().collect();
    parameters::find(view, &mut flat, &targets)
}

fn parts(
    view: &View<'_>,
    sections: &[Section],
    drafts: Vec<Vec<Draft>>,
    jumps: &[Jump],
) -> Vec<Part> {
    let changes = drafts.iter().flatten().any(Draft::changes);
    let recipes = Recipes::new(view, sections, &drafts);
    let undoing = undoing(&drafts, &recipes);
    let mut conditions = conditions::of_sections(view, sections, &drafts);
    let mut number = 0;
    let mut applied = false;
    let mut parts = Vec::new();
    for (index, (section, drafts)) in sections.iter().zip(drafts).enumerate() {
        let jumps = jumps.iter().any(|j| j.from == index);
        let kind = match &undoing[index] {
            Some((_, Conflict::Inverse(_))) => TaskKind::Undo,
            _ => {
                let around = Around {
                    changes,
                    applied,
                    jumps,
                };
                match kinds::task(view, &drafts, around) {
                    TaskKind::Background => TaskKind::Background,
                    _ if applied && conditions::is_trouble(view, section) => TaskKind::Troubleshoot,
                    kind => kind,
                }
            }
        };
        applied |= kind == TaskKind::Apply;
        let units: Vec<UnitId> = section
            .heading
            .iter()
            .flat_map(|row| view.units(*row))
            .collect();
        parts.push(Part {
            heading: view.text(&units),
            numbers: (number..number + drafts.len()).collect(),
            kind,
            condition: conditions[index].take(),
            undoes: undoing[index].clone(),
            drafts,
        });
        number += parts[index].drafts.len();
    }
    parts
}

/// Per section, the earlier one with whose commands its own conflict, or beside which it stands.
fn undoing(drafts: &[Vec<Draft>], recipes: &Recipes) -> Vec<Option<(usize, Conflict)>> {
    let mut undoing: Vec<Option<(usize, Conflict)>> = vec![None; drafts.len()];
    let mut before: Vec<(usize, &Draft)> = Vec::new();
    for (index, section) in drafts.iter().enumerate() {
        let changing = || section.iter().filter(|d| d.changes());
        undoing[index] = changing().find_map(|later| {
            let conflicts = before.iter().rev().filter(|(at, _)| undoing[*at].is_none());
            let conflict = |d: &Draft| {
                let again = || effects::one_and_all(d, later).map(|_| Conflict::Other);
                effects::conflict(d, later).or_else(again)
            };
            let mut conflicts = conflicts.filter_map(|(at, d)| Some((*at, conflict(d)?)));
            conflicts.next()
        });
        if undoing[index].is_none() {
            // What stands beside a way that is apart already, is apart from the same.
            let open = |at: usize| undoing[at].is_none();
            let apart = |at: usize| matches!(&undoing[at], Some((_, Conflict::Other)));
            let beside = recipes.beside(index, open).or_else(|| {
                let other = recipes.beside(index, apart)?;
                undoing[other].as_ref().map(|(first, _)| *first)
            });
            undoing[index] = beside.map(|at| (at, Conflict::Other));
        }
        // A long article has few changes; what it can conflict with stays bounded.
        before.extend(changing().take(64).map(|d| (index, d)));
        let excess = before.len().saturating_sub(256);
        before.drain(..excess);
    }
    undoing
}

fn task_ids(parts: &[Part]) -> Vec<String> {
    let mut ids = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let acting = part.drafts.iter().find(|d| d.changes());
        let acting = acting.or_else(|| part.drafts.iter().find(|d| d.act().is_some()));
        let subject = acting.and_then(drafts::subject);
        let name = subject
            .filter(|s| !s.is_empty())
            .unwrap_or_else(|| part.kind.name().to_owned());
        ids.push(format!("t{index:02}-{name}"));
    }
    ids
}

fn task(
    assembly: &mut Assembly<'_, '_>,
    parts: &[Part],
    index: usize,
    ids: &[String],
    jumps: &[Jump],
) -> Task {
    let part = &parts[index];
    explain(assembly, parts, index, ids);
    let guard = guard(assembly, parts, index, ids, jumps);
    // What a guard says is not said again as a note.
    let mut guarding: Vec<UnitId> = jumps
        .iter()
        .filter(|j| j.from == index && asking(parts, j).is_some())
        .flat_map(|j| j.units.clone())
        .collect();
    let condition = part.condition.iter().filter(|_| guard.is_some());
    guarding.extend(condition.flat_map(|c| &c.units));
    let effect = guard.as_ref().map(|g| &g.effect);
    let scene = Scene {
        task: &ids[index],
        kind: part.kind,
        drafts: &part.drafts,
        numbers: &part.numbers,
        guarding: &guarding,
        skipped: matches!(effect, Some(GuardEffect::SkipTo(Some(_)))),
    };
    Task {
        id: ids[index].clone(),
        title: part.heading.clone(),
        kind: part.kind,
        items: assembly.items(&scene),
        guard,
        inverse_of: part.inverse_of().map(|of| ids[of].clone()),
        requires: requires(parts, index, ids),
    }
}

/// Notes why a task is what it is.
fn explain(assembly: &mut Assembly<'_, '_>, parts: &[Part], index: usize, ids: &[String]) {
    let part = &parts[index];
    let subject = || Subject::Task(ids[index].clone());
    let acting = part.drafts.iter().find(|d| d.changes());
    let (basis, evidence) = match acting {
        Some(draft) => (BY_CODE, draft.code().lines().next().unwrap_or_default()),
        None => (BY_STRUCTURE, ""),
    };
    let ledger = &mut assembly.ledger;
    ledger.note(subject(), Aspect::Kind, basis, evidence);
    if let Some(of) = part.inverse_of() {
        ledger.note(subject(), Aspect::InverseOf, BY_CODE, &ids[of]);
    }
}

/// The last task before this one in which something is done, in the same goal.
fn requires(parts: &[Part], index: usize, ids: &[String]) -> Vec<String> {
    let own = |p: &Part| p.undoes.is_none() && p.kind != TaskKind::Background;
    if !own(&parts[index]) {
        return Vec::new();
    }
    let before = (0..index).rev().find(|i| own(&parts[*i]));
    before.map(|i| ids[i].clone()).into_iter().collect()
}

/// A task is skipped by a jump in itself, or by one in a section before it that does nothing; or it is
/// done only in the case that its heading or first sentences say.
fn guard(
    assembly: &mut Assembly<'_, '_>,
    parts: &[Part],
    index: usize,
    ids: &[String],
    jumps: &[Jump],
) -> Option<Guard> {
    let (view, ledger) = (assembly.view, &mut assembly.ledger);
    let part = &parts[index];
    let jump = jumps.iter().find(|j| asking(parts, j) == Some(index));
    let does = part.kind != TaskKind::Background;
    let condition = part.condition.as_ref().filter(|_| does);
    let (units, effect, basis) = match (jump, condition) {
        (Some(jump), _) => {
            let effect = GuardEffect::SkipTo(ids.get(jump.to).cloned());
            (&jump.units, effect, BY_STRUCTURE)
        }
        (None, Some(condition)) => (&condition.units, condition.effect.clone(), BY_WORDS),
        (None, None) => return None,
    };
    let unit = units.last().map_or_else(String::new, |u| unit_name(*u));
    let subject = Subject::Task(ids[index].clone());
    ledger.note(subject, Aspect::Guard, basis, unit);
    Some(Guard {
        text: view.text(units),
        effect,
    })
}

/// The part that asks whether a jump is taken: the one that it stands in, or the first that it skips;
/// it goes over the others.
fn asking(parts: &[Part], jump: &Jump) -> Option<usize> {
    let acts = |i: usize| parts[i].drafts.iter().any(|d| d.act().is_some());
    let done = |i: &usize| parts[*i].kind != TaskKind::Background;
    match acts(jump.from) {
        true => Some(jump.from),
        false => (jump.from + 1..jump.to).find(done),
    }
}

/// The parameters that an emitted step uses, with the ids of those steps.
fn finish_parameters(assembly: &mut Assembly<'_, '_>, tasks: &[Task]) -> Vec<Parameter> {
    // A step in the arm of a choice, or one with a condition, may not be run.
    let only_if = |t: &&Task| matches!(&t.guard, Some(g) if g.effect == GuardEffect::OnlyIf);
    let steps = tasks
        .iter()
        .filter(|t| !only_if(t))
        .flat_map(|t| &t.items)
        .filter_map(|item| match item {
            Item::Step(step) if step.guard.is_none() => Some(step.id.as_str()),
            Item::Step(_) | Item::Choice(_) => None,
        });
    let certain: BTreeSet<&str> = steps.collect();
    let mut parameters = Vec::new();
    for (index, found) in assembly.found.iter().enumerate() {
        let uses = found
            .drafts
            .iter()
            .filter_map(|d| assembly.step_of.get(d).cloned());
        let shown_by = assembly.lookups.shown_by.get(&index);
        let parameter = Parameter {
            uses: uses.collect(),
            discovered_by: shown_by.and_then(|draft| assembly.step_of.get(draft).cloned()),
            ..found.parameter.clone()
        };
        let required = parameter.uses.iter().any(|u| certain.contains(u.as_str()));
        if !parameter.uses.is_empty() {
            let subject = || Subject::Parameter(parameter.id.clone());
            let (ledger, why) = (&mut assembly.ledger, found.basis);
            ledger.note(subject(), Aspect::Sample, why, found.names.join(" "));
            if let Some(step) = &parameter.discovered_by {
                ledger.note(subject(), Aspect::DiscoveredBy, BY_CODE, step);
            }
            parameters.push(Parameter {
                required,
                ..parameter
            });
        }
    }
    parameters
}

/// The literals that the evidence does not decide. Product names and numbers decide no action.
fn disputed_literals(canon: &Canon) -> Vec<Dispute> {
    let acts = |kind: LiteralKind| !matches!(kind, LiteralKind::ProductName | LiteralKind::UiLabel);
    let disputed = canon
        .literals
        .iter()
        .filter(|l| acts(l.kind))
        .filter_map(|l| match &l.verdict {
            Verdict::Disputed(candidates) => Some(Dispute {
                unit: l.unit,
                candidates: candidates.clone(),
                withheld: None,
            }),
            Verdict::Decided => None,
        });
    disputed.collect()
}
