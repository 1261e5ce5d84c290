//! TXT011: a term that is not called what the project's glossary says.

use crate::align::{Cell, Unit};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Evidence, EvidenceKind, Fix, Message};
use crate::document::{BlockKind, Document, Segment, SegmentId};
use crate::lint::{ArticleView, Rule, Term, report};
use crate::source::Span;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a sentence whose source has a term of the project's glossary, `[[glossary]]` in
    /// `runbookc.toml`, and whose translation calls it by a forbidden name, or has none of the
    /// forms that the glossary asks for. A paragraph that has the term once may say “it”
    /// afterwards. Without a source only forbidden names are found.
    ///
    /// Without a glossary it finds nothing.
    ///
    /// ## Why is this bad?
    ///
    /// The reader looks for a name on the screen, or in another article, that is not there.
    ///
    /// ## Example
    ///
    /// ```toml
    /// [[glossary]]
    /// term = "mailbox"
    /// translations = { pt-BR = ["caixa de correio", "caixas de correio"] }
    /// forbidden = { pt-BR = "caixa postal" }
    /// ```
    ///
    /// and the translation says “Abra a caixa postal”.
    pub(crate) static GLOSSARY_TERM = {
        code: "TXT011",
        name: "glossary-term",
        severity: Warning,
        certainty: Probable,
        check: Check::Article(check),
    };
}

/// Most findings in an article: whoever has more means another term.
const MOST: usize = 1000;

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let before = diagnostics.len();
    for term in whole.settings.glossary() {
        // A paragraph that has the term once may say “it” in its other sentences.
        for row in whole.alignment.units.chunk_by(|a, b| a.row == b.row) {
            if diagnostics.len() - before >= MOST {
                return;
            }
            if let Some(first) = row.iter().position(|u| is_meant(*whole, u, term)) {
                check_row(rule, *whole, (&row[first..], term), diagnostics);
            }
        }
    }
}

/// Whether the source has the term here. Without a source nobody knows.
fn is_meant(whole: ArticleView<'_>, unit: &Unit, term: &Term) -> bool {
    let Some(source) = whole.article.source else {
        return true;
    };
    let document = whole.document(source);
    prose(document, cell(unit, source))
        .any(|s| term.may_stand_in(&s.text) && !term.places(&term.forms, &s.text).is_empty())
}

/// Looks at the units of a row from the first in which the term is meant.
fn check_row(
    rule: &Rule,
    whole: ArticleView<'_>,
    (units, term): (&[Unit], &Term),
    diagnostics: &mut Vec<Diagnostic>,
) {
    for view in whole.documents() {
        let document = whole.document(view.column);
        let wanted = term.wanted(&document.locale);
        let report = |span: Span, id: &'static str| {
            let words = wanted.first().unwrap_or(&term.forms[0]);
            let message = Message::new(id).with("term", &term.forms[0]);
            let message = message.with("expected", words);
            let mut found = report::diagnostic(rule, whole, view.column, span, message);
            found.expected = wanted.first().cloned();
            found.evidence = vec![evidence(term, wanted)];
            found
        };
        let before = diagnostics.len();
        let mut is_said = false;
        let mut first = None;
        for segment in units
            .iter()
            .flat_map(|u| prose(document, cell(u, view.column)))
        {
            first.get_or_insert(segment);
            is_said |= !term.places(wanted, &segment.text).is_empty();
            for range in term.places(term.forbidden(&document.locale), &segment.text) {
                let span = segment.source_span(range.start as u32..range.end as u32);
                let mut found = report(span, "lint-term-forbidden");
                found.fix = found.expected.clone().map(|text| renaming(span, text));
                diagnostics.push(found);
            }
        }
        let is_known = whole.article.source.is_some() && !wanted.is_empty();
        if let Some(segment) = first.filter(|_| is_known && !is_said && diagnostics.len() == before)
        {
            diagnostics.push(report(segment.span, "lint-term-missing"));
        }
    }
}

/// The segments of a document in a unit.
fn cell(unit: &Unit, column: usize) -> &[SegmentId] {
    unit.cells.get(column).map_or(&[], Cell::as_slice)
}

/// The segments of a cell that people read.
fn prose<'a>(document: &'a Document, cell: &'a [SegmentId]) -> impl Iterator<Item = &'a Segment> {
    let is_code = |s: &&Segment| {
        let kind = &document.block(s.block).kind;
        matches!(kind, BlockKind::Code { .. } | BlockKind::Opaque)
    };
    let segments = cell.iter().map(|id| document.segment(*id));
    segments.filter(move |s| !is_code(s))
}

fn renaming(span: Span, text: String) -> Fix {
    Fix {
        // The words around it may have to agree with it.
        applicability: Applicability::Unsafe,
        edits: vec![Edit { span, text }],
    }
}

fn evidence(term: &Term, wanted: &[String]) -> Evidence {
    Evidence {
        kind: EvidenceKind::Glossary,
        locale: None,
        text: match wanted.is_empty() {
            true => term.forms[0].clone(),
            false => format!("{} = {}", term.forms[0], wanted.join(" | ")),
        },
        location: None,
    }
}
