//! Damaged literals of a unit as diagnostics: what the rules of the LIT family share.

use crate::canon::{CanonicalLiteral, Harm, Place, Reading, Verdict};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Evidence, Fix, Message, Severity};
use crate::document::{Document, LiteralKind};
use crate::literal::search::Damage;
use crate::literal::{noun_of, verb_of};

use super::markdown_escape;
use super::report;
use super::rule::Rule;
use super::view::{ArticleView, UnitView};

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
                let words = match harm.damage {
                    Damage::Characters => "lint-literal-characters",
                    Damage::Scheme => "lint-url-scheme",
                    _ => message(harm),
                };
                let message = Message::new(words).with("expected", &literal.value);
                let at = (place, harm);
                diagnostics.push(diagnostic(rule, unit, literal, column, at, message));
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
    diagnostic.severity = diagnostic.severity.min(worst(literal, harm));
    diagnostic.expected = Some(expected);
    diagnostic.evidence = match literal.evidence.is_empty() {
        true => witnesses(&whole, literal, column),
        false => literal.evidence.clone(),
    };
    if let Some(rival) = harm.rival {
        let text = document.file.slice(rival);
        diagnostic
            .evidence
            .push(report::evidence(whole, column, rival, text));
    }
    let is_open = may_be_another(&whole, literal, document.file.slice(place.span));
    diagnostic.fix = Some(Fix {
        // Moving words of the sentence touches prose; which of two places is meant is for a person.
        applicability: match harm.stray.or(harm.rival) {
            None if !is_open => Applicability::Safe,
            _ => Applicability::Unsafe,
        },
        edits: vec![Edit {
            span: place.span,
            text,
        }],
    });
    diagnostic
}

/// Whether what stands for a command opens with the verb of another one of the sentence with the same
/// noun: `Install-add-ctsthing` may be either.
fn may_be_another(whole: &ArticleView<'_>, literal: &CanonicalLiteral, text: &str) -> bool {
    let is_other = |other: &CanonicalLiteral| {
        other.unit == literal.unit
            && other.kind == LiteralKind::Command
            && other.value != literal.value
            && noun_of(&other.value) == noun_of(&literal.value)
    };
    let opens = |other: &CanonicalLiteral| {
        let verb = verb_of(&other.value).unwrap_or_default();
        let front = text.get(..verb.len()).unwrap_or_default();
        !verb.is_empty() && front.eq_ignore_ascii_case(verb)
    };
    let mut others = whole.canon.literals.iter().filter(|l| is_other(l));
    literal.kind == LiteralKind::Command && others.any(opens)
}

/// Where the source, else the other locales, have a literal as it should be.
pub(crate) fn witnesses(
    whole: &ArticleView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
) -> Vec<Evidence> {
    let others = literal.readings.iter().enumerate();
    let others = others.filter(|(other, _)| *other != column && whole.bears_witness(*other));
    let intact = others.filter_map(|(other, reading)| match reading {
        Reading::Intact(place) => Some((other, place.span)),
        _ => None,
    });
    let evidence = |(other, span)| {
        let text = whole.document(other).file.slice(span);
        report::evidence(*whole, other, span, text)
    };
    intact.map(evidence).collect()
}

/// What a damage does at worst to one who follows the text. PowerShell takes a long dash for a hyphen,
/// other shells take it for a letter; most servers send a reader on to the encrypted page.
fn worst(literal: &CanonicalLiteral, harm: &Harm) -> Severity {
    let is_powershell = || match literal.kind {
        LiteralKind::Command => verb_of(&literal.value).is_some_and(is_capitalized),
        LiteralKind::Parameter => is_capitalized(literal.value.trim_start_matches('-')),
        _ => false,
    };
    match harm.damage {
        Damage::Scheme => Severity::Warning,
        Damage::Characters if is_powershell() => Severity::Warning,
        _ => Severity::Error,
    }
}

fn is_capitalized(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a word of the sentence runs into a literal: in a script with spaces.
fn is_glued(document: &Document, place: &Place) -> bool {
    let text = &document.segment(place.segment).text;
    let before = text[..place.range.start as usize].chars().next_back();
    before.is_some_and(|c| c.is_alphanumeric() && (c as u32) < 0x1100)
}
