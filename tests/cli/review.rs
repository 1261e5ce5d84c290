//! `plan --review`: what it writes, what it keeps of a person's, and what `plan` and `build` make of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use super::{runbookc, stderr};

const ENGLISH: &str = "# Rotate the agent\n\n## Rotate the agent\n\nTell the users first. \
The agent of Northwind is stopped on each server:\n\n```bash\nsystemctl restart agent\n```\n";
const FRENCH: &str = "# Remplacer l’agent\n\n## Remplacer l’agent\n\nPrévenez d’abord les utilisateurs. \
L’agent de Northwind est arrêté sur chaque serveur\u{a0}:\n\n```bash\nsystemctl restart agent\n```\n";

fn tree() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (locale, text) in [("en", ENGLISH), ("fr", FRENCH)] {
        fs::create_dir(folder.path().join(locale)).unwrap();
        fs::write(folder.path().join(locale).join("agent.md"), text).unwrap();
    }
    folder
}

fn path(folder: &Path) -> PathBuf {
    folder.join("runbooks/agent/review.toml")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = runbookc(folder);
    command.args(arguments).args(["--source", "en"]);
    command.output().unwrap()
}

fn review(folder: &Path) -> String {
    let output = run(folder, &["plan", "--review"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    fs::read_to_string(path(folder)).unwrap()
}

/// The one step with a command.
fn step(folder: &Path) -> Value {
    let output = run(folder, &["plan", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let plan: Value = serde_json::from_slice(&output.stdout).unwrap();
    let tasks = plan["procedures"][0]["tasks"].as_array().unwrap().clone();
    let mut steps = tasks.iter().flat_map(|t| t["steps"].as_array().unwrap());
    steps.find(|s| !s["action"].is_null()).unwrap().clone()
}

/// Takes the sign of an inference away from a line of the part of the step, and changes its value.
fn decide(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} in {text}");
    text.replacen(from, to, 1)
}

#[test]
fn every_inference_is_written_with_its_evidence() {
    let tree = tree();
    let text = review(tree.path());
    for line in [
        "#: systemctl restart agent",
        "#= hosts = \"each\"",
        "#: hosts: probable, words: ",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert_eq!(step(tree.path())["hosts"], "each");
    assert_eq!(review(tree.path()), text, "a second time nothing changes");
}

#[test]
fn a_decision_is_carried_out_and_kept() {
    let tree = tree();
    let text = review(tree.path());
    let decided = decide(
        &text,
        "#= hosts = \"each\"",
        "# There is one server only.\nhosts = \"one\"",
    );
    fs::write(path(tree.path()), &decided).unwrap();
    assert_eq!(step(tree.path())["hosts"], "one");
    let again = review(tree.path());
    for line in ["# There is one server only.", "\nhosts = \"one\"\n"] {
        assert!(again.contains(line), "{line} in {again}");
    }
    assert_eq!(review(tree.path()), again, "a second time nothing changes");
    assert_eq!(step(tree.path())["hosts"], "one");
    let built = run(tree.path(), &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert_eq!(
        fs::read_to_string(path(tree.path())).unwrap(),
        again,
        "build leaves it alone"
    );
}

#[test]
fn a_stale_decision_shows_old_and_new() {
    let tree = tree();
    let decided = decide(
        &review(tree.path()),
        "#= risk = \"interrupt\"",
        "risk = \"unknown\"",
    );
    fs::write(path(tree.path()), &decided).unwrap();
    let clean = run(tree.path(), &["plan"]);
    assert!(
        !stderr(&clean).contains("review.toml"),
        "{}",
        stderr(&clean)
    );
    let changed = ENGLISH.replace("Tell the users first.", "Tell nobody.");
    fs::write(tree.path().join("en/agent.md"), changed).unwrap();
    let output = run(tree.path(), &["plan"]);
    let plan = String::from_utf8(output.stdout.clone()).unwrap();
    for words in [
        "review.toml:",
        "was: systemctl restart agent Tell the users first.",
        "Tell nobody.",
    ] {
        assert!(plan.contains(words), "{words} in {plan}");
    }
    let built = run(tree.path(), &["build"]);
    assert!(
        stderr(&built).contains("review.toml:"),
        "{}",
        stderr(&built)
    );
    // Without its tie the decision is confirmed anew.
    let text = review(tree.path());
    let part = &text[text.find("\nrisk = \"unknown\"").unwrap() - 400..];
    let tie = part.lines().find(|l| l.starts_with("content = ")).unwrap();
    fs::write(path(tree.path()), text.replacen(&format!("{tie}\n"), "", 1)).unwrap();
    review(tree.path());
    let output = run(tree.path(), &["plan"]);
    let plan = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(!plan.contains("review.toml"), "{plan}");
}

#[test]
fn what_is_no_decision_is_named_by_file_line_and_reason() {
    let tree = tree();
    let text = review(tree.path());
    let line = |text: &str, words: &str| text.lines().position(|l| l.contains(words)).unwrap() + 1;
    // What cannot be read is named by its own line, what cannot be carried out by that of its part.
    let cases = [
        ("hosts = \"every\"", "expected one of", true),
        ("host = \"one\"", "unknown field", true),
        ("hosts = ", "review.toml", true),
        ("role = \"nobody\"", "there is no role", false),
        ("kind = \"edit-file\"", "cannot be", false),
        ("before = \"nowhere\"", "nowhere", false),
    ];
    let header = format!("[steps.{}]", step(tree.path())["id"].as_str().unwrap());
    let part = line(&text, &header);
    for (wrong, reason, unreadable) in cases {
        let text = decide(&text, "#= hosts = \"each\"", wrong);
        fs::write(path(tree.path()), &text).unwrap();
        let named = if unreadable { line(&text, wrong) } else { part };
        for verb in [&["plan"][..], &["build"], &["plan", "--review"]] {
            let output = run(tree.path(), verb);
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{wrong}, {verb:?}: {said}");
            assert!(said.contains(reason), "{reason} in {said}");
            let at = format!("review.toml:{named}:");
            assert!(said.contains(&at), "{at} in {said}");
        }
    }
}

#[test]
fn sentences_become_steps_of_their_own_and_parts_move() {
    let tree = tree();
    let text = review(tree.path());
    let id = step(tree.path())["id"].as_str().unwrap().to_owned();
    let more = format!(
        "{text}\n[[steps.{id}.parts]]\nunits = [\"u0003\"]\nkind = \"manual\"\nrole = \"desk\"\nbefore = true\n\n\
         [roles.desk]\nname = \"Service desk\"\n"
    );
    fs::write(path(tree.path()), more).unwrap();
    let output = run(tree.path(), &["plan", "--lang", "fr-FR"]);
    let plan = String::from_utf8(output.stdout.clone()).unwrap();
    let first = plan
        .find("Prévenez d’abord")
        .unwrap_or_else(|| panic!("{plan}{}", stderr(&output)));
    assert!(first < plan.find("L’agent de Northwind").unwrap(), "{plan}");
    assert!(plan.contains("Service desk"), "{plan}");
    let again = review(tree.path());
    assert!(
        again.contains(&format!("[[steps.{id}.parts]]")) && again.contains("[roles.desk]"),
        "{again}"
    );
}
