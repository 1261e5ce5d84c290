//! Inline code, emphasis, links and images of Markdown to marks.

use std::ops::Range;

use pulldown_cmark::{LinkType, OffsetIter, Tag};

use super::events::Walk;
use super::strand::is_space;
use crate::document::MarkKind;
use crate::source::Span;

impl<'a> Walk<'a> {
    /// Inline code, whose backticks and padding are no text.
    pub(super) fn code(&mut self, text: &str, range: Range<usize>) {
        let reader = &mut self.reader;
        reader.ensure();
        reader.is_line_start = false;
        let raw = &reader.text[range.clone()];
        let ticks = raw.len() - raw.trim_start_matches('`').len();
        let mut inner = range.start + ticks..range.end - ticks;
        let source = &reader.text[inner.clone()];
        let is_padded = source.len() >= 2
            && is_space(source.as_bytes()[0])
            && source.ends_with([' ', '\n', '\r'])
            && source.bytes().any(|b| !is_space(b));
        if is_padded {
            let skip = if source.starts_with("\r\n") { 2 } else { 1 };
            let drop = if source.ends_with("\r\n") { 2 } else { 1 };
            inner = inner.start + skip..inner.end - drop;
        }
        let source = &reader.text[inner.clone()];
        reader.leaf.open_mark(MarkKind::Code, None, range.start);
        reader
            .leaf
            .write(|strand| strand.code(text, source, inner.start));
        reader.leaf.close_mark(None, range.end);
        reader.consumed = range.end;
    }

    /// Markup in a line begins.
    pub(super) fn start_inline(
        &mut self,
        tag: Tag<'a>,
        range: Range<usize>,
        events: &OffsetIter<'a, impl pulldown_cmark::BrokenLinkCallback<'a>>,
        base: usize,
    ) {
        let reader = &mut self.reader;
        if range.start < reader.skip_until {
            return;
        }
        reader.is_line_start = false;
        reader.ensure();
        reader.consumed = range.start;
        let kind = match tag {
            Tag::Strong => MarkKind::Strong,
            Tag::Emphasis => MarkKind::Emphasis,
            Tag::Link {
                link_type,
                dest_url,
                id,
                ..
            } => {
                let definition = matches!(
                    link_type,
                    LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
                );
                let span = definition
                    .then(|| events.reference_definitions().get(&id))
                    .flatten()
                    .map(|d| d.span.start + base..d.span.end + base);
                let target_span = match (link_type, span) {
                    (LinkType::Autolink | LinkType::Email, _) => range.start + 1..range.end - 1,
                    (_, Some(span)) => after_label(reader.text, span),
                    _ => range.clone(),
                };
                MarkKind::Link {
                    target: dest_url.to_string(),
                    target_span: Span::new(target_span),
                }
            }
            Tag::Image { dest_url, .. } => MarkKind::Image {
                target: dest_url.to_string(),
            },
            _ => return,
        };
        reader.leaf.open_mark(kind, None, range.start);
    }

    /// The bytes of the target of the link that ends, if it is an inline one: what stands after
    /// its text.
    pub(super) fn inline_target(&mut self, link: &Range<usize>) {
        let reader = &mut self.reader;
        let from = reader.consumed.max(link.start);
        let Some(MarkKind::Link { target_span, .. }) = reader.leaf.mark_mut() else {
            return;
        };
        if target_span.range() == *link
            && let Some(found) = reader.text[from..link.end].find("](")
        {
            *target_span = Span::new(target(reader.text, from + found + 2..link.end - 1));
        }
    }
}

/// The bytes of a link's target in `inside`, which begins behind the `(`.
fn target(text: &str, inside: Range<usize>) -> Range<usize> {
    let raw = &text[inside.clone()];
    let start = inside.end - raw.trim_start().len();
    let raw = raw.trim_start();
    if let Some(rest) = raw.strip_prefix('<') {
        return start + 1..start + 1 + rest.find('>').unwrap_or(rest.len());
    }
    start..start + raw.bytes().position(is_space).unwrap_or(raw.len())
}

/// The bytes of the target of a reference definition, `[label]: target "title"`.
fn after_label(text: &str, definition: Range<usize>) -> Range<usize> {
    let raw = &text[definition.clone()];
    let label = raw.find("]:").map_or(0, |i| i + 2);
    target(text, definition.start + label..definition.end)
}
