//! LIT013: a date that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;
use crate::literal::search::Damage;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds an ISO date (`2024-03-09`) in which signs of two forms are mixed, or day and month
    /// changed places.
    ///
    /// ## Why is this bad?
    ///
    /// Nobody can tell which day is meant. A date in the usual form of a language is right.
    ///
    /// ## Example
    ///
    /// The source says “2024-03-09”, the Chinese translation “2024年-03-09”.
    pub(crate) static DATE_ALTERED = {
        code: "LIT013",
        name: "date-altered",
        severity: Warning,
        certainty: Certain,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::Date, |harm| match harm.damage {
                Damage::Letters => "lint-date-swapped",
                _ => "lint-date-altered",
            }, diagnostics);
        }),
    };
}
