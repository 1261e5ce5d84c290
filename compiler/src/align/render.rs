//! The table of units as text or data.

use std::io::{self, Write};

use super::Alignment;
use crate::corpus::Article;
use crate::l10n::Interface;

mod json;

pub use json::json;

/// The locales side by side in `width` columns.
pub fn human(
    _tables: &[(Article, Alignment)],
    _interface: &Interface,
    _width: usize,
    _out: &mut dyn Write,
) -> io::Result<()> {
    Ok(())
}
