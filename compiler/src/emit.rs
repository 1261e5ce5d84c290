//! Procedure to artifacts: PowerShell, bash, Markdown, JSON, the book.
//!
//! Pure: every emitter gives [`Artifact`]s, which `workspace` writes. Localized text is data here
//! and never becomes code; each target has its own escape.

pub mod book;

use crate::align::Alignment;
use crate::canon::Canon;
use crate::corpus::Article;
use crate::diagnostic::Diagnostic;
use crate::procedure::Procedure;

/// All that is known of an article when it is emitted.
#[derive(Debug)]
pub struct Compiled {
    /// The article in its locales.
    pub article: Article,
    /// Its table of units.
    pub alignment: Alignment,
    /// What it really says.
    pub canon: Canon,
    /// What damages it.
    pub diagnostics: Vec<Diagnostic>,
    /// What it asks to do.
    pub procedure: Procedure,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Its path below the output folder: portable ASCII, `/` between parts.
    pub path: String,
    /// All its bytes.
    pub bytes: Vec<u8>,
}

/// A step that is not emitted as a command.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Withheld {
    /// Id of the step.
    pub step: String,
    /// Why.
    pub reason: WithheldReason,
}

/// Why a step is not emitted as a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WithheldReason {
    /// The evidence does not decide its command or a literal in it.
    Disputed,
    /// Its code has characters that a reader cannot see or that its shell takes for others.
    Characters,
    /// Its code is not whole: what follows it in a runbook would be read as a part of it.
    Incomplete,
    /// A parameter stands where a value cannot be put in safely.
    Substitution,
}

/// The runbooks of an article, in all its locales, with `procedure.json` and `manifest.json`.
pub fn runbooks(_compiled: &Compiled) -> Vec<Artifact> {
    Vec::new()
}

/// The steps of an article that its runbooks do not run, ordered by step.
pub fn withheld(_procedure: &Procedure) -> Vec<Withheld> {
    Vec::new()
}
