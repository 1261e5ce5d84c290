//! Paths of Windows and Unix, and registry keys.

use crate::document::LiteralKind;

use super::tables::{self, HIVES, SPACED_FOLDERS, UNIX_ROOTS};
use super::word;

/// Most bytes of a folder's name with spaces.
const FOLDER: usize = 40;

/// A path or registry key that begins at `start`, in a word that ends at `word_end`. It may go on
/// behind the word, since folders have spaces in their names; the end comes with its kind.
pub(crate) fn windows(text: &str, start: usize, word_end: usize) -> Option<(LiteralKind, usize)> {
    let word = &text[start..word_end];
    let head = word.split(['\\', '/']).next().unwrap_or(word);
    let hive = head.trim_end_matches(':');
    let is_key = HIVES
        .iter()
        .any(|(name, _)| name.eq_ignore_ascii_case(hive));
    if is_key && (word.len() > head.len() || head.len() > 8 || head.ends_with(':')) {
        return Some((LiteralKind::RegistryKey, end_of(text, start, word_end)));
    }
    let separators = word.bytes().filter(|b| *b == b'\\').count();
    if separators == 0 {
        return None;
    }
    let rooted = is_drive(head)
        || word.starts_with("\\\\") && word.len() > 4
        || head.len() > 2 && head.starts_with('%') && head.ends_with('%')
        || head
            .get(..5)
            .is_some_and(|h| h.eq_ignore_ascii_case("$env:"));
    let relative = separators > 1 && word.bytes().any(|b| b.is_ascii_alphabetic());
    (rooted || relative).then(|| (LiteralKind::Path, end_of(text, start, word_end)))
}

fn is_drive(head: &str) -> bool {
    matches!(head.as_bytes(), [letter, b':'] if letter.is_ascii_alphabetic())
}

/// Where a path that begins at `start` ends: a folder may have spaces where a separator follows it.
fn end_of(text: &str, start: usize, word_end: usize) -> usize {
    let mut end = word_end;
    while let Some(separator) = next_separator(text, end) {
        let folder_start = text[start..end]
            .rfind('\\')
            .map_or(start, |i| start + i + 1);
        if !is_folder(&text[folder_start..separator]) || separator == end && end > word_end {
            break;
        }
        let rest = &text[separator..];
        let stop = rest.find(|c: char| !is_path_char(c)).unwrap_or(rest.len());
        end = word::trim(text, start..separator + stop).end;
        if end <= separator {
            end = separator + 1;
        }
    }
    spaced_folder(text, start, end)
}

/// The next separator, no further away than a folder's name is long.
fn next_separator(text: &str, from: usize) -> Option<usize> {
    let near = text.as_bytes()[from..].iter().take(FOLDER + 1);
    near.into_iter().position(|b| *b == b'\\').map(|i| from + i)
}

/// Whether `name` can be a folder between two separators, spaces included.
fn is_folder(name: &str) -> bool {
    let words = name.split(' ').count();
    let plain =
        |c: char| is_path_char(c) && c != ':' && c != '\\' || c == ' ' || c == '(' || c == ')';
    (2..=4).contains(&words)
        && name.len() <= FOLDER
        && !name.ends_with(' ')
        && !name.contains("  ")
        && name.chars().all(plain)
        && !HIVES
            .iter()
            .any(|(hive, _)| name.to_ascii_lowercase().ends_with(hive))
}

fn is_path_char(c: char) -> bool {
    match c.is_ascii() {
        true => {
            c.is_ascii_graphic()
                && !matches!(c, '"' | '<' | '>' | '|' | '`' | ',' | ';' | '(' | ')')
        }
        // Letters with accents stand in folder names; Chinese ends a path in running text.
        false => c.is_alphabetic() && (c as u32) < 0x1100,
    }
}

/// A path that ends in the first word of a folder known to have several takes them all.
fn spaced_folder(text: &str, start: usize, end: usize) -> usize {
    let Some(separator) = text[start..end].rfind('\\') else {
        return end;
    };
    let tail = &text[start + separator + 1..];
    let whole = |folder: &&&str| {
        tail.get(..folder.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(folder))
    };
    let folder = SPACED_FOLDERS.iter().find(whole);
    folder.map_or(end, |f| end.max(start + separator + 1 + f.len()))
}

/// A Unix path: `/etc/nginx/nginx.conf`, `./charts/x`, `~/.config`.
pub(crate) fn unix(word: &str) -> Option<LiteralKind> {
    let plain = |b: u8| {
        b.is_ascii_alphanumeric()
            || matches!(
                b,
                b'/' | b'.' | b'-' | b'_' | b'~' | b'+' | b'$' | b'@' | b'*'
            )
    };
    if !word.bytes().all(plain) || word.contains("//") {
        return None;
    }
    let rest = (word.strip_prefix("./").or_else(|| word.strip_prefix("../")))
        .or_else(|| word.strip_prefix("~/"));
    if rest.is_some_and(|r| r.len() > 1) {
        return Some(LiteralKind::Path);
    }
    let rest = word.strip_prefix('/')?;
    let mut parts = rest.trim_end_matches('/').split('/');
    let first = parts.next().unwrap_or_default();
    let rooted = tables::holds(UNIX_ROOTS, first) || parts.next().is_some_and(|p| !p.is_empty());
    // Slashes between abbreviations make no path: `/TCP/443`.
    let is_list =
        !tables::holds(UNIX_ROOTS, first) && !rest.bytes().any(|b| b.is_ascii_lowercase());
    (rooted && !first.is_empty() && !is_list).then_some(LiteralKind::Path)
}
