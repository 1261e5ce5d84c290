//! What the paths below a folder say: which part names the locale, and what the article's key is.
//!
//! It knows the usual layouts (a folder per locale, `index.fr.md`, Hugo's `content/fr/`, tldr's
//! `pages.fr/`, Docusaurus's `i18n/fr/`) and looks at names only.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::{Place, Placement, languages};
use crate::source::Locale;

/// Folders whose children are locales.
const PARENTS: &[&str] = &[
    "content",
    "i18n",
    "l10n",
    "lang",
    "langs",
    "languages",
    "locale",
    "locales",
    "translations",
];

const DOCUSAURUS: &str = "docusaurus-plugin-content-";

/// A locale that a path may name.
#[derive(Clone, Debug)]
struct Reading {
    locale: Locale,
    /// The path with the locale taken out.
    key: String,
    /// The path up to the place of the locale: what siblings share.
    parent: String,
    /// A pattern of the files that name their locale at this place.
    pattern: String,
    /// Whether the name alone says that it is a locale.
    is_sure: bool,
}

/// Reads paths, with `/` between their parts, relative to what was given. Linear in their length.
pub(super) fn place(paths: &[String]) -> Vec<Placement> {
    let readings: Vec<Option<Reading>> = paths.iter().map(|path| read(path)).collect();
    let mut siblings: BTreeMap<&str, BTreeSet<&Locale>> = BTreeMap::new();
    let mut unmarked = BTreeSet::new();
    for (path, reading) in paths.iter().zip(&readings) {
        match reading {
            Some(r) => _ = siblings.entry(&r.parent).or_default().insert(&r.locale),
            None => _ = unmarked.insert(key_of(path)),
        }
    }
    let is_docusaurus = paths.iter().any(|p| p.contains(DOCUSAURUS));
    let placed = paths.iter().zip(&readings).map(|(path, reading)| {
        let Some(reading) = reading else {
            return Placement {
                key: key_of(path),
                locale: match is_docusaurus && is_docusaurus_source(path) {
                    true => Place::Source,
                    false => Place::Silent,
                },
            };
        };
        let has_sibling = siblings[reading.parent.as_str()].len() > 1;
        let is_locale = reading.is_sure || has_sibling || unmarked.contains(&reading.key);
        match is_locale {
            true => Placement {
                key: reading.key.clone(),
                locale: Place::Segment(reading.locale.clone()),
            },
            false => Placement {
                key: key_of(path),
                locale: Place::Perhaps(reading.locale.clone(), reading.key.clone()),
            },
        }
    });
    placed.collect()
}

/// The locale that a path most likely names: one with a region or below a telling folder, else the
/// last ending of the file, else the first bare language.
fn read(path: &str) -> Option<Reading> {
    let parts: Vec<&str> = path.split('/').collect();
    let mut found: Option<Reading> = None;
    for (at, part) in parts.iter().enumerate() {
        let is_file = at + 1 == parts.len();
        let Some((locale, rest)) = locale_of(part, is_file) else {
            continue;
        };
        let has_parent = at > 0 && PARENTS.contains(&parts[at - 1]);
        let is_whole = rest.is_empty();
        let reading = Reading {
            is_sure: has_parent || is_specific(&locale) || (!is_whole && !is_file),
            key: key_without(&parts, at, &rest),
            parent: parts[..at].join("/"),
            pattern: pattern_of(&parts, at, &rest),
            locale,
        };
        if found.as_ref().is_none_or(|f| !f.is_sure && reading.is_sure) {
            found = Some(reading);
        }
    }
    found
}

/// Whether a tag has more than a language.
fn is_specific(locale: &Locale) -> bool {
    locale.identifier().region.is_some() || locale.identifier().script.is_some()
}

/// The locale in one part of a path, and what is left of the part: `pages.zh_TW`, `index.fr.md`.
fn locale_of(part: &str, is_file: bool) -> Option<(Locale, String)> {
    let stem = match is_file {
        true => part.rsplit_once('.')?.0,
        false => part,
    };
    if let Some(locale) = languages::locale(stem) {
        return Some((locale, String::new()));
    }
    let (rest, tag) = stem.rsplit_once('.')?;
    Some((languages::locale(tag)?, rest.to_owned()))
}

/// The key of a path whose part `at` holds the locale and beside it `rest`.
fn key_without(parts: &[&str], at: usize, rest: &str) -> String {
    if let Some(source) = docusaurus_source(parts, at) {
        return key_of(&source);
    }
    let mut kept: Vec<&str> = parts.to_vec();
    match rest {
        "" => _ = kept.remove(at),
        rest => kept[at] = rest,
    }
    let is_file = at + 1 == parts.len();
    match is_file {
        true => kept.join("/"),
        false => key_of(&kept.join("/")),
    }
}

/// A path without the ending of its file.
fn key_of(path: &str) -> String {
    let name_at = path.rfind('/').map_or(0, |i| i + 1);
    match path[name_at..].rfind('.') {
        Some(dot) if dot > 0 => path[..name_at + dot].to_owned(),
        _ => path.to_owned(),
    }
}

/// Where Docusaurus keeps the source of `i18n/<locale>/docusaurus-plugin-content-<plugin>/…`.
fn docusaurus_source(parts: &[&str], at: usize) -> Option<String> {
    let plugin = parts.get(at + 1)?.strip_prefix(DOCUSAURUS)?;
    let above = &parts[..at.checked_sub(1)?];
    let rest = parts.get(at + 2..)?;
    let below = match plugin.split_once('-').unwrap_or((plugin, "")) {
        ("docs", instance) => {
            let (version, rest) = rest.split_first()?;
            let folder = match (instance, *version) {
                ("", "current") => "docs".to_owned(),
                ("", version) => format!("versioned_docs/{version}"),
                (instance, "current") => instance.to_owned(),
                (instance, version) => format!("{instance}_versioned_docs/{version}"),
            };
            format!("{folder}/{}", rest.join("/"))
        }
        ("pages", "") => format!("src/pages/{}", rest.join("/")),
        _ => format!("{plugin}/{}", rest.join("/")),
    };
    match above.is_empty() {
        true => Some(below),
        false => Some(format!("{}/{below}", above.join("/"))),
    }
}

fn is_docusaurus_source(path: &str) -> bool {
    path.split('/')
        .any(|part| part == "docs" || part.ends_with("versioned_docs"))
}

/// Patterns that describe a layout.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Patterns {
    /// Of localized files, the one with the most files first.
    pub articles: Vec<String>,
    /// Of the source's files, where they lie elsewhere.
    pub source_articles: Vec<String>,
}

/// The patterns for paths, with `/` between their parts; none where the paths name no locale.
pub(super) fn survey(paths: &[String]) -> Patterns {
    let mut articles: BTreeMap<String, usize> = BTreeMap::new();
    let mut keys = BTreeSet::new();
    let placements = place(paths);
    for (path, placement) in paths.iter().zip(&placements) {
        if let (Place::Segment(_), Some(reading)) = (&placement.locale, read(path)) {
            *articles.entry(reading.pattern).or_default() += 1;
            keys.insert(placement.key.as_str());
        }
    }
    let is_source =
        |p: &Placement| !matches!(p.locale, Place::Segment(_)) && keys.contains(p.key.as_str());
    let sources = paths.iter().zip(&placements).filter(|(_, p)| is_source(p));
    let sources: BTreeSet<String> = sources.map(|(path, _)| source_pattern(path)).collect();
    let mut articles: Vec<(String, usize)> = articles.into_iter().collect();
    articles.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Patterns {
        articles: articles.into_iter().map(|(pattern, _)| pattern).collect(),
        source_articles: sources.into_iter().collect(),
    }
}

/// The pattern of files whose part `at` holds the locale and beside it `rest`.
fn pattern_of(parts: &[&str], at: usize, rest: &str) -> String {
    let ending = ending(parts[parts.len() - 1]);
    let mut above = parts[..at].join("/");
    if !above.is_empty() {
        above.push('/');
    }
    if at + 1 == parts.len() {
        return match rest {
            "" => format!("{above}{{locale}}.{ending}"),
            _ => format!("**/*.{{locale}}.{ending}"),
        };
    }
    let dot = if rest.is_empty() { "" } else { "." };
    let below = match parts.get(at + 1).is_some_and(|p| p.starts_with(DOCUSAURUS)) {
        // The version is a part of the layout, not of the article.
        true => format!("{}/", parts[at + 1..parts.len().min(at + 3)].join("/")),
        false => String::new(),
    };
    format!("{above}{rest}{dot}{{locale}}/{below}**/*.{ending}")
}

/// The pattern of the files beside `path` that name no locale.
fn source_pattern(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    let ending = ending(path);
    let depth = match parts[0].ends_with("versioned_docs") {
        true => 2,
        false => 1,
    };
    match parts.len() > depth {
        true => format!("{}/**/*.{ending}", parts[..depth].join("/")),
        false => format!("*.{ending}"),
    }
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("md", |(_, ending)| ending)
}
