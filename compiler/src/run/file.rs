//! Files that a step writes: whole, by a rename, with a copy of what stood there.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What writing a text to a file would do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Nothing: it has the text already.
    Same,
    /// There is no such file yet.
    New,
    /// It says something else: this.
    Other(String),
}

/// What writing `text` to `path` would do. Lines that stand in the file in one piece are there.
pub(super) fn change(path: &Path, text: &str) -> io::Result<Change> {
    let have = match read(path) {
        Ok(have) => have,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Change::New),
        Err(error) => return Err(error),
    };
    let framed = |text: &str| format!("\n{}\n", text.trim_end_matches('\n'));
    match framed(&have).contains(&framed(text)) {
        true => Ok(Change::Same),
        false => Ok(Change::Other(have)),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "`run` reads what it is to change"
)]
fn read(path: &Path) -> io::Result<String> {
    let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
    Ok(text.replace(['\r', '\0'], ""))
}

/// Puts `text` into a file, which is never half written. A file that was there keeps its owner and
/// mode, and a copy of it stays; its path is given.
pub(super) fn put(path: &Path, text: &str) -> io::Result<Option<PathBuf>> {
    let text = format!("{}\n", text.trim_end_matches('\n'));
    let is_there = fs::symlink_metadata(path).is_ok();
    let path = match is_there {
        true => fs::canonicalize(path)?,
        false => path.to_owned(),
    };
    let folder = path.parent().unwrap_or(Path::new("/"));
    let mut fresh = tempfile::Builder::new()
        .prefix(".runbook-")
        .tempfile_in(folder)?;
    fresh.write_all(text.as_bytes())?;
    fresh.as_file().sync_all()?;
    if !is_there {
        let mode = fs::Permissions::from_mode(0o666 & !mask());
        fresh.as_file().set_permissions(mode)?;
        fresh.persist_noclobber(&path)?;
        return Ok(None);
    }
    let metadata = fs::metadata(&path)?;
    let backup = keep(&path)?;
    std::os::unix::fs::fchown(fresh.as_file(), Some(metadata.uid()), Some(metadata.gid()))?;
    fresh.as_file().set_permissions(metadata.permissions())?;
    fresh.persist(&path)?;
    Ok(Some(backup))
}

use std::os::unix::fs::PermissionsExt;

/// The bits that new files do not get.
fn mask() -> u32 {
    let mask = rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    rustix::process::umask(mask);
    mask.as_raw_mode()
}

/// Copies a file beside itself under a name that is not taken.
#[expect(
    clippy::disallowed_methods,
    reason = "`run` keeps a copy of what it changes"
)]
fn keep(path: &Path) -> io::Result<PathBuf> {
    let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    let stamp = now.replace(['-', ':'], "");
    for number in 1.. {
        let end = match number {
            1 => format!(".{stamp}.bak"),
            number => format!(".{stamp}-{number}.bak"),
        };
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let backup = PathBuf::from(name);
        // Two edits within a second must not share a copy: the second would replace the first.
        if fs::symlink_metadata(&backup).is_err() {
            fs::copy(path, &backup)?;
            let metadata = fs::metadata(path)?;
            std::os::unix::fs::chown(&backup, Some(metadata.uid()), Some(metadata.gid()))?;
            return Ok(backup);
        }
    }
    unreachable!("numbers do not end")
}

/// Takes a write back: puts the copy in its place, or removes the file where there was none.
#[expect(
    clippy::disallowed_methods,
    reason = "`run` takes back what it changed"
)]
pub(super) fn restore(path: &Path, backup: Option<&Path>) -> io::Result<()> {
    match backup {
        Some(backup) => fs::rename(backup, fs::canonicalize(path)?),
        None => fs::remove_file(path),
    }
}
