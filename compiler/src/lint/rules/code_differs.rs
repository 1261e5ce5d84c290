//! COD001: a code block that says something else than in other locales.

use std::ops::Range;

use crate::canon::{CanonicalCode, Verdict};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message, Severity};
use crate::document::Segment;
use crate::lint::{ArticleView, Rule, report};
use crate::shell::{self, CodeClass};

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
        let same = |c: usize| matches!(code.readings[c], Some((_, true)) | None);
        let revised = whole.is_later_revision(same);
        for (column, reading) in code.readings.iter().enumerate() {
            let Some((block, false)) = reading else {
                continue;
            };
            let document = whole.document(column);
            let segment = document.segments_of(*block).next().map(|(_, s)| s);
            if let Some(segment) = segment.filter(|_| whole.is_translation(column)) {
                let mut found = differing(rule, whole, code, column, segment);
                if revised {
                    found.severity = Severity::Info;
                }
                diagnostics.push(found);
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
    let Hunk { here, there, prose } = first_hunk(&segment.text, &code.text);
    let span = segment.source_span(here.start as u32..here.end as u32);
    let expected = code.text[there].to_owned();
    let message = Message::new("lint-code-differs").with("expected", expected.trim());
    let mut found = report::diagnostic(rule, *whole, column, span, message);
    found.severity = match shell::classify(&code.text, "") {
        _ if prose => Severity::Info,
        CodeClass::Command(_) | CodeClass::Transcript(_) | CodeClass::FileContent(_) => {
            rule.severity
        }
        _ => Severity::Warning,
    };
    // Lines of an indented block carry its indent in the file, so only a part of a line is put back.
    let simple = found.found == segment.text[here] && !expected.contains('\n') && !prose;
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

/// Where two versions of a code block differ.
struct Hunk {
    here: Range<usize>,
    there: Range<usize>,
    /// Whether only words of a language differ: a translated comment, message or placeholder.
    prose: bool,
}

/// The first line in which more differs than words of a language, else the first that differs. Where
/// the lines do not match one by one, all that differs.
fn first_hunk(here: &str, there: &str) -> Hunk {
    let hunk = |(here, there): (Range<usize>, Range<usize>), a: &str, b: &str| Hunk {
        prose: is_prose(&a[here.clone()]) || is_prose(&b[there.clone()]),
        here,
        there,
    };
    let whole = || hunk(difference(here, there), here, there);
    if here.lines().count() != there.lines().count() {
        return whole();
    }
    let mut starts = (0, 0);
    let mut hunks = Vec::new();
    for (a, b) in here.split_inclusive('\n').zip(there.split_inclusive('\n')) {
        let (left, right) = (a.trim_end(), b.trim_end());
        if left != right {
            let mut found = hunk(difference(left, right), left, right);
            found.here = found.here.start + starts.0..found.here.end + starts.0;
            found.there = found.there.start + starts.1..found.there.end + starts.1;
            hunks.push(found);
        }
        starts = (starts.0 + a.len(), starts.1 + b.len());
    }
    let code = hunks.iter().position(|h| !h.prose).unwrap_or(0);
    match hunks.is_empty() {
        true => whole(),
        false => hunks.swap_remove(code),
    }
}

/// Whether a text is words of a language: letters outside of ASCII, two plain words in a row, or
/// what is left to the reader: `<name>`, `[FLAGS]`, `(optional)`, `RELEASE_NAME`.
fn is_prose(text: &str) -> bool {
    let foreign = text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let is_placeholder = |word: &str| {
        let bracketed = word.starts_with(['<', '[', '(']) && word.ends_with(['>', ']', ')']);
        bracketed || word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'_')
    };
    let placeholder = !text.is_empty() && text.split_whitespace().all(is_placeholder);
    let plain = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '-');
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let words: Vec<bool> = text.split_whitespace().map(plain).collect();
    foreign || placeholder || words.windows(2).any(|pair| pair[0] && pair[1])
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
    let tail_start = ceil(rest_a, rest_a.len() - same);
    let tail = &rest_a[tail_start..];
    // The tail counts from its first whole word on; it is one already where a space is before it.
    let fresh = |rest: &str| {
        let before = &rest[..rest.len() - tail.len()];
        before.chars().next_back().is_none_or(char::is_whitespace)
    };
    let kept = match fresh(rest_a) && fresh(rest_b) {
        true => tail.len(),
        false => tail.find(char::is_whitespace).map_or(0, |i| tail.len() - i),
    };
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
