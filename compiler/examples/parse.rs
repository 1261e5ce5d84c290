//! Parses the files of folders and counts what came out; `-` as first argument dumps the text.
//!
//! usage: parse FOLDER…

use std::path::{Path, PathBuf};
use std::sync::Arc;

use runbookc::source::SourceFile;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found.push(folder.to_owned());
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let extension = path.extension().and_then(|e| e.to_str());
        match path.is_dir() {
            true => files(&path, found),
            false if matches!(extension, Some("md" | "mdx" | "txt")) => found.push(path),
            false => {}
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program to measure with"
)]
fn main() {
    let mut found = Vec::new();
    for folder in std::env::args_os().skip(1) {
        files(Path::new(&folder), &mut found);
    }
    found.sort();
    let (mut blocks, mut segments, mut notices) = (0, 0, 0);
    for path in &found {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let parsed = runbookc::markdown::parse(Arc::new(SourceFile::new(path, text)));
        let documents = std::iter::once(&parsed.document).chain(&parsed.embedded);
        for document in documents {
            blocks += document.blocks.len();
            segments += document.segments.len();
        }
        notices += parsed.notices.len();
    }
    println!(
        "{} files, {blocks} blocks, {segments} segments, {notices} notices",
        found.len()
    );
}
