//! Recognizing and searching literals takes no time that grows with the square of a text.

use std::sync::Arc;
use std::time::{Duration, Instant};

use runbookc::catalog::Catalogue;
use runbookc::corpus::Article;
use runbookc::lint::Settings;
use runbookc::source::SourceFile;
use runbookc::{align, canon, lint, literal, markdown};

fn check(texts: [String; 2]) -> Duration {
    let began = Instant::now();
    let document = |(locale, text): (&str, String)| {
        let mut document = markdown::parse(Arc::new(SourceFile::new(locale, text))).document;
        document.locale = locale.parse().unwrap();
        literal::recognize(&mut document);
        document
    };
    let documents = ["en-US", "es-ES"].into_iter().zip(texts).map(document);
    let articles = [Article {
        id: "case".to_owned(),
        documents: documents.collect(),
        source: Some(0),
    }];
    let lexicon = align::learn(&articles);
    let alignment = align::align(&articles[0], &lexicon);
    let canon = canon::decide(&articles[0], &alignment, canon::Background::shipped());
    lint::check(lint::ArticleView {
        article: &articles[0],
        alignment: &alignment,
        canon: &canon,
        catalogue: Catalogue::shipped(),
        settings: &Settings::default(),
    });
    began.elapsed()
}

#[test]
fn long_runs_and_many_literals_are_checked_in_time() {
    let many: String = (0..2000)
        .map(|i| format!("C:\\\\Data\\\\Set{i}\\\\File{i}.log "))
        .collect();
    let names: String = (0..2000)
        .map(|i| format!("Get-FabItem{i} host{i}.example.com "))
        .collect();
    let cases = [
        [")".repeat(200_000), "(".repeat(200_000)],
        ["C:\\\\x ".repeat(30_000), "C: \\\\ x ".repeat(30_000)],
        [many, "C: \\\\ datos \\\\ ".repeat(2000)],
        [names, "host. example. com elemento ".repeat(2000)],
    ];
    for texts in cases {
        let start: String = texts[0].chars().take(20).collect();
        let took = check(texts);
        assert!(took < Duration::from_secs(20), "{start}: {took:?}");
    }
}
