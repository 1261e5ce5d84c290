//! What a task is for and what a paragraph asks, told from commands, literals and structure alone.

use crate::align::UnitId;
use crate::document::{LiteralKind, MarkKind};
use crate::shell::{self, Risk};

use super::drafts::{Draft, Form};
use super::moods::{self, Mood, Opening};
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
        (false, applied) => asked(view, drafts, applied),
    }
}

/// The kind of a task of sentences that name nothing: what they ask for.
fn asked(view: &View<'_>, drafts: &[Draft], applied: bool) -> TaskKind {
    let context = Context {
        task: TaskKind::Apply,
        after_act: false,
        in_item: false,
        announced: Announced::Nothing,
        opening: None,
        is_condition: false,
    };
    let mut all = drafts.iter().flat_map(|d| words(view, d, context));
    match (all.any(|g| g.kind != StepKind::Note), applied) {
        (true, true) => TaskKind::Apply,
        (true, false) => TaskKind::Prepare,
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
    /// What it says of its items.
    pub(super) opening: Option<Opening>,
    /// Whether they say when the command behind them is run.
    pub(super) is_condition: bool,
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
        opening,
        is_condition,
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
    let shows_code =
        matches!(draft.form, Form::Words { code: Some(_) }) || is_property(view, draft);
    let table = draft
        .place
        .item
        .is_some_and(|(_, id, _)| draft.place.list == Some(id));
    if shows_code && draft.place.ordered && !in_item && asks_for_code(view, draft) {
        return whole(StepKind::Manual);
    }
    if task == TaskKind::Background || shows_code || table {
        return whole(StepKind::Note);
    }
    let mood = |u: &UnitId| moods::mood(view, *u).filter(|_| !is_link(view, *u));
    let mut moods: Vec<Option<Mood>> = draft.lead.iter().map(mood).collect();
    let place = &draft.place;
    let inside = place.ordered || place.in_ordered || (task == TaskKind::Apply && after_act);
    if is_condition && let Some(first) = moods.first_mut() {
        *first = None;
    }
    temper(&mut moods, inside && opening != Some(Opening::Requirements));
    if draft.place.alert {
        return whole(in_alert(&moods));
    }
    if draft.place.item.is_some() {
        let listed = in_list(&moods, opening);
        return whole(match task {
            // What stands behind the command of an item says what it did.
            _ if in_item => StepKind::Note,
            _ if draft.place.ordered && (tells(&moods, opening) || prints(view, draft)) => {
                StepKind::Note
            }
            TaskKind::Verify if draft.place.ordered => StepKind::Check,
            _ if draft.place.ordered => StepKind::Manual,
            TaskKind::Apply if announced == Announced::Choice => return one_way(draft),
            TaskKind::Apply if after_act && announced == Announced::Conditions => StepKind::Check,
            TaskKind::Apply if draft.place.in_ordered && handles(view, draft) => StepKind::Manual,
            _ => listed,
        });
    }
    paragraph(view, draft, &moods, (task, after_act))
}

/// The steps of the sentences of a paragraph. What is said behind a sentence that asks for something belongs
/// to it; in a verification it says what is to be seen then.
fn paragraph(
    view: &View<'_>,
    draft: &Draft,
    moods: &[Option<Mood>],
    (task, after_act): (TaskKind, bool),
) -> Vec<Group> {
    let mut groups: Vec<(Group, Vec<String>)> = Vec::new();
    // What does nothing and stands before other headings, tells what is to come.
    let is_preface = draft.place.is_preface
        && !after_act
        && !(task == TaskKind::Apply && draft.place.section == 0);
    let mut asked = None;
    for (unit, mood) in draft.lead.iter().zip(moods) {
        let objects = objects(view, *unit);
        let by_words = mood.and_then(in_paragraph);
        let by_words = by_words.filter(|k| *k != StepKind::Manual || !is_preface);
        let kind = by_words.unwrap_or_else(|| match asked {
            Some(StepKind::Manual) if task == TaskKind::Verify => StepKind::Check,
            Some(_) if task != TaskKind::Verify && !mood.is_some_and(Mood::asks) => StepKind::Note,
            _ => sentence(&objects, task, after_act, *mood),
        });
        asked = by_words.or(asked);
        let only_if = kind != StepKind::Note && cues::holds_only_if(view, *unit);
        let values: Vec<String> = objects.into_iter().map(|(_, v)| v.to_lowercase()).collect();
        let apart =
            by_words.is_some() && groups.last().is_some_and(|(g, _)| g.kind == StepKind::Note);
        match groups.last_mut() {
            Some((last, known)) if !apart && continues(last.kind, kind, &values, known) => {
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

/// Whether a numbered step asks to run code that cannot be run as it stands: its syntax.
fn asks_for_code(view: &View<'_>, draft: &Draft) -> bool {
    let last = draft.lead.last();
    let example = last.is_none_or(|u| moods::opens_example(view, *u));
    !example && last.is_some_and(|u| moods::opening(view, *u) == Some(Opening::Steps))
}

/// Whether a unit is the title of another article, with a link to it.
fn is_link(view: &View<'_>, unit: UnitId) -> bool {
    let cells = &view.alignment.units[unit.0 as usize].cells;
    let mut said = cells.iter().enumerate().filter(|(_, s)| !s.is_empty());
    said.any(|(column, segments)| {
        let segment = view.document(column).segment(segments[0]);
        let end = segment.text.trim_end().len() as u32;
        let is_whole = |r: &std::ops::Range<u32>| r.start == 0 && r.end >= end;
        let links = |kind: &MarkKind| matches!(kind, MarkKind::Link { .. });
        segments.len() == 1
            && segment
                .marks
                .iter()
                .any(|m| links(&m.kind) && is_whole(&m.range))
    })
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
    let first = last == StepKind::Note && known.is_empty();
    kind == StepKind::Note || (same && last == kind) || first
}

/// What has to be, says more of what the sentences before it tell; and in the middle of steps, of what
/// they are given.
fn temper(moods: &mut [Option<Mood>], inside: bool) {
    let tells = matches!(moods.first(), Some(None | Some(Mood::Tells | Mood::Leads)));
    for (index, mood) in moods.iter_mut().enumerate() {
        let more = index > 0 && tells && matches!(mood, Some(Mood::Must | Mood::Requires));
        if more || (*mood == Some(Mood::Requires) && (inside || index > 0)) {
            *mood = None;
        }
    }
}

/// What a sentence of a paragraph is by its words alone.
fn in_paragraph(mood: Mood) -> Option<StepKind> {
    match mood {
        Mood::Asks | Mood::Must => Some(StepKind::Manual),
        Mood::Checks | Mood::Needs | Mood::Requires => Some(StepKind::Check),
        Mood::May | Mood::Leads | Mood::Tells => None,
    }
}

/// Whether any of some sentences asks to see whether something holds.
fn looks(moods: &[Option<Mood>]) -> bool {
    let mut kinds = moods.iter().flatten().filter_map(|m| in_paragraph(*m));
    kinds.any(|kind| kind == StepKind::Check)
}

/// What a note or warning asks for: what it says of a state is looked at, the rest is read.
fn in_alert(moods: &[Option<Mood>]) -> StepKind {
    let has = |mood: Mood| moods.contains(&Some(mood));
    match () {
        () if has(Mood::Must) => StepKind::Manual,
        () if looks(moods) => StepKind::Check,
        () => StepKind::Note,
    }
}

/// What an item of a list without numbers is: what its words say, in the light of the sentence before the
/// list.
fn in_list(moods: &[Option<Mood>], opening: Option<Opening>) -> StepKind {
    let has = |mood: Mood| moods.contains(&Some(mood));
    let acts = has(Mood::Asks) || has(Mood::Must);
    match opening {
        Some(Opening::Features) => StepKind::Note,
        _ if acts => StepKind::Manual,
        Some(Opening::Requirements) => StepKind::Check,
        _ if looks(moods) => StepKind::Check,
        Some(Opening::Steps) if has(Mood::May) => StepKind::Manual,
        _ => StepKind::Note,
    }
}

/// Whether an item of a numbered list has no word at all that could ask for anything, in no locale: what a
/// program prints.
fn prints(view: &View<'_>, draft: &Draft) -> bool {
    !draft.lead.is_empty() && draft.lead.iter().all(|u| moods::is_silent(view, *u))
}

/// Whether an item of a numbered list tells what happens, and asks nothing.
fn tells(moods: &[Option<Mood>], opening: Option<Opening>) -> bool {
    let asks = moods.iter().flatten().any(|m| m.asks() || *m == Mood::May);
    opening == Some(Opening::Features) || (!asks && moods.first() == Some(&Some(Mood::Tells)))
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

/// Whether a paragraph is a line of what a command prints: `FileStore : FileStore:dc01`.
fn is_property(view: &View<'_>, draft: &Draft) -> bool {
    let property = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric());
        let (name, rest) = text.split_at(end.unwrap_or(text.len()));
        name.len() > 1 && rest.trim_start().starts_with([':', '：'])
    };
    let alone = draft.place.item.is_none() && draft.lead.len() == 1;
    alone && view.most(draft.lead[0], property)
}

fn sentence(
    objects: &[(LiteralKind, &str)],
    task: TaskKind,
    after_act: bool,
    mood: Option<Mood>,
) -> StepKind {
    let has = |kind: LiteralKind| objects.iter().any(|(k, _)| *k == kind);
    let visible = objects.iter().any(|(k, _)| is_object(*k));
    match task {
        _ if objects.is_empty() => StepKind::Note,
        TaskKind::Apply if matches!(mood, Some(Mood::Tells | Mood::Leads)) => StepKind::Note,
        TaskKind::Verify | TaskKind::Troubleshoot => StepKind::Check,
        // What is said after something was taken back is what stays.
        TaskKind::Undo if after_act => StepKind::Note,
        _ if has(LiteralKind::RegistryKey) => StepKind::Check,
        TaskKind::Prepare if visible => StepKind::Check,
        _ if visible || (mood.is_some() && has(LiteralKind::Url)) => StepKind::Manual,
        // Names in code after the last command that no command has: work on something else.
        TaskKind::Apply if after_act && has(LiteralKind::Identifier) => StepKind::Manual,
        _ => StepKind::Note,
    }
}
