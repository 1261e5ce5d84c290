//! One file to text, within the limits on input.

use std::io::Read;
use std::path::Path;

use crate::diagnostic::{Message, Notice, Severity};
use crate::source::SourceFile;

/// The most bytes that a file may have.
const LIMIT: u64 = 4 * 1024 * 1024;

/// Reads a file: at most 4 MiB of UTF-8, a byte order mark kept.
///
/// # Errors
///
/// A notice that says why the file is left out: unreadable, empty, too large, another encoding.
#[expect(clippy::disallowed_methods, reason = "this is where files are read")]
pub fn read(path: &Path) -> Result<SourceFile, Notice> {
    let reject = |message: Message| Notice {
        path: path.to_owned(),
        location: None,
        severity: Severity::Error,
        message,
    };
    let unreadable = |error: std::io::Error| {
        reject(Message::new("notice-unreadable").with("reason", error.to_string()))
    };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    // A device or pipe has no end, and a file may grow: the limit holds for what is read.
    let metadata = file.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(reject(Message::new("notice-not-a-file")));
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(LIMIT) as usize + 1);
    file.take(LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > LIMIT {
        return Err(reject(Message::new("notice-too-large")));
    }
    let text = String::from_utf8(bytes).map_err(|error| reject(encoding(&error)))?;
    // Without a byte order mark, Latin text in UTF-16 is UTF-8 too: every other byte is zero.
    if matches!(text.as_bytes(), [0, ..] | [_, 0, ..]) {
        return Err(reject(Message::new("notice-utf-16")));
    }
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(reject(Message::new("notice-empty")));
    }
    Ok(SourceFile::new(path, text))
}

/// Says which encoding it seems to be, or where UTF-8 ends.
fn encoding(error: &std::string::FromUtf8Error) -> Message {
    match error.as_bytes() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Message::new("notice-utf-16"),
        _ => {
            let offset = error.utf8_error().valid_up_to();
            Message::new("notice-not-utf-8").with("offset", offset.to_string())
        }
    }
}
