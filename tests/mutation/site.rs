//! Clean literals of articles, and what a way makes of one.

use std::sync::Arc;

use runbookc::align::{self, Lexicon};
use runbookc::canon::{Canon, Place, Reading, Verdict};
use runbookc::catalog::Catalogue;
use runbookc::corpus::Article;
use runbookc::diagnostic::Diagnostic;
use runbookc::document::{BlockId, Document, LiteralKind};
use runbookc::source::{Locale, SourceFile, Span};
use runbookc::{canon, lint, literal, markdown};
use sha2::{Digest, Sha256};

/// A literal that stands in one locale as it should, and in all others.
pub(super) struct Site {
    pub(super) column: usize,
    pub(super) locale: Locale,
    pub(super) kind: LiteralKind,
    /// The whole file.
    pub(super) file: Arc<SourceFile>,
    /// Where the literal stands in it.
    pub(super) span: Span,
    /// The sentence around it.
    pub(super) sentence: Span,
    /// As it is written there.
    pub(super) raw: String,
    /// What it says.
    pub(super) value: String,
    /// Its paragraph or cell.
    pub(super) block: BlockId,
    /// The nearest other literal of its kind in its paragraph, as it is written there.
    pub(super) neighbour: Option<String>,
    /// Whether its paragraph says it again.
    pub(super) is_repeated: bool,
    /// Whether a word follows it in most locales: a number may count that.
    pub(super) is_followed: bool,
    /// A number that its place gives, for choices.
    pub(super) hash: u64,
}

/// Bytes that go, and what comes.
#[derive(Clone)]
pub(super) struct Mutation {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
    /// Whether nothing is left of the literal.
    pub(super) is_drop: bool,
}

impl Site {
    /// The literal written as `text`.
    pub(super) fn with(&self, text: &str) -> Option<Mutation> {
        let range = self.span.range();
        Some(Mutation {
            start: range.start,
            end: range.end,
            text: text.to_owned(),
            is_drop: false,
        })
    }

    /// The literal with the first `part` replaced.
    pub(super) fn replacing(&self, part: &str, by: &str) -> Option<Mutation> {
        let is_there = self.raw.contains(part);
        is_there.then(|| self.with(&self.raw.replacen(part, by, 1)))?
    }
}

/// A document in a locale, its literals recognized.
pub(super) fn document(path: &str, text: &str, locale: &Locale) -> Document {
    let file = Arc::new(SourceFile::new(path, text));
    let mut document = markdown::parse(file).document;
    document.locale = locale.clone();
    literal::recognize(&mut document);
    document
}

/// What the program says of an article.
pub(super) fn check(article: &Article, lexicon: &Lexicon) -> (Canon, Vec<Diagnostic>) {
    let alignment = align::align(article, lexicon);
    let canon = canon::decide(article, &alignment, canon::Background::shipped());
    let diagnostics = lint::check(lint::ArticleView {
        article,
        alignment: &alignment,
        canon: &canon,
        catalogue: Catalogue::shipped(),
        settings: &lint::Settings::default(),
    });
    (canon, diagnostics)
}

/// A number that some words give, the same on each machine.
pub(super) fn hash(words: &[&str]) -> u64 {
    let digest = Sha256::digest(words.join("\0"));
    let bytes: [u8; 8] = digest[..8].try_into().unwrap();
    u64::from_be_bytes(bytes)
}

/// The literals of an article that stand in all locales as they should, in each translation, where
/// nothing is reported.
pub(super) fn sites(article: &Article, canon: &Canon, found: &[Diagnostic]) -> Vec<Site> {
    let mut sites = Vec::new();
    for literal in &canon.literals {
        let places: Vec<Option<&Place>> = literal.readings.iter().map(intact).collect();
        let is_clean = literal.verdict == Verdict::Decided && places.iter().all(Option::is_some);
        if !is_clean || places.len() < 3 {
            continue;
        }
        // Without a source nobody can tell how it was written where others write it otherwise.
        let written = |(c, p): (usize, &Option<&Place>)| {
            let segment = article.documents[c].segment(p.as_ref()?.segment);
            Some(segment.slice(p.as_ref()?.range.clone()))
        };
        let mut spellings = places.iter().enumerate().filter_map(written);
        if article.source.is_none() && !spellings.all(|s| s == literal.value) {
            continue;
        }
        let is_followed = |(c, p): &(usize, &Option<&Place>)| {
            let Some(place) = p else { return false };
            let text = &article.documents[*c].segment(place.segment).text;
            let after = text[place.range.end as usize..].trim_start();
            after.starts_with(char::is_alphabetic)
        };
        let followed = places.iter().enumerate().filter(is_followed).count();
        let is_followed = followed * 2 > places.len();
        for (column, place) in places.into_iter().enumerate() {
            let document = &article.documents[column];
            let Some(place) = place.filter(|_| article.source != Some(column)) else {
                continue;
            };
            // Written just as canon has it, so that a fix can give the same bytes back.
            let segment = document.segment(place.segment);
            if segment.slice(place.range.clone()) != literal.value {
                continue;
            }
            // What the source itself has with a long dash is put right with the hyphen that is typed.
            if literal.kind == LiteralKind::Parameter && !literal.value.is_ascii() {
                continue;
            }
            // The end of a path whose beginning was not seen as one is no path.
            let before = document.file.text()[..place.span.start as usize].trim_end_matches(' ');
            let before = before.rsplit([' ', '\n']).next().unwrap_or_default();
            if literal.kind == LiteralKind::Path && before.contains('\\') {
                continue;
            }
            let sentence = segment.span;
            let overlaps = |d: &Diagnostic| {
                d.locale == document.locale
                    && d.span.start <= sentence.end
                    && sentence.start <= d.span.end
            };
            if found.iter().any(overlaps) {
                continue;
            }
            let tag = document.locale.to_string();
            let at = place.span.start.to_string();
            sites.push(Site {
                column,
                locale: document.locale.clone(),
                kind: literal.kind,
                file: document.file.clone(),
                span: place.span,
                sentence,
                raw: document.file.slice(place.span).to_owned(),
                value: literal.value.clone(),
                block: segment.block,
                neighbour: None,
                is_followed,
                is_repeated: is_repeated(document, place, &literal.value),
                hash: hash(&[&article.id, &tag, &at, &literal.value]),
            });
        }
    }
    let neighbours: Vec<_> = sites.iter().map(|site| neighbour(site, &sites)).collect();
    for (site, neighbour) in sites.iter_mut().zip(neighbours) {
        site.neighbour = neighbour;
    }
    sites
}

/// The nearest other literal of the kind in the paragraph. `True ($True)` says one value in two ways.
fn neighbour(site: &Site, sites: &[Site]) -> Option<String> {
    let bare = |value: &str| value.trim_start_matches('$').to_lowercase();
    let is_other = |other: &&Site| {
        let beside = (other.column, other.block) == (site.column, site.block);
        let differs = bare(&other.value) != bare(&site.value);
        beside && differs && other.kind == site.kind
    };
    let others = sites.iter().filter(is_other);
    let nearest = others.min_by_key(|o| o.span.start.abs_diff(site.span.start));
    nearest.map(|other| other.raw.clone())
}

fn is_repeated(document: &Document, place: &Place, value: &str) -> bool {
    let block = document.segment(place.segment).block;
    let segments = document.segments_of(block);
    let texts = segments.map(|(_, s)| s.text.to_lowercase());
    texts
        .map(|t| t.matches(&value.to_lowercase()).count())
        .sum::<usize>()
        > 1
}

fn intact(reading: &Reading) -> Option<&Place> {
    match reading {
        Reading::Intact(place) => Some(place),
        _ => None,
    }
}
