//! Shapes that only damage has: a path with spaces round its separators, a registry root in pieces,
//! a host name or a value of signs spaced out. Nothing else looks like them, so they say that a literal stood there,
//! even where every locale is damaged alike and none says which.
//!
//! What the literal was is put together by `canon`, element by element, from all locales.

use std::ops::Range;

use crate::document::LiteralKind;
use crate::l10n::Lexicon;

mod address;
mod chain;
mod cursor;
mod dotted;
mod parameter;
mod squeezed;

/// A literal in pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// What it was.
    pub kind: LiteralKind,
    /// Its bytes in the text, as far as they can be told.
    pub range: Range<u32>,
    /// What it begins with: the drive, the registry root, the scheme; all of what has no elements.
    /// Empty where the language has put its own words there; the first label of a name with dots and
    /// the scope of a value stand among the elements.
    pub root: String,
    /// The elements behind the root, in order.
    pub elements: Vec<Element>,
}

/// A folder of a path, a key of the registry, a label of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// As it stands there, without spaces that only damage puts.
    pub text: String,
    /// What the language's cues say it stands for.
    pub original: Option<&'static str>,
    /// Whether it may be the next word of the sentence: nothing closes the literal behind it.
    pub is_loose: bool,
}

impl Torn {
    /// What stands between the elements.
    pub fn separator(kind: LiteralKind) -> &'static str {
        match kind {
            LiteralKind::Path | LiteralKind::RegistryKey => "\\",
            LiteralKind::Url => "/",
            LiteralKind::Value => ":",
            _ => ".",
        }
    }
}

/// The literals in pieces that stand in `text`, in order. Most texts have none, which a look at
/// their bytes tells.
pub fn torn(text: &str, lexicon: &'static Lexicon) -> Vec<Torn> {
    let mut found = Vec::new();
    if text.contains('\\') || text.contains('_') {
        chain::find(text, lexicon, &mut found);
    }
    if text.contains("://") {
        address::find(text, &mut found);
    }
    if text.contains(". ") || text.contains(" .") {
        dotted::find(text, &mut found);
    }
    if squeezed::has_quotes(text) {
        squeezed::find_quoted(text, &mut found);
    }
    if text.contains('\\') && text.contains(['{', '+', '*', ')', '$', '?']) {
        squeezed::find_expressions(text, &mut found);
    }
    if text.contains(parameter::DASHES) {
        parameter::find(text, &mut found);
    }
    found.sort_by_key(|t| t.range.start);
    found.dedup_by(|b, a| b.range.start < a.range.end);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n;

    fn said(text: &str, locale: &str) -> Vec<String> {
        let lexicon = l10n::lexicon(&locale.parse().expect("a tag"));
        let said = |t: Torn| {
            let elements = t.elements.iter().map(|e| e.original.unwrap_or(&e.text));
            let all: Vec<&str> = std::iter::once(t.root.as_str()).chain(elements).collect();
            all.join("|")
        };
        torn(text, lexicon).into_iter().map(said).collect()
    }

    #[test]
    fn paths_with_spaces_round_their_separators() {
        let text = "Abra C: \\ archivos de programa \\ Contoso \\ registros.";
        assert_eq!(said(text, "es-ES"), ["C:|Program Files|Contoso|Logs"]);
        let text = "打开 C： \\ Program files \\ Contoso \\Agent.config 文件。";
        assert_eq!(
            said(text, "zh-CN"),
            ["C:|Program files|Contoso|Agent.config"]
        );
        let text = "dans « D\u{a0}: \\ CtsData »";
        assert_eq!(said(text, "fr-FR"), ["D:|CtsData"]);
    }

    #[test]
    fn registry_roots_in_pieces() {
        let text = "Vá até HKEY _ local _ Machine \\ software \\ Contoso \\ Agent.";
        assert_eq!(
            said(text, "pt-BR"),
            ["HKEY_LOCAL_MACHINE|SOFTWARE|Contoso|Agent"]
        );
        let text = "展开 HKEY _ 本地 _ 计算机，然后展开";
        assert_eq!(said(text, "zh-CN"), ["HKEY_LOCAL_MACHINE"]);
    }

    #[test]
    fn names_with_dots_spaced_out() {
        let text = "Ejecute en web01. contoso. com el archivo Agent. config.";
        assert_eq!(said(text, "es-ES"), ["|web01|contoso|com", "|Agent|config"]);
    }

    #[test]
    fn addresses_with_a_gap() {
        let text = "Https:// <Pool FQDN> /Admin/service.svc. Puede";
        assert_eq!(
            said(text, "es-ES"),
            ["Https:|<Pool FQDN>|Admin|service.svc"]
        );
    }

    #[test]
    fn values_of_signs_spaced_out() {
        let text =
            "Por ejemplo, \" # 6000\", \" * 92000\" y \"915551212\", o \"etiqueta: Redmond\".";
        assert_eq!(
            said(text, "es-ES"),
            ["#6000", "*92000", "|etiqueta|Redmond"]
        );
        let text = "必須符合運算式 ([ \\ * | # ] ？ [1-9 ] \\ d {0,7}) | ([ 1-9 ] \\ d {0,8}) 。";
        assert_eq!(
            said(text, "zh-TW"),
            [r"([\*|#]?[1-9]\d{0,7})|([1-9]\d{0,8})"]
        );
    }

    #[test]
    fn parameters_parted_from_their_dash() {
        let text = "Get-CtsUser – Identity \"Ken\", et – Identity \"Ken\" aussi";
        assert_eq!(said(text, "fr-FR"), ["-Identity"]);
    }

    #[test]
    fn whole_literals_are_not_torn() {
        for text in [
            "Open C:\\Program Files\\Contoso\\Logs now.",
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso",
            "See https://contoso.com/a. It has more.",
            "Use contoso.com. then it works, e.g. this",
            "Nota: \\* es un carácter",
            "Get-CtsUser – Identity is what it asks for: \"a name\"",
            "Choose \"Save as: Copy\" or \"#6000\", \"site:Redmond\" or « Ja »",
            "the folder (C:\\s) and ^\\d{3}$ are whole",
        ] {
            assert_eq!(said(text, "en-US"), [""; 0], "{text}");
        }
    }
}
