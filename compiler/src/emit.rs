//! Procedure to artifacts: PowerShell, bash, Markdown, JSON, the book.
//!
//! Pure: every emitter gives [`Artifact`]s, which `workspace` writes. Localized text is data here
//! and never becomes code; each target has its own escape.

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
