//! Whether a step needs the rights of an administrator: by the commands that it calls, and by the
//! folder of the file that it changes.
//!
//! It is an expectation and not a rule of any system, so a person can go on against it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::outline::Deed;
use crate::procedure::{Risk, Step};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Elevated {
    commands: BTreeSet<String>,
    folders: Vec<String>,
}

static ELEVATED: LazyLock<Elevated> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/elevated.toml"))
        .expect("the embedded table of what needs rights is valid: a test holds")
});

/// Whether what a runbook does at a step needs the rights of an administrator.
pub(super) fn needs_rights(step: &Step, deed: &Deed<'_>) -> bool {
    match deed {
        Deed::Run { command, .. } => {
            let mut names = command.script.invocations().map(|i| i.command());
            step.risk > Risk::Read && names.any(is_elevated)
        }
        Deed::Write(edit) | Deed::Merge { edit, .. } => {
            let path = edit.path().to_lowercase();
            ELEVATED
                .folders
                .iter()
                .any(|folder| path.starts_with(folder.as_str()))
        }
        _ => false,
    }
}

fn is_elevated(command: &str) -> bool {
    let base = command.rsplit(['/', '\\']).next().unwrap_or(command);
    let base = base.to_ascii_lowercase();
    ELEVATED
        .commands
        .contains(base.strip_suffix(".exe").unwrap_or(&base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_known_by_its_name_wherever_it_lies() {
        assert!(is_elevated(r"C:\Windows\System32\inetsrv\appcmd.exe"));
        assert!(is_elevated("/usr/sbin/useradd"));
        assert!(is_elevated("Restart-Service"));
        assert!(!is_elevated("sudo"));
        assert!(!is_elevated("Get-Service"));
        assert!(ELEVATED.folders.iter().all(|f| *f == f.to_lowercase()));
    }
}
