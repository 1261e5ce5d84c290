//! The bash sample does on this machine what the article says, in every language, by its script and by
//! `runbookc run`; it holds where it is killed, declined or fails.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::require::requires;

#[test]
fn the_sample_runs_to_its_end_in_six_languages() {
    if !requires("nginx") || !may_unshare() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = TempDir::new().unwrap();
    let build = Command::new(env!("CARGO_BIN_EXE_runbookc"))
        .args(["build", "--quiet", "--out"])
        .arg(out.path())
        .current_dir(root)
        .output()
        .unwrap();
    assert!(
        build.status.code() != Some(2),
        "{}",
        String::from_utf8_lossy(&build.stderr)
    );
    let run = Command::new("bash")
        .arg(root.join("tests/run-sample.sh"))
        .arg(out.path().join("runbooks/internal-tls-site/generated"))
        .arg(env!("CARGO_BIN_EXE_runbookc"))
        .arg(root)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&run.stdout);
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{shown}{errors}");
    assert_eq!(
        shown.matches("ran to its end").count(),
        12,
        "{shown}{errors}"
    );
}

/// Whether this process may make namespaces, so that nothing of the machine is changed. Where nginx
/// is required, so is that.
fn may_unshare() -> bool {
    let unshare = Command::new("unshare")
        .args(["--mount", "--pid", "--fork", "true"])
        .output();
    if unshare.is_ok_and(|o| o.status.success()) {
        return true;
    }
    let required = std::env::var("RUNBOOKC_REQUIRE").unwrap_or_default();
    assert!(
        !required.split(',').any(|p| p == "nginx"),
        "namespaces need root"
    );
    println!("skipped: namespaces need root");
    false
}

/// Every file below a folder with its bytes, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => {
                    let bytes = std::fs::read(&path).unwrap();
                    files.insert(path.strip_prefix(folder).unwrap().to_owned(), bytes);
                }
            }
        }
    }
    files
}

#[test]
fn the_same_bytes_whatever_the_surroundings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let build = |folder: &str, variables: [(&str, &str); 4]| {
        let out = TempDir::new().unwrap();
        let build = Command::new(env!("CARGO_BIN_EXE_runbookc"))
            .args(["build", "--quiet", "--out"])
            .arg(out.path())
            .current_dir(root.join(folder))
            .envs(variables)
            .output()
            .unwrap();
        assert!(
            build.status.code() != Some(2),
            "{}",
            String::from_utf8_lossy(&build.stderr)
        );
        files(&out.path().join("runbooks"))
    };
    let one = [
        ("LANG", "C"),
        ("LC_ALL", "C"),
        ("TZ", "UTC"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    let other = [
        ("LANG", "zh_TW.UTF-8"),
        ("LC_ALL", "zh_TW.UTF-8"),
        ("TZ", "Asia/Tokyo"),
        ("RAYON_NUM_THREADS", "2"),
    ];
    let (first, second) = (build(".", one), build("tests", other));
    assert!(!first.is_empty());
    assert!(first == second);
}
