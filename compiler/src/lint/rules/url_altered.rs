//! LIT008: an URL that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a URL in running text whose host or path a translation changed. The locale in its path
    /// (`/pt-br/`) may differ, and `https` may stand for `http`; `http` for `https` is a warning.
    ///
    /// ## Why is this bad?
    ///
    /// The reader lands on another page, on none, or on a host that belongs to somebody else.
    ///
    /// ## Example
    ///
    /// The text says `https:// contoso.com /descargas` where the source says
    /// `https://contoso.com/downloads`.
    pub(crate) static URL_ALTERED = {
        code: "LIT008",
        name: "url-altered",
        severity: Error,
        certainty: Probable,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::Url, |_| "lint-url-altered", diagnostics);
        }),
    };
}
