//! The files that a verb works on, read once; phases may run over them again with other texts.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::arguments::{Inputs, Wanted};
use crate::catalog::Catalogue;
use crate::corpus::{Candidate, Placement};
use crate::diagnostic::Notice;
use crate::source::SourceFile;
use crate::workspace::config::Configuration;
use crate::workspace::{self, Entry, Selection};
use crate::{lint, markdown};

/// The files, and what was said about how to read them.
pub(super) struct Files {
    /// Which files were asked for.
    pub(super) selection: Selection,
    /// What `runbookc.toml` says.
    pub(super) configuration: Arc<Configuration>,
    /// Which rules are run, and how.
    pub(super) settings: Arc<lint::Settings>,
    /// What is known of commands.
    pub(super) catalogue: Arc<Catalogue>,
    /// What is to be said about files that are left out.
    pub(super) notices: Vec<Notice>,
    given: Vec<Given>,
}

/// A file that was read.
struct Given {
    placement: Placement,
    file: Arc<SourceFile>,
}

/// Finds and reads the files that flags and configuration select.
pub(super) fn read(inputs: &Inputs, wanted: &Wanted) -> anyhow::Result<Files> {
    let configuration = inputs.configuration()?;
    // A slip in a rule's name is an error whatever the verb.
    let settings = wanted.settings(&configuration)?;
    let catalogue = workspace::catalogue(&configuration)?;
    let (selection, found) = workspace::discover(inputs.selection(), &configuration)?;
    let read = |entry: Entry| {
        workspace::read(&entry.path).map(|file| Given {
            placement: entry.placement,
            file: Arc::new(file),
        })
    };
    let results: Vec<Result<Given, Notice>> = found.entries.into_par_iter().map(read).collect();
    let mut files = Files {
        selection,
        configuration: Arc::new(configuration),
        settings: Arc::new(settings),
        catalogue: Arc::new(catalogue),
        notices: found.notices,
        given: Vec::with_capacity(results.len()),
    };
    for result in results {
        match result {
            Ok(given) => files.given.push(given),
            Err(notice) => files.notices.push(notice),
        }
    }
    Ok(files)
}

impl Files {
    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.given.len()
    }

    /// Parses all files, and calls `step` after each.
    pub(super) fn parse(&self, step: impl Fn() + Sync) -> Vec<Candidate> {
        let parse = |given: &Given| {
            let parsed = markdown::parse(Arc::clone(&given.file));
            step();
            Candidate {
                placement: given.placement.clone(),
                parsed,
            }
        };
        self.given.par_iter().map(parse).collect()
    }

    /// Puts other texts in the place of those that were read.
    pub(super) fn replace(&mut self, texts: &BTreeMap<PathBuf, Arc<SourceFile>>) {
        for given in &mut self.given {
            if let Some(file) = texts.get(given.file.path()) {
                given.file = Arc::clone(file);
            }
        }
    }

    /// The texts as they are now, by path.
    pub(super) fn texts(&self) -> BTreeMap<PathBuf, Arc<SourceFile>> {
        let files = self.given.iter().map(|g| &g.file);
        files
            .map(|f| (f.path().to_owned(), Arc::clone(f)))
            .collect()
    }
}
