//! STR006: a translation of another revision of the source.

use crate::diagnostic::{Diagnostic, Message};
use crate::lint::{DocumentView, Rule, report, revision};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a translation that lacks several passages and whose front matter names another day or
    /// commit than the source (`ms.date`, `lastmod`, `sourceCommit` and the like), or that lacks so
    /// many that only another revision explains it.
    ///
    /// What a revision explains is reported one step lower then: missing text and code, code that
    /// differs in whole lines, literals that are not there. A damaged path or command is not: no
    /// revision writes `C: \Archivos de programa`.
    ///
    /// ## Why is this bad?
    ///
    /// The reader is told what was true some time ago.
    ///
    /// ## Example
    ///
    /// The source is of 2024-05-02 and the translation of 2021-11-30, and two of its sections are
    /// not there.
    pub(crate) static SOURCE_REVISION = {
        code: "STR006",
        name: "source-revision",
        severity: Info,
        certainty: Probable,
        check: Check::Findings(check),
    };
}

fn check(rule: &Rule, view: &DocumentView<'_>, found: &[Diagnostic]) -> Option<Diagnostic> {
    let revision = revision::of(view, found)?;
    let document = view.whole.document(view.column);
    let count = revision.missing.to_string();
    let (span, message) = match revision.named {
        Some((own, other)) => {
            let message = Message::new("lint-source-revision").with("found", &own.value);
            (own.span, message.with("expected", other))
        }
        None => {
            let first = document.segments.first()?;
            (first.span, Message::new("lint-source-revision-by-text"))
        }
    };
    let message = message.with("count", &count);
    Some(report::diagnostic(
        rule,
        view.whole,
        view.column,
        span,
        message,
    ))
}
