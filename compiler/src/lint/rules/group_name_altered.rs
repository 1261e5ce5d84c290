//! LIT016: the name of a group or role that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds the name of a group of accounts or of a role with letters changed, lost, added or
    /// translated. Case is not looked at.
    ///
    /// ## Why is this bad?
    ///
    /// Whoever is to be made a member of the group finds none of that name.
    ///
    /// ## Example
    ///
    /// The Spanish text says
    ///
    /// ```md
    /// Debe ser miembro del grupo FabrikamServerAdministradores.
    /// ```
    ///
    /// where the others say `FabrikamServerAdmins`. Restore the name.
    pub(crate) static GROUP_NAME_ALTERED = {
        code: "LIT016",
        name: "group-name-altered",
        severity: Error,
        certainty: Probable,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::GroupName, |_| "lint-group-name-altered", diagnostics);
        }),
    };
}
