//! The project's own manual: it is whole, and its list of rules is current.

use std::path::{Path, PathBuf};

use runbookc::lint::Rule;
use runbookc::lint::rules::RULES;
use runbookc::workspace::site::{self, Site};
use scraper::{Html, Selector};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("book")
}

/// Compares a generated page with what is committed; `UPDATE_EXPECT=1` writes it.
fn assert_current(name: &str, expected: &str) {
    let path = folder().join("src").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, expected).unwrap();
        return;
    }
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text == expected,
        "book/src/{name} is not current: run with UPDATE_EXPECT=1"
    );
}

#[test]
fn the_summary_lists_every_rule() {
    let text = std::fs::read_to_string(folder().join("src/SUMMARY.md")).unwrap();
    let entry = |rule: &&Rule| {
        let (code, name) = (rule.code, rule.name);
        format!("  - [{code} {name}](rules/{code}.md)\n")
    };
    let rules: String = RULES.iter().map(entry).collect();
    let head = "- [Rules](rules.md)\n";
    let (before, after) = text.split_once(head).expect("the summary lists the rules");
    let rest = after.lines().filter(|l| !l.contains("](rules/"));
    let rest: String = rest.map(|l| format!("{l}\n")).collect();
    assert_current("SUMMARY.md", &format!("{before}{head}{rules}{rest}"));
}

#[test]
fn every_page_of_the_manual_is_in_the_summary_and_every_link_leads_somewhere() {
    let folder = folder();
    let site = Site {
        articles: &[],
        runbooks: &[],
        manual: Some(&folder),
    };
    let files = site::render(&site).expect("the manual renders");
    let paths: Vec<&str> = files.iter().map(|f| f.path.as_str()).collect();
    let leftover: Vec<&&str> = paths.iter().filter(|p| p.ends_with(".md")).collect();
    assert!(leftover.is_empty(), "{leftover:?}");
    let links = Selector::parse("main a[href]").unwrap();
    for file in files.iter().filter(|f| f.path.starts_with("manual/")) {
        let Some(page) = file.path.strip_suffix(".html") else {
            continue;
        };
        let html = Html::parse_document(std::str::from_utf8(&file.bytes).unwrap());
        for link in html.select(&links) {
            let href = link.attr("href").unwrap().split('#').next().unwrap();
            if href.is_empty() || href.starts_with("https://") {
                continue;
            }
            let target = super::site::resolve(&file.path, href).unwrap().0;
            assert!(
                paths.contains(&target.as_str()),
                "{page}: {href} is nowhere"
            );
        }
    }
}
