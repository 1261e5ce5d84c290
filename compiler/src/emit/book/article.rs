//! The page of an article: its state, what can be reached, what to supply, and what to do.

use serde::Serialize;

use super::Handbook;
use super::engine::Engine;
use super::paths;
use super::step::{Reference, Steps, TaskView};
use super::text::{plain, tally};
use super::withheld::WithheldView;
use crate::diagnostic::Severity;
use crate::document::{Document, Origin};
use crate::emit::Compiled;
use crate::procedure::{Item, ParameterKind, Procedure, Text};
use crate::source::Locale;

#[derive(Debug, Serialize)]
struct ArticleView {
    title: String,
    state: StateView,
    quality: String,
    goals: Vec<GoalView>,
    parameters: Vec<ParameterView>,
    tasks: Vec<TaskView>,
    withheld: Vec<WithheldView>,
    downloads: Vec<DownloadView>,
}

/// How far a page can be trusted, for its banner and for the list of articles.
#[derive(Debug, Serialize)]
pub(super) struct StateView {
    /// Id of the message that says where the text comes from.
    pub(super) origin: &'static str,
    /// The locale that the page is shown in, where the article is not there in the page's own.
    pub(super) shown_in: Option<String>,
    pub(super) corrected: usize,
    pub(super) fallback: usize,
    pub(super) findings: usize,
    pub(super) errors: usize,
    pub(super) withheld: usize,
    /// `good`, `fair` or `poor`.
    pub(super) class: &'static str,
}

#[derive(Debug, Serialize)]
struct GoalView {
    id: String,
    title: String,
    default: bool,
    tasks: Vec<Reference>,
    excludes: Vec<Reference>,
}

#[derive(Debug, Serialize)]
struct ParameterView {
    id: String,
    sample: String,
    kind: &'static str,
    required: bool,
    discovered_by: Option<String>,
}

#[derive(Debug, Serialize)]
struct DownloadView {
    name: String,
    href: String,
}

/// The page of `compiled` for the readers of the engine's locale.
pub(super) fn page(
    handbook: &Handbook,
    compiled: &Compiled,
    locale: &Locale,
    engine: &Engine,
) -> String {
    let procedure = &compiled.procedure;
    let withheld = crate::emit::withheld(procedure);
    let mut steps = Steps::new(compiled, locale, &withheld);
    let view = ArticleView {
        title: title(compiled, locale),
        state: state(compiled, locale),
        quality: format!("../{}", paths::html(&paths::quality(&procedure.id))),
        goals: goals(procedure, locale, &steps),
        parameters: parameters(procedure),
        tasks: procedure.tasks.iter().map(|t| steps.task(t)).collect(),
        withheld: WithheldView::lost(&withheld, compiled),
        downloads: downloads(handbook, procedure, locale),
    };
    engine.page("article.html", &view)
}

/// The title of an article for readers of `locale`; its id where it has none.
pub(super) fn title(compiled: &Compiled, locale: &Locale) -> String {
    plain(&compiled.procedure.title, locale).unwrap_or_else(|| compiled.procedure.id.clone())
}

/// The state of an article in `locale`.
pub(super) fn state(compiled: &Compiled, locale: &Locale) -> StateView {
    let procedure = &compiled.procedure;
    let document = (compiled.article.documents.iter().enumerate())
        .find(|(_, d)| d.locale == *locale && d.origin == Origin::Whole);
    let (mut corrected, mut fallback) = (0, 0);
    for text in texts(procedure) {
        let (literals, is_foreign) = tally(text, locale);
        corrected += literals;
        fallback += usize::from(is_foreign);
    }
    let here = || compiled.diagnostics.iter().filter(|d| d.locale == *locale);
    let errors = here().filter(|d| d.severity == Severity::Error).count();
    let withheld = crate::emit::withheld(procedure).len();
    StateView {
        origin: match document {
            Some((i, _)) if compiled.article.source == Some(i) => "book-state-source",
            Some((_, document)) => translation(document),
            None => "book-state-missing",
        },
        shown_in: document
            .is_none()
            .then(|| shown_in(procedure, locale))
            .flatten(),
        corrected,
        fallback,
        findings: here().count(),
        errors,
        withheld,
        class: match () {
            () if withheld > 0 || document.is_none() => "poor",
            () if corrected > 0 || fallback > 0 || errors > 0 => "fair",
            () => "good",
        },
    }
}

/// How a document says that it was translated: `ms.translationtype` is `MT` or `HT`.
fn translation(document: &Document) -> &'static str {
    match document.metadata("ms.translationtype") {
        Some("MT") => "book-state-machine",
        Some("HT") => "book-state-human",
        _ => "book-state-translation",
    }
}

fn shown_in(procedure: &Procedure, locale: &Locale) -> Option<String> {
    let first = texts(procedure).find_map(|text| text.wording(locale))?;
    Some(first.0.to_string())
}

/// All texts that the page shows.
fn texts(procedure: &Procedure) -> impl Iterator<Item = &Text> {
    let tasks = procedure.tasks.iter().flat_map(|task| {
        let items = task.items.iter().flat_map(|item| match item {
            Item::Step(_) => Vec::new(),
            Item::Choice(choice) => {
                let arms = choice.arms.iter().map(|arm| &arm.title);
                std::iter::once(&choice.question).chain(arms).collect()
            }
        });
        let steps = task.steps().flat_map(|step| {
            let guard = step.guard.as_ref().map(|g| &g.text);
            let expect = step.expect.as_ref().map(|e| &e.text);
            [&step.text, &step.explanation]
                .into_iter()
                .chain(guard)
                .chain(expect)
        });
        let guard = task.guard.as_ref().map(|g| &g.text);
        (std::iter::once(&task.title).chain(guard))
            .chain(items)
            .chain(steps)
    });
    std::iter::once(&procedure.title).chain(tasks)
}

fn goals(procedure: &Procedure, locale: &Locale, steps: &Steps) -> Vec<GoalView> {
    let title = |text: &Text, id: &str| plain(text, locale).unwrap_or_else(|| id.to_owned());
    let other = |id: &String| {
        let goal = procedure.goals.iter().find(|g| g.id == *id)?;
        Some(Reference {
            anchor: format!("goal-{id}"),
            title: Some(title(&goal.title, id)),
            kind: "book-goals",
        })
    };
    let view = |goal: &crate::procedure::Goal| GoalView {
        id: goal.id.clone(),
        title: title(&goal.title, &goal.id),
        default: goal.default,
        tasks: goal
            .tasks
            .iter()
            .filter_map(|id| steps.reference(id))
            .collect(),
        excludes: goal.excludes.iter().filter_map(other).collect(),
    };
    procedure.goals.iter().map(view).collect()
}

fn parameters(procedure: &Procedure) -> Vec<ParameterView> {
    let view = |p: &crate::procedure::Parameter| ParameterView {
        id: p.id.clone(),
        sample: p.sample.clone(),
        kind: match p.kind {
            ParameterKind::HostName => "book-parameter-host-name",
            ParameterKind::Port => "book-parameter-port",
            ParameterKind::Number => "book-parameter-number",
            ParameterKind::Thumbprint => "book-parameter-thumbprint",
            ParameterKind::Path => "book-parameter-path",
            ParameterKind::Url => "book-parameter-url",
            ParameterKind::Text => "book-parameter-text",
            ParameterKind::Secret => "book-parameter-secret",
        },
        required: p.required,
        discovered_by: p.discovered_by.clone(),
    };
    procedure.parameters.iter().map(view).collect()
}

fn downloads(handbook: &Handbook, procedure: &Procedure, locale: &Locale) -> Vec<DownloadView> {
    let mine = (handbook.downloads.iter())
        .filter(|d| d.article == procedure.id && d.locale.as_ref().is_none_or(|l| l == locale));
    let view = |download: &super::Download| DownloadView {
        name: download
            .artifact
            .path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned(),
        href: format!(
            "../../{}",
            paths::download_link(&procedure.id, &download.artifact.path)
        ),
    };
    mine.map(view).collect()
}
