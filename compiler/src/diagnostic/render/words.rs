//! What formats for people say of a finding, each in one line that may be printed anywhere.

use crate::diagnostic::{Diagnostic, Evidence, EvidenceKind};
use crate::l10n::Interface;

use super::printable;

/// Its message.
pub(super) fn message(found: &Diagnostic, interface: &Interface) -> String {
    one_line(&interface.format(found.message.id, &found.message.args))
}

/// What to write instead, if that is known and is anything.
pub(super) fn expected(found: &Diagnostic, interface: &Interface) -> Option<String> {
    let expected = found.expected.as_deref().map(one_line);
    let expected = expected.filter(|e| !e.trim().is_empty())?;
    Some(interface.format("render-expected", &[("expected", expected)]))
}

/// Why it is believed.
pub(super) fn evidence(found: &Diagnostic, interface: &Interface) -> Option<String> {
    let reasons = reasons(found, interface);
    let args = [("reasons", reasons.join(&interface.text("render-separator")))];
    let words = || interface.format("render-evidence", &args);
    (!reasons.is_empty()).then(words)
}

/// The witnesses that stand elsewhere, strongest first.
pub(super) fn witnesses(found: &Diagnostic) -> impl Iterator<Item = &Evidence> {
    let elsewhere = |e: &&Evidence| {
        let location = e.location.as_ref();
        location.is_some_and(|l| l.file.path() != found.file.path() || l.span != found.span)
    };
    found.evidence.iter().filter(elsewhere)
}

/// All reasons, each once.
pub(super) fn reasons(found: &Diagnostic, interface: &Interface) -> Vec<String> {
    let mut reasons = Vec::new();
    for evidence in &found.evidence {
        let reason = because(evidence, interface);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons
}

/// What kind of witness it is.
pub(super) fn because(evidence: &Evidence, interface: &Interface) -> String {
    let id = match evidence.kind {
        EvidenceKind::Source => "render-because-source",
        EvidenceKind::CodeBlock => "render-because-code",
        EvidenceKind::LinkTarget => "render-because-link",
        EvidenceKind::Catalogue => "render-because-catalogue",
        EvidenceKind::Locale => "render-because-locale",
        EvidenceKind::Corpus => "render-because-corpus",
        EvidenceKind::Shape => "render-because-shape",
        EvidenceKind::Glossary => "render-because-glossary",
    };
    let locale = evidence.locale.as_ref().map(ToString::to_string);
    interface.format(id, &[("locale", locale.unwrap_or_default())])
}

/// Text on one line, with all that a terminal would obey replaced.
pub(super) fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    printable(&lines.join(" ⏎ ")).into_owned()
}
