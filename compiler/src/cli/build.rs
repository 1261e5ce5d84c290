//! `runbookc build`: writes runbooks and the handbook.

use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, FINDINGS, pipeline};
use crate::diagnostic::Message;
use crate::emit::{self, Artifact, Compiled};
use crate::workspace::config::Configuration;
use crate::workspace::output;
use crate::workspace::site::{self, Site};

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

/// Where the output goes.
struct Targets {
    runbooks: PathBuf,
    site: PathBuf,
    manual: Option<PathBuf>,
}

/// Runs the verb.
pub(super) fn execute(verb: &Build, console: &Console) -> anyhow::Result<u8> {
    let project = pipeline::load(&verb.inputs, console)?;
    let targets = targets(verb, &project.configuration);
    let counts = project.counts();
    let reviews = project.reviews(&targets.runbooks)?;
    let compiled = pipeline::compile(project, &reviews, console)?;
    pipeline::say_findings(&compiled, &reviews, console);
    let withheld = compiled
        .iter()
        .map(|c| emit::withheld(&c.procedure).len())
        .sum();
    let written = write(&targets, &compiled, console)?;
    let results = [
        ("cli-count-files", written),
        ("cli-count-withheld", withheld),
    ];
    console.summarize(&counts, &results);
    console.say(
        &Message::new("cli-built")
            .with("runbooks", targets.runbooks.display().to_string())
            .with("site", targets.site.display().to_string()),
    );
    Ok(if withheld > 0 { FINDINGS } else { CLEAN })
}

/// The folder of the runbooks: in `--out`, else the configuration's, else the usual one.
pub(super) fn runbooks(out: Option<&Path>, configuration: &Configuration) -> PathBuf {
    let build = &configuration.values.build;
    match out {
        Some(out) => out.join("runbooks"),
        None => configured(configuration, build.runbooks.as_deref(), "runbooks"),
    }
}

fn configured(configuration: &Configuration, folder: Option<&Path>, usual: &str) -> PathBuf {
    configuration.resolve(folder.unwrap_or(Path::new(usual)))
}

/// `--out`, else the configuration's folders, else the usual ones.
fn targets(verb: &Build, configuration: &Configuration) -> Targets {
    let build = &configuration.values.build;
    Targets {
        runbooks: runbooks(verb.out.as_deref(), configuration),
        site: match &verb.out {
            Some(out) => out.join("site"),
            None => configured(configuration, build.site.as_deref(), "target/site"),
        },
        manual: build
            .manual
            .as_ref()
            .map(|folder| configuration.resolve(folder)),
    }
}

/// Writes runbooks and site, and says how many files the runbooks have.
fn write(targets: &Targets, compiled: &[Compiled], console: &Console) -> anyhow::Result<usize> {
    let bar = console.progress("cli-phase-build", 2 * compiled.len() + 1);
    let emit = |article: &Compiled| {
        let artifacts = emit::runbooks(article);
        bar.step();
        artifacts
    };
    let runbooks: Vec<Vec<Artifact>> = compiled.par_iter().map(emit).collect();
    let site = Site {
        articles: compiled,
        runbooks: &runbooks,
        manual: targets.manual.as_deref(),
    };
    // Whatever can fail of the site fails before the first runbook is replaced.
    let pages = site::render(&site)?;
    output::check_target(&targets.site, &pages)?;
    let folder = |c: &Compiled| targets.runbooks.join(&c.article.id).join("generated");
    let folders = compiled
        .iter()
        .map(folder)
        .zip(runbooks.iter().map(Vec::as_slice));
    let folders: Vec<(PathBuf, &[Artifact])> = folders.collect();
    output::replace_folders(&folders, || bar.step())?;
    output::replace_folder(&targets.site, &pages)?;
    Ok(runbooks.iter().map(Vec::len).sum())
}
