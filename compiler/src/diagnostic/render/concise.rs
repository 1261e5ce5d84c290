//! One line per diagnostic: `path:line:column: severity RULE message`.

use std::io::{self, Write};

use super::{Report, printable};

/// Each diagnostic on a line of its own.
pub fn concise(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for found in report.diagnostics {
        let at = found.file.position(found.span.start);
        let path = found.file.path().display().to_string();
        let message = report
            .interface
            .format(found.message.id, &found.message.args);
        let message = message.replace(['\n', '\r', '\t'], " ");
        let (path, message) = (printable(&path), printable(&message));
        let severity = found.severity.name();
        let (line, column, rule) = (at.line, at.column, found.rule);
        writeln!(out, "{path}:{line}:{column}: {severity} {rule} {message}")?;
    }
    Ok(())
}
