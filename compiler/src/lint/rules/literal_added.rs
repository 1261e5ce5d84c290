//! LIT019: a literal that a translation says once too often.

use std::ops::Range;

use crate::align::{Unit, UnitId};
use crate::canon::{CanonicalLiteral, Place, Reading, Verdict};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::document::{Document, LiteralKind, Mark, MarkKind, Segment, SegmentId};
use crate::lint::{ArticleView, Rule, UnitView, literals, report};
use crate::source::Span;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a literal that stands twice in a row, or again in brackets right behind itself, where
    /// the source, or the other locales, have it once.
    ///
    /// ## Why is this bad?
    ///
    /// A command that is typed as it stands fails, or takes its own name for an argument; a number
    /// reads as another one.
    ///
    /// A literal that is said again further on is left alone: some languages repeat a name where
    /// others have a pronoun.
    ///
    /// ## Example
    ///
    /// The source says “Run `Get-CtsUser` first”, the translation “Run `Get-CtsUser Get-CtsUser`
    /// first”.
    pub(crate) static LITERAL_ADDED = {
        code: "LIT019",
        name: "literal-added",
        severity: Warning,
        certainty: Certain,
        check: Check::Unit(check),
    };
}

/// So many findings back a pair may have been reported before.
const RECENT: usize = 16;

fn check(rule: &Rule, unit: &UnitView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let whole = &unit.whole;
    let decided = unit.literals.iter();
    for literal in decided.filter(|l| l.verdict == Verdict::Decided) {
        for (column, reading) in literal.readings.iter().enumerate() {
            let Reading::Intact(place) = reading else {
                continue;
            };
            if !whole.is_translation(column) {
                continue;
            }
            let again = || elsewhere(whole, literal, column, place);
            let Some(twice) = twice(whole, column, place)
                .or_else(again)
                .filter(|twice| !is_meant(whole, literal, column, twice))
            else {
                continue;
            };
            let found = diagnostic(rule, whole, literal, column, &twice);
            // Both copies may be what two literals of the article are read as.
            let known = |d: &&Diagnostic| d.span == found.span && d.locale == found.locale;
            if !diagnostics.iter().rev().take(RECENT).any(|d| known(&d)) {
                diagnostics.push(found);
            }
        }
    }
}

/// A literal that stands twice in a row.
struct Twice<'a> {
    document: &'a Document,
    id: SegmentId,
    segment: &'a Segment,
    /// Bytes of both in the segment's text.
    first: Range<u32>,
    second: Range<u32>,
    /// Where what is too much ends, a bracket included.
    end: u32,
}

/// Where an intact literal stands again right before or behind itself.
fn twice<'a>(whole: &ArticleView<'a>, column: usize, place: &Place) -> Option<Twice<'a>> {
    let document = whole.document(column);
    let segment = document.segment(place.segment);
    let (first, second, end) =
        behind(&segment.text, place).or_else(|| before(&segment.text, place))?;
    Some(Twice {
        document,
        id: place.segment,
        segment,
        first,
        second,
        end,
    })
}

/// So many sentences of a paragraph are looked at beside the one that has a literal.
const NEAR: usize = 32;

/// Where a name that is also a word stands twice in another sentence of its paragraph: which of
/// several is the one that is meant, counting does not tell.
fn elsewhere<'a>(
    whole: &ArticleView<'a>,
    literal: &CanonicalLiteral,
    column: usize,
    place: &Place,
) -> Option<Twice<'a>> {
    if !matches!(literal.kind, LiteralKind::Parameter | LiteralKind::Value) {
        return None;
    }
    let row = whole.alignment.units[literal.unit.0 as usize].row;
    let units = whole.alignment.units_of(row);
    let segments = units.flat_map(|(_, unit)| &unit.cells[column]).take(NEAR);
    let others = segments.filter(|id| **id != place.segment);
    let mut found = others.filter_map(|id| {
        let segment = whole.document(column).segment(*id);
        let start = segment.text.find(&literal.value)? as u32;
        let range = start..start + literal.value.len() as u32;
        let is_whole = !goes_on_before(&segment.text[..start as usize]);
        let span = segment.source_span(range.clone());
        let place = Place {
            segment: *id,
            range,
            span,
        };
        is_whole.then(|| twice(whole, column, &place)).flatten()
    });
    found.next()
}

type Copies = (Range<u32>, Range<u32>, u32);

/// The second copy right behind a place.
fn behind(text: &str, place: &Place) -> Option<Copies> {
    let (start, end) = (place.range.start as usize, place.range.end as usize);
    let name = &text[start..end];
    let rest = &text[end..];
    let inner = rest.trim_start();
    let opened = inner.strip_prefix(['(', '（']);
    let copy = opened.unwrap_or(inner).trim_start();
    let at = text.len() - copy.len();
    let is_apart = at > end && starts_with(copy, name);
    if !is_apart {
        return None;
    }
    let beyond = &copy[name.len()..];
    let closed = || beyond.trim_start().strip_prefix([')', '）']);
    let rest = match opened {
        Some(_) => closed()?,
        None if goes_on(beyond) => return None,
        None => beyond,
    };
    let second = at as u32..(at + name.len()) as u32;
    Some((
        place.range.clone(),
        second,
        (text.len() - rest.len()) as u32,
    ))
}

/// The first copy right before a place.
fn before(text: &str, place: &Place) -> Option<Copies> {
    let (start, end) = (place.range.start as usize, place.range.end as usize);
    let at = text[..start].trim_end().len().checked_sub(end - start)?;
    let first = Place {
        range: at as u32..(at + end - start) as u32,
        ..place.clone()
    };
    let is_copy = text
        .get(at..)
        .is_some_and(|t| starts_with(t, &text[start..end]));
    let has_edge = text[start..].starts_with(|c: char| !c.is_alphanumeric());
    let is_whole = is_copy && (has_edge || !goes_on_before(&text[..at]));
    is_whole.then(|| behind(text, &first))?
}

fn starts_with(text: &str, name: &str) -> bool {
    let head = text.as_bytes().get(..name.len());
    head.is_some_and(|h| h.eq_ignore_ascii_case(name.as_bytes()))
        && text.is_char_boundary(name.len())
}

/// Whether a longer name or number goes on here.
fn goes_on(text: &str) -> bool {
    let mut chars = text.chars();
    let next = chars.next();
    let is_joint = |c: char| {
        matches!(
            c,
            '-' | '.' | ',' | '_' | '\\' | '/' | ':' | '@' | '\'' | '='
        )
    };
    match next {
        Some(c) if is_joint(c) => chars.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => c.is_ascii_alphanumeric(),
        None => false,
    }
}

fn goes_on_before(text: &str) -> bool {
    let is_joint = |c: char| matches!(c, '-' | '.' | ',' | '_' | '\\' | '/' | ':' | '@' | '=');
    text.ends_with(|c: char| c.is_ascii_alphanumeric() || is_joint(c))
}

/// How often a document says a name in a unit, set apart as `set` or not at all: a label in bold is no
/// second time that its text says it.
fn count(whole: &ArticleView<'_>, unit: &Unit, column: usize, (name, set): (&str, Set)) -> usize {
    let document = whole.document(column);
    let segments = unit.cells[column].iter().map(|id| document.segment(*id));
    let times = segments.map(|segment| {
        let found = segment.text.match_indices(name);
        let ranges = found.map(|(at, _)| at as u32..(at + name.len()) as u32);
        let own = ranges.filter(|r| is_whole(&segment.text, r) && Set::of(segment, r) == set);
        own.count()
    });
    times.sum()
}

/// Whether a word of letters and digits stands alone.
fn is_whole(text: &str, range: &Range<u32>) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric();
    !text[..range.start as usize].ends_with(joins) && !text[range.end as usize..].starts_with(joins)
}

/// Whether a text sets something apart.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Set(bool);

impl Set {
    fn of(segment: &Segment, range: &Range<u32>) -> Self {
        let covers = |m: &Mark| m.range.start <= range.start && range.end <= m.range.end;
        let is_own = |m: &Mark| matches!(m.kind, MarkKind::Strong | MarkKind::Emphasis);
        Set(segment.marks.iter().any(|m| is_own(m) && covers(m)))
    }
}

/// Whether most of the others say a literal as often where a document says it twice, only in another
/// order of words.
fn is_meant(
    whole: &ArticleView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    twice: &Twice<'_>,
) -> bool {
    let row = whole.alignment.units[literal.unit.0 as usize].row;
    let holds = |unit: &&Unit| unit.cells[column].contains(&twice.id);
    let Some(unit) = whole.alignment.units_of(row).map(|(_, u)| u).find(holds) else {
        return true;
    };
    let set = Set::of(twice.segment, &twice.first);
    let said = |column: usize, name: &str| count(whole, unit, column, (name, set));
    let others = literal.readings.iter().enumerate();
    let others = others.filter(|(c, _)| *c != column && whole.bears_witness(*c));
    let counts = others.filter_map(|(column, reading)| match reading {
        Reading::Intact(p) => {
            let segment = whole.document(column).segment(p.segment);
            Some(said(column, segment.slice(p.range.clone())))
        }
        _ => None,
    });
    let mut counts: Vec<usize> = counts.collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    // As often as at least half of the others say it.
    let usual = counts.len().checked_sub(1).map(|last| counts[last / 2]);
    let own = said(column, twice.segment.slice(twice.first.clone()));
    usual.is_none_or(|usual| own <= usual)
}

fn diagnostic(
    rule: &Rule,
    whole: &ArticleView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    twice: &Twice<'_>,
) -> Diagnostic {
    let segment = twice.segment;
    let span = segment.source_span(twice.first.start..twice.end);
    let expected = segment.source_span(twice.first.clone());
    let expected = twice.document.file.slice(expected).to_owned();
    let message = Message::new("lint-literal-doubled").with("expected", &literal.value);
    let mut found = report::diagnostic(rule, *whole, column, span, message);
    found.expected = Some(expected);
    found.evidence = literals::witnesses(whole, literal, column);
    found.fix = surplus(twice).map(|span| Fix {
        applicability: match stands_for_another(whole, literal, column) {
            true => Applicability::Unsafe,
            false => Applicability::Safe,
        },
        edits: vec![Edit {
            span,
            text: String::new(),
        }],
    });
    found
}

/// Whether another literal is lost or damaged in the row: of two copies side by side, one may stand
/// where that one should, `A A` for `A B`.
fn stands_for_another(whole: &ArticleView<'_>, literal: &CanonicalLiteral, column: usize) -> bool {
    let row = |unit: UnitId| whole.alignment.units[unit.0 as usize].row;
    let literals = &whole.canon.literals;
    let own = row(literal.unit);
    let start = literals.partition_point(|l| row(l.unit) < own);
    let mut others = literals[start..].iter().take_while(|l| row(l.unit) == own);
    others.any(|l| {
        let reading = &l.readings[column];
        matches!(reading, Reading::Damaged(..) | Reading::Missing(_))
    })
}

/// The bytes of the second copy and what stands between, markup of its own included; nothing where
/// other markup begins or ends there.
fn surplus(twice: &Twice<'_>) -> Option<Span> {
    let (first, second) = (&twice.first, &(twice.second.start..twice.end));
    let segment = twice.segment;
    let is_own = |range: &Range<u32>| *range == *first || *range == twice.second || range == second;
    let touches = |range: &Range<u32>| {
        let covers = range.start <= first.start && second.end <= range.end;
        range.start < second.end && first.start < range.end && !covers
    };
    if segment
        .marks
        .iter()
        .any(|m| touches(&m.range) && !is_own(&m.range))
    {
        return None;
    }
    let end_of = |range: &Range<u32>, of: &[&Range<u32>]| {
        let marks = segment.marks.iter().filter(|m| of.contains(&&m.range));
        let ends = marks.map(|m| m.span.end);
        ends.max()
            .unwrap_or(0)
            .max(segment.source_span(range.clone()).end)
    };
    let start = end_of(first, &[first]);
    let end = end_of(second, &[second, &twice.second]);
    (start < end).then_some(Span { start, end })
}
