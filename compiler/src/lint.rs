//! Rules, one file each, and the one loop that runs them.
//!
//! A rule looks at what it is handed and pushes diagnostics; it never walks the article by itself,
//! and it never decides what the article says: `canon` has done so.

use crate::align::Alignment;
use crate::canon::Canon;
use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::diagnostic::{self, Diagnostic};

mod code;
mod literals;
mod manual;
mod markdown_escape;
mod report;
mod rule;
pub mod rules;
mod running;
mod view;

pub use manual::{Unknown, explain, find, index_page, page, table};
pub use rule::{Check, Rule};
pub use view::{ArticleView, BlockView, DocumentView, SentenceView, UnitView};

/// Runs all rules over an article. Ordered by file, place and rule, equals numbered.
pub fn check(
    article: &Article,
    alignment: &Alignment,
    canon: &Canon,
    catalogue: &Catalogue,
) -> Vec<Diagnostic> {
    let whole = ArticleView {
        article,
        alignment,
        canon,
        catalogue,
    };
    let mut diagnostics = Vec::new();
    for rule in rules::RULES {
        match rule.check {
            Check::Document(check) => whole
                .documents()
                .for_each(|d| check(rule, &d, &mut diagnostics)),
            Check::Unit(check) => whole
                .units()
                .for_each(|u| check(rule, &u, &mut diagnostics)),
            Check::Block(check) => whole
                .blocks()
                .for_each(|b| check(rule, &b, &mut diagnostics)),
            Check::Sentence(check) => whole
                .sentences()
                .for_each(|s| check(rule, &s, &mut diagnostics)),
            Check::Article(check) => check(rule, &whole, &mut diagnostics),
        }
    }
    diagnostics.sort_by(|a, b| place(a).cmp(&place(b)));
    diagnostic::number_equals(&mut diagnostics);
    diagnostics
}

fn place(diagnostic: &Diagnostic) -> (&std::path::Path, u32, u32, &str) {
    let span = diagnostic.span;
    (
        diagnostic.file.path(),
        span.start,
        span.end,
        diagnostic.rule,
    )
}
