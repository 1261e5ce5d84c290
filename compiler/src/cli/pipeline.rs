//! The phases in order, over many articles at once.
//!
//! Files are parsed and articles compiled in parallel; what comes out is in the order of files and
//! ids, whatever the number of threads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::arguments::{Inputs, Wanted};
use super::console::Console;
use super::files::{self, Files};
use crate::align::{self, Alignment, Lexicon};
use crate::canon::{self, Background, Canon, Usage};
use crate::catalog::Catalogue;
use crate::corpus::{self, Article, Clash, Corpus, Grouped};
use crate::diagnostic::{Diagnostic, Message, Notice, Severity};
use crate::emit::{Compiled, executed};
use crate::lint::{self, ArticleView};
use crate::procedure::FindingKind;
use crate::procedure::render::finding_words;
use crate::procedure::verification;
use crate::source::Locale;
use crate::workspace::Failure;
use crate::workspace::config::Configuration;
use crate::workspace::reviews::Reviews;
use crate::{literal, procedure};

/// The articles that a verb works on.
pub(super) struct Project {
    /// The articles, their literals recognized.
    corpus: Corpus,
    /// What was said about the files.
    notices: Vec<Notice>,
    /// What `runbookc.toml` says.
    pub(super) configuration: Arc<Configuration>,
    /// Which rules are run, and how.
    pub(super) settings: Arc<lint::Settings>,
    catalogue: Arc<Catalogue>,
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

    /// The locales that are reported: those of the flag, else of the configuration; all if empty.
    pub(super) fn reported(&self, wanted: &Wanted, console: &Console) -> Vec<Locale> {
        let reported = match wanted.report_locales.is_empty() {
            true => &self.configuration.values.check.report_locales,
            false => &wanted.report_locales,
        };
        console.expect_locales("--report-locales", reported, &self.locales());
        reported.to_vec()
    }

    /// Whether a file was left out because it cannot be read.
    pub(super) fn has_unread_files(&self) -> bool {
        self.notices.iter().any(|n| n.severity == Severity::Error)
    }

    /// What people decided about the articles: beside the runbooks in `folder`.
    pub(super) fn reviews(&self, folder: &Path) -> anyhow::Result<Reviews> {
        Reviews::read(folder, self.corpus.articles.iter().map(|a| a.id.as_str()))
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
    first(&files::read(inputs, &Wanted::default())?, console)
}

/// The articles of files that were just read; says what is to be said about them.
pub(super) fn first(files: &Files, console: &Console) -> anyhow::Result<Project> {
    let grouped = group(files, console);
    console.notices(&grouped.notices);
    let project = Project::of(files, grouped)?;
    console.expect_locales("--locales", &files.selection.locales, &project.locales());
    Ok(project)
}

/// The articles of files whose texts were changed.
pub(super) fn again(files: &Files, console: &Console) -> anyhow::Result<Project> {
    Project::of(files, group(files, console))
}

fn group(files: &Files, console: &Console) -> Grouped {
    let bar = console.progress("cli-phase-parse", files.len());
    let candidates = files.parse(|| bar.step());
    let mut grouped = corpus::group(candidates, files.selection.wanted());
    grouped.notices.extend(files.notices.iter().cloned());
    let key = |n: &Notice| (n.path.clone(), n.message.id);
    grouped.notices.sort_by_cached_key(key);
    grouped
}

impl Project {
    fn of(files: &Files, grouped: Grouped) -> anyhow::Result<Self> {
        if let Some(clash) = grouped.clashes.first() {
            return Err(clashing(clash).into());
        }
        let mut corpus = grouped.corpus;
        if corpus.articles.is_empty() {
            return Err(Failure::new(Message::new("cli-error-no-articles")).into());
        }
        let selection = &files.selection;
        expect_source(&corpus, selection.source.as_ref())?;
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
            notices: grouped.notices,
            configuration: Arc::clone(&files.configuration),
            settings: Arc::clone(&files.settings),
            catalogue: Arc::clone(&files.catalogue),
        })
    }
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

/// What is known beyond one article, and how rules are run.
pub(super) struct Context {
    lexicon: Lexicon,
    usage: Usage,
    catalogue: Arc<Catalogue>,
    settings: Arc<lint::Settings>,
}

impl Context {
    fn learn(
        articles: &[Article],
        catalogue: Arc<Catalogue>,
        settings: Arc<lint::Settings>,
    ) -> Self {
        Context {
            lexicon: align::learn(articles),
            usage: Usage::learn(articles),
            catalogue,
            settings,
        }
    }

    /// Checks one article. Ordered by file and place.
    pub(super) fn check(&self, article: &Article) -> Vec<Diagnostic> {
        let alignment = align::align(article, &self.lexicon);
        let canon = canon::decide(article, &alignment, self.background());
        self.lint(article, &alignment, &canon)
    }

    fn background(&self) -> Background<'_> {
        Background {
            catalogue: &self.catalogue,
            usage: &self.usage,
        }
    }

    fn lint(&self, article: &Article, alignment: &Alignment, canon: &Canon) -> Vec<Diagnostic> {
        lint::check(ArticleView {
            article,
            alignment,
            canon,
            catalogue: &self.catalogue,
            settings: &self.settings,
        })
    }

    fn compile(&self, article: Article, reviews: &Reviews) -> Compiled {
        let alignment = align::align(&article, &self.lexicon);
        let canon = canon::decide(&article, &alignment, self.background());
        let diagnostics = self.lint(&article, &alignment, &canon);
        let mut procedure = match reviews.of(&article.id) {
            Some(review) => procedure::reviewed(&article, &alignment, &canon, review),
            None => procedure::compile(&article, &alignment, &canon),
        };
        verification::verify(
            &mut procedure,
            &article,
            &alignment,
            &canon,
            &self.catalogue,
        );
        executed::apply(&mut procedure, reviews.executed(&article.id));
        Compiled {
            article,
            alignment,
            canon,
            diagnostics,
            procedure,
        }
    }
}

/// Aligns every article.
pub(super) fn align(project: Project, console: &Console) -> Vec<(Article, Alignment)> {
    each(project, console, "cli-phase-align", |article, context| {
        let alignment = align::align(&article, &context.lexicon);
        (article, alignment)
    })
}

/// Checks every article. Ordered by article, file, place and rule.
pub(super) fn check(project: Project, console: &Console) -> Vec<Diagnostic> {
    let settings = Arc::clone(&project.settings);
    let closings = lint::Closings::learn(&project.corpus.articles);
    let found = each(project, console, "cli-phase-check", |article, context| {
        context.check(&article)
    });
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    lint::settle(&settings, &closings, &mut found);
    found
}

/// Compiles every article to its procedure, with what people decided about it.
///
/// # Errors
///
/// If a review is none, or decides what cannot be done; the error names file, line and reason.
pub(super) fn compile(
    project: Project,
    reviews: &Reviews,
    console: &Console,
) -> anyhow::Result<Vec<Compiled>> {
    let compiled = each(project, console, "cli-phase-compile", |article, context| {
        context.compile(article, reviews)
    });
    for article in &compiled {
        refuse_faults(article, reviews, console)?;
    }
    Ok(compiled)
}

/// Refuses a review that is none, or decides what cannot be done.
fn refuse_faults(
    Compiled { procedure, .. }: &Compiled,
    reviews: &Reviews,
    console: &Console,
) -> anyhow::Result<()> {
    let mut faults = procedure.findings.iter();
    let Some(fault) = faults.find(|f| f.kind == FindingKind::ReviewFault) else {
        return Ok(());
    };
    let path = reviews.path(&procedure.id).display().to_string();
    let message = Message::new("cli-error-review").with("path", path);
    let words = finding_words(procedure, fault, console.interface());
    Err(anyhow::Error::msg(words).context(Failure::new(message)))
}

/// Says what is wrong with procedures and reviews, unless quiet.
pub(super) fn say_findings(compiled: &[Compiled], reviews: &Reviews, console: &Console) {
    for Compiled { procedure, .. } in compiled {
        for finding in &procedure.findings {
            // A withheld step is counted, and named in its runbook.
            if finding.kind == FindingKind::CommandDisputed {
                continue;
            }
            let path = match finding.line {
                Some(_) => reviews.path(&procedure.id).with_file_name(""),
                None => PathBuf::from(&procedure.id),
            };
            console.warn(
                &path,
                &finding_words(procedure, finding, console.interface()),
            );
        }
    }
}

/// Compiles the one article of an id, with what is learnt from all.
pub(super) fn compile_one(
    project: Project,
    id: &str,
    reviews: &Reviews,
    console: &Console,
) -> anyhow::Result<Compiled> {
    let mut articles = project.corpus.articles;
    let bar = console.progress("cli-phase-compile", 1);
    let context = Context::learn(&articles, project.catalogue, project.settings);
    let Some(at) = articles.iter().position(|article| article.id == id) else {
        return Err(unknown(id, &articles).into());
    };
    let compiled = context.compile(articles.swap_remove(at), reviews);
    bar.step();
    refuse_faults(&compiled, reviews, console)?;
    Ok(compiled)
}

/// The error for an article that there is not; names a few that there are.
fn unknown(id: &str, articles: &[Article]) -> Failure {
    let near = |article: &&Article| article.id.contains(id) || id.contains(&article.id);
    let mut ids: Vec<&str> = articles
        .iter()
        .filter(near)
        .map(|a| a.id.as_str())
        .collect();
    if ids.is_empty() {
        ids = articles.iter().map(|a| a.id.as_str()).collect();
    }
    ids.truncate(10);
    let message = Message::new("run-error-no-article").with("id", id);
    Failure::new(message.with("ids", ids.join(", ")))
}

/// Learns from all articles, then works on each in parallel; an article is gone when it is done.
pub(super) fn each<T: Send>(
    project: Project,
    console: &Console,
    label: &str,
    work: impl Fn(Article, &Context) -> T + Sync,
) -> Vec<T> {
    let articles = project.corpus.articles;
    let context = Context::learn(&articles, project.catalogue, project.settings);
    let bar = console.progress(label, articles.len());
    let work = |article| {
        let result = work(article, &context);
        bar.step();
        result
    };
    articles.into_par_iter().map(work).collect()
}
