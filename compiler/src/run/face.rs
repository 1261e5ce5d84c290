//! The face of a run: what it says, in which colours, and how long a command has been at work.
//!
//! Where standard output is no terminal all is plain lines. Whatever comes from a document or a
//! command passes through [`Face::fit`]: it cannot drive a terminal or a log, and shows no secret.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::stop::Stop;
use super::values::masked;
use crate::diagnostic::render::printable;
use crate::l10n::{Interface, gap};
use crate::procedure::{Risk, Scope};

pub(super) const BOLD: Style = Style::new().bold();
pub(super) const DIM: Style = Style::new().dimmed();
pub(super) const GREEN: Style = AnsiColor::Green.on_default();
pub(super) const YELLOW: Style = AnsiColor::Yellow.on_default();
pub(super) const RED: Style = AnsiColor::Red.on_default().bold();
pub(super) const CYAN: Style = AnsiColor::Cyan.on_default();
pub(super) const PLAIN: Style = Style::new();

/// How long a command works before it is shown that it does.
const QUIET: Duration = Duration::from_secs(1);

/// Where a run says what it has to say.
pub(super) struct Face {
    interface: Interface,
    color: anstream::ColorChoice,
    /// Whether there is somebody to ask.
    terminal: bool,
    secrets: Vec<String>,
    /// The clock of the command that works.
    clock: Option<(Instant, ProgressBar)>,
}

impl Face {
    pub(super) fn new(interface: Interface, color: anstream::ColorChoice) -> Self {
        Face {
            interface,
            color,
            terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
            secrets: Vec::new(),
            clock: None,
        }
    }

    pub(super) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// What is never to be seen from now on.
    pub(super) fn hide(&mut self, secrets: Vec<String>) {
        self.secrets = secrets;
    }

    pub(super) fn has_secrets(&self) -> bool {
        !self.secrets.is_empty()
    }

    pub(super) fn text(&self, id: &str) -> String {
        self.interface.text(id)
    }

    /// A line of text that is fit to be shown.
    fn fit(&self, text: &str) -> String {
        printable(&masked(text, &self.secrets)).into_owned()
    }

    fn stdout(&self) -> AutoStream<io::Stdout> {
        AutoStream::new(io::stdout(), self.color)
    }

    /// Says a line. A reader that went away does not end a run half-way.
    pub(super) fn say(&self, style: Style, text: &str) {
        let _ = writeln!(self.stdout(), "{style}{}{style:#}", self.fit(text));
    }

    pub(super) fn blank(&self) {
        let _ = writeln!(self.stdout());
    }

    /// Says a message of the interface.
    pub(super) fn message(&self, style: Style, id: &str) {
        self.say(style, &self.text(id));
    }

    /// Says a message and what it is about.
    pub(super) fn label(&self, style: Style, id: &str, value: &str) {
        let label = self.text(id);
        self.say(style, &format!("{label}{}{value}", gap(&label)));
    }

    /// Says several lines under something.
    pub(super) fn indented(&self, style: Style, text: &str) {
        text.lines()
            .for_each(|line| self.say(style, &format!("    {line}")));
    }

    /// What a step may do, and to how much.
    pub(super) fn risk(&self, risk: Risk, scope: Scope) {
        let style = style_of(risk, scope);
        let words = self.text(risk_message(risk));
        match risk {
            Risk::None | Risk::Read => self.say(style, &words),
            _ => {
                let scope = self.text(scope_message(scope));
                self.say(style, &format!("{words}{}{scope}", gap(&words)));
            }
        }
    }

    /// Asks, and stays on the line.
    pub(super) fn ask(&self, text: &str) {
        let mut stdout = self.stdout();
        let _ = write!(stdout, "{BOLD}{}{BOLD:#} ", self.fit(text));
        let _ = stdout.flush();
    }

    /// Why a run ended before its end, and how it goes on.
    pub(super) fn stop(&self, stop: &Stop, again: Option<&str>) {
        let label = self.text(stop.message);
        let words = match stop.about.as_str() {
            "" => label,
            about => format!("{label}{}{about}", gap(&label)),
        };
        let mut stderr = AutoStream::new(io::stderr(), self.color);
        let _ = writeln!(stderr, "{RED}{}{RED:#}", self.fit(&words));
        if let Some(again) = again {
            let label = self.text("runbook-resume-with");
            let again = format!("{label}{}{again}", gap(&label));
            let _ = writeln!(stderr, "{}", self.fit(&again));
        }
    }

    /// Shows that a command works, from now on.
    pub(super) fn work(&mut self) {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if self.terminal && self.color != anstream::ColorChoice::Never {
            let style = ProgressStyle::with_template("{spinner} {elapsed}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        }
        self.clock = Some((Instant::now(), bar));
    }

    /// The command still works, and says nothing.
    pub(super) fn tick(&mut self) {
        if let Some((began, bar)) = &self.clock
            && began.elapsed() > QUIET
            && self.terminal
        {
            bar.set_draw_target(ProgressDrawTarget::stdout());
            bar.tick();
        }
    }

    /// The command has ended.
    pub(super) fn rest(&mut self) {
        if let Some((_, bar)) = self.clock.take() {
            bar.finish_and_clear();
        }
    }

    /// What a command printed: a piece of a line, which goes on one that is open or opens one.
    pub(super) fn output(&mut self, text: &str, goes_on: bool, ends: bool) {
        let lead = if goes_on { "" } else { "  │ " };
        let end = if ends { "\n" } else { "" };
        let text = self.fit(text);
        let write = || {
            let mut stdout = self.stdout();
            let _ = write!(stdout, "{DIM}{lead}{DIM:#}{text}{end}");
            let _ = stdout.flush();
        };
        match &self.clock {
            Some((_, bar)) => bar.suspend(write),
            None => write(),
        }
    }
}

/// How much a reader must heed a step.
pub(super) fn style_of(risk: Risk, scope: Scope) -> Style {
    match risk {
        Risk::None | Risk::Read => GREEN,
        Risk::Change if scope != Scope::All => YELLOW,
        _ => RED,
    }
}

pub(super) fn risk_message(risk: Risk) -> &'static str {
    match risk {
        Risk::None => "runbook-risk-none",
        Risk::Read => "runbook-risk-read",
        Risk::Change => "runbook-risk-change",
        Risk::Interrupt => "runbook-risk-interrupt",
        Risk::Destructive => "runbook-risk-destructive",
        Risk::Unknown => "runbook-risk-unknown",
    }
}

fn scope_message(scope: Scope) -> &'static str {
    match scope {
        Scope::One => "runbook-scope-one",
        Scope::Filtered => "runbook-scope-filtered",
        Scope::All => "runbook-scope-all",
    }
}

/// A time in words that are the same in all languages: `0:07`, `12:05`, `1:02:03`.
pub(super) fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
