//! STR001: a sentence that a translation left out.

use memchr::memmem;

use crate::align::{RowId, Unit};
use crate::diagnostic::{Certainty, Diagnostic, Message, Severity};
use crate::document::{BlockKind, Segment};
use crate::lint::code::says;
use crate::lint::gaps::AllGaps;
use crate::lint::{ArticleView, Rule, report};
use crate::source::Span;

use super::{Check, declare_rule};

/// How much of its usual length a paragraph may have for its sentence to be merely said elsewhere in
/// it.
const COMPLETE: f32 = 0.9;

/// Most gaps that are looked at in an article: whoever has more has another article.
const MOST: usize = 1000;

declare_rule! {
    /// ## What it does
    ///
    /// Finds a sentence, step, heading or cell that the source, or most other locales, have and
    /// this one does not.
    ///
    /// ## Why is this bad?
    ///
    /// A step or a warning that is not there is not followed.
    ///
    /// ## Example
    ///
    /// The source says “Stop the service. Copy the file.”, the translation only “Copy the file.”
    pub(crate) static TEXT_MISSING = {
        code: "STR001",
        name: "text-missing",
        severity: Warning,
        certainty: Probable,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let gaps = AllGaps::of(whole);
    let mut looked = 0;
    for (at, unit) in whole.alignment.units.iter().enumerate() {
        let holders = unit.cells.iter().filter(|c| !c.is_empty()).count();
        let is_usual = whole.article.source.is_some() || holders * 2 > unit.cells.len();
        if holders == unit.cells.len() || !is_usual {
            continue;
        }
        for document in whole
            .documents()
            .filter(|d| unit.cells[d.column].is_empty())
        {
            let column = document.column;
            let witness = gaps.witness(column);
            if unit.cells[witness].is_empty() || !is_text(whole, unit, witness) {
                continue;
            }
            looked += 1;
            if looked > MOST {
                return;
            }
            let gaps = gaps.in_column(whole, column);
            let lacks = gaps.lacks(at) || lacks_name(whole, at, witness, column);
            if !lacks || is_complete(whole, unit, witness, column, gaps.usual) {
                continue;
            }
            let segment = whole.document(witness).segment(unit.cells[witness][0]);
            let span = behind(whole, column, at);
            if let Some(span) = span.filter(|s| !is_folded(whole, column, *s, &segment.text)) {
                diagnostics.push(missing(rule, whole, unit, witness, column, span, holders));
            }
        }
    }
}

/// Whether a text stands elsewhere word for word, as code or in a comment; or announces a list or
/// code, which the sentence before it may do as well.
fn is_folded(whole: &ArticleView<'_>, column: usize, span: Span, text: &str) -> bool {
    let document = whole.document(column);
    let before = document.file.slice(Span { start: 0, ..span });
    let announces = |text: &str| text.trim_end().ends_with([':', '：']);
    let is_sentence = text.split_whitespace().nth(2).is_some();
    announces(text) && announces(before) || is_sentence && says(document, text)
}

fn missing(
    rule: &Rule,
    whole: &ArticleView<'_>,
    unit: &Unit,
    witness: usize,
    column: usize,
    span: Span,
    holders: usize,
) -> Diagnostic {
    let source = whole.document(witness);
    let segment = source.segment(unit.cells[witness][0]);
    let message = Message::new("lint-text-missing").with("expected", &segment.text);
    let mut found = report::diagnostic(rule, *whole, column, span, message);
    found.evidence = vec![report::evidence(
        *whole,
        witness,
        segment.span,
        &segment.text,
    )];
    // Where most translations lack it, the source has been revised since.
    let translations = unit.cells.len() - usize::from(whole.article.source.is_some());
    let having = holders - usize::from(whole.article.source.is_some());
    let revised = translations > 1 && having * 2 < translations;
    let block = whole.alignment.rows[unit.row.0 as usize].blocks[column];
    if revised || block.is_none() && has_stray(whole, witness, column, segment) {
        found.severity = Severity::Info;
        found.certainty = Certainty::Possible;
    }
    found
}

/// Whether the document has a block of a sentence about as long as the missing one that nothing
/// corresponds to: then the block may only stand elsewhere. A block that is nothing but a literal
/// stands nowhere else without it.
fn has_stray(whole: &ArticleView<'_>, witness: usize, column: usize, missing: &Segment) -> bool {
    let length = missing.text.len() as f32;
    let name = match missing.literals.as_slice() {
        [only] if only.text == missing.text => Some(only.text.as_str()),
        _ => None,
    };
    let document = whole.document(column);
    let usual = self::length(document) as f32 / self::length(whole.document(witness)).max(1) as f32;
    let strays = whole
        .alignment
        .units
        .iter()
        .filter(|u| u.cells[witness].is_empty());
    let texts = strays.flat_map(|u| &u.cells[column]);
    let mut texts = texts.map(|s| document.segment(*s).text.as_str());
    texts.any(|text| {
        let share = text.len() as f32 / (length * usual).max(1.0);
        (0.5..2.0).contains(&share) && name.is_none_or(|name| text.contains(name))
    })
}

/// So many units before and after may have taken over what a block says.
const NEAR: usize = 8;

/// Whether a document has no block for one that is nothing but a literal, and says that literal less
/// often near by than the witness does: whatever else stands there, it is not in it.
fn lacks_name(whole: &ArticleView<'_>, at: usize, witness: usize, column: usize) -> bool {
    let units = &whole.alignment.units;
    let row = &whole.alignment.rows[units[at].row.0 as usize];
    let [id] = units[at].cells[witness].as_slice() else {
        return false;
    };
    let segment = whole.document(witness).segment(*id);
    let [name] = segment.literals.as_slice() else {
        return false;
    };
    let near = &units[at.saturating_sub(NEAR)..units.len().min(at + NEAR + 1)];
    let says = |column: usize| -> usize {
        let segments = near.iter().flat_map(|u| &u.cells[column]);
        let texts = segments.map(|id| whole.document(column).segment(*id).text.as_bytes());
        texts
            .map(|text| memmem::find_iter(text, name.text.as_bytes()).count())
            .sum()
    };
    row.blocks[column].is_none() && name.text == segment.text && says(column) < says(witness)
}

/// Whether a unit has words, or is nothing but a literal.
fn is_text(whole: &ArticleView<'_>, unit: &Unit, column: usize) -> bool {
    let document = whole.document(column);
    let segment = document.segment(unit.cells[column][0]);
    let kind = &document.block(segment.block).kind;
    let has_words = segment.text.chars().filter(|c| c.is_alphabetic()).count() > 1
        || matches!(segment.literals.as_slice(), [only] if only.text == segment.text);
    !matches!(
        kind,
        BlockKind::Code { .. } | BlockKind::Opaque | BlockKind::FrontMatter { .. }
    ) && has_words
}

/// Whether the rest of the row is as long as a whole translation of it would be: then the sentence
/// is in there, joined to another.
fn is_complete(
    whole: &ArticleView<'_>,
    unit: &Unit,
    witness: usize,
    column: usize,
    usual: f32,
) -> bool {
    let row = |c: usize| -> usize {
        let units = whole.alignment.units_of(unit.row);
        let segments = units.flat_map(|(_, u)| u.cells[c].iter());
        segments
            .map(|s| whole.document(c).segment(*s).text.len())
            .sum()
    };
    row(column) as f32 > row(witness) as f32 * usual * COMPLETE
}

fn length(document: &crate::document::Document) -> usize {
    document.segments.iter().map(|s| s.text.len()).sum()
}

/// The empty span where what a row says belongs in a document that has no block of it: behind the
/// nearest row before it that has one.
pub(super) fn gap(whole: &ArticleView<'_>, column: usize, row: RowId) -> Option<Span> {
    let end = whole.alignment.units.partition_point(|u| u.row < row);
    behind(whole, column, end)
}

fn behind(whole: &ArticleView<'_>, column: usize, index: usize) -> Option<Span> {
    let before = whole.alignment.units[..index].iter().rev();
    let mut cells = before.filter_map(|u| u.cells[column].last());
    let document = whole.document(column);
    let end = match cells.next() {
        Some(segment) => document.segment(*segment).span.end,
        None => document.segments.first()?.span.start,
    };
    Some(Span { start: end, end })
}
