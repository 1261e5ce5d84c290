//! Literals as Markdown writes them.

use crate::canon::{CanonicalLiteral, Place, Reading};
use crate::document::{Document, LiteralKind, MarkKind};

use super::view::ArticleView;

/// A literal as it is to be written at `place` of a document: as another document writes it in the
/// same context, else escaped.
pub(crate) fn written(
    whole: ArticleView<'_>,
    literal: &CanonicalLiteral,
    document: &Document,
    place: &Place,
) -> String {
    if let Some(dashed) = hyphenated(literal) {
        return dashed;
    }
    let is_html = is_html(document, place);
    if in_code(document, place) && !is_html {
        return literal.value.clone();
    }
    let others = whole
        .article
        .source
        .into_iter()
        .chain(0..literal.readings.len());
    let mut raw = others.filter_map(|column| match &literal.readings[column] {
        Reading::Intact(other) => {
            let document = whole.document(column);
            let is_alike = match is_html {
                true => self::is_html(document, other),
                false => !in_code(document, other) && !self::is_html(document, other),
            };
            is_alike.then(|| document.file.slice(other.span))
        }
        _ => None,
    });
    let read = if is_html { decoded } else { unescape };
    let write = if is_html { entities } else { escape };
    let raw = raw.find(|r| read(r) == literal.value).map(str::to_owned);
    raw.unwrap_or_else(|| write(&literal.value))
}

/// A parameter that a word processor gave a dash, with the hyphen that every shell takes.
fn hyphenated(literal: &CanonicalLiteral) -> Option<String> {
    let is_dash = |c: char| matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}');
    let is_parameter = literal.kind == LiteralKind::Parameter;
    let name = literal
        .value
        .strip_prefix(is_dash)
        .filter(|_| is_parameter)?;
    Some(format!("-{name}"))
}

/// Tags that begin a block in which Markdown is not read.
const BLOCKS: &[&str] = &[
    "<p>", "<p ", "<td>", "<td ", "<th>", "<th ", "<li>", "<li ", "<dd>", "<dt>", "<pre",
];

/// Whether the code or the block that a place lies in is a tag of HTML and no Markdown.
fn is_html(document: &Document, place: &Place) -> bool {
    let segment = document.segment(place.segment);
    let marks = segment.marks.iter().filter(|m| m.kind == MarkKind::Code);
    let mut around = marks.filter(|m| m.span.contains(place.span));
    let block = document.block(segment.block).span;
    let inner = document.file.slice(block);
    let before = document.file.text()[..block.start as usize].trim_end();
    let opened = before.rfind('<').map_or("", |at| &before[at..]);
    let begins = |tag: &&str| {
        let is_tag = |text: &str| {
            let head = text.get(..tag.len());
            head.is_some_and(|h| h.eq_ignore_ascii_case(tag))
        };
        is_tag(inner) || is_tag(opened) && opened.find('>') == Some(opened.len() - 1)
    };
    // Behind an empty line Markdown is read again.
    let is_block = BLOCKS.iter().any(begins) && !inner.contains("\n\n");
    is_block || around.any(|m| document.file.slice(m.span).starts_with('<'))
}

/// What HTML says, as far as literals need it.
fn decoded(raw: &str) -> String {
    let plain = raw.replace("&lt;", "<").replace("&gt;", ">");
    plain.replace("&quot;", "\"").replace("&amp;", "&")
}

/// A text as HTML writes it.
fn entities(value: &str) -> String {
    let escaped = value.replace('&', "&amp;");
    escaped.replace('<', "&lt;").replace('>', "&gt;")
}

fn in_code(document: &Document, place: &Place) -> bool {
    let segment = document.segment(place.segment);
    let covers =
        |r: &std::ops::Range<u32>| r.start <= place.range.start && place.range.end <= r.end;
    segment
        .marks
        .iter()
        .any(|m| m.kind == MarkKind::Code && covers(&m.range))
}

/// Escapes what Markdown would take for markup inside running text.
fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    for c in value.chars() {
        if matches!(c, '\\' | '*' | '`' | '<' | '>' | '[' | ']') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Takes the escapes of ASCII punctuation back.
fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}
