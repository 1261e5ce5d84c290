//! What a rule reports about an article, with its evidence and, where possible, a fix.
//!
//! A diagnostic is data: its message is an id and arguments, put into words by `l10n` when it is
//! rendered. It never says that the program failed; that is an error of `cli`.

use std::path::PathBuf;
use std::sync::Arc;

use crate::source::{Locale, SourceFile, Span};

pub mod edits;
mod fingerprint;
pub mod render;

pub use fingerprint::{Fingerprint, number_equals};

/// How much harm a reader comes to who follows the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Cosmetic.
    Info,
    /// Damaged, but the reader recovers.
    Warning,
    /// The reader does the wrong thing.
    Error,
}

impl Severity {
    /// Its name in reports and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// How sure the program is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// For a person to judge.
    Possible,
    /// Most likely.
    Probable,
    /// As good as proven.
    Certain,
}

impl Certainty {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Probable => "probable",
            Certainty::Possible => "possible",
        }
    }
}

/// A finding at exact bytes of one file.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule's code: `LIT003`.
    pub rule: &'static str,
    /// The rule's name: `command-altered`.
    pub name: &'static str,
    /// How harmful it is.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// Id of the article.
    pub article: String,
    /// Locale of the document.
    pub locale: Locale,
    /// The file that `span` lies in.
    pub file: Arc<SourceFile>,
    /// Where: for something that is missing, the empty span or sentence where it belongs.
    pub span: Span,
    /// What stands there.
    pub found: String,
    /// What belongs there, if known; nothing where it should not stand at all.
    pub expected: Option<String>,
    /// Its number, from 0 and in order of place, among those of its document that say the same: of
    /// this rule, with this found and expected. Given by [`number_equals`].
    pub ordinal: u32,
    /// The message, to be put into words.
    pub message: Message,
    /// Why it is believed, strongest first.
    pub evidence: Vec<Evidence>,
    /// How to mend it.
    pub fix: Option<Fix>,
}

/// A Fluent message id of `ui.ftl` with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The id.
    pub id: &'static str,
    /// Arguments by name, all text.
    pub args: Vec<(&'static str, String)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: &'static str) -> Self {
        Message {
            id,
            args: Vec::new(),
        }
    }

    /// The message with one more argument.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// One reason to believe a reading.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What kind of witness it is.
    pub kind: EvidenceKind,
    /// The locale that bears it out, if one does.
    pub locale: Option<Locale>,
    /// The witness's words.
    pub text: String,
    /// Where they stand.
    pub location: Option<Location>,
}

/// A place in a file.
#[derive(Clone, Debug)]
pub struct Location {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes.
    pub span: Span,
}

/// Kinds of evidence, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    /// The source text says so.
    Source,
    /// A code block of the article says so.
    CodeBlock,
    /// The target of the link beside it says so.
    LinkTarget,
    /// The catalogue of cmdlets knows it.
    Catalogue,
    /// Another locale says so.
    Locale,
    /// It stands elsewhere in the corpus.
    Corpus,
    /// Its shape says so: a path with a space after its drive.
    Shape,
    /// The project's glossary says so.
    Glossary,
}

/// Edits that mend a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it may be applied unseen.
    pub applicability: Applicability,
    /// Replacements in the diagnostic's file, in order, without overlap.
    pub edits: Vec<Edit>,
}

/// Whether a fix may be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// Only shown.
    DisplayOnly,
    /// Touches prose.
    Unsafe,
    /// Restores a literal.
    Safe,
}

impl Applicability {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::DisplayOnly => "display-only",
            Applicability::Unsafe => "unsafe",
            Applicability::Safe => "safe",
        }
    }
}

/// One replacement of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub span: Span,
    /// What comes, as Markdown.
    pub text: String,
}

/// Something about an input file that is no finding of a rule: unreadable, over a limit, doubled.
///
/// Notices are printed to standard error and never change what is compiled.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The file.
    pub path: PathBuf,
    /// Where in it, if it could be read.
    pub location: Option<Location>,
    /// Whether the file was left out.
    pub severity: Severity,
    /// The message.
    pub message: Message,
}
