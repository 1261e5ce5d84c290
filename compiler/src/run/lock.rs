//! One run of a runbook on a host at a time, whoever starts it and with whatever journal.
//!
//! The lock ends with the processes that hold it, so nothing is left to clean up. The shells of a
//! run hold it too: while a command of a run that was killed still works, no other run begins.

use std::fs::File;
use std::os::fd::{AsRawFd, RawFd};
use std::path::PathBuf;

use rustix::fs::{CWD, FlockOperation, Mode, OFlags, flock, openat};

use super::stop::{Exit, Result, Stop};

/// A lock that is held.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Lock {
    /// Takes the lock of a runbook.
    pub(super) fn take(id: &str) -> Result<Self> {
        let path = folder().join(format!("runbookc-{id}.lock"));
        let busy = || Stop::new(Exit::Journal, "runbook-locked", path.display().to_string());
        // A file that somebody else made in a shared folder is opened, but not by creating it.
        let open = |flags| {
            openat(
                CWD,
                &path,
                flags | OFlags::CLOEXEC,
                Mode::from_raw_mode(0o644),
            )
        };
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW;
        let file = open(flags | OFlags::CREATE).or_else(|_| open(flags));
        let file = File::from(file.map_err(|_| busy())?);
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Lock(file)),
            Err(_) => Err(busy()),
        }
    }

    /// Runs `start` while programs that are started inherit the lock under the number given.
    pub(super) fn inherited<T>(&self, start: impl FnOnce(RawFd) -> T) -> T {
        use rustix::io::{FdFlags, fcntl_setfd};
        // Where it cannot be handed on, this process alone holds it.
        let _ = fcntl_setfd(&self.0, FdFlags::empty());
        let started = start(self.0.as_raw_fd());
        let _ = fcntl_setfd(&self.0, FdFlags::CLOEXEC);
        started
    }
}

/// The folder for locks: what `RUNBOOK_LOCKS` says, else the system's, else that for temporary
/// files. The scripts look at the same.
fn folder() -> PathBuf {
    let named = std::env::var_os("RUNBOOK_LOCKS").map(PathBuf::from);
    let usual = ["/run/lock", "/tmp"].map(PathBuf::from);
    let writable = |folder: &PathBuf| {
        let access = rustix::fs::Access::WRITE_OK;
        folder.is_dir() && rustix::fs::access(folder, access).is_ok()
    };
    let found = named.into_iter().chain(usual).find(writable);
    found.unwrap_or_else(std::env::temp_dir)
}
