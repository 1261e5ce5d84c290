//! What an article asks to do, in no language: alignment and canon to a [`Procedure`].
//!
//! Every sentence is a [`Text`] with one wording per locale, every command is code from the canon
//! with its parameters marked. Order in the article is evidence, not meaning. Nothing here knows
//! how a runbook looks.

pub mod render;

use std::collections::BTreeMap;

use crate::align::{Alignment, UnitId};
use crate::canon::Canon;
use crate::corpus::Article;
use crate::diagnostic::Evidence;
use crate::document::LiteralKind;
use crate::shell::Dialect;
use crate::source::Locale;

pub use crate::shell::{Risk, Scope};
pub use action::{Action, CodePiece, Command, FileEdit, Quoting};
pub use findings::{Finding, FindingKind};
pub use inference::{Aspect, Basis, Inference, Subject};
pub(crate) use lookups::shown_property;

mod acting;
mod action;
mod arms;
mod builder;
mod choices;
mod compile;
mod conditions;
mod cues;
mod drafts;
mod effects;
mod examples;
mod files;
mod findings;
mod goals;
mod identity;
mod inference;
mod jumps;
mod kinds;
mod lookups;
mod mention;
mod moods;
mod outline;
mod parameters;
mod recipes;
pub mod review;
mod roles;
mod samples;
mod sessions;
mod slots;
mod soundness;
mod stand_ins;
mod steps;
pub mod verification;
mod view;

/// Compiles an article: what it asks to do, from its canonical code and literals and its
/// structure. Deterministic; near-linear in its length.
pub fn compile(article: &Article, alignment: &Alignment, canon: &Canon) -> Procedure {
    compile::compile(article, alignment, canon, None)
}

/// The same with what a person decided. What of that cannot be done is a [`Finding`].
pub fn reviewed(
    article: &Article,
    alignment: &Alignment,
    canon: &Canon,
    review: &review::Review,
) -> Procedure {
    compile::compile(article, alignment, canon, Some(review))
}

/// Whether `later` takes back what `earlier` did: it removes what that made, or sets what it set to
/// the opposite.
pub fn takes_back(earlier: &Step, later: &Step) -> bool {
    effects::takes_back(&earlier.action, &later.action)
}

/// A compiled article.
#[derive(Clone, Debug, Default)]
pub struct Procedure {
    /// Id of the article.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The locales that a runbook can be emitted in.
    pub locales: Vec<Locale>,
    /// What can be reached; exactly one is the default where there is any.
    pub goals: Vec<Goal>,
    /// What the operator must supply.
    pub parameters: Vec<Parameter>,
    /// The kinds of hosts that steps are done on, in the order of their sessions.
    pub roles: Vec<Role>,
    /// Where commands run, in the order of their first use.
    pub sessions: Vec<Session>,
    /// All tasks in the order in which they are to be done.
    pub tasks: Vec<Task>,
    /// Commands and literals that the evidence does not decide, with the steps withheld.
    pub disputed: Vec<Dispute>,
    /// What was inferred, and what bears it out.
    pub inferences: Vec<Inference>,
    /// What is wrong with it, or with the review of it.
    pub findings: Vec<Finding>,
    /// Why commands are verified as far as they are, by the id of their step.
    pub records: BTreeMap<String, verification::Record>,
}

/// A kind of host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// ASCII identifier.
    pub id: String,
    /// What it is called in all languages: `Exchange Server`.
    pub name: String,
}

/// On how many hosts of its role a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hosts {
    /// On one, whichever: what it does there counts for all.
    One,
    /// On each: what it does there reaches no further.
    Each,
}

impl Hosts {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Hosts::One => "one",
            Hosts::Each => "each",
        }
    }
}

/// A sentence or paragraph in all locales that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The wording per locale; empty where the article has no text for it.
    pub wordings: BTreeMap<Locale, Vec<Piece>>,
}

/// A piece of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the language.
    Words(String),
    /// A literal, as the canon has it.
    Literal {
        /// What it is.
        kind: LiteralKind,
        /// Its canonical value.
        value: String,
        /// What the translation said instead, if it was damaged.
        corrected: Option<String>,
    },
}

/// What can be reached by running tasks.
#[derive(Clone, Debug)]
pub struct Goal {
    /// ASCII identifier: `integrate`, `disable`; `main` where there is nothing better.
    pub id: String,
    /// Its title: that of the article or of its one task.
    pub title: Text,
    /// Ids of its tasks in order.
    pub tasks: Vec<String>,
    /// Whether it is the one that the article is about.
    pub default: bool,
    /// Goals that undo this one or are undone by it.
    pub excludes: Vec<String>,
}

/// A section of the article.
#[derive(Clone, Debug)]
pub struct Task {
    /// ASCII identifier, equal in all locales.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// What it is for.
    pub kind: TaskKind,
    /// When it may be skipped or must be.
    pub guard: Option<Guard>,
    /// Id of the task that it undoes.
    pub inverse_of: Option<String>,
    /// Ids of tasks that come before it.
    pub requires: Vec<String>,
    /// Steps and choices in order.
    pub items: Vec<Item>,
}

/// What a task is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskKind {
    /// Explains; nothing is done.
    Background,
    /// Makes ready.
    Prepare,
    /// Does what the article is about.
    Apply,
    /// Checks that it worked.
    Verify,
    /// Takes something back.
    Undo,
    /// Finds out what went wrong.
    Troubleshoot,
}

impl TaskKind {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            TaskKind::Background => "background",
            TaskKind::Prepare => "prepare",
            TaskKind::Apply => "apply",
            TaskKind::Verify => "verify",
            TaskKind::Undo => "undo",
            TaskKind::Troubleshoot => "troubleshoot",
        }
    }
}

/// A member of a task.
#[derive(Clone, Debug)]
pub enum Item {
    /// One thing to do or know.
    Step(Box<Step>),
    /// One or any of several arms.
    Choice(Choice),
}

/// A decision between arms.
#[derive(Clone, Debug)]
pub struct Choice {
    /// ASCII identifier.
    pub id: String,
    /// What is asked, if the article says it.
    pub question: Text,
    /// Whether exactly one arm is taken, or any number.
    pub arity: Arity,
    /// The arms, at least two.
    pub arms: Vec<Arm>,
}

/// How many arms are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arity {
    /// Exactly one.
    One,
    /// Any number.
    Any,
}

impl Arity {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Arity::One => "one",
            Arity::Any => "any",
        }
    }
}

/// One way of a choice.
#[derive(Clone, Debug)]
pub struct Arm {
    /// ASCII identifier.
    pub id: String,
    /// What it means.
    pub title: Text,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// A condition that a person answers before a task or step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// The condition in the article's words; empty where the step's own sentences say it.
    pub text: Text,
    /// What happens when the condition holds.
    pub effect: GuardEffect,
}

/// What a guard does when its condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardEffect {
    /// The task is done only then.
    OnlyIf,
    /// The task is skipped, to the task of this id where the article says so.
    SkipTo(Option<String>),
}

/// One thing to do or to know.
#[derive(Clone, Debug)]
pub struct Step {
    /// Twelve lower-case hex digits: a hash of the normalized action; equal in all locales.
    pub id: String,
    /// What it is.
    pub kind: StepKind,
    /// When it may be skipped.
    pub guard: Option<Guard>,
    /// The sentences that say what to do.
    pub text: Text,
    /// The sentences after a command that say more about it: to be read before it is run.
    pub explanation: Text,
    /// Whether it opens an item of a list that the article does not number.
    pub listed: bool,
    /// Id of the kind of host that it is done on, where it is known.
    pub role: Option<String>,
    /// On how many of them.
    pub hosts: Hosts,
    /// Id of the session that it runs in.
    pub session: Option<String>,
    /// What is done.
    pub action: Action,
    /// What it may do to the system.
    pub risk: Risk,
    /// How much it touches.
    pub scope: Scope,
    /// What a command prints when it works.
    pub expect: Option<Expectation>,
    /// Ids of parameters whose value this step shows.
    pub supplies: Vec<String>,
    /// Ids of steps that come before it.
    pub after: Vec<String>,
    /// How far its command is verified: 0 to 4.
    pub verification: Verification,
    /// The units that it was compiled from.
    pub sources: Vec<UnitId>,
}

impl Step {
    /// A step of text alone, of which no more is known than what it is.
    fn of_text(id: String, kind: StepKind, text: Text, sources: Vec<UnitId>) -> Self {
        Step {
            id,
            kind,
            guard: None,
            text,
            explanation: Text::default(),
            listed: false,
            role: None,
            hosts: Hosts::One,
            session: None,
            action: Action::None,
            risk: kind.risk_of_text(),
            scope: Scope::One,
            expect: None,
            supplies: Vec::new(),
            after: Vec::new(),
            verification: Verification::NotApplicable,
            sources,
        }
    }
}

/// What a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// A command that changes something.
    Run,
    /// A command that only reads.
    Query,
    /// A read-only command that shows the value of a parameter.
    Discover,
    /// A change to a file.
    EditFile,
    /// Something to look at and compare.
    Check,
    /// Something that a person does by hand.
    Manual,
    /// Something to know.
    Note,
}

impl StepKind {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            StepKind::Run => "run",
            StepKind::Query => "query",
            StepKind::Discover => "discover",
            StepKind::EditFile => "edit-file",
            StepKind::Check => "check",
            StepKind::Manual => "manual",
            StepKind::Note => "note",
        }
    }

    /// What a step without a command may do.
    fn risk_of_text(self) -> Risk {
        match self {
            StepKind::Check => Risk::Read,
            StepKind::Manual => Risk::Change,
            _ => Risk::None,
        }
    }
}

/// What a command prints when it works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expectation {
    /// The output that the article shows, or what a person says about it.
    pub output: String,
    /// How the output is compared with it.
    pub matching: Matching,
    /// The sentences that introduce it.
    pub text: Text,
}

/// How output is compared with what is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matching {
    /// Its lines are among those of the output, in their order.
    #[default]
    Lines,
    /// Its lines are those of the output, and there are no others; empty lines do not count.
    Exact,
    /// The same as for lines, each a pattern with `*` and `?`.
    Glob,
    /// The same as for lines, each a regular expression for a part of a line.
    Regex,
}

impl Matching {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Matching::Lines => "lines",
            Matching::Exact => "exact",
            Matching::Glob => "glob",
            Matching::Regex => "regex",
        }
    }
}

/// How far a command is verified; each level includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verification {
    /// There is no command.
    NotApplicable,
    /// It differs between locales.
    Unverified,
    /// Level 1: it is the same in all locales that have it.
    Consistent,
    /// Level 2: it parses in its shell's grammar.
    Parses,
    /// Level 3: the catalogue knows command, parameters and values.
    Known,
    /// Level 4: it was executed, with the record.
    Executed,
}

impl Verification {
    /// The level, 0 to 4; none without a command.
    pub fn level(self) -> Option<u8> {
        match self {
            Verification::NotApplicable => None,
            Verification::Unverified => Some(0),
            Verification::Consistent => Some(1),
            Verification::Parses => Some(2),
            Verification::Known => Some(3),
            Verification::Executed => Some(4),
        }
    }
}

/// A value that the operator supplies.
#[derive(Clone, Debug, Default)]
pub struct Parameter {
    /// ASCII identifier in camel case, equal in all locales: `trustedApplicationPoolFqdn`.
    pub id: String,
    /// What kind of value it is.
    pub kind: ParameterKind,
    /// The article's sample. Never a default.
    pub sample: String,
    /// Ids of the steps that use it.
    pub uses: Vec<String>,
    /// Id of the step that shows its value.
    pub discovered_by: Option<String>,
    /// Whether a goal that uses it cannot run without.
    pub required: bool,
    /// What a value must look like, beyond its kind: a regular expression for the whole of it.
    pub pattern: Option<String>,
    /// What it is, in a person's words.
    pub description: Text,
}

/// Kinds of parameter values, and so how they are validated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterKind {
    /// A host or domain name.
    HostName,
    /// A TCP or UDP port.
    Port,
    /// A whole number.
    Number,
    /// Forty hex digits.
    Thumbprint,
    /// A file or folder.
    Path,
    /// A URL.
    Url,
    /// Any text on one line.
    #[default]
    Text,
    /// A password, key or token: never shown and never written down.
    Secret,
}

impl ParameterKind {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            ParameterKind::HostName => "host-name",
            ParameterKind::Port => "port",
            ParameterKind::Number => "number",
            ParameterKind::Thumbprint => "thumbprint",
            ParameterKind::Path => "path",
            ParameterKind::Url => "url",
            ParameterKind::Text => "text",
            ParameterKind::Secret => "secret",
        }
    }
}

/// Where commands run: one shell with one set of modules.
#[derive(Clone, Debug)]
pub struct Session {
    /// ASCII identifier.
    pub id: String,
    /// The name of the shell: `Lync Server Management Shell`.
    pub name: String,
    /// Its language.
    pub dialect: Dialect,
    /// Why this session was inferred.
    pub evidence: Vec<Evidence>,
}

/// A command or literal that the evidence does not decide.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// The unit.
    pub unit: UnitId,
    /// The candidates.
    pub candidates: Vec<String>,
    /// Id of the step that was withheld, if one was.
    pub withheld: Option<String>,
}

/// Units are written from 1, as `align` does.
fn unit_name(unit: UnitId) -> String {
    format!("u{:04}", unit.0 + 1)
}

impl Text {
    /// The wording for `locale`: its own, else one of the same language, else the source or the
    /// first there is. The locale that it is really in comes with it.
    pub fn wording(&self, locale: &Locale) -> Option<(&Locale, &[Piece])> {
        let same_language = |(l, _): &(&Locale, &Vec<Piece>)| l.language() == locale.language();
        let english = |(l, _): &(&Locale, &Vec<Piece>)| l.language() == "en";
        (self.wordings.get_key_value(locale))
            .or_else(|| self.wordings.iter().find(same_language))
            .or_else(|| self.wordings.iter().find(english))
            .or_else(|| self.wordings.iter().next())
            .map(|(locale, pieces)| (locale, pieces.as_slice()))
    }

    /// Whether no locale has a wording.
    pub fn is_empty(&self) -> bool {
        self.wordings.is_empty()
    }
}

impl Piece {
    /// What a reader sees.
    pub fn as_str(&self) -> &str {
        match self {
            Piece::Words(words) => words,
            Piece::Literal { value, .. } => value,
        }
    }
}

impl Procedure {
    /// The step of `id`.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.tasks.iter().flat_map(Task::steps).find(|s| s.id == id)
    }
}

impl Item {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Item::Step(step) => &step.id,
            Item::Choice(choice) => &choice.id,
        }
    }
}

impl Task {
    /// All steps, those in the arms of choices included.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.items.iter().flat_map(|item| match item {
            Item::Step(step) => std::slice::from_ref(&**step).iter().collect::<Vec<_>>(),
            Item::Choice(choice) => choice.arms.iter().flat_map(|arm| &arm.steps).collect(),
        })
    }
}
