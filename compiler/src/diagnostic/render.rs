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
    for command in LOG_COMMANDS.iter().filter(|c| text.contains(**c)) {
        let disarmed = command.replacen("##", "#\u{fffd}", 1);
        shown = Cow::Owned(shown.replace(command, &disarmed));
    }
    shown
}

/// What begins a command of GitHub's older runners and of Azure Pipelines, anywhere in a line.
const LOG_COMMANDS: &[&str] = &["##[", "##vso["];

/// JSON in which the characters of [`printable`] that JSON lets stand are written `\\u202e`: it says
/// the same, and what it is printed to does not obey it.
pub fn escaped(json: &str) -> Cow<'_, str> {
    // What JSON itself is written in, line feeds among it, is ASCII.
    let is_bare = |c: char| c >= '\u{7f}' && is_hidden(c);
    let is_command = LOG_COMMANDS.iter().any(|c| json.contains(c));
    if !is_command && !foreign_runs(json).any(|run| run.contains(is_bare)) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match is_bare(c) || (is_command && c == '#') {
            true => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
                out.push_str(&format!("\\u{unit:04x}"));
            }),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The parts of a text between plain ASCII, with what of it stands beside them.
fn foreign_runs(text: &str) -> impl Iterator<Item = &str> {
    const STEP: usize = 64;
    let starts = (0..text.len()).step_by(STEP);
    starts.filter_map(move |start| {
        let whole = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at));
        let end = whole(start + STEP).unwrap_or(text.len());
        let run = &text[whole(start)?..end];
        let is_plain = run.is_ascii() && memchr::memchr(0x7f, run.as_bytes()).is_none();
        (!is_plain).then_some(run)
    })
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
