//! The mutation bench: one literal of a clean article is damaged in one locale in each of the ways
//! seen in real translations; how many are found, and how many does the fix restore?
//!
//! `cargo test --test suite mutation -- --nocapture` prints the tables and what is missed. With
//! `RUNBOOKC_MUTATIONS=40` there are as many of each kind and way, from all of the large corpus;
//! `RUNBOOKC_MUTATIONS_DRAW=2` draws others, and `RUNBOOKC_MUTATIONS_OF='Value|pt-BR'` tries only those
//! whose kind, way, locale or article has one of these in its name.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use runbookc::align::{self, Lexicon};
use runbookc::corpus::Article;
use runbookc::diagnostic::{Applicability, Diagnostic, Severity};
use runbookc::document::Document;
use runbookc::source::Locale;

use crate::require::{requires, shared};

mod site;
mod ways;

use site::{Mutation, Site};
use ways::{NEIGHBOUR, WAYS};

/// One damage to one article.
struct Job<'a> {
    /// What decides whether it belongs to the sample.
    order: u64,
    article: &'a Article,
    /// What is said of the article as it is.
    before: &'a [Diagnostic],
    site: &'a Site,
    way: &'static str,
    mutation: Mutation,
}

impl Job<'_> {
    /// Kind, way, locale and article.
    fn label(&self) -> String {
        let (kind, locale, id) = (self.site.kind, &self.site.locale, &self.article.id);
        format!("{kind:?}, {}: {locale} {id}", self.way)
    }
}

/// What came of it.
struct Outcome {
    kind: String,
    way: &'static str,
    is_found: bool,
    /// Whether the fix gives the original bytes back; nothing where it cannot.
    is_restored: Option<bool>,
    /// Whether a fix that may be applied unseen makes something else of it.
    is_made_worse: bool,
    /// How many new errors and warnings there are about other places.
    elsewhere: usize,
    /// The place, for the list of misses.
    what: String,
}

/// Articles with what is learned from all of them.
struct Bench {
    articles: Vec<Article>,
    lexicon: Lexicon,
    /// How many mutations there are of each kind and way.
    sample: usize,
    /// What the order of the drawing depends on.
    draw: String,
    /// What alone is tried of what is drawn; nothing for all.
    only: String,
}

/// A setting of a run by hand.
fn asked(name: &str) -> Option<String> {
    std::env::var(format!("RUNBOOKC_MUTATIONS{name}")).ok()
}

impl Bench {
    fn new(articles: Vec<Article>, sample: usize) -> Self {
        let lexicon = align::learn(&articles);
        Bench {
            articles,
            lexicon,
            sample,
            draw: asked("_DRAW").unwrap_or_default(),
            only: asked("_OF").unwrap_or_default(),
        }
    }

    /// All outcomes, ordered by kind and way.
    fn run(&self) -> Vec<Outcome> {
        let clean = self.articles.par_iter().map(|article| {
            let (canon, found) = site::check(article, &self.lexicon);
            (article, site::sites(article, &canon, &found), found)
        });
        let clean: Vec<(&Article, Vec<Site>, Vec<Diagnostic>)> = clean.collect();
        let mut cells: BTreeMap<(String, &str), Vec<Job<'_>>> = BTreeMap::new();
        for (article, sites, before) in &clean {
            for site in sites {
                for job in self.jobs(article, before, site) {
                    let key = (format!("{:?}", site.kind), job.way);
                    cells.entry(key).or_default().push(job);
                }
            }
        }
        for cell in cells.values_mut() {
            cell.sort_by_key(|job| job.order);
            cell.truncate(self.sample);
        }
        let mut jobs: Vec<Job<'_>> = cells.into_values().flatten().collect();
        jobs.retain(|job| self.only.split('|').any(|only| job.label().contains(only)));
        jobs.par_iter().map(|job| self.outcome(job)).collect()
    }

    fn outcome(&self, job: &Job<'_>) -> Outcome {
        let (site, mutation) = (job.site, &job.mutation);
        let mut text = site.file.text().to_owned();
        text.replace_range(mutation.start..mutation.end, &mutation.text);
        let mut damaged = Article {
            id: job.article.id.clone(),
            documents: job.article.documents.clone(),
            source: job.article.source,
        };
        let path = site.file.path().display().to_string();
        damaged.documents[site.column] = site::document(&path, &text, &site.locale);
        let (_, mut found) = site::check(&damaged, &self.lexicon);
        found.retain(|d| d.severity >= Severity::Warning);
        let (here, other): (Vec<&Diagnostic>, Vec<&Diagnostic>) = found
            .iter()
            .partition(|d| d.locale == site.locale && names(d, site, mutation));
        let is_restored = here.iter().any(|d| restored(&text, d) == site.file.text());
        let is_new = |d: &&&Diagnostic| {
            let same = |b: &Diagnostic| {
                (b.rule, &b.locale, &b.expected) == (d.rule, &d.locale, &d.expected)
            };
            !job.before.iter().any(same)
        };
        let unseen = |d: &&Diagnostic| {
            let fix = d.fix.as_ref();
            let is_safe = fix.is_some_and(|f| f.applicability == Applicability::Safe);
            d.locale == site.locale && is_safe && is_new(&d)
        };
        let mut fixed = found.iter().filter(unseen);
        Outcome {
            is_made_worse: fixed.any(|d| restored(&text, d) != site.file.text()),
            kind: format!("{:?}", site.kind),
            way: job.way,
            is_found: !here.is_empty(),
            is_restored: (!mutation.is_drop).then_some(is_restored),
            elsewhere: other.iter().filter(is_new).count(),
            what: described(job, &text, &here),
        }
    }

    /// The damages that a site can suffer.
    fn jobs<'a>(
        &self,
        article: &'a Article,
        before: &'a [Diagnostic],
        site: &'a Site,
    ) -> impl Iterator<Item = Job<'a>> {
        let ways = WAYS.iter().filter(|way| way.kinds.contains(&site.kind));
        let number = site.hash.to_string();
        ways.filter_map(move |way| {
            let mutation = (way.change)(site)?;
            // Another case alone is no damage.
            let replaced = &site.file.text()[mutation.start..mutation.end];
            if mutation.text.eq_ignore_ascii_case(replaced) {
                return None;
            }
            let drawn = [way.name, &number, &self.draw];
            let words = if self.draw.is_empty() {
                &drawn[..2]
            } else {
                &drawn
            };
            Some(Job {
                order: site::hash(words),
                article,
                before,
                site,
                way: way.name,
                mutation,
            })
        })
    }
}

/// A mutation and what was said of it, for a person who looks into it.
fn described(job: &Job<'_>, text: &str, said: &[&Diagnostic]) -> String {
    let (site, id, new) = (job.site, &job.article.id, &job.mutation.text);
    let sentence: String = text[site.sentence.start as usize..]
        .chars()
        .take(160)
        .collect();
    let said: Vec<_> = said
        .iter()
        .map(|d| (d.rule, &d.found, d.fix.as_ref().map(|f| &f.edits[0].text)))
        .collect();
    format!(
        "{} {id} {:?} -> {new:?} in {sentence:?}; said {said:?}",
        site.locale, site.raw
    )
}

/// So many bytes of markup may stand between two cells or items.
const GAP: usize = 200;

/// Whether a diagnostic is about the mutated place: it overlaps it, or names in the same sentence
/// what is gone, or, where nothing was left of a cell or item, says that it is missing there.
fn names(found: &Diagnostic, site: &Site, mutation: &Mutation) -> bool {
    let (start, end) = (mutation.start, mutation.start + mutation.text.len());
    let at = found.span.range();
    let overlaps = at.start < end.max(start + 1) && start < at.end.max(at.start + 1);
    let grown = mutation.text.len() as i64 - (mutation.end - mutation.start) as i64;
    let sentence_end = (i64::from(site.sentence.end) + grown) as usize;
    let in_sentence = at.start <= sentence_end && site.sentence.start as usize <= at.end;
    let plain = |text: &str| text.replace('\\', "").to_lowercase();
    let expected = plain(found.expected.as_deref().unwrap_or_default());
    let in_gap = mutation.is_drop
        && at.is_empty()
        && at.start.abs_diff(mutation.start) < GAP
        && found
            .evidence
            .iter()
            .any(|e| plain(&e.text).contains(&plain(&site.value)));
    overlaps && !mutation.is_drop || in_sentence && expected.contains(&plain(&site.value)) || in_gap
}

/// The text with a diagnostic's fix in it.
fn restored(text: &str, found: &Diagnostic) -> String {
    let fix = found.fix.as_ref();
    let offered = fix.filter(|f| f.applicability != Applicability::DisplayOnly);
    let mut text = text.to_owned();
    for edit in offered.iter().flat_map(|f| f.edits.iter().rev()) {
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}

/// Where a name was made its neighbour and a fix that may be applied unseen is wrong. That its parts
/// come back one by one is right in other ways.
fn worse(outcomes: &[Outcome]) -> Vec<String> {
    let worse = outcomes
        .iter()
        .filter(|o| o.way == NEIGHBOUR && o.is_made_worse);
    let described = worse.map(|o| format!("fixed wrongly {}, {}: {}", o.kind, o.way, o.what));
    described.collect()
}

/// Found and restored of all, per key.
fn tally<'a>(
    outcomes: &'a [Outcome],
    key: impl Fn(&'a Outcome) -> String,
) -> Vec<(String, [usize; 4])> {
    let mut rows: BTreeMap<String, [usize; 4]> = BTreeMap::new();
    for outcome in outcomes {
        let row = rows.entry(key(outcome)).or_default();
        row[0] += usize::from(outcome.is_found);
        row[1] += 1;
        row[2] += usize::from(outcome.is_restored == Some(true));
        row[3] += usize::from(outcome.is_restored.is_some());
    }
    rows.into_iter().collect()
}

fn print(title: &str, outcomes: &[Outcome]) {
    let elsewhere: usize = outcomes.iter().map(|o| o.elsewhere).sum();
    let count = outcomes.len();
    println!("\n{title}: {count} mutations, {elsewhere} new findings about other places");
    println!("{:<36} {:>15} {:>15}", "kind, way", "found", "restored");
    let share = |part: usize, all: usize| match all {
        0 => "–".to_owned(),
        all => format!("{part}/{all} {:.2}", part as f64 / all as f64),
    };
    let by_way = tally(outcomes, |o| format!("{}, {}", o.kind, o.way));
    let by_kind = tally(outcomes, |o| o.kind.clone());
    for (key, [found, all, restored, restorable]) in by_kind.iter().chain(&by_way) {
        println!(
            "{key:<36} {:>15} {:>15}",
            share(*found, *all),
            share(*restored, *restorable)
        );
    }
    for outcome in outcomes {
        let (kind, way, what) = (&outcome.kind, outcome.way, &outcome.what);
        match (outcome.is_found, outcome.is_restored) {
            (false, _) => println!("missed {kind}, {way}: {what}"),
            (_, Some(false)) => println!("not restored {kind}, {way}: {what}"),
            _ => {}
        }
    }
}

/// The article in all locales whose texts `path` names; the source is left out where it is not
/// wanted.
fn article(
    id: &str,
    locales: &[&str],
    source: Option<&str>,
    path: impl Fn(&str) -> PathBuf,
) -> Option<Article> {
    let tags = locales
        .iter()
        .filter(|l| source.is_some() || **l != "en-US");
    let document = |tag: &&str| {
        let path = path(tag);
        let locale: Locale = tag.parse().ok()?;
        let text = fs::read_to_string(&path).ok()?;
        Some(site::document(&path.display().to_string(), &text, &locale))
    };
    let documents: Vec<Document> = tags.filter_map(document).collect();
    let at = source.and_then(|s| documents.iter().position(|d| d.locale.to_string() == s));
    (documents.len() > 2 && at.is_some() == source.is_some()).then(|| Article {
        id: id.to_owned(),
        documents,
        source: at,
    })
}

const LOCALES: &[&str] = &["en-US", "es-ES", "fr-FR", "pt-BR", "zh-CN", "zh-TW"];

/// Ids of the articles in a folder, every `step`th.
fn ids(folder: &Path, step: usize) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let stem = |p: PathBuf| Some(p.file_stem()?.to_str()?.to_owned());
    let mut ids: Vec<String> = entries.filter_map(stem).collect();
    ids.sort();
    ids.into_iter().step_by(step).collect()
}

/// What of each kind is at least found and restored, but for one: of a small sample one miss is a
/// large share. Floors only rise. Names made their neighbours count by themselves, all kinds
/// together: where the order of words differs, nobody can tell which of two places it was.
const FLOORS: &[(&str, f64, f64)] = &[
    (NEIGHBOUR, 0.98, 0.96),
    ("Command", 0.99, 0.99),
    ("FileName", 0.99, 0.99),
    ("HostName", 0.99, 0.98),
    ("Identifier", 0.99, 0.99),
    ("Number", 0.99, 0.99),
    ("Parameter", 0.99, 0.98),
    ("Path", 0.99, 0.99),
    ("RegistryKey", 0.99, 0.97),
    ("Url", 0.99, 0.99),
    ("Value", 0.99, 0.98),
    ("Version", 0.98, 0.99),
];

/// A kind with fewer mutations says nothing about a share.
const ENOUGH: usize = 20;

/// The kinds that are below their floors.
fn low(outcomes: &[Outcome]) -> Vec<String> {
    let key = |o: &Outcome| match o.way {
        NEIGHBOUR => NEIGHBOUR.to_owned(),
        _ => o.kind.clone(),
    };
    let tally = tally(outcomes, key);
    let mut low = Vec::new();
    for (kind, [found, all, restored, restorable]) in tally.iter().filter(|t| t.1[1] >= ENOUGH) {
        let floors = FLOORS.iter().find(|(name, ..)| name == kind);
        let (_, found_floor, restored_floor) = floors.unwrap_or(&("", 0.0, 0.0));
        let share = |part: usize, all: usize| (part + 1) as f64 / all.max(1) as f64;
        let holds =
            share(*found, *all) >= *found_floor && share(*restored, *restorable) >= *restored_floor;
        if !holds {
            low.push(format!(
                "{kind}: found {found}/{all}, restored {restored}/{restorable}"
            ));
        }
    }
    low
}

#[test]
fn mutations_of_the_sample_are_found() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut below = Vec::new();
    for source in [Some("en-US"), None] {
        let articles = ids(&root.join("en-US/articles"), 1)
            .into_iter()
            .filter_map(|id| {
                let path = |tag: &str| root.join(tag).join("articles").join(format!("{id}.md"));
                article(&id, LOCALES, source, path)
            });
        let outcomes = Bench::new(articles.collect(), 4).run();
        print(&format!("sample, source {source:?}"), &outcomes);
        below.extend(low(&outcomes));
        below.extend(worse(&outcomes));
    }
    assert!(below.is_empty(), "below the floors:\n{}", below.join("\n"));
}

#[test]
fn mutations_of_a_large_corpus_are_found() {
    if !requires("shared") {
        return;
    }
    let root = shared().join("corpus/lync-2013");
    let (step, sample) = match asked("").and_then(|n| n.parse().ok()) {
        Some(sample) => (1, sample),
        None => (24, 3),
    };
    let mut below = Vec::new();
    for source in [Some("en-US"), None] {
        let articles = ids(&root.join("en-US"), step).into_iter().filter_map(|id| {
            let path = |tag: &str| root.join(tag).join(format!("{id}.md"));
            article(&id, LOCALES, source, path)
        });
        let outcomes = Bench::new(articles.collect(), sample).run();
        print(&format!("lync-2013, source {source:?}"), &outcomes);
        below.extend(low(&outcomes));
        below.extend(worse(&outcomes));
    }
    assert!(below.is_empty(), "below the floors:\n{}", below.join("\n"));
}
