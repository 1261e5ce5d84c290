//! Comments that are meant for this program: `runbookc-ignore` and what it covers.
//!
//! They are met while the document is read; nothing looks for them in the text.

use std::ops::Range;

use super::directives::line_at;
use crate::document::{Block, Suppression};
use crate::source::Span;

/// What such a comment begins with.
const MARKER: &str = "runbookc-ignore";

/// What stands in a comment for this program: its rules and whether it gives a reason.
struct Remark<'a> {
    is_for_file: bool,
    rules: &'a str,
    reason: &'a str,
}

/// Whether a comment, `<!-- … -->` or `{/* … */}`, is for this program.
pub(super) fn is_remark(comment: &str) -> bool {
    read(comment).is_some()
}

fn read(comment: &str) -> Option<Remark<'_>> {
    let body = match comment.strip_prefix("<!--") {
        Some(body) => body.strip_suffix("-->").unwrap_or(body),
        None => comment.strip_prefix("{/*")?.strip_suffix("*/}")?,
    };
    let rest = body.trim_start().strip_prefix(MARKER)?;
    let (is_for_file, rest) = match rest.strip_prefix("-file") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
        return None;
    }
    let (rules, reason) = rest.split_once([':', '：']).unwrap_or((rest, ""));
    Some(Remark {
        is_for_file,
        rules,
        reason,
    })
}

/// The comments at `places`, in their order, with what they cover: all of the file; the line, where
/// there is text on it; else what follows up to the end of the next block.
pub(super) fn suppressions(
    text: &str,
    places: &[Range<usize>],
    blocks: &[Block],
) -> Vec<Suppression> {
    let mut suppressions = Vec::with_capacity(places.len());
    let mut rest = places;
    while let Some(first) = rest.first() {
        let start = text[..first.start].rfind('\n').map_or(0, |i| i + 1);
        let line = start..first.end + line_at(text, first.end).len();
        let on_line = rest.iter().take_while(|p| p.start < line.end).count();
        let (here, later) = rest.split_at(on_line);
        let is_inline = has_text(text, &line, here);
        let covers = |place: &Range<usize>| match is_inline {
            true => Span::new(line.clone()),
            false => up_to_next(place.end, blocks),
        };
        let read = |p: &Range<usize>| suppression(text, p, covers(p));
        suppressions.extend(here.iter().filter_map(read));
        rest = later;
    }
    suppressions
}

/// Whether anything but comments stands on a line. Markers of quotes and lists are no text.
fn has_text(text: &str, line: &Range<usize>, comments: &[Range<usize>]) -> bool {
    let is_text = |range: Range<usize>| {
        let piece = text.get(range).unwrap_or_default();
        piece.contains(|c: char| c.is_alphanumeric() || c == '`')
    };
    let mut from = line.start;
    for comment in comments {
        if is_text(from..comment.start) {
            return true;
        }
        from = comment.end;
    }
    is_text(from..line.end)
}

/// From `start` to the end of the first block that begins behind it.
fn up_to_next(start: usize, blocks: &[Block]) -> Span {
    let next = blocks.partition_point(|b| (b.span.start as usize) < start);
    let end = blocks.get(next).map_or(start, |b| b.span.end as usize);
    Span::new(start..end.max(start))
}

fn suppression(text: &str, place: &Range<usize>, covers: Span) -> Option<Suppression> {
    let remark = read(&text[place.clone()])?;
    let is_break = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、');
    let rules = remark.rules.split(is_break).filter(|r| !r.is_empty());
    Some(Suppression {
        span: Span::new(place.clone()),
        rules: rules.map(str::to_owned).collect(),
        has_reason: remark.reason.contains(char::is_alphanumeric),
        covers: match remark.is_for_file {
            true => Span::new(0..text.len()),
            false => covers,
        },
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::markdown::parse;
    use crate::source::SourceFile;

    /// What the only suppression of a text covers.
    fn covered(text: &str) -> Vec<String> {
        let parsed = parse(Arc::new(SourceFile::new("a.md", text)));
        let document = &parsed.document;
        let is_comment = |s: &crate::document::Segment| s.text.contains("runbookc");
        assert!(!document.segments.iter().any(is_comment), "{text}");
        let suppressions = document.suppressions.iter();
        suppressions
            .map(|s| text[s.covers.range()].trim().to_owned())
            .collect()
    }

    #[test]
    fn a_comment_alone_covers_the_next_block() {
        let text = "One.\n\n<!-- runbookc-ignore LIT001: meant -->\n\n- a\n- b\n\nThree.\n";
        assert_eq!(covered(text), ["- a\n- b"]);
        let glued = "<!-- runbookc-ignore LIT001: meant -->\nOne.\n\nTwo.\n";
        assert_eq!(covered(glued), ["One."]);
        let quoted = "> <!-- runbookc-ignore LIT001: meant -->\n> One.\n\nTwo.\n";
        assert_eq!(covered(quoted), ["> One."]);
        let mdx = "{/* runbookc-ignore LIT001: meant */}\n\nOne.\n\nTwo.\n";
        assert_eq!(covered(mdx), ["One."]);
        assert_eq!(covered("One.\n\n<!-- runbookc-ignore A: b -->\n"), [""]);
    }

    #[test]
    fn a_comment_beside_text_covers_the_line() {
        let text = "One.\nTwo <!-- runbookc-ignore LIT001: meant --> two.\nThree.\n";
        let line = "Two <!-- runbookc-ignore LIT001: meant --> two.";
        assert_eq!(covered(text), [line]);
        let cell = "| a | b |\n| - | - |\n| c | d <!-- runbookc-ignore A: b --> |\n";
        assert_eq!(covered(cell), ["| c | d <!-- runbookc-ignore A: b --> |"]);
    }

    #[test]
    fn a_comment_may_cover_the_file() {
        let text = "One.\n\n<!-- runbookc-ignore-file LIT001: meant -->\n";
        assert_eq!(covered(text), [text.trim()]);
    }

    #[test]
    fn other_comments_and_code_are_none() {
        let parsed = |text: &str| parse(Arc::new(SourceFile::new("a.md", text))).document;
        let code = parsed("```html\n<!-- runbookc-ignore LIT001: meant -->\n```\n");
        assert!(code.suppressions.is_empty());
        let other = parsed("<!-- runbookc-ignored LIT001 -->\n\n<!-- note -->\n");
        assert!(other.suppressions.is_empty());
        assert_eq!(other.segments.len(), 2, "they are kept as they are");
    }

    #[test]
    fn rules_and_reason_are_read() {
        let text = "<!-- runbookc-ignore LIT001, path-altered、LIT：因为 -->\n";
        let document = parse(Arc::new(SourceFile::new("a.md", text))).document;
        let [suppression] = &document.suppressions[..] else {
            panic!("one is there");
        };
        assert_eq!(suppression.rules, ["LIT001", "path-altered", "LIT"]);
        assert!(suppression.has_reason);
        let bare = parse(Arc::new(SourceFile::new(
            "a.md",
            "<!-- runbookc-ignore LIT001: -->\n",
        )));
        assert!(!bare.document.suppressions[0].has_reason);
    }
}
