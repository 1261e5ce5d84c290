//! Standard output and error: colour, language, notices, errors.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::arguments::{Color, Global};
use super::pipeline::Counts;
use super::progress::{self, Bar};
use crate::diagnostic::render::printable;
use crate::diagnostic::{Message, Notice, Severity};
use crate::l10n::Interface;
use crate::source::Locale;
use crate::workspace::Failure;

/// The byte that begins a style.
const ESCAPE: u8 = 0x1b;

/// Bytes that are written to standard output at once.
const AT_ONCE: usize = 1 << 16;

/// How many notes that are alike are printed.
const NOTES: usize = 3;

/// Where the program's words go, and in which language.
pub(super) struct Console {
    interface: Interface,
    quiet: bool,
    color: ColorChoice,
}

impl Console {
    /// The console that the options and the environment ask for.
    pub(super) fn new(global: &Global) -> Self {
        let locale = global.lang.clone().or_else(environment_locale);
        Console {
            interface: Interface::new(&locale.unwrap_or_else(Locale::undetermined)),
            quiet: global.quiet,
            color: match global.color {
                Color::Auto => ColorChoice::Auto,
                Color::Always => ColorChoice::Always,
                Color::Never => ColorChoice::Never,
            },
        }
    }

    /// The program's words.
    pub(super) fn interface(&self) -> &Interface {
        &self.interface
    }

    /// When to use colour.
    pub(super) fn color(&self) -> ColorChoice {
        self.color
    }

    /// Columns to write in: what `COLUMNS` says, else those of the terminal; 100 where the output
    /// is no terminal.
    pub(super) fn width(&self) -> usize {
        let asked = std::env::var("COLUMNS").ok().and_then(|v| v.parse().ok());
        if let Some(columns) = asked.filter(|columns| *columns > 0) {
            return columns;
        }
        let stdout = io::stdout();
        match rustix::termios::tcgetwinsize(&stdout) {
            Ok(size) if size.ws_col > 0 => size.ws_col.into(),
            _ => 100,
        }
    }

    /// Whether standard output is a terminal, and so read by people.
    pub(super) fn is_terminal(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Writes results to standard output. Styles are stripped where colour is off.
    pub(super) fn print(
        &self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        let mut out = BufWriter::with_capacity(AT_ONCE, Output::Plain(self.color));
        write(&mut out)?;
        out.flush()?;
        Ok(())
    }

    /// A bar for `length` pieces of work; `label` is a message id.
    pub(super) fn progress(&self, label: &str, length: usize) -> Bar {
        progress::bar(!self.quiet, self.interface.text(label), length)
    }

    /// Prints what is to be said about input files; only errors where quiet. Of notes that are
    /// alike only the first few are printed, and how many more there are; warnings are never left
    /// out.
    pub(super) fn notices(&self, notices: &[Notice]) {
        if self.quiet {
            let errors = notices.iter().filter(|n| n.severity == Severity::Error);
            return errors.for_each(|notice| self.notice(notice));
        }
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for notice in notices {
            let count = seen.entry(notice.message.id).or_default();
            *count += usize::from(notice.severity == Severity::Info);
            if *count <= NOTES {
                self.notice(notice);
            }
        }
        let more: usize = seen.values().map(|count| count.saturating_sub(NOTES)).sum();
        if more > 0 {
            let words = self.count("cli-more-notes", more);
            self.complain("cli-label-note", AnsiColor::Cyan, &words);
        }
    }

    fn notice(&self, notice: &Notice) {
        let path = notice.path.display();
        let place = match &notice.location {
            Some(location) => {
                let start = location.file.position(location.span.start);
                format!("{path}:{}:{}", start.line, start.column)
            }
            None => path.to_string(),
        };
        let (label, color) = match notice.severity {
            Severity::Info => ("cli-label-note", AnsiColor::Cyan),
            Severity::Warning => ("cli-label-warning", AnsiColor::Yellow),
            Severity::Error => ("cli-label-error", AnsiColor::Red),
        };
        let words = self.words(&notice.message);
        self.complain(label, color, &format!("{place}: {words}"));
    }

    /// Warns of something about what lies at `path`, unless quiet.
    pub(super) fn warn(&self, path: &Path, words: &str) {
        if !self.quiet {
            let words = format!("{}: {words}", path.display());
            self.complain("cli-label-warning", AnsiColor::Yellow, &words);
        }
    }

    /// Prints the closing line, unless quiet: how much there was and what came of it.
    pub(super) fn summarize(&self, counts: &Counts, results: &[(&'static str, usize)]) {
        if self.quiet {
            return;
        }
        let mut parts = vec![
            self.count("cli-count-articles", counts.articles),
            self.count("cli-count-locales", counts.locales),
        ];
        let shown = results.iter().filter(|(_, count)| *count > 0);
        parts.extend(shown.map(|(id, count)| self.count(id, *count)));
        if counts.left_out > 0 {
            parts.push(self.count("cli-count-left-out", counts.left_out));
        }
        let _ = writeln!(self.stderr(), "{}", parts.join(" · "));
    }

    /// Says what was done, unless quiet.
    pub(super) fn say(&self, message: &Message) {
        if !self.quiet {
            let _ = writeln!(self.stderr(), "{}", printable(&self.words(message)));
        }
    }

    fn count(&self, id: &str, count: usize) -> String {
        self.interface.format(id, &[("count", count.to_string())])
    }

    /// Warns of flags that say nothing about what is there, unless quiet.
    pub(super) fn expect_locales(&self, flag: &str, wanted: &[Locale], found: &BTreeSet<&Locale>) {
        for locale in wanted.iter().filter(|l| !self.quiet && !found.contains(l)) {
            let message = Message::new("cli-warn-no-locale").with("flag", flag);
            let words = self.words(&message.with("locale", locale.to_string()));
            self.complain("cli-label-warning", AnsiColor::Yellow, &words);
        }
    }

    /// Prints why the program could not run.
    pub(super) fn error(&self, error: &anyhow::Error) {
        let causes = error.chain().map(|cause| {
            let failure = cause.downcast_ref::<Failure>();
            failure.map_or_else(|| cause.to_string(), |f| f.words(&self.interface))
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

/// Standard output. Data has no styles, and looking for them byte by byte would cost as much as
/// making it: that begins where the first one stands.
enum Output {
    Plain(ColorChoice),
    Styled(AutoStream<Stdout>),
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Output::Plain(color) = *self
            && bytes.contains(&ESCAPE)
        {
            *self = Output::Styled(AutoStream::new(io::stdout(), color));
        }
        match self {
            Output::Plain(_) => io::stdout().write(bytes),
            Output::Styled(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}
