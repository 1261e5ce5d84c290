//! LIT009: a command that only reads, and that a translation made one that changes something.

use crate::diagnostic::{Diagnostic, Message};
use crate::document::LiteralKind;
use crate::lint::{ArticleView, Rule, code, effect, literals};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a command that only shows something, and that a translation turned into one that
    /// changes, interrupts or removes it: by another verb, or by a word of the language that stands
    /// for one. It looks at text and code blocks, and takes the place of `LIT003` and `COD001` there.
    ///
    /// ## Why is this bad?
    ///
    /// This is the worst that a translation can do: who wants to look at something, and runs the
    /// command, disables or deletes it.
    ///
    /// ## Example
    ///
    /// The Portuguese text says
    ///
    /// ```md
    /// Para ver as salas, execute **Disable-CtsMeetingRoom**.
    /// ```
    ///
    /// where the others say `Get-CtsMeetingRoom`.
    pub(crate) static READ_COMMAND_MADE_CHANGING = {
        code: "LIT009",
        name: "read-command-made-changing",
        severity: Error,
        certainty: Certain,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut altered = Vec::new();
    for unit in whole.units() {
        let message = |_: &_| "lint-command-altered";
        literals::damaged(rule, &unit, LiteralKind::Command, message, &mut altered);
    }
    for block in code::damaged(whole).filter(|b| !b.is_broken()) {
        let hunks = block.hunks.iter();
        altered.extend(hunks.map(|h| block.diagnostic(rule, h, "lint-code-differs")));
    }
    for mut found in altered {
        let Some(risk) = effect::made_changing(&found, whole.catalogue) else {
            continue;
        };
        found.severity = rule.severity;
        found.certainty = rule.certainty;
        found.message = Message::new("lint-command-made-changing")
            .with("risk", risk.name())
            .with(
                "expected",
                found.expected.as_deref().unwrap_or_default().trim(),
            );
        diagnostics.push(found);
    }
}
