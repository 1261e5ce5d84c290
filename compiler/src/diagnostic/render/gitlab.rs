//! GitLab's Code Quality report: what a merge request adds and mends.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>

use std::io::{self, Write};

use serde::Serialize;

use super::{Report, place, wire, words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::l10n::Interface;
use crate::source::Position;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: u32,
    column: u32,
}

/// All diagnostics of a run as one JSON array.
pub fn gitlab(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let issues = report.diagnostics.iter();
    let issues: Vec<Issue> = issues.map(|d| issue(d, report.interface)).collect();
    wire::pretty(&issues, out)
}

fn issue(found: &Diagnostic, interface: &Interface) -> Issue {
    let message = words::message(found, interface);
    Issue {
        description: format!("{} {message}", found.rule),
        check_name: found.name,
        fingerprint: found.fingerprint().to_string(),
        severity: match found.severity {
            Severity::Error => "critical",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location {
            path: place::path(&found.file),
            positions: Positions {
                begin: point(found.file.position(found.span.start)),
                end: point(found.file.position(found.span.end)),
            },
        },
    }
}

fn point(position: Position) -> Point {
    Point {
        line: position.line,
        column: position.column,
    }
}
