//! TXT007: the text of a link that was not translated.

use crate::diagnostic::{Diagnostic, Message};
use crate::document::{Mark, MarkKind, Segment};
use crate::lint::words::{self, Foreign};
use crate::lint::{Rule, SentenceView, report};

use super::left_untranslated::source_locale;
use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a link whose text stands in the language of the source, as a whole or in part, where
    /// the sentence around it was translated. Names of products and commands do not count.
    ///
    /// ## Why is this bad?
    ///
    /// The text of a link is the title under which the reader finds the other article. In another
    /// language, or cut, it matches none.
    ///
    /// ## Example
    ///
    /// `Consulte [Open the administration console](console.md)` in an es-ES article.
    pub(crate) static LINK_TEXT_CUT = {
        code: "TXT007",
        name: "link-text-cut",
        severity: Warning,
        certainty: Probable,
        check: Check::Sentence(check),
    };
}

/// Fewest words of a title.
const FEWEST_WORDS: usize = 3;

fn check(rule: &Rule, view: &SentenceView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for segment in view.segments() {
        for mark in &segment.marks {
            let is_link = matches!(mark.kind, MarkKind::Link { .. });
            if is_link && is_left(view, segment, mark) {
                let span = segment.source_span(mark.range.clone());
                let message = Message::new("lint-link-text-left");
                diagnostics.push(report::diagnostic(
                    rule,
                    view.whole,
                    view.column,
                    span,
                    message,
                ));
            }
        }
    }
}

/// Whether words of the source language are left in a link's text, and the source says them in a
/// link too.
fn is_left(view: &SentenceView<'_>, segment: &Segment, mark: &Mark) -> bool {
    let own = &view.document().locale;
    let text = segment.slice(mark.range.clone());
    let inside = |r: &std::ops::Range<usize>| {
        mark.range.start as usize <= r.start && r.end <= mark.range.end as usize
    };
    if text.split_whitespace().nth(1).is_none() {
        return false;
    }
    let Some(foreign) = source_locale(view).and_then(|s| Foreign::of(&s, own)) else {
        return false;
    };
    let words = words::ascii(segment).filter(|w| inside(&w.range));
    let (mut all, mut telling, mut opening) = (0, false, None);
    for word in words {
        let lower = word.text.to_ascii_lowercase();
        if word.range.start == mark.range.start as usize && foreign.opens(&lower) {
            opening = Some(word.text);
        }
        let is_inside = words::is_lower(word.text) && !words::is_in_name(segment, &word);
        telling |= is_inside && foreign.has(&lower);
        all += 1;
    }
    if !telling && opening.is_none() {
        return false;
    }
    let links = |column: usize| {
        let segments = view.said_by(column);
        segments.flat_map(|s| {
            let links = s
                .marks
                .iter()
                .filter(|m| matches!(m.kind, MarkKind::Link { .. }));
            links.map(|m| s.slice(m.range.clone()))
        })
    };
    let is_same = |other: &str| other.eq_ignore_ascii_case(text) && all >= FEWEST_WORDS;
    // The verb of a title is no name, whatever stands behind it.
    let is_half = |other: &str| own.is_chinese() && opening.is_some_and(|o| words::has(other, o));
    match view.source() {
        Some(source) => links(source).any(|l| is_same(l) || is_half(l)),
        None => {
            own.is_chinese() && opening.is_some() || view.witnesses().any(|c| links(c).any(is_same))
        }
    }
}
