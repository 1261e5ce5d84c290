//! Lines that are no text for a reader: alert markers, `:::` directives, shortcodes, imports.
//!
//! They are recognized from the line as it stands in the file, since Markdown sees text in them.

use std::ops::Range;

use crate::document::AlertKind;

/// What a line at the start of a paragraph, or inside one, is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Directive {
    /// `:::note Title`: the marker's bytes and the title's.
    OpenAlert {
        marker: Range<usize>,
        title: Range<usize>,
    },
    /// `:::`
    Close,
    /// A line that is kept as it is.
    Line,
    /// A whole paragraph that is kept as it is.
    Paragraph,
}

/// Directives of DocFX, which take no content or whose content is ordinary text.
const OPAQUE: &[&str] = &[
    "moniker",
    "moniker-end",
    "zone",
    "zone-end",
    "row",
    "row-end",
    "column",
    "column-end",
    "code",
    "code-end",
    "image",
    "image-end",
    "video",
    "no-loc",
    "form",
    "tabs",
];

/// What alert the marker of a quote stands for; it renders only if it stands as `[!NOTE]` there.
pub(super) fn quote_kind(text: &str, marker: &Range<usize>) -> Option<AlertKind> {
    let is_exact = text[..marker.start].ends_with("[!") && text[marker.end..].starts_with(']');
    let is_escaped = text[..marker.start].ends_with("\\[!");
    match text[marker.clone()].to_ascii_lowercase().as_str() {
        _ if !is_exact || is_escaped => None,
        "info" | "danger" => None,
        name => fence_kind(name),
    }
}

/// What alert the name behind `:::` stands for.
pub(super) fn fence_kind(name: &str) -> Option<AlertKind> {
    match name.to_ascii_lowercase().as_str() {
        "note" | "info" => Some(AlertKind::Note),
        "tip" => Some(AlertKind::Tip),
        "important" => Some(AlertKind::Important),
        "caution" => Some(AlertKind::Caution),
        "warning" | "danger" => Some(AlertKind::Warning),
        _ => None,
    }
}

/// The marker that a block quote's text begins with, `[!NOTE]` or a translation of it: the bytes
/// between `!` and `]`, and one past the `]`.
pub(super) fn alert_marker(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    // Only a line that may be one is looked at as a whole: quotes nest on one line.
    text.as_bytes()
        .get(start)
        .filter(|b| matches!(b, b'[' | b'\\'))?;
    let line = line_at(text, start);
    let rest = line
        .trim_start_matches('\\')
        .strip_prefix('[')?
        .trim_start();
    let rest = rest.strip_prefix(['!', '！'])?;
    let length = rest.find(']')?;
    let marker = rest[..length].trim().trim_end_matches('\\');
    let is_word = |c: char| c.is_alphabetic() || c == ' ' || c == '\u{a0}' || c == '-';
    if marker.is_empty() || marker.len() > 60 || !marker.chars().all(is_word) {
        return None;
    }
    let after = &rest[length + 1..];
    if after.starts_with(['(', '[', ':']) {
        return None;
    }
    let begin = marker.as_ptr() as usize - text.as_ptr() as usize;
    let end = start + line.len() - after.len();
    Some((begin..begin + marker.len(), end))
}

/// The directive at `start`, the first byte of a line of a paragraph. `last_close` is where the
/// last line of the file with `:::` alone stands: an alert that nothing closes is none.
pub(super) fn at(text: &str, start: usize, is_first: bool, last_close: usize) -> Option<Directive> {
    match text.as_bytes().get(start)? {
        b':' => fence(text, start, last_close),
        b'{' => braces(line_at(text, start)),
        b'i' | b'e' if is_first => module_line(line_at(text, start)),
        _ => None,
    }
}

fn fence(text: &str, start: usize, last_close: usize) -> Option<Directive> {
    let line = line_at(text, start).trim_end();
    let rest = line.strip_prefix(":::")?.trim_start_matches(':');
    let body = rest.trim_start();
    if body.is_empty() {
        return Some(Directive::Close);
    }
    let is_name = |c: char| c.is_alphanumeric() || c == '-';
    let name = &body[..body.find(|c| !is_name(c)).unwrap_or(body.len())];
    let title = body[name.len()..].trim();
    let is_known = fence_kind(name).is_some();
    let is_opaque = OPAQUE.contains(&name) || title.contains('=') || name.is_empty();
    if is_opaque || last_close <= start || !(is_known || rest == body) {
        return Some(Directive::Line);
    }
    let bytes_of = |part: &str| {
        let begin = part.as_ptr() as usize - text.as_ptr() as usize;
        begin..begin + part.len()
    };
    let title = title
        .strip_prefix('[')
        .map_or(title, |t| t.trim_end_matches(']'));
    Some(Directive::OpenAlert {
        marker: bytes_of(name),
        title: bytes_of(title),
    })
}

/// A shortcode of Hugo or a comment of MDX on a line of its own.
fn braces(line: &str) -> Option<Directive> {
    let line = line.trim_end();
    if line.starts_with("{/*") && line.ends_with("*/}") {
        return Some(Directive::Line);
    }
    let is_open = line.starts_with("{{<") || line.starts_with("{{%");
    let is_closed = line.ends_with(">}}") || line.ends_with("%}}");
    (is_open && is_closed).then_some(Directive::Line)
}

fn module_line(line: &str) -> Option<Directive> {
    let line = line.trim_end();
    if let Some(rest) = line.strip_prefix("import ") {
        let quoted = line.trim_end_matches(';').ends_with(['\'', '"']);
        let is_module = rest.contains(" from ") || rest.starts_with(['\'', '"']);
        return (quoted && is_module).then_some(Directive::Paragraph);
    }
    let rest = line.strip_prefix("export ")?;
    let word = rest.split([' ', '{']).next()?;
    let is_declaration = matches!(
        word,
        "const" | "let" | "var" | "function" | "default" | "class" | ""
    );
    (is_declaration && rest.contains(['=', '(', '{'])).then_some(Directive::Paragraph)
}

/// The rest of the line from `start` on, without its line ending.
pub(super) fn line_at(text: &str, start: usize) -> &str {
    let rest = &text[start..];
    let end = rest.bytes().position(|b| matches!(b, b'\n' | b'\r'));
    &rest[..end.unwrap_or(rest.len())]
}
