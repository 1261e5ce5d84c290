//! `runbookc check`: reports where a translation says something else.

use std::io::{self, Write};

use clap::{Args, ValueEnum};

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, FINDINGS, pipeline};
use crate::diagnostic::{Diagnostic, Message, Severity, render};
use crate::lint;
use crate::source::Locale;
use crate::workspace::config::Threshold;
use crate::workspace::{Failure, no_doubles};

/// Report where a translation damages what the article says to do
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    #[command(flatten)]
    inputs: Inputs,

    /// Report these locales only; all are read as evidence
    #[arg(long, value_name = "LOCALE,…", value_delimiter = ',')]
    report_locales: Vec<Locale>,

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
    no_doubles("--report-locales", &verb.report_locales)?;
    let print = printer(verb)?;
    let project = pipeline::load(&verb.inputs, console)?;
    let values = &project.configuration.values;
    let reported = match verb.report_locales.is_empty() {
        true => values.check.report_locales.clone(),
        false => verb.report_locales.clone(),
    };
    console.expect_locales("--report-locales", &reported, &project.locales());
    let fail_on = verb.fail_on.or(values.check.fail_on);
    let counts = project.counts();
    let unread = project.has_unread_files();
    let mut diagnostics = pipeline::check(project, console)?;
    if !reported.is_empty() {
        diagnostics.retain(|d| reported.contains(&d.locale));
    }
    let report = render::Report {
        diagnostics: &diagnostics,
        articles: counts.articles,
        rules: &lint::table(),
        interface: console.interface(),
        width: console.width(),
    };
    console.print(|out| print(&report, out))?;
    console.summarize(&counts, &found(&diagnostics));
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
