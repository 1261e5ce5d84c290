//! TXT010: a word of the source language in a translated sentence.

use crate::canon::is_machine_translation;
use crate::diagnostic::{Certainty, Diagnostic, Message, Severity};
use crate::document::{BlockKind, MarkKind, Segment};
use crate::lint::words::{self, Foreign, Word};
use crate::lint::{Rule, SentenceView, report};

use super::left_untranslated::untranslated;
use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds words of the source language that were left in a translated sentence and are no names.
    ///
    /// ## Why is this bad?
    ///
    /// A reader who does not know the language takes the word for a name to be looked for or typed.
    ///
    /// ## Example
    ///
    /// `O grupo precisa do role de administrador` for “The group needs the administrator role”.
    pub(crate) static FOREIGN_LEFTOVER = {
        code: "TXT010",
        name: "foreign-leftover",
        severity: Warning,
        certainty: Probable,
        check: Check::Sentence(check),
    };
}

/// Fewest translations into other languages that must have found a word for it.
const OTHERS: usize = 2;

/// A word that stands in more sentences of a document than these is one of its terms.
const FEW: usize = 3;

/// Fewest letters of a word that only other translations tell to be foreign.
const LONG: usize = 5;

fn check(rule: &Rule, view: &SentenceView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let own = &view.document().locale;
    let Some(foreign) = view.foreign else {
        return;
    };
    let is_chinese = own.is_chinese();
    for segment in view.segments() {
        let mut found: Option<(usize, usize, Certainty)> = None;
        for word in words::letters(segment) {
            let may_be = words::is_lower(word.text)
                && word.text.len() > 1
                && (is_chinese || foreign.has(word.text))
                && words::is_whole(&segment.text, &word.range);
            let certainty = may_be.then(|| left(view, &foreign, segment, &word));
            let Some(certainty) = certainty.flatten() else {
                continue;
            };
            // Words side by side are one finding.
            match &mut found {
                Some((_, end, sure)) if segment.text[*end..word.range.start].trim().is_empty() => {
                    *end = word.range.end;
                    *sure = (*sure).max(certainty);
                }
                _ => {
                    let last = found.replace((word.range.start, word.range.end, certainty));
                    diagnostics.extend(last.and_then(|l| diagnostic(rule, view, segment, l)));
                }
            }
        }
        diagnostics.extend(found.and_then(|l| diagnostic(rule, view, segment, l)));
    }
}

fn diagnostic(
    rule: &Rule,
    view: &SentenceView<'_>,
    segment: &Segment,
    (start, end, certainty): (usize, usize, Certainty),
) -> Option<Diagnostic> {
    if untranslated(view, segment).is_some() {
        return None;
    }
    let span = segment.source_span(start as u32..end as u32);
    let message = Message::new("lint-foreign-leftover").with("word", &segment.text[start..end]);
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    found.certainty = certainty;
    if is_kept_heading(view, segment) {
        found.severity = Severity::Info;
    }
    Some(found)
}

/// Whether a heading is the source's as a whole: its jumps lead there, or it is nothing but names.
fn is_kept_heading(view: &SentenceView<'_>, segment: &Segment) -> bool {
    let kind = &view.document().block(segment.block).kind;
    let is_heading = matches!(kind, BlockKind::Heading { .. });
    let mut sources = view.source().into_iter();
    is_heading && sources.any(|s| view.said_by(s).any(|o| o.text == segment.text))
}

/// How sure it is that a word was left behind, if it was.
fn left(
    view: &SentenceView<'_>,
    foreign: &Foreign,
    segment: &Segment,
    word: &Word<'_>,
) -> Option<Certainty> {
    // `int, not null` is no sentence.
    let is_sentence =
        view.document().locale.is_chinese() || words::ascii(segment).nth(FEW).is_some();
    let is_common = foreign.has(word.text) && is_sentence;
    // A person leaves a word on purpose, a machine because it does not know it.
    let document = view.document();
    let is_machine = document.locale.is_chinese() && is_machine_translation(document);
    let is_rare =
        || is_machine && word.text.len() >= LONG && !is_term(view, foreign, segment, word);
    if !is_common && !is_rare() {
        return None;
    }
    // A label or link may be left as a whole, and is looked at as such.
    let is_label = |k: &MarkKind| {
        matches!(
            k,
            MarkKind::Strong | MarkKind::Emphasis | MarkKind::Link { .. } | MarkKind::Code
        )
    };
    if words::is_marked(segment, &word.range, is_label) || words::is_in_name(segment, word) {
        return None;
    }
    let source = view.source();
    let says = |column: usize| view.said_by(column).any(|s| words::has(&s.text, word.text));
    if source.is_some_and(|source| !says(source)) {
        return None;
    }
    let own = view.document().locale.language();
    let is_other = |c: &usize| {
        let language = view.whole.document(*c).locale.language();
        Some(*c) != view.whole.article.source && language != own && !view.unit.cells[*c].is_empty()
    };
    let (mut keep, mut all) = (0, 0);
    for column in (0..view.unit.cells.len()).filter(is_other) {
        keep += usize::from(says(column));
        all += 1;
    }
    match is_common {
        true if source.is_some() && keep * 2 <= all => Some(Certainty::Probable),
        true if all > 0 && keep * 2 <= all => Some(Certainty::Probable),
        false if all >= OTHERS && keep == 0 => Some(Certainty::Possible),
        _ => None,
    }
}

/// Whether a word is used as it is in this language or document, or belongs to a name before it.
fn is_term(view: &SentenceView<'_>, foreign: &Foreign, segment: &Segment, word: &Word<'_>) -> bool {
    let before = segment.text[..word.range.start]
        .split_whitespace()
        .next_back();
    let is_name = before.is_some_and(|w| w.starts_with(|c: char| c.is_ascii_uppercase()));
    let again = || {
        let segments = view.document().segments.iter();
        segments.filter(|s| words::has(&s.text, word.text)).count() > FEW
    };
    is_name || foreign.keeps(word.text) || again()
}
