//! A command or a change to a file as a page shows it: its code with the parameters marked, how
//! far it is verified, and on what evidence.

use serde::Serialize;

use crate::diagnostic::{Evidence, EvidenceKind};
use crate::emit::Compiled;
use crate::procedure::{Action, CodePiece, Parameter, Step, Verification};
use crate::shell::{Dialect, FileFormat};

/// A block of code, ready for a template.
#[derive(Debug, Serialize)]
pub(super) struct CodeView {
    /// The name of its language, as a reader knows it.
    language: &'static str,
    pieces: Vec<CodePieceView>,
    verification: VerificationView,
    /// For a change to a file: where it goes.
    file: Option<FileView>,
}

#[derive(Debug, Serialize)]
struct CodePieceView {
    text: String,
    parameter: Option<String>,
}

#[derive(Debug, Serialize)]
struct FileView {
    name: String,
    folder: Option<String>,
    parent: Option<String>,
}

#[derive(Debug, Serialize)]
struct VerificationView {
    level: u8,
    /// Id of the message that names the level.
    message: &'static str,
    /// Locales whose code block is the same, joined.
    same: Option<String>,
    parses: bool,
    /// Modules of the catalogue that know the command, joined.
    known: Option<String>,
    /// What of the command no catalogue knows, joined.
    unknown: Option<String>,
    evidence: Vec<EvidenceView>,
}

/// One reason, ready for a template.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct EvidenceView {
    message: &'static str,
    locale: Option<String>,
    text: String,
}

impl CodeView {
    /// The code of `step`; nothing where a person acts or reads.
    pub(super) fn new(step: &Step, compiled: &Compiled) -> Option<CodeView> {
        let parameters = &compiled.procedure.parameters;
        let (language, code, pieces, file) = match &step.action {
            Action::None => return None,
            Action::Command(c) => (dialect(c.dialect), &c.code, &c.pieces, None),
            Action::Edit(edit) => {
                let file = FileView {
                    name: edit.file.clone(),
                    folder: edit.folder.clone(),
                    parent: edit.parent.clone(),
                };
                (format(edit.format), &edit.content, &edit.pieces, Some(file))
            }
        };
        Some(CodeView {
            language,
            pieces: mark(code, pieces, parameters),
            verification: VerificationView::new(step, compiled),
            file,
        })
    }
}

impl VerificationView {
    fn new(step: &Step, compiled: &Compiled) -> VerificationView {
        let (level, message) = level(step.verification);
        let rows = step.sources.iter().filter_map(|id| {
            let unit = compiled.alignment.units.get(id.0 as usize)?;
            Some(unit.row)
        });
        let rows: Vec<_> = rows.collect();
        let code: Vec<_> = (compiled.canon.code.iter())
            .filter(|code| rows.contains(&code.row))
            .collect();
        let mut evidence = Vec::new();
        for reason in code.iter().flat_map(|code| &code.evidence) {
            let view = EvidenceView::new(reason);
            if !evidence.contains(&view) {
                evidence.push(view);
            }
        }
        let record = compiled.procedure.records.get(&step.id);
        let joined = |names: Vec<String>| (!names.is_empty()).then(|| names.join(", "));
        let same = record.map(|r| r.same.iter().map(ToString::to_string).collect());
        let known = record.filter(|_| level >= 3);
        let known = known.map(|r| r.modules.iter().cloned().collect());
        VerificationView {
            level,
            message,
            same: same.and_then(joined),
            parses: level >= 2,
            known: known.and_then(joined),
            unknown: record.and_then(|r| joined(r.unknown.clone())),
            evidence,
        }
    }
}

impl EvidenceView {
    /// `evidence` in the words of its kind.
    pub(super) fn new(evidence: &Evidence) -> EvidenceView {
        EvidenceView {
            message: match evidence.kind {
                EvidenceKind::Source => "book-evidence-source",
                EvidenceKind::CodeBlock => "book-evidence-code-block",
                EvidenceKind::LinkTarget => "book-evidence-link-target",
                EvidenceKind::Catalogue => "book-evidence-catalogue",
                EvidenceKind::Locale => "book-evidence-locale",
                EvidenceKind::Corpus => "book-evidence-corpus",
                EvidenceKind::Shape => "book-evidence-shape",
                EvidenceKind::Glossary => "book-evidence-glossary",
            },
            locale: evidence.locale.as_ref().map(ToString::to_string),
            text: evidence.text.clone(),
        }
    }
}

/// The pieces of a block with each sample in its place. Where they do not add up to the code byte
/// for byte, the code is shown unmarked: what a reader copies is the canon's.
fn mark(code: &str, pieces: &[CodePiece], parameters: &[Parameter]) -> Vec<CodePieceView> {
    let sample = |id: &str| Some(&parameters.iter().find(|p| p.id == id)?.sample);
    let marked = pieces.iter().map(|piece| match piece {
        CodePiece::Verbatim(text) => Some(CodePieceView {
            text: text.clone(),
            parameter: None,
        }),
        CodePiece::Parameter { id, .. } => Some(CodePieceView {
            text: sample(id)?.clone(),
            parameter: Some(id.clone()),
        }),
    });
    let marked: Option<Vec<CodePieceView>> = marked.collect();
    let text = |m: &[CodePieceView]| m.iter().map(|p| p.text.as_str()).collect::<String>();
    marked.filter(|m| text(m) == code).unwrap_or_else(|| {
        vec![CodePieceView {
            text: code.to_owned(),
            parameter: None,
        }]
    })
}

fn level(verification: Verification) -> (u8, &'static str) {
    match verification {
        Verification::NotApplicable | Verification::Unverified => {
            (0, "book-verification-unverified")
        }
        Verification::Consistent => (1, "book-verification-consistent"),
        Verification::Parses => (2, "book-verification-parses"),
        Verification::Known => (3, "book-verification-known"),
        Verification::Executed => (4, "book-verification-executed"),
    }
}

/// The name of a shell's language.
pub(super) fn dialect(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::PowerShell => "PowerShell",
        Dialect::Bash => "bash",
    }
}

fn format(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Xml => "XML",
        FileFormat::Json => "JSON",
        FileFormat::Yaml => "YAML",
        FileFormat::Text => "text",
    }
}
