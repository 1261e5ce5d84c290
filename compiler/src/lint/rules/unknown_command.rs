//! COD004: a command that no catalogue has.

use crate::diagnostic::Diagnostic;
use crate::lint::commands::{self, Lack};
use crate::lint::{FaultView, Rule};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a cmdlet, in a code block or in inline code, that no catalogue has although its family
    /// is there: other cmdlets with its noun, or its module. It is about the article's command, the
    /// same in all locales, and is reported once, in the source or in the first locale.
    ///
    /// Where a known name is a letter or two away, that is what was meant. Else it is an information
    /// only: the cmdlet may belong to another version of the product.
    ///
    /// ## Why is this bad?
    ///
    /// The command does not run.
    ///
    /// ## Example
    ///
    /// ```powershell
    /// et-CsUser -Identity "Ana Prado"
    /// ```
    ///
    /// Meant is `Get-CsUser` or `Set-CsUser`: that it is one of several is why no fix is given.
    pub(crate) static UNKNOWN_COMMAND = {
        code: "COD004",
        name: "unknown-command",
        severity: Warning,
        certainty: Probable,
        check: Check::Fault(check),
    };
}

fn check(rule: &Rule, view: &FaultView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if view.fault.lack == Lack::Command {
        diagnostics.push(commands::diagnostic(rule, view, "lint-unknown-command"));
    }
}
