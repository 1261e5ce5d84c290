//! The place of a leaf in the structure of its document.

use crate::document::{Block, BlockId, BlockKind, Document};

use super::tokens;

/// The kind of a leaf, as far as it can correspond to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    FrontMatter,
    Heading,
    Text,
    Cell,
    Code,
    Opaque,
}

/// What holds a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    Plain,
    Item,
    Alert,
    Quote,
}

/// The place of a leaf in the structure of its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) form: Form,
    /// Of a heading.
    pub(super) level: u8,
    pub(super) context: Context,
    /// How many containers hold it.
    pub(super) depth: u8,
    /// Which child of its container it is.
    pub(super) place: u16,
    /// Which child of its list the item is that holds it, or the row of a cell.
    pub(super) item: u16,
    /// How many items or rows there are of these.
    pub(super) items: u16,
    /// The column of a cell.
    pub(super) column: u16,
    /// Whether a cell is of the header.
    pub(super) header: bool,
}

/// Per block, which child of its container it is.
pub(super) struct Shapes<'a> {
    document: &'a Document,
    places: Vec<u16>,
    depths: Vec<u8>,
    /// Children of a list, rows of a table.
    sizes: Vec<u16>,
}

impl<'a> Shapes<'a> {
    /// Reads the tree of a document.
    pub(super) fn of(document: &'a Document) -> Self {
        let mut children = vec![0u16; document.blocks.len()];
        let mut places = Vec::with_capacity(document.blocks.len());
        let mut depths: Vec<u8> = Vec::with_capacity(document.blocks.len());
        for (_, block) in document.blocks() {
            let Some(parent) = block.parent.map(|p| p.0 as usize) else {
                places.push(0);
                depths.push(0);
                continue;
            };
            places.push(children[parent]);
            children[parent] = match block.kind {
                BlockKind::Cell { row, .. } => row as u16 + 1,
                _ => children[parent].saturating_add(1),
            };
            depths.push(depths[parent].saturating_add(1));
        }
        Shapes {
            document,
            places,
            depths,
            sizes: children,
        }
    }

    /// The place of a leaf.
    pub(super) fn shape(&self, id: BlockId, block: &Block) -> Shape {
        let mut shape = Shape {
            form: Form::Text,
            level: 0,
            context: Context::Plain,
            depth: self.depths[id.0 as usize],
            place: self.places[id.0 as usize],
            item: 0,
            items: 0,
            column: 0,
            header: false,
        };
        self.kind(&block.kind, &mut shape);
        if let Some(parent) = block.parent {
            if shape.form == Form::Cell {
                shape.items = self.sizes[parent.0 as usize];
            }
            self.context(parent, &mut shape);
        }
        shape
    }

    fn siblings(&self, block: BlockId) -> u16 {
        let parent = self.document.block(block).parent;
        parent.map_or(0, |p| self.sizes[p.0 as usize])
    }

    fn kind(&self, kind: &BlockKind, shape: &mut Shape) {
        match kind {
            BlockKind::FrontMatter { key } => {
                shape.form = Form::FrontMatter;
                shape.item = tokens::whole(key) as u16;
            }
            BlockKind::Heading { level, .. } => {
                shape.form = Form::Heading;
                shape.level = *level;
            }
            BlockKind::Cell {
                row,
                column,
                header,
            } => {
                shape.form = Form::Cell;
                shape.item = *row as u16;
                shape.column = *column as u16;
                shape.header = *header;
            }
            BlockKind::Code { .. } => shape.form = Form::Code,
            BlockKind::Opaque => shape.form = Form::Opaque,
            _ => {}
        }
    }

    fn context(&self, parent: BlockId, shape: &mut Shape) {
        match &self.document.block(parent).kind {
            BlockKind::Item { .. } => {
                shape.context = Context::Item;
                shape.item = self.places[parent.0 as usize];
                shape.items = self.siblings(parent);
            }
            BlockKind::Cell {
                row,
                column,
                header,
            } => {
                shape.form = Form::Cell;
                shape.item = *row as u16;
                shape.column = *column as u16;
                shape.header = *header;
                shape.items = self.siblings(parent);
            }
            BlockKind::Alert { .. } => shape.context = Context::Alert,
            BlockKind::Quote => shape.context = Context::Quote,
            _ => {}
        }
    }
}
