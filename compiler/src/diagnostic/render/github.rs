//! Workflow commands of GitHub Actions: annotations on the changed files of a pull request.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::io::{self, Write};

use super::{Report, place, printable, words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::l10n::Interface;

/// Each diagnostic as a command `::error file=…::message`, on a line of its own.
pub fn github(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for found in report.diagnostics {
        let command = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let (properties, data) = (properties(found), data(&words(found, report.interface)));
        writeln!(out, "::{command} {properties}::{data}")?;
    }
    Ok(())
}

/// Where it is and what it is called. Columns are only understood within one line.
fn properties(found: &Diagnostic) -> String {
    let start = found.file.position(found.span.start);
    let end = found.file.position(found.span.end);
    let path = property(&place::path(&found.file));
    let title = property(&format!("{} {}", found.rule, found.name));
    let lines = format!("line={},endLine={}", start.line, end.line);
    let columns = match start.line == end.line {
        true => format!(",col={},endColumn={}", start.column, end.column),
        false => String::new(),
    };
    format!("file={path},{lines}{columns},title={title}")
}

/// The message, what to write and why, one below the other.
fn words(found: &Diagnostic, interface: &Interface) -> String {
    let mut lines = vec![words::message(found, interface)];
    lines.extend(words::expected(found, interface));
    lines.extend(words::evidence(found, interface));
    lines.join("\n")
}

/// The text of a command: what would end its line is encoded.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D");
    text.replace('\n', "%0A")
}

/// The value of a property: also what would end it.
fn property(text: &str) -> String {
    let text = data(&printable(text));
    text.replace(':', "%3A").replace(',', "%2C")
}
