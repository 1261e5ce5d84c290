//! Which tags are languages: `pt` and `pt-BR` are, `intro` and `sdk` are not, although both could
//! be by their shape.

use crate::source::Locale;

/// ISO 639-1, and those three-letter codes of ISO 639-2 and 639-3 that translated documentation
/// is published in. Any three letters are some language's code, so a full list would find `sdk`.
#[rustfmt::skip]
const LANGUAGES: &[&str] = &[
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bh",
    "bi", "bm", "bn", "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da",
    "de", "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr",
    "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr", "ht", "hu", "hy", "hz",
    "ia", "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv", "ka", "kg", "ki", "kj",
    "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln",
    "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "na", "nb",
    "nd", "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi",
    "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "si", "sk",
    "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti",
    "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo",
    "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
    "ast", "ceb", "ckb", "dsb", "fil", "fur", "hsb", "kab", "lzh", "nan", "sco", "szl", "tok", "yue",
];

/// The locale that `tag` names, if its language is one that documentation is published in:
/// `pt`, `pt-BR`, `pt_br`, `zh-Hant-TW`, `es-419`.
pub fn locale(tag: &str) -> Option<Locale> {
    let language = tag.split(['-', '_']).next()?.to_ascii_lowercase();
    LANGUAGES
        .binary_search_by(|known| order(known).cmp(&order(&language)))
        .ok()?;
    let locale: Locale = tag.parse().ok()?;
    let has_variant = locale.identifier().variants().len() > 0;
    (!has_variant).then_some(locale)
}

/// Two-letter codes stand before three-letter ones.
fn order(code: &str) -> (usize, &str) {
    (code.len(), code)
}
