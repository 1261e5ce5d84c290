//! Patterns of files with `{locale}`, `*` and `**`.
//!
//! A pattern is matched part by part, so that the locale can stand anywhere in a part
//! (`pages.{locale}`) and the parts that a wildcard matched make the article's key.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

use crate::corpus::languages;
use crate::source::Locale;

/// A pattern of files.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The folder before the first part that is not plain.
    pub(super) base: PathBuf,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    /// `**`: any number of folders.
    AnyFolders,
    /// A part without a wildcard.
    Plain(String),
    /// A part with wildcards.
    Glob(GlobMatcher),
    /// A part with the locale: what stands before and after it.
    Locale(GlobMatcher, GlobMatcher),
}

/// What a pattern says about a file that it matches.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Matched {
    /// The parts that a wildcard matched, `/` between, without the ending of the file.
    pub(super) key: String,
    /// The locale, if the pattern has one.
    pub(super) locale: Option<Locale>,
    /// What stands in the locale's place and is none.
    pub(super) stranger: Option<String>,
}

impl Pattern {
    /// Reads patterns; alternatives in braces give one pattern each.
    ///
    /// # Errors
    ///
    /// If a wildcard is malformed.
    pub(super) fn parse(text: &str) -> Result<Vec<Pattern>, globset::Error> {
        alternatives(text).iter().map(|t| Pattern::one(t)).collect()
    }

    fn one(text: &str) -> Result<Pattern, globset::Error> {
        let mut base = PathBuf::new();
        let mut parts = Vec::new();
        for component in Path::new(text).components() {
            let part = component.as_os_str().to_string_lossy();
            let is_plain = !part.contains(['*', '?', '[', '{']);
            match component {
                Component::CurDir => {}
                Component::Normal(_) if !is_plain || !parts.is_empty() => parts.push(read(&part)?),
                _ => base.push(component),
            }
        }
        // A pattern without any wildcard names one file.
        if parts.is_empty() {
            let name = base.file_name().map(|n| n.to_string_lossy().into_owned());
            base.pop();
            parts.extend(name.map(Part::Plain));
        }
        Ok(Pattern { base, parts })
    }

    /// What the pattern says about `path`, if it matches.
    pub(super) fn matches(&self, path: &Path) -> Option<Matched> {
        let rest = path.strip_prefix(&self.base).ok()?;
        let names: Option<Vec<&str>> = rest.components().map(|c| c.as_os_str().to_str()).collect();
        let names = names?;
        // Only where nothing is a locale may something else stand in its place.
        [false, true].into_iter().find_map(|takes_strangers| {
            let mut found = Captures {
                takes_strangers,
                ..Captures::default()
            };
            matches(&self.parts, &names, &mut found).then(|| found.finish())
        })
    }
}

#[derive(Clone, Default)]
struct Captures {
    key: Vec<String>,
    locale: Option<Locale>,
    stranger: Option<String>,
    takes_strangers: bool,
}

impl Captures {
    fn finish(self) -> Matched {
        Matched {
            key: self.key.join("/"),
            locale: self.locale,
            stranger: self.stranger,
        }
    }
}

/// Matches parts against names; the depth of the recursion is the number of parts.
fn matches(parts: &[Part], names: &[&str], found: &mut Captures) -> bool {
    let Some((part, parts)) = parts.split_first() else {
        return names.is_empty();
    };
    if let Part::AnyFolders = part {
        return (0..=names.len()).any(|taken| {
            let mut longer = found.clone();
            longer
                .key
                .extend(names[..taken].iter().map(|&n| n.to_owned()));
            let matched = matches(parts, &names[taken..], &mut longer);
            if matched {
                *found = longer;
            }
            matched
        });
    }
    let Some((name, names)) = names.split_first() else {
        return false;
    };
    let is_file = names.is_empty();
    let stem = |name: &str| match name.rsplit_once('.') {
        Some((stem, _)) if is_file => stem.to_owned(),
        _ => name.to_owned(),
    };
    match part {
        Part::AnyFolders => false,
        Part::Plain(plain) => {
            if is_file && found.key.is_empty() {
                found.key.push(stem(name));
            }
            plain == name && matches(parts, names, found)
        }
        Part::Glob(glob) => {
            found.key.push(stem(name));
            glob.is_match(name) && matches(parts, names, found)
        }
        Part::Locale(before, after) => {
            let Some((locale, rest)) = locale_in(name, before, after) else {
                // A folder in the locale's place that names none: its files are to be reported.
                let is_whole = before.glob().glob().is_empty() && after.glob().glob().is_empty();
                found.stranger = Some((*name).to_owned());
                let is_taken = found.takes_strangers && is_whole && !is_file;
                return is_taken && matches(parts, names, found);
            };
            // Two places for the locale must agree.
            if found.locale.as_ref().is_some_and(|l| *l != locale) {
                return false;
            }
            found.locale = Some(locale);
            let rest = stem(&rest);
            if !rest.is_empty() {
                found.key.push(rest);
            }
            matches(parts, names, found)
        }
    }
}

/// The locale in `name` between two globs, and the name without it and its separator.
fn locale_in(name: &str, before: &GlobMatcher, after: &GlobMatcher) -> Option<(Locale, String)> {
    let bounds: Vec<usize> = (0..=name.len())
        .filter(|i| name.is_char_boundary(*i))
        .collect();
    for (i, &start) in bounds.iter().enumerate() {
        if !before.is_match(&name[..start]) {
            continue;
        }
        // The longest first: `zh-Hant-TW` is not `zh` and a rest.
        for &end in bounds[i + 1..].iter().rev() {
            let Some(locale) = languages::locale(&name[start..end]) else {
                continue;
            };
            if after.is_match(&name[end..]) {
                let head = name[..start].trim_end_matches(['.', '-', '_']);
                return Some((locale, format!("{head}{}", &name[end..])));
            }
        }
    }
    None
}

fn read(part: &str) -> Result<Part, globset::Error> {
    let glob = |text: &str| {
        let glob = GlobBuilder::new(text).literal_separator(true).build();
        glob.map(|g| g.compile_matcher())
    };
    Ok(match part.split_once("{locale}") {
        _ if part == "**" => Part::AnyFolders,
        Some((before, after)) => Part::Locale(glob(before)?, glob(after)?),
        None if part.contains(['*', '?', '[']) => Part::Glob(glob(part)?),
        None => Part::Plain(part.to_owned()),
    })
}

/// `text` once for each alternative of its braces, `{locale}` apart.
fn alternatives(text: &str) -> Vec<String> {
    let mut done = Vec::new();
    let mut pending = vec![text.to_owned()];
    while let Some(text) = pending.pop() {
        let open = text
            .match_indices('{')
            .map(|(i, _)| i)
            .find(|&i| !text[i..].starts_with("{locale}"));
        let close = open.and_then(|open| text[open..].find('}').map(|length| open + length));
        let (Some(open), Some(close)) = (open, close) else {
            done.push(text);
            continue;
        };
        for choice in text[open + 1..close].rsplit(',') {
            pending.push(format!("{}{choice}{}", &text[..open], &text[close + 1..]));
        }
    }
    done
}
