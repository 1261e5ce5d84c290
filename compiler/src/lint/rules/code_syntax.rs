//! COD003: a command that does not parse any more.

use crate::diagnostic::Diagnostic;
use crate::lint::code::{self, Difference};
use crate::lint::{ArticleView, Rule};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a block of commands that its shell's grammar refuses, where the same block in the
    /// source or in most other locales parses.
    ///
    /// ## Why is this bad?
    ///
    /// At best it does not run. At worst a lost quote joins two commands, or an argument ends early.
    ///
    /// ## Example
    ///
    /// ```powershell
    /// Set-CtsMailbox -Identity "Ana Souza -Force
    /// ```
    ///
    /// where the source closes the quote after the name.
    pub(crate) static CODE_SYNTAX = {
        code: "COD003",
        name: "code-syntax",
        severity: Error,
        certainty: Certain,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for block in code::damaged(whole).filter(code::Block::is_broken) {
        // Characters that only look right are a rule of their own.
        let differs = block
            .hunks
            .iter()
            .filter(|h| h.kind != Difference::Characters);
        diagnostics.extend(differs.map(|h| block.diagnostic(rule, h, "lint-code-syntax")));
    }
}
