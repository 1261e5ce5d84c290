//! What commands write, so that those that take each other back are told apart: one property of
//! one noun with two values, or one object that is made and removed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::shell::{self, Dialect, Invocation, Risk, Scope};

use super::drafts::Draft;
use super::{Action, Command};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inverses {
    verbs: Vec<[String; 2]>,
    words: Vec<[String; 2]>,
    managers: BTreeSet<String>,
    removers: BTreeSet<String>,
    setters: BTreeSet<String>,
    naming: BTreeSet<String>,
}

static INVERSES: LazyLock<Inverses> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/inverses.toml"))
        .expect("the embedded table of inverses is valid: a test holds")
});

/// How a later command stands to an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Conflict {
    /// It takes back what the earlier did. With the word for it: `disable`, `remove`.
    Inverse(String),
    /// It writes another value.
    Other,
}

/// Something that is done to a system.
#[derive(Clone, Copy)]
pub(super) struct Deed<'a> {
    pub(super) action: &'a Action,
    pub(super) risk: Risk,
    pub(super) scope: Scope,
}

impl<'a> Deed<'a> {
    fn of(draft: &'a Draft) -> Option<Self> {
        let act = draft.act()?;
        Some(Deed {
            action: &act.action,
            risk: act.risk,
            scope: act.scope,
        })
    }

    /// The command, where it changes something.
    fn changing(self) -> Option<&'a Command> {
        match self.action {
            Action::Command(command) if self.risk > Risk::Read => Some(command),
            _ => None,
        }
    }
}

/// How `later` conflicts with `earlier`, if it does.
pub(super) fn conflict(earlier: &Draft, later: &Draft) -> Option<Conflict> {
    conflict_of(Deed::of(earlier)?, Deed::of(later)?)
}

/// The same for what is done.
pub(super) fn conflict_of(earlier: Deed<'_>, later: Deed<'_>) -> Option<Conflict> {
    let command = later.changing()?;
    let inverse = match earlier.action {
        Action::Edit(edit) => removes(command, &edit.file),
        _ => {
            let before = earlier.changing()?;
            if before.dialect != command.dialect {
                return None;
            }
            match command.dialect {
                Dialect::PowerShell => return powershell(before, command),
                Dialect::Bash => bash(before, command),
            }
        }
    };
    inverse.map(Conflict::Inverse)
}

/// Whether one action takes back what another did.
pub(super) fn takes_back(earlier: &Action, later: &Action) -> bool {
    let (before, Action::Command(command)) = (earlier, later) else {
        return false;
    };
    match before {
        Action::Edit(edit) => removes(command, &edit.file).is_some(),
        Action::Command(before) if before.dialect != command.dialect => false,
        Action::Command(before) => match command.dialect {
            Dialect::PowerShell => {
                matches!(powershell(before, command), Some(Conflict::Inverse(_)))
            }
            Dialect::Bash => bash(before, command).is_some(),
        },
        Action::None => false,
    }
}

fn powershell(earlier: &Command, later: &Command) -> Option<Conflict> {
    let (first, second) = (acting(earlier)?, acting(later)?);
    let (verb, noun) = shell::verb_and_noun(first.command())?;
    let (undoing, other) = shell::verb_and_noun(second.command())?;
    if !noun.eq_ignore_ascii_case(other) || target(earlier) != target(later) {
        return None;
    }
    let reverses = |[a, b]: &[String; 2]| {
        let same = |x: &str, y: &str| x.eq_ignore_ascii_case(y);
        (same(a, verb) && same(b, undoing)) || (same(b, verb) && same(a, undoing))
    };
    if INVERSES.verbs.iter().any(reverses) {
        return Some(Conflict::Inverse(undoing.to_ascii_lowercase()));
    }
    if !verb.eq_ignore_ascii_case(undoing) {
        return None;
    }
    let differing = second.arguments.iter().find_map(|argument| {
        let name = argument.name()?;
        let value = argument.constant()?;
        let before = first.argument(name)?.constant()?;
        (!before.eq_ignore_ascii_case(value) && !is_naming(name)).then_some(value)
    })?;
    Some(match differing.to_ascii_lowercase().as_str() {
        "$false" => Conflict::Inverse("disable".to_owned()),
        "$true" => Conflict::Inverse("enable".to_owned()),
        "$null" => Conflict::Inverse("remove".to_owned()),
        _ => return is_setter(verb).then_some(Conflict::Other),
    })
}

fn is_setter(verb: &str) -> bool {
    INVERSES
        .setters
        .iter()
        .any(|v| v.eq_ignore_ascii_case(verb))
}

/// The command of a pipeline that changes something.
pub(super) fn acting(command: &Command) -> Option<&Invocation> {
    let cmdlets = command.script.invocations();
    let named = |i: &&Invocation| shell::verb_and_noun(i.command()).is_some();
    cmdlets.filter(named).last()
}

/// Whether a parameter of this name says what a command acts on.
pub(super) fn is_naming(name: &str) -> bool {
    INVERSES.naming.contains(&name.to_ascii_lowercase())
}

/// What a command acts on: the constant that names it, or all there are.
fn target(command: &Command) -> (Scope, Option<String>) {
    let scope = shell::scope(command.dialect, &command.script);
    let named = command.script.invocations().find_map(|i| {
        let by_name = i.arguments.iter().find(|a| a.name().is_none_or(is_naming));
        by_name
            .and_then(|a| a.constant())
            .map(str::to_ascii_lowercase)
    });
    (scope, named)
}

/// Two bash commands: a remover of what the other made, or one program with opposite words on the
/// same operand.
fn bash(earlier: &Command, later: &Command) -> Option<String> {
    let made = earlier.script.invocations().flat_map(operands);
    let made: BTreeSet<String> = made.filter(|o| o.contains('/')).collect();
    if let Some(word) = made.iter().find_map(|path| removes(later, path)) {
        let removing = earlier.script.invocations().all(is_remover);
        return (!removing).then_some(word);
    }
    for before in earlier.script.invocations() {
        for after in later
            .script
            .invocations()
            .filter(|i| i.command() == before.command())
        {
            let (first, second) = (
                operands(before).collect::<Vec<_>>(),
                operands(after).collect::<Vec<_>>(),
            );
            let opposite = INVERSES.words.iter().find(|[a, b]| {
                first.iter().take(2).any(|w| w == a) && second.iter().take(2).any(|w| w == b)
            });
            let Some([does, undoes]) = opposite else {
                continue;
            };
            if first
                .iter()
                .any(|w| w != does && second.contains(w) && !is_subject(w, &first))
            {
                return Some(undoes.clone());
            }
        }
    }
    None
}

/// The first word of `helm repo add`: what the verb is about, not what it acts on.
fn is_subject(word: &str, operands: &[String]) -> bool {
    let verb = |w: &String| INVERSES.words.iter().flatten().any(|v| v == w);
    let first_verb = operands.iter().position(verb).unwrap_or(0);
    operands
        .iter()
        .position(|w| w == word)
        .is_some_and(|i| i < first_verb)
}

fn is_remover(invocation: &Invocation) -> bool {
    let words = std::iter::once(invocation.command().to_owned()).chain(operands(invocation));
    let mut words = words.filter(|w| w != "sudo");
    words.next().is_some_and(|w| INVERSES.removers.contains(&w))
}

/// The program of a command of bash that changes something, without what runs it, and its first word.
pub(super) fn call(command: &Command) -> Option<[String; 2]> {
    let first = command.script.invocations().next()?;
    let words = std::iter::once(first.command().to_owned()).chain(operands(first));
    let mut words = words.skip_while(|w| w == "sudo");
    let bash = command.dialect == Dialect::Bash;
    let program = words.next().filter(|_| bash)?;
    Some([program, words.next().unwrap_or_default()])
}

/// Whether two lists of calls install by different managers of packages.
pub(super) fn are_managers(earlier: &[[String; 2]], later: &[[String; 2]]) -> bool {
    let managers = |calls: &[[String; 2]]| -> BTreeSet<String> {
        let programs = calls.iter().map(|[program, _]| program);
        programs
            .filter(|p| INVERSES.managers.contains(*p))
            .cloned()
            .collect()
    };
    let (a, b) = (managers(earlier), managers(later));
    !a.is_empty() && !b.is_empty() && a.is_disjoint(&b)
}

/// Whether a later call takes back what one does, of one program: `tool install`, `tool uninstall`.
pub(super) fn are_inverse(earlier: &[[String; 2]], later: &[[String; 2]]) -> bool {
    let inverse = |[program, does]: &[String; 2], [other, undoes]: &[String; 2]| {
        let words = |[a, b]: &[String; 2]| a == does && b == undoes;
        program == other && INVERSES.words.iter().any(words)
    };
    later.iter().any(|b| earlier.iter().any(|a| inverse(a, b)))
        && !later.iter().any(|b| earlier.contains(b))
}

/// Whether a command removes exactly `path`.
fn removes(command: &Command, path: &str) -> Option<String> {
    let mut removers = command.script.invocations().filter(|i| is_remover(i));
    let hit = removers.any(|i| operands(i).any(|o| o == path));
    hit.then(|| "remove".to_owned())
}

/// The constant words of a command that are no options.
pub(super) fn operands(invocation: &Invocation) -> impl Iterator<Item = String> + '_ {
    let values = invocation.arguments.iter().filter_map(|a| a.constant());
    values.map(str::to_owned)
}

/// Whether two drafts do the same to one object and to all of them: one cmdlet, equal settings,
/// one with a name and one fed by all that there are. The first is the draft for one.
pub(super) fn one_and_all(a: &Draft, b: &Draft) -> Option<bool> {
    one_and_all_of(Deed::of(a)?, Deed::of(b)?)
}

/// The same for what is done.
pub(super) fn one_and_all_of(a: Deed<'_>, b: Deed<'_>) -> Option<bool> {
    let first_is_one = match (a.scope, b.scope) {
        (Scope::One, Scope::All | Scope::Filtered) => true,
        (Scope::All | Scope::Filtered, Scope::One) => false,
        _ => return None,
    };
    let same = settings(a.changing()?)? == settings(b.changing()?)?;
    same.then_some(first_is_one)
}

/// Whether two drafts set the same property of the same object to opposite values.
pub(super) fn opposite(a: &Draft, b: &Draft) -> bool {
    matches!(conflict(a, b), Some(Conflict::Inverse(_)))
}

/// The cmdlet that acts and what it sets, apart from the object's name.
fn settings(command: &Command) -> Option<(String, BTreeSet<(String, String)>)> {
    let acting = acting(command).filter(|_| command.script.pipelines.len() == 1)?;
    let named = acting.arguments.iter().filter_map(|a| {
        let name = a.name()?.to_ascii_lowercase();
        let value = a.constant().unwrap_or_default().to_ascii_lowercase();
        (!is_naming(&name)).then_some((name, value))
    });
    let set: BTreeSet<_> = named.collect();
    // What removes sets nothing.
    let removes = shell::cmdlet_risk(acting.command()) == Some(Risk::Destructive);
    (removes || !set.is_empty()).then(|| (acting.command().to_ascii_lowercase(), set))
}
