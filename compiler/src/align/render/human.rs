//! `align` for a person: the locales side by side, or one below the other where a terminal is too
//! narrow for that. Styles are written always; the caller strips them where they are not wanted.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::align::{Alignment, Row, RowId, Unit};
use crate::corpus::Article;
use crate::diagnostic::render::printable;
use crate::document::{Document, SegmentId};
use crate::l10n::Interface;

use super::json::kind;
use super::wrap::{pad, wrap};

/// `u0001 ███ ` before the first column.
const GUTTER: usize = 10;

/// A narrower column breaks too many words.
const MIN_COLUMN: usize = 22;

/// Lines of a unit that are shown.
const MAX_LINES: usize = 12;

/// Between columns.
const SEPARATOR: &str = " │ ";

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const MISSING: Style = AnsiColor::Red.on_default();
const ODD: Style = AnsiColor::Yellow.on_default();

/// The locales side by side in `width` columns.
pub fn human(
    tables: &[(Article, Alignment)],
    interface: &Interface,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (at, (article, alignment)) in tables.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let page = Page::new((article, alignment), interface, width);
        page.write(out)?;
    }
    match tables.is_empty() {
        true => Ok(()),
        false => writeln!(out, "\n{FAINT}{}{FAINT:#}", interface.text("align-legend")),
    }
}

/// One article on a terminal.
struct Page<'a> {
    article: &'a Article,
    alignment: &'a Alignment,
    interface: &'a Interface,
    width: usize,
    /// Width of a column; none where the locales stand one below the other.
    column: Option<usize>,
}

/// What a document says at a unit.
enum Cell {
    Says(String),
    Elsewhere(String),
    Twice(String),
    Nothing,
}

impl Cell {
    /// Its text with its mark, and its style.
    fn parts(&self) -> (String, Style) {
        match self {
            Cell::Says(text) => (text.clone(), Style::new()),
            Cell::Elsewhere(text) => (format!("↕ {text}"), ODD),
            Cell::Twice(text) => (format!("×2 {text}"), ODD),
            Cell::Nothing => ("—".to_owned(), MISSING),
        }
    }
}

impl<'a> Page<'a> {
    fn new(
        (article, alignment): (&'a Article, &'a Alignment),
        interface: &'a Interface,
        width: usize,
    ) -> Self {
        let count = article.documents.len().max(1);
        let room = width.saturating_sub(GUTTER + (count - 1) * SEPARATOR.width());
        Page {
            article,
            alignment,
            interface,
            width,
            column: Some(room / count).filter(|column| *column >= MIN_COLUMN),
        }
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.title(out)?;
        if self.column.is_some() {
            self.heads(out)?;
        }
        let mut last: Option<(RowId, &str)> = None;
        for (at, unit) in self.alignment.units.iter().enumerate() {
            let kind = kind(self.article, self.alignment, unit);
            if last.is_none_or(|(_, other)| other != kind) {
                self.rule(kind, out)?;
            } else if last.is_some_and(|(row, _)| row != unit.row) && kind == "paragraph" {
                writeln!(out)?;
            }
            last = Some((unit.row, kind));
            match self.column {
                Some(column) => self.beside((at, unit), column, out)?,
                None => self.below((at, unit), out)?,
            }
        }
        Ok(())
    }

    fn title(&self, out: &mut dyn Write) -> io::Result<()> {
        let pivot = self.article.documents.get(self.alignment.pivot);
        let args = [
            ("count", self.alignment.units.len().to_string()),
            ("locales", self.article.documents.len().to_string()),
            (
                "pivot",
                pivot.map_or_else(String::new, |d| d.locale.to_string()),
            ),
        ];
        let id = printable(&self.article.id);
        let summary = self.interface.format("align-summary", &args);
        writeln!(out, "{STRONG}{id}{STRONG:#}: {summary}")
    }

    fn heads(&self, out: &mut dyn Write) -> io::Result<()> {
        let column = self.column.unwrap_or(MIN_COLUMN);
        let tags = self.article.documents.iter().map(|d| {
            let tag = pad(&d.locale.to_string(), column);
            format!("{STRONG}{tag}{STRONG:#}")
        });
        let tags: Vec<String> = tags.collect();
        writeln!(out, "{:GUTTER$}{}", "", tags.join(SEPARATOR))
    }

    fn rule(&self, kind: &str, out: &mut dyn Write) -> io::Result<()> {
        let label = self.interface.text(&format!("align-kind-{kind}"));
        let rest = self.width.saturating_sub(label.width() + 4);
        writeln!(out, "{FAINT}── {label} {}{FAINT:#}", "─".repeat(rest))
    }

    /// A unit with its documents side by side.
    fn beside(
        &self,
        (at, unit): (usize, &Unit),
        column: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let cells = (0..self.article.documents.len()).map(|d| {
            let (text, style) = self.cell(unit, d).parts();
            (wrap(&text, column, MAX_LINES), style)
        });
        let cells: Vec<(Vec<String>, Style)> = cells.collect();
        let height = cells
            .iter()
            .map(|(lines, _)| lines.len())
            .max()
            .unwrap_or(0);
        for line in 0..height.max(1) {
            match line {
                0 => write!(out, "{} {}", id(at), bar(unit.score))?,
                _ => write!(out, "{:width$}", "", width = GUTTER - 1)?,
            }
            for (document, (lines, style)) in cells.iter().enumerate() {
                let text = lines.get(line).map_or("", String::as_str);
                let text = pad(text, column);
                let separator = if document == 0 { " " } else { SEPARATOR };
                write!(out, "{FAINT}{separator}{FAINT:#}{style}{text}{style:#}")?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    /// A unit with its documents one below the other.
    fn below(&self, (at, unit): (usize, &Unit), out: &mut dyn Write) -> io::Result<()> {
        let tags = self
            .article
            .documents
            .iter()
            .map(|d| d.locale.to_string().width());
        let tag_width = tags.max().unwrap_or(0);
        let indent = GUTTER + tag_width + 2;
        let room = self.width.saturating_sub(indent).max(MIN_COLUMN);
        for (number, document) in self.article.documents.iter().enumerate() {
            let (text, style) = self.cell(unit, number).parts();
            let head = match number {
                0 => format!("{} {} ", id(at), bar(unit.score)),
                _ => format!("{:GUTTER$}", ""),
            };
            let tag = pad(&document.locale.to_string(), tag_width);
            write!(out, "{head}{FAINT}{tag}{FAINT:#}  ")?;
            for (line, text) in wrap(&text, room, MAX_LINES).iter().enumerate() {
                let margin = if line == 0 { 0 } else { indent };
                writeln!(out, "{:margin$}{style}{text}{style:#}", "")?;
            }
        }
        Ok(())
    }

    fn cell(&self, unit: &Unit, document: usize) -> Cell {
        let segments = &unit.cells[document];
        if segments.is_empty() {
            return Cell::Nothing;
        }
        let row: &Row = &self.alignment.rows[unit.row.0 as usize];
        let text = text(&self.article.documents[document], segments);
        match (row.moved[document], row.copy_of) {
            (true, _) => Cell::Elsewhere(text),
            (_, Some(_)) => Cell::Twice(text),
            _ => Cell::Says(text),
        }
    }
}

fn id(at: usize) -> String {
    format!("u{:04}", at + 1)
}

/// How sure, in three steps, coloured where it is not sure.
fn bar(score: f32) -> String {
    match score {
        s if s >= 0.8 => format!("{FAINT}███{FAINT:#}"),
        s if s >= 0.5 => format!("{ODD}██░{ODD:#}"),
        _ => format!("{MISSING}█░░{MISSING:#}"),
    }
}

fn text(document: &Document, segments: &[SegmentId]) -> String {
    let texts = segments.iter().map(|s| {
        let lines = document.segment(*s).text.lines();
        let lines: Vec<_> = lines
            .map(|line| printable(line).replace('\t', "    "))
            .collect();
        lines.join("\n")
    });
    let texts: Vec<String> = texts.collect();
    texts.join(" ")
}
