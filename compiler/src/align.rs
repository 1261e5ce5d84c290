//! The documents of an article to an [`Alignment`]: a table of units.
//!
//! Structure first, then text: blocks by dynamic programming, then sentences inside aligned
//! blocks, pairs joined through a pivot. It does not judge what it lines up.

pub mod render;

use crate::corpus::Article;
use crate::document::{BlockId, SegmentId};

/// Index of a [`Unit`] in its alignment; written `u0001` from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u32);

/// Index of a [`Row`] in its alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

/// The table of units of an article. A column is a document, in the article's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// The column that the others were joined through.
    pub pivot: usize,
    /// The leaf blocks that correspond, in the pivot's order.
    pub rows: Vec<Row>,
    /// The segments that say the same, in the order of their rows; every segment is in one unit.
    pub units: Vec<Unit>,
}

/// Leaf blocks of all documents that correspond.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Per document, its block.
    pub blocks: Vec<Option<BlockId>>,
    /// How sure, from 0 to 1.
    pub score: f32,
    /// Whether a block stands in another order than in the pivot, per document.
    pub moved: Vec<bool>,
}

/// The segments of all documents that say the same. Never crosses a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The row that it lies in.
    pub row: RowId,
    /// Per document, its segments: consecutive, none where it says nothing.
    pub cells: Vec<Vec<SegmentId>>,
    /// How sure, from 0 to 1.
    pub score: f32,
}

impl Alignment {
    /// The units of a row, in order.
    pub fn units_of(&self, row: RowId) -> impl Iterator<Item = (UnitId, &Unit)> {
        let start = self.units.partition_point(|u| u.row < row);
        let units = self.units[start..].iter().take_while(move |u| u.row == row);
        units
            .enumerate()
            .map(move |(i, unit)| (UnitId((start + i) as u32), unit))
    }
}

/// What is learned from a whole corpus before its articles are aligned: which words of two
/// languages go together.
#[derive(Debug, Default)]
pub struct Lexicon {}

/// Learns a lexicon from all articles. Deterministic; linear in the corpus.
pub fn learn(_articles: &[Article]) -> Lexicon {
    Lexicon::default()
}

/// Aligns the documents of an article. Deterministic; near-linear in their length.
pub fn align(article: &Article, _lexicon: &Lexicon) -> Alignment {
    Alignment {
        pivot: article.source.unwrap_or(0),
        rows: Vec::new(),
        units: Vec::new(),
    }
}
