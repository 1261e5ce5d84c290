//! Going through a goal: its tasks, conditions, choices and steps in order.
//!
//! A heading, a condition or a question waits for the first step that is really reached, so a run
//! that goes on asks nothing about what is behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use super::desk::{Desk, Echo, Reply};
use super::face::{BOLD, DIM, Face, GREEN, PLAIN};
use super::journal::{End, Event, Journal, Outcome, Past};
use super::lock::Lock;
use super::plan::{Plan, State};
use super::session::Session;
use super::stop::{Exit, Result, Stop};
use super::values::Values;
use super::{Request, usage};
use crate::emit::sheet::{Arm, Choice, Entry, Goal, Guard, Sheet, Step, Task};
use crate::procedure::{Arity, GuardEffect};

/// A run under way.
pub(super) struct Walk<'a> {
    pub(super) request: &'a Request,
    pub(super) sheet: &'a Sheet,
    pub(super) goal: &'a Goal,
    pub(super) face: &'a mut Face,
    pub(super) desk: Desk,
    pub(super) values: Values<'a>,
    pub(super) plan: Plan,
    pub(super) lock: Option<Lock>,
    pub(super) journal: Option<Journal>,
    pub(super) past: Past,
    pub(super) sessions: BTreeMap<String, Session>,
    /// Roles whose host this was said to be.
    pub(super) roles: BTreeSet<String>,
    /// The step to start at, while it is not reached.
    pub(super) from: Option<&'a str>,
    /// The task to go on with, while it is not reached.
    pub(super) skip_to: Option<&'a str>,
    /// The choice that was answered last.
    pub(super) chosen: Option<&'a str>,
    pub(super) began: Instant,
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
        // Where there are no words of its own, the step's own say it.
        if !guard.text.is_empty() {
            self.face.say(PLAIN, &guard.text);
        }
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
