//! What digits were made of: a version with the decimal sign of the language, a number grouped by
//! it, a date put together wrongly.

use std::ops::Range;

use super::distance::distance;
use super::folded::Folded;
use super::{Damage, Hit};

/// Finds a version whose full stops became another sign or were spaced out, else the only other
/// version that differs in one part.
pub(super) fn version(value: &str, text: &Folded) -> Option<Hit> {
    let digits = value.trim_start_matches(['v', 'V']);
    let parts: Vec<Vec<char>> = digits.split('.').map(|p| p.chars().collect()).collect();
    if parts.len() < 2 {
        return None;
    }
    let separated = || numerals(text, &parts, stop).next();
    if let Some(range) = separated() {
        return Some(Hit::new(range, Damage::Structure));
    }
    let mut others = versions(text).filter(|r| {
        let chars = &text.chars[r.clone()];
        let other: Vec<&[char]> = chars.split(|c| *c == '.').collect();
        let equal = other
            .iter()
            .zip(&parts)
            .filter(|(a, b)| **a == b.as_slice());
        // Two addresses of four parts are two machines.
        other.len() == parts.len() && parts.len() < 4 && equal.count() + 1 == parts.len()
    });
    let only = others.next().filter(|_| others.next().is_none());
    only.map(|range| Hit::new(range, Damage::Letters))
}

/// Finds a number as the language writes it: its thousands grouped, or with a decimal comma.
pub(super) fn number(value: &str, text: &Folded) -> Option<Hit> {
    let chars: Vec<char> = value.chars().collect();
    let decimals: Vec<Vec<char>> = value.split('.').map(|p| p.chars().collect()).collect();
    let found = match decimals.len() {
        1 if chars.len() > 3 => {
            let first = chars.len() % 3;
            let head = chars[..first].to_vec();
            let groups = chars[first..].chunks(3).map(<[char]>::to_vec);
            let groups = std::iter::once(head).chain(groups);
            let groups: Vec<_> = groups.filter(|g| !g.is_empty()).collect();
            numerals(text, &groups, grouping).next()
        }
        2 => numerals(text, &decimals, stop).next(),
        _ => None,
    };
    let found = found.map(|range| Hit::new(range, Damage::None));
    found.or_else(|| other_number(&chars, text))
}

/// The only other whole number of a text, where it differs in a digit or two of several.
fn other_number(wanted: &[char], text: &Folded) -> Option<Hit> {
    let alike = |r: &Range<usize>| {
        let edits = distance(&text.chars[r.clone()], wanted);
        edits * 2 < wanted.len() && edits <= 2
    };
    let mut others = integers(text);
    let only = others.next().filter(|_| others.next().is_none());
    let range = only.filter(alike)?;
    Some(Hit::new(range, Damage::Letters))
}

/// Finds an ISO date in another form: as it should be, where its numbers stand close together as
/// the language writes them; damaged, where signs of two forms are mixed or day and month changed
/// places.
pub(super) fn date(value: &str, text: &Folded) -> Option<Hit> {
    let parts: Vec<Vec<char>> = value.split('-').map(|p| p.chars().collect()).collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let parts = [year.clone(), month.clone(), day.clone()];
    if let Some(range) = numerals(text, &parts, mixed).next() {
        let plain = |c: &char| c.is_ascii_digit() || matches!(c, '/' | '.');
        let damage = match text.chars[range.clone()].iter().all(plain) {
            true => Damage::None,
            false => Damage::Structure,
        };
        return Some(Hit::new(range, damage));
    }
    let swapped = [year.clone(), day.clone(), month.clone()];
    let hyphen = |text: &Folded, at: usize| (text.at(at) == '-').then_some(1);
    let found = (month != day).then(|| numerals(text, &swapped, hyphen).next());
    let range = found.flatten()?;
    Some(Hit::new(range, Damage::Letters))
}

/// A sign that stands in the place of a full stop between digits: its length.
fn stop(text: &Folded, at: usize) -> Option<usize> {
    match (text.at(at), text.at(at + 1)) {
        (',' | '·' | '٫' | '。', next) if next.is_ascii_digit() => Some(1),
        ('.', ' ') => Some(2),
        ('.', _) => Some(1),
        (' ', '.') => Some(if text.at(at + 2) == ' ' { 3 } else { 2 }),
        _ => None,
    }
}

/// A sign between groups of digits.
fn grouping(text: &Folded, at: usize) -> Option<usize> {
    let is_group = matches!(text.at(at), ' ' | '.' | ',' | '\'' | '’' | '\u{2009}');
    is_group.then_some(1)
}

/// A sign of a date, with the word of another form before it or without.
fn mixed(text: &Folded, at: usize) -> Option<usize> {
    let is_word = |c: char| c as u32 >= 0x1100 && c.is_alphabetic();
    let spaces = |at: usize| usize::from(text.at(at) == ' ');
    let mut end = at + spaces(at);
    let word = is_word(text.at(end));
    end += usize::from(word);
    end += spaces(end);
    let hyphen = matches!(text.at(end), '-' | '/' | '.');
    end += usize::from(hyphen);
    end += spaces(end);
    hyphen.then_some(end - at)
}

/// Where `parts` stand in order with what `separator` accepts between them, free and as a numeral
/// of their own; where all is as it should be is none of them.
fn numerals<'t>(
    text: &'t Folded,
    parts: &[Vec<char>],
    separator: fn(&Folded, usize) -> Option<usize>,
) -> impl Iterator<Item = Range<usize>> + use<'t> {
    let parts = parts.to_vec();
    let starts = (0..text.chars.len()).filter(|i| text.chars[*i].is_ascii_digit());
    starts.filter_map(move |start| {
        let mut end = start;
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                end += separator(text, end)?;
            }
            if text.chars.get(end..end + part.len())? != part.as_slice() {
                return None;
            }
            end += part.len();
        }
        let range = start..end;
        (is_whole(text, &range) && text.is_free(&range)).then_some(range)
    })
}

/// Whether no digit continues a numeral on either side, with a sign between or without.
fn is_whole(text: &Folded, range: &Range<usize>) -> bool {
    let is_sign = |c: char| matches!(c, '.' | ',' | '-' | '/' | ':');
    let before = text.before(range.start);
    let head = range.start >= 2 && is_sign(before) && text.at(range.start - 2).is_ascii_digit();
    let sign = text.at(range.end);
    // An address may have a port behind it.
    let stops = text.chars[range.clone()].iter().filter(|c| is_sign(**c));
    let port = sign == ':' && stops.count() > 2;
    let tail = is_sign(sign) && text.at(range.end + 1).is_ascii_digit() && !port;
    let joined = before.is_ascii_alphanumeric() || text.at(range.end).is_ascii_alphanumeric();
    !head && !tail && !joined
}

/// The whole numbers in a text that are free.
fn integers(text: &Folded) -> impl Iterator<Item = Range<usize>> + '_ {
    runs(text, |c| c.is_ascii_digit())
}

/// The numerals with full stops in a text that are free.
fn versions(text: &Folded) -> impl Iterator<Item = Range<usize>> + '_ {
    let all = runs(text, |c| c.is_ascii_digit() || c == '.');
    all.filter(|r| text.chars[r.clone()].contains(&'.'))
}

/// The runs of characters that `belongs` accepts, from a digit to a digit, whole and free.
fn runs(text: &Folded, belongs: fn(char) -> bool) -> impl Iterator<Item = Range<usize>> + '_ {
    let starts = (0..text.chars.len())
        .filter(move |i| text.chars[*i].is_ascii_digit() && !belongs(text.before(*i)));
    starts.filter_map(move |start| {
        let rest = &text.chars[start..];
        let mut length = rest.iter().take_while(|c| belongs(**c)).count();
        while length > 0 && rest[length - 1] == '.' {
            length -= 1;
        }
        let range = start..start + length;
        (is_whole(text, &range) && text.is_free(&range)).then_some(range)
    })
}
