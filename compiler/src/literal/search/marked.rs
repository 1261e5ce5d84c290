//! A literal whose markup came through: the inline code or bold span holds what became of it, and
//! enough of its elements to know it by.

use crate::document::{MarkKind, Segment};

use super::folded::{Folded, fold_all};
use super::{Damage, Hit};

/// Finds a marked span that has at least half of the elements of `value`, in order, and as many
/// elements in all.
pub(super) fn find(value: &str, text: &Folded, segment: &Segment) -> Option<Hit> {
    let is_edge = |c: &char| matches!(c, '.' | '/' | '\\' | '-' | ' ');
    let wanted = fold_all(value);
    let wanted: Vec<&[char]> = wanted.split(is_edge).filter(|e| !e.is_empty()).collect();
    let marks = segment.marks.iter();
    let mut spans = marks.filter(|m| matches!(m.kind, MarkKind::Code | MarkKind::Strong));
    spans.find_map(|mark| {
        let range = text.chars_of(&mark.range);
        let chars = &text.chars[range.clone()];
        let parts: Vec<&[char]> = chars.split(is_edge).filter(|e| !e.is_empty()).collect();
        let pairs = parts.iter().zip(&wanted).filter(|(p, w)| p == w).count();
        let enough = parts.len() == wanted.len() && wanted.len() > 2 && pairs * 2 > wanted.len();
        let free = text.is_free(&range);
        (enough && free).then(|| Hit::new(range, Damage::Structure))
    })
}
