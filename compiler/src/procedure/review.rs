//! `review.toml`: what a person confirmed or changed of a procedure, and what stood there then.
//!
//! A decision names its part by id and quotes what it was made about; where the article says
//! something else by now, that is a finding. Nothing here reads or writes files.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::{Arity, Hosts, ParameterKind, Risk, Scope, StepKind, TaskKind};
use crate::source::Locale;

mod apply;
mod content;
mod parameters;
mod steps;
mod write;

pub(super) use apply::apply;
pub use write::write;

/// The name of the file.
pub const FILE_NAME: &str = "review.toml";

/// What the file calls itself.
const SCHEMA: &str = "runbookc.review/1";

/// A person's decisions about one procedure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    #[serde(deserialize_with = "schema")]
    #[expect(dead_code, reason = "it is checked when it is read")]
    schema: (),
    article: String,
    #[serde(default)]
    goals: Table<GoalReview>,
    #[serde(default)]
    tasks: Table<TaskReview>,
    #[serde(default)]
    steps: Table<StepReview>,
    #[serde(default)]
    choices: Table<ChoiceReview>,
    #[serde(default)]
    parameters: Table<ParameterReview>,
    #[serde(default)]
    roles: BTreeMap<String, RoleReview>,
    /// Where each line of the file ends.
    #[serde(skip)]
    lines: Vec<usize>,
}

/// Decisions by the id of their part, with their places in the file.
type Table<T> = BTreeMap<String, Spanned<T>>;

/// Why a text is no review.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The bytes.
    pub span: Range<usize>,
    /// Why, in the words of the parser.
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct GoalReview {
    content: Option<String>,
    #[serde(default)]
    seen: String,
    #[serde(default)]
    note: String,
    id: Option<String>,
    title: Option<Wordings>,
    tasks: Option<Vec<String>>,
    default: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct TaskReview {
    content: Option<String>,
    #[serde(default)]
    seen: String,
    #[serde(default)]
    note: String,
    #[serde(default, deserialize_with = "named")]
    kind: Option<TaskKind>,
    guard: Option<GuardReview>,
    requires: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct StepReview {
    content: Option<String>,
    #[serde(default)]
    seen: String,
    #[serde(default)]
    note: String,
    #[serde(default, deserialize_with = "named")]
    kind: Option<StepKind>,
    role: Option<String>,
    #[serde(default, deserialize_with = "named")]
    hosts: Option<Hosts>,
    #[serde(default, deserialize_with = "named")]
    risk: Option<Risk>,
    guard: Option<GuardReview>,
    /// The step or choice that it comes right before.
    before: Option<String>,
    /// The task at whose end it comes.
    task: Option<String>,
    session: Option<String>,
    #[serde(default, deserialize_with = "named")]
    scope: Option<Scope>,
    after: Option<Vec<String>>,
    supplies: Option<Vec<String>>,
    expect: Option<ExpectReview>,
    folder: Option<String>,
    parent: Option<String>,
    #[serde(default)]
    parts: Vec<PartReview>,
}

/// What can be decided of a step and of a part of one.
struct Decided<'r> {
    kind: Option<StepKind>,
    role: Option<&'r str>,
    hosts: Option<Hosts>,
    risk: Option<Risk>,
    guard: Option<&'r GuardReview>,
}

/// Sentences of a step that are a step of their own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PartReview {
    units: Vec<String>,
    #[serde(default, deserialize_with = "named")]
    kind: Option<StepKind>,
    role: Option<String>,
    #[serde(default, deserialize_with = "named")]
    hosts: Option<Hosts>,
    #[serde(default, deserialize_with = "named")]
    risk: Option<Risk>,
    guard: Option<GuardReview>,
    /// Whether it comes before what is left of the step.
    #[serde(default)]
    before: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ChoiceReview {
    content: Option<String>,
    #[serde(default)]
    seen: String,
    #[serde(default)]
    note: String,
    #[serde(default, deserialize_with = "named")]
    arity: Option<Arity>,
    question: Option<Wordings>,
    before: Option<String>,
    task: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ParameterReview {
    content: Option<String>,
    #[serde(default)]
    seen: String,
    #[serde(default)]
    note: String,
    name: Option<String>,
    #[serde(default, rename = "type", deserialize_with = "named")]
    kind: Option<ParameterKind>,
    pattern: Option<String>,
    description: Option<Wordings>,
    required: Option<bool>,
    discovered_by: Option<String>,
    /// Whether the sample is no sample, but what is meant.
    #[serde(default)]
    fixed: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleReview {
    name: String,
}

impl StepReview {
    fn decided(&self) -> Decided<'_> {
        Decided {
            kind: self.kind,
            role: self.role.as_deref(),
            hosts: self.hosts,
            risk: self.risk,
            guard: self.guard.as_ref(),
        }
    }
}

impl PartReview {
    fn decided(&self) -> Decided<'_> {
        Decided {
            kind: self.kind,
            role: self.role.as_deref(),
            hosts: self.hosts,
            risk: self.risk,
            guard: self.guard.as_ref(),
        }
    }
}

/// A condition.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct GuardReview {
    effect: Effect,
    to: Option<String>,
    /// The sentences of the article that say it.
    #[serde(default)]
    units: Vec<String>,
    /// Its own words.
    text: Option<Wordings>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Effect {
    None,
    OnlyIf,
    SkipTo,
}

/// What a command prints.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ExpectReview {
    Lines(String),
    Exact(String),
    Glob(String),
    Regex(String),
    Nothing(bool),
}

/// Words for all locales, or for each.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Wordings {
    All(String),
    Each(#[serde(deserialize_with = "locales")] BTreeMap<Locale, String>),
}

/// Reads a review.
///
/// # Errors
///
/// If it is not TOML, or has a key or value that no decision has.
pub fn parse(text: &str) -> Result<Review, Fault> {
    let mut review: Review = toml::from_str(text).map_err(|error| Fault {
        span: error.span().unwrap_or(0..0),
        reason: error.message().trim().to_owned(),
    })?;
    review.lines = text.match_indices('\n').map(|(at, _)| at).collect();
    let all: toml::Table = toml::from_str(text).unwrap_or_default();
    review.forget_undecided(&all);
    Ok(review)
}

/// The keys that decide nothing.
const TIES: [&str; 3] = ["content", "seen", "note"];

impl Review {
    /// Takes out the parts of which nothing was decided.
    fn forget_undecided(&mut self, all: &toml::Table) {
        let decides = |table: &str, id: &str| {
            let keys = all
                .get(table)
                .and_then(|t| t.get(id))
                .and_then(|t| t.as_table());
            keys.is_some_and(|keys| keys.keys().any(|k| !TIES.contains(&k.as_str())))
        };
        self.goals.retain(|id, _| decides("goals", id));
        self.tasks.retain(|id, _| decides("tasks", id));
        self.steps.retain(|id, _| decides("steps", id));
        self.choices.retain(|id, _| decides("choices", id));
        self.parameters.retain(|id, _| decides("parameters", id));
    }

    /// The line of a byte, from 1.
    fn line(&self, at: usize) -> u32 {
        self.lines.partition_point(|end| *end < at) as u32 + 1
    }
}

fn schema<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    let name = String::deserialize(deserializer)?;
    match name == SCHEMA {
        true => Ok(()),
        false => Err(serde::de::Error::custom(format!(
            "unknown schema `{name}`, expected `{SCHEMA}`"
        ))),
    }
}

/// Something that has a name in data.
trait Named: Copy + 'static {
    const ALL: &'static [Self];

    fn word(self) -> &'static str;
}

macro_rules! named {
    ($type:ident: $($value:ident),+) => {
        impl Named for $type {
            const ALL: &'static [Self] = &[$($type::$value),+];

            fn word(self) -> &'static str {
                self.name()
            }
        }
    };
}

named!(TaskKind: Background, Prepare, Apply, Verify, Undo, Troubleshoot);
named!(StepKind: Run, Query, Discover, EditFile, Check, Manual, Note);
named!(Hosts: One, Each);
named!(Arity: One, Any);
named!(Scope: One, Filtered, All);
named!(Risk: None, Read, Change, Interrupt, Destructive, Unknown);
named!(ParameterKind: HostName, Port, Number, Thumbprint, Path, Url, Text);

fn named<'de, D: Deserializer<'de>, T: Named>(deserializer: D) -> Result<Option<T>, D::Error> {
    let asked = String::deserialize(deserializer)?;
    let known = T::ALL.iter().find(|value| value.word() == asked);
    known.copied().map(Some).ok_or_else(|| {
        let names: Vec<&str> = T::ALL.iter().map(|value| value.word()).collect();
        let names = names.join("`, `");
        serde::de::Error::custom(format!(
            "unknown value `{asked}`, expected one of `{names}`"
        ))
    })
}

fn locales<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Locale, String>, D::Error> {
    let words = BTreeMap::<String, String>::deserialize(deserializer)?;
    let parse = |(tag, text): (String, String)| match tag.parse() {
        Ok(locale) => Ok((locale, text)),
        Err(_) => Err(serde::de::Error::custom(format!("`{tag}` is no locale"))),
    };
    words.into_iter().map(parse).collect()
}
