//! COD005: a parameter that its cmdlet does not have.

use crate::diagnostic::Diagnostic;
use crate::lint::commands::{self, Lack};
use crate::lint::{FaultView, Rule};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a parameter, in a code block or in inline code, that the catalogue does not know of its
    /// cmdlet: neither by name nor by an alias, and not the beginning of one. It is about the
    /// article's command, the same in all locales, and is reported once, in the source or in the
    /// first locale.
    ///
    /// Where a known name is a letter or two away, that is what was meant. Else it is an information
    /// only: the parameter may belong to another version of the product.
    ///
    /// ## Why is this bad?
    ///
    /// The command does not run.
    ///
    /// ## Example
    ///
    /// ```powershell
    /// Get-CsUser -Fiter {Enabled -eq $True}
    /// ```
    ///
    /// Meant is `-Filter`.
    pub(crate) static UNKNOWN_PARAMETER = {
        code: "COD005",
        name: "unknown-parameter",
        severity: Warning,
        certainty: Probable,
        check: Check::Fault(check),
    };
}

fn check(rule: &Rule, view: &FaultView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if view.fault.lack == Lack::Parameter {
        diagnostics.push(commands::diagnostic(rule, view, "lint-unknown-parameter"));
    }
}
