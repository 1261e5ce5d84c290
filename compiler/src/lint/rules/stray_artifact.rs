//! LIT017: a leftover of a tool in a translation.

use std::ops::Range;

use crate::align::Unit;
use crate::canon::Reading;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::document::{Segment, SegmentId};
use crate::lint::{ArticleView, Rule, frames, report};
use crate::literal::artifacts::{Artifact, artifacts, stubs};
use crate::literal::literals_in;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds what a translation tool left in a text and no other language has there: a mark in the
    /// place of something (`# A0`), a scheme glued to a word (`2013https`), a tag or entity that is
    /// shown, one letter of an English article before a Chinese word. Also the two halves of a
    /// Chinese frame from which the word between was moved away (`在中`), and a word that was parted
    /// by a link.
    ///
    /// ## Why is this bad?
    ///
    /// At best it puzzles the reader; at worst it stands where a file or parameter was named.
    ///
    /// ## Example
    ///
    /// The source says “the command line (fabctl.exe)”, the translation “命令行 ( # A0)”.
    pub(crate) static STRAY_ARTIFACT = {
        code: "LIT017",
        name: "stray-artifact",
        severity: Warning,
        certainty: Probable,
        check: Check::Article(check),
    };
}

/// Most findings in an article: whoever has more has another article.
const MOST: usize = 1000;

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let before = diagnostics.len();
    for unit in &whole.alignment.units {
        for column in (0..unit.cells.len()).filter(|c| whole.is_translation(*c)) {
            for segment in &unit.cells[column] {
                if diagnostics.len() - before < MOST {
                    check_segment(rule, whole, (unit, column), *segment, diagnostics);
                }
            }
        }
    }
}

fn check_segment(
    rule: &Rule,
    whole: &ArticleView<'_>,
    (unit, column): (&Unit, usize),
    id: SegmentId,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let segment = whole.document(column).segment(id);
    if segment.literals.is_empty() && is_opaque(whole, column, segment) {
        return;
    }
    for range in frames::empty(segment, &whole.document(column).locale) {
        let span = segment.source_span(range);
        let message = Message::new("lint-stray-frame");
        diagnostics.push(report::diagnostic(rule, *whole, column, span, message));
    }
    let found = artifacts(segment);
    if found.is_empty() {
        return;
    }
    let Some(witness) = witness(whole, unit, column) else {
        return;
    };
    let stubs = stubs(witness.1, segment);
    for (artifact, range) in &found {
        if *artifact == Artifact::Stub && is_restored(whole, column, id, range) {
            continue;
        }
        let text = &segment.text[range.clone()];
        let said = |c: usize| {
            unit.cells[c]
                .iter()
                .any(|s| says(whole.document(c).segment(*s), *artifact, text))
        };
        if foreign(whole, unit, column).any(said) {
            continue;
        }
        let expected = match artifact {
            Artifact::Stub => {
                let stub = stubs.iter().find(|(stub, _)| stub == range);
                stub.and_then(|(_, stands_for)| stands_for.clone())
            }
            Artifact::Scheme => text.find("http").map(|end| text[..end].to_owned()),
            Artifact::Markup | Artifact::Letter => Some(String::new()),
        };
        diagnostics.push(diagnostic(
            rule,
            whole,
            (column, segment),
            range,
            (*artifact, expected),
            witness,
        ));
    }
}

/// Whether it is known which literal belongs there: then the rule for that kind says so.
fn is_restored(
    whole: &ArticleView<'_>,
    column: usize,
    segment: SegmentId,
    range: &Range<usize>,
) -> bool {
    let readings = whole.canon.literals.iter().map(|l| &l.readings[column]);
    readings.into_iter().any(|reading| match reading {
        Reading::Damaged(place, _) if place.segment == segment => {
            range.start <= place.range.start as usize && place.range.end as usize <= range.end
        }
        _ => false,
    })
}

/// Code and what is kept as it is.
fn is_opaque(whole: &ArticleView<'_>, column: usize, segment: &Segment) -> bool {
    use crate::document::BlockKind::{Code, Opaque};
    let kind = &whole.document(column).block(segment.block).kind;
    matches!(kind, Code { .. } | Opaque)
}

/// The documents that tell what was meant: the source, else those in other languages.
fn foreign<'a>(
    whole: &'a ArticleView<'_>,
    unit: &'a Unit,
    column: usize,
) -> impl Iterator<Item = usize> + 'a {
    let language = move |c: usize| whole.document(c).locale.language();
    let all = (0..unit.cells.len()).filter(move |c| *c != column && !unit.cells[*c].is_empty());
    let source = whole.article.source.filter(|s| !unit.cells[*s].is_empty());
    all.filter(move |c| match source {
        Some(source) => *c == source,
        None => language(*c) != language(column),
    })
}

fn witness<'a>(
    whole: &ArticleView<'a>,
    unit: &Unit,
    column: usize,
) -> Option<(usize, &'a Segment)> {
    let first = foreign(whole, unit, column).next()?;
    Some((first, whole.document(first).segment(unit.cells[first][0])))
}

fn says(segment: &Segment, artifact: Artifact, text: &str) -> bool {
    match artifact {
        Artifact::Stub => segment.text.contains(text.trim_matches(['(', ')', ' '])),
        Artifact::Letter => {
            let mut words = segment.text.split(|c: char| !c.is_alphanumeric());
            words.any(|w| w == text)
        }
        Artifact::Scheme | Artifact::Markup => segment.text.contains(text),
    }
}

fn diagnostic(
    rule: &Rule,
    whole: &ArticleView<'_>,
    (column, segment): (usize, &Segment),
    range: &Range<usize>,
    (artifact, expected): (Artifact, Option<String>),
    (witness, said): (usize, &Segment),
) -> Diagnostic {
    let span = segment.source_span(range.start as u32..range.end as u32);
    let message = match (&expected, artifact) {
        (Some(expected), Artifact::Stub | Artifact::Scheme) => {
            Message::new("lint-stray-artifact-for").with("expected", expected)
        }
        _ => Message::new("lint-stray-artifact"),
    };
    let mut found = report::diagnostic(rule, *whole, column, span, message);
    found.evidence = vec![report::evidence(*whole, witness, said.span, &said.text)];
    found.fix = expected.as_ref().map(|text| Fix {
        applicability: match is_literal(artifact, text) {
            true => Applicability::Safe,
            false => Applicability::Unsafe,
        },
        edits: vec![Edit {
            span,
            text: text.clone(),
        }],
    });
    found.expected = expected;
    found
}

/// Whether what belongs there is a literal, which any language writes alike.
fn is_literal(artifact: Artifact, expected: &str) -> bool {
    match artifact {
        Artifact::Scheme => true,
        Artifact::Stub => {
            let inner = expected.trim_matches(['(', ')']);
            matches!(literals_in(inner).as_slice(), [(_, range)] if range.len() == inner.len())
        }
        Artifact::Markup | Artifact::Letter => false,
    }
}
