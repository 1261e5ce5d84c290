//! Diagnostics as text or data: one file per output format.

use std::io::{self, Write};

use super::Diagnostic;
use crate::l10n::Interface;

/// What a report shows.
pub struct Report<'a> {
    /// The diagnostics, in the order in which they are shown.
    pub diagnostics: &'a [Diagnostic],
    /// How many articles were checked.
    pub articles: usize,
    /// The words to say it in.
    pub interface: &'a Interface,
}

/// Snippets of both languages, with evidence and fix; the summary is the caller's.
pub fn human(_report: &Report<'_>, _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}

/// One line per diagnostic.
pub fn concise(_report: &Report<'_>, _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}

/// One JSON object: `runbookc.check/1`.
pub fn json(_report: &Report<'_>, _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}
