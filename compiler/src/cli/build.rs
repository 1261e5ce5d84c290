//! `runbookc build`: writes runbooks and the handbook.

use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::arguments::Inputs;
use super::console::Console;
use super::progress::Bar;
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

    /// Write the runbooks alone, and leave the site as it is
    #[arg(long, help_heading = "Output")]
    no_site: bool,
}

const EXAMPLES: &str = "\
Examples:
  runbookc build
  runbookc build docs/ --out public/
  runbookc build docs/ --out public/ --locales pt-BR,fr-FR
  runbookc build docs/ --out public/ --no-site";

/// So many articles have their runbooks in memory at once where the site does not need all.
const AT_ONCE: usize = 64;

/// Where the output goes.
struct Targets {
    runbooks: PathBuf,
    site: Option<PathBuf>,
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
    let message = match &targets.site {
        Some(site) => Message::new("cli-built").with("site", site.display().to_string()),
        None => Message::new("cli-built-runbooks"),
    };
    console.say(&message.with("runbooks", targets.runbooks.display().to_string()));
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
        site: (!verb.no_site).then(|| match &verb.out {
            Some(out) => out.join("site"),
            None => configured(configuration, build.site.as_deref(), "target/site"),
        }),
        manual: build
            .manual
            .as_ref()
            .map(|folder| configuration.resolve(folder)),
    }
}

/// Writes runbooks and site, and says how many files the runbooks have.
fn write(targets: &Targets, compiled: &[Compiled], console: &Console) -> anyhow::Result<usize> {
    let bar = console.progress("cli-phase-build", 2 * compiled.len());
    let Some(site_folder) = &targets.site else {
        let written = compiled.chunks(AT_ONCE).map(|some| {
            let runbooks = emit(some, &bar);
            replace(targets, some, &runbooks, &bar)
        });
        return written.sum();
    };
    let runbooks = emit(compiled, &bar);
    let site = Site {
        articles: compiled,
        runbooks: &runbooks,
        manual: targets.manual.as_deref(),
    };
    // Whatever can fail of the site fails before the first runbook is replaced.
    let pages = site::render(&site)?;
    output::check_target(site_folder, &pages)?;
    let written = replace(targets, compiled, &runbooks, &bar)?;
    output::replace_folder(site_folder, &pages)?;
    Ok(written)
}

/// The runbooks of each article.
fn emit(compiled: &[Compiled], bar: &Bar) -> Vec<Vec<Artifact>> {
    let emit = |article: &Compiled| {
        let artifacts = emit::runbooks(article);
        bar.step();
        artifacts
    };
    compiled.par_iter().map(emit).collect()
}

/// Replaces the folders of runbooks, and says how many files they have.
fn replace(
    targets: &Targets,
    compiled: &[Compiled],
    runbooks: &[Vec<Artifact>],
    bar: &Bar,
) -> anyhow::Result<usize> {
    let folder = |c: &Compiled| targets.runbooks.join(&c.article.id).join("generated");
    let artifacts = runbooks.iter().map(Vec::as_slice);
    let folders: Vec<(PathBuf, &[Artifact])> = compiled.iter().map(folder).zip(artifacts).collect();
    output::replace_folders(&folders, || bar.step())?;
    Ok(runbooks.iter().map(Vec::len).sum())
}
