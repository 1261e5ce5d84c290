//! SRC002: a name that the source itself spells in two ways.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Evidence, EvidenceKind, Location, Message};
use crate::document::{BlockKind, Literal, LiteralKind};
use crate::lint::{ArticleView, Rule, report};
use crate::literal;

use super::{Check, declare_rule};

/// Shorter names differ in a letter and are both right: `rtcsrv`, `rtcsrc`.
const SHORTEST: usize = 10;

declare_rule! {
    /// ## What it does
    ///
    /// Finds a file name, command, path or name in code that the source has once, where it has a
    /// name that differs in one letter several times, or in its code.
    ///
    /// ## Why is this bad?
    ///
    /// It is a typing mistake, and every translation inherits it.
    ///
    /// ## Example
    ///
    /// `Fabrikam.Raouting.dll` where the code blocks have `Fabrikam.Routing.dll`.
    pub(crate) static SOURCE_NAME_MISSPELT = {
        code: "SRC002",
        name: "source-name-misspelt",
        severity: Warning,
        certainty: Possible,
        check: Check::Article(check),
    };
}

/// How often a name stands in a document, and first where.
struct Name<'a> {
    literal: &'a Literal,
    count: usize,
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let column = whole.lead();
    let document = whole.document(column);
    let mut names: BTreeMap<&str, Name<'_>> = BTreeMap::new();
    for literal in document.segments.iter().flat_map(|s| &s.literals) {
        if is_name(literal) {
            let first = Name { literal, count: 0 };
            names.entry(&literal.normal).or_insert(first).count += 1;
        }
    }
    let mut ordered: Vec<&Name<'_>> = names.values().collect();
    ordered.sort_by_key(|n| n.literal.span.start);
    for once in ordered.iter().filter(|n| n.count == 1) {
        let rivals = ordered.iter().filter(|o| o.count > 1);
        let Some(right) = rivals
            .into_iter()
            .find(|o| is_slip(once.literal, o.literal))
        else {
            continue;
        };
        if code_has(whole, &once.literal.text) {
            continue;
        }
        let (span, expected) = (once.literal.span, right.literal.text.clone());
        let message = Message::new("lint-source-name-misspelt").with("expected", &expected);
        let mut found = report::diagnostic(rule, *whole, column, span, message);
        found.expected = Some(expected.clone());
        found.evidence.push(Evidence {
            kind: EvidenceKind::Source,
            locale: Some(document.locale.clone()),
            text: expected,
            location: Some(Location {
                file: document.file.clone(),
                span: right.literal.span,
            }),
        });
        diagnostics.push(found);
    }
}

fn is_name(literal: &Literal) -> bool {
    let kind = matches!(
        literal.kind,
        LiteralKind::Command | LiteralKind::FileName | LiteralKind::Identifier
    );
    kind && literal.normal.len() >= SHORTEST && !literal.normal.contains(' ')
}

/// Whether two names differ by one slip of the fingers inside a word, a letter lost, doubled or
/// swapped with the next: not in a digit, not at an end, where names of a family differ, not in a
/// verb, and not in one letter for another, as `Caller` and `Callee` do.
fn is_slip(a: &Literal, b: &Literal) -> bool {
    let (left, right) = (a.normal.as_bytes(), b.normal.as_bytes());
    if a.kind != b.kind || left.len().abs_diff(right.len()) > 1 {
        return false;
    }
    let head = left.iter().zip(right).take_while(|(x, y)| x == y).count();
    let rest = |b: &[u8], tail: usize| b[head..b.len() - tail].to_vec();
    let tails = left[head..].iter().rev().zip(right[head..].iter().rev());
    let tail = tails.take_while(|(x, y)| x == y).count();
    let (x, y) = (rest(left, tail), rest(right, tail));
    let swapped = x.len() == 2 && y.len() == 2 && x[0] == y[1] && x[1] == y[0];
    let lost = x.len() + y.len() == 1;
    let letters = x.iter().chain(&y).all(u8::is_ascii_alphabetic);
    let verb = literal::verb_of(&b.text).map_or(0, str::len);
    (lost || swapped) && letters && head > verb.max(1) && tail > 1
}

fn code_has(whole: &ArticleView<'_>, name: &str) -> bool {
    let document = whole.document(whole.lead());
    let code = document
        .leaves()
        .filter(|(_, b)| matches!(b.kind, BlockKind::Code { .. }));
    let mut texts = code.flat_map(|(id, _)| document.segments_of(id));
    texts.any(|(_, s)| s.text.contains(name))
}
