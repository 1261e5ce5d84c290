//! Damaged literals of a unit as diagnostics: what the rules of the LIT family share.

use crate::canon::{CanonicalLiteral, Harm, Place, Reading, Verdict};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::document::{Document, LiteralKind};

use super::markdown_escape;
use super::report;
use super::rule::Rule;
use super::view::UnitView;

/// Reports each damaged reading of a decided literal of `kind`, in words chosen by `message`.
pub(crate) fn damaged(
    rule: &Rule,
    unit: &UnitView<'_>,
    kind: LiteralKind,
    message: fn(&Harm) -> &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let decided = unit
        .literals
        .iter()
        .filter(|l| l.kind == kind && l.verdict == Verdict::Decided);
    for literal in decided {
        for (column, reading) in literal.readings.iter().enumerate() {
            let Reading::Damaged(place, harm) = reading else {
                continue;
            };
            if unit.whole.is_translation(column) {
                let message = Message::new(message(harm)).with("expected", &literal.value);
                diagnostics.push(diagnostic(
                    rule,
                    unit,
                    literal,
                    column,
                    (place, harm),
                    message,
                ));
            }
        }
    }
}

fn diagnostic(
    rule: &Rule,
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    (place, harm): (&Place, &Harm),
    message: Message,
) -> Diagnostic {
    let whole = unit.whole;
    let document = whole.document(column);
    let mut expected = markdown_escape::written(whole, literal, document, place);
    if literal.kind == LiteralKind::Parameter && is_glued(document, place) {
        // What is missing is the space before it.
        expected.insert(0, ' ');
    }
    let text = match harm.stray {
        Some(stray) => format!("{} {expected}", document.file.slice(stray).trim()),
        None => expected.clone(),
    };
    let mut diagnostic = report::diagnostic(rule, whole, column, place.span, message);
    diagnostic.expected = Some(expected);
    diagnostic.evidence = literal.evidence.clone();
    diagnostic.fix = Some(Fix {
        // Moving words of the sentence touches prose.
        applicability: match harm.stray {
            Some(_) => Applicability::Unsafe,
            None => Applicability::Safe,
        },
        edits: vec![Edit {
            span: place.span,
            text,
        }],
    });
    diagnostic
}

fn is_glued(document: &Document, place: &Place) -> bool {
    let text = &document.segment(place.segment).text;
    let before = text[..place.range.start as usize].chars().next_back();
    before.is_some_and(|c| c.is_ascii_alphanumeric())
}
