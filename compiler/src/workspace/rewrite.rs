//! Writes one file anew: whoever looks sees the old text or the new one, never a part.
//!
//! It writes no article that changed since it was read, that is a link, or that is read-only.

#![expect(
    clippy::disallowed_methods,
    reason = "this module writes files back where they were read"
)]

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Result;

use super::Failure;
use crate::diagnostic::Message;

/// Replaces the text `old` of the file `path` by `new`; its permissions stay.
///
/// # Errors
///
/// If the file holds another text by now, is a link, or cannot be written; it is untouched then.
pub fn rewrite(path: &Path, old: &str, new: &str) -> Result<()> {
    let failure = |id| Failure::new(Message::new(id).with("path", path.display().to_string()));
    let metadata = fs::symlink_metadata(path).map_err(|e| unwritable(path, &e))?;
    if metadata.is_symlink() {
        return Err(failure("cli-error-rewrite-link").into());
    }
    let now = fs::read(path).map_err(|e| unwritable(path, &e))?;
    if now != old.as_bytes() {
        return Err(failure("cli-error-rewrite-changed").into());
    }
    if metadata.permissions().readonly() {
        return Err(unwritable(path, &io::ErrorKind::PermissionDenied.into()));
    }
    swap(path, new, metadata.permissions()).map_err(|e| unwritable(path, &e))
}

/// Writes a file that is the program's own: makes it, or replaces what it holds in one step.
///
/// # Errors
///
/// If it cannot be written.
pub fn put(path: &Path, text: &str) -> Result<()> {
    let written = match fs::metadata(path) {
        Ok(metadata) => swap(path, text, metadata.permissions()),
        Err(_) => fs::write(path, text),
    };
    written.map_err(|e| unwritable(path, &e))
}

/// Writes a fresh file beside `path` and gives it its name.
fn swap(path: &Path, text: &str, permissions: fs::Permissions) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let mut fresh = tempfile::Builder::new()
        .prefix(".runbookc-")
        .tempfile_in(folder)?;
    fresh.write_all(text.as_bytes())?;
    fresh.as_file().set_permissions(permissions)?;
    fresh.as_file().sync_all()?;
    fresh.persist(path)?;
    Ok(())
}

fn unwritable(path: &Path, error: &io::Error) -> anyhow::Error {
    let message = Message::new("cli-error-unwritable").with("path", path.display().to_string());
    Failure::new(message.with("reason", error.to_string())).into()
}
