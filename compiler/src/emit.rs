//! Procedure to artifacts: PowerShell, bash, Markdown, JSON, the book.
//!
//! Pure: every emitter gives [`Artifact`]s, which `workspace` writes. Localized text is data here
//! and never becomes code; each target has its own escape.

pub mod approved;
pub mod book;
pub mod executed;
pub mod sameness;
pub mod sheet;

use crate::align::Alignment;
use crate::canon::Canon;
use crate::corpus::Article;
use crate::diagnostic::Diagnostic;
use crate::procedure::{Procedure, render};
use crate::shell::Dialect;

pub(crate) use markdown::escaped as escaped_markdown;
use outline::{Deed, Deeds, Outline};

mod bash;
mod code;
mod digest;
mod elements;
mod engine;
mod manifest;
mod markdown;
mod message;
mod outline;
mod powershell;
mod rights;
mod script;
mod texts;
mod wording;

pub use manifest::changed_sources;

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
pub fn runbooks(compiled: &Compiled) -> Vec<Artifact> {
    let procedure = &compiled.procedure;
    let dialect = outline::dialect(procedure);
    let deeds = outline::deeds(procedure, dialect.unwrap_or(Dialect::Bash));
    let mut artifacts: Vec<Artifact> = Vec::new();
    for locale in &procedure.locales {
        let outline = Outline {
            compiled,
            procedure,
            locale,
            dialect: dialect.unwrap_or(Dialect::Bash),
            deeds: &deeds,
        };
        let file = |extension: &str, bytes| Artifact {
            path: format!("{locale}/{}.{extension}", procedure.id),
            bytes,
        };
        // Where there is nothing to run there is no script.
        match dialect.filter(|_| !procedure.goals.is_empty()) {
            Some(Dialect::PowerShell) => {
                let script = powershell::render(&outline);
                artifacts.push(file("ps1", script.utf8));
                artifacts.extend(script.ascii.map(|bytes| file("ascii.ps1", bytes)));
            }
            Some(Dialect::Bash) => artifacts.push(file("sh", bash::render(&outline))),
            None => {}
        }
        artifacts.push(file("md", markdown::render(&outline)));
    }
    artifacts.push(Artifact {
        path: "procedure.json".to_owned(),
        bytes: wire(procedure),
    });
    let manifest = manifest::manifest(compiled, &withheld_among(procedure, &deeds), &artifacts);
    artifacts.push(manifest);
    artifacts
}

/// The procedure as `plan --format json` prints it.
fn wire(procedure: &Procedure) -> Vec<u8> {
    let mut bytes = Vec::new();
    render::json(std::slice::from_ref(procedure), &mut bytes)
        .expect("writing to memory does not fail");
    bytes
}

/// The steps of an article that its runbooks do not run, ordered by step.
pub fn withheld(procedure: &Procedure) -> Vec<Withheld> {
    let dialect = outline::dialect(procedure).unwrap_or(Dialect::Bash);
    withheld_among(procedure, &outline::deeds(procedure, dialect))
}

fn withheld_among(procedure: &Procedure, deeds: &Deeds<'_>) -> Vec<Withheld> {
    let mut withheld: Vec<Withheld> = Vec::new();
    for (step, deed) in deeds {
        if let Deed::Withheld(reason) = *deed {
            let step = (*step).to_owned();
            withheld.push(Withheld { step, reason });
        }
    }
    // A step that was withheld so early that no task has it.
    for step in procedure.disputed.iter().filter_map(|d| d.withheld.clone()) {
        if withheld.iter().all(|w| w.step != step) {
            let reason = WithheldReason::Disputed;
            withheld.push(Withheld { step, reason });
        }
    }
    withheld.sort();
    withheld
}
