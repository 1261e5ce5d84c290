//! PowerShell, bash, cmd and XML: classification of code blocks, syntax trees, risk, quoting.
//!
//! It looks at code alone; what stands around a block is `procedure`'s to weigh. It runs nothing.

use std::ops::Range;

/// The language of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// Windows PowerShell 3.0 and later.
    PowerShell,
    /// bash 4.4 and later, and what POSIX shells share with it.
    Bash,
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
