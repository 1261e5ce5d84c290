//! What is done in a step: a command that is run, a file that is changed, or a person's own act.

use crate::shell::{Dialect, FileFormat, Script};

/// What is done in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A person acts or reads.
    None,
    /// A command is run.
    Command(Command),
    /// A file is changed.
    Edit(FileEdit),
}

impl Action {
    /// The code that it holds; empty where a person acts.
    pub fn code(&self) -> &str {
        match self {
            Action::Command(command) => &command.code,
            Action::Edit(edit) => &edit.content,
            Action::None => "",
        }
    }
}

/// A command from the canon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Its language.
    pub dialect: Dialect,
    /// Byte for byte as the article has it.
    pub code: String,
    /// The same with its samples replaced by parameters.
    pub pieces: Vec<CodePiece>,
    /// Its syntax tree, over `code`.
    pub script: Script,
}

/// A piece of a command or of file content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodePiece {
    /// Code as the article has it.
    Verbatim(String),
    /// The value of a parameter.
    Parameter {
        /// Id of the parameter.
        id: String,
        /// How the sample stands in the code.
        quoting: Quoting,
    },
}

/// How a sample stands in code, and so how a value must be written in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// A whole bare word, or a part of one.
    Bare,
    /// Inside single quotes, which belong to the verbatim pieces around it.
    Single,
    /// Inside double quotes, which belong to the verbatim pieces around it.
    Double,
    /// Inside an XML attribute or text, to be escaped as XML.
    Xml,
    /// Inside plain file content, as it is.
    Plain,
}

/// A change to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEdit {
    /// The file's name: `Web.config`, or its whole path.
    pub file: String,
    /// The folder that it lies in, where the article says so.
    pub folder: Option<String>,
    /// Its format.
    pub format: FileFormat,
    /// The element that the content goes under, where the article says so.
    pub parent: Option<String>,
    /// The content, byte for byte as the article has it.
    pub content: String,
    /// The same with its samples replaced by parameters.
    pub pieces: Vec<CodePiece>,
}

impl FileEdit {
    /// Whether it is said where the file lies, from the root of a drive or of somebody's own folder.
    pub fn is_rooted(&self) -> bool {
        let path = self.folder.as_ref().unwrap_or(&self.file);
        let has_drive = path.as_bytes().get(1..2) == Some(b":");
        has_drive || path.starts_with(['/', '\\', '~', '$', '%'])
    }

    /// The file with its folder, as the article writes paths.
    pub fn path(&self) -> String {
        let Some(folder) = &self.folder else {
            return self.file.clone();
        };
        let separator = if folder.contains('\\') { '\\' } else { '/' };
        let folder = folder.trim_end_matches(['/', '\\']);
        format!("{folder}{separator}{}", self.file)
    }
}
