//! A literal that a machine put a mark in the place of and never put back: `( # A0)`.

use super::folded::Folded;
use super::{Damage, Hit};

/// Finds the first mark that is not the place of another literal.
pub(super) fn find(text: &Folded) -> Option<Hit> {
    let starts = (0..text.chars.len()).filter(|i| text.at(*i) == '#');
    let mut hits = starts.filter_map(|start| {
        let mut at = start + 1;
        if text.at(at) == ' ' {
            at += 1;
        }
        if text.at(at) != 'a' || text.before(start).is_alphanumeric() {
            return None;
        }
        let digits = (at + 1..)
            .take_while(|i| text.at(*i).is_ascii_digit())
            .count();
        let end = at + 1 + digits;
        let whole = digits > 0 && digits < 3 && !text.at(end).is_alphanumeric();
        (whole && text.is_free(&(start..end))).then(|| Hit::new(start..end, Damage::Structure))
    });
    hits.next()
}
