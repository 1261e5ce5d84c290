//! STR005: a heading of another level than in other locales.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::document::{BlockId, BlockKind, HeadingForm};
use crate::lint::{ArticleView, BlockView, Rule, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a heading that has another level than in the source, and a line of `#` that is no
    /// heading because the space behind it was lost. A translation whose headings are all shifted
    /// alike is left alone.
    ///
    /// ## Why is this bad?
    ///
    /// A section that became a part of another one moves in the table of contents, and a reader who
    /// skips the one skips the other.
    ///
    /// ## Example
    ///
    /// `##安裝憑證` for `## Install the certificate`.
    pub(crate) static HEADING_LEVEL = {
        code: "STR005",
        name: "heading-level",
        severity: Info,
        certainty: Probable,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut usual: BTreeMap<usize, i16> = BTreeMap::new();
    for view in whole.blocks() {
        let Some(level) = expected(&view) else {
            continue;
        };
        let Some(own) = self::level(whole, view.column, view.block) else {
            diagnostics.extend(lost(rule, &view));
            continue;
        };
        if own == level {
            continue;
        }
        let shift = *usual
            .entry(view.column)
            .or_insert_with(|| shift(whole, view.column));
        if i16::from(own) != i16::from(level) + shift {
            let expected = i16::from(level) + shift;
            let marks = "#".repeat(expected.clamp(1, 6) as usize);
            let message = Message::new("lint-heading-level").with("expected", &marks);
            let span = whole.document(view.column).block(view.block).span;
            diagnostics.push(report::diagnostic(rule, *whole, view.column, span, message));
        }
    }
}

/// The level that a heading has in all that bear witness.
fn expected(view: &BlockView<'_>) -> Option<u8> {
    let mut levels = view.witnesses().map(|(c, b)| level(&view.whole, c, b));
    let first = levels.next()??;
    let alone = view.whole.article.source.is_some();
    let rest: Vec<Option<u8>> = levels.collect();
    (rest.iter().all(|l| *l == Some(first)) && (alone || rest.len() > 1)).then_some(first)
}

/// The level of a block that is written as a heading.
fn level(whole: &ArticleView<'_>, column: usize, block: BlockId) -> Option<u8> {
    match whole.document(column).block(block).kind {
        BlockKind::Heading { form, level, .. } if form != HeadingForm::Bold => Some(level),
        _ => None,
    }
}

/// By how much the headings of a translation are usually shifted.
fn shift(whole: &ArticleView<'_>, column: usize) -> i16 {
    let mut counts: BTreeMap<i16, usize> = BTreeMap::new();
    for view in whole.blocks().filter(|v| v.column == column) {
        if let (Some(wanted), Some(own)) = (expected(&view), level(whole, column, view.block)) {
            *counts
                .entry(i16::from(own) - i16::from(wanted))
                .or_default() += 1;
        }
    }
    // Of two that are equally frequent, none.
    let most = counts.iter().max_by_key(|(shift, n)| (**n, **shift == 0));
    most.map_or(0, |(shift, _)| *shift)
}

/// A heading that lost the space behind its `#`.
fn lost(rule: &Rule, view: &BlockView<'_>) -> Option<Diagnostic> {
    let (_, segment) = view.document().segments_of(view.block).next()?;
    let text = view.document().file.slice(segment.span).trim_start();
    let rest = text.trim_start_matches('#');
    if rest.len() == text.len() || rest.starts_with(char::is_whitespace) {
        return None;
    }
    let message = Message::new("lint-heading-lost");
    let mut found = report::diagnostic(rule, view.whole, view.column, segment.span, message);
    found.severity = Severity::Warning;
    Some(found)
}
