//! `runbookc verify`: builds in memory and holds what stands on disk against it, and every command
//! against those that a person has approved.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use clap::{Args, ValueEnum};
use rayon::prelude::*;

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, FINDINGS, build, pipeline};
use crate::diagnostic::Message;
use crate::emit::approved::{self, Approval};
use crate::emit::{self, Artifact, Compiled, sameness};
use crate::source::SourceFile;
use crate::workspace::reviews::Reviews;
use crate::workspace::{Failure, standing};
use report::{Article, Diff};

mod record;
mod report;

/// Hold the runbooks on disk against their articles, and their commands against the approved ones
///
/// Builds in memory and compares: the files must have the same bytes, the scripts of all locales
/// must run the same, and each command must be in runbooks/<id>/approved.toml, a file that a
/// person commits beside review.toml. A command that is new stops with a diff of that file.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Verify {
    #[command(flatten)]
    inputs: Inputs,

    /// Approve all commands: write runbooks/<id>/approved.toml
    ///
    /// Notes that a person wrote in it stay. Read the diff that verify shows first.
    #[arg(long, help_heading = "Approval")]
    approve: bool,

    /// Record the commands that did well in the run of this journal; may be repeated
    ///
    /// Writes runbooks/<id>/executed.toml, and nothing is compared. A run of other commands than
    /// those of the articles now is refused. Build again: the commands are then verified to level 4.
    #[arg(
        long,
        value_name = "JOURNAL",
        conflicts_with = "approve",
        help_heading = "Approval"
    )]
    record: Vec<PathBuf>,

    /// How to print what was found
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "human",
        help_heading = "Output"
    )]
    format: Format,

    /// Folder that the runbooks lie in, as DIR/runbooks/
    #[arg(long, value_name = "DIR", help_heading = "Output")]
    out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  runbookc verify                      compare runbooks/ with the articles
  runbookc verify docs/ --out public/  compare what build wrote to public/
  runbookc verify --approve            approve the commands as they are now
  runbookc verify --format json

Exit codes:
  0  all as it should be
  1  a file is not what build writes, or a command was not approved
  2  could not run";

/// Output formats.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Lines and diffs in the language of --lang.
    Human,
    /// One JSON object: runbookc.verify/1.
    Json,
}

/// Runs the verb.
pub(super) fn execute(verb: &Verify, console: &Console) -> Result<u8> {
    let project = pipeline::load(&verb.inputs, console)?;
    let counts = project.counts();
    let folder = build::runbooks(verb.out.as_deref(), &project.configuration);
    let reviews = project.reviews(&folder)?;
    let compiled = pipeline::compile(project, &reviews, console)?;
    if !verb.record.is_empty() {
        for path in &verb.record {
            record::record(path, &compiled, &reviews, console)?;
        }
        return Ok(CLEAN);
    }
    pipeline::say_findings(&compiled, &reviews, console);
    let mut articles = Vec::new();
    let runbooks: Vec<Vec<Artifact>> = compiled.par_iter().map(emit::runbooks).collect();
    for (done, artifacts) in compiled.iter().zip(&runbooks) {
        articles.push(article(done, artifacts, &reviews, verb.approve, console)?);
    }
    if verb.inputs.is_whole() {
        articles.extend(orphans(&folder, &compiled)?);
    }
    let findings = articles.iter().filter(|a| !a.is_clean()).count();
    let is_for_people = console.is_terminal();
    console.print(|out| match verb.format {
        Format::Human => report::human(&articles, console.interface(), is_for_people, out),
        Format::Json => report::json(&articles, out),
    })?;
    let new: usize = articles.iter().map(|a| a.commands.new.len()).sum();
    let files: usize = articles.iter().map(|a| a.files.len()).sum();
    console.summarize(
        &counts,
        &[
            ("verify-count-files", files),
            ("verify-count-commands", new),
        ],
    );
    if new > 0 && matches!(verb.format, Format::Human) {
        console.say(&Message::new("verify-how-to-approve"));
    }
    Ok(if findings > 0 { FINDINGS } else { CLEAN })
}

/// Compares what stands of an article; approves its commands where that is asked for.
fn article(
    done: &Compiled,
    artifacts: &[Artifact],
    reviews: &Reviews,
    approve: bool,
    console: &Console,
) -> Result<Article> {
    let id = &done.procedure.id;
    let review = reviews.path(id);
    let folder = review.with_file_name("generated");
    let files = standing::faults(&folder, artifacts)?;
    let built = standing::bytes(&folder.join("manifest.json"))?;
    let path = review.with_file_name(approved::FILE_NAME);
    let old = read(&path)?;
    let commands = approved::commands(&done.procedure);
    let before = old.unwrap_or_default();
    let mut standing = approved::compare(&commands, &before);
    let new_text = approved::write(&approved::with_notes(&commands, &before));
    if approve && (!standing.new.is_empty() || !standing.gone.is_empty()) {
        let path = reviews.write_beside(id, approved::FILE_NAME, &new_text)?;
        let shown = path.display().to_string();
        console.say(&Message::new("verify-approved").with("path", shown));
        standing = approved::Standing::default();
    }
    let diff = (!standing.new.is_empty()).then(|| Diff {
        old: source(&path, approved::write(&before)),
        new: source(&path, new_text),
    });
    Ok(Article {
        id: id.clone(),
        changed: emit::changed_sources(done, built.as_deref().unwrap_or_default()),
        differing: sameness::differing(artifacts),
        is_orphan: false,
        folder,
        files,
        commands: standing,
        diff,
    })
}

fn source(path: &Path, text: String) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(path, text))
}

/// What a person has approved; none if there is no such file.
fn read(path: &Path) -> Result<Option<Vec<Approval>>> {
    let Some(bytes) = standing::bytes(path)? else {
        return Ok(None);
    };
    let text = String::from_utf8(bytes).map_err(|e| e.to_string());
    match text.and_then(|text| approved::parse(&text)) {
        Ok(approved) => Ok(Some(approved)),
        Err(reason) => {
            let message = Message::new("cli-error-approved");
            let message = message.with("path", path.display().to_string());
            Err(Failure::new(message.with("reason", reason.trim_end())).into())
        }
    }
}

/// What was built of articles that are no more.
fn orphans(runbooks: &Path, compiled: &[Compiled]) -> Result<Vec<Article>> {
    let ids: BTreeSet<&str> = compiled.iter().map(|c| c.procedure.id.as_str()).collect();
    let names = standing::built(runbooks)?;
    let lost = names
        .into_iter()
        .filter(|name| !ids.contains(name.as_str()));
    let orphan = |id: String| Article {
        folder: runbooks.join(&id).join("generated"),
        id,
        is_orphan: true,
        ..Article::default()
    };
    Ok(lost.map(orphan).collect())
}
