//! TXT007: the text of a link that was not translated.

use crate::canon::is_machine_translation;
use crate::diagnostic::{Diagnostic, Message};
use crate::document::{Mark, MarkKind, Segment};
use crate::lint::words;
use crate::lint::{Rule, SentenceView, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a link whose text stands in the language of the source, as a whole or in part, where
    /// the sentence around it was translated. Names of products and commands do not count. And a
    /// link of the source that the translated article does not have at all.
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
        for mark in segment.marks.iter().filter(|m| goal(m).is_some()) {
            if is_left(view, segment, mark) {
                let span = segment.source_span(mark.range.clone());
                let message = Message::new("lint-link-text-left");
                let found = report::diagnostic(rule, view.whole, view.column, span, message);
                diagnostics.push(found);
            }
        }
    }
    diagnostics.extend(lost(rule, view));
}

/// Whether people translated, and most of them left the title of a page of another site as it is.
fn is_kept_on_purpose<'a, L: Iterator<Item = &'a str>>(
    view: &SentenceView<'_>,
    mark: &Mark,
    links: impl Fn(usize) -> L,
    text: &str,
) -> bool {
    let is_away = goal(mark).is_some_and(|g| g.starts_with("http"));
    if !is_away || is_machine_translation(view.document()) {
        return false;
    }
    let source = view.whole.article.source;
    let others = (0..view.unit.cells.len()).filter(|c| Some(*c) != source && *c != view.column);
    let (kept, all) = others.fold((0, 0), |(kept, all), c| {
        (
            kept + usize::from(links(c).any(|l| l.eq_ignore_ascii_case(text))),
            all + 1,
        )
    });
    kept * 2 > all
}

/// Where a link leads.
fn goal(mark: &Mark) -> Option<&str> {
    match &mark.kind {
        MarkKind::Link { target, .. } => Some(target),
        _ => None,
    }
}

fn goals<'a>(segments: impl Iterator<Item = &'a Segment>) -> impl Iterator<Item = &'a str> {
    segments.flat_map(|s| s.marks.iter().filter_map(goal))
}

/// A link of the source that neither the sentence nor the article around it has. A link of its own
/// in the sentence may be what leads there in this language.
fn lost(rule: &Rule, view: &SentenceView<'_>) -> Option<Diagnostic> {
    let source = view.source()?;
    let meant = goals(view.said_by(source)).count();
    if meant == 0 || goals(view.segments()).count() >= meant {
        return None;
    }
    let said = |column: usize, page: &str| {
        let mut goals = goals(view.whole.document(column).segments.iter());
        goals.any(|g| self::page(g) == page)
    };
    let mut goals = goals(view.said_by(source));
    let goal = goals.find(|g| !g.starts_with('#') && !said(view.column, page(g)))?;
    let others = (0..view.unit.cells.len()).filter(|c| *c != source && *c != view.column);
    let (yes, all) = others.fold((0, 0), |(yes, all), c| {
        (yes + usize::from(said(c, page(goal))), all + 1)
    });
    if yes * 2 < all {
        return None;
    }
    let (first, last) = (view.segments().next()?, view.segments().last()?);
    let message = Message::new("lint-link-lost").with("expected", goal);
    let span = first.span.hull(last.span);
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    found.expected = Some(goal.to_owned());
    Some(found)
}

/// The page that a target names, without its folders, which differ by language.
fn page(target: &str) -> &str {
    let path = target.split(['#', '?']).next().unwrap_or(target);
    let path = path.trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
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
    let Some(foreign) = view.foreign else {
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
            let links = s.marks.iter().filter(|m| goal(m).is_some());
            links.map(|m| s.slice(m.range.clone()))
        })
    };
    if is_kept_on_purpose(view, mark, links, text) {
        return false;
    }
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
