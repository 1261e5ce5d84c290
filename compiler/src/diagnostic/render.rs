//! Diagnostics as text or data: one file per output format.
//!
//! Whatever a document holds, no control sequence of it reaches a terminal or a log: all text from
//! documents goes through [`printable`].

use std::borrow::Cow;

use super::{Diagnostic, EvidenceKind};
use crate::l10n::Interface;

mod concise;
mod human;
mod json;

pub use concise::concise;
pub use human::human;
pub use json::json;

/// What a report shows.
pub struct Report<'a> {
    /// The diagnostics, in the order in which they are shown.
    pub diagnostics: &'a [Diagnostic],
    /// How many articles were checked.
    pub articles: usize,
    /// The words to say it in.
    pub interface: &'a Interface,
    /// Columns of the terminal, for formats that people read.
    pub width: usize,
}

/// Text from a document or path with each character that a terminal obeys or hides replaced by
/// U+FFFD, one for one: C0 and C1 controls, bidirectional controls, zero-width characters.
pub fn printable(text: &str) -> Cow<'_, str> {
    match text.contains(is_hidden) {
        false => Cow::Borrowed(text),
        true => {
            let shown = |c: char| if is_hidden(c) { '\u{fffd}' } else { c };
            Cow::Owned(text.chars().map(shown).collect())
        }
    }
}

/// JSON in which the characters of [`printable`] that JSON lets stand are written `\\u202e`: it says
/// the same, and a terminal that it is printed to does not obey it.
pub fn escaped(json: &str) -> Cow<'_, str> {
    // What JSON itself is written in, line feeds among it, is ASCII.
    let is_bare = |c: char| c >= '\u{7f}' && is_hidden(c);
    if !json.contains(is_bare) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match is_bare(c) {
            true => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
                out.push_str(&format!("\\u{unit:04x}"));
            }),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
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
    }
}
