//! What stands for a reader's own value: hosts of documentation, thumbprints, addresses. The
//! table is `compiler/data/samples.toml`.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::ParameterKind;
use super::identity::name_words;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Samples {
    top_level: BTreeSet<String>,
    domains: BTreeSet<String>,
    companies: BTreeSet<String>,
    generic: BTreeSet<String>,
    ports: BTreeSet<String>,
    own: BTreeSet<String>,
    constants: BTreeSet<String>,
    fixed_nouns: BTreeSet<String>,
    secrets: BTreeSet<String>,
}

static SAMPLES: LazyLock<Samples> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/samples.toml"))
        .expect("the embedded table of samples is valid: a test holds")
});

/// The kind of a value that is a sample as a whole, by its shape alone.
pub(super) fn kind_of_sample(value: &str) -> Option<ParameterKind> {
    if is_sample_host(value) {
        return Some(ParameterKind::HostName);
    }
    if is_thumbprint(value) {
        return Some(ParameterKind::Thumbprint);
    }
    if value.to_ascii_lowercase().contains("xxx") {
        return Some(ParameterKind::Text);
    }
    let holds_host = !hosts(value).is_empty();
    let is_url = value.contains("://");
    let company = |word: &str| SAMPLES.companies.contains(&word.to_ascii_lowercase());
    let holds_company = value
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .any(company);
    match (holds_host, holds_company) {
        (true, _) if is_url => Some(ParameterKind::Url),
        (true, _) | (_, true) => Some(ParameterKind::Text),
        _ => None,
    }
}

/// What kind of value this is, sample or not.
pub(super) fn kind_of_value(value: &str) -> ParameterKind {
    let has_drive = value.as_bytes().get(1..3) == Some(b":\\");
    match value {
        _ if kind_of_sample(value).is_some() => {
            kind_of_sample(value).unwrap_or(ParameterKind::Text)
        }
        v if !v.is_empty() && v.chars().all(|c| c.is_ascii_digit()) => ParameterKind::Number,
        v if v.contains("://") => ParameterKind::Url,
        v if has_drive || v.starts_with("\\\\") || v.starts_with('/') => ParameterKind::Path,
        _ => ParameterKind::Text,
    }
}

/// Whether a parameter of this name takes a port.
pub(super) fn is_port(name: &str) -> bool {
    SAMPLES.ports.contains(&name.to_ascii_lowercase())
}

/// Whether a value is a name of the reader's own: what a parameter that takes such names is given,
/// unless it is one that holds everywhere. The nouns of the system have names that the system gives.
pub(super) fn is_own_name(noun: &str, parameter: &str, value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let fixed = SAMPLES
        .fixed_nouns
        .iter()
        .any(|n| n.eq_ignore_ascii_case(noun));
    let made =
        value.starts_with(['$', '(', '@', '-', '*']) || value.chars().all(|c| c.is_ascii_digit());
    !fixed
        && !made
        && SAMPLES.own.contains(&parameter.to_ascii_lowercase())
        && !SAMPLES.constants.contains(&value)
}

/// Whether a value of this name is a secret: its last word says so, or its words together.
pub(super) fn is_secret(name: &str) -> bool {
    let words: Vec<String> = name_words(name)
        .iter()
        .map(|w| w.to_ascii_lowercase())
        .collect();
    let last = words.last().map(String::as_str).unwrap_or_default();
    let two = words
        .iter()
        .rev()
        .take(2)
        .rev()
        .map(String::as_str)
        .collect::<String>();
    SAMPLES.secrets.contains(last) || SAMPLES.secrets.contains(&two)
}

/// Whether a parameter's name alone says nothing about its value.
pub(super) fn is_generic(name: &str) -> bool {
    SAMPLES.generic.contains(&name.to_ascii_lowercase())
}

/// The sample hosts and thumbprints in code, with their bytes.
pub(super) fn hosts(code: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let mut found = Vec::new();
    let mut start = None;
    for (i, c) in code.char_indices().chain([(code.len(), ' ')]) {
        match (start, is_part(c)) {
            (None, true) => start = Some(i),
            (Some(from), false) => {
                let token = code[from..i].trim_matches(['.', '-']);
                let offset = from + code[from..i].find(token).unwrap_or(0);
                if is_sample_host(token) || is_thumbprint(token) {
                    found.push(offset..offset + token.len());
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn is_thumbprint(value: &str) -> bool {
    value.len() == 40 && value.chars().all(|c| c.is_ascii_hexdigit())
}

/// A host or domain name under a domain of documentation.
fn is_sample_host(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let labels: Vec<&str> = lower.split('.').collect();
    let is_label = |l: &&str| {
        !l.is_empty()
            && l.chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    let [.., domain, top] = labels.as_slice() else {
        return false;
    };
    // `file.local.txt` is a name; `values.test` could be one: two labels need a known domain.
    let reserved = SAMPLES.top_level.contains(*top) && (labels.len() > 2 || *top == "example");
    let documented = SAMPLES.domains.contains(&format!("{domain}.{top}"));
    let company = SAMPLES.companies.contains(*domain)
        && (2..=12).contains(&top.len())
        && top.chars().all(|c| c.is_ascii_alphabetic());
    labels.iter().all(is_label) && (reserved || documented || company)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_told_from_values() {
        let kind = |v| kind_of_sample(v);
        assert_eq!(kind("web01.fabrikam.com"), Some(ParameterKind::HostName));
        assert_eq!(
            kind("intranet.corp.internal"),
            Some(ParameterKind::HostName)
        );
        assert_eq!(kind("sip:kim@contoso.com"), Some(ParameterKind::Text));
        assert_eq!(kind("https://www.example.org/x"), Some(ParameterKind::Url));
        assert_eq!(kind("ou=x,dc=contoso,dc=com"), Some(ParameterKind::Text));
        assert_eq!(
            kind("0123456789abcdef0123456789ABCDEF01234567"),
            Some(ParameterKind::Thumbprint)
        );
        assert_eq!(kind("portal.conf"), None);
        assert_eq!(kind("learn.microsoft.com"), None);
        assert_eq!(kind("Default"), None);
        let found = hosts("a https://www.example.org:8443/x.");
        assert_eq!(found.first(), Some(&(10..25)));
    }
}
