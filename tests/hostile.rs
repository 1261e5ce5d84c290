//! Recognizing and searching literals takes no time that grows with the square of a text.
//!
//! Time itself says little on a busy machine, so it is growth that is measured: a text and one four
//! times as long are checked in turn, several times, and the best times of both are compared. What
//! else runs then slows down both alike, and what is linear takes about four times as long, what is
//! quadratic sixteen times.

use std::sync::Arc;
use std::time::{Duration, Instant};

use runbookc::catalog::Catalogue;
use runbookc::corpus::Article;
use runbookc::lint::Settings;
use runbookc::source::SourceFile;
use runbookc::{align, canon, lint, literal, markdown};

/// How much longer the longer text is.
const LONGER: usize = 4;

/// What the longer text may take, of the time of the shorter one: well above what is linear, well
/// below the square.
const MOST: u32 = 10;

/// How often both are measured at most, until a pair is within that.
const ROUNDS: usize = 12;

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

/// A source and its translation, of a size.
type Case = fn(usize) -> [String; 2];

const CASES: &[(&str, usize, Case)] = &[
    ("brackets", 50_000, |n| [")".repeat(n), "(".repeat(n)]),
    ("one path", 7_500, |n| {
        ["C:\\\\x ".repeat(n), "C: \\\\ x ".repeat(n)]
    }),
    ("many paths", 500, |n| {
        let path = |i| format!("C:\\\\Data\\\\Set{i}\\\\File{i}.log ");
        [(0..n).map(path).collect(), "C: \\\\ datos \\\\ ".repeat(n)]
    }),
    ("many names", 500, |n| {
        let name = |i| format!("Get-FabItem{i} host{i}.example.com ");
        let words = "host. example. com elemento ".repeat(n);
        [(0..n).map(name).collect(), words]
    }),
    ("empty emphasis", 1_000, |n| {
        [
            "the **Verbose** parameter\n\n".repeat(n),
            "el parámetro ****\n\n".repeat(n),
        ]
    }),
    ("glued names", 1_000, |n| {
        let said = "Use the Identity parameter.\n\n".repeat(n);
        [said, "Use el parámetroIdentity.\n\n".repeat(n)]
    }),
    ("cells that are gone", 500, |n| {
        let row = |i| format!("<tr><td><p>a</p></td><td><p>host{i}.example.com</p></td></tr>\n");
        let rows: String = (0..n).map(row).collect();
        let empty = "<tr><td><p>a</p></td><td><p></p></td></tr>\n".repeat(n);
        [rows, empty].map(|rows| format!("<table>\n{rows}</table>\n"))
    }),
];

#[test]
fn what_is_checked_does_not_grow_with_the_square_of_a_text() {
    for (name, size, case) in CASES {
        // The first check reads the tables that all others share.
        check(case(1));
        let mut best = [Duration::MAX; 2];
        let grows = (0..ROUNDS).all(|_| {
            for (best, size) in best.iter_mut().zip([*size, *size * LONGER]) {
                *best = check(case(size)).min(*best);
            }
            best[1] > best[0] * MOST
        });
        assert!(
            !grows,
            "{name}: {best:?} for {size} and {LONGER} times as many"
        );
    }
}
