//! Reviewdog's diagnostic format, one JSON object a line, with suggestions for the review.
//!
//! <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>: columns are bytes of UTF-8 there,
//! from 1.

use std::io::{self, Write};

use serde::Serialize;

use super::{Report, place, wire, words};
use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::l10n::Interface;
use crate::source::{SourceFile, Span};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    message: String,
    location: Location,
    severity: &'static str,
    source: Source,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related>,
}

#[derive(Serialize)]
struct Location {
    path: String,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Related {
    message: String,
    location: Location,
}

/// Each diagnostic as a JSON object on a line of its own.
pub fn rdjsonl(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for found in report.diagnostics {
        wire::compact(&finding(found, report.interface), out)?;
    }
    Ok(())
}

fn finding<'a>(found: &'a Diagnostic, interface: &Interface) -> Finding<'a> {
    let related = words::witnesses(found).filter_map(|witness| {
        let at = witness.location.as_ref()?;
        Some(Related {
            message: words::because(witness, interface),
            location: location(&at.file, at.span),
        })
    });
    Finding {
        message: words::message(found, interface),
        location: location(&found.file, found.span),
        severity: match found.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        source: Source { name: "runbookc" },
        code: Code { value: found.rule },
        suggestions: suggestions(found),
        related_locations: related.collect(),
    }
}

/// What a reviewer may take over with a click.
fn suggestions(found: &Diagnostic) -> Vec<Suggestion<'_>> {
    let is_offered = |fix: &&Fix| fix.applicability > Applicability::DisplayOnly;
    let fix = found.fix.as_ref().filter(is_offered);
    let edits = fix.map_or(&[][..], |fix| &fix.edits).iter();
    let suggestion = edits.map(|edit| Suggestion {
        range: range(&found.file, edit.span),
        text: &edit.text,
    });
    suggestion.collect()
}

fn location(file: &SourceFile, span: Span) -> Location {
    Location {
        path: place::path(file),
        range: range(file, span),
    }
}

fn range(file: &SourceFile, span: Span) -> Range {
    Range {
        start: point(file, span.start),
        end: point(file, span.end),
    }
}

fn point(file: &SourceFile, offset: u32) -> Point {
    let line = file.position(offset).line;
    Point {
        line,
        column: offset - file.line_span(line).start + 1,
    }
}
