//! Decisions: given in advance, else in the journal, else asked for on a terminal. Where there is no
//! terminal nothing is asked, and a decision that is lacking ends the run.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::time::Duration;

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

use super::alert::Alert;
use super::face::Face;
use super::session::ready;
use super::stop::{Exit, Result, Stop};

/// An answer to a question that has few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    Yes,
    No,
    Skip,
    Done,
}

impl Reply {
    /// The key for it, in every language.
    fn letter(self) -> char {
        match self {
            Reply::Yes => 'y',
            Reply::No => 'n',
            Reply::Skip => 's',
            Reply::Done => 'd',
        }
    }

    /// The word for it in an answer that is given in advance.
    pub(super) fn word(self) -> &'static str {
        match self {
            Reply::Yes => "yes",
            Reply::No => "no",
            Reply::Skip => "skip",
            Reply::Done => "done",
        }
    }
}

/// Where decisions come from.
pub(super) struct Desk {
    /// What was answered in advance or before, by the id of the question.
    pub(super) answers: BTreeMap<String, String>,
    alert: Alert,
    /// What was typed and not yet taken.
    typed: Vec<u8>,
}

impl Desk {
    pub(super) fn new(answers: BTreeMap<String, String>, alert: Alert) -> Self {
        Desk {
            answers,
            alert,
            typed: Vec::new(),
        }
    }

    pub(super) fn alert(&self) -> &Alert {
        &self.alert
    }

    /// A decision between some replies; `question` is the id of the message that asks for it.
    pub(super) fn decide(
        &mut self,
        face: &Face,
        id: &str,
        replies: &[Reply],
        question: &str,
    ) -> Result<Reply> {
        let given = self.answers.get(id);
        if let Some(reply) = replies
            .iter()
            .find(|r| given.is_some_and(|g| g == r.word()))
        {
            return Ok(*reply);
        }
        if !face.is_terminal() {
            return Err(Stop::new(Exit::Decision, "runbook-decision", id));
        }
        loop {
            let line = self
                .line(face, &face.text(question), Echo::On)?
                .to_lowercase();
            let mut letters = line.chars();
            match (letters.next(), letters.next()) {
                (Some('q'), None) => return Err(Stop::stopped()),
                (Some(letter), None) => {
                    if let Some(reply) = replies.iter().find(|r| r.letter() == letter) {
                        return Ok(*reply);
                    }
                }
                _ => {}
            }
        }
    }

    /// Asks for a line. The end of the input and a signal end the run.
    pub(super) fn line(&mut self, face: &Face, text: &str, echo: Echo) -> Result<String> {
        face.ask(text);
        let hidden = (echo == Echo::Off).then(Hidden::begin).flatten();
        let line = self.read();
        drop(hidden);
        if line.is_none() || echo == Echo::Off {
            face.blank();
        }
        line.ok_or_else(Stop::stopped)
    }

    fn read(&mut self) -> Option<String> {
        let mut input = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
        loop {
            if let Some(end) = self.typed.iter().position(|b| *b == b'\n') {
                let line: Vec<u8> = self.typed.drain(..=end).collect();
                let line = String::from_utf8_lossy(&line);
                return Some(line.trim().to_owned());
            }
            let wait = Duration::from_secs(3600);
            let [typed, signalled] = ready([input.as_fd(), self.alert.as_fd()], wait).ok()?;
            if signalled {
                return None;
            }
            if typed {
                let mut bytes = [0; 1 << 12];
                let length = input.read(&mut bytes).ok().filter(|n| *n > 0)?;
                self.typed.extend_from_slice(&bytes[..length]);
            }
        }
    }
}

/// Whether what is typed is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Echo {
    On,
    Off,
}

/// A terminal that does not show what is typed; it does again when this is dropped.
struct Hidden(rustix::termios::Termios);

impl Hidden {
    fn begin() -> Option<Self> {
        let before = tcgetattr(io::stdin()).ok()?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO);
        tcsetattr(io::stdin(), OptionalActions::Now, &quiet).ok()?;
        Some(Hidden(before))
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.0);
    }
}
