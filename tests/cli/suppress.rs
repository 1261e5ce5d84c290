//! What is not reported: rules that are not run, findings that are meant or known.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use super::{runbookc, stderr};

const GOOD: &str = r"`C:\Program Files\Contoso\Agent\agent.config`";
const BAD: &str = r"`C:\Fichiers de programme\Contoso\Agent\agent.config`";

/// An article in two locales, damaged in French: a path, and a command.
fn tree() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(
        &folder,
        "en/agent.md",
        &format!("# Restart the agent\n\nOpen {GOOD}.\n\nRun `Remove-CtsMailbox` once.\n"),
    );
    write(&folder, "fr/agent.md", &french(""));
    folder
}

fn french(before: &str) -> String {
    format!(
        "# Redémarrer l’agent\n\n{before}Ouvrez {BAD}.\n\nExécutez `Supprimer-CtsMailbox` une fois.\n"
    )
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = runbookc(folder);
    command.args(["check", "--format", "concise"]);
    command.args(arguments).output().unwrap()
}

/// The rules that are reported, in order.
fn rules(output: &Output) -> Vec<String> {
    let said = String::from_utf8(output.stdout.clone()).unwrap();
    let is_code = |w: &&str| w.len() == 6 && w[..3].bytes().all(|b| b.is_ascii_uppercase());
    let rule = |line: &str| {
        let mut words = line.split(|c: char| !c.is_ascii_alphanumeric());
        words.find(|w| is_code(w)).unwrap_or(line).to_owned()
    };
    said.lines().map(rule).collect()
}

#[test]
fn rules_are_chosen_by_code_name_and_family() {
    let tree = tree();
    let found = |arguments: &[&str]| rules(&check(tree.path(), arguments));
    assert_eq!(found(&[]), ["LIT001", "LIT003"]);
    assert_eq!(found(&["--select", "LIT003"]), ["LIT003"]);
    assert_eq!(found(&["--select", "path-altered,COD"]), ["LIT001"]);
    assert_eq!(found(&["--ignore", "lit001"]), ["LIT003"]);
    assert!(found(&["--select", "LIT", "--ignore", "LIT"]).is_empty());
    let unknown = check(tree.path(), &["--ignore", "LIT0O1"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("there is no rule `LIT0O1`"));
}

#[test]
fn the_configuration_chooses_and_the_flags_win() {
    let tree = tree();
    write(
        &tree,
        "runbookc.toml",
        "[check]\nselect = [\"LIT\"]\nignore = [\"LIT003\"]\n\n[rules]\nLIT = \"info\"\nLIT001 = \"warning\"\n",
    );
    let found = |arguments: &[&str]| rules(&check(tree.path(), arguments));
    assert_eq!(found(&[]), ["LIT001"]);
    assert_eq!(found(&["--select", "LIT003"]), ["LIT003"]);
    let output = check(tree.path(), &["--fail-on", "error"]);
    assert_eq!(output.status.code(), Some(0), "it is a warning here");
}

#[test]
fn a_comment_with_a_reason_covers_the_next_block() {
    let tree = tree();
    write(
        &tree,
        "fr/agent.md",
        &french("<!-- runbookc-ignore LIT001: le dossier s’appelle ainsi -->\n\n"),
    );
    assert_eq!(rules(&check(tree.path(), &[])), ["LIT003"]);
    // What is not run cannot be said to be unused.
    let other = check(tree.path(), &["--select", "LIT003,SUP"]);
    assert_eq!(rules(&other), ["LIT003"]);
    write(
        &tree,
        "fr/agent.md",
        &french("<!-- runbookc-ignore LIT001 -->\n\n"),
    );
    let bare = rules(&check(tree.path(), &[]));
    assert_eq!(bare, ["SUP002", "LIT001", "LIT003"]);
    write(
        &tree,
        "fr/agent.md",
        &french("<!-- runbookc-ignore LIT008: un autre lien -->\n\n"),
    );
    let unused = rules(&check(tree.path(), &[]));
    assert_eq!(unused, ["SUP001", "LIT001", "LIT003"]);
    let mut command = runbookc(tree.path());
    command.args(["fix", "--unsafe-fixes", "--select", "SUP"]);
    // Alone, nothing is known of the links, so the comment stays.
    assert_eq!(command.output().unwrap().status.code(), Some(0));
    let text = fs::read_to_string(tree.path().join("fr/agent.md")).unwrap();
    assert!(text.contains("runbookc-ignore"));
    let mut command = runbookc(tree.path());
    command.args(["fix", "--unsafe-fixes", "--select", "SUP,LIT008"]);
    assert_eq!(command.output().unwrap().status.code(), Some(0));
    let text = fs::read_to_string(tree.path().join("fr/agent.md")).unwrap();
    assert_eq!(text, french("\n"));
}

#[test]
fn the_configuration_ignores_by_rule_path_and_locale() {
    let tree = tree();
    let ignore = |more: &str| {
        let text = format!("[[ignore]]\nrule = \"LIT001\"\nreason = \"meant\"\n{more}");
        write(&tree, "runbookc.toml", &text);
        let output = check(tree.path(), &[]);
        let is_unused =
            stderr(&output).contains("runbookc.toml:2:8: this ignores nothing (LIT001)");
        (rules(&output), is_unused)
    };
    let both = || vec!["LIT001".to_owned(), "LIT003".to_owned()];
    let one = || vec!["LIT003".to_owned()];
    assert_eq!(ignore(""), (one(), false));
    assert_eq!(
        ignore("path = \"fr/**\"\nlocale = \"fr\"\n"),
        (one(), false)
    );
    assert_eq!(ignore("path = \"*/agent.md\"\n"), (one(), false));
    assert_eq!(ignore("path = \"es/**\"\n"), (both(), true));
    assert_eq!(ignore("locale = \"es\"\n"), (both(), true));
    write(
        &tree,
        "runbookc.toml",
        "[[ignore]]\nrule = \"LIT001\"\npath = \"fr/*\"\nreason = \"meant\"\n",
    );
    let absolute = tree.path().canonicalize().unwrap();
    let from_root = check(tree.path(), &[absolute.to_str().unwrap()]);
    assert_eq!(rules(&from_root), ["LIT003"]);
    let from_inside = check(&tree.path().join("fr"), &["../en", "../fr"]);
    assert_eq!(rules(&from_inside), ["LIT003"]);
}

#[test]
fn a_reason_is_required() {
    let tree = tree();
    for (text, says) in [
        ("[[ignore]]\nrule = \"LIT001\"\n", "missing field `reason`"),
        (
            "[[ignore]]\nrule = \"LIT001\"\nreason = \" \"\n",
            "say why this is meant",
        ),
        (
            "[[ignore]]\nrule = \"LIT0O1\"\nreason = \"meant\"\n",
            "there is no rule `LIT0O1`",
        ),
    ] {
        write(&tree, "runbookc.toml", text);
        let output = check(tree.path(), &[]);
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
    }
}

#[test]
fn a_baseline_knows_findings_by_their_content() {
    let tree = tree();
    let written = check(tree.path(), &["--write-baseline", "known.json"]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    assert!(written.stdout.is_empty());
    assert!(stderr(&written).contains("wrote 2 findings to known.json"));
    let baseline = ["--baseline", "known.json"];
    let clean = check(tree.path(), &baseline);
    assert_eq!(clean.status.code(), Some(0), "{}", stderr(&clean));
    assert!(clean.stdout.is_empty());
    assert!(stderr(&clean).contains("2 known"));
    // Lines move, one finding goes, another comes.
    let text = french("Un paragraphe de plus.\n\n")
        .replace("Supprimer-CtsMailbox", "Remove-CtsMailbox")
        + "\nOuvrez `C:\\Windows\\Temp\\agent journal.log`.\n";
    write(&tree, "fr/agent.md", &text);
    let english = fs::read_to_string(tree.path().join("en/agent.md")).unwrap();
    let english = english.replace(
        "# Restart the agent\n\n",
        "# Restart the agent\n\nOne more.\n\n",
    );
    let english = english + "\nOpen `C:\\Windows\\Temp\\agent\\journal.log`.\n";
    write(&tree, "en/agent.md", &english);
    let later = check(tree.path(), &baseline);
    assert_eq!(later.status.code(), Some(1), "{}", stderr(&later));
    assert_eq!(rules(&later), ["LIT001"]);
    assert!(stderr(&later).contains("1 known · 1 entry of the baseline is gone"));
    let missing = check(tree.path(), &["--baseline", "none.json"]);
    assert_eq!(missing.status.code(), Some(2));
    write(&tree, "other.json", "{\"schema\": \"x\", \"findings\": []}");
    let other = check(tree.path(), &["--baseline", "other.json"]);
    assert_eq!(other.status.code(), Some(2));
    assert!(stderr(&other).contains("runbookc.baseline/1"));
}
