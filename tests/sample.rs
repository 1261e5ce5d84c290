//! The sample articles: what is planted in them stands where it is said to.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::{Value, json};

/// `tests/sample/planted.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Planted {
    planted: Vec<Damage>,
}

/// One damage that somebody put into a sample article.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Damage {
    article: String,
    locale: String,
    family: String,
    /// What stands there, as in the file.
    found: Option<String>,
    /// For what is missing: the text right before the gap.
    near: Option<String>,
    /// Text right before `found`, where `found` alone stands in the file more than once.
    after: Option<String>,
    expected: String,
    /// Whether no rule finds it yet.
    #[serde(default)]
    waits: bool,
}

impl Damage {
    fn path(&self) -> PathBuf {
        let file = format!("locales/{}/articles/{}.md", self.locale, self.article);
        Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
    }

    /// The bytes of `found`, or the empty range after `near`; an error says what is wrong.
    fn bytes(&self) -> Result<(usize, usize), String> {
        let text = fs::read_to_string(self.path()).map_err(|e| e.to_string())?;
        let found = self.found.as_deref().unwrap_or_default();
        let before = (self.near.as_deref().or(self.after.as_deref())).unwrap_or_default();
        let wanted = format!("{before}{found}");
        let mut places = text.match_indices(&wanted).map(|(at, _)| at + before.len());
        match (places.next(), places.count()) {
            (Some(start), 0) => Ok((start, start + found.len())),
            (None, _) => Err(format!("{wanted:?} does not stand in the file")),
            (Some(_), _) => Err(format!("{wanted:?} stands in the file more than once")),
        }
    }
}

fn planted() -> Vec<Damage> {
    let table = include_str!("sample/planted.toml");
    let planted: Planted = toml::from_str(table).expect("planted.toml is valid");
    planted.planted
}

#[test]
fn planted_damage_stands_in_the_samples() {
    let lost: Vec<String> = planted()
        .iter()
        .filter_map(|damage| {
            let error = damage.bytes().err()?;
            let (locale, family) = (&damage.locale, &damage.family);
            Some(format!("{locale} {family}: {error}"))
        })
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Whether `diagnostic` of `check --format json` reports `damage`: its bytes and what belongs there.
fn reports(diagnostic: &Value, damage: &Damage) -> bool {
    let Ok((start, end)) = damage.bytes() else {
        return false;
    };
    let text = |key: &str| diagnostic[key].as_str().unwrap_or_default();
    text("name").starts_with(&damage.family)
        && damage.path().ends_with(text("path"))
        && diagnostic["locale"] == damage.locale
        && diagnostic["bytes"] == json!([start, end])
        && diagnostic["expected"] == damage.expected
}

/// The findings of `runbookc check` on the sample articles.
fn findings() -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_runbookc"))
        .args(["check", "--format", "json", "locales"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("check prints JSON");
    let diagnostics = report["diagnostics"].as_array();
    diagnostics.cloned().unwrap_or_default()
}

#[test]
fn planted_damage_is_found() {
    let findings = findings();
    let missed: Vec<String> = planted()
        .iter()
        .filter(|damage| !damage.waits && !findings.iter().any(|d| reports(d, damage)))
        .map(|d| format!("{} {}: {:?} is {}", d.locale, d.family, d.found, d.expected))
        .collect();
    assert!(missed.is_empty(), "not found:\n{}", missed.join("\n"));
}

#[test]
fn clean_samples_are_quiet() {
    let damaged: Vec<(String, String)> = planted()
        .into_iter()
        .map(|d| (d.locale, d.article))
        .collect();
    let noise: Vec<String> = findings()
        .iter()
        .filter(|d| d["severity"] != "info")
        .filter(|d| {
            let is = |(locale, article): &(String, String)| {
                d["locale"] == *locale && d["article"] == *article
            };
            !damaged.iter().any(is)
        })
        .map(|d| format!("{}: {} {}", d["path"], d["rule"], d["found"]))
        .collect();
    assert!(noise.is_empty(), "false alarms:\n{}", noise.join("\n"));
}

/// The first console block of the README: the command after `$ runbookc` and what it prints.
fn readme_example() -> (Vec<&'static str>, &'static str) {
    let readme = include_str!("../README.md");
    let block = readme.split("```console\n").nth(1).expect("an example");
    let block = block.split("```").next().expect("its end");
    let (command, output) = block.split_once('\n').expect("a command and its output");
    let command = command.trim_start_matches("$ runbookc ");
    (command.split(' ').collect(), output)
}

#[test]
fn the_readme_shows_what_check_prints() {
    let (arguments, expected) = readme_example();
    let output = Command::new(env!("CARGO_BIN_EXE_runbookc"))
        .args(arguments)
        .args(["--lang", "en-US", "--color", "never"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains(expected), "{printed}");
}
