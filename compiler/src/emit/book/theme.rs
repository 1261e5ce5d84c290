//! The theme over mdBook's own: a page template in the reader's words, a style, two scripts, and
//! the language picker that is put into each rendered page.

use std::sync::Arc;

use super::escape::escape;
use super::{Handbook, file};
use crate::emit::Artifact;
use crate::l10n::Interface;
use crate::source::Locale;

/// The style of all pages.
pub(super) const STYLE: &str = include_str!("../../../../book/theme/runbookc.css");

const PAGE: &str = include_str!("../../../../book/theme/page.hbs");
const CONTENTS: &str = include_str!("../../../../book/theme/toc.html.hbs");
const SCRIPT: &str = include_str!("../../../../book/theme/book.js");
const EARLY: &str = include_str!("../../../../book/theme/early.js");
const ICON: &str = include_str!("../../../../book/theme/favicon.svg");

/// Where the page template takes the links to the other languages, in the head and in the menu.
/// No text of an article can hold these: `<` is escaped.
const HEAD_SLOT: &str = "<!--runbookc:alternates-->";
const MENU_SLOT: &str = "<!--runbookc:languages-->";

/// Where it takes a manual's link to the handbook.
const UP_SLOT: &str = "<!--runbookc:up-->";

/// What mdBook writes beside the pages and this theme does not use.
pub const UNUSED: &[&str] = &[
    ".nojekyll",
    "ayu-highlight.css",
    "clipboard.min.js",
    "highlight.css",
    "highlight.js",
    "tomorrow-night.css",
];

/// The files of the theme in the words of `ui`, beside a `book.toml` that names them.
pub fn files(ui: &Arc<Interface>) -> Vec<Artifact> {
    vec![
        file("theme/index.hbs", super::engine::localize(PAGE, ui)),
        file("theme/toc.html.hbs", super::engine::localize(CONTENTS, ui)),
        file("theme/book.js", SCRIPT),
        file("theme/favicon.svg", ICON),
        // An empty list of fonts: pages use those of the system and load none.
        file("theme/fonts/fonts.css", ""),
        file("early.js", EARLY),
        file("runbookc.css", STYLE),
    ]
}

/// A rendered page with its language picker. `path` is that of the page below its locale's
/// folder, and the same below every other.
pub fn with_languages(page: &str, path: &str, locale: &Locale, handbook: &Handbook) -> String {
    let up = "../".repeat(path.matches('/').count() + 1);
    let path = escape_path(path);
    let href = |other: &Locale| format!("{up}{other}/{path}");
    let mut head =
        format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{up}index.html\">");
    let mut menu = String::new();
    for other in handbook.locales {
        let (href, name) = (href(other), escape(&language_name(other)));
        head += &format!("\n<link rel=\"alternate\" hreflang=\"{other}\" href=\"{href}\">");
        let current = match other == locale {
            true => " aria-current=\"true\"",
            false => "",
        };
        menu += &format!(
            "<li><a href=\"{href}\" hreflang=\"{other}\" lang=\"{other}\"{current}>{name}</a></li>\n"
        );
    }
    page.replacen(HEAD_SLOT, &head, 1)
        .replacen(MENU_SLOT, &menu, 1)
}

/// A rendered page of a manual, which has one language, with its way back to the handbook.
pub fn beside_handbook(page: &str, path: &str, ui: &Interface) -> String {
    let up = "../".repeat(path.matches('/').count() + 1);
    let title = escape(&ui.text("book-title"));
    let link = format!("<a class=\"up\" href=\"{up}index.html\">{title}</a>");
    page.replacen(UP_SLOT, &link, 1)
}

/// A path of `paths` has only characters that mean themselves in an attribute.
fn escape_path(path: &str) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || "/._-".contains(*c);
    path.chars().filter(plain).collect()
}

/// The name of a locale's language in itself; its tag where the program does not speak it. Two
/// locales of one interface language are told apart by their tags.
pub(super) fn language_name(locale: &Locale) -> String {
    let interface = Interface::new(locale);
    let name = || interface.text("language-name");
    match interface.locale() {
        known if known == locale => name(),
        known if known.language() == locale.language() => format!("{} ({locale})", name()),
        _ => locale.to_string(),
    }
}
