//! Cmdlets, `Verb-Noun`, and parameters, `-Name` and `--name`.

use super::tables::{self, NOT_NOUNS, VERBS};

/// The verb of a cmdlet's name: `Get` of `Get-CsSite`.
pub fn verb_of(cmdlet: &str) -> Option<&str> {
    cmdlet.split_once('-').map(|(verb, _)| verb)
}

/// The noun of a cmdlet's name: `CsSite` of `Get-CsSite`.
pub fn noun_of(cmdlet: &str) -> Option<&str> {
    cmdlet.split_once('-').map(|(_, noun)| noun)
}

/// Whether `word` is a cmdlet's name as PowerShell writes it: an approved verb and a noun that
/// both begin with a capital.
pub(crate) fn is_cmdlet(word: &str) -> bool {
    let capital = |part: &str| part.starts_with(|c: char| c.is_ascii_uppercase());
    is_cmdlet_in_any_case(word)
        && verb_of(word).is_some_and(capital)
        // A noun in lower case is still one where it is no word that a hyphen joins.
        && noun_of(word).is_some_and(|noun| capital(noun) || noun.len() > 8)
}

/// The same whatever the case, for words that markup sets apart from the text.
pub(crate) fn is_cmdlet_in_any_case(word: &str) -> bool {
    let Some((verb, noun)) = word.split_once('-') else {
        return false;
    };
    noun.len() > 2
        && noun.starts_with(|c: char| c.is_ascii_alphabetic())
        && noun.bytes().all(|b| b.is_ascii_alphanumeric())
        && tables::holds(VERBS, verb)
        && !tables::holds(NOT_NOUNS, noun)
}

/// Whether `word` is what the names of a family of cmdlets begin with, `Get-Cs`, for words that
/// markup sets apart from the text.
pub(crate) fn is_family(word: &str) -> bool {
    let capital = |part: &str| part.starts_with(|c: char| c.is_ascii_uppercase());
    word.split_once('-').is_some_and(|(verb, prefix)| {
        prefix.len() == 2
            && capital(verb)
            && capital(prefix)
            && prefix.bytes().all(|b| b.is_ascii_alphanumeric())
            && tables::holds(VERBS, verb)
            && !tables::holds(NOT_NOUNS, prefix)
    })
}

/// Whether `word` is an approved verb, in any case.
pub(crate) fn is_verb(word: &str) -> bool {
    tables::holds(VERBS, word)
}

/// Whether `word` is a parameter: `-Identity` with a capital, or `--dry-run`.
pub(crate) fn is_parameter(word: &str) -> bool {
    let plain = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if let Some(name) = word.strip_prefix("--") {
        return name.len() > 1
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && plain(name);
    }
    let Some(name) = word.strip_prefix('-') else {
        return false;
    };
    name.len() > 2 && name.starts_with(|c: char| c.is_ascii_uppercase()) && plain(name)
}
