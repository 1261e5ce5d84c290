//! A procedure as a script goes through it: a flat list of moves per goal, and what a runbook does
//! at each step.

use std::collections::BTreeMap;

use super::wording::{Wording, wording};
use super::{Compiled, WithheldReason, bash, powershell};
use crate::l10n::Interface;
use crate::procedure::{
    self, Action, Arity, CodePiece, Command, FileEdit, Goal, Guard, GuardEffect, Hosts, Item,
    ParameterKind, Procedure, Step, StepKind, Task, Text,
};
use crate::shell::{Dialect, FileFormat};
use crate::source::Locale;

/// A procedure in one locale and one shell.
pub(super) struct Outline<'a> {
    pub(super) compiled: &'a Compiled,
    pub(super) procedure: &'a Procedure,
    pub(super) locale: &'a Locale,
    pub(super) dialect: Dialect,
    pub(super) deeds: &'a Deeds<'a>,
}

/// What a runbook does at each step, by the step's id; worked out once for all locales.
pub(super) type Deeds<'a> = BTreeMap<&'a str, Deed<'a>>;

/// What a runbook does at a step.
pub(super) enum Deed<'a> {
    /// Shows it.
    Note,
    /// Has a person do it.
    Manual,
    /// Has a person look and compare.
    Check,
    /// Runs this code, in which the parameters are variables.
    Run { command: &'a Command, code: String },
    /// Writes a whole file of text.
    Write(&'a FileEdit),
    /// Adds elements to an XML file.
    Merge {
        edit: &'a FileEdit,
        elements: Vec<Element>,
    },
    /// Shows this code, which another program must run.
    Elsewhere(&'a [CodePiece]),
    /// Says that it is withheld.
    Withheld(WithheldReason),
}

/// An XML element without content, to be added to a file or updated in it.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes with their values.
    pub attributes: Vec<(String, Vec<CodePiece>)>,
}

/// The shell that most commands of a procedure are for; none where there is nothing to run.
pub(super) fn dialect(procedure: &Procedure) -> Option<Dialect> {
    let mut counts: BTreeMap<Dialect, usize> = BTreeMap::new();
    for step in procedure.tasks.iter().flat_map(Task::steps) {
        let dialect = match &step.action {
            Action::Command(command) => command.dialect,
            Action::Edit(edit) if edit.format == FileFormat::Xml => Dialect::PowerShell,
            Action::Edit(_) => Dialect::Bash,
            Action::None => continue,
        };
        *counts.entry(dialect).or_default() += 1;
    }
    let most = counts
        .iter()
        .max_by_key(|(dialect, n)| (**n, std::cmp::Reverse(**dialect)));
    most.map(|(dialect, _)| *dialect)
}

/// What a runbook in `dialect` does at each step.
pub(super) fn deeds(procedure: &Procedure, dialect: Dialect) -> Deeds<'_> {
    let steps = procedure.tasks.iter().flat_map(Task::steps);
    steps
        .map(|step| (step.id.as_str(), deed(procedure, dialect, step)))
        .collect()
}

/// What a runbook in `dialect` does at one step.
pub(super) fn deed<'a>(procedure: &'a Procedure, dialect: Dialect, step: &'a Step) -> Deed<'a> {
    let disputed = |d: &&crate::procedure::Dispute| d.withheld.as_ref() == Some(&step.id);
    if procedure.disputed.iter().any(|d| disputed(&d)) {
        return Deed::Withheld(WithheldReason::Disputed);
    }
    match &step.action {
        Action::Command(command) => run(procedure, dialect, command),
        Action::Edit(edit) => change(dialect, edit),
        Action::None => match step.kind {
            StepKind::Note => Deed::Note,
            StepKind::Check => Deed::Check,
            _ => Deed::Manual,
        },
    }
}

fn run<'a>(procedure: &'a Procedure, dialect: Dialect, command: &'a Command) -> Deed<'a> {
    let code = match command.dialect {
        Dialect::PowerShell => powershell::substituted(command, &procedure.parameters),
        Dialect::Bash => bash::substituted(command),
    };
    match code {
        Err(reason) => Deed::Withheld(reason),
        Ok(_) if command.dialect != dialect => Deed::Elsewhere(&command.pieces),
        Ok(code) => Deed::Run { command, code },
    }
}

fn change(dialect: Dialect, edit: &FileEdit) -> Deed<'_> {
    let shown = [
        Some(&edit.content),
        Some(&edit.file),
        edit.folder.as_ref(),
        edit.parent.as_ref(),
    ];
    let refused = |text: &String| crate::shell::refuse::refused(text).is_some();
    if shown.into_iter().flatten().any(refused) {
        return Deed::Withheld(WithheldReason::Characters);
    }
    match (edit.format, dialect) {
        (FileFormat::Xml, Dialect::PowerShell) => match super::elements::elements(edit) {
            Some(elements) if edit.parent.is_some() => Deed::Merge { edit, elements },
            _ => Deed::Elsewhere(&edit.pieces),
        },
        (FileFormat::Xml, Dialect::Bash) => Deed::Elsewhere(&edit.pieces),
        // Lines that go under something are not a whole file.
        _ if edit.parent.is_some() => Deed::Elsewhere(&edit.pieces),
        // Of a file of keys below keys that lies somewhere, an article shows parts.
        (FileFormat::Yaml, _) if !edit.is_rooted() => Deed::Elsewhere(&edit.pieces),
        _ => Deed::Write(edit),
    }
}

impl<'a> Outline<'a> {
    /// The wording of a step in this locale.
    pub(super) fn wording(&self, step: &Step) -> Wording {
        let Compiled { article, canon, .. } = self.compiled;
        wording(article, canon, step, self.locale)
    }

    /// The title of a task: what stands before the first heading has that of the article.
    pub(super) fn task_title<'t>(&'t self, task: &'t Task) -> &'t Text {
        match task.title.is_empty() {
            true => &self.procedure.title,
            false => &task.title,
        }
    }

    /// What is said at a step that is done on each machine of its role.
    pub(super) fn each(&self, step: &Step, interface: &Interface) -> Option<String> {
        if step.hosts == Hosts::One {
            return None;
        }
        let role = self
            .procedure
            .roles
            .iter()
            .find(|r| Some(&r.id) == step.role.as_ref());
        Some(match role {
            Some(role) => interface.format("runbook-each-role", &[("role", role.name.clone())]),
            None => interface.text("runbook-each"),
        })
    }

    /// What a runbook does at a step.
    pub(super) fn deed(&self, step: &Step) -> &'a Deed<'a> {
        &self.deeds[step.id.as_str()]
    }

    /// The tasks of a goal in order.
    pub(super) fn tasks(&self, goal: &'a Goal) -> impl Iterator<Item = &'a Task> {
        let task = |id: &String| self.procedure.tasks.iter().find(|t| t.id == *id);
        goal.tasks.iter().filter_map(task)
    }

    /// The tasks that some goal has, in the procedure's order.
    pub(super) fn used_tasks(&self) -> impl Iterator<Item = &'a Task> {
        let goals = &self.procedure.goals;
        let used = |task: &&Task| goals.iter().any(|g| g.tasks.contains(&task.id));
        self.procedure.tasks.iter().filter(used)
    }

    /// What a script does for a goal, in order.
    ///
    /// `task ID GUARD [TARGET]`, `step ID`, `choice ID one|any ARM…`, `arm CHOICE ARM`, `end`.
    pub(super) fn moves(&self, goal: &'a Goal) -> Vec<String> {
        let mut moves = Vec::new();
        let tasks: Vec<&Task> = self.tasks(goal).collect();
        for (i, task) in tasks.iter().enumerate() {
            let later = |id: &str| tasks[i + 1..].iter().any(|t| t.id == id);
            moves.push(format!(
                "task {} {}",
                task.id,
                effect(task.guard.as_ref(), later)
            ));
            for item in &task.items {
                match item {
                    Item::Step(step) => moves.push(format!("step {}", step.id)),
                    Item::Choice(choice) => {
                        let arity = match choice.arity {
                            Arity::One => "one",
                            Arity::Any => "any",
                        };
                        let arms = choice.arms.iter().map(|a| format!(" {}", a.id));
                        let arms: String = arms.collect();
                        moves.push(format!("choice {} {arity}{arms}", choice.id));
                        for arm in &choice.arms {
                            moves.push(format!("arm {}", arm.id));
                            moves.extend(arm.steps.iter().map(|s| format!("step {}", s.id)));
                        }
                        moves.push("end".to_owned());
                    }
                }
            }
        }
        moves
    }

    /// Ids of the parameters that a goal cannot do without: those of steps that no choice and no
    /// condition can leave out, in order of first use. Those that a step of the goal shows come
    /// second.
    pub(super) fn needs(&self, goal: &'a Goal) -> (Vec<String>, Vec<String>) {
        let sure = |task: &&&Task| task.guard.is_none();
        let mut needed: Vec<String> = Vec::new();
        let tasks: Vec<&Task> = self.tasks(goal).collect();
        for task in tasks.iter().filter(|t| sure(t)) {
            for item in &task.items {
                let Item::Step(step) = item else { continue };
                let unsure = step.guard.is_some();
                let ids = if unsure {
                    Vec::new()
                } else {
                    self.parameters(step)
                };
                needed.extend(ids);
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        needed.retain(|id| seen.insert(id.clone()));
        let steps: Vec<&Step> = tasks.iter().flat_map(|t| t.steps()).collect();
        let shown = |id: &String| steps.iter().any(|s| s.supplies.contains(id));
        needed.into_iter().partition(|id| !shown(id))
    }

    /// The parameters whose values a step shows, each with the property that they stand in, where
    /// that is known. A secret is never offered.
    pub(super) fn offers(&self, step: &Step) -> Vec<(String, Option<String>)> {
        let Deed::Run { command, .. } = self.deed(step) else {
            return Vec::new();
        };
        let parameters = &self.procedure.parameters;
        let is_open = |id: &&String| {
            let mut own = parameters.iter().filter(|p| p.id == **id);
            own.all(|p| p.kind != ParameterKind::Secret)
        };
        let shown = step.supplies.iter().filter(is_open);
        shown
            .map(|id| (id.clone(), procedure::shown_property(command, id)))
            .collect()
    }

    /// Ids of the parameters that a step needs before it is done, each once, in order.
    pub(super) fn parameters(&self, step: &'a Step) -> Vec<String> {
        let mut pieces: Vec<CodePiece> = Vec::new();
        match self.deed(step) {
            Deed::Run { command, .. } => pieces.extend(command.pieces.iter().cloned()),
            Deed::Write(edit) | Deed::Merge { edit, .. } => {
                pieces.extend(edit.pieces.iter().cloned());
            }
            Deed::Elsewhere(shown) => pieces.extend(shown.iter().cloned()),
            _ => {}
        }
        if let Some(expect) = &step.expect {
            pieces.extend(super::texts::with_parameters(
                &expect.output,
                &self.procedure.parameters,
            ));
        }
        let mut ids: Vec<String> = Vec::new();
        for piece in pieces {
            if let CodePiece::Parameter { id, .. } = piece
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }
}

/// A guard for the list of moves.
fn effect(guard: Option<&Guard>, is_later: impl Fn(&str) -> bool) -> String {
    match guard.map(|g| &g.effect) {
        None => "always".to_owned(),
        Some(GuardEffect::OnlyIf) => "only-if".to_owned(),
        // A target that the goal does not come to would skip all that is left: it skips the task.
        Some(GuardEffect::SkipTo(Some(id))) if is_later(id) => format!("skip-if {id}"),
        Some(GuardEffect::SkipTo(_)) => "skip-if".to_owned(),
    }
}

/// The effect of a step's guard, for which no target is known.
pub(super) fn step_effect(step: &Step) -> String {
    effect(step.guard.as_ref(), |_| false)
}
