//! STR007: steps that are counted from one again.

use crate::diagnostic::{Diagnostic, Message};
use crate::document::{BlockId, BlockKind, Document};
use crate::lint::{ArticleView, BlockView, Rule, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a step that has the number 1 in a translation and a higher one in the source, because
    /// the list was broken in two before it.
    ///
    /// ## Why is this bad?
    ///
    /// “Go back to step 4” leads nowhere.
    ///
    /// ## Example
    ///
    /// A paragraph between step 3 and step 4 lost its indent in the translation: the list ends
    /// there, and step 4 is shown as step 1.
    pub(crate) static LIST_BROKEN = {
        code: "STR007",
        name: "list-broken",
        severity: Info,
        certainty: Probable,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for view in whole.blocks() {
        if number(view.document(), view.block) != Some(1) {
            continue;
        }
        let Some(meant) = meant(&view).filter(|meant| *meant > 1) else {
            continue;
        };
        let Some((_, segment)) = view.document().segments_of(view.block).next() else {
            continue;
        };
        let message = Message::new("lint-list-broken").with("expected", meant.to_string());
        diagnostics.push(report::diagnostic(
            rule,
            *whole,
            view.column,
            segment.span,
            message,
        ));
    }
}

/// The number that the step has in all that bear witness.
fn meant(view: &BlockView<'_>) -> Option<u64> {
    let numbers = view
        .witnesses()
        .map(|(c, b)| number(view.whole.document(c), b));
    let numbers: Vec<u64> = numbers.collect::<Option<_>>()?;
    let first = *numbers.first()?;
    let enough = view.whole.article.source.is_some() || numbers.len() > 1;
    (enough && numbers.iter().all(|n| *n == first)).then_some(first)
}

/// The number of the step that a leaf opens.
fn number(document: &Document, leaf: BlockId) -> Option<u64> {
    let parent = document.block(leaf).parent?;
    let BlockKind::Item { ordinal } = document.block(parent).kind else {
        return None;
    };
    let opens = leaf.0 == parent.0 + 1;
    ordinal.filter(|_| opens)
}
