//! What PowerShell itself has: the parameters that it gives to cmdlets, its own cmdlets, and their
//! short names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Cmdlet, Layer};

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

static CORE: LazyLock<Layer> =
    LazyLock::new(|| Layer::trusted(include_str!("../../data/core.catalogue")));

static ALIASES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/aliases.toml"))
        .expect("the embedded table of short names is valid: a test holds")
});

/// PowerShell's own cmdlet of a name or a short name, in any case.
pub(super) fn cmdlet(name: &str) -> Option<Cmdlet<'static>> {
    let lower = name.to_ascii_lowercase();
    CORE.find(ALIASES.get(&lower).map_or(name, String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_as_the_format_has_it() {
        let text = include_str!("../../data/core.catalogue").to_owned();
        assert!(Layer::parse(text).is_ok());
        for (alias, name) in ALIASES.iter() {
            assert!(CORE.find(name).is_some(), "{alias}: {name}");
        }
    }
}
