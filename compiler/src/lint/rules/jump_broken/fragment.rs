//! Links within an article whose heading was translated and they were not, or otherwise.

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::document::{BlockKind, MarkKind, Segment};
use crate::lint::anchors::{Anchors, slug};
use crate::lint::{ArticleView, Rule, SentenceView, report};
use crate::source::Span;

/// Reports each link to a heading that the translation does not have, where the same link leads
/// somewhere in the other documents.
pub(super) fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut anchors: Vec<Option<Anchors>> = Vec::new();
    anchors.resize_with(whole.article.documents.len(), || None);
    for view in whole.sentences() {
        for (index, (target, span)) in view.segments().flat_map(fragments).enumerate() {
            let mut leads = |column: usize, fragment: &str| {
                let known =
                    anchors[column].get_or_insert_with(|| Anchors::of(whole.document(column)));
                known.has(fragment)
            };
            if leads(view.column, target) {
                continue;
            }
            let witnesses: Vec<usize> = view.witnesses().collect();
            let intact = witnesses.iter().find_map(|c| {
                let other = view.said_by(*c).flat_map(fragments).nth(index)?;
                leads(*c, other.0).then_some((*c, other.0))
            });
            if let Some((column, fragment)) = intact {
                diagnostics.push(diagnostic(
                    rule,
                    &view,
                    span,
                    title(&view, column, fragment),
                ));
            }
        }
    }
}

/// The fragments of the links within the article, with the bytes of the targets.
fn fragments(segment: &Segment) -> impl Iterator<Item = (&str, Span)> {
    segment.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Link {
            target,
            target_span,
        } => target.strip_prefix('#').map(|f| (f, *target_span)),
        _ => None,
    })
}

/// The anchor of the heading that a link of another document leads to, as this translation has it.
fn title(view: &SentenceView<'_>, column: usize, fragment: &str) -> Option<String> {
    let other = view.whole.document(column);
    let row = view.whole.alignment.rows.iter().find(|row| {
        row.blocks[column].is_some_and(|block| {
            let is_heading = matches!(other.block(block).kind, BlockKind::Heading { .. });
            let mut segments = other.segments_of(block).filter(|_| is_heading);
            segments.next().is_some_and(|(_, s)| slug(s) == fragment)
        })
    })?;
    let document = view.document();
    let (_, heading) = document.segments_of(row.blocks[view.column]?).next()?;
    Some(format!("#{}", slug(heading)))
}

fn diagnostic(
    rule: &Rule,
    view: &SentenceView<'_>,
    span: Span,
    expected: Option<String>,
) -> Diagnostic {
    let message = match &expected {
        Some(expected) => Message::new("lint-jump-nowhere-for").with("expected", expected),
        None => Message::new("lint-jump-nowhere"),
    };
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    found.fix = expected.as_ref().map(|text| Fix {
        applicability: Applicability::Unsafe,
        edits: vec![Edit {
            span,
            text: text.clone(),
        }],
    });
    found.expected = expected;
    found
}
