//! LIT020: a literal that a translation left out.

use crate::align::Unit;
use crate::canon::{CanonicalLiteral, Reading, Verdict, is_machine_translation};
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::document::{BlockKind, LiteralKind, Segment, SegmentId};
use crate::lint::absence::{Absence, absence, shown};
use crate::lint::{ArticleView, Rule, UnitView, literals, report};
use crate::literal::artifacts::stubs;
use crate::literal::normal;
use crate::source::Span;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a sentence that names a command, path, registry key, file, host or URL in the source or
    /// most locales, and in this one neither it nor anything like it.
    ///
    /// A name, value or number that all other locales have is a warning too where the sentence shows
    /// the hole that it left (`the  parameter`, `****`, empty brackets), where it cannot be said in
    /// words (an address, a switch), or where the front matter says that a machine translated
    /// (`ms.translationtype: MT`). Else a person may have said it otherwise, which is an info at
    /// most.
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
    let literals = unit.literals.iter();
    for literal in literals.filter(|l| l.verdict == Verdict::Decided) {
        for (column, reading) in literal.readings.iter().enumerate() {
            if !unit.whole.is_translation(column) {
                continue;
            }
            let segment = match reading {
                Reading::Missing(segment) => Some(shown(unit, literal, column).unwrap_or(*segment)),
                // Many a language says once what others repeat: only a hole tells.
                Reading::Absent => shown(unit, literal, column),
                _ => None,
            };
            let is_gone = |s: &SegmentId| !stands_there(unit, literal, column, *s);
            if let Some(segment) = segment.filter(is_gone) {
                diagnostics.extend(missing(rule, unit, literal, column, segment));
            }
        }
    }
}

fn missing(
    rule: &Rule,
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    segment: SegmentId,
) -> Option<Diagnostic> {
    let absence = absence(unit, literal, column, segment);
    let is_known = match absence {
        Absence::Shown => false,
        Absence::Said => true,
        Absence::Loss | Absence::Wording => is_elsewhere(unit, literal, column),
    };
    if is_known || has_stub(unit, literal, column, segment) {
        return None;
    }
    let own = unit.whole.document(column).segment(segment).span;
    let span = match literal.readings[column] {
        Reading::Missing(_) => said_at(unit, column).unwrap_or(own),
        _ => own,
    };
    let message = Message::new("lint-literal-missing").with("expected", &literal.value);
    let mut found = report::diagnostic(rule, unit.whole, column, span, message);
    found.expected = Some(literal.value.clone());
    found.evidence = match literal.evidence.is_empty() {
        true => literals::witnesses(&unit.whole, literal, column),
        false => literal.evidence.clone(),
    };
    let says = |column: usize| !matches!(literal.readings[column], Reading::Missing(_));
    let revised = unit.whole.is_later_revision(says);
    let is_wording = absence == Absence::Wording
        || absence == Absence::Loss && is_beside(unit, literal, column, segment);
    if revised || is_wording {
        found.severity = Severity::Info;
    }
    Some(found)
}

/// All that a document says at a unit.
fn said_at(unit: &UnitView<'_>, column: usize) -> Option<Span> {
    let cells = &unit.whole.alignment.units[unit.unit.0 as usize].cells[column];
    let span = |id: &SegmentId| unit.whole.document(column).segment(*id).span;
    Some(Span {
        start: span(cells.first()?).start,
        end: span(cells.last()?).end,
    })
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

/// Whether a literal stands in the sentence as part of another: `-Name` for `Name`, `4e` for `4`.
fn stands_there(
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    segment: SegmentId,
) -> bool {
    if literal.readings[column] == Reading::Absent {
        return false;
    }
    let text = &unit.whole.document(column).segment(segment).text;
    let value = literal.value.as_str();
    match literal.kind {
        LiteralKind::Identifier | LiteralKind::Value | LiteralKind::Parameter => {
            let name = value.trim_start_matches(['-', '\u{2013}']);
            text.to_lowercase().contains(&name.to_lowercase())
        }
        LiteralKind::Number | LiteralKind::Version => text.match_indices(value).any(|(at, _)| {
            let (before, rest) = text.split_at(at);
            let is_digit = |c: char| c.is_ascii_digit();
            !before.ends_with(is_digit) && !rest[value.len()..].starts_with(is_digit)
        }),
        _ => false,
    }
}

/// Whether the sentence before or behind says the literal in a translation by a person, who need not
/// repeat it.
fn is_beside(
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    segment: SegmentId,
) -> bool {
    let document = unit.whole.document(column);
    let wanted = normal(literal.kind, &literal.value);
    let at = segment.0 as usize;
    let beside = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
    let beside = beside.filter_map(|at| document.segments.get(at));
    let kind = |s: &Segment| &document.block(s.block).kind;
    let is_text = |s: &&Segment| !matches!(kind(s), BlockKind::FrontMatter { .. });
    let says = |s: &Segment| occurrences(s, &wanted, &literal.value) > 0;
    // A heading or cell is read by itself.
    let stands_alone = matches!(
        kind(document.segment(segment)),
        BlockKind::Heading { .. } | BlockKind::Cell { .. }
    );
    let is_person = !is_machine_translation(document);
    is_person && !stands_alone && beside.filter(is_text).any(says)
}

/// So many rows before and after may have taken over a sentence.
const NEAR: usize = 3;

/// Whether the document says the literal more often than the others in a row near by: then its
/// sentence was moved.
fn is_elsewhere(unit: &UnitView<'_>, literal: &CanonicalLiteral, column: usize) -> bool {
    let whole = unit.whole;
    let wanted = normal(literal.kind, &literal.value);
    let said = |column: usize, units: &[Unit]| -> usize {
        let segments = units.iter().flat_map(|u| &u.cells[column]);
        let segments = segments.map(|id| whole.document(column).segment(*id));
        segments
            .map(|s| occurrences(s, &wanted, &literal.value))
            .sum()
    };
    let is_intact = |c: &usize| matches!(literal.readings[*c], Reading::Intact(_));
    // Translations too: they may all have a row that the source lacks.
    let others = (0..literal.readings.len()).filter(|c| *c != column);
    let witnesses: Vec<usize> = others.filter(is_intact).collect();
    let units = &whole.alignment.units;
    let here = units[unit.unit.0 as usize].row.0 as usize;
    let start = units.partition_point(|u| u.row.0 as usize + NEAR < here);
    let end = units.partition_point(|u| u.row.0 as usize <= here + NEAR);
    let rows = units[start..end].chunk_by(|a, b| a.row == b.row);
    let mut rows = rows.filter(|row| row[0].row.0 as usize != here);
    rows.any(|row| {
        let own = said(column, row);
        own > 0 && witnesses.iter().all(|c| said(*c, row) < own)
    })
}

/// How often a segment says a literal; code is searched, since it has no literals.
fn occurrences(segment: &Segment, wanted: &str, value: &str) -> usize {
    match segment.literals.is_empty() {
        true => segment.text.matches(value).count(),
        false => segment
            .literals
            .iter()
            .filter(|l| l.normal == wanted)
            .count(),
    }
}
