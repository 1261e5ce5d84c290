//! Files that can be read in one go, under names that say what is in them.

use std::path::{Path, PathBuf};

/// The most lines of code in a file, comments and empty lines apart. Most have 100 to 250.
const LONGEST: usize = 450;

/// Names that say nothing about what is behind them.
const EMPTY_NAMES: &[&str] = &[
    "common", "helpers", "helper", "manager", "misc", "util", "utils",
];

fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    super::layers::sources(&root.join("compiler/src"), &mut files);
    super::layers::sources(&root.join("tests"), &mut files);
    files.retain(|path| path.extension().is_some_and(|e| e == "rs"));
    files
}

fn is_code(line: &&str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with("//")
}

#[test]
fn files_are_short() {
    let mut long = Vec::new();
    for path in sources() {
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text.lines().filter(is_code).count();
        // A table that rustfmt leaves alone is data.
        if lines > LONGEST && !text.contains("#[rustfmt::skip]") {
            long.push(format!("{}: {lines} lines of code", path.display()));
        }
    }
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}

#[test]
fn modules_have_telling_names() {
    let named = |path: &PathBuf| {
        let names = path.components().filter_map(|c| c.as_os_str().to_str());
        let mut stems = names.map(|n| n.trim_end_matches(".rs"));
        stems.any(|stem| EMPTY_NAMES.contains(&stem))
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let relative = |path: PathBuf| path.strip_prefix(root).unwrap().to_owned();
    let wrong: Vec<PathBuf> = sources().into_iter().map(relative).filter(named).collect();
    assert!(wrong.is_empty(), "say what is in them: {wrong:?}");
}
