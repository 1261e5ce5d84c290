//! The documents of an article to an [`Alignment`]: a table of units.
//!
//! Structure first, then text: blocks by dynamic programming, then sentences inside aligned
//! blocks, pairs joined through a pivot. It does not judge what it lines up.

pub mod render;

use smallvec::SmallVec;

use crate::corpus::Article;
use crate::document::{BlockId, SegmentId};

mod band;
mod bilingual;
mod blocks;
mod features;
mod join;
mod learner;
mod lexicon;
mod moved;
mod pair;
mod pivot;
mod plain;
mod score;
mod sentences;
mod shape;
mod tokens;
mod units;
mod vocabulary;

pub use lexicon::{Lexicon, learn};

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
    /// For a row of one document: the row whose block in that document says the same. The block
    /// is there twice.
    pub copy_of: Option<RowId>,
}

/// The segments of one document at a unit: one as a rule.
pub type Cell = SmallVec<[SegmentId; 4]>;

/// The segments of all documents that say the same. Never crosses a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The row that it lies in.
    pub row: RowId,
    /// Per document, its segments: consecutive, none where it says nothing.
    pub cells: Vec<Cell>,
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

/// Aligns the documents of an article. Deterministic; near-linear in their length.
pub fn align(article: &Article, lexicon: &Lexicon) -> Alignment {
    let mut alignment = Alignment {
        pivot: pivot::choose(article),
        rows: Vec::new(),
        units: Vec::new(),
    };
    if article.documents.is_empty() {
        return alignment;
    }
    let features = features::of_article(article);
    let mut joiner = join::Joiner::new(article, &features, (lexicon, alignment.pivot));
    let drafts = joiner.rows();
    for draft in &drafts {
        let row = RowId(alignment.rows.len() as u32);
        alignment
            .units
            .extend(units::of_row(&mut joiner, draft, row));
        alignment.rows.push(row_of(draft, &features));
    }
    repeats(&features, &mut alignment.rows);
    alignment
}

fn row_of(draft: &join::Draft, features: &features::ArticleFeatures) -> Row {
    let leaf = |(d, leaf): (usize, &Option<u32>)| {
        leaf.map(|leaf| features.documents[d].leaves[leaf as usize].block)
    };
    Row {
        blocks: draft.leaves.iter().enumerate().map(leaf).collect(),
        score: draft.score().unwrap_or(units::LONE),
        moved: draft.moved.to_vec(),
        copy_of: None,
    }
}

/// Marks the rows whose only block says what another block of its document says.
fn repeats(features: &features::ArticleFeatures, rows: &mut [Row]) {
    for (document, features) in features.documents.iter().enumerate() {
        let mut row_of = vec![RowId(0); features.leaves.len()];
        let mut lone = Vec::new();
        let mut leaf = std::collections::BTreeMap::new();
        for (at, own) in features.leaves.iter().enumerate() {
            leaf.insert(own.block, at);
        }
        for (at, row) in rows.iter().enumerate() {
            let Some(own) = row.blocks[document].and_then(|b| leaf.get(&b)) else {
                continue;
            };
            row_of[*own] = RowId(at as u32);
            if row.blocks.len() > 1 && row.blocks.iter().flatten().count() == 1 {
                lone.push(*own as u32);
            }
        }
        lone.sort_unstable();
        for (copy, original) in moved::repeated(features, &lone) {
            let original = row_of[original as usize];
            rows[row_of[copy as usize].0 as usize].copy_of = Some(original);
        }
    }
}
