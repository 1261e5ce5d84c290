//! LIT012: a number that a translation changed.

use crate::canon::{CanonicalLiteral, Reading, Verdict};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Evidence, EvidenceKind, Fix, Location};
use crate::diagnostic::{Certainty, Message};
use crate::document::{BlockKind, Document, LiteralKind};
use crate::lint::{Rule, UnitView, literals, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a number whose digits differ from the source's, and one whose digits are grouped as the
    /// language groups quantities though it is typed (a code block has it) or names something: a
    /// port, an event, an error.
    ///
    /// ## Why is this bad?
    ///
    /// A limit or a port is configured wrongly; a number with a space or a comma in it is refused
    /// by the program that reads it.
    ///
    /// Quantities are left alone: `10 000 utilisateurs` is right, and so is a number in words.
    ///
    /// ## Example
    ///
    /// A code block has `-MaxBytes 7000000`, the text says “the value 7 000 000”.
    pub(crate) static NUMBER_ALTERED = {
        code: "LIT012",
        name: "number-altered",
        severity: Warning,
        certainty: Probable,
        check: Check::Unit(check),
    };
}

fn check(rule: &Rule, unit: &UnitView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let message = |_: &_| "lint-number-altered";
    literals::damaged(rule, unit, LiteralKind::Number, message, diagnostics);
    let decided = unit.literals.iter().filter(|l| {
        l.kind == LiteralKind::Number && l.verdict == Verdict::Decided && l.value.len() > 3
    });
    for literal in decided {
        grouped(rule, unit, literal, diagnostics);
    }
}

/// Reports where a number that code has stands with its digits grouped.
fn grouped(
    rule: &Rule,
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (column, reading) in literal.readings.iter().enumerate() {
        let Reading::Intact(place) = reading else {
            continue;
        };
        let text = unit.whole.document(column).file.slice(place.span);
        if text == literal.value || !unit.whole.is_translation(column) || !is_grouped(text) {
            continue;
        }
        let evidence = in_code(unit, &literal.value);
        let Some(evidence) = evidence.or_else(|| names_something(unit, literal, column)) else {
            continue;
        };
        let message = Message::new("lint-number-grouped").with("expected", &literal.value);
        let mut found = report::diagnostic(rule, unit.whole, column, place.span, message);
        found.certainty = Certainty::Certain;
        found.expected = Some(literal.value.clone());
        found.evidence = vec![evidence];
        found.fix = Some(Fix {
            applicability: Applicability::Safe,
            edits: vec![Edit {
                span: place.span,
                text: literal.value.clone(),
            }],
        });
        diagnostics.push(found);
    }
}

fn is_grouped(text: &str) -> bool {
    let groups = text.split(|c: char| !c.is_ascii_digit());
    groups.skip(1).any(|g| g.len() == 3)
}

/// Where another document has the number whole, if it names something there: a port, an event, a
/// telephone. What counts things is round, or followed by what it counts.
fn names_something(
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
) -> Option<Evidence> {
    let counts = |reading: &Reading, column: usize| {
        let Reading::Intact(place) = reading else {
            return false;
        };
        let text = &unit.whole.document(column).segment(place.segment).text;
        let after = text[place.range.end as usize..].trim_start();
        after.starts_with(|c: char| c.is_alphabetic() || c == '%')
    };
    let is_round = literal.value.len() < 5 || literal.value.ends_with("00");
    let readings = literal.readings.iter().enumerate();
    let grouped = readings.filter(|(c, reading)| match reading {
        Reading::Intact(place) => is_grouped(unit.whole.document(*c).file.slice(place.span)),
        _ => false,
    });
    // Where several translators group it, it is a quantity.
    if is_round || grouped.count() > 1 {
        return None;
    }
    // A word behind it counts nothing where nothing follows it in others: `port 50618 is open`.
    let follows = |(c, reading): &(usize, &Reading)| *c != column && !counts(reading, *c);
    let bare = literal.readings.iter().enumerate().filter(follows);
    let intact = bare.filter(|(_, r)| matches!(r, Reading::Intact(_)));
    if counts(&literal.readings[column], column) && intact.count() < 2 {
        return None;
    }
    let source = unit.whole.article.source;
    let others = source.into_iter().chain(0..literal.readings.len());
    others.filter(|c| *c != column).find_map(|other| {
        let Reading::Intact(place) = &literal.readings[other] else {
            return None;
        };
        let document = unit.whole.document(other);
        let is_whole = document.file.slice(place.span) == literal.value;
        (is_whole && !counts(&literal.readings[other], other))
            .then(|| report::evidence(unit.whole, other, place.span, &literal.value))
    })
}

/// A code block that has the number as a word.
fn in_code(unit: &UnitView<'_>, value: &str) -> Option<Evidence> {
    let documents = unit.whole.article.documents.iter();
    documents.into_iter().find_map(|d| in_code_of(d, value))
}

fn in_code_of(document: &Document, value: &str) -> Option<Evidence> {
    let code = document.leaves();
    let mut code = code.filter(|(_, b)| matches!(b.kind, BlockKind::Code { .. }));
    code.find_map(|(id, _)| {
        let (_, segment) = document.segments_of(id).next()?;
        let digit = |c: char| c.is_ascii_digit();
        let (at, _) = segment.text.match_indices(value).find(|(at, _)| {
            let (before, rest) = segment.text.split_at(*at);
            !before.ends_with(digit) && !rest[value.len()..].starts_with(digit)
        })?;
        let span = segment.source_span(at as u32..(at + value.len()) as u32);
        Some(Evidence {
            kind: EvidenceKind::CodeBlock,
            locale: Some(document.locale.clone()),
            text: value.to_owned(),
            location: Some(Location {
                file: document.file.clone(),
                span,
            }),
        })
    })
}
