//! LIT007: a host name that a translation changed.

use crate::document::LiteralKind;
use crate::lint::literals;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a host or domain name that a translation changed.
    ///
    /// ## Why is this bad?
    ///
    /// Host names go into commands, certificates and firewalls. One wrong label makes a connection fail,
    /// or reach a machine that it was not meant for.
    ///
    /// ## Example
    ///
    /// The text names `app-web-01.contoso.com` where the command before it has `app-01.contoso.com`.
    pub(crate) static HOST_NAME_ALTERED = {
        code: "LIT007",
        name: "host-name-altered",
        severity: Error,
        certainty: Certain,
        check: Check::Unit(|rule, unit, diagnostics| {
            literals::damaged(rule, unit, LiteralKind::HostName, |_| "lint-host-name-altered", diagnostics);
        }),
    };
}
