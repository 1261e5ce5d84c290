//! How far each command of a procedure is verified, and on what grounds: the locales that have the
//! same code, its grammar, the catalogue.
//!
//! It only looks: what a step does is not changed by how well it is borne out.

use std::collections::{BTreeMap, BTreeSet};

use super::{Action, Command, FileEdit, Item, Procedure, Step, Verification};
use crate::align::{Alignment, RowId};
use crate::canon::{Canon, CanonicalCode};
use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::shell::{Dialect, FileFormat, xml};
use crate::source::Locale;

/// Why a command is verified as far as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The locales that have the same code.
    pub same: Vec<Locale>,
    /// Those that have other code in its place.
    pub differing: Vec<Locale>,
    /// The modules of the catalogue that its cmdlets belong to.
    pub modules: BTreeSet<String>,
    /// What no catalogue knows of it.
    pub unknown: Vec<String>,
    /// The run in which it did well.
    pub executed: Option<Execution>,
}

/// A run in which a command did well, as a journal tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Execution {
    /// When, in UTC to the second.
    pub at: String,
    /// The name of the machine.
    pub host: String,
    /// What ran it.
    pub driver: String,
    /// The digest of all that the runbook did then.
    pub digest: String,
}

/// Works out how far each step with a command is verified, with the records.
pub fn verify(
    procedure: &mut Procedure,
    article: &Article,
    alignment: &Alignment,
    canon: &Canon,
    catalogue: &Catalogue,
) {
    let code: BTreeMap<RowId, &CanonicalCode> = canon.code.iter().map(|c| (c.row, c)).collect();
    let code_of = |step: &Step| -> Vec<&CanonicalCode> {
        let units = step.sources.iter();
        let units = units.filter_map(|id| alignment.units.get(id.0 as usize));
        units.filter_map(|u| code.get(&u.row).copied()).collect()
    };
    let items = procedure.tasks.iter_mut().flat_map(|t| &mut t.items);
    let steps = items.flat_map(|item| match item {
        Item::Step(step) => vec![&mut **step],
        Item::Choice(choice) => choice.arms.iter_mut().flat_map(|a| &mut a.steps).collect(),
    });
    for step in steps.filter(|s| s.action != Action::None) {
        let mut record = locales(article, &code_of(step));
        step.verification = match &step.action {
            Action::None => continue,
            Action::Command(command) => {
                of_command(step.verification, command, catalogue, &mut record)
            }
            Action::Edit(edit) => of_edit(step.verification, edit),
        };
        procedure.records.insert(step.id.clone(), record);
    }
}

/// The locales that have all of a step's code, and those that have other code there.
fn locales(article: &Article, code: &[&CanonicalCode]) -> Record {
    let mut record = Record::default();
    for (column, document) in article.documents.iter().enumerate() {
        let mut readings = code
            .iter()
            .map(|c| c.readings.get(column).copied().flatten());
        let says = readings.clone().flatten().next().is_some();
        let list = match readings.all(|r| r.is_some_and(|(_, same)| same)) {
            true if says => &mut record.same,
            _ if says => &mut record.differing,
            _ => continue,
        };
        list.push(document.locale.clone());
    }
    record
}

/// A command that parses is known where a catalogue has all of it.
fn of_command(
    level: Verification,
    command: &Command,
    catalogue: &Catalogue,
    record: &mut Record,
) -> Verification {
    if command.dialect != Dialect::PowerShell {
        return level;
    }
    let known = catalogue.known(&command.code, &command.script);
    let is_known = known.is_whole() && level == Verification::Parses;
    record.modules = known.modules;
    record.unknown = known.unknown;
    if is_known { Verification::Known } else { level }
}

/// File content has a grammar as well, where it is XML or JSON.
fn of_edit(level: Verification, edit: &FileEdit) -> Verification {
    let parses = match edit.format {
        FileFormat::Xml => xml::tags(&edit.content).is_some_and(|tags| !tags.is_empty()),
        FileFormat::Json => serde_json::from_str::<serde::de::IgnoredAny>(&edit.content).is_ok(),
        FileFormat::Yaml | FileFormat::Text => false,
    };
    match level {
        Verification::Consistent if parses => Verification::Parses,
        level => level,
    }
}
