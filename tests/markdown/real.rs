//! Real files, where they are there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use runbookc::document::{BlockKind, Document};
use runbookc::markdown::parse;
use runbookc::source::SourceFile;

use super::invariants::assert_sound;
use crate::require::{requires, shared};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        let extension = path.extension().and_then(|e| e.to_str());
        match path.is_dir() {
            true => files(&path, found),
            false if matches!(extension, Some("md" | "mdx" | "txt")) => found.push(path),
            false => {}
        }
    }
}

#[test]
fn real_files_are_sound() {
    if !requires("shared") {
        return;
    }
    let mut found = Vec::new();
    files(&shared(), &mut found);
    assert!(found.len() > 1_000, "only {} files", found.len());
    // All of them take a minute in a debug build.
    let step = if std::env::var_os("RUNBOOKC_REQUIRE").is_some() {
        1
    } else {
        9
    };
    let mut wrong = Vec::new();
    for path in found.into_iter().step_by(step) {
        let text = std::fs::read_to_string(&path).unwrap();
        let check = || assert_sound(&parse(Arc::new(SourceFile::new(&path, text))));
        if let Err(panic) = std::panic::catch_unwind(check) {
            let message = panic.downcast_ref::<String>().cloned().unwrap_or_default();
            wrong.push(format!("{}: {message}", path.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} files: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(20)]
    );
}

/// Code blocks and text blocks, front matter left out.
fn counts(document: &Document) -> (usize, usize) {
    let leaves = document.leaves().map(|(_, block)| &block.kind);
    let leaves = leaves.filter(|kind| !matches!(kind, BlockKind::FrontMatter { .. }));
    let (code, text): (Vec<_>, Vec<_>) = leaves.partition(|k| matches!(k, BlockKind::Code { .. }));
    (code.len(), text.len())
}

#[test]
fn the_seeds_have_51_blocks_each() {
    if !requires("shared") {
        return;
    }
    let mut found = Vec::new();
    files(&shared().join("seeds"), &mut found);
    let mut documents = Vec::new();
    for path in &found {
        let text = std::fs::read_to_string(path).unwrap();
        let parsed = parse(Arc::new(SourceFile::new(path, text)));
        documents.push(parsed.document);
        documents.extend(parsed.embedded);
    }
    assert_eq!(
        documents.len(),
        6,
        "five files, one of them with English inside"
    );
    for document in &documents {
        assert_eq!(
            counts(document),
            (12, 39),
            "{}",
            document.file.path().display()
        );
    }
}
