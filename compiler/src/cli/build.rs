//! `runbookc build`: writes runbooks and the handbook.

use std::path::PathBuf;

use clap::Args;

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, FINDINGS, pipeline};
use crate::emit;
use crate::workspace::output;

/// Write a runbook for each article and locale, and the handbook
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Build {
    #[command(flatten)]
    inputs: Inputs,

    /// Folder to write to: runbooks in DIR/runbooks/, the site in DIR/site/
    ///
    /// Without it runbooks are written to runbooks/ and the site to target/site/. What stood
    /// there stays as it was until all is built, and is then replaced in one step.
    #[arg(long, value_name = "DIR", help_heading = "Output")]
    out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  runbookc build
  runbookc build docs/ --out public/
  runbookc build docs/ --out public/ --locales pt-BR,fr-FR";

/// Runs the verb.
pub(super) fn execute(verb: &Build, console: &Console) -> anyhow::Result<u8> {
    let project = pipeline::load(&verb.inputs, console)?;
    let counts = project.counts();
    let configured = &project.configuration;
    let runbooks = match (&verb.out, &configured.values.build.runbooks) {
        (Some(folder), _) => folder.join("runbooks"),
        (None, Some(folder)) => configured.resolve(folder),
        (None, None) => configured.resolve("runbooks"),
    };
    let compiled = pipeline::compile(project, console);
    let mut withheld = 0;
    for article in &compiled {
        withheld += emit::withheld(&article.procedure).len();
        let folder = runbooks.join(&article.article.id).join("generated");
        output::replace_folder(&folder, &emit::runbooks(article))?;
    }
    console.summarize(&counts, &[("cli-count-withheld", withheld)]);
    Ok(if withheld > 0 { FINDINGS } else { CLEAN })
}
