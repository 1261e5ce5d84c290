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
use crate::lint::Unknown;
use crate::source::Locale;

pub mod baseline;
mod catalogues;
pub mod config;
mod discover;
mod gather;
pub mod ignored;
mod layout;
pub mod output;
mod pattern;
mod read;
pub mod reviews;
pub mod rewrite;
mod selection;
pub mod site;
pub mod standing;
pub mod terms;
mod walk;

pub use catalogues::{catalogue, pages, write_catalogue};
pub use discover::{discover, survey};
pub use layout::Patterns;
pub use read::read;
pub use selection::{Selection, no_doubles};

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
pub struct Failure(Vec<Message>);

impl Failure {
    /// An error with this message.
    pub fn new(message: Message) -> Self {
        Failure(vec![message])
    }

    /// The error for a rule that there is not.
    pub fn no_rule(unknown: &Unknown) -> Self {
        let failure = Failure::new(Message::new("cli-error-no-rule").with("rule", &unknown.asked));
        match unknown.suggestions.first() {
            Some(known) => failure.and(Message::new("cli-did-you-mean").with("known", *known)),
            None => failure,
        }
    }

    /// The same error with one more sentence.
    pub fn and(mut self, message: Message) -> Self {
        self.0.push(message);
        self
    }

    /// It in words.
    pub fn words(&self, interface: &Interface) -> String {
        let words = self.0.iter().map(|m| interface.format(m.id, &m.args));
        words.collect::<Vec<_>>().join("; ")
    }
}

impl fmt::Display for Failure {
    /// In English; the console prints it in the language asked for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let english = Interface::new(&Locale::undetermined());
        f.write_str(&self.words(&english))
    }
}

impl std::error::Error for Failure {}
