//! Consensus: what the article really says at each unit, with the evidence.
//!
//! It decides literals and code and never guesses: where the evidence does not decide, a reading
//! is disputed. It reports nothing; `lint` does.

use std::ops::Range;
use std::sync::LazyLock;

use crate::align::{Alignment, RowId, UnitId};
use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::diagnostic::Evidence;
use crate::document::{BlockId, LiteralKind, SegmentId};
use crate::literal::search::Damage;
use crate::source::Span;

mod code;
mod consensus;
mod evidence;
mod group;
mod names;
mod rebuild;
mod shape;
mod spelling;
mod usage;
mod witness;

pub use usage::Usage;
pub use witness::is_machine_translation;

/// What an article really says.
#[derive(Debug, Default)]
pub struct Canon {
    /// Canonical literals, ordered by unit and by place in the unit.
    pub literals: Vec<CanonicalLiteral>,
    /// Canonical code blocks, ordered by row.
    pub code: Vec<CanonicalCode>,
}

impl Canon {
    /// The code blocks of which the evidence decides what they say, ordered by row.
    pub fn decided_code(&self) -> impl Iterator<Item = &CanonicalCode> {
        let code = self.code.iter();
        code.filter(|c| c.verdict == Verdict::Decided)
    }
}

/// A literal that the article says at a unit.
#[derive(Debug, Clone)]
pub struct CanonicalLiteral {
    /// The unit.
    pub unit: UnitId,
    /// What it is.
    pub kind: LiteralKind,
    /// What it says, as a reader sees it.
    pub value: String,
    /// Whether the evidence decides.
    pub verdict: Verdict,
    /// Why, strongest first.
    pub evidence: Vec<Evidence>,
    /// Per document, how it stands there.
    pub readings: Vec<Reading>,
}

/// Whether the evidence decides a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Decided,
    /// It does not: these are the candidates, the canonical value among them.
    Disputed(Vec<String>),
}

/// How a literal stands in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// The document has nothing at this unit, or says the literal once where others repeat it.
    Absent,
    /// It stands there as it should, or in another form of the same.
    Intact(Place),
    /// It stands there damaged.
    Damaged(Place, Harm),
    /// The unit is there, the literal is not.
    Missing(SegmentId),
}

/// A place in a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The segment.
    pub segment: SegmentId,
    /// Bytes in its text.
    pub range: Range<u32>,
    /// Bytes in the file.
    pub span: Span,
}

/// How a literal was damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Harm {
    /// What happened to it.
    pub damage: Damage,
    /// Words of the sentence that ended up inside of it and belong before it.
    pub stray: Option<Span>,
    /// Another place of the document that may as well be the damaged one: a name stands at both that
    /// is meant at one of them.
    pub rival: Option<Span>,
}

/// A code block of the article.
#[derive(Debug, Clone)]
pub struct CanonicalCode {
    /// The row.
    pub row: RowId,
    /// Its text, byte for byte as emitted.
    pub text: String,
    /// Whether the evidence decides.
    pub verdict: Verdict,
    /// Why, strongest first.
    pub evidence: Vec<Evidence>,
    /// Per document, its block and whether it says the same.
    pub readings: Vec<Option<(BlockId, bool)>>,
}

/// What is known beyond the article.
#[derive(Clone, Copy, Debug)]
pub struct Background<'a> {
    /// Asked only about commands that were damaged, and about names.
    pub catalogue: &'a Catalogue,
    /// Asked only where there is no source.
    pub usage: &'a Usage,
}

impl Background<'static> {
    /// The catalogue that ships, and no other article.
    pub fn shipped() -> Self {
        static NONE: LazyLock<Usage> = LazyLock::new(Usage::default);
        Background {
            catalogue: Catalogue::shipped(),
            usage: &NONE,
        }
    }
}

/// Works out what an article says. Deterministic; linear in the article where nothing is damaged.
pub fn decide(article: &Article, alignment: &Alignment, background: Background<'_>) -> Canon {
    let catalogue = background.catalogue;
    let witnesses = witness::Witnesses::of(article);
    let evidence = evidence::Pool::of(article, background);
    let names = names::Names::of(article, catalogue);
    let said = rebuild::Said {
        article,
        pool: &evidence,
    };
    let mut canon = Canon::default();
    for index in 0..alignment.rows.len() {
        let row = RowId(index as u32);
        match code::decide(article, alignment, row, &witnesses) {
            Some(code) => canon.code.push(code),
            None => {
                let mut cells = group::Row::of(&said, alignment, row);
                names.gather(&mut cells, &witnesses);
                spelling::settle(&mut cells, &witnesses);
                consensus::decide(&cells, &witnesses, &evidence, &mut canon.literals);
            }
        }
    }
    canon
}
