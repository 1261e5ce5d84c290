//! The rows of an article as sections of nodes: headings, paragraphs, code, table rows, each with
//! the list item and the alert that it stands in.

use crate::align::{RowId, UnitId};
use crate::document::{BlockId, BlockKind};

use super::view::View;

/// A heading and what stands below it, up to the next heading of any level.
pub(super) struct Section {
    pub(super) heading: Option<RowId>,
    pub(super) nodes: Vec<Node>,
}

/// A leaf of the article.
pub(super) struct Node {
    pub(super) row: RowId,
    pub(super) units: Vec<UnitId>,
    pub(super) code: bool,
    pub(super) place: Place,
}

/// Where a leaf stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The section, counted from 0.
    pub(super) section: usize,
    /// Whether it is in a note or warning.
    pub(super) alert: bool,
    /// The innermost list item or table row, and whether the list is ordered.
    pub(super) item: Option<(usize, BlockId, u32)>,
    pub(super) ordered: bool,
    /// The list or table that it stands in.
    pub(super) list: Option<BlockId>,
    /// Whether that list is part of an item of an ordered one.
    pub(super) in_ordered: bool,
    /// Whether it stands before the first heading, or before one of the headings below its own.
    pub(super) is_preface: bool,
}

/// A list item that a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Within {
    /// The list, with the document that it was read from.
    pub(super) list: (usize, BlockId),
    pub(super) item: BlockId,
    pub(super) ordered: bool,
}

/// The list items that a place is in, the innermost first; none in a table.
pub(super) fn within(view: &View<'_>, place: &Place) -> Vec<Within> {
    let Some((column, first, _)) = place.item else {
        return Vec::new();
    };
    let mut items = Vec::new();
    let mut at = Some(first);
    while let Some(id) = at {
        let block = view.block_of((column, id));
        if let (BlockKind::Item { ordinal }, Some(list)) = (&block.kind, block.parent) {
            items.push(Within {
                list: (column, list),
                item: id,
                ordered: ordinal.is_some(),
            });
        }
        at = block.parent;
    }
    items
}

/// Whether two places are in different steps of one numbered list: these follow each other.
pub(super) fn follow(first: &[Within], second: &[Within]) -> bool {
    let apart = |a: &Within| {
        let mut same = second.iter().filter(|b| a.ordered && b.list == a.list);
        same.any(|b| b.item != a.item)
    };
    first.iter().any(apart)
}

/// The level of a section's heading; 0 where it has none.
pub(super) fn level(view: &View<'_>, section: &Section) -> u8 {
    let block = section.heading.and_then(|row| view.block(row));
    match block.map(|at| &view.block_of(at).kind) {
        Some(BlockKind::Heading { level, .. }) => *level,
        _ => 0,
    }
}

/// The row of the article's title: its first heading, if that is of level 1 and nothing but front
/// matter stands before it.
pub(super) fn title(view: &View<'_>) -> Option<RowId> {
    let rows = (0..view.alignment.rows.len()).map(|i| RowId(i as u32));
    let kind = |row: &RowId| view.block(*row).map(|at| &view.block_of(at).kind);
    let front = |row: &RowId| matches!(kind(row), None | Some(BlockKind::FrontMatter { .. }));
    let mut rows = rows.skip_while(front);
    let first = rows.next()?;
    matches!(kind(&first), Some(BlockKind::Heading { level: 1, .. })).then_some(first)
}

/// The sections of an article; the first is what stands before the first heading below the title.
pub(super) fn sections(view: &View<'_>) -> Vec<Section> {
    let mut sections = vec![Section {
        heading: None,
        nodes: Vec::new(),
    }];
    let title = title(view);
    for index in 0..view.alignment.rows.len() {
        let row = RowId(index as u32);
        let Some(at) = view.block(row) else { continue };
        let block = view.block_of(at);
        let code = match &block.kind {
            // The title of the article opens no section.
            BlockKind::Heading { .. } if title == Some(row) => continue,
            BlockKind::Heading { .. } => {
                sections.push(Section {
                    heading: Some(row),
                    nodes: Vec::new(),
                });
                continue;
            }
            BlockKind::FrontMatter { .. } | BlockKind::Opaque => continue,
            BlockKind::Code { .. } => true,
            _ => false,
        };
        let units = view.units(row);
        let says = |u: &UnitId| {
            view.readings(*u)
                .any(|(_, t)| t.contains(char::is_alphanumeric))
        };
        if !code && !units.iter().any(says) {
            continue;
        }
        let mut place = place(view, at);
        place.section = sections.len() - 1;
        let last = sections.last_mut().expect("there is a first section");
        last.nodes.push(Node {
            row,
            units,
            code,
            place,
        });
    }
    mark_prefaces(view, &mut sections);
    sections
}

fn mark_prefaces(view: &View<'_>, sections: &mut [Section]) {
    let levels: Vec<u8> = sections.iter().map(|s| level(view, s)).collect();
    for (index, section) in sections.iter_mut().enumerate() {
        let deeper = levels
            .get(index + 1)
            .is_some_and(|next| *next > levels[index]);
        for node in &mut section.nodes {
            node.place.is_preface = index == 0 || deeper;
        }
    }
}

fn place(view: &View<'_>, at: (usize, BlockId)) -> Place {
    let mut place = Place::default();
    if let BlockKind::Cell { row, .. } = view.block_of(at).kind {
        let table = view.block_of(at).parent;
        place.item = table.map(|t| (at.0, t, row));
        place.list = table;
    }
    let mut parent = view.block_of(at).parent;
    while let Some(id) = parent {
        let block = view.block_of((at.0, id));
        match &block.kind {
            BlockKind::Alert { .. } => place.alert = true,
            BlockKind::Item { ordinal } if place.item.is_none() => {
                place.item = Some((at.0, id, 0));
                place.ordered = ordinal.is_some();
                place.list = block.parent;
            }
            // A cell of several paragraphs.
            BlockKind::Cell { row, .. } if place.item.is_none() => {
                place.item = block.parent.map(|table| (at.0, table, *row));
                place.list = block.parent;
            }
            BlockKind::Item { ordinal: Some(_) } => place.in_ordered = true,
            _ => {}
        }
        parent = block.parent;
    }
    place
}
