//! Shells that commands run in: one process per session, whose state is kept between steps.
//!
//! A shell is told what to do by words that end with NUL, so a value is never a part of code. It
//! answers on a pipe of its own; what commands print is handed on while they run.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::alert::Alert;
use super::lock::Lock;
use crate::shell::Dialect;

mod tree;

/// How often a face is told that a command still works.
const TICK: Duration = Duration::from_millis(100);

/// What came of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It ended with this exit code.
    Ended(i32),
    /// It ended the shell, with this exit code where there is one.
    Left(Option<i32>),
    /// It took too long and was ended.
    TimedOut,
    /// A signal asked this program to end; the command was ended.
    Interrupted,
}

/// What is told of a command while it runs.
pub(super) trait Watch {
    /// It printed something.
    fn printed(&mut self, bytes: &[u8]);
    /// Nothing was printed for a while.
    fn waiting(&mut self);
}

/// A shell that runs.
pub(super) struct Session {
    dialect: Dialect,
    child: Child,
    control: ChildStdin,
    output: ChildStdout,
    status: ChildStderr,
    /// What was read of an answer.
    answer: Vec<u8>,
    /// The folder that the shell is in.
    folder: PathBuf,
}

/// What a shell is started with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    pub(super) lock: &'a Lock,
    pub(super) alert: &'a Alert,
    /// Whether commands can read from a terminal.
    pub(super) terminal: bool,
    /// Variables of the environment that programs must not get: those of secrets.
    pub(super) hidden: &'a [&'a str],
}

/// What a session must have been before its first answer for it to be of use.
struct Silent;

impl Watch for Silent {
    fn printed(&mut self, _bytes: &[u8]) {}
    fn waiting(&mut self) {}
}

impl Session {
    /// Starts a shell; none where there is none of the dialect on this machine.
    pub(super) fn start(dialect: Dialect, around: Surroundings<'_>) -> Option<Self> {
        let mut child = around.lock.inherited(|lock| {
            let mut command = command(dialect, around.terminal, &lock.to_string());
            around.hidden.iter().for_each(|name| {
                command.env_remove(name);
            });
            command
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            command.spawn().ok()
        })?;
        let mut session = Session {
            dialect,
            control: child.stdin.take()?,
            output: child.stdout.take()?,
            status: child.stderr.take()?,
            child,
            answer: Vec::new(),
            folder: PathBuf::new(),
        };
        let greeted = session.say(["hello", "", ""], None, around.alert, &mut Silent);
        matches!(greeted, Ok(Outcome::Ended(0))).then_some(session)
    }

    /// Gives a variable a value.
    pub(super) fn set(&mut self, name: &str, value: &str, alert: &Alert) -> io::Result<Outcome> {
        self.say(["set", name, value], None, alert, &mut Silent)
    }

    /// Asks whether the shell knows a command: it ends with 1 where it does not.
    pub(super) fn knows(&mut self, name: &str, alert: &Alert) -> io::Result<Outcome> {
        self.say(["known", name, ""], None, alert, &mut Silent)
    }

    /// Runs the code of a step.
    pub(super) fn run(
        &mut self,
        step: &str,
        code: &str,
        timeout: Option<Duration>,
        alert: &Alert,
        watch: &mut dyn Watch,
    ) -> io::Result<Outcome> {
        let name = format!("step_{}", step.replace('-', "_"));
        let definition = match self.dialect {
            Dialect::Bash => format!("{name}() {{\n{code}\n}}"),
            Dialect::PowerShell => code.to_owned(),
        };
        match self.say(["define", &name, &definition], None, alert, &mut Silent)? {
            Outcome::Ended(0) => self.say(["call", &name, ""], timeout, alert, watch),
            other => Ok(other),
        }
    }

    /// The language of the shell.
    pub(super) fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The folder that the shell is in.
    pub(super) fn folder(&self) -> &PathBuf {
        &self.folder
    }

    fn say(
        &mut self,
        words: [&str; 3],
        timeout: Option<Duration>,
        alert: &Alert,
        watch: &mut dyn Watch,
    ) -> io::Result<Outcome> {
        let mut bytes = Vec::new();
        for word in words {
            bytes.extend(word.bytes().filter(|b| *b != 0));
            bytes.push(0);
        }
        if self
            .control
            .write_all(&bytes)
            .and_then(|()| self.control.flush())
            .is_err()
        {
            return self.left();
        }
        let end = timeout.map(|timeout| Instant::now() + timeout);
        loop {
            let ready = ready(
                [self.output.as_fd(), self.status.as_fd(), alert.as_fd()],
                TICK,
            )?;
            if ready[2] {
                tree::end(&mut self.child);
                return Ok(Outcome::Interrupted);
            }
            if ready[0] {
                self.hand_on(watch)?;
            } else if ready[1] {
                if let Some(outcome) = self.listen()? {
                    self.drain(watch)?;
                    return Ok(outcome);
                }
            } else {
                watch.waiting();
            }
            if end.is_some_and(|end| Instant::now() >= end) {
                tree::end(&mut self.child);
                self.drain(watch)?;
                return Ok(Outcome::TimedOut);
            }
        }
    }

    /// Reads what commands printed. Gives whether there was something.
    fn hand_on(&mut self, watch: &mut dyn Watch) -> io::Result<bool> {
        let mut bytes = [0; 1 << 14];
        let length = self.output.read(&mut bytes)?;
        watch.printed(&bytes[..length]);
        Ok(length > 0)
    }

    /// Reads what is left of the output. All that the commands of a step printed was written before
    /// the shell answered.
    fn drain(&mut self, watch: &mut dyn Watch) -> io::Result<()> {
        let is_ready = |session: &Self| {
            ready([session.output.as_fd()], Duration::ZERO).is_ok_and(|[ready]| ready)
        };
        while is_ready(self) && self.hand_on(watch)? {}
        Ok(())
    }

    fn listen(&mut self) -> io::Result<Option<Outcome>> {
        let mut bytes = [0; 1 << 12];
        let length = self.status.read(&mut bytes)?;
        if length == 0 {
            return self.left().map(Some);
        }
        self.answer.extend_from_slice(&bytes[..length]);
        let Some(end) = self.answer.iter().position(|b| *b == 0) else {
            return Ok(None);
        };
        let answer: Vec<u8> = self.answer.drain(..=end).collect();
        let answer = String::from_utf8_lossy(&answer[..end]).into_owned();
        let (code, folder) = answer.split_once(' ').unwrap_or((&answer, ""));
        self.folder = PathBuf::from(folder);
        Ok(Some(Outcome::Ended(code.parse().unwrap_or(1))))
    }

    fn left(&mut self) -> io::Result<Outcome> {
        Ok(Outcome::Left(self.child.wait()?.code()))
    }
}

impl Drop for Session {
    /// An idle shell ends when nobody can tell it anything more; one that works is left alone.
    fn drop(&mut self) {
        let _ = self.child.try_wait();
    }
}

/// Which of these can be read from; waits for the first at most `wait`.
pub(super) fn ready<const N: usize>(
    sources: [BorrowedFd<'_>; N],
    wait: Duration,
) -> io::Result<[bool; N]> {
    let mut polled = sources.map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN));
    let wait = Timespec {
        tv_sec: wait.as_secs() as i64,
        tv_nsec: i64::from(wait.subsec_nanos()),
    };
    match poll(&mut polled, Some(&wait)) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(polled.each_ref().map(|fd| !fd.revents().is_empty()))
}

#[expect(clippy::disallowed_methods, reason = "`run` starts programs")]
fn command(dialect: Dialect, terminal: bool, lock: &str) -> Command {
    let input = if terminal { "/dev/tty" } else { "/dev/null" };
    match dialect {
        Dialect::Bash => {
            let mut command = Command::new("bash");
            let script = include_str!("session/session.sh");
            command.args([
                "--noprofile",
                "--norc",
                "-c",
                script,
                "runbookc",
                input,
                lock,
            ]);
            command
        }
        Dialect::PowerShell => {
            let mut command = Command::new("pwsh");
            let script = include_str!("session/session.ps1");
            command.args([
                "-NoLogo",
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                script,
            ]);
            command
        }
    }
}
