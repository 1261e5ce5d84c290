//! The YAML between `---` lines at the top of a file: its values and their bytes.
//!
//! Where YAML cannot be read, and for Hugo's `+++`, the plain lines `key: value` are.

use std::ops::Range;

use super::{plain_yaml, yaml};
use crate::document::FrontMatterValue;
use crate::source::Span;

/// More front matter than this is not read.
pub(super) const MAX_LENGTH: usize = 64 * 1024;

/// What the top of a file holds.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// Its values in order.
    pub(super) values: Vec<FrontMatterValue>,
    /// Where the text begins.
    pub(super) end: usize,
    /// Why it could not be read, or not all of it.
    pub(super) failure: Option<Failure>,
}

/// Why front matter could not be read.
#[derive(Debug)]
pub(super) enum Failure {
    TooLong { at: usize },
    Unclosed { at: usize },
    Invalid { reason: String, at: usize },
}

/// How front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Syntax {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines, as Hugo has it.
    Toml,
}

/// Reads the front matter of a file, if its first line opens one and a later one closes it.
pub(super) fn read(text: &str) -> FrontMatter {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let none = FrontMatter {
        end: start,
        ..FrontMatter::default()
    };
    let Some((syntax, inside, end)) = find(text, start) else {
        let failure = is_unclosed(&text[start..]).then_some(Failure::Unclosed { at: start });
        return FrontMatter { failure, ..none };
    };
    if inside.len() > MAX_LENGTH {
        let failure = Some(Failure::TooLong { at: inside.start });
        return FrontMatter {
            end,
            failure,
            ..none
        };
    }
    if text[inside.clone()].trim().is_empty() {
        return FrontMatter { end, ..none };
    }
    if syntax == Syntax::Toml {
        let values = lines(text, inside, '=');
        return FrontMatter {
            values,
            end,
            failure: None,
        };
    }
    if let Some(values) = plain_yaml::values(text, inside.clone()) {
        return FrontMatter {
            values,
            end,
            failure: None,
        };
    }
    match yaml::values(text, inside.clone()) {
        Ok(Some(values)) => FrontMatter {
            values,
            end,
            failure: None,
        },
        // Between two rules stands text: no front matter after all.
        Ok(None) => none,
        Err(failure) => FrontMatter {
            values: lines(text, inside, ':'),
            end,
            failure: Some(failure),
        },
    }
}

/// The bytes between the lines of dashes, and where the text begins.
fn find(text: &str, start: usize) -> Option<(Syntax, Range<usize>, usize)> {
    let first = text[start..].split_inclusive('\n').next()?;
    let syntax = match first.trim_end() {
        "---" => Syntax::Yaml,
        "+++" => Syntax::Toml,
        _ => return None,
    };
    let begin = start + first.len();
    let mut at = begin;
    for line in text[begin..].split_inclusive('\n') {
        let next = at + line.len();
        let is_end = match syntax {
            Syntax::Yaml => matches!(line.trim_end(), "---" | "..."),
            Syntax::Toml => line.trim_end() == "+++",
        };
        if is_end {
            return Some((syntax, begin..at, next));
        }
        at = next;
    }
    None
}

/// Whether text without front matter opens some: a line of dashes, then one `key: value`. After a
/// rule of Markdown stands an empty line, or words.
fn is_unclosed(text: &str) -> bool {
    let mut lines = text.lines();
    let opens = matches!(lines.next().map(str::trim_end), Some("---"));
    let is_key = |c: char| c.is_ascii_alphanumeric() || "_-.:".contains(c);
    let key = lines.next().and_then(|line| {
        let found = line.split_once(": ").map(|(key, _)| key);
        found.or(line.trim_end().strip_suffix(':'))
    });
    opens && key.is_some_and(|key| !key.is_empty() && key.chars().all(is_key))
}

/// What can be told of the values line by line, where YAML cannot be read: `key: value` as it
/// stands, without nesting. A title with a colon in it is the common mistake.
fn lines(text: &str, inside: Range<usize>, separator: char) -> Vec<FrontMatterValue> {
    let mut values = Vec::new();
    let mut at = inside.start;
    for line in text[inside].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | ' ');
        let Some((key, value)) = line.split_once(match separator {
            ':' => ": ",
            _ => "=",
        }) else {
            continue;
        };
        let key = key.trim_end();
        let written = value.trim();
        let is_plain = key.starts_with(char::is_alphabetic) && key.chars().all(is_key);
        if !is_plain || written.is_empty() {
            continue;
        }
        let from = start + line.len() - value.trim_start().len();
        let quotes = ['"', '\''];
        values.push(FrontMatterValue {
            key: key.to_owned(),
            value: written.trim_matches(quotes).to_owned(),
            span: Span::new(from..from + written.len()),
        });
    }
    values
}
