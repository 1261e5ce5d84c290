//! TXT005: a quotation mark without its partner, or across markup.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::document::{BlockId, Document, MarkKind, Segment, SegmentId};
use crate::l10n::{self, Lexicon};
use crate::lint::running::{self, Leads};
use crate::lint::{BlockView, Rule, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a quotation mark that is never closed or never opened, and a quotation that begins
    /// inside of bold text or a link and ends outside of it.
    ///
    /// ## Why is this bad?
    ///
    /// Quotation marks tell a label or a value from the sentence around it. With one of them in
    /// the wrong place the reader types or looks for too much or too little.
    ///
    /// ## Example
    ///
    /// `**"Enable sign-in**"` where the source has `**Enable sign-in**`.
    pub(crate) static QUOTE_ALTERED = {
        code: "TXT005",
        name: "quote-altered",
        severity: Warning,
        certainty: Probable,
        check: Check::Block(check),
    };
}

/// The first bytes of the quotation marks that Unicode has.
const LEADS: Leads = Leads::of("\"«“「＂");

/// A kind of quotation mark: its pair, or one mark for both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quote {
    Open(char),
    Close(char),
    Straight,
}

/// A quotation mark in a block.
#[derive(Clone, Copy, Debug)]
struct Stand {
    quote: Quote,
    segment: SegmentId,
    at: usize,
}

fn check(rule: &Rule, view: &BlockView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let document = view.document();
    let mut segments = document.segments_of(view.block);
    if !segments.any(|(_, segment)| LEADS.are_in(segment)) {
        return;
    }
    let pairs = Pairs(l10n::lexicon(&document.locale));
    let marks = pairs.of_block(document, view.block);
    if marks.is_empty() {
        return;
    }
    if let Some(lone) = unpaired(&marks) {
        let faulty = |(column, block): (usize, BlockId)| {
            let document = view.whole.document(column);
            let pairs = Pairs(l10n::lexicon(&document.locale));
            unpaired(&pairs.of_block(document, block)).is_some()
        };
        if !view.witnesses().any(faulty) {
            let segment = document.segment(lone.segment);
            let end = lone.at
                + segment.text[lone.at..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
            let span = segment.source_span(lone.at as u32..end as u32);
            let message = Message::new("lint-quote-unpaired");
            let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
            found.severity = Severity::Info;
            diagnostics.push(found);
        }
        return;
    }
    for (id, segment) in document.segments_of(view.block) {
        across_markup(rule, view, (id, segment), &marks, diagnostics);
    }
}

/// Reports quotations that begin inside of markup and end outside of it.
fn across_markup(
    rule: &Rule,
    view: &BlockView<'_>,
    (id, segment): (SegmentId, &Segment),
    marks: &[Stand],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for mark in &segment.marks {
        let is_link = matches!(mark.kind, MarkKind::Link { .. });
        if !is_link && !matches!(mark.kind, MarkKind::Strong | MarkKind::Emphasis) {
            continue;
        }
        let inside = |s: &&Stand| {
            let at = s.at as u32;
            s.segment == id && mark.range.start <= at && at < mark.range.end
        };
        let own: Vec<Stand> = marks.iter().filter(inside).copied().collect();
        if own.is_empty() || unpaired(&own).is_none() {
            continue;
        }
        let range = with_partner(segment, &mark.range);
        let span = match is_link {
            true => segment.source_span(range),
            false => segment.source_span(range).hull(mark.span),
        };
        let message = Message::new("lint-quote-across-markup");
        diagnostics.push(report::diagnostic(
            rule,
            view.whole,
            view.column,
            span,
            message,
        ));
    }
}

/// A range of text with a quotation mark right behind or before it.
fn with_partner(segment: &Segment, range: &Range<u32>) -> Range<u32> {
    let is_quote = |c: char| "\"“”«»「」『』„".contains(c);
    let after = segment.text[range.end as usize..].chars().next();
    let before = segment.text[..range.start as usize].chars().next_back();
    let width = |c: Option<char>| {
        c.filter(|c| is_quote(*c))
            .map_or(0, |c| c.len_utf8() as u32)
    };
    match width(after) {
        0 => range.start - width(before)..range.end,
        wide => range.start..range.end + wide,
    }
}

/// The quotation marks of a language.
struct Pairs<'a>(&'a Lexicon);

impl<'a> Pairs<'a> {
    fn clear(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let pairs = self.0.quotes.iter();
        let pairs = pairs.map(|[open, close]| (open.as_str(), close.as_str()));
        // An apostrophe may be one of a pair or none.
        pairs.filter(|(open, close)| open != close && !close.contains(['’', '\'']))
    }

    fn of_block(&self, document: &Document, block: BlockId) -> Vec<Stand> {
        let mut marks = Vec::new();
        for (segment, text) in document.segments_of(block) {
            let found = running::characters(text, &LEADS).filter_map(|(at, c)| {
                let quote = self.quote(text, at, c)?;
                Some(Stand { quote, segment, at })
            });
            marks.extend(found);
        }
        marks
    }

    fn quote(&self, segment: &Segment, at: usize, c: char) -> Option<Quote> {
        if c == '"' {
            // 19" is a size.
            let is_size = segment.text[..at].ends_with(|c: char| c.is_ascii_digit());
            return (!is_size).then_some(Quote::Straight);
        }
        if c.is_ascii() {
            return None;
        }
        self.clear().find_map(|(open, close)| match () {
            () if open.starts_with(c) => Some(Quote::Open(close.chars().next()?)),
            () if close.starts_with(c) => Some(Quote::Close(c)),
            () => None,
        })
    }
}

/// The first quotation mark without a partner.
fn unpaired(marks: &[Stand]) -> Option<Stand> {
    let mut open: Vec<(char, Stand)> = Vec::new();
    let mut straight = None;
    for mark in marks {
        match mark.quote {
            Quote::Open(close) => open.push((close, *mark)),
            Quote::Close(close) => {
                let partner = open.iter().rposition(|(c, _)| *c == close);
                match partner {
                    Some(at) => drop(open.remove(at)),
                    None => return Some(*mark),
                }
            }
            Quote::Straight => {
                straight = match straight {
                    None => Some(*mark),
                    Some(_) => None,
                }
            }
        }
    }
    open.first().map(|(_, mark)| *mark).or(straight)
}
