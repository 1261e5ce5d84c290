//! Literals as Markdown writes them.

use crate::canon::{CanonicalLiteral, Place, Reading};
use crate::document::{Document, MarkKind};

use super::view::ArticleView;

/// A literal as it is to be written at `place` of a document: as another document writes it in the
/// same context, else escaped.
pub(crate) fn written(
    whole: ArticleView<'_>,
    literal: &CanonicalLiteral,
    document: &Document,
    place: &Place,
) -> String {
    if in_code(document, place) {
        return literal.value.clone();
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
