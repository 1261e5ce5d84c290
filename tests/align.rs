//! Alignment: cases on disk with the expected table, properties that hold of every table, blocks
//! moved and doubled by the test, and the data beside the project.
//!
//! A case is a folder of `<locale>.md` with `table.txt`: a line `[kind]` per row, its units as one
//! line per locale, `-` where it says nothing; `UPDATE_EXPECT=1` rewrites it. A file `source` names
//! the source locale.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use runbookc::align::{self, Alignment, RowId};
use runbookc::corpus::Article;
use runbookc::document::{BlockKind, Document};
use runbookc::markdown;
use runbookc::source::{Locale, SourceFile};

mod corpus;
mod moves;
mod properties;

/// A document of a test.
pub(crate) fn document(locale: &str, text: &str) -> Document {
    let file = SourceFile::new(format!("{locale}.md"), text);
    let mut document = markdown::parse(Arc::new(file)).document;
    document.locale = locale.parse().expect("a locale");
    document
}

/// An article of texts by locale.
pub(crate) fn article(source: Option<&str>, texts: &[(&str, &str)]) -> Article {
    let mut documents: Vec<Document> = texts.iter().map(|(l, t)| document(l, t)).collect();
    documents.sort_by(|a, b| a.locale.cmp(&b.locale));
    let source: Option<Locale> = source.map(|s| s.parse().expect("a locale"));
    let source = source.and_then(|s| documents.iter().position(|d| d.locale == s));
    Article {
        id: "case".to_owned(),
        documents,
        source,
    }
}

fn read_case(folder: &Path) -> Article {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("a case is a folder") {
        let path = entry.expect("readable").path();
        if path.extension().is_some_and(|e| e == "md") {
            let locale = path.file_stem().and_then(|s| s.to_str()).expect("a locale");
            let text = fs::read_to_string(&path).expect("UTF-8");
            texts.push((locale.to_owned(), text));
        }
    }
    let source = fs::read_to_string(folder.join("source")).ok();
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(l, t)| (l.as_str(), t.as_str()))
        .collect();
    article(source.as_deref().map(str::trim), &texts)
}

fn row_title(article: &Article, alignment: &Alignment, row: usize) -> String {
    let row = &alignment.rows[row];
    let kinds = row.blocks.iter().enumerate().filter_map(|(d, block)| {
        let document = &article.documents[d];
        Some(match document.block((*block)?).kind {
            BlockKind::FrontMatter { .. } => "front matter",
            BlockKind::Heading { .. } => "heading",
            BlockKind::Cell { .. } => "cell",
            BlockKind::Code { .. } => "code",
            BlockKind::Opaque => "opaque",
            _ => "text",
        })
    });
    let mut kinds: Vec<&str> = kinds.collect();
    kinds.dedup();
    let mut title = kinds.join("/");
    for (document, _) in row.moved.iter().enumerate().filter(|(_, moved)| **moved) {
        let _ = write!(title, ", moved in {}", article.documents[document].locale);
    }
    if row.copy_of.is_some() {
        title.push_str(", a copy");
    }
    title
}

/// The table as text, as in `table.txt`.
fn table(article: &Article, alignment: &Alignment) -> String {
    let mut out = String::new();
    for row in 0..alignment.rows.len() {
        let _ = writeln!(out, "[{}]", row_title(article, alignment, row));
        for (_, unit) in alignment.units_of(RowId(row as u32)) {
            for (document, cell) in article.documents.iter().zip(&unit.cells) {
                let texts = cell
                    .iter()
                    .map(|s| document.segment(*s).text.replace('\n', " ⏎ "));
                let texts: Vec<String> = texts.collect();
                let text = if texts.is_empty() {
                    "-".to_owned()
                } else {
                    texts.join(" | ")
                };
                let _ = writeln!(out, "{}: {text}", document.locale);
            }
            out.push('\n');
        }
    }
    out
}

#[test]
fn cases() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/align");
    let mut folders: Vec<PathBuf> = fs::read_dir(root)
        .expect("tests/align")
        .map(|e| e.expect("readable").path())
        .filter(|p| p.is_dir())
        .collect();
    folders.sort();
    let mut wrong = Vec::new();
    for folder in folders {
        let article = read_case(&folder);
        let lexicon = align::learn(std::slice::from_ref(&article));
        let alignment = align::align(&article, &lexicon);
        properties::hold(&article, &alignment);
        let found = table(&article, &alignment);
        let path = folder.join("table.txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &found).expect("writable");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            let name = folder.display();
            wrong.push(format!(
                "{name}:\n--- expected\n{expected}\n--- found\n{found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
