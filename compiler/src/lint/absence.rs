//! How sure it is that a literal which a translation does not have is damage and no other wording.
//!
//! A volunteer says “the plugin” for its name or writes a number as a word; a machine does not. So
//! what is gone must have been something that has no other way to be said, or the sentence must
//! show the hole, or its document must say that a machine made it. It searches for nothing: `canon`
//! has done so.

use crate::canon::{CanonicalLiteral, Reading, is_machine_translation};
use crate::document::{Document, LiteralKind, Mark, MarkKind, SegmentId};
use crate::l10n;
use crate::literal::search::is_coined;

use super::hole::holes;
use super::view::UnitView;

/// How sure an absence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absence {
    /// The sentence shows the hole.
    Shown,
    /// It has no other way to be said.
    Loss,
    /// The translator may have said it otherwise.
    Wording,
    /// Languages say it otherwise all the time.
    Said,
}

/// How sure it is that a document which says a unit without `literal` has lost it.
pub(crate) fn absence(
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    segment: SegmentId,
) -> Absence {
    let document = unit.whole.document(column);
    let machine = || is_machine_translation(document);
    let kept = Kept::by_others(unit, literal, column);
    let by_all = kept == Kept::All;
    let is_loss = match literal.kind {
        LiteralKind::Command if literal.value.contains(' ') => by_all && machine(),
        LiteralKind::Command => by_all || unit.whole.article.source.is_some(),
        LiteralKind::Path | LiteralKind::RegistryKey => true,
        LiteralKind::FileName | LiteralKind::HostName => true,
        // What the reader fills in may be said in the reader's language.
        LiteralKind::Url => !literal.value.contains('<'),
        LiteralKind::Parameter => by_all && is_flag(&literal.value),
        LiteralKind::Version => by_all || kept == Kept::Several && machine(),
        LiteralKind::Value if literal.value.starts_with('$') => by_all,
        LiteralKind::Identifier if is_programmers(&literal.value) => by_all && machine(),
        LiteralKind::Identifier
        | LiteralKind::Value
        | LiteralKind::EventSource
        | LiteralKind::GroupName => by_all && machine() && is_marked(unit, literal),
        LiteralKind::Number => by_all && is_exact(&literal.value),
        LiteralKind::Date | LiteralKind::ProductName | LiteralKind::UiLabel => false,
    };
    let cells = &unit.whole.alignment.units[unit.unit.0 as usize].cells[column];
    let shows = |s: &SegmentId| shows(unit, literal, column, *s);
    match is_loss {
        _ if by_all && (shows(&segment) || cells.iter().any(shows)) => Absence::Shown,
        true => Absence::Loss,
        false if is_said_otherwise(literal) => Absence::Said,
        // A person puts a term into words, where a machine loses it.
        false if !machine() && is_word(literal) => Absence::Said,
        false => Absence::Wording,
    }
}

/// The segment of a document that shows a hole in the row of a literal that all others have.
pub(crate) fn shown(
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
) -> Option<SegmentId> {
    if Kept::by_others(unit, literal, column) != Kept::All {
        return None;
    }
    let alignment = unit.whole.alignment;
    let row = alignment.units[unit.unit.0 as usize].row;
    let mut segments = alignment.units_of(row).flat_map(|(_, u)| &u.cells[column]);
    segments
        .find(|s| shows(unit, literal, column, **s))
        .copied()
}

/// Which of the other translations have a literal as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    All,
    Several,
    Nowhere,
}

impl Kept {
    fn by_others(unit: &UnitView<'_>, literal: &CanonicalLiteral, column: usize) -> Self {
        let readings = literal.readings.iter().enumerate();
        let others = readings.filter(|(c, _)| *c != column && unit.whole.is_translation(*c));
        let (mut all, mut any) = (true, false);
        for (_, reading) in others {
            let intact = matches!(reading, Reading::Intact(_));
            all &= intact;
            any |= intact;
        }
        match (all, any) {
            (true, _) => Kept::All,
            (_, true) => Kept::Several,
            _ => Kept::Nowhere,
        }
    }
}

/// Whether a literal is often said in words: a number, a command with placeholders.
fn is_said_otherwise(literal: &CanonicalLiteral) -> bool {
    match literal.kind {
        // What the reader fills in may be said in the reader's language.
        _ if literal.value.contains('<') => true,
        LiteralKind::Command | LiteralKind::Value => literal.value.contains(' '),
        LiteralKind::Number | LiteralKind::Date | LiteralKind::Url => true,
        _ => false,
    }
}

/// Whether a literal is letters only, which may as well be a word.
fn is_word(literal: &CanonicalLiteral) -> bool {
    let is_name = matches!(literal.kind, LiteralKind::Identifier | LiteralKind::Value);
    is_name && literal.value.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Whether only a program has such a name: `displayName`, `GetWebTicket`. One of two words may be a
/// brand, which is translated now and then, and a short one an abbreviation.
fn is_programmers(value: &str) -> bool {
    let capitals = value.bytes().filter(u8::is_ascii_uppercase).count();
    let is_long = capitals > 2 && capitals * 2 < value.len();
    is_coined(value) && (value.starts_with(|c: char| c.is_ascii_lowercase()) || is_long)
}

/// Whether a parameter is written as on a command line.
fn is_flag(value: &str) -> bool {
    let name = value.trim_start_matches(['-', '\u{2013}', '\u{2014}', '/']);
    name.len() < value.len() && !name.ends_with('-')
}

/// Whether a number is too exact to be said in words, or by a language's own units of ten thousand.
fn is_exact(value: &str) -> bool {
    let digits: Vec<u8> = value.bytes().filter(u8::is_ascii_digit).collect();
    let is_round = digits.ends_with(b"00");
    let has_decimals = value.contains('.') && !value.ends_with(".0");
    digits.len() > 2 && !is_round || has_decimals
}

/// Whether a document that has a literal sets it apart: by markup, or as a cell or item of its own.
fn is_marked(unit: &UnitView<'_>, literal: &CanonicalLiteral) -> bool {
    let places = literal.readings.iter().enumerate();
    let mut places = places.filter_map(|(column, reading)| match reading {
        Reading::Intact(place) => Some((unit.whole.document(column).segment(place.segment), place)),
        _ => None,
    });
    places.any(|(segment, place)| {
        let covers =
            |m: &Mark| m.range.start <= place.range.start && place.range.end <= m.range.end;
        let is_own = |m: &Mark| matches!(m.kind, MarkKind::Code | MarkKind::Strong) && covers(m);
        segment.marks.iter().any(is_own) || place.range.len() == segment.text.len()
    })
}

/// Whether a sentence shows more holes than one that has the literal.
fn shows(
    unit: &UnitView<'_>,
    literal: &CanonicalLiteral,
    column: usize,
    segment: SegmentId,
) -> bool {
    let document = unit.whole.document(column);
    let own = document.segment(segment);
    let holes = |document: &Document, segment| {
        let spaced = &l10n::lexicon(&document.locale).spaced;
        holes(written(document, segment), spaced)
    };
    let count = holes(document, segment);
    let is_cut = begins_cut(&own.text);
    let is_open = ends_open(&own.text);
    let places = literal.readings.iter().enumerate();
    let mut witnesses = places.filter_map(|(column, reading)| match reading {
        Reading::Intact(place) => Some((unit.whole.document(column), place)),
        _ => None,
    });
    (count > 0 || is_cut || is_open)
        && witnesses.any(|(document, place)| {
            let text = &document.segment(place.segment).text;
            let is_first = place.range.start == 0;
            let is_last = !text[place.range.end as usize..].contains(char::is_alphanumeric);
            holes(document, place.segment) < count
                || is_first && is_cut && !begins_cut(text)
                || is_last && is_open && !ends_open(text)
        })
}

/// Whether a sentence begins with what nothing begins with: a small letter, a sign.
fn begins_cut(text: &str) -> bool {
    text.trim_start()
        .starts_with(|c: char| c.is_lowercase() || ":：=,，、".contains(c))
}

/// Whether a sentence ends where something should follow.
fn ends_open(text: &str) -> bool {
    text.trim_end().ends_with([':', '：', '=', '(', '（'])
}

/// A sentence as written, with what stands on its line before and behind it and is none of another
/// sentence: markup that holds nothing.
fn written(document: &Document, segment: SegmentId) -> &str {
    let index = segment.0 as usize;
    let span = document.segments[index].span;
    let text = document.file.text();
    let before = index.checked_sub(1).and_then(|i| document.segments.get(i));
    let floor = before.map_or(0, |s| s.span.end.min(span.start)) as usize;
    let after = document.segments.get(index + 1);
    let ceiling = after.map_or(text.len(), |s| s.span.start.max(span.end) as usize);
    let line = text[floor..span.start as usize]
        .rfind('\n')
        .map_or(floor, |at| floor + at + 1);
    let end = text[span.end as usize..ceiling].find('\n');
    let end = end.map_or(ceiling, |at| span.end as usize + at);
    text[line..end].trim()
}
