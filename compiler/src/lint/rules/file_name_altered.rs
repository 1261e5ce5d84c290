//! LIT006: a file name that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a file name that a translation changed: letters swapped or lost, a part dropped, spaces put
    /// into it.
    ///
    /// ## Why is this bad?
    ///
    /// A reader who checks whether a file is there finds that it is not, and installs again what was
    /// there all along.
    ///
    /// ## Example
    ///
    /// The text names `Contoso.Agnet.Service.dll` where the source names `Contoso.Agent.Service.dll`.
    pub(crate) static FILE_NAME_ALTERED = {
        code: "LIT006",
        name: "file-name-altered",
        severity: Error,
        certainty: Certain,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::FileName, |_| "lint-file-name-altered", diagnostics);
        }),
    };
}
