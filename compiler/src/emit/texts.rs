//! The one table of texts of a script: everything in it that is not code.
//!
//! A key is ASCII and says what the text is for. Whether an entry is there depends on the model,
//! never on the words, so the scripts of all locales have the same keys.

use tera::Value;

use super::engine::record;
use super::message::clean;
use super::outline::Outline;
use super::wording::{Wording, plain};
use crate::l10n::Interface;
use crate::procedure::{CodePiece, Parameter, Text};

/// Keys and texts in the order in which they were added.
#[derive(Debug, Default)]
pub(super) struct Texts {
    entries: Vec<(String, String)>,
}

impl Texts {
    /// Words of a language, made fit to be shown.
    pub(super) fn words(&mut self, key: impl Into<String>, text: &str) {
        self.entries.push((key.into(), clean(text)));
    }

    /// Canonical data, byte for byte.
    pub(super) fn data(&mut self, key: impl Into<String>, text: &str) {
        self.entries.push((key.into(), text.to_owned()));
    }

    /// The text between parameters as `key.0`, `key.1`, …; gives the ids of the parameters, of
    /// which there is one fewer.
    pub(super) fn joined(&mut self, key: &str, pieces: &[CodePiece]) -> Vec<String> {
        let mut parameters = Vec::new();
        let mut text = String::new();
        for piece in pieces {
            match piece {
                CodePiece::Verbatim(code) => text.push_str(code),
                CodePiece::Parameter { id, .. } => {
                    self.data(format!("{key}.{}", parameters.len()), &text);
                    text.clear();
                    parameters.push(id.clone());
                }
            }
        }
        self.data(format!("{key}.{}", parameters.len()), &text);
        parameters
    }

    /// The program's own words that every script has.
    pub(super) fn interface(&mut self, interface: &Interface) {
        for id in INTERFACE {
            let key = id.strip_prefix("runbook-").unwrap_or(id);
            self.words(key, &interface.text(id));
        }
        // A full-width colon or stop brings its own space.
        let is_wide = interface.text("runbook-usage").ends_with('\u{ff1a}');
        self.data("separator", if is_wide { "" } else { " " });
    }

    /// A wording with what stands beside it: the corrections and the source.
    pub(super) fn wording(&mut self, key: &str, wording: &Wording, interface: &Interface) {
        self.words(key, &wording.text);
        if !wording.explanation.is_empty() {
            self.words(format!("{key}.explanation"), &wording.explanation);
        }
        for (i, (found, value)) in wording.corrected.iter().enumerate() {
            let note = [("found", found.clone()), ("value", value.clone())];
            let note = interface.format("runbook-corrected", &note);
            self.words(format!("{key}.corrected.{i}"), &note);
        }
        if let Some(source) = &wording.source {
            self.words(format!("{key}.source"), source);
        }
    }

    /// The table for a template, each text as `write` has it.
    pub(super) fn value(&self, write: impl Fn(&str) -> String) -> Value {
        let entry = |(key, text): &(String, String)| {
            record([
                ("key", Value::from(key.as_str())),
                ("text", Value::from(write(text))),
            ])
        };
        Value::from(self.entries.iter().map(entry).collect::<Vec<_>>())
    }
}

/// Splits `text` where a sample stands, so that what a command prints is compared with the values
/// that were given. Samples under three characters are too likely to stand there by chance.
pub(super) fn with_parameters(text: &str, parameters: &[Parameter]) -> Vec<CodePiece> {
    let mut samples: Vec<&Parameter> = parameters.iter().filter(|p| p.sample.len() > 2).collect();
    samples.sort_by_key(|p| (std::cmp::Reverse(p.sample.len()), &p.id));
    let mut pieces = Vec::new();
    let mut rest = text;
    let first = |rest: &str| {
        let found = samples
            .iter()
            .filter_map(|p| Some((rest.find(&p.sample)?, *p)));
        found.min_by_key(|(at, p)| (*at, std::cmp::Reverse(p.sample.len())))
    };
    while let Some((at, parameter)) = first(rest) {
        pieces.push(CodePiece::Verbatim(rest[..at].to_owned()));
        pieces.push(CodePiece::Parameter {
            id: parameter.id.clone(),
            quoting: crate::procedure::Quoting::Plain,
        });
        rest = &rest[at + parameter.sample.len()..];
    }
    pieces.push(CodePiece::Verbatim(rest.to_owned()));
    pieces
}

/// The wording of a text in the locale of an outline, without corrections.
pub(super) fn title(outline: &Outline<'_>, text: &Text) -> String {
    plain(text, outline.locale)
}

/// The messages of `ui.ftl` that every script carries.
pub(super) const INTERFACE: &[&str] = &[
    "runbook-usage",
    "runbook-help-goal",
    "runbook-help-list",
    "runbook-help-from",
    "runbook-help-only",
    "runbook-help-dry-run",
    "runbook-help-journal",
    "runbook-help-resume",
    "runbook-help-yes",
    "runbook-help-answer",
    "runbook-help-help",
    "runbook-goals",
    "runbook-goal",
    "runbook-task",
    "runbook-step",
    "runbook-choice",
    "runbook-condition",
    "runbook-parameters",
    "runbook-sample",
    "runbook-source-text",
    "runbook-risk-none",
    "runbook-risk-read",
    "runbook-risk-change",
    "runbook-risk-interrupt",
    "runbook-risk-destructive",
    "runbook-risk-unknown",
    "runbook-scope-one",
    "runbook-scope-filtered",
    "runbook-scope-all",
    "runbook-verified-0",
    "runbook-verified-1",
    "runbook-verified-2",
    "runbook-verified-3",
    "runbook-verified-4",
    "runbook-command",
    "runbook-file",
    "runbook-content",
    "runbook-parent",
    "runbook-expected",
    "runbook-shell",
    "runbook-journal",
    "runbook-ask-run",
    "runbook-ask-done",
    "runbook-ask-check",
    "runbook-ask-condition",
    "runbook-ask-replace",
    "runbook-ask-unknown",
    "runbook-ask-again",
    "runbook-ask-mismatch",
    "runbook-ask-errors",
    "runbook-ask-value",
    "runbook-ask-path",
    "runbook-ask-one",
    "runbook-ask-any",
    "runbook-ask-goal",
    "runbook-only-if",
    "runbook-skip-if",
    "runbook-invalid-value",
    "runbook-by-hand",
    "runbook-withheld",
    "runbook-kind-secret",
    "runbook-rights",
    "runbook-ask-rights",
    "runbook-no-rights",
    "runbook-role",
    "runbook-ask-host",
    "runbook-wrong-role",
    "runbook-dry-run",
    "runbook-touched",
    "runbook-already-there",
    "runbook-written",
    "runbook-backup",
    "runbook-skipped",
    "runbook-done",
    "runbook-finished",
    "runbook-finished-each",
    "runbook-failed",
    "runbook-mismatch",
    "runbook-stopped",
    "runbook-resume-with",
    "runbook-hand-over",
    "runbook-decision",
    "runbook-unknown-option",
    "runbook-unknown-goal",
    "runbook-unknown-step",
    "runbook-unknown-answer",
    "runbook-needs-goal",
    "runbook-needs-value",
    "runbook-no-shell",
    "runbook-no-folder",
    "runbook-no-parent",
    "runbook-journal-busy",
    "runbook-locked",
    "runbook-journal-other",
    "runbook-journal-unfinished",
    "runbook-journal-missing",
    "runbook-journal-unwritable",
    "runbook-wrong-host",
];
