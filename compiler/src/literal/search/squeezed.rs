//! A literal of signs that white space was let into, `( \d {0,7} )`, or in whose middle words of the
//! sentence ended up.

use std::ops::Range;

use super::folded::{Folded, is_wide};
use super::{Damage, Hit};

/// Most characters of the words that ended up inside.
const STRAY: usize = 12;

/// Finds `name` whatever white space stands in it; words in a script without spaces may stand
/// once between its first characters.
pub(super) fn find(name: &[char], text: &Folded) -> Option<Hit> {
    let needle: Vec<char> = name.iter().copied().filter(|c| *c != ' ').collect();
    let first = *needle.first()?;
    let starts = (0..text.chars.len()).filter(|i| text.at(*i) == first);
    let mut hits = starts.filter_map(|start| {
        let (end, stray) = matched(&needle, start, text)?;
        let joins = |a: char, b: char| a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric();
        let last = *needle.last()?;
        let apart = !joins(text.before(start), first) && !joins(last, text.at(end));
        let range = start..end;
        (apart && text.is_free(&range)).then_some(Hit {
            range,
            damage: Damage::Structure,
            stray,
        })
    });
    hits.next()
}

fn matched(needle: &[char], start: usize, text: &Folded) -> Option<(usize, Option<Range<usize>>)> {
    let mut at = start;
    let mut stray = None;
    for (i, c) in needle.iter().enumerate() {
        while i > 0 && text.at(at) == ' ' {
            at += 1;
        }
        if text.at(at) != *c && i > 0 && stray.is_none() && needle.len() > 8 && is_wide(text.at(at))
        {
            let from = at;
            while at - from < STRAY && is_wide(text.at(at)) {
                at += 1;
            }
            stray = Some(from..at);
            while text.at(at) == ' ' {
                at += 1;
            }
        }
        if text.at(at) != *c {
            return None;
        }
        at += 1;
    }
    Some((at, stray))
}
