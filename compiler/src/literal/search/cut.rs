//! A dotted name that has lost its end: a file name without its extension, a host name without its
//! last label.

use crate::document::LiteralKind;

use super::folded::{Folded, fold_all};
use super::{Damage, Hit};

/// Finds `value` without what follows its last full stop, where that is a name and no word.
pub(super) fn find(kind: LiteralKind, value: &str, text: &Folded) -> Option<Hit> {
    let (kept, _) = value.rsplit_once('.')?;
    let is_name = match kind {
        LiteralKind::HostName => kept.contains('.'),
        _ => is_written_as_name(kept),
    };
    let joined = |c: char| matches!(c, '-' | '.' | '@' | '/' | '\\');
    let ranges = is_name.then(|| text.occurrences(&fold_all(kept)))?;
    let whole = ranges.into_iter().find(|range| {
        let dot = text.at(range.end) == '.' && !text.at(range.end + 1).is_whitespace();
        !joined(text.before(range.start)) && !matches!(text.at(range.end), '-' | '@') && !dot
    })?;
    Some(Hit::new(whole, Damage::Parts))
}

/// Whether a stem cannot be a word of a sentence: it has digits or signs, or capitals inside.
fn is_written_as_name(stem: &str) -> bool {
    let inside = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    let is_lower = stem.contains(|c: char| c.is_ascii_lowercase());
    is_lower && stem.chars().skip(1).any(inside)
}
