//! TXT004: a bracket without its partner.

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::document::{BlockId, Document, Segment, SegmentId};
use crate::lint::running::{self, Leads};
use crate::lint::{BlockView, Rule, report};
use crate::source::Span;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a bracket that is never closed or never opened where the source, or most other
    /// locales, have both, and brackets that nothing is left between.
    ///
    /// ## Why is this bad?
    ///
    /// What stands in brackets is an aside. Without the second one it swallows the instruction
    /// that follows. A lone bracket is also what machine translation leaves where it moved words
    /// about.
    ///
    /// ## Example
    ///
    /// `(No es necesario en los demás servidores. Ejecute el comando siguiente:`
    pub(crate) static BRACKET_UNBALANCED = {
        code: "TXT004",
        name: "bracket-unbalanced",
        severity: Warning,
        certainty: Probable,
        check: Check::Block(check),
    };
}

/// Brackets that close each other, of half and of full width.
const PAIRS: &[(&str, &str)] = &[
    ("(（", ")）"),
    ("[［", "]］"),
    ("{｛", "}｝"),
    ("【", "】"),
    ("〔", "〕"),
];

/// The first bytes of [`PAIRS`].
const LEADS: Leads = Leads::of("(（)）[［]］{｛}｝【】〔〕");

/// The longest number or letter of an enumeration: `1)`, `iv)`.
const LONGEST_ENUMERATOR: usize = 3;

/// Most brackets without a partner that are reported of a block: one with more is no text.
const MOST: usize = 64;

/// How deep brackets are looked into for a partner.
const DEEPEST: usize = 64;

/// A bracket in a block.
#[derive(Clone, Copy, Debug)]
struct Bracket {
    /// Index into [`PAIRS`].
    pair: usize,
    is_open: bool,
    segment: SegmentId,
    /// Where it stands in the segment's text, and how long it is.
    at: usize,
    length: usize,
}

/// The brackets of a block.
#[derive(Default)]
struct Brackets {
    lone: Vec<Bracket>,
    matched: Vec<(Bracket, Bracket)>,
}

fn check(rule: &Rule, view: &BlockView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let document = view.document();
    let own = Brackets::of(document, view.block);
    if own.lone.is_empty() && own.matched.is_empty() {
        return;
    }
    let empty = own.matched.iter().filter(|m| is_empty(document, m));
    let empty: Vec<_> = empty.collect();
    if own.lone.is_empty() && empty.is_empty() {
        return;
    }
    let witnesses = view.witnesses().map(|(column, block)| {
        let document = view.whole.document(column);
        (column, Brackets::of(document, block))
    });
    let witnesses: Vec<(usize, Brackets)> = witnesses.collect();
    for bracket in own.lone.iter().take(MOST) {
        let same = |b: &Bracket| (b.pair, b.is_open) == (bracket.pair, bracket.is_open);
        let faulty = witnesses.iter().filter(|(_, w)| w.lone.iter().any(same));
        if witnesses.is_empty() || faulty.count() * 2 < witnesses.len() {
            diagnostics.push(lone(rule, view, bracket, &witnesses));
        }
    }
    for (open, close) in empty {
        let says = |(column, w): &(usize, Brackets)| {
            let document = view.whole.document(*column);
            w.matched.iter().any(|m| is_empty(document, m))
        };
        if !witnesses.iter().any(says) {
            let start = place(document, open).start;
            let span = Span {
                start,
                end: place(document, close).end,
            };
            let message = Message::new("lint-bracket-empty");
            diagnostics.push(report::diagnostic(
                rule,
                view.whole,
                view.column,
                span,
                message,
            ));
        }
    }
}

fn place(document: &Document, bracket: &Bracket) -> Span {
    let range = bracket.at as u32..(bracket.at + bracket.length) as u32;
    document.segment(bracket.segment).source_span(range)
}

/// Whether two round brackets stand by themselves with nothing between; not `main()`.
fn is_empty(document: &Document, (open, close): &(Bracket, Bracket)) -> bool {
    let text = &document.segment(open.segment).text;
    let before = text[..open.at].chars().next_back();
    let is_call = before.is_some_and(|c| c.is_ascii_graphic());
    open.pair == 0
        && open.segment == close.segment
        && !is_call
        && text[open.at + open.length..close.at].trim().is_empty()
}

fn lone(
    rule: &Rule,
    view: &BlockView<'_>,
    bracket: &Bracket,
    witnesses: &[(usize, Brackets)],
) -> Diagnostic {
    let document = view.document();
    if bracket.is_open
        && let Some(segment) = end_of_aside(view, bracket, witnesses)
    {
        return unclosed(rule, view, bracket, segment);
    }
    let message = Message::new(match bracket.is_open {
        true => "lint-bracket-unclosed",
        false => "lint-bracket-unopened",
    });
    let span = place(document, bracket);
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    let is_known = |w: &Brackets| w.matched.iter().any(|(open, _)| open.pair == bracket.pair);
    if !witnesses.is_empty() && !witnesses.iter().any(|(_, w)| is_known(w)) {
        found.fix = Some(Fix {
            applicability: Applicability::Unsafe,
            edits: vec![Edit {
                span,
                text: String::new(),
            }],
        });
    }
    found
}

/// The segment at whose end an aside ends, by a witness in which it ends with a sentence.
fn end_of_aside(
    view: &BlockView<'_>,
    open: &Bracket,
    witnesses: &[(usize, Brackets)],
) -> Option<SegmentId> {
    let mut units = view.whole.alignment.units_of(view.row).map(|(_, u)| u);
    let opening = units.find(|u| u.cells[view.column].contains(&open.segment))?;
    witnesses.iter().find_map(|(column, brackets)| {
        let holds = |b: &Bracket| opening.cells[*column].contains(&b.segment);
        let mut pairs = brackets.matched.iter();
        let (_, close) = pairs.find(|(b, _)| b.pair == open.pair && holds(b))?;
        let text = &view.whole.document(*column).segment(close.segment).text;
        if text[close.at..].contains(char::is_alphanumeric) {
            return None;
        }
        let mut units = view.whole.alignment.units_of(view.row).map(|(_, u)| u);
        let closing = units.find(|u| u.cells[*column].contains(&close.segment))?;
        closing.cells[view.column].last().copied()
    })
}

/// The closing bracket that is missing at the end of a sentence.
fn unclosed(rule: &Rule, view: &BlockView<'_>, open: &Bracket, segment: SegmentId) -> Diagnostic {
    let document = view.document();
    let segment = document.segment(segment);
    let written = &document.segment(open.segment).text[open.at..open.at + open.length];
    let close = match written {
        "（" => "）",
        "［" => "］",
        "｛" => "｝",
        _ => PAIRS[open.pair]
            .1
            .split_inclusive(|_: char| true)
            .next()
            .unwrap_or_default(),
    };
    let text = segment.text.as_str();
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let span = segment.source_span(last as u32..text.len() as u32);
    let expected = format!("{}{close}", document.file.slice(span));
    let message = Message::new("lint-bracket-lost").with("expected", close);
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    found.fix = Some(Fix {
        applicability: Applicability::Unsafe,
        edits: vec![Edit {
            span,
            text: expected.clone(),
        }],
    });
    found.expected = Some(expected);
    found
}

impl Brackets {
    /// The brackets of a block, matched over all its sentences.
    fn of(document: &Document, block: BlockId) -> Self {
        let mut brackets = Brackets::default();
        let mut open: Vec<Bracket> = Vec::new();
        for (id, segment) in document.segments_of(block) {
            for bracket in of_segment(id, segment) {
                if bracket.is_open {
                    open.push(bracket);
                    continue;
                }
                let near = open.len().saturating_sub(DEEPEST);
                let partner = open[near..].iter().rposition(|o| o.pair == bracket.pair);
                match partner.map(|p| near + p) {
                    Some(partner) => {
                        brackets.lone.extend(open.drain(partner + 1..));
                        brackets.matched.extend(open.pop().map(|o| (o, bracket)));
                    }
                    None if is_enumerator(segment, &bracket) => {}
                    None => brackets.lone.push(bracket),
                }
            }
        }
        brackets.lone.extend(open);
        brackets
    }
}

fn of_segment(id: SegmentId, segment: &Segment) -> impl Iterator<Item = Bracket> {
    let text = segment.text.as_str();
    let found = running::characters(segment, &LEADS).filter(|(_, c)| is_bracket(*c));
    found.filter_map(move |(at, c)| {
        let pair = |side: fn(&(&'static str, &'static str)) -> &'static str| {
            PAIRS.iter().position(|p| side(p).contains(c))
        };
        let (pair, is_open) = match (pair(|p| p.0), pair(|p| p.1)) {
            (Some(pair), _) => (pair, true),
            (_, Some(pair)) => (pair, false),
            _ => return None,
        };
        // `:)` is a face.
        let is_face = c.is_ascii() && pair == 0 && text[..at].ends_with([':', ';']);
        (!is_face).then_some(Bracket {
            pair,
            is_open,
            segment: id,
            at,
            length: c.len_utf8(),
        })
    })
}

/// Whether it is one of [`PAIRS`]: in Chinese most of what begins like them is not.
fn is_bracket(c: char) -> bool {
    matches!(
        c,
        '(' | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '（'
            | '）'
            | '［'
            | '］'
            | '｛'
            | '｝'
            | '【'
            | '】'
            | '〔'
            | '〕'
    )
}

/// Whether a closing bracket stands behind the number of an enumeration: `1)`, `b)`.
fn is_enumerator(segment: &Segment, bracket: &Bracket) -> bool {
    let before = &segment.text[..bracket.at];
    let number: Vec<char> = before
        .chars()
        .rev()
        .take_while(char::is_ascii_alphanumeric)
        .take(LONGEST_ENUMERATOR + 1)
        .collect();
    bracket.pair == 0 && (1..=LONGEST_ENUMERATOR).contains(&number.len())
}
