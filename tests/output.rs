//! A folder is replaced whole or not at all.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use runbookc::emit::Artifact;
use runbookc::workspace::output::{check_name, check_paths, replace_folder, replace_folders};
use tempfile::TempDir;

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

/// Many files that all say the same, so that a mixture shows.
fn version(name: &str) -> Vec<Artifact> {
    let path = |i: usize| format!("{}/{i}.txt", ["a", "b", "c"][i % 3]);
    (0..40).map(|i| artifact(&path(i), name)).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_folder_holds_exactly_what_was_written_last() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("deep/generated");
    replace_folder(&target, &[artifact("a/x.txt", "1"), artifact("b.txt", "2")]).unwrap();
    replace_folder(&target, &[artifact("a/y.txt", "3"), artifact("b.txt", "4")]).unwrap();
    assert_eq!(names(&target), ["a", "b.txt"]);
    assert_eq!(names(&target.join("a")), ["y.txt"]);
    assert_eq!(fs::read_to_string(target.join("b.txt")).unwrap(), "4");
    assert_eq!(
        names(&dir.path().join("deep")),
        ["generated"],
        "nothing is left beside it"
    );
}

#[test]
fn what_lies_beside_the_folder_stays() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("review.toml"), "mine").unwrap();
    replace_folder(&dir.path().join("generated"), &version("a")).unwrap();
    replace_folder(&dir.path().join("generated"), &version("b")).unwrap();
    assert_eq!(names(dir.path()), ["generated", "review.toml"]);
}

#[test]
fn names_are_portable() {
    let good = [
        "a.txt",
        "zh-CN",
        "procedure.json",
        "名.md",
        "com.md",
        "console",
        "COM10",
    ];
    for name in good {
        check_name(name).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    let bad = [
        "",
        ".",
        "..",
        "a/b",
        "a\\b",
        "c:",
        "con",
        "NUL.txt",
        "com1.log",
        "LPT9",
        "a.",
        "a ",
        "a\n",
        "a*",
        "a?",
        "\u{1b}[2J",
        "aux .md",
    ];
    for name in bad {
        assert!(check_name(name).is_err(), "{name:?}");
    }
    assert!(check_name(&"x".repeat(201)).is_err());
    for path in [
        "../x",
        "/etc/passwd",
        "a//b",
        "a/../b",
        "a/",
        "C:/x",
        "a/nul/b",
    ] {
        assert!(check_paths(&[artifact(path, "")]).is_err(), "{path:?}");
    }
}

#[test]
fn paths_that_meet_on_another_file_system_are_refused() {
    let meet = |a, b| check_paths(&[artifact(a, ""), artifact(b, "")]).is_err();
    assert!(meet("a.md", "A.md"));
    assert!(meet("É/x", "é/x"));
    assert!(meet("a", "a/b"));
    assert!(!meet("a/b", "a/c"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_holds_the_same_is_left_alone() {
    use std::os::unix::fs::MetadataExt;
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("generated");
    let number = |path: &str| fs::metadata(target.join(path)).unwrap().ino();
    replace_folder(&target, &version("a")).unwrap();
    let first = number("a/0.txt");
    replace_folder(&target, &version("a")).unwrap();
    assert_eq!(number("a/0.txt"), first, "nothing was written");
    fs::write(target.join("b/more.txt"), "not ours").unwrap();
    replace_folder(&target, &version("a")).unwrap();
    assert_eq!(
        names(&target.join("b"))
            .iter()
            .filter(|n| *n == "more.txt")
            .count(),
        0
    );
    fs::write(target.join("a/0.txt"), "b").unwrap();
    replace_folder(&target, &version("a")).unwrap();
    assert_whole(&target, &["a"]);
}

#[test]
fn many_folders_are_each_replaced_or_none_is() {
    let dir = TempDir::new().unwrap();
    let targets: Vec<_> = (0..300)
        .map(|i| dir.path().join(format!("{i}/generated")))
        .collect();
    let (old, new) = (version("a"), version("b"));
    let all = |version| {
        targets
            .iter()
            .map(|t| (t.clone(), version))
            .collect::<Vec<_>>()
    };
    replace_folders(&all(&old[..2]), || ()).unwrap();
    let mut folders = all(&new[..2]);
    let wrong = [artifact("../escaped", "")];
    folders[200].1 = &wrong;
    assert!(replace_folders(&folders, || ()).is_err());
    for target in &targets {
        assert_eq!(fs::read_to_string(target.join("a/0.txt")).unwrap(), "a");
        assert_eq!(names(target.parent().unwrap()), ["generated"]);
    }
    replace_folders(&all(&new[..2]), || ()).unwrap();
    for target in &targets {
        assert_eq!(fs::read_to_string(target.join("a/0.txt")).unwrap(), "b");
    }
}

#[test]
fn a_refused_path_leaves_the_old_folder() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("generated");
    replace_folder(&target, &version("a")).unwrap();
    let mut wrong = version("b");
    wrong.push(artifact("../escaped", ""));
    assert!(replace_folder(&target, &wrong).is_err());
    assert_whole(&target, &["a"]);
    assert_eq!(names(dir.path()), ["generated"]);
}

#[test]
fn a_file_in_place_of_a_folder_is_an_error_that_names_it() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("runbooks");
    fs::write(&file, "not a folder").unwrap();
    for target in [file.clone(), file.join("id/generated")] {
        let error = replace_folder(&target, &version("a")).unwrap_err();
        assert!(format!("{error:#}").contains("runbooks"), "{error:#}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "not a folder");
}

#[test]
fn a_folder_that_cannot_be_written_is_an_error() {
    // Not even root creates files in `/proc`.
    if Path::new("/proc/self").exists() {
        let error = replace_folder(Path::new("/proc/runbookc/generated"), &version("a"));
        assert!(format!("{:#}", error.unwrap_err()).contains("/proc/runbookc"));
    }
}

#[test]
fn a_folder_of_other_files_is_not_replaced() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("site");
    fs::create_dir(&target).unwrap();
    replace_folder(&target, &version("a")).unwrap();
    fs::remove_dir_all(&target).unwrap();
    fs::create_dir(&target).unwrap();
    fs::write(target.join("thesis.tex"), "years of work").unwrap();
    assert!(replace_folder(&target, &version("a")).is_err());
    assert_eq!(names(&target), ["thesis.tex"]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let dir = TempDir::new().unwrap();
    let outside = dir.path().join("outside");
    replace_folder(&outside, &version("a")).unwrap();
    let target = dir.path().join("generated");
    std::os::unix::fs::symlink(&outside, &target).unwrap();
    assert!(replace_folder(&target, &version("b")).is_err());
    assert_whole(&outside, &["a"]);
    // A link among the old files goes with them; what it points to stays.
    fs::remove_file(&target).unwrap();
    replace_folder(&target, &version("a")).unwrap();
    std::os::unix::fs::symlink(&outside, target.join("link")).unwrap();
    replace_folder(&target, &version("b")).unwrap();
    assert_whole(&outside, &["a"]);
    assert_whole(&target, &["b"]);
}

#[test]
fn a_run_that_stopped_between_two_renames_is_taken_back() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("generated");
    replace_folder(&target, &version("a")).unwrap();
    fs::rename(&target, dir.path().join(".generated.runbookc-old")).unwrap();
    fs::create_dir(dir.path().join(".generated.runbookc-new")).unwrap();
    let mut wrong = version("b");
    wrong[0].path = "thesis.tex/x".to_owned();
    wrong.push(artifact("thesis.tex", ""));
    assert!(replace_folder(&target, &wrong).is_err());
    replace_folder(&target, &version("b")).unwrap();
    assert_whole(&target, &["b"]);
    assert_eq!(names(dir.path()), ["generated"]);
}

/// Fails unless every file of the folder says the same, and that is one of `versions`.
fn assert_whole(target: &Path, versions: &[&str]) {
    let says = |a: &Artifact| fs::read_to_string(target.join(&a.path)).unwrap();
    let found: Vec<String> = version("").iter().map(says).collect();
    assert!(
        found.iter().all(|text| *text == found[0]),
        "a mixture: {found:?}"
    );
    assert!(versions.contains(&found[0].as_str()), "{}", found[0]);
}

const CHILD: &str = "RUNBOOKC_TEST_SWAP";

/// Not a test of its own: the program that the next test kills.
#[test]
fn swap_until_killed() {
    let Some(target) = std::env::var_os(CHILD) else {
        return;
    };
    for round in 0.. {
        let name = ["a", "b"][round % 2];
        replace_folder(Path::new(&target), &version(name)).unwrap();
    }
}

#[test]
fn a_kill_at_any_point_leaves_the_old_or_the_new() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("generated");
    replace_folder(&target, &version("a")).unwrap();
    for round in 0..25 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "output::swap_until_killed"])
            .env(CHILD, &target)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_millis(12 + 7 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        assert_whole(&target, &["a", "b"]);
    }
    replace_folder(&target, &version("a")).unwrap();
    assert_whole(&target, &["a"]);
    assert_eq!(names(dir.path()), ["generated"]);
}
