//! The plan of the seeds against the procedure that was worked out by hand,
//! `../shared/reference/owa-procedure.md`: its points are data in `tests/reference/owa.toml`.

use std::path::Path;

use runbookc::procedure::review::{self, Review};
use runbookc::procedure::{
    Action, CodePiece, FindingKind, GuardEffect, Item, Parameter, Piece, Procedure, Step, Task,
    Text,
};
use serde::Deserialize;

use crate::procedure::{compile_with, seed_documents};
use crate::require;

#[derive(Deserialize)]
struct Points {
    point: Vec<Point>,
}

/// A point of the reference: which part of the plan it speaks of, and what must hold of it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Point {
    part: String,
    tags: String,
    /// Whether a person has to decide it.
    reviewed: bool,
    /// The locale that says what `says` says; any if absent.
    only_in: Option<String>,
    // What it speaks of.
    code: Option<String>,
    says: Option<String>,
    parameter: Option<String>,
    absent: Option<String>,
    no_parameter: Option<String>,
    // What must hold.
    kind: Option<String>,
    risk: Option<String>,
    scope: Option<String>,
    role: Option<String>,
    hosts: Option<String>,
    session: Option<String>,
    guard: Option<String>,
    task: Option<String>,
    supplies: Vec<String>,
    before: Option<String>,
    after: Option<String>,
    expect: Option<String>,
    file: Option<String>,
    folder: Option<String>,
    parent: Option<String>,
    arms: Option<usize>,
    goal: Option<String>,
    last_task_of: Option<String>,
    inverse_of: Option<String>,
    skip_to: Option<String>,
    requires: Option<String>,
    no_sample: Vec<String>,
    #[serde(rename = "type")]
    kind_of_value: Option<String>,
    uses: Option<usize>,
    required: Option<bool>,
    pattern: Option<String>,
    discovered_by: Option<String>,
}

fn points() -> Vec<Point> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/owa.toml");
    let points: Points = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    points.point
}

fn decisions() -> Review {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/owa.review.toml");
    review::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn code(step: &Step) -> &str {
    match &step.action {
        Action::Command(command) => &command.code,
        Action::Edit(edit) => &edit.content,
        Action::None => "",
    }
}

fn says(text: &Text, words: &str) -> bool {
    let said = |pieces: &Vec<Piece>| pieces.iter().map(Piece::as_str).collect::<String>();
    text.wordings
        .values()
        .any(|pieces| said(pieces).contains(words))
}

/// The place of the step that a point speaks of, by the beginning of its code, else by its words.
fn place(plan: &Procedure, code_or_words: &str) -> Option<(usize, usize)> {
    let steps = || {
        let tasks = plan.tasks.iter().enumerate();
        tasks.flat_map(|(t, task)| task.steps().enumerate().map(move |(s, step)| (t, s, step)))
    };
    let by_code = steps().find(|(.., step)| code(step).starts_with(code_or_words));
    let by_words = || {
        let mut sentences = steps().filter(|(.., step)| step.action == Action::None);
        sentences.find(|(.., step)| says(&step.text, code_or_words))
    };
    by_code.or_else(by_words).map(|(t, s, _)| (t, s))
}

fn step_at(plan: &Procedure, (task, step): (usize, usize)) -> &Step {
    plan.tasks[task].steps().nth(step).unwrap()
}

/// What does not hold of a point.
fn violations(plan: &Procedure, point: &Point) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut hold = |name: &str, wanted: Option<&String>, is: &str| {
        if let Some(wanted) = wanted.filter(|w| *w != is) {
            wrong.push(format!("{name} is {is}, not {wanted}"));
        }
    };
    if let Some(absent) = &point.absent {
        let all = plan.tasks.iter().flat_map(Task::steps);
        let there = all.filter(|s| code(s).starts_with(absent.as_str())).count();
        hold("steps", Some(&"0".to_owned()), &there.to_string());
        return wrong;
    }
    if let Some(fixed) = &point.no_parameter {
        let there = plan.parameters.iter().any(|p| p.sample == *fixed);
        hold("a parameter", Some(&"false".to_owned()), &there.to_string());
        return wrong;
    }
    if let Some(sample) = &point.parameter {
        return match plan.parameters.iter().find(|p| p.sample == *sample) {
            Some(parameter) => parameter_violations(plan, point, parameter),
            None => vec!["there is no such parameter".to_owned()],
        };
    }
    let asked = point.code.as_ref().or(point.says.as_ref()).unwrap();
    let Some(at) = place(plan, asked) else {
        return vec!["there is no such step".to_owned()];
    };
    let (task, step) = (&plan.tasks[at.0], step_at(plan, at));
    hold("kind", point.kind.as_ref(), step.kind.name());
    hold("risk", point.risk.as_ref(), step.risk.name());
    hold("scope", point.scope.as_ref(), step.scope.name());
    hold(
        "role",
        point.role.as_ref(),
        step.role.as_deref().unwrap_or("none"),
    );
    hold("hosts", point.hosts.as_ref(), step.hosts.name());
    hold(
        "session",
        point.session.as_ref(),
        step.session.as_deref().unwrap_or("none"),
    );
    hold("task", point.task.as_ref(), task.kind.name());
    let guard = match step.guard.as_ref().map(|g| &g.effect) {
        None => "none",
        Some(GuardEffect::OnlyIf) => "only-if",
        Some(GuardEffect::SkipTo(_)) => "skip-to",
    };
    hold("guard", point.guard.as_ref(), guard);
    let expected = step.expect.as_ref().map_or("", |e| e.output.as_str());
    hold("expect", point.expect.as_ref(), expected);
    if let Action::Edit(edit) = &step.action {
        hold("file", point.file.as_ref(), &edit.file);
        hold(
            "folder",
            point.folder.as_ref(),
            edit.folder.as_deref().unwrap_or(""),
        );
        hold(
            "parent",
            point.parent.as_ref(),
            edit.parent.as_deref().unwrap_or(""),
        );
    }
    wrong.extend(order_violations(plan, point, at));
    wrong
}

fn order_violations(plan: &Procedure, point: &Point, at: (usize, usize)) -> Vec<String> {
    let mut wrong = Vec::new();
    let (task, step) = (&plan.tasks[at.0], step_at(plan, at));
    let mut fail = |name: &str, holds: bool| {
        if !holds {
            wrong.push(format!("{name} does not hold"));
        }
    };
    let other = |words: &Option<String>| words.as_ref().and_then(|w| place(plan, w));
    if point.before.is_some() {
        fail("before", other(&point.before).is_some_and(|to| at < to));
    }
    if point.after.is_some() {
        let to = other(&point.after).map(|to| &step_at(plan, to).id);
        fail("after", to.is_some_and(|id| step.after.contains(id)));
    }
    if let Some(arms) = point.arms {
        let choice = task.items.iter().find_map(|item| match item {
            Item::Choice(c)
                if c.arms
                    .iter()
                    .flat_map(|a| &a.steps)
                    .any(|s| s.id == step.id) =>
            {
                Some(c.arms.len())
            }
            _ => None,
        });
        fail("arms", choice == Some(arms));
    }
    if let Some(goal) = &point.goal {
        let goals = plan.goals.iter().filter(|g| g.tasks.contains(&task.id));
        fail("goal", goals.map(|g| &g.id).eq([goal]));
    }
    if let Some(goal) = &point.last_task_of {
        let goal = plan.goals.iter().find(|g| g.id == *goal);
        fail(
            "last",
            goal.is_some_and(|g| g.tasks.last() == Some(&task.id)),
        );
    }
    let task_of = |words: &Option<String>| other(words).map(|to| plan.tasks[to.0].id.clone());
    if point.inverse_of.is_some() {
        fail("inverse-of", task.inverse_of == task_of(&point.inverse_of));
    }
    if point.skip_to.is_some() {
        let effect = task.guard.as_ref().map(|g| g.effect.clone());
        fail(
            "skip-to",
            effect == Some(GuardEffect::SkipTo(task_of(&point.skip_to))),
        );
    }
    if point.requires.is_some() {
        let needed = task_of(&point.requires);
        fail(
            "requires",
            needed.is_some_and(|id| task.requires.contains(&id)),
        );
    }
    for sample in &point.supplies {
        let shown = plan.parameters.iter().find(|p| p.sample == *sample);
        fail(
            "supplies",
            shown.is_some_and(|p| step.supplies.contains(&p.id)),
        );
    }
    for sample in &point.no_sample {
        fail(
            sample,
            !plan
                .tasks
                .iter()
                .flat_map(Task::steps)
                .any(|s| is_left(s, sample)),
        );
    }
    wrong
}

/// Whether a sample stands in the code of a step outside of its parameters.
fn is_left(step: &Step, sample: &str) -> bool {
    let pieces = match &step.action {
        Action::Command(command) => &command.pieces,
        Action::Edit(edit) => &edit.pieces,
        Action::None => return false,
    };
    let holds = |p: &CodePiece| matches!(p, CodePiece::Verbatim(code) if code.contains(sample));
    pieces.iter().any(holds)
}

fn parameter_violations(plan: &Procedure, point: &Point, parameter: &Parameter) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut fail = |name: &str, holds: bool| {
        if !holds {
            wrong.push(format!("{name} does not hold: {parameter:?}"));
        }
    };
    if let Some(kind) = &point.kind_of_value {
        fail("type", parameter.kind.name() == kind);
    }
    if let Some(uses) = point.uses {
        fail("uses", parameter.uses.len() == uses);
    }
    if let Some(required) = point.required {
        fail("required", parameter.required == required);
    }
    if let Some(pattern) = &point.pattern {
        fail("pattern", parameter.pattern.as_ref() == Some(pattern));
    }
    if let Some(words) = &point.discovered_by {
        let step = place(plan, words).map(|at| step_at(plan, at).id.clone());
        fail(
            "discovered-by",
            step.is_some() && parameter.discovered_by == step,
        );
    }
    wrong
}

#[test]
fn the_points_of_the_reference_hold() {
    if !require::requires("shared") {
        return;
    }
    let points = points();
    let inferred = compile_with(seed_documents(None), None);
    let wrong: Vec<&Point> = points
        .iter()
        .filter(|p| !violations(&inferred, p).is_empty())
        .collect();
    for point in &wrong {
        println!(
            "by inference {}: {:?}",
            point.part,
            violations(&inferred, point)
        );
    }
    let proven = |p: &&Point| p.tags.contains(['C', 'L', 'S']);
    let all = points.iter().filter(proven).count();
    let missed = wrong.iter().filter(|p| proven(p)).count();
    println!(
        "{} of {} points by inference; of those with evidence in code, literals or structure {} of {all}",
        points.len() - wrong.len(),
        points.len(),
        all - missed
    );
    assert!(
        (all - missed) * 10 >= all * 9,
        "{missed} of {all} are wrong"
    );
    // What is not right by inference is what a person has to decide, and no more.
    let marked: Vec<&str> = points
        .iter()
        .filter(|p| p.reviewed)
        .map(|p| p.part.as_str())
        .collect();
    let parts: Vec<&str> = wrong.iter().map(|p| p.part.as_str()).collect();
    assert_eq!(parts, marked);
    let reviewed = compile_with(seed_documents(None), Some(&decisions()));
    // What the reference has flagged: a step on another host is skipped with its task.
    let kinds: Vec<FindingKind> = reviewed.findings.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FindingKind::SkippedAlong]);
    for point in &points {
        assert_eq!(
            violations(&reviewed, point),
            [""; 0],
            "{} after review",
            point.part
        );
    }
}

#[test]
fn each_locale_alone_gives_what_code_proves() {
    if !require::requires("shared") {
        return;
    }
    let points = points();
    for locale in ["pt-BR", "zh-CN", "es-ES", "zh-TW", "fr-FR"] {
        let alone = compile_with(seed_documents(Some(locale)), None);
        let asked = points
            .iter()
            .filter(|p| p.only_in.is_none() && p.tags.contains('C'));
        for point in asked {
            assert_eq!(
                violations(&alone, point),
                [""; 0],
                "{} in {locale}",
                point.part
            );
        }
    }
}
