//! A command as a cell that runme reads: named by its step, and run with others only where it
//! changes nothing.
//!
//! A cell never has a sample in it. In bash a parameter is a variable that must be set; PowerShell
//! has no such thing, so there its name stands in angle brackets, which PowerShell refuses to run.

use std::collections::BTreeSet;

use super::escape::fence;
use crate::emit::bash::{self, Reference};
use crate::emit::outline::Deed;
use crate::emit::script::keeps_state;
use crate::procedure::{Action, CodePiece, Command, Procedure, Risk, Step, Task};
use crate::shell::Dialect;

/// The steps that come after one that leaves something in its shell: a cell has a shell of its own.
pub(super) fn bound(procedure: &Procedure) -> BTreeSet<&str> {
    let leaves = |step: &&Step| match &step.action {
        Action::Command(command) => keeps_state(command) && !bash::only_exports(command),
        _ => false,
    };
    let steps = procedure.tasks.iter().flat_map(Task::steps);
    let after = steps.skip_while(|step| !leaves(step)).skip(1);
    after.map(|step| step.id.as_str()).collect()
}

/// The fence of a command.
pub(super) fn cell(step: &Step, command: &Command, deed: &Deed<'_>, is_bound: bool) -> String {
    let (language, code) = match command.dialect {
        Dialect::PowerShell => ("powershell", named(&command.pieces)),
        Dialect::Bash => {
            let code = bash::substituted_as(command, Reference::Required);
            ("bash", code.unwrap_or_else(|_| named(&command.pieces)))
        }
    };
    let is_filled = |piece: &CodePiece| matches!(piece, CodePiece::Verbatim(_));
    let runs = matches!(deed, Deed::Run { .. })
        && !is_bound
        && !loses_dollars(&code)
        && (command.dialect == Dialect::Bash || command.pieces.iter().all(is_filled));
    let reads = matches!(step.risk, Risk::None | Risk::Read);
    let attributes = match (runs, reads) {
        (false, _) => "{\"excludeFromRunAll\":\"true\"}".to_owned(),
        (true, false) => format!(
            "{{\"excludeFromRunAll\":\"true\",\"name\":\"{}\"}}",
            step.id
        ),
        (true, true) => format!("{{\"interactive\":\"false\",\"name\":\"{}\"}}", step.id),
    };
    fence(&code, &format!("{language} {attributes}"))
}

/// Whether a line begins with a dollar sign, which runme takes for a prompt.
fn loses_dollars(code: &str) -> bool {
    code.lines().any(|line| line.starts_with('$'))
}

/// Code with the names of parameters in the place of their samples.
pub(super) fn named(pieces: &[CodePiece]) -> String {
    let piece = |piece: &CodePiece| match piece {
        CodePiece::Verbatim(text) => text.clone(),
        CodePiece::Parameter { id, .. } => format!("<{id}>"),
    };
    pieces.iter().map(piece).collect()
}
