//! Rules over cases on disk: `tests/rules/<rule>/<case>/<locale>.md`, `en-US` the source where it is
//! there. What a rule must report stands in a comment above the line and is no part of the text:
//! `<!-- expect: LIT001 error "found" -> "expected" -->`. `UPDATE_EXPECT=1` rewrites the comments.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use runbookc::catalog::Catalogue;
use runbookc::corpus::Article;
use runbookc::diagnostic::edits::{apply, together};
use runbookc::diagnostic::{Applicability, Diagnostic};
use runbookc::document::Document;
use runbookc::lint::rules::RULES;
use runbookc::lint::{Settings, explain, find, index_page, page};
use runbookc::source::SourceFile;
use runbookc::workspace::config::{self, Configuration};
use runbookc::{align, canon, lint, literal, markdown};

const MARK: &str = "<!-- expect: ";

/// A case: its files with their texts, expectations taken out, and the expectations.
struct Case {
    folder: PathBuf,
    files: Vec<(String, String)>,
    expected: Vec<String>,
    /// What a `runbookc.toml` in its folder asks for.
    settings: Settings,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    entries
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

fn cases() -> Vec<Case> {
    let rules = entries(&root());
    let folders = rules
        .iter()
        .filter(|p| p.is_dir())
        .flat_map(|rule| entries(rule));
    folders.filter(|p| p.is_dir()).map(|p| case(&p)).collect()
}

fn case(folder: &Path) -> Case {
    let mut case = Case {
        folder: folder.to_owned(),
        files: Vec::new(),
        expected: Vec::new(),
        settings: Settings::default(),
    };
    for path in entries(folder) {
        let file = name(&path);
        if file == config::FILE_NAME {
            case.settings = Configuration::read(&path).unwrap().settings().unwrap();
            continue;
        }
        let mut text = String::new();
        let mut line = 1;
        for raw in fs::read_to_string(&path).unwrap().split_inclusive('\n') {
            match raw.trim_start().strip_prefix(MARK) {
                Some(rest) => {
                    let what = rest.trim_end().trim_end_matches("-->").trim_end();
                    case.expected.push(format!("{file}:{line}: {what}"));
                }
                None => {
                    text.push_str(raw);
                    line += 1;
                }
            }
        }
        case.files.push((file, text));
    }
    case.expected.sort();
    case
}

fn documents(files: &[(String, String)]) -> Vec<Document> {
    let parse = |(file, text): &(String, String)| {
        let source = Arc::new(SourceFile::new(file.as_str(), text.as_str()));
        let mut document = markdown::parse(source).document;
        document.locale = file.trim_end_matches(".md").parse().unwrap();
        literal::recognize(&mut document);
        document
    };
    files.iter().map(parse).collect()
}

fn check(files: &[(String, String)], settings: &Settings) -> Vec<Diagnostic> {
    let articles = [Article {
        id: "case".to_owned(),
        documents: documents(files),
        source: files.iter().position(|(f, _)| f == "en-US.md"),
    }];
    let lexicon = align::learn(&articles);
    let [article] = articles;
    let alignment = align::align(&article, &lexicon);
    let canon = canon::decide(&article, &alignment, canon::Background::shipped());
    lint::check(lint::ArticleView {
        article: &article,
        alignment: &alignment,
        canon: &canon,
        catalogue: Catalogue::shipped(),
        settings,
    })
}

fn what(found: &Diagnostic) -> String {
    let expected = found.expected.as_deref().unwrap_or_default();
    let line = |text: &str| text.trim_end().replace('\n', "⏎");
    let severity = format!("{:?}", found.severity).to_lowercase();
    let (rule, left, right) = (found.rule, line(&found.found), line(expected));
    format!("{rule} {severity} \"{left}\" -> \"{right}\"")
}

fn line_of(found: &Diagnostic) -> u32 {
    found.file.position(found.span.start).line
}

fn described(diagnostics: &[Diagnostic]) -> Vec<String> {
    let describe =
        |d: &Diagnostic| format!("{}:{}: {}", d.file.path().display(), line_of(d), what(d));
    let mut lines: Vec<_> = diagnostics.iter().map(describe).collect();
    lines.sort();
    lines
}

/// The files after all safe fixes.
fn fixed(case: &Case, diagnostics: &[Diagnostic]) -> Vec<(String, String)> {
    let mut files = case.files.clone();
    for (file, text) in &mut files {
        let path = Path::new(file.as_str());
        let here = diagnostics.iter().filter(|d| d.file.path() == path);
        let chosen = together(here, Applicability::Safe);
        let edits = chosen.iter().filter_map(|d| d.fix.as_ref());
        if let Some(first) = chosen.first() {
            *text = apply(&first.file, edits.flat_map(|f| &f.edits)).0;
        }
    }
    files
}

fn rewrite(case: &Case, diagnostics: &[Diagnostic]) {
    for (file, text) in &case.files {
        let mut out = String::new();
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let here = diagnostics
                .iter()
                .filter(|d| d.file.path() == Path::new(file) && line_of(d) as usize == number + 1);
            for found in here {
                out.push_str(&format!("{MARK}{} -->\n", what(found)));
            }
            out.push_str(line);
        }
        fs::write(case.folder.join(file), out).unwrap();
    }
}

#[test]
fn rules_report_what_their_cases_expect() {
    let mut failures = Vec::new();
    for case in cases() {
        let diagnostics = check(&case.files, &case.settings);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            rewrite(&case, &diagnostics);
            continue;
        }
        let found = described(&diagnostics);
        let missing = case.expected.iter().filter(|e| !found.contains(e));
        let unexpected = found.iter().filter(|f| !case.expected.contains(f));
        let lines = missing.map(|m| format!("  missing    {m}"));
        let lines: Vec<_> = lines
            .chain(unexpected.map(|u| format!("  unexpected {u}")))
            .collect();
        if !lines.is_empty() {
            failures.push(format!("{}\n{}", case.folder.display(), lines.join("\n")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_same_case_gives_the_same_twice() {
    for case in cases() {
        let (first, second) = (
            check(&case.files, &case.settings),
            check(&case.files, &case.settings),
        );
        assert_eq!(
            format!("{first:?}"),
            format!("{second:?}"),
            "{}",
            case.folder.display()
        );
    }
}

#[test]
fn findings_lie_on_characters_and_safe_fixes_clear_them() {
    for case in cases() {
        let diagnostics = check(&case.files, &case.settings);
        for found in &diagnostics {
            assert_eq!(found.file.slice(found.span), found.found);
        }
        let is_safe = |d: &&Diagnostic| {
            d.fix
                .as_ref()
                .is_some_and(|f| f.applicability == Applicability::Safe)
        };
        let left: Vec<_> = diagnostics
            .iter()
            .filter(|d| !is_safe(d))
            .map(what)
            .collect();
        let after: Vec<_> = check(&fixed(&case, &diagnostics), &case.settings)
            .iter()
            .map(what)
            .collect();
        assert_eq!(after, left, "after the fixes of {}", case.folder.display());
    }
}

#[test]
fn every_rule_has_a_manual_a_firing_case_and_a_silent_one() {
    let cases = cases();
    let mut codes = BTreeSet::new();
    for rule in RULES {
        for heading in ["## What it does", "## Why is this bad?", "## Example"] {
            assert!(
                rule.manual.contains(heading),
                "{} lacks {heading:?}",
                rule.code
            );
        }
        assert!(
            codes.insert(rule.code) && codes.insert(rule.name),
            "{} is doubled",
            rule.code
        );
        let own = root().join(rule.name);
        let of_rule: Vec<_> = cases
            .iter()
            .filter(|c| c.folder.starts_with(&own))
            .collect();
        let fires = |c: &&&Case| {
            c.expected
                .iter()
                .any(|e| e.contains(&format!(": {} ", rule.code)))
        };
        assert!(
            of_rule.iter().any(|c| fires(&c)),
            "{} has no firing case",
            rule.name
        );
        assert!(
            of_rule.iter().any(|c| c.expected.is_empty()),
            "{} has no silent case",
            rule.name
        );
    }
}

#[test]
fn the_rules_are_ordered_by_family_and_code() {
    let codes: Vec<_> = RULES.iter().map(|r| r.code).collect();
    assert!(codes.is_sorted(), "{codes:?}");
}

#[test]
fn the_rule_pages_of_the_book_are_current() {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("book/src");
    let pages = RULES
        .iter()
        .map(|r| (format!("rules/{}.md", r.code), page(r)));
    let pages: Vec<_> = pages
        .chain([("rules.md".to_owned(), index_page())])
        .collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(book.join("rules")).unwrap();
        for (path, text) in &pages {
            fs::write(book.join(path), text).unwrap();
        }
    }
    for (path, text) in &pages {
        let written = fs::read_to_string(book.join(path)).unwrap_or_default();
        assert!(
            written == *text,
            "book/src/{path} is not current: UPDATE_EXPECT=1 rewrites it"
        );
    }
    let on_disk = entries(&book.join("rules")).len();
    assert_eq!(
        on_disk,
        RULES.len(),
        "book/src/rules has pages of rules that are gone"
    );
}

#[test]
fn a_rule_is_found_by_code_or_name_and_a_miss_is_helped() {
    assert_eq!(find("lit003").unwrap().name, "command-altered");
    assert_eq!(find("command-altered").unwrap().code, "LIT003");
    assert_eq!(
        find("comand-altred").unwrap_err().suggestions[0],
        "command-altered"
    );
    assert!(find("zzz").unwrap_err().suggestions.is_empty());
    assert!(explain(find("LIT003").unwrap()).starts_with("# LIT003 command-altered\n"));
}
