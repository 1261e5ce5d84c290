//! What holds for every document, whatever the input.

use runbookc::document::{BlockKind, Document, MarkKind, Segment};
use runbookc::markdown::Parsed;
use runbookc::source::Span;

pub(super) fn assert_sound(parsed: &Parsed) {
    for document in documents(parsed) {
        assert_tree(document);
        let mut last = 0;
        for segment in &document.segments {
            assert_segment(document, segment);
            // A comment inside a paragraph follows it.
            if document.block(segment.block).kind != BlockKind::Opaque {
                assert!(segment.span.start >= last, "out of order: {segment:?}");
                last = segment.span.start;
            }
        }
    }
    assert_nothing_lost(parsed);
}

fn documents(parsed: &Parsed) -> impl Iterator<Item = &Document> {
    std::iter::once(&parsed.document).chain(&parsed.embedded)
}

fn assert_tree(document: &Document) {
    let (mut segments, mut open) = (0, Vec::new());
    for (id, block) in document.blocks() {
        while open.last().is_some_and(|(_, end)| *end <= id) {
            open.pop();
        }
        assert_eq!(
            block.parent,
            open.last().map(|(p, _)| *p),
            "parent of {block:?}"
        );
        assert!(id < block.end, "end of {block:?}");
        assert!(
            open.last().is_none_or(|(_, end)| block.end <= *end),
            "{block:?} ends too late"
        );
        open.push((id, block.end));
        assert!(open.len() <= 257, "too deep");
        assert_eq!(block.segments.start, segments, "segments of {block:?}");
        segments = block.segments.end;
        assert_on_boundaries(document, block.span);
        for (_, segment) in document.segments_of(id) {
            assert_eq!(segment.block, id);
            assert!(
                block.span.contains(segment.span),
                "{segment:?} outside of {block:?}"
            );
        }
    }
    assert_eq!(segments as usize, document.segments.len());
}

fn assert_on_boundaries(document: &Document, span: Span) {
    let text = document.file.text();
    let is_boundary = |at: u32| text.is_char_boundary(at as usize);
    assert!(
        span.start <= span.end && is_boundary(span.start) && is_boundary(span.end),
        "{span:?}"
    );
}

fn assert_segment(document: &Document, segment: &Segment) {
    assert_on_boundaries(document, segment.span);
    assert!(!segment.text.trim().is_empty(), "empty: {segment:?}");
    assert_eq!(segment.runs.first().map(|r| r.text), Some(0), "{segment:?}");
    let mut end = 0;
    for run in &segment.runs {
        assert_on_boundaries(document, run.source);
        assert!(
            run.source.start >= end && segment.span.contains(run.source),
            "{run:?} {segment:?}"
        );
        end = run.source.end;
    }
    for (start, c) in segment.text.char_indices() {
        assert_char(document, segment, start as u32, c);
    }
    let mut start = 0;
    for mark in &segment.marks {
        assert!(
            mark.range.start >= start && !mark.range.is_empty(),
            "{mark:?}"
        );
        start = mark.range.start;
        segment.slice(mark.range.clone());
        assert_on_boundaries(document, mark.span);
        let inside = segment.source_span(mark.range.clone());
        assert!(
            mark.span.contains(inside),
            "{mark:?} does not hold {inside:?}"
        );
        if let MarkKind::Link { target_span, .. } = mark.kind {
            assert_on_boundaries(document, target_span);
        }
    }
}

/// The bytes of a character are that character, an escape, an entity or white space.
fn assert_char(document: &Document, segment: &Segment, start: u32, c: char) {
    let span = segment.source_span(start..start + c.len_utf8() as u32);
    assert_on_boundaries(document, span);
    let source = document.file.slice(span);
    let mut buffer = [0; 4];
    let written: &str = c.encode_utf8(&mut buffer);
    let is_escape = source.strip_prefix('\\') == Some(written);
    let is_entity = source.starts_with('&') && source.ends_with(';');
    let is_break = c == ' ' && source.to_ascii_lowercase().starts_with("<br");
    let is_space =
        c.is_whitespace() && source.trim_matches(['>', ' ', '\t', '\r', '\n']).is_empty();
    // Only a front matter value or an attribute with escapes is mapped as a whole.
    let is_whole = matches!(
        document.block(segment.block).kind,
        BlockKind::FrontMatter { .. }
    );
    let is_decoded = source.contains('&') || source.contains('\\');
    let is_made = source.is_empty() && start > 0;
    let fits = is_made
        || is_break
        || source == written
        || is_escape
        || is_entity
        || is_space
        || is_whole
        || is_decoded;
    assert!(fits, "{c:?} at {start} is {source:?} in {segment:?}");
}

/// Every letter and digit of the file is in a segment, or in something that a reader does not see.
fn assert_nothing_lost(parsed: &Parsed) {
    let text = parsed.document.file.text();
    let mut seen = vec![false; text.len()];
    for document in documents(parsed) {
        for segment in &document.segments {
            // The target and title of a link, and all of an image but its text.
            let targets = segment.marks.iter().filter_map(|m| match m.kind {
                MarkKind::Link { target_span, .. } if m.span.contains(target_span) => {
                    let start = target_span.start;
                    Some(Span { start, ..m.span })
                }
                MarkKind::Image { .. } => Some(m.span),
                _ => None,
            });
            for span in segment.runs.iter().map(|r| r.source).chain(targets) {
                seen[span.range()].fill(true);
            }
        }
        for value in &document.front_matter {
            seen[value.span.range()].fill(true);
        }
        for block in &document.blocks {
            if let BlockKind::Alert { marker_span, .. } = block.kind {
                seen[marker_span.range()].fill(true);
            }
        }
    }
    hide(text, &mut seen);
    let lost = text
        .char_indices()
        .find(|(i, c)| c.is_alphanumeric() && !seen[*i]);
    if let Some((at, _)) = lost {
        let rest: String = text[at..].chars().take(60).collect();
        let before: String = text[..at].chars().rev().take(60).collect();
        let before: String = before.chars().rev().collect();
        panic!(
            "lost in {}: {before:?} >>> {rest:?}",
            parsed.document.file.path().display()
        );
    }
}

/// Takes out what a reader does not see.
fn hide(text: &str, seen: &mut [bool]) {
    let mut at = 0;
    let mut is_front_matter = false;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim_start_matches(['\u{feff}', '>', ' ', '-', '*', '+', '\t']);
        let dashes = line.trim_start_matches('\u{feff}').trim_end();
        let is_dashes = matches!(dashes, "---" | "+++");
        is_front_matter = is_front_matter != (is_dashes && (number == 0 || is_front_matter));
        let is_fence =
            bare.starts_with("```") || bare.starts_with("~~~") || bare.starts_with(":::");
        let is_definition = bare.starts_with('[') && bare.contains("]:");
        if is_front_matter || is_fence || is_definition {
            seen[at..at + line.len()].fill(true);
        }
        // Numbers of list items.
        let mut rest = bare;
        loop {
            let ordinal = rest.bytes().take_while(u8::is_ascii_digit).count();
            if ordinal == 0 || !rest[ordinal..].starts_with(['.', ')']) {
                break;
            }
            let start = at + line.len() - rest.len();
            seen[start..start + ordinal].fill(true);
            rest = rest[ordinal + 1..].trim_start_matches(['>', ' ', '-', '*', '+', '\t']);
        }
        for (open, close) in [
            ("[x", "]"),
            ("[X", "]"),
            ("{#", "}"),
            ("{/*", "*/}"),
            ("](", ")"),
            ("][", "]"),
        ] {
            hide_between(line, at, open, close, seen);
        }
        at += line.len();
    }
    hide_between(text, 0, "<", ">", seen);
    hide_between(text, 0, "&nbsp", ";", seen);
}

fn hide_between(text: &str, base: usize, open: &str, close: &str, seen: &mut [bool]) {
    let mut at = 0;
    while let Some(start) = text[at..].find(open).map(|i| at + i) {
        let inside = start + open.len();
        let Some(end) = text[inside..].find(close).map(|i| inside + i) else {
            return;
        };
        seen[base + start..base + end].fill(true);
        at = end;
    }
}
