//! Raw HTML, in blocks and in lines, to blocks and marks.

use std::ops::Range;

use super::builder::Opener;
use super::html::{self, Token, Tokens};
use super::leaf::LeafKind;
use super::reader::Reader;
use super::tags::Tag;
use crate::document::{BlockKind, CodeForm, HeadingForm, MarkKind};
use crate::source::Span;

impl Reader<'_> {
    /// Raw HTML in `range`, without the bytes of `gaps` (what marks an enclosing list or quote).
    pub(super) fn html(&mut self, range: Range<usize>, gaps: &[Range<usize>]) {
        let limit = range.end;
        let mut tokens = Tokens::new(self.text, range);
        let mut gaps = gaps;
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(text) => gaps = self.html_text(text, gaps),
                Token::Open { name, all } => {
                    let tag = Tag::of(&self.text[name.clone()]);
                    if tag == Tag::Raw {
                        let end = raw_end(&self.text[..limit], &name, all.end);
                        self.opaque(all.start..end);
                        tokens.skip_to(end);
                    } else {
                        self.open_tag(tag, name, all);
                    }
                }
                Token::Close { name, all } => match Tag::of(&self.text[name.clone()]) {
                    Tag::Unknown => self.unknown(name, all),
                    tag => self.close_tag(tag, all),
                },
                Token::Comment(all) => self.comment(all),
                Token::Declaration(all) => self.opaque(all),
            }
        }
    }

    /// Text between tags; gives back the gaps that lie behind it.
    fn html_text<'g>(
        &mut self,
        text: Range<usize>,
        gaps: &'g [Range<usize>],
    ) -> &'g [Range<usize>] {
        let mut from = text.start;
        let mut gaps = gaps;
        while let Some((gap, rest)) = gaps.split_first() {
            if gap.start >= text.end {
                break;
            }
            if gap.end > from {
                self.html_piece(from..gap.start.max(from));
                from = gap.end.min(text.end);
            }
            gaps = rest;
        }
        self.html_piece(from..text.end);
        gaps
    }

    /// Text as it stands in the file, entities to be resolved.
    pub(super) fn html_piece(&mut self, range: Range<usize>) {
        let raw = &self.text[range.clone()];
        if !self.is_open && raw.trim_ascii().is_empty() {
            return;
        }
        self.ensure();
        let is_code = self.leaf.is_code();
        html::unescape(raw, |piece, bytes| {
            let source = range.start + bytes.start..range.start + bytes.end;
            let is_plain = *piece == raw[bytes];
            self.leaf.write(|strand| match (is_plain, is_code) {
                (true, false) => strand.prose(piece, source.start),
                (true, true) => strand.verbatim(piece, source.start),
                (false, _) => strand.decoded(piece, source.clone()),
            });
        });
    }

    fn open_tag(&mut self, tag: Tag, name: Range<usize>, all: Range<usize>) {
        match tag {
            Tag::Table => self.open_block(tag, BlockKind::Table, all),
            Tag::List { ordered } => {
                let start = html::attribute(self.text, &all, "start");
                let start = start.and_then(|(n, _)| n.parse().ok()).unwrap_or(1);
                let start = ordered.then_some(start);
                self.open_block(tag, BlockKind::List { start }, all);
            }
            Tag::Quote => self.open_block(tag, BlockKind::Quote, all),
            Tag::Item => {
                self.finish_leaf(None);
                self.builder.close_implied(tag, all.start);
                let ordinal = self.builder.next_ordinal();
                self.open_block(tag, BlockKind::Item { ordinal }, all);
            }
            Tag::Row => {
                self.finish_leaf(None);
                self.builder.close_implied(tag, all.start);
                self.builder.next_row();
            }
            Tag::Cell { header } => {
                self.finish_leaf(None);
                self.builder.close_implied(tag, all.start);
                if let Some((row, column)) = self.builder.next_cell() {
                    let kind = BlockKind::Cell {
                        row,
                        column,
                        header,
                    };
                    self.open_block(tag, kind, all);
                }
            }
            Tag::Heading(level) => {
                let form = HeadingForm::Html;
                self.begin(LeafKind::Heading { level, form }, Some(all.start));
                self.anchor(&all);
            }
            Tag::Preformatted => self.begin_code(CodeForm::Html, String::new(), all.start),
            Tag::Block => self.finish_leaf(None),
            Tag::Unknown => self.unknown(name, all),
            _ => self.open_inline(tag, all),
        }
    }

    fn open_inline(&mut self, tag: Tag, all: Range<usize>) {
        let start = all.start;
        if matches!(tag, Tag::Inline | Tag::Raw) || self.is_open && self.leaf.is_code() {
            return;
        }
        self.ensure();
        let kind = match tag {
            Tag::Strong => MarkKind::Strong,
            Tag::Emphasis => MarkKind::Emphasis,
            Tag::Code => MarkKind::Code,
            Tag::Anchor => {
                let Some((target, bytes)) = html::attribute(self.text, &all, "href") else {
                    return self.anchor(&all);
                };
                MarkKind::Link {
                    target: target.into_owned(),
                    target_span: Span::new(bytes),
                }
            }
            Tag::Image => return self.image(all),
            Tag::Span => return self.span(&all),
            Tag::Break => {
                let span = Span::new(all);
                return self.leaf.write(|strand| strand.hard_break(span));
            }
            _ => return,
        };
        self.leaf.open_mark(kind, Some(tag), start);
    }

    fn open_block(&mut self, tag: Tag, kind: BlockKind, all: Range<usize>) {
        self.finish_leaf(None);
        self.builder.open(Opener::Html(tag), kind, all);
    }

    fn close_tag(&mut self, tag: Tag, all: Range<usize>) {
        match tag {
            Tag::Table | Tag::List { .. } | Tag::Item | Tag::Quote | Tag::Cell { .. } => {
                self.finish_leaf(None);
                self.builder.close_other(Opener::Html(tag), all.end);
            }
            Tag::Heading(_) | Tag::Preformatted => self.finish_leaf(Some(all.end)),
            Tag::Row | Tag::Block => self.finish_leaf(None),
            Tag::Span if self.is_open => self.leaf.close_span(),
            Tag::Strong | Tag::Emphasis | Tag::Code | Tag::Anchor if self.is_open => {
                self.leaf.close_mark(Some(tag), all.end);
            }
            _ => {}
        }
    }

    /// The anchor of a heading: `<a name="…">` or an id.
    fn anchor(&mut self, all: &Range<usize>) {
        let value = |name| html::attribute(self.text, all, name);
        if let Some((anchor, _)) = value("name").or_else(|| value("id")) {
            self.leaf.anchor.get_or_insert(anchor.into_owned());
        }
    }

    fn image(&mut self, all: Range<usize>) {
        let target = html::attribute(self.text, &all, "src").map(|(t, _)| t.into_owned());
        let Some((alt, bytes)) = html::attribute(self.text, &all, "alt") else {
            return;
        };
        let kind = MarkKind::Image {
            target: target.unwrap_or_default(),
        };
        self.leaf.open_mark(kind, Some(Tag::Image), all.start);
        let is_plain = *alt == self.text[bytes.clone()];
        self.leaf.write(|strand| match is_plain {
            true => strand.prose(&alt, bytes.start),
            false => strand.decoded(&alt, bytes.clone()),
        });
        self.leaf.close_mark(Some(Tag::Image), all.end);
    }

    fn span(&mut self, all: &Range<usize>) {
        let value = |name| html::attribute(self.text, all, name).map(|(v, _)| v);
        let class = value("class");
        let is_lookup =
            class.is_some_and(|c| c.split_ascii_whitespace().any(|c| c == "sxs-lookup"));
        let (own, source) = (value("data-ttu-id"), value("data-stu-id"));
        self.leaf
            .open_span(is_lookup, own.as_deref(), source.as_deref());
    }

    /// A component, `<Tabs>`, is a block of its own; a placeholder, `<release>`, is text.
    fn unknown(&mut self, name: Range<usize>, all: Range<usize>) {
        let name = &self.text[name];
        let is_component = name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.contains(|c: char| c.is_ascii_lowercase());
        match is_component && !self.is_open {
            true => self.opaque(all),
            false => self.html_piece(all),
        }
    }
}

/// One past the closing tag of a `<script>` or `<style>` whose content begins at `from`.
fn raw_end(text: &str, name: &Range<usize>, from: usize) -> usize {
    let name = &text[name.clone()];
    let mut at = from;
    while let Some(found) = text[at..].find("</") {
        let start = at + found + 2;
        let is_name = |n: &str| n.eq_ignore_ascii_case(name);
        if text.get(start..start + name.len()).is_some_and(is_name) {
            return text[start..]
                .find('>')
                .map_or(text.len(), |i| start + i + 1);
        }
        at = start;
    }
    text.len()
}
