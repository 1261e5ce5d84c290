//! The data beside the project: the seeds block by block, and locales without their source.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use runbookc::align::{self, Alignment};
use runbookc::corpus::Article;
use runbookc::document::{BlockKind, Document};
use runbookc::markdown;
use runbookc::source::{Locale, SourceFile};

use super::{article, properties};
use crate::require::{requires, shared};

/// The articles of `corpus/lync-2013` that are measured: every so many.
const STEP: usize = 12;

fn lync(locales: &[&str], source: Option<&str>) -> Vec<Article> {
    let root = shared().join("corpus/lync-2013");
    let folder = fs::read_dir(root.join("es-ES")).expect("the corpus");
    let mut names: Vec<_> = folder.map(|e| e.expect("readable").file_name()).collect();
    names.sort();
    let read = |name: &std::ffi::OsString| {
        let texts: Vec<(&str, String)> = (locales.iter())
            .map(|l| {
                (
                    *l,
                    fs::read_to_string(root.join(l).join(name)).expect("UTF-8"),
                )
            })
            .collect();
        let texts: Vec<(&str, &str)> = texts.iter().map(|(l, t)| (*l, t.as_str())).collect();
        Article {
            id: name.to_string_lossy().into_owned(),
            ..article(source, &texts)
        }
    };
    names.iter().step_by(STEP).map(read).collect()
}

/// Pairs of segments of two locales that a unit puts together, by their place in the files.
fn pairs(article: &Article, table: &Alignment, pairs: &mut BTreeSet<String>) {
    for unit in &table.units {
        let mut said = Vec::new();
        for (document, cell) in article.documents.iter().zip(&unit.cells) {
            let locale = document.locale.to_string();
            let segments = cell.iter().filter(|_| locale != "en-US");
            said.extend(segments.map(|s| (locale.clone(), document.segment(*s).span)));
        }
        for (at, one) in said.iter().enumerate() {
            for other in said[at + 1..].iter().filter(|o| o.0 != one.0) {
                pairs.insert(format!("{} {one:?} {other:?}", article.id));
            }
        }
    }
}

fn all_pairs(articles: &[Article]) -> BTreeSet<String> {
    let lexicon = align::learn(articles);
    let mut found = BTreeSet::new();
    for article in articles {
        let table = align::align(article, &lexicon);
        properties::hold(article, &table);
        pairs(article, &table, &mut found);
    }
    found
}

#[test]
fn locales_alone_agree_with_the_alignment_through_the_source() {
    if !requires("shared") {
        return;
    }
    let five = ["es-ES", "fr-FR", "pt-BR", "zh-CN", "zh-TW"];
    let six = ["en-US", "es-ES", "fr-FR", "pt-BR", "zh-CN", "zh-TW"];
    let with = all_pairs(&lync(&six, Some("en-US")));
    let alone = all_pairs(&lync(&five, None));
    let both = with.intersection(&alone).count();
    let agreement = both as f64 / with.len() as f64;
    println!("{both} of {} pairs: {agreement:.4}", with.len());
    assert!(agreement >= 0.97, "{agreement}");
}

/// What the front matter says, else the locale in the address of the original.
fn locale_of(document: &Document) -> Locale {
    let address = document.metadata("ms:mtpsurl").unwrap_or_default();
    let own = document.metadata("ms.contentlocale");
    let tag = own.or_else(|| address.split('/').nth(3)).expect("a locale");
    tag.parse().expect("a locale")
}

/// The seeds as one article: four files, and one that carries its English source.
fn seeds(folder: &Path) -> Article {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the seeds")
        .map(|e| e.expect("readable").path())
        .collect();
    paths.sort();
    let mut documents: Vec<Document> = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let parsed = markdown::parse(Arc::new(SourceFile::new(path, text)));
        let mut document = parsed.document;
        document.locale = locale_of(&document);
        documents.push(document);
        documents.extend(parsed.embedded.map(|mut source| {
            source.locale = "en-US".parse().expect("a locale");
            source
        }));
    }
    documents.sort_by(|a, b| a.locale.cmp(&b.locale));
    let source = documents
        .iter()
        .position(|d| d.locale.to_string() == "en-US");
    Article {
        id: "seeds".to_owned(),
        documents,
        source,
    }
}

#[test]
fn every_block_of_the_seeds_corresponds_in_every_locale() {
    if !requires("shared") {
        return;
    }
    let article = seeds(&shared().join("seeds"));
    assert_eq!(article.documents.len(), 6, "five locales and the source");
    let lexicon = align::learn(std::slice::from_ref(&article));
    let table = align::align(&article, &lexicon);
    properties::hold(&article, &table);
    let mut blocks = BTreeSet::new();
    for row in &table.rows {
        let front_matter = row.blocks.iter().enumerate().any(|(d, block)| {
            let kind = block.map(|b| &article.documents[d].block(b).kind);
            matches!(kind, Some(BlockKind::FrontMatter { .. }))
        });
        if front_matter {
            continue;
        }
        assert!(
            row.blocks.iter().all(Option::is_some) && !row.moved.contains(&true),
            "a block has no counterpart: {row:?}"
        );
        // An alert and a list item count as one block, whatever they hold.
        let document = &article.documents[table.pivot];
        let mut top = row.blocks[table.pivot].expect("checked above");
        let mut at = Some(top);
        while let Some(block) = at.map(|id| document.block(id)) {
            if matches!(block.kind, BlockKind::Alert { .. } | BlockKind::Item { .. }) {
                top = at.expect("this block");
            }
            at = block.parent;
        }
        blocks.insert(top);
    }
    assert_eq!(blocks.len(), 51);
}
