//! A bare pass of pulldown-cmark over folders: what the speed of `check` is measured against.
//!
//! usage: bare FOLDER…

use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
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
    let (mut bytes, mut events) = (0, 0);
    for path in &found {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let options = runbookc::markdown::options();
        let parser = pulldown_cmark::Parser::new_ext(&text, options);
        events += parser.into_offset_iter().count();
        bytes += text.len();
    }
    println!("{} files, {bytes} bytes, {events} events", found.len());
}
