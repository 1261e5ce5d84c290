//! Standard output and error: colour, language, notices, errors.

use std::io::{self, BufWriter, Write};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};

use super::arguments::{Color, Global};
use super::progress::{self, Bar};
use crate::diagnostic::{Message, Notice, Severity};
use crate::l10n::Interface;
use crate::source::Locale;
use crate::workspace::Failure;

/// Where the program's words go, and in which language.
pub(super) struct Console {
    interface: Interface,
    quiet: bool,
    color: anstream::ColorChoice,
}

impl Console {
    /// The console that the options and the environment ask for.
    pub(super) fn new(global: &Global) -> Self {
        let locale = global.lang.clone().or_else(environment_locale);
        Console {
            interface: Interface::new(&locale.unwrap_or_else(Locale::undetermined)),
            quiet: global.quiet,
            color: match global.color {
                Color::Auto => anstream::ColorChoice::Auto,
                Color::Always => anstream::ColorChoice::Always,
                Color::Never => anstream::ColorChoice::Never,
            },
        }
    }

    /// The program's words.
    pub(super) fn interface(&self) -> &Interface {
        &self.interface
    }

    /// Columns of the terminal; 100 where the output is no terminal.
    pub(super) fn width(&self) -> usize {
        let stdout = io::stdout();
        match rustix::termios::tcgetwinsize(&stdout) {
            Ok(size) if size.ws_col > 0 => size.ws_col.into(),
            _ => 100,
        }
    }

    /// Writes results to standard output. Styles are stripped where colour is off.
    pub(super) fn print(
        &self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        let stdout = AutoStream::new(io::stdout().lock(), self.color);
        let mut out = BufWriter::new(stdout);
        write(&mut out)?;
        out.flush()?;
        Ok(())
    }

    /// A bar for `length` pieces of work; `label` is a message id.
    pub(super) fn progress(&self, label: &str, length: usize) -> Bar {
        progress::bar(!self.quiet, self.interface.text(label), length)
    }

    /// Prints what is to be said about input files, unless quiet.
    pub(super) fn notices(&self, notices: &[Notice]) {
        for notice in notices.iter().filter(|_| !self.quiet) {
            let place = match &notice.location {
                Some(location) => {
                    let start = location.file.position(location.span.start);
                    format!("{}:{}:{}", notice.path.display(), start.line, start.column)
                }
                None => notice.path.display().to_string(),
            };
            let (label, color) = match notice.severity {
                Severity::Info => ("cli-label-note", AnsiColor::Cyan),
                Severity::Warning => ("cli-label-warning", AnsiColor::Yellow),
                Severity::Error => ("cli-label-error", AnsiColor::Red),
            };
            let words = format!("{place}: {}", self.words(&notice.message));
            self.complain(label, color, &words);
        }
    }

    #[expect(dead_code, reason = "the closing lines come next")]
    /// Says something about what was done, unless quiet.
    pub(super) fn say(&self, message: &Message) {
        if !self.quiet {
            let _ = writeln!(self.stderr(), "{}", self.words(message));
        }
    }

    /// Prints why the program could not run.
    pub(super) fn error(&self, error: &anyhow::Error) {
        let causes = error.chain().map(|cause| {
            let failure = cause.downcast_ref::<Failure>();
            failure.map_or_else(|| cause.to_string(), |f| self.words(f.message()))
        });
        let words: Vec<String> = causes.collect();
        self.complain("cli-label-error", AnsiColor::Red, &words.join(": "));
    }

    fn complain(&self, label: &str, color: AnsiColor, words: &str) {
        let style = Style::new().fg_color(Some(color.into())).bold();
        let label = self.interface.text(label);
        // Nothing can be done when standard error is closed.
        let _ = writeln!(
            self.stderr(),
            "{style}{label}{style:#}: {}",
            printable(words)
        );
    }

    fn words(&self, message: &Message) -> String {
        self.interface.format(message.id, &message.args)
    }

    fn stderr(&self) -> AutoStream<io::Stderr> {
        AutoStream::new(io::stderr(), self.color)
    }
}

/// `text` without the control characters that a file name may carry to a terminal.
fn printable(text: &str) -> String {
    let keep = |c: char| !c.is_control() || c == '\n';
    text.chars()
        .map(|c| if keep(c) { c } else { '\u{fffd}' })
        .collect()
}

/// Whether `error` says that nobody reads the output any more.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>());
    io.into_iter()
        .any(|e| e.kind() == io::ErrorKind::BrokenPipe)
}

/// The locale that the environment asks for: `LC_ALL`, else `LC_MESSAGES`, else `LANG`, the
/// first that is set, as POSIX has it (`pt_BR.UTF-8`, `C`).
fn environment_locale() -> Option<Locale> {
    let set = |name: &&str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set)?;
    let value = std::env::var(name).ok()?;
    value.split(['.', '@']).next()?.parse().ok()
}
