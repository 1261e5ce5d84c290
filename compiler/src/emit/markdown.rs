//! The Markdown runbook of a procedure in one locale: to be read, printed and ticked off.
//!
//! Commands are named cells that runme reads. Words are escaped, literals and code stand in code spans and fences that are longer than any
//! run of backticks in them.

use std::collections::BTreeSet;

use tera::{Context, Value};

use super::engine::{self, Target, code, record};
use super::message::clean;
use super::outline::{Deed, Outline};
use super::texts::with_parameters;
use super::{WithheldReason, bash, powershell};
use crate::document::LiteralKind;
use crate::l10n::{Interface, gap};
use crate::procedure::{
    Action, Arity, Choice, Goal, Guard, GuardEffect, Hosts, Item, Parameter, Piece, Risk, Step,
    Task, Text,
};
use crate::shell::Dialect;

use escape::{code_span, escaped_inside, fence, spaced};

pub(crate) use escape::escaped;

mod cell;
mod escape;

/// The document.
pub(super) fn render(outline: &Outline<'_>) -> Vec<u8> {
    let page = Page {
        outline,
        interface: Interface::new(outline.locale),
        bound: cell::bound(outline.procedure),
    };
    engine::render(Target::Markdown, &page.context()).into_bytes()
}

struct Page<'a> {
    outline: &'a Outline<'a>,
    interface: Interface,
    /// The steps that need the shell of an earlier one.
    bound: BTreeSet<&'a str>,
}

impl Page<'_> {
    fn context(&self) -> Context {
        let procedure = self.outline.procedure;
        let mut context = Context::new();
        context.insert_value("title", self.words(&procedure.title));
        let list = |values: Vec<Value>| Value::from(values);
        let parameters = procedure.parameters.iter().map(|p| self.parameter(p));
        context.insert_value("parameters", list(parameters.collect()));
        context.insert_value("cells_note", code(&self.cells_note()));
        context.insert_value(
            "goals",
            list(procedure.goals.iter().map(|g| self.goal(g)).collect()),
        );
        let mut number = 0;
        let tasks = procedure.tasks.iter().map(|t| self.task(t, &mut number));
        context.insert_value("tasks", list(tasks.collect()));
        let lost = procedure
            .disputed
            .iter()
            .filter(|d| self.is_lost(d.withheld.as_deref()));
        let lost = lost.map(|d| {
            let candidates = d.candidates.iter().map(|c| code(&code_span(c)));
            record([("candidates", list(candidates.collect()))])
        });
        context.insert_value("lost", list(lost.collect()));
        let label = self.interface.text("runbook-file");
        context.insert("gap", gap(&label));
        for (name, id) in HEADINGS {
            context.insert(*name, &self.interface.text(id));
        }
        context
    }

    /// Whether a withheld step is in no task, so that only the list of disputes names it.
    fn is_lost(&self, withheld: Option<&str>) -> bool {
        let mut steps = self.outline.procedure.tasks.iter().flat_map(Task::steps);
        withheld.is_some_and(|id| steps.all(|s| s.id != id))
    }

    /// A text with its literals as code.
    fn words(&self, text: &Text) -> Value {
        let pieces = text.wording(self.outline.locale).map(|(_, pieces)| pieces);
        let mut out = String::new();
        let mut pieces = pieces.into_iter().flatten().peekable();
        let mut closes = false;
        while let Some(piece) = pieces.next() {
            let value = spaced(piece.as_str());
            let value = value.strip_prefix(if closes { ">" } else { "" });
            let value = value.unwrap_or_default();
            closes = false;
            match piece {
                Piece::Words(_) => out.push_str(&escaped_inside(value, out.is_empty())),
                Piece::Literal { kind, .. } if is_prose(*kind) => {
                    out.push_str(&escaped_inside(value, out.is_empty()));
                }
                // The brackets of an element belong to its name.
                Piece::Literal { .. } if is_element(&out, pieces.peek().copied()) => {
                    out.truncate(out.len() - "\\<".len());
                    out.push_str(&code_span(&format!("<{value}>")));
                    closes = true;
                }
                Piece::Literal { .. } => out.push_str(&code_span(value)),
            }
        }
        code(out.trim())
    }

    fn parameter(&self, parameter: &Parameter) -> Value {
        let kind = format!("runbook-kind-{}", parameter.kind.name());
        // The name that it has for the scripts, and the one that it has in the cells.
        let names = match self.outline.dialect {
            Dialect::PowerShell => [
                format!("-{}", powershell::variable(&parameter.id)),
                format!("<{}>", parameter.id),
            ],
            Dialect::Bash => [bash::flag(&parameter.id), bash::variable(&parameter.id)],
        };
        let names = names.map(|name| code_span(&name)).join(" · ");
        record([
            ("option", code(&names)),
            ("kind", Value::from(self.interface.text(&kind))),
            ("sample", code(&code_span(&parameter.sample))),
        ])
    }

    /// How the commands have their parameters.
    fn cells_note(&self) -> String {
        let first = self.outline.procedure.parameters.first();
        match self.outline.dialect {
            Dialect::PowerShell => escaped(&self.interface.text("runbook-cells-powershell")),
            Dialect::Bash => {
                let name = first.map_or(String::new(), |p| bash::variable(&p.id));
                let example = [("example", code_span(&format!("export {name}='…'")))];
                clean(&self.interface.format("runbook-cells-bash", &example))
            }
        }
    }

    fn goal(&self, goal: &Goal) -> Value {
        let tasks = self.outline.procedure.tasks.iter();
        let tasks = tasks.filter(|t| goal.tasks.contains(&t.id));
        // What is called like its goal says nothing new.
        let tasks = tasks.filter(|t| *self.outline.task_title(t) != goal.title);
        record([
            ("id", code(&code_span(&goal.id))),
            ("title", self.words(&goal.title)),
            (
                "tasks",
                Value::from(
                    tasks
                        .map(|t| self.words(self.outline.task_title(t)))
                        .collect::<Vec<_>>(),
                ),
            ),
        ])
    }

    fn task(&self, task: &Task, number: &mut usize) -> Value {
        let mut items = Vec::new();
        for item in &task.items {
            match item {
                Item::Step(step) => items.push(self.step(step, number)),
                Item::Choice(choice) => items.extend(self.choice(choice, number)),
            }
        }
        // What stands before the first heading stands below the title.
        let is_opening = *number == 0 && task.title.is_empty();
        let title = (!is_opening).then(|| self.words(self.outline.task_title(task)));
        record([
            ("title", Value::from(title)),
            ("guard", self.guard(task.guard.as_ref())),
            ("items", Value::from(items)),
        ])
    }

    /// What is asked, with the numbers of the steps of each arm, and the arms. An arm whose step
    /// says what it is for has no heading.
    fn choice(&self, choice: &Choice, number: &mut usize) -> Vec<Value> {
        let mut arms = Vec::new();
        let mut ranges = Vec::new();
        for arm in &choice.arms {
            let first = *number + 1;
            if arm.steps.first().is_none_or(|s| s.text != arm.title) {
                arms.push(plain("arm", self.words(&arm.title)));
            }
            arms.extend(arm.steps.iter().map(|s| self.step(s, number)));
            match *number {
                last if last > first => ranges.push(format!("**{first}–{last}**")),
                last if last == first => ranges.push(format!("**{first}**")),
                _ => {}
            }
        }
        let mut items = vec![self.question(choice, &ranges.join(" / "))];
        items.append(&mut arms);
        items
    }

    fn question(&self, choice: &Choice, steps: &str) -> Value {
        let arity = match choice.arity {
            Arity::One => "runbook-choose-one",
            Arity::Any => "runbook-choose-any",
        };
        let question = self.words(&choice.question);
        let arity = escaped(&self.interface.text(arity));
        let parts = [arity.as_str(), question.as_str().unwrap_or_default(), steps];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        plain("choice", code(&parts.collect::<Vec<_>>().join(" ")))
    }

    fn guard(&self, guard: Option<&Guard>) -> Value {
        let Some(guard) = guard else {
            return Value::none();
        };
        let effect = match guard.effect {
            GuardEffect::OnlyIf if guard.text.is_empty() => "book-guard-said",
            GuardEffect::OnlyIf => "runbook-only-if",
            GuardEffect::SkipTo(_) => "runbook-skip-if",
        };
        record([
            ("text", self.words(&guard.text)),
            ("effect", Value::from(self.interface.text(effect))),
        ])
    }

    fn step(&self, step: &Step, number: &mut usize) -> Value {
        let deed = self.outline.deed(step);
        let is_note = matches!(deed, Deed::Note);
        *number += usize::from(!is_note);
        let wording = self.outline.wording(step);
        let corrected = wording.corrected.iter().map(|(found, value)| {
            let note = [("found", found.clone()), ("value", value.clone())];
            Value::from(clean(&self.interface.format("runbook-corrected", &note)))
        });
        let parameters = &self.outline.procedure.parameters;
        let output = |text: &str| cell::named(&with_parameters(text, parameters));
        let expected = step.expect.as_ref();
        let expected = expected.map(|e| fence(&output(&e.output), "text"));
        record([
            ("kind", Value::from(if is_note { "note" } else { "step" })),
            ("listed", Value::from(step.listed)),
            ("number", Value::from(*number)),
            ("id", code(&code_span(&step.id))),
            ("text", self.words(&step.text)),
            ("explanation", self.words(&step.explanation)),
            ("guard", self.guard(step.guard.as_ref())),
            ("corrected", Value::from(corrected.collect::<Vec<_>>())),
            ("source", Value::from(wording.source.map(|s| clean(&s)))),
            ("each", Value::from(self.each(step))),
            ("place", self.place(step)),
            (
                "code",
                Value::from(self.code(step, deed).map(|text| code(&text))),
            ),
            ("withheld", Value::from(self.withheld(deed))),
            ("marks", Value::from(self.marks(step, deed))),
            ("expected", Value::from(expected.map(|text| code(&text)))),
        ])
    }

    /// The machines that a step is done on, where that is each.
    fn each(&self, step: &Step) -> Option<String> {
        if step.hosts == Hosts::One {
            return None;
        }
        let mut roles = self.outline.procedure.roles.iter();
        Some(match roles.find(|r| Some(&r.id) == step.role.as_ref()) {
            Some(role) => {
                let role = [("role", role.name.clone())];
                clean(&self.interface.format("book-hosts-each-role", &role))
            }
            None => self.interface.text("book-hosts-each"),
        })
    }

    /// The file that is changed and the element that the lines go under.
    fn place(&self, step: &Step) -> Value {
        let Action::Edit(edit) = &step.action else {
            return Value::none();
        };
        let file = match (&edit.folder, self.outline.dialect) {
            (None, _) => edit.file.clone(),
            (Some(folder), Dialect::PowerShell) => format!("{folder}\\{}", edit.file),
            (Some(folder), Dialect::Bash) => format!("{folder}/{}", edit.file),
        };
        record([
            ("file", code(&code_span(&file))),
            (
                "parent",
                Value::from(edit.parent.as_ref().map(|p| code(&code_span(p)))),
            ),
        ])
    }

    fn code(&self, step: &Step, deed: &Deed<'_>) -> Option<String> {
        if matches!(deed, Deed::Withheld(_)) {
            return None;
        }
        match &step.action {
            Action::None => None,
            Action::Command(command) => {
                let is_bound = self.bound.contains(step.id.as_str());
                Some(cell::cell(step, command, deed, is_bound))
            }
            Action::Edit(edit) => Some(fence(&cell::named(&edit.pieces), edit.format.name())),
        }
    }

    fn withheld(&self, deed: &Deed<'_>) -> Option<String> {
        let Deed::Withheld(reason) = deed else {
            return None;
        };
        Some(self.interface.text(match reason {
            WithheldReason::Disputed => "runbook-withheld-disputed",
            WithheldReason::Characters => "runbook-withheld-characters",
            WithheldReason::Incomplete => "runbook-withheld-incomplete",
            WithheldReason::Substitution => "runbook-withheld-substitution",
        }))
    }

    /// Risk, scope, verification and shell of a step that does something.
    fn marks(&self, step: &Step, deed: &Deed<'_>) -> Vec<String> {
        if matches!(
            deed,
            Deed::Note | Deed::Manual | Deed::Check | Deed::Withheld(_)
        ) {
            return Vec::new();
        }
        let risk_key = format!("runbook-risk-{}", step.risk.name());
        let mut marks = vec![self.interface.text(&risk_key)];
        // How much is read alarms nobody.
        if step.risk > Risk::Read {
            let scope_key = format!("runbook-scope-{}", step.scope.name());
            marks.push(self.interface.text(&scope_key));
        }
        if let Some(level) = step.verification.level() {
            marks.push(self.interface.text(&format!("runbook-verified-{level}")));
        }
        let sessions = &self.outline.procedure.sessions;
        let session = sessions
            .iter()
            .find(|s| Some(&s.id) == step.session.as_ref());
        if let Some(session) = session {
            let shell = self.interface.text("runbook-shell");
            marks.push(format!("{shell}{}{}", gap(&shell), clean(&session.name)));
        }
        marks
    }
}

/// A record of an item that is no step.
fn plain(kind: &'static str, text: Value) -> Value {
    record([("kind", Value::from(kind)), ("text", text)])
}

/// Whether the literal between `before` and `after` stands in the brackets of an element.
fn is_element(before: &str, after: Option<&Piece>) -> bool {
    let closes = |piece: &Piece| matches!(piece, Piece::Words(w) if w.starts_with('>'));
    before.ends_with("\\<") && after.is_some_and(closes)
}

/// Whether a literal reads as prose and not as code.
fn is_prose(kind: LiteralKind) -> bool {
    use LiteralKind::{Number, ProductName, UiLabel, Version};
    matches!(kind, Number | ProductName | UiLabel | Version)
}

/// The variables of the template that are the program's own words.
const HEADINGS: &[(&str, &str)] = &[
    ("generated_note", "runbook-generated"),
    ("parameters_heading", "runbook-parameters"),
    ("parameter_heading", "runbook-parameter"),
    ("kind_heading", "runbook-kind"),
    ("sample_heading", "runbook-sample-heading"),
    ("sample_note", "runbook-sample-note"),
    ("goals_heading", "runbook-goals"),
    ("file_label", "runbook-file"),
    ("parent_label", "runbook-parent"),
    ("expected_label", "runbook-expected"),
    ("source_label", "runbook-source-text"),
    ("condition_label", "runbook-condition"),
    ("withheld_heading", "runbook-withheld-heading"),
    ("withheld_lost", "runbook-withheld-lost"),
];
