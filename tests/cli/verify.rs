//! `verify`: what stands on disk against what is built in memory, and commands against those that
//! a person approved.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use super::{runbookc, stderr};
use crate::schema::{published, violations};

const COMMAND: &str = "systemctl restart agent";

fn write(folder: &Path, locale: &str, words: &str, code: &str) {
    fs::create_dir_all(folder.join(locale)).unwrap();
    let text = format!("# {words}\n\n## {words}\n\n{words}:\n\n```bash\n{code}\n```\n");
    fs::write(folder.join(locale).join("agent.md"), text).unwrap();
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = runbookc(folder);
    command.args(arguments).args(["--source", "en"]);
    command.output().unwrap()
}

/// Exit code, standard output and standard error of `verify`.
fn verify(folder: &Path, more: &[&str]) -> (i32, String, String) {
    let output = run(folder, &[&["verify"], more].concat());
    let shown = String::from_utf8(output.stdout.clone()).unwrap();
    (output.status.code().unwrap(), shown, stderr(&output))
}

fn build(folder: &Path) {
    let output = run(folder, &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

/// Built, approved and clean.
fn tree() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "en", "Restart the agent", COMMAND);
    write(folder.path(), "fr", "Redémarrer l’agent", COMMAND);
    build(folder.path());
    let (code, shown, said) = verify(folder.path(), &["--approve"]);
    assert_eq!((code, shown.as_str()), (0, ""), "{said}");
    assert!(said.contains("runbooks/agent/approved.toml"), "{said}");
    folder
}

#[test]
fn what_was_built_and_approved_is_clean() {
    let tree = tree();
    let (code, shown, said) = verify(tree.path(), &[]);
    assert_eq!((code, shown.as_str()), (0, ""), "{said}");
    let path = tree.path().join("runbooks/agent/approved.toml");
    let approved = fs::read_to_string(&path).unwrap();
    assert!(
        approved.contains(&format!("code = \"{COMMAND}\"")),
        "{approved}"
    );
    verify(tree.path(), &["--approve"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), approved);
    build(tree.path());
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        approved,
        "build leaves it alone"
    );
}

#[test]
fn a_command_that_nobody_approved_stops_with_a_diff() {
    let tree = tree();
    for (locale, words) in [("en", "Restart the agent"), ("fr", "Redémarrer l’agent")] {
        write(tree.path(), locale, words, "systemctl stop agent");
    }
    build(tree.path());
    let (code, shown, said) = verify(tree.path(), &[]);
    assert_eq!(code, 1, "{shown}{said}");
    for line in [
        "agent: 1 command was not approved",
        "-code = \"systemctl restart agent\"",
        "+code = \"systemctl stop agent\"",
    ] {
        assert!(shown.lines().any(|l| l == line), "{line} in {shown}");
    }
    assert!(said.contains("verify --approve"), "{said}");
    let (code, _, _) = verify(tree.path(), &["--lang", "fr-FR"]);
    assert_eq!(code, 1);
    assert_eq!(verify(tree.path(), &["--approve"]).0, 0);
    assert_eq!(verify(tree.path(), &[]).0, 0);
}

#[test]
fn without_a_list_no_command_is_approved() {
    let tree = tree();
    fs::remove_file(tree.path().join("runbooks/agent/approved.toml")).unwrap();
    let (code, shown, _) = verify(tree.path(), &[]);
    assert_eq!(code, 1);
    assert!(shown.contains(&format!("+code = \"{COMMAND}\"")), "{shown}");
}

#[test]
fn notes_of_a_person_stay() {
    let tree = tree();
    let path = tree.path().join("runbooks/agent/approved.toml");
    let text = fs::read_to_string(&path).unwrap();
    let noted = text.replace("code = ", "note = \"agreed in CR 7\"\ncode = ");
    fs::write(&path, &noted).unwrap();
    assert_eq!(verify(tree.path(), &[]).0, 0);
    let two =
        "```bash\nsystemctl restart agent\n```\n\nThen:\n\n```bash\nsystemctl status agent\n```\n";
    fs::write(
        tree.path().join("en/agent.md"),
        format!("# Restart the agent\n\n## Restart the agent\n\nRestart the agent:\n\n{two}"),
    )
    .unwrap();
    fs::write(
        tree.path().join("fr/agent.md"),
        format!("# Redémarrer l’agent\n\n## Redémarrer l’agent\n\nRedémarrer l’agent:\n\n{two}"),
    )
    .unwrap();
    build(tree.path());
    let (code, shown, _) = verify(tree.path(), &[]);
    assert_eq!(code, 1);
    assert!(
        !shown.contains("-note") && !shown.contains("+note"),
        "{shown}"
    );
    verify(tree.path(), &["--approve"]);
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("agreed in CR 7") && text.contains("status agent"),
        "{text}"
    );
}

#[test]
fn each_file_that_is_not_as_built_is_named() {
    let tree = tree();
    let built = tree.path().join("runbooks/agent/generated");
    let script = built.join("fr/agent.sh");
    let text = fs::read_to_string(&script).unwrap();
    fs::write(&script, text.replace("restart agent", "stop agent")).unwrap();
    fs::remove_file(built.join("en/agent.md")).unwrap();
    fs::write(built.join("en/more.sh"), "rm -r /tmp/x").unwrap();
    let (code, shown, _) = verify(tree.path(), &[]);
    assert_eq!(code, 1);
    for line in [
        "runbooks/agent/generated/en/agent.md: is missing",
        "runbooks/agent/generated/en/more.sh: is none of the files that `build` writes",
        "runbooks/agent/generated/fr/agent.sh: is not what `build` writes now",
    ] {
        assert!(shown.lines().any(|l| l == line), "{line} in {shown}");
    }
    assert_eq!(shown.lines().count(), 3, "{shown}");
}

#[test]
fn a_change_of_the_article_is_told_and_needs_no_approval_where_commands_stay() {
    let tree = tree();
    write(tree.path(), "fr", "Relancer l’agent", COMMAND);
    let (code, shown, _) = verify(tree.path(), &[]);
    assert_eq!(code, 1);
    let line = "agent: the article has changed since it was built, in fr";
    assert!(shown.lines().any(|l| l == line), "{shown}");
    build(tree.path());
    assert_eq!(verify(tree.path(), &[]).0, 0);
}

#[test]
fn what_was_built_of_an_article_that_is_gone_is_named() {
    let tree = tree();
    fs::rename(
        tree.path().join("runbooks/agent"),
        tree.path().join("runbooks/other"),
    )
    .unwrap();
    build(tree.path());
    let (code, shown, _) = verify(tree.path(), &["--approve"]);
    assert_eq!(code, 1);
    let line = "runbooks/other/generated: belongs to no article";
    assert_eq!(shown.trim_end(), line);
    // Only a part of the articles is looked at: others may be there.
    let (code, shown, said) = verify(tree.path(), &["en", "fr"]);
    assert_eq!((code, shown.as_str()), (0, ""), "{said}");
}

#[test]
fn programs_read_the_same() {
    let tree = tree();
    let report = |code: i32| -> Value {
        let (found, shown, said) = verify(tree.path(), &["--format", "json"]);
        assert_eq!(found, code, "{said}");
        serde_json::from_str(&shown).unwrap()
    };
    let clean = report(0);
    assert_eq!(clean["schema"], "runbookc.verify/1");
    assert_eq!(clean["clean"], true);
    fs::remove_file(tree.path().join("runbooks/agent/approved.toml")).unwrap();
    fs::remove_file(tree.path().join("runbooks/agent/generated/procedure.json")).unwrap();
    let found = report(1);
    let article = &found["articles"][0];
    assert_eq!(article["files"][0]["path"], "procedure.json");
    assert_eq!(article["files"][0]["state"], "missing");
    assert_eq!(article["commands"]["new"][0]["code"], COMMAND);
}

#[test]
fn a_list_that_is_none_is_named_with_the_reason() {
    let tree = tree();
    let path = tree.path().join("runbooks/agent/approved.toml");
    for text in ["schema = 1", "[[command]]\n", "schema = \"x\"", "\u{0}"] {
        fs::write(&path, text).unwrap();
        for more in [&[][..], &["--approve"]] {
            let (code, _, said) = verify(tree.path(), more);
            assert_eq!(code, 2, "{said}");
            assert!(said.contains("runbooks/agent/approved.toml"), "{said}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }
}

/// The manifest says how far a command is verified, in which locales and by which catalogue.
#[test]
fn the_manifest_says_why_a_command_is_verified() {
    let folder = tempfile::tempdir().unwrap();
    let code = "Get-CsUser -Identity \"Ana Prado\" | Set-CsUser -EnterpriseVoiceEnabled $True\n```\n\n\
                and\n\n```powershell\nGet-CsUser -NoSuchThing 1";
    for (locale, words) in [("en", "Enable a user"), ("fr", "Activer un utilisateur")] {
        write(folder.path(), locale, words, code);
        let path = folder.path().join(locale).join("agent.md");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("```bash", "```powershell")).unwrap();
    }
    build(folder.path());
    let path = folder.path().join("runbooks/agent/generated/manifest.json");
    let manifest: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let known = &manifest["commands"][0];
    assert_eq!(known["verification"], 3, "{manifest}");
    assert_eq!(
        known["verified"]["locales"],
        serde_json::json!(["en", "fr"])
    );
    assert_eq!(
        known["verified"]["catalogue"],
        serde_json::json!(["SkypeForBusiness"])
    );
    let unknown = &manifest["commands"][1];
    assert_eq!(unknown["verification"], 2, "{manifest}");
    assert_eq!(
        unknown["verified"]["unknown"],
        serde_json::json!(["-NoSuchThing"])
    );
}

/// A journal of a run of the runbook that stands, in which its command did well.
fn journal(folder: &Path, digest: &str) -> String {
    let manifest = fs::read_to_string(folder.join("runbooks/agent/generated/manifest.json"));
    let manifest: Value = serde_json::from_str(&manifest.unwrap()).unwrap();
    let step = manifest["commands"][0]["step"].as_str().unwrap();
    let line = |more: &str| {
        format!("{{\"schema\":\"runbookc.journal/1\",\"at\":\"2026-01-31T12:34:56Z\",{more}}}\n")
    };
    let run = format!(
        "\"event\":\"start\",\"runbook\":\"agent\",\"goal\":\"main\",\"locale\":\"en\",\
         \"digest\":\"{digest}\",\"host\":\"ops1\",\"driver\":\"bash\""
    );
    line(&run)
        + &line(&format!("\"event\":\"begin\",\"step\":\"{step}\""))
        + &line(&format!(
            "\"event\":\"end\",\"step\":\"{step}\",\"outcome\":\"done\""
        ))
}

fn digest(folder: &Path) -> String {
    let script = folder.join("runbooks/agent/generated/en/agent.sh");
    let script = fs::read_to_string(script).unwrap();
    let (_, rest) = script.split_once("RB_DIGEST='").unwrap();
    rest.split('\'').next().unwrap().to_owned()
}

fn level(folder: &Path) -> Value {
    let manifest = fs::read_to_string(folder.join("runbooks/agent/generated/manifest.json"));
    let manifest: Value = serde_json::from_str(&manifest.unwrap()).unwrap();
    let wrong = violations(&manifest, &published("manifest.schema.json"));
    assert_eq!(wrong, Vec::<String>::new());
    manifest["commands"][0]["verification"].clone()
}

#[test]
fn a_command_that_did_well_is_verified_to_the_highest_level_until_it_changes() {
    let tree = tree();
    let path = tree.path().join("run.jsonl");
    assert_eq!(level(tree.path()), 2);
    fs::write(&path, journal(tree.path(), &digest(tree.path()))).unwrap();
    let (code, _, said) = verify(tree.path(), &["--record", "run.jsonl"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("runbooks/agent/executed.toml"), "{said}");
    build(tree.path());
    assert_eq!(level(tree.path()), 4);
    assert_eq!(verify(tree.path(), &[]).0, 0);
    for (locale, words) in [("en", "Restart the agent"), ("fr", "Redémarrer l’agent")] {
        write(tree.path(), locale, words, "systemctl stop agent");
    }
    build(tree.path());
    assert_eq!(level(tree.path()), 2);
}

#[test]
fn a_run_of_other_commands_is_not_recorded() {
    let tree = tree();
    let path = tree.path().join("run.jsonl");
    fs::write(&path, journal(tree.path(), "00")).unwrap();
    assert_eq!(verify(tree.path(), &["--record", "run.jsonl"]).0, 2);
    let done = journal(tree.path(), &digest(tree.path()));
    fs::write(&path, done.replace("\"begin\"", "\"back\"")).unwrap();
    assert_eq!(verify(tree.path(), &["--record", "run.jsonl"]).0, 0);
    build(tree.path());
    assert_eq!(level(tree.path()), 2, "it was only found done");
}
