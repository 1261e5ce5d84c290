//! An article as the phases of `compile` look at it: rows in the order of the pivot, units with
//! their canonical literals, and wordings in which damaged literals are put right.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::{Alignment, RowId, UnitId};
use crate::canon::{Canon, CanonicalCode, CanonicalLiteral, Reading};
use crate::corpus::Article;
use crate::document::{Block, BlockId, BlockKind, Document, LiteralKind, SegmentId};

use super::{Piece, Text};

/// A literal as it is put into a wording.
struct Placed {
    range: Range<u32>,
    kind: LiteralKind,
    value: String,
    corrected: Option<String>,
}

/// The article, its alignment and canon, indexed.
pub(super) struct View<'a> {
    pub(super) article: &'a Article,
    pub(super) alignment: &'a Alignment,
    code: BTreeMap<RowId, &'a CanonicalCode>,
    literals: BTreeMap<UnitId, Vec<&'a CanonicalLiteral>>,
    placed: BTreeMap<(usize, SegmentId), Vec<Placed>>,
}

impl<'a> View<'a> {
    pub(super) fn new(article: &'a Article, alignment: &'a Alignment, canon: &'a Canon) -> Self {
        let mut view = View {
            article,
            alignment,
            code: canon.code.iter().map(|c| (c.row, c)).collect(),
            literals: BTreeMap::new(),
            placed: BTreeMap::new(),
        };
        for literal in &canon.literals {
            view.literals.entry(literal.unit).or_default().push(literal);
            view.place(literal);
        }
        view
    }

    fn place(&mut self, literal: &CanonicalLiteral) {
        for (index, reading) in literal.readings.iter().enumerate() {
            let (place, damaged) = match reading {
                Reading::Intact(place) => (place, false),
                Reading::Damaged(_, harm) if harm.rival.is_some() => continue,
                Reading::Damaged(place, ..) => (place, true),
                Reading::Absent | Reading::Missing(_) => continue,
            };
            let written = self.article.documents[index]
                .segment(place.segment)
                .slice(place.range.clone());
            let placed = Placed {
                range: place.range.clone(),
                kind: literal.kind,
                // An intact literal may have another form: a URL with the segment of its locale.
                value: if damaged {
                    literal.value.clone()
                } else {
                    written.to_owned()
                },
                corrected: damaged.then(|| written.to_owned()),
            };
            self.placed
                .entry((index, place.segment))
                .or_default()
                .push(placed);
        }
    }

    /// The block of a row in the pivot, else in the first document that has one.
    pub(super) fn block(&self, row: RowId) -> Option<(usize, BlockId)> {
        let blocks = &self.alignment.rows[row.0 as usize].blocks;
        let pivot = self.alignment.pivot;
        let at = |column: usize| Some((column, (*blocks.get(column)?)?));
        at(pivot).or_else(|| (0..blocks.len()).find_map(at))
    }

    pub(super) fn document(&self, column: usize) -> &'a Document {
        &self.article.documents[column]
    }

    pub(super) fn block_of(&self, at: (usize, BlockId)) -> &'a Block {
        self.document(at.0).block(at.1)
    }

    /// The units of a row.
    pub(super) fn units(&self, row: RowId) -> Vec<UnitId> {
        self.alignment.units_of(row).map(|(id, _)| id).collect()
    }

    /// The canonical code of a row; where the canon has none, that of the first document.
    pub(super) fn code(&self, row: RowId) -> Option<&'a CanonicalCode> {
        self.code.get(&row).copied()
    }

    /// The info string of a code row's fences: the pivot's, else the one that most documents have.
    pub(super) fn info(&self, row: RowId) -> String {
        let blocks = self.alignment.rows[row.0 as usize].blocks.iter();
        let there = blocks
            .enumerate()
            .filter_map(|(column, b)| Some((column, (*b)?)));
        let infos = there.filter_map(|at| match &self.block_of(at).kind {
            BlockKind::Code { info, .. } => Some((at.0, info.as_str())),
            _ => None,
        });
        let infos: Vec<(usize, &str)> = infos.collect();
        let pivot = infos
            .iter()
            .find(|(c, info)| *c == self.alignment.pivot && !info.is_empty());
        let count = |info: &str| infos.iter().filter(|(_, i)| *i == info).count();
        let common = infos.iter().find(|(_, info)| count(info) * 2 > infos.len());
        pivot
            .or(common)
            .map_or_else(String::new, |(_, info)| (*info).to_owned())
    }

    /// The canonical literals of a unit with their kinds, in order; where the canon has none, those
    /// of the pivot's segments.
    pub(super) fn literals(&self, unit: UnitId) -> Vec<(LiteralKind, &str)> {
        if let Some(literals) = self.literals.get(&unit) {
            return literals
                .iter()
                .map(|l| (l.kind, l.value.as_str()))
                .collect();
        }
        let cells = &self.alignment.units[unit.0 as usize].cells;
        let columns = std::iter::once(self.alignment.pivot).chain(0..cells.len());
        let column = columns
            .into_iter()
            .find(|c| cells.get(*c).is_some_and(|s| !s.is_empty()));
        let segments = column.map(|c| cells[c].iter().map(move |s| self.document(c).segment(*s)));
        let literals = segments.into_iter().flatten().flat_map(|s| &s.literals);
        literals.map(|l| (l.kind, l.text.as_str())).collect()
    }

    /// What a unit says in each document that has it.
    pub(super) fn readings(&self, unit: UnitId) -> impl Iterator<Item = (usize, String)> + '_ {
        let cells = self.alignment.units[unit.0 as usize]
            .cells
            .iter()
            .enumerate();
        let said = cells.filter(|(_, segments)| !segments.is_empty());
        said.map(|(column, segments)| {
            let texts = segments
                .iter()
                .map(|s| self.document(column).segment(*s).text.as_str());
            (column, texts.collect::<Vec<_>>().join(" "))
        })
    }

    /// Whether at least half of the documents that have a unit satisfy `test`.
    pub(super) fn most(&self, unit: UnitId, test: impl Fn(&str) -> bool) -> bool {
        let (mut yes, mut all) = (0, 0);
        for (_, text) in self.readings(unit) {
            all += 1;
            yes += usize::from(test(&text));
        }
        all > 0 && yes * 2 >= all
    }

    /// Units as one text, with canonical literals in the place of damaged ones.
    pub(super) fn text(&self, units: &[UnitId]) -> Text {
        let mut text = Text::default();
        for (column, document) in self.article.documents.iter().enumerate() {
            let mut pieces = Vec::new();
            for unit in units {
                let cells = &self.alignment.units[unit.0 as usize].cells;
                for segment in cells.get(column).into_iter().flatten() {
                    let spaced = !pieces.is_empty() && !document.locale.is_chinese();
                    words(&mut pieces, if spaced { " " } else { "" });
                    self.pieces(column, *segment, &mut pieces);
                }
            }
            if !pieces.is_empty() {
                text.wordings
                    .entry(document.locale.clone())
                    .or_insert(pieces);
            }
        }
        text
    }

    fn pieces(&self, column: usize, id: SegmentId, pieces: &mut Vec<Piece>) {
        let segment = self.document(column).segment(id);
        let canonical = self
            .placed
            .get(&(column, id))
            .map_or(&[][..], Vec::as_slice);
        let mut placed: Vec<(Range<u32>, LiteralKind, &str, Option<&String>)> = canonical
            .iter()
            .map(|p| {
                (
                    p.range.clone(),
                    p.kind,
                    p.value.as_str(),
                    p.corrected.as_ref(),
                )
            })
            .collect();
        for own in &segment.literals {
            let overlaps =
                |p: &Placed| p.range.start < own.range.end && own.range.start < p.range.end;
            if !canonical.iter().any(overlaps) {
                placed.push((own.range.clone(), own.kind, own.text.as_str(), None));
            }
        }
        placed.sort_by_key(|(range, ..)| (range.start, range.end));
        let mut end = 0;
        for (range, kind, value, corrected) in placed {
            if range.start < end {
                continue;
            }
            words(pieces, segment.slice(end..range.start));
            pieces.push(Piece::Literal {
                kind,
                value: value.to_owned(),
                corrected: corrected.cloned(),
            });
            end = range.end;
        }
        words(pieces, segment.slice(end..segment.text.len() as u32));
    }
}

fn words(pieces: &mut Vec<Piece>, more: &str) {
    match (pieces.last_mut(), more) {
        (_, "") => {}
        (Some(Piece::Words(words)), more) => words.push_str(more),
        (_, more) => pieces.push(Piece::Words(more.to_owned())),
    }
}
