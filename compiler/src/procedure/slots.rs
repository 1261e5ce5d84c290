//! The places in code that hold a value which may be a parameter's.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::shell::{self, Dialect, FileFormat, xml};

use super::drafts::Draft;
use super::{Action, Command, ParameterKind, Quoting};
use super::{identity, samples, stand_ins};

/// A place in code that holds a value.
pub(super) struct Slot {
    pub(super) draft: usize,
    pub(super) range: Range<usize>,
    pub(super) quoting: Quoting,
    pub(super) value: String,
    /// What the value is given to: a parameter, key or option.
    pub(super) name: Option<String>,
    /// The noun of the cmdlet.
    pub(super) noun: Option<String>,
    /// Whether it is a parameter wherever it stands.
    pub(super) decided: Option<ParameterKind>,
}

/// Equal values are one parameter; hosts and thumbprints are compared without case.
pub(super) fn key(slot: &Slot) -> String {
    // `<repo-name>` and `<repo name>` are one placeholder.
    if let Some(inner) = slot
        .value
        .strip_prefix('<')
        .and_then(|v| v.strip_suffix('>'))
    {
        let words = identity::kebab(inner);
        if samples::is_type(inner) {
            let noun = slot.noun.as_deref().unwrap_or_default();
            let name = slot.name.as_deref().unwrap_or_default();
            let own = if samples::is_generic(name) { noun } else { "" };
            return format!("<{words}>{own}-{name}").to_ascii_lowercase();
        }
        return format!("<{}>", if inner.is_ascii() { &words } else { inner });
    }
    if let Some(name) = slot.value.strip_prefix('$') {
        return format!("${}", name.trim_matches(['{', '}']));
    }
    match samples::kind_of_sample(&slot.value) {
        Some(_) => slot.value.to_ascii_lowercase(),
        None => slot.value.clone(),
    }
}

/// The slots of a draft in order, without overlap.
pub(super) fn slots_of(index: usize, draft: &Draft, assigned: &BTreeSet<String>) -> Vec<Slot> {
    let Some(act) = draft.act() else {
        return Vec::new();
    };
    let mut slots = match &act.action {
        Action::Command(command) => {
            let mut slots = placeholder_slots(index, &command.code, &command.script);
            match command.dialect {
                Dialect::PowerShell => {
                    slots.extend(argument_slots(index, &command.code, &command.script));
                }
                Dialect::Bash => slots.extend(word_slots(index, command, assigned)),
            }
            slots
        }
        Action::Edit(edit) if edit.format == FileFormat::Xml => xml_slots(index, &edit.content),
        _ => Vec::new(),
    };
    slots.sort_by_key(|s| (s.range.start, s.decided.is_none()));
    slots.dedup_by(|next, kept| next.range.start < kept.range.end);
    let code = act.action.code();
    let mut quotes = Quotes::new(code);
    let mut more = Vec::new();
    for range in samples::hosts(code) {
        let after = slots.partition_point(|s| s.range.end <= range.start);
        let covered = slots.get(after).is_some_and(|s| s.range.start < range.end);
        if !covered {
            let quoting = quotes.at(range.start);
            more.push(host_slot(index, code, range, (&act.action, quoting)));
        }
    }
    slots.extend(more);
    slots.sort_by_key(|s| s.range.start);
    slots
}

/// A sample host or thumbprint inside a longer word or a line of a file.
fn host_slot(
    draft: usize,
    code: &str,
    range: Range<usize>,
    (action, quoting): (&Action, Quoting),
) -> Slot {
    let value = code[range.clone()].to_owned();
    let is_edit = matches!(action, Action::Edit(_));
    let line = line_before(code, range.start).trim_start();
    let first = line.split([' ', '=', ':', '\t']).next().unwrap_or_default();
    Slot {
        draft,
        quoting: match action {
            Action::Edit(edit) if edit.format == FileFormat::Xml => Quoting::Xml,
            Action::Edit(_) => Quoting::Plain,
            _ => quoting,
        },
        name: (is_edit && !first.is_empty()).then(|| first.to_owned()),
        noun: None,
        decided: samples::kind_of_sample(&value),
        value,
        range,
    }
}

/// What stands before `at` on its line; nothing where that is longer than a key and a value are.
fn line_before(code: &str, at: usize) -> &str {
    let from = code[..at].char_indices().rev().take(200);
    let start = from
        .take_while(|(_, c)| *c != '\n')
        .last()
        .map_or(at, |(i, _)| i);
    let is_start = start == 0 || code[..start].ends_with('\n');
    if is_start { &code[start..at] } else { "" }
}

/// The quotes that hold the bytes of a command, asked in rising order.
struct Quotes<'a> {
    code: &'a str,
    end: usize,
    quote: Option<char>,
}

impl<'a> Quotes<'a> {
    fn new(code: &'a str) -> Self {
        Quotes {
            code,
            end: 0,
            quote: None,
        }
    }

    fn at(&mut self, at: usize) -> Quoting {
        for c in self.code[self.end..at].chars() {
            match self.quote {
                Some(q) if c == q => self.quote = None,
                None if matches!(c, '"' | '\'') => self.quote = Some(c),
                _ => {}
            }
        }
        self.end = at;
        match self.quote {
            Some('"') => Quoting::Double,
            Some(_) => Quoting::Single,
            None => Quoting::Bare,
        }
    }
}

/// Placeholders: named by the parameter that takes them, else by their own words.
fn placeholder_slots(draft: usize, code: &str, script: &shell::Script) -> Vec<Slot> {
    let mut named: Vec<(Range<usize>, &str, Option<&str>)> = Vec::new();
    for invocation in script.invocations() {
        let noun = shell::verb_and_noun(invocation.command()).map(|(_, noun)| noun);
        let arguments = invocation.arguments.iter();
        named.extend(
            arguments.filter_map(|a| Some((a.value.as_ref()?.range.clone(), a.name()?, noun))),
        );
    }
    named.sort_by_key(|(range, ..)| range.start);
    let mut quotes = Quotes::new(code);
    let slot = |range: Range<usize>| {
        let after = named.partition_point(|(value, ..)| value.start <= range.start);
        let around = after.checked_sub(1).map(|i| &named[i]);
        let own = code[range.start + 1..range.end - 1].trim();
        let is_type = samples::is_type(own);
        let around = around.filter(|(value, name, _)| {
            range.end <= value.end && (is_type || !samples::is_generic(name))
        });
        let name = around.map_or(own, |(_, name, _)| *name);
        let noun = around.and_then(|(.., noun)| noun.filter(|_| is_type));
        Slot {
            draft,
            quoting: quotes.at(range.start),
            value: code[range.clone()].to_owned(),
            name: Some(name.to_owned()),
            noun: noun.map(str::to_owned),
            decided: Some(match samples::is_secret(name) {
                true => ParameterKind::Secret,
                false => ParameterKind::Text,
            }),
            range,
        }
    };
    shell::placeholders(code).into_iter().map(slot).collect()
}

fn argument_slots(draft: usize, code: &str, script: &shell::Script) -> Vec<Slot> {
    let mut slots = Vec::new();
    for invocation in script.invocations() {
        let Some((_, noun)) = shell::verb_and_noun(invocation.command()) else {
            continue;
        };
        let mut is_first = true;
        for argument in &invocation.arguments {
            let Some(word) = &argument.value else {
                continue;
            };
            let name = argument.name();
            // Of what has no name, the first names an object.
            let named = name.is_some() || std::mem::take(&mut is_first);
            for range in elements(code, word.range.clone()) {
                let slot = argument_slot(draft, code, range, (noun, name));
                slots.extend(slot.filter(|s| named || s.decided.is_some()));
            }
        }
    }
    slots.extend(compared_slots(draft, code));
    slots
}

fn argument_slot(
    draft: usize,
    code: &str,
    range: Range<usize>,
    (noun, name): (&str, Option<&str>),
) -> Option<Slot> {
    let (range, quoting) = inner(code, range)?;
    let value = &code[range.clone()];
    let bare = quoting == Quoting::Bare;
    let computed = value.contains(['`', '"', '\'', '<'])
        || value.starts_with("_.")
        || (value.contains('$') && quoting != Quoting::Single)
        || (bare
            && (value.starts_with(['@', '[']) || value.contains(['(', ')', '{', '}', ';', '\n'])));
    if computed && !is_constant(value) {
        return None;
    }
    let is_number = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit());
    let port = is_number && name.is_some_and(samples::is_port);
    let secret = name.is_some_and(samples::is_secret);
    let is_stand_in = name.is_some_and(|n| samples::is_its_name(n, value));
    Some(Slot {
        draft,
        decided: match (port, secret && !value.is_empty() && !value.starts_with('$')) {
            (true, _) => Some(ParameterKind::Port),
            (_, true) => Some(ParameterKind::Secret),
            _ if is_stand_in => Some(ParameterKind::Text),
            _ => samples::kind_of_sample(value),
        },
        range: range.clone(),
        quoting,
        value: value.to_owned(),
        name: name.or(is_file(value).then_some("File")).map(str::to_owned),
        noun: Some(noun.to_owned()),
    })
}

/// `ports.csv`, which is the name of no object.
fn is_file(value: &str) -> bool {
    let (name, extension) = value.rsplit_once('.').unwrap_or_default();
    let plain = |t: &str| {
        !t.is_empty()
            && t.chars()
                .all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
    };
    plain(name) && plain(extension) && (2..=4).contains(&extension.len())
}

/// `$True` and its like, which stand for themselves.
fn is_constant(value: &str) -> bool {
    let constants = ["$true", "$false", "$null"];
    constants.iter().any(|c| value.eq_ignore_ascii_case(c))
}

/// The elements of a list of constants: `"a","b"`; what is no list is one.
fn elements(code: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let text = &code[range.clone()];
    if !text.contains(',') || text.contains(['(', '{', '@', '\n']) {
        return vec![range];
    }
    let mut quotes = Quotes::new(text);
    let commas = text.match_indices(',').map(|(at, _)| at);
    let commas: Vec<usize> = commas
        .filter(|at| quotes.at(*at) == Quoting::Bare)
        .collect();
    let starts = std::iter::once(0).chain(commas.iter().map(|at| at + 1));
    let ends = commas.iter().copied().chain([text.len()]);
    let trimmed = starts.zip(ends).map(|(start, end)| {
        let part = &text[start..end];
        let open = start + part.len() - part.trim_start().len();
        range.start + open..range.start + open + part.trim().len()
    });
    trimmed.filter(|r| !r.is_empty()).collect()
}

/// What a property of the reader's own is compared with: `{$_.Brand -eq "Contoso"}`.
fn compared_slots(draft: usize, code: &str) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (at, open) in code.match_indices("$_.") {
        let rest = &code[at + open.len()..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric());
        let (property, rest) = rest.split_at(length.unwrap_or(rest.len()));
        let mut words = rest.trim_start().splitn(2, ' ');
        let operator = words.next().unwrap_or_default().to_ascii_lowercase();
        let operators = ["-eq", "-ne", "-like", "-match", "-ceq", "-contains"];
        let value = words.next().unwrap_or_default().trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (Some(quote), true) = (quote, operators.contains(&operator.as_str())) else {
            continue;
        };
        let start = value.as_ptr() as usize - code.as_ptr() as usize;
        let Some(end) = value[1..].find(quote) else {
            continue;
        };
        let inner = &value[1..=end];
        if inner.is_empty()
            || inner.contains(['$', '`', '*', '\n'])
            || !samples::is_own_name("", property, inner)
        {
            continue;
        }
        slots.push(Slot {
            draft,
            range: start + 1..start + 1 + inner.len(),
            quoting: if quote == '"' {
                Quoting::Double
            } else {
                Quoting::Single
            },
            value: inner.to_owned(),
            name: Some(property.to_owned()),
            noun: None,
            decided: Some(samples::kind_of_value(inner)),
        });
    }
    slots
}

/// Words of bash that stand for the reader's own, and variables that nobody sets.
fn word_slots(draft: usize, command: &Command, assigned: &BTreeSet<String>) -> Vec<Slot> {
    let code = &command.code;
    let mut quotes = Quotes::new(code);
    let mut slots = Vec::new();
    for stand_in in stand_ins::find(code, &command.script, assigned) {
        let quoting = quotes.at(stand_in.range.start);
        // Nothing is replaced by the shell there.
        if quoting == Quoting::Single && stand_in.is_variable {
            continue;
        }
        slots.push(Slot {
            draft,
            quoting,
            value: code[stand_in.range.clone()].to_owned(),
            decided: Some(match samples::is_secret(&stand_in.name) {
                true => ParameterKind::Secret,
                false => ParameterKind::Text,
            }),
            name: Some(stand_in.name),
            noun: None,
            range: stand_in.range,
        });
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
