//! What tools leave in a text that nobody wrote: place holders, markup shown as text, fragments
//! glued to a word. Each is only told from what was meant by what other languages have there.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr3;
use memchr::memmem::Finder;

use crate::document::{MarkKind, Segment};

/// What kind of leftover something looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artifact {
    /// A mark that a translation engine put in the place of something: `# A0`.
    Stub,
    /// A scheme at the end of a word: `2013https`.
    Scheme,
    /// A tag or entity that is shown to the reader.
    Markup,
    /// One Latin letter glued to a word of another script: what is left of an article.
    Letter,
}

/// What looks like a leftover in a segment, outside of inline code, in order.
pub fn artifacts(segment: &Segment) -> Vec<(Artifact, Range<usize>)> {
    let text = segment.text.as_str();
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    if !may_have(bytes) {
        return found;
    }
    for (at, byte) in bytes.iter().enumerate() {
        let one = match byte {
            b'#' => stub(text, at).map(|range| (Artifact::Stub, range)),
            b'&' => entity(text, at).map(|range| (Artifact::Markup, range)),
            b'<' => tag(text, at).map(|range| (Artifact::Markup, range)),
            b'h' if bytes[at..].starts_with(b"http") => {
                scheme(text, at).map(|range| (Artifact::Scheme, range))
            }
            b'"' | 0xc0..
                if at > 0 && bytes[at - 1].is_ascii_lowercase() && is_lone(bytes, at - 1) =>
            {
                letter(text, at - 1).map(|range| (Artifact::Letter, range))
            }
            _ => None,
        };
        if let Some(one) = one {
            found.push(one);
        }
    }
    let is_code = |range: &Range<usize>| {
        let marks = segment.marks.iter().filter(|m| m.kind == MarkKind::Code);
        let (start, end) = (range.start as u32, range.end as u32);
        marks
            .into_iter()
            .any(|m| m.range.start < end && start < m.range.end)
    };
    found.retain(|(_, range)| !is_code(range));
    found
}

/// The stubs of a segment, each with what it stands for in a text that says the same: of as many
/// stubs as brackets are lost, each stands for one.
pub fn stubs(witness: &Segment, segment: &Segment) -> Vec<(Range<usize>, Option<String>)> {
    let found = artifacts(segment).into_iter();
    let stubs: Vec<_> = found.filter(|(a, _)| *a == Artifact::Stub).collect();
    if stubs.is_empty() {
        return Vec::new();
    }
    let lost = lost_brackets(&witness.text, &segment.text);
    let matched = lost.len() == stubs.len();
    let stubs = stubs.into_iter().enumerate();
    let pairs = stubs.map(|(at, (_, range))| (range, matched.then(|| lost[at].to_owned())));
    pairs.collect()
}

/// What one text has in brackets, and the other does not say.
fn lost_brackets<'t>(witness: &'t str, text: &str) -> Vec<&'t str> {
    let mut lost = Vec::new();
    let mut open: Option<usize> = None;
    let mut depth = 0;
    for (at, byte) in witness.bytes().enumerate() {
        match byte {
            b'(' => {
                open = open.or(Some(at));
                depth += 1;
            }
            b')' if depth > 0 => depth -= 1,
            _ => continue,
        }
        if depth == 0
            && let Some(start) = open.take()
        {
            let inner = &witness[start + 1..at];
            if !text.contains(inner) {
                lost.push(&witness[start..=at]);
            }
        }
    }
    lost
}

/// `# A0`, with the brackets that hold nothing else.
fn stub(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at + 1..].strip_prefix(' ').unwrap_or(&text[at + 1..]);
    let digits = rest.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &digits[count..];
    if count == 0 || tail.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
        return None;
    }
    let before = &text[..at];
    if before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/') {
        return None;
    }
    let end = text.len() - tail.len();
    let open = before.trim_end_matches(' ').strip_suffix(['(', '（']);
    let closed = tail.trim_start_matches(' ').strip_prefix([')', '）']);
    Some(match (open, closed) {
        (Some(before), Some(after)) => before.len()..text.len() - after.len(),
        _ => at..end,
    })
}

/// A word that ends in a scheme.
fn scheme(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at + 4..];
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    let word = text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let glued = word.len() < at;
    let goes_on = rest.starts_with(|c: char| {
        c.is_ascii_alphanumeric() || matches!(c, ':' | '_' | '-' | '.' | '/')
    }) && !rest.trim_start_matches('.').is_empty();
    let dotted = word.ends_with(['.', '/', '-', '_', '@', ':']);
    (glued && !goes_on && !dotted).then(|| word.len()..text.len() - rest.len())
}

/// A named or numbered entity, shown as it is written.
fn entity(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at + 1..];
    let length = rest
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
        .count();
    let known = [
        "nbsp", "lt", "gt", "amp", "quot", "apos", "#39", "#160", "#34", "#xA0",
    ];
    let is_known = known.contains(&&rest[..length]) && rest[length..].starts_with(';');
    is_known.then(|| at..at + length + 2)
}

/// A tag of HTML that browsers know and manuals do not speak of.
fn tag(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at + 1..];
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let known = [
        "a", "b", "br", "div", "em", "i", "li", "p", "span", "strong", "sub", "sup", "td", "tr",
        "u", "ul",
    ];
    if !known.contains(&name[..length].to_ascii_lowercase().as_str()) {
        return None;
    }
    let end = rest.find('>')?;
    (!rest[..end].contains('<')).then(|| at..at + end + 2)
}

/// Whether a text has any of the bytes without which there is no leftover. Most texts have none, and
/// this is asked of all.
fn may_have(bytes: &[u8]) -> bool {
    static SCHEME: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("http"));
    let has_sign = || memchr3(b'#', b'&', b'<', bytes).is_some();
    // Letters of the scripts that `letter` takes for wide begin with these. All pairs of bytes are
    // looked at side by side, which is faster than to stop at the first.
    let has_glued = || {
        let pairs = bytes.iter().zip(bytes.iter().skip(1));
        let glued = |(a, b): (&u8, &u8)| a.is_ascii_lowercase() & ((*b >= 0xe1) | (*b == b'"'));
        pairs.fold(0, |any, pair| any | u8::from(glued(pair))) > 0
    };
    let has_wide = || bytes.iter().fold(0, |most: u8, b| most.max(*b)) >= 0xe1;
    has_sign() || (has_wide() && has_glued()) || SCHEME.find(bytes).is_some()
}

/// Whether a letter has no ASCII letter or sign before it.
fn is_lone(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(b' ', |i| bytes[i]);
    before == b' ' || before >= 0x80
}

/// A lower-case letter that stands alone in a script without spaces, glued to a quotation mark or a
/// word.
fn letter(text: &str, at: usize) -> Option<Range<usize>> {
    let wide = |c: char| c.is_alphanumeric() && c as u32 >= 0x1100;
    let before = text[..at].chars().next_back();
    let next = text[at + 1..].chars().next()?;
    let alone = before.is_none_or(|c| c == ' ' || wide(c));
    let glued = wide(next) || matches!(next, '"' | '“' | '「') && text.chars().any(wide);
    (alone && glued).then_some(at..at + 1)
}
