//! `manifest.json`: what a set of runbooks was made from, what it runs, and what was written, by
//! SHA-256. It has no date and no path of the machine that built it.

use serde::{Deserialize, Serialize};

use super::digest::{action, hex};
use super::{Artifact, Compiled, Withheld, WithheldReason};
use crate::diagnostic::render::wire;
use crate::document::Origin;
use crate::procedure::{Action, Procedure, Task};
use crate::source::Locale;

#[derive(Serialize)]
struct Manifest<'a> {
    schema: &'static str,
    id: &'a str,
    generator: String,
    sources: Vec<Source>,
    commands: Vec<Command<'a>>,
    withheld: Vec<WithheldStep>,
    outputs: Vec<Output<'a>>,
}

#[derive(PartialEq, Eq, Deserialize, Serialize)]
struct Source {
    locale: String,
    embedded: bool,
    sha256: String,
}

#[derive(Serialize)]
struct Command<'a> {
    step: &'a str,
    verification: Option<u8>,
    verified: Verified<'a>,
    sha256: String,
}

/// Why a command is verified as far as it is.
#[derive(Serialize)]
struct Verified<'a> {
    /// Locales whose code is the same.
    locales: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differing: Vec<String>,
    /// Modules of the catalogue that its cmdlets belong to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    catalogue: Vec<&'a str>,
    /// What no catalogue knows of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unknown: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    executed: Option<Executed<'a>>,
}

/// The run in which a command did well.
#[derive(Serialize)]
struct Executed<'a> {
    at: &'a str,
    host: &'a str,
    driver: &'a str,
    digest: &'a str,
}

#[derive(Serialize)]
struct WithheldStep {
    step: String,
    reason: &'static str,
}

#[derive(Serialize)]
struct Output<'a> {
    path: &'a str,
    sha256: String,
}

/// The manifest of `outputs`, which does not list itself.
pub(super) fn manifest(
    compiled: &Compiled,
    withheld: &[Withheld],
    outputs: &[Artifact],
) -> Artifact {
    let manifest = Manifest {
        schema: "runbookc.manifest/1",
        id: &compiled.procedure.id,
        generator: format!("runbookc {}", env!("CARGO_PKG_VERSION")),
        sources: sources(compiled),
        commands: commands(compiled),
        withheld: withheld.iter().map(withheld_step).collect(),
        outputs: outputs.iter().map(output).collect(),
    };
    let mut bytes = Vec::new();
    wire::pretty(&manifest, &mut bytes).expect("a manifest is plain data");
    Artifact {
        path: "manifest.json".to_owned(),
        bytes,
    }
}

fn sources(compiled: &Compiled) -> Vec<Source> {
    let source = |document: &crate::document::Document| Source {
        locale: document.locale.to_string(),
        embedded: document.origin == Origin::Embedded,
        sha256: hex(document.file.text()),
    };
    compiled.article.documents.iter().map(source).collect()
}

/// The locales whose text is not the one that `manifest`, which was written before, was made
/// from; none if it is no manifest.
pub fn changed_sources(compiled: &Compiled, manifest: &[u8]) -> Vec<Locale> {
    #[derive(Deserialize)]
    struct Old {
        sources: Vec<Source>,
    }
    let Ok(old) = serde_json::from_slice::<Old>(manifest) else {
        return Vec::new();
    };
    let documents = compiled.article.documents.iter();
    let now = sources(compiled).into_iter().zip(documents);
    let changed = now.filter(|(source, _)| !old.sources.contains(source));
    changed
        .map(|(_, document)| document.locale.clone())
        .collect()
}

fn commands(compiled: &Compiled) -> Vec<Command<'_>> {
    let steps = compiled.procedure.tasks.iter().flat_map(Task::steps);
    let acting = steps.filter(|step| step.action != Action::None);
    acting
        .map(|step| Command {
            step: &step.id,
            verification: step.verification.level(),
            verified: verified(&compiled.procedure, &step.id),
            sha256: hex(action(&step.action)),
        })
        .collect()
}

fn verified<'a>(procedure: &'a Procedure, step: &str) -> Verified<'a> {
    let record = procedure.records.get(step);
    let tags = |locales: &[Locale]| locales.iter().map(ToString::to_string).collect();
    Verified {
        locales: record.map_or_else(Vec::new, |r| tags(&r.same)),
        differing: record.map_or_else(Vec::new, |r| tags(&r.differing)),
        catalogue: record.map_or_else(Vec::new, |r| r.modules.iter().map(String::as_str).collect()),
        unknown: record.map_or_else(Vec::new, |r| r.unknown.iter().map(String::as_str).collect()),
        executed: record.and_then(|r| r.executed.as_ref()).map(|e| Executed {
            at: &e.at,
            host: &e.host,
            driver: &e.driver,
            digest: &e.digest,
        }),
    }
}

fn output(artifact: &Artifact) -> Output<'_> {
    Output {
        path: &artifact.path,
        sha256: hex(&artifact.bytes),
    }
}

fn withheld_step(withheld: &Withheld) -> WithheldStep {
    WithheldStep {
        step: withheld.step.clone(),
        reason: match withheld.reason {
            WithheldReason::Disputed => "disputed",
            WithheldReason::Characters => "characters",
            WithheldReason::Incomplete => "incomplete",
            WithheldReason::Substitution => "substitution",
        },
    }
}
