//! Procedures as a tree for people: goals, their tasks, steps with what they do.

use std::io::{self, Write};

use super::json::template;
use crate::l10n::{Interface, gap};
use crate::procedure::review::FILE_NAME;
use crate::procedure::{
    Action, Arity, Choice, Finding, Goal, Guard, GuardEffect, Hosts, Item, Parameter, Piece,
    Procedure, Step, StepKind, Task, Text, Verification,
};
use crate::shell::{Risk, Scope};

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const CYAN: &str = "\u{1b}[36m";
const YELLOW: &str = "\u{1b}[33m";
const RED: &str = "\u{1b}[31m";
const RESET: &str = "\u{1b}[0m";

/// Longest text of a step in the tree, in characters; the runbook has the whole.
const LONGEST: usize = 240;

/// Writes procedures as a tree in the language of `interface`, with styles that the caller strips
/// where they are not wanted.
pub fn human(
    procedures: &[Procedure],
    interface: &Interface,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (index, procedure) in procedures.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let mut tree = Tree {
            procedure,
            interface,
            out: &mut *out,
        };
        tree.procedure()?;
    }
    Ok(())
}

struct Tree<'a> {
    procedure: &'a Procedure,
    interface: &'a Interface,
    out: &'a mut dyn Write,
}

impl<'a> Tree<'a> {
    fn say(&self, id: &str) -> String {
        self.interface.text(id)
    }

    /// A label with the colon of its language behind it, and a space where the colon has none.
    fn label(&self, id: &str) -> String {
        self.labelled(self.say(id))
    }

    fn labelled(&self, label: String) -> String {
        let label = self.interface.format("plan-label", &[("label", label)]);
        format!("{label}{}", gap(&label))
    }

    fn words(&self, text: &Text) -> String {
        let wording = text.wording(self.interface.locale());
        let pieces = wording.map(|(_, pieces)| pieces).unwrap_or_default();
        safe(&pieces.iter().map(Piece::as_str).collect::<String>())
    }

    fn line(&mut self, depth: usize, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}{text}", "  ".repeat(depth))
    }

    fn procedure(&mut self) -> io::Result<()> {
        let procedure = self.procedure;
        let title = self.words(&procedure.title);
        let id = safe(&procedure.id);
        self.line(0, &format!("{BOLD}{title}{RESET} {DIM}{id}{RESET}"))?;
        if procedure.goals.is_empty() {
            let none = self.say("plan-nothing");
            self.line(1, &none)?;
        }
        self.parameters()?;
        let mut shown: Vec<&str> = Vec::new();
        for goal in &procedure.goals {
            self.goal(goal)?;
            shown.extend(goal.tasks.iter().map(String::as_str));
        }
        for task in procedure
            .tasks
            .iter()
            .filter(|t| !shown.contains(&t.id.as_str()))
        {
            self.task(task)?;
        }
        self.disputes()?;
        self.findings()
    }

    fn findings(&mut self) -> io::Result<()> {
        let procedure = self.procedure;
        if procedure.findings.is_empty() {
            return Ok(());
        }
        let heading = self.say("plan-findings");
        writeln!(self.out)?;
        self.line(1, &format!("{BOLD}{heading}{RESET}"))?;
        for finding in &procedure.findings {
            let words = finding_words(procedure, finding, self.interface);
            self.line(2, &format!("{YELLOW}!{RESET} {}", safe(&words)))?;
            for (label, text) in finding
                .change
                .iter()
                .flat_map(|(old, new)| [("plan-finding-old", old), ("plan-finding-new", new)])
            {
                let label = self.label(label);
                if !text.is_empty() {
                    self.line(3, &format!("{DIM}{label}{}{RESET}", short(&safe(text))))?;
                }
            }
        }
        Ok(())
    }

    fn parameters(&mut self) -> io::Result<()> {
        let parameters: &'a [Parameter] = &self.procedure.parameters;
        if parameters.is_empty() {
            return Ok(());
        }
        let heading = self.say("plan-parameters");
        self.line(1, &format!("{BOLD}{heading}{RESET}"))?;
        for parameter in parameters {
            let sample = [("value", safe(&parameter.sample))];
            let sample = self.interface.format("plan-sample", &sample);
            let kind = self.say(&format!("book-parameter-{}", parameter.kind.name()));
            let shown = match &parameter.discovered_by {
                Some(step) => {
                    let step = [("step", self.position(step))];
                    format!(" · {}", self.interface.format("plan-discovered", &step))
                }
                None => String::new(),
            };
            let id = &parameter.id;
            self.line(2, &format!("{CYAN}{id}{RESET}  {kind} · {sample}{shown}"))?;
        }
        Ok(())
    }

    fn goal(&mut self, goal: &'a Goal) -> io::Result<()> {
        let title = self.words(&goal.title);
        let label = self.label("plan-goal");
        let mut notes = vec![goal.id.clone()];
        notes.extend(goal.default.then(|| self.say("plan-default")));
        if !goal.excludes.is_empty() {
            let label = self.say("book-goal-excludes");
            notes.push(format!("{label} {}", goal.excludes.join(", ")));
        }
        let notes = notes.join(" · ");
        writeln!(self.out)?;
        self.line(
            1,
            &format!("{BOLD}{label}{title}{RESET} {DIM}({notes}){RESET}"),
        )?;
        for id in &goal.tasks {
            if let Some(task) = self.procedure.tasks.iter().find(|t| t.id == *id) {
                self.task(task)?;
            }
        }
        Ok(())
    }

    fn task(&mut self, task: &'a Task) -> io::Result<()> {
        let title = match task.title.is_empty() {
            true => self.words(&self.procedure.title),
            false => self.words(&task.title),
        };
        let kind = self.say(&format!("book-task-{}", task.kind.name()));
        let number = self.task_number(&task.id);
        writeln!(self.out)?;
        self.line(
            2,
            &format!(
                "{BOLD}{number}. {title}{RESET} {DIM}({kind} · {}){RESET}",
                task.id
            ),
        )?;
        if let Some(of) = &task.inverse_of {
            let label = self.label("book-task-undoes");
            let number = self.task_number(of);
            self.line(3, &format!("{label}{number}"))?;
        }
        if let Some(guard) = &task.guard {
            self.guard(guard, 3)?;
        }
        for (index, item) in task.items.iter().enumerate() {
            let number = format!("{number}.{}", index + 1);
            match item {
                Item::Step(step) => self.step(step, &number, 3)?,
                Item::Choice(choice) => self.choice(choice, &number)?,
            }
        }
        Ok(())
    }

    fn guard(&mut self, guard: &Guard, depth: usize) -> io::Result<()> {
        let text = short(&self.words(&guard.text));
        let label = match &guard.effect {
            GuardEffect::OnlyIf if text.is_empty() => {
                let label = self.say("book-guard-said");
                return self.line(depth, &format!("{YELLOW}? {label}{RESET}"));
            }
            GuardEffect::OnlyIf => self.say("book-guard-only-if"),
            GuardEffect::SkipTo(Some(to)) => {
                let number = [("task", self.task_number(to))];
                self.interface.format("plan-skip-to", &number)
            }
            GuardEffect::SkipTo(None) => self.say("book-guard-skip-if"),
        };
        let label = self.labelled(label);
        self.line(depth, &format!("{YELLOW}? {label}{RESET}{text}"))
    }

    fn choice(&mut self, choice: &'a Choice, number: &str) -> io::Result<()> {
        let label = match choice.arity {
            Arity::One => self.say("book-choice-one"),
            Arity::Any => self.say("book-choice-any"),
        };
        let question = short(&self.words(&choice.question));
        self.line(3, &format!("{number} {BOLD}{label}{RESET}  {question}"))?;
        for (arm, letter) in choice.arms.iter().zip('a'..) {
            let number = format!("{number}{letter}");
            if let [step] = arm.steps.as_slice() {
                self.step(step, &number, 4)?;
                continue;
            }
            let title = short(&self.words(&arm.title));
            self.line(4, &format!("{number} {BOLD}{title}{RESET}"))?;
            for (step, count) in arm.steps.iter().zip(1..) {
                self.step(step, &format!("{number}.{count}"), 5)?;
            }
        }
        Ok(())
    }

    fn step(&mut self, step: &'a Step, number: &str, depth: usize) -> io::Result<()> {
        let text = short(&self.words(&step.text));
        let kind = self.say(&format!("book-step-{}", step.kind.name()));
        let facts = self.facts(step);
        let style = if step.kind == StepKind::Note {
            DIM
        } else {
            BOLD
        };
        self.line(depth, &format!("{number} {style}{kind}{RESET}{facts}"))?;
        if let Some(guard) = &step.guard {
            self.guard(guard, depth + 1)?;
        }
        if !text.is_empty() {
            self.line(depth + 1, &text)?;
        }
        self.action(step, depth + 1)?;
        let explanation = short(&self.words(&step.explanation));
        if !explanation.is_empty() {
            self.line(depth + 1, &explanation)?;
        }
        if let Some(expect) = &step.expect {
            let label = self.label("book-expect");
            self.line(depth + 1, label.trim_end())?;
            self.code(&expect.output, DIM, depth + 2)?;
        }
        if !step.supplies.is_empty() {
            let label = self.label("book-supplies");
            let names = step.supplies.join(&self.say("render-separator"));
            self.line(depth + 1, &format!("{label}{CYAN}{names}{RESET}"))?;
        }
        Ok(())
    }

    /// Risk, scope, place and verification of a step, where there is something to say.
    fn facts(&self, step: &Step) -> String {
        let mut facts = Vec::new();
        let acts = step.action != Action::None || step.verification != Verification::NotApplicable;
        if acts || step.risk >= Risk::Interrupt {
            let risk = self.say(&format!("book-risk-{}", step.risk.name()));
            facts.push(match step.risk {
                Risk::None | Risk::Read => risk,
                Risk::Change => format!("{YELLOW}{risk}{RESET}"),
                Risk::Interrupt | Risk::Destructive | Risk::Unknown => {
                    format!("{RED}{risk}{RESET}")
                }
            });
        }
        if acts && step.scope != Scope::One {
            facts.push(self.say(&format!("book-scope-{}", step.scope.name())));
        }
        facts.extend(self.hosts(step));
        let sessions = &self.procedure.sessions;
        let session = sessions
            .iter()
            .find(|s| Some(&s.id) == step.session.as_ref());
        facts.extend(session.map(|s| s.name.clone()));
        if let Some(level) = step.verification.level() {
            let level = [("level", level.to_string())];
            facts.push(self.interface.format("plan-verified", &level));
        }
        match facts.is_empty() {
            true => String::new(),
            false => format!("  {}", facts.join(" · ")),
        }
    }

    /// The machines that a step is done on, where no shell says it.
    fn hosts(&self, step: &Step) -> Option<String> {
        let mut roles = self.procedure.roles.iter();
        let role = roles.find(|r| Some(&r.id) == step.role.as_ref());
        match (step.hosts, role) {
            (Hosts::Each, Some(role)) => {
                let role = [("role", role.name.clone())];
                let each = self.interface.format("book-hosts-each-role", &role);
                Some(format!("{YELLOW}{each}{RESET}"))
            }
            (Hosts::Each, None) => {
                let each = self.say("book-hosts-each");
                Some(format!("{YELLOW}{each}{RESET}"))
            }
            (Hosts::One, role) => role
                .filter(|_| step.session.is_none())
                .map(|r| r.name.clone()),
        }
    }

    fn action(&mut self, step: &Step, depth: usize) -> io::Result<()> {
        match &step.action {
            Action::None => Ok(()),
            Action::Command(command) => self.code(&template(&command.pieces), CYAN, depth + 1),
            Action::Edit(edit) => {
                let place = [edit.folder.as_deref(), Some(edit.file.as_str())];
                let place: Vec<String> = place.into_iter().flatten().map(safe).collect();
                let file = self.label("book-edit-file");
                self.line(depth, &format!("{file}{}", place.join(" > ")))?;
                if let Some(parent) = &edit.parent {
                    let label = self.label("book-edit-parent");
                    self.line(depth, &format!("{label}<{}>", safe(parent)))?;
                }
                self.code(&template(&edit.pieces), CYAN, depth + 1)
            }
        }
    }

    fn code(&mut self, code: &str, style: &str, depth: usize) -> io::Result<()> {
        for line in code.trim_end().lines() {
            self.line(depth, &format!("{style}{}{RESET}", safe(line)))?;
        }
        Ok(())
    }

    fn disputes(&mut self) -> io::Result<()> {
        let withheld = self
            .procedure
            .disputed
            .iter()
            .filter_map(|d| Some((d, d.withheld.as_ref()?)));
        for (dispute, step) in withheld {
            let label = self.say("book-withheld-title");
            let position = self.position(step);
            writeln!(self.out)?;
            self.line(1, &format!("{RED}{label}{RESET} {position}"))?;
            for candidate in &dispute.candidates {
                self.code(candidate, DIM, 2)?;
            }
        }
        Ok(())
    }

    fn task_number(&self, id: &str) -> String {
        task_number(self.procedure, id)
    }

    fn position(&self, step: &str) -> String {
        position(self.procedure, step)
    }
}

/// What a finding says, in the words of an interface.
pub fn finding_words(procedure: &Procedure, finding: &Finding, interface: &Interface) -> String {
    let place = |id: &String| match position(procedure, id) {
        // What is no step goes by its id.
        place if place == *id => id.clone(),
        place => format!("{place} ({id})"),
    };
    let mut parts = finding.parts.iter().map(place);
    let message = format!("plan-finding-{}", finding.kind.name());
    let words = interface.format(
        &message,
        &[
            ("first", parts.next().unwrap_or_default()),
            ("second", parts.next().unwrap_or_default()),
            ("value", finding.value.clone()),
        ],
    );
    match finding.line {
        Some(line) => format!("{FILE_NAME}:{line}: {words}"),
        None => words,
    }
}

/// The number of a task as it is shown: its place in the procedure, from 1.
fn task_number(procedure: &Procedure, id: &str) -> String {
    let index = procedure.tasks.iter().position(|t| t.id == id);
    index.map_or_else(|| id.to_owned(), |i| (i + 1).to_string())
}

/// The number of a step as it is shown: `3.2`, or `3.2a` in a choice.
fn position(procedure: &Procedure, step: &str) -> String {
    for (number, task) in (1..).zip(&procedure.tasks) {
        for (index, item) in (1..).zip(&task.items) {
            match item {
                Item::Step(s) if s.id == step => return format!("{number}.{index}"),
                Item::Step(_) => {}
                Item::Choice(choice) => {
                    for (arm, letter) in choice.arms.iter().zip('a'..) {
                        if arm.steps.iter().any(|s| s.id == step) {
                            return format!("{number}.{index}{letter}");
                        }
                    }
                }
            }
        }
    }
    step.to_owned()
}

/// Text on one line, cut where it is long.
fn short(text: &str) -> String {
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(LONGEST) {
        words.truncate(end);
        words.push('…');
    }
    words
}

/// Text without the characters that drive a terminal or hide what stands there.
fn safe(text: &str) -> String {
    let hides = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars()
        .map(|c| if hides(c) { '\u{fffd}' } else { c })
        .collect()
}
