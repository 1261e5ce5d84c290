//! LIT014: the source of an event that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds the name under which a program writes its events where a translation put its words in
    /// another order, translated some, or wrote another product's name.
    ///
    /// ## Why is this bad?
    ///
    /// The reader filters the event log by a source that nothing writes to, and concludes that nothing
    /// happened.
    ///
    /// ## Example
    ///
    /// The Portuguese text says
    ///
    /// ```md
    /// A fonte do evento é Fabrikam Web App FBMail.
    /// ```
    ///
    /// where the registry key and the other locales say `FBMail Web`. Restore the name.
    pub(crate) static EVENT_SOURCE_ALTERED = {
        code: "LIT014",
        name: "event-source-altered",
        severity: Error,
        certainty: Probable,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::EventSource, |_| "lint-event-source-altered", diagnostics);
        }),
    };
}
