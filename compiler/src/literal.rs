//! The phase that recognizes literals in segments; normal forms; search for a damaged literal.
//!
//! It looks at one document at a time and knows nothing of other locales. What it recognizes is
//! well formed; what a translation made of a literal is only found by [`search`], which is told
//! what to look for.

use crate::document::{BlockKind, Document, Literal, LiteralKind, MarkKind, Segment};

pub mod artifacts;
mod command;
pub mod names;
mod network;
mod normal;
mod path;
mod scan;
pub mod search;
mod shaped;
mod tables;
mod torn;
mod variant;
mod version;
mod word;

pub use command::{noun_of, verb_of};
pub use network::last_path_segment;
pub use normal::{normal, same};
pub use torn::{Element, Torn, torn};
pub use variant::variant;

/// Bytes of a segment's text with the kind of literal that they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) kind: LiteralKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Fills in the literals of every segment. Idempotent.
pub fn recognize(document: &mut Document) {
    let Document {
        segments, blocks, ..
    } = document;
    for segment in segments {
        let kind = &blocks[segment.block.0 as usize].kind;
        segment.literals = match kind {
            // Code is compared whole, byte by byte.
            BlockKind::Code { .. } | BlockKind::Opaque => Vec::new(),
            _ => literals(segment),
        };
    }
}

/// The literals that stand in `text`, with their bytes: what [`recognize`] finds in a segment
/// without markup.
pub fn literals_in(text: &str) -> Vec<(LiteralKind, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    scan::scan(text, &mut found);
    let pairs = found.into_iter().map(|c| (c.kind, c.start..c.end));
    pairs.collect()
}

fn literals(segment: &Segment) -> Vec<Literal> {
    let mut found = Vec::new();
    scan::scan(&segment.text, &mut found);
    for mark in &segment.marks {
        let range = mark.range.start as usize..mark.range.end as usize;
        match mark.kind {
            MarkKind::Code => whole(segment, range, &mut found, true),
            MarkKind::Strong | MarkKind::Link { .. } => whole(segment, range, &mut found, false),
            _ => {}
        }
    }
    found.sort_by_key(|c| (c.start, c.end));
    let literals = found.into_iter().map(|c| literal(segment, c));
    literals.collect()
}

/// Inline code is one literal, whatever it holds. A bold span or link is one where its whole text
/// is a command written in lower case, which running text does not give away.
fn whole(
    segment: &Segment,
    range: std::ops::Range<usize>,
    found: &mut Vec<Candidate>,
    is_code: bool,
) {
    let text = &segment.text[range.clone()];
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = range.start + (text.len() - text.trim_start().len());
    let end = start + trimmed.len();
    if found.iter().any(|c| c.start <= start && end <= c.end) {
        return;
    }
    let kind = match is_code {
        true => scan::kind_of_code(trimmed),
        false if command::is_cmdlet_in_any_case(trimmed) => LiteralKind::Command,
        false if command::is_family(trimmed) => LiteralKind::Command,
        false => return,
    };
    found.retain(|c| c.end <= start || end <= c.start);
    found.push(Candidate { kind, start, end });
}

fn literal(segment: &Segment, candidate: Candidate) -> Literal {
    let range = candidate.start as u32..candidate.end as u32;
    let text = segment.slice(range.clone());
    Literal {
        kind: candidate.kind,
        span: segment.source_span(range.clone()),
        normal: normal(candidate.kind, text),
        text: text.to_owned(),
        range,
    }
}
