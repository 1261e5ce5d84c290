//! SUP002: a comment that asks to ignore a finding and does not say why.

use crate::diagnostic::{Diagnostic, Message};
use crate::lint::{Rule, SuppressionView, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a comment `runbookc-ignore` that gives no reason behind a colon. It ignores nothing.
    ///
    /// ## Why is this bad?
    ///
    /// Whoever reads it later cannot tell whether it still holds, and an operator may be hurt by
    /// what it hides.
    ///
    /// ## Example
    ///
    /// ```md
    /// <!-- runbookc-ignore LIT001 -->
    /// ```
    ///
    /// instead of
    ///
    /// ```md
    /// <!-- runbookc-ignore LIT001: the folder has this name on French systems -->
    /// ```
    pub(crate) static SUPPRESSION_WITHOUT_REASON = {
        code: "SUP002",
        name: "suppression-without-reason",
        severity: Warning,
        certainty: Certain,
        check: Check::Suppression(check),
    };
}

fn check(rule: &Rule, view: &SuppressionView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let suppression = view.suppression;
    if suppression.has_reason || suppression.rules.is_empty() {
        return;
    }
    let message = Message::new("lint-suppression-without-reason");
    let span = suppression.span;
    diagnostics.push(report::diagnostic(
        rule,
        view.whole,
        view.column,
        span,
        message,
    ));
}
