//! Paths and registry keys whose separators stand in spaces.

use crate::document::LiteralKind;
use crate::l10n::Lexicon;
use crate::literal::tables::{EXTENSIONS, HIVES, SPACED_FOLDERS, holds};

use super::cursor::{at, before, is_closed, is_space, skip_spaces, skip_spaces_back};
use super::{Element, Torn};

/// Most bytes of an element.
const ELEMENT: usize = 48;
/// Most words of an element.
const WORDS: usize = 5;
/// Most elements.
const ELEMENTS: usize = 24;
/// Most bytes of a registry root.
const ROOT: usize = 60;

/// Appends the paths and keys in pieces that stand in `text`.
pub(super) fn find(text: &str, lexicon: &'static Lexicon, found: &mut Vec<Torn>) {
    let mut from = 0;
    while let Some(step) = text[from..].find('\\') {
        let separator = from + step;
        from = match path(text, separator, from, lexicon) {
            Some(torn) => end_of(torn, found),
            None => separator + 1,
        };
    }
    let mut from = 0;
    while let Some(start) = next_hive(text, from) {
        from = match key(text, start, lexicon) {
            Some(torn) => end_of(torn, found),
            None => start + 4,
        };
    }
}

fn end_of(torn: Torn, found: &mut Vec<Torn>) -> usize {
    let end = torn.range.end as usize;
    found.push(torn);
    end
}

/// A path whose drive stands before the separator at `separator`: `C: \ `, `C ：\ `.
fn path(text: &str, separator: usize, from: usize, lexicon: &'static Lexicon) -> Option<Torn> {
    let colon = skip_spaces_back(text, separator);
    let sign = before(text, colon).filter(|c| matches!(c, ':' | '：'))?;
    let letter_end = skip_spaces_back(text, colon - sign.len_utf8());
    let letter = before(text, letter_end).filter(char::is_ascii_alphabetic)?;
    let start = letter_end - 1;
    let apart = before(text, start).is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_');
    if start < from || !apart || is_accented(before(text, start)) {
        return None;
    }
    let torn = colon < separator || sign == '：' || letter_end + 1 < colon;
    let chain = Chain::read(text, separator, torn, lexicon);
    let torn = chain.is_torn && !chain.elements.is_empty();
    torn.then(|| Torn {
        kind: LiteralKind::Path,
        range: start as u32..chain.end as u32,
        root: format!("{letter}:"),
        elements: chain.elements,
    })
}

fn is_accented(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphabetic() && (0xc0..0x1100).contains(&(c as u32)))
}

/// Where `HKEY` stands next.
fn next_hive(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let windows = bytes.get(from..)?.windows(4);
    let mut starts = windows.enumerate();
    let found = starts.find(|(_, w)| w[0] | 0x20 == b'h' && w.eq_ignore_ascii_case(b"hkey"));
    found.map(|(i, _)| from + i)
}

/// A registry key that begins at `start` with its root.
fn key(text: &str, start: usize, lexicon: &'static Lexicon) -> Option<Torn> {
    let (root, end) = root(text, start, lexicon)?;
    let is_torn = text[start..end].contains(is_space);
    let separator = skip_spaces(text, end);
    let chain = match at(text, separator) {
        Some('\\') => Chain::read(text, separator, is_torn || separator > end, lexicon),
        _ => Chain {
            elements: Vec::new(),
            end,
            is_torn,
        },
    };
    chain.is_torn.then_some(Torn {
        kind: LiteralKind::RegistryKey,
        range: start as u32..chain.end as u32,
        root,
        elements: chain.elements,
    })
}

/// The root that begins with `HKEY` at `start`, and where it ends: words joined by an underscore
/// each, as far as they or what they stand for are those of a root.
fn root(text: &str, start: usize, lexicon: &'static Lexicon) -> Option<(String, usize)> {
    let mut end = start + 4;
    let mut words: Vec<&str> = Vec::new();
    let mut best = None;
    while end - start < ROOT {
        let underscore = skip_spaces(text, end);
        if at(text, underscore) != Some('_') {
            break;
        }
        let from = skip_spaces(text, underscore + 1);
        let rest = &text[from..];
        let length = rest.find(|c: char| !c.is_alphanumeric());
        let length = length.unwrap_or(rest.len());
        if length == 0 {
            break;
        }
        words.push(&rest[..length]);
        end = from + length;
        if let Some(hive) = hive(&words, lexicon) {
            best = Some((hive, end));
        }
    }
    // The words are there and not known: the other locales may tell which root it is.
    best.or_else(|| (words.len() > 1).then(|| (String::new(), end)))
}

fn hive(words: &[&str], lexicon: &Lexicon) -> Option<String> {
    let is_hive = |name: &str| HIVES.iter().any(|(_, full)| *full == name);
    let plain = format!("hkey_{}", words.join("_").to_lowercase());
    if is_hive(&plain) {
        return Some(plain.to_uppercase());
    }
    let cue = |w: &str| lexicon.folders.get(&w.to_lowercase()).cloned();
    let whole = ["", " "].iter().find_map(|glue| cue(&words.join(glue)));
    let each = || words.iter().map(|w| cue(w)).collect::<Option<Vec<_>>>();
    let said = whole.or_else(|| each().map(|words| words.join("_")))?;
    let name = format!("HKEY_{}", said.to_uppercase());
    is_hive(&name.to_lowercase()).then_some(name)
}

/// The elements behind a separator.
struct Chain {
    elements: Vec<Element>,
    end: usize,
    is_torn: bool,
}

impl Chain {
    fn read(text: &str, separator: usize, is_torn: bool, lexicon: &'static Lexicon) -> Self {
        let mut chain = Chain {
            elements: Vec::new(),
            end: separator + 1,
            is_torn,
        };
        let mut next = separator;
        while chain.elements.len() < ELEMENTS {
            while at(text, next) == Some('\\') {
                next += 1;
            }
            let start = skip_spaces(text, next);
            chain.is_torn |= start > next && !chain.elements.is_empty();
            if let Some((element, separator)) = inner(text, start, lexicon) {
                chain.is_torn |= before(text, separator).is_some_and(is_space);
                chain.elements.push(element);
                chain.end = skip_spaces_back(text, separator);
                next = separator;
                continue;
            }
            if let Some((element, end)) = last(text, start, lexicon) {
                chain.elements.push(element);
                chain.end = end;
            }
            break;
        }
        chain
    }
}

/// An element with a separator behind it, and where that stands.
fn inner(text: &str, start: usize, lexicon: &'static Lexicon) -> Option<(Element, usize)> {
    let near = text[start..]
        .char_indices()
        .take_while(|(i, _)| *i < ELEMENT);
    let mut near = near.take_while(|(_, c)| !is_end(*c));
    let (length, _) = near.find(|(_, c)| *c == '\\')?;
    let name = text[start..start + length].trim_matches(is_space);
    let words = name.split(is_space).count();
    let sentence = name.contains(". ") && name.bytes().filter(|b| *b == b'.').count() > 1;
    if name.is_empty() || words > WORDS || sentence {
        return None;
    }
    Some((element(name, false, lexicon), start + length))
}

fn is_end(c: char) -> bool {
    matches!(
        c,
        '"' | '«'
            | '»'
            | '“'
            | '”'
            | '。'
            | '，'
            | '、'
            | ';'
            | '；'
            | '：'
            | '|'
            | '\n'
            | '！'
            | '？'
    )
}

/// The last element: a folder that is known to have several words, else a word with what was torn
/// off it.
fn last(text: &str, start: usize, lexicon: &'static Lexicon) -> Option<(Element, usize)> {
    let rest = &text[start..];
    let known = known_prefix(rest, lexicon);
    let end = start + known.or_else(|| token(rest))?;
    let is_loose = known.is_none() && !is_closed(text, end);
    Some((element(&text[start..end], is_loose, lexicon), end))
}

/// The longest folder that is known, in its own or the text's language, at the beginning.
fn known_prefix(rest: &str, lexicon: &Lexicon) -> Option<usize> {
    let cues = lexicon.folders.keys().map(String::as_str);
    let spaced = cues.chain(SPACED_FOLDERS.iter().copied());
    let long = spaced.filter(|name| name.contains(' ') || !name.is_ascii());
    let ends = |length: usize| !rest[length..].starts_with(|c: char| c.is_alphanumeric());
    let length = |name: &str| {
        let mut length = 0;
        for (mine, c) in name.chars().zip(rest.chars()) {
            if !c.to_lowercase().eq(mine.to_lowercase()) {
                return None;
            }
            length += c.len_utf8();
        }
        let whole = rest[..length].chars().count() == name.chars().count();
        (whole && ends(length)).then_some(length)
    };
    long.filter_map(length).max()
}

/// A word of a path with the pieces that were torn off it: `cts _ report. csv`.
fn token(rest: &str) -> Option<usize> {
    let mut end = word(rest);
    if end == 0 {
        return None;
    }
    loop {
        let next = skip_spaces(rest, end);
        let piece = match at(rest, next) {
            Some('_') => {
                let from = skip_spaces(rest, next + 1);
                from + word(&rest[from..])
            }
            Some('.') => extension(rest, next + 1),
            _ if rest[..end].ends_with('.') => extension(rest, end),
            _ => end,
        };
        if piece <= end {
            break;
        }
        end = piece;
    }
    let trimmed = rest[..end]
        .trim_end_matches(['.', ':', '!', '?', '\'', ')'])
        .len();
    (trimmed > 0).then_some(trimmed)
}

/// Where the extension ends whose dot stands before `from`; 0 where there is none.
fn extension(rest: &str, from: usize) -> usize {
    let name = skip_spaces(rest, from);
    let length = word(&rest[name..]);
    match holds(EXTENSIONS, rest[name..name + length].trim_end_matches('.')) {
        true => name + length,
        false => 0,
    }
}

/// Length of the run of characters that a path's element has without spaces.
fn word(rest: &str) -> usize {
    let belongs = |c: char| match c.is_ascii() {
        true => {
            c.is_ascii_graphic()
                && !matches!(
                    c,
                    '\\' | '"' | '|' | '`' | ',' | ';' | '(' | ')' | '[' | ']' | '\'' | '*' | '?'
                )
        }
        false => c.is_alphabetic() && (c as u32) < 0x1100,
    };
    let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    // The point of a version, as a locale writes it.
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest[end..].strip_prefix(',').map_or(0, digits);
    match end > 0 && digits(rest) == end && after > 0 {
        true => end + 1 + after,
        false => end,
    }
}

fn element(text: &str, is_loose: bool, lexicon: &'static Lexicon) -> Element {
    let text = text.trim_matches(is_space);
    let original = lexicon.folders.get(&text.to_lowercase());
    Element {
        text: tidy(text),
        original: original.map(String::as_str),
        is_loose,
    }
}

/// Without the spaces that only damage puts round underscores and before extensions, and with the
/// point of a version that a locale writes as a comma.
fn tidy(text: &str) -> String {
    if let Some((major, minor)) = text.split_once(',') {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if digits(major) && digits(minor) {
            return format!("{major}.{minor}");
        }
    }
    if !text.contains(['_', '.']) || !text.contains(is_space) {
        return text.to_owned();
    }
    let pieces: Vec<&str> = text.split('_').map(|p| p.trim_matches(is_space)).collect();
    let joined = pieces.join("_");
    match joined.rsplit_once('.') {
        Some((stem, name)) if holds(EXTENSIONS, name.trim_start_matches(is_space)) => format!(
            "{}.{}",
            stem.trim_end_matches(is_space),
            name.trim_start_matches(is_space)
        ),
        _ => joined,
    }
}
