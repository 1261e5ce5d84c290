//! RUN003: a value of an example in a command that is run.

use crate::diagnostic::{Diagnostic, Message};
use crate::lint::{ProcedureView, Rule};
use crate::procedure::FindingKind;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a value that stands for the reader's own (`server01.contoso.com`, `<pool>`) in a place
    /// of a command or file where it cannot be made a parameter of the runbook.
    ///
    /// It looks at what the article asks to do as `plan` shows it, which takes time, and is run
    /// only where it is asked for: `--select RUN`, or `RUN = "warning"` under `[rules]`.
    ///
    /// ## Why is this bad?
    ///
    /// A runbook would run the command with the example in it, so its step is withheld.
    ///
    /// ## Example
    ///
    /// A command has the host of the example in the middle of an expression that the shell works
    /// out: `"$($name)server01.contoso.com"`.
    pub(crate) static SAMPLE_LEFT = {
        code: "RUN003",
        name: "sample-left",
        severity: Warning,
        certainty: Probable,
        check: Check::Procedure(check),
    };
}

fn check(rule: &Rule, view: &ProcedureView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for finding in view.findings(&[FindingKind::SampleLeft]) {
        let message = Message::new("lint-sample-left").with("value", &finding.value);
        let steps = finding.parts.iter();
        diagnostics.extend(steps.filter_map(|s| view.diagnostic(rule, s, message.clone(), &[])));
    }
}
