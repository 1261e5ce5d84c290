//! Placeholders in the syntax of a command: `<pool FQDN>`, `[-Force]`, `[flags]`.

use std::ops::Range;

/// Longest text between angle brackets that still names a value.
const LONGEST: usize = 100;

/// The places in `code` that stand for a value: `<pool FQDN>`, brackets included. Redirections,
/// here-documents, arrows and XML are none.
pub fn placeholders(code: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = code[from..].find('<').map(|i| from + i) {
        match placeholder_at(code, start) {
            Some(range) => {
                from = range.end;
                found.push(range);
            }
            None => from = start + 1,
        }
    }
    found
}

fn placeholder_at(code: &str, start: usize) -> Option<Range<usize>> {
    if code[..start].ends_with('<') {
        return None;
    }
    let rest = &code[start + 1..];
    let end = rest
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| "<>\n;&=\"$".contains(*c))?;
    let inner = &rest[..end.0];
    if inner.contains('|') {
        let closes = end.1 == '>' && code[..start].ends_with(' ');
        return (closes && alternatives(inner).is_some()).then(|| start..start + 1 + end.0 + 1);
    }
    let trimmed = inner.trim();
    let names = trimmed.starts_with(|c: char| c.is_alphanumeric())
        && !trimmed.ends_with(['/', '-'])
        // `sort <in >out` redirects twice.
        && (!inner.ends_with(' ') || inner.starts_with(' ') || trimmed.contains(' '));
    let closes = end.1 == '>';
    // `< file >` with one word inside is a redirection as soon as a word follows it.
    let redirects = inner.starts_with(' ') && !trimmed.contains(' ');
    (closes && names && !redirects).then(|| start..start + 1 + end.0 + 1)
}

/// The values that a placeholder offers: `SipUri | Email`. A pipeline between redirections opens with the
/// name of a file, which is seldom a lone word with a capital.
pub fn alternatives(inner: &str) -> Option<Vec<&str>> {
    let values: Vec<&str> = inner.split('|').map(str::trim).collect();
    let is_value = |v: &&str| {
        v.starts_with(|c: char| c.is_ascii_uppercase())
            && v.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    (values.len() > 1 && values.iter().all(is_value)).then_some(values)
}

/// `code` with each placeholder as one bare word of the same length.
pub fn masked(code: &str) -> String {
    let mut masked = String::with_capacity(code.len());
    for range in placeholders(code) {
        masked.push_str(&code[masked.len()..range.start]);
        masked.extend(std::iter::repeat_n('x', range.len()));
    }
    masked.push_str(&code[masked.len()..]);
    masked
}

/// Whether `code` marks parts of itself as optional or as a choice: `[-Force]`, `[NAME]`,
/// `[flags]`, as references of cmdlets and `--help` do, or says that there may be more: `<name> ...`.
pub fn has_optional_parts(code: &str) -> bool {
    let mut words = code.lines().flat_map(|l| l.split_whitespace().skip(1));
    if words.any(|w| matches!(w, "..." | "…")) {
        return true;
    }
    let mut previous = '\n';
    for (i, c) in code.char_indices() {
        // A bracket that opens a line is a test or a type; one inside a word is an index.
        if c == '[' && matches!(previous, ' ' | '[') {
            let rest = code[i + 1..].trim_start_matches('[');
            if is_optional_part(rest) {
                return true;
            }
        }
        previous = c;
    }
    false
}

fn is_optional_part(rest: &str) -> bool {
    if rest.starts_with('<') {
        return true;
    }
    let Some(end) = rest.find([']', '\n']) else {
        return false;
    };
    let inner = &rest[..end];
    let starts = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
    let word = inner.trim_start_matches('-');
    let is_name = word.starts_with(|c: char| c.is_ascii_alphabetic());
    // `[string]$x` and `[int]5` are types, `[a-z]*` a pattern.
    let after = &rest[end..];
    let typed = after.starts_with("]$") || after.starts_with("]::") || after.starts_with("](");
    let closed = after.starts_with(']')
        && after[1..]
            .chars()
            .next()
            .is_none_or(|c| matches!(c, ' ' | '\n' | '\r' | '.' | ']' | ','));
    let is_pattern = inner.len() == 3 && inner.as_bytes()[1] == b'-';
    starts && is_name && !typed && !is_pattern && (closed || rest.starts_with('-'))
}
