//! What leads to the articles: the list of a locale, mdBook's summary, and the site's first page.

use serde::Serialize;

use super::article::{StateView, state, title};
use super::engine::Engine;
use super::{Handbook, paths};
use crate::emit::Compiled;
use crate::l10n::Interface;
use crate::procedure::StepKind;
use crate::source::Locale;

#[derive(Serialize)]
struct IndexView {
    articles: Vec<RowView>,
    manual: bool,
}

#[derive(Serialize)]
struct RowView {
    title: String,
    href: String,
    quality: String,
    steps: usize,
    state: StateView,
}

#[derive(Serialize)]
struct FrontView {
    language: String,
    locales: Vec<LanguageView>,
    manual: bool,
}

#[derive(Serialize)]
struct LanguageView {
    tag: String,
    name: String,
}

/// The page that lists the articles.
pub(super) fn page(handbook: &Handbook, locale: &Locale, engine: &Engine) -> String {
    let row = |compiled: &Compiled| RowView {
        title: title(compiled, locale),
        href: paths::html(&paths::article(&compiled.procedure.id)),
        quality: paths::html(&paths::quality(&compiled.procedure.id)),
        steps: steps(compiled),
        state: state(compiled, locale),
    };
    let view = IndexView {
        articles: handbook.articles.iter().map(row).collect(),
        manual: handbook.manual,
    };
    engine.page("index.html", &view)
}

fn steps(compiled: &Compiled) -> usize {
    let all = compiled.procedure.tasks.iter().flat_map(|t| t.steps());
    all.filter(|s| s.kind != StepKind::Note).count()
}

/// mdBook's `SUMMARY.md`. Titles are escaped, so that none is Markdown.
pub(super) fn summary(handbook: &Handbook, locale: &Locale, ui: &Interface) -> String {
    let escape = super::escape::escape;
    let index = escape(&ui.text("book-index-title"));
    let quality = escape(&ui.text("book-quality-part"));
    let mut summary = format!("# {index}\n\n[{index}](index.md)\n\n");
    let titles: Vec<(String, &str)> = (handbook.articles.iter())
        .map(|c| (escape(&title(c, locale)), c.procedure.id.as_str()))
        .collect();
    for (title, id) in &titles {
        summary += &format!("- [{title}]({})\n", paths::article(id));
    }
    summary += &format!("\n# {quality}\n\n");
    for (title, id) in &titles {
        summary += &format!("- [{title}]({})\n", paths::quality(id));
    }
    summary
}

/// The site's first page: the languages, each in its own words.
pub(super) fn front(handbook: &Handbook, engine: &Engine) -> String {
    let view = FrontView {
        language: engine.ui().locale().to_string(),
        locales: handbook.locales.iter().map(LanguageView::new).collect(),
        manual: handbook.manual,
    };
    engine.page("front.html", &view)
}

impl LanguageView {
    fn new(locale: &Locale) -> LanguageView {
        LanguageView {
            tag: locale.to_string(),
            name: super::theme::language_name(locale),
        }
    }
}
