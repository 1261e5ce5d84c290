//! Values that a look-up showed, offered for a parameter: read from what it printed, kept only where
//! the parameter accepts them, and never taken without being chosen.

use unicode_width::UnicodeWidthChar;

use super::face::{Face, PLAIN};
use super::stop::Result;
use super::values::is_valid;
use super::walk::Walk;
use crate::emit::sheet::Step;

/// The most that is offered.
const MOST: usize = 20;

impl<'a> Walk<'a> {
    /// Has the values that a step shows, those that it printed offered.
    pub(super) fn take_shown(&mut self, step: &'a Step, printed: &str) -> Result<()> {
        for id in &step.supplies {
            let parameter = self.values.parameter(id);
            let Some((offer, parameter)) = step.offers.get(id).zip(parameter) else {
                self.require(id)?;
                continue;
            };
            let found = found(printed, offer.property.as_deref(), |v| {
                is_valid(parameter, v)
            });
            self.require_of(id, &found, &offer.about)?;
        }
        Ok(())
    }
}

/// Shows what is offered, numbered.
pub(super) fn show(face: &Face, offered: &[String], about: &str) {
    if !offered.is_empty() {
        face.say(PLAIN, about);
    }
    for (number, value) in offered.iter().enumerate() {
        face.say(PLAIN, &format!("  #{}  {value}", number + 1));
    }
}

/// The offered value that `#` and a number stand for. No value that is offered begins like that.
pub(super) fn picked<'o>(offered: &'o [String], line: &str) -> Option<&'o String> {
    let number: usize = line.strip_prefix('#')?.parse().ok()?;
    offered.get(number.checked_sub(1)?)
}

/// The values in what a command printed: those of a property, or the lines, or else their first
/// words.
fn found(printed: &str, property: Option<&str>, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let lines: Vec<&str> = printed.lines().collect();
    let kept = |values: Vec<&str>| {
        let mut kept: Vec<String> = Vec::new();
        for value in values.into_iter().map(str::trim) {
            if kept.len() < MOST && fits(value) && kept.iter().all(|k| k != value) {
                kept.push(value.to_owned());
            }
        }
        kept
    };
    if let Some(property) = property {
        let listed = kept(lines.iter().filter_map(|l| listed(l, property)).collect());
        return match listed.is_empty() {
            true => kept(column(&lines, property)),
            false => listed,
        };
    }
    let whole = kept(lines.clone());
    match whole.is_empty() {
        true => kept(
            lines
                .iter()
                .filter_map(|l| l.split_whitespace().next())
                .collect(),
        ),
        false => whole,
    }
}

/// The value of a property in a line of a list: `SiteID : 1`.
fn listed<'l>(line: &'l str, property: &str) -> Option<&'l str> {
    let (name, value) = line.split_once(':')?;
    name.trim().eq_ignore_ascii_case(property).then_some(value)
}

/// The values of a column of a table, whose heads are underlined by hyphens.
fn column<'l>(lines: &[&'l str], property: &str) -> Vec<&'l str> {
    let is_rule = |line: &str| line.contains("--") && line.chars().all(|c| c == '-' || c == ' ');
    let Some(rule) = (1..lines.len()).find(|i| is_rule(lines[*i])) else {
        return Vec::new();
    };
    let marks = lines[rule];
    let starts: Vec<usize> = (0..marks.len())
        .filter(|i| marks[*i..].starts_with('-') && !marks[..*i].ends_with('-'))
        .collect();
    let is_head = |at: usize| {
        let end = starts.get(at + 1).copied().unwrap_or(usize::MAX);
        let head = cells(lines[rule - 1], starts[at], end);
        head.is_some_and(|head| head.trim().eq_ignore_ascii_case(property))
    };
    let Some(at) = (0..starts.len()).find(|at| is_head(*at)) else {
        return Vec::new();
    };
    let end = starts.get(at + 1).copied().unwrap_or(usize::MAX);
    let rows = lines[rule + 1..]
        .iter()
        .take_while(|row| !row.trim().is_empty());
    let values = rows.filter_map(|row| cells(row, starts[at], end));
    values
        .filter(|value| !value.trim_end().ends_with(['\u{2026}', '.']))
        .collect()
}

/// What stands in a row from one column to another; none where a word goes across the first.
fn cells(row: &str, start: usize, end: usize) -> Option<&str> {
    let mut width = 0;
    let (mut from, mut to) = (None, row.len());
    for (at, c) in row.char_indices() {
        if width >= start && from.is_none() {
            from = (width == start && !row[..at].ends_with(|c: char| c != ' ')).then_some(at);
            from?;
        }
        if width >= end {
            to = at;
            break;
        }
        width += c.width().unwrap_or(0);
    }
    row.get(from?..to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(printed: &str, property: Option<&str>) -> Vec<String> {
        let plain = |v: &str| !v.is_empty() && v.chars().all(|c| c.is_alphanumeric() || c == ' ');
        found(printed, property, plain)
    }

    #[test]
    fn values_of_a_property_are_found_in_lists_and_tables() {
        let list =
            "\nSubject    : CN=a\nThumbprint : AB12\n\nSubject    : CN=b\nThumbprint : CD34\n";
        assert_eq!(values(list, Some("thumbprint")), ["AB12", "CD34"]);
        let table =
            "\nDisplayName SiteID\n----------- ------\n里昂        1\nNew York    20\n\nDone 7\n";
        assert_eq!(values(table, Some("SiteID")), ["1", "20"]);
        assert_eq!(values(table, Some("DisplayName")), ["里昂", "New York"]);
        assert_eq!(values(table, Some("Other")), [""; 0]);
    }

    #[test]
    fn what_goes_across_a_column_is_not_offered() {
        let table = "  Id Name\n  -- ----\n   7 seven\n1234 many\n   8 cut\u{2026}\n";
        assert_eq!(values(table, Some("Name")), ["seven", "many"]);
        assert_eq!(values(table, Some("Id")), ["7", "8"]);
    }

    #[test]
    fn without_a_property_lines_are_offered_or_their_first_words() {
        assert_eq!(values("web1\nweb2\nweb1\n", None), ["web1", "web2"]);
        assert_eq!(values("web1 (up)\nweb2 (down)\n", None), ["web1", "web2"]);
    }

    #[test]
    fn an_offer_is_picked_by_its_number() {
        let offered = ["a".to_owned(), "2".to_owned()];
        assert_eq!(picked(&offered, "#2"), Some(&offered[1]));
        assert_eq!(picked(&offered, "2"), None);
        assert_eq!(picked(&offered, "#3"), None);
    }
}
