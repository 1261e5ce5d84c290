//! A procedure in one locale as a runner goes through it: plain data, with the code of each step
//! ready to be run, and every text made fit to be shown.
//!
//! It says the same as a script of that locale, but each command is for the shell that it was
//! written in: a runner can have several.

use std::collections::BTreeMap;

use super::outline::{self, Deeds, Outline};
use super::rights::needs_rights;
use super::texts::{title, with_parameters};
use super::{Compiled, WithheldReason, bash, digest, message, powershell, script};
use crate::l10n::Interface;
use crate::procedure::{
    self, Action, Arity, CodePiece, FileEdit, GuardEffect, Item, Matching, Parameter, Procedure,
    Risk, Scope, StepKind, Task as Section, TaskKind, Verification,
};
use crate::shell::{Dialect, FileFormat};
use crate::source::Locale;

pub use super::outline::Element;

/// A procedure in one locale.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Id of the article.
    pub id: String,
    /// The language of its texts.
    pub locale: Locale,
    /// The digest of all that it does: a journal is resumed only by what does the same.
    pub digest: String,
    /// Its title.
    pub title: String,
    /// What can be reached.
    pub goals: Vec<Goal>,
    /// What the operator must supply.
    pub parameters: Vec<Value>,
    /// The shells that commands run in, by id.
    pub sessions: BTreeMap<String, Session>,
    /// The names of the kinds of hosts, by id.
    pub roles: BTreeMap<String, String>,
    /// All tasks that some goal has.
    pub tasks: Vec<Task>,
}

/// What can be reached.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether it is the one that the article is about.
    pub default: bool,
    /// Ids of its tasks in order.
    pub tasks: Vec<String>,
    /// Parameters that it cannot do without and that no step of it shows.
    pub asked: Vec<String>,
    /// Parameters that it cannot do without and that a step of it shows.
    pub shown: Vec<String>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its id.
    pub id: String,
    /// Its name in the scripts, as a variable of bash.
    pub variable: String,
    /// Its name in the scripts, as a variable of PowerShell.
    pub property: String,
    /// Its kind.
    pub kind: procedure::ParameterKind,
    /// The regular expression that a value must match as a whole.
    pub pattern: String,
    /// What a person says that a value must look like, beside that.
    pub shape: Option<String>,
    /// What it is, in a person's words.
    pub description: String,
    /// The article's sample.
    pub sample: String,
}

/// A shell that commands run in.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its name.
    pub name: String,
    /// Its language.
    pub dialect: Dialect,
}

/// A section.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it is done.
    pub guard: Option<Guard>,
    /// Id of the task that it undoes.
    pub inverse_of: Option<String>,
    /// Steps and choices in order.
    pub entries: Vec<Entry>,
}

/// A member of a task.
#[derive(Clone, Debug)]
pub enum Entry {
    /// One thing to do or know.
    Step(Box<Step>),
    /// A decision between arms.
    Choice(Choice),
}

/// A decision between arms.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub question: String,
    /// How many arms are taken.
    pub arity: Arity,
    /// The arms.
    pub arms: Vec<Arm>,
}

/// One way of a choice.
#[derive(Clone, Debug)]
pub struct Arm {
    /// Its id.
    pub id: String,
    /// What it means.
    pub title: String,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// A condition that a person answers.
#[derive(Clone, Debug)]
pub struct Guard {
    /// The condition.
    pub text: String,
    /// What follows from it.
    pub effect: GuardEffect,
}

/// One thing to do or to know.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: StepKind,
    /// What to do.
    pub text: String,
    /// What else is said of it.
    pub explanation: String,
    /// What was put right in the translation, each as a sentence.
    pub corrected: Vec<String>,
    /// The text of another language, where this one lacks something.
    pub source: Option<String>,
    /// When it is done.
    pub guard: Option<Guard>,
    /// Id of the kind of host that it is done on.
    pub role: Option<String>,
    /// What is said of a step that is done on each machine.
    pub each: Option<String>,
    /// Id of the session that it runs in.
    pub session: Option<String>,
    /// What is done.
    pub deed: Deed,
    /// What it may do to the system.
    pub risk: Risk,
    /// How much it touches.
    pub scope: Scope,
    /// How far its command is verified.
    pub verification: Verification,
    /// The locales whose article has the same code.
    pub locales: Vec<String>,
    /// Ids of the steps that take it back.
    pub inverse: Vec<String>,
    /// The lines that it prints when it works, each with its parameters.
    pub expect: Vec<Vec<CodePiece>>,
    /// How the output is compared with them.
    pub matching: Matching,
    /// Parameters that it needs.
    pub needs: Vec<String>,
    /// Parameters whose value it shows.
    pub supplies: Vec<String>,
    /// Where those values stand in what it prints, by the parameter's id.
    pub offers: BTreeMap<String, Offer>,
    /// Whether later commands depend on what it leaves in the shell.
    pub keeps: bool,
    /// Whether it needs the rights of an administrator.
    pub elevated: bool,
    /// The command that it begins with, where that is a plain name.
    pub program: Option<String>,
}

/// Values that a command shows and that are offered for a parameter.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The property that they stand in; where there is none they are lines.
    pub property: Option<String>,
    /// What is said before them.
    pub about: String,
}

/// What is done at a step.
#[derive(Clone, Debug)]
pub enum Deed {
    /// It is read.
    Note,
    /// A person does it.
    Manual,
    /// A person looks and compares.
    Check,
    /// This code is run, in which the parameters are variables.
    Run {
        /// Its language.
        dialect: Dialect,
        /// The code.
        code: String,
        /// The code as it is shown.
        shown: Vec<CodePiece>,
    },
    /// A whole file is written.
    Write {
        /// Where.
        path: String,
        /// Its text.
        text: Vec<CodePiece>,
    },
    /// Elements go into an XML file.
    Merge {
        /// Where.
        path: String,
        /// The element that they go under.
        parent: String,
        /// The elements.
        elements: Vec<Element>,
        /// The content as it is shown.
        shown: Vec<CodePiece>,
    },
    /// A person does it elsewhere.
    Elsewhere {
        /// The file, where it is a file.
        path: Option<String>,
        /// The element that it goes under.
        parent: Option<String>,
        /// What is to be done.
        shown: Vec<CodePiece>,
    },
    /// It is not certain what is to be done.
    Withheld(WithheldReason),
}

/// Lays a procedure out in one of its locales.
pub fn sheet(compiled: &Compiled, locale: &Locale) -> Sheet {
    let procedure = &compiled.procedure;
    let deeds = own_deeds(procedure);
    let outline = Outline {
        compiled,
        procedure,
        locale,
        dialect: outline::dialect(procedure).unwrap_or(Dialect::Bash),
        deeds: &deeds,
    };
    let maker = Maker {
        outline: &outline,
        interface: Interface::new(locale),
    };
    Sheet {
        id: procedure.id.clone(),
        locale: locale.clone(),
        digest: digest::of_commands(procedure),
        title: maker.words(&procedure.title),
        goals: procedure.goals.iter().map(|g| maker.goal(g)).collect(),
        parameters: maker.parameters(),
        sessions: procedure.sessions.iter().map(session).collect(),
        roles: procedure.roles.iter().map(role).collect(),
        tasks: outline.used_tasks().map(|t| maker.task(t)).collect(),
    }
}

/// What is done at each step, each command in its own shell.
fn own_deeds(procedure: &Procedure) -> Deeds<'_> {
    let own = |step: &procedure::Step| match &step.action {
        Action::Command(command) => command.dialect,
        Action::Edit(edit) if edit.format == FileFormat::Xml => Dialect::PowerShell,
        Action::Edit(_) | Action::None => Dialect::Bash,
    };
    let steps = procedure.tasks.iter().flat_map(Section::steps);
    let deed = |step| outline::deed(procedure, own(step), step);
    steps.map(|step| (step.id.as_str(), deed(step))).collect()
}

fn value(parameter: &Parameter, dialect: Dialect, locale: &Locale) -> Value {
    let pattern = match dialect {
        Dialect::PowerShell => powershell::pattern(parameter.kind).to_owned(),
        Dialect::Bash => format!("^{}\\z", bash::pattern(parameter.kind)),
    };
    Value {
        id: parameter.id.clone(),
        variable: bash::variable(&parameter.id),
        property: powershell::variable(&parameter.id),
        kind: parameter.kind,
        pattern,
        shape: parameter.pattern.clone(),
        description: message::clean(&super::wording::plain(&parameter.description, locale)),
        sample: message::clean(&parameter.sample),
    }
}

fn role(role: &procedure::Role) -> (String, String) {
    (role.id.clone(), message::clean(&role.name))
}

fn session(session: &procedure::Session) -> (String, Session) {
    let own = Session {
        name: message::clean(&session.name),
        dialect: session.dialect,
    };
    (session.id.clone(), own)
}

struct Maker<'a> {
    outline: &'a Outline<'a>,
    interface: Interface,
}

impl<'a> Maker<'a> {
    fn words(&self, text: &procedure::Text) -> String {
        message::clean(&title(self.outline, text))
    }

    fn parameters(&self) -> Vec<Value> {
        let Outline {
            procedure,
            dialect,
            locale,
            ..
        } = self.outline;
        let parameters = procedure.parameters.iter();
        parameters.map(|p| value(p, *dialect, locale)).collect()
    }

    fn goal(&self, goal: &'a procedure::Goal) -> Goal {
        let (asked, shown) = self.outline.needs(goal);
        Goal {
            id: goal.id.clone(),
            title: self.words(&goal.title),
            default: goal.default,
            tasks: goal.tasks.clone(),
            asked,
            shown,
        }
    }

    fn task(&self, task: &'a Section) -> Task {
        Task {
            id: task.id.clone(),
            title: self.words(self.outline.task_title(task)),
            guard: self.guard(task.guard.as_ref()),
            inverse_of: task.inverse_of.clone(),
            entries: task.items.iter().map(|item| self.entry(item)).collect(),
        }
    }

    fn entry(&self, item: &'a Item) -> Entry {
        match item {
            Item::Step(step) => Entry::Step(Box::new(self.step(step))),
            Item::Choice(choice) => Entry::Choice(Choice {
                id: choice.id.clone(),
                question: self.words(&choice.question),
                arity: choice.arity,
                arms: choice.arms.iter().map(|arm| self.arm(arm)).collect(),
            }),
        }
    }

    fn arm(&self, arm: &'a procedure::Arm) -> Arm {
        Arm {
            id: arm.id.clone(),
            title: self.words(&arm.title),
            steps: arm.steps.iter().map(|step| self.step(step)).collect(),
        }
    }

    fn guard(&self, guard: Option<&procedure::Guard>) -> Option<Guard> {
        guard.map(|guard| Guard {
            text: self.words(&guard.text),
            effect: guard.effect.clone(),
        })
    }

    fn step(&self, step: &'a procedure::Step) -> Step {
        let wording = self.outline.wording(step);
        let corrected = wording.corrected.iter().map(|(found, value)| {
            let note = [("found", found.clone()), ("value", value.clone())];
            message::clean(&self.interface.format("runbook-corrected", &note))
        });
        let deed = self.deed(step);
        Step {
            id: step.id.clone(),
            kind: step.kind,
            corrected: corrected.collect(),
            source: wording.source.as_deref().map(message::clean),
            text: message::clean(&wording.text),
            explanation: message::clean(&wording.explanation),
            guard: self.guard(step.guard.as_ref()),
            role: step.role.clone(),
            each: self.outline.each(step, &self.interface),
            matching: step.expect.as_ref().map(|e| e.matching).unwrap_or_default(),
            session: step
                .session
                .clone()
                .filter(|_| matches!(deed, Deed::Run { .. })),
            risk: step.risk,
            scope: step.scope,
            verification: step.verification,
            locales: self.agreeing(step),
            inverse: self.inverse(step),
            expect: self.expected(step),
            needs: self.outline.parameters(step),
            supplies: step.supplies.clone(),
            offers: self.offers(step),
            keeps: keeps(step, &deed),
            elevated: needs_rights(step, self.outline.deed(step)),
            program: script::program(step),
            deed,
        }
    }

    fn offers(&self, step: &procedure::Step) -> BTreeMap<String, Offer> {
        let offers = self.outline.offers(step).into_iter();
        offers
            .map(|(id, property)| {
                let about = script::offer(&self.interface, property.as_deref());
                let about = message::clean(&about);
                (id, Offer { property, about })
            })
            .collect()
    }

    /// The steps of sections that undo which take a step back.
    fn inverse(&self, step: &procedure::Step) -> Vec<String> {
        let tasks = self.outline.procedure.tasks.iter();
        let undoing = tasks.filter(|task| task.kind == TaskKind::Undo);
        let others = undoing
            .flat_map(Section::steps)
            .filter(|other| other.id != step.id);
        let inverse = others.filter(|other| procedure::takes_back(step, other));
        inverse.map(|other| other.id.clone()).collect()
    }

    fn deed(&self, step: &procedure::Step) -> Deed {
        match self.outline.deed(step) {
            outline::Deed::Note => Deed::Note,
            outline::Deed::Manual => Deed::Manual,
            outline::Deed::Check => Deed::Check,
            outline::Deed::Run { command, code } => Deed::Run {
                dialect: command.dialect,
                code: code.clone(),
                shown: command.pieces.clone(),
            },
            outline::Deed::Write(edit) => Deed::Write {
                path: edit.path(),
                text: edit.pieces.clone(),
            },
            outline::Deed::Merge { edit, elements } => Deed::Merge {
                path: edit.path(),
                parent: edit.parent.clone().unwrap_or_default(),
                elements: elements.clone(),
                shown: edit.pieces.clone(),
            },
            outline::Deed::Elsewhere(shown) => {
                let edit = match &step.action {
                    Action::Edit(edit) => Some(edit),
                    _ => None,
                };
                Deed::Elsewhere {
                    path: edit.map(FileEdit::path),
                    parent: edit.and_then(|e| e.parent.clone()),
                    shown: shown.to_vec(),
                }
            }
            outline::Deed::Withheld(reason) => Deed::Withheld(*reason),
        }
    }

    /// The locales whose article has a step's code.
    fn agreeing(&self, step: &procedure::Step) -> Vec<String> {
        let record = self.outline.procedure.records.get(&step.id);
        let same = record.into_iter().flat_map(|r| &r.same);
        same.map(ToString::to_string).collect()
    }

    fn expected(&self, step: &procedure::Step) -> Vec<Vec<CodePiece>> {
        let output = step.expect.as_ref().map_or("", |e| e.output.as_str());
        let lines = output.lines().map(str::trim).filter(|l| !l.is_empty());
        let parameters = &self.outline.procedure.parameters;
        lines
            .map(|line| with_parameters(&message::clean(line), parameters))
            .collect()
    }
}

fn keeps(step: &procedure::Step, deed: &Deed) -> bool {
    match (&step.action, deed) {
        (Action::Command(command), Deed::Run { .. }) => script::keeps_state(command),
        _ => false,
    }
}
