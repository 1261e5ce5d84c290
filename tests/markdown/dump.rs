//! A document as text that a person can check.

use std::fmt::Write;

use runbookc::document::{BlockKind, Document, MarkKind};

/// Blocks indented by depth, each segment on a line of its own with its marks.
pub(super) fn dump(document: &Document) -> String {
    let mut out = String::new();
    let mut ends: Vec<u32> = Vec::new();
    for value in &document.front_matter {
        let raw = document.file.slice(value.span);
        writeln!(out, "{} = {:?} from {raw:?}", value.key, value.value).unwrap();
    }
    for (id, block) in document.blocks() {
        ends.retain(|end| *end > id.0);
        let indent = "  ".repeat(ends.len());
        writeln!(out, "{indent}{}", kind(&block.kind)).unwrap();
        for (_, segment) in document.segments_of(id) {
            let key = segment
                .key
                .as_ref()
                .map_or(String::new(), |k| format!(" [{k}]"));
            writeln!(out, "{indent}  {:?}{key}", segment.text).unwrap();
            for mark in &segment.marks {
                let text = segment.slice(mark.range.clone());
                let source = document.file.slice(mark.span);
                writeln!(
                    out,
                    "{indent}    {} {text:?} in {source:?}",
                    mark_kind(&mark.kind, document)
                )
                .unwrap();
            }
        }
        ends.push(block.end.0);
    }
    out
}

pub(super) fn kind(kind: &BlockKind) -> String {
    match kind {
        BlockKind::FrontMatter { key } => format!("front matter {key}"),
        BlockKind::Heading {
            level,
            form,
            anchor,
        } => {
            let anchor = anchor.as_ref().map_or(String::new(), |a| format!(" #{a}"));
            format!("heading {level} {form:?}{anchor}").to_lowercase()
        }
        BlockKind::Paragraph => "paragraph".to_owned(),
        BlockKind::List { start: None } => "list".to_owned(),
        BlockKind::List { start: Some(n) } => format!("list from {n}"),
        BlockKind::Item { ordinal: None } => "item".to_owned(),
        BlockKind::Item { ordinal: Some(n) } => format!("item {n}"),
        BlockKind::Table => "table".to_owned(),
        BlockKind::Cell {
            row,
            column,
            header,
        } => {
            let header = if *header { " header" } else { "" };
            format!("cell {row},{column}{header}")
        }
        BlockKind::Alert { marker, kind, .. } => format!("alert {marker} {kind:?}"),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Code { form, info } => format!("code {form:?} {info:?}"),
        BlockKind::Opaque => "opaque".to_owned(),
    }
}

fn mark_kind(kind: &MarkKind, document: &Document) -> String {
    match kind {
        MarkKind::Strong => "strong".to_owned(),
        MarkKind::Emphasis => "emphasis".to_owned(),
        MarkKind::Code => "code".to_owned(),
        MarkKind::Link {
            target,
            target_span,
        } => {
            format!(
                "link to {target:?} at {:?},",
                document.file.slice(*target_span)
            )
        }
        MarkKind::Image { target } => format!("image {target:?}"),
    }
}
