//! Drafts to steps and choices: kinds, texts, ids.

use std::collections::BTreeMap;

use crate::align::UnitId;
use crate::diagnostic::Certainty;
use crate::document::LiteralKind;
use crate::literal;
use crate::shell::Risk;

use super::acting::Done;
use super::choices::{self, Pair, PairKind};
use super::drafts::{Draft, Form};
use super::identity::{Ids, digest};
use super::inference::{BY_CODE, BY_LITERAL, BY_STRUCTURE, BY_WORDS, Ledger, USUAL};
use super::kinds::{Context, Group};
use super::lookups::Lookups;
use super::parameters::Found;
use super::roles::{Roles, Told};
use super::view::View;
use super::{
    Action, Arity, Arm, Aspect, Basis, Choice, Dispute, Guard, GuardEffect, Hosts, Item, Piece,
    Step, StepKind, Subject, TaskKind, Text, cues, kinds, roles, unit_name,
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
    /// Whether they open an item of a list without numbers.
    listed: bool,
    /// The command that they name as a way back.
    remedy: Option<&'t str>,
}

impl Assembly<'_, '_> {
    /// The items of a task. `drafts` come with their numbers in the article.
    pub(super) fn items(
        &mut self,
        task: &str,
        kind: TaskKind,
        (drafts, numbers): (&[Draft], &[usize]),
        pairs: &[Pair],
        guarding: &[UnitId],
        guarded: bool,
    ) -> Vec<Item> {
        let mut items = Vec::new();
        let mut acted = false;
        self.before = None;
        let mut in_pair = Vec::new();
        for (index, draft) in drafts.iter().enumerate() {
            if in_pair.contains(&index) {
                continue;
            }
            let pair = pairs.iter().find(|p| p.members.first() == Some(&index));
            match (&draft.form, pair) {
                (Form::Act(_), Some(pair)) => {
                    in_pair.extend(pair.members.iter().skip(1).copied());
                    let members = pair.members.iter().map(|i| (&drafts[*i], numbers[*i]));
                    items.push(Item::Choice(self.choice(pair.kind, members.collect())));
                }
                (Form::Act(act), None) => {
                    let mut step = self.act(draft, act, numbers[index], &draft.lead);
                    // *If necessary, change it. At the prompt, type:* asks as well.
                    let short = draft.lead.len() == 2;
                    let asking = draft.lead.last().into_iter();
                    let mut asking = asking.chain(draft.lead.first().filter(|_| short));
                    // Who chose to take something back has answered already.
                    let open = !guarded && kind != TaskKind::Undo;
                    if open && asking.any(|u| cues::holds_only_if(self.view, *u)) {
                        self.guard(&mut step, Text::default());
                    } else if open && let Some(unit) = choices::condition(self.view, drafts, index)
                    {
                        let text = self.view.text(&[unit]);
                        self.guard(&mut step, text);
                    }
                    items.push(Item::Step(Box::new(step)));
                }
                (Form::Words { .. }, _) if draft.lead.iter().any(|u| guarding.contains(u)) => {
                    let left = draft.lead.iter().filter(|u| !guarding.contains(u));
                    let group = Group {
                        kind: StepKind::Note,
                        units: left.copied().collect(),
                        only_if: false,
                    };
                    if !group.units.is_empty() {
                        items.push(Item::Step(Box::new(self.words(task, &group, None))));
                    }
                }
                (Form::Words { code }, _) => {
                    let frame = Frame {
                        task,
                        context: Context {
                            task: kind,
                            after_act: acted,
                            in_item: near(drafts, index).any(|d| is_beside(d, draft)),
                            announced: choices::announced(self.view, drafts, index),
                        },
                        listed: opens_item(drafts, index),
                        remedy: kinds::remedy(self.view, draft, drafts),
                    };
                    items.extend(self.sentences(draft, code.as_deref(), frame));
                }
            }
            acted |= draft.act().is_some();
        }
        items
    }

    /// The steps of sentences that stand by themselves.
    fn sentences(&mut self, draft: &Draft, code: Option<&str>, frame: Frame<'_>) -> Vec<Item> {
        let mut items = Vec::new();
        let mut listed = frame.listed;
        // A condition in a list names products, but is looked at nowhere in particular.
        let is_condition = draft.place.item.is_some() && !draft.place.ordered;
        for mut group in kinds::words(self.view, draft, frame.context) {
            if frame.remedy.is_some() {
                group.kind = StepKind::Manual;
                group.only_if = true;
            }
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
            items.push(Item::Step(Box::new(step)));
        }
        if !draft.tail.is_empty() {
            let group = Group {
                kind: StepKind::Note,
                units: draft.tail.clone(),
                only_if: false,
            };
            let step = self.words(frame.task, &group, None);
            items.push(Item::Step(Box::new(step)));
        }
        items
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

    /// A step that is done only in a case, which its own sentences say where `text` is empty.
    fn guard(&mut self, step: &mut Step, text: Text) {
        step.guard = Some(Guard {
            text,
            effect: GuardEffect::OnlyIf,
        });
        let unit = step
            .sources
            .first()
            .map_or_else(String::new, |u| unit_name(*u));
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

    fn choice(&mut self, kind: PairKind, drafts: Vec<(&Draft, usize)>) -> Choice {
        let names: &[&str] = match kind {
            PairKind::OneOrAll { first_is_one: true } => &["one", "all"],
            PairKind::OneOrAll {
                first_is_one: false,
            } => &["all", "one"],
            PairKind::Opposite | PairKind::Either => &["first", "second"],
        };
        let name = |index: usize| {
            let name = names.get(index).map(|n| (*n).to_owned());
            name.unwrap_or_else(|| format!("way{}", index + 1))
        };
        // The sentences before the last introduce both arms.
        let lead = &drafts[0].0.lead;
        let (question, first) = lead.split_at(lead.len().saturating_sub(1));
        let mut arms = Vec::new();
        for (index, (draft, number)) in drafts.into_iter().enumerate() {
            let Form::Act(act) = &draft.form else {
                continue;
            };
            let before = self.done.len();
            let step = self.act(
                draft,
                act,
                number,
                if index == 0 { first } else { &draft.lead },
            );
            // Nothing comes after an arm: it may not be taken.
            self.done.truncate(before);
            arms.push(Arm {
                id: name(index),
                title: step.text.clone(),
                steps: vec![step],
            });
        }
        let steps: Vec<&str> = arms
            .iter()
            .flat_map(|a| &a.steps)
            .map(|s| s.id.as_str())
            .collect();
        let id = format!("choice-{}", digest(&steps.join("\0"), 6));
        let subject = Subject::Choice(id.clone());
        self.ledger
            .note(subject, Aspect::Arity, BY_CODE, steps.join(" "));
        Choice {
            id,
            question: self.view.text(question),
            arity: Arity::One,
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
            self.guard(&mut step, Text::default());
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
