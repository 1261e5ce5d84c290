//! How a run begins: what is asked for is checked, the lock and the journal are taken, and every value
//! that can be had is there before anything is done.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Instant;

use super::alert::Alert;
use super::desk::{Desk, Echo};
use super::face::{BOLD, DIM, Face, PLAIN};
use super::journal::{self, Event, Journal, Outcome, Past, Run};
use super::lock::Lock;
use super::plan::{Plan, State};
use super::stop::{Exit, Result, Stop};
use super::values::{Values, is_secret};
use super::walk::Walk;
use super::{Request, offer, usage};
use crate::emit::sheet::{Goal, Sheet};

impl<'a> Walk<'a> {
    /// Checks what is asked for, opens the journal and has all values that can be had now.
    pub(super) fn begin(request: &'a Request, face: &'a mut Face) -> Result<Self> {
        let sheet = &request.sheet;
        usage::check_values(request)?;
        let alert =
            Alert::listen().map_err(|e| Stop::new(Exit::Guard, "run-system", e.to_string()))?;
        let mut desk = Desk::new(request.answers.clone(), alert);
        let goal = match &request.goal {
            Some(id) => usage::goal(sheet, id)?,
            None => ask_goal(sheet, face, &mut desk)?,
        };
        usage::check(request, goal)?;
        let mut walk = Walk {
            request,
            sheet,
            goal,
            face,
            desk,
            values: Values::new(sheet),
            plan: Plan::new(sheet, goal),
            lock: None,
            journal: None,
            past: Past::default(),
            sessions: BTreeMap::new(),
            roles: BTreeSet::new(),
            from: request.from.as_deref(),
            skip_to: None,
            chosen: None,
            began: Instant::now(),
        };
        for (id, value) in &request.values {
            walk.values.set(id, value);
        }
        walk.face.hide(walk.values.secrets());
        walk.greet();
        Ok(walk)
    }

    fn greet(&self) {
        self.face.say(BOLD, &self.sheet.title);
        let label = self.face.text("runbook-goal");
        let goal = format!("{label} {}: {}", self.goal.id, self.goal.title);
        self.face.say(PLAIN, &goal);
    }

    /// Opens the journal and asks for every value before anything is done, except those that a step
    /// will show.
    pub(super) fn prepare(&mut self) -> Result<()> {
        if self.request.dry_run {
            return Ok(());
        }
        self.lock = Some(Lock::take(&self.sheet.id)?);
        self.open_journal()?;
        let set: Vec<String> = self.sheet.parameters.iter().map(|p| p.id.clone()).collect();
        for id in set
            .iter()
            .filter(|id| self.values.has(id))
            .cloned()
            .collect::<Vec<_>>()
        {
            self.journal_value(&id)?;
        }
        let journal = self
            .journal
            .as_ref()
            .map(|j| j.path().display().to_string());
        self.face
            .label(DIM, "runbook-journal", &journal.unwrap_or_default());
        if self.is_partial() {
            return Ok(());
        }
        let goal = self.goal;
        goal.asked.iter().try_for_each(|id| self.require(id))?;
        match self.face.is_terminal() {
            true => Ok(()),
            false => goal.shown.iter().try_for_each(|id| self.require(id)),
        }
    }

    /// Whether only some of the steps are done.
    pub(super) fn is_partial(&self) -> bool {
        self.request.only.is_some() || self.request.from.is_some() || self.request.back
    }

    fn open_journal(&mut self) -> Result<()> {
        let name = format!("{}.{}.journal.jsonl", self.sheet.id, self.goal.id);
        let given = self
            .request
            .journal
            .clone()
            .unwrap_or_else(|| PathBuf::from(name));
        let path = std::path::absolute(&given).unwrap_or(given);
        let (journal, past) = Journal::open(&path, self.request.resume)?;
        let shown = || path.display().to_string();
        let run = Run {
            runbook: self.sheet.id.clone(),
            goal: self.goal.id.clone(),
            locale: self.sheet.locale.to_string(),
            digest: self.sheet.digest.clone(),
            host: journal::host(),
            driver: "runbookc".to_owned(),
        };
        if !self.request.resume {
            if past.is_open() {
                return Err(Stop::new(
                    Exit::Journal,
                    "runbook-journal-unfinished",
                    shown(),
                ));
            }
            self.journal = Some(journal);
            return self.write(Event::Start(run));
        }
        if past.run.digest != run.digest || past.run.goal != run.goal {
            return Err(Stop::new(Exit::Journal, "runbook-journal-other", shown()));
        }
        let was_handed_over = matches!(past.last, Some(Event::HandOver { .. }));
        if past.run.host != run.host && !was_handed_over {
            return Err(Stop::new(
                Exit::WrongHost,
                "runbook-wrong-host",
                &past.run.host,
            ));
        }
        self.journal = Some(journal);
        self.take_up(past);
        self.write(Event::Resume(run))
    }

    /// Takes over what the run that is gone on with did and knew.
    fn take_up(&mut self, past: Past) {
        for (id, value) in &past.answers {
            self.desk
                .answers
                .entry(id.clone())
                .or_insert_with(|| value.clone());
        }
        for (id, value) in &past.values {
            if !self.values.has(id) {
                self.values.set(id, value);
            }
        }
        for (id, end) in &past.ended {
            let state = match end.outcome {
                Outcome::Skipped => State::Skipped,
                _ => State::Before,
            };
            self.plan.mark(id, state, None);
        }
        if let Some(id) = &past.unknown {
            self.plan.mark(id, State::Unknown, None);
        }
        self.past = past;
    }

    /// Writes a line of the journal, where one is kept.
    pub(super) fn write(&mut self, event: Event) -> Result<()> {
        match &mut self.journal {
            Some(journal) => journal.write(event),
            None => Ok(()),
        }
    }

    fn journal_value(&mut self, id: &str) -> Result<()> {
        let is_secret = self.values.parameter(id).is_some_and(is_secret);
        let value = self
            .values
            .get(id)
            .filter(|_| !is_secret)
            .map(str::to_owned);
        let name = id.to_owned();
        self.write(Event::Set { name, value })
    }

    /// Has a value for a parameter, or asks for one.
    pub(super) fn require(&mut self, id: &str) -> Result<()> {
        self.require_of(id, &[], "")
    }

    /// The same; values that a step has shown are offered under `about`.
    pub(super) fn require_of(&mut self, id: &str, offered: &[String], about: &str) -> Result<()> {
        let Some(parameter) = self.values.parameter(id).filter(|_| !self.values.has(id)) else {
            return Ok(());
        };
        if !self.face.is_terminal() {
            let flag = format!("--set {id}=…");
            return Err(Stop::new(Exit::Decision, "runbook-needs-value", flag));
        }
        let sample = self.face.text("runbook-sample");
        let kind = self
            .face
            .text(&format!("runbook-kind-{}", parameter.kind.name()));
        let (hint, echo) = match is_secret(parameter) {
            true => (kind.clone(), Echo::Off),
            false => (format!("{kind} · {sample} {}", parameter.sample), Echo::On),
        };
        self.face.blank();
        if !parameter.description.is_empty() {
            self.face.say(PLAIN, &parameter.description);
        }
        self.face.say(DIM, &format!("{id} ({hint})"));
        offer::show(self.face, offered, about);
        let question = format!("{} {id}:", self.face.text("runbook-ask-value"));
        loop {
            let line = self.desk.line(self.face, &question, echo)?;
            let value = offer::picked(offered, &line).unwrap_or(&line);
            if self.values.set(id, value) {
                break;
            }
            self.face.label(PLAIN, "runbook-invalid-value", &kind);
        }
        self.face.hide(self.values.secrets());
        self.journal_value(id)
    }
}

/// Asks what is to be reached.
fn ask_goal<'a>(sheet: &'a Sheet, face: &Face, desk: &mut Desk) -> Result<&'a Goal> {
    face.message(BOLD, "runbook-goals");
    for (number, goal) in sheet.goals.iter().enumerate() {
        let default = match goal.default {
            true => format!(" · {}", face.text("book-goal-default")),
            false => String::new(),
        };
        let text = format!("  [{}] {}: {}{default}", number + 1, goal.id, goal.title);
        face.say(PLAIN, &text);
    }
    if !face.is_terminal() {
        return Err(Stop::new(Exit::Decision, "runbook-needs-goal", "--goal"));
    }
    loop {
        let line = desk.line(face, &face.text("runbook-ask-goal"), Echo::On)?;
        if line.eq_ignore_ascii_case("q") {
            return Err(Stop::stopped());
        }
        let number = line.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        if let Some(goal) = number.and_then(|n| sheet.goals.get(n)) {
            return Ok(goal);
        }
    }
}
