//! Values that the operator supplies: samples in code, placeholders, and values that the article
//! explains. Equal values are one parameter; a sample is never a default.

use std::collections::{BTreeMap, BTreeSet};

use super::drafts::Draft;
use super::identity::{camel, name_words};
use super::inference::{BY_CODE, PROVEN};
use super::mention::contains_word;
use super::samples;
use super::sessions;
use super::slots::{Slot, key, slots_of};
use super::stand_ins;
use super::view::View;
use super::{Action, Basis, CodePiece, Parameter, ParameterKind};
use crate::diagnostic::Certainty;
use crate::shell;

/// A parameter with what is known of it while steps are put together.
pub(super) struct Found {
    pub(super) parameter: Parameter,
    /// The names that it is given to in code.
    pub(super) names: Vec<String>,
    /// The drafts that use it.
    pub(super) drafts: Vec<usize>,
    /// Why it is one.
    pub(super) basis: (Certainty, Basis),
}

/// Finds the parameters of all drafts and marks them in their code. `targets` are drafts whose
/// object the operator chooses.
pub(super) fn find(
    view: &View<'_>,
    drafts: &mut [&mut Draft],
    targets: &BTreeSet<usize>,
) -> Vec<Found> {
    let mut slots: Vec<Slot> = Vec::new();
    let commands = drafts.iter().filter_map(|d| d.command());
    let assigned = stand_ins::assigned(commands);
    for (index, draft) in drafts.iter().enumerate() {
        let mut own = slots_of(index, draft, &assigned);
        // Sentences explain a command, not a list of hundreds of values.
        let few = own.len() <= 100;
        for slot in &mut own {
            let chosen = targets.contains(&index) && names_target(slot);
            let own = is_own(slot);
            if slot.decided.is_none() && (chosen || own || (few && is_explained(view, draft, slot)))
            {
                slot.decided = Some(samples::kind_of_value(&slot.value));
            }
        }
        slots.extend(own);
    }
    let mut decided: BTreeMap<String, ParameterKind> = BTreeMap::new();
    for slot in &slots {
        if let Some(kind) = slot.decided {
            decided.entry(key(slot)).or_insert(kind);
        }
    }
    slots.retain(|slot| decided.contains_key(&key(slot)));
    let found = name_all(&slots, &decided);
    let ids: BTreeMap<String, String> = found
        .iter()
        .map(|(key, f)| (key.clone(), f.parameter.id.clone()))
        .collect();
    let mut rest = slots.as_slice();
    for (index, draft) in drafts.iter_mut().enumerate() {
        let count = rest.partition_point(|s| s.draft <= index);
        let (own, others) = rest.split_at(count);
        mark(draft, own, &ids);
        rest = others;
    }
    found.into_iter().map(|(_, f)| f).collect()
}

/// Whether a cmdlet is given a name of the reader's own.
fn is_own(slot: &Slot) -> bool {
    let Some(noun) = &slot.noun else {
        return false;
    };
    // What stands first names the object that is meant.
    let name = slot.name.as_deref().unwrap_or("Identity");
    match sessions::is_local_noun(noun) {
        true => samples::is_own_place(name, &slot.value),
        false => samples::is_own_name(noun, name, &slot.value),
    }
}

fn names_target(slot: &Slot) -> bool {
    let naming = ["identity", "name"];
    let name = slot.name.as_deref().map(str::to_ascii_lowercase);
    name.is_none_or(|n| naming.contains(&n.as_str()))
}

/// Whether the sentences after the code say what the value is: they repeat it, or the name that
/// it is given to.
fn is_explained(view: &View<'_>, draft: &Draft, slot: &Slot) -> bool {
    let Some(name) = &slot.name else { return false };
    let number = slot.value.chars().all(|c| c.is_ascii_digit());
    if slot.value.starts_with('$') || number || slot.value.is_empty() || slot.value.len() > 200 {
        return false;
    }
    let distinct = name_words(name).len() > 1;
    draft.tail.iter().take(20).any(|unit| {
        view.most(*unit, |text| {
            let repeats = slot.value.len() > 2 && contains_word(text, &slot.value);
            let lower = || contains_word(&text.to_lowercase(), &name.to_lowercase());
            repeats || (distinct && lower())
        })
    })
}

/// Groups slots by value, in the order of their first use, and names the groups.
fn name_all(slots: &[Slot], decided: &BTreeMap<String, ParameterKind>) -> Vec<(String, Found)> {
    let mut groups: BTreeMap<String, (usize, Vec<&Slot>)> = BTreeMap::new();
    for slot in slots {
        let next = groups.len();
        let group = groups.entry(key(slot)).or_insert((next, Vec::new()));
        group.1.push(slot);
    }
    let mut groups: Vec<(String, (usize, Vec<&Slot>))> = groups.into_iter().collect();
    groups.sort_by_key(|(_, (order, _))| *order);
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for (group, (_, uses)) in groups {
        let kind = decided[&group];
        let mut id = name(&uses, kind);
        let count = taken.entry(id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            id = format!("{id}{count}");
        }
        let mut drafts: Vec<usize> = uses.iter().map(|s| s.draft).collect();
        drafts.dedup();
        let parameter = Parameter {
            id,
            kind,
            sample: uses[0].value.clone(),
            required: true,
            pattern: offered(&uses[0].value),
            ..Parameter::default()
        };
        let names = uses.iter().filter_map(|s| s.name.clone()).collect();
        found.push((
            group,
            Found {
                parameter,
                names,
                drafts,
                basis: match samples::kind_of_sample(&uses[0].value) {
                    Some(_) => PROVEN,
                    None => BY_CODE,
                },
            },
        ));
    }
    found
}

/// The values that a placeholder offers, as a pattern: `<Open|Closed>`.
fn offered(sample: &str) -> Option<String> {
    let inner = sample.strip_prefix('<')?.strip_suffix('>')?;
    Some(shell::alternatives(inner)?.join("|"))
}

/// The first name that says something, else the noun with the first name, else the kind.
fn name(uses: &[&Slot], kind: ParameterKind) -> String {
    let telling = |n: &&String| !samples::is_generic(n) && n.is_ascii();
    let names = || uses.iter().filter_map(|s| s.name.as_ref());
    if let Some(name) = names().find(telling) {
        return camel(name);
    }
    let with_noun = uses.iter().find_map(|s| {
        let noun = s.noun.as_deref()?;
        let words = name_words(noun);
        // The prefix of a product (`Cs`) says nothing about the value.
        let short = words.first().is_some_and(|w| w.len() == 2) && words.len() > 1;
        let noun = if short { &noun[2..] } else { noun };
        Some(format!(
            "{noun}-{}",
            s.name.as_deref().unwrap_or("Identity")
        ))
    });
    match (with_noun, kind) {
        (Some(name), _) => camel(&name),
        (None, ParameterKind::HostName) => "hostName".to_owned(),
        (None, ParameterKind::Thumbprint) => "thumbprint".to_owned(),
        (None, ParameterKind::Url) => "url".to_owned(),
        (None, _) => "value".to_owned(),
    }
}

/// Splits a draft's code at its parameters.
fn mark(draft: &mut Draft, slots: &[Slot], ids: &BTreeMap<String, String>) {
    let Some(act) = draft.act_mut() else { return };
    let code = act.action.code().to_owned();
    let mut marked = Vec::new();
    let mut end = 0;
    for slot in slots {
        if slot.range.start < end {
            continue;
        }
        if slot.range.start > end {
            marked.push(CodePiece::Verbatim(code[end..slot.range.start].to_owned()));
        }
        marked.push(CodePiece::Parameter {
            id: ids[&key(slot)].clone(),
            quoting: slot.quoting,
        });
        end = slot.range.end;
    }
    if end < code.len() {
        marked.push(CodePiece::Verbatim(code[end..].to_owned()));
    }
    match &mut act.action {
        Action::Command(command) => command.pieces = marked,
        Action::Edit(edit) => edit.pieces = marked,
        Action::None => {}
    }
}
