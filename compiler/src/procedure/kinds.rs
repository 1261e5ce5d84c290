//! What a task is for and what a paragraph asks, told from commands, literals and structure alone.

use crate::align::UnitId;
use crate::document::LiteralKind;

use super::drafts::{Draft, Form};
use super::view::View;
use super::{StepKind, TaskKind};

/// What is known of the article when the kind of one of its tasks is told.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// Whether any command of the article changes something.
    pub(super) changes: bool,
    /// Whether a task before this one applies something.
    pub(super) applied: bool,
    /// Whether a paragraph of this one jumps to another.
    pub(super) jumps: bool,
}

/// The kind of a task that undoes nothing.
pub(super) fn task(view: &View<'_>, drafts: &[Draft], around: Around) -> TaskKind {
    let acts = drafts.iter().any(|d| d.act().is_some());
    let ordered = drafts.iter().any(|d| d.place.ordered && !d.place.alert);
    let paragraphs = drafts
        .iter()
        .filter(|d| d.act().is_none() && !d.place.alert);
    let mut units = paragraphs.flat_map(|d| &d.lead);
    let objects = units.any(|u| view.literals(*u).iter().any(|(kind, _)| is_object(*kind)));
    if drafts.iter().any(Draft::changes) || ordered || (acts && !around.changes) {
        return TaskKind::Apply;
    }
    match (acts || objects || around.jumps, around.applied) {
        (true, false) => TaskKind::Prepare,
        (true, true) => TaskKind::Verify,
        (false, _) => TaskKind::Background,
    }
}

/// Something of a system that can be looked at.
fn is_object(kind: LiteralKind) -> bool {
    matches!(
        kind,
        LiteralKind::RegistryKey | LiteralKind::Path | LiteralKind::FileName
    )
}

/// The steps that the sentences of a draft are: their kinds and units, in order. A paragraph is
/// taken apart where a sentence names another object than those before it.
pub(super) fn words(
    view: &View<'_>,
    draft: &Draft,
    task: TaskKind,
    after_act: bool,
) -> Vec<(StepKind, Vec<UnitId>)> {
    let units = || draft.lead.clone();
    let shows_code = matches!(draft.form, Form::Words { code: Some(_) });
    if draft.place.alert || task == TaskKind::Background || shows_code {
        return vec![(StepKind::Note, units())];
    }
    if draft.place.item.is_some() {
        let kind = match task {
            TaskKind::Verify if draft.place.ordered => StepKind::Check,
            _ if draft.place.ordered => StepKind::Manual,
            TaskKind::Apply if after_act => StepKind::Check,
            _ => StepKind::Note,
        };
        return vec![(kind, units())];
    }
    let mut groups: Vec<(StepKind, Vec<UnitId>, Vec<String>)> = Vec::new();
    for unit in &draft.lead {
        let objects = objects(view, *unit);
        let kind = sentence(&objects, task, after_act);
        let values: Vec<String> = objects.into_iter().map(|(_, v)| v.to_lowercase()).collect();
        match groups.last_mut() {
            Some((last, units, known)) if continues(*last, kind, &values, known) => {
                units.push(*unit);
                known.extend(values);
                if *last == StepKind::Note {
                    *last = kind;
                }
            }
            _ => groups.push((kind, vec![*unit], values)),
        }
    }
    groups
        .into_iter()
        .map(|(kind, units, _)| (kind, units))
        .collect()
}

/// Whether a sentence belongs to the ones before it: it asks nothing of its own, speaks of the
/// same object, or comes after mere words that lead up to it.
fn continues(last: StepKind, kind: StepKind, values: &[String], known: &[String]) -> bool {
    let same = values.iter().all(|v| known.iter().any(|k| k.contains(v)));
    kind == StepKind::Note || (same && last != StepKind::Note) || known.is_empty()
}

/// The literals of a unit that name something to look at or work on.
fn objects<'a>(view: &'a View<'_>, unit: UnitId) -> Vec<(LiteralKind, &'a str)> {
    let literals = view.literals(unit).into_iter();
    let names = |(kind, value): &(LiteralKind, &str)| match kind {
        LiteralKind::Url => value.contains("://"),
        LiteralKind::Identifier | LiteralKind::HostName | LiteralKind::Number => true,
        kind => is_object(*kind),
    };
    literals.filter(names).collect()
}

fn sentence(objects: &[(LiteralKind, &str)], task: TaskKind, after_act: bool) -> StepKind {
    let has = |kind: LiteralKind| objects.iter().any(|(k, _)| *k == kind);
    let visible = objects.iter().any(|(k, _)| is_object(*k));
    match task {
        _ if objects.is_empty() => StepKind::Note,
        TaskKind::Verify | TaskKind::Troubleshoot => StepKind::Check,
        // What is said after something was taken back is what stays.
        TaskKind::Undo if after_act => StepKind::Note,
        _ if has(LiteralKind::RegistryKey) => StepKind::Check,
        TaskKind::Prepare if visible => StepKind::Check,
        _ if visible || has(LiteralKind::Url) => StepKind::Manual,
        // Names in code after the last command that no command has: work on something else.
        TaskKind::Apply if after_act && has(LiteralKind::Identifier) => StepKind::Manual,
        _ => StepKind::Note,
    }
}
