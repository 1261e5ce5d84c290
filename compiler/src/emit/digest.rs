//! SHA-256 of what a runbook does and of what it was made from.

use sha2::{Digest, Sha256};

use crate::procedure::{Action, Procedure, Task};

/// The digest of `bytes` in lower-case hex digits.
pub(super) fn hex(bytes: impl AsRef<[u8]>) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of the ids and actions of all steps: the same in all locales, and another as soon as
/// a runbook would do something else. A journal is resumed only by a runbook that does the same.
pub(super) fn of_commands(procedure: &Procedure) -> String {
    let mut hash = Sha256::new();
    for goal in &procedure.goals {
        hash.update(format!("goal {} {}\0", goal.id, goal.tasks.join(" ")));
    }
    for step in procedure.tasks.iter().flat_map(Task::steps) {
        hash.update(format!("step {}\0{}\0", step.id, action(&step.action)));
    }
    let digest = hash.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a step does, byte for byte; empty where a person acts.
pub(super) fn action(action: &Action) -> String {
    match action {
        Action::None => String::new(),
        Action::Command(command) => command.code.clone(),
        Action::Edit(edit) => {
            let place = [
                edit.folder.as_deref(),
                Some(&edit.file),
                edit.parent.as_deref(),
            ];
            let place: Vec<&str> = place.into_iter().map(Option::unwrap_or_default).collect();
            format!("{}\0{}", place.join("\0"), edit.content)
        }
    }
}
