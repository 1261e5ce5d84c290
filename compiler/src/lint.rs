//! Rules, one file each, and the one loop that runs them.
//!
//! A rule looks at what it is handed and pushes diagnostics; it never walks the article by itself,
//! and it never decides what the article says: `canon` has done so.

use crate::diagnostic::{self, Applicability, Certainty, Diagnostic};

mod absence;
mod anchors;
mod code;
mod commands;
mod effect;
mod exception;
mod frames;
mod gaps;
mod glossary;
mod hole;
mod literals;
mod manual;
mod markdown_escape;
mod negation;
mod own_way;
mod plan;
mod repeats;
mod report;
mod revision;
mod rule;
pub mod rules;
mod running;
mod settings;
mod suppress;
mod view;
mod words;

pub use exception::{Exception, Paths};
pub use glossary::Term;
pub use manual::{Unknown, explain, find, index_page, page, table};
pub use plan::ProcedureView;
pub use repeats::{Closings, settle};
pub use rule::{Check, Rule};
pub use settings::{Choice, Settings, rules_of};
pub use suppress::Use;
pub use view::{
    ArticleView, BlockView, DocumentView, FaultView, SentenceView, SuppressionView, UnitView,
};

/// Runs the rules over an article as `settings` ask. Ordered by file, place and rule,
/// equals numbered.
pub fn check(whole: ArticleView<'_>) -> Vec<Diagnostic> {
    let settings = whole.settings;
    let running: Vec<&Rule> = rules::RULES
        .iter()
        .copied()
        .filter(|r| settings.runs(r))
        .collect();
    let mut diagnostics = Vec::new();
    check_places(whole, &running, &mut diagnostics);
    let mut faults = None;
    for rule in &running {
        match rule.check {
            Check::Article(check) => check(rule, &whole, &mut diagnostics),
            Check::Fault(check) => {
                for fault in faults.get_or_insert_with(|| commands::faults(whole)) {
                    check(rule, &FaultView { whole, fault }, &mut diagnostics);
                }
            }
            _ => {}
        }
    }
    plan::check(whole, &running, &mut diagnostics);
    check_findings(whole, &mut diagnostics);
    // Equals are numbered before some are taken out, so that the others keep their numbers.
    diagnostics.sort_by(|a, b| place(a).cmp(&place(b)));
    diagnostic::number_equals(&mut diagnostics);
    let used = suppress::suppress(whole, &mut diagnostics);
    check_suppressions(whole, &used, &mut diagnostics);
    suppress::except(settings, &mut diagnostics);
    for found in &mut diagnostics {
        if let Some(fix) = found
            .fix
            .as_mut()
            .filter(|_| found.certainty < Certainty::Certain)
        {
            // What is not certain is not changed unseen.
            fix.applicability = fix.applicability.min(Applicability::Unsafe);
        }
        found.severity = settings.severity(found.rule).unwrap_or(found.severity);
    }
    diagnostics.sort_by(|a, b| place(a).cmp(&place(b)));
    diagnostics
}

/// Runs the rules about what others found in a translation, and weighs that.
fn check_findings(whole: ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let rules = rules::RULES.iter().filter(|r| whole.settings.runs(r));
    let mut added = Vec::new();
    for rule in rules {
        if let Check::Findings(check) = rule.check {
            let found = whole
                .documents()
                .filter_map(|d| check(rule, &d, diagnostics));
            added.extend(found);
        }
    }
    for document in whole.documents() {
        let is_behind = revision::lower(&document, diagnostics);
        own_way::lower(&document, diagnostics, is_behind);
    }
    diagnostics.append(&mut added);
}

/// Runs the rules that look at one place after the other: each place is handed to all of them
/// while it is at hand.
fn check_places(whole: ArticleView<'_>, running: &[&Rule], diagnostics: &mut Vec<Diagnostic>) {
    for document in whole.documents() {
        for rule in running {
            if let Check::Document(check) = rule.check {
                check(rule, &document, diagnostics);
            }
        }
    }
    for unit in whole.units() {
        for rule in running {
            if let Check::Unit(check) = rule.check {
                check(rule, &unit, diagnostics);
            }
        }
    }
    for block in whole.blocks() {
        for rule in running {
            if let Check::Block(check) = rule.check {
                check(rule, &block, diagnostics);
            }
        }
    }
    for sentence in whole.sentences() {
        for rule in running {
            if let Check::Sentence(check) = rule.check {
                check(rule, &sentence, diagnostics);
            }
        }
    }
}

/// Runs the rules about suppressions.
fn check_suppressions(
    whole: ArticleView<'_>,
    used: &[suppress::Used<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let before = diagnostics.len();
    for used in used {
        let view = SuppressionView {
            whole,
            column: used.column,
            suppression: used.suppression,
            names: &used.names,
        };
        for rule in rules::RULES.iter().filter(|r| whole.settings.runs(r)) {
            if let Check::Suppression(check) = rule.check {
                check(rule, &view, diagnostics);
            }
        }
    }
    diagnostic::number_equals(&mut diagnostics[before..]);
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
