//! `runbookc plan`: shows what the articles ask to do, in one language.

use clap::{Args, ValueEnum};

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, pipeline};
use crate::procedure::render;

/// Show what the articles ask to do: goals, tasks, steps and parameters
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Plan {
    #[command(flatten)]
    inputs: Inputs,

    /// How to print the plan
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
  runbookc plan docs/
  runbookc plan docs/ --lang zh-TW
  runbookc plan docs/ --format json";

/// Output formats.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A tree in the language of --lang.
    Human,
    /// One JSON object: runbookc.procedure/1.
    Json,
}

/// Runs the verb.
pub(super) fn execute(verb: &Plan, console: &Console) -> anyhow::Result<u8> {
    let project = pipeline::load(&verb.inputs, console)?;
    let counts = project.counts();
    let compiled = pipeline::compile(project, console);
    let procedures: Vec<_> = compiled.into_iter().map(|c| c.procedure).collect();
    console.print(|out| match verb.format {
        Format::Human => render::human(&procedures, console.interface(), out),
        Format::Json => render::json(&procedures, out),
    })?;
    console.summarize(&counts, &[]);
    Ok(CLEAN)
}
