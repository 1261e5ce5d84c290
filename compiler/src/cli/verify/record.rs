//! `verify --record`: what a journal shows to have done well, written beside the review.

use std::path::Path;

use anyhow::Result;

use crate::cli::console::Console;
use crate::diagnostic::Message;
use crate::emit::{Compiled, executed};
use crate::run;
use crate::workspace::reviews::Reviews;
use crate::workspace::{Failure, standing};

/// Records the commands that did well in the last run of a journal.
///
/// # Errors
///
/// If it has no run of the commands of these articles as they are now.
pub(super) fn record(
    path: &Path,
    compiled: &[Compiled],
    reviews: &Reviews,
    console: &Console,
) -> Result<()> {
    let shown = path.display().to_string();
    let other = || Failure::new(Message::new("run-error-no-run").with("path", &shown));
    let bytes = standing::bytes(path)?.ok_or_else(other)?;
    let journal = String::from_utf8_lossy(&bytes);
    let (id, run) = run::executed(&journal).ok_or_else(other)?;
    let mut articles = compiled.iter();
    let done = articles
        .find(|done| done.procedure.id == id)
        .ok_or_else(other)?;
    let standing = standing::bytes(&reviews.path(&id).with_file_name(executed::FILE_NAME))?;
    let standing = String::from_utf8_lossy(&standing.unwrap_or_default()).into_owned();
    let before = executed::parse(&standing).unwrap_or_default();
    let records = executed::recorded(&done.procedure, &before, &run).ok_or_else(other)?;
    let written = reviews.write_beside(&id, executed::FILE_NAME, &executed::write(&records))?;
    let message = Message::new("verify-recorded").with("path", written.display().to_string());
    console.say(&message);
    Ok(())
}
