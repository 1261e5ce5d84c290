//! LIT010: an identifier that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a name in code (a property, key or service) with letters changed, lost or added.
    ///
    /// ## Why is this bad?
    ///
    /// The reader searches for a name that is nowhere, or writes it into a file where nothing reads it.
    /// Case is not looked at, and neither is a plural.
    ///
    /// ## Example
    ///
    /// The text says `MaxConectionCount` where the code block has `MaxConnectionCount`.
    pub(crate) static IDENTIFIER_ALTERED = {
        code: "LIT010",
        name: "identifier-altered",
        severity: Error,
        certainty: Probable,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::Identifier, |_| "lint-identifier-altered", diagnostics);
        }),
    };
}
