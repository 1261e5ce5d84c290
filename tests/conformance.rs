//! What every driver of a runbook does alike: the bash script, the PowerShell script and
//! `runbookc run` go through the same cases, with the same exit codes and the same journal.
//!
//! A case is a file of `tests/conformance/cases/`: the article that it runs, then runs with their
//! exit codes, then the events that the journal has at the end, and what stands in files.
//! `{3}` is the id of the third step that does something. `UPDATE_EXPECT=1` writes the events.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::require::requires;

mod kills;
mod place;
mod reports;

use place::{Driver, Place, root};

/// A run of a case.
#[derive(Default)]
struct Turn {
    words: String,
    typed: Option<String>,
    code: i32,
    shows: Vec<String>,
    hides: Vec<String>,
    /// A program of sed that the journal goes through before.
    change: Option<String>,
}

/// A file of a case.
struct Case {
    article: String,
    before: Vec<String>,
    turns: Vec<Turn>,
    events: Vec<String>,
    files: BTreeMap<String, Option<String>>,
    is_clean: bool,
}

fn parse(text: &str) -> Case {
    let mut case = Case {
        article: String::new(),
        before: Vec::new(),
        turns: Vec::new(),
        events: Vec::new(),
        files: BTreeMap::new(),
        is_clean: false,
    };
    let mut change = None;
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (key, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.trim_start();
        let value = value.to_owned();
        match (key, case.turns.last_mut()) {
            ("about", _) => {}
            ("article", _) => case.article = value,
            ("before", _) => case.before.push(value),
            ("change", _) => change = Some(value),
            ("run", _) => case.turns.push(Turn {
                words: value,
                change: change.take(),
                ..Turn::default()
            }),
            ("type", Some(turn)) => turn.typed = Some(value),
            ("exit", Some(turn)) => turn.code = value.parse().unwrap(),
            ("shows", Some(turn)) => turn.shows.push(value),
            ("hides", Some(turn)) => turn.hides.push(value),
            ("event", _) => case.events.push(value),
            ("file", _) => {
                let (path, text) = value.split_once(" = ").unwrap();
                let text = text.replace("\\n", "\n");
                case.files.insert(path.to_owned(), Some(text));
            }
            ("no file", _) => drop(case.files.insert(value, None)),
            ("nothing was done", _) => case.is_clean = true,
            (key, _) => panic!("{key} is no key of a case"),
        }
    }
    case
}

/// What a driver does otherwise than a case says, and the events that it wrote.
fn go(case: &Case, driver: Driver) -> (Vec<String>, Vec<String>) {
    let place = Place::new(&case.article);
    let mut wrong = Vec::new();
    for command in &case.before {
        let mut before = Command::new("bash");
        before.args(["-c", command]).current_dir(place.work(""));
        assert!(before.status().unwrap().success(), "{command}");
    }
    for turn in &case.turns {
        if let Some(change) = &turn.change {
            place.change(change);
        }
        let words: Vec<String> = turn
            .words
            .split_whitespace()
            .map(|w| place.named(w))
            .collect();
        let ran = place.run(driver, &words, turn.typed.as_deref());
        let mut about = |what: String| wrong.push(format!("{}: {what}\n{}", turn.words, ran.shown));
        if ran.code != Some(turn.code) {
            about(format!("exit code {:?} and not {}", ran.code, turn.code));
        }
        for text in turn.shows.iter().filter(|text| !ran.shown.contains(*text)) {
            about(format!("does not show {text:?}"));
        }
        for text in turn.hides.iter().filter(|text| ran.shown.contains(*text)) {
            about(format!("shows {text:?}"));
        }
    }
    for (path, text) in &case.files {
        let found = fs::read_to_string(place.work(path)).ok();
        if found != *text {
            wrong.push(format!("{path} is {found:?}"));
        }
    }
    if case.is_clean && fs::read_dir(place.work("")).unwrap().next().is_some() {
        wrong.push("something was done".to_owned());
    }
    (wrong, place.events())
}

fn cases() -> Vec<PathBuf> {
    let folder = root().join("tests/conformance/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    paths
}

/// Whether what a case needs is there: a case in PowerShell needs that.
fn is_possible(case: &Case) -> bool {
    let text = fs::read_to_string(
        root()
            .join("tests/conformance/articles")
            .join(&case.article)
            .join("en-US.md"),
    );
    let is_powershell = text.unwrap().contains("```powershell");
    let is_typed = case.turns.iter().any(|turn| turn.typed.is_some());
    (!is_powershell || requires("pwsh")) && (!is_typed || requires("script"))
}

fn check(driver: Driver) {
    let mut failed = Vec::new();
    for path in cases() {
        let text = fs::read_to_string(&path).unwrap();
        let case = parse(&text);
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if !is_possible(&case) {
            println!("skipped: {name}");
            continue;
        }
        let (mut wrong, events) = go(&case, driver);
        let is_update = std::env::var_os("UPDATE_EXPECT").is_some() && driver == Driver::Run;
        if is_update {
            let kept = text.lines().filter(|line| !line.starts_with("event: "));
            let mut text: String = kept.map(|line| format!("{line}\n")).collect();
            events
                .iter()
                .for_each(|event| text.push_str(&format!("event: {event}\n")));
            fs::write(&path, text).unwrap();
        } else if events != case.events {
            let diff = similar::TextDiff::from_slices(
                &case.events.iter().map(String::as_str).collect::<Vec<_>>(),
                &events.iter().map(String::as_str).collect::<Vec<_>>(),
            )
            .iter_all_changes()
            .map(|change| format!("{}{}\n", change.tag(), change.value()))
            .collect::<String>();
            wrong.push(format!("events:\n{diff}"));
        }
        if !wrong.is_empty() {
            failed.push(format!("{name} by {driver:?}\n{}", wrong.join("\n")));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[test]
fn scripts_do_what_the_cases_say() {
    check(Driver::Script);
}

#[test]
fn runbookc_run_does_what_the_cases_say() {
    check(Driver::Run);
}

#[test]
fn one_driver_goes_on_where_another_ended() {
    for (first, second) in [(Driver::Script, Driver::Run), (Driver::Run, Driver::Script)] {
        let place = Place::new("tour");
        let words = |text: &str| -> Vec<String> {
            text.split_whitespace()
                .map(|word| place.named(word))
                .collect()
        };
        let begin = "--goal main --yes --set host=web.example.org --answer if-t02-mkdir=no";
        let ran = place.run(first, &words(begin), None);
        assert_eq!(ran.code, Some(4), "{}", ran.shown);
        let go_on =
            "--goal main --yes --resume --locale pt-BR --answer {choice}=first --answer {8}=yes";
        let ran = place.run(second, &words(go_on), None);
        assert_eq!(ran.code, Some(0), "{}", ran.shown);
        let made = fs::read_to_string(place.work("made.log")).unwrap();
        assert_eq!(made, "made\n", "what was done is not done again");
    }
}
