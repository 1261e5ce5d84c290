//! What a text sets apart by markup or quotation marks, and which of it is the counterpart of what
//! another text sets apart.

use std::ops::Range;

use crate::document::{MarkKind, Segment};
use crate::l10n::Lexicon;

/// Most bytes between quotation marks.
const QUOTED: usize = 120;

/// Most spans of a kind that are paired by their order.
const MOST: usize = 4;

/// How something is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// In bold.
    Strong,
    /// In italics.
    Emphasis,
    /// As code.
    Code,
    /// In quotation marks.
    Quoted,
}

/// Something that a text sets apart: its bytes, without white space at its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// How.
    pub setting: Setting,
    /// Bytes in the segment's text.
    pub range: Range<u32>,
}

/// What a segment sets apart, in order of place within each setting.
pub fn apart(segment: &Segment, lexicon: &Lexicon) -> Vec<Apart> {
    let mut found = Vec::new();
    for mark in &segment.marks {
        let setting = match mark.kind {
            MarkKind::Strong => Setting::Strong,
            MarkKind::Emphasis => Setting::Emphasis,
            MarkKind::Code => Setting::Code,
            MarkKind::Link { .. } | MarkKind::Image { .. } => continue,
        };
        push(segment, setting, mark.range.clone(), &mut found);
    }
    for range in quoted(&segment.text, lexicon) {
        push(segment, Setting::Quoted, range, &mut found);
    }
    found
}

fn push(segment: &Segment, setting: Setting, range: Range<u32>, found: &mut Vec<Apart>) {
    let text = segment.slice(range.clone());
    let start = range.start + (text.len() - text.trim_start().len()) as u32;
    let range = start..start + text.trim().len() as u32;
    if !range.is_empty() {
        found.push(Apart { setting, range });
    }
}

/// The bytes between quotation marks of the language. Single ones are apostrophes as often.
fn quoted(text: &str, lexicon: &Lexicon) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    for [open, close] in &lexicon.quotes {
        if matches!(open.as_str(), "'" | "‘") || !text.contains(open.as_str()) {
            continue;
        }
        let mut from = 0;
        while let Some(at) = text[from..].find(open.as_str()) {
            let start = from + at + open.len();
            let Some(length) = text[start..].find(close.as_str()) else {
                break;
            };
            from = start + length + close.len();
            if length <= QUOTED {
                found.push(start as u32..(start + length) as u32);
            }
        }
    }
    found.sort_by_key(|r| r.start);
    found
}

/// Where `segment` has what `other` sets apart at `range`: both set as much apart in the same way
/// that the other one does not have too, and what corresponds stands at the same rank.
pub(super) fn counterpart(
    range: &Range<u32>,
    (other, other_lexicon): (&Segment, &Lexicon),
    (segment, lexicon): (&Segment, &Lexicon),
) -> Option<Range<u32>> {
    let there = apart(other, other_lexicon);
    let mine = there.iter().find(|a| a.range == *range)?;
    let text = |s: &Segment, a: &Apart| s.slice(a.range.clone()).to_lowercase();
    let of_setting = |all: &[Apart]| -> Vec<Apart> {
        let same = all.iter().filter(|a| a.setting == mine.setting);
        same.cloned().collect()
    };
    let mut here = of_setting(&apart(segment, lexicon));
    let mut left = Vec::new();
    for a in of_setting(&there) {
        let said = text(other, &a);
        match here.iter().position(|h| text(segment, h) == said) {
            Some(at) => drop(here.remove(at)),
            None => left.push(a),
        }
    }
    let rank = left.iter().position(|a| a == mine)?;
    (left.len() == here.len() && left.len() <= MOST).then(|| here[rank].range.clone())
}
