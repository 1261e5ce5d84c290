//! `manifest.json`: what a set of runbooks was made from, what it runs, and what was written, by
//! SHA-256. It has no date and no path of the machine that built it.

use serde::Serialize;

use super::digest::{action, hex};
use super::{Artifact, Compiled, Withheld, WithheldReason};
use crate::diagnostic::render::escaped;
use crate::document::Origin;
use crate::procedure::{Action, Task};

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

#[derive(Serialize)]
struct Source {
    locale: String,
    embedded: bool,
    sha256: String,
}

#[derive(Serialize)]
struct Command<'a> {
    step: &'a str,
    verification: Option<u8>,
    sha256: String,
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
    let json = serde_json::to_string_pretty(&manifest).expect("a manifest is plain data");
    let mut json = escaped(&json).into_owned();
    json.push('\n');
    Artifact {
        path: "manifest.json".to_owned(),
        bytes: json.into_bytes(),
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

fn commands(compiled: &Compiled) -> Vec<Command<'_>> {
    let steps = compiled.procedure.tasks.iter().flat_map(Task::steps);
    let acting = steps.filter(|step| step.action != Action::None);
    acting
        .map(|step| Command {
            step: &step.id,
            verification: step.verification.level(),
            sha256: hex(action(&step.action)),
        })
        .collect()
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
