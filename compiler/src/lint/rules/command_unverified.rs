//! RUN004: a command that its own shell cannot read.

use crate::diagnostic::{Diagnostic, Message};
use crate::lint::{ProcedureView, Rule};
use crate::procedure::{Action, Verification};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a command that all locales have alike and that is not in the grammar of its shell: a
    /// quotation mark without the other, a line that goes on without saying so.
    ///
    /// It looks at what the article asks to do as `plan` shows it, which takes time, and is run
    /// only where it is asked for: `--select RUN`, or `RUN = "warning"` under `[rules]`.
    ///
    /// ## Why is this bad?
    ///
    /// Who copies it gets an error, or runs half of it. A runbook does not run it.
    ///
    /// ## Example
    ///
    /// ```powershell
    /// Set-CsReportConfiguration -Identity "Weekly
    /// ```
    pub(crate) static COMMAND_UNVERIFIED = {
        code: "RUN004",
        name: "command-unverified",
        severity: Info,
        certainty: Probable,
        check: Check::Procedure(check),
    };
}

fn check(rule: &Rule, view: &ProcedureView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for step in view.steps() {
        let is_command = matches!(step.action, Action::Command(_));
        if !is_command || step.verification != Verification::Consistent {
            continue;
        }
        let message = Message::new("lint-command-unverified");
        diagnostics.extend(view.diagnostic(rule, &step.id, message, &[]));
    }
}
