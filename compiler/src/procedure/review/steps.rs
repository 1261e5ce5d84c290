//! Decisions about steps: what they are, where they are done, what they print, which of their
//! sentences are steps of their own, and what they come before.

use toml::Spanned;

use super::super::identity::digest;
use super::super::{
    Action, Aspect, Choice, Expectation, Item, Matching, Step, StepKind, Subject, Text,
    Verification,
};
use super::apply::{Reviewer, named_units};
use super::{Decided, ExpectReview, PartReview, StepReview};
use crate::align::UnitId;
use crate::shell::Risk;

impl<'a> Reviewer<'a, '_> {
    /// Changes the steps as a person decided.
    pub(super) fn steps(&mut self) {
        let review = self.review;
        for (id, entry) in &review.steps {
            self.at = entry.span().start;
            let Some(mut step) = self.procedure.step(id).cloned() else {
                continue;
            };
            self.change(&mut step, entry);
            if let Some(place) = self.step_mut(id) {
                *place = step;
            }
            for part in &entry.get_ref().parts {
                self.part(id, part);
            }
        }
    }

    fn step_mut(&mut self, id: &str) -> Option<&mut Step> {
        let items = self.procedure.tasks.iter_mut().flat_map(|t| &mut t.items);
        let steps = items.flat_map(|item| match item {
            Item::Step(step) => vec![&mut **step],
            Item::Choice(choice) => steps_of(choice),
        });
        steps.into_iter().find(|s| s.id == id)
    }

    fn change(&mut self, step: &mut Step, entry: &'a Spanned<StepReview>) {
        let decided = entry.get_ref();
        let units = step.sources.clone();
        self.decide(step, &decided.decided(), &units, &decided.note);
        let subject = || Subject::Step(step.id.clone());
        if let Some(session) = &decided.session {
            match self.procedure.sessions.iter().any(|s| s.id == *session) {
                true => step.session = Some(session.clone()),
                false => self.fault(&step.id, format!("there is no session `{session}`")),
            }
            self.decided(subject(), Aspect::Session, &decided.note);
        }
        if let Some(scope) = decided.scope {
            step.scope = scope;
            self.decided(subject(), Aspect::Scope, &decided.note);
        }
        if let Some(after) = &decided.after {
            match after.iter().find(|id| self.procedure.step(id).is_none()) {
                Some(unknown) => self.fault(&step.id, format!("there is no step `{unknown}`")),
                None => step.after.clone_from(after),
            }
            self.decided(subject(), Aspect::After, &decided.note);
        }
        if let Some(supplies) = &decided.supplies {
            let known = |id: &&String| self.procedure.parameters.iter().any(|p| p.id == **id);
            match supplies.iter().find(|id| !known(id)) {
                Some(unknown) => self.fault(&step.id, format!("there is no parameter `{unknown}`")),
                None => step.supplies.clone_from(supplies),
            }
            self.decided(subject(), Aspect::Supplies, &decided.note);
        }
        if let Some(expect) = &decided.expect {
            step.expect = expectation(expect, step.expect.take());
            self.decided(subject(), Aspect::Expect, &decided.note);
        }
        self.edit(step, decided);
    }

    fn edit(&mut self, step: &mut Step, decided: &StepReview) {
        let changes = decided.folder.is_some() || decided.parent.is_some();
        match &mut step.action {
            Action::Edit(edit) => {
                edit.folder = decided.folder.clone().or(edit.folder.take());
                edit.parent = decided.parent.clone().or(edit.parent.take());
            }
            _ if changes => self.fault(&step.id, "the step changes no file".to_owned()),
            _ => {}
        }
    }

    /// What can be decided of a step and of a part of one.
    fn decide(&mut self, step: &mut Step, decided: &Decided<'_>, units: &[UnitId], note: &str) {
        let id = step.id.clone();
        let subject = || Subject::Step(id.clone());
        if let Some(kind) = decided.kind {
            match fits(kind, &step.action) {
                true => become_kind(step, kind),
                false => self.fault(&id, format!("the step cannot be `{}`", kind.name())),
            }
            self.decided(subject(), Aspect::Kind, note);
        }
        if let Some(role) = decided.role {
            match self.procedure.roles.iter().any(|r| r.id == role) {
                true => step.role = Some(role.to_owned()),
                false if role.is_empty() => step.role = None,
                false => self.fault(&id, format!("there is no role `{role}`")),
            }
            self.decided(subject(), Aspect::Role, note);
        }
        if let Some(hosts) = decided.hosts {
            step.hosts = hosts;
            self.decided(subject(), Aspect::Hosts, note);
        }
        if let Some(risk) = decided.risk {
            step.risk = risk;
            self.decided(subject(), Aspect::Risk, note);
        }
        if let Some(guard) = decided.guard {
            match self.guard(&id, guard, units) {
                Ok(guard) => step.guard = guard,
                Err(reason) => self.fault(&id, reason),
            }
            self.decided(subject(), Aspect::Guard, note);
        }
    }

    /// Makes a step of some sentences of another one.
    fn part(&mut self, of: &str, part: &PartReview) {
        let (lead, tail) = self.said.get(of).cloned().unwrap_or_default();
        let all: Vec<UnitId> = lead.iter().chain(&tail).copied().collect();
        let units = match named_units(&part.units, &all) {
            Ok(units) => units,
            Err(unknown) => {
                return self.fault(of, format!("`{unknown}` is no sentence of `{of}`"));
            }
        };
        let mut new = sentences(of, &part.units, self.view.text(&units), units);
        let sources = new.sources.clone();
        self.decide(&mut new, &part.decided(), &sources, "");
        let left = |own: &[UnitId], step: &Step| {
            let left = own.iter().filter(|u| step.sources.contains(u));
            left.filter(|u| !sources.contains(u))
                .copied()
                .collect::<Vec<_>>()
        };
        let view = self.view;
        if let Some(step) = self.step_mut(of) {
            step.text = view.text(&left(&lead, step));
            step.explanation = view.text(&left(&tail, step));
            step.sources.retain(|u| !sources.contains(u));
        }
        let Some((task, item)) = self.position(of) else {
            return;
        };
        let at = if part.before { item } else { item + 1 };
        let items = &mut self.procedure.tasks[task].items;
        items.insert(at, Item::Step(Box::new(new)));
    }

    /// The task and item of a step, choice, or step in a choice.
    fn position(&self, id: &str) -> Option<(usize, usize)> {
        let holds = |item: &Item| match item {
            Item::Step(step) => step.id == id,
            Item::Choice(choice) => {
                choice.id == id
                    || choice
                        .arms
                        .iter()
                        .flat_map(|a| &a.steps)
                        .any(|s| s.id == id)
            }
        };
        let tasks = self.procedure.tasks.iter().enumerate();
        let mut found = tasks.filter_map(|(t, task)| Some((t, task.items.iter().position(holds)?)));
        found.next()
    }

    /// Moves steps and choices where a person put them.
    pub(super) fn moves(&mut self) {
        let review = self.review;
        for (id, entry) in &review.steps {
            let decided = entry.get_ref();
            self.at = entry.span().start;
            self.shift(id, decided.before.as_deref(), decided.task.as_deref());
        }
        for (id, entry) in &review.choices {
            let decided = entry.get_ref();
            self.at = entry.span().start;
            self.shift(id, decided.before.as_deref(), decided.task.as_deref());
        }
    }

    fn shift(&mut self, id: &str, before: Option<&str>, task: Option<&str>) {
        let Some((from, item)) = self.position(id) else {
            return;
        };
        if before.is_none() && task.is_none() || self.procedure.tasks[from].items[item].id() != id {
            return;
        }
        let moved = self.procedure.tasks[from].items.remove(item);
        let to = match (before, task) {
            (Some(before), _) => self.position(before),
            (None, Some(task)) => {
                let index = self.procedure.tasks.iter().position(|t| t.id == task);
                index.map(|i| (i, self.procedure.tasks[i].items.len()))
            }
            (None, None) => None,
        };
        match to {
            Some((task, at)) => self.procedure.tasks[task].items.insert(at, moved),
            None => {
                self.procedure.tasks[from].items.insert(item, moved);
                let place = before.or(task).unwrap_or_default();
                self.fault(id, format!("there is no `{place}` to move it to"));
            }
        }
    }
}

fn steps_of(choice: &mut Choice) -> Vec<&mut Step> {
    choice
        .arms
        .iter_mut()
        .flat_map(|arm| &mut arm.steps)
        .collect()
}

/// Whether a step that does this can be of a kind: what a machine does may be left to a person, but
/// not the other way round.
fn fits(kind: StepKind, action: &Action) -> bool {
    match kind {
        StepKind::Run | StepKind::Query | StepKind::Discover => {
            matches!(action, Action::Command(_))
        }
        StepKind::EditFile => matches!(action, Action::Edit(_)),
        StepKind::Check | StepKind::Manual | StepKind::Note => true,
    }
}

/// A person does what was run; the code is shown with the words.
fn become_kind(step: &mut Step, kind: StepKind) {
    step.kind = kind;
    if !matches!(kind, StepKind::Check | StepKind::Manual | StepKind::Note) {
        return;
    }
    let code = match std::mem::replace(&mut step.action, Action::None) {
        Action::Command(command) => command.code,
        Action::Edit(edit) => edit.content,
        Action::None => String::new(),
    };
    if !code.is_empty() {
        super::super::steps::show(&mut step.text, &code);
        step.verification = Verification::NotApplicable;
        step.session = None;
        step.expect = None;
    }
    step.risk = match kind {
        StepKind::Note => Risk::None,
        StepKind::Check => Risk::Read,
        _ => step.risk.max(Risk::Change),
    };
}

fn expectation(decided: &ExpectReview, old: Option<Expectation>) -> Option<Expectation> {
    let (output, matching) = match decided {
        ExpectReview::Lines(output) => (output, Matching::Lines),
        ExpectReview::Exact(output) => (output, Matching::Exact),
        ExpectReview::Glob(pattern) => (pattern, Matching::Glob),
        ExpectReview::Regex(pattern) => (pattern, Matching::Regex),
        ExpectReview::Nothing(true) => return None,
        ExpectReview::Nothing(false) => return old,
    };
    Some(Expectation {
        output: output.clone(),
        matching,
        text: old.map(|e| e.text).unwrap_or_default(),
    })
}

/// A step of sentences.
fn sentences(of: &str, names: &[String], text: Text, units: Vec<UnitId>) -> Step {
    let id = digest(&format!("part\0{of}\0{}", names.join("\0")), 12);
    Step::of_text(id, StepKind::Manual, text, units)
}
