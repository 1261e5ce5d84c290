//! SARIF 2.1.0, which code scanning services read.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::{Report, RuleText, wire, words};
use crate::diagnostic::{Certainty, Diagnostic, Severity};
use crate::l10n::Interface;

mod change;
mod location;

use change::Fix;
use location::{BASE, Location};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    language: String,
    column_kind: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    name: &'a str,
    short_description: Text<'a>,
    full_description: Text<'a>,
    help: Help<'a>,
    default_configuration: Configuration,
    properties: Precision,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Help<'a> {
    text: &'a str,
    markdown: &'a str,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// What GitHub sorts by.
#[derive(Serialize)]
struct Precision {
    precision: &'static str,
}

/// Where relative URIs start. Its own URI is left to the reader: reports are the same in every
/// folder.
#[derive(Serialize)]
struct Base {
    description: Words,
}

#[derive(Serialize)]
struct Words {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Words,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Properties<'a> {
    article: &'a str,
    locale: String,
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
}

/// One log with one run.
pub fn sarif(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let base = Base {
        description: Words {
            text: report.interface.text("render-base"),
        },
    };
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "runbookc",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: report.rules.iter().map(descriptor).collect(),
            },
        },
        language: report.interface.locale().to_string(),
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: BTreeMap::from([(BASE, base)]),
        results: report
            .diagnostics
            .iter()
            .map(|d| finding(d, report))
            .collect(),
    };
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [run],
    };
    wire::pretty(&log, out)
}

fn descriptor(rule: &RuleText) -> Descriptor<'_> {
    let summary = rule.summary.as_str();
    let first = summary.find(". ").map_or(summary, |end| &summary[..=end]);
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: Text { text: first },
        full_description: Text { text: summary },
        help: Help {
            text: &rule.manual,
            markdown: &rule.manual,
        },
        default_configuration: Configuration {
            level: level(rule.severity),
        },
        properties: Precision {
            precision: match rule.certainty {
                Certainty::Certain => "very-high",
                Certainty::Probable => "high",
                Certainty::Possible => "medium",
            },
        },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn finding<'a>(found: &'a Diagnostic, report: &Report<'_>) -> Finding<'a> {
    let interface = report.interface;
    Finding {
        rule_id: found.rule,
        rule_index: report.rules.iter().position(|r| r.code == found.rule),
        level: level(found.severity),
        message: message(found, interface),
        locations: [Location::of(found)],
        related_locations: location::related(found, interface),
        partial_fingerprints: BTreeMap::from([("runbookc/v1", found.fingerprint().to_string())]),
        fixes: change::fixes(found, interface),
        properties: Properties {
            article: &found.article,
            locale: found.locale.to_string(),
            certainty: found.certainty.name(),
            expected: found.expected.as_deref(),
        },
    }
}

/// What it is, and why it is believed.
fn message(found: &Diagnostic, interface: &Interface) -> Words {
    let mut lines = vec![words::message(found, interface)];
    lines.extend(words::evidence(found, interface));
    Words {
        text: without_links(&lines.join("\n")),
    }
}

/// Text that has no embedded links (section 3.11.6), whatever a document says.
fn without_links(text: &str) -> String {
    match text.contains("](") {
        true => text.replace('[', "\\[").replace(']', "\\]"),
        false => text.to_owned(),
    }
}
