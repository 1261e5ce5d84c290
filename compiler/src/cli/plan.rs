//! `runbookc plan`: shows what the articles ask to do, in one language.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, build, pipeline};
use crate::diagnostic::Message;
use crate::emit::Compiled;
use crate::procedure::{self, render, review};
use crate::workspace::reviews::Reviews;

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

    /// Write runbooks/<id>/review.toml: what was inferred, for a person to confirm or change
    ///
    /// What a person wrote in it before stays. `plan` and `build` carry out what it decides.
    #[arg(long, help_heading = "Output")]
    review: bool,

    /// Folder that the runbooks lie in, as DIR/runbooks/
    #[arg(long, value_name = "DIR", help_heading = "Output")]
    out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  runbookc plan docs/
  runbookc plan docs/ --lang zh-TW
  runbookc plan docs/ --format json
  runbookc plan docs/ --review";

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
    let folder = build::runbooks(verb.out.as_deref(), &project.configuration);
    let reviews = project.reviews(&folder)?;
    let compiled = pipeline::compile(project, &reviews, console)?;
    if verb.review {
        write(&compiled, &reviews, console)?;
        console.summarize(&counts, &[]);
        return Ok(CLEAN);
    }
    let procedures: Vec<_> = compiled.into_iter().map(|c| c.procedure).collect();
    console.print(|out| match verb.format {
        Format::Human => render::human(&procedures, console.interface(), out),
        Format::Json => render::json(&procedures, out),
    })?;
    console.summarize(&counts, &[]);
    Ok(CLEAN)
}

/// Writes the reviews of all procedures in which there is something to do, and says where.
fn write(compiled: &[Compiled], reviews: &Reviews, console: &Console) -> anyhow::Result<()> {
    for done in compiled {
        let old = reviews.text(&done.procedure.id)?;
        if done.procedure.goals.is_empty() && old.is_none() {
            continue;
        }
        // What was inferred is written, and beside it what a person made of that.
        let inferred = procedure::compile(&done.article, &done.alignment, &done.canon);
        let text = review::write(&inferred, &done.article, old.as_deref());
        let path = reviews.write(&inferred.id, &text)?;
        console.say(&Message::new("plan-wrote").with("path", path.display().to_string()));
    }
    pipeline::say_findings(compiled, reviews, console);
    Ok(())
}
