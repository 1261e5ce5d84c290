//! Drafts to steps and choices: kinds, texts, ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::UnitId;
use crate::diagnostic::Certainty;
use crate::document::LiteralKind;
use crate::literal;
use crate::shell::Risk;

use super::acting::Done;
use super::choices::{self, Fork, ForkKind};
use super::conditions::{self, Condition};
use super::drafts::{Draft, Form};
use super::identity::{Ids, digest};
use super::inference::{BY_CODE, BY_LITERAL, BY_STRUCTURE, BY_WORDS, Ledger, USUAL};
use super::kinds::{Announced, Context, Group};
use super::lookups::Lookups;
use super::moods::{self, Opening};
use super::parameters::Found;
use super::roles::{Roles, Told};
use super::view::View;
use super::{
    Action, Arity, Arm, Aspect, Basis, Choice, Dispute, Guard, Hosts, Item, Piece, Step, StepKind,
    Subject, TaskKind, Text, kinds, roles, unit_name,
};

/// Where something is done: on which host, and on how many.
pub(super) type Standing = (Told<String>, Hosts);

/// What steps are put together from.
pub(super) struct Assembly<'a, 'v> {
    pub(super) view: &'v View<'a>,
    pub(super) found: &'v [Found],
    pub(super) lookups: &'v Lookups,
    /// By the number of the draft.
    pub(super) sessions: &'v [Option<String>],
    /// By the number of the draft: its session, else that of the code beside it.
    pub(super) around: &'v [Option<String>],
    pub(super) roles: &'v Roles,
    pub(super) ledger: Ledger,
    /// The steps so far that changed something.
    pub(super) done: Vec<Done>,
    /// By the id of the step: the units that say what to do, and those that explain it.
    pub(super) said: BTreeMap<String, (Vec<UnitId>, Vec<UnitId>)>,
    /// Where the last sentences of the task were to be followed.
    pub(super) before: Option<Standing>,
    pub(super) ids: Ids,
    /// The ids of the steps that were emitted with their action, by the number of their draft.
    pub(super) step_of: BTreeMap<usize, String>,
    pub(super) disputed: Vec<Dispute>,
}

/// What is known of the place of sentences in their task.
struct Frame<'t> {
    task: &'t str,
    context: Context,
    /// Whether they open the arm of a choice.
    chosen: bool,
    /// Whether they open an item of a list without numbers.
    listed: bool,
    /// The command that they name as a way back.
    remedy: Option<&'t str>,
}

/// A task as its steps are put together.
pub(super) struct Scene<'t> {
    pub(super) task: &'t str,
    pub(super) kind: TaskKind,
    pub(super) drafts: &'t [Draft],
    /// The number of each draft in the article.
    pub(super) numbers: &'t [usize],
    /// What its guard says, which is not said again.
    pub(super) guarding: &'t [UnitId],
    /// Whether it is skipped to another one.
    pub(super) skipped: bool,
}

impl Assembly<'_, '_> {
    /// The items of a task.
    pub(super) fn items(&mut self, scene: &Scene<'_>) -> Vec<Item> {
        let forks = match scene.kind {
            TaskKind::Background => Vec::new(),
            _ => choices::forks(self.view, scene.drafts),
        };
        let conditions = conditions::of_drafts(self.view, scene.drafts);
        let mut items = Vec::new();
        let mut in_fork: BTreeSet<usize> = BTreeSet::new();
        self.before = None;
        for index in 0..scene.drafts.len() {
            if in_fork.contains(&index) {
                continue;
            }
            if let Some(fork) = forks.iter().find(|f| f.members().any(|i| i == index)) {
                in_fork.extend(fork.members());
                items.push(Item::Choice(self.choice(scene, fork, &conditions)));
                continue;
            }
            let steps = self.steps(scene, index, &conditions, false);
            items.extend(steps.into_iter().map(|step| Item::Step(Box::new(step))));
        }
        items
    }

    /// The steps of a draft; `chosen` opens the arm of a choice.
    fn steps(
        &mut self,
        scene: &Scene<'_>,
        index: usize,
        conditions: &[Option<Condition>],
        chosen: bool,
    ) -> Vec<Step> {
        let draft = &scene.drafts[index];
        // Who takes an arm has said that it applies.
        let condition = conditions[index].as_ref().filter(|_| !chosen);
        let said = |u: &UnitId| scene.guarding.contains(u);
        let mut steps = match &draft.form {
            Form::Act(act) => vec![self.act(draft, act, scene.numbers[index], &draft.lead)],
            // What only sends its reader on is no step.
            Form::Words { code: None } if conditions::sends_on(self.view, draft) => {
                let group = Group {
                    kind: StepKind::Note,
                    units: draft.lead.clone(),
                    only_if: false,
                };
                vec![self.words(scene.task, &group, None)]
            }
            Form::Words { .. } if draft.lead.iter().any(said) => {
                let left = draft.lead.iter().filter(|u| !said(u));
                let group = Group {
                    kind: StepKind::Note,
                    units: left.copied().collect(),
                    only_if: false,
                };
                match group.units.is_empty() {
                    true => Vec::new(),
                    false => vec![self.words(scene.task, &group, None)],
                }
            }
            Form::Words { code } => {
                let announced = choices::announced(self.view, scene.drafts, index);
                let frame = Frame {
                    task: scene.task,
                    context: Context {
                        task: scene.kind,
                        after_act: scene.drafts[..index].iter().any(|d| d.act().is_some()),
                        in_item: around(scene.drafts, index).any(|d| is_beside(d, draft)),
                        announced: match chosen {
                            true => Announced::Choice,
                            false => announced,
                        },
                        opening: opening(self.view, scene.drafts, index),
                        is_condition: is_condition(draft, &conditions[index + 1..]),
                    },
                    chosen,
                    listed: opens_item(scene.drafts, index),
                    remedy: kinds::remedy(self.view, draft, scene.drafts),
                };
                self.sentences(draft, code.as_deref(), frame)
            }
        };
        // Who chose to take something back, or is skipped to another task, has answered already.
        let answered = scene.skipped || scene.kind == TaskKind::Undo;
        let open = |c: &&Condition| {
            let known = answered && draft.act().is_some();
            !known && (c.units.is_empty() || !c.units.iter().any(said))
        };
        if let Some(condition) = condition.filter(open) {
            let asks = |s: &&mut Step| s.kind != StepKind::Note && s.guard.is_none();
            for step in steps.iter_mut().filter(asks) {
                self.guard(step, condition);
            }
        }
        steps
    }

    /// The steps of sentences that stand by themselves.
    fn sentences(&mut self, draft: &Draft, code: Option<&str>, frame: Frame<'_>) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut listed = frame.listed;
        // A condition in a list names products, but is looked at nowhere in particular.
        let is_condition = draft.place.item.is_some() && !draft.place.ordered;
        for mut group in kinds::words(self.view, draft, frame.context) {
            if frame.remedy.is_some() {
                group.kind = StepKind::Manual;
                group.only_if = true;
            }
            // Who takes an arm has said that it applies.
            group.only_if &= !frame.chosen;
            let mut step = self.words(frame.task, &group, code);
            step.listed = std::mem::take(&mut listed);
            step.sources.extend(&draft.sources);
            if let Some(command) = frame.remedy {
                step.risk = Risk::Destructive;
                self.note(&step, Aspect::Risk, BY_LITERAL, command);
            }
            if step.kind != StepKind::Note {
                let told = self.roles.of_words(self.view, &group.units, !is_condition);
                let before = self.before.take().filter(|_| !is_condition);
                self.place(&mut step, (told, before), frame.context.task, &group.units);
            }
            steps.push(step);
        }
        if !draft.tail.is_empty() {
            let group = Group {
                kind: StepKind::Note,
                units: draft.tail.clone(),
                only_if: false,
            };
            steps.push(self.words(frame.task, &group, None));
        }
        steps
    }

    /// Where sentences are to be followed: where they say, else where those before them in a task
    /// without commands are.
    fn place(
        &mut self,
        step: &mut Step,
        (told, before): (Option<Told<String>>, Option<Standing>),
        task: TaskKind,
        units: &[UnitId],
    ) {
        let inherits = told.is_none() && task == TaskKind::Prepare;
        let earlier = before.filter(|_| inherits);
        let hosts_before = earlier.as_ref().map(|(_, hosts)| *hosts);
        let told = told.or(earlier.map(|(role, _)| Told {
            basis: USUAL,
            ..role
        }));
        if let Some(role) = &told {
            step.role = Some(role.value.clone());
            self.note(step, Aspect::Role, role.basis, &role.evidence);
        }
        let hosts = roles::of_words(self.view, task, step.kind, told.is_some(), units);
        step.hosts = hosts_before.unwrap_or(hosts.value).max(hosts.value);
        if step.hosts == Hosts::Each {
            self.note(step, Aspect::Hosts, hosts.basis, &hosts.evidence);
        }
        self.before = told.map(|role| (role, step.hosts));
    }

    /// A step that is done only in a case, which its own sentences say where the condition has none.
    fn guard(&mut self, step: &mut Step, condition: &Condition) {
        step.guard = Some(Guard {
            text: self.view.text(&condition.units),
            effect: condition.effect.clone(),
        });
        let unit = condition.units.first().or(step.sources.first());
        let unit = unit.map_or_else(String::new, |u| unit_name(*u));
        self.note(step, Aspect::Guard, BY_WORDS, &unit);
    }

    /// Notes an inference about a step.
    pub(super) fn note(
        &mut self,
        step: &Step,
        aspect: Aspect,
        basis: (Certainty, Basis),
        evidence: &str,
    ) {
        let subject = Subject::Step(step.id.clone());
        self.ledger.note(subject, aspect, basis, evidence);
    }

    fn choice(
        &mut self,
        scene: &Scene<'_>,
        fork: &Fork,
        conditions: &[Option<Condition>],
    ) -> Choice {
        let names = choices::names(scene.drafts, fork);
        let asked = fork.questions.iter().flat_map(|i| &scene.drafts[*i].lead);
        let mut question: Vec<UnitId> = asked.copied().collect();
        let mut arms = Vec::new();
        for (arm, id) in fork.arms.iter().zip(names) {
            let before = self.done.len();
            let open = choices::open(scene.drafts, arm, conditions);
            let mut steps = Vec::new();
            let mut title = Text::default();
            for (position, index) in arm.iter().enumerate() {
                let draft = &scene.drafts[*index];
                // The sentences before the last introduce all arms, where no question does.
                let introduces = position == 0 && arms.is_empty() && question.is_empty();
                if let (true, Form::Act(act)) = (introduces, &draft.form) {
                    let (all, own) = draft.lead.split_at(draft.lead.len().saturating_sub(1));
                    question.extend(all);
                    steps.push(self.act(draft, act, scene.numbers[*index], own));
                } else {
                    let opens = fork.heads.contains(index);
                    steps.extend(self.steps(scene, *index, &open, opens));
                }
                if position == 0 {
                    let first = draft.lead.first().filter(|_| !fork.questions.is_empty());
                    title = match (first, steps.first()) {
                        (Some(unit), _) => self.view.text(&[*unit]),
                        (None, Some(step)) => step.text.clone(),
                        (None, None) => Text::default(),
                    };
                }
            }
            // Nothing comes after an arm: it may not be taken.
            self.done.truncate(before);
            arms.push(Arm { id, title, steps });
        }
        let steps = arms.iter().flat_map(|a| &a.steps);
        let steps: Vec<&str> = steps.map(|s| s.id.as_str()).collect();
        let id = format!("choice-{}", digest(&steps.join("\0"), 6));
        let subject = Subject::Choice(id.clone());
        let (arity, basis) = match fork.kind {
            ForkKind::Listed(arity) => (arity, BY_WORDS),
            _ => (Arity::One, BY_CODE),
        };
        self.ledger
            .note(subject, Aspect::Arity, basis, steps.join(" "));
        Choice {
            id,
            question: self.view.text(&question),
            arity,
            arms,
        }
    }

    fn words(&mut self, task: &str, group: &Group, code: Option<&str>) -> Step {
        let (kind, units) = (group.kind, group.units.as_slice());
        let mut text = self.view.text(units);
        if let Some(code) = code {
            if text.is_empty() {
                let documents = self.view.article.documents.iter();
                text.wordings = documents.map(|d| (d.locale.clone(), Vec::new())).collect();
            }
            show(&mut text, code);
        }
        let literals = units.iter().flat_map(|u| self.view.literals(*u));
        let normal = literals.map(|(kind, value)| literal::normal(kind, value));
        let literals: Vec<String> = normal.chain(code.map(str::to_owned)).collect();
        let id = self.ids.step(&Action::None, task, kind, &literals);
        let mut step = Step::of_text(id, kind, text, units.to_vec());
        self.said
            .insert(step.id.clone(), (units.to_vec(), Vec::new()));
        match literals.first() {
            Some(literal) if kind != StepKind::Note => {
                self.note(&step, Aspect::Kind, BY_LITERAL, literal);
            }
            _ => self.note(&step, Aspect::Kind, BY_STRUCTURE, task),
        }
        if group.only_if {
            self.guard(&mut step, &Condition::of_step());
        }
        step
    }
}

/// Adds code that is only shown to a text, in every locale that it has.
pub(super) fn show(text: &mut Text, code: &str) {
    for pieces in text.wordings.values_mut() {
        if !pieces.is_empty() {
            pieces.push(Piece::Words("\n".to_owned()));
        }
        pieces.push(Piece::Literal {
            kind: LiteralKind::Value,
            value: code.to_owned(),
            corrected: None,
        });
    }
}

/// The drafts shortly before another one, the nearest first.
pub(super) fn near(drafts: &[Draft], index: usize) -> impl Iterator<Item = &Draft> {
    drafts[..index].iter().rev().take(64)
}

/// Whether a draft opens with what says when one of those after it is done.
fn is_condition(draft: &Draft, later: &[Option<Condition>]) -> bool {
    let says = |c: &Condition| draft.lead.first().is_some_and(|u| c.units.contains(u));
    later.iter().take(4).flatten().any(says)
}

/// What the sentence before the list of a draft says of its items.
fn opening(view: &View<'_>, drafts: &[Draft], index: usize) -> Option<Opening> {
    let list = Some(drafts[index].place.list?);
    let from = index.saturating_sub(64);
    let first = (from..=index).find(|i| drafts[*i].place.list == list)?;
    let before = &drafts[first.checked_sub(1)?];
    let unit = before.lead.last().filter(|_| before.act().is_none())?;
    moods::opening(view, *unit)
}

/// The drafts before another one; for code that is only shown, those after it as well.
fn around(drafts: &[Draft], index: usize) -> impl Iterator<Item = &Draft> {
    let shown = matches!(drafts[index].form, Form::Words { code: Some(_) });
    let after = if shown { index + 1..drafts.len() } else { 0..0 };
    near(drafts, index).chain(drafts[after].iter().take(64))
}

/// Whether a draft does something in the list item of another one.
fn is_beside(draft: &Draft, other: &Draft) -> bool {
    draft.act().is_some() && draft.place.item.is_some() && draft.place.item == other.place.item
}

/// Whether a draft is the first of an item of a list without numbers.
fn opens_item(drafts: &[Draft], index: usize) -> bool {
    let place = drafts[index].place;
    let before = index.checked_sub(1).map(|i| drafts[i].place.item);
    place.item.is_some() && !place.ordered && before != Some(place.item)
}
