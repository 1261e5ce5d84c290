//! A module uses only modules above it in the table of ARCHITECTURE.md.

use std::path::{Path, PathBuf};

/// The modules in the order of ARCHITECTURE.md: each uses only those before it.
const ORDER: &[&str] = &[
    "source",
    "l10n",
    "diagnostic",
    "document",
    "markdown",
    "corpus",
    "shell",
    "catalog",
    "literal",
    "align",
    "canon",
    "procedure",
    "lint",
    "emit",
    "run",
    "workspace",
    "cli",
];

pub(super) fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        match path.is_dir() {
            true => sources(&path, files),
            false => files.push(path),
        }
    }
}

#[test]
fn modules_use_only_modules_above_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("compiler/src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut wrong = Vec::new();
    for path in files {
        let relative = path
            .strip_prefix(&root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let module = relative.split(['/', '.']).next().unwrap().to_owned();
        let Some(rank) = ORDER.iter().position(|m| *m == module) else {
            continue;
        };
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for used in line.split("crate::").skip(1) {
                let used = used
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
                    .unwrap();
                if ORDER
                    .iter()
                    .position(|m| *m == used)
                    .is_some_and(|r| r > rank)
                {
                    wrong.push(format!("{relative}:{}: {module} uses {used}", number + 1));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "modules that use a module below them:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_table_of_the_architecture_is_the_order() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text
        .lines()
        .filter_map(|l| l.strip_prefix("| `")?.split('`').next());
    let listed: Vec<&str> = rows.filter(|name| ORDER.contains(name)).collect();
    assert_eq!(
        listed, ORDER,
        "the code map of ARCHITECTURE.md lists the modules in this order"
    );
}
