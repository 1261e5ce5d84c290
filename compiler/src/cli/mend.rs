//! Applies fixes in memory until nothing is left to apply; what it gives back was checked again.
//!
//! A fix is kept only if its finding is gone afterwards and no new one has come. It writes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::console::Console;
use super::files::Files;
use super::pipeline::{self, Context, Project};
use crate::corpus::Article;
use crate::diagnostic::edits::{apply, together};
use crate::diagnostic::{Applicability, Diagnostic};
use crate::document::{Document, Origin};
use crate::source::{Locale, SourceFile, Span};
use crate::{literal, markdown};

/// Most times that the whole corpus is looked at again: what is learned from it changes with it.
const PASSES: usize = 6;
/// Most times that one article is checked again.
const CHECKS: usize = 256;

/// Rules that are about the source, or about the file itself, and so may mend a source.
const OF_SOURCES: &[&str] = &["SRC", "SUP"];

/// Which fixes are applied.
pub(super) struct Order {
    /// The least sure ones.
    pub(super) least: Applicability,
    /// In these locales; in all if empty.
    pub(super) locales: Vec<Locale>,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Outcome {
    /// The texts of the files that change, by path.
    pub(super) texts: BTreeMap<PathBuf, Arc<SourceFile>>,
    /// The findings that were mended, each as it was when it was.
    pub(super) applied: Vec<Diagnostic>,
    /// The findings that are left.
    pub(super) left: Vec<Diagnostic>,
}

/// Mends a project in memory; `files` hold the new texts afterwards.
pub(super) fn mend(
    files: &mut Files,
    project: Project,
    order: &Order,
    console: &Console,
) -> anyhow::Result<Outcome> {
    let mut whole = Outcome::default();
    let mut project = Some(project);
    for _ in 0..PASSES {
        let current = match project.take() {
            Some(first) => first,
            None => pipeline::again(files, console)?,
        };
        let articles = pipeline::each(current, console, "cli-phase-fix", |article, context| {
            Mending::new(article, order, context).run()
        });
        whole.left.clear();
        let mut fresh = BTreeMap::new();
        for article in articles {
            whole.applied.extend(article.applied);
            whole.left.extend(article.left);
            fresh.extend(article.texts);
        }
        if fresh.is_empty() {
            break;
        }
        files.replace(&fresh);
        whole.texts.extend(fresh);
    }
    Ok(whole)
}

/// One article on its way.
struct Mending<'a> {
    article: Article,
    found: Vec<Diagnostic>,
    order: &'a Order,
    context: &'a Context,
    /// Fixes that made something worse, until the text is another.
    rejected: BTreeSet<Identity>,
    outcome: Outcome,
}

impl<'a> Mending<'a> {
    fn new(article: Article, order: &'a Order, context: &'a Context) -> Self {
        let found = context.check(&article);
        Mending {
            article,
            found,
            order,
            context,
            rejected: BTreeSet::new(),
            outcome: Outcome::default(),
        }
    }

    fn run(mut self) -> Outcome {
        // How many fixes are tried at once: half as many after each time that one did harm.
        let mut most = usize::MAX;
        for _ in 0..CHECKS {
            let chosen = self.chosen(most);
            if chosen.is_empty() {
                break;
            }
            match self.attempt(&chosen) {
                Some((article, found)) => {
                    self.accept(chosen, article, found);
                    most = usize::MAX;
                }
                None if chosen.len() == 1 => {
                    self.rejected.insert(identity(&chosen[0]));
                    most = usize::MAX;
                }
                None => most = chosen.len() / 2,
            }
        }
        self.found.retain(|d| self.order.is_reported(d));
        self.outcome.left = self.found;
        self.outcome
    }

    /// The fixes to try next, ordered by file and place.
    fn chosen(&self, most: usize) -> Vec<Diagnostic> {
        let is_rejected = |d: &Diagnostic| self.rejected.contains(&identity(d));
        let is_open =
            |d: &&Diagnostic| self.order.is_reported(d) && self.may_change(d) && !is_rejected(d);
        let open = self.found.iter().filter(is_open);
        let mut by_file: BTreeMap<&Path, Vec<&Diagnostic>> = BTreeMap::new();
        for found in open {
            by_file.entry(found.file.path()).or_default().push(found);
        }
        let groups = by_file.into_values();
        let chosen = groups.flat_map(|found| together(found, self.order.least));
        chosen.take(most).cloned().collect()
    }

    /// Whether a finding may change its file: a source is not changed for its translations.
    fn may_change(&self, found: &Diagnostic) -> bool {
        let source = self.article.source.map(|i| &self.article.documents[i]);
        source.is_none_or(|s| s.locale != found.locale)
            || OF_SOURCES
                .iter()
                .any(|family| found.rule.starts_with(family))
    }

    /// The article with these fixes and what is found in it then; none if they did harm.
    fn attempt(&self, chosen: &[Diagnostic]) -> Option<(Article, Vec<Diagnostic>)> {
        let mut fresh: BTreeMap<&Path, (Arc<SourceFile>, Vec<Span>)> = BTreeMap::new();
        for of_file in chosen.chunk_by(|a, b| a.file.path() == b.file.path()) {
            let file = &of_file[0].file;
            let edits = of_file.iter().filter_map(|d| d.fix.as_ref());
            let (text, places) = apply(file, edits.flat_map(|f| &f.edits));
            let file = Arc::new(SourceFile::new(file.path(), text));
            fresh.insert(of_file[0].file.path(), (file, places));
        }
        let article = with_texts(&self.article, |path| fresh.get(path).map(|(file, _)| file))?;
        let found = self.context.check(&article);
        let places = |path: &Path| fresh.get(path).map_or(&[][..], |(_, places)| places);
        is_better(&self.found, &found, chosen, places).then_some((article, found))
    }

    fn accept(&mut self, chosen: Vec<Diagnostic>, article: Article, found: Vec<Diagnostic>) {
        for mended in &chosen {
            let path = mended.file.path();
            let mut documents = article.documents.iter();
            if let Some(document) = documents.find(|d| d.file.path() == path) {
                let file = Arc::clone(&document.file);
                self.outcome.texts.insert(path.to_owned(), file);
            }
        }
        self.outcome.applied.extend(chosen);
        self.article = article;
        self.found = found;
        self.rejected.clear();
    }
}

impl Order {
    fn is_reported(&self, found: &Diagnostic) -> bool {
        self.locales.is_empty() || self.locales.contains(&found.locale)
    }
}

/// What makes two findings the same wherever they stand: file, rule, found, expected.
type Identity = (PathBuf, &'static str, String, Option<String>);

fn identity(found: &Diagnostic) -> Identity {
    let path = found.file.path().to_owned();
    (
        path,
        found.rule,
        found.found.clone(),
        found.expected.clone(),
    )
}

/// Whether the findings of `chosen` are gone and no new ones have come. A rule that reports the first
/// of several may report the next one then, but not in the text that was put in.
fn is_better<'p>(
    before: &[Diagnostic],
    after: &[Diagnostic],
    chosen: &[Diagnostic],
    places: impl Fn(&Path) -> &'p [Span],
) -> bool {
    let mut known: BTreeMap<Identity, usize> = BTreeMap::new();
    let mut rules: BTreeMap<(&Path, &str), usize> = BTreeMap::new();
    for found in before {
        *known.entry(identity(found)).or_default() += 1;
        *rules.entry((found.file.path(), found.rule)).or_default() += 1;
    }
    for mended in chosen {
        if let Some(count) = known.get_mut(&identity(mended)) {
            *count = count.saturating_sub(1);
        }
    }
    after.iter().all(|found| {
        let rule = rules.get_mut(&(found.file.path(), found.rule));
        let is_one_of_as_many = rule.is_some_and(take_one);
        let is_known = known.get_mut(&identity(found)).is_some_and(take_one);
        let meets = |place: &Span| place.start < found.span.end && found.span.start < place.end;
        is_one_of_as_many && (is_known || !places(found.file.path()).iter().any(meets))
    })
}

fn take_one(count: &mut usize) -> bool {
    let is_there = *count > 0;
    *count = count.saturating_sub(1);
    is_there
}

/// The article with other texts in some of its files.
fn with_texts<'t>(
    article: &Article,
    text: impl Fn(&Path) -> Option<&'t Arc<SourceFile>>,
) -> Option<Article> {
    let renewed = |old: &Document| {
        let Some(file) = text(old.file.path()) else {
            return Some(old.clone());
        };
        let parsed = markdown::parse(Arc::clone(file));
        let mut document = match old.origin {
            Origin::Whole => parsed.document,
            Origin::Embedded => parsed.embedded?,
        };
        document.locale = old.locale.clone();
        literal::recognize(&mut document);
        Some(document)
    };
    Some(Article {
        id: article.id.clone(),
        documents: article
            .documents
            .iter()
            .map(renewed)
            .collect::<Option<_>>()?,
        source: article.source,
    })
}
