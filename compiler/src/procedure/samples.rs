//! What stands for a reader's own value: hosts of documentation, thumbprints, addresses. The
//! table is `compiler/data/samples.toml`.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;
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
    types: BTreeSet<String>,
    stand_in_prefixes: Vec<String>,
    stand_in_words: BTreeSet<String>,
    stand_in_capitals: BTreeSet<String>,
    naming_commands: BTreeSet<String>,
    naming_options: BTreeSet<String>,
    variables: BTreeSet<String>,
    own: BTreeSet<String>,
    own_words: BTreeSet<String>,
    own_numbers: BTreeSet<String>,
    own_number_names: BTreeSet<String>,
    fixed_words: BTreeSet<String>,
    system_folders: BTreeSet<String>,
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

/// What a word of a shell stands for, where it begins like one of the reader's own: `your-host`,
/// `my-password`.
pub(super) fn stand_in(word: &str) -> Option<&str> {
    let lower = word.to_ascii_lowercase();
    let mut prefixes = SAMPLES.stand_in_prefixes.iter();
    if let Some(prefix) = prefixes.find(|p| lower.starts_with(p.as_str())) {
        let rest = &word[prefix.len()..];
        return (!rest.is_empty()).then_some(rest);
    }
    let rest = lower.strip_prefix("my-").or(lower.strip_prefix("my_"))?;
    SAMPLES.stand_in_words.contains(rest).then(|| &word[3..])
}

/// Whether a word all in capitals stands for a value: one that usually does, or several in one.
pub(super) fn is_capital_stand_in(word: &str) -> bool {
    let capitals = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let several =
        word.trim_matches('_').contains('_') && word.starts_with(|c: char| c.is_ascii_uppercase());
    word.chars().all(capitals) && (several || SAMPLES.stand_in_capitals.contains(word))
}

/// Whether a command, or an option of one, takes the names of variables.
pub(super) fn takes_names(command: &str, option: Option<&str>) -> bool {
    SAMPLES.naming_commands.contains(command)
        || option.is_some_and(|o| SAMPLES.naming_options.contains(o))
}

/// Whether a variable is set by the shell or the system.
pub(super) fn is_system_variable(name: &str) -> bool {
    SAMPLES.variables.contains(name)
}

/// Whether the words of a placeholder say what kind of value stands there and not which.
pub(super) fn is_type(words: &str) -> bool {
    SAMPLES.types.contains(&words.trim().to_ascii_lowercase())
}

/// Whether a value only says again what the parameter is: `-RetryInterval interval`, `-ProviderName
/// Provider1`.
pub(super) fn is_its_name(parameter: &str, value: &str) -> bool {
    let words = name_words(parameter);
    let plain = value.trim_end_matches(|c: char| c.is_ascii_digit());
    let counted = plain.len() < value.len();
    let says = |w: &&str| w.eq_ignore_ascii_case(plain);
    plain.len() > 2 && (words.last().is_some_and(says) || (counted && words.iter().any(says)))
}

/// Whether a value is of a shape that only a reader's own has, wherever it stands: a folder that no system
/// makes, an address.
pub(super) fn is_own_place(parameter: &str, value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let systems = SAMPLES.system_folders.iter().any(|f| value.starts_with(f));
    let everywhere = address(&value).is_some_and(is_everywhere);
    !systems && !everywhere && !value.contains(['*', '$']) && is_own_shape(parameter, &value)
}

/// Whether a value is a name of the reader's own: what a parameter that takes such names is given,
/// unless it is one that holds everywhere, or a value of a shape that no system gives. The nouns of
/// the system have names that the system gives.
pub(super) fn is_own_name(noun: &str, parameter: &str, value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let fixed = SAMPLES
        .fixed_nouns
        .iter()
        .any(|n| n.eq_ignore_ascii_case(noun));
    let made = value.starts_with(['$', '(', '@', '-'])
        || value.contains('*')
        || (value.chars().all(|c| c.is_ascii_digit()) && !takes_numbers(parameter, &value));
    let takes = SAMPLES.own.contains(&parameter.to_ascii_lowercase())
        || takes_own(parameter)
        || takes_numbers(parameter, &value);
    let systems = SAMPLES.system_folders.iter().any(|f| value.starts_with(f));
    !fixed
        && !made
        && !systems
        && !SAMPLES.constants.contains(&value)
        && !address(&value).is_some_and(is_everywhere)
        && (takes || is_own_shape(parameter, &value))
}

/// Whether the last word of a parameter's name says that it takes names of the reader's own.
fn takes_own(parameter: &str) -> bool {
    let words: Vec<String> = name_words(parameter)
        .iter()
        .map(|w| {
            w.trim_end_matches(|c: char| c.is_ascii_digit())
                .to_ascii_lowercase()
        })
        .collect();
    let fixed = |word: &String| SAMPLES.fixed_words.contains(word);
    match words.as_slice() {
        [.., before, last] => SAMPLES.own_words.contains(last) && !fixed(before),
        [last] => SAMPLES.own_words.contains(last),
        [] => false,
    }
}

/// Whether a parameter takes numbers of the reader's own, and this is one: no count is that long.
fn takes_numbers(parameter: &str, value: &str) -> bool {
    let words = name_words(parameter);
    let last = words.last().map(|w| w.to_ascii_lowercase());
    let names = &SAMPLES.own_number_names;
    let takes = names.contains(&parameter.to_ascii_lowercase())
        || (words.len() > 1 && last.is_some_and(|w| SAMPLES.own_numbers.contains(&w)));
    takes && value.len() > 2
}

/// A path on a drive or share, a telephone number, a date, an address of a network or of a machine in
/// it; of lower case.
fn is_own_shape(parameter: &str, value: &str) -> bool {
    let has_drive = value.as_bytes().get(1..3) == Some(b":\\");
    let is_version = parameter.to_ascii_lowercase().contains("version");
    has_drive
        || value.starts_with("\\\\")
        || is_telephone(value)
        || is_date(value)
        || (address(value).is_some() && !is_version)
        || is_station(value)
}

/// `+1 (425) 555-0100`, `tel:4255550100;ext=12`
fn is_telephone(value: &str) -> bool {
    let number = value.strip_prefix("tel:").unwrap_or(value);
    let marked = number.starts_with('+') || number.len() < value.len();
    let fits = |c: char| c.is_ascii_digit() || "+-.() ;=ext".contains(c);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    marked && digits > 5 && number.chars().all(fits)
}

/// `11/20/2012 08:00:00 AM`, `2012-11-20`
fn is_date(value: &str) -> bool {
    let day = value.split([' ', 't']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '-']).collect();
    let is_part = |p: &&str| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_part) && parts.iter().any(|p| p.len() == 4)
}

/// An address of IPv4, with or without its mask.
fn address(value: &str) -> Option<Ipv4Addr> {
    value.split('/').next()?.parse().ok()
}

/// Whether an address is one of every machine.
fn is_everywhere(address: Ipv4Addr) -> bool {
    matches!(address.octets()[0], 0 | 127 | 255)
}

/// The six bytes of a network card.
fn is_station(value: &str) -> bool {
    let bytes: Vec<&str> = value.split(['-', ':']).collect();
    let hex = |p: &&str| p.len() == 2 && p.bytes().all(|b| b.is_ascii_hexdigit());
    bytes.len() == 6 && bytes.iter().all(hex)
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

    #[test]
    fn own_names_are_told_by_what_takes_them_and_by_their_shape() {
        let own = |parameter, value| is_own_name("Thing", parameter, value);
        assert!(own("NetworkSiteID", "Chicago"));
        assert!(own("BWProfileID", "10MB_Link"));
        assert!(own("Extensions", "100"));
        assert!(own("PostalCode", "99123"));
        assert!(!own("MaxNumber", "20"));
        assert!(own("OutputFilePath", r"D:\Logs\today.txt"));
        assert!(own("StartTime", "11/20/2012 08:00:00 AM"));
        assert!(own("Until", "2012-11-20"));
        assert!(own("LineUri", "tel:+14255550100"));
        assert!(own("Subnet", "172.16.12.0/24"));
        assert!(own("ChassisID", "0C-23-CD-16-AA-CC"));
        assert!(!own("FromVersion", "1.2.3.4"));
        assert!(!own("Level", "Info"));
        assert!(!own("LocaleId", "en-US"));
        assert!(!own("SetupPath", r"C:\Program Files\Contoso\Setup"));
        assert!(!own("Subnet", "0.0.0.0"));
        assert!(!own("Identity", "site:*"));
    }
}
