//! What is open while a document is read: containers of Markdown, HTML and directives.
//!
//! One stack over the whole file, since HTML tags open and close in different blocks.

use std::ops::Range;

use super::tags::Tag;
use super::tree::Tree;
use crate::document::BlockKind;
use crate::source::Span;

/// Blocks nested deeper than this are taken as blocks of the last that may nest.
pub(super) const MAX_DEPTH: usize = 256;

/// What opened an entry of the stack, and so what closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// Markdown: its end comes for certain.
    Markdown,
    /// An HTML tag, whose closing tag may be missing or stand anywhere.
    Html(Tag),
    /// `:::note`
    Directive,
}

/// Something open.
#[derive(Debug)]
struct Entry {
    opener: Opener,
    count: Count,
    /// Its closing tag came inside Markdown that was opened later; it goes when that does.
    is_closing: bool,
}

/// What an entry counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Nothing,
    /// The number of the next item.
    List(Option<u64>),
    /// Rows begun, and cells begun in the last of them.
    Table {
        rows: u32,
        columns: u32,
    },
}

/// The open blocks of a document and, in a bilingual file, of the one inside it.
#[derive(Debug)]
pub(super) struct Builder {
    pub(super) own: Tree,
    pub(super) embedded: Option<Tree>,
    stack: Vec<Entry>,
    /// Markdown containers that are open beyond [`MAX_DEPTH`].
    overflow: usize,
    /// Where nesting first went beyond it.
    pub(super) too_deep: Option<usize>,
}

impl Builder {
    pub(super) fn new(is_bilingual: bool) -> Self {
        Builder {
            own: Tree::default(),
            embedded: is_bilingual.then(Tree::default),
            stack: Vec::new(),
            overflow: 0,
            too_deep: None,
        }
    }

    /// Opens a container, unless the nesting is too deep.
    pub(super) fn open(&mut self, opener: Opener, kind: BlockKind, range: Range<usize>) {
        if self.stack.len() >= MAX_DEPTH || self.overflow > 0 {
            self.too_deep.get_or_insert(range.start);
            self.overflow += usize::from(opener == Opener::Markdown);
            return;
        }
        let count = match kind {
            BlockKind::List { start } => Count::List(start),
            BlockKind::Table => Count::Table {
                rows: 0,
                columns: 0,
            },
            _ => Count::Nothing,
        };
        let span = Span::new(range);
        if let Some(embedded) = &mut self.embedded {
            embedded.open(kind.clone(), span);
        }
        self.own.open(kind, span);
        self.stack.push(Entry {
            opener,
            count,
            is_closing: false,
        });
    }

    /// Closes the innermost Markdown container, which stands at `range` of `text`, and all that
    /// is open inside.
    pub(super) fn close_markdown(&mut self, text: &str, range: Range<usize>) {
        if self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        let end = range.start + text[range.clone()].trim_end().len();
        while let Some(entry) = self.stack.pop() {
            self.close_blocks(end);
            if entry.opener == Opener::Markdown {
                break;
            }
        }
        while self.stack.last().is_some_and(|e| e.is_closing) {
            self.stack.pop();
            self.close_blocks(end);
        }
    }

    /// Closes the innermost entry that `opener` opened. Inside Markdown that was opened later it
    /// stays until that ends.
    pub(super) fn close_other(&mut self, opener: Opener, end: usize) -> bool {
        let is_match = |e: &Entry| !e.is_closing && same(e.opener, opener);
        let Some(index) = self.stack.iter().rposition(is_match) else {
            return false;
        };
        let is_markdown = |e: &Entry| e.opener == Opener::Markdown;
        if self.overflow > 0 || self.stack[index..].iter().any(is_markdown) {
            self.stack[index].is_closing = true;
        } else {
            self.truncate(index, end);
        }
        true
    }

    /// Closes entries until `length` are left.
    fn truncate(&mut self, length: usize, end: usize) {
        while self.stack.len() > length {
            self.stack.pop();
            self.close_blocks(end);
        }
    }

    /// Closes everything.
    pub(super) fn finish(&mut self, end: usize) {
        self.truncate(0, end);
    }

    fn close_blocks(&mut self, end: usize) {
        self.own.close(end as u32);
        if let Some(embedded) = &mut self.embedded {
            embedded.close(end as u32);
        }
    }

    /// Whether a paragraph here may act as a heading: it is in no list, cell, quote or alert.
    pub(super) fn is_top_level(&self) -> bool {
        self.stack.is_empty() && self.overflow == 0
    }

    /// The number of the next item of the innermost list, which counts on.
    pub(super) fn next_ordinal(&mut self) -> Option<u64> {
        let Some(Entry {
            count: Count::List(next),
            ..
        }) = self.stack.last_mut()
        else {
            return None;
        };
        let ordinal = *next;
        *next = next.map(|n| n.saturating_add(1));
        ordinal
    }

    /// Begins a row of the innermost table.
    pub(super) fn next_row(&mut self) {
        if let Some(Count::Table { rows, columns }) = self.table() {
            *rows += 1;
            *columns = 0;
        }
    }

    /// Row and column of the next cell of the innermost table; none outside of a table.
    pub(super) fn next_cell(&mut self) -> Option<(u32, u32)> {
        match self.table()? {
            Count::Table { rows, columns } => {
                *columns += 1;
                Some((rows.saturating_sub(1), *columns - 1))
            }
            _ => None,
        }
    }

    fn table(&mut self) -> Option<&mut Count> {
        let counts = self.stack.iter_mut().rev().map(|e| &mut e.count);
        counts
            .into_iter()
            .find(|c| matches!(c, Count::Table { .. }))
    }

    /// Closes what HTML lets one leave open before `tag`: an item before an item, a cell before
    /// a cell or row of the same table.
    pub(super) fn close_implied(&mut self, tag: Tag, end: usize) {
        let is_open = |e: &Entry| match (e.opener, tag) {
            (Opener::Html(Tag::Item), Tag::Item) => Some(true),
            (Opener::Html(Tag::Cell { .. }), Tag::Cell { .. } | Tag::Row) => Some(true),
            (Opener::Html(Tag::List { .. } | Tag::Table) | Opener::Markdown, _) => Some(false),
            _ => None,
        };
        let found = self.stack.iter().enumerate().rev();
        let mut decided = found.filter_map(|(i, e)| Some((i, is_open(e)?)));
        if let Some((index, true)) = decided.next() {
            self.truncate(index, end);
        }
    }
}

/// Whether a closing tag of `b` closes what `a` opened.
fn same(a: Opener, b: Opener) -> bool {
    match (a, b) {
        (Opener::Html(Tag::Cell { .. }), Opener::Html(Tag::Cell { .. })) => true,
        (Opener::Html(Tag::List { .. }), Opener::Html(Tag::List { .. })) => true,
        _ => a == b,
    }
}
