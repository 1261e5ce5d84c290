//! The steps of a goal in order, and how far each has come.

use std::time::Duration;

use anstyle::Style;
use unicode_width::UnicodeWidthChar;

use super::face::{BOLD, CYAN, DIM, Face, GREEN, RED, YELLOW, clock};
use crate::emit::sheet::{Deed, Entry, Goal, Sheet, Step};
use crate::procedure::{Risk, Scope};

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Waiting,
    Done,
    /// Done in the run that is gone on with.
    Before,
    Skipped,
    Failed,
    /// Begun, and nobody knows what came of it.
    Unknown,
    /// Done and taken back.
    Back,
}

/// A step of a plan.
struct Row {
    id: String,
    text: String,
    risk: Risk,
    scope: Scope,
    state: State,
    elapsed: Option<Duration>,
}

/// The steps of a goal in order, but not what is only to be read.
pub(super) struct Plan {
    rows: Vec<Row>,
}

/// How many columns of a step's text are shown in a list.
const COLUMNS: usize = 64;

impl Plan {
    pub(super) fn new(sheet: &Sheet, goal: &Goal) -> Self {
        let steps = steps(sheet, goal);
        let acting = steps.into_iter().filter(|s| !matches!(s.deed, Deed::Note));
        let row = |step: &Step| Row {
            id: step.id.clone(),
            text: cut(&step.text),
            risk: step.risk,
            scope: step.scope,
            state: State::Waiting,
            elapsed: None,
        };
        Plan {
            rows: acting.map(row).collect(),
        }
    }

    /// The place of a step, counted from 1, and how many there are.
    pub(super) fn place(&self, id: &str) -> Option<(usize, usize)> {
        let at = self.rows.iter().position(|row| row.id == id)?;
        Some((at + 1, self.rows.len()))
    }

    pub(super) fn mark(&mut self, id: &str, state: State, elapsed: Option<Duration>) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.id == id) {
            row.state = state;
            row.elapsed = elapsed.or(row.elapsed);
        }
    }

    /// What is going to be done.
    pub(super) fn preview(&self, face: &Face) {
        face.blank();
        face.message(BOLD, "run-plan");
        for (number, row) in self.rows.iter().enumerate() {
            let (mark, style) = face_of(row.state);
            let mut words = vec![row.text.clone()];
            words.extend(warning(row).map(|id| face.text(id)));
            face.say(
                style,
                &format!("  {mark} {:>3}  {}", number + 1, words.join(" · ")),
            );
        }
    }

    /// What came of it.
    pub(super) fn status(&self, face: &Face, total: Duration) {
        face.blank();
        face.message(BOLD, "run-status");
        for (number, row) in self.rows.iter().enumerate() {
            let (mark, style) = face_of(row.state);
            let time = row
                .elapsed
                .map(|t| format!("  {}", clock(t)))
                .unwrap_or_default();
            face.say(
                style,
                &format!("  {mark} {:>3}  {}{time}", number + 1, row.text),
            );
        }
        face.label(DIM, "run-elapsed", &clock(total));
    }
}

/// All steps of a goal in order, those of all arms included.
pub(super) fn steps<'a>(sheet: &'a Sheet, goal: &'a Goal) -> Vec<&'a Step> {
    let tasks = goal
        .tasks
        .iter()
        .filter_map(|id| sheet.tasks.iter().find(|t| t.id == *id));
    let mut steps: Vec<&Step> = Vec::new();
    for entry in tasks.flat_map(|t| &t.entries) {
        match entry {
            Entry::Step(step) => steps.push(step),
            Entry::Choice(choice) => steps.extend(choice.arms.iter().flat_map(|a| &a.steps)),
        }
    }
    steps
}

/// What of a step is worth a word in a list.
fn warning(row: &Row) -> Option<&'static str> {
    match (row.risk, row.scope) {
        (Risk::Interrupt, _) => Some("book-risk-interrupt"),
        (Risk::Destructive, _) => Some("book-risk-destructive"),
        (Risk::Unknown, _) => Some("book-risk-unknown"),
        (_, Scope::All) => Some("book-scope-all"),
        _ => None,
    }
}

fn face_of(state: State) -> (char, Style) {
    match state {
        State::Waiting => ('○', DIM),
        State::Done => ('✓', GREEN),
        State::Before => ('✓', DIM),
        State::Skipped => ('–', DIM),
        State::Failed => ('✗', RED),
        State::Unknown => ('?', YELLOW),
        State::Back => ('↶', CYAN),
    }
}

/// The beginning of a text, as wide as a list has room for.
fn cut(text: &str) -> String {
    let mut width = 0;
    for (at, c) in text.char_indices() {
        width += c.width().unwrap_or(0);
        if width > COLUMNS {
            return format!("{}…", text[..at].trim_end());
        }
    }
    text.to_owned()
}
