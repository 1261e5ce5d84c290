//! TXT001: the marker of a note that was translated and renders no more.

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::document::{Block, BlockId, BlockKind, Document, Segment};
use crate::l10n;
use crate::lint::{ArticleView, DocumentView, Rule, report};
use crate::source::{Locale, Span};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds the marker of a note or warning, `[!NOTE]`, that was translated, spaced or written
    /// with other punctuation.
    ///
    /// ## Why is this bad?
    ///
    /// Only the English markers are known to the sites that show them. The reader sees `[!Nota]`
    /// in a plain quotation, and no warning.
    ///
    /// ## Example
    ///
    /// `> [!Advertencia]` where the source has `> [!WARNING]`.
    pub(crate) static ALERT_MARKER_TRANSLATED = {
        code: "TXT001",
        name: "alert-marker-translated",
        severity: Warning,
        certainty: Certain,
        check: Check::Document(check),
    };
}

fn check(rule: &Rule, view: &DocumentView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let document = view.whole.document(view.column);
    for (id, block) in document.blocks() {
        match &block.kind {
            BlockKind::Code { .. } => {}
            BlockKind::Opaque => {
                let marker = fenced(document, block);
                diagnostics.extend(marker.map(|(span, m)| translated(rule, view, span, m)));
            }
            BlockKind::Alert {
                marker,
                marker_span,
                kind: None,
            } => {
                let known = meant(&document.locale, marker);
                let marker = known.or_else(|| witnessed(view.whole, view.column, id));
                if let (Some(marker), Some(span)) = (marker, brackets(document, *marker_span)) {
                    diagnostics.push(translated(rule, view, span, format!("[!{marker}]")));
                }
            }
            _ => {
                let segments = document.segments_of(id);
                let stray = segments.flat_map(|(_, s)| stray(&document.locale, s));
                diagnostics.extend(stray.map(|span| {
                    let message = Message::new("lint-alert-marker-stray");
                    report::diagnostic(rule, view.whole, view.column, span, message)
                }));
            }
        }
    }
}

fn translated(rule: &Rule, view: &DocumentView<'_>, span: Span, expected: String) -> Diagnostic {
    let message = Message::new("lint-alert-marker-translated").with("expected", &expected);
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    found.fix = Some(Fix {
        applicability: Applicability::Safe,
        edits: vec![Edit {
            span,
            text: expected.clone(),
        }],
    });
    found.expected = Some(expected);
    found
}

/// The marker that a translated one stands for.
fn meant(locale: &Locale, marker: &str) -> Option<String> {
    let marker = marker.trim().to_lowercase().replace('\u{a0}', " ");
    let english = ["note", "tip", "important", "caution", "warning"];
    let known = english.iter().find(|e| **e == marker);
    let translated = || l10n::lexicon(locale).alerts.get(&marker).cloned();
    known.map(|e| e.to_uppercase()).or_else(translated)
}

/// The marker that the same note has in another document.
fn witnessed(whole: ArticleView<'_>, column: usize, alert: BlockId) -> Option<String> {
    let document = whole.document(column);
    let inside = alert.0..document.block(alert).end.0;
    let row = whole.alignment.rows.iter().find(|row| {
        let block = row.blocks[column];
        block.is_some_and(|b| inside.contains(&b.0))
    })?;
    let others = row.blocks.iter().enumerate();
    let mut markers = others.filter_map(|(other, block)| {
        let document = whole.document(other);
        let mut at = Some((*block)?);
        while let Some(id) = at {
            let block = document.block(id);
            if let BlockKind::Alert {
                marker,
                kind: Some(_),
                ..
            } = &block.kind
            {
                return Some(marker.to_uppercase());
            }
            at = block.parent;
        }
        None
    });
    markers.next()
}

/// The marker of `:::nota` and its bytes.
fn fenced(document: &Document, block: &Block) -> Option<(Span, String)> {
    let line = document.file.slice(block.span);
    let body = line
        .trim_start()
        .strip_prefix(":::")?
        .trim_start_matches(':');
    let body = body.trim_start();
    let end = body.find(|c: char| !c.is_alphanumeric());
    let name = &body[..end.unwrap_or(body.len())];
    let lower = name.to_lowercase();
    // A site may know directives of its own: what the lexicon does not know is none.
    let translated = l10n::lexicon(&document.locale).alerts.get(&lower)?;
    let start = block.span.start + (name.as_ptr() as usize - line.as_ptr() as usize) as u32;
    let span = Span {
        start,
        end: start + name.len() as u32,
    };
    Some((span, translated.clone()))
}

/// The bytes of a marker with its brackets.
fn brackets(document: &Document, marker: Span) -> Option<Span> {
    let text = document.file.text();
    let before = &text[..marker.start as usize];
    let open = before.rfind('[')?;
    let is_marker = |c: char| c.is_whitespace() || matches!(c, '!' | '！' | '\\');
    if !before[open + 1..].chars().all(is_marker) {
        return None;
    }
    let open = open - (before[..open].len() - before[..open].trim_end_matches('\\').len());
    let close = marker.end as usize + text[marker.end as usize..].find(']')? + 1;
    Some(Span::new(open..close))
}

/// Markers in running text: `[！注意]`.
fn stray<'a>(locale: &'a Locale, segment: &'a Segment) -> impl Iterator<Item = Span> + 'a {
    let text = segment.text.as_str();
    let starts = memchr::memchr_iter(b'[', text.as_bytes()).filter(|at| {
        let rest = text[at + 1..].trim_start();
        rest.starts_with(['!', '！'])
    });
    starts.filter_map(move |at| {
        let end = at + text[at..].find(']')?;
        let marker = text[at + 1..end].trim().trim_start_matches(['!', '！']);
        meant(locale, marker)?;
        Some(segment.source_span(at as u32..end as u32 + 1))
    })
}
