//! `runbookc check`: reports where a translation says something else.

use clap::{Args, ValueEnum};

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, FINDINGS, pipeline};
use crate::diagnostic::{Diagnostic, Severity, render};
use crate::source::Locale;
use crate::workspace::config::Threshold;
use crate::workspace::no_doubles;

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
  runbookc check docs/ --format json --report-locales pt-BR,fr-FR";

/// Output formats.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Snippets of both languages, with evidence and fix.
    Human,
    /// One line each.
    Concise,
    /// One JSON object: runbookc.check/1.
    Json,
}

/// Runs the verb.
pub(super) fn execute(verb: &Check, console: &Console) -> anyhow::Result<u8> {
    no_doubles("--report-locales", &verb.report_locales)?;
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
        interface: console.interface(),
        width: console.width(),
    };
    console.print(|out| match verb.format {
        Format::Human => render::human(&report, out),
        Format::Concise => render::concise(&report, out),
        Format::Json => render::json(&report, out),
    })?;
    console.summarize(&counts, &found(&diagnostics));
    let threshold = fail_on.unwrap_or(Threshold::Warning);
    // What could not be read was not checked: it must not pass for clean.
    let unread = unread && threshold.is_reached(Severity::Error);
    let failed = unread || diagnostics.iter().any(|d| threshold.is_reached(d.severity));
    Ok(if failed { FINDINGS } else { CLEAN })
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
