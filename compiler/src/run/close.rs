//! How a run ends: what it came to, what is left to do elsewhere, and how it goes on.

use super::Ended;
use super::face::{GREEN, PLAIN};
use super::journal::Outcome;
use super::stop::{Exit, Result};
use super::walk::Walk;
use crate::emit::sheet::Step;

impl Walk<'_> {
    /// Ends a run: what it came to, and how it goes on.
    pub(super) fn end(mut self, result: Result<()>) -> Ended {
        let result = result.or_else(|stop| self.offer_back(stop));
        let is_shown = !self.request.dry_run && self.journal.is_some();
        if is_shown && self.request.only.is_none() {
            self.plan.status(self.face, self.began.elapsed());
        }
        let journal = self.journal.as_ref().map(|j| j.path().to_owned());
        let exit = match result {
            Ok(()) => {
                if is_shown && !self.is_partial() {
                    self.face.blank();
                    self.face.message(GREEN, "runbook-finished");
                    self.say_elsewhere();
                }
                Exit::Done
            }
            Err(stop) => {
                let again = journal.as_ref().filter(|_| stop.exit != Exit::Usage);
                let again = again.map(|journal| self.again(journal));
                self.face.stop(&stop, again.as_deref());
                stop.exit
            }
        };
        Ended { exit, journal }
    }

    /// Names the steps that were done here and are to be done on other machines too.
    fn say_elsewhere(&self) {
        let steps = super::plan::steps(self.sheet, self.goal).into_iter();
        let is_done = |step: &&Step| {
            let end = self.past.ended.get(&step.id);
            step.each.is_some() && end.is_some_and(|end| end.outcome == Outcome::Done)
        };
        for (number, step) in steps.filter(is_done).enumerate() {
            if number == 0 {
                self.face.message(PLAIN, "runbook-finished-each");
            }
            self.face
                .say(PLAIN, &format!("  [{}] {}", step.id, step.text));
        }
    }

    /// The command that goes on with this run.
    fn again(&self, journal: &std::path::Path) -> String {
        let mut words = self.request.command.clone();
        words.extend([
            "--goal".to_owned(),
            self.goal.id.clone(),
            "--journal".to_owned(),
        ]);
        words.extend([journal.display().to_string(), "--resume".to_owned()]);
        let quoted = words.iter().map(|word| quoted(word));
        quoted.collect::<Vec<_>>().join(" ")
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@,+".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}
