//! Output formats of `check`: the JSON contract, and snippets with wide characters.

use std::sync::Arc;

mod formats;

use runbookc::diagnostic::render::{self, Report, printable};
use runbookc::diagnostic::{
    Applicability, Certainty, Diagnostic, Edit, Evidence, EvidenceKind, Fix, Location, Message,
    Severity, number_equals,
};
use runbookc::l10n::Interface;
use runbookc::source::{SourceFile, Span};

/// A lost verb in a Chinese text, with an English source.
fn diagnostic() -> Diagnostic {
    let chinese = "# 规则\n\n请使用 FabRule 删除规则。\n";
    let english = "# Rules\n\nUse Remove-FabRule to remove a rule.\n";
    let span = |text: &str, part: &str| {
        let start = text.find(part).unwrap();
        Span::new(start..start + part.len())
    };
    let here = span(chinese, "FabRule");
    Diagnostic {
        rule: "LIT003",
        name: "command-altered",
        severity: Severity::Error,
        certainty: Certainty::Certain,
        article: "rules".to_owned(),
        locale: "zh-CN".parse().unwrap(),
        file: Arc::new(SourceFile::new("docs/zh-CN/rules.md", chinese)),
        span: here,
        found: "FabRule".to_owned(),
        expected: Some("Remove-FabRule".to_owned()),
        ordinal: 0,
        message: Message::new("lint-command-verb-lost").with("expected", "Remove-FabRule"),
        evidence: vec![Evidence {
            kind: EvidenceKind::Source,
            locale: Some("en-US".parse().unwrap()),
            text: "Remove-FabRule".to_owned(),
            location: Some(Location {
                file: Arc::new(SourceFile::new("docs/en-US/rules.md", english)),
                span: span(english, "Remove-FabRule"),
            }),
        }],
        fix: Some(Fix {
            applicability: Applicability::Safe,
            edits: vec![Edit {
                span: here,
                text: "Remove-FabRule".to_owned(),
            }],
        }),
    }
}

/// What writes a report in a format.
type Format = fn(&Report<'_>, &mut dyn std::io::Write) -> std::io::Result<()>;

fn rendered(format: Format, diagnostics: &[Diagnostic], locale: &str) -> String {
    let interface = Interface::new(&locale.parse().unwrap());
    let report = Report {
        diagnostics,
        articles: 1,
        rules: &runbookc::lint::table(),
        interface: &interface,
        width: 80,
    };
    let mut out = Vec::new();
    format(&report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn without_styles(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn json_keeps_its_contract() {
    let text = rendered(render::json, &[diagnostic()], "en-US");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        value,
        serde_json::json!({"schema": "runbookc.check/1", "articles": 1, "diagnostics": [{
            "rule": "LIT003", "name": "command-altered", "severity": "error",
            "certainty": "certain", "article": "rules", "locale": "zh-CN",
            "path": "docs/zh-CN/rules.md",
            "range": {"start": {"line": 3, "column": 5}, "end": {"line": 3, "column": 12}},
            "bytes": [20, 27], "found": "FabRule", "expected": "Remove-FabRule",
            "message": "this command has lost its verb: Remove-FabRule",
            "evidence": [{"kind": "source", "locale": "en-US", "text": "Remove-FabRule",
                "path": "docs/en-US/rules.md", "bytes": [13, 27]}],
            "fix": {"applicability": "safe",
                "edits": [{"bytes": [20, 27], "text": "Remove-FabRule"}]}
        }]})
    );
}

#[test]
fn concise_is_one_line_each() {
    let text = rendered(render::concise, &[diagnostic()], "en-US");
    let line =
        "docs/zh-CN/rules.md:3:5: error LIT003 this command has lost its verb: Remove-FabRule\n";
    assert_eq!(text, line);
}

#[test]
fn human_puts_marks_under_wide_characters() {
    let text = without_styles(&rendered(render::human, &[diagnostic()], "en-US"));
    let expected = "\
error[LIT003]: this command has lost its verb: Remove-FabRule
  ╭▸ docs/zh-CN/rules.md:3:5
  │
3 │ 请使用 FabRule 删除规则。
  │        ━━━━━━━ zh-CN
  │
  ⸬  docs/en-US/rules.md:3:5
  │
3 │ Use Remove-FabRule to remove a rule.
  │     ────────────── the source (en-US)
  │
  ├ help: write Remove-FabRule
  ╰ note: borne out by the source (en-US)

";
    assert_eq!(text, expected);
}

#[test]
fn the_words_are_those_of_the_language() {
    let text = without_styles(&rendered(render::human, &[diagnostic()], "zh-TW"));
    assert!(
        text.starts_with("錯誤[LIT003]: 這個命令缺少動詞：Remove-FabRule\n"),
        "{text}"
    );
}

#[test]
fn nothing_from_a_document_reaches_the_terminal_as_control() {
    let mut found = diagnostic();
    let text = "a \u{1b}[31m\u{202e}b\u{200b} C\u{9b}m\r\nnext\n";
    found.file = Arc::new(SourceFile::new("x\u{1b}]0;y.md", text));
    found.span = Span::new(2..text.find(" C").unwrap());
    found.expected = Some("\u{1b}[2J".to_owned());
    found.message = Message::new("lint-path-altered").with("expected", "\u{1b}[2J");
    for format in [render::human, render::concise] {
        let text = without_styles(&rendered(format, &[found.clone()], "en-US"));
        let hidden = |c: char| c != '\n' && printable(&c.to_string()).starts_with('\u{fffd}');
        assert!(!text.contains(|c| hidden(c) && c != '\u{fffd}'), "{text:?}");
    }
}

#[test]
fn no_log_command_of_a_document_is_left_whole() {
    for text in ["a ##[error]b", "##vso[task.setvariable variable=a]b"] {
        let shown = printable(text);
        assert!(!shown.contains("##"), "{shown}");
        assert_eq!(shown.chars().count(), text.chars().count());
        let mut json = Vec::new();
        render::wire::pretty(text, &mut json).unwrap();
        let json = String::from_utf8(json).unwrap();
        assert!(!json.contains("##"), "{json}");
    }
    assert_eq!(printable("## [a](b) # #"), "## [a](b) # #");
}

#[test]
fn fingerprints_tell_content_and_not_place() {
    let fingerprints = |text: &str, article: &str| -> Vec<String> {
        let found = |(start, part): (usize, &str)| {
            let mut found = diagnostic();
            found.article = article.to_owned();
            found.file = Arc::new(SourceFile::new("x.md", text));
            found.span = Span::new(start..start + part.len());
            found.found = part.to_owned();
            found
        };
        let mut found: Vec<Diagnostic> = text.match_indices("Fab Rule").map(found).collect();
        number_equals(&mut found);
        found.iter().map(|d| d.fingerprint().to_string()).collect()
    };
    let before = fingerprints("Fab Rule, then Fab Rule.\n", "rules");
    assert_eq!(before[0].len(), 32);
    assert_ne!(before[0], before[1], "equals are numbered");
    let below = fingerprints("# New\n\nFab Rule, then\n\nFab Rule.\n", "rules");
    assert_eq!(before, below, "edits above change nothing");
    assert_ne!(before, fingerprints("Fab Rule, Fab Rule\n", "rooms"));
}

#[test]
fn fingerprints_see_through_wrapping() {
    let mut two = [diagnostic(), diagnostic()];
    two[0].found = "Fab Rule".to_owned();
    two[1].found = "Fab\n  Rule".to_owned();
    assert_eq!(two[0].fingerprint(), two[1].fingerprint());
    number_equals(&mut two);
    assert_ne!(two[0].fingerprint(), two[1].fingerprint());
}
