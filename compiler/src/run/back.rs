//! The way back: for each step that was done and whose inverse is known, the file as it was before,
//! or the step of the article that takes it back.
//!
//! It is offered and never taken unasked; `--yes` does not stand for it.

use std::path::PathBuf;

use super::desk::Reply;
use super::face::{BOLD, CYAN, PLAIN};
use super::file;
use super::journal::{Event, Outcome};
use super::plan::State;
use super::stop::{Exit, Result, Stop};
use super::walk::Walk;
use crate::emit::sheet::{Deed, Entry, Sheet, Step};
use crate::shell::Dialect;

/// How a step is taken back.
enum Way<'a> {
    /// The copy of the file goes back in its place; without one the file is removed.
    Restore {
        path: PathBuf,
        backup: Option<PathBuf>,
    },
    /// This step is done.
    Step(&'a Step),
}

impl<'a> Walk<'a> {
    /// After a step failed: offers to take back what was done. Without a terminal only what was
    /// answered in advance is done, and the rest is named.
    pub(super) fn offer_back(&mut self, stop: Stop) -> Result<()> {
        let is_failure = matches!(stop.exit, Exit::Failed | Exit::Mismatch);
        if !is_failure || self.request.dry_run || self.ways().is_empty() {
            return Err(stop);
        }
        // The reason comes before what follows from it; it is said again at the end.
        self.face.stop(&stop, None);
        self.face.blank();
        self.face.message(BOLD, "run-way-back");
        for (step, way) in self.ways() {
            self.face
                .say(PLAIN, &format!("  ↶ [{}] {}", step.id, self.words(&way)));
        }
        let is_asked = self.face.is_terminal() && {
            let replies = [Reply::Yes, Reply::No];
            let reply = self
                .desk
                .decide(self.face, "back", &replies, "run-ask-way-back");
            reply.is_ok_and(|reply| reply == Reply::Yes)
        };
        let is_given = |id: &str| self.desk.answers.contains_key(&format!("back-{id}"));
        if is_asked || self.ways().iter().any(|(step, _)| is_given(&step.id)) {
            // What goes wrong on the way back is said; the run ends for its own reason.
            if let Err(other) = self.take_back(is_asked) {
                self.face.stop(&other, None);
            }
        }
        Err(stop)
    }

    /// Takes back what a journal says was done, last step first; each is asked for. Where only some
    /// are answered in advance, `all` says whether the others are asked.
    pub(super) fn take_back(&mut self, all: bool) -> Result<()> {
        for (step, way) in self.ways() {
            let id = format!("back-{}", step.id);
            if !all && !self.desk.answers.contains_key(&id) {
                continue;
            }
            self.face.blank();
            self.face
                .say(BOLD, &format!("↶ [{}] {}", step.id, step.text));
            self.face.indented(BOLD, &self.words(&way));
            if let Way::Step(inverse) = &way {
                self.face.risk(inverse.risk, inverse.scope);
                inverse.needs.iter().try_for_each(|id| self.require(id))?;
            }
            let replies = [Reply::Yes, Reply::Skip];
            if self.desk.decide(self.face, &id, &replies, "run-ask-back")? == Reply::Yes {
                self.take(step, way)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, step: &'a Step, way: Way<'a>) -> Result<()> {
        match way {
            Way::Restore { path, backup } => {
                self.write(Event::Begin {
                    step: step.id.clone(),
                })?;
                if let Err(error) = file::restore(&path, backup.as_deref()) {
                    self.face.say(PLAIN, &error.to_string());
                    return self.failed(step, "", "runbook-failed");
                }
            }
            Way::Step(inverse) => {
                let Deed::Run { dialect, code, .. } = &inverse.deed else {
                    return Ok(());
                };
                self.undo(step, inverse, *dialect, code)?;
            }
        }
        self.past.ended.remove(&step.id);
        self.plan.mark(&step.id, State::Back, None);
        self.write(Event::Back {
            step: step.id.clone(),
        })?;
        self.face.message(CYAN, "run-taken-back");
        Ok(())
    }

    /// Runs the code of another step in the name of the one that it takes back.
    fn undo(&mut self, step: &'a Step, inverse: &Step, dialect: Dialect, code: &str) -> Result<()> {
        let session = self.shell(inverse, dialect)?;
        self.write(Event::Begin {
            step: step.id.clone(),
        })?;
        let ran = self.call(&session, &inverse.id, code)?;
        match ran.code {
            Some(0) => Ok(()),
            _ => self.has_failed(step, &ran),
        }
    }

    /// The steps that can be taken back, the last one first.
    fn ways(&self) -> Vec<(&'a Step, Way<'a>)> {
        let sheet = self.sheet;
        let done = self.past.order.iter().rev();
        let done = done.filter_map(|id| self.past.ended.get(id));
        let done = done.filter(|end| end.outcome == Outcome::Done);
        done.filter_map(|end| {
            let step = find(sheet, &end.step)?;
            let way = match &end.path {
                Some(path) => Way::Restore {
                    path: PathBuf::from(path),
                    backup: end.backup.as_ref().map(PathBuf::from),
                },
                None => Way::Step(step.inverse.iter().find_map(|id| find(sheet, id))?),
            };
            Some((step, way))
        })
        .collect()
    }

    fn words(&self, way: &Way<'_>) -> String {
        match way {
            Way::Restore {
                path,
                backup: Some(backup),
            } => {
                format!("{} → {}", backup.display(), path.display())
            }
            Way::Restore { path, backup: None } => format!("rm {}", path.display()),
            Way::Step(step) => match &step.deed {
                Deed::Run { shown, .. } => self.values.shown(shown),
                _ => step.text.clone(),
            },
        }
    }
}

/// A step of whatever task.
fn find<'a>(sheet: &'a Sheet, id: &str) -> Option<&'a Step> {
    let entries = sheet.tasks.iter().flat_map(|task| &task.entries);
    let steps = entries.flat_map(|entry| match entry {
        Entry::Step(step) => vec![&**step],
        Entry::Choice(choice) => choice.arms.iter().flat_map(|arm| &arm.steps).collect(),
    });
    steps.into_iter().find(|step| step.id == id)
}
