//! Fixes to text: which of several can be made together, and the text after them.
//!
//! It changes no file and judges no fix; `cli` checks what became of the article.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Applicability, Diagnostic, Edit, Fix};
use crate::source::{SourceFile, Span};

/// The diagnostics of one file whose fixes can be made together, in the order of their places.
///
/// Where edits overlap, the surer finding wins, then the worse one, then the first; equal edits are
/// one. Only fixes that may be applied at `least` are taken.
pub fn together<'a>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    least: Applicability,
) -> Vec<&'a Diagnostic> {
    let fix = |d: &&Diagnostic| d.fix.as_ref().is_some_and(|f| f.applicability >= least);
    let mut ranked: Vec<&Diagnostic> = diagnostics.into_iter().filter(fix).collect();
    ranked.sort_by_key(|d| (Reverse((d.certainty, d.severity)), d.span, d.rule));
    let mut taken = BTreeMap::new();
    ranked.retain(|d| d.fix.as_ref().is_some_and(|fix| take(&mut taken, fix)));
    ranked.sort_by_key(|d| (d.span, d.rule));
    ranked
}

/// Takes the edits of a fix, unless one of them meets another edit. Taken edits go by their ends, so
/// that neighbours are found at once.
fn take<'a>(taken: &mut BTreeMap<u32, &'a Edit>, fix: &'a Fix) -> bool {
    let is_free = |edit: &Edit| {
        let near = taken.range(edit.span.start..).map(|(_, other)| *other);
        let mut near = near.take_while(|other: &&Edit| other.span.start <= edit.span.end);
        near.all(|other| other == edit || !meet(edit.span, other.span))
    };
    let mut edits = fix.edits.iter();
    let is_new = !fix.edits.is_empty() && edits.all(is_free);
    if is_new {
        taken.extend(fix.edits.iter().map(|e| (e.span.end, e)));
    }
    is_new
}

/// Whether it matters which of two edits is made first.
fn meet(a: Span, b: Span) -> bool {
    match a.is_empty() || b.is_empty() {
        true => a.start <= b.end && b.start <= a.end,
        false => a.start < b.end && b.start < a.end,
    }
}

/// The text of a file after edits that do not meet, and where in it each stands. The line endings of
/// what is put in are those of the file; edits that are equal are made once.
pub fn apply<'a>(
    file: &SourceFile,
    edits: impl IntoIterator<Item = &'a Edit>,
) -> (String, Vec<Span>) {
    let text = file.text();
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|e| e.span);
    edits.dedup();
    let is_crlf = text.find('\n').is_some_and(|i| text[..i].ends_with('\r'));
    let mut out = String::with_capacity(text.len() + 64);
    let mut places = Vec::with_capacity(edits.len());
    let mut from = 0;
    for edit in edits {
        let Span { start, end } = edit.span;
        out.push_str(&text[from..start as usize]);
        let begin = out.len();
        match is_crlf && edit.text.contains('\n') {
            true => out.push_str(&edit.text.replace("\r\n", "\n").replace('\n', "\r\n")),
            false => out.push_str(&edit.text),
        }
        places.push(Span::new(begin..out.len()));
        from = end as usize;
    }
    out.push_str(&text[from..]);
    (out, places)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Certainty, Message, Severity};
    use crate::source::Locale;

    fn edit(start: u32, end: u32, text: &str) -> Edit {
        let text = text.to_owned();
        Edit {
            span: Span { start, end },
            text,
        }
    }

    fn found(file: &Arc<SourceFile>, certainty: Certainty, edits: Vec<Edit>) -> Diagnostic {
        Diagnostic {
            rule: "LIT001",
            name: "path-altered",
            severity: Severity::Error,
            certainty,
            article: String::new(),
            locale: Locale::undetermined(),
            file: Arc::clone(file),
            span: edits[0].span,
            found: String::new(),
            expected: None,
            ordinal: 0,
            message: Message::new("lint-path-altered"),
            evidence: Vec::new(),
            fix: Some(Fix {
                applicability: Applicability::Safe,
                edits,
            }),
        }
    }

    fn after(text: &str, fixes: Vec<(Certainty, Vec<Edit>)>) -> String {
        let file = Arc::new(SourceFile::new("a.md", text));
        let fixes = fixes.into_iter().map(|(c, e)| found(&file, c, e));
        let fixes: Vec<_> = fixes.collect();
        let chosen = together(&fixes, Applicability::Safe);
        let edits = chosen.iter().flat_map(|d| &d.fix.as_ref().unwrap().edits);
        apply(&file, edits).0
    }

    #[test]
    fn the_surer_of_two_that_overlap_wins() {
        let weak = (Certainty::Probable, vec![edit(0, 4, "x")]);
        let sure = (Certainty::Certain, vec![edit(2, 6, "y")]);
        assert_eq!(after("abcdefgh", vec![weak, sure]), "abygh");
    }

    #[test]
    fn equal_edits_are_one_and_neighbours_are_two() {
        let same = || (Certainty::Certain, vec![edit(0, 2, "x")]);
        let next = (Certainty::Certain, vec![edit(2, 4, "y")]);
        assert_eq!(after("abcd", vec![same(), same(), next]), "xy");
    }

    #[test]
    fn of_two_insertions_at_one_place_the_second_waits() {
        let first = (Certainty::Certain, vec![edit(2, 2, "x")]);
        let second = (Certainty::Probable, vec![edit(2, 2, "y")]);
        assert_eq!(after("abcd", vec![second, first]), "abxcd");
    }

    #[test]
    fn a_fix_is_made_whole_or_not_at_all() {
        let pair = (Certainty::Probable, vec![edit(0, 1, "("), edit(3, 4, ")")]);
        let one = (Certainty::Certain, vec![edit(3, 4, "]")]);
        assert_eq!(after("abcd", vec![pair, one]), "abc]");
    }

    #[test]
    fn lines_end_as_in_the_file() {
        let lines = vec![(Certainty::Certain, vec![edit(3, 4, "x\ny")])];
        assert_eq!(after("a\r\nb\r\n", lines), "a\r\nx\r\ny\r\n");
    }
}
