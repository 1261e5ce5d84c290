//! `runbookc explain`: shows the page of a rule.

use clap::Args;

use super::CLEAN;
use super::console::Console;
use crate::lint::rules::RULES;
use crate::lint::{self, Rule};
use crate::workspace::Failure;

/// Explain a rule: what it reports, why that is bad, an example
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Explain {
    /// Code or name of the rule: LIT003 or command-altered; all rules are listed without it
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  runbookc explain
  runbookc explain LIT003
  runbookc explain command-altered";

/// Runs the verb.
pub(super) fn execute(verb: &Explain, console: &Console) -> anyhow::Result<u8> {
    let Some(asked) = &verb.rule else {
        let width = RULES.iter().map(|r| r.name.len()).max().unwrap_or(0);
        let line = |r: &Rule| format!("{}  {:width$}  {}", r.code, r.name, r.severity.name());
        console.print(|out| RULES.iter().try_for_each(|r| writeln!(out, "{}", line(r))))?;
        return Ok(CLEAN);
    };
    let rule = lint::find(asked).map_err(|unknown| Failure::no_rule(&unknown))?;
    console.print(|out| out.write_all(lint::explain(rule).as_bytes()))?;
    Ok(CLEAN)
}
