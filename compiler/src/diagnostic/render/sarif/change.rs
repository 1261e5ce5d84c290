//! Fixes in SARIF.

use serde::Serialize;

use super::Words;
use super::location::{Artifact, Region, artifact, bare_region};
use crate::diagnostic::render::words;
use crate::diagnostic::{Applicability, Diagnostic};
use crate::l10n::Interface;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fix<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Words>,
    artifact_changes: [Change<'a>; 1],
    properties: Properties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region<'a>,
    inserted_content: Content<'a>,
}

#[derive(Serialize)]
struct Content<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Properties {
    applicability: &'static str,
}

/// The fix of a finding, if it has one that may be applied.
pub(super) fn fixes<'a>(found: &'a Diagnostic, interface: &Interface) -> Vec<Fix<'a>> {
    let fix = found.fix.as_ref();
    let Some(fix) = fix.filter(|f| f.applicability > Applicability::DisplayOnly) else {
        return Vec::new();
    };
    let replacements = fix.edits.iter().map(|edit| Replacement {
        deleted_region: bare_region(&found.file, edit.span),
        inserted_content: Content { text: &edit.text },
    });
    vec![Fix {
        description: words::expected(found, interface).map(|text| Words { text }),
        artifact_changes: [Change {
            artifact_location: artifact(&found.file),
            replacements: replacements.collect(),
        }],
        properties: Properties {
            applicability: fix.applicability.name(),
        },
    }]
}
