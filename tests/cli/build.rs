//! What `build` writes, twice, and what it leaves alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{runbookc, stderr};

fn tree() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (locale, title) in [("en", "Restart the agent"), ("fr", "Redémarrer l’agent")] {
        let path = folder.path().join(locale);
        fs::create_dir(&path).unwrap();
        let text = format!("# {title}\n\n## {title}\n\n```bash\nsystemctl restart agent\n```\n");
        fs::write(path.join("agent.md"), text).unwrap();
    }
    folder
}

/// All files below a folder with their bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => pending.push(path),
                false => _ = found.insert(path.clone(), fs::read(path).unwrap()),
            }
        }
    }
    found
}

#[test]
fn a_second_build_in_the_same_place_writes_the_same() {
    let tree = tree();
    let build = || runbookc(tree.path()).arg("build").output().unwrap();
    let first = build();
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    let before = files(tree.path());
    assert!(
        before
            .keys()
            .any(|p| p.ends_with("runbooks/agent/generated/manifest.json"))
    );
    assert!(
        before
            .keys()
            .any(|p| p.ends_with("target/site/fr/index.html"))
    );
    let second = build();
    assert_eq!(stderr(&second), stderr(&first));
    assert!(files(tree.path()) == before, "the bytes are the same");
}

/// The sample articles below `folder`, as they lie in the repository.
fn samples(folder: &Path) {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    for (path, bytes) in files(&locales) {
        let below = path.strip_prefix(&locales).unwrap();
        if below.parent().is_some_and(|p| p.ends_with("articles")) {
            let path = folder.join(below);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
}

/// What is built does not depend on threads, folder, environment or date.
#[test]
fn the_same_bytes_are_built_everywhere() {
    let built = |folder: &Path, threads: &str, environment: &[(&str, &str)], out: &str| {
        fs::create_dir_all(folder).unwrap();
        samples(folder);
        let past = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(86_400 * 365);
        if threads == "2" {
            for path in files(folder).into_keys() {
                fs::File::options()
                    .append(true)
                    .open(path)
                    .unwrap()
                    .set_modified(past)
                    .unwrap();
            }
        }
        let mut command = runbookc(folder);
        command.args([
            "build",
            "--source",
            "en-US",
            "--articles",
            "{locale}/articles/*.md",
        ]);
        command.args(["--threads", threads, "--out", out]);
        let output = command.envs(environment.iter().copied()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let out = folder.join(out);
        let below = |(path, bytes): (PathBuf, Vec<u8>)| {
            (path.strip_prefix(&out).unwrap().to_owned(), bytes)
        };
        files(&out)
            .into_iter()
            .map(below)
            .collect::<BTreeMap<_, _>>()
    };
    let tree = tempfile::tempdir().unwrap();
    let one = built(tree.path(), "1", &[("LANG", "C"), ("TZ", "UTC")], "out");
    let deep = tree.path().join("elsewhere/a b/é");
    let environment = [
        ("LANG", "zh_TW.UTF-8"),
        ("LC_ALL", "fr_FR.UTF-8"),
        ("TZ", "Pacific/Kiritimati"),
        ("SOURCE_DATE_EPOCH", "1"),
    ];
    let other = built(&deep, "2", &environment, "public");
    assert!(one.len() > 50, "{}", one.len());
    let differing: Vec<_> = one
        .keys()
        .chain(other.keys())
        .filter(|p| one.get(*p) != other.get(*p))
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn what_stands_there_stays_when_a_build_fails() {
    let tree = tree();
    let build = |folder: &str| {
        let mut command = runbookc(tree.path());
        command
            .args(["build", folder, "--out", "out"])
            .output()
            .unwrap()
    };
    assert_eq!(build(".").status.code(), Some(0));
    let before = files(tree.path());
    fs::create_dir(tree.path().join("empty")).unwrap();
    assert_eq!(build("empty").status.code(), Some(2));
    assert!(files(tree.path()) == before);
}

#[test]
fn nothing_is_written_where_the_site_has_no_place() {
    let tree = tree();
    let site = tree.path().join("out/site");
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("notes.txt"), "mine").unwrap();
    let before = files(tree.path());
    let mut command = runbookc(tree.path());
    let output = command.args(["build", "--out", "out"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("holds other files"));
    assert!(files(tree.path()) == before, "{}", stderr(&output));
}

#[test]
fn a_build_refuses_a_rule_that_there_is_not() {
    let tree = tree();
    let rules = "[rules]\nno-such-rule = \"off\"\n";
    fs::write(tree.path().join("runbookc.toml"), rules).unwrap();
    let output = runbookc(tree.path()).arg("build").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("runbookc.toml: there is no rule"));
}

#[test]
fn without_the_site_the_runbooks_are_the_same() {
    let tree = tree();
    let build = |out: &str, flags: &[&str]| {
        let mut command = runbookc(tree.path());
        let output = command.args(["build", "--out", out]).args(flags).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let folder = tree.path().join(out);
        let below =
            |(path, bytes): (PathBuf, _)| (path.strip_prefix(&folder).unwrap().to_owned(), bytes);
        files(&folder)
            .into_iter()
            .map(below)
            .collect::<BTreeMap<_, _>>()
    };
    let mut whole = build("whole", &[]);
    whole.retain(|path, _| path.starts_with("runbooks"));
    assert!(!whole.is_empty());
    assert!(build("alone", &["--no-site"]) == whole);
}
