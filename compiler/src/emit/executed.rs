//! `executed.toml`: the commands of an article that a journal shows to have done well, beside the
//! review. It is what lifts a command to the highest level of verification.
//!
//! A record is for what was run, byte for byte: when a command changes, its record is void.

use serde::{Deserialize, Serialize};

use super::digest::{action, hex, of_commands};
use crate::procedure::verification::Execution;
use crate::procedure::{Action, Item, Procedure, Step, Task, Verification};

/// The name of the file beside `review.toml`.
pub const FILE_NAME: &str = "executed.toml";

const SCHEMA: &str = "runbookc.executed/1";

const HEADER: &str = "\
# The commands of this article that did well in a run, as its journal tells. Written by
# `runbookc verify --record JOURNAL`; a record counts as long as its command is the same.

";

/// The record of a command.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// Id of the step.
    pub step: String,
    /// SHA-256 of what it does.
    pub sha256: String,
    /// When, in UTC to the second.
    pub at: String,
    /// The name of the machine.
    pub host: String,
    /// What ran it.
    pub driver: String,
    /// The digest of all that the runbook did then.
    pub digest: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    #[serde(default, rename = "command")]
    commands: Vec<Recorded>,
}

/// Reads the file.
///
/// # Errors
///
/// Why it is no such file.
pub fn parse(text: &str) -> Result<Vec<Recorded>, String> {
    let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
    match file.schema == SCHEMA {
        true => Ok(file.commands),
        false => Err(format!("schema is not {SCHEMA}")),
    }
}

/// Writes the file.
pub fn write(commands: &[Recorded]) -> String {
    let file = File {
        schema: SCHEMA.to_owned(),
        commands: commands.to_vec(),
    };
    let text = toml::to_string(&file).expect("records are plain data");
    format!("{HEADER}{text}")
}

/// The records of a procedure's commands, in its order: those that were there and are still of the
/// same commands, and those of a run with the same digest; of two the later one. None where the
/// run was of other commands.
pub fn recorded(
    procedure: &Procedure,
    before: &[Recorded],
    run: &[(String, Execution)],
) -> Option<Vec<Recorded>> {
    let digest = of_commands(procedure);
    if run.iter().any(|(_, execution)| execution.digest != digest) {
        return None;
    }
    let steps = procedure.tasks.iter().flat_map(Task::steps);
    let acting = steps.filter(|step| step.action != Action::None);
    let record = |step: &Step| {
        let sha256 = hex(action(&step.action));
        let new = run.iter().filter(|(id, _)| *id == step.id);
        let new = new.map(|(id, execution)| Recorded {
            step: id.clone(),
            sha256: sha256.clone(),
            at: execution.at.clone(),
            host: execution.host.clone(),
            driver: execution.driver.clone(),
            digest: execution.digest.clone(),
        });
        let old = before
            .iter()
            .filter(|r| r.step == step.id && r.sha256 == sha256);
        old.cloned().chain(new).max_by(|a, b| a.at.cmp(&b.at))
    };
    Some(acting.filter_map(record).collect())
}

/// Lifts commands that are the same as those of the records. One that the locales do not agree on,
/// or that does not parse, stays where it is.
pub fn apply(procedure: &mut Procedure, records: &[Recorded]) {
    let items = procedure.tasks.iter_mut().flat_map(|t| &mut t.items);
    let steps = items.flat_map(|item| match item {
        Item::Step(step) => vec![&mut **step],
        Item::Choice(choice) => choice.arms.iter_mut().flat_map(|a| &mut a.steps).collect(),
    });
    for step in steps.filter(|step| step.verification >= Verification::Parses) {
        let sha256 = hex(action(&step.action));
        let mut own = records.iter().filter(|r| r.step == step.id);
        let Some(record) = own.find(|record| record.sha256 == sha256) else {
            continue;
        };
        step.verification = Verification::Executed;
        let reasons = procedure.records.entry(step.id.clone()).or_default();
        reasons.executed = Some(Execution {
            at: record.at.clone(),
            host: record.host.clone(),
            driver: record.driver.clone(),
            digest: record.digest.clone(),
        });
    }
}
