//! `approved.toml`: the commands of an article that a person has approved, beside the review.
//!
//! What counts is what is run, byte for byte: a command that was moved or is told in other words
//! stays approved, one that says anything else is new.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::procedure::{Action, Procedure, Task};

/// The name of the file beside `review.toml`.
pub const FILE_NAME: &str = "approved.toml";

const SCHEMA: &str = "runbookc.approved/1";

const HEADER: &str = "\
# The commands of this article that a person has approved. `runbookc verify` stops at any other;
# `runbookc verify --approve` writes this file. A `note` is kept.

";

/// A command, or a change to a file, that runbooks carry out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Id of the first step that does it.
    pub step: String,
    /// Its language; for a change to a file the format of that.
    pub shell: String,
    /// The file that is changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The element of the file that the code goes under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// What a person says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The code.
    pub code: String,
}

/// What makes it the same: all but the step and the note.
type Identity<'a> = (&'a str, Option<&'a str>, Option<&'a str>, &'a str);

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    #[serde(default, rename = "command")]
    commands: Vec<Approval>,
}

/// How the commands of a procedure stand to those that were approved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Those that were not approved, in the order of the procedure.
    pub new: Vec<Approval>,
    /// Those that were approved and are in the procedure no more.
    pub gone: Vec<Approval>,
}

impl Approval {
    fn identity(&self) -> Identity<'_> {
        let (file, parent) = (self.file.as_deref(), self.parent.as_deref());
        (&self.shell, file, parent, &self.code)
    }
}

/// What the runbooks of a procedure carry out, each once, in its order.
pub fn commands(procedure: &Procedure) -> Vec<Approval> {
    let withheld = super::withheld(procedure);
    let withheld: BTreeSet<&str> = withheld.iter().map(|w| w.step.as_str()).collect();
    let mut seen = BTreeSet::new();
    let steps = procedure.tasks.iter().flat_map(Task::steps);
    let steps = steps.filter(|s| !withheld.contains(s.id.as_str()));
    let done = steps.filter_map(|step| approval(&step.id, &step.action));
    done.filter(|a| seen.insert(format!("{:?}", a.identity())))
        .collect()
}

fn approval(step: &str, action: &Action) -> Option<Approval> {
    let plain = |shell: &str, code: &str| Approval {
        step: step.to_owned(),
        shell: shell.to_owned(),
        file: None,
        parent: None,
        note: None,
        code: code.to_owned(),
    };
    match action {
        Action::None => None,
        Action::Command(command) => Some(plain(command.dialect.name(), &command.code)),
        Action::Edit(edit) => Some(Approval {
            file: Some(edit.path()),
            parent: edit.parent.clone(),
            ..plain(edit.format.name(), &edit.content)
        }),
    }
}

/// How `commands` stand to the ones that were approved.
pub fn compare(commands: &[Approval], approved: &[Approval]) -> Standing {
    let without = |list: &[Approval], other: &[Approval]| {
        let other: BTreeSet<Identity<'_>> = other.iter().map(Approval::identity).collect();
        let missing = list.iter().filter(|a| !other.contains(&a.identity()));
        missing.cloned().collect()
    };
    Standing {
        new: without(commands, approved),
        gone: without(approved, commands),
    }
}

/// `commands` with the notes of those that were approved before.
pub fn with_notes(commands: &[Approval], approved: &[Approval]) -> Vec<Approval> {
    let notes: BTreeMap<Identity<'_>, &Option<String>> =
        approved.iter().map(|a| (a.identity(), &a.note)).collect();
    let noted = |command: &Approval| Approval {
        note: notes.get(&command.identity()).copied().cloned().flatten(),
        ..command.clone()
    };
    commands.iter().map(noted).collect()
}

/// The text of the file; the same commands give the same bytes.
pub fn write(commands: &[Approval]) -> String {
    let file = File {
        schema: SCHEMA.to_owned(),
        commands: commands.to_vec(),
    };
    let text = toml::to_string_pretty(&file).expect("approvals are plain data");
    format!("{HEADER}{text}")
}

/// Reads the text of the file.
///
/// # Errors
///
/// The reason, with line and column, if it is none.
pub fn parse(text: &str) -> Result<Vec<Approval>, String> {
    let text = text.replace("\r\n", "\n");
    let file: File = toml::from_str(&text).map_err(|e| e.to_string())?;
    match file.schema == SCHEMA {
        true => Ok(file.commands),
        false => Err(format!(
            "the schema is `{}` and not `{SCHEMA}`",
            file.schema
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn approval(code: &str, note: Option<&str>) -> Approval {
        Approval {
            step: "0123456789ab".to_owned(),
            shell: "bash".to_owned(),
            file: None,
            parent: None,
            note: note.map(str::to_owned),
            code: code.to_owned(),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let codes = [
            "ls",
            "a \\\n  b 'c'\n",
            "\"'''\"",
            "x\ty \u{1b} \u{202e} 中",
            "# a\n[x]",
        ];
        let all: Vec<Approval> = codes
            .iter()
            .map(|c| approval(c, Some("why\nnot")))
            .collect();
        assert_eq!(parse(&write(&all)).unwrap(), all);
        assert_eq!(parse(&write(&[])).unwrap(), []);
        assert!(parse("schema = \"x/1\"").is_err());
        assert!(parse("schema = \"runbookc.approved/1\"\nmore = 1").is_err());
    }

    #[test]
    fn any_other_byte_is_another_command() {
        let approved = [
            approval("rm -r /tmp/a", Some("agreed")),
            approval("ls", None),
        ];
        let mut moved = approval("rm -r /tmp/a", None);
        moved.step = "ffffffffffff".to_owned();
        let now = [moved, approval("ls ", None)];
        let standing = compare(&now, &approved);
        assert_eq!(standing.new, [approval("ls ", None)]);
        assert_eq!(standing.gone, [approval("ls", None)]);
        assert_eq!(
            with_notes(&now, &approved)[0].note.as_deref(),
            Some("agreed")
        );
    }
}
