//! COD001: a code block that says something else than in other locales.

use std::ops::Range;

use crate::canon::{CanonicalCode, Verdict};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::document::Segment;
use crate::lint::{ArticleView, Rule, report};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a code block that differs from the same block in the source or in most other locales.
    /// Comments, empty lines and white space at line ends may differ.
    ///
    /// ## Why is this bad?
    ///
    /// Code is copied and run. It is the same in every language, so a difference is damage, or the
    /// translation of another revision.
    ///
    /// ## Example
    ///
    /// ```sh
    /// systemctl reiniciar nginx
    /// ```
    ///
    /// where the source has `systemctl restart nginx`.
    pub(crate) static CODE_DIFFERS = {
        code: "COD001",
        name: "code-differs",
        severity: Error,
        certainty: Probable,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for code in whole
        .canon
        .code
        .iter()
        .filter(|c| c.verdict == Verdict::Decided)
    {
        for (column, reading) in code.readings.iter().enumerate() {
            let Some((block, false)) = reading else {
                continue;
            };
            let document = whole.document(column);
            let segment = document.segments_of(*block).next().map(|(_, s)| s);
            if let Some(segment) = segment.filter(|_| whole.is_translation(column)) {
                diagnostics.push(differing(rule, whole, code, column, segment));
            }
        }
    }
}

fn differing(
    rule: &Rule,
    whole: &ArticleView<'_>,
    code: &CanonicalCode,
    column: usize,
    segment: &Segment,
) -> Diagnostic {
    let (here, there) = difference(&segment.text, &code.text);
    let span = segment.source_span(here.start as u32..here.end as u32);
    let expected = code.text[there].to_owned();
    let message = Message::new("lint-code-differs").with("expected", expected.trim());
    let mut found = report::diagnostic(rule, *whole, column, span, message);
    // Lines of an indented block carry its indent in the file, so only a part of a line is put back.
    let simple = found.found == segment.text[here] && !expected.contains('\n');
    found.fix = simple.then(|| Fix {
        applicability: Applicability::Unsafe,
        edits: vec![Edit {
            span,
            text: expected.clone(),
        }],
    });
    found.expected = Some(expected);
    found.evidence = code.evidence.clone();
    found
}

/// The words in which two texts differ: what is left without the words that both begin and end in.
fn difference(a: &str, b: &str) -> (Range<usize>, Range<usize>) {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let start = a[..floor(a, same)]
        .rfind(char::is_whitespace)
        .map_or(0, |i| i + 1);
    let (rest_a, rest_b) = (&a[start..], &b[start..]);
    let same = rest_a
        .bytes()
        .rev()
        .zip(rest_b.bytes().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let tail_start = rest_a.len() - same;
    let tail = &rest_a[ceil(rest_a, tail_start)..];
    let kept = tail.find(char::is_whitespace).map_or(0, |i| tail.len() - i);
    (start..a.len() - kept, start..b.len() - kept)
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn a_difference_is_whole_words() {
        let (a, b) = ("run alpha --now", "run alfa --now");
        let (left, right) = difference(a, b);
        assert_eq!((&a[left], &b[right]), ("alpha", "alfa"));
    }

    #[test]
    fn a_word_more_is_a_difference_of_one_side() {
        let (a, b) = ("run now", "run it now");
        let (left, right) = difference(a, b);
        assert_eq!((&a[left], &b[right]), ("", "it "));
    }
}
