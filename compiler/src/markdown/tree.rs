//! The tree of blocks of one document while it is built.

use super::segments::{Cut, cut};
use super::strand::Strand;
use crate::document::{Block, BlockId, BlockKind, Segment};
use crate::source::Span;

/// The blocks and segments of one document.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) blocks: Vec<Block>,
    pub(super) segments: Vec<Segment>,
    open: Vec<BlockId>,
}

impl Tree {
    fn push(&mut self, kind: BlockKind, span: Span) -> BlockId {
        let id = BlockId(self.blocks.len() as u32);
        let segments = self.segments.len() as u32;
        self.blocks.push(Block {
            kind,
            span,
            parent: self.open.last().copied(),
            end: BlockId(id.0 + 1),
            segments: segments..segments,
        });
        id
    }

    /// Adds a container and opens it.
    pub(super) fn open(&mut self, kind: BlockKind, span: Span) {
        let id = self.push(kind, span);
        self.open.push(id);
    }

    /// Closes the innermost container.
    pub(super) fn close(&mut self, end: u32) {
        let Some(id) = self.open.pop() else { return };
        self.collapse(id);
        let last = BlockId(self.blocks.len() as u32);
        let block = &mut self.blocks[id.0 as usize];
        block.end = last;
        block.span.end = end.max(block.span.start);
    }

    /// A cell that holds one paragraph and nothing else is a leaf.
    fn collapse(&mut self, id: BlockId) {
        let index = id.0 as usize;
        let is_cell = matches!(self.blocks[index].kind, BlockKind::Cell { .. });
        if !is_cell || self.blocks.len() != index + 2 {
            return;
        }
        if self.blocks[index + 1].kind == BlockKind::Paragraph {
            let segments = self.blocks[index + 1].segments.clone();
            self.blocks.pop();
            for segment in &mut self.segments[segments.start as usize..] {
                segment.block = id;
            }
            self.blocks[index].segments = segments;
        }
    }

    /// Appends the blocks of another tree, in which all is closed.
    pub(super) fn append(&mut self, other: &mut Tree) {
        let blocks = self.blocks.len() as u32;
        let segments = self.segments.len() as u32;
        for block in &mut other.blocks {
            block.end.0 += blocks;
            block.parent = block.parent.map(|p| BlockId(p.0 + blocks));
            block.segments = block.segments.start + segments..block.segments.end + segments;
        }
        for segment in &mut other.segments {
            segment.block.0 += blocks;
        }
        self.blocks.append(&mut other.blocks);
        self.segments.append(&mut other.segments);
    }

    /// Adds a leaf with the segments of its strand, unless there are none.
    pub(super) fn leaf(&mut self, kind: BlockKind, span: Span, strand: &mut Strand, how: Cut) {
        let id = self.push(kind, span);
        cut(strand, how, id, &mut self.segments);
        let end = self.segments.len() as u32;
        let block = &mut self.blocks[id.0 as usize];
        block.segments.end = end;
        let first = block.segments.start as usize;
        let inside = self.segments[first..].iter();
        block.span = inside.fold(block.span, |hull, segment| hull.hull(segment.span));
        if block.segments.is_empty() {
            self.blocks.pop();
        }
    }
}
