//! Every format over the same cases, hostile ones among them, against outputs on disk and as the
//! programs read them that they are for.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use quick_xml::events::Event as Xml;
use runbookc::diagnostic::render;
use runbookc::diagnostic::{Diagnostic, Message, Severity, number_equals};
use runbookc::source::{SourceFile, Span};
use serde_json::Value;

use crate::schema::violations;

use super::{Format, diagnostic, rendered, without_styles};

const FORMATS: &[(&str, Format)] = &[
    ("concise.txt", render::concise),
    ("github.txt", render::github),
    ("gitlab.json", render::gitlab),
    ("human.txt", render::human),
    ("json", render::json),
    ("junit.xml", render::junit),
    ("md", render::markdown),
    ("rdjsonl", render::rdjsonl),
    ("sarif", render::sarif),
    ("statistics.json", render::statistics_json),
    ("statistics.txt", render::statistics),
];

/// What a document may hold to break out of every format at once.
const HOSTILE: &str =
    "x]]>&amp;<b a=\"1\">%0A::error::y\u{202e}z\u{1b}[31m`|`\\|[l](1)@you{0}##[error]\u{7}\u{fffe}";

/// A finding at `part` of a text.
fn found(path: &str, text: &str, part: &str, expected: Option<&str>) -> Diagnostic {
    let start = text.find(part).unwrap();
    let mut found = diagnostic();
    found.file = Arc::new(SourceFile::new(path, text));
    found.span = Span::new(start..start + part.len());
    found.found = part.to_owned();
    found.expected = expected.map(str::to_owned);
    let said = expected.unwrap_or_default();
    found.message = Message::new("lint-path-altered").with("expected", said);
    if let Some(edit) = found.fix.as_mut().and_then(|f| f.edits.first_mut()) {
        edit.span = found.span;
        edit.text = said.to_owned();
    }
    found
}

fn cases() -> Vec<(&'static str, Vec<Diagnostic>)> {
    let path = "docs/pt-BR/ambientes virtuais.md";
    let text = "\u{feff}# Pasta\r\n\r\nAbra 文件夹 C: \\ Dados e C: \\ Dados.\r\n";
    let mut several = vec![
        found(path, text, "C: \\ Dados", Some("C:\\Data")),
        found(path, text, "C: \\ Dados", Some("C:\\Data")),
        found(
            "./docs/fr-FR/x.md",
            "Une phrase\nsur deux lignes.\n",
            "phrase\nsur",
            None,
        ),
        diagnostic(),
    ];
    let second = text.rfind("C: ").unwrap();
    several[1].span = Span::new(second..second + "C: \\ Dados".len());
    several[1].fix = None;
    several[2].severity = Severity::Warning;
    several[2].span.end = several[2].span.start;
    several[3].severity = Severity::Info;
    number_equals(&mut several);
    let text = format!("\u{feff}请看 {HOSTILE} 。\n");
    let path = "docs/a b,c:d%0A::e]]>\"<|`\n::error::f.md";
    let mut hostile = found(path, &text, HOSTILE, Some(HOSTILE));
    hostile.article = HOSTILE.to_owned();
    vec![
        ("several", several),
        ("hostile", vec![hostile]),
        ("none", Vec::new()),
    ]
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/render")
}

/// All outputs of a format.
fn outputs(format: Format) -> Vec<String> {
    let cases = cases();
    let outputs = cases
        .iter()
        .map(|(_, found)| rendered(format, found, "en-US"));
    outputs.collect()
}

#[test]
fn each_format_says_what_is_on_disk() {
    let mut wrong = Vec::new();
    for (case, found) in cases() {
        for (extension, format) in FORMATS {
            let text = without_styles(&rendered(*format, &found, "en-US"));
            let text = match *extension {
                // The table of rules is large, and tested by itself.
                "sarif" => {
                    let mut log: Value = serde_json::from_str(&text).unwrap();
                    let run = &mut log["runs"][0];
                    run["tool"]["driver"]["rules"] = Value::Null;
                    for result in run["results"].as_array_mut().unwrap() {
                        result["ruleIndex"] = Value::Null;
                    }
                    format!("{log:#}\n")
                }
                _ => text,
            };
            let path = folder().join(format!("{case}.{extension}"));
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(&path, &text).unwrap();
            }
            if fs::read_to_string(&path).unwrap_or_default() != text {
                wrong.push(format!("{}:\n{text}", path.display()));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "UPDATE_EXPECT=1 rewrites:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn sarif_fits_its_schema() {
    let schema = fs::read_to_string(folder().join("sarif-schema-2.1.0.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    for text in outputs(render::sarif) {
        let log: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(violations(&log, &schema), Vec::<String>::new());
        let rules = log["runs"][0]["tool"]["driver"]["rules"]
            .as_array()
            .unwrap();
        assert_eq!(rules.len(), runbookc::lint::rules::RULES.len());
        let texts = rules.iter().flat_map(|rule| {
            ["shortDescription", "fullDescription", "help"].map(|key| &rule[key]["text"])
        });
        assert!(
            texts
                .into_iter()
                .all(|t| t.as_str().is_some_and(|t| t.ends_with(['.', '\n'])))
        );
        for result in log["runs"][0]["results"].as_array().unwrap() {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
    }
}

#[test]
fn each_github_line_is_one_command() {
    for text in outputs(render::github) {
        for line in text.lines() {
            let rest = line.strip_prefix("::").unwrap();
            let (command, data) = rest.split_once("::").unwrap();
            assert!(!data.contains(['\r', '\u{1b}', '\u{202e}']), "{line}");
            let (name, properties) = command.split_once(' ').unwrap();
            assert!(["error", "warning", "notice"].contains(&name), "{line}");
            let keys: Vec<&str> = properties
                .split(',')
                .map(|p| p.split_once('=').unwrap().0)
                .collect();
            assert_eq!((keys[0], keys[keys.len() - 1]), ("file", "title"), "{line}");
        }
    }
}

#[test]
fn junit_is_xml_that_counts_right() {
    for text in outputs(render::junit) {
        let mut reader = quick_xml::Reader::from_str(&text);
        let (mut cases, mut failures, mut declared) = (0, 0, Vec::new());
        loop {
            match reader.read_event().unwrap() {
                Xml::Start(tag) | Xml::Empty(tag) => match tag.name().as_ref() {
                    "testcase" => cases += 1,
                    "failure" => failures += 1,
                    "testsuites" => {
                        for attribute in tag.attributes() {
                            declared.push(attribute.unwrap().value.into_owned());
                        }
                    }
                    _ => {}
                },
                Xml::Eof => break,
                _ => {}
            }
        }
        assert_eq!(declared[1..3], [cases.to_string(), failures.to_string()]);
        let legal = |c: char| c == '\n' || (c >= ' ' && c != '\u{fffe}' && c != '\u{ffff}');
        assert!(text.chars().all(legal), "{text:?}");
    }
}

#[test]
fn markdown_shows_what_was_found_and_nothing_else() {
    let (_, hostile) = &cases()[1];
    let text = rendered(render::markdown, hostile, "en-US");
    let (mut cells, mut cell) = (Vec::new(), String::new());
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => panic!("a link: {text}"),
            Event::InlineHtml(html) => assert!(["<code>", "</code>"].contains(&&*html), "{html}"),
            Event::Html(html) => panic!("{html}"),
            Event::Text(text) | Event::Code(text) => cell.push_str(&text),
            Event::End(TagEnd::TableCell) => cells.push(std::mem::take(&mut cell)),
            _ => {}
        }
    }
    assert_eq!(cells.len(), 8, "{text}");
    assert_eq!(cells[6], render::printable(HOSTILE));
}

#[test]
fn gitlab_fingerprints_are_unique() {
    for text in outputs(render::gitlab) {
        let issues: Vec<Value> = serde_json::from_str(&text).unwrap();
        let mut prints: Vec<&str> = issues
            .iter()
            .map(|i| i["fingerprint"].as_str().unwrap())
            .collect();
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), issues.len());
    }
}

#[test]
fn rdjsonl_columns_are_bytes() {
    let text = rendered(render::rdjsonl, &cases()[0].1, "en-US");
    for (line, found) in text.lines().zip(&cases()[0].1) {
        let finding: Value = serde_json::from_str(line).unwrap();
        for suggestion in finding["suggestions"].as_array().into_iter().flatten() {
            let at = |end: &str| {
                let line = suggestion["range"][end]["line"].as_u64().unwrap() as u32;
                let column = suggestion["range"][end]["column"].as_u64().unwrap() as u32;
                found.file.line_span(line).start + column - 1
            };
            let span = Span::new(at("start") as usize..at("end") as usize);
            assert_eq!(found.file.slice(span), found.found);
        }
    }
}
