//! Which files to read, by patterns or below given folders.

use std::path::{Component, Path, PathBuf};

use anyhow::Result;

use super::config::Configuration;
use super::gather::Gathered;
use super::layout::{self, Patterns};
use super::walk::{Walked, order, walk};
use super::{Entry, Failure, Found, Selection};
use crate::corpus::Place;
use crate::diagnostic::Message;

/// Finds the files that flags and configuration select, ordered by path, and says what was
/// selected.
///
/// # Errors
///
/// If a path does not exist, or a pattern is malformed or matches nothing.
pub fn discover(flags: Selection, configuration: &Configuration) -> Result<(Selection, Found)> {
    for path in &flags.paths {
        if !path.exists() {
            let path = path.display().to_string();
            return Err(failure("cli-error-no-such-path", "path", &path));
        }
    }
    let selection = flags.clone().with(configuration)?;
    if !selection.has_patterns() {
        let found = below(&selection.paths);
        return Ok((selection, found));
    }
    let found = by_pattern(&selection)?;
    if selection.selects(found.entries.iter().map(|e| e.path.as_path())) {
        return Ok((selection, found));
    }
    if flags.has_patterns() {
        return Err(Failure::new(Message::new("cli-error-paths-outside")).into());
    }
    // The configuration is about other files than those that were asked for.
    let found = below(&flags.paths);
    Ok((flags, found))
}

/// Whether `file` is `path` or lies below it.
pub(super) fn is_below(file: &Path, path: &Path) -> bool {
    match (file.canonicalize(), path.canonicalize()) {
        (Ok(file), Ok(path)) => file.starts_with(path),
        _ => file.starts_with(path),
    }
}

fn failure(id: &'static str, name: &'static str, value: &str) -> anyhow::Error {
    Failure::new(Message::new(id).with(name, value)).into()
}

/// The files below `paths`, placed by the layout that they show.
fn below(paths: &[PathBuf]) -> Found {
    let here = [PathBuf::new()];
    let roots = if paths.is_empty() { &here } else { paths };
    let mut walked = Walked::default();
    for root in roots {
        match is_folder(root) {
            true => walked.append(walk(root)),
            false => walked.files.push(root.clone()),
        }
    }
    walked.files.sort_by_cached_key(|path| order(path));
    walked.files.dedup();
    let top = common_folder(roots);
    let relative: Vec<String> = walked.files.iter().map(|f| relative(f, &top)).collect();
    let placements = layout::place(&relative);
    let entry = |(path, placement)| Entry { path, placement };
    Found {
        entries: walked
            .files
            .into_iter()
            .zip(placements)
            .map(entry)
            .collect(),
        notices: walked.notices,
    }
}

/// Patterns for the layout that the files below `folder` show.
pub fn survey(folder: &Path) -> Patterns {
    let walked = walk(folder);
    let relative: Vec<String> = walked.files.iter().map(|f| relative(f, folder)).collect();
    layout::survey(&relative)
}

/// Whether `path` is a folder; the working directory if it is empty.
fn is_folder(path: &Path) -> bool {
    path.as_os_str().is_empty() || path.is_dir()
}

/// The deepest folder that holds all of `roots`, by their names alone.
fn common_folder(roots: &[PathBuf]) -> PathBuf {
    let folder = |root: &PathBuf| match is_folder(root) {
        true => root.clone(),
        false => root.parent().unwrap_or(Path::new("")).to_owned(),
    };
    let mut folders = roots.iter().map(folder);
    let mut common = folders.next().unwrap_or_default();
    for folder in folders {
        while !folder.starts_with(&common) && common.pop() {}
    }
    common
}

fn relative(path: &Path, top: &Path) -> String {
    let below = path.strip_prefix(top).unwrap_or(path);
    let names = below.components().filter_map(|c| match c {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

/// The files that the patterns match.
fn by_pattern(selection: &Selection) -> Result<Found> {
    let mut gathered = Gathered::default();
    // A file that both match is localized: `docs/**` holds `docs/fr/` too.
    for text in &selection.articles {
        gathered.add(text, |locale| locale.map_or(Place::Silent, Place::Given))?;
    }
    let source = selection.source.clone().map_or(Place::Source, Place::Given);
    for text in &selection.source_articles {
        gathered.add(text, |_| source.clone())?;
    }
    let mut found = gathered.finish();
    found.entries.retain(|entry| match &entry.placement.locale {
        Place::Given(locale) => selection.reads(locale),
        _ => true,
    });
    Ok(found)
}

impl Walked {
    fn append(&mut self, mut other: Walked) {
        self.files.append(&mut other.files);
        self.notices.append(&mut other.notices);
    }
}
