//! STR002: a block that stands in another order than in other locales.

use crate::diagnostic::{Diagnostic, Message};
use crate::lint::{ArticleView, Rule, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a paragraph, step or code block that stands in another order than in the source or in
    /// most other locales.
    ///
    /// ## Why is this bad?
    ///
    /// Steps are followed in the order in which they stand.
    ///
    /// ## Example
    ///
    /// The source stops a service and then copies a file; the translation copies it first.
    pub(crate) static BLOCK_MOVED = {
        code: "STR002",
        name: "block-moved",
        severity: Warning,
        certainty: Probable,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for row in &whole.alignment.rows {
        for document in whole.documents() {
            let column = document.column;
            let Some(block) = row.blocks[column].filter(|_| row.moved[column]) else {
                continue;
            };
            let mut segments = whole.document(column).segments_of(block);
            if let Some((_, segment)) = segments.next() {
                let message = Message::new("lint-block-moved");
                diagnostics.push(report::diagnostic(
                    rule,
                    *whole,
                    column,
                    segment.span,
                    message,
                ));
            }
        }
    }
}
