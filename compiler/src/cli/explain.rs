//! `runbookc explain`: shows the page of a rule.

use clap::Args;

use super::CLEAN;
use super::console::Console;

/// Explain a rule: what it reports, why that is bad, an example
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// Code or name of the rule: LIT003 or command-altered; all rules are listed without it
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

/// Runs the verb.
pub(super) fn execute(_verb: &Explain, _console: &Console) -> anyhow::Result<u8> {
    Ok(CLEAN)
}
