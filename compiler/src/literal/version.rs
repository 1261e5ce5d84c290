//! Whether digits with a full stop are a version, which every language writes alike, or a quantity,
//! which has the decimal sign of its language.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::l10n;

use super::tables::{UNITS, holds};

/// The words for a version in all languages, lower case.
static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| l10n::nouns("version"));

/// Whether the digits at `range`, which have a full stop, are a version: by their own form, a word
/// that says so, or the name that they follow.
pub(super) fn is_version(text: &str, range: Range<usize>) -> bool {
    let digits = &text[range.clone()];
    if digits.matches('.').count() > 1 || digits.starts_with(['v', 'V']) {
        return true;
    }
    if is_before_unit(&text[range.end..]) {
        return false;
    }
    let before = text[..range.start].trim_end_matches(is_space);
    if before.len() == range.start && before.ends_with(|c: char| !is_wide(c)) {
        return false;
    }
    let before = before.trim_end_matches([')', ']']);
    let word = last_word(before);
    let is_named = word.starts_with(|c: char| c.is_ascii_uppercase()) || word.starts_with('.');
    let is_first = is_sentence_start(&before[..before.len() - word.len()]) && !is_acronym(word);
    is_named && !is_first || says_version(before, word)
}

/// The word at the end of a text, with a full stop or sign at its front.
fn last_word(text: &str) -> &str {
    let belongs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '#' | '-' | '_');
    &text[text.trim_end_matches(belongs).len()..]
}

fn is_sentence_start(before: &str) -> bool {
    let before = before.trim_end_matches(is_space);
    before.is_empty() || before.ends_with(['.', ':', '!', '?', '。', '：', '；', ';', '>'])
}

fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.bytes().filter(u8::is_ascii_uppercase).count() > 1
}

/// Whether a word for a version stands right before: `version`, `版本`.
fn says_version(before: &str, word: &str) -> bool {
    if !word.is_empty() && WORDS.contains(word) {
        return true;
    }
    let letters = before.trim_end_matches(char::is_alphabetic);
    let tail = before[letters.len()..].to_lowercase();
    let wide = tail.ends_with(is_wide) && WORDS.iter().any(|w| tail.ends_with(w.as_str()));
    WORDS.contains(&tail) || wide
}

fn is_before_unit(after: &str) -> bool {
    let after = after.trim_start_matches(is_space);
    let is_end = |c: char| !(c.is_alphanumeric() || matches!(c, '%' | '°' | 'µ'));
    let word = after.split(is_end).next().unwrap_or_default();
    !word.is_empty() && holds(UNITS, word)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

fn is_wide(c: char) -> bool {
    c as u32 >= 0x1100
}

#[cfg(test)]
mod tests {
    use super::is_version;

    fn check(text: &str) -> bool {
        let start = text.find(|c: char| c.is_ascii_digit()).expect("digits");
        let length = text[start..]
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(text.len() - start);
        is_version(text, start..start + length)
    }

    #[test]
    fn names_and_words_make_a_version() {
        let versions = [
            "the Fabrikam Agent 4.0 runtime",
            "TLS 1.2",
            "la API (FAPI) 3.0 del núcleo",
            "la versión 2.1",
            "需要版本 2.1",
            "Fabrikam 代理程式和 .NET 4.5",
            "10.2.33",
        ];
        for text in versions {
            assert!(check(text), "{text}");
        }
    }

    #[test]
    fn quantities_are_none() {
        let quantities = [
            "Use 2.5 GB",
            "a ratio of 0.5",
            "0.5",
            "about 1.5 times",
            "Disk 2.5 TB",
        ];
        for text in quantities {
            assert!(!check(text), "{text}");
        }
    }
}
