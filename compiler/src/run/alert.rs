//! Signals that end a run: Ctrl+C, a closed terminal, a request to end. They are heard through a
//! pipe, so that waiting for a key or for a command ends with them.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use super::session::ready;

/// The end of the pipe that signals are heard at.
#[derive(Debug)]
pub(super) struct Alert(UnixStream);

impl Alert {
    /// Listens from now on.
    pub(super) fn listen() -> io::Result<Self> {
        let (hears, says) = UnixStream::pair()?;
        for signal in [SIGHUP, SIGINT, SIGTERM] {
            signal_hook::low_level::pipe::register(signal, says.try_clone()?)?;
        }
        Ok(Alert(hears))
    }

    /// Whether a signal came.
    pub(super) fn is_raised(&self) -> bool {
        ready([self.as_fd()], Duration::ZERO).is_ok_and(|[raised]| raised)
    }

    /// What becomes readable when a signal came.
    pub(super) fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}
