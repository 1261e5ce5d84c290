//! What a task is for and what a paragraph asks, told from commands, literals and structure alone.

use crate::align::UnitId;
use crate::document::{LiteralKind, MarkKind};
use crate::shell::{self, Risk};

use super::drafts::{Draft, Form};
use super::view::View;
use super::{StepKind, TaskKind, cues, effects, samples};

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

/// Where sentences stand.
#[derive(Clone, Copy)]
pub(super) struct Context {
    pub(super) task: TaskKind,
    /// Whether something was done before them in the task.
    pub(super) after_act: bool,
    /// Whether something was done before them in their list item.
    pub(super) in_item: bool,
    /// What the sentence before their list announces.
    pub(super) announced: Announced,
}

/// What a sentence says of the list after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Announced {
    /// Nothing that is known.
    #[default]
    Nothing,
    /// Conditions that must hold.
    Conditions,
    /// Ways of which one is taken.
    Choice,
}

/// Sentences that are one step.
pub(super) struct Group {
    pub(super) kind: StepKind,
    pub(super) units: Vec<UnitId>,
    /// Whether they hold only in a case that they say themselves.
    pub(super) only_if: bool,
}

/// The steps that the sentences of a draft are, in order. A paragraph is taken apart where a
/// sentence names another object than those before it.
pub(super) fn words(
    view: &View<'_>,
    draft: &Draft,
    Context {
        task,
        after_act,
        in_item,
        announced,
    }: Context,
) -> Vec<Group> {
    let whole = |kind: StepKind| {
        let first = draft.lead.first();
        let asks = kind != StepKind::Note;
        vec![Group {
            kind,
            units: draft.lead.clone(),
            only_if: asks && first.is_some_and(|u| cues::holds_only_if(view, *u)),
        }]
    };
    let shows_code = matches!(draft.form, Form::Words { code: Some(_) });
    if draft.place.alert || task == TaskKind::Background || shows_code {
        return whole(StepKind::Note);
    }
    if draft.place.item.is_some() {
        return whole(match task {
            // What stands behind the command of an item says what it did.
            _ if in_item => StepKind::Note,
            TaskKind::Verify if draft.place.ordered => StepKind::Check,
            _ if draft.place.ordered => StepKind::Manual,
            TaskKind::Apply if announced == Announced::Choice => return one_way(draft),
            TaskKind::Apply if after_act && announced == Announced::Conditions => StepKind::Check,
            TaskKind::Apply if draft.place.in_ordered && handles(view, draft) => StepKind::Manual,
            _ => StepKind::Note,
        });
    }
    let mut groups: Vec<(Group, Vec<String>)> = Vec::new();
    for unit in &draft.lead {
        let objects = objects(view, *unit);
        let kind = sentence(&objects, task, after_act);
        let only_if = kind != StepKind::Note && cues::holds_only_if(view, *unit);
        let values: Vec<String> = objects.into_iter().map(|(_, v)| v.to_lowercase()).collect();
        match groups.last_mut() {
            Some((last, known)) if continues(last.kind, kind, &values, known) => {
                last.units.push(*unit);
                known.extend(values);
                if last.kind == StepKind::Note {
                    last.kind = kind;
                    last.only_if = only_if;
                }
            }
            _ => {
                let units = vec![*unit];
                let group = Group {
                    kind,
                    units,
                    only_if,
                };
                groups.push((group, values));
            }
        }
    }
    groups.into_iter().map(|(group, _)| group).collect()
}

/// One of several ways: done only by who takes it.
fn one_way(draft: &Draft) -> Vec<Group> {
    vec![Group {
        kind: StepKind::Manual,
        units: draft.lead.clone(),
        only_if: true,
    }]
}

/// Whether a part of an ordered step names a control inside of a sentence, in bold: *Click **OK***. What opens
/// with it, explains it.
fn handles(view: &View<'_>, draft: &Draft) -> bool {
    let Some(unit) = draft.lead.first() else {
        return false;
    };
    let cells = &view.alignment.units[unit.0 as usize].cells;
    let said = cells.iter().enumerate().filter(|(_, s)| !s.is_empty());
    let names = said.map(|(column, segments)| {
        let segment = view.document(column).segment(segments[0]);
        let mut bold = segment.marks.iter().filter(|m| m.kind == MarkKind::Strong);
        let first = bold.next().map(|m| m.range.start);
        first.is_some_and(|start| segment.slice(0..start).contains(char::is_alphabetic))
    });
    let names: Vec<bool> = names.collect();
    names.iter().filter(|n| **n).count() * 2 > names.len()
}

/// The command that removes what a command of the section makes, if a note names one: a way out of
/// trouble, and nothing to be done on the way.
pub(super) fn remedy<'v>(view: &'v View<'_>, note: &Draft, section: &[Draft]) -> Option<&'v str> {
    let made: Vec<&str> = section
        .iter()
        .filter(|d| d.changes())
        .filter_map(|d| effects::acting(d.command()?))
        .filter_map(|i| Some(shell::verb_and_noun(i.command())?.1))
        .collect();
    let removes = |value: &str| {
        let noun = shell::verb_and_noun(value).map(|(_, noun)| noun);
        shell::cmdlet_risk(value) == Some(Risk::Destructive)
            && noun.is_some_and(|n| made.iter().any(|m| m.eq_ignore_ascii_case(n)))
    };
    // A lone sentence points to more about a command, as does one that names what reads.
    if !note.place.alert || note.lead.len() < 2 {
        return None;
    }
    let literals = note.lead.iter().flat_map(|u| view.literals(*u));
    let commands = literals.filter(|(kind, _)| *kind == LiteralKind::Command);
    let commands: Vec<&str> = commands.map(|(_, value)| value).collect();
    if commands
        .iter()
        .any(|c| shell::cmdlet_risk(c) == Some(Risk::Read))
    {
        return None;
    }
    commands.into_iter().find(|c| removes(c))
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
    // An address that a sentence points to is read, not worked on.
    let refers = std::cell::LazyCell::new(|| cues::refers(view, unit));
    let names = |(kind, value): &(LiteralKind, &str)| match kind {
        LiteralKind::Url => value.contains("://") && !*refers,
        LiteralKind::Identifier | LiteralKind::HostName | LiteralKind::Number => true,
        // `contoso\\kim` is nobody's folder.
        LiteralKind::Path => samples::kind_of_sample(value).is_none(),
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
