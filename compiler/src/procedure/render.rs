//! Procedures as text or data.

use std::io::{self, Write};

use super::Procedure;
use crate::l10n::Interface;

/// A tree in the language of the interface.
pub fn human(
    _procedures: &[Procedure],
    _interface: &Interface,
    _out: &mut dyn Write,
) -> io::Result<()> {
    Ok(())
}

/// One JSON object: `runbookc.procedure/1`.
pub fn json(_procedures: &[Procedure], _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}
