//! A parameter whose dash and name were parted: `– Identity`.

use super::folded::{Folded, fold_all, is_wide};
use super::{Damage, Hit};

/// Finds what became of `value`, a parameter with its dash.
pub(super) fn find(value: &str, text: &Folded) -> Option<Hit> {
    let value = fold_all(value);
    let dashes = value.iter().take_while(|c| **c == '-').count();
    text.occurrences(&value[dashes..])
        .into_iter()
        .find_map(|range| {
            let mut start = range.start;
            while start > 0 && text.before(start) == ' ' {
                start -= 1;
            }
            let dash = start;
            while start > 0 && text.before(start) == '-' {
                start -= 1;
            }
            let before = text.before(start);
            let free = matches!(before, ' ' | '\n' | '"' | '(') || is_wide(before);
            let hit = Hit::new(start..range.end, Damage::Structure);
            (start < dash && free && text.is_free(&hit.range)).then_some(hit)
        })
}
