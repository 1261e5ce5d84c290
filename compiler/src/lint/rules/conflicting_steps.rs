//! RUN001: two steps of one runbook that contradict each other.

use crate::diagnostic::{Diagnostic, Message};
use crate::lint::{ProcedureView, Rule};
use crate::procedure::FindingKind;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds two steps that who follows the article does one after the other, and that set one
    /// property to two values, or do the same to one object and to all of them.
    ///
    /// It looks at what the article asks to do as `plan` shows it, which takes time, and is run
    /// only where it is asked for: `--select RUN`, or `RUN = "warning"` under `[rules]`.
    ///
    /// ## Why is this bad?
    ///
    /// Only one of them is meant, and the article does not say which. A runbook would do both, and
    /// the later wins.
    ///
    /// ## Example
    ///
    /// ```md
    /// Keep the reports for a week:
    ///
    ///     Set-CsReportConfiguration -KeepDays 7
    ///
    /// Keep the reports for a month:
    ///
    ///     Set-CsReportConfiguration -KeepDays 30
    /// ```
    pub(crate) static CONFLICTING_STEPS = {
        code: "RUN001",
        name: "conflicting-steps",
        severity: Warning,
        certainty: Probable,
        check: Check::Procedure(check),
    };
}

fn check(rule: &Rule, view: &ProcedureView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let kinds = [FindingKind::ConflictingWrites, FindingKind::BothArms];
    for finding in view.findings(&kinds) {
        let [earlier, later] = finding.parts.as_slice() else {
            continue;
        };
        let Some(other) = view.code(earlier) else {
            continue;
        };
        let message = Message::new("lint-conflicting-steps").with("other", other);
        diagnostics.extend(view.diagnostic(rule, later, message, &[earlier]));
    }
}
