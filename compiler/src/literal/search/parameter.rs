//! A parameter whose dash and name were parted: `– Identity`.

use crate::literal::command;

use super::distance::distance;
use super::folded::{Folded, fold_all, is_name, is_wide};
use super::{Damage, Hit};

/// Most characters of a translated name in a script without spaces: more is a part of a sentence.
const WIDE: usize = 5;

/// Finds what became of `value`, a parameter with its dash.
pub(super) fn find(value: &str, text: &Folded) -> Option<Hit> {
    let value = fold_all(value);
    let dashes = value.iter().take_while(|c| **c == '-').count();
    if dashes == 0 {
        return None;
    }
    let parted = text
        .occurrences(&value[dashes..])
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
            let glued = before.is_ascii_alphanumeric() && follows_cmdlet(start, text);
            let hit = Hit::new(start..range.end, Damage::Structure);
            (start < dash && (free || glued) && text.is_free(&hit.range)).then_some(hit)
        });
    parted.or_else(|| translated(&value[dashes..], text))
}

/// Whether the word that ends at `end` is a cmdlet's name, to which the parameter was glued.
fn follows_cmdlet(end: usize, text: &Folded) -> bool {
    let mut start = end;
    while text.before(start).is_ascii_alphanumeric() || text.before(start) == '-' {
        start -= 1;
    }
    let word: String = text.chars[start..end].iter().collect();
    let verb = word.split_once('-').map(|(verb, _)| verb);
    verb.is_some_and(command::is_verb)
}

/// The only word behind a dash, where it is a translation of the name: `–身分識別`.
fn translated(name: &[char], text: &Folded) -> Option<Hit> {
    let dashes = (0..text.chars.len()).filter(|i| text.at(*i) == '-');
    let mut words = dashes.filter_map(|dash| {
        let free = matches!(text.before(dash), ' ' | '\n' | '"' | '(');
        let rest = text.chars[dash + 1..].iter();
        let length = rest.take_while(|c| is_name(**c) || is_wide(**c)).count();
        let range = dash..dash + 1 + length;
        let word = &text.chars[dash + 1..range.end];
        let foreign = word.iter().any(|c| !c.is_ascii());
        let like = distance(word, name) * 2 <= word.len().max(name.len());
        let long = word.iter().any(|c| is_wide(*c)) && length > WIDE;
        (free && length > 2 && !long && (foreign || like) && text.is_free(&range)).then_some(range)
    });
    let only = words.next()?;
    words
        .next()
        .is_none()
        .then(|| Hit::new(only, Damage::Translated))
}
