//! One article in one locale, parsed: a flat tree of blocks, whose leaves hold segments.
//!
//! Blocks stand in document order, each before its descendants, so a walk is a loop and nothing
//! recurses. A segment knows the bytes of each of its characters. This module does not know
//! Markdown; `markdown` builds these types and `literal` fills in the literals.

use std::ops::Range;
use std::sync::Arc;

use smallvec::SmallVec;

use crate::source::{Locale, SourceFile, Span};

mod suppression;

pub use suppression::Suppression;

/// Index of a [`Block`] in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

/// Index of a [`Segment`] in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentId(pub u32);

/// How a document came out of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The file is this document.
    Whole,
    /// The source text that a bilingual file carries beside its translation.
    Embedded,
}

/// One article in one locale.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file that it was parsed from.
    pub file: Arc<SourceFile>,
    /// Its locale; `und` until `corpus` has decided it.
    pub locale: Locale,
    /// Whether it is the file or the source text inside it.
    pub origin: Origin,
    /// The values of its front matter, in order.
    pub front_matter: Vec<FrontMatterValue>,
    /// All blocks, each before its descendants.
    pub blocks: Vec<Block>,
    /// All segments, in the order of their blocks.
    pub segments: Vec<Segment>,
    /// Findings that the author means, in order; for a bilingual file in its own document.
    pub suppressions: Vec<Suppression>,
}

/// A scalar of the front matter: `ms.date: 07/23/2014`, or one element of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatterValue {
    /// Its key, with dots between nested keys.
    pub key: String,
    /// The value as YAML reads it.
    pub value: String,
    /// Bytes of the value as written, quotes included.
    pub span: Span,
}

/// A node of the document's tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All its bytes.
    pub span: Span,
    /// The block that holds it.
    pub parent: Option<BlockId>,
    /// One past its last descendant: the next block that is not inside.
    pub end: BlockId,
    /// Its own segments; empty for containers.
    pub segments: Range<u32>,
}

/// What a block is. Containers hold blocks, leaves hold segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Leaf: a value of the front matter that a reader sees (`title`, `description`).
    FrontMatter {
        /// Its key.
        key: String,
    },
    /// Leaf: a heading.
    Heading {
        /// 1 to 6. A paragraph of one bold span counts as one below the last real heading.
        level: u8,
        /// How it is written.
        form: HeadingForm,
        /// Its explicit anchor: `<a name="…">` or `{#…}`.
        anchor: Option<String>,
    },
    /// Leaf: a paragraph.
    Paragraph,
    /// Container of items.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
    },
    /// Container: a list item.
    Item {
        /// Its number in an ordered list.
        ordinal: Option<u64>,
    },
    /// Container of cells, from Markdown or HTML.
    Table,
    /// Leaf, or container where an HTML cell holds blocks.
    Cell {
        /// Row from 0, the header included.
        row: u32,
        /// Column from 0.
        column: u32,
        /// Whether it is a header cell.
        header: bool,
    },
    /// Container: a note or warning, `> [!NOTE]` or `:::note`.
    Alert {
        /// The marker as written, without its brackets: `NOTE`, `注释`.
        marker: String,
        /// Bytes of the marker, without its brackets.
        marker_span: Span,
        /// What it means, where the marker is one that renders.
        kind: Option<AlertKind>,
    },
    /// Container: a block quote.
    Quote,
    /// Leaf of one segment: a code block.
    Code {
        /// How it is written.
        form: CodeForm,
        /// The info string of a fence: its language and what follows.
        info: String,
    },
    /// Leaf of one segment, kept as it is: a directive, shortcode, import or comment.
    Opaque,
}

/// How a heading is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingForm {
    /// `# Heading`
    Atx,
    /// Underlined by `===` or `---`.
    Setext,
    /// `<h2>Heading</h2>`
    Html,
    /// A paragraph of one bold span.
    Bold,
}

/// How a code block is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeForm {
    /// Between fences.
    Fenced,
    /// By four spaces.
    Indented,
    /// `<pre>`
    Html,
}

/// The kinds of alert that sites render.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// For your information.
    Note,
    /// Optional advice.
    Tip,
    /// What must be known.
    Important,
    /// What may go wrong.
    Caution,
    /// What does harm.
    Warning,
}

/// The smallest text that is aligned: a sentence, or a whole heading, cell or code block.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The leaf block that holds it.
    pub block: BlockId,
    /// The hull of its parts in the file.
    pub span: Span,
    /// What a reader sees: no markup, escapes and entities resolved, one space for white space
    /// between words (except in code).
    pub text: String,
    /// Where the text comes from: `text[run.text..next run.text]` is the bytes from `run.source`
    /// on, one to one. Text made from other bytes (an entity) is a run of its own length.
    pub runs: SmallVec<[Run; 1]>,
    /// Markup over the text, ordered by start.
    pub marks: Vec<Mark>,
    /// The literals in it, ordered and without overlap; empty until `literal` has run.
    pub literals: Vec<Literal>,
    /// In a bilingual file, the id (`data-ttu-id`) that it shares with the segments of the other
    /// document that say the same. Several sentences may share one.
    pub key: Option<Box<str>>,
}

/// One piece of the map from a segment's text to its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Offset in the segment's text where the run begins.
    pub text: u32,
    /// The bytes in the file that it stands for.
    pub source: Span,
}

/// Inline markup over a range of a segment's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// Bytes in the segment's text.
    pub range: Range<u32>,
    /// Bytes in the file, delimiters and target included.
    pub span: Span,
}

/// Kinds of inline markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// `**strong**` or `<strong>`, `<b>`
    Strong,
    /// `*emphasis*` or `<em>`, `<i>`
    Emphasis,
    /// `` `code` `` or `<code>`
    Code,
    /// A link, autolinks included.
    Link {
        /// Its target as resolved.
        target: String,
        /// Bytes of the target in the file.
        target_span: Span,
    },
    /// An image; the text is its alternative text.
    Image {
        /// Its target.
        target: String,
    },
}

/// A part of a segment that must survive translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// What it is.
    pub kind: LiteralKind,
    /// Bytes in the segment's text.
    pub range: Range<u32>,
    /// Bytes in the file.
    pub span: Span,
    /// As a reader sees it.
    pub text: String,
    /// The form in which literals of this kind are compared.
    pub normal: String,
}

/// Kinds of literals, in the order in which a report lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LiteralKind {
    /// A cmdlet or program name, or a whole command in prose.
    Command,
    /// A parameter of a command: `-Identity`, `--force`.
    Parameter,
    /// A value of a setting: `None`, `OCS`, `$True`.
    Value,
    /// A folder or file path.
    Path,
    /// A registry key or value.
    RegistryKey,
    /// A file name without a folder.
    FileName,
    /// A host or domain name.
    HostName,
    /// A URL.
    Url,
    /// A version: `4.0`, `v=OCS.15`.
    Version,
    /// A number that is not in a version.
    Number,
    /// A date as ISO 8601 writes it: `2024-03-09`.
    Date,
    /// A name in code: a property, key, service.
    Identifier,
    /// The source under which a program writes events: `MSExchange OWA`.
    EventSource,
    /// A group of accounts or a role: `RTCUniversalServerAdmins`.
    GroupName,
    /// A product name.
    ProductName,
    /// The label of a button, menu or field.
    UiLabel,
}

/// A piece of a segment seen as a pattern, after Fluent: text and placeables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element<'a> {
    /// Text that a translation changes.
    Text(&'a str),
    /// A literal, which it must not change.
    Placeable(&'a Literal),
}

/// A heading and the blocks up to the next heading of its level or above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading; none for what stands before the first.
    pub heading: Option<BlockId>,
    /// Level of the heading, 0 without one.
    pub level: u8,
    /// All its blocks, the heading included; subsections lie inside.
    pub blocks: Range<u32>,
}

impl Document {
    /// The block of `id`, which comes from this document.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.0 as usize]
    }

    /// The segment of `id`, which comes from this document.
    pub fn segment(&self, id: SegmentId) -> &Segment {
        &self.segments[id.0 as usize]
    }

    /// All blocks with their ids, each before its descendants.
    pub fn blocks(&self) -> impl Iterator<Item = (BlockId, &Block)> {
        self.blocks
            .iter()
            .enumerate()
            .map(|(i, block)| (BlockId(i as u32), block))
    }

    /// All leaves with their ids: the blocks that hold segments of their own.
    pub fn leaves(&self) -> impl Iterator<Item = (BlockId, &Block)> {
        self.blocks()
            .filter(|(_, block)| !block.segments.is_empty())
    }

    /// The segments of a block itself, without those of its descendants.
    pub fn segments_of(&self, id: BlockId) -> impl Iterator<Item = (SegmentId, &Segment)> {
        self.block(id)
            .segments
            .clone()
            .map(|i| (SegmentId(i), &self.segments[i as usize]))
    }

    /// The first front matter value under `key`.
    pub fn metadata(&self, key: &str) -> Option<&str> {
        self.front_matter
            .iter()
            .find(|v| v.key == key)
            .map(|v| v.value.as_str())
    }

    /// The sections in document order, what stands before the first heading as one of level 0.
    pub fn sections(&self) -> Vec<Section> {
        let end = self.blocks.len() as u32;
        let section = |heading, level, start| Section {
            heading,
            level,
            blocks: start..end,
        };
        let mut sections = vec![section(None, 0, 0)];
        // Indices of the sections that have not ended, the innermost last.
        let mut open: Vec<usize> = vec![0];
        for (id, block) in self.blocks() {
            let BlockKind::Heading { level, .. } = block.kind else {
                continue;
            };
            while let Some(last) = open.last().map(|i| &mut sections[*i])
                && (last.level >= level || last.heading.is_none())
            {
                last.blocks.end = id.0;
                open.pop();
            }
            open.push(sections.len());
            sections.push(section(Some(id), level, id.0));
        }
        sections
    }
}

impl Segment {
    /// The bytes in the file that `range` of the text stands for: the hull of its runs.
    pub fn source_span(&self, range: Range<u32>) -> Span {
        let at = |offset: u32, is_end: bool| {
            // An end belongs to the run before it, so that no markup after the text is taken in.
            let index = self.runs.partition_point(|run| match is_end {
                true => run.text < offset,
                false => run.text <= offset,
            });
            let Some(run) = index.checked_sub(1).and_then(|i| self.runs.get(i)) else {
                return self.span.start;
            };
            let text_end = self
                .runs
                .get(index)
                .map_or(self.text.len() as u32, |next| next.text);
            let inside = offset - run.text;
            match (text_end - run.text) as usize == run.source.len() {
                true => run.source.start + inside,
                false if inside == 0 => run.source.start,
                false => run.source.end,
            }
        };
        let start = at(range.start, false);
        Span {
            start,
            end: at(range.end, true).max(start),
        }
    }

    /// The text of `range`, which lies on character boundaries.
    pub fn slice(&self, range: Range<u32>) -> &str {
        &self.text[range.start as usize..range.end as usize]
    }

    /// The segment as text and placeables.
    pub fn pattern(&self) -> Vec<Element<'_>> {
        let mut elements = Vec::with_capacity(self.literals.len() * 2 + 1);
        let mut end = 0;
        for literal in &self.literals {
            if literal.range.start > end {
                elements.push(Element::Text(self.slice(end..literal.range.start)));
            }
            elements.push(Element::Placeable(literal));
            end = literal.range.end;
        }
        if (end as usize) < self.text.len() {
            elements.push(Element::Text(self.slice(end..self.text.len() as u32)));
        }
        elements
    }
}
