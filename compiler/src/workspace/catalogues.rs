//! Catalogue files and the reference pages that they are made of.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where catalogues are read and written"
)]

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::Failure;
use super::config::Configuration;
use super::walk::walk;
use crate::catalog::{Catalogue, FORMAT, Layer};
use crate::diagnostic::{Message, Notice};

/// The files below `folder` that may be reference pages, ordered by path, and what is left out.
///
/// # Errors
///
/// If there is no such folder.
pub fn pages(folder: &Path) -> Result<(Vec<PathBuf>, Vec<Notice>)> {
    if !folder.is_dir() {
        let message = Message::new("cli-error-no-such-folder");
        return Err(failure(message, folder).into());
    }
    let walked = walk(folder);
    Ok((walked.files, walked.notices))
}

/// What a configuration's own catalogues and the one that ships say.
///
/// # Errors
///
/// If a catalogue cannot be read or is none; the error names file and line.
pub fn catalogue(configuration: &Configuration) -> Result<Catalogue> {
    let own = configuration.values.catalogues.iter();
    let layers: Result<Vec<Layer>> = own
        .map(|path| layer(&configuration.resolve(path)))
        .collect();
    Ok(Catalogue::with(layers?))
}

fn layer(path: &Path) -> Result<Layer> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let message = Message::new("cli-error-config-unreadable");
        failure(message.with("reason", error.to_string()), path)
    })?;
    let layer = Layer::parse(text).map_err(|malformed| {
        let message = Message::new("cli-error-catalogue")
            .with("line", malformed.line.to_string())
            .with("text", malformed.text)
            .with("format", FORMAT);
        failure(message, path)
    })?;
    Ok(layer)
}

/// Writes a catalogue over what is there.
///
/// # Errors
///
/// If the file cannot be written.
pub fn write_catalogue(path: &Path, text: &str) -> Result<()> {
    let written = std::fs::write(path, text);
    written.map_err(|error| {
        let message = Message::new("cli-error-unwritable").with("reason", error.to_string());
        failure(message, path).into()
    })
}

fn failure(message: Message, path: &Path) -> Failure {
    Failure::new(message.with("path", path.display().to_string()))
}
