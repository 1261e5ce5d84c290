//! A name in which letters or whole parts differ: two letters swapped, or
//! without one of its parts.

use std::ops::Range;

use crate::document::LiteralKind;

use super::distance::distance;
use super::folded::{Folded, fold_all};
use super::{Damage, Hit, Wanted};

/// Finds the name in the text that is most like `value`.
pub(super) fn find(kind: LiteralKind, value: &str, text: &Folded) -> Option<Hit> {
    let wanted = fold_all(value);
    let mut best: Option<(f32, Hit)> = None;
    for range in tokens(kind, value, text) {
        let token = &text.chars[range.clone()];
        let Some((likeness, damage)) = likeness(kind, token, &wanted) else {
            continue;
        };
        if best.as_ref().is_none_or(|(b, _)| likeness > *b) {
            let damage = match loses_separator(token, &wanted) {
                true => Damage::Structure,
                false => damage,
            };
            best = Some((likeness, Hit::new(range, damage)));
        }
    }
    best.map(|(_, hit)| hit)
}

/// The name that a text consists of, where another document has nothing but `value` there: one letter
/// off is a slip in a short name too.
pub(super) fn find_alone(wanted: Wanted<'_>, text: &Folded) -> Option<Hit> {
    let beside = wanted.beside?;
    let is_alone = beside.range.len() == beside.segment.text.trim().len();
    let name = fold_all(wanted.value);
    let range = tokens(wanted.kind, wanted.value, text).into_iter().next()?;
    let is_whole = range.len() == text.chars.len();
    let token = &text.chars[range.clone()];
    let is_slip = is_alone
        && is_whole
        && token.len().min(name.len()) > SHORT
        && distance(token, &name) == 1
        && !differs_in_digits(token, &name);
    is_slip.then(|| Hit::new(range, Damage::Letters))
}

/// Names of so few letters may differ in one and be two.
const SHORT: usize = 3;

/// Whether a path has fewer separators than it should: no path is without any.
fn loses_separator(token: &[char], wanted: &[char]) -> bool {
    let count = |name: &[char]| {
        let separators = name.iter().filter(|c| matches!(c, '\\' | '/'));
        separators.count()
    };
    count(token) < count(wanted)
}

fn is_one_word(kind: LiteralKind) -> bool {
    matches!(kind, LiteralKind::Identifier | LiteralKind::GroupName)
}

/// How alike two names are, if they can be the same one.
fn likeness(kind: LiteralKind, token: &[char], wanted: &[char]) -> Option<(f32, Damage)> {
    let longer = token.len().max(wanted.len());
    if token.len() < 4 || token.len().min(wanted.len()) * 2 < longer {
        return None;
    }
    let edits = distance(token, wanted);
    let likeness = 1.0 - edits as f32 / longer as f32;
    let parts = !is_one_word(kind) && shares_parts(token, wanted);
    let floor = match kind {
        // Two identifiers may well differ in a letter or two.
        kind if is_one_word(kind) => 0.84,
        _ => 0.8,
    };
    let close = likeness >= floor && (edits <= 2 || !is_one_word(kind));
    let digits = differs_in_digits(token, wanted);
    match (parts, close && !digits) {
        (true, _) => Some((likeness.max(0.8), Damage::Parts)),
        (false, true) => Some((likeness, Damage::Letters)),
        (false, false) => None,
    }
}

/// Whether the parts of one name between dots and hyphens are all in the other, in order, with the
/// same first and last part.
fn shares_parts(a: &[char], b: &[char]) -> bool {
    let is_separator = |c: &char| matches!(c, '.' | '-');
    let (a, b): (Vec<_>, Vec<_>) = (
        a.split(is_separator).collect(),
        b.split(is_separator).collect(),
    );
    let (fewer, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if fewer.len() < 3
        || fewer.len() == more.len()
        || fewer[0] != more[0]
        || fewer.last() != more.last()
    {
        return false;
    }
    let mut rest = more.into_iter();
    fewer
        .into_iter()
        .all(|part| rest.any(|other| other == part))
}

/// Whether two names of one length differ in digits only: `srv-01` and `srv-02` are two things.
pub(super) fn differs_in_digits(a: &[char], b: &[char]) -> bool {
    let mut pairs = a.iter().zip(b).filter(|(x, y)| x != y);
    a.len() == b.len() && pairs.all(|(x, y)| x.is_ascii_digit() && y.is_ascii_digit())
}

/// The names in the text that no intact literal is part of.
pub(super) fn tokens(kind: LiteralKind, value: &str, text: &Folded) -> Vec<Range<usize>> {
    let belongs = |c: char| match kind {
        LiteralKind::Url => c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"'),
        LiteralKind::Path | LiteralKind::RegistryKey => {
            c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '(' | ')')
        }
        // What the name itself is written with, and no sign more: `tim@contoso.com`.
        kind if is_one_word(kind) => {
            c.is_ascii_alphanumeric() || c == '_' || c.is_ascii_punctuation() && value.contains(c)
        }
        _ => c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'),
    };
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.chars.len() {
        let length = text.chars[start..]
            .iter()
            .take_while(|c| belongs(**c))
            .count();
        let mut end = start + length;
        let ends = |c: char| matches!(c, '.' | '-' | ')' | ']' | ':' | '!' | '?' | ',' | ';');
        while end > start && ends(text.before(end)) {
            end -= 1;
        }
        let joined = is_letter(text.before(start)) || is_letter(text.at(start + length));
        if end > start && !joined && text.is_free(&(start..end)) {
            found.push(start..end);
        }
        start += length.max(1);
    }
    found
}

/// An accented letter: the name goes on.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && (0xc0..0x1100).contains(&(c as u32))
}
