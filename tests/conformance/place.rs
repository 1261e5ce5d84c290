//! A runbook in a folder of its own, and what runs it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::require::program_path;
use crate::schema::{published, violations};

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

pub(super) fn root() -> &'static Path {
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
        let place = Place {
            folder,
            article: article.to_owned(),
            steps: Vec::new(),
            choice: String::new(),
        };
        place.build();
        let plan = fs::read_to_string(place.built("procedure.json")).unwrap();
        let (mut steps, mut choice) = (Vec::new(), String::new());
        acting(
            &serde_json::from_str(&plan).unwrap(),
            &mut steps,
            &mut choice,
        );
        let place = Place {
            steps,
            choice,
            ..place
        };
        // What a person decided about steps names them by their ids.
        if let Ok(review) = fs::read_to_string(place.work("review.toml")) {
            fs::remove_file(place.work("review.toml")).unwrap();
            fs::write(place.built("../review.toml"), place.named(&review)).unwrap();
            place.build();
        }
        place
    }

    fn build(&self) {
        let build = Command::new(env!("CARGO_BIN_EXE_runbookc"))
            .args(["build", "--quiet", "--source", "en-US", "--out"])
            .args(["out", "docs"].map(|name| self.folder.path().join(name)))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&build.stderr);
        assert!(build.status.code() != Some(2), "{said}");
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
    pub(crate) fn command(&self, driver: Driver, words: &[String], is_typed: bool) -> Vec<String> {
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
                "--out".to_owned(),
                text(self.folder.path().join("out")),
                "--locale".to_owned(),
                locale.clone(),
            ],
            (Driver::Script, false) => {
                vec!["bash".to_owned(), text(self.script(&locale, "sh"))]
            }
            (Driver::Script, true) => {
                let pwsh = text(program_path("pwsh").unwrap());
                let mut command = vec![pwsh];
                // Where somebody types it is asked.
                let quiet = (!is_typed).then_some("-NonInteractive");
                let words = ["-NoProfile"].into_iter().chain(quiet).chain(["-File"]);
                command.extend(words.map(str::to_owned));
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
        let command = self.command(driver, words, typed.is_some());
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
    pub(super) fn change(&self, program: &str) {
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
        let schema = published("journal.schema.json");
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
