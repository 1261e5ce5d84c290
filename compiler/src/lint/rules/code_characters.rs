//! COD007: characters in code that only look right.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::code::{self, Difference};
use crate::lint::{ArticleView, Rule};
use crate::shell::CodeClass;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds characters in a code block that look like those of the source and are others: curly
    /// quotes, long dashes, full-width forms, spaces that are none, letters of another script, and
    /// characters that nobody sees, bidirectional controls among them.
    ///
    /// ## Why is this bad?
    ///
    /// The block looks right and does not run, or does something else than it shows. An invisible
    /// character in a name makes it another name.
    ///
    /// ## Example
    ///
    /// ```sh
    /// systemctl restart “fabrikam-agent” —now
    /// ```
    ///
    /// where the source has `systemctl restart "fabrikam-agent" --now`.
    pub(crate) static CODE_CHARACTERS = {
        code: "COD007",
        name: "code-characters",
        severity: Error,
        certainty: Certain,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for block in code::damaged(whole) {
        let hunks = block.hunks.iter();
        for hunk in hunks.filter(|h| h.kind == Difference::Characters) {
            let mut found = block.diagnostic(rule, hunk, "lint-code-characters");
            if !matters(block.class) {
                found.severity = found.severity.min(Severity::Info);
            }
            diagnostics.push(found);
        }
    }
}

/// Whether somebody runs it or a program reads it.
fn matters(class: CodeClass) -> bool {
    matches!(
        class,
        CodeClass::Command(_) | CodeClass::Transcript(_) | CodeClass::FileContent(_)
    )
}
