//! Raw HTML to tokens with their bytes. Linear, and never fails: what is no tag is text.
//!
//! Attributes that are more than plain text, and entities, are read by scraper.

use std::borrow::Cow;
use std::ops::Range;

use scraper::{Html, Node};

/// A piece of raw HTML; all ranges are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Text, entities not yet resolved.
    Text(Range<usize>),
    /// `<name …>`
    Open {
        name: Range<usize>,
        all: Range<usize>,
    },
    /// `</name>`
    Close {
        name: Range<usize>,
        all: Range<usize>,
    },
    /// `<!-- … -->`
    Comment(Range<usize>),
    /// `<!DOCTYPE …>`, `<? … ?>`, `<![CDATA[ … ]]>`
    Declaration(Range<usize>),
}

/// Reads tokens from a range of a text.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// A tag that does not end was found, so no other search for an end can succeed.
    is_broken: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, range: Range<usize>) -> Self {
        Tokens {
            text,
            at: range.start,
            end: range.end,
            is_broken: false,
        }
    }

    /// Goes on behind `offset`.
    pub(super) fn skip_to(&mut self, offset: usize) {
        self.at = offset.clamp(self.at, self.end);
    }

    fn markup(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..self.end];
        let bytes = rest.as_bytes();
        let all = |length: usize| self.at..self.at + length;
        let until = |close: &str| rest.find(close).map_or(rest.len(), |i| i + close.len());
        match bytes.get(1)? {
            b'!' if rest.starts_with("<!--") => {
                let body = rest[4..].find("-->").map_or(rest.len(), |i| i + 7);
                Some(Token::Comment(all(body)))
            }
            b'!' if rest.starts_with("<![CDATA[") => Some(Token::Declaration(all(until("]]>")))),
            b'!' if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                Some(Token::Declaration(all(until(">"))))
            }
            b'?' => Some(Token::Declaration(all(until("?>")))),
            b'/' if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => self.tag(2),
            b if b.is_ascii_alphabetic() => self.tag(1),
            _ => None,
        }
    }

    fn tag(&mut self, skip: usize) -> Option<Token> {
        if self.is_broken {
            return None;
        }
        let bytes = &self.text.as_bytes()[..self.end];
        let start = self.at + skip;
        let name_end = |b: &u8| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'));
        let length = bytes[start..].iter().position(name_end);
        let name = start..length.map_or(self.end, |l| start + l);
        let Some(end) = tag_end(bytes, name.end) else {
            self.is_broken = true;
            return None;
        };
        let all = self.at..end;
        Some(match skip {
            1 => Token::Open { name, all },
            _ => Token::Close { name, all },
        })
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let bytes = self.text.as_bytes();
        if bytes[start] == b'<'
            && let Some(token) = self.markup()
        {
            self.at = token.range().end;
            return Some(token);
        }
        let mut end = start + 1;
        while end < self.end && bytes[end] != b'<' {
            end += 1;
        }
        self.at = end;
        Some(Token::Text(start..end))
    }
}

impl Token {
    /// All bytes of the token.
    pub(super) fn range(&self) -> Range<usize> {
        match self {
            Token::Text(all) | Token::Comment(all) | Token::Declaration(all) => all.clone(),
            Token::Open { all, .. } | Token::Close { all, .. } => all.clone(),
        }
    }
}

/// One past the `>` that ends the tag whose attributes begin at `from`; quoted values may hold one.
fn tag_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    let mut is_value = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return Some(at + 1),
            b'"' | b'\'' if is_value => {
                at += 1 + bytes[at + 1..].iter().position(|b| b == byte)?;
                is_value = false;
            }
            b'=' => is_value = true,
            b if b.is_ascii_whitespace() => {}
            _ => is_value = false,
        }
        at += 1;
    }
    None
}

/// The value of an attribute of the tag `all` and its bytes, quotes left out.
pub(super) fn attribute<'a>(
    text: &'a str,
    all: &Range<usize>,
    wanted: &str,
) -> Option<(Cow<'a, str>, Range<usize>)> {
    let bytes = &text.as_bytes()[..all.end - 1];
    let skip = |mut at: usize, what: fn(&u8) -> bool| {
        while bytes.get(at).is_some_and(what) {
            at += 1;
        }
        at
    };
    let is_space = |b: &u8| b.is_ascii_whitespace();
    let mut at = skip(all.start + 1, |b| !b.is_ascii_whitespace() && *b != b'/');
    while at < bytes.len() {
        at = skip(at, |b| b.is_ascii_whitespace() || *b == b'/');
        let name = at;
        at = skip(at + 1, |b| {
            !b.is_ascii_whitespace() && !matches!(b, b'=' | b'/')
        });
        let name = text.get(name..at.min(bytes.len()))?;
        let equals = skip(at, is_space);
        if bytes.get(equals) != Some(&b'=') {
            continue;
        }
        let start = skip(equals + 1, is_space);
        let value = match bytes.get(start) {
            Some(quote @ (b'"' | b'\'')) => {
                let rest = &bytes[start + 1..];
                let length = rest.iter().position(|b| b == quote).unwrap_or(rest.len());
                start + 1..start + 1 + length
            }
            _ => start..skip(start, |b| !b.is_ascii_whitespace()),
        };
        at = skip(value.end, |b| matches!(b, b'"' | b'\''));
        if name.eq_ignore_ascii_case(wanted) {
            let raw = &text[value.clone()];
            let read = match raw.contains('&') {
                true => Cow::Owned(read_attribute(&text[all.clone()], wanted)?),
                false => Cow::Borrowed(raw),
            };
            return Some((read, value));
        }
    }
    None
}

/// An attribute as a browser reads it.
fn read_attribute(tag: &str, name: &str) -> Option<String> {
    let fragment = Html::parse_fragment(tag);
    let elements = fragment
        .tree
        .nodes()
        .filter_map(|node| node.value().as_element());
    elements
        .filter_map(|e| e.attr(name))
        .next_back()
        .map(str::to_owned)
}

/// Calls `piece` with each piece of `raw` as a reader sees it and its bytes in `raw`.
pub(super) fn unescape(raw: &str, mut piece: impl FnMut(&str, Range<usize>)) {
    let mut at = 0;
    let mut from = 0;
    while let Some(found) = raw[at..].find('&') {
        let start = at + found;
        at = start + 1;
        let Some((text, length)) = entity(&raw[start..]) else {
            continue;
        };
        piece(&raw[from..start], from..start);
        at = start + length;
        piece(&text, start..at);
        from = at;
    }
    piece(&raw[from..], from..raw.len());
}

/// The entity that `rest` begins with, and its length.
fn entity(rest: &str) -> Option<(Cow<'static, str>, usize)> {
    let name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'#';
    let length = rest.as_bytes()[1..]
        .iter()
        .take(33)
        .position(|b| !name(b))?;
    if length == 0 || rest.as_bytes()[1 + length] != b';' {
        return None;
    }
    let written = &rest[..length + 2];
    let known = match written {
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&nbsp;" => "\u{a0}",
        _ => return read_entity(written).map(|text| (Cow::Owned(text), length + 2)),
    };
    Some((Cow::Borrowed(known), length + 2))
}

/// An entity as a browser reads it; none for a name that is unknown.
fn read_entity(written: &str) -> Option<String> {
    let fragment = Html::parse_fragment(written);
    let texts = fragment.tree.nodes().filter_map(|node| match node.value() {
        Node::Text(text) => Some(text.to_string()),
        _ => None,
    });
    let text: String = texts.collect();
    (text != written && !text.is_empty()).then_some(text)
}
