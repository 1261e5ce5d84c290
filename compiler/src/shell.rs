//! PowerShell, bash, cmd and XML: classification of code blocks, syntax trees, risk, quoting.
//!
//! It looks at code alone; what stands around a block is `procedure`'s to weigh. It runs nothing.

use std::ops::Range;

mod bash;
mod classify;
mod facts;
mod placeholder;
mod powershell;
pub mod refuse;
mod risk;
mod shape;
pub mod transcript;
mod tree;
pub mod xml;

pub use classify::{classify, is_plain_text, template};
pub use placeholder::{alternatives, has_optional_parts as is_open, masked, placeholders};
pub use powershell::closes_all;
pub use risk::{Risk, Scope, cmdlet_risk, risk, scope, verb_and_noun};
pub use shape::is_overview;

/// The language of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// Windows PowerShell 3.0 and later.
    PowerShell,
    /// bash 4.4 and later, and what POSIX shells share with it.
    Bash,
}

impl Dialect {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::PowerShell => "powershell",
            Dialect::Bash => "bash",
        }
    }
}

/// What a code block is. A clean parse proves nothing, so this is decided before any parsing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeClass {
    /// Commands to run.
    Command(Dialect),
    /// A command's syntax with placeholders, not to be run.
    SyntaxSummary,
    /// What a command prints.
    Output,
    /// Prompts, commands and output together.
    Transcript(Dialect),
    /// Content of a file: XML, JSON, a configuration.
    FileContent(FileFormat),
    /// None of these.
    Other,
}

/// The format of file content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileFormat {
    /// XML elements, perhaps without a root.
    Xml,
    /// JSON.
    Json,
    /// YAML.
    Yaml,
    /// Sections and keys, or directives, or anything else that is text.
    Text,
}

impl FileFormat {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            FileFormat::Xml => "xml",
            FileFormat::Json => "json",
            FileFormat::Yaml => "yaml",
            FileFormat::Text => "text",
        }
    }
}

/// Commands as a syntax tree: what a shell would run, without running it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Script {
    /// Its pipelines in order.
    pub pipelines: Vec<Pipeline>,
}

/// Commands joined by `|`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pipeline {
    /// Its commands in order; at least one.
    pub commands: Vec<Invocation>,
}

/// One command with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invocation {
    /// The command's name.
    pub name: Word,
    /// Its arguments in order.
    pub arguments: Vec<Argument>,
}

/// A named or positional argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The parameter's name without its dashes, where one is given.
    pub parameter: Option<Word>,
    /// The value; none for a switch.
    pub value: Option<Word>,
}

/// A word of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes in the code, quotes included.
    pub range: Range<usize>,
    /// The constant that it stands for, without quotes; none where it is computed at run time.
    pub value: Option<String>,
}

/// A block of commands after parsing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// What would run. Where there are errors, what could be read of it.
    pub script: Script,
    /// Whether all of it is in the dialect's grammar.
    pub clean: bool,
}

/// Parses commands. Never fails; linear in the length of `code`.
///
/// A clean parse is no proof that `code` is a command: two in three paragraphs of prose parse.
pub fn parse(dialect: Dialect, code: &str) -> Parsed {
    match dialect {
        Dialect::PowerShell => powershell::parse(code),
        Dialect::Bash => bash::parse(code),
    }
}

/// Parses a command whose values are [`placeholders`], each of them as one bare word.
pub fn parse_template(dialect: Dialect, code: &str) -> Parsed {
    parse(dialect, &masked(code))
}

impl Script {
    /// All commands, in the order in which they stand in the code.
    pub fn invocations(&self) -> impl Iterator<Item = &Invocation> {
        self.pipelines.iter().flat_map(|p| &p.commands)
    }
}

impl Invocation {
    /// The command's name where it is a constant, as written.
    pub fn command(&self) -> &str {
        self.name.value.as_deref().unwrap_or_default()
    }

    /// The argument of a named parameter; names are compared without case.
    pub fn argument(&self, parameter: &str) -> Option<&Argument> {
        self.arguments.iter().find(|a| {
            let name = a.parameter.as_ref().and_then(|p| p.value.as_deref());
            name.is_some_and(|n| n.eq_ignore_ascii_case(parameter))
        })
    }

    /// The constants of arguments without a parameter's name, in order.
    pub fn positional(&self) -> impl Iterator<Item = &str> {
        let unnamed = self.arguments.iter().filter(|a| a.parameter.is_none());
        unnamed.filter_map(|a| a.value.as_ref()?.value.as_deref())
    }
}

impl Argument {
    /// The parameter's name without its dashes, where it has one.
    pub fn name(&self) -> Option<&str> {
        self.parameter.as_ref()?.value.as_deref()
    }

    /// The constant that it stands for, where it has one.
    pub fn constant(&self) -> Option<&str> {
        self.value.as_ref()?.value.as_deref()
    }
}
