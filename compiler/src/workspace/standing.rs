//! What stands in a folder of built files, held against what belongs there.

#![expect(
    clippy::disallowed_methods,
    reason = "this module reads what was built"
)]

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::emit::Artifact;

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Its bytes are others.
    Changed,
    /// It is not there.
    Missing,
    /// It is there and does not belong there.
    Extra,
}

/// The files of `folder` that are not exactly `artifacts`, by their paths below it, in order.
///
/// # Errors
///
/// If something there cannot be read.
pub fn faults(folder: &Path, artifacts: &[Artifact]) -> Result<Vec<(String, Fault)>> {
    let held: Vec<_> = artifacts.par_iter().map(|a| fault(folder, a)).collect();
    let mut faults = Vec::new();
    for (artifact, fault) in artifacts.iter().zip(held) {
        faults.extend(fault?.map(|fault| (artifact.path.clone(), fault)));
    }
    let expected: BTreeSet<&str> = artifacts.iter().map(|a| a.path.as_str()).collect();
    for path in files(folder)? {
        if !expected.contains(path.as_str()) {
            faults.push((path, Fault::Extra));
        }
    }
    faults.sort();
    Ok(faults)
}

/// What is wrong with the file an artifact belongs in. A link in its place is another file.
fn fault(folder: &Path, artifact: &Artifact) -> Result<Option<Fault>> {
    let path = folder.join(&artifact.path);
    let is_plain = fs::symlink_metadata(&path).is_ok_and(|m| !m.is_symlink());
    Ok(match bytes(&path)? {
        None => Some(Fault::Missing),
        Some(bytes) => (!is_plain || bytes != artifact.bytes).then_some(Fault::Changed),
    })
}

/// Whether a folder holds exactly `artifacts`. What cannot be read is not what belongs there.
pub(super) fn holds(folder: &Path, artifacts: &[Artifact]) -> bool {
    faults(folder, artifacts).is_ok_and(|faults| faults.is_empty())
}

/// The bytes of a file; none if there is no such file.
///
/// # Errors
///
/// If it cannot be read.
pub fn bytes(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(e) => Err(e).with_context(|| format!("cannot read `{}`", path.display())),
    }
}

/// The folders below `runbooks` that `build` wrote, by name, in order.
///
/// # Errors
///
/// If `runbooks` cannot be read.
pub fn built(runbooks: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for path in entries(runbooks)? {
        if path.join("generated/manifest.json").is_file() {
            names.extend(path.file_name().map(|n| n.to_string_lossy().into_owned()));
        }
    }
    Ok(names)
}

/// All that is below a folder and no folder, `/` between the parts of a path.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut pending = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = pending.pop() {
        for path in entries(&folder)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let shown = format!("{prefix}{name}");
            match fs::symlink_metadata(&path).is_ok_and(|m| m.is_dir()) {
                true => pending.push((path, format!("{shown}/"))),
                false => found.push(shown),
            }
        }
    }
    Ok(found)
}

/// What is in a folder, in order; nothing if there is no such folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(e) => {
            return Err(e).with_context(|| format!("cannot read `{}`", folder.display()));
        }
    };
    let mut paths = listed
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
