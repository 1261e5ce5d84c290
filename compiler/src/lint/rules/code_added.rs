//! COD008: a code block that only one locale has.

use crate::canon::CanonicalCode;
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::document::{BlockKind, CodeForm};
use crate::lint::code::{is_translated, says};
use crate::lint::gaps::AllGaps;
use crate::lint::{ArticleView, Rule, report};
use crate::shell::{self, CodeClass};

use super::{Check, declare_rule};

/// How many locales must lack a block, where there is no source.
const OTHERS: usize = 3;

/// Most blocks that a translation may have to itself: one with more is of another revision.
const MOST: usize = 3;

declare_rule! {
    /// ## What it does
    ///
    /// Finds a code block that one translation has and neither the source nor any other locale, and
    /// text that became one because it is indented by four spaces.
    ///
    /// ## Why is this bad?
    ///
    /// Nobody vouches for it: it may be left from an older revision, or pasted from another article.
    /// Text that became code shows its markup to the reader, and a note is no note any more.
    ///
    /// ## Example
    ///
    /// The Spanish article has `Remove-CtsPool -Force` below a step that is only text elsewhere.
    pub(crate) static CODE_ADDED = {
        code: "COD008",
        name: "code-added",
        severity: Warning,
        certainty: Possible,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let added: Vec<(usize, &CanonicalCode)> = whole
        .canon
        .code
        .iter()
        .filter_map(|c| Some((only(whole, c)?, c)))
        .collect();
    let gaps = AllGaps::of(whole);
    for (column, code) in &added {
        let alike = added.iter().filter(|(c, _)| c == column).count();
        let others = (0..code.readings.len()).filter(|c| c != column);
        let said = others
            .map(|c| whole.document(c))
            .any(|d| says(d, &code.text));
        let meant = || gaps.in_column(whole, *column).code(code.row, whole.lead());
        if alike <= MOST && !said && !meant().any(|m| is_translated(&code.text, m)) {
            diagnostics.extend(diagnostic(rule, whole, *column, code));
        }
    }
}

fn diagnostic(
    rule: &Rule,
    whole: &ArticleView<'_>,
    column: usize,
    code: &CanonicalCode,
) -> Option<Diagnostic> {
    let document = whole.document(column);
    let (block, _) = code.readings[column]?;
    let (_, segment) = document.segments_of(block).next()?;
    let line = code.text.lines().next().unwrap_or_default();
    // Nobody indents by four spaces on purpose what all others have as text.
    let indented = matches!(
        document.block(block).kind,
        BlockKind::Code {
            form: CodeForm::Indented,
            ..
        }
    );
    let is_command = matches!(shell::classify(&code.text, ""), CodeClass::Command(_));
    let message = match indented && !is_command {
        true => "lint-text-became-code",
        false => "lint-code-added",
    };
    let message = Message::new(message).with("found", line.trim());
    let mut found = report::diagnostic(rule, *whole, column, segment.span, message);
    if !indented && !is_command {
        found.severity = Severity::Info;
    }
    Some(found)
}

/// The one translation that has a block which all others lack.
fn only(whole: &ArticleView<'_>, code: &CanonicalCode) -> Option<usize> {
    let mut having = (0..code.readings.len()).filter(|c| code.readings[*c].is_some());
    let column = having.next().filter(|c| whole.is_translation(*c))?;
    let enough = whole.article.source.is_some() || code.readings.len() > OTHERS;
    (having.next().is_none() && enough).then_some(column)
}
