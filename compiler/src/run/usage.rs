//! Whether what is asked for is possible: said before anything is done.

use super::Request;
use super::plan::steps;
use super::stop::{Exit, Result, Stop};
use super::values::is_valid;
use crate::emit::sheet::{Choice, Deed, Entry, Goal, Sheet, Task};
use crate::procedure::Arity;

/// The tasks of a goal in order.
pub(super) fn tasks<'a>(sheet: &'a Sheet, goal: &'a Goal) -> impl Iterator<Item = &'a Task> {
    let task = |id: &String| sheet.tasks.iter().find(|t| t.id == *id);
    goal.tasks.iter().filter_map(task)
}

/// The goal of an id.
pub(super) fn goal<'a>(sheet: &'a Sheet, id: &str) -> Result<&'a Goal> {
    let found = sheet.goals.iter().find(|g| g.id == id);
    found.ok_or_else(|| Stop::new(Exit::Usage, "runbook-unknown-goal", id))
}

/// Refuses values that a parameter does not accept.
pub(super) fn check_values(request: &Request) -> Result<()> {
    for (id, value) in &request.values {
        let Some(parameter) = request.sheet.parameters.iter().find(|p| p.id == *id) else {
            return Err(Stop::new(Exit::Usage, "run-unknown-parameter", id));
        };
        if !is_valid(parameter, value) {
            return Err(Stop::new(Exit::Usage, "runbook-invalid-value", id));
        }
    }
    Ok(())
}

/// Refuses steps that the goal does not have, and answers to what it does not ask.
pub(super) fn check(request: &Request, goal: &Goal) -> Result<()> {
    let steps = steps(&request.sheet, goal);
    for id in request.from.iter().chain(&request.only) {
        if steps.iter().all(|step| step.id != *id) {
            return Err(Stop::new(Exit::Usage, "runbook-unknown-step", id));
        }
    }
    for (id, value) in &request.answers {
        if !is_answer(&request.sheet, goal, id, value) {
            let pair = format!("{id}={value}");
            return Err(Stop::new(Exit::Usage, "runbook-unknown-answer", pair));
        }
    }
    Ok(())
}

/// Whether an answer is to a question of a goal, in words that it can be answered with.
fn is_answer(sheet: &Sheet, goal: &Goal, id: &str, value: &str) -> bool {
    let one_of = |words: &[&str]| words.contains(&value);
    for task in tasks(sheet, goal) {
        if id.strip_prefix("if-") == Some(&task.id) {
            return one_of(&["yes", "no"]);
        }
        let choices = task.entries.iter().filter_map(|entry| match entry {
            Entry::Choice(choice) => Some(choice),
            Entry::Step(_) => None,
        });
        if let Some(choice) = choices.into_iter().find(|c| c.id == id) {
            return is_chosen(choice, value);
        }
    }
    let steps = steps(sheet, goal);
    let about = |prefix: &str| {
        let rest = id.strip_prefix(prefix);
        steps.iter().find(|step| rest == Some(&step.id))
    };
    if let Some(step) = about("") {
        let is_check = matches!(step.deed, Deed::Check);
        return one_of(&["yes", "skip"]) || (is_check && value == "no");
    }
    match id.split_once('-') {
        Some(("if" | "accept" | "errors" | "rights", _)) => {
            let known = about("if-").or(about("accept-"));
            let known = known.or(about("errors-")).or(about("rights-"));
            known.is_some() && one_of(&["yes", "no"])
        }
        Some(("replace", _)) => about("replace-").is_some() && one_of(&["yes", "skip"]),
        Some(("again", _)) => about("again-").is_some() && one_of(&["yes", "done"]),
        Some(("back", _)) => about("back-").is_some() && one_of(&["yes", "skip"]),
        Some(("host", role)) => {
            steps.iter().any(|s| s.role.as_deref() == Some(role)) && one_of(&["yes", "no"])
        }
        _ => false,
    }
}

fn is_chosen(choice: &Choice, value: &str) -> bool {
    let is_arm = |word: &str| choice.arms.iter().any(|arm| arm.id == word);
    match choice.arity {
        Arity::One => is_arm(value),
        Arity::Any => value == "none" || value.split('+').all(is_arm),
    }
}
