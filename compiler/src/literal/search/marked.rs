//! A literal whose markup came through: the inline code or bold span holds what became of it, and
//! enough of its elements to know it by.

use crate::document::{MarkKind, Segment};

use super::distance::distance;
use super::folded::{Folded, fold_all};
use super::token::differs_in_digits;
use super::{Damage, Hit};

/// Most letters of a slip.
const MOST: usize = 3;

/// Most letters of inline code in which a slip is looked for.
const LONG: usize = 400;

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

/// Finds the inline code that differs from `value` in a letter of five at most, and in three of all.
pub(super) fn find_alike(value: &str, text: &Folded, segment: &Segment) -> Option<Hit> {
    let wanted = fold_all(value);
    let marks = segment
        .marks
        .iter()
        .filter(|m| m.kind == MarkKind::Code && wanted.len() <= LONG);
    let spans = marks.map(|m| text.chars_of(&m.range));
    let alike = spans.filter_map(|range| {
        let chars = &text.chars[range.clone()];
        let fits = chars.len().abs_diff(wanted.len()) <= MOST && text.is_free(&range);
        let edits = fits.then(|| distance(chars, &wanted))?;
        let close = edits <= MOST && edits * 5 <= wanted.len();
        let slip = close && !differs_in_digits(chars, &wanted) && is_slip(chars, value);
        slip.then_some((edits, range))
    });
    let (_, range) = alike.min_by_key(|(edits, _)| *edits)?;
    Some(Hit::new(range, Damage::Letters))
}

/// Whether two lines of code differ in more than a prompt, quotation marks and the sort of white
/// space, and not in a word in capitals, which the reader fills in.
fn is_slip(chars: &[char], value: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.trim_start_matches("$ ").split_whitespace();
        let bare = words.map(|w| w.replace(['"', '\'', '“', '”', '’'], ""));
        bare.collect()
    };
    let (here, there) = (words(&chars.iter().collect::<String>()), words(value));
    let is_blank =
        |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    if here.len() != there.len() {
        return true;
    }
    let mut pairs = here.iter().zip(&there);
    pairs.any(|(a, b)| *a != b.to_lowercase() && !is_blank(b))
}
