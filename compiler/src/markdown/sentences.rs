//! Text to sentences, in any language, after the rules of Unicode Annex #29 that matter here.
//!
//! The languages are told apart by their punctuation alone; abbreviations come from all lexicons,
//! since the locale of a document is not known yet.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::strand::is_cjk;
use crate::l10n;

static ABBREVIATIONS: LazyLock<BTreeSet<String>> = LazyLock::new(l10n::abbreviations);

/// The bytes that a full stop may begin with.
static STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        stops[byte] = matches!(byte as u8, b'.' | b'!' | b'?' | 0xe2 | 0xe3 | 0xef);
        byte += 1;
    }
    stops
};

/// Offsets at which a new sentence begins, ascending; never inside one of `atoms` (ordered, without
/// overlap: code, links).
pub(super) fn starts(text: &str, atoms: &[Range<u32>], found: &mut Vec<u32>) {
    let bytes = text.as_bytes();
    let (mut at, mut sentence, mut atom) = (0, 0, 0);
    while let Some(stop) = bytes[at..].iter().position(|b| STOPS[usize::from(*b)]) {
        at += stop;
        let length = match bytes[at] {
            b'.' | b'!' | b'?' => 1,
            _ => terminator(&text[at..]),
        };
        if length == 0 {
            at += 1;
            continue;
        }
        while atoms.get(atom).is_some_and(|a| a.end as usize <= at) {
            atom += 1;
        }
        if let Some(inside) = atoms.get(atom).filter(|a| a.start as usize <= at) {
            at = inside.end as usize;
            continue;
        }
        let end = after_closers(text, at);
        if let Some(start) = next_start(text, sentence, at, end) {
            found.push(start as u32);
            sentence = start;
        }
        at = end.max(at + length);
    }
}

/// Length of the full stop, wide or narrow, that `rest` begins with; 0 for another character.
fn terminator(rest: &str) -> usize {
    match rest.chars().next() {
        Some(c @ ('.' | '!' | '?' | '…' | '。' | '！' | '？' | '．' | '｡')) => c.len_utf8(),
        _ => 0,
    }
}

/// The end of the full stops at `at` and of the quotes and brackets that close after them.
fn after_closers(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let stops = rest.trim_start_matches(|c| "….!?。！？．｡".contains(c));
    let rest = stops.trim_start_matches(|c| ")]}\"'”’»）］】』」》〉*_".contains(c));
    text.len() - rest.len()
}

/// Where the next sentence begins if the one from `sentence` on ends with the full stop at `stop`
/// and its closers at `end`.
fn next_start(text: &str, sentence: usize, stop: usize, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let next = rest.trim_start_matches(char::is_whitespace);
    let start = text.len() - next.len();
    let first = next.chars().next()?;
    let mark = text[stop..].chars().next()?;
    // A sign of an expression, spaced out or not: `[a-z] ? [1-9]`.
    let behind_bracket = || text[sentence..stop].trim_end().ends_with([']', ')', '}']);
    if matches!(mark, '?' | '？') && matches!(first, '[' | '\\') && behind_bracket() {
        return None;
    }
    if matches!(mark, '。' | '！' | '？' | '．' | '｡') {
        return (!"，、；：,;:".contains(first)).then_some(start);
    }
    if start == end {
        // Between CJK characters a narrow full stop stands without a space.
        let before = text[..stop].chars().next_back();
        let is_inside = is_cjk(first) && before.is_some_and(is_cjk);
        return (is_inside && !is_cjk_punctuation(first)).then_some(start);
    }
    let word = next.trim_start_matches(|c| "([{\"'“‘«*_¿¡（「『《".contains(c));
    let lower = word.chars().next().is_some_and(char::is_lowercase);
    let is_open = match mark {
        '.' => !lower && !is_abbreviation(text, sentence, stop),
        '…' => !lower,
        _ => true,
    };
    is_open.then_some(start)
}

fn is_cjk_punctuation(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

/// Whether the full stop at `stop` belongs to the word before it: `e.g.`, `Sr.`, an initial, or
/// the number that a sentence begins with.
fn is_abbreviation(text: &str, sentence: usize, stop: usize) -> bool {
    let before = &text[sentence..stop];
    let word_at = before
        .char_indices()
        .rev()
        .take(16)
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '.' || *c == 'º')
        .last();
    let Some((start, first)) = word_at else {
        return false;
    };
    let word = &before[start..];
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return before[..start].trim().is_empty();
    }
    if word.len() == first.len_utf8() {
        return first.is_uppercase();
    }
    let short = |part: &str| (1..=2).contains(&part.len()) && part.chars().all(char::is_alphabetic);
    (word.contains('.') && word.split('.').all(short))
        || ABBREVIATIONS.contains(&word.to_lowercase())
}
