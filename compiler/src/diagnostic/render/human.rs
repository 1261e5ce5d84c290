//! Snippets of the damaged locale and of those that bear witness, for a person at a terminal.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::l10n::Interface;
use crate::source::{SourceFile, Span};

use super::{Report, printable, words};

/// Most lines of a snippet.
const LINES: usize = 6;
/// Most snippets of witnesses.
const WITNESSES: usize = 2;

/// Each diagnostic with snippets, what belongs there and why, an empty line between them.
///
/// Always coloured: the caller's stream drops the colours where nobody sees them.
pub fn human(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
    let renderer = renderer.term_width(report.width);
    for found in report.diagnostics {
        let text = renderer.render(&[group(found, report.interface)]);
        writeln!(
            out,
            "{text}
"
        )?;
    }
    Ok(())
}

fn group<'a>(found: &'a Diagnostic, interface: &Interface) -> Group<'a> {
    let (level, name) = match found.severity {
        Severity::Error => (Level::ERROR, "render-error"),
        Severity::Warning => (Level::WARNING, "render-warning"),
        Severity::Info => (Level::INFO, "render-info"),
    };
    let title = level
        .with_name(interface.text(name))
        .primary_title(words::message(found, interface));
    let here = found.locale.to_string();
    let primary = snippet(&found.file, found.span, AnnotationKind::Primary, here);
    let mut group = title.id(found.rule).element(primary);
    for witness in words::witnesses(found).take(WITNESSES) {
        if let Some(location) = &witness.location {
            let label = words::because(witness, interface);
            let kind = AnnotationKind::Context;
            group = group.element(snippet(&location.file, location.span, kind, label));
        }
    }
    if let Some(expected) = words::expected(found, interface) {
        let help = Level::HELP.with_name(interface.text("render-help"));
        group = group.element(help.message(expected));
    }
    if let Some(evidence) = words::evidence(found, interface) {
        let note = Level::NOTE.with_name(interface.text("render-note"));
        group = group.element(note.message(evidence));
    }
    group
}

/// The lines of `span`, with all that a terminal would obey replaced.
fn snippet<'a>(
    file: &SourceFile,
    span: Span,
    kind: AnnotationKind,
    label: String,
) -> Snippet<'a, Annotation<'a>> {
    let first = file.position(span.start).line;
    let last = file.position(span.end).line.min(first + LINES as u32 - 1);
    let start = file.line_span(first).start as usize;
    let end = file.line_span(last).end as usize;
    let text = &file.text()[start..end.max(start)];
    let clamp = |offset: u32| (offset as usize).clamp(start, end.max(start)) - start;
    let (shown, range) = shown(text, clamp(span.start)..clamp(span.end));
    let path = file.path().display().to_string();
    Snippet::source(shown)
        .path(printable(&path).into_owned())
        .line_start(first as usize)
        .annotation(kind.span(range).label(label))
}

/// Text as it may be printed, and where the bytes of `range` are in it.
fn shown(text: &str, range: Range<usize>) -> (String, Range<usize>) {
    let line_by_line = |part: &str| -> String {
        let lines = part
            .split('\n')
            .map(|l| printable(l.trim_end_matches('\r')));
        lines.collect::<Vec<_>>().join("\n")
    };
    let before = line_by_line(&text[..range.start]);
    let inside = line_by_line(&text[range.clone()]);
    let after = line_by_line(&text[range.end..]);
    let start = before.len();
    let end = start + inside.len();
    (format!("{before}{inside}{after}"), start..end)
}
