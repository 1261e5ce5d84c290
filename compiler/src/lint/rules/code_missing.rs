//! COD002: a code block that a translation left out.

use crate::diagnostic::{Certainty, Diagnostic, Message, Severity};
use crate::lint::code::{is_translated, says};
use crate::lint::gaps::AllGaps;
use crate::lint::{ArticleView, Rule, report};

use super::text_missing::gap;
use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a place where the source, or most other locales, have a code block and this locale
    /// has none.
    ///
    /// ## Why is this bad?
    ///
    /// The reader is told to run a command that is not there.
    ///
    /// ## Example
    ///
    /// “Run the following command:” is followed by the next paragraph.
    pub(crate) static CODE_MISSING = {
        code: "COD002",
        name: "code-missing",
        severity: Warning,
        certainty: Probable,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let gaps = AllGaps::of(whole);
    for code in whole.canon.decided_code() {
        let has = |c: &usize| code.readings[*c].is_some();
        let expected = match whole.article.source {
            Some(source) => has(&source),
            None => (0..code.readings.len()).filter(has).count() * 2 > code.readings.len(),
        };
        for document in whole.documents().filter(|d| expected && !has(&d.column)) {
            // A block that merely stands as text says it all the same.
            if says(whole.document(document.column), &code.text) {
                continue;
            }
            let gaps = gaps.in_column(whole, document.column);
            let own: Vec<&str> = gaps.code(code.row, document.column).collect();
            if own.iter().any(|own| is_translated(own, &code.text)) {
                continue;
            }
            let Some(span) = gap(whole, document.column, code.row) else {
                continue;
            };
            let line = code.text.lines().next().unwrap_or_default();
            let message = Message::new("lint-code-missing").with("expected", line);
            let mut found = report::diagnostic(rule, *whole, document.column, span, message);
            found.expected = Some(code.text.clone());
            found.evidence = code.evidence.clone();
            // Another example in its place is of another revision.
            if !own.is_empty() || whole.is_later_revision(|c| has(&c)) {
                found.severity = Severity::Info;
                found.certainty = Certainty::Possible;
            }
            diagnostics.push(found);
        }
    }
}
