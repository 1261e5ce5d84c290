//! Values that the operator supplies: samples in code, placeholders, and values that the article
//! explains. Equal values are one parameter; a sample is never a default.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::shell::{self, Dialect, FileFormat, xml};

use super::drafts::{Draft, contains_word};
use super::identity::{camel, name_words};
use super::samples;
use super::view::View;
use super::{Action, CodePiece, Parameter, ParameterKind, Quoting};

/// A place in code that holds a value.
struct Slot {
    draft: usize,
    range: Range<usize>,
    quoting: Quoting,
    value: String,
    /// What the value is given to: a parameter, key or option.
    name: Option<String>,
    /// The noun of the cmdlet.
    noun: Option<String>,
    /// Whether it is a parameter wherever it stands.
    decided: Option<ParameterKind>,
}

/// A parameter with what is known of it while steps are put together.
pub(super) struct Found {
    pub(super) parameter: Parameter,
    /// The names that it is given to in code.
    pub(super) names: Vec<String>,
    /// The drafts that use it.
    pub(super) drafts: Vec<usize>,
}

/// Finds the parameters of all drafts and marks them in their code. `targets` are drafts whose
/// object the operator chooses.
pub(super) fn find(view: &View<'_>, drafts: &mut [&mut Draft], targets: &[usize]) -> Vec<Found> {
    let mut slots: Vec<Slot> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        let mut own = slots_of(index, draft);
        for slot in &mut own {
            let chosen = targets.contains(&index) && names_target(slot);
            if slot.decided.is_none() && (chosen || is_explained(view, draft, slot)) {
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
    for (index, draft) in drafts.iter_mut().enumerate() {
        let own: Vec<&Slot> = slots.iter().filter(|s| s.draft == index).collect();
        mark(draft, &own, &ids);
    }
    found.into_iter().map(|(_, f)| f).collect()
}

/// Equal values are one parameter; hosts and thumbprints are compared without case.
fn key(slot: &Slot) -> String {
    match samples::kind_of_sample(&slot.value) {
        Some(_) => slot.value.to_ascii_lowercase(),
        None => slot.value.clone(),
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
    draft.tail.iter().any(|unit| {
        view.most(*unit, |text| {
            let repeats = slot.value.len() > 2 && contains_word(text, &slot.value);
            let lower = || contains_word(&text.to_lowercase(), &name.to_lowercase());
            repeats || (distinct && lower())
        })
    })
}

fn slots_of(index: usize, draft: &Draft) -> Vec<Slot> {
    let Some(act) = draft.act() else {
        return Vec::new();
    };
    let mut slots = match &act.action {
        Action::Command(command) => {
            let mut slots = placeholder_slots(index, &command.code, &command.script);
            if command.dialect == Dialect::PowerShell {
                slots.extend(argument_slots(index, &command.code, &command.script));
            }
            slots
        }
        Action::Edit(edit) if edit.format == FileFormat::Xml => xml_slots(index, &edit.content),
        _ => Vec::new(),
    };
    slots.sort_by_key(|s| (s.range.start, s.decided.is_none()));
    slots.dedup_by(|next, kept| next.range.start < kept.range.end);
    let code = code_of(&act.action);
    for range in samples::hosts(code) {
        let covers = |s: &Slot| s.range.start < range.end && range.start < s.range.end;
        if !slots.iter().any(covers) {
            slots.push(host_slot(index, code, range, &act.action));
        }
    }
    slots.sort_by_key(|s| s.range.start);
    slots
}

fn code_of(action: &Action) -> &str {
    match action {
        Action::Command(command) => &command.code,
        Action::Edit(edit) => &edit.content,
        Action::None => "",
    }
}

/// A sample host or thumbprint inside a longer word or a line of a file.
fn host_slot(draft: usize, code: &str, range: Range<usize>, action: &Action) -> Slot {
    let value = code[range.clone()].to_owned();
    let is_edit = matches!(action, Action::Edit(_));
    let line = &code[code[..range.start].rfind('\n').map_or(0, |i| i + 1)..range.start];
    let first = line
        .trim_start()
        .split([' ', '=', ':', '\t'])
        .next()
        .unwrap_or_default();
    let quoting = match (action, quote_at(code, range.start)) {
        (Action::Edit(edit), _) if edit.format == FileFormat::Xml => Quoting::Xml,
        (Action::Edit(_), _) => Quoting::Plain,
        (_, quote) => quote,
    };
    Slot {
        draft,
        quoting,
        name: (is_edit && !first.is_empty()).then(|| first.to_owned()),
        noun: None,
        decided: samples::kind_of_sample(&value),
        value,
        range,
    }
}

/// The quotes that hold the byte at `at`.
fn quote_at(code: &str, at: usize) -> Quoting {
    let mut quote = None;
    for c in code[..at].chars() {
        match quote {
            Some(q) if c == q => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
    }
    match quote {
        Some('"') => Quoting::Double,
        Some(_) => Quoting::Single,
        None => Quoting::Bare,
    }
}

/// Placeholders: named by the parameter that takes them, else by their own words.
fn placeholder_slots(draft: usize, code: &str, script: &shell::Script) -> Vec<Slot> {
    let named = |range: &Range<usize>| {
        let mut arguments = script.invocations().flat_map(|i| &i.arguments);
        let holds = |a: &&shell::Argument| {
            a.value
                .as_ref()
                .is_some_and(|v| v.range.start <= range.start && range.end <= v.range.end)
        };
        arguments
            .find(holds)
            .and_then(|a| a.name().map(str::to_owned))
            .filter(|name| !samples::is_generic(name))
    };
    let slot = |range: Range<usize>| Slot {
        draft,
        quoting: quote_at(code, range.start),
        value: code[range.clone()].to_owned(),
        name: named(&range)
            .or_else(|| Some(code[range.start + 1..range.end - 1].trim().to_owned())),
        noun: None,
        decided: Some(ParameterKind::Text),
        range,
    };
    shell::placeholders(code).into_iter().map(slot).collect()
}

fn argument_slots(draft: usize, code: &str, script: &shell::Script) -> Vec<Slot> {
    let mut slots = Vec::new();
    for invocation in script.invocations() {
        let Some((_, noun)) = shell::verb_and_noun(invocation.command()) else {
            continue;
        };
        for argument in &invocation.arguments {
            let (Some(word), Some(value)) = (&argument.value, argument.constant()) else {
                continue;
            };
            let Some((range, quoting)) = inner(code, word.range.clone()) else {
                continue;
            };
            if code[range.clone()] != *value {
                continue;
            }
            let name = argument.name().map(str::to_owned);
            let is_number = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit());
            let port = is_number && name.as_deref().is_some_and(samples::is_port);
            slots.push(Slot {
                draft,
                decided: match port {
                    true => Some(ParameterKind::Port),
                    false => samples::kind_of_sample(value),
                },
                range,
                quoting,
                value: value.to_owned(),
                name,
                noun: Some(noun.to_owned()),
            });
        }
    }
    slots
}

/// A word without the quotes around the whole of it; none for a list or a word quoted in part.
fn inner(code: &str, range: Range<usize>) -> Option<(Range<usize>, Quoting)> {
    let text = &code[range.clone()];
    let quoted = |q: char| text.len() > 1 && text.starts_with(q) && text.ends_with(q);
    match text {
        _ if quoted('"') => Some((range.start + 1..range.end - 1, Quoting::Double)),
        _ if quoted('\'') => Some((range.start + 1..range.end - 1, Quoting::Single)),
        t if t.contains(['"', '\'', ',']) => None,
        _ => Some((range, Quoting::Bare)),
    }
}

/// Attribute values; one beside a `key` or `name` attribute goes by that.
fn xml_slots(draft: usize, content: &str) -> Vec<Slot> {
    let mut slots = Vec::new();
    for tag in xml::tags(content).unwrap_or_default() {
        let naming = tag
            .attributes
            .iter()
            .position(|a| matches!(a.name.as_str(), "key" | "name"));
        let key = naming.map(|i| content[tag.attributes[i].value.clone()].to_owned());
        for (i, attribute) in tag.attributes.iter().enumerate() {
            if Some(i) == naming {
                continue;
            }
            let value = content[attribute.value.clone()].to_owned();
            slots.push(Slot {
                draft,
                decided: samples::kind_of_sample(&value),
                range: attribute.value.clone(),
                quoting: Quoting::Xml,
                value,
                name: key.clone().or_else(|| Some(attribute.name.clone())),
                noun: None,
            });
        }
    }
    slots
}

/// Groups slots by value, in the order of their first use, and names the groups.
fn name_all(slots: &[Slot], decided: &BTreeMap<String, ParameterKind>) -> Vec<(String, Found)> {
    let mut order: Vec<String> = Vec::new();
    for slot in slots {
        let key = key(slot);
        if !order.contains(&key) {
            order.push(key);
        }
    }
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for group in order {
        let uses: Vec<&Slot> = slots.iter().filter(|s| key(s) == group).collect();
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
            uses: Vec::new(),
            discovered_by: None,
            required: true,
        };
        let names = uses.iter().filter_map(|s| s.name.clone()).collect();
        found.push((
            group,
            Found {
                parameter,
                names,
                drafts,
            },
        ));
    }
    found
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
fn mark(draft: &mut Draft, slots: &[&Slot], ids: &BTreeMap<String, String>) {
    let Some(act) = draft.act_mut() else { return };
    let code = code_of(&act.action).to_owned();
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
