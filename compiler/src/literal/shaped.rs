//! Values that give themselves away by their shape: regular expressions, dialling codes, scoped
//! names and accounts.

use std::ops::Range;

use crate::document::LiteralKind;

use super::network;
use super::word::{self, Shape};

/// Most bytes of a regular expression.
const EXPRESSION: usize = 512;

/// Schemes of addresses that have no `//`.
const SCHEMES: &[&str] = &["im", "mailto", "sip", "sips", "tel", "xmpp"];

/// A regular expression around the word at `range`: one with a class of characters that is
/// repeated or closed, as no path has it. It is the whole run of bytes between white space and
/// quotation marks.
pub(crate) fn expression(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let bytes = text[range.clone()].as_bytes();
    let class = |w: &[u8]| {
        w[0] == b'\\'
            && matches!(w[1], b'd' | b'w' | b's')
            && matches!(w[2], b'{' | b'+' | b'*' | b')' | b'$' | b'?')
    };
    if !bytes.windows(3).any(class) {
        return None;
    }
    let inside = |b: &u8| b.is_ascii_graphic() && *b != b'"' && *b != b'`';
    let before = text.as_bytes()[..range.start].iter().rev();
    let start = range.start - before.take(EXPRESSION).take_while(|b| inside(b)).count();
    let after = text.as_bytes()[range.start..].iter();
    let mut end = range.start + after.take(EXPRESSION).take_while(|b| inside(b)).count();
    while matches!(text.as_bytes()[end - 1], b'.' | b',' | b';' | b':') && end > range.end {
        end -= 1;
    }
    let count = |b: u8| {
        text.as_bytes()[start..end]
            .iter()
            .filter(|x| **x == b)
            .count()
    };
    (count(b'(') == count(b')')).then_some(start..end)
}

/// A dialling code, `*92000` or `#6000`, around the word at `range`; the star was cut off as
/// punctuation.
pub(crate) fn code(text: &str, range: &Range<usize>) -> Option<usize> {
    let word = &text.as_bytes()[range.clone()];
    let digits = |w: &[u8]| w.len() > 1 && w.iter().all(u8::is_ascii_digit);
    if word[0] == b'#' {
        return digits(&word[1..]).then_some(range.start);
    }
    let before = &text.as_bytes()[..range.start];
    let starred = before.last() == Some(&b'*')
        && !before
            .get(before.len().wrapping_sub(2))
            .is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'*');
    (starred && digits(word)).then(|| range.start - 1)
}

/// A name in a scope, `site:Redmond`, or an address with its scheme, `sip:ken@contoso.com`.
pub(crate) fn scoped(word: &str, shape: Shape) -> Option<LiteralKind> {
    let (scope, name) = word.split_once(':')?;
    if shape.sigil && SCHEMES.contains(&scope) && is_address(name) {
        return Some(LiteralKind::Identifier);
    }
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'*' | b'/');
    let is_scope = (2..=16).contains(&scope.len()) && scope.bytes().all(|b| b.is_ascii_lowercase());
    let is_name = name.starts_with(|c: char| c.is_ascii_uppercase() || c == '*')
        && name.len() > 1
        && name.bytes().all(plain);
    (is_scope && is_name).then_some(LiteralKind::Value)
}

/// A user or instance below a domain or server: `contoso\ken`.
pub(crate) fn account(word: &str) -> Option<LiteralKind> {
    let (domain, name) = word.split_once('\\')?;
    let plain = |part: &str| {
        part.len() > 1
            && part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'$'))
    };
    (plain(domain) && plain(name) && !domain.bytes().all(|b| b.is_ascii_digit()))
        .then_some(LiteralKind::Identifier)
}

pub(crate) fn is_address(word: &str) -> bool {
    let Some((user, host)) = word.split_once('@') else {
        return false;
    };
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
    !user.is_empty() && user.bytes().all(plain) && network::is_host(host)
}

/// Where a URL ends that goes on behind a word with what the reader is to fill in:
/// `https://<server>/share`.
pub(crate) fn filled_url(text: &str, range: &Range<usize>) -> Option<usize> {
    let (scheme, _) = text[range.clone()].split_once("://")?;
    let mut end = range.end;
    while text.as_bytes().get(end) == Some(&b'<') {
        let close = text.as_bytes()[end..]
            .iter()
            .take(48)
            .position(|b| *b == b'>')?;
        end += close + 1;
        let rest = text.as_bytes()[end..].iter();
        end += rest
            .take_while(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'`' | b',' | b';'))
            .count();
    }
    let whole = word::trim(text, range.start..end).end;
    let alphabetic = scheme.bytes().all(|b| b.is_ascii_alphabetic());
    (end > range.end && !scheme.is_empty() && alphabetic).then_some(whole)
}
