//! LIT002: a registry key that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a registry key or value that a translation changed: its root or a key translated, or spaces
    /// put into it.
    ///
    /// ## Why is this bad?
    ///
    /// A key that does not resolve reads as one that does not exist, and the article may tell the reader
    /// what to do then: install something again, or create the key.
    ///
    /// ## Example
    ///
    /// The Chinese text says
    ///
    /// ```md
    /// HKEY\_本機\_機器\\軟體\\Contoso\\Port
    /// ```
    ///
    /// where the others say `HKEY_LOCAL_MACHINE\SOFTWARE\Contoso\Port`.
    pub(crate) static REGISTRY_KEY_ALTERED = {
        code: "LIT002",
        name: "registry-key-altered",
        severity: Error,
        certainty: Certain,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::RegistryKey, |_| "lint-registry-key-altered", diagnostics);
        }),
    };
}
