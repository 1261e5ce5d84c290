//! Words of bash that stand for the reader's own: `your-host`, `RELEASE_NAME`, a variable that nobody
//! sets. What a command prints or a file holds is not looked at.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::shell::{Dialect, Invocation, Script};

use super::{Command, samples};

/// A place in a command that stands for a value.
pub(super) struct StandIn {
    pub(super) range: Range<usize>,
    /// What it is called.
    pub(super) name: String,
    pub(super) is_variable: bool,
}

/// The variables that commands set, with those of loops and of what they read.
pub(super) fn assigned<'c>(commands: impl Iterator<Item = &'c Command>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for command in commands.filter(|c| c.dialect == Dialect::Bash) {
        let mut before = "";
        let separators = |c: char| c.is_whitespace() || matches!(c, ';' | '(' | '&' | '|');
        for word in command.code.split(separators).filter(|w| !w.is_empty()) {
            let name = match word.split_once('=') {
                Some((name, _)) => name.trim_end_matches('+'),
                None if matches!(before, "for" | "read" | "export" | "local" | "-r") => word,
                None => "",
            };
            if is_name(name) {
                names.insert(name.to_owned());
            }
            before = word;
        }
    }
    names
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The stand-ins of a command in order, without overlap.
pub(super) fn find(code: &str, script: &Script, assigned: &BTreeSet<String>) -> Vec<StandIn> {
    let mut found = tokens(code);
    found.extend(script.invocations().flat_map(capitals));
    // In what a command is fed line by line, quotes are no quotes.
    if !code.contains("<<") {
        found.extend(variables(code, assigned));
    }
    found.sort_by_key(|s| (s.range.start, s.range.end));
    found.dedup_by(|next, kept| next.range.start < kept.range.end);
    found
}

/// `your-host` as a part of any word, unless it names a file.
fn tokens(code: &str) -> Vec<StandIn> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut found = Vec::new();
    let mut at = 0;
    for token in code.split(|c: char| !is_part(c)) {
        let range = at..at + token.len();
        at = range.end + code[range.end..].chars().next().map_or(0, char::len_utf8);
        let before = code[..range.start].chars().next_back();
        let more = code[range.end..].strip_prefix('.');
        let is_file = more.is_some_and(|m| m.starts_with(|c: char| c.is_ascii_alphanumeric()));
        if let Some(name) = samples::stand_in(token)
            && !is_file
            && !matches!(before, Some('<' | '$' | '{'))
        {
            found.push(StandIn {
                range,
                name: name.to_owned(),
                is_variable: false,
            });
        }
    }
    found
}

/// `RELEASE_NAME` where an operand stands.
fn capitals(invocation: &Invocation) -> Vec<StandIn> {
    let mut found = Vec::new();
    let mut option = None;
    for argument in &invocation.arguments {
        let before = std::mem::replace(&mut option, argument.name());
        let Some(word) = argument
            .value
            .as_ref()
            .filter(|_| argument.name().is_none())
        else {
            continue;
        };
        let value = argument.constant().unwrap_or_default();
        let whole = value.len() == word.range.len();
        if whole
            && samples::is_capital_stand_in(value)
            && !samples::takes_names(invocation.command(), before)
        {
            found.push(StandIn {
                range: word.range.clone(),
                name: value.to_owned(),
                is_variable: false,
            });
        }
    }
    found
}

/// `$NAME` and `${NAME}` that nothing sets.
fn variables(code: &str, assigned: &BTreeSet<String>) -> Vec<StandIn> {
    let mut found = Vec::new();
    for (start, _) in code.match_indices('$') {
        let rest = &code[start + 1..];
        let braced = rest.strip_prefix('{');
        let text = braced.unwrap_or(rest);
        let length = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let name = &text[..length.unwrap_or(text.len())];
        let closed = braced.is_none() || text[name.len()..].starts_with('}');
        let escaped = code[..start].ends_with('\\');
        let upper = name
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
        let known = assigned.contains(name) || samples::is_system_variable(name);
        if is_name(name) && name.len() > 1 && upper && closed && !escaped && !known {
            let more = if braced.is_some() { 3 } else { 1 };
            found.push(StandIn {
                range: start..start + name.len() + more,
                name: name.to_owned(),
                is_variable: true,
            });
        }
    }
    found
}
