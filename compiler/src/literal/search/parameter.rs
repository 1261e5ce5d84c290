//! A parameter whose dash and name were parted: `– Identity`.

use super::folded::{Folded, fold_all};
use super::{Damage, Hit};

/// Finds what became of `value`, a parameter with its dash.
pub(super) fn find(value: &str, text: &Folded) -> Option<Hit> {
    let name = fold_all(value.trim_start_matches('-'));
    text.occurrences(&name).into_iter().find_map(|range| {
        let mut start = range.start;
        while start > 0 && text.before(start) == ' ' {
            start -= 1;
        }
        let dash = start;
        while start > 0 && text.before(start) == '-' {
            start -= 1;
        }
        let free = matches!(text.before(start), ' ' | '\n' | '"' | '(');
        let hit = Hit::new(start..range.end, Damage::Structure);
        (start < dash && free && text.is_free(&hit.range)).then_some(hit)
    })
}
