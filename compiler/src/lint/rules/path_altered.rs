//! LIT001: a path that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a path that a translation changed: folders translated, spaces put around separators, the
    /// drive torn off, a folder lost or added.
    ///
    /// ## Why is this bad?
    ///
    /// A path is typed or pasted. One that was changed names a folder that does not exist, and a reader
    /// who looks for a log there concludes that nothing was logged.
    ///
    /// ## Example
    ///
    /// The Spanish text says
    ///
    /// ```md
    /// Los registros están en C: \\ archivos de programa \\ Contoso \\ registros.
    /// ```
    ///
    /// where the others say `C:\Program Files\Contoso\Logs`. Restore the path:
    ///
    /// ```md
    /// Los registros están en C:\\Program Files\\Contoso\\Logs.
    /// ```
    pub(crate) static PATH_ALTERED = {
        code: "LIT001",
        name: "path-altered",
        severity: Error,
        certainty: Certain,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::Path, |_| "lint-path-altered", diagnostics);
        }),
    };
}
