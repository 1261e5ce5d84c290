//! LIT011: a version that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a version whose full stops became another sign, or whose digits differ.
    ///
    /// ## Why is this bad?
    ///
    /// A version is a name, not a quantity: it is written alike in every language. A decimal comma
    /// makes it one that no download page and no installer knows.
    ///
    /// Quantities are left alone: `2,5 GB` is right where the language has a decimal comma.
    ///
    /// ## Example
    ///
    /// The source says “Fabrikam Agent 4.0”, the Spanish translation “Fabrikam Agent 4,0”.
    pub(crate) static VERSION_ALTERED = {
        code: "LIT011",
        name: "version-altered",
        severity: Warning,
        certainty: Certain,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::Version, |_| "lint-version-altered", diagnostics);
        }),
    };
}
