//! COD001: a code block that says something else than in other locales.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::code::{self, Block, Difference, Hunk};
use crate::lint::{ArticleView, Rule, effect};
use crate::shell::CodeClass;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a code block that differs from the same block in the source or in most other locales.
    /// Comments, empty lines and white space at line ends may differ, and so may what is written for
    /// the reader: placeholders, descriptions of options, messages.
    ///
    /// ## Why is this bad?
    ///
    /// Code is copied and run. It is the same in every language, so a difference is damage, or the
    /// translation of another revision: an info where a person's translation has other names in
    /// several blocks, says the same in its text, or is behind in other places.
    ///
    /// ## Example
    ///
    /// ```sh
    /// systemctl reiniciar nginx
    /// ```
    ///
    /// where the source has `systemctl restart nginx`.
    pub(crate) static CODE_DIFFERS = {
        code: "COD001",
        name: "code-differs",
        severity: Error,
        certainty: Probable,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for block in code::damaged(whole).filter(|b| !b.is_broken()) {
        let code = block.hunks.iter().filter(|h| h.kind == Difference::Code);
        let mut found: Vec<_> = code.map(|h| differing(rule, &block, h)).collect();
        if found.is_empty() && is_typed(block.class) {
            let words = block.hunks.iter().find(|h| h.kind == Difference::Words);
            found.extend(words.map(|h| differing(rule, &block, h)));
        }
        // A command that changes what it should show has a rule of its own.
        found.retain(|d| effect::made_changing(d, whole.catalogue).is_none());
        diagnostics.append(&mut found);
    }
}

/// A difference in words is one of severity info: a value of a sample that was translated.
fn differing(rule: &Rule, block: &Block<'_>, hunk: &Hunk) -> Diagnostic {
    let mut found = block.diagnostic(rule, hunk, "lint-code-differs");
    let severity = match (hunk.kind, block.class) {
        (Difference::Words, _) => Severity::Info,
        (_, CodeClass::FileContent(_)) => rule.severity,
        (_, class) if is_typed(class) => rule.severity,
        _ => Severity::Warning,
    };
    found.severity = found.severity.min(severity);
    found
}

/// Whether a reader types what it says.
fn is_typed(class: CodeClass) -> bool {
    matches!(class, CodeClass::Command(_) | CodeClass::Transcript(_))
}
