//! URLs with a gap where the reader's own host belongs: `https:// <host> /service.svc`.

use crate::document::LiteralKind;

use super::cursor::{at, is_space, skip_spaces};
use super::{Element, Torn};

/// Most bytes of what the reader is to put in.
const PLACEHOLDER: usize = 60;

/// Appends the URLs in pieces that stand in `text`.
pub(super) fn find(text: &str, found: &mut Vec<Torn>) {
    let mut from = 0;
    while let Some(step) = text[from..].find("://") {
        let authority = from + step + 3;
        let start = text[..from + step]
            .bytes()
            .rev()
            .take_while(u8::is_ascii_alphanumeric);
        let start = from + step - start.count();
        from = authority;
        if start + 3 < authority
            && let Some(torn) = address(text, start, authority)
        {
            from = torn.range.end as usize;
            found.push(torn);
        }
    }
}

fn address(text: &str, start: usize, authority: usize) -> Option<Torn> {
    let open = skip_spaces(text, authority);
    if at(text, open) != Some('<') {
        return None;
    }
    let close = text[open..].find('>').filter(|l| *l < PLACEHOLDER)? + open + 1;
    let path = skip_spaces(text, close);
    let rest = &text[path..];
    let belongs = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | ',' | ';');
    let length = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    let tail = rest[..length].trim_end_matches(['.', ':', '!', '?', ')', '\'']);
    let follows = tail.starts_with('/') && tail.len() > 1;
    let is_torn = open > authority || path > close && follows;
    if !is_torn {
        return None;
    }
    let end = if follows { path + tail.len() } else { close };
    let host = std::iter::once(&text[open..close]);
    let path = tail.split('/').filter(|part| follows && !part.is_empty());
    let element = |part: &str| Element {
        text: part.trim_matches(is_space).to_owned(),
        original: None,
        is_loose: false,
    };
    Some(Torn {
        kind: LiteralKind::Url,
        range: start as u32..end as u32,
        root: text[start..authority - 2].to_owned(),
        elements: host.chain(path).map(element).collect(),
    })
}
