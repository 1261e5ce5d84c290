//! Spellings that mean the same to a reader and not to a program: a long dash for a hyphen,
//! full-width forms, characters that nobody sees, `http` for `https`.

use crate::document::LiteralKind;

use super::search::Damage;

/// What is wrong with `text`, whose normal form is that of `value`; nothing where a program takes
/// it for the same.
pub fn variant(kind: LiteralKind, text: &str, value: &str) -> Option<Damage> {
    // A sign alone is one of the sentence.
    let is_name = value.contains(|c: char| c.is_ascii_alphanumeric());
    if is_typed(kind) && is_name && !text.is_ascii() && disguises(text) & !disguises(value) != 0 {
        return Some(Damage::Characters);
    }
    // The other way round nothing is lost: servers send the reader on.
    let scheme = |text: &str, scheme: &str| {
        let head = text.get(..scheme.len());
        head.is_some_and(|h| h.eq_ignore_ascii_case(scheme))
    };
    let is_weaker =
        kind == LiteralKind::Url && scheme(value, "https://") && scheme(text, "http://");
    is_weaker.then_some(Damage::Scheme)
}

/// Whether somebody types a literal of this kind, or copies it to a program.
fn is_typed(kind: LiteralKind) -> bool {
    matches!(
        kind,
        LiteralKind::Command
            | LiteralKind::Parameter
            | LiteralKind::Path
            | LiteralKind::RegistryKey
            | LiteralKind::FileName
            | LiteralKind::HostName
            | LiteralKind::Url
            | LiteralKind::Identifier
    )
}

/// The sorts of characters in a text that only look like ASCII, as bits.
fn disguises(text: &str) -> u8 {
    let sort = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => 1,
        '\u{ff01}'..='\u{ff5e}' => 2,
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{ad}' => 4,
        _ => 0,
    };
    text.chars().fold(0, |sorts, c| sorts | sort(c))
}

#[cfg(test)]
mod tests {
    use super::{Damage, variant};
    use crate::document::LiteralKind::{Command, Number, Url};

    #[test]
    fn a_disguise_is_told_from_what_the_value_has_itself() {
        let of = |text, value| variant(Command, text, value);
        assert_eq!(of("Get–CtsUser", "Get-CtsUser"), Some(Damage::Characters));
        assert_eq!(of("Get–CtsUser", "Get–CtsUser"), None);
        assert_eq!(of("Get-CtsUser", "Get–CtsUser"), None);
        assert_eq!(variant(Number, "１２", "12"), None);
    }

    #[test]
    fn only_the_weaker_scheme_is_a_loss() {
        let (weak, strong) = ("http://contoso.com", "https://contoso.com");
        assert_eq!(variant(Url, weak, strong), Some(Damage::Scheme));
        assert_eq!(variant(Url, strong, weak), None);
    }
}
