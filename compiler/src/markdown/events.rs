//! Markdown events to blocks and marks: one pass, no recursion.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, OffsetIter, Parser, Tag, TagEnd};

use super::builder::Opener;
use super::directives;
use super::leaf::LeafKind;
use super::reader::Reader;
use crate::document::{BlockKind, CodeForm, HeadingForm};
use crate::source::Span;

/// Reads the events of `text[base..]`.
pub(super) fn read<'a>(text: &'a str, base: usize) -> Reader<'a> {
    let mut walk = Walk {
        reader: Reader::new(text),
        table: (0, 0),
        is_header: false,
        html: Vec::new(),
        block_end: 0,
    };
    let mut events = Parser::new_ext(&text[base..], super::options()).into_offset_iter();
    while let Some((event, range)) = events.next() {
        walk.event(event, range.start + base..range.end + base, &events, base);
    }
    walk.reader.finish_leaf(None);
    walk.reader.builder.finish(text.len());
    walk.reader
}

/// What of the events' context is not in the reader.
pub(super) struct Walk<'a> {
    pub(super) reader: Reader<'a>,
    /// Row and column of the next cell of a Markdown table; such tables do not nest.
    table: (u32, u32),
    is_header: bool,
    /// The lines of the HTML block that is being read.
    html: Vec<Range<usize>>,
    /// End of the paragraph that is being read, or of the leaf that was read last.
    block_end: usize,
}

impl<'a> Walk<'a> {
    fn event(
        &mut self,
        event: Event<'a>,
        range: Range<usize>,
        events: &OffsetIter<'a, impl pulldown_cmark::BrokenLinkCallback<'a>>,
        base: usize,
    ) {
        let reader = &mut self.reader;
        match event {
            Event::Start(tag) => self.start(tag, range, events, base),
            Event::End(tag) => self.end(tag, range),
            Event::Html(_) => self.html.push(range),
            _ if range.end <= reader.skip_until => {}
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::InlineHtml(_) => {
                reader.html(range.clone(), &[]);
                reader.consumed = range.end;
            }
            Event::SoftBreak | Event::HardBreak => {
                if reader.is_open {
                    let span = Span::new(range.clone());
                    let is_hard = event == Event::HardBreak;
                    reader.leaf.write(|strand| match is_hard {
                        true => strand.hard_break(span),
                        false => strand.line_break(span),
                    });
                }
                reader.consumed = range.end;
                reader.is_line_start = true;
            }
            Event::Rule => reader.finish_leaf(None),
            Event::TaskListMarker(_) => reader.consumed = range.end,
            // The options ask for none of these.
            Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let reader = &mut self.reader;
        if reader.is_open && reader.leaf.is_code() {
            let is_plain = *text == reader.text[range.clone()];
            return reader.leaf.write(|strand| match is_plain {
                true => strand.verbatim(text, range.start),
                false => strand.decoded(text, range.clone()),
            });
        }
        if std::mem::take(&mut reader.is_line_start) {
            reader.directive(range.start, self.block_end);
        }
        let (mut text, mut start) = (text, range.start);
        if start < reader.skip_until {
            if range.end <= reader.skip_until || text.len() != range.len() {
                return;
            }
            text = &text[reader.skip_until - start..];
            start = reader.skip_until;
        }
        if text.is_empty() {
            return;
        }
        reader.ensure();
        let source = &reader.text[start..range.end];
        let is_plain = text.len() == source.len() && text.as_bytes()[0] == source.as_bytes()[0];
        let before = start.checked_sub(1).filter(|i| *i >= reader.consumed);
        let is_escaped = before.is_some_and(|i| reader.text.as_bytes()[i] == b'\\')
            && text.starts_with(|c: char| c.is_ascii_punctuation());
        reader.leaf.write(|strand| match (is_plain, is_escaped) {
            (true, false) => strand.prose(text, start),
            (true, true) => {
                strand.made(&text[..1], start - 1..start + 1);
                strand.prose(&text[1..], start + 1);
            }
            (false, _) => strand.decoded(text, start..range.end),
        });
        reader.consumed = range.end;
    }

    fn start(
        &mut self,
        tag: Tag<'a>,
        range: Range<usize>,
        events: &OffsetIter<'a, impl pulldown_cmark::BrokenLinkCallback<'a>>,
        base: usize,
    ) {
        let reader = &mut self.reader;
        let start = range.start;
        match tag {
            Tag::Paragraph => {
                reader.begin(LeafKind::Paragraph, Some(start));
                reader.is_line_start = true;
                reader.is_first_line = true;
                self.block_end = range.end;
            }
            Tag::Heading { level, id, .. } => {
                let form = match reader.text.as_bytes()[start] {
                    b'#' => HeadingForm::Atx,
                    _ => HeadingForm::Setext,
                };
                let level = level as u8;
                reader.begin(LeafKind::Heading { level, form }, Some(start));
                reader.leaf.anchor = id.map(|id| id.to_string());
                reader.is_line_start = false;
            }
            Tag::CodeBlock(kind) => {
                let (form, info) = match kind {
                    CodeBlockKind::Fenced(info) => (CodeForm::Fenced, info.to_string()),
                    CodeBlockKind::Indented => (CodeForm::Indented, String::new()),
                };
                reader.begin_code(form, info, start);
            }
            Tag::TableHead | Tag::TableRow => {
                self.is_header = tag == Tag::TableHead;
                self.table.1 = 0;
            }
            Tag::TableCell => {
                let (row, column) = self.table;
                let header = self.is_header;
                reader.begin(
                    LeafKind::Cell {
                        row,
                        column,
                        header,
                    },
                    Some(start),
                );
                self.table.1 += 1;
            }
            Tag::HtmlBlock => {
                reader.finish_leaf(None);
                self.html.clear();
            }
            Tag::List(_) | Tag::Item | Tag::Table(_) | Tag::BlockQuote(_) => {
                self.start_container(tag, range);
            }
            _ => self.start_inline(tag, range, events, base),
        }
    }

    fn start_container(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let reader = &mut self.reader;
        reader.finish_leaf(None);
        let kind = match tag {
            Tag::List(start) => BlockKind::List { start },
            Tag::Item => BlockKind::Item {
                ordinal: reader.builder.next_ordinal(),
            },
            Tag::Table(_) => {
                self.table = (0, 0);
                BlockKind::Table
            }
            _ => return self.start_quote(range),
        };
        reader.is_line_start = false;
        reader.builder.open(Opener::Markdown, kind, range);
    }

    fn start_quote(&mut self, range: Range<usize>) {
        let reader = &mut self.reader;
        let text = reader.text;
        // The first byte is the `>`; what stands behind the second of `> >` is another quote.
        let is_padding = |b: &u8| matches!(b, b' ' | b'\t');
        let after = &text.as_bytes()[range.start + 1..range.end];
        let at = range.start + 1 + after.iter().take_while(|b| is_padding(b)).count();
        match directives::alert_marker(text, at) {
            Some((marker, end)) => {
                reader.open_alert(Opener::Markdown, range.start, marker);
                reader.skip_until = end;
            }
            None => reader
                .builder
                .open(Opener::Markdown, BlockKind::Quote, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        let reader = &mut self.reader;
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableCell => {
                self.block_end = range.end;
                reader.finish_leaf(Some(range.end));
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::Table => {
                reader.finish_leaf(None);
                reader.builder.close_markdown(reader.text, range);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(range),
            TagEnd::HtmlBlock => {
                self.html_block();
                self.reader.finish_leaf(None);
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Image | TagEnd::Link
                if range.start >= reader.skip_until =>
            {
                if tag == TagEnd::Link {
                    self.inline_target(&range);
                }
                self.reader.leaf.close_mark(None, range.end);
                self.reader.consumed = range.end;
            }
            _ => {}
        }
    }

    /// A row that has more cells than the header: Markdown drops them, this keeps them as one.
    fn end_row(&mut self, range: Range<usize>) {
        let reader = &mut self.reader;
        let from = self.block_end.clamp(range.start, range.end);
        let is_border = |c: char| c == '|' || c.is_whitespace();
        let rest = reader.text[from..range.end].trim_start_matches(is_border);
        let start = range.end - rest.len();
        let rest = rest.trim_end_matches(is_border);
        if !rest.is_empty() && self.table.1 > 0 {
            let (row, column) = self.table;
            let header = self.is_header;
            reader.begin(
                LeafKind::Cell {
                    row,
                    column,
                    header,
                },
                Some(start),
            );
            reader.leaf.write(|strand| strand.prose(rest, start));
            reader.finish_leaf(Some(start + rest.len()));
        }
        self.table.0 += 1;
    }

    /// The HTML block that ends: its lines as one range, and what lies between them as gaps.
    fn html_block(&mut self) {
        let lines = std::mem::take(&mut self.html);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        let pairs = lines.iter().zip(&lines[1..]);
        let gaps: Vec<_> = pairs
            .filter(|(a, b)| a.end < b.start)
            .map(|(a, b)| a.end..b.start)
            .collect();
        self.reader.html(first.start..last.end, &gaps);
        self.html = lines;
    }
}
