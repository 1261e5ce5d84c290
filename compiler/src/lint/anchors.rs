//! Places in a document that a link can lead to.

use crate::document::{BlockKind, Document, Segment};

/// The anchors of a document, in a form that generators do not differ in.
pub(crate) struct Anchors {
    known: Vec<String>,
}

impl Anchors {
    pub(crate) fn of(document: &Document) -> Self {
        let mut known = Vec::new();
        for (id, block) in document.blocks() {
            if let BlockKind::Heading { anchor, .. } = &block.kind {
                known.extend(anchor.as_deref().map(plain));
                let text: String = document
                    .segments_of(id)
                    .map(|(_, s)| s.text.as_str())
                    .collect();
                known.push(plain(&text));
            }
        }
        // Anchors of HTML may stand anywhere.
        let text = document.file.text();
        for opening in ["name=\"", "id=\"", "{#"] {
            for (at, _) in text.match_indices(opening) {
                let rest = &text[at + opening.len()..];
                let name = rest.split(['"', '}', '\n']).next().unwrap_or_default();
                known.push(plain(name));
            }
        }
        known.sort_unstable();
        Anchors { known }
    }

    /// Whether a fragment leads anywhere. The number that a generator adds to a repeated title is
    /// no part of it.
    pub(crate) fn has(&self, fragment: &str) -> bool {
        let goal = plain(fragment);
        let unnumbered = goal.trim_end_matches(|c: char| c.is_ascii_digit());
        let known = |goal: &str| {
            self.known
                .binary_search_by(|k| k.as_str().cmp(goal))
                .is_ok()
        };
        goal.is_empty() || goal == "top" || known(&goal) || known(unnumbered)
    }
}

/// The anchor that generators make of a title: `Install it (again)` is `install-it-again`.
pub(crate) fn slug(heading: &Segment) -> String {
    let lower = heading.text.trim().to_lowercase();
    let kept = lower
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Letters and digits, in lower case: generators differ in the rest.
fn plain(anchor: &str) -> String {
    let decoded = percent_encoding::percent_decode_str(anchor).decode_utf8_lossy();
    let kept = decoded.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}
