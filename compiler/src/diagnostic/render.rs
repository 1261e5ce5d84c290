//! Diagnostics as text or data: one file per output format.
//!
//! Whatever a document holds, no control sequence of it reaches a terminal or a log: all text from
//! documents goes through [`printable`].

use std::borrow::Cow;

use super::{Certainty, Diagnostic, EvidenceKind, Severity};
use crate::l10n::Interface;

mod concise;
mod diff;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod markdown;
mod place;
mod rdjsonl;
mod sarif;
mod statistics;
pub mod wire;
mod words;

pub use concise::concise;
pub use diff::diff;
pub use github::github;
pub use gitlab::gitlab;
pub use human::human;
pub use json::json;
pub use junit::junit;
pub use markdown::markdown;
pub use rdjsonl::rdjsonl;
pub use sarif::sarif;
pub use statistics::{statistics, statistics_json};

/// What a report shows.
pub struct Report<'a> {
    /// The diagnostics, in the order in which they are shown.
    pub diagnostics: &'a [Diagnostic],
    /// How many articles were checked.
    pub articles: usize,
    /// All rules, for formats that have a table of them.
    pub rules: &'a [RuleText],
    /// The words to say it in.
    pub interface: &'a Interface,
    /// Columns of the terminal, for formats that people read.
    pub width: usize,
}

/// A rule as a table of rules shows it.
pub struct RuleText {
    /// Its code: `LIT003`.
    pub code: &'static str,
    /// Its name: `command-altered`.
    pub name: &'static str,
    /// How harmful a finding is as a rule.
    pub severity: Severity,
    /// How sure a finding is as a rule.
    pub certainty: Certainty,
    /// What it does, as text.
    pub summary: String,
    /// Its page, as Markdown.
    pub manual: String,
}

/// Text from a document or path with each character that a terminal obeys or hides replaced by
/// U+FFFD, one for one: C0 and C1 controls, bidirectional controls, zero-width characters.
///
/// What a CI service takes for a command wherever it stands in a line (`##[`, `##vso[`) loses its
/// second character.
pub fn printable(text: &str) -> Cow<'_, str> {
    let mut shown = match text.contains(is_hidden) {
        false => Cow::Borrowed(text),
        true => {
            let shown = |c: char| if is_hidden(c) { '\u{fffd}' } else { c };
            Cow::Owned(text.chars().map(shown).collect())
        }
    };
    if !has_command(text) {
        return shown;
    }
    for command in LOG_COMMANDS {
        let disarmed = command.replacen("##", "#\u{fffd}", 1);
        shown = Cow::Owned(shown.replace(command, &disarmed));
    }
    shown
}

/// What begins a command of GitHub's older runners and of Azure Pipelines, anywhere in a line.
const LOG_COMMANDS: &[&str] = &["##[", "##vso["];

/// Whether a text holds what a CI service takes for a command wherever it stands.
fn has_command(text: &str) -> bool {
    memchr::memchr(b'#', text.as_bytes()).is_some()
        && LOG_COMMANDS.iter().any(|command| text.contains(command))
}

fn is_hidden(c: char) -> bool {
    match c {
        '\t' => false,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{ad}' | '\u{61c}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    }
}

fn evidence_kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Source => "source",
        EvidenceKind::CodeBlock => "code-block",
        EvidenceKind::LinkTarget => "link-target",
        EvidenceKind::Catalogue => "catalogue",
        EvidenceKind::Locale => "locale",
        EvidenceKind::Corpus => "corpus",
        EvidenceKind::Shape => "shape",
        EvidenceKind::Glossary => "glossary",
    }
}
