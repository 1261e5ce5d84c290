//! Reads a document: holds the builder and the current leaf, and turns a leaf into a block.

use std::ops::Range;

use super::builder::{Builder, Opener};
use super::directives::{self, Directive};
use super::leaf::{Leaf, LeafKind};
use super::remarks;
use super::segments::Cut;
use super::strand::{Strand, is_blank};
use crate::document::{BlockKind, CodeForm, HeadingForm, MarkKind};
use crate::source::Span;

/// The state of reading one file.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) builder: Builder,
    pub(super) leaf: Leaf,
    /// Whether `leaf` is being read; else its memory waits.
    pub(super) is_open: bool,
    /// Comments that stood inside a leaf: they follow it.
    comments: Vec<Range<usize>>,
    /// Comments that are meant for this program.
    pub(super) remarks: Vec<Range<usize>>,
    /// Level of the last real heading.
    heading: u8,
    /// Inline content before this byte was a marker or directive.
    pub(super) skip_until: usize,
    /// Whether the next text begins a line of a paragraph.
    pub(super) is_line_start: bool,
    /// Whether that line is the first.
    pub(super) is_first_line: bool,
    last_close: usize,
    /// End of the last inline content, to tell escapes and targets.
    pub(super) consumed: usize,
}

/// Where the last line begins that may close a directive.
fn last_close(text: &str) -> usize {
    // Searching forwards is much faster, and nearly no text has one.
    match text.contains("\n:::") {
        true => text.rfind("\n:::").map_or(0, |i| i + 1),
        false => 0,
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let is_bilingual = text.contains("sxs-lookup");
        Reader {
            text,
            builder: Builder::new(is_bilingual),
            leaf: Leaf::new(is_bilingual),
            is_open: false,
            comments: Vec::new(),
            remarks: Vec::new(),
            heading: 0,
            skip_until: 0,
            is_line_start: false,
            is_first_line: false,
            last_close: last_close(text),
            consumed: 0,
        }
    }

    /// Begins a leaf; one that is open ends.
    pub(super) fn begin(&mut self, kind: LeafKind, start: Option<usize>) {
        self.finish_leaf(None);
        self.leaf.reset(kind, start);
        self.is_open = true;
        self.consumed = start.unwrap_or(0);
    }

    /// Makes sure that a leaf is open: text that stands in a container as such is a paragraph.
    pub(super) fn ensure(&mut self) {
        if !self.is_open {
            self.begin(LeafKind::Paragraph, None);
        }
    }

    /// Ends the open leaf, if there is one, and makes it a block.
    pub(super) fn finish_leaf(&mut self, end: Option<usize>) {
        if self.is_open {
            self.is_open = false;
            self.leaf.close_marks();
            self.place(end);
        }
        for comment in std::mem::take(&mut self.comments) {
            self.opaque(comment);
        }
    }

    fn place(&mut self, end: Option<usize>) {
        let is_own = !self.leaf.own.is_blank();
        let is_embedded = !self.leaf.embedded.is_blank();
        let (kind, how) = self.kind(match is_own {
            true => &self.leaf.own,
            false => &self.leaf.embedded,
        });
        let start = self.leaf.start;
        let own = is_own.then(|| span(self.text, &self.leaf.own, start, end));
        let embedded = is_embedded.then(|| span(self.text, &self.leaf.embedded, start, end));
        if let (BlockKind::Cell { .. }, false, false) = (&kind, is_own, is_embedded) {
            // A cell keeps its place in the table even if it is empty.
            let range = start.unwrap_or(0)..end.or(start).unwrap_or(0);
            self.builder.open(Opener::Markdown, kind, range.clone());
            return self.builder.close_markdown(self.text, range);
        }
        if let (BlockKind::Heading { level, form, .. }, true) = (&kind, is_own || is_embedded)
            && *form != HeadingForm::Bold
        {
            self.heading = *level;
        }
        if let (Some(tree), Some(span)) = (&mut self.builder.embedded, embedded) {
            tree.leaf(kind.clone(), span, &mut self.leaf.embedded, how);
        }
        if let Some(span) = own {
            self.builder.own.leaf(kind, span, &mut self.leaf.own, how);
        }
    }

    fn kind(&self, strand: &Strand) -> (BlockKind, Cut) {
        let anchor = self.leaf.anchor.clone();
        match self.leaf.kind.clone() {
            LeafKind::Paragraph if self.is_bold_heading(strand) => {
                let level = (self.heading + 1).min(6);
                let form = HeadingForm::Bold;
                (
                    BlockKind::Heading {
                        level,
                        form,
                        anchor,
                    },
                    Cut::Whole,
                )
            }
            LeafKind::Paragraph => (BlockKind::Paragraph, Cut::Sentences),
            LeafKind::Heading { level, form } => (
                BlockKind::Heading {
                    level,
                    form,
                    anchor,
                },
                Cut::Whole,
            ),
            LeafKind::Cell {
                row,
                column,
                header,
            } => (
                BlockKind::Cell {
                    row,
                    column,
                    header,
                },
                Cut::Sentences,
            ),
            LeafKind::Code { form, info } => (BlockKind::Code { form, info }, Cut::Code),
        }
    }

    /// A paragraph of one bold span that does not end as a sentence acts as a heading.
    fn is_bold_heading(&self, strand: &Strand) -> bool {
        if !self.builder.is_top_level() || strand.marks.is_empty() {
            return false;
        }
        let text = strand.text.trim_end_matches(is_blank);
        let start = (text.len() - text.trim_start_matches(is_blank).len()) as u32;
        let whole = start..text.len() as u32;
        let is_bold = |m: &crate::document::Mark| m.kind == MarkKind::Strong && m.range == whole;
        strand.marks.iter().any(is_bold) && !text.ends_with(['.', '。', '．'])
    }

    /// A comment: kept as it is, unless it is meant for this program.
    pub(super) fn comment(&mut self, range: Range<usize>) {
        let raw = &self.text[range.clone()];
        match remarks::is_remark(raw.trim()) {
            true => {
                let start = range.end - raw.trim_start().len();
                self.remarks.push(start..start + raw.trim().len());
            }
            false => self.opaque(range),
        }
    }

    /// A block that is kept as it is.
    pub(super) fn opaque(&mut self, range: Range<usize>) {
        let raw = &self.text[range.clone()];
        let start = range.end - raw.trim_start().len();
        let raw = raw.trim();
        if self.is_open && !self.leaf.own.is_blank() {
            self.comments.push(range);
            return;
        }
        let span = Span::new(start..start + raw.len());
        let mut strand = Strand::default();
        strand.verbatim(raw, start);
        if let Some(tree) = &mut self.builder.embedded {
            tree.leaf(BlockKind::Opaque, span, &mut strand, Cut::Code);
        }
        self.builder
            .own
            .leaf(BlockKind::Opaque, span, &mut strand, Cut::Code);
    }

    /// Begins a code block.
    pub(super) fn begin_code(&mut self, form: CodeForm, info: String, start: usize) {
        self.begin(LeafKind::Code { form, info }, Some(start));
    }

    /// If the line of a paragraph that begins at `start` is a directive, reads it, and skips it.
    pub(super) fn directive(&mut self, start: usize, block_end: usize) {
        let first = std::mem::take(&mut self.is_first_line);
        let Some(directive) = directives::at(self.text, start, first, self.last_close) else {
            return;
        };
        let line = start..start + directives::line_at(self.text, start).len();
        self.finish_leaf(None);
        self.skip_until = line.end;
        match directive {
            Directive::Line => self.comment(line),
            Directive::Paragraph => {
                self.skip_until = block_end.max(line.end);
                self.opaque(start..self.skip_until);
            }
            Directive::Close => {
                if !self.builder.close_other(Opener::Directive, line.end) {
                    self.opaque(line);
                }
            }
            Directive::OpenAlert { marker, title } => {
                self.open_alert(Opener::Directive, start, marker);
                if !title.is_empty() {
                    self.begin(LeafKind::Paragraph, Some(title.start));
                    let text = &self.text[title.clone()];
                    self.leaf.write(|strand| strand.prose(text, title.start));
                    self.finish_leaf(Some(title.end));
                }
            }
        }
    }

    /// Opens an alert whose marker stands at `marker`.
    pub(super) fn open_alert(&mut self, opener: Opener, start: usize, marker: Range<usize>) {
        let text = &self.text[marker.clone()];
        let kind = match opener {
            Opener::Directive => directives::fence_kind(text),
            _ => directives::quote_kind(self.text, &marker),
        };
        let kind = BlockKind::Alert {
            marker: text.to_owned(),
            marker_span: Span::new(marker.clone()),
            kind,
        };
        self.builder.open(opener, kind, start..marker.end);
    }
}

/// The span of a leaf: as far as its start and end are known, else the hull of its text.
fn span(text: &str, strand: &Strand, start: Option<usize>, end: Option<usize>) -> Span {
    let first = strand
        .runs
        .first()
        .map_or(0, |run| run.source.start as usize);
    let last = strand
        .runs
        .last()
        .map_or(first, |run| run.source.end as usize);
    let start = start.unwrap_or(first);
    let end = end.unwrap_or(last).max(start);
    let text = text[start..end].trim_end();
    Span::new(start..(start + text.len()).max(last))
}
