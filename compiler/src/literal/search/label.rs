//! A host name one label of which is another word: `reunir.contoso.com` for `meet.contoso.com`.

use std::ops::Range;

use crate::document::LiteralKind;

use super::folded::{Folded, fold_all, is_name, is_wide};
use super::token;
use super::{Damage, Hit};

/// Most characters of a translated label in a script without spaces: more is a part of a sentence.
const WIDE: usize = 3;

/// Finds the only name in the text that has all labels of `value` but the first.
pub(super) fn find(kind: LiteralKind, value: &str, text: &Folded) -> Option<Hit> {
    let (first, rest) = value
        .split_once('.')
        .filter(|(_, rest)| rest.contains('.'))?;
    if kind != LiteralKind::HostName {
        return None;
    }
    let (first, rest) = (fold_all(first), fold_all(rest));
    let names = token::tokens(kind, value, text).into_iter();
    let mut others = names.filter(|range| is_other(&text.chars[range.clone()], &first, &rest));
    let only = others.next().filter(|_| others.next().is_none());
    only.map(|range| Hit::new(range, Damage::Parts))
}

/// Whether a name has another first label, which is a word and no other machine: `web01`.
fn is_other(name: &[char], first: &[char], rest: &[char]) -> bool {
    let dot = name.iter().position(|c| *c == '.');
    let label = dot.map(|dot| &name[..dot]).unwrap_or_default();
    let is_word = !label.is_empty() && label.iter().all(|c| is_name(*c) && !c.is_ascii_digit());
    let same = dot.is_some_and(|dot| &name[dot + 1..] == rest);
    same && is_word && label != first
}

/// `符合 .contoso.com`: the label is a word in a script that host names are not written in here.
pub(super) fn find_wide(kind: LiteralKind, value: &str, text: &Folded) -> Option<Hit> {
    let (_, rest) = value
        .split_once('.')
        .filter(|(_, rest)| kind == LiteralKind::HostName && rest.contains('.'))?;
    let found = text.occurrences(&fold_all(rest)).into_iter();
    let mut hits = found.filter_map(|range| translated(range, text));
    hits.next()
}

fn translated(rest: Range<usize>, text: &Folded) -> Option<Hit> {
    let dot = rest.start.checked_sub(1).filter(|i| text.at(*i) == '.')?;
    let mut end = dot;
    while text.before(end) == ' ' {
        end -= 1;
    }
    let mut start = end;
    while is_wide(text.before(start)) {
        start -= 1;
    }
    let hit = match end - start {
        0 => return None,
        // Where the word begins, the script does not tell.
        length if length > WIDE => Hit {
            range: start..rest.end,
            damage: Damage::Translated,
            stray: Some(start..end),
        },
        _ => Hit::new(start..rest.end, Damage::Translated),
    };
    text.is_free(&hit.range).then_some(hit)
}
