//! LIT020: a literal that a translation left out.

use crate::canon::{CanonicalLiteral, Reading, Verdict};
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::document::{BlockKind, LiteralKind, SegmentId};
use crate::lint::{ArticleView, Rule, UnitView, report};
use crate::literal::artifacts::stubs;
use crate::literal::normal;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a sentence that names a command, path, registry key, file, host or URL in most
    /// locales, and in this one neither it nor anything like it.
    ///
    /// ## Why is this bad?
    ///
    /// The reader is told to do something and not with what.
    ///
    /// ## Example
    ///
    /// The source says “Open Agent.config in a text editor”, the translation “Open it in a text
    /// editor”.
    pub(crate) static LITERAL_MISSING = {
        code: "LIT020",
        name: "literal-missing",
        severity: Warning,
        certainty: Possible,
        check: Check::Article(check),
    };
}

/// Most findings in an article: whoever has more has another article.
const MOST: usize = 1000;

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let before = diagnostics.len();
    let few = |d: &Vec<Diagnostic>| d.len() - before < MOST;
    for unit in whole.units() {
        if few(diagnostics) {
            check_unit(rule, &unit, diagnostics);
        }
    }
}

fn check_unit(rule: &Rule, unit: &UnitView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let decided = unit
        .literals
        .iter()
        .filter(|l| l.verdict == Verdict::Decided && is_distinct(l));
    for literal in decided {
        let says = |column: usize| !matches!(literal.readings[column], Reading::Missing(_));
        let revised = unit.whole.is_later_revision(says);
        for (column, reading) in literal.readings.iter().enumerate() {
            let Reading::Missing(segment) = reading else {
                continue;
            };
            let known =
                || is_elsewhere(unit, literal, column) || has_stub(unit, literal, column, *segment);
            if !unit.whole.is_translation(column) || known() {
                continue;
            }
            let span = unit.whole.document(column).segment(*segment).span;
            let message = Message::new("lint-literal-missing").with("expected", &literal.value);
            let mut found = report::diagnostic(rule, unit.whole, column, span, message);
            found.expected = Some(literal.value.clone());
            found.evidence = literal.evidence.clone();
            if revised {
                found.severity = Severity::Info;
            }
            diagnostics.push(found);
        }
    }
}

/// Whether a literal of this kind has no other way to be said.
fn is_distinct(literal: &CanonicalLiteral) -> bool {
    match literal.kind {
        LiteralKind::Command => !literal.value.contains(' '),
        LiteralKind::Path | LiteralKind::RegistryKey | LiteralKind::FileName => true,
        LiteralKind::HostName => true,
        // What the reader fills in may be said in the reader's language.
        LiteralKind::Url => !literal.value.contains('<'),
        _ => false,
    }
}

/// Whether a leftover of a tool stands for the literal, which has a rule of its own.
fn has_stub(
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    segment: SegmentId,
) -> bool {
    let own = unit.whole.document(column).segment(segment);
    if !own.text.contains('#') {
        return false;
    }
    let places = literal.readings.iter().enumerate();
    let mut intact = places.filter_map(|(column, reading)| match reading {
        Reading::Intact(place) => Some(unit.whole.document(column).segment(place.segment)),
        _ => None,
    });
    let stubs = intact.next().map(|witness| stubs(witness, own));
    let mut stands_for = stubs.into_iter().flatten().filter_map(|(_, text)| text);
    stands_for.any(|text| text.contains(&literal.value))
}

/// Whether the document says the literal as often as the article means it, only not here: then its
/// sentence was moved.
fn is_elsewhere(unit: &UnitView<'_>, literal: &CanonicalLiteral, column: usize) -> bool {
    let wanted = normal(literal.kind, &literal.value);
    let said = |column: usize| {
        let document = unit.whole.document(column);
        let code = document
            .leaves()
            .filter(|(_, b)| matches!(b.kind, BlockKind::Code { .. }));
        let code = code.flat_map(|(id, _)| document.segments_of(id));
        let in_code: usize = code
            .map(|(_, s)| s.text.matches(&literal.value).count())
            .sum();
        let literals = document.segments.iter().flat_map(|s| &s.literals);
        in_code + literals.filter(|l| l.normal == wanted).count()
    };
    let meant = unit.whole.article.source.map_or(1, said);
    said(column) >= meant
}
