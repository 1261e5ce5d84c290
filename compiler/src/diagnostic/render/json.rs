//! The JSON contract `runbookc.check/1`.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use crate::diagnostic::{Diagnostic, Evidence, Fix};
use crate::l10n::Interface;
use crate::source::{Position, Span};

use super::{Report, wire};

#[derive(Serialize)]
struct Findings<'a> {
    schema: &'static str,
    articles: usize,
    #[serde(serialize_with = "one_by_one")]
    diagnostics: &'a Report<'a>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    name: &'a str,
    severity: &'static str,
    certainty: &'static str,
    article: &'a str,
    locale: String,
    path: String,
    range: Range,
    bytes: [u32; 2],
    found: &'a str,
    expected: Option<&'a str>,
    message: String,
    evidence: Vec<Reason<'a>>,
    fix: Option<Repair<'a>>,
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
struct Reason<'a> {
    kind: &'static str,
    locale: Option<String>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<[u32; 2]>,
}

#[derive(Serialize)]
struct Repair<'a> {
    applicability: &'static str,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    bytes: [u32; 2],
    text: &'a str,
}

/// All diagnostics of a run, with a line feed at the end.
pub fn json(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let findings = Findings {
        schema: "runbookc.check/1",
        articles: report.articles,
        diagnostics: report,
    };
    wire::pretty(&findings, out)
}

/// Makes each finding when it is written: all of them together are as large as the report.
fn one_by_one<S: Serializer>(report: &&Report<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let diagnostics = report.diagnostics.iter();
    serializer.collect_seq(diagnostics.map(|d| finding(d, report.interface)))
}

fn finding<'a>(found: &'a Diagnostic, interface: &Interface) -> Finding<'a> {
    Finding {
        rule: found.rule,
        name: found.name,
        severity: found.severity.name(),
        certainty: found.certainty.name(),
        article: &found.article,
        locale: found.locale.to_string(),
        path: found.file.path().display().to_string(),
        range: Range {
            start: point(found.file.position(found.span.start)),
            end: point(found.file.position(found.span.end)),
        },
        bytes: bytes(found.span),
        found: &found.found,
        expected: found.expected.as_deref(),
        message: interface.format(found.message.id, &found.message.args),
        evidence: found.evidence.iter().map(reason).collect(),
        fix: found.fix.as_ref().map(repair),
    }
}

fn point(position: Position) -> Point {
    Point {
        line: position.line,
        column: position.column,
    }
}

fn bytes(span: Span) -> [u32; 2] {
    [span.start, span.end]
}

fn reason(evidence: &Evidence) -> Reason<'_> {
    let location = evidence.location.as_ref();
    Reason {
        kind: super::evidence_kind(evidence.kind),
        locale: evidence.locale.as_ref().map(ToString::to_string),
        text: &evidence.text,
        path: location.map(|l| l.file.path().display().to_string()),
        bytes: location.map(|l| bytes(l.span)),
    }
}

fn repair(fix: &Fix) -> Repair<'_> {
    let edits = fix.edits.iter().map(|edit| Change {
        bytes: bytes(edit.span),
        text: &edit.text,
    });
    Repair {
        applicability: fix.applicability.name(),
        edits: edits.collect(),
    }
}
