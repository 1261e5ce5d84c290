//! The files below a folder, in order of their paths.
//!
//! Hidden and git-ignored files are no articles. A link is followed if it leads to a place inside
//! the folder that is not above the link itself; every other link is reported.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;

use super::read::read;
use crate::diagnostic::{Message, Notice, Severity};

/// Endings of files that may hold an article.
const ENDINGS: &[&str] = &["md", "markdown", "mdx", "txt"];

/// What lies below a folder.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Files that may hold an article, as `root` and what follows.
    pub(super) files: Vec<PathBuf>,
    /// Links that were not followed, folders that cannot be read.
    pub(super) notices: Vec<Notice>,
}

/// Walks `root`, a folder; the working directory if it is empty, whose files go by their bare names.
pub(super) fn walk(root: &Path) -> Walked {
    if root.as_os_str().is_empty() {
        let mut walked = walk(Path::new("."));
        let bare = |path: &mut PathBuf| {
            if let Ok(name) = path.strip_prefix(".") {
                *path = name.to_owned();
            }
        };
        walked.files.iter_mut().for_each(bare);
        walked.notices.iter_mut().for_each(|n| bare(&mut n.path));
        return walked;
    }
    let mut walked = Walked::default();
    let top = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let mut seen = BTreeSet::new();
    let mut pending = vec![root.to_owned()];
    while let Some(folder) = pending.pop() {
        for entry in entries(&folder) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    walked.notices.push(unreadable(&folder, &error));
                    continue;
                }
            };
            let path = entry.path();
            if entry.path_is_symlink() && path != folder {
                match link(path, &top) {
                    Ok(target) if !target.is_dir() => keep(path, &mut walked),
                    Ok(target) if seen.contains(&target) => {
                        walked.notices.push(skipped(path, "notice-link-loop"));
                    }
                    Ok(target) => {
                        seen.insert(target);
                        pending.push(path.to_owned());
                    }
                    Err(id) => walked.notices.push(skipped(path, id)),
                }
            } else if entry.file_type().is_some_and(|t| !t.is_dir()) {
                keep(path, &mut walked);
            }
        }
    }
    walked.files.sort_by_cached_key(|path| order(path));
    walked
}

/// The path as bytes that order as paths do, folder by folder. Comparing paths takes them apart
/// each time, which costs more for a few thousand files than reading them.
pub(super) fn order(path: &Path) -> Vec<u8> {
    let mut order = Vec::with_capacity(path.as_os_str().len() + 16);
    for component in path.components() {
        // No name holds a zero, so a name ends before any that it begins.
        let kind = match component {
            Component::Prefix(_) => 1,
            Component::RootDir => 2,
            Component::CurDir => 3,
            Component::ParentDir => 4,
            Component::Normal(_) => 5,
        };
        order.extend([0, kind]);
        order.extend(component.as_os_str().as_encoded_bytes());
    }
    order
}

fn entries(folder: &Path) -> ignore::Walk {
    WalkBuilder::new(folder)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .follow_links(false)
        .filter_entry(|e| {
            let is_file = e.file_type().is_some_and(|t| t.is_file());
            e.file_name() != "node_modules" && (is_file || !is_built(e.path()))
        })
        .build()
}

/// Whether `build` wrote this folder: what it holds was made from articles and is none.
fn is_built(folder: &Path) -> bool {
    let manifest = folder.join("manifest.json");
    // Nearly no folder has such a file, so hardly any is read.
    manifest.is_file()
        && read(&manifest).is_ok_and(|file| file.text().contains("\"runbookc.manifest/"))
}

/// Where a link leads, or the message why it is not followed.
fn link(path: &Path, top: &Path) -> Result<PathBuf, &'static str> {
    let target = path.canonicalize().map_err(|_| "notice-link-broken")?;
    if !target.starts_with(top) {
        return Err("notice-link-outside");
    }
    let here = path.parent().and_then(|p| p.canonicalize().ok());
    match here.is_some_and(|here| here.starts_with(&target)) {
        true => Err("notice-link-loop"),
        false => Ok(target),
    }
}

fn keep(path: &Path, walked: &mut Walked) {
    if !may_hold_article(path) {
        return;
    }
    // Keys, patterns and reports are text.
    match path.to_str() {
        Some(_) => walked.files.push(path.to_owned()),
        None => walked.notices.push(skipped(path, "notice-name-not-utf-8")),
    }
}

/// Whether the ending of `path` is that of Markdown or plain text.
pub(super) fn may_hold_article(path: &Path) -> bool {
    let ending = path.extension().and_then(|e| e.to_str());
    ending.is_some_and(|e| ENDINGS.iter().any(|known| e.eq_ignore_ascii_case(known)))
}

fn skipped(path: &Path, id: &'static str) -> Notice {
    Notice {
        path: path.to_owned(),
        location: None,
        severity: Severity::Warning,
        message: Message::new(id),
    }
}

fn unreadable(folder: &Path, error: &ignore::Error) -> Notice {
    let reason = error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    Notice {
        path: folder.to_owned(),
        location: None,
        severity: Severity::Error,
        message: Message::new("notice-unreadable").with("reason", reason),
    }
}
