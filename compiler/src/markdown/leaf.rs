//! The leaf that is being read: its text in one or two languages, its open marks.

use std::ops::Range;

use super::strand::{Keyed, Strand, is_blank};
use super::tags::Tag;
use crate::document::{CodeForm, HeadingForm, Mark, MarkKind};
use crate::source::Span;

/// More open marks than this are not kept: no text has them.
const MAX_MARKS: usize = 64;

/// What a leaf will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LeafKind {
    Paragraph,
    Heading {
        level: u8,
        form: HeadingForm,
    },
    /// A cell of a Markdown table.
    Cell {
        row: u32,
        column: u32,
        header: bool,
    },
    Code {
        form: CodeForm,
        info: String,
    },
}

/// Which documents text goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Track {
    Both,
    Own,
    Embedded,
}

/// An open `<span>`.
#[derive(Debug)]
enum SpanRole {
    /// One without meaning.
    Plain,
    /// `sxs-lookup`: what is inside is the other language's.
    Lookup,
    /// `data-ttu-id` or `data-stu-id`, and where it began.
    Keyed {
        key: Box<str>,
        is_source: bool,
        start: u32,
    },
}

/// A mark whose end has not come.
#[derive(Debug)]
struct OpenMark {
    kind: MarkKind,
    /// The tag that closes it; none for Markdown.
    tag: Option<Tag>,
    source: usize,
    own: u32,
    embedded: u32,
}

/// A leaf that is being read.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) kind: LeafKind,
    /// Where the block begins, if that is known better than from its text.
    pub(super) start: Option<usize>,
    pub(super) anchor: Option<String>,
    pub(super) own: Strand,
    pub(super) embedded: Strand,
    is_bilingual: bool,
    marks: Vec<OpenMark>,
    /// Marks beyond [`MAX_MARKS`] that are open.
    overflow: usize,
    spans: Vec<SpanRole>,
}

impl Leaf {
    pub(super) fn new(is_bilingual: bool) -> Self {
        Leaf {
            kind: LeafKind::Paragraph,
            start: None,
            anchor: None,
            own: Strand::default(),
            embedded: Strand::default(),
            is_bilingual,
            marks: Vec::new(),
            overflow: 0,
            spans: Vec::new(),
        }
    }

    /// Makes ready for the next leaf and keeps the memory.
    pub(super) fn reset(&mut self, kind: LeafKind, start: Option<usize>) {
        self.kind = kind;
        self.start = start;
        self.anchor = None;
        self.own.clear();
        self.embedded.clear();
        self.marks.clear();
        self.overflow = 0;
        self.spans.clear();
    }

    /// Whether its text is kept as it is.
    pub(super) fn is_code(&self) -> bool {
        matches!(self.kind, LeafKind::Code { .. })
    }

    /// Writes to the documents that the open spans choose.
    pub(super) fn write(&mut self, mut how: impl FnMut(&mut Strand)) {
        let track = self.track();
        if track != Track::Embedded {
            how(&mut self.own);
        }
        if self.is_bilingual && track != Track::Own {
            how(&mut self.embedded);
        }
    }

    fn track(&self) -> Track {
        let of = |role: &SpanRole| match role {
            SpanRole::Plain => None,
            SpanRole::Lookup => Some(Track::Embedded),
            SpanRole::Keyed {
                is_source: true, ..
            } => Some(Track::Embedded),
            SpanRole::Keyed { .. } => Some(Track::Own),
        };
        self.spans.iter().find_map(of).unwrap_or(Track::Both)
    }

    /// A `<span>` with its class and ids.
    pub(super) fn open_span(&mut self, is_lookup: bool, own: Option<&str>, source: Option<&str>) {
        if self.spans.len() >= MAX_MARKS {
            return;
        }
        let role = match (own.or(source), is_lookup) {
            _ if !self.is_bilingual => SpanRole::Plain,
            (Some(key), _) => SpanRole::Keyed {
                key: key.into(),
                is_source: own.is_none(),
                start: match own {
                    Some(_) => self.own.end(),
                    None => self.embedded.end(),
                },
            },
            (None, true) => SpanRole::Lookup,
            (None, false) => SpanRole::Plain,
        };
        self.spans.push(role);
    }

    /// A `</span>`.
    pub(super) fn close_span(&mut self) {
        let Some(SpanRole::Keyed {
            key,
            is_source,
            start,
        }) = self.spans.pop()
        else {
            return;
        };
        let strand = match is_source {
            true => &mut self.embedded,
            false => &mut self.own,
        };
        let range = start..strand.end();
        if !range.is_empty() {
            strand.keys.push(Keyed { range, key });
        }
    }

    /// Markup that begins at the byte `source`.
    pub(super) fn open_mark(&mut self, kind: MarkKind, tag: Option<Tag>, source: usize) {
        if self.marks.len() >= MAX_MARKS {
            self.overflow += usize::from(tag.is_none());
            return;
        }
        self.marks.push(OpenMark {
            kind,
            tag,
            source,
            own: self.own.end(),
            embedded: self.embedded.end(),
        });
    }

    /// The kind of the innermost open mark, to complete it.
    pub(super) fn mark_mut(&mut self) -> Option<&mut MarkKind> {
        match self.overflow {
            0 => self.marks.last_mut().map(|m| &mut m.kind),
            _ => None,
        }
    }

    /// The end of the innermost markup of `tag` (none: of Markdown) at the byte `end`.
    pub(super) fn close_mark(&mut self, tag: Option<Tag>, end: usize) {
        if tag.is_none() && self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        if let Some(index) = self.marks.iter().rposition(|m| m.tag == tag) {
            let mark = self.marks.remove(index);
            self.finish_mark(mark, end);
        }
    }

    /// Ends what HTML left open.
    pub(super) fn close_marks(&mut self) {
        let last = |strand: &Strand| strand.runs.last().map_or(0, |run| run.source.end);
        let end = last(&self.own).max(last(&self.embedded)) as usize;
        while let Some(mark) = self.marks.pop() {
            let end = end.max(mark.source);
            self.finish_mark(mark, end);
        }
        while !self.spans.is_empty() {
            self.close_span();
        }
    }

    fn finish_mark(&mut self, mark: OpenMark, end: usize) {
        let span = Span::new(mark.source..end);
        add(&mut self.own, mark.own, mark.kind.clone(), span);
        if self.is_bilingual {
            add(&mut self.embedded, mark.embedded, mark.kind, span);
        }
    }
}

/// Marks the text from `start` on, white space at its ends left out.
fn add(strand: &mut Strand, start: u32, kind: MarkKind, span: Span) {
    let text = &strand.text[start as usize..];
    let rest = text.trim_start_matches(is_blank);
    let start = start + (text.len() - rest.len()) as u32;
    let end = start + rest.trim_end_matches(is_blank).len() as u32;
    if start < end {
        let range: Range<u32> = start..end;
        strand.marks.push(Mark { kind, range, span });
    }
}
