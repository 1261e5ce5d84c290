//! How a run ends: the exit codes that the three drivers share, and why it ended before its end.

/// The exit codes of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All was gone through.
    Done = 0,
    /// A step failed.
    Failed = 1,
    /// What was asked for is not possible.
    Usage = 2,
    /// Something that a step needs is not there.
    Guard = 3,
    /// A decision is needed and there is nobody to ask.
    Decision = 4,
    /// A person stopped it.
    Stopped = 5,
    /// A check did not match.
    Mismatch = 6,
    /// The journal belongs to another run.
    Journal = 7,
    /// This is not the host that it is for.
    WrongHost = 8,
}

/// Why a run ended before its end.
#[derive(Clone, Debug)]
pub(super) struct Stop {
    pub(super) exit: Exit,
    /// Id of the message that says so.
    pub(super) message: &'static str,
    /// What it is about: an id, a path, a word of the command line.
    pub(super) about: String,
}

impl Stop {
    pub(super) fn new(exit: Exit, message: &'static str, about: impl Into<String>) -> Self {
        Stop {
            exit,
            message,
            about: about.into(),
        }
    }

    pub(super) fn stopped() -> Self {
        Stop::new(Exit::Stopped, "runbook-stopped", "")
    }
}

/// What can be ended by a [`Stop`].
pub(super) type Result<T> = std::result::Result<T, Stop>;
