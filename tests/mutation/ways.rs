//! The ways in which translations damage literals, one function each.

use runbookc::document::LiteralKind::{self, *};
use runbookc::l10n::lexicon;

use super::site::{Mutation, Site};

/// A way, the kinds that it damages, and how; nothing where it does not apply.
pub(super) struct Way {
    pub(super) name: &'static str,
    pub(super) kinds: &'static [LiteralKind],
    pub(super) change: fn(&Site) -> Option<Mutation>,
}

const NAMES: &[LiteralKind] = &[
    Command,
    FileName,
    HostName,
    Identifier,
    Path,
    RegistryKey,
    Url,
];
const ALL: &[LiteralKind] = &[
    Command,
    Parameter,
    FileName,
    HostName,
    Identifier,
    Path,
    RegistryKey,
    Url,
    Version,
    Value,
    Number,
    ProductName,
    UiLabel,
];

/// What names one thing each. Of two numbers one may count what the other does.
const DISTINCT: &[LiteralKind] = &[
    Command,
    Parameter,
    FileName,
    HostName,
    Identifier,
    Path,
    RegistryKey,
    Url,
    Version,
    Value,
];

/// The way that makes of one name another one of its paragraph.
pub(super) const NEIGHBOUR: &str = "replaced by its neighbour";

/// All ways, by the kinds that they damage most.
#[rustfmt::skip]
pub(super) const WAYS: &[Way] = &[
    Way { name: "verb lost", kinds: &[Command], change: |s| s.with(cmdlet(s)?.1) },
    Way { name: "verb changed", kinds: &[Command], change: verb_changed },
    Way { name: "verb translated", kinds: &[Command], change: verb_translated },
    Way { name: "verb doubled", kinds: &[Command], change: |s| s.with(&format!("{}-{}", cmdlet(s)?.0, s.raw)) },
    Way { name: "verb apart", kinds: &[Command], change: |s| s.with(&format!("{} {}", cmdlet(s)?.0, cmdlet(s)?.1)) },
    Way { name: "en dash", kinds: &[Command, Parameter], change: |s| s.replacing("\\-", "–").or_else(|| s.replacing("-", "–")) },
    Way { name: "spaced dash", kinds: &[Command], change: |s| cmdlet(s).and(s.replacing("-", " - ")) },
    Way { name: "space after dash", kinds: &[Parameter], change: |s| s.replacing("-", "- ") },
    Way { name: "dash lost", kinds: &[Parameter], change: dash_lost },
    Way { name: "glued", kinds: &[Parameter], change: glued },
    Way { name: "spaced separators", kinds: &[Path, RegistryKey], change: |s| separated(s, " \\ ") },
    Way { name: "space after separators", kinds: &[Path, RegistryKey], change: |s| separated(s, "\\ ") },
    Way { name: "separators lost", kinds: &[Path, RegistryKey], change: |s| separated(s, " ") },
    Way { name: "split drive", kinds: &[Path], change: |s| s.replacing(":\\", ": \\") },
    Way { name: "element translated", kinds: &[Path, RegistryKey], change: element_translated },
    Way { name: "artifact", kinds: &[Path, RegistryKey, Parameter], change: |s| s.with("( # A0)") },
    Way { name: "root split", kinds: &[RegistryKey], change: |s| s.replacing("\\_", " ").or_else(|| s.replacing("_", " ")) },
    Way { name: "extension lost", kinds: &[FileName], change: |s| s.with(s.raw.rsplit_once('.')?.0) },
    Way { name: "extension apart", kinds: &[FileName], change: |s| s.with(&format!("{} .{}", s.raw.rsplit_once('.')?.0, s.raw.rsplit_once('.')?.1)) },
    Way { name: "space after dot", kinds: &[FileName, HostName], change: |s| s.replacing(".", ". ") },
    Way { name: "label translated", kinds: &[HostName], change: label_translated },
    Way { name: "domain cut", kinds: &[HostName], change: |s| s.with(s.raw.rsplit_once('.')?.0) },
    // The other way round nothing is lost: translations are often of a time before `https`.
    Way { name: "scheme changed", kinds: &[Url], change: |s| s.replacing("https:", "http:") },
    Way { name: "scheme apart", kinds: &[Url], change: |s| s.replacing("://", ": //") },
    Way { name: "URL host changed", kinds: &[Url], change: url_host },
    Way { name: "URL path cut", kinds: &[Url], change: url_cut },
    Way { name: "comma in version", kinds: &[Version], change: |s| s.replacing(".", ",") },
    Way { name: "digits grouped", kinds: &[Number], change: grouped },
    Way { name: "value translated", kinds: &[Value], change: value_translated },
    Way { name: "letters transposed", kinds: NAMES, change: transposed },
    Way { name: "letter dropped", kinds: NAMES, change: dropped },
    Way { name: "letter doubled", kinds: NAMES, change: stuttered },
    Way { name: NEIGHBOUR, kinds: DISTINCT, change: |s| s.with(s.neighbour.as_ref()?) },
    Way { name: "dropped", kinds: ALL, change: left_out },
    Way { name: "doubled", kinds: ALL, change: |s| s.with(&format!("{} {}", s.raw, s.raw)) },
];

/// Verb and noun.
fn cmdlet(site: &Site) -> Option<(&str, &str)> {
    let (verb, noun) = site.raw.split_once('-')?;
    let is_word = |w: &str| w.len() > 2 && w.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_cmdlet = is_word(verb) && is_word(noun) && verb.starts_with(|c: char| c.is_uppercase());
    is_cmdlet.then_some((verb, noun))
}

fn verb_changed(site: &Site) -> Option<Mutation> {
    let (verb, noun) = cmdlet(site)?;
    let others = ["Disable", "Set", "Remove", "Get", "New", "Enable"];
    let others: Vec<&str> = others.into_iter().filter(|v| *v != verb).collect();
    site.with(&format!(
        "{}-{noun}",
        others[site.hash as usize % others.len()]
    ))
}

fn verb_translated(site: &Site) -> Option<Mutation> {
    let (verb, noun) = cmdlet(site)?;
    let verbs = lexicon(&site.locale).verbs.iter();
    let mut words = verbs.filter(|(_, verbs)| verbs.iter().any(|v| v == verb));
    let (word, _) = words.next()?;
    site.with(&format!("{word}-{noun}"))
}

/// A parameter without its dash. Prose may name it so, `the Identity parameter`: that is no damage,
/// but where `--name` becomes `-name`, or nothing says what the name is of.
fn dash_lost(site: &Site) -> Option<Mutation> {
    let sentence = site.file.slice(site.sentence).to_lowercase();
    let nouns = &lexicon(&site.locale).nouns;
    let mut words = nouns.iter().filter(|(_, noun)| *noun == "parameter");
    let is_named = words.any(|(word, _)| sentence.contains(word.as_str()));
    let is_double = site.raw.starts_with("--");
    let is_dashed = site.raw.starts_with('-');
    (is_dashed && (is_double || !is_named)).then(|| site.replacing("-", ""))?
}

/// The space before a parameter is lost, and a word stands before it. Where a script has no spaces
/// between words, none has to stand between a word and a name.
fn glued(site: &Site) -> Option<Mutation> {
    let before = &site.file.text()[..site.span.start as usize];
    let before = before.strip_suffix(' ')?;
    let is_word = |c: char| c.is_alphabetic() && (c as u32) < 0x1100;
    before.ends_with(is_word).then_some(())?;
    Some(Mutation {
        start: before.len(),
        ..site.with(&site.raw)?
    })
}

/// Other separators between the elements of a path, however they are escaped.
fn separated(site: &Site, separator: &str) -> Option<Mutation> {
    let plain = site.raw.replace("\\\\", "\\");
    let is_path = plain.contains('\\') && !plain.starts_with('\\') && !has_escape(&plain);
    is_path.then(|| site.with(&plain.replace('\\', separator)))?
}

/// Whether a backslash may be an escape and no separator.
fn has_escape(raw: &str) -> bool {
    let mut bytes = raw.bytes().zip(raw.bytes().skip(1));
    bytes.any(|(a, b)| a == b'\\' && b.is_ascii_punctuation() && b != b'\\')
}

fn element_translated(site: &Site) -> Option<Mutation> {
    let folders = &lexicon(&site.locale).folders;
    let mut elements = site.raw.split('\\');
    let (element, word) = elements.find_map(|element| {
        let mut translated = folders
            .iter()
            .filter(|(_, f)| f.eq_ignore_ascii_case(element));
        translated.next().map(|(word, _)| (element, word))
    })?;
    site.replacing(element, word)
}

/// The first label as a machine translates it: a word of the language that is none of it.
fn label_translated(site: &Site) -> Option<Mutation> {
    let (label, rest) = site.raw.split_once('.')?;
    (label.len() > 2 && rest.contains('.')).then_some(())?;
    let word = match site.locale.language() {
        "zh" => "符合 ",
        "pt" => "reunir",
        "es" => "reunirse",
        _ => "rencontrer",
    };
    site.with(&format!("{word}.{rest}"))
}

fn url_host(site: &Site) -> Option<Mutation> {
    let (scheme, rest) = site.raw.split_once("://")?;
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (first, domain) = host.split_once('.')?;
    domain.contains('.').then_some(())?;
    site.with(&format!("{scheme}://{first}x.{domain}{path}"))
}

fn url_cut(site: &Site) -> Option<Mutation> {
    let (scheme, rest) = site.raw.split_once("://")?;
    let (kept, last) = rest.trim_end_matches('/').rsplit_once('/')?;
    (last.len() > 2).then_some(())?;
    site.with(&format!("{scheme}://{kept}"))
}

/// The digits of a number that names something, a port or an event, grouped as those of a quantity
/// are. A round number, or one before a word in most locales, may count something: grouped it is
/// right.
fn grouped(site: &Site) -> Option<Mutation> {
    let counts = site.raw.ends_with("00") || site.is_followed;
    let is_plain = site.raw.len() > 4 && site.raw.bytes().all(|b| b.is_ascii_digit());
    let is_plain = is_plain && !counts;
    let (first, rest) = is_plain.then(|| site.raw.split_at(site.raw.len() % 3))?;
    let groups = rest.as_bytes().chunks(3).map(String::from_utf8_lossy);
    let groups = std::iter::once(first.into()).chain(groups);
    let groups: Vec<_> = groups.filter(|g| !g.is_empty()).collect();
    site.with(&groups.join(" "))
}

/// A value as a word of the language. What a capitalized word follows may be a part of a longer name
/// that is no value: `Active Directory`.
fn value_translated(site: &Site) -> Option<Mutation> {
    let after = &site.file.text()[site.span.end as usize..];
    let goes_on = after
        .strip_prefix(' ')
        .is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if goes_on {
        return None;
    }
    let values = lexicon(&site.locale).values.iter();
    let (word, _) = values.into_iter().find(|(_, v)| **v == site.raw)?;
    site.with(word)
}

/// The middle of the longest run of letters: where typing slips.
fn middle(site: &Site) -> Option<usize> {
    let is_letter = |at: &usize| site.raw.as_bytes()[*at].is_ascii_alphabetic();
    let places = (1..site.raw.len().saturating_sub(2)).filter(is_letter);
    let places: Vec<usize> = places
        .filter(|at| {
            let (a, b) = (site.raw.as_bytes()[*at], site.raw.as_bytes()[at + 1]);
            b.is_ascii_alphabetic() && !a.eq_ignore_ascii_case(&b)
        })
        .collect();
    (site.raw.len() > 5 && !places.is_empty()).then(|| places[site.hash as usize % places.len()])
}

fn transposed(site: &Site) -> Option<Mutation> {
    let at = middle(site)?;
    let (a, b) = (&site.raw[at..=at], &site.raw[at + 1..at + 2]);
    site.with(&format!("{}{b}{a}{}", &site.raw[..at], &site.raw[at + 2..]))
}

fn dropped(site: &Site) -> Option<Mutation> {
    let at = middle(site)?;
    site.with(&format!("{}{}", &site.raw[..at], &site.raw[at + 1..]))
}

/// Many a language says once what others repeat, so nothing is lost where a paragraph says it again.
fn left_out(site: &Site) -> Option<Mutation> {
    let nothing = site.with("").filter(|_| !site.is_repeated)?;
    Some(Mutation {
        is_drop: true,
        ..nothing
    })
}

fn stuttered(site: &Site) -> Option<Mutation> {
    let at = middle(site)?;
    site.with(&format!("{}{}", &site.raw[..=at], &site.raw[at..]))
}
