//! Terminal sessions: prompts, commands and what they printed.

use super::facts::PROGRAMS;
use super::{Dialect, shape};

/// One command of a transcript with what it printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The command without its prompt; several lines where it continues.
    pub command: String,
    /// What it printed; empty where the transcript shows nothing.
    pub output: String,
}

/// The commands of a transcript in order. Without prompts, each line that has the shape of a
/// command begins one.
pub fn exchanges(dialect: Dialect, code: &str) -> Vec<Exchange> {
    let prompted = code.lines().any(|l| prompt(l).is_some());
    // Beside another prompt, `# ` opens a comment.
    let other = code
        .lines()
        .any(|l| prompt(l).is_some() && !l.trim_start().starts_with('#'));
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut continues = false;
    for line in code.lines() {
        let command = match prompted {
            true if other && line.trim_start().starts_with('#') => None,
            true => prompt(line).map(|(_, rest)| rest),
            false => shape::is_command_line(dialect, line).then_some(line),
        };
        match (command, exchanges.last_mut()) {
            (_, Some(last)) if continues => {
                let rest = line.strip_prefix("> ").unwrap_or(line);
                last.command.push('\n');
                last.command.push_str(rest);
            }
            (Some(command), _) => exchanges.push(Exchange {
                command: command.to_owned(),
                output: String::new(),
            }),
            (None, Some(last)) => {
                last.output.push_str(line);
                last.output.push('\n');
            }
            (None, None) => {}
        }
        continues = exchanges
            .last()
            .is_some_and(|e| e.output.is_empty() && e.command.trim_end().ends_with(['\\', '`']));
    }
    for exchange in &mut exchanges {
        let lines = exchange.output.trim_start_matches(['\r', '\n']);
        exchange.output = lines.trim_end().to_owned();
    }
    exchanges
}

/// The dialect of the prompt that a line begins with, and what follows it.
pub(super) fn prompt(line: &str) -> Option<(Dialect, &str)> {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix("PS") {
        let (place, command) = rest.split_once('>')?;
        let is_place = place.is_empty() || (place.starts_with(' ') && place.contains(':'));
        return is_place.then_some((Dialect::PowerShell, command.trim_start()));
    }
    if let Some(rest) = line.strip_prefix("$ ") {
        return Some((Dialect::Bash, rest.trim_start()));
    }
    if let Some(rest) = line.strip_prefix("# ") {
        return root_command(rest).then_some((Dialect::Bash, rest.trim_start()));
    }
    let bytes = line.as_bytes();
    if bytes.len() > 3 && bytes[0].is_ascii_alphabetic() && &bytes[1..3] == b":\\" {
        let (place, command) = line.split_once('>')?;
        let is_place = !place.contains(['<', '"', '|', '/']) && !place.contains(".exe");
        return is_place.then_some((Dialect::PowerShell, command.trim_start()));
    }
    user_prompt(line)
}

/// `user@host:~$ command`
fn user_prompt(line: &str) -> Option<(Dialect, &str)> {
    let end = line.find(['$', '#'])?;
    let (before, after) = line.split_at(end);
    let command = after[1..].strip_prefix(' ')?;
    let before = before.trim_end_matches(']').trim_start_matches('[');
    let (user, host) = before.split_once('@')?;
    let is_name = |n: &str| {
        let mut chars = n.chars();
        !n.is_empty() && chars.all(|c| c.is_ascii_alphanumeric() || "-_.:~/ ".contains(c))
    };
    (is_name(user) && is_name(host) && !user.contains(' '))
        .then_some((Dialect::Bash, command.trim_start()))
}

/// Whether what follows `# ` is the command of a root prompt and not a comment: a program that
/// is no common word, or one with an option or path.
fn root_command(rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    let first = words.next().unwrap_or_default();
    let is_program = PROGRAMS.find(first).is_some() || PROGRAMS.wrappers.contains(first);
    let lower = first.chars().all(|c| !c.is_uppercase());
    let is_prose = PROGRAMS.find(first).is_some_and(|p| p.prose);
    let telling = words.any(|w| !w.chars().all(char::is_alphabetic));
    is_program && lower && (telling || !is_prose) && !shape::is_sentence(rest)
}
