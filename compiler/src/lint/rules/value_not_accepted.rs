//! COD006: a value that its parameter does not accept.

use crate::diagnostic::Diagnostic;
use crate::lint::commands::{self, Lack};
use crate::lint::{FaultView, Rule};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a constant, in a code block or in inline code, that is none of the values that the
    /// catalogue lists for its parameter; for a Boolean these are `$true` and `$false`. It is about
    /// the article's command, the same in all locales, and is reported once, in the source or in the
    /// first locale.
    ///
    /// ## Why is this bad?
    ///
    /// The command does not run.
    ///
    /// ## Example
    ///
    /// ```powershell
    /// Set-CsUser -Identity "Ana Prado" -EnterpriseVoiceEnabled True
    /// ```
    ///
    /// Meant is `$true`: the word `True` cannot be converted to a Boolean.
    pub(crate) static VALUE_NOT_ACCEPTED = {
        code: "COD006",
        name: "value-not-accepted",
        severity: Warning,
        certainty: Probable,
        check: Check::Fault(check),
    };
}

fn check(rule: &Rule, view: &FaultView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if view.fault.lack == Lack::Value {
        diagnostics.push(commands::diagnostic(rule, view, "lint-value-not-accepted"));
    }
}
