//! URLs, host names and file names: words with dots.

use crate::document::LiteralKind;

use super::tables::{self, EXTENSIONS, TOP_LEVEL};

/// A URL: a scheme and `://`.
pub(crate) fn url(word: &str) -> Option<LiteralKind> {
    let (scheme, rest) = word.split_once("://")?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    let is_url = !scheme.is_empty() && scheme.bytes().all(plain) && !rest.is_empty();
    is_url.then_some(LiteralKind::Url)
}

/// A file name, a host name, or a name in code with dots.
pub(crate) fn dotted(word: &str) -> Option<LiteralKind> {
    if is_file(word) {
        return Some(LiteralKind::FileName);
    }
    is_host(word).then_some(LiteralKind::HostName)
}

/// A name with a known extension. A lone extension, `.dll`, is none.
fn is_file(word: &str) -> bool {
    let Some((stem, extension)) = word.rsplit_once('.') else {
        return false;
    };
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'~' | b'$');
    stem.bytes().any(|b| b.is_ascii_alphanumeric())
        && stem.bytes().all(plain)
        && tables::holds(EXTENSIONS, extension)
}

/// At least two labels in lower case, the last a top-level domain: `ASP.NET` is none.
pub(crate) fn is_host(word: &str) -> bool {
    let host = word.split_once(':').map_or(word, |(host, _)| host);
    let Some((labels, last)) = host.rsplit_once('.') else {
        return false;
    };
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    let label = |l: &str| !l.is_empty() && l.bytes().all(plain);
    TOP_LEVEL.contains(&last)
        && labels.split('.').all(label)
        && labels.bytes().any(|b| b.is_ascii_lowercase())
        && !labels.starts_with('-')
}

/// The last part of a URL's path, without query, fragment and extension.
pub fn last_path_segment(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let last = path.trim_end_matches('/').rsplit('/').next();
    let last = last.unwrap_or(path);
    last.split('.').next().unwrap_or(last)
}
