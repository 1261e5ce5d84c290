//! Going through a goal: its tasks, conditions, choices and steps in order.
//!
//! A heading, a condition or a question waits for the first step that is really reached, so a run
//! that goes on asks nothing about what is behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::alert::Alert;
use super::desk::{Desk, Echo, Reply};
use super::face::{BOLD, DIM, Face, GREEN, PLAIN};
use super::journal::{self, End, Event, Journal, Outcome, Past, Run};
use super::list::kind_message;
use super::lock::Lock;
use super::plan::{Plan, State};
use super::session::Session;
use super::stop::{Exit, Result, Stop};
use super::values::{Values, is_secret};
use super::{Ended, Request, usage};
use crate::emit::sheet::{Arm, Choice, Entry, Goal, Guard, Sheet, Step, Task};
use crate::procedure::{Arity, GuardEffect};

/// A run under way.
pub(super) struct Walk<'a> {
    pub(super) request: &'a Request,
    pub(super) sheet: &'a Sheet,
    goal: &'a Goal,
    pub(super) face: &'a mut Face,
    pub(super) desk: Desk,
    pub(super) values: Values<'a>,
    pub(super) plan: Plan,
    pub(super) lock: Option<Lock>,
    journal: Option<Journal>,
    pub(super) past: Past,
    pub(super) sessions: BTreeMap<String, Session>,
    /// Roles whose host this was said to be.
    pub(super) roles: BTreeSet<String>,
    /// The step to start at, while it is not reached.
    from: Option<&'a str>,
    /// The task to go on with, while it is not reached.
    skip_to: Option<&'a str>,
    /// The choice that was answered last.
    chosen: Option<&'a str>,
    began: Instant,
}

/// A task under way.
struct Under<'a> {
    task: &'a Task,
    /// Whether its heading was shown and its condition asked.
    open: bool,
    /// Whether it is left out.
    off: bool,
}

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

    /// Goes through the goal to its end.
    pub(super) fn go(&mut self) -> Result<()> {
        self.prepare()?;
        if self.request.back {
            self.take_back(true)?;
            return self.write(Event::Finish);
        }
        if self.request.only.is_none() {
            self.plan.preview(self.face);
        }
        let goal = self.goal;
        for task in usage::tasks(self.sheet, goal) {
            self.task(task)?;
        }
        if self.request.dry_run {
            return Ok(());
        }
        self.write(Event::Finish)
    }

    /// Opens the journal and asks for every value before anything is done, except those that a step
    /// will show.
    fn prepare(&mut self) -> Result<()> {
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
    fn is_partial(&self) -> bool {
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
        let Some(parameter) = self.values.parameter(id).filter(|_| !self.values.has(id)) else {
            return Ok(());
        };
        if !self.face.is_terminal() {
            let flag = format!("--set {id}=…");
            return Err(Stop::new(Exit::Decision, "runbook-needs-value", flag));
        }
        let sample = self.face.text("runbook-sample");
        let kind = self.face.text(kind_message(parameter.kind));
        let (hint, echo) = match is_secret(parameter) {
            true => (kind.clone(), Echo::Off),
            false => (format!("{kind} · {sample} {}", parameter.sample), Echo::On),
        };
        self.face.blank();
        self.face.say(DIM, &format!("{id} ({hint})"));
        let question = format!("{} {id}:", self.face.text("runbook-ask-value"));
        loop {
            let value = self.desk.line(self.face, &question, echo)?;
            if self.values.set(id, &value) {
                break;
            }
            self.face.label(PLAIN, "runbook-invalid-value", &kind);
        }
        self.face.hide(self.values.secrets());
        self.journal_value(id)
    }

    fn task(&mut self, task: &'a Task) -> Result<()> {
        if self.skip_to == Some(&task.id) {
            self.skip_to = None;
        }
        let mut under = Under {
            task,
            open: false,
            off: self.skip_to.is_some(),
        };
        for entry in &task.entries {
            match entry {
                Entry::Step(step) => self.reach(&mut under, None, step)?,
                Entry::Choice(choice) => {
                    let arms = choice.arms.iter();
                    for (arm, step) in arms.flat_map(|a| a.steps.iter().map(move |s| (a, s))) {
                        self.reach(&mut under, Some((choice, arm)), step)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Does a step if it is one that is to be done.
    fn reach(
        &mut self,
        under: &mut Under<'a>,
        arm: Option<(&'a Choice, &'a Arm)>,
        step: &'a Step,
    ) -> Result<()> {
        if let Some(only) = &self.request.only {
            return if *only == step.id {
                self.step(step)
            } else {
                Ok(())
            };
        }
        if let Some(from) = self.from {
            if from != step.id {
                return Ok(());
            }
            self.from = None;
        }
        if under.off || self.is_over(step) || !self.open(under)? {
            return Ok(());
        }
        match arm {
            Some((choice, arm)) if !self.takes(choice, arm)? => Ok(()),
            _ => self.step(step),
        }
    }

    /// Whether a step was done before. What it left in a shell is gone with that: then it is not.
    fn is_over(&self, step: &Step) -> bool {
        match self.past.ended.get(&step.id) {
            Some(end) => end.outcome == Outcome::Skipped || !step.keeps,
            None => false,
        }
    }

    fn open(&mut self, under: &mut Under<'a>) -> Result<bool> {
        if under.open {
            return Ok(true);
        }
        under.open = true;
        let task = under.task;
        self.face.blank();
        self.face.say(BOLD, &format!("== {}", task.title));
        if self.holds(task.guard.as_ref(), &task.id)? {
            return Ok(true);
        }
        under.off = true;
        self.skip_to = self.target(task);
        self.face.message(DIM, "runbook-skipped");
        Ok(false)
    }

    /// Where a task that is left out goes on, where the goal comes to it later.
    fn target(&self, task: &'a Task) -> Option<&'a str> {
        let GuardEffect::SkipTo(Some(id)) = &task.guard.as_ref()?.effect else {
            return None;
        };
        let mut tasks = self
            .goal
            .tasks
            .iter()
            .skip_while(|t| **t != task.id)
            .skip(1);
        tasks.any(|t| t == id).then_some(id.as_str())
    }

    /// Asks a condition: whether the task or step of `id` is done.
    pub(super) fn holds(&mut self, guard: Option<&Guard>, id: &str) -> Result<bool> {
        let Some(guard) = guard else { return Ok(true) };
        let effect = match guard.effect {
            GuardEffect::OnlyIf => "runbook-only-if",
            GuardEffect::SkipTo(_) => "runbook-skip-if",
        };
        self.face.say(PLAIN, &guard.text);
        self.face.message(PLAIN, effect);
        if self.request.dry_run {
            return Ok(true);
        }
        let id = format!("if-{id}");
        let replies = [Reply::Yes, Reply::No];
        let reply = self
            .desk
            .decide(self.face, &id, &replies, "runbook-ask-condition")?;
        self.remember(&id, reply.word())?;
        Ok((reply == Reply::Yes) == (guard.effect == GuardEffect::OnlyIf))
    }

    fn remember(&mut self, id: &str, value: &str) -> Result<()> {
        self.desk.answers.insert(id.to_owned(), value.to_owned());
        self.write(Event::Answer {
            id: id.to_owned(),
            value: value.to_owned(),
        })
    }

    fn takes(&mut self, choice: &'a Choice, arm: &Arm) -> Result<bool> {
        if self.request.dry_run {
            let words = self.face.text("runbook-choice");
            let text = format!("-- {words} {}: {} {}", choice.id, arm.id, arm.title);
            self.face.say(PLAIN, &text);
            return Ok(true);
        }
        if !self.desk.answers.contains_key(&choice.id) {
            let chosen = self.choose(choice)?;
            self.desk.answers.insert(choice.id.clone(), chosen);
        }
        let chosen = self.desk.answers[&choice.id].clone();
        if self.chosen != Some(&choice.id) {
            self.chosen = Some(&choice.id);
            self.remember(&choice.id, &chosen)?;
        }
        Ok(chosen.split('+').any(|word| word == arm.id))
    }

    fn choose(&mut self, choice: &Choice) -> Result<String> {
        if !self.face.is_terminal() {
            return Err(Stop::new(Exit::Decision, "runbook-decision", &choice.id));
        }
        match (choice.question.as_str(), choice.arity) {
            ("", Arity::One) => self.face.message(PLAIN, "runbook-choose-one"),
            ("", Arity::Any) => self.face.message(PLAIN, "runbook-choose-any"),
            (question, _) => self.face.say(PLAIN, question),
        }
        for (number, arm) in choice.arms.iter().enumerate() {
            self.face
                .say(PLAIN, &format!("  [{}] {}", number + 1, arm.title));
        }
        let question = match choice.arity {
            Arity::One => "runbook-ask-one",
            Arity::Any => "runbook-ask-any",
        };
        loop {
            let line = self
                .desk
                .line(self.face, &self.face.text(question), Echo::On)?;
            if line.eq_ignore_ascii_case("q") {
                return Err(Stop::stopped());
            }
            if let Some(chosen) = numbered(choice, &line) {
                return Ok(chosen);
            }
        }
    }

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

    /// Writes that a step ended, and says so.
    pub(super) fn ended(&mut self, end: End, elapsed: Option<Duration>) -> Result<()> {
        let (state, said) = match end.outcome {
            Outcome::Done => (State::Done, Some((GREEN, "runbook-done"))),
            Outcome::Skipped => (State::Skipped, Some((DIM, "runbook-skipped"))),
            Outcome::Failed | Outcome::Mismatch => (State::Failed, None),
        };
        self.plan.mark(&end.step, state, elapsed);
        self.past.note(&end);
        self.write(Event::End(end))?;
        if let Some((style, id)) = said {
            self.face.message(style, id);
        }
        Ok(())
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

/// The arms that numbers stand for, as an answer names them.
fn numbered(choice: &Choice, line: &str) -> Option<String> {
    let mut chosen: Vec<&str> = Vec::new();
    for word in line.split_whitespace() {
        chosen.push(match (word.parse::<usize>().ok()?, choice.arity) {
            (0, Arity::Any) => "none",
            (0, Arity::One) => return None,
            (number, _) => choice.arms.get(number - 1)?.id.as_str(),
        });
    }
    let fits = !chosen.is_empty() && (choice.arity == Arity::Any || chosen.len() == 1);
    fits.then(|| chosen.join("+"))
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@,+".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}
