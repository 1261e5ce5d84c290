//! What every driver of a runbook does alike: the bash script, the PowerShell script and
//! `runbookc run` go through the same cases, with the same exit codes and the same journal.
//!
//! A case is a file of `tests/conformance/cases/`: the article that it runs, then runs with their
//! exit codes, then the events that the journal has at the end, and what stands in files.
//! `{3}` is the id of the third step that does something. `UPDATE_EXPECT=1` writes the events.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::require::{program_path, requires};
use crate::schema::violations;

mod kills;
mod reports;

/// What runs a runbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Driver {
    /// The generated script.
    Script,
    /// `runbookc run`.
    Run,
}

/// An article that was built, with its own folder to be run in.
pub(crate) struct Place {
    folder: TempDir,
    article: String,
    /// The ids of the steps that do something, in order.
    pub(crate) steps: Vec<String>,
    /// The id of the last choice, where there is one.
    choice: String,
}

/// How a run ended.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) shown: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Place {
    pub(crate) fn new(article: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let docs = folder.path().join("docs");
        fs::create_dir(&docs).unwrap();
        let work = folder.path().join("work");
        fs::create_dir(&work).unwrap();
        let source = root().join("tests/conformance/articles").join(article);
        for entry in fs::read_dir(source).unwrap() {
            let path = entry.unwrap().path();
            // What is no article is what its commands need.
            let is_article = path.extension().is_some_and(|e| e == "md");
            let target = if is_article { &docs } else { &work };
            fs::copy(&path, target.join(path.file_name().unwrap())).unwrap();
        }
        let build = Command::new(env!("CARGO_BIN_EXE_runbookc"))
            .args(["build", "--quiet", "--source", "en-US", "--out"])
            .args([folder.path().join("out"), docs])
            .output()
            .unwrap();
        assert!(
            build.status.code() != Some(2),
            "{}",
            String::from_utf8_lossy(&build.stderr)
        );
        let place = Place {
            folder,
            article: article.to_owned(),
            steps: Vec::new(),
            choice: String::new(),
        };
        let plan = fs::read_to_string(place.built("procedure.json")).unwrap();
        let (mut steps, mut choice) = (Vec::new(), String::new());
        acting(
            &serde_json::from_str(&plan).unwrap(),
            &mut steps,
            &mut choice,
        );
        Place {
            steps,
            choice,
            ..place
        }
    }

    fn built(&self, name: &str) -> PathBuf {
        let built = format!("out/runbooks/{}/generated", self.article);
        self.folder.path().join(built).join(name)
    }

    /// The folder that everything happens in.
    pub(crate) fn work(&self, name: &str) -> PathBuf {
        self.folder.path().join("work").join(name)
    }

    fn script(&self, locale: &str, extension: &str) -> PathBuf {
        self.built(&format!("{locale}/{}.{extension}", self.article))
    }

    fn is_powershell(&self) -> bool {
        self.script("en-US", "ps1").exists()
    }

    /// The program and its arguments for the neutral `words` of a case.
    pub(crate) fn command(&self, driver: Driver, words: &[String]) -> Vec<String> {
        let mut locale = "en-US".to_owned();
        let mut rest = Vec::new();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--locale" => locale.clone_from(words.next().unwrap()),
                _ => rest.push(word.clone()),
            }
        }
        let text = |path: PathBuf| path.to_str().unwrap().to_owned();
        let mut command = match (driver, self.is_powershell()) {
            (Driver::Run, _) => vec![
                env!("CARGO_BIN_EXE_runbookc").to_owned(),
                "run".to_owned(),
                self.article.clone(),
                text(self.folder.path().join("docs")),
                "--quiet".to_owned(),
                "--source".to_owned(),
                "en-US".to_owned(),
                "--locale".to_owned(),
                locale.clone(),
            ],
            (Driver::Script, false) => {
                vec!["bash".to_owned(), text(self.script(&locale, "sh"))]
            }
            (Driver::Script, true) => {
                let pwsh = text(program_path("pwsh").unwrap());
                let words = ["-NoProfile", "-NonInteractive", "-File"].map(str::to_owned);
                let mut command = vec![pwsh];
                command.extend(words);
                command.push(text(self.script(&locale, "ps1")));
                command
            }
        };
        command.extend(match (driver, self.is_powershell()) {
            (Driver::Run, _) => rest,
            (Driver::Script, powershell) => script_words(&rest, powershell),
        });
        command
    }

    /// Runs it without a terminal, or on one where `typed` are the lines that a person types.
    pub(crate) fn run(&self, driver: Driver, words: &[String], typed: Option<&str>) -> Ran {
        let command = self.command(driver, words);
        let mut child = match typed {
            None => {
                let mut child = Command::new(&command[0]);
                child.args(&command[1..]).stdin(Stdio::null());
                child
            }
            Some(_) => {
                let quoted: Vec<String> = command.iter().map(|word| quoted(word)).collect();
                let mut child = Command::new("script");
                child.args(["-qefc", &quoted.join(" "), "/dev/null"]);
                child.stdin(Stdio::piped());
                child
            }
        };
        let mut child = child
            .current_dir(self.work(""))
            .env("RUNBOOK_LOCKS", self.folder.path())
            .env("TERM", "dumb")
            .env_remove("LANG")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        if let Some(typed) = typed {
            let lines: String = typed.split(' ').map(|line| format!("{line}\n")).collect();
            let mut input = child.stdin.take().unwrap();
            // One that ended early does not read all.
            let _ = input.write_all(lines.as_bytes());
            let output = child.stdout.take().unwrap();
            let shown = std::io::read_to_string(output).unwrap_or_default();
            drop(input);
            let code = child.wait().unwrap().code();
            return Ran { code, shown };
        }
        let output = child.wait_with_output().unwrap();
        let [out, err] = [&output.stdout, &output.stderr].map(|b| String::from_utf8_lossy(b));
        Ran {
            code: output.status.code(),
            shown: format!("{out}{err}"),
        }
    }

    /// Has the journal go through a program of sed.
    fn change(&self, program: &str) {
        let mut sed = Command::new("bash");
        let journal = "sed -i \"$0\" *.jsonl";
        sed.args(["-c", journal, &self.named(program)])
            .current_dir(self.work(""));
        assert!(sed.status().unwrap().success());
    }

    /// The only journal that there is.
    pub(crate) fn journal(&self) -> String {
        let entries = fs::read_dir(self.work(""))
            .unwrap()
            .map(|e| e.unwrap().path());
        let mut journals = entries.filter(|path| path.extension().is_some_and(|e| e == "jsonl"));
        let journal = journals
            .next()
            .map(|path| fs::read_to_string(path).unwrap());
        assert!(journals.next().is_none(), "one journal");
        journal.unwrap_or_default()
    }

    /// The events of the journal as cases write them, each line checked against the schema.
    pub(crate) fn events(&self) -> Vec<String> {
        let schema = root().join("book/src/journal.schema.json");
        let schema: Value = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
        let journal = self.journal();
        let lines = journal.lines().map(|line| {
            let line: Value = serde_json::from_str(line).expect("a line is JSON");
            assert_eq!(violations(&line, &schema), Vec::<String>::new(), "{line}");
            self.event(&line)
        });
        lines.collect()
    }

    fn event(&self, line: &Value) -> String {
        let mut words: Vec<String> = Vec::new();
        let keys = [
            "event", "goal", "name", "id", "step", "value", "outcome", "session", "role",
        ];
        for key in keys {
            words.extend(line[key].as_str().map(str::to_owned));
        }
        let mut event = words.join(" ");
        if !self.choice.is_empty() {
            event = event.replace(&self.choice, "{choice}");
        }
        for (number, id) in self.steps.iter().enumerate() {
            event = event.replace(id, &format!("{{{}}}", number + 1));
        }
        event
    }

    /// `text` with the ids of steps in the place of their numbers.
    pub(crate) fn named(&self, text: &str) -> String {
        let mut text = text.replace("{choice}", &self.choice);
        for (number, id) in self.steps.iter().enumerate() {
            text = text.replace(&format!("{{{}}}", number + 1), id);
        }
        text
    }
}

/// The ids of the steps below `value` that do something.
fn acting(value: &Value, steps: &mut Vec<String>, choice: &mut String) {
    if let Some(id) = value["choice"].as_str() {
        id.clone_into(choice);
    }
    if let Some(id) = value["id"].as_str().filter(|_| value["risk"].is_string()) {
        if value["kind"] != "note" {
            steps.push(id.to_owned());
        }
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| acting(item, steps, choice)),
        Value::Object(fields) => {
            // The tasks alone have steps; parameters name them too.
            let inside = ["procedures", "tasks", "steps", "arms"];
            let fields = fields
                .iter()
                .filter(|(key, _)| inside.contains(&key.as_str()));
            fields.for_each(|(_, value)| acting(value, steps, choice));
        }
        _ => {}
    }
}

/// The neutral words as a script takes them.
fn script_words(words: &[String], powershell: bool) -> Vec<String> {
    let mut out = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match (word.as_str(), powershell) {
            ("--set", _) => {
                let (name, value) = words.next().unwrap().split_once('=').unwrap();
                out.push(if powershell {
                    property(name)
                } else {
                    flag(name)
                });
                out.push(value.to_owned());
            }
            ("--dry-run", true) => out.push("-WhatIf".to_owned()),
            (option, true) if option.starts_with("--") => out.push(property(&option[2..])),
            _ => out.push(word.clone()),
        }
    }
    out
}

fn property(name: &str) -> String {
    format!("-{}{}", name[..1].to_uppercase(), &name[1..])
}

fn flag(name: &str) -> String {
    let mut flag = "--".to_owned();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            flag.push('-');
        }
        flag.push(c.to_ascii_lowercase());
    }
    flag
}

pub(crate) fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

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
        let before = Command::new("bash")
            .args(["-c", command])
            .current_dir(place.work(""));
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
        let ran = place.run(second, &words(&go_on), None);
        assert_eq!(ran.code, Some(0), "{}", ran.shown);
        let made = fs::read_to_string(place.work("made.log")).unwrap();
        assert_eq!(made, "made\n", "what was done is not done again");
    }
}
