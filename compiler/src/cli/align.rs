//! `runbookc align`: shows which sentences of the locales say the same.

use clap::{Args, ValueEnum};

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, pipeline};
use crate::align::render;

/// Show which sentences of the locales say the same
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Align {
    #[command(flatten)]
    inputs: Inputs,

    /// How to print the table
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "human",
        help_heading = "Output"
    )]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  runbookc align docs/
  runbookc align docs/ --locales en-US,pt-BR | less
  runbookc align docs/ --format json > units.json";

/// Output formats.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// The locales side by side.
    Human,
    /// One JSON object: runbookc.align/1.
    Json,
}

/// Runs the verb.
pub(super) fn execute(verb: &Align, console: &Console) -> anyhow::Result<u8> {
    let project = pipeline::load(&verb.inputs, console)?;
    let counts = project.counts();
    let tables = pipeline::align(project, console);
    console.print(|out| match verb.format {
        Format::Human => render::human(&tables, console.interface(), console.width(), out),
        Format::Json => render::json(&tables, out),
    })?;
    console.summarize(&counts, &[]);
    Ok(CLEAN)
}
