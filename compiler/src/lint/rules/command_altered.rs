//! LIT003: a command that a translation changed.

use crate::canon::Harm;
use crate::document::LiteralKind;
use crate::lint::{effect, literals};
use crate::literal::search::Damage;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a command's name that a translation changed: its verb lost, translated, doubled or
    /// replaced by another, or its noun misspelt.
    ///
    /// ## Why is this bad?
    ///
    /// A name without its verb can be completed in several ways, and one of them may remove what
    /// another only shows. A wrong verb is a command that does something else.
    ///
    /// ## Example
    ///
    /// The Chinese text says
    ///
    /// ```md
    /// 请参阅 [CtsMailbox](https://example.com/help/Remove-CtsMailbox)。
    /// ```
    ///
    /// where the others, and the link itself, say `Remove-CtsMailbox`.
    pub(crate) static COMMAND_ALTERED = {
        code: "LIT003",
        name: "command-altered",
        severity: Error,
        certainty: Certain,
        check: Check::Unit(|rule, unit, diagnostics| {
            let mut found = Vec::new();
            literals::damaged(rule, unit, LiteralKind::Command, message, &mut found);
            // The worst of them have a rule of their own.
            let catalogue = unit.whole.catalogue;
            found.retain(|d| effect::made_changing(d, catalogue).is_none());
            diagnostics.append(&mut found);
        }),
    };
}

fn message(harm: &Harm) -> &'static str {
    match harm.damage {
        Damage::VerbLost => "lint-command-verb-lost",
        Damage::VerbTranslated => "lint-command-verb-translated",
        Damage::VerbChanged => "lint-command-verb-changed",
        _ => "lint-command-altered",
    }
}
