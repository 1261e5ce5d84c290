//! Parsing: cases on disk with readable dumps, hostile input, and what holds for every file.
//!
//! A case is `tests/markdown/<name>.md`; its dump is `<name>.dump`. `UPDATE_EXPECT=1` rewrites.

use std::path::Path;
use std::sync::Arc;

use runbookc::markdown::{Parsed, parse};
use runbookc::source::SourceFile;

mod dump;
mod hostile;
mod invariants;
mod real;
mod sentences;

fn parse_text(text: &str) -> Parsed {
    let parsed = parse(Arc::new(SourceFile::new("case.md", text)));
    invariants::assert_sound(&parsed);
    parsed
}

/// All that came out of a text.
fn dump_text(text: &str) -> String {
    let parsed = parse_text(text);
    let mut out = dump::dump(&parsed.document);
    if let Some(embedded) = &parsed.embedded {
        out.push_str("\n=== embedded\n");
        out.push_str(&dump::dump(embedded));
    }
    for notice in &parsed.notices {
        out.push_str(&format!(
            "notice {} {:?}\n",
            notice.message.id, notice.message.args
        ));
    }
    out
}

#[test]
fn cases_parse_as_dumped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/markdown");
    let entries = std::fs::read_dir(&folder).unwrap();
    let mut cases: Vec<_> = entries.map(|e| e.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|e| e == "md"));
    cases.sort();
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    let mut wrong = Vec::new();
    for case in cases {
        let found = dump_text(&std::fs::read_to_string(&case).unwrap());
        let path = case.with_extension("dump");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            wrong.push(format!(
                "{}:\n{}",
                path.display(),
                difference(&expected, &found)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The lines from the first that differs on, a few of each side.
fn difference(expected: &str, found: &str) -> String {
    let same = expected
        .lines()
        .zip(found.lines())
        .take_while(|(a, b)| a == b);
    let from = same.count();
    let lines = |text: &str, sign: char| {
        let lines = text.lines().skip(from).take(8);
        lines
            .map(|line| format!("{sign} {line}\n"))
            .collect::<String>()
    };
    format!(
        "line {}:\n{}{}",
        from + 1,
        lines(expected, '-'),
        lines(found, '+')
    )
}
