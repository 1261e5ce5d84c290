//! What holds of every table.

use runbookc::align::{self, Alignment};
use runbookc::corpus::Article;

use super::{article, document};

/// Every segment is in exactly one unit, of the row that holds its block; every leaf is in exactly
/// one row; the pivot's leaves keep their order.
pub(crate) fn hold(article: &Article, alignment: &Alignment) {
    for (d, document) in article.documents.iter().enumerate() {
        let mut times = vec![0; document.segments.len()];
        for unit in &alignment.units {
            let row = &alignment.rows[unit.row.0 as usize];
            let cell = &unit.cells[d];
            assert!(
                cell.windows(2).all(|w| w[0].0 + 1 == w[1].0),
                "a cell has a gap"
            );
            for segment in cell {
                times[segment.0 as usize] += 1;
                let block = document.segment(*segment).block;
                assert_eq!(row.blocks[d], Some(block), "a unit crosses its row");
            }
        }
        assert!(times.iter().all(|t| *t == 1), "each segment is in one unit");
        let leaves: Vec<_> = document.leaves().map(|(id, _)| id).collect();
        let mut placed: Vec<_> = alignment.rows.iter().filter_map(|r| r.blocks[d]).collect();
        if d == alignment.pivot {
            assert_eq!(placed, leaves, "the pivot keeps its order");
        }
        placed.sort();
        assert_eq!(placed, leaves, "each leaf is in one row");
    }
    for unit in &alignment.units {
        assert!((0.0..=1.0).contains(&unit.score));
        assert!(
            unit.cells.iter().any(|cell| !cell.is_empty()),
            "a unit is empty"
        );
    }
    assert!(alignment.units.is_sorted_by_key(|u| u.row));
    assert!(
        alignment
            .rows
            .iter()
            .all(|r| (0.0..=1.0).contains(&r.score))
    );
}

fn aligned(article: &Article) -> Alignment {
    let lexicon = align::learn(std::slice::from_ref(article));
    let alignment = align::align(article, &lexicon);
    hold(article, &alignment);
    alignment
}

#[test]
fn an_article_without_documents_has_an_empty_table() {
    let nothing = article(None, &[]);
    assert!(aligned(&nothing).units.is_empty());
}

#[test]
fn empty_documents_align_with_anything() {
    let text = "# Title\n\nA sentence. Another one.\n";
    for texts in [
        [("en-US", ""), ("pt-BR", text)],
        [("en-US", text), ("pt-BR", "")],
        [("en-US", ""), ("pt-BR", "")],
    ] {
        aligned(&article(Some("en-US"), &texts));
        aligned(&article(None, &texts));
    }
}

#[test]
fn one_locale_is_a_table_of_its_own() {
    let alone = article(None, &[("fr-FR", "# Titre\n\nUne phrase. Une autre.\n")]);
    assert_eq!(aligned(&alone).units.len(), 3);
}

/// Text of `count` blocks in a made-up language: words are numbers of a simple generator.
fn generated(count: u32, seed: u32, skip: impl Fn(u32) -> bool) -> String {
    let mut text = String::new();
    for block in (0..count).filter(|b| !skip(*b)) {
        let mut state = block.wrapping_mul(2_654_435_761) ^ 77;
        for word in 0..12 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let stem = (state >> 9) % 900;
            text.push_str(&format!(
                "{}{}{} ",
                ["ka", "ro"][seed as usize % 2],
                letters(stem),
                letters(word)
            ));
        }
        text.push_str(&format!("code{}.\n\n", block % 97));
    }
    text
}

fn letters(number: u32) -> String {
    let digit = |n: u32| char::from(b'a' + (n % 26) as u8);
    [number, number / 26, number / 676]
        .map(digit)
        .iter()
        .collect()
}

#[test]
fn five_thousand_blocks_take_no_square_of_time() {
    let long = |count| {
        article(
            Some("en-US"),
            &[
                ("en-US", &generated(count, 0, |b| b % 50 == 3)),
                ("pt-BR", &generated(count, 1, |b| b % 61 == 7)),
            ],
        )
    };
    let (small, large) = (long(1_000), long(10_000));
    let time = |article: &Article| {
        let began = std::time::Instant::now();
        let table = align::align(article, &align::Lexicon::default());
        hold(article, &table);
        let both = table
            .rows
            .iter()
            .filter(|r| r.blocks.iter().all(Option::is_some));
        (began.elapsed(), both.count())
    };
    let (short, found_short) = time(&small);
    let (long, found_long) = time(&large);
    assert!(
        found_short > 900 && found_long > 9_000,
        "{found_short} {found_long}"
    );
    // Ten times the length in ten times the time, with room for a busy machine; a square would
    // take a hundred times.
    assert!(long < short * 45, "{short:?} against {long:?}");
}

#[test]
fn a_paragraph_of_thousands_of_sentences_is_aligned() {
    let text = |word: &str| {
        let sentence = |n: u32| format!("The {word} number {n} of {} is here. ", letters(n));
        (0..3_000).map(sentence).collect::<String>()
    };
    let texts = [("en-US", text("server")), ("es-ES", text("servidor"))];
    let texts = texts.each_ref().map(|(l, t)| (*l, t.as_str()));
    let article = article(None, &texts);
    let table = aligned(&article);
    let both = table
        .units
        .iter()
        .filter(|u| u.cells.iter().all(|c| c.len() == 1));
    assert!(both.count() > 2_900);
}

#[test]
fn the_same_whatever_the_threads() {
    let texts = [
        (
            "en-US",
            "# Restart\n\nStop the service. Wait for 30 seconds. Start it again.\n",
        ),
        (
            "pt-BR",
            "# Reiniciar\n\nPare o serviço. Inicie-o novamente.\n",
        ),
    ];
    let once = aligned(&article(Some("en-US"), &texts));
    let others: Vec<Alignment> = std::thread::scope(|scope| {
        let run = || aligned(&article(Some("en-US"), &texts));
        let handles: Vec<_> = (0..4).map(|_| scope.spawn(run)).collect();
        handles
            .into_iter()
            .map(|h| h.join().expect("no panic"))
            .collect()
    });
    assert!(others.iter().all(|other| *other == once));
}

#[test]
fn a_locale_given_twice_is_aligned_with_itself() {
    let text = "# Restart\n\nStop the service.\n";
    let mut twice = article(None, &[("pt-BR", text)]);
    twice.documents.push(document("pt-BR", text));
    let table = aligned(&twice);
    assert!(
        table
            .units
            .iter()
            .all(|u| u.cells.iter().all(|c| c.len() == 1))
    );
}
