//! LIT004: a parameter that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a parameter of a command that a translation tore from its dash.
    ///
    /// ## Why is this bad?
    ///
    /// A shell reads a dash that stands alone as a value, and the name behind it as another one. The
    /// command then fails, or takes the name for the object that it is to change.
    ///
    /// ## Example
    ///
    /// The text says `– Identity` where the source says `-Identity`.
    pub(crate) static PARAMETER_ALTERED = {
        code: "LIT004",
        name: "parameter-altered",
        severity: Error,
        certainty: Probable,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::Parameter, |_| "lint-parameter-altered", diagnostics);
        }),
    };
}
