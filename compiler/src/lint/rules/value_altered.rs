//! LIT005: a value that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a value that must be typed as it is and that a translation changed: `None` or `True`
    /// translated, white space let into a regular expression or a dialling code, the scope of
    /// `site:Redmond` put into another language.
    ///
    /// A word counts as a value where the article's own code has it, or the other locales keep it,
    /// and the source sets it apart: by quotation marks, markup, or a capital inside of a sentence.
    ///
    /// ## Why is this bad?
    ///
    /// The program knows the value by one spelling. Any other is refused, or taken for a name.
    ///
    /// ## Example
    ///
    /// The Portuguese text says
    ///
    /// ```md
    /// O tipo é definido com o valor Nenhum.
    /// ```
    ///
    /// where the others say `None`. Restore the value:
    ///
    /// ```md
    /// O tipo é definido com o valor None.
    /// ```
    pub(crate) static VALUE_ALTERED = {
        code: "LIT005",
        name: "value-altered",
        severity: Error,
        certainty: Probable,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::Value, |_| "lint-value-altered", diagnostics);
        }),
    };
}
