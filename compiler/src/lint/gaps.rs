//! Where a translation has nothing for what another document says: stretches of units between two
//! that both have.
//!
//! A translator who makes a list of a paragraph, or one sentence of two, leaves the same holes as
//! one who forgets a sentence. The lengths around a hole tell them apart. This module reports
//! nothing and knows no words.

use std::cell::OnceCell;
use std::ops::Range;

use crate::align::{RowId, Unit};
use crate::document::{BlockKind, Segment};

use super::view::ArticleView;

/// Share of what is missing by which a text must at least be too short.
const SHORT: f32 = 0.7;

/// Variance of a translation's length per letter of the original (Gale and Church, 1993).
const PER_LETTER: f32 = 6.8;

/// The holes of one translation beside one witness.
pub(crate) struct Gaps<'a> {
    whole: ArticleView<'a>,
    witness: usize,
    column: usize,
    /// How long the translation usually is for a letter of the witness.
    pub(crate) usual: f32,
    /// Ordered; each lies between two units that both have.
    gaps: Vec<Gap>,
}

#[derive(Debug)]
struct Gap {
    units: Range<usize>,
    /// Whether the translation is too short there for what is missing.
    is_short: bool,
}

/// The holes of all documents of an article, looked for when first asked for.
pub(crate) struct AllGaps<'a> {
    lead: usize,
    /// Who bears witness of the document that speaks for the article.
    second: usize,
    columns: Vec<OnceCell<Gaps<'a>>>,
}

impl<'a> AllGaps<'a> {
    pub(crate) fn of(whole: &ArticleView<'_>) -> Self {
        let mut columns = Vec::new();
        columns.resize_with(whole.article.documents.len(), OnceCell::new);
        let lead = whole.lead();
        let size = |c: &usize| whole.document(*c).segments.len();
        let others = (0..columns.len()).filter(|c| *c != lead).rev();
        AllGaps {
            lead,
            second: others.max_by_key(size).unwrap_or(lead),
            columns,
        }
    }

    /// The document beside which the holes of another are looked for: the one that speaks for the
    /// article; for that one, the most complete of the others.
    pub(crate) fn witness(&self, column: usize) -> usize {
        match column == self.lead {
            true => self.second,
            false => self.lead,
        }
    }

    pub(crate) fn in_column(&self, whole: &ArticleView<'a>, column: usize) -> &Gaps<'a> {
        self.columns[column].get_or_init(|| Gaps::of(whole, self.witness(column), column))
    }
}

impl<'a> Gaps<'a> {
    pub(crate) fn of(whole: &ArticleView<'a>, witness: usize, column: usize) -> Self {
        let mut gaps = Gaps {
            whole: *whole,
            witness,
            column,
            usual: usual(whole, witness, column),
            gaps: Vec::new(),
        };
        let stretches = gaps.stretches();
        for (at, units) in stretches.iter().enumerate() {
            // What is too much in the next hole but one sentence makes up for what is not here.
            let beside = |other: &&Range<usize>| {
                let apart = units
                    .start
                    .saturating_sub(other.end)
                    .max(other.start.saturating_sub(units.end));
                apart <= 1
            };
            let near = stretches[at.saturating_sub(1)..]
                .iter()
                .take(3)
                .filter(beside);
            let around = near.fold(units.clone(), |all, g| {
                all.start.min(g.start)..all.end.max(g.end)
            });
            let is_short = gaps.is_short(units, units) && gaps.is_short(units, &around);
            gaps.gaps.push(Gap {
                units: units.clone(),
                is_short,
            });
        }
        gaps
    }

    /// The runs of units that not both have.
    fn stretches(&self) -> Vec<Range<usize>> {
        let units = &self.whole.alignment.units;
        let mut stretches = Vec::new();
        let mut at = 0;
        while at < units.len() {
            let rest = units[at..].iter();
            let end = at + rest.take_while(|u| !self.is_said_by_both(u)).count();
            if end > at {
                stretches.push(at..end);
            }
            at = end + 1;
        }
        stretches
    }

    /// Whether what the witness says at a unit is nowhere around that place in the translation.
    pub(crate) fn lacks(&self, unit: usize) -> bool {
        self.gap(unit).is_some_and(|gap| gap.is_short)
    }

    /// The code blocks of one of the two documents around a row that not both have.
    pub(crate) fn code(&self, row: RowId, column: usize) -> impl Iterator<Item = &'a str> {
        let units = &self.whole.alignment.units;
        let unit = units.partition_point(|u| u.row < row);
        let units = self.gap(unit).map_or(0..0, |gap| gap.units.clone());
        let whole = self.whole;
        let cells = whole.alignment.units[units].iter();
        let segments = cells.flat_map(move |u| &u.cells[column]);
        let segments = segments.map(move |s| whole.document(column).segment(*s));
        let code = segments.filter(move |s| is_code(&whole, column, s));
        code.map(|s| s.text.as_str())
    }

    fn gap(&self, unit: usize) -> Option<&Gap> {
        let at = self.gaps.partition_point(|g| g.units.end <= unit);
        self.gaps.get(at).filter(|g| g.units.contains(&unit))
    }

    fn is_said_by_both(&self, unit: &Unit) -> bool {
        !unit.cells[self.witness].is_empty() && !unit.cells[self.column].is_empty()
    }

    /// Whether the translation is too short between `around`, sentences of the same paragraph
    /// included, for what is missing in `gap` to be there.
    fn is_short(&self, gap: &Range<usize>, around: &Range<usize>) -> bool {
        let units = &self.whole.alignment.units;
        let (first, last) = (&units[around.start], &units[around.end - 1]);
        let before = around.start.checked_sub(1);
        let before = before.filter(|at| units[*at].row == first.row);
        let after = Some(around.end).filter(|at| units.get(*at).is_some_and(|u| u.row == last.row));
        let from = before.unwrap_or(around.start);
        let to = after.map_or(around.end, |at| at + 1);
        let sum = |range: Range<usize>, column| -> f32 {
            units[range].iter().map(|u| self.length(u, column)).sum()
        };
        let missing = sum(gap.clone(), self.witness);
        let (meant, said) = (sum(from..to, self.witness), sum(from..to, self.column));
        let noise = match to - from > gap.len() {
            true => (PER_LETTER * meant).sqrt(),
            false => 0.0,
        };
        let short = self.usual * meant - said;
        short >= SHORT * self.usual * missing && self.usual * missing >= noise
    }

    fn length(&self, unit: &Unit, column: usize) -> f32 {
        prose(&self.whole, unit, column) as f32
    }
}

fn is_code(whole: &ArticleView<'_>, column: usize, segment: &Segment) -> bool {
    let kind = &whole.document(column).block(segment.block).kind;
    matches!(kind, BlockKind::Code { .. } | BlockKind::Opaque)
}

/// How long the prose of `column` is for a letter of the prose of `witness`, where both say it.
fn usual(whole: &ArticleView<'_>, witness: usize, column: usize) -> f32 {
    let units = whole.alignment.units.iter();
    let both = units.filter(|u| !u.cells[witness].is_empty() && !u.cells[column].is_empty());
    let lengths = both.map(|u| [witness, column].map(|c| prose(whole, u, c)));
    let [meant, said] = lengths.fold([0; 2], |[a, b], [c, d]| [a + c, b + d]);
    // Sentences that were joined to one stand beside a part of what they say: in a short document
    // the whole of both tells more.
    let total = |column: usize| -> usize {
        let segments = whole.document(column).segments.iter();
        segments.map(|s| s.text.len()).sum()
    };
    let ratio = |said: usize, meant: usize| said as f32 / meant.max(1) as f32;
    match meant {
        0 => 1.0,
        _ => ratio(said, meant).min(ratio(total(column), total(witness))),
    }
}

/// The length of the prose of a document at a unit.
fn prose(whole: &ArticleView<'_>, unit: &Unit, column: usize) -> usize {
    let document = whole.document(column);
    let segments = unit.cells[column].iter().map(|s| document.segment(*s));
    let prose = segments.filter(|s| !is_code(whole, column, s));
    prose.map(|s| s.text.len()).sum()
}
