//! The handbook: one mdBook per locale with the same pages at the same paths, made from the model
//! alone.
//!
//! It gives each book's sources and theme as [`Artifact`]s; `workspace` renders them. No Markdown
//! or HTML of an article passes through: every text goes through the one escape of this module.

use std::sync::Arc;

use serde::Serialize;

use crate::emit::{Artifact, Compiled};
use crate::l10n::Interface;
use crate::source::Locale;

mod article;
mod code;
mod engine;
mod escape;
mod index;
mod labels;
pub mod paths;
mod quality;
mod step;
mod text;
pub mod theme;
mod withheld;

use engine::Engine;

/// All that a handbook is made of.
#[derive(Clone, Copy, Debug)]
pub struct Handbook<'a> {
    /// Its articles, in the order in which they are listed.
    pub articles: &'a [Compiled],
    /// Its locales; every one gets every page.
    pub locales: &'a [Locale],
    /// Files that its pages offer.
    pub downloads: &'a [Download<'a>],
    /// Whether the project's own manual lies beside it.
    pub manual: bool,
}

/// A file that is offered on the page of an article.
#[derive(Clone, Debug)]
pub struct Download<'a> {
    /// Id of the article.
    pub article: &'a str,
    /// The locale whose page offers it; all, if none.
    pub locale: Option<Locale>,
    /// The file; the site has it below [`paths::DOWNLOADS`].
    pub artifact: &'a Artifact,
}

impl Download<'_> {
    /// The file at its place in the site.
    pub fn placed(&self) -> Artifact {
        Artifact {
            path: paths::download(self.article, &self.artifact.path),
            bytes: self.artifact.bytes.clone(),
        }
    }
}

/// The runbooks of all articles, each for the locale whose tag is a part of its path.
pub fn downloads<'a>(
    articles: &'a [Compiled],
    runbooks: &'a [Vec<Artifact>],
    locales: &[Locale],
) -> Vec<Download<'a>> {
    let offer = |(compiled, artifacts): (&'a Compiled, &'a Vec<Artifact>)| {
        artifacts.iter().map(|artifact| {
            let parts: Vec<&str> = artifact.path.split(['/', '.']).collect();
            let tag = |l: &&Locale| parts.contains(&l.to_string().as_str());
            Download {
                article: &compiled.procedure.id,
                locale: locales.iter().find(tag).cloned(),
                artifact,
            }
        })
    };
    articles.iter().zip(runbooks).flat_map(offer).collect()
}

/// The sources of one mdBook.
#[derive(Clone, Debug)]
pub struct Volume {
    /// Its locale, and the folder of the site that it is rendered into.
    pub locale: Locale,
    /// `book.toml`, `src/` and `theme/`.
    pub artifacts: Vec<Artifact>,
}

/// All locales that have a procedure, ordered: those of the handbook when none are asked for.
pub fn locales(articles: &[Compiled]) -> Vec<Locale> {
    let all = articles.iter().flat_map(|c| &c.procedure.locales);
    let all: std::collections::BTreeSet<Locale> = all.cloned().collect();
    all.into_iter().collect()
}

/// The sources of one locale's book. Deterministic.
pub fn volume(handbook: &Handbook, locale: &Locale, ui: Interface) -> Volume {
    let ui = Arc::new(ui);
    let engine = Engine::new(Arc::clone(&ui));
    let mut artifacts = vec![
        file("book.toml", configuration(locale, &ui)),
        file("src/SUMMARY.md", index::summary(handbook, locale, &ui)),
        file("src/index.md", index::page(handbook, locale, &engine)),
    ];
    for compiled in handbook.articles {
        let id = &compiled.procedure.id;
        let page = article::page(handbook, compiled, locale, &engine);
        artifacts.push(file(&format!("src/{}", paths::article(id)), page));
        let page = quality::page(compiled, locale, &engine);
        artifacts.push(file(&format!("src/{}", paths::quality(id)), page));
    }
    artifacts.extend(theme::files(&ui));
    Volume {
        locale: locale.clone(),
        artifacts,
    }
}

/// The site's first page, on which a reader picks a language, and its style.
pub fn front(handbook: &Handbook, ui: Interface) -> Vec<Artifact> {
    let engine = Engine::new(Arc::new(ui));
    vec![
        file("index.html", index::front(handbook, &engine)),
        file("runbookc.css", theme::STYLE),
    ]
}

#[derive(Serialize)]
struct Configuration {
    book: BookTable,
    build: BuildTable,
    output: OutputTable,
}

#[derive(Serialize)]
struct BookTable {
    title: String,
    description: String,
    language: String,
    src: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct BuildTable {
    create_missing: bool,
    /// Off: includes and links of mdBook's own are text here.
    use_default_preprocessors: bool,
}

#[derive(Serialize)]
struct OutputTable {
    html: HtmlTable,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct HtmlTable {
    theme: &'static str,
    default_theme: &'static str,
    preferred_dark_theme: &'static str,
    smart_punctuation: bool,
    no_section_label: bool,
    input_404: &'static str,
    additional_css: [&'static str; 1],
    additional_js: [&'static str; 1],
    hash_files: bool,
    print: PrintTable,
}

#[derive(Serialize)]
struct PrintTable {
    /// Off: one page of all pages; the style has a print view for each page.
    enable: bool,
}

fn configuration(locale: &Locale, ui: &Interface) -> String {
    book_toml(&ui.text("book-title"), &ui.text("book-description"), locale)
}

/// The `book.toml` of a manual in the handbook's theme.
pub fn manual(title: &str, locale: &Locale) -> Artifact {
    file("book.toml", book_toml(title, "", locale))
}

fn book_toml(title: &str, description: &str, locale: &Locale) -> String {
    let configuration = Configuration {
        book: BookTable {
            title: title.to_owned(),
            description: description.to_owned(),
            language: locale.to_string(),
            src: "src",
        },
        build: BuildTable {
            create_missing: false,
            use_default_preprocessors: false,
        },
        output: OutputTable {
            html: HtmlTable {
                theme: "theme",
                default_theme: "light",
                preferred_dark_theme: "navy",
                smart_punctuation: false,
                no_section_label: true,
                input_404: "",
                additional_css: ["runbookc.css"],
                additional_js: ["early.js"],
                hash_files: false,
                print: PrintTable { enable: false },
            },
        },
    };
    toml::to_string(&configuration).expect("tables come after values")
}

fn file(path: &str, text: impl Into<String>) -> Artifact {
    Artifact {
        path: path.to_owned(),
        bytes: text.into().into_bytes(),
    }
}
