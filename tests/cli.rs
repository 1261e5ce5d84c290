//! The program run as a whole: what it finds, refuses and says.
//!
//! A case in `tests/cli/cases/` is one text file: what to run and what to expect, then the files
//! of a small tree, each after a line `-- path --`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

mod build;
mod console;
mod fix;
mod locales;
mod review;
mod schema;
mod suppress;
mod verify;

/// What a case says.
#[derive(Default)]
struct Case {
    /// The arguments; `align --format json` unless said.
    arguments: Vec<String>,
    /// The exit code.
    exit: i32,
    /// Articles as `id locale=path …`, all of them, where any is given.
    articles: Vec<String>,
    /// What standard error holds.
    says: Vec<String>,
    /// What standard error does not hold.
    never_says: Vec<String>,
    /// Path, how it is made, and its content.
    files: Vec<(String, String, String)>,
}

fn parse(text: &str) -> Case {
    let mut case = Case::default();
    for line in text.lines() {
        let header = line.strip_prefix("-- ").and_then(|l| l.strip_suffix(" --"));
        if let Some(header) = header {
            let (path, how) = header.split_once(' ').unwrap_or((header, ""));
            case.files
                .push((path.to_owned(), how.to_owned(), String::new()));
        } else if let Some((_, _, content)) = case.files.last_mut() {
            content.push_str(line);
            content.push('\n');
        } else if let Some((key, value)) = line.split_once(": ") {
            match key {
                "run" => case.arguments = value.split(' ').map(str::to_owned).collect(),
                "exit" => case.exit = value.parse().unwrap(),
                "article" => case.articles.push(value.to_owned()),
                "says" => case.says.push(value.to_owned()),
                "never says" => case.never_says.push(value.to_owned()),
                "about" => {}
                other => panic!("{other} is no key of a case"),
            }
        }
    }
    case
}

/// Makes a file of a case below `root`.
fn make(root: &Path, (path, how, content): &(String, String, String)) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    match how.split_once(' ').unwrap_or((how, "")) {
        ("", _) => fs::write(path, content).unwrap(),
        ("(repeat", count) => {
            let count: usize = count.trim_end_matches(')').parse().unwrap();
            fs::write(path, content.trim_end().repeat(count)).unwrap();
        }
        ("(bytes", bytes) => {
            let bytes = bytes.trim_end_matches(')').split(' ');
            let bytes: Vec<u8> = bytes.map(|b| u8::from_str_radix(b, 16).unwrap()).collect();
            fs::write(path, bytes).unwrap();
        }
        ("(link", target) => link(target.trim_end_matches(')'), &path),
        (how, _) => panic!("{how} is no way to make a file"),
    }
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    std::os::unix::fs::symlink(target, path).unwrap();
}

#[cfg(not(unix))]
fn link(_target: &str, _path: &Path) {}

/// The program, in an environment that says nothing.
pub(crate) fn runbookc(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runbookc"));
    command.current_dir(folder);
    for name in [
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "CLICOLOR",
    ] {
        command.env_remove(name);
    }
    command
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The articles of `align --format json`, as cases write them.
fn articles(output: &Output) -> Vec<String> {
    let value: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let articles = value["articles"].as_array().cloned().unwrap_or_default();
    let line = |article: &Value| {
        let mut words = vec![article["id"].as_str().unwrap().to_owned()];
        let locales: BTreeMap<String, Value> =
            serde_json::from_value(article["locales"].clone()).unwrap();
        words.extend(
            locales
                .iter()
                .map(|(l, path)| format!("{l}={}", path.as_str().unwrap())),
        );
        words.join(" ")
    };
    articles.iter().map(line).collect()
}

fn run(case: &Case) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    // A folder inside, so that a link can lead out of it.
    let root = folder.path().join("tree");
    fs::create_dir(&root).unwrap();
    case.files.iter().for_each(|file| make(&root, file));
    let arguments = match case.arguments.is_empty() {
        true => vec!["align".to_owned(), "--format".to_owned(), "json".to_owned()],
        false => case.arguments.clone(),
    };
    let began = Instant::now();
    let output = runbookc(&root).args(arguments).output().unwrap();
    let said = stderr(&output);
    let mut wrong = Vec::new();
    if began.elapsed() > Duration::from_secs(60) {
        wrong.push(format!("took {:?}", began.elapsed()));
    }
    if output.status.code() != Some(case.exit) {
        wrong.push(format!("exit: {:?}", output.status.code()));
    }
    let found = articles(&output);
    if !case.articles.is_empty() && found != case.articles {
        wrong.extend(found.iter().map(|a| format!("article: {a}")));
    }
    let missing = case.says.iter().filter(|words| !said.contains(*words));
    wrong.extend(missing.map(|words| format!("does not say: {words}")));
    let unwanted = case.never_says.iter().filter(|words| said.contains(*words));
    wrong.extend(unwanted.map(|words| format!("says: {words}")));
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(format!("{}\nstderr:\n{said}", wrong.join("\n"))),
    }
}

#[test]
fn cases_come_out_as_they_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    let mut failed = Vec::new();
    for path in &paths {
        let case = parse(&fs::read_to_string(path).unwrap());
        if let Err(reason) = run(&case) {
            failed.push(format!("{}\n{reason}", path.file_name().unwrap().display()));
        }
    }
    assert!(paths.len() > 10, "cases are found");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Runs the program and closes its standard output after one line.
pub(crate) fn run_into_closed_pipe(mut command: Command) -> Output {
    use std::io::{BufRead, BufReader};
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut reader = BufReader::with_capacity(16, child.stdout.take().unwrap());
    reader.read_line(&mut line).unwrap();
    drop(reader);
    child.wait_with_output().unwrap()
}
