//! `runbookc check`: reports where a translation says something else.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::arguments::{Inputs, Wanted};
use super::console::Console;
use super::{CLEAN, FINDINGS, files, pipeline};
use crate::diagnostic::{Diagnostic, Message, Severity, render};
use crate::lint;
use crate::workspace::baseline::Baseline;
use crate::workspace::config::{Configuration, Threshold};
use crate::workspace::{Failure, no_doubles};

/// Report where a translation damages what the article says to do
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    wanted: Wanted,

    /// Report only findings that this file does not know; --write-baseline writes it
    #[arg(long, value_name = "FILE", help_heading = "Findings")]
    baseline: Option<PathBuf>,

    /// Write all findings to this file, to be used as --baseline, and report none
    ///
    /// It knows them by their content: edits around them change nothing.
    #[arg(
        long,
        value_name = "FILE",
        help_heading = "Findings",
        conflicts_with = "baseline"
    )]
    write_baseline: Option<PathBuf>,

    /// How to print diagnostics
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "human",
        help_heading = "Output"
    )]
    format: Format,

    /// Print how often each rule found something, and not what
    ///
    /// As text with the formats human and concise, as an object with json.
    #[arg(long, help_heading = "Output")]
    statistics: bool,

    /// Exit with 1 if there is a diagnostic of at least this severity [default: warning]
    ///
    /// A file that cannot be read counts as an error.
    #[arg(long, value_name = "SEVERITY", help_heading = "Output")]
    fail_on: Option<Threshold>,
}

const EXAMPLES: &str = "\
Examples:
  runbookc check docs/
  runbookc check --articles 'content/{locale}/**/*.md' --source en-US
  runbookc check docs/ --format json --report-locales pt-BR,fr-FR
  runbookc check docs/ --format sarif > runbookc.sarif";

/// Output formats.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Snippets of both languages, with evidence and fix.
    Human,
    /// One line each.
    Concise,
    /// One JSON object: runbookc.check/1.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// GitLab's Code Quality report.
    Gitlab,
    /// JUnit XML: each finding is a test that failed.
    Junit,
    /// Reviewdog's format, with suggestions.
    Rdjsonl,
    /// Tables for a comment on a pull request.
    Markdown,
}

type Printer = fn(&render::Report<'_>, &mut dyn Write) -> io::Result<()>;

/// Runs the verb.
pub(super) fn execute(verb: &Check, console: &Console) -> anyhow::Result<u8> {
    no_doubles("--report-locales", &verb.wanted.report_locales)?;
    let print = printer(verb)?;
    let project = pipeline::first(&files::read(&verb.inputs, &verb.wanted)?, console)?;
    let reported = project.reported(&verb.wanted, console);
    let baseline = baseline(verb, &project.configuration)?;
    let fail_on = verb.fail_on.or(project.configuration.values.check.fail_on);
    let counts = project.counts();
    let unread = project.has_unread_files();
    let (configuration, settings) = (project.configuration.clone(), project.settings.clone());
    let mut diagnostics = pipeline::check(project, console);
    let is_whole = verb.inputs.is_whole() && verb.wanted.is_whole();
    if is_whole {
        console.notices(&configuration.unused(&settings));
    }
    if !reported.is_empty() {
        diagnostics.retain(|d| reported.contains(&d.locale));
    }
    if let Some(path) = &verb.write_baseline {
        return write_baseline(path, &diagnostics, console);
    }
    let mut results = Vec::new();
    if let Some(baseline) = baseline {
        let known = baseline.forget(&mut diagnostics);
        results.push(("cli-count-known", known));
        if is_whole {
            results.push(("cli-count-gone", baseline.len() - known));
        }
    }
    let report = render::Report {
        diagnostics: &diagnostics,
        articles: counts.articles,
        rules: &lint::table(),
        interface: console.interface(),
        width: console.width(),
    };
    console.print(|out| print(&report, out))?;
    results.splice(0..0, found(&diagnostics));
    console.summarize(&counts, &results);
    let threshold = fail_on.unwrap_or(Threshold::Warning);
    // What could not be read was not checked: it must not pass for clean.
    let unread = unread && threshold.is_reached(Severity::Error);
    let failed = unread || diagnostics.iter().any(|d| threshold.is_reached(d.severity));
    Ok(if failed { FINDINGS } else { CLEAN })
}

/// What prints the report that is asked for.
fn printer(verb: &Check) -> Result<Printer, Failure> {
    if verb.statistics {
        return match verb.format {
            Format::Human | Format::Concise => Ok(render::statistics),
            Format::Json => Ok(render::statistics_json),
            _ => Err(Failure::new(Message::new("cli-error-statistics"))),
        };
    }
    Ok(match verb.format {
        Format::Human => render::human,
        Format::Concise => render::concise,
        Format::Json => render::json,
        Format::Sarif => render::sarif,
        Format::Github => render::github,
        Format::Gitlab => render::gitlab,
        Format::Junit => render::junit,
        Format::Rdjsonl => render::rdjsonl,
        Format::Markdown => render::markdown,
    })
}

/// The baseline of the flag, else of the configuration.
fn baseline(verb: &Check, configuration: &Configuration) -> anyhow::Result<Option<Baseline>> {
    let configured = configuration.values.check.baseline.as_ref();
    let configured = configured.map(|path| configuration.resolve(path));
    let path = verb.baseline.clone().or(configured);
    let path = path.filter(|_| verb.write_baseline.is_none());
    path.map(|path| Baseline::read(&path)).transpose()
}

fn write_baseline(
    path: &Path,
    diagnostics: &[Diagnostic],
    console: &Console,
) -> anyhow::Result<u8> {
    Baseline::write(path, diagnostics)?;
    let count = diagnostics.len().to_string();
    let message = Message::new("cli-wrote-baseline").with("count", count);
    console.say(&message.with("path", path.display().to_string()));
    Ok(CLEAN)
}

/// How many findings there are of each severity, for the closing line.
fn found(diagnostics: &[Diagnostic]) -> [(&'static str, usize); 3] {
    let of = |severity| {
        diagnostics
            .iter()
            .filter(|d| d.severity == severity)
            .count()
    };
    [
        ("cli-count-errors", of(Severity::Error)),
        ("cli-count-warnings", of(Severity::Warning)),
        ("cli-count-infos", of(Severity::Info)),
    ]
}
