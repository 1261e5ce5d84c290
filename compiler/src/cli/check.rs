//! `runbookc check`: reports where a translation says something else.

use clap::{Args, ValueEnum};

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, FINDINGS, pipeline};
use crate::diagnostic::{Severity, render};
use crate::source::Locale;

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
    #[arg(long, value_name = "SEVERITY", help_heading = "Output")]
    fail_on: Option<FailOn>,
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

/// What makes the exit code 1.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FailOn {
    /// Only errors.
    Error,
    /// Errors and warnings.
    Warning,
    /// Anything.
    Info,
    /// Nothing.
    Never,
}

impl FailOn {
    fn severity(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Never => None,
        }
    }
}

/// Runs the verb.
pub(super) fn execute(verb: &Check, console: &Console) -> anyhow::Result<u8> {
    let project = pipeline::load(&verb.inputs, console)?;
    let checked = pipeline::check(project, console);
    let mut diagnostics = checked.diagnostics;
    if !verb.report_locales.is_empty() {
        diagnostics.retain(|d| verb.report_locales.contains(&d.locale));
    }
    let report = render::Report {
        diagnostics: &diagnostics,
        articles: checked.articles,
        interface: console.interface(),
        width: console.width(),
    };
    console.print(|out| match verb.format {
        Format::Human => render::human(&report, out),
        Format::Concise => render::concise(&report, out),
        Format::Json => render::json(&report, out),
    })?;
    let threshold = verb.fail_on.unwrap_or(FailOn::Warning).severity();
    let failed = threshold.is_some_and(|least| diagnostics.iter().any(|d| d.severity >= least));
    Ok(if failed { FINDINGS } else { CLEAN })
}
