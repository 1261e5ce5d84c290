//! The parameters that PowerShell itself gives to cmdlets.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Table {
    common: BTreeMap<String, Vec<String>>,
    should_process: BTreeMap<String, Vec<String>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/common-parameters.toml"))
        .expect("the embedded table of common parameters is valid: a test holds")
});

/// Their names with their aliases, `-WhatIf` and `-Confirm` where the cmdlet has them.
pub(super) fn parameters(
    should_process: bool,
) -> impl Iterator<Item = (&'static str, &'static [String])> {
    let more = TABLE.should_process.iter().filter(move |_| should_process);
    let all = TABLE.common.iter().chain(more);
    all.map(|(name, aliases)| (name.as_str(), aliases.as_slice()))
}
