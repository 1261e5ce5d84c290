//! Frames of words from which a translation moved away what stood between: `在中` for `在 X 中`.

use std::ops::Range;

use crate::document::{MarkKind, Segment};
use crate::l10n::{self, Lexicon};
use crate::source::Locale;

use super::words;

/// The empty frames of a segment, and words that a link parts, as ranges of its text.
pub(crate) fn empty(segment: &Segment, locale: &Locale) -> Vec<Range<u32>> {
    // Only languages without spaces write a frame and what it holds as one.
    if !locale.is_chinese() {
        return Vec::new();
    }
    let lexicon = l10n::lexicon(locale);
    let text = segment.text.as_str();
    let mut found: Vec<Range<u32>> = Vec::new();
    let mut last = None;
    for first in lexicon.frames.keys().filter_map(|f| f.chars().next()) {
        // Frames that begin alike are looked for together.
        if last.replace(first) != Some(first) {
            let places = text.match_indices(first).map(|(at, _)| at);
            found.extend(places.filter_map(|at| frame(segment, at, lexicon)));
        }
    }
    let links = segment
        .marks
        .iter()
        .filter(|m| matches!(m.kind, MarkKind::Link { .. }));
    found.extend(links.filter_map(|m| parted(text, &m.range, lexicon)));
    found.sort_by_key(|r| r.start);
    found
}

/// The empty frame that begins at a place of a segment.
fn frame(segment: &Segment, at: usize, lexicon: &Lexicon) -> Option<Range<u32>> {
    let text = segment.text.as_str();
    let mut frames = lexicon.frames.iter();
    let (frame, goes_on) = frames.find(|(f, _)| text[at..].starts_with(f.as_str()))?;
    let end = at + frame.len();
    let next = text[end..].chars().next();
    let is_word = next.is_some_and(|c| goes_on.contains(c) || !c.is_alphabetic());
    // A word such as `现在` ends in the first half.
    let before = text[..at].chars().next_back();
    let is_end = before.is_some_and(|c| lexicon.enders.contains(c));
    let is_code = words::is_marked(segment, &(at..end), |k| *k == MarkKind::Code);
    (!is_word && !is_end && !is_code).then_some(at as u32..end as u32)
}

/// The word around a link, where its halves are no words of their own.
fn parted(text: &str, link: &Range<u32>, lexicon: &Lexicon) -> Option<Range<u32>> {
    let (start, end) = (link.start as usize, link.end as usize);
    lexicon.halves.iter().find_map(|[left, right]| {
        let from = text[..start].strip_suffix(left.as_str())?.len();
        let rest = text[end..].strip_prefix(right.as_str())?;
        let goes_on = rest.chars().next().is_some_and(char::is_alphabetic);
        (!goes_on).then_some(from as u32..(end + right.len()) as u32)
    })
}
