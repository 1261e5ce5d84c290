//! Rights: a step that needs those of an administrator is not begun without them, unless a person
//! wants it.

use super::desk::Reply;
use super::face::{DIM, PLAIN};
use super::stop::{Exit, Result, Stop};
use super::walk::Walk;
use crate::emit::sheet::Step;

impl Walk<'_> {
    /// What rights a step needs, and how far its command is verified.
    pub(super) fn show_grounds(&self, step: &Step) {
        if step.elevated {
            self.face.message(PLAIN, "runbook-rights");
        }
        if let Some(level) = step.verification.level() {
            self.face.message(DIM, &format!("runbook-verified-{level}"));
        }
    }

    /// Whether a step can be begun with the rights that there are.
    pub(super) fn check_rights(&mut self, step: &Step) -> Result<()> {
        if !step.elevated || rustix::process::geteuid().is_root() {
            return Ok(());
        }
        let lacking = || Stop::new(Exit::Guard, "runbook-no-rights", &step.id);
        let id = format!("rights-{}", step.id);
        if !self.face.is_terminal() && !self.desk.answers.contains_key(&id) {
            return Err(lacking());
        }
        let replies = [Reply::Yes, Reply::No];
        match self
            .desk
            .decide(self.face, &id, &replies, "runbook-ask-rights")?
        {
            Reply::Yes => Ok(()),
            _ => Err(lacking()),
        }
    }
}
