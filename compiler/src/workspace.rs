//! Reading and writing files: discovery, configuration, atomic output.
//!
//! It says where files lie and which locale their place names; what they hold is for `markdown`
//! and `corpus`. A file that cannot be used is a [`Notice`], never dropped in silence; an
//! [`anyhow::Error`] means that the program cannot run, and says what to do.

use std::fmt;
use std::path::PathBuf;

use crate::corpus::Placement;
use crate::diagnostic::{Message, Notice};
use crate::l10n::Interface;
use crate::source::Locale;

mod discover;
mod layout;
pub mod output;
mod pattern;
mod read;
pub mod site;
mod walk;

pub use discover::discover;
pub use read::read;

/// Which files a verb works on, resolved from flags and configuration.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Files and folders as given.
    pub paths: Vec<PathBuf>,
    /// Patterns of localized files, from the working directory.
    pub articles: Vec<String>,
    /// The source locale.
    pub source: Option<Locale>,
    /// Patterns of the source's files where they lie elsewhere.
    pub source_articles: Vec<String>,
    /// The locales to read beside the source; all if empty.
    pub locales: Vec<Locale>,
}

/// Files to read, ordered by path.
#[derive(Debug, Default)]
pub struct Found {
    /// The files.
    pub entries: Vec<Entry>,
    /// Files that are left out, and why.
    pub notices: Vec<Notice>,
}

/// A file to read.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its path as given, or below a given folder.
    pub path: PathBuf,
    /// What its place says about it.
    pub placement: Placement,
}

/// Why the program cannot run, in words of `ui.ftl`.
#[derive(Debug)]
pub struct Failure(Message);

impl Failure {
    /// An error with this message.
    pub fn new(message: Message) -> Self {
        Failure(message)
    }

    /// The message, to be put into words.
    pub fn message(&self) -> &Message {
        &self.0
    }
}

impl fmt::Display for Failure {
    /// In English; the console prints it in the language asked for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let english = Interface::new(&Locale::undetermined());
        f.write_str(&english.format(self.0.id, &self.0.args))
    }
}

impl std::error::Error for Failure {}
