//! The templates of pages: one Tera engine per locale, whose escape is that of the book and whose
//! `t` says the interface's words.

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Delimiters, Kwargs, State, Tera};

use super::escape;
use crate::l10n::Interface;

/// Names of arguments that a template may give to a message.
const ARGUMENTS: &[&str] = &[
    "count", "total", "name", "title", "text", "language", "file", "locales", "level",
];

const PAGES: &[(&str, &str)] = &[
    ("article.html", include_str!("templates/article.html")),
    ("code.html", include_str!("templates/code.html")),
    ("front.html", include_str!("templates/front.html")),
    ("guard.html", include_str!("templates/guard.html")),
    ("index.html", include_str!("templates/index.html")),
    ("quality.html", include_str!("templates/quality.html")),
    ("state.html", include_str!("templates/state.html")),
    ("step.html", include_str!("templates/step.html")),
    ("withheld.html", include_str!("templates/withheld.html")),
    ("text.html", include_str!("templates/text.html")),
];

/// The engine of the pages of one locale.
pub(super) struct Engine {
    tera: Tera,
    ui: Arc<Interface>,
}

impl Engine {
    /// The engine that speaks `ui`.
    pub(super) fn new(ui: Arc<Interface>) -> Self {
        let mut tera = speaking(&ui);
        tera.add_raw_templates(PAGES.iter().copied())
            .expect("the embedded templates parse: a test holds");
        Engine { tera, ui }
    }

    /// The words of this engine's locale.
    pub(super) fn ui(&self) -> &Interface {
        &self.ui
    }

    /// A page as one block of HTML: no line is empty or indented, so that Markdown leaves it be.
    pub(super) fn page(&self, template: &str, view: &impl Serialize) -> String {
        let context = Context::from_serialize(view).expect("views are structs");
        let rendered = (self.tera.render(template, &context))
            .unwrap_or_else(|error| panic!("{template} does not fit its view: {error:#?}"));
        let lines = rendered.lines().map(str::trim).filter(|l| !l.is_empty());
        lines.fold(String::new(), |page, line| page + line + "\n")
    }
}

/// A Handlebars template of mdBook, of which `[[ t(id="…") ]]` is put into words.
pub(super) fn localize(template: &str, ui: &Arc<Interface>) -> String {
    let mut tera = Tera::default();
    let delimiters = Delimiters {
        block_start: "[%".into(),
        block_end: "%]".into(),
        variable_start: "[[".into(),
        variable_end: "]]".into(),
        comment_start: "[#".into(),
        comment_end: "#]".into(),
    };
    tera.set_delimiters(delimiters).expect("delimiters differ");
    speak(&mut tera, ui);
    tera.add_raw_template("theme.html", template)
        .expect("the embedded theme parses: a test holds");
    tera.render("theme.html", &Context::new())
        .unwrap_or_else(|error| panic!("the theme does not render: {error:#?}"))
}

fn speaking(ui: &Arc<Interface>) -> Tera {
    let mut tera = Tera::default();
    speak(&mut tera, ui);
    tera
}

fn speak(tera: &mut Tera, ui: &Arc<Interface>) {
    tera.autoescape_on([".html"]);
    tera.set_escape_fn(escape::write);
    let ui = Arc::clone(ui);
    tera.register_function("t", move |kwargs: Kwargs, _: &State| words(&ui, &kwargs));
}

fn words(ui: &Interface, kwargs: &Kwargs) -> tera::TeraResult<String> {
    let id: &str = kwargs.must_get("id")?;
    let mut arguments = Vec::new();
    for name in ARGUMENTS {
        if let Some(value) = kwargs.get::<&tera::Value>(name)? {
            arguments.push((*name, value.to_string()));
        }
    }
    Ok(ui.format(id, &arguments))
}
