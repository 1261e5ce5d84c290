//! The bash runbook run for real, in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use runbookc::emit;
use runbookc::procedure::Procedure;
use tempfile::TempDir;

use super::fixture::{LOCALES, bash, compiled, plain};
use crate::require::requires;

/// A runbook of the fixture in a folder that it works in.
pub(super) struct Place {
    dir: TempDir,
}

impl Place {
    fn new() -> Self {
        Place::with(|_| {})
    }

    /// With a procedure that is changed.
    pub(super) fn with(change: impl FnOnce(&mut Procedure)) -> Self {
        let dir = TempDir::new().unwrap();
        let root = dir.path().join("root");
        fs::create_dir(&root).unwrap();
        let mut procedure = bash(&plain, root.to_str().unwrap());
        change(&mut procedure);
        for artifact in emit::runbooks(&compiled(procedure)) {
            let path = dir.path().join("out").join(&artifact.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &artifact.bytes).unwrap();
        }
        Place { dir }
    }

    fn root(&self, name: &str) -> PathBuf {
        self.dir.path().join("root").join(name)
    }

    fn script(&self, locale: &str) -> PathBuf {
        self.dir.path().join("out").join(locale).join("fixture.sh")
    }

    fn run_in(&self, locale: &str, arguments: &[&str]) -> Output {
        Command::new("bash")
            .arg(self.script(locale))
            .args(arguments)
            .current_dir(self.dir.path())
            .env("RUNBOOK_LOCKS", self.dir.path().join("out"))
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Output {
        self.run_in("en-US", arguments)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.root("log")).unwrap_or_default()
    }
}

pub(super) fn assert_code(output: &Output, code: i32) {
    assert_eq!(
        output.status.code(),
        Some(code),
        "--- stdout\n{}--- stderr\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

pub(super) const MAIN: [&str; 5] = ["--goal", "main", "--yes", "--host-name", "web.example.org"];

#[test]
fn it_runs_to_its_end_in_every_language() {
    for locale in LOCALES {
        let place = Place::new();
        assert_code(&place.run_in(locale, &MAIN), 0);
        assert_eq!(
            fs::read_to_string(place.root("etc/site.conf")).unwrap(),
            "server_name web.example.org;\n# it's \"$HOME\" `x` 中\nend\n"
        );
    }
}

#[test]
fn it_can_be_run_again() {
    let place = Place::new();
    assert_code(&place.run(&MAIN), 0);
    assert_code(&place.run(&MAIN), 0);
    assert_eq!(
        fs::read_dir(place.root("etc")).unwrap().count(),
        1,
        "no copies, no backup"
    );
}

#[test]
fn a_dry_run_does_nothing() {
    let place = Place::new();
    let output = place.run(&["--goal", "more", "--dry-run"]);
    assert_code(&output, 0);
    assert_eq!(fs::read_dir(place.root("")).unwrap().count(), 0);
    assert_eq!(
        fs::read_dir(place.dir.path()).unwrap().count(),
        2,
        "no journal"
    );
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("echo \"name: <hostName>\""), "{shown}");
}

#[test]
fn without_a_terminal_it_never_asks() {
    let place = Place::new();
    assert_code(&place.run(&["--goal", "main", "--host-name", "a.b"]), 4);
    assert_code(&Place::new().run(&["--goal", "main", "--yes"]), 4);
    // Nothing is done before all values are there.
    assert!(!place.root("etc").exists());
}

#[test]
fn wrong_usage_is_said_before_anything_is_done() {
    let place = Place::new();
    for arguments in [
        &["--goal", "none"][..],
        &["--nonsense"],
        &["--goal"],
        &["--goal", "main", "--from", "ffffffffffff"],
        &["--goal", "main", "--only", "ffffffffffff"],
        &["--goal", "main", "--host-name", "a b"],
        &["--goal", "main", "--host-name", "-rf"],
        &["--goal", "main", "--host-name", "$(touch canary)"],
        &["--goal", "main", "--host-name", "a\nb"],
        &["--goal", "main", "--answer", "x"],
        &["--goal", "main", "--answer", "which=left"],
        &["--goal", "more", "--answer", "which=middle"],
        &["--goal", "more", "--answer", "which=left+right"],
    ] {
        assert_code(&place.run(arguments), 2);
    }
    assert_eq!(fs::read_dir(place.root("")).unwrap().count(), 0);
    assert_eq!(
        fs::read_dir(place.dir.path()).unwrap().count(),
        2,
        "no journal"
    );
}

#[test]
fn yes_does_not_stand_for_a_decision() {
    let place = Place::new();
    let more = ["--goal", "more", "--yes", "--host-name", "a.b"];
    let with = |answers: &[&str]| {
        let answers = answers.iter().flat_map(|a| ["--answer", a]);
        let resume = place.dir.path().join("fixture.more.journal.jsonl").exists();
        let resume = resume.then_some("--resume");
        let arguments: Vec<&str> = more.into_iter().chain(answers).chain(resume).collect();
        place.run(&arguments)
    };
    assert_code(&with(&[]), 4);
    assert_code(&with(&["if-optional=no"]), 4);
    assert_code(&with(&["if-d00000000005=no"]), 4);
    assert_code(&with(&["which=right"]), 4);
    assert_eq!(place.log(), "right\n");
    assert_code(&with(&["f00000000008=yes"]), 0);
    assert_eq!(place.log(), "right\nall\n");
}

#[test]
fn a_condition_leaves_a_task_out() {
    let place = Place::new();
    let more = [
        "--goal",
        "more",
        "--yes",
        "--host-name",
        "a.b",
        "--answer",
        "if-optional=yes",
    ];
    assert_code(&place.run(&more), 0);
    assert_eq!(place.log(), "");
}

#[test]
fn what_is_destructive_needs_its_own_word() {
    let place = Place::new();
    assert_code(&place.run(&MAIN), 0);
    assert_code(&place.run(&["--goal", "remove", "--yes"]), 4);
    assert!(place.root("etc/site.conf").exists());
    let answer = [
        "--goal",
        "remove",
        "--resume",
        "--answer",
        "b00000000009=yes",
    ];
    assert_code(&place.run(&answer), 0);
    assert!(!place.root("etc/site.conf").exists());
}

#[test]
fn what_is_destructive_by_hand_is_not_claimed_done() {
    let place = Place::new();
    assert_code(&place.run(&["--goal", "hand", "--yes"]), 4);
    let answer = ["--goal", "hand", "--resume", "--answer", "b00000000017=yes"];
    assert_code(&place.run(&answer), 0);
}

#[test]
fn options_that_a_step_sets_do_not_change_the_runbook_and_each_copy_stays() {
    let place = Place::new();
    fs::write(place.root("two.conf"), "mine\n").unwrap();
    let mut arguments = vec!["--goal", "options", "--yes"];
    for step in ["replace-b00000000014=yes", "replace-b00000000015=yes"] {
        arguments.extend(["--answer", step]);
    }
    assert_code(&place.run(&arguments), 0);
    assert_eq!(place.log(), "strict\nafter\n");
    let entries = fs::read_dir(place.root("")).unwrap();
    let paths = entries.map(|e| e.unwrap().path());
    let mut copies: Vec<String> = paths
        .filter(|p| p.extension().is_some_and(|e| e == "bak"))
        .map(|p| fs::read_to_string(p).unwrap())
        .collect();
    copies.sort();
    assert_eq!(copies, ["mine\n", "one\n"]);
}

#[test]
fn a_line_of_the_journal_that_was_cut_off_stays_alone() {
    let place = Place::new();
    let journal = place.dir.path().join("j");
    let fails = ["--goal", "fails", "--yes", "--journal", "j"];
    assert_code(&place.run(&fails), 1);
    let mut text = fs::read_to_string(&journal).unwrap();
    text.push_str("{\"schema\":\"runbookc.jou");
    fs::write(&journal, &text).unwrap();
    let mut again = fails.to_vec();
    again.push("--resume");
    assert_code(&place.run(&again), 1);
    let text = fs::read_to_string(&journal).unwrap();
    let events = text.lines().filter_map(|l| serde_json::from_str(l).ok());
    let events: Vec<String> = events
        .map(|l: serde_json::Value| l["event"].to_string())
        .collect();
    assert!(events.contains(&"\"resume\"".to_owned()), "{text}");
}

#[test]
fn a_file_that_says_something_else_is_not_replaced_unasked() {
    let place = Place::new();
    fs::create_dir(place.root("etc")).unwrap();
    fs::write(place.root("etc/site.conf"), "mine\n").unwrap();
    assert_code(&place.run(&MAIN), 4);
    assert_eq!(
        fs::read_to_string(place.root("etc/site.conf")).unwrap(),
        "mine\n"
    );
    let mut again = MAIN.to_vec();
    again.extend(["--resume", "--answer", "replace-a00000000002=yes"]);
    assert_code(&place.run(&again), 0);
    let names = fs::read_dir(place.root("etc")).unwrap();
    let backup = names
        .map(|e| e.unwrap().path())
        .find(|p| p.extension().unwrap() == "bak");
    assert_eq!(fs::read_to_string(backup.unwrap()).unwrap(), "mine\n");
}

#[test]
fn lines_that_are_there_are_left_alone() {
    let place = Place::new();
    fs::create_dir(place.root("etc")).unwrap();
    let text = "first\nserver_name web.example.org;\n# it's \"$HOME\" `x` 中\nend\nlast\n";
    fs::write(place.root("etc/site.conf"), text).unwrap();
    assert_code(&place.run(&MAIN), 0);
    assert_eq!(
        fs::read_to_string(place.root("etc/site.conf")).unwrap(),
        text
    );
}

#[test]
fn a_failing_line_ends_its_step_and_the_run() {
    let place = Place::new();
    let output = place.run(&["--goal", "fails", "--yes"]);
    assert_code(&output, 1);
    assert_eq!(place.log(), "");
    let shown = String::from_utf8(output.stderr).unwrap();
    assert!(
        shown.contains("b00000000010") && shown.contains("--resume"),
        "{shown}"
    );
}

#[test]
fn another_output_than_expected_ends_the_run() {
    assert_code(&Place::new().run(&["--goal", "differs", "--yes"]), 6);
}

#[test]
fn a_command_that_leaves_the_shell_is_no_success() {
    let place = Place::new();
    assert_code(&place.run(&["--goal", "leave", "--yes"]), 1);
    let journal = fs::read_to_string(place.dir.path().join("fixture.leave.journal.jsonl"));
    assert!(journal.unwrap().contains("\"outcome\":\"failed\""));
}

#[test]
fn the_journal_is_json_lines_before_and_after_each_step() {
    let place = Place::new();
    assert_code(&place.run(&MAIN), 0);
    let journal = fs::read_to_string(place.dir.path().join("fixture.main.journal.jsonl")).unwrap();
    let lines: Vec<serde_json::Value> = journal
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let events: Vec<&str> = lines.iter().map(|l| l["event"].as_str().unwrap()).collect();
    let expected = [
        "start", "set", "begin", "end", "begin", "end", "begin", "end", "end", "finish",
    ];
    assert_eq!(events, expected, "{journal}");
    assert!(lines.iter().all(|l| l["schema"] == "runbookc.journal/1"));
}

#[test]
fn a_journal_is_not_taken_over_by_mistake() {
    let place = Place::new();
    assert_code(&place.run(&["--goal", "main", "--resume"]), 7);
    assert_code(
        &place.run(&["--goal", "fails", "--yes", "--journal", "j"]),
        1,
    );
    assert_code(
        &place.run(&["--goal", "fails", "--yes", "--journal", "j"]),
        7,
    );
    assert_code(
        &place.run(&["--goal", "differs", "--resume", "--journal", "j"]),
        7,
    );
    let path = place.dir.path().join("j");
    let moved = fs::read_to_string(&path)
        .unwrap()
        .replace("\"host\":\"", "\"host\":\"other-");
    fs::write(&path, moved).unwrap();
    assert_code(
        &place.run(&["--goal", "fails", "--yes", "--resume", "--journal", "j"]),
        8,
    );
}

#[test]
fn a_step_of_unknown_outcome_is_not_run_again_unasked() {
    let place = Place::new();
    let journal = place.dir.path().join("fixture.main.journal.jsonl");
    assert_code(&place.run(&MAIN), 0);
    let lines = fs::read_to_string(&journal).unwrap();
    // As if the machine had gone down in the first step.
    let end = lines.find("\"event\":\"end\"").unwrap();
    let cut = lines[..end].rfind('\n').unwrap() + 1;
    fs::write(&journal, &lines[..cut]).unwrap();
    assert_code(&place.run(&["--goal", "main", "--yes", "--resume"]), 4);
    let known = [
        "--goal",
        "main",
        "--yes",
        "--resume",
        "--answer",
        "again-a00000000001=yes",
    ];
    assert_code(&place.run(&known), 0);
}

#[test]
fn a_resumed_run_does_only_what_is_left() {
    let place = Place::new();
    let more = [
        "--goal",
        "more",
        "--yes",
        "--host-name",
        "a.b",
        "--answer",
        "if-optional=no",
    ];
    assert_code(&place.run(&more), 4);
    fs::remove_dir_all(place.root("etc")).unwrap();
    let rest = [
        "--answer",
        "if-d00000000005=yes",
        "--answer",
        "which=left",
        "--answer",
        "f00000000008=yes",
    ];
    // The value and the first answer come from the journal, in another language too.
    let arguments: Vec<&str> = ["--goal", "more", "--yes", "--resume"]
        .into_iter()
        .chain(rest)
        .collect();
    assert_code(&place.run_in("zh-TW", &arguments), 0);
    assert!(
        !place.root("etc").exists(),
        "steps that were done are not done again"
    );
    assert_eq!(place.log(), "guarded\nleft\nall\n");
}

#[test]
fn one_step_alone_and_a_start_in_the_middle() {
    let place = Place::new();
    assert_code(
        &place.run(&["--goal", "main", "--yes", "--only", "a00000000001"]),
        0,
    );
    assert!(place.root("etc").exists() && !place.root("etc/site.conf").exists());
    let from = [
        "--goal",
        "main",
        "--yes",
        "--from",
        "c00000000003",
        "--host-name",
        "a.b",
        "--journal",
        "k",
    ];
    assert_code(&place.run(&from), 0);
    assert!(!place.root("etc/site.conf").exists());
    // A part that was done does not stand in the way of the whole.
    assert_code(&place.run(&MAIN), 0);
}

#[test]
fn help_and_list_name_everything() {
    let place = Place::new();
    for locale in LOCALES {
        let output = place.run_in(locale, &["--help"]);
        assert_code(&output, 0);
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(
            shown.contains("--host-name") && shown.contains("--answer"),
            "{shown}"
        );
        let output = place.run_in(locale, &["--list"]);
        assert_code(&output, 0);
        let shown = String::from_utf8(output.stdout).unwrap();
        for id in [
            "more",
            "prepare",
            "which",
            "left",
            "if-optional",
            "b00000000012",
            "--host-name",
        ] {
            assert!(shown.contains(id), "{id}: {shown}");
        }
    }
}

#[test]
fn shellcheck_finds_nothing() {
    let place = Place::new();
    for locale in LOCALES {
        let parse = Command::new("bash")
            .arg("-n")
            .arg(place.script(locale))
            .output()
            .unwrap();
        assert_code(&parse, 0);
    }
    if requires("shellcheck") {
        assert_code(&shellcheck(&place.script("fr-FR")), 0);
    }
}

fn shellcheck(script: &Path) -> Output {
    Command::new("shellcheck").arg(script).output().unwrap()
}
