//! A report as Markdown, for a comment on a pull request or a job's summary.
//!
//! Whatever comes from a document stands in code spans, where nothing is markup, a link or a
//! mention of somebody.

use std::io::{self, Write};

use super::{Report, place, words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::l10n::Interface;

/// How many characters of a text are shown.
const SHOWN: usize = 160;

/// A heading with the counts, then a table for each file.
pub fn markdown(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let interface = report.interface;
    writeln!(out, "## runbookc: {}", counts(report))?;
    let same_file = |a: &Diagnostic, b: &Diagnostic| a.file.path() == b.file.path();
    for of_file in report.diagnostics.chunk_by(same_file) {
        let first = &of_file[0];
        let path = code(&place::path(&first.file));
        writeln!(out, "\n### {path} ({})\n", first.locale)?;
        let columns = ["place", "finding", "found", "evidence"];
        let columns = columns.map(|c| interface.text(&format!("render-column-{c}")));
        writeln!(out, "| {} |", columns.join(" | "))?;
        writeln!(out, "| ---: | --- | --- | --- |")?;
        for found in of_file {
            writeln!(out, "| {} |", row(found, interface).join(" | "))?;
        }
    }
    Ok(())
}

fn counts(report: &Report<'_>) -> String {
    let interface = report.interface;
    let count = |id: &str, count: usize| interface.format(id, &[("count", count.to_string())]);
    let of = |severity| {
        let found = report.diagnostics.iter();
        found.filter(|d| d.severity == severity).count()
    };
    let mut parts = vec![count("cli-count-articles", report.articles)];
    let severities = [
        ("cli-count-errors", of(Severity::Error)),
        ("cli-count-warnings", of(Severity::Warning)),
        ("cli-count-infos", of(Severity::Info)),
    ];
    let shown = severities.iter().filter(|(_, found)| *found > 0);
    parts.extend(shown.map(|(id, found)| count(id, *found)));
    if report.diagnostics.is_empty() {
        parts.push(interface.text("render-nothing-found"));
    }
    parts.join(" · ")
}

/// The cells of a finding.
fn row(found: &Diagnostic, interface: &Interface) -> [String; 4] {
    let at = found.file.position(found.span.start);
    let severity = interface.text(match found.severity {
        Severity::Error => "render-error",
        Severity::Warning => "render-warning",
        Severity::Info => "render-info",
    });
    // Counts choose a plural; all else may come from a document.
    let args = found.message.args.iter().map(|(name, value)| match *name {
        "count" => (*name, value.clone()),
        name => (name, code(value)),
    });
    let args: Vec<_> = args.collect();
    let message = interface.format(found.message.id, &args);
    let reasons = words::reasons(found, interface);
    [
        format!("{}:{}", at.line, at.column),
        format!("**{severity}** {} {message}", found.rule),
        code(&found.found),
        reasons.join(&interface.text("render-separator")),
    ]
}

/// A code span that says just `text`, on one line, cut where it is long.
fn code(text: &str) -> String {
    let mut shown = words::one_line(text.trim());
    if let Some((end, _)) = shown.char_indices().nth(SHOWN) {
        shown.truncate(end);
        shown.push('…');
    }
    match shown.contains('|') {
        // A bar ends a cell, even in a code span, and what escapes it may be escaped itself.
        true => format!("<code>{}</code>", entities(&shown)),
        false => span(&shown),
    }
}

fn span(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let runs = text.split(|c| c != '`').map(str::len);
    let ticks = "`".repeat(runs.max().unwrap_or_default() + 1);
    let pad = match text.contains('`') || (text.starts_with(' ') && text.ends_with(' ')) {
        true => " ",
        false => "",
    };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// Text in which nothing is markup, of Markdown or of HTML.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        match c.is_ascii_punctuation() {
            true => out.push_str(&format!("&#{};", c as u32)),
            false => out.push(c),
        }
    }
    out
}
