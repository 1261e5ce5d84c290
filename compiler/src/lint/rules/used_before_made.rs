//! RUN002: a step that needs what only a later one makes.

use crate::diagnostic::{Diagnostic, Message};
use crate::lint::{ProcedureView, Rule};
use crate::procedure::FindingKind;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a command that names an object which a later command of the article makes, or a value
    /// that only a later one shows.
    ///
    /// It looks at what the article asks to do as `plan` shows it, which takes time, and is run
    /// only where it is asked for: `--select RUN`, or `RUN = "warning"` under `[rules]`.
    ///
    /// ## Why is this bad?
    ///
    /// Who follows the article from top to bottom is stopped by an error in the middle of the work.
    ///
    /// ## Example
    ///
    /// ```md
    /// Give the policy to the mailbox:
    ///
    ///     Grant-CsReportPolicy -Identity "Kim" -PolicyName "Weekly.Contoso"
    ///
    /// Create the policy:
    ///
    ///     New-CsReportPolicy -Identity "Weekly.Contoso"
    /// ```
    pub(crate) static USED_BEFORE_MADE = {
        code: "RUN002",
        name: "used-before-made",
        severity: Warning,
        certainty: Probable,
        check: Check::Procedure(check),
    };
}

fn check(rule: &Rule, view: &ProcedureView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for finding in view.findings(&[FindingKind::UsedBeforeMade]) {
        let [maker, user] = finding.parts.as_slice() else {
            continue;
        };
        let message = Message::new("lint-used-before-made").with("value", &finding.value);
        diagnostics.extend(view.diagnostic(rule, user, message, &[maker]));
    }
}
