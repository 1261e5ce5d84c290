//! What fixes change, as a unified diff that `patch -p0` takes.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use similar::TextDiff;

use super::printable;
use crate::source::SourceFile;

/// Lines of context around a change.
const CONTEXT: usize = 3;

/// The difference between two texts of a file. For people, on a terminal, hidden characters are
/// shown as in every report; else only controls are, which no Markdown has use for, so that the
/// diff can be applied.
pub fn diff(
    old: &SourceFile,
    new: &SourceFile,
    is_for_people: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let path = old.path().display().to_string();
    let path = printable(&path);
    let diff = TextDiff::from_lines(old.text(), new.text());
    let mut unified = diff.unified_diff();
    let unified = unified.context_radius(CONTEXT).header(&path, &path);
    for (number, line) in unified.to_string().split_inclusive('\n').enumerate() {
        let (text, end) = match line.strip_suffix("\r\n") {
            Some(text) => (text, "\r\n"),
            None => (line.strip_suffix('\n').unwrap_or(line), "\n"),
        };
        let shown = match is_for_people {
            true => printable(text).into_owned(),
            false => text.replace(|c: char| c.is_control() && c != '\t', "\u{fffd}"),
        };
        let style = style(text, number < 2);
        write!(out, "{style}{shown}{style:#}{end}")?;
    }
    Ok(())
}

fn style(line: &str, is_header: bool) -> Style {
    let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
    match line.as_bytes().first() {
        _ if is_header => Style::new().bold(),
        Some(b'-') => color(AnsiColor::Red),
        Some(b'+') => color(AnsiColor::Green),
        Some(b'@') => color(AnsiColor::Cyan),
        _ => Style::new(),
    }
}
