//! Writes a folder whole: whoever looks sees all of the old files or all of the new ones.
//!
//! The files are built in a fresh folder beside the target, flushed, and exchanged with it in one
//! step where the system can do that, else by two renames that the next start completes. It never
//! writes into a folder that is in use and follows no link below the target's parent. A folder that
//! holds the same already is left alone.

#![expect(
    clippy::disallowed_methods,
    reason = "this module is where the program writes"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use super::standing;
use crate::emit::Artifact;

/// So many folders are built before the first of them is exchanged: each is locked meanwhile, which
/// takes a handle.
const AT_ONCE: usize = 128;

/// Replaces the folder `target` by one that holds exactly `artifacts`.
///
/// On any error the old folder is untouched. A folder that is there must be empty or hold at least
/// one of the files that are to be written: anything else is not ours to throw away.
pub fn replace_folder(target: &Path, artifacts: &[Artifact]) -> Result<()> {
    replace_folders(&[(target.to_owned(), artifacts)], || ())
}

/// The same for many folders, no two of which stand in one: each is replaced whole, one after the
/// other. Calls `done` for each that is built.
pub fn replace_folders(folders: &[(PathBuf, &[Artifact])], done: impl Fn() + Sync) -> Result<()> {
    folders
        .iter()
        .try_for_each(|(_, artifacts)| check_paths(artifacts))?;
    for some in folders.chunks(AT_ONCE) {
        let swaps = some.par_iter().map(|(target, artifacts)| {
            let swap = Swap::begin(target, artifacts);
            done();
            swap
        });
        let swaps: Vec<Result<Option<Swap>>> = swaps.collect();
        // Each that is not exchanged takes away what it built.
        let swaps: Vec<Swap> = swaps
            .into_iter()
            .flat_map(Result::transpose)
            .collect::<Result<_>>()?;
        flush(&swaps)?;
        swaps.into_iter().try_for_each(Swap::exchange)?;
    }
    Ok(())
}

/// Refuses to replace `target` by `artifacts` where it is no folder or holds what is not ours.
pub fn check_target(target: &Path, artifacts: &[Artifact]) -> Result<()> {
    let Ok(metadata) = fs::symlink_metadata(target) else {
        return Ok(());
    };
    let shown = target.display();
    if metadata.is_symlink() {
        bail!("`{shown}` is a link; give the folder that it points to");
    }
    if !metadata.is_dir() {
        bail!("`{shown}` is not a folder; move it away or give another one");
    }
    let is_empty = fs::read_dir(target)?.next().is_none();
    let ours = |a: &Artifact| exists(&target.join(&a.path));
    if !is_empty && !artifacts.iter().any(ours) {
        bail!("`{shown}` holds other files; move it away or give another folder");
    }
    Ok(())
}

/// Refuses paths that leave the folder or that some file system cannot hold.
pub fn check_paths(artifacts: &[Artifact]) -> Result<()> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for artifact in artifacts {
        let path = artifact.path.as_str();
        path.split('/').try_for_each(check_name)?;
        if let Some(other) = seen.insert(path.to_lowercase(), path) {
            bail!("`{other}` and `{path}` cannot be told apart on every file system");
        }
    }
    for path in seen.keys() {
        let parents = path.match_indices('/').map(|(end, _)| &path[..end]);
        if let Some(file) = parents.filter_map(|p| seen.get(p)).next() {
            bail!("`{file}` is to be both a file and a folder");
        }
    }
    Ok(())
}

/// Refuses the name of a file or folder that is not one plain, portable part of a path.
pub fn check_name(name: &str) -> Result<()> {
    let forbidden = |c: char| c.is_control() || r#"<>:"/\|?*"#.contains(c);
    let stem = name.split('.').next().unwrap_or(name);
    let reason = match name {
        "" | "." | ".." => "it is not the name of a file",
        _ if name.len() > 200 => "it is longer than 200 bytes",
        _ if name.contains(forbidden) => "it has a character that not every file system takes",
        _ if name.ends_with(['.', ' ']) => "it ends with a dot or a space",
        _ if is_reserved(stem) => "it is the name of a device on Windows",
        _ => return Ok(()),
    };
    bail!("`{}` cannot be written: {reason}", name.escape_debug())
}

fn is_reserved(stem: &str) -> bool {
    let stem = stem.trim_end().to_ascii_uppercase();
    let numbered = |device: &str| {
        let digit = stem.strip_prefix(device).unwrap_or_default();
        digit.chars().count() == 1 && digit.contains(|c| "0123456789¹²³".contains(c))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

/// The folders that take part in one replacement. It takes away what it built when it is dropped.
struct Swap {
    target: PathBuf,
    parent: PathBuf,
    fresh: PathBuf,
    old: PathBuf,
    /// Whether it may write: it holds the lock.
    is_ours: bool,
    /// Keeps the lock, where there is one.
    lock: Option<File>,
}

impl Drop for Swap {
    fn drop(&mut self) {
        if self.is_ours {
            // What is half built is of no use; the error that matters is the one that led here.
            let _ = remove(&self.fresh);
        }
    }
}

impl Swap {
    /// Builds the fresh folder, if the target does not hold the same already.
    fn begin(target: &Path, artifacts: &[Artifact]) -> Result<Option<Self>> {
        let mut swap = Swap::prepare(target)?;
        swap.lock = swap.lock()?;
        swap.is_ours = true;
        swap.recover()?;
        check_target(target, artifacts)?;
        if standing::holds(target, artifacts) {
            return Ok(None);
        }
        swap.build(artifacts)?;
        Ok(Some(swap))
    }

    fn prepare(target: &Path) -> Result<Self> {
        let name = target.file_name().and_then(|n| n.to_str());
        let name = name.with_context(|| format!("`{}` is no folder's name", target.display()))?;
        let parent = match target.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&parent)
            .with_context(|| format!("cannot create the folder `{}`", parent.display()))?;
        Ok(Swap {
            target: target.to_owned(),
            fresh: parent.join(format!(".{name}.runbookc-new")),
            old: parent.join(format!(".{name}.runbookc-old")),
            parent,
            is_ours: false,
            lock: None,
        })
    }

    /// Keeps another `build` from replacing the same folder. The lock ends with the process, so a
    /// kill leaves nothing behind.
    fn lock(&self) -> Result<Option<File>> {
        if cfg!(not(unix)) {
            return Ok(None);
        }
        let folder = File::open(&self.parent).with_context(|| unwritable(&self.parent))?;
        lock_folder(&folder)
            .with_context(|| format!("another build is writing to `{}`", self.parent.display()))?;
        Ok(Some(folder))
    }

    /// Finishes or takes back what a killed run left: the target is there afterwards if it was.
    fn recover(&self) -> Result<()> {
        if exists(&self.old) && !exists(&self.target) {
            fs::rename(&self.old, &self.target).with_context(|| unwritable(&self.target))?;
        }
        for left in [&self.old, &self.fresh] {
            remove(left).with_context(|| format!("cannot remove `{}`", left.display()))?;
        }
        Ok(())
    }

    fn build(&self, artifacts: &[Artifact]) -> Result<()> {
        fs::create_dir(&self.fresh).with_context(|| unwritable(&self.parent))?;
        for folder in folders_of(artifacts) {
            fs::create_dir(self.fresh.join(folder)).with_context(|| unwritable(&self.fresh))?;
        }
        artifacts.par_iter().try_for_each(|artifact| {
            let written = write_file(&self.fresh.join(&artifact.path), &artifact.bytes);
            written.with_context(|| format!("cannot write `{}`", artifact.path))
        })
    }

    fn exchange(self) -> Result<()> {
        if !exists(&self.target) {
            fs::rename(&self.fresh, &self.target).with_context(|| unwritable(&self.target))?;
        } else if exchange_names(&self.fresh, &self.target).is_err() {
            fs::rename(&self.target, &self.old).with_context(|| unwritable(&self.target))?;
            fs::rename(&self.fresh, &self.target).with_context(|| unwritable(&self.target))?;
        }
        sync_folder(&self.parent).with_context(|| unwritable(&self.parent))?;
        // After an exchange the old files stand under the name of the fresh ones.
        self.recover()
    }
}

fn unwritable(path: &Path) -> String {
    format!("cannot write to `{}`", path.display())
}

fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(_) => Ok(()),
    }
}

/// The folders that hold artifacts, each before those in it.
fn folders_of(artifacts: &[Artifact]) -> BTreeSet<&str> {
    let above =
        |a: &'_ Artifact| -> Vec<usize> { a.path.match_indices('/').map(|(end, _)| end).collect() };
    let folders = artifacts
        .iter()
        .flat_map(|a| above(a).into_iter().map(|end| &a.path[..end]));
    folders.collect()
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    // Elsewhere all is flushed at once, which is far faster.
    match cfg!(target_os = "linux") {
        true => Ok(()),
        false => file.sync_all(),
    }
}

/// Sees to it that what was built outlives a loss of power before it takes the place of the old.
fn flush(swaps: &[Swap]) -> Result<()> {
    let mut devices = BTreeSet::new();
    for swap in swaps {
        let folder = File::open(&swap.fresh).with_context(|| unwritable(&swap.fresh))?;
        if devices.insert(device(&folder)?) {
            flush_device(&folder).with_context(|| unwritable(&swap.fresh))?;
        }
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn device(folder: &File) -> io::Result<u64> {
    use std::os::unix::fs::MetadataExt;
    Ok(folder.metadata()?.dev())
}

#[cfg(target_os = "linux")]
fn flush_device(folder: &File) -> io::Result<()> {
    Ok(rustix::fs::syncfs(folder)?)
}

#[cfg(not(target_os = "linux"))]
fn device(_folder: &File) -> io::Result<u64> {
    Ok(0)
}

#[cfg(not(target_os = "linux"))]
fn flush_device(_folder: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn lock_folder(folder: &File) -> io::Result<()> {
    use rustix::fs::{FlockOperation, flock};
    Ok(flock(folder, FlockOperation::NonBlockingLockExclusive)?)
}

#[cfg(not(unix))]
fn lock_folder(_folder: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
fn exchange_names(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange_names(_a: &Path, _b: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
