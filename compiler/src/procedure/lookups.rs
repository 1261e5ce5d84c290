//! Read-only commands that show the value of a parameter are moved before the first step that
//! needs it.

use std::collections::BTreeMap;

use crate::shell;

use super::drafts::Draft;
use super::identity::name_words;
use super::parameters::Found;
use super::{Command, effects};

/// How many drafts before and after a lookup it may serve.
const REACH: usize = 24;

/// Which commands show the value of which parameters.
#[derive(Default)]
pub(super) struct Lookups {
    /// By the number of a command's draft, the indexes of the parameters that it shows.
    pub(super) supplies: BTreeMap<usize, Vec<usize>>,
    /// By the index of a parameter, the number of the draft that shows it.
    pub(super) shown_by: BTreeMap<usize, usize>,
    /// By the number of a draft, the indexes of the parameters that it uses.
    pub(super) used_by: BTreeMap<usize, Vec<usize>>,
}

impl Lookups {
    pub(super) fn new(found: &[Found]) -> Self {
        let mut lookups = Lookups::default();
        for (index, parameter) in found.iter().enumerate() {
            for draft in &parameter.drafts {
                lookups.used_by.entry(*draft).or_default().push(index);
            }
        }
        lookups
    }

    /// Finds the lookups of a section and moves each before the first draft that uses what it
    /// shows. `numbers` are the numbers of the drafts, moved along with them.
    pub(super) fn hoist(&mut self, drafts: &mut [Draft], numbers: &mut [usize], found: &[Found]) {
        for from in 0..drafts.len() {
            let Some(command) = drafts[from].command() else {
                continue;
            };
            if drafts[from].changes() {
                continue;
            }
            // What is asked for by a value does not show it.
            let own = self
                .used_by
                .get(&numbers[from])
                .cloned()
                .unwrap_or_default();
            let near = from.saturating_sub(REACH)..(from + REACH).min(drafts.len());
            let mut first = None;
            let mut shown: Vec<usize> = Vec::new();
            for at in near.filter(|at| *at != from) {
                for index in self.used_by.get(&numbers[at]).into_iter().flatten() {
                    let open = !shown.contains(index) && !own.contains(index);
                    if open && !makes(&drafts[at], command) && shows(command, &found[*index]) {
                        first = first.or(Some(at));
                        shown.push(*index);
                    }
                }
            }
            let Some(first) = first else { continue };
            for index in &shown {
                self.shown_by.entry(*index).or_insert(numbers[from]);
            }
            self.supplies.insert(numbers[from], shown);
            if first < from {
                drafts[first..=from].rotate_right(1);
                numbers[first..=from].rotate_right(1);
            }
        }
    }
}

/// Whether a draft makes what a command reads: that is not there before.
fn makes(draft: &Draft, reading: &Command) -> bool {
    let noun = |command: &Command| {
        let acting = effects::acting(command).or(command.script.invocations().next())?;
        shell::verb_and_noun(acting.command())
            .map(|(verb, noun)| (verb.to_ascii_lowercase(), noun.to_ascii_lowercase()))
    };
    let made = draft.command().and_then(noun);
    let read = noun(reading);
    matches!((made, read), (Some((verb, made)), Some((_, read))) if verb == "new" && made == read)
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
        // What selects properties shows those, and the object itself only by its name.
        let names =
            properties.is_empty() || properties.iter().any(|p| effects::is_naming(p) || p == "*");
        let by_noun = noun.len() > 3 && names && words.iter().any(|w| w.eq_ignore_ascii_case(noun));
        let generic = words.len() == 1 && effects::is_naming(name);
        !generic && (by_noun || properties.iter().any(|p| is_part(&name_words(p), &words)))
    })
}

/// The property of a look-up's output that a parameter's value stands in, where it selects that.
pub(crate) fn shown_property(command: &Command, parameter: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let words = name_words(parameter);
    let mut properties = selected(command).into_iter();
    properties.find(|p| p.chars().all(is_plain) && is_part(&name_words(p), &words))
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
