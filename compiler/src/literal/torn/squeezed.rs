//! Literals of signs that white space was let into: `" # 6000"`, `"etiqueta: Redmond"`, a regular
//! expression with a space beside each of its signs.

use crate::document::LiteralKind;
use crate::literal::literals_in;

use super::cursor::{at, before, is_space, skip_spaces, skip_spaces_back};
use super::{Element, Torn};

/// Quotation marks that open, with those that close them.
const QUOTES: &[(char, &[char])] = &[
    ('"', &['"']),
    ('“', &['”']),
    ('„', &['“', '”']),
    ('«', &['»']),
    ('「', &['」']),
    ('『', &['』']),
];
/// Most bytes between quotation marks.
const QUOTED: usize = 64;
/// Most bytes of a regular expression.
const EXPRESSION: usize = 512;

/// Whether `text` may have a literal between quotation marks.
pub(super) fn has_quotes(text: &str) -> bool {
    text.contains(|c| QUOTES.iter().any(|(open, _)| *open == c))
}

/// Appends what stands between quotation marks and is one literal without its white space.
pub(super) fn find_quoted(text: &str, found: &mut Vec<Torn>) {
    let mut from = 0;
    while let Some((start, closers)) = opening(text, from) {
        let Some(length) = text[start..].find(closers) else {
            from = start;
            continue;
        };
        let end = start + length;
        from = end + at(text, end).map_or(1, char::len_utf8);
        let inner = skip_spaces(text, start)..skip_spaces_back(text, end);
        if length <= QUOTED
            && inner.start < inner.end
            && let Some(torn) = whole(text, inner)
        {
            found.push(torn);
        }
    }
}

/// The byte behind the next quotation mark that opens, and what closes it.
fn opening(text: &str, from: usize) -> Option<(usize, &'static [char])> {
    let mut chars = text[from..].char_indices();
    chars.find_map(|(i, c)| {
        let (_, closers) = QUOTES.iter().find(|(open, _)| *open == c)?;
        Some((from + i + c.len_utf8(), *closers))
    })
}

/// Appends the regular expressions whose signs stand apart: those with a class of characters that
/// is repeated or closed, `\ d {0,7}`.
pub(super) fn find_expressions(text: &str, found: &mut Vec<Torn>) {
    let mut from = 0;
    while let Some(step) = text[from..].find('\\') {
        let slash = from + step;
        from = slash + 1;
        if !is_class(text, slash) {
            continue;
        }
        let range = expression(text, slash);
        from = from.max(range.end);
        if let Some(torn) = whole(text, range) {
            found.push(torn);
        }
    }
}

fn is_class(text: &str, slash: usize) -> bool {
    let letter = skip_spaces(text, slash + 1);
    let is_letter = matches!(at(text, letter), Some('d' | 'w' | 's'));
    let next = || at(text, skip_spaces(text, letter + 1));
    is_letter && matches!(next(), Some('{' | '+' | '*' | ')' | '$' | '?'))
}

/// The run of signs, digits and escaped letters round `slash`, its brackets closed.
fn expression(text: &str, slash: usize) -> std::ops::Range<usize> {
    let is_part = |end: usize, c: char| {
        let escapes = || before(text, skip_spaces_back(text, end)) == Some('\\');
        is_space(c) || is_sign(c) || c.is_ascii_digit() || c.is_ascii_alphabetic() && escapes()
    };
    let back = text[..slash].char_indices().rev();
    let back = back.take_while(|(i, c)| slash - i < EXPRESSION && is_part(*i, *c));
    let mut start = back.last().map_or(slash, |(i, _)| i);
    let on = text[slash..].char_indices();
    let on = on.take_while(|(i, c)| *i < EXPRESSION && is_part(slash + i, *c));
    let mut end = on.last().map_or(slash, |(i, c)| slash + i + c.len_utf8());
    let is_edge = |c: char| is_space(c) || matches!(plain(c), '.' | ',' | ';' | ':' | '=');
    let trim = |start: &mut usize, end: &mut usize| {
        let inner = text[*start..*end].trim_end_matches(is_edge);
        *end = *start + inner.len();
        *start = *end - inner.trim_start_matches(is_edge).len();
    };
    trim(&mut start, &mut end);
    // Brackets of the sentence round it.
    let open = |range: &str| {
        let signs = range.chars().map(plain);
        signs.fold(0, |open: i32, c| {
            open + i32::from(c == '(') - i32::from(c == ')')
        })
    };
    while text[start..end].ends_with(')') && open(&text[start..end]) < 0 {
        end -= 1;
        trim(&mut start, &mut end);
    }
    while text[start..end].starts_with('(') && open(&text[start..end]) > 0 {
        start += 1;
        trim(&mut start, &mut end);
    }
    start..end
}

/// Whether each bracket that opens closes again, so that no end of an expression is cut off.
fn is_nested(value: &str) -> bool {
    let mut open = Vec::new();
    let mut escaped = false;
    for c in value.chars() {
        let is_escaped = escaped;
        escaped = c == '\\' && !is_escaped;
        match c {
            _ if is_escaped => {}
            '(' => open.push(')'),
            '[' => open.push(']'),
            '{' => open.push('}'),
            ')' | ']' | '}' if open.pop() != Some(c) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

fn is_sign(c: char) -> bool {
    plain(c).is_ascii_punctuation() && !matches!(c, '"' | '`' | '＂')
}

/// A full-width form as what it stands for.
fn plain(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// What stands at `range` as one literal, if white space beside its signs is all that hides it.
fn whole(text: &str, range: std::ops::Range<usize>) -> Option<Torn> {
    let torn = &text[range.clone()];
    let value = squeezed(torn).filter(|v| v != torn && is_nested(v))?;
    let kind = match literals_in(&value).as_slice() {
        [(kind, all)] if *all == (0..value.len()) => *kind,
        _ => return None,
    };
    if !matches!(kind, LiteralKind::Value | LiteralKind::Identifier) {
        return None;
    }
    let element = |text: &str| Element {
        text: text.to_owned(),
        original: None,
        is_loose: false,
    };
    let (root, elements) = match value.split_once(':') {
        Some((scope, name)) if kind == LiteralKind::Value && name.len() > 1 => {
            (String::new(), vec![element(scope), element(name)])
        }
        _ => (value, Vec::new()),
    };
    Some(Torn {
        kind,
        range: range.start as u32..range.end as u32,
        root,
        elements,
    })
}

/// `text` without white space; none where white space parts two words.
fn squeezed(text: &str) -> Option<String> {
    let mut value = String::with_capacity(text.len());
    let mut is_parted = false;
    for c in text.chars() {
        if is_space(c) {
            is_parted = true;
            continue;
        }
        let c = plain(c);
        let joins = |a: char, b: char| a.is_alphanumeric() && b.is_alphanumeric();
        if is_parted && value.chars().next_back().is_some_and(|last| joins(last, c)) {
            return None;
        }
        is_parted = false;
        value.push(c);
    }
    Some(value)
}
