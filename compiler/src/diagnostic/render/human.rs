//! Snippets of the damaged locale and of those that bear witness, for a person at a terminal.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Evidence, EvidenceKind, Severity};
use crate::l10n::Interface;
use crate::source::{SourceFile, Span};

use super::{Report, printable};

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
    let message = interface.format(found.message.id, &found.message.args);
    let title = level
        .with_name(interface.text(name))
        .primary_title(one_line(&message));
    let here = found.locale.to_string();
    let primary = snippet(&found.file, found.span, AnnotationKind::Primary, here);
    let mut group = title.id(found.rule).element(primary);
    for witness in witnesses(found) {
        if let Some(location) = &witness.location {
            let label = because(witness, interface);
            let kind = AnnotationKind::Context;
            group = group.element(snippet(&location.file, location.span, kind, label));
        }
    }
    if let Some(expected) = found.expected.as_deref().filter(|e| !e.trim().is_empty()) {
        let args = [("expected", one_line(expected))];
        let help = Level::HELP.with_name(interface.text("render-help"));
        group = group.element(help.message(interface.format("render-expected", &args)));
    }
    let reasons = reasons(found, interface);
    if !reasons.is_empty() {
        let note = Level::NOTE.with_name(interface.text("render-note"));
        let args = [("reasons", reasons.join(&interface.text("render-separator")))];
        group = group.element(note.message(interface.format("render-evidence", &args)));
    }
    group
}

/// The strongest witnesses that stand elsewhere.
fn witnesses(found: &Diagnostic) -> impl Iterator<Item = &Evidence> {
    let elsewhere = |e: &&Evidence| {
        let location = e.location.as_ref();
        location.is_some_and(|l| l.file.path() != found.file.path() || l.span != found.span)
    };
    found.evidence.iter().filter(elsewhere).take(WITNESSES)
}

/// All reasons, each once.
fn reasons(found: &Diagnostic, interface: &Interface) -> Vec<String> {
    let mut reasons = Vec::new();
    for evidence in &found.evidence {
        let reason = because(evidence, interface);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons
}

fn because(evidence: &Evidence, interface: &Interface) -> String {
    let id = match evidence.kind {
        EvidenceKind::Source => "render-because-source",
        EvidenceKind::CodeBlock => "render-because-code",
        EvidenceKind::LinkTarget => "render-because-link",
        EvidenceKind::Catalogue => "render-because-catalogue",
        EvidenceKind::Locale => "render-because-locale",
        EvidenceKind::Corpus => "render-because-corpus",
        EvidenceKind::Shape => "render-because-shape",
    };
    let locale = evidence.locale.as_ref().map(ToString::to_string);
    interface.format(id, &[("locale", locale.unwrap_or_default())])
}

fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    printable(&lines.join(" ⏎ ")).into_owned()
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
