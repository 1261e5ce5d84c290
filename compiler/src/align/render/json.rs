//! `align --format json`: the schema `runbookc.align/1`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::align::{Alignment, Unit};
use crate::corpus::Article;
use crate::diagnostic::render::wire;
use crate::document::{BlockKind, Document};
use crate::source::Span;

#[derive(Serialize)]
struct Output {
    schema: &'static str,
    articles: Vec<ArticleOutput>,
}

#[derive(Serialize)]
struct ArticleOutput {
    id: String,
    locales: BTreeMap<String, String>,
    units: Vec<UnitOutput>,
}

#[derive(Serialize)]
struct UnitOutput {
    id: String,
    kind: &'static str,
    score: f64,
    segments: BTreeMap<String, SegmentOutput>,
}

#[derive(Serialize)]
struct SegmentOutput {
    bytes: [u32; 2],
}

/// One JSON object: `runbookc.align/1`.
pub fn json(tables: &[(Article, Alignment)], out: &mut dyn Write) -> io::Result<()> {
    let output = Output {
        schema: "runbookc.align/1",
        articles: tables.iter().map(|(a, t)| article(a, t)).collect(),
    };
    wire::compact(&output, out)
}

fn article(article: &Article, alignment: &Alignment) -> ArticleOutput {
    let path = |d: &Document| (d.locale.to_string(), d.file.path().display().to_string());
    let units = alignment.units.iter().enumerate();
    ArticleOutput {
        id: article.id.clone(),
        locales: article.documents.iter().map(path).collect(),
        units: units
            .map(|(at, u)| unit(article, alignment, (at, u)))
            .collect(),
    }
}

fn unit(article: &Article, alignment: &Alignment, (at, unit): (usize, &Unit)) -> UnitOutput {
    let columns = article.documents.iter().zip(&unit.cells);
    let segments = columns.filter_map(|(document, cell)| {
        let spans = cell.iter().map(|s| document.segment(*s).span);
        let hull = spans.reduce(Span::hull)?;
        let bytes = [hull.start, hull.end];
        Some((document.locale.to_string(), SegmentOutput { bytes }))
    });
    UnitOutput {
        id: format!("u{:04}", at + 1),
        kind: kind(article, alignment, unit),
        score: (f64::from(unit.score) * 1000.0).round() / 1000.0,
        segments: segments.collect(),
    }
}

/// The kind of a unit: that of its row's block in the pivot, else in the first document.
pub(super) fn kind(article: &Article, alignment: &Alignment, unit: &Unit) -> &'static str {
    let blocks = &alignment.rows[unit.row.0 as usize].blocks;
    let own = (blocks.get(alignment.pivot).copied().flatten()).map(|b| (alignment.pivot, b));
    let mut all = blocks.iter().enumerate();
    let any = || all.find_map(|(d, b)| Some((d, (*b)?)));
    let Some((document, block)) = own.or_else(any) else {
        return "text";
    };
    let document = &article.documents[document];
    let block = document.block(block);
    let parent = block.parent.map(|p| &document.block(p).kind);
    match (&block.kind, parent) {
        (BlockKind::FrontMatter { .. }, _) => "front-matter",
        (BlockKind::Heading { .. }, _) => "heading",
        (BlockKind::Code { .. }, _) => "code",
        (BlockKind::Cell { .. }, _) | (_, Some(BlockKind::Cell { .. })) => "cell",
        (BlockKind::Opaque, _) => "opaque",
        (_, Some(BlockKind::Item { .. })) => "item",
        (_, Some(BlockKind::Alert { .. })) => "alert",
        (_, Some(BlockKind::Quote)) => "quote",
        _ => "paragraph",
    }
}
