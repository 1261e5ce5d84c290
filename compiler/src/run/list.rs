//! What can be asked for: goals, tasks, steps, questions and parameters, with their ids.

use super::face::{BOLD, DIM, Face, PLAIN, style_of};
use super::values::is_secret;
use crate::emit::sheet::{Entry, Guard, Sheet, Step};
use crate::l10n::{Interface, gap};

/// Shows all that a run can be asked for.
pub fn list(sheet: &Sheet, color: anstream::ColorChoice) {
    let face = Face::new(Interface::new(&sheet.locale), color);
    face.say(BOLD, &format!("{} ({})", sheet.title, sheet.id));
    for goal in &sheet.goals {
        face.blank();
        let words = face.text("runbook-goal");
        let default = match goal.default {
            true => format!(" · {}", face.text("book-goal-default")),
            false => String::new(),
        };
        face.say(
            BOLD,
            &format!("{words} {}: {}{default}", goal.id, goal.title),
        );
        let tasks = super::usage::tasks(sheet, goal);
        for task in tasks {
            let words = face.text("runbook-task");
            face.say(PLAIN, &format!("  {words} {}: {}", task.id, task.title));
            guard(&face, task.guard.as_ref(), &task.id, 4);
            task.entries.iter().for_each(|entry| show(&face, entry));
        }
    }
    parameters(&face, sheet);
}

fn show(face: &Face, entry: &Entry) {
    match entry {
        Entry::Step(own) => step(face, own, 4),
        Entry::Choice(choice) => {
            let words = face.text("runbook-choice");
            face.say(
                PLAIN,
                &format!("    {words} {}: {}", choice.id, choice.question),
            );
            for arm in &choice.arms {
                face.say(PLAIN, &format!("      {}: {}", arm.id, arm.title));
                arm.steps.iter().for_each(|own| step(face, own, 8));
            }
        }
    }
}

fn step(face: &Face, step: &Step, indent: usize) {
    let words = face.text("runbook-step");
    let style = style_of(step.risk, step.scope);
    let text = format!("{:indent$}{words} {}: {}", "", step.id, step.text);
    face.say(style, &text);
    guard(face, step.guard.as_ref(), &step.id, indent + 2);
}

fn guard(face: &Face, guard: Option<&Guard>, id: &str, indent: usize) {
    if let Some(guard) = guard {
        // Where it has no words of its own, the step's own say it.
        face.say(DIM, &format!("{:indent$}if-{id}: {}", "", guard.text));
    }
}

fn parameters(face: &Face, sheet: &Sheet) {
    if sheet.parameters.is_empty() {
        return;
    }
    face.blank();
    face.message(BOLD, "runbook-parameters");
    for parameter in &sheet.parameters {
        let label = face.text("runbook-sample");
        let sample = match is_secret(parameter) {
            true => face.text("runbook-kind-secret"),
            false => format!("{label}{}{}", gap(&label), parameter.sample),
        };
        let kind = face.text(&format!("runbook-kind-{}", parameter.kind.name()));
        face.say(
            PLAIN,
            &format!("  --set {}=…  {kind} · {sample}", parameter.id),
        );
    }
}
