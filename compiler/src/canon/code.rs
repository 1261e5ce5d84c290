//! The code blocks of a row: what they really say.

use std::collections::BTreeMap;

use crate::align::{Alignment, RowId};
use crate::corpus::Article;
use crate::diagnostic::EvidenceKind;
use crate::document::{BlockId, BlockKind, Document};

use super::evidence::evidence;
use super::witness::Witnesses;
use super::{CanonicalCode, Verdict};

/// By how much a version must outweigh another.
const MARGIN: f32 = 0.3;

/// The canonical code of a row, if it is one of code blocks.
pub(super) fn decide(
    article: &Article,
    alignment: &Alignment,
    row: RowId,
    witnesses: &Witnesses,
) -> Option<CanonicalCode> {
    let blocks = &alignment.rows[row.0 as usize].blocks;
    let is_code = |(c, block): (usize, &Option<BlockId>)| {
        let block = (*block)?;
        let kind = &article.documents[c].block(block).kind;
        matches!(kind, BlockKind::Code { .. }).then_some((c, block))
    };
    let code: Vec<(usize, BlockId)> = blocks.iter().enumerate().filter_map(is_code).collect();
    if code.is_empty() {
        return None;
    }
    let mut versions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (column, block) in &code {
        let text = text(&article.documents[*column], *block);
        versions.entry(essence(&text)).or_default().push(*column);
    }
    let weight = |columns: &[usize]| witnesses.support(columns.iter().copied());
    let mut ranked: Vec<(&String, &Vec<usize>)> = versions.iter().collect();
    ranked.sort_by(|a, b| weight(b.1).total_cmp(&weight(a.1)).then(a.1.cmp(b.1)));
    let (canonical, columns) = ranked[0];
    let rival = ranked.get(1).map_or(0.0, |r| weight(r.1));
    let trusted = witnesses.by_trust().find(|c| columns.contains(c))?;
    let block_of = |column: usize| code.iter().find(|(c, _)| *c == column).map(|(_, b)| *b);
    // Translations that agree against the source: it was revised after them.
    let revised = witnesses.source.is_some_and(|source| {
        let alone = columns.as_slice() == [source];
        alone
            && ranked
                .get(1)
                .is_some_and(|r| witnesses.independent(r.1) > 1)
    });
    let verdict = match revised || weight(columns) < rival + MARGIN {
        true => Verdict::Disputed(ranked.iter().map(|(e, _)| (*e).clone()).collect()),
        false => Verdict::Decided,
    };
    let reading = |column: usize| block_of(column).map(|b| (b, columns.contains(&column)));
    let reasons = columns.iter().filter_map(|c| {
        let kind = match witnesses.source == Some(*c) {
            true => EvidenceKind::Source,
            false => EvidenceKind::Locale,
        };
        let document = &article.documents[*c];
        Some(evidence(kind, document, span(document, block_of(*c)?)))
    });
    Some(CanonicalCode {
        row,
        text: text(&article.documents[trusted], block_of(trusted)?),
        verdict,
        // Where all say the same there is nothing to prove.
        evidence: if canonical.is_empty() || versions.len() < 2 {
            Vec::new()
        } else {
            reasons.collect()
        },
        readings: (0..article.documents.len()).map(reading).collect(),
    })
}

fn text(document: &Document, block: BlockId) -> String {
    let mut segments = document.segments_of(block).map(|(_, s)| s.text.as_str());
    segments.next().unwrap_or_default().to_owned()
}

fn span(document: &Document, block: BlockId) -> crate::source::Span {
    let mut segments = document.segments_of(block).map(|(_, s)| s.span);
    segments.next().unwrap_or(document.block(block).span)
}

/// Code without what does not change what it does: comments, which are translated, white space at
/// line ends, empty lines.
pub(super) fn essence(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    for line in code.lines() {
        let line = match line.find(" #") {
            Some(at) => &line[..at],
            None => line,
        };
        let line = line.trim_end();
        let start = line.trim_start();
        let comment = ["#", "//", "<!--", "REM ", "rem ", "::", ";"];
        if !start.is_empty() && !comment.iter().any(|c| start.starts_with(c)) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
