//! Why a step stands on a page without its command.

use serde::Serialize;

use crate::emit::{Compiled, Withheld, WithheldReason};
use crate::procedure::Task;

/// Why a step is not given as a command.
#[derive(Debug, Serialize)]
pub(super) struct WithheldView {
    message: &'static str,
    /// The readings between which the evidence does not decide.
    candidates: Vec<String>,
}

impl WithheldView {
    /// The reason, with the readings that are in question.
    pub(super) fn new(withheld: &Withheld, compiled: &Compiled) -> WithheldView {
        let disputed = compiled.procedure.disputed.iter();
        let about = disputed.filter(|d| d.withheld.as_ref() == Some(&withheld.step));
        WithheldView {
            message: match withheld.reason {
                WithheldReason::Disputed => "runbook-withheld-disputed",
                WithheldReason::Characters => "runbook-withheld-characters",
                WithheldReason::Incomplete => "runbook-withheld-incomplete",
                WithheldReason::Substitution => "runbook-withheld-substitution",
            },
            candidates: about.flat_map(|d| d.candidates.clone()).collect(),
        }
    }

    /// Those whose step is in no task.
    pub(super) fn lost(withheld: &[Withheld], compiled: &Compiled) -> Vec<WithheldView> {
        let tasks = &compiled.procedure.tasks;
        let is_shown = |id: &str| tasks.iter().flat_map(Task::steps).any(|s| s.id == id);
        let lost = withheld.iter().filter(|w| !is_shown(&w.step));
        lost.map(|w| WithheldView::new(w, compiled)).collect()
    }
}
