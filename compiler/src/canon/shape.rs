//! Forms that only damage has: they speak against themselves, whoever says so.

use crate::document::LiteralKind;
use crate::literal::noun_of;
use crate::literal::search::Damage;

/// Whether a damage gives itself away: no program has such a name or path.
pub(super) fn is_shape(kind: LiteralKind, damage: Damage) -> bool {
    match damage {
        Damage::VerbLost | Damage::VerbTranslated | Damage::Translated => true,
        Damage::Characters | Damage::Scheme | Damage::Stub => true,
        Damage::Structure => !matches!(kind, LiteralKind::Url),
        _ => false,
    }
}

/// Whether white space was let into a URL beside a separator or what the reader fills in.
pub(super) fn is_spaced(kind: LiteralKind, text: &str) -> bool {
    kind == LiteralKind::Url && ["/ ", " /", "> "].iter().any(|s| text.contains(s))
}

/// Whether a command lost the capitals inside its noun, which no manual writes: machines do so where
/// their glossary has another command of that noun.
pub(super) fn is_flattened(value: &str, text: &str) -> bool {
    let inner = |noun: &str| noun.bytes().skip(1).any(|b| b.is_ascii_uppercase());
    let lost = |noun: &str| !text.contains(noun) && !inner(noun_of(text).unwrap_or(text));
    noun_of(value).is_some_and(|noun| inner(noun) && lost(noun))
}
