//! The phases in order, over many articles at once.
//!
//! Files are parsed and articles compiled in parallel; what comes out is in the order of files and
//! ids, whatever the number of threads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use rayon::prelude::*;

use super::arguments::Inputs;
use super::console::Console;
use crate::align::{self, Alignment, Lexicon};
use crate::catalog::Catalogue;
use crate::corpus::{self, Article, Candidate, Clash, Corpus};
use crate::diagnostic::{Diagnostic, Message, Notice, Severity};
use crate::emit::Compiled;
use crate::source::Locale;
use crate::workspace::config::{Configuration, Level};
use crate::workspace::{self, Entry, Failure};
use crate::{canon, lint, literal, markdown, procedure};

/// The articles that a verb works on.
pub(super) struct Project {
    /// The articles, their literals recognized.
    corpus: Corpus,
    /// What was said about the files.
    notices: Vec<Notice>,
    /// What `runbookc.toml` says.
    pub(super) configuration: Configuration,
    /// What is known of commands.
    catalogue: Catalogue,
}

/// How much there is, for the closing line.
pub(super) struct Counts {
    /// Articles.
    pub(super) articles: usize,
    /// Locales, embedded sources included.
    pub(super) locales: usize,
    /// Files that were left out.
    pub(super) left_out: usize,
}

impl Project {
    /// The locales of all documents.
    pub(super) fn locales(&self) -> BTreeSet<&Locale> {
        self.corpus.locales()
    }

    /// The locale that most articles were written in, if it is known of any.
    pub(super) fn source(&self) -> Option<&Locale> {
        let mut counts: BTreeMap<&Locale, usize> = BTreeMap::new();
        for article in &self.corpus.articles {
            if let Some(source) = article.source {
                *counts.entry(&article.documents[source].locale).or_default() += 1;
            }
        }
        counts
            .into_iter()
            .max_by_key(|(_, count)| *count)
            .map(|(locale, _)| locale)
    }

    /// Whether a file was left out because it cannot be read.
    pub(super) fn has_unread_files(&self) -> bool {
        self.notices.iter().any(|n| n.severity == Severity::Error)
    }

    /// How much there is.
    pub(super) fn counts(&self) -> Counts {
        let is_left_out = |n: &&Notice| n.severity > Severity::Info;
        Counts {
            articles: self.corpus.articles.len(),
            locales: self.corpus.locales().len(),
            left_out: self.notices.iter().filter(is_left_out).count(),
        }
    }
}

/// Reads and parses files, groups them into articles, and recognizes literals.
pub(super) fn load(inputs: &Inputs, console: &Console) -> anyhow::Result<Project> {
    let configuration = inputs.configuration()?;
    // A slip in a rule's name is an error whatever the verb.
    levels(&configuration)?;
    let catalogue = workspace::catalogue(&configuration)?;
    let (selection, found) = workspace::discover(inputs.selection(), &configuration)?;
    let mut notices = found.notices;
    let candidates = parse_all(found.entries, &mut notices, console);
    let grouped = corpus::group(candidates, selection.wanted());
    notices.extend(grouped.notices);
    notices.sort_by(|a, b| (&a.path, a.message.id).cmp(&(&b.path, b.message.id)));
    console.notices(&notices);
    if let Some(clash) = grouped.clashes.first() {
        return Err(clashing(clash).into());
    }
    let mut corpus = grouped.corpus;
    if corpus.articles.is_empty() {
        return Err(Failure::new(Message::new("cli-error-no-articles")).into());
    }
    expect_source(&corpus, selection.source.as_ref())?;
    console.expect_locales("--locales", &selection.locales, &corpus.locales());
    if selection.has_patterns() {
        let files = |a: &Article| selection.selects(a.documents.iter().map(|d| d.file.path()));
        corpus.articles.retain(files);
    }
    let documents = corpus
        .articles
        .par_iter_mut()
        .flat_map(|a| &mut a.documents);
    documents.for_each(literal::recognize);
    Ok(Project {
        corpus,
        notices,
        configuration,
        catalogue,
    })
}

fn parse_all(entries: Vec<Entry>, notices: &mut Vec<Notice>, console: &Console) -> Vec<Candidate> {
    let bar = console.progress("cli-phase-parse", entries.len());
    let parse = |entry| {
        let parsed = parse(entry);
        bar.step();
        parsed
    };
    let parsed: Vec<Result<Candidate, Notice>> = entries.into_par_iter().map(parse).collect();
    let mut candidates = Vec::with_capacity(parsed.len());
    for result in parsed {
        match result {
            Ok(candidate) => candidates.push(candidate),
            Err(notice) => notices.push(notice),
        }
    }
    candidates
}

fn clashing(clash: &Clash) -> Failure {
    let [first, second] = clash.files.each_ref().map(|f| f.display().to_string());
    let message = Message::new("cli-error-clash").with("id", &clash.id);
    Failure::new(message.with("first", first).with("second", second))
}

/// Refuses a source locale that no document is in: with a slip of the keyboard every finding
/// would be judged without its best evidence.
fn expect_source(corpus: &Corpus, source: Option<&Locale>) -> anyhow::Result<()> {
    let locales = corpus.locales();
    let Some(source) = source.filter(|s| !locales.contains(s)) else {
        return Ok(());
    };
    let tags: Vec<String> = locales.iter().map(|l| l.to_string()).collect();
    let message = Message::new("cli-error-no-source").with("locale", source.to_string());
    Err(Failure::new(message.with("locales", tags.join(", "))).into())
}

fn parse(entry: Entry) -> Result<Candidate, Notice> {
    let file = workspace::read(&entry.path)?;
    Ok(Candidate {
        placement: entry.placement,
        parsed: markdown::parse(Arc::new(file)),
    })
}

/// Aligns every article.
pub(super) fn align(project: Project, console: &Console) -> Vec<(Article, Alignment)> {
    each(project, console, "cli-phase-align", |article, lexicon| {
        let alignment = align::align(&article, lexicon);
        (article, alignment)
    })
}

/// Checks every article. Ordered by article, file, place and rule.
pub(super) fn check(project: Project, console: &Console) -> anyhow::Result<Vec<Diagnostic>> {
    let levels = levels(&project.configuration)?;
    let catalogue = project.catalogue.clone();
    let found = each(project, console, "cli-phase-check", |article, lexicon| {
        let alignment = align::align(&article, lexicon);
        let canon = canon::decide(&article, &alignment, &catalogue);
        let diagnostics = lint::check(&article, &alignment, &canon, &catalogue);
        diagnostics
            .into_iter()
            .filter_map(|d| levelled(d, &levels))
            .collect::<Vec<_>>()
    });
    Ok(found.into_iter().flatten().collect())
}

/// The severities that the configuration gives to rules, by code.
fn levels(configuration: &Configuration) -> anyhow::Result<BTreeMap<&'static str, Level>> {
    let rules = configuration.values.rules.iter();
    let known = rules.map(|(asked, level)| match lint::find(asked) {
        Ok(rule) => Ok((rule.code, *level)),
        Err(unknown) => Err(super::unknown_rule(&unknown)),
    });
    let levels: Result<_, Failure> = known.collect();
    let path = configuration.path.as_deref().unwrap_or(Path::new(""));
    levels.with_context(|| path.display().to_string())
}

/// The diagnostic with the severity that the configuration gives to its rule, if it is reported.
fn levelled(diagnostic: Diagnostic, levels: &BTreeMap<&str, Level>) -> Option<Diagnostic> {
    let severity = match levels.get(diagnostic.rule) {
        Some(level) => level.severity()?,
        None => diagnostic.severity,
    };
    Some(Diagnostic {
        severity,
        ..diagnostic
    })
}

/// Compiles every article to its procedure.
pub(super) fn compile(project: Project, console: &Console) -> Vec<Compiled> {
    let catalogue = project.catalogue.clone();
    each(project, console, "cli-phase-compile", |article, lexicon| {
        let alignment = align::align(&article, lexicon);
        let canon = canon::decide(&article, &alignment, &catalogue);
        let diagnostics = lint::check(&article, &alignment, &canon, &catalogue);
        let procedure = procedure::compile(&article, &alignment, &canon);
        Compiled {
            article,
            alignment,
            canon,
            diagnostics,
            procedure,
        }
    })
}

/// Learns from all articles, then works on each in parallel; an article is gone when it is done.
fn each<T: Send>(
    project: Project,
    console: &Console,
    label: &str,
    work: impl Fn(Article, &Lexicon) -> T + Sync,
) -> Vec<T> {
    let articles = project.corpus.articles;
    let lexicon = align::learn(&articles);
    let bar = console.progress(label, articles.len());
    let work = |article| {
        let result = work(article, &lexicon);
        bar.step();
        result
    };
    articles.into_par_iter().map(work).collect()
}
