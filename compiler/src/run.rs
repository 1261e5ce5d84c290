//! The interactive runner: goes through a [`Sheet`] step by step, asks a person in their language,
//! runs commands in shells of this machine, and keeps a journal.
//!
//! It does what a generated script does, with the same answers, exit codes and journal, so either
//! can go on where the other ended. It never decides what a command is: that is the sheet's.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use crate::emit::sheet::Sheet;
use crate::l10n::Interface;
use crate::procedure::verification::Execution;

mod alert;
mod back;
mod close;
mod deed;
mod desk;
mod edit;
mod face;
mod file;
mod journal;
mod list;
mod lock;
mod merge;
mod offer;
mod open;
mod output;
mod plan;
mod report;
mod rights;
mod session;
mod stop;
mod usage;
mod values;
mod walk;

pub use list::list;
pub use report::{Format, report};
pub use stop::Exit;

/// What a person asks to be done.
#[derive(Debug)]
pub struct Request {
    /// The procedure in the language of the run.
    pub sheet: Sheet,
    /// Id of the goal; asked for on a terminal where it is not given.
    pub goal: Option<String>,
    /// Id of the step to start at.
    pub from: Option<String>,
    /// Id of the one step to do.
    pub only: Option<String>,
    /// Values of parameters, by id.
    pub values: BTreeMap<String, String>,
    /// Answers to questions, by id.
    pub answers: BTreeMap<String, String>,
    /// Where the journal is kept, if not at the usual place.
    pub journal: Option<PathBuf>,
    /// Whether it goes on where the journal ends.
    pub resume: bool,
    /// Whether what is harmless is confirmed in advance.
    pub yes: bool,
    /// Whether what was done is taken back.
    pub back: bool,
    /// The hosts of roles, by the role's id.
    pub roles: BTreeMap<String, String>,
    /// The words of the command line that begin this run, to be repeated when it goes on.
    pub command: Vec<String>,
    /// Whether all is shown and nothing done.
    pub dry_run: bool,
    /// How long a command may take.
    pub timeout: Option<Duration>,
    /// When to use colour.
    pub color: anstream::ColorChoice,
}

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    /// Its exit code.
    pub exit: Exit,
    /// The journal, where one was kept.
    pub journal: Option<PathBuf>,
}

/// The id of the article that the last run of a journal was of, and the steps that did well in it,
/// with the record of each; none where there is no run.
pub fn executed(journal: &str) -> Option<(String, Vec<(String, Execution)>)> {
    journal::executed(journal)
}

/// Goes through the steps of one goal. Says what there is to say, an error at the end included.
pub fn run(request: Request) -> Ended {
    let interface = Interface::new(&request.sheet.locale);
    let mut face = face::Face::new(interface, request.color);
    let mut walk = match walk::Walk::begin(&request, &mut face) {
        Ok(walk) => walk,
        Err(stop) => {
            face.stop(&stop, None);
            let journal = None;
            return Ended {
                exit: stop.exit,
                journal,
            };
        }
    };
    let result = walk.go();
    walk.end(result)
}
