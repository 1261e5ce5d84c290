//! `runbookc fix`: puts right what it can, and writes nothing that it has not checked.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::arguments::{Inputs, Wanted};
use super::console::Console;
use super::mend::{Order, Outcome, mend};
use super::{CLEAN, FAILED, files, pipeline};
use crate::diagnostic::{Applicability, Diagnostic, render};
use crate::source::SourceFile;
use crate::workspace::no_doubles;
use crate::workspace::rewrite::rewrite;

/// Put damaged text right where that is safe
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Fix {
    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    wanted: Wanted,

    /// Apply fixes too that touch prose or rest on less evidence
    ///
    /// Look at what they did before you publish it: --diff shows it.
    #[arg(long, help_heading = "Fixes")]
    unsafe_fixes: bool,

    /// Write nothing; print what would change as a unified diff
    #[arg(long, help_heading = "Fixes")]
    diff: bool,

    /// Write nothing; print what would be put right, one line each
    #[arg(long, help_heading = "Fixes", conflicts_with = "diff")]
    dry_run: bool,
}

const EXAMPLES: &str = "\
Examples:
  runbookc fix docs/ --diff
  runbookc fix docs/ --diff --unsafe-fixes | less
  runbookc fix docs/ --select LIT --report-locales pt-BR";

/// Runs the verb.
pub(super) fn execute(verb: &Fix, console: &Console) -> anyhow::Result<u8> {
    no_doubles("--report-locales", &verb.wanted.report_locales)?;
    let mut files = files::read(&verb.inputs, &verb.wanted)?;
    let project = pipeline::first(&files, console)?;
    let counts = project.counts();
    let old = files.texts();
    let order = Order {
        least: match verb.unsafe_fixes {
            true => Applicability::Unsafe,
            false => Applicability::Safe,
        },
        locales: project.reported(&verb.wanted, console),
    };
    let mut outcome = mend(&mut files, project, &order, console)?;
    // Fixes that take each other back change nothing.
    outcome
        .texts
        .retain(|path, new| old.get(path).is_none_or(|old| old.text() != new.text()));
    let mut failed = false;
    if verb.diff {
        print_diff(&outcome, &old, console)?;
    } else if verb.dry_run {
        print_lines(&outcome.applied, console)?;
    } else {
        failed = write(&mut outcome, &old, console);
    }
    let is_written = !verb.diff && !verb.dry_run;
    console.summarize(&counts, &results(&outcome, is_written));
    Ok(if failed { FAILED } else { CLEAN })
}

/// Writes the new texts. A file that cannot be written is named and does not keep the others from it.
fn write(
    outcome: &mut Outcome,
    old: &BTreeMap<PathBuf, Arc<SourceFile>>,
    console: &Console,
) -> bool {
    let files = outcome.texts.len();
    outcome.texts.retain(|path, new| {
        let old = old.get(path).map_or("", |file| file.text());
        let written = rewrite(path, old, new.text());
        if let Err(error) = &written {
            console.error(error);
        }
        written.is_ok()
    });
    let texts = &outcome.texts;
    let is_written = |d: &Diagnostic| texts.contains_key(d.file.path());
    let (applied, left): (Vec<_>, Vec<_>) = std::mem::take(&mut outcome.applied)
        .into_iter()
        .partition(is_written);
    outcome.applied = applied;
    outcome.left.extend(left);
    outcome.texts.len() < files
}

fn print_diff(
    outcome: &Outcome,
    old: &BTreeMap<PathBuf, Arc<SourceFile>>,
    console: &Console,
) -> anyhow::Result<()> {
    let changes = outcome
        .texts
        .iter()
        .filter_map(|(path, new)| Some((old.get(path)?, new)));
    let changes: Vec<(&SourceFile, &SourceFile)> =
        changes.map(|(old, new)| (&**old, &**new)).collect();
    let is_for_people = console.is_terminal();
    console.print(|out| {
        changes
            .iter()
            .try_for_each(|(old, new)| render::diff(old, new, is_for_people, out))
    })
}

/// What was put right, ordered by place, one line each.
fn print_lines(applied: &[Diagnostic], console: &Console) -> anyhow::Result<()> {
    console.print(|out| {
        applied.iter().try_for_each(|found| {
            let start = found.file.position(found.span.start);
            let path = found.file.path().display();
            let line = format!(
                "{path}:{}:{}: {} {}: {}",
                start.line,
                start.column,
                found.rule,
                found.name,
                console
                    .interface()
                    .format(found.message.id, &found.message.args)
            );
            writeln!(out, "{}", render::printable(&line.replace('\n', " ")))
        })
    })
}

/// What came of it, for the closing line.
fn results(outcome: &Outcome, is_written: bool) -> [(&'static str, usize); 4] {
    let (fixed, files) = match is_written {
        true => ("cli-count-fixed", "cli-count-files"),
        false => ("cli-count-would-fix", "cli-count-would-change"),
    };
    let fixes = outcome.left.iter().filter_map(|d| d.fix.as_ref());
    let open = fixes.filter(|f| f.applicability == Applicability::Unsafe);
    [
        (fixed, outcome.applied.len()),
        (files, outcome.texts.len()),
        ("cli-count-left", outcome.left.len()),
        ("cli-count-unsafe", open.count()),
    ]
}
