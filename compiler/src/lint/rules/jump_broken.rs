//! STR004: a reference to a section that is called otherwise.

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::document::{BlockId, BlockKind, Document, Mark, MarkKind, Segment};
use crate::lint::{ArticleView, Rule, SentenceView, report};
use crate::source::Span;

use super::{Check, declare_rule};

mod fragment;

declare_rule! {
    /// ## What it does
    ///
    /// Finds the title of a section in bold whose section has another title in this locale, or
    /// whose bold covers only a part of it, where the source names the section in full; and a link
    /// within the article (`#install-it`) to a heading that this locale does not have, where the link
    /// leads somewhere in the source or another locale.
    ///
    /// ## Why is this bad?
    ///
    /// The reader who is told to go on in another section looks for its title and does not find it.
    ///
    /// ## Example
    ///
    /// “Vaya a activar el **inicio de sesión móvil**” for “Go to **Turn on mobile sign-in**”.
    pub(crate) static JUMP_BROKEN = {
        code: "STR004",
        name: "jump-broken",
        severity: Warning,
        certainty: Probable,
        check: Check::Article(check),
    };
}

/// Fewest words of a title that is taken for a reference: shorter ones are labels too.
const FEWEST_WORDS: usize = 3;

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    fragment::check(rule, whole, diagnostics);
    let Some(source) = whole.article.source else {
        return;
    };
    let titles = titles(whole, source);
    if titles.is_empty() {
        return;
    }
    for view in whole.sentences() {
        let Some(column) = view.source() else {
            continue;
        };
        for segment in view.said_by(column) {
            let bold = segment.marks.iter().filter(|m| m.kind == MarkKind::Strong);
            for mark in bold.filter(|m| m.range.len() < segment.text.len()) {
                let named = plain(segment.slice(mark.range.clone()));
                if let Some((_, row)) = titles.iter().find(|(title, _)| *title == named) {
                    jump(rule, &view, *row, diagnostics);
                }
            }
        }
    }
}

/// The titles of the source's sections with their rows.
fn titles(whole: &ArticleView<'_>, source: usize) -> Vec<(String, usize)> {
    let document = whole.document(source);
    let rows = whole.alignment.rows.iter().enumerate();
    let titled = rows.filter_map(|(at, row)| {
        let title = heading(document, row.blocks[source]?)?;
        let is_long = title.split_whitespace().count() >= FEWEST_WORDS;
        is_long.then(|| (plain(title), at))
    });
    titled.collect()
}

fn heading(document: &Document, block: BlockId) -> Option<&str> {
    let is_heading = matches!(document.block(block).kind, BlockKind::Heading { .. });
    let mut segments = document.segments_of(block).filter(|_| is_heading);
    segments.next().map(|(_, s)| s.text.as_str())
}

/// A title without its case and what is put around one.
fn plain(title: &str) -> String {
    let around = |c: char| c.is_whitespace() || "\"“”«»「」『』[]【】《》.。,:：".contains(c);
    title.trim_matches(around).to_lowercase()
}

fn jump(rule: &Rule, view: &SentenceView<'_>, row: usize, diagnostics: &mut Vec<Diagnostic>) {
    let document = view.document();
    let block = view.whole.alignment.rows[row].blocks[view.column];
    let Some(title) = block.and_then(|b| heading(document, b)) else {
        return;
    };
    let wanted = plain(title);
    let bold = |s: &Segment| -> Vec<Mark> {
        let marks = s.marks.iter().filter(|m| m.kind == MarkKind::Strong);
        marks.cloned().collect()
    };
    let marks: Vec<(&Segment, Mark)> = view
        .segments()
        .flat_map(|s| bold(s).into_iter().map(move |m| (s, m)))
        .collect();
    let names = |(s, m): &(&Segment, Mark)| plain(s.slice(m.range.clone())) == wanted;
    if marks.iter().any(names) {
        return;
    }
    let (Some((segment, mark)), 1) = (marks.first(), marks.len()) else {
        return;
    };
    let own = plain(segment.slice(mark.range.clone()));
    let (found, message) = match wanted.ends_with(&own) || wanted.starts_with(&own) {
        true => (around(segment, mark, &wanted), "lint-jump-cut"),
        false => (mark.span, "lint-jump-broken"),
    };
    let message = Message::new(message).with("expected", title);
    let mut diagnostic = report::diagnostic(rule, view.whole, view.column, found, message);
    let expected = format!("**{title}**");
    diagnostic.fix = Some(Fix {
        applicability: Applicability::Unsafe,
        edits: vec![Edit {
            span: found,
            text: expected.clone(),
        }],
    });
    diagnostic.expected = Some(expected);
    diagnostics.push(diagnostic);
}

/// The bytes of a whole title around bold that covers a part of it; else those of the bold.
fn around(segment: &Segment, mark: &Mark, title: &str) -> Span {
    let text = segment.text.to_lowercase();
    let same = text.len() == segment.text.len();
    match text.find(title).filter(|_| same) {
        Some(at) => {
            let range = at as u32..(at + title.len()) as u32;
            segment.source_span(range).hull(mark.span)
        }
        None => mark.span,
    }
}
