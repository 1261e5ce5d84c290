//! Ending a shell with all that it started: first politely, then for certain.

use std::process::Child;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// How long programs have to end by themselves.
const GRACE: Duration = Duration::from_secs(2);

/// Ends a shell and its descendants, and waits for the shell.
pub(super) fn end(shell: &mut Child) {
    let Some(root) = Pid::from_raw(shell.id() as i32) else {
        return;
    };
    // The shell comes last: it would run the next command of the step.
    let mut all = descendants(root);
    let _ = kill_process(root, Signal::STOP);
    all.extend(descendants(root));
    all.iter().for_each(|pid| {
        let _ = kill_process(*pid, Signal::TERM);
    });
    let end = Instant::now() + GRACE;
    while Instant::now() < end && all.iter().any(|pid| is_alive(*pid)) {
        std::thread::sleep(Duration::from_millis(20));
    }
    all.iter().for_each(|pid| {
        let _ = kill_process(*pid, Signal::KILL);
    });
    let _ = shell.kill();
    let _ = shell.wait();
}

/// Whether a process is there and still runs.
fn is_alive(pid: Pid) -> bool {
    match stat(&pid.as_raw_nonzero().to_string()) {
        Some((_, state)) => state != 'Z',
        None => false,
    }
}

/// The processes that `root` started, and those that they started. Where the system does not tell,
/// there are none.
fn descendants(root: Pid) -> Vec<Pid> {
    let mut parents: Vec<(Pid, Pid)> = Vec::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let pid = name.parse().ok().and_then(Pid::from_raw);
        let parent = stat(&name).and_then(|(parent, _)| Pid::from_raw(parent));
        parents.extend(pid.zip(parent));
    }
    let mut found = vec![root];
    let mut at = 0;
    while at < found.len() {
        let parent = found[at];
        found.extend(
            parents
                .iter()
                .filter(|(_, p)| *p == parent)
                .map(|(pid, _)| *pid),
        );
        at += 1;
    }
    found.split_off(1)
}

/// The parent and the state of a process.
#[expect(
    clippy::disallowed_methods,
    reason = "`run` asks the system for processes"
)]
fn stat(pid: &str) -> Option<(i32, char)> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program is in parentheses and may hold any character.
    let mut fields = text.rsplit_once(')')?.1.split_whitespace();
    let state = fields.next()?.chars().next()?;
    Some((fields.next()?.parse().ok()?, state))
}
