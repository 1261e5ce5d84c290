//! The literals of a row, gathered over all documents: equal ones are a group.

use std::collections::BTreeMap;
use std::ops::Range;

use smallvec::SmallVec;

use crate::align::{Alignment, Cell, RowId, UnitId};
use crate::corpus::Article;
use crate::document::{Document, LiteralKind, MarkKind, SegmentId};
use crate::literal;
use crate::source::Span;

use super::Place;
use super::rebuild::{self, Rebuilt, Said, Torn};

/// One place where a literal stands.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    pub(super) unit: UnitId,
    pub(super) place: Place,
    /// How far into the row, from 0 to 1, so that order can be compared between languages.
    pub(super) progress: f32,
}

/// Literals of all documents that are the same.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) kind: LiteralKind,
    /// As the document writes it that was met first.
    pub(super) value: String,
    /// Per document, where it stands, in order.
    pub(super) columns: Vec<SmallVec<[Occurrence; 1]>>,
    /// Documents in which the target of a link says so beside another text.
    pub(super) linked: Vec<usize>,
    /// Each time that it was put together from pieces: the documents that have them.
    pub(super) rebuilt: Vec<Vec<Torn>>,
}

impl Group {
    /// The documents that have it, at least `count` times.
    pub(super) fn having(&self, count: usize) -> impl Iterator<Item = usize> + '_ {
        let with = self.columns.iter().enumerate();
        with.filter(move |(_, o)| o.len() >= count).map(|(c, _)| c)
    }

    /// The documents that have it, whole or in pieces, the same once.
    pub(super) fn saying(&self) -> Vec<usize> {
        let torn = self.rebuilt.iter().flatten().map(|t| t.column);
        let mut columns: Vec<usize> = self.having(1).chain(torn).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }
}

/// A row of the alignment with its literals.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) article: &'a Article,
    /// Its units, each with the segments of each document.
    pub(super) units: Vec<(UnitId, &'a [Cell])>,
    /// By the form in which they are compared.
    pub(super) groups: BTreeMap<String, Group>,
    /// Documents that have any text here.
    pub(super) present: Vec<usize>,
    /// What stands in pieces and cannot be put together.
    pub(super) disputed: Vec<Rebuilt>,
}

impl<'a> Row<'a> {
    /// Gathers the literals of a row, the source's first, so that its spelling is kept.
    pub(super) fn of(said: &Said<'a>, alignment: &'a Alignment, row: RowId) -> Self {
        let article = said.article;
        let units = alignment.units_of(row);
        let units: Vec<_> = units.map(|(id, u)| (id, u.cells.as_slice())).collect();
        let mut result = Row {
            article,
            units,
            groups: BTreeMap::new(),
            present: Vec::new(),
            disputed: Vec::new(),
        };
        let mut torn = Vec::new();
        let others = (0..article.documents.len()).filter(|c| Some(*c) != article.source);
        for column in article.source.into_iter().chain(others) {
            result.gather(column, &mut torn);
        }
        if !torn.is_empty() {
            result.rebuild(said, torn);
        }
        result.present.sort_unstable();
        result
    }

    /// The segments of a document in this row, with their units, in order.
    pub(super) fn segments(&self, column: usize) -> impl Iterator<Item = (UnitId, SegmentId)> + '_ {
        self.units.iter().flat_map(move |(unit, cells)| {
            let cell = cells.get(column).map(Cell::as_slice).unwrap_or_default();
            cell.iter().map(|segment| (*unit, *segment))
        })
    }

    pub(super) fn document(&self, column: usize) -> &'a Document {
        &self.article.documents[column]
    }

    /// Adds what stands at `range` of a segment to the groups, as a literal of `kind`.
    pub(super) fn add(
        &mut self,
        column: usize,
        unit: UnitId,
        id: SegmentId,
        kind: LiteralKind,
        range: Range<u32>,
    ) {
        let segment = self.document(column).segment(id);
        let text = segment.slice(range.clone());
        let progress = range.start as f32 / segment.text.len().max(1) as f32;
        let span = segment.source_span(range.clone());
        let occurrence = Occurrence {
            unit,
            place: place(id, range, span),
            progress,
        };
        self.change((kind, &literal::normal(kind, text), text), |group| {
            group.columns[column].push(occurrence);
            group.columns[column].sort_by_key(|o| (o.unit, o.place.segment, o.place.range.start));
        });
    }

    /// Says that a group of identifiers is of another kind.
    pub(super) fn rename(&mut self, normal: &str, kind: LiteralKind) {
        if let Some(group) = self.groups.get_mut(key(LiteralKind::Identifier, normal)) {
            group.kind = kind;
        }
    }

    /// Whether some document has a literal of this kind and name.
    pub(super) fn has(&self, kind: LiteralKind, value: &str) -> bool {
        let normal = literal::normal(kind, value);
        self.groups.contains_key(key(kind, &normal))
    }

    /// Adds a literal that no document has, but words of several languages stand for.
    pub(super) fn add_translated(&mut self, kind: LiteralKind, value: &str, torn: Vec<Torn>) {
        let normal = literal::normal(kind, value);
        self.change((kind, &normal, value), |group| group.rebuilt.push(torn));
    }

    fn gather(&mut self, column: usize, torn: &mut Vec<Torn>) {
        if self.segments(column).next().is_none() {
            return;
        }
        self.present.push(column);
        let document = self.document(column);
        let texts = self
            .segments(column)
            .map(|(_, s)| &document.segment(s).text);
        let length: usize = texts.map(String::len).sum();
        let mut passed = 0;
        // Where the source speaks, nothing has to be put together.
        let source = self.article.source;
        let alone = source.is_none_or(|s| !self.present.contains(&s));
        for at in 0..self.units.len() {
            let (unit, cells) = self.units[at];
            for id in cells.get(column).into_iter().flatten() {
                let segment = document.segment(*id);
                let first = torn.len();
                if alone {
                    torn.extend(Torn::of(document, column, unit, *id));
                }
                self.literals((column, unit, *id), &torn[first..], (passed, length));
                passed += segment.text.len();
                self.links(column, *id);
            }
        }
    }

    /// Adds the literals of a segment, but for what is part of something torn. So many bytes of the
    /// document's text in this row, which is so long, stand before.
    fn literals(
        &mut self,
        (column, unit, id): (usize, UnitId, SegmentId),
        torn: &[Torn],
        (passed, length): (usize, usize),
    ) {
        let document = self.document(column);
        for literal in &document.segment(id).literals {
            if torn.iter().any(|t| t.covers(&literal.range)) {
                continue;
            }
            let progress = (passed + literal.range.start as usize) as f32 / length.max(1) as f32;
            let place = place(id, literal.range.clone(), literal.span);
            let occurrence = Occurrence {
                unit,
                place,
                progress,
            };
            self.change((literal.kind, &literal.normal, &literal.text), |group| {
                group.columns[column].push(occurrence);
            });
        }
    }

    /// Changes the group of a literal, a new one where there is none yet.
    fn change(
        &mut self,
        (kind, normal, text): (LiteralKind, &str, &str),
        change: impl FnOnce(&mut Group),
    ) {
        // Most are there already, and a key is copied for a new one only.
        let key = key(kind, normal);
        if let Some(group) = self.groups.get_mut(key) {
            return change(group);
        }
        let mut group = Group {
            kind,
            value: text.to_owned(),
            columns: vec![SmallVec::new(); self.article.documents.len()],
            linked: Vec::new(),
            rebuilt: Vec::new(),
        };
        change(&mut group);
        self.groups.insert(key.to_owned(), group);
    }

    /// Puts together what all documents have in pieces.
    fn rebuild(&mut self, said: &Said<'_>, torn: Vec<Torn>) {
        let (rebuilt, open) = rebuild::rebuild(said, torn);
        for torn in open {
            let literals = &self
                .document(torn.column)
                .segment(torn.place.segment)
                .literals;
            let covered = literals.iter().filter(|l| torn.covers(&l.range));
            for literal in covered {
                let (unit, id) = (torn.unit, torn.place.segment);
                self.add(torn.column, unit, id, literal.kind, literal.range.clone());
            }
        }
        for rebuilt in rebuilt {
            match rebuilt.values.as_slice() {
                [value] => {
                    let normal = literal::normal(rebuilt.kind, value);
                    self.change((rebuilt.kind, &normal, value), |group| {
                        group.rebuilt.push(rebuilt.torn);
                    });
                }
                _ => self.disputed.push(rebuilt),
            }
        }
    }

    /// A link whose target ends in a cmdlet's name says what its text should say, where that text
    /// has the noun.
    fn links(&mut self, column: usize, id: SegmentId) {
        let segment = self.document(column).segment(id);
        for mark in &segment.marks {
            let MarkKind::Link { target, .. } = &mark.kind else {
                continue;
            };
            let name = literal::last_path_segment(target);
            let Some(noun) = literal::noun_of(name) else {
                continue;
            };
            let text = segment.slice(mark.range.clone()).to_lowercase();
            let is_cmdlet = matches!(literal::literals_in(name).as_slice(), [(LiteralKind::Command, r)] if r.len() == name.len());
            if is_cmdlet && noun.len() > 3 && text.contains(&noun.to_lowercase()) {
                let normal = literal::normal(LiteralKind::Command, name);
                self.change((LiteralKind::Command, &normal, name), |group| {
                    group.linked.push(column);
                });
            }
        }
    }
}

/// A place in a segment.
pub(super) fn place(segment: SegmentId, range: Range<u32>, span: Span) -> Place {
    Place {
        segment,
        range,
        span,
    }
}

/// What makes two literals the same group.
pub(super) fn key(kind: LiteralKind, normal: &str) -> &str {
    match kind {
        LiteralKind::Url => {
            let mut schemes = ["https://", "http://"].into_iter();
            schemes
                .find_map(|s| normal.strip_prefix(s))
                .unwrap_or(normal)
        }
        LiteralKind::Identifier if normal.len() > 4 => normal.trim_end_matches('s'),
        _ => normal,
    }
}
