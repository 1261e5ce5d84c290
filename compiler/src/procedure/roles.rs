//! On which kind of host something is done, and whether on one of them or on each.
//!
//! The session of a command tells its host; sentences tell it by paths, registry keys and names. A
//! change to a file, a service or a program reaches no further than the machine that it is made on:
//! where a kind of server has many, it is done on each, unless the article says otherwise.

use crate::align::UnitId;
use crate::document::LiteralKind;
use crate::shell::{self, Dialect};

use super::cues::{self, Place};
use super::effects;
use super::inference::{BY_CODE, BY_LITERAL, BY_WORDS, USUAL};
use super::mention::contains_word;
use super::sessions::{self, Entry};
use super::view::View;
use super::{Action, Basis, Command, Hosts, Item, Role, Step, StepKind, Task, TaskKind};
use crate::diagnostic::Certainty;

/// Something that was told, with its evidence.
#[derive(Clone, Debug)]
pub(super) struct Told<T> {
    pub(super) value: T,
    pub(super) basis: (Certainty, Basis),
    pub(super) evidence: String,
}

impl<T> Told<T> {
    fn new(value: T, basis: (Certainty, Basis), evidence: impl Into<String>) -> Self {
        Told {
            value,
            basis,
            evidence: evidence.into(),
        }
    }
}

/// The kinds of hosts of an article: those of its sessions.
pub(super) struct Roles {
    hosts: Vec<&'static Entry>,
}

impl Roles {
    /// The hosts of the sessions with these ids.
    pub(super) fn of_sessions<'s>(ids: impl Iterator<Item = &'s str>) -> Self {
        Roles {
            hosts: ids.filter_map(sessions::with_host).collect(),
        }
    }

    /// The roles of the procedure.
    pub(super) fn all(&self, tasks: &[Task]) -> Vec<Role> {
        let used = |host: &&&Entry| {
            let mut steps = tasks.iter().flat_map(Task::steps);
            steps.any(|s| s.role.as_deref() == Some(host.id.as_str()))
        };
        let role = |host: &&'static Entry| Role {
            id: host.id.clone(),
            name: host.host.clone(),
        };
        self.hosts.iter().filter(used).map(role).collect()
    }

    /// The role of code that runs in, or stands beside code of, a session.
    pub(super) fn of_session(&self, session: Option<&str>) -> Option<Told<String>> {
        let host = self.hosts.iter().find(|h| Some(h.id.as_str()) == session)?;
        Some(Told::new(host.id.clone(), BY_CODE, host.id.clone()))
    }

    /// The role that sentences tell: by their paths and registry keys, else by the one kind of
    /// server that the first of them names, if names count.
    pub(super) fn of_words(
        &self,
        view: &View<'_>,
        units: &[UnitId],
        by_name: bool,
    ) -> Option<Told<String>> {
        for unit in units {
            let literals = view.literals(*unit);
            let marked = literals.iter().filter(|(kind, _)| is_marked(*kind));
            for (_, value) in marked {
                let marks = |h: &&&Entry| h.marks.iter().any(|m| value.contains(m.as_str()));
                let mut hosts = self.hosts.iter().filter(marks);
                if let (Some(host), None) = (hosts.next(), hosts.next()) {
                    return Some(Told::new(host.id.clone(), BY_LITERAL, *value));
                }
            }
        }
        let first = units.first().filter(|_| by_name)?;
        let named = |h: &&&Entry| {
            view.most(*first, |text| {
                h.names.iter().any(|n| contains_word(text, n))
            })
        };
        let mut hosts = self.hosts.iter().filter(named);
        match (hosts.next(), hosts.next()) {
            (Some(host), None) => Some(Told::new(host.id.clone(), BY_WORDS, host.host.clone())),
            _ => None,
        }
    }
}

fn is_marked(kind: LiteralKind) -> bool {
    use LiteralKind::{EventSource, FileName, Path, RegistryKey};
    matches!(kind, Path | RegistryKey | FileName | EventSource)
}

/// Whether an action reaches no further than the machine that it is done on.
pub(super) fn is_local(action: &Action) -> bool {
    match action {
        Action::Edit(_) => true,
        Action::Command(command) => is_local_command(command),
        Action::None => false,
    }
}

fn is_local_command(command: &Command) -> bool {
    let remote = ["computername", "cimsession", "server"];
    let far = |name: &str| remote.contains(&name.to_ascii_lowercase().as_str());
    if command.dialect != Dialect::PowerShell {
        return false;
    }
    let acting = effects::acting(command).or(command.script.invocations().next());
    acting.is_some_and(|i| match shell::verb_and_noun(i.command()) {
        Some((_, noun)) => {
            sessions::is_local_noun(noun) && !i.arguments.iter().filter_map(|a| a.name()).any(far)
        }
        // A program, as against a variable or a block of script.
        None => {
            i.command().starts_with(|c: char| c.is_ascii_alphanumeric())
                && !sessions::is_far(i.command())
        }
    })
}

/// Whether code is done on one machine or on each, told by the sentences around it.
pub(super) fn of_act(
    view: &View<'_>,
    (action, changes): (&Action, bool),
    has_role: bool,
    (lead, tail): (&[UnitId], &[UnitId]),
) -> Told<Hosts> {
    let local = is_local(action);
    let first = lead.first().or(tail.first());
    let unit = first.map_or_else(String::new, |u| super::unit_name(*u));
    match (cues::place(view, lead), local) {
        (Place::Each, _) => Told::new(Hosts::Each, BY_WORDS, unit),
        (Place::One, _) => Told::new(Hosts::One, BY_WORDS, unit),
        (Place::Several, true) => Told::new(Hosts::Each, BY_WORDS, unit),
        (Place::Silent, true) if cues::place(view, tail) >= Place::Several => {
            Told::new(Hosts::Each, BY_WORDS, unit)
        }
        (_, true) if has_role && changes => Told::new(Hosts::Each, USUAL, ""),
        _ => Told::new(Hosts::One, USUAL, ""),
    }
}

/// The same for what a person does or looks at.
pub(super) fn of_words(
    view: &View<'_>,
    task: TaskKind,
    kind: StepKind,
    has_role: bool,
    units: &[UnitId],
) -> Told<Hosts> {
    let local = units
        .iter()
        .flat_map(|u| view.literals(*u))
        .any(|(kind, _)| is_marked(kind));
    let unit = units
        .first()
        .map_or_else(String::new, |u| super::unit_name(*u));
    match cues::place(view, units) {
        _ if kind == StepKind::Note => Told::new(Hosts::One, USUAL, ""),
        Place::Each => Told::new(Hosts::Each, BY_WORDS, unit),
        Place::One => Told::new(Hosts::One, BY_WORDS, unit),
        Place::Several if local => Told::new(Hosts::Each, BY_WORDS, unit),
        // What must be there before, must be there on each.
        _ if local && has_role && task == TaskKind::Prepare => Told::new(Hosts::Each, USUAL, ""),
        _ => Told::new(Hosts::One, USUAL, ""),
    }
}

/// A look-up whose value is used on each machine is done on each: its value may differ. Gives the
/// ids of the steps that were changed, with those that use their values.
pub(super) fn spread(tasks: &mut [Task]) -> Vec<(String, String)> {
    let each: Vec<(String, Vec<String>)> = tasks
        .iter()
        .flat_map(Task::steps)
        .filter(|s| s.hosts == Hosts::Each)
        .map(|s| (s.id.clone(), s.after.clone()))
        .collect();
    let mut changed = Vec::new();
    for item in tasks.iter_mut().flat_map(|t| &mut t.items) {
        let Item::Step(step) = item else { continue };
        let step: &mut Step = step;
        if step.kind != StepKind::Discover || step.hosts == Hosts::Each {
            continue;
        }
        if let Some((user, _)) = each.iter().find(|(_, after)| after.contains(&step.id)) {
            step.hosts = Hosts::Each;
            changed.push((step.id.clone(), user.clone()));
        }
    }
    changed
}
