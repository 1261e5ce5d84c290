//! Drafts to steps and choices: kinds, texts, ids.

use std::collections::BTreeMap;

use crate::align::UnitId;
use crate::document::LiteralKind;
use crate::literal;
use crate::shell::{Risk, Scope};

use super::choices::{Pair, PairKind};
use super::drafts::{Act, Draft, Form};
use super::identity::{Ids, digest};
use super::lookups::Lookups;
use super::parameters::Found;
use super::view::View;
use super::{
    Action, Arity, Arm, Choice, Dispute, Expectation, Item, Piece, Step, StepKind, TaskKind, Text,
    Verification, kinds,
};

/// What steps are put together from.
pub(super) struct Assembly<'a, 'v> {
    pub(super) view: &'v View<'a>,
    pub(super) found: &'v [Found],
    pub(super) lookups: &'v Lookups,
    /// By the number of the draft.
    pub(super) sessions: &'v [Option<String>],
    pub(super) ids: Ids,
    /// The ids of the steps that were emitted with their action, by the number of their draft.
    pub(super) step_of: BTreeMap<usize, String>,
    pub(super) disputed: Vec<Dispute>,
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
    ) -> Vec<Item> {
        let mut items = Vec::new();
        let mut acted = false;
        let mut in_pair = Vec::new();
        for (index, draft) in drafts.iter().enumerate() {
            if in_pair.contains(&index) {
                continue;
            }
            let pair = pairs.iter().find(|p| p.first == index);
            match (&draft.form, pair) {
                (Form::Act(_), Some(pair)) => {
                    in_pair.push(pair.second);
                    let both = [pair.first, pair.second].map(|i| (&drafts[i], numbers[i]));
                    items.push(Item::Choice(self.choice(pair.kind, both)));
                }
                (Form::Act(act), None) => {
                    let step = self.act(draft, act, numbers[index], &draft.lead);
                    items.push(Item::Step(Box::new(step)));
                }
                (Form::Words { .. }, _) if !draft.lead.is_empty() && draft.lead == guarding => {}
                (Form::Words { code }, _) => {
                    let mut opens = opens_item(drafts, index);
                    for (step_kind, units) in kinds::words(self.view, draft, kind, acted) {
                        let mut step = self.words(task, step_kind, &units, code.as_deref());
                        step.listed = std::mem::take(&mut opens);
                        step.sources.extend(&draft.sources);
                        items.push(Item::Step(Box::new(step)));
                    }
                    if !draft.tail.is_empty() {
                        let step = self.words(task, StepKind::Note, &draft.tail, None);
                        items.push(Item::Step(Box::new(step)));
                    }
                }
            }
            acted |= draft.act().is_some();
        }
        items
    }

    fn choice(&mut self, kind: PairKind, drafts: [(&Draft, usize); 2]) -> Choice {
        let names = match kind {
            PairKind::OneOrAll { first_is_one: true } => ["one", "all"],
            PairKind::OneOrAll {
                first_is_one: false,
            } => ["all", "one"],
            PairKind::Opposite => ["first", "second"],
        };
        // The sentences before the last introduce both arms.
        let lead = &drafts[0].0.lead;
        let (question, first) = lead.split_at(lead.len().saturating_sub(1));
        let leads = [first, drafts[1].0.lead.as_slice()];
        let mut arms = Vec::new();
        for (index, (draft, number)) in drafts.into_iter().enumerate() {
            let Form::Act(act) = &draft.form else {
                continue;
            };
            let step = self.act(draft, act, number, leads[index]);
            arms.push(Arm {
                id: names[index].to_owned(),
                title: step.text.clone(),
                steps: vec![step],
            });
        }
        let steps: Vec<&str> = arms
            .iter()
            .flat_map(|a| &a.steps)
            .map(|s| s.id.as_str())
            .collect();
        Choice {
            id: format!("choice-{}", digest(&steps.join("\0"), 6)),
            question: self.view.text(question),
            arity: Arity::One,
            arms,
        }
    }

    fn act(&mut self, draft: &Draft, act: &Act, number: usize, lead: &[UnitId]) -> Step {
        let kind = match &act.action {
            Action::Edit(_) => StepKind::EditFile,
            _ if act.risk > Risk::Read => StepKind::Run,
            _ => StepKind::Query,
        };
        let shown = self.lookups.supplies.get(&number);
        let kind = if shown.is_some() {
            StepKind::Discover
        } else {
            kind
        };
        let shown = shown.into_iter().flatten();
        let supplies = shown.map(|i| self.found[*i].parameter.id.clone()).collect();
        let units: Vec<UnitId> = lead.iter().chain(&draft.tail).copied().collect();
        let expected = draft.expect.as_ref();
        let mut sources: Vec<UnitId> = units.iter().chain(&draft.sources).copied().collect();
        sources.extend(expected.iter().flat_map(|e| &e.units));
        sources.sort();
        sources.dedup();
        let mut step = Step {
            id: self.ids.step(&act.action, "", kind, &[]),
            kind,
            guard: None,
            text: self.view.text(lead),
            explanation: self.view.text(&draft.tail),
            listed: false,
            role: None,
            session: self.sessions.get(number).cloned().flatten(),
            action: act.action.clone(),
            risk: act.risk,
            scope: act.scope,
            expect: expected.map(|e| Expectation {
                output: e.output.clone(),
                text: self.view.text(&e.units),
            }),
            supplies,
            after: self.needed_by(number),
            verification: act.verification,
            sources,
        };
        match &act.withheld {
            Some(candidates) => self.withhold(&mut step, draft, candidates),
            None => {
                self.step_of.insert(number, step.id.clone());
            }
        }
        step
    }

    /// The lookups that show the values that a draft uses.
    fn needed_by(&self, number: usize) -> Vec<String> {
        let used = self.lookups.used_by.get(&number).into_iter().flatten();
        let drafts = used.filter_map(|p| self.lookups.shown_by.get(p));
        let mut steps: Vec<String> = Vec::new();
        for step in drafts.filter_map(|d| self.step_of.get(d)) {
            if !steps.contains(step) {
                steps.push(step.clone());
            }
        }
        steps
    }

    /// A step whose code is disputed keeps its place and its text; a person has to act.
    fn withhold(&mut self, step: &mut Step, draft: &Draft, candidates: &[String]) {
        step.kind = StepKind::Manual;
        step.action = Action::None;
        step.session = None;
        step.expect = None;
        step.supplies.clear();
        step.verification = Verification::NotApplicable;
        step.risk = Risk::Unknown;
        if let Some(unit) = draft.sources.first() {
            self.disputed.push(Dispute {
                unit: *unit,
                candidates: candidates.to_vec(),
                withheld: Some(step.id.clone()),
            });
        }
    }

    fn words(&mut self, task: &str, kind: StepKind, units: &[UnitId], code: Option<&str>) -> Step {
        let mut text = self.view.text(units);
        if let Some(code) = code {
            self.show(&mut text, code);
        }
        let literals = units.iter().flat_map(|u| self.view.literals(*u));
        let normal = literals.map(|(kind, value)| literal::normal(kind, value));
        let literals: Vec<String> = normal.chain(code.map(str::to_owned)).collect();
        Step {
            id: self.ids.step(&Action::None, task, kind, &literals),
            kind,
            guard: None,
            text,
            explanation: Text::default(),
            listed: false,
            role: None,
            session: None,
            action: Action::None,
            risk: match kind {
                StepKind::Check => Risk::Read,
                StepKind::Manual => Risk::Change,
                _ => Risk::None,
            },
            scope: Scope::One,
            expect: None,
            supplies: Vec::new(),
            after: Vec::new(),
            verification: Verification::NotApplicable,
            sources: units.to_vec(),
        }
    }

    /// Adds code that is only shown to a text, in every locale.
    fn show(&self, text: &mut Text, code: &str) {
        let literal = || Piece::Literal {
            kind: LiteralKind::Value,
            value: code.to_owned(),
            corrected: None,
        };
        if text.is_empty() {
            for document in &self.view.article.documents {
                text.wordings.insert(document.locale.clone(), Vec::new());
            }
        }
        for pieces in text.wordings.values_mut() {
            if !pieces.is_empty() {
                pieces.push(Piece::Words("\n".to_owned()));
            }
            pieces.push(literal());
        }
    }
}

/// Whether a draft is the first of an item of a list without numbers.
fn opens_item(drafts: &[Draft], index: usize) -> bool {
    let place = drafts[index].place;
    let before = index.checked_sub(1).map(|i| drafts[i].place.item);
    place.item.is_some() && !place.ordered && before != Some(place.item)
}
