//! One pass over a text, word by word: what each word is, if it is a literal.

use std::ops::Range;

use crate::document::LiteralKind;

use super::word::{self, Shape};
use super::{Candidate, command, network, path, shaped, version};

/// Appends the literals of `text`, ordered and without overlap.
pub(crate) fn scan(text: &str, found: &mut Vec<Candidate>) {
    let mut from = 0;
    while let Some((range, next)) = word::next_word(text, from) {
        from = next;
        let word = &text[range.clone()];
        let shape = word::shape(word);
        if let Some((kind, whole)) = beyond(text, &range, shape) {
            // What was taken for words of their own is part of it.
            while found.last().is_some_and(|c| c.end > whole.start) {
                found.pop();
            }
            let (start, end) = (whole.start, whole.end);
            found.push(Candidate { kind, start, end });
            from = from.max(end);
            continue;
        }
        if (shape.backslash || shape.underscore || shape.colon)
            && let Some((kind, end)) = path::windows(text, range.start, range.end)
        {
            let start = range.start;
            found.push(Candidate { kind, start, end });
            from = from.max(end);
            continue;
        }
        let start = match dash_before(text, range.start) {
            Some(dash) if is_capitalized(word) => dash,
            _ => range.start,
        };
        if start < range.start {
            let kind = LiteralKind::Parameter;
            let end = start + (range.start - start) + parameter_name_len(word);
            found.push(Candidate { kind, start, end });
            continue;
        }
        if let Some(mut kind) = kind_of_word(word, shape) {
            let end = range.end;
            if kind == LiteralKind::Number && is_group(text, range.clone()) {
                continue;
            }
            if kind == LiteralKind::Version && !version::is_version(text, range.clone()) {
                kind = LiteralKind::Number;
            }
            found.push(Candidate { kind, start, end });
        } else if shape.dot && (shape.colon || word.contains('=')) {
            labelled(word, start, found);
        }
    }
}

/// A literal that reaches beyond the word: the word's bytes do not end where it does.
fn beyond(
    text: &str,
    range: &std::ops::Range<usize>,
    shape: Shape,
) -> Option<(LiteralKind, std::ops::Range<usize>)> {
    if shape.backslash
        && let Some(whole) = shaped::expression(text, range)
    {
        return Some((LiteralKind::Value, whole));
    }
    if shape.colon
        && shape.slash
        && let Some(end) = shaped::filled_url(text, range)
    {
        return Some((LiteralKind::Url, range.start..end));
    }
    if shape.digit
        && !shape.dot
        && let Some(start) = shaped::code(text, range)
    {
        return Some((LiteralKind::Value, start..range.end));
    }
    None
}

/// Host and file names behind a label: `Registrar:pool01.example.net`.
fn labelled(word: &str, start: usize, found: &mut Vec<Candidate>) {
    let mut from = 0;
    for part in word.split([':', '=']) {
        let range = word::trim(word, from..from + part.len());
        if let Some(kind) = network::dotted(&word[range.clone()]) {
            let (start, end) = (start + range.start, start + range.end);
            found.push(Candidate { kind, start, end });
        }
        from += part.len() + 1;
    }
}

/// What a word is, if it is a literal. `word` has no white space.
fn kind_of_word(word: &str, shape: Shape) -> Option<LiteralKind> {
    if shape.slash || shape.sigil {
        if let Some(kind) = network::url(word).or_else(|| path::unix(word)) {
            return Some(kind);
        }
        if shape.slash {
            return None;
        }
    }
    if shape.dash {
        if command::is_cmdlet(word) {
            return Some(LiteralKind::Command);
        }
        if command::is_parameter(word) {
            return Some(LiteralKind::Parameter);
        }
        if is_guid(word) {
            return Some(LiteralKind::Identifier);
        }
        if is_date(word) {
            return Some(LiteralKind::Date);
        }
    }
    if shape.dot
        && let Some(kind) = number(word).or_else(|| network::dotted(word))
    {
        return Some(kind);
    }
    if shape.digit && word.bytes().all(|b| b.is_ascii_digit()) {
        return Some(LiteralKind::Number);
    }
    if shape.colon
        && let Some(kind) = shaped::scoped(word, shape)
    {
        return Some(kind);
    }
    if shape.backslash {
        return shaped::account(word);
    }
    identifier(word, shape)
}

/// Whether digits are a group of a longer number: `000` in `7,000`.
fn is_group(text: &str, range: Range<usize>) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let before = text[..range.start].strip_suffix(',');
    let after = text[range.end..].strip_prefix(',');
    before.is_some_and(|t| t.ends_with(digit)) || after.is_some_and(|t| t.starts_with(digit))
}

/// What inline code is: a command line where it has white space, a name where it has none.
pub(crate) fn kind_of_code(code: &str) -> LiteralKind {
    let mut found = Vec::new();
    scan(code, &mut found);
    match found.as_slice() {
        [one] if one.start == 0 && one.end == code.len() => one.kind,
        _ if code.contains(char::is_whitespace) => LiteralKind::Command,
        _ if command::is_cmdlet_in_any_case(code) => LiteralKind::Command,
        _ => LiteralKind::Identifier,
    }
}

fn number(word: &str) -> Option<LiteralKind> {
    let digits = word.strip_prefix(['v', 'V']).unwrap_or(word);
    let parts = digits.split('.').collect::<Vec<_>>();
    let numeric = |p: &&str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit());
    let all = parts.len() > 1 && parts.iter().all(numeric);
    all.then_some(LiteralKind::Version)
}

fn is_guid(word: &str) -> bool {
    let word = word.trim_start_matches('{').trim_end_matches('}');
    let lengths = word.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && word.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

/// A date as ISO 8601 writes it.
fn is_date(word: &str) -> bool {
    let parts: [&str; 3] = match word.split('-').collect::<Vec<_>>().try_into() {
        Ok(parts) => parts,
        Err(_) => return false,
    };
    let is = |part: &str, length: usize, most: u32| {
        part.len() == length && part.parse().is_ok_and(|n: u32| (1..=most).contains(&n))
    };
    is(parts[0], 4, 9999) && is(parts[1], 2, 12) && is(parts[2], 2, 31)
}

/// `$True` is a value; a name with a hump or an underscore, or a long hexadecimal, is a name in
/// code.
fn identifier(word: &str, shape: Shape) -> Option<LiteralKind> {
    if let Some(name) = word.strip_prefix('$') {
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric());
        return is_name.then_some(LiteralKind::Value);
    }
    if shape.sigil && shaped::is_address(word) {
        return Some(LiteralKind::Identifier);
    }
    let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'.';
    let humps = (shape.hump || shape.underscore) && word.len() > 3;
    let hash = shape.digit && word.len() >= 32 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let letters = word.bytes().any(|b| b.is_ascii_alphabetic());
    (letters && (humps || hash) && word.bytes().all(is_name)).then_some(LiteralKind::Identifier)
}

fn is_capitalized(word: &str) -> bool {
    word.len() > 2 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

fn parameter_name_len(word: &str) -> usize {
    let name = word.bytes().take_while(u8::is_ascii_alphanumeric);
    name.count()
}

/// An en dash or its like right before the word, as editors make of `-Identity`, with white space
/// before it.
fn dash_before(text: &str, start: usize) -> Option<usize> {
    let mut before = text[..start].char_indices().rev();
    let (at, dash) = before.next()?;
    let is_dash = matches!(dash, '\u{2010}'..='\u{2015}' | '\u{2212}');
    let free = before.next().is_none_or(|(_, c)| c.is_whitespace());
    (is_dash && free).then_some(at)
}
