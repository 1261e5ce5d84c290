//! Tasks, choices and steps as a page shows them, with the same anchors in every locale.

use serde::Serialize;

use super::code::{CodeView, dialect};
use super::labels::{risk, scope, step_kind, task_kind};
use super::text::{TextView, plain};
use super::withheld::WithheldView;
use crate::emit::{Compiled, Withheld};
use crate::procedure::{
    Action, Arity, Arm, Choice, Guard, GuardEffect, Hosts, Item, Step, StepKind, Task,
};
use crate::source::Locale;

/// A task, ready for a template.
#[derive(Debug, Serialize)]
pub(super) struct TaskView {
    id: String,
    title: Option<String>,
    /// Id of the message that names its kind.
    kind: &'static str,
    guard: Option<GuardView>,
    undoes: Option<Reference>,
    items: Vec<ItemView>,
}

/// A link to another place on the page.
#[derive(Debug, Serialize)]
pub(super) struct Reference {
    pub(super) anchor: String,
    /// Its title; none where it has no heading.
    pub(super) title: Option<String>,
    /// Id of the message that stands for a title.
    pub(super) kind: &'static str,
}

#[derive(Debug, Serialize)]
struct GuardView {
    message: &'static str,
    text: Option<TextView>,
    target: Option<Reference>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum ItemView {
    Step(Box<StepView>),
    Choice(ChoiceView),
}

#[derive(Debug, Serialize)]
struct ChoiceView {
    id: String,
    message: &'static str,
    question: Option<TextView>,
    arms: Vec<ArmView>,
}

#[derive(Debug, Serialize)]
struct ArmView {
    id: String,
    title: Option<TextView>,
    steps: Vec<StepView>,
}

#[derive(Debug, Serialize)]
struct StepView {
    id: String,
    /// Its number in the procedure; none for what is only to be known.
    number: Option<usize>,
    kind: &'static str,
    class: &'static str,
    guard: Option<GuardView>,
    text: Option<TextView>,
    explanation: Option<TextView>,
    session: Option<String>,
    risk: Option<&'static str>,
    scope: Option<&'static str>,
    /// Where it is done on each machine: the name of their role, or nothing.
    each: Option<String>,
    code: Option<CodeView>,
    expect: Option<ExpectView>,
    supplies: Vec<String>,
    withheld: Option<WithheldView>,
}

#[derive(Debug, Serialize)]
struct ExpectView {
    text: Option<TextView>,
    output: String,
}

/// Turns tasks into views and counts their steps.
pub(super) struct Steps<'a> {
    compiled: &'a Compiled,
    locale: &'a Locale,
    withheld: &'a [Withheld],
    count: usize,
}

impl<'a> Steps<'a> {
    /// For the pages of `locale`.
    pub(super) fn new(
        compiled: &'a Compiled,
        locale: &'a Locale,
        withheld: &'a [Withheld],
    ) -> Self {
        Steps {
            compiled,
            locale,
            withheld,
            count: 0,
        }
    }

    /// The next task in order.
    pub(super) fn task(&mut self, task: &Task) -> TaskView {
        TaskView {
            id: task.id.clone(),
            title: plain(&task.title, self.locale),
            kind: task_kind(task.kind),
            guard: task.guard.as_ref().map(|g| self.guard(g)),
            undoes: task.inverse_of.as_ref().and_then(|id| self.reference(id)),
            items: task.items.iter().map(|item| self.item(item)).collect(),
        }
    }

    /// A link to the task of `id`.
    pub(super) fn reference(&self, id: &str) -> Option<Reference> {
        let task = self.compiled.procedure.tasks.iter().find(|t| t.id == id)?;
        Some(Reference {
            anchor: format!("task-{id}"),
            title: plain(&task.title, self.locale),
            kind: task_kind(task.kind),
        })
    }

    fn item(&mut self, item: &Item) -> ItemView {
        match item {
            Item::Step(step) => ItemView::Step(Box::new(self.step(step))),
            Item::Choice(choice) => ItemView::Choice(self.choice(choice)),
        }
    }

    fn choice(&mut self, choice: &Choice) -> ChoiceView {
        let arms = choice.arms.iter().map(|arm| ArmView {
            id: arm.id.clone(),
            title: TextView::new(&arm.title, self.locale),
            steps: arm
                .steps
                .iter()
                .map(|step| self.step_of(arm, step))
                .collect(),
        });
        let arms = arms.collect();
        ChoiceView {
            id: choice.id.clone(),
            message: match choice.arity {
                Arity::One => "book-choice-one",
                Arity::Any => "book-choice-any",
            },
            question: TextView::new(&choice.question, self.locale),
            arms,
        }
    }

    /// A step of an arm; what the arm's title says is not said again.
    fn step_of(&mut self, arm: &Arm, step: &Step) -> StepView {
        let mut view = self.step(step);
        view.text = view.text.filter(|_| step.text != arm.title);
        view
    }

    fn step(&mut self, step: &Step) -> StepView {
        let procedure = &self.compiled.procedure;
        let withheld = self.withheld.iter().find(|w| w.step == step.id);
        let session = procedure
            .sessions
            .iter()
            .find(|s| Some(&s.id) == step.session.as_ref());
        let acts = !matches!(step.action, Action::None);
        let (kind, class) = step_kind(step.kind);
        StepView {
            id: step.id.clone(),
            number: self.number(step.kind),
            kind,
            class,
            guard: step.guard.as_ref().map(|g| self.guard(g)),
            text: TextView::new(&step.text, self.locale),
            explanation: TextView::new(&step.explanation, self.locale),
            session: (session.filter(|s| acts && s.name != dialect(s.dialect)))
                .map(|s| s.name.clone()),
            risk: risk(step.risk).filter(|_| acts),
            scope: scope(step.scope).filter(|_| acts),
            each: (step.hosts == Hosts::Each).then(|| {
                let role = procedure
                    .roles
                    .iter()
                    .find(|r| Some(&r.id) == step.role.as_ref());
                role.map_or_else(String::new, |r| r.name.clone())
            }),
            code: CodeView::new(step, self.compiled).filter(|_| withheld.is_none()),
            expect: step.expect.as_ref().map(|e| ExpectView {
                text: TextView::new(&e.text, self.locale),
                output: e.output.clone(),
            }),
            supplies: step.supplies.clone(),
            withheld: withheld.map(|w| WithheldView::new(w, self.compiled)),
        }
    }

    fn number(&mut self, kind: StepKind) -> Option<usize> {
        (kind != StepKind::Note).then(|| {
            self.count += 1;
            self.count
        })
    }

    fn guard(&self, guard: &Guard) -> GuardView {
        let (message, target) = match &guard.effect {
            GuardEffect::OnlyIf if guard.text.is_empty() => ("book-guard-said", None),
            GuardEffect::OnlyIf => ("book-guard-only-if", None),
            GuardEffect::SkipTo(target) => ("book-guard-skip-if", target.as_ref()),
        };
        GuardView {
            message,
            text: TextView::new(&guard.text, self.locale),
            target: target.and_then(|id| self.reference(id)),
        }
    }
}
