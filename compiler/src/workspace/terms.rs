//! `[[glossary]]` of `runbookc.toml`: the project's terms.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::config::{one_or_more, tagged};
use crate::lint::Term;
use crate::source::Locale;

/// A term as the configuration has it.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Raw")]
pub struct Entry(pub Term);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    /// As the source writes it; several forms of it, if it has any.
    #[serde(deserialize_with = "one_or_more")]
    term: Vec<String>,
    /// Whether it is translated; if not, it stays as it is.
    #[serde(default = "yes")]
    translate: bool,
    #[serde(default, deserialize_with = "by_locale")]
    translations: BTreeMap<Locale, Vec<String>>,
    #[serde(default, deserialize_with = "by_locale")]
    forbidden: BTreeMap<Locale, Vec<String>>,
    #[serde(default)]
    match_case: Option<bool>,
}

fn yes() -> bool {
    true
}

impl TryFrom<Raw> for Entry {
    type Error = String;

    fn try_from(raw: Raw) -> Result<Self, String> {
        let forms = raw.translations.values().chain(raw.forbidden.values());
        let mut forms = forms.flatten().chain(&raw.term);
        if raw.term.is_empty() || forms.any(|form| form.trim().is_empty()) {
            return Err("a term, and what it is called, cannot be empty".to_owned());
        }
        if raw.translate && raw.translations.is_empty() && raw.forbidden.is_empty() {
            let term = &raw.term[0];
            return Err(format!(
                "nothing is said of `{term}`: give `translations` or `forbidden`, or `translate = false`"
            ));
        }
        Ok(Entry(Term {
            forms: raw.term,
            is_kept: !raw.translate,
            translations: raw.translations,
            forbidden: raw.forbidden,
            match_case: raw.match_case,
        }))
    }
}

/// A table from locales to one form or more.
fn by_locale<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Locale, Vec<String>>, D::Error> {
    #[derive(Deserialize)]
    struct Forms(#[serde(deserialize_with = "one_or_more")] Vec<String>);
    let raw = BTreeMap::<String, Forms>::deserialize(deserializer)?;
    let mut all = BTreeMap::new();
    for (tag, Forms(forms)) in raw {
        if forms.is_empty() {
            return Err(D::Error::custom(format!("nothing is said for {tag}")));
        }
        all.insert(tagged::<D>(&tag)?, forms);
    }
    Ok(all)
}
