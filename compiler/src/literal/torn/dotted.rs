//! Host and file names with a space beside a dot: `web01. contoso. com`, `Agent .config`.

use crate::document::LiteralKind;
use crate::literal::tables::{EXTENSIONS, TOP_LEVEL, holds};

use super::cursor::{at, before, is_space};
use super::{Element, Torn};

/// Most labels.
const LABELS: usize = 8;

/// Appends the names in pieces that stand in `text`.
pub(super) fn find(text: &str, found: &mut Vec<Torn>) {
    let mut from = 0;
    while let Some(step) = text[from..].find('.') {
        let dot = from + step;
        from = dot + 1;
        let spaced =
            at(text, dot + 1).is_some_and(is_space) || before(text, dot).is_some_and(is_space);
        if let Some(torn) = spaced.then(|| name(text, dot)).flatten() {
            from = from.max(torn.range.end as usize);
            found.push(torn);
        }
    }
}

/// The name round the dot at `dot`, if it is a host or a file.
fn name(text: &str, dot: usize) -> Option<Torn> {
    let mut labels = Vec::new();
    let mut start = dot;
    // Back over the labels before the dot.
    let mut end = dot;
    while labels.len() < LABELS {
        let label_end = one_space_back(text, end);
        let label_start = label_end - label_back(&text[..label_end]);
        if label_start == label_end {
            break;
        }
        labels.insert(0, &text[label_start..label_end]);
        start = label_start;
        if before(text, label_start) != Some('.') {
            break;
        }
        end = label_start - 1;
    }
    if labels.is_empty() || is_letter(before(text, start)) {
        return None;
    }
    // And on over those behind it; the longest that makes a name counts.
    let mut best = None;
    let mut next = dot;
    while labels.len() < LABELS && at(text, next) == Some('.') {
        let spaces = usize::from(at(text, next + 1) == Some(' '));
        let from = next + 1 + spaces;
        let length = label(&text[from..]);
        let label = &text[from..from + length];
        // A new sentence begins with a capital.
        let begins = spaces == 1 && label.starts_with(|c: char| c.is_ascii_uppercase());
        if length == 0 || begins || is_letter(at(text, from + length)) {
            break;
        }
        labels.push(label);
        next = from + length;
        if let Some(kind) = kind(&labels) {
            best = Some((kind, labels.len(), next));
        }
    }
    let (kind, count, end) = best?;
    let is_torn = text[start..end].contains(is_space);
    let element = |label: &&str| Element {
        text: (*label).to_owned(),
        original: None,
        is_loose: false,
    };
    is_torn.then(|| Torn {
        kind,
        range: start as u32..end as u32,
        root: String::new(),
        elements: labels[..count].iter().map(element).collect(),
    })
}

fn kind(labels: &[&str]) -> Option<LiteralKind> {
    let last = labels.last()?;
    let first_letters = labels[0].bytes().filter(u8::is_ascii_alphanumeric).count();
    if labels.len() < 2 || first_letters < 2 {
        return None;
    }
    if TOP_LEVEL.contains(last) {
        return Some(LiteralKind::HostName);
    }
    holds(EXTENSIONS, last).then_some(LiteralKind::FileName)
}

fn one_space_back(text: &str, end: usize) -> usize {
    match text[..end].ends_with(' ') {
        true => end - 1,
        false => end,
    }
}

fn is_label(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'-' || b == b'_'
}

fn label(text: &str) -> usize {
    text.bytes().take_while(|b| is_label(*b)).count()
}

fn label_back(text: &str) -> usize {
    text.bytes().rev().take_while(|b| is_label(*b)).count()
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphabetic() && (0xc0..0x1100).contains(&(c as u32)))
}
