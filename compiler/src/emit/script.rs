//! What the scripts of both shells have in common: the table of texts, the goals with their moves,
//! and the facts of each step. Only code differs between them.

use std::collections::BTreeSet;

use tera::{Context, Value};

use super::engine::{code, record};
use super::outline::{Deed, Element, Outline, step_effect};
use super::rights::needs_rights;
use super::texts::{Texts, title, with_parameters};
use super::{bash, digest, powershell};
use crate::l10n::Interface;
use crate::procedure::{Action, Command, FileEdit, Goal, Guard, GuardEffect, Item, Step, Task};
use crate::shell::Dialect;

/// How a shell writes a list of parameters.
type Names = fn(&[String]) -> Vec<Value>;

/// A script in the making.
pub(super) struct Script<'a> {
    outline: &'a Outline<'a>,
    interface: Interface,
    texts: Texts,
    names: Names,
    goals: Vec<Value>,
    steps: Vec<Value>,
}

impl<'a> Script<'a> {
    /// Collects everything that the template of a shell needs.
    pub(super) fn new(outline: &'a Outline<'a>, names: Names) -> Self {
        let mut script = Script {
            outline,
            interface: Interface::new(outline.locale),
            texts: Texts::default(),
            names,
            goals: Vec::new(),
            steps: Vec::new(),
        };
        script.texts.interface(&script.interface);
        let heading = title(outline, &outline.procedure.title);
        script.texts.words("title", &heading);
        script.parameters();
        outline.procedure.sessions.iter().for_each(|s| {
            script.texts.words(format!("session.{}", s.id), &s.name);
        });
        outline.procedure.roles.iter().for_each(|r| {
            script.texts.words(format!("role.{}", r.id), &r.name);
        });
        outline.procedure.goals.iter().for_each(|g| script.goal(g));
        outline.used_tasks().for_each(|t| script.task(t));
        script
    }

    /// The variables of the template that do not depend on the shell.
    pub(super) fn context(&self) -> Context {
        let mut context = Context::new();
        let procedure = self.outline.procedure;
        context.insert("id", &procedure.id);
        context.insert("locale", &self.outline.locale.to_string());
        context.insert("version", env!("CARGO_PKG_VERSION"));
        context.insert("digest", &digest::of_commands(procedure));
        context.insert_value("texts", self.texts.value(str::to_owned));
        let steps = procedure.tasks.iter().flat_map(Task::steps);
        let roles: BTreeSet<&str> = steps.filter_map(|s| s.role.as_deref()).collect();
        context.insert("roles", &roles);
        context.insert_value("goals", Value::from(self.goals.clone()));
        context.insert_value("steps", Value::from(self.steps.clone()));
        context
    }

    /// The table of texts for a template, each as `write` has it.
    pub(super) fn texts(&self, write: impl Fn(&str) -> String) -> Value {
        self.texts.value(write)
    }

    fn parameters(&mut self) {
        for parameter in &self.outline.procedure.parameters {
            let key = format!("parameter.{}", parameter.id);
            self.texts.words(key, &parameter.sample);
            if let Some(pattern) = &parameter.pattern {
                let key = format!("pattern.{}", parameter.id);
                self.texts.data(key, &format!("^({pattern})$"));
            }
            let about = title(self.outline, &parameter.description);
            if !about.is_empty() {
                self.texts.words(format!("about.{}", parameter.id), &about);
            }
        }
    }

    fn goal(&mut self, goal: &'a Goal) {
        let text = title(self.outline, &goal.title);
        self.texts.words(format!("goal.{}", goal.id), &text);
        let (asked, shown) = self.outline.needs(goal);
        let moves = self.outline.moves(goal);
        self.goals.push(record([
            ("id", Value::from(goal.id.as_str())),
            ("is_default", Value::from(goal.default)),
            ("moves", Value::from(moves)),
            ("asked", Value::from((self.names)(&asked))),
            ("shown", Value::from((self.names)(&shown))),
        ]));
    }

    fn task(&mut self, task: &'a Task) {
        let key = format!("task.{}", task.id);
        let text = title(self.outline, self.outline.task_title(task));
        self.texts.words(&key, &text);
        self.guard(&key, task.guard.as_ref());
        for item in &task.items {
            match item {
                Item::Step(step) => self.step(step),
                Item::Choice(choice) => {
                    let key = format!("choice.{}", choice.id);
                    let text = title(self.outline, &choice.question);
                    self.texts.words(&key, &text);
                    for arm in &choice.arms {
                        let text = title(self.outline, &arm.title);
                        self.texts.words(format!("{key}.{}", arm.id), &text);
                        arm.steps.iter().for_each(|s| self.step(s));
                    }
                }
            }
        }
    }

    fn guard(&mut self, key: &str, guard: Option<&Guard>) {
        let Some(guard) = guard else { return };
        let text = title(self.outline, &guard.text);
        self.texts.words(format!("{key}.if"), &text);
        let effect = match guard.effect {
            GuardEffect::OnlyIf => "runbook-only-if",
            GuardEffect::SkipTo(_) => "runbook-skip-if",
        };
        let effect = self.interface.text(effect);
        self.texts.words(format!("{key}.effect"), &effect);
    }

    fn step(&mut self, step: &'a Step) {
        let key = format!("step.{}", step.id);
        let wording = self.outline.wording(step);
        self.texts.wording(&key, &wording, &self.interface);
        self.guard(&key, step.guard.as_ref());
        if let Some(each) = self.outline.each(step, &self.interface) {
            self.texts.words(format!("{key}.each"), &each);
        }
        let deed = self.outline.deed(step);
        let (shown, edit, elements) = self.shown(step, deed);
        let commands = match deed {
            Deed::Run { command, .. } => command.script.pipelines.iter(),
            _ => [].iter(),
        };
        let commands = commands.flat_map(|p| &p.commands);
        let mut commands: Vec<&str> = commands.filter_map(|i| i.name.value.as_deref()).collect();
        commands.retain(|name| !name.is_empty() && name.is_ascii());
        let keeps = matches!(deed, Deed::Run { command, .. } if keeps_state(command));
        let session = match deed {
            Deed::Run { .. } => step.session.as_deref().unwrap_or_default(),
            _ => "",
        };
        let function = match deed {
            Deed::Run { code: text, .. } => code(text),
            _ => Value::none(),
        };
        let expect = self.expected(step);
        let offers = self.offers(step);
        let touched = match deed {
            Deed::Run { command, .. } => powershell::touched(command, self.outline.procedure),
            _ => None,
        };
        let verified = step.verification.level().map(|level| level.to_string());
        let matching = step
            .expect
            .as_ref()
            .map(|e| e.matching)
            .unwrap_or_default()
            .name();
        self.steps.push(record([
            ("id", Value::from(step.id.as_str())),
            ("function", Value::from(step.id.replace('-', "_"))),
            ("deed", Value::from(name(deed))),
            ("kind", Value::from(step.kind.name())),
            ("risk", Value::from(step.risk.name())),
            ("scope", Value::from(step.scope.name())),
            ("guard", Value::from(step_effect(step))),
            ("session", Value::from(session)),
            (
                "role",
                Value::from(step.role.as_deref().unwrap_or_default()),
            ),
            ("program", Value::from(program(step).unwrap_or_default())),
            ("keeps", Value::from(keeps)),
            ("verified", Value::from(verified.unwrap_or_default())),
            ("offers", Value::from(offers)),
            ("elevated", Value::from(needs_rights(step, deed))),
            ("touched", touched.map_or(Value::none(), |text| code(&text))),
            ("code", function),
            ("commands", Value::from(commands)),
            (
                "needs",
                Value::from((self.names)(&self.outline.parameters(step))),
            ),
            ("supplies", Value::from((self.names)(&step.supplies))),
            ("shown", shown),
            ("edit", edit),
            ("elements", elements),
            ("expect", Value::from(expect)),
            ("matching", Value::from(matching)),
        ]));
    }

    /// The texts of what is run or written: the parameters of the code that is shown, the record
    /// of a file, the elements that go into it.
    fn shown(&mut self, step: &Step, deed: &Deed<'_>) -> (Value, Value, Value) {
        let key = format!("shown.{}", step.id);
        let ids = match deed {
            Deed::Run { command, .. } => self.texts.joined(&key, &command.pieces),
            Deed::Write(edit) | Deed::Merge { edit, .. } => self.texts.joined(&key, &edit.pieces),
            Deed::Elsewhere(pieces) => self.texts.joined(&key, pieces),
            Deed::Note | Deed::Manual | Deed::Check | Deed::Withheld(_) => {
                return (Value::none(), Value::none(), Value::none());
            }
        };
        let edit = match &step.action {
            Action::Edit(edit) => self.edit(&step.id, edit),
            _ => Value::none(),
        };
        let elements = match deed {
            Deed::Merge { elements, .. } => self.elements(&step.id, elements),
            _ => Value::none(),
        };
        (Value::from((self.names)(&ids)), edit, elements)
    }

    fn edit(&mut self, id: &str, edit: &FileEdit) -> Value {
        let separator = match self.outline.dialect {
            Dialect::PowerShell => "\\",
            Dialect::Bash => "/",
        };
        let path = match &edit.folder {
            Some(folder) => {
                let folder = folder.trim_end_matches(['/', '\\']);
                format!("{folder}{separator}{}", edit.file)
            }
            None => edit.file.clone(),
        };
        self.texts.data(format!("path.{id}"), &path);
        self.texts.data(
            format!("parent.{id}"),
            edit.parent.as_deref().unwrap_or_default(),
        );
        Value::from(true)
    }

    fn elements(&mut self, id: &str, elements: &[Element]) -> Value {
        let mut values = Vec::new();
        for (i, element) in elements.iter().enumerate() {
            let mut attributes = Vec::new();
            for (n, (name, pieces)) in element.attributes.iter().enumerate() {
                let key = format!("value.{id}.{i}.{n}");
                let ids = self.texts.joined(&key, pieces);
                attributes.push(record([
                    ("name", Value::from(name.as_str())),
                    ("key", Value::from(key)),
                    ("parameters", Value::from((self.names)(&ids))),
                ]));
            }
            values.push(record([
                ("name", Value::from(element.name.as_str())),
                ("attributes", Value::from(attributes)),
            ]));
        }
        Value::from(values)
    }

    /// What is said before the values that a step shows, and the property that they stand in.
    fn offers(&mut self, step: &Step) -> Vec<Value> {
        let mut values = Vec::new();
        for (id, property) in self.outline.offers(step) {
            let about = offer(&self.interface, property.as_deref());
            self.texts.words(format!("offer.{}.{id}", step.id), &about);
            values.push(record([
                ("id", Value::from(id)),
                ("property", Value::from(property.unwrap_or_default())),
            ]));
        }
        values
    }

    fn expected(&mut self, step: &Step) -> Vec<Value> {
        let Some(expect) = &step.expect else {
            return Vec::new();
        };
        let lines = expect
            .output
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty());
        let mut values = Vec::new();
        for (i, line) in lines.enumerate() {
            let key = format!("expect.{}.{i}", step.id);
            let line = super::message::clean(line);
            let pieces = with_parameters(&line, &self.outline.procedure.parameters);
            let ids = self.texts.joined(&key, &pieces);
            values.push(record([
                ("key", Value::from(key)),
                ("parameters", Value::from((self.names)(&ids))),
            ]));
        }
        values
    }
}

/// What is said before the values that a look-up showed.
pub(super) fn offer(interface: &Interface, property: Option<&str>) -> String {
    match property {
        Some(property) => {
            let property = [("property", property.to_owned())];
            interface.format("runbook-offered", &property)
        }
        None => interface.text("runbook-offered-lines"),
    }
}

/// Whether later commands depend on what this one leaves in its shell.
pub(super) fn keeps_state(command: &Command) -> bool {
    match command.dialect {
        Dialect::PowerShell => powershell::keeps_state(command),
        Dialect::Bash => bash::keeps_state(command),
    }
}

/// The first command of a step, where it is a constant: the shell must know it for the step to be
/// begun.
pub(super) fn program(step: &Step) -> Option<String> {
    let Action::Command(command) = &step.action else {
        return None;
    };
    let first = command.script.invocations().next()?.command();
    let is_plain = !first.is_empty() && first.is_ascii() && !first.starts_with('~');
    is_plain.then(|| first.to_owned())
}

fn name(deed: &Deed<'_>) -> &'static str {
    match deed {
        Deed::Note => "note",
        Deed::Manual => "manual",
        Deed::Check => "check",
        Deed::Run { .. } => "run",
        Deed::Write(_) => "write",
        Deed::Merge { .. } => "merge",
        Deed::Elsewhere(_) => "elsewhere",
        Deed::Withheld(_) => "withheld",
    }
}
