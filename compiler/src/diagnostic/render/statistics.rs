//! How often each rule found something, instead of the findings.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{Report, wire};
use crate::diagnostic::Severity;

#[derive(Serialize)]
struct Statistics {
    schema: &'static str,
    articles: usize,
    diagnostics: usize,
    rules: Vec<Count>,
}

#[derive(Serialize)]
struct Count {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    count: usize,
}

/// A line for each rule and severity, the most frequent first.
pub fn statistics(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let counts = counts(report);
    let width = counts.first().map_or(0, |c| c.count.to_string().len());
    for of in counts {
        let (count, severity, rule, name) = (of.count, of.severity, of.rule, of.name);
        writeln!(out, "{count:>width$}  {severity:<7}  {rule}  {name}")?;
    }
    Ok(())
}

/// The same as a JSON object: `runbookc.statistics/1`.
pub fn statistics_json(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let statistics = Statistics {
        schema: "runbookc.statistics/1",
        articles: report.articles,
        diagnostics: report.diagnostics.len(),
        rules: counts(report),
    };
    wire::pretty(&statistics, out)
}

fn counts(report: &Report<'_>) -> Vec<Count> {
    let mut counts: BTreeMap<(&str, &str, Severity), usize> = BTreeMap::new();
    for found in report.diagnostics {
        let rule = (found.rule, found.name, found.severity);
        *counts.entry(rule).or_default() += 1;
    }
    let count = |((rule, name, severity), count): ((_, _, Severity), _)| Count {
        rule,
        name,
        severity: severity.name(),
        count,
    };
    let mut counts: Vec<Count> = counts.into_iter().map(count).collect();
    // Stable: those that are equally frequent stay in the order of their codes.
    counts.sort_by_key(|c| std::cmp::Reverse(c.count));
    counts
}
