//! Normal forms: how literals of a kind are compared.

use unicode_normalization::UnicodeNormalization;

use crate::document::LiteralKind;

use super::tables::HIVES;

/// The form in which literals of `kind` are compared: full-width forms and dashes made plain, case
/// folded where the thing itself ignores it, and for a URL the locale in its path left out.
pub fn normal(kind: LiteralKind, text: &str) -> String {
    let plain = plain(text);
    match kind {
        LiteralKind::Path => separators(&plain.to_lowercase()),
        LiteralKind::RegistryKey => registry(&separators(&plain.to_lowercase())),
        LiteralKind::Url => url(&plain),
        LiteralKind::Command => words(&plain.to_lowercase()),
        LiteralKind::Parameter => plain.to_lowercase(),
        LiteralKind::FileName | LiteralKind::HostName | LiteralKind::Identifier => {
            plain.to_lowercase()
        }
        LiteralKind::Value | LiteralKind::EventSource | LiteralKind::GroupName => {
            plain.to_lowercase()
        }
        LiteralKind::Version => plain.trim_start_matches(['v', 'V']).to_owned(),
        LiteralKind::Number
        | LiteralKind::Date
        | LiteralKind::ProductName
        | LiteralKind::UiLabel => words(&plain),
    }
}

/// Whether two normal forms of `kind` mean the same to one who follows the text: a URL may be
/// fetched by either scheme, an identifier may stand in the plural, and what a command leaves to
/// the reader (`<name>`, `[FLAGS]`) may be said in the reader's language.
pub fn same(kind: LiteralKind, a: &str, b: &str) -> bool {
    let bare = |n: &str| -> String {
        match kind {
            LiteralKind::Url => {
                let mut schemes = ["https://", "http://"].into_iter();
                let rest = schemes.find_map(|s| n.strip_prefix(s));
                rest.unwrap_or(n).to_owned()
            }
            LiteralKind::Identifier | LiteralKind::GroupName => {
                n.trim_end_matches('/').trim_end_matches('s').to_owned()
            }
            LiteralKind::Command => without_placeholders(n),
            _ => n.to_owned(),
        }
    };
    a == b || bare(a) == bare(b)
}

fn without_placeholders(command: &str) -> String {
    let mut out = String::with_capacity(command.len());
    let mut depth = 0;
    // With variables in it, a brace opens a block of code.
    let is_code = command.contains('$');
    for c in command.chars() {
        match c {
            '{' | '}' if is_code => out.push(c),
            '<' | '[' | '{' => depth += 1,
            '>' | ']' | '}' => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Full-width forms, dashes and special spaces made plain.
fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let dash = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => c,
    };
    let visible = |c: &char| {
        !matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{ad}'
        )
    };
    text.nfkc().filter(visible).map(dash).collect()
}

fn words(text: &str) -> String {
    match text.contains("  ") || text.contains('\n') {
        true => text.split_whitespace().collect::<Vec<_>>().join(" "),
        false => text.to_owned(),
    }
}

/// One separator where several stand, as code doubles them, and none at the end.
fn separators(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    if text.starts_with("\\\\") {
        out.push('\\');
        rest = &text[1..];
    }
    for c in rest.chars() {
        let doubled = c == '\\' && out.ends_with('\\') && out.len() > 1;
        if !doubled {
            out.push(c);
        }
    }
    let end = out.trim_end_matches(['\\', '/']).len();
    out.truncate(end.max(1).min(out.len()));
    out
}

fn registry(text: &str) -> String {
    let end = text.find(['\\', '/']).unwrap_or(text.len());
    let (hive, rest) = text.split_at(end);
    let hive = hive.trim_end_matches(':');
    let full = HIVES.iter().find(|(name, _)| *name == hive);
    format!("{}{rest}", full.map_or(hive, |(_, full)| full)).replace('/', "\\")
}

/// Lower case without the locale in the path: `/pt-br/library/x` is `/library/x`.
fn url(text: &str) -> String {
    let lower = text.trim_end_matches('/').to_lowercase();
    let mut parts: Vec<&str> = lower.split('/').collect();
    // scheme:, nothing, host, then the first parts of the path.
    if let Some(at) = (3..parts.len().min(5)).find(|i| is_locale(parts[*i])) {
        parts.remove(at);
    }
    parts.join("/").replace('\\', "")
}

fn is_locale(part: &str) -> bool {
    match part.split_once('-') {
        Some((language, region)) => {
            language.len() == 2
                && (2..=4).contains(&region.len())
                && part.bytes().all(|b| b == b'-' || b.is_ascii_lowercase())
        }
        None => false,
    }
}
