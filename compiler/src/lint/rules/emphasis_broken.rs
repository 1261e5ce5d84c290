//! TXT006: emphasis that does not render.

use std::ops::Range;

use crate::canon::Reading;
use crate::diagnostic::{Applicability, Certainty, Diagnostic, Edit, Fix, Message, Severity};
use crate::document::{Document, MarkKind, Segment};
use crate::lint::running::{self, Leads};
use crate::lint::{Rule, SentenceView, report};
use crate::literal::search::Damage;
use crate::source::Span;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds asterisks of bold text that the reader sees as asterisks, bold tags that are empty,
    /// and bold that begins or ends inside of a word.
    ///
    /// ## Why is this bad?
    ///
    /// What is bold is what is to be clicked or typed. Without it the label melts into the
    /// sentence, with asterisks in its place.
    ///
    /// ## Example
    ///
    /// `Cliquez sur \*\*Démarrer \*\*` where the source has `Click **Start**`.
    pub(crate) static EMPHASIS_BROKEN = {
        code: "TXT006",
        name: "emphasis-broken",
        severity: Warning,
        certainty: Probable,
        check: Check::Sentence(check),
    };
}

/// Asterisks that may be emphasis: longer runs stand for hidden letters.
const MARKERS: std::ops::RangeInclusive<usize> = 2..=4;

/// The byte that they are made of.
const STAR: Leads = Leads::of("*");

fn check(rule: &Rule, view: &SentenceView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut breaks = Vec::new();
    let document = view.document();
    for segment in view.segments() {
        if segment.text.contains("**") {
            breaks.extend(literal_asterisks(document, segment));
        }
        if document.file.slice(segment.span).contains("></") {
            breaks.extend(empty_tags(document, segment));
        }
    }
    breaks.retain(|(span, _)| !is_known(view, *span));
    if breaks.is_empty() || view.most_witnesses(|c| is_said_with_asterisks(view, c)) {
        split_words(rule, view, diagnostics);
        return;
    }
    let is_restored = lost_bold(view) >= breaks.len();
    for (span, expected) in breaks {
        let message = Message::new("lint-emphasis-broken");
        let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
        found.fix = expected.as_ref().map(|text| Fix {
            applicability: match is_restored {
                true => Applicability::Safe,
                false => Applicability::Unsafe,
            },
            edits: vec![Edit {
                span,
                text: text.clone(),
            }],
        });
        if is_restored && expected.is_some() {
            found.certainty = Certainty::Certain;
        }
        found.expected = expected;
        diagnostics.push(found);
    }
}

/// Whether it is known which literal fell out: then the rule for that kind says so.
fn is_known(view: &SentenceView<'_>, span: Span) -> bool {
    let literals = view.whole.literals_of(view.unit.row).iter();
    let mut readings = literals.map(|l| &l.readings[view.column]);
    readings.any(|reading| match reading {
        Reading::Damaged(place, harm) => span.contains(place.span) && harm.damage == Damage::Stub,
        _ => false,
    })
}

fn is_said_with_asterisks(view: &SentenceView<'_>, column: usize) -> bool {
    view.said_by(column).any(|s| asterisks(s).next().is_some())
}

/// How many bold spans of the source the translation lacks.
fn lost_bold(view: &SentenceView<'_>) -> usize {
    let count = |column| {
        let marks = view.said_by(column).flat_map(|s: &Segment| &s.marks);
        marks.filter(|m| m.kind == MarkKind::Strong).count()
    };
    let source = view.source().map_or(0, count);
    source.saturating_sub(count(view.column))
}

/// Runs of two asterisks and more in running text.
fn asterisks(segment: &Segment) -> impl Iterator<Item = Range<usize>> {
    let text = segment.text.as_str();
    let mut stars = running::characters(segment, &STAR).peekable();
    let runs = std::iter::from_fn(move || {
        let (start, _) = stars.next()?;
        let mut end = start + 1;
        while stars.next_if(|(at, _)| *at == end).is_some() {
            end += 1;
        }
        Some(start..end)
    });
    // A pattern of file names or an operator is no emphasis.
    let is_pattern = |run: &Range<usize>| {
        let before = text[..run.start].chars().next_back();
        let after = text[run.end..].chars().next();
        let is_path = |c: Option<char>| matches!(c, Some('/' | '\\' | '.' | '=' | '<' | '>'));
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        is_path(before) || is_path(after) || is_digit(before) && is_digit(after)
    };
    runs.filter(move |run| MARKERS.contains(&run.len()) && !is_pattern(run))
}

/// Where asterisks stand in the text, and what was meant.
fn literal_asterisks(document: &Document, segment: &Segment) -> Vec<(Span, Option<String>)> {
    let mut found = Vec::new();
    let mut runs = asterisks(segment).peekable();
    while let Some(run) = runs.next() {
        let mended = if run.len() == 4 {
            before(document, segment, &run)
        } else {
            let pair = runs.next_if(|end| end.len() == run.len());
            pair.and_then(|end| between(document, segment, &run, &end))
        };
        let own = || segment.source_span(run.start as u32..run.end as u32);
        found.push(mended.unwrap_or_else(|| (own(), None)));
    }
    found
}

/// `“Label”****`: the label fell out of its emphasis.
fn before(
    document: &Document,
    segment: &Segment,
    run: &Range<usize>,
) -> Option<(Span, Option<String>)> {
    let label = quoted(segment, run.start)?;
    let span = segment.source_span(label.start as u32..run.end as u32);
    Some((span, bold_inside(document, segment, &label)))
}

/// The quoted text that ends at `end`, quotes included.
fn quoted(segment: &Segment, end: usize) -> Option<Range<usize>> {
    let text = &segment.text[..end];
    let close = text.chars().next_back()?;
    let open = match close {
        '”' => '“',
        '」' => '「',
        '』' => '『',
        '»' => '«',
        ']' => '[',
        '】' => '【',
        '"' => '"',
        _ => return None,
    };
    let start = text[..end - close.len_utf8()].rfind(open)?;
    Some(start..end)
}

fn bold_inside(document: &Document, segment: &Segment, label: &Range<usize>) -> Option<String> {
    let text = &segment.text[label.clone()];
    let (open, close) = (text.chars().next()?, text.chars().next_back()?);
    let inner = label.start + open.len_utf8()..label.end - close.len_utf8();
    let whole = document
        .file
        .slice(segment.source_span(label.start as u32..label.end as u32));
    let raw = document
        .file
        .slice(segment.source_span(inner.start as u32..inner.end as u32));
    let at = raw.as_ptr() as usize - whole.as_ptr() as usize;
    let (head, tail) = (&whole[..at], &whole[at + raw.len()..]);
    let raw = raw.trim();
    (!raw.is_empty() && !raw.contains('*')).then(|| format!("{head}**{raw}**{tail}"))
}

/// `**Label **`: a space keeps the asterisks from being emphasis.
fn between(
    document: &Document,
    segment: &Segment,
    open: &Range<usize>,
    close: &Range<usize>,
) -> Option<(Span, Option<String>)> {
    let inner = segment.source_span(open.end as u32..close.start as u32);
    let raw = document.file.slice(inner).trim();
    let span = segment.source_span(open.start as u32..close.end as u32);
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (first, last) = (raw.chars().next(), raw.chars().next_back());
    let before = segment.text[..open.start].chars().next_back();
    let after = segment.text[close.end..].chars().next();
    let renders = is_word(first) && is_word(last) && !is_word(before);
    let stars = &segment.text[open.clone()];
    let gap = if is_word(after) { " " } else { "" };
    let mended = renders && !raw.contains(['*', '`', '<', '[']);
    Some((span, mended.then(|| format!("{stars}{raw}{stars}{gap}"))))
}

/// Empty tags of emphasis, with the quoted label that fell out of them.
fn empty_tags(document: &Document, segment: &Segment) -> Vec<(Span, Option<String>)> {
    let raw = document.file.slice(segment.span);
    let mut found = Vec::new();
    for (at, _) in raw.match_indices("></") {
        let Some(open) = raw[..at].rfind('<') else {
            continue;
        };
        let name = &raw[open + 1..at];
        let tags = ["strong", "b", "em", "i"];
        let close = at + "></".len() + name.len();
        let is_empty = tags.iter().any(|t| name.eq_ignore_ascii_case(t))
            && raw
                .get(close - name.len()..close)
                .is_some_and(|n| n.eq_ignore_ascii_case(name))
            && raw[close..].starts_with('>');
        if !is_empty {
            continue;
        }
        let start = segment.span.start as usize;
        let own = Span::new(start + open..start + close + 1);
        found.push((own, None));
    }
    found
}

/// Emphasis that begins or ends between two letters of a word, where no witness has any such.
fn split_words(rule: &Rule, view: &SentenceView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if view.document().locale.is_chinese() {
        return;
    }
    for segment in view.segments() {
        for range in split_marks(segment) {
            if view.most_witnesses(|c| view.said_by(c).any(|s| split_marks(s).next().is_some())) {
                return;
            }
            let span = segment.source_span(range);
            let message = Message::new("lint-emphasis-split");
            let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
            found.severity = Severity::Info;
            diagnostics.push(found);
        }
    }
}

fn split_marks(segment: &Segment) -> impl Iterator<Item = Range<u32>> {
    let bold = segment.marks.iter().filter(|m| m.kind == MarkKind::Strong);
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c < '\u{2e80}');
    bold.map(|m| m.range.clone()).filter(move |range| {
        let text = &segment.text;
        let splits = |at: usize| {
            is_letter(text[..at].chars().next_back()) && is_letter(text[at..].chars().next())
        };
        splits(range.start as usize) || splits(range.end as usize)
    })
}
