//! Why a procedure says what it says: for each thing that was inferred, how sure it is and what
//! bears it out. In no language: what is quoted is code, literals and ids.

use crate::diagnostic::Certainty;

/// One thing that was inferred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    /// What it is about.
    pub subject: Subject,
    /// What of it.
    pub aspect: Aspect,
    /// How sure it is.
    pub certainty: Certainty,
    /// What kind of evidence there is.
    pub basis: Basis,
    /// The evidence: code, a literal, or the id of a unit, step or task.
    pub evidence: String,
}

/// A part of a procedure, by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A goal.
    Goal(String),
    /// A task.
    Task(String),
    /// A step.
    Step(String),
    /// A choice.
    Choice(String),
    /// A parameter.
    Parameter(String),
}

impl Subject {
    /// The id.
    pub fn id(&self) -> &str {
        match self {
            Subject::Goal(id)
            | Subject::Task(id)
            | Subject::Step(id)
            | Subject::Choice(id)
            | Subject::Parameter(id) => id,
        }
    }

    /// The table of `review.toml` that holds it, and its name in data.
    pub fn table(&self) -> &'static str {
        match self {
            Subject::Goal(_) => "goals",
            Subject::Task(_) => "tasks",
            Subject::Step(_) => "steps",
            Subject::Choice(_) => "choices",
            Subject::Parameter(_) => "parameters",
        }
    }
}

/// What of a part was inferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Its kind.
    Kind,
    /// When it is done.
    Guard,
    /// Which host it belongs to.
    Role,
    /// Whether it is done on one machine or on each.
    Hosts,
    /// In which shell it runs.
    Session,
    /// What it may do.
    Risk,
    /// How much it touches.
    Scope,
    /// What comes before it.
    After,
    /// What it prints.
    Expect,
    /// Which parameters it shows.
    Supplies,
    /// Which task it takes back.
    InverseOf,
    /// That it is a value of the reader's own.
    Sample,
    /// Which step shows it.
    DiscoveredBy,
    /// That only one of its arms is taken.
    Arity,
    /// What belongs to it.
    Tasks,
}

impl Aspect {
    /// Its name in data: the key of `review.toml` where there is one.
    pub fn name(self) -> &'static str {
        match self {
            Aspect::Kind => "kind",
            Aspect::Guard => "guard",
            Aspect::Role => "role",
            Aspect::Hosts => "hosts",
            Aspect::Session => "session",
            Aspect::Risk => "risk",
            Aspect::Scope => "scope",
            Aspect::After => "after",
            Aspect::Expect => "expect",
            Aspect::Supplies => "supplies",
            Aspect::InverseOf => "inverse-of",
            Aspect::Sample => "sample",
            Aspect::DiscoveredBy => "discovered-by",
            Aspect::Arity => "arity",
            Aspect::Tasks => "tasks",
        }
    }
}

/// Kinds of evidence, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// A person confirmed or changed it.
    Review,
    /// A code block says so.
    Code,
    /// A literal in a sentence says so.
    Literal,
    /// The place in the article says so: a heading, a list, a note, a jump.
    Structure,
    /// Words of the languages say so.
    Words,
    /// Nothing says otherwise.
    Usual,
}

impl Basis {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Review => "review",
            Basis::Code => "code",
            Basis::Literal => "literal",
            Basis::Structure => "structure",
            Basis::Words => "words",
            Basis::Usual => "usual",
        }
    }
}

/// Collects what was inferred.
#[derive(Default)]
pub(super) struct Ledger {
    pub(super) inferences: Vec<Inference>,
}

impl Ledger {
    /// Notes one inference.
    pub(super) fn note(
        &mut self,
        subject: Subject,
        aspect: Aspect,
        (certainty, basis): (Certainty, Basis),
        evidence: impl Into<String>,
    ) {
        self.inferences.push(Inference {
            subject,
            aspect,
            certainty,
            basis,
            evidence: evidence.into(),
        });
    }
}

/// As good as proven by code.
pub(super) const PROVEN: (Certainty, Basis) = (Certainty::Certain, Basis::Code);
/// Most likely, by code.
pub(super) const BY_CODE: (Certainty, Basis) = (Certainty::Probable, Basis::Code);
/// Most likely, by a literal.
pub(super) const BY_LITERAL: (Certainty, Basis) = (Certainty::Probable, Basis::Literal);
/// Most likely, by its place.
pub(super) const BY_STRUCTURE: (Certainty, Basis) = (Certainty::Probable, Basis::Structure);
/// Most likely, by words of the languages.
pub(super) const BY_WORDS: (Certainty, Basis) = (Certainty::Probable, Basis::Words);
/// Nothing says otherwise.
pub(super) const USUAL: (Certainty, Basis) = (Certainty::Possible, Basis::Usual);
