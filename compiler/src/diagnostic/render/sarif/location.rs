//! Places in SARIF: relative URIs and regions.

use serde::Serialize;

use super::Words;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::render::{place, words};
use crate::l10n::Interface;
use crate::source::{SourceFile, Span};

/// What relative URIs start at: the folder that the program ran in.
pub(super) const BASE: &str = "%SRCROOT%";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Words>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical<'a> {
    artifact_location: Artifact,
    region: Region<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

/// Lines and columns from 1, the end one past the last; bytes of the file as read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region<'a> {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    byte_offset: u32,
    byte_length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Snippet<'a>>,
}

#[derive(Serialize)]
struct Snippet<'a> {
    text: &'a str,
}

impl<'a> Location<'a> {
    /// Where a finding is.
    pub(super) fn of(found: &'a Diagnostic) -> Self {
        Location {
            id: None,
            physical_location: physical(&found.file, found.span),
            message: None,
        }
    }
}

/// Where those stand that bear a finding out.
pub(super) fn related<'a>(found: &'a Diagnostic, interface: &Interface) -> Vec<Location<'a>> {
    let locations = words::witnesses(found).enumerate();
    let locations = locations.filter_map(|(i, witness)| {
        let at = witness.location.as_ref()?;
        Some(Location {
            id: Some(i + 1),
            physical_location: physical(&at.file, at.span),
            message: Some(Words {
                text: words::because(witness, interface),
            }),
        })
    });
    locations.collect()
}

fn physical(file: &SourceFile, span: Span) -> Physical<'_> {
    Physical {
        artifact_location: artifact(file),
        region: region(file, span),
    }
}

pub(super) fn artifact(file: &SourceFile) -> Artifact {
    Artifact {
        uri: place::uri(file),
        uri_base_id: file.path().is_relative().then_some(BASE),
    }
}

/// The region of a span, with what stands there.
fn region(file: &SourceFile, span: Span) -> Region<'_> {
    let text = file.slice(span);
    Region {
        snippet: (!text.is_empty()).then_some(Snippet { text }),
        ..bare_region(file, span)
    }
}

/// The region of a span.
pub(super) fn bare_region<'a>(file: &SourceFile, span: Span) -> Region<'a> {
    let (start, end) = (file.position(span.start), file.position(span.end));
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_offset: span.start,
        byte_length: span.len(),
        snippet: None,
    }
}
