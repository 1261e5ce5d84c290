//! What a command prints, while it runs: line by line, without what a terminal would obey and
//! without secrets; kept where it is to be compared.

use super::face::Face;
use super::session::Watch;

/// The most that is kept of what a command prints.
const KEPT: usize = 1 << 20;

/// Hands on what a command prints.
pub(super) struct Output<'a> {
    face: &'a mut Face,
    /// The end of what was printed, after the last line end.
    open: Vec<u8>,
    /// Whether the beginning of the open line is shown already, up to this byte.
    shown: usize,
    kept: String,
}

impl<'a> Output<'a> {
    pub(super) fn new(face: &'a mut Face) -> Self {
        Output {
            face,
            open: Vec::new(),
            shown: 0,
            kept: String::new(),
        }
    }

    /// Ends the last line, and gives what was printed.
    pub(super) fn finish(mut self) -> String {
        if !self.open.is_empty() {
            self.line();
        }
        self.face.rest();
        self.kept
    }

    fn line(&mut self) {
        let line = std::mem::take(&mut self.open);
        let text = plain(&line[self.shown.min(line.len())..]);
        self.face.output(&text, self.shown > 0, true);
        self.shown = 0;
        if self.kept.len() < KEPT {
            self.kept.push_str(&plain(&line));
            self.kept.push('\n');
        }
    }
}

impl Watch for Output<'_> {
    fn printed(&mut self, bytes: &[u8]) {
        for piece in bytes.split_inclusive(|b| *b == b'\n') {
            let (piece, ends) = match piece.strip_suffix(b"\n") {
                Some(piece) => (piece, true),
                None => (piece, false),
            };
            self.open.extend_from_slice(piece);
            if ends {
                self.line();
            }
        }
    }

    /// A question without a line end is to be seen; not where it may hold a half of a secret.
    fn waiting(&mut self) {
        let is_whole = std::str::from_utf8(&self.open).is_ok();
        if self.open.len() > self.shown && is_whole && !self.face.has_secrets() {
            let text = plain(&self.open[self.shown..]);
            self.face.output(&text, self.shown > 0, false);
            self.shown = self.open.len();
        } else if self.shown == 0 {
            self.face.tick();
        }
    }
}

/// A line as a terminal would leave it: what comes after a carriage return stands over what was
/// there, and colours are taken out.
fn plain(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line);
    let text = anstream::adapter::strip_str(&text).to_string();
    let text = text.trim_end_matches('\r');
    text.rsplit('\r').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_a_terminal_obeys_is_taken_out() {
        assert_eq!(plain(b"10 %\r100 %\r"), "100 %");
        assert_eq!(plain(b"\x1b[31mred\x1b[0m\x1b]0;title\x07!"), "red!");
        assert_eq!(plain("ção\u{fffd}".as_bytes()), "ção\u{fffd}");
    }
}
