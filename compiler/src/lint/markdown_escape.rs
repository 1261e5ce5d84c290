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
    if in_code(document, place) {
        return match is_html(document, place) {
            true => entities(&literal.value),
            false => literal.value.clone(),
        };
    }
    let others = whole
        .article
        .source
        .into_iter()
        .chain(0..literal.readings.len());
    let mut raw = others.filter_map(|column| match &literal.readings[column] {
        Reading::Intact(other) if !in_code(whole.document(column), other) => {
            Some(whole.document(column).file.slice(other.span))
        }
        _ => None,
    });
    let escaped = escape(&literal.value);
    let same = |r: &&str| unescape(r) == literal.value;
    raw.find(same).map_or(escaped, str::to_owned)
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

/// Whether the code that a place lies in is a tag of HTML and no Markdown.
fn is_html(document: &Document, place: &Place) -> bool {
    let segment = document.segment(place.segment);
    let marks = segment.marks.iter().filter(|m| m.kind == MarkKind::Code);
    let mut around = marks.filter(|m| m.span.contains(place.span));
    around.any(|m| document.file.slice(m.span).starts_with('<'))
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
