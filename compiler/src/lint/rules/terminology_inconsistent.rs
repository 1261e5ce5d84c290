//! TXT009: one label of the source with two translations in one article.

use std::collections::BTreeMap;

use crate::align::Unit;
use crate::diagnostic::{Diagnostic, Message};
use crate::document::{BlockKind, MarkKind, Segment};
use crate::lint::{ArticleView, Rule, report};
use crate::source::Span;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a cell of a table or a label in bold that the source always calls the same, that other
    /// locales always call the same, and that this translation calls otherwise once. Inflected forms
    /// and another order of the same words are no other name, nor is a part of it.
    ///
    /// ## Why is this bad?
    ///
    /// The reader takes two names for two things.
    ///
    /// ## Example
    ///
    /// A column is “Nome do servidor” in two tables and “Nome do host” in the third, where the source
    /// has “Server name” in all three.
    pub(crate) static TERMINOLOGY_INCONSISTENT = {
        code: "TXT009",
        name: "terminology-inconsistent",
        severity: Info,
        certainty: Possible,
        check: Check::Article(check),
    };
}

/// Fewest places of a label for one of them to be the odd one.
const PLACES: usize = 3;

/// Fewest other translations that must be consistent.
const CONSISTENT: usize = 2;

/// Most letters of a label.
const LONGEST: usize = 48;

/// Share of letters at which two words are forms of one, in tenths.
const STEM_OF_TEN: usize = 6;

/// Where a translation says a label, and how.
struct Place {
    /// In the form in which labels are compared.
    text: String,
    written: String,
    span: Span,
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(source) = whole.article.source else {
        return;
    };
    if whole.documents().count() <= CONSISTENT {
        return;
    }
    let mut labels: BTreeMap<&str, Vec<&Unit>> = BTreeMap::new();
    for unit in &whole.alignment.units {
        if let Some(label) = label(whole, unit, source) {
            labels.entry(label).or_default().push(unit);
        }
    }
    for units in labels.values().filter(|u| u.len() >= PLACES) {
        check_label(rule, whole, (units, source), diagnostics);
    }
}

fn check_label(
    rule: &Rule,
    whole: &ArticleView<'_>,
    (units, source): (&[&Unit], usize),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let places = |column| -> Vec<Place> {
        let places = units.iter().filter_map(|u| place(whole, u, source, column));
        places.collect()
    };
    let columns = whole.documents().map(|d| (d.column, places(d.column)));
    let columns: Vec<(usize, Vec<Place>)> = columns.filter(|(_, p)| p.len() >= PLACES).collect();
    let is_same = |p: &[Place]| p.iter().all(|o| o.text == p[0].text);
    if columns.iter().filter(|(_, p)| is_same(p)).count() < CONSISTENT {
        return;
    }
    for (column, places) in &columns {
        if let Some((odd, usual)) = odd(places) {
            let message = Message::new("lint-terminology-inconsistent").with("expected", usual);
            diagnostics.push(report::diagnostic(rule, *whole, *column, odd.span, message));
        }
    }
}

fn said<'a>(whole: &ArticleView<'a>, unit: &Unit, column: usize) -> Option<&'a Segment> {
    match unit.cells[column].as_slice() {
        [only] => Some(whole.document(column).segment(*only)),
        _ => None,
    }
}

/// Whether the label of a unit is a whole cell, and not its only bold.
fn is_cell(whole: &ArticleView<'_>, source: usize, meant: &Segment) -> bool {
    let kind = &whole.document(source).block(meant.block).kind;
    matches!(kind, BlockKind::Cell { .. }) && meant.marks.is_empty()
}

/// The label that the source says in a unit.
fn label<'a>(whole: &ArticleView<'a>, unit: &Unit, source: usize) -> Option<&'a str> {
    let meant = said(whole, unit, source).filter(|s| s.literals.is_empty())?;
    let label = match is_cell(whole, source, meant) {
        true => meant.text.as_str(),
        false => meant.slice(bold(meant)?),
    };
    let is_sign = |c: char| c.is_alphabetic() || " -/()".contains(c);
    (label.len() <= LONGEST && label.chars().all(is_sign)).then(|| label.trim())
}

/// Where a translation says the label of a unit.
fn place(whole: &ArticleView<'_>, unit: &Unit, source: usize, column: usize) -> Option<Place> {
    let said = said(whole, unit, column)?;
    let (text, span) = match is_cell(whole, source, self::said(whole, unit, source)?) {
        true => (said.text.as_str(), said.span),
        false => {
            let bold = bold(said)?;
            (said.slice(bold.clone()), said.source_span(bold))
        }
    };
    // Markup that slipped covers other words.
    let is_whole = !text.contains(['[', ']', '"', '“', '”', '「', '」']);
    let place = Place {
        text: plain(text),
        written: text.trim().to_owned(),
        span,
    };
    (is_whole && !place.text.is_empty()).then_some(place)
}

fn bold(segment: &Segment) -> Option<std::ops::Range<u32>> {
    let mut marks = segment.marks.iter().filter(|m| m.kind == MarkKind::Strong);
    let first = marks.next()?;
    marks.next().is_none().then(|| first.range.clone())
}

/// A label in lower case, without what is put around one.
fn plain(label: &str) -> String {
    let words = label
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The one place where a label has another name than in all others, and that name.
fn odd(places: &[Place]) -> Option<(&Place, &str)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for place in places {
        *counts.entry(&place.text).or_default() += 1;
    }
    let (usual, n) = counts.iter().max_by_key(|(_, n)| **n)?;
    let odd = places.iter().find(|p| p.text != **usual)?;
    let named = places.iter().find(|p| p.text == **usual)?;
    let is_part = odd.text.contains(*usual) || usual.contains(odd.text.as_str());
    let is_other = !is_part && !is_form(&odd.text, usual);
    (n + 1 == places.len() && is_other).then_some((odd, named.written.as_str()))
}

/// Whether two names are forms of one: each longer word of the one begins as one of the other does.
fn is_form(a: &str, b: &str) -> bool {
    let covers = |a: &str, b: &str| {
        let long = |w: &&str| w.chars().count() > 2 || !w.is_ascii();
        a.split(' ')
            .filter(long)
            .all(|w| b.split(' ').any(|o| is_inflected(w, o)))
    };
    covers(a, b) && covers(b, a)
}

fn is_inflected(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let longer = a.chars().count().max(b.chars().count());
    same * 10 >= longer * STEM_OF_TEN
}
