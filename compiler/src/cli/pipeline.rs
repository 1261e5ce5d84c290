//! The phases in order, over many articles at once.
//!
//! Files are parsed and articles compiled in parallel; what comes out is in the order of files and
//! ids, whatever the number of threads.

use std::sync::Arc;

use rayon::prelude::*;

use super::arguments::Inputs;
use super::console::Console;
use crate::align::{self, Alignment, Lexicon};
use crate::corpus::{self, Article, Candidate, Corpus};
use crate::diagnostic::{Diagnostic, Message, Notice};
use crate::emit::Compiled;
use crate::workspace::{self, Entry, Failure, Selection};
use crate::{canon, lint, literal, markdown, procedure};

/// The articles that a verb works on.
pub(super) struct Project {
    /// The articles, their literals recognized.
    corpus: Corpus,
}

/// What `check` found.
pub(super) struct Checked {
    /// How many articles were checked.
    pub(super) articles: usize,
    /// Ordered by article, file, place and rule.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads and parses files, groups them into articles, and recognizes literals.
pub(super) fn load(inputs: &Inputs, console: &Console) -> anyhow::Result<Project> {
    let selection = Selection {
        paths: inputs.paths.clone(),
        articles: inputs.articles.clone(),
        source: inputs.source.clone(),
        source_articles: inputs.source_articles.clone(),
        locales: inputs.locales.clone(),
    };
    let found = workspace::discover(&selection)?;
    let mut notices = found.notices;
    let bar = console.progress("cli-phase-parse", found.entries.len());
    let parsed: Vec<Result<Candidate, Notice>> = found
        .entries
        .into_par_iter()
        .map(|entry| parse(entry).inspect(|_| bar.step()))
        .collect();
    drop(bar);
    let mut candidates = Vec::with_capacity(parsed.len());
    for result in parsed {
        match result {
            Ok(candidate) => candidates.push(candidate),
            Err(notice) => notices.push(notice),
        }
    }
    let grouped = corpus::group(candidates, selection.source.as_ref());
    notices.extend(grouped.notices);
    if let Some(clash) = grouped.clashes.first() {
        console.notices(&notices);
        let [first, second] = clash.files.each_ref().map(|f| f.display().to_string());
        let message = Message::new("cli-error-clash").with("id", &clash.id);
        return Err(Failure::new(message.with("first", first).with("second", second)).into());
    }
    let mut corpus = grouped.corpus;
    let documents = corpus
        .articles
        .par_iter_mut()
        .flat_map(|a| &mut a.documents);
    documents.for_each(literal::recognize);
    notices.sort_by(|a, b| a.path.cmp(&b.path));
    console.notices(&notices);
    Ok(Project { corpus })
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

/// Checks every article.
pub(super) fn check(project: Project, console: &Console) -> Checked {
    let articles = project.corpus.articles.len();
    let found = each(project, console, "cli-phase-check", |article, lexicon| {
        let alignment = align::align(&article, lexicon);
        let canon = canon::decide(&article, &alignment);
        lint::check(&article, &alignment, &canon)
    });
    Checked {
        articles,
        diagnostics: found.into_iter().flatten().collect(),
    }
}

/// Compiles every article to its procedure.
pub(super) fn compile(project: Project, console: &Console) -> Vec<Compiled> {
    each(project, console, "cli-phase-compile", |article, lexicon| {
        let alignment = align::align(&article, lexicon);
        let canon = canon::decide(&article, &alignment);
        let diagnostics = lint::check(&article, &alignment, &canon);
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
