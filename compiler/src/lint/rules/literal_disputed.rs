//! LIT021: a literal that the locales say in several ways, and nothing decides.

use crate::canon::{Reading, Verdict};
use crate::diagnostic::{Diagnostic, Message};
use crate::lint::{Rule, UnitView, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a literal that stands in several forms, with no evidence that decides between them.
    ///
    /// ## Why is this bad?
    ///
    /// One of the forms is wrong, and a step that needs it is withheld from the runbook until a
    /// person has decided.
    ///
    /// ## Example
    ///
    /// There are two locales and no source; one says `agent-01.contoso.com`, the other
    /// `agent-10.contoso.com`, and no command has either.
    pub(crate) static LITERAL_DISPUTED = {
        code: "LIT021",
        name: "literal-disputed",
        severity: Info,
        certainty: Possible,
        check: Check::Unit(check),
    };
}

fn check(rule: &Rule, unit: &UnitView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for literal in unit.literals {
        let Verdict::Disputed(candidates) = &literal.verdict else {
            continue;
        };
        for (column, reading) in literal.readings.iter().enumerate() {
            let Reading::Damaged(place, _) = reading else {
                continue;
            };
            if !unit.whole.is_translation(column) {
                continue;
            }
            let message =
                Message::new("lint-literal-disputed").with("candidates", candidates.join(", "));
            let mut found = report::diagnostic(rule, unit.whole, column, place.span, message);
            found.evidence = literal.evidence.clone();
            diagnostics.push(found);
        }
    }
}
