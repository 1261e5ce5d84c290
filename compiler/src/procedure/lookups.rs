//! Read-only commands that show the value of a parameter are moved before the first step that
//! needs it.

use crate::shell::{self, Risk};

use super::drafts::Draft;
use super::identity::name_words;
use super::parameters::Found;
use super::{Command, effects};

/// A command that shows the value of parameters.
pub(super) struct Lookup {
    /// The number of its draft.
    pub(super) draft: usize,
    /// Indexes of the parameters.
    pub(super) supplies: Vec<usize>,
}

/// Finds the lookups of a section and moves each before the first draft that uses what it shows.
/// `numbers` are the numbers of the drafts, moved along with them.
pub(super) fn hoist(
    drafts: &mut Vec<Draft>,
    numbers: &mut Vec<usize>,
    found: &[Found],
) -> Vec<Lookup> {
    let mut lookups = Vec::new();
    for from in 0..drafts.len() {
        let Some(command) = drafts[from].command() else {
            continue;
        };
        if drafts[from].act().is_none_or(|a| a.risk > Risk::Read) {
            continue;
        }
        let uses = |f: &Found| {
            numbers
                .iter()
                .position(|n| f.drafts.contains(n) && *n != numbers[from])
        };
        let shown = found.iter().enumerate().filter(|(_, f)| shows(command, f));
        let shown: Vec<(usize, usize)> = shown.filter_map(|(i, f)| Some((i, uses(f)?))).collect();
        let Some(first) = shown.iter().map(|(_, at)| *at).min() else {
            continue;
        };
        lookups.push(Lookup {
            draft: numbers[from],
            supplies: shown.iter().map(|(i, _)| *i).collect(),
        });
        if first < from {
            let draft = drafts.remove(from);
            drafts.insert(first, draft);
            let number = numbers.remove(from);
            numbers.insert(first, number);
        }
    }
    lookups
}

/// Whether the output of a command has the value of a parameter: a property that it selects, or
/// its noun, is part of a name that the value is given to.
fn shows(command: &Command, found: &Found) -> bool {
    let Some(first) = command.script.invocations().next() else {
        return false;
    };
    let Some((_, noun)) = shell::verb_and_noun(first.command()) else {
        return false;
    };
    let noun = name_words(noun).last().copied().unwrap_or_default();
    let properties = selected(command);
    found.names.iter().any(|name| {
        let words = name_words(name);
        let by_noun = noun.len() > 3 && words.iter().any(|w| w.eq_ignore_ascii_case(noun));
        let generic = words.len() == 1 && effects::is_naming(name);
        !generic && (by_noun || properties.iter().any(|p| is_part(&name_words(p), &words)))
    })
}

/// The properties that a pipeline selects for display.
fn selected(command: &Command) -> Vec<String> {
    let displays = [
        "select-object",
        "select",
        "format-table",
        "ft",
        "format-list",
        "fl",
    ];
    let selecting = command.script.invocations().filter(|i| {
        let name = i.command().to_ascii_lowercase();
        displays.contains(&name.as_str())
    });
    let values = selecting
        .flat_map(|i| &i.arguments)
        .filter_map(|a| a.constant());
    let names = values
        .flat_map(|v| v.split(','))
        .map(|v| v.trim().to_owned());
    names.filter(|n| !n.is_empty()).collect()
}

/// Whether one list of words begins or ends with the other: `SiteID` and `Site`,
/// `IMCertificateThumbprint` and `Thumbprint`.
fn is_part(a: &[&str], b: &[&str]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = |x: &[&str], y: &[&str]| {
        x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.eq_ignore_ascii_case(y))
    };
    let telling = short.iter().map(|w| w.len()).sum::<usize>() > 3;
    telling && (same(short, &long[..short.len()]) || same(short, &long[long.len() - short.len()..]))
}
