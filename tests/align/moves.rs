//! Blocks that the test moves or doubles in a translation are found again.

use std::fs;
use std::path::Path;

use runbookc::align::{self, Alignment, Lexicon, Row};
use runbookc::corpus::Article;
use runbookc::document::{Block, BlockId, BlockKind, Document};

use super::{article, properties};

const ARTICLES: &[&str] = &["internal-tls-site", "outlook-web-app-im"];
const LOCALES: &[&str] = &["pt-BR", "zh-CN"];

fn sample(name: &str, locale: &str) -> String {
    let file = format!("locales/{locale}/articles/{name}.md");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(path).expect("a sample article")
}

/// The sample in es-ES, which stays as it is, and one other locale, which is changed.
fn pair(name: &str, locale: &str, text: &str) -> Article {
    article(
        Some("es-ES"),
        &[("es-ES", &sample(name, "es-ES")), (locale, text)],
    )
}

/// Blocks that can be cut out of a text and put elsewhere: leaves outside any container that say
/// enough to be known again.
fn movable(document: &Document) -> Vec<(BlockId, &Block)> {
    let says = |id: BlockId| {
        document
            .segments_of(id)
            .map(|(_, s)| s.text.len())
            .sum::<usize>()
    };
    let free = |b: &Block| {
        b.parent.is_none() && !b.span.is_empty() && !matches!(b.kind, BlockKind::FrontMatter { .. })
    };
    let leaves = document.leaves();
    leaves.filter(|(id, b)| free(b) && says(*id) > 24).collect()
}

fn text_of(document: &Document, block: BlockId) -> String {
    let texts = document.segments_of(block).map(|(_, s)| s.text.as_str());
    texts.collect::<Vec<_>>().join(" ")
}

/// The texts of each row in the second document, by those in the first.
fn rows<'a>(article: &Article, table: &'a Alignment) -> Vec<(&'a Row, [Option<String>; 2])> {
    let text = |d: usize, row: &Row| row.blocks[d].map(|b| text_of(&article.documents[d], b));
    table
        .rows
        .iter()
        .map(|row| (row, [text(0, row), text(1, row)]))
        .collect()
}

struct Score {
    found: usize,
    all: usize,
    lost: Vec<String>,
}

fn try_all(
    change: impl Fn(&str, (usize, usize), usize) -> String,
    holds: impl Fn(&Article, &Alignment, &str) -> bool,
) -> Score {
    let mut score = Score {
        found: 0,
        all: 0,
        lost: Vec::new(),
    };
    for name in ARTICLES {
        for locale in LOCALES {
            let original = sample(name, locale);
            let plain = pair(name, locale, &original);
            let lexicon = align::learn(std::slice::from_ref(&plain));
            let document = &plain.documents[1];
            let blocks = movable(document);
            for (at, (id, block)) in blocks.iter().enumerate() {
                let target = blocks[(at + blocks.len() / 2) % blocks.len()].1.span.start as usize;
                let from = (block.span.start as usize, block.span.end as usize);
                let changed = change(&original, from, target);
                let article = pair(name, locale, &changed);
                let table = checked(&article, &lexicon);
                let text = text_of(document, *id);
                score.all += 1;
                match holds(&article, &table, &text) {
                    true => score.found += 1,
                    false => score.lost.push(format!("{name} {locale}: {text}")),
                }
            }
        }
    }
    score
}

fn checked(article: &Article, lexicon: &Lexicon) -> Alignment {
    let table = align::align(article, lexicon);
    properties::hold(article, &table);
    table
}

/// The text that corresponds in es-ES to `text` when nothing was changed.
fn counterpart(article: &Article, text: &str) -> Option<String> {
    let locale = article.documents[1].locale.to_string();
    let name = ARTICLES
        .iter()
        .find(|name| article.documents[0].file.text() == sample(name, "es-ES"))?;
    let plain = pair(name, &locale, &sample(name, &locale));
    let lexicon = align::learn(std::slice::from_ref(&plain));
    let table = align::align(&plain, &lexicon);
    let row = rows(&plain, &table)
        .into_iter()
        .find(|(_, t)| t[1].as_deref() == Some(text));
    row.and_then(|(_, texts)| texts[0].clone())
}

#[test]
fn moved_blocks_are_found() {
    let cut_and_put = |text: &str, (from, to): (usize, usize), target: usize| {
        let block = format!("\n\n{}\n\n", &text[from..to]);
        let mut moved = text.to_owned();
        if target >= to {
            moved.insert_str(target, &block);
            moved.replace_range(from..to, "");
        } else {
            moved.replace_range(from..to, "");
            moved.insert_str(target, &block);
        }
        moved
    };
    let together = |article: &Article, table: &Alignment, text: &str| {
        let expected = counterpart(article, text);
        let rows = rows(article, table);
        let row = rows.iter().find(|(_, t)| t[1].as_deref() == Some(text));
        row.is_some_and(|(_, texts)| texts[0] == expected)
    };
    let score = try_all(cut_and_put, together);
    println!("moved blocks found: {} of {}", score.found, score.all);
    assert!(score.all > 60, "{}", score.all);
    assert!(
        score.found * 100 >= score.all * 96,
        "{} of {}; lost:\n{}",
        score.found,
        score.all,
        score.lost.join("\n")
    );
}

#[test]
fn doubled_blocks_are_found() {
    let double = |text: &str, (from, to): (usize, usize), target: usize| {
        let block = format!("\n\n{}\n\n", &text[from..to]);
        let mut doubled = text.to_owned();
        doubled.insert_str(target, &block);
        doubled
    };
    let one_copy = |article: &Article, table: &Alignment, text: &str| {
        let rows = rows(article, table);
        let said: Vec<_> = rows
            .iter()
            .filter(|(_, t)| t[1].as_deref() == Some(text))
            .collect();
        let copies = said.iter().filter(|(row, texts)| {
            let original = row.copy_of.map(|r| &rows[r.0 as usize].1);
            texts[0].is_none() && original.is_some_and(|o| o[1].as_deref() == Some(text))
        });
        copies.count() == 1
    };
    let score = try_all(double, one_copy);
    println!("doubled blocks found: {} of {}", score.found, score.all);
    assert!(
        score.found * 100 >= score.all * 96,
        "{} of {}; lost:\n{}",
        score.found,
        score.all,
        score.lost.join("\n")
    );
}
