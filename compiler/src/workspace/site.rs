//! The handbook's sources to a site: each locale's book is written to a fresh folder, rendered by
//! mdBook, and read back; then the whole site takes the place of the old one in one step.
//!
//! mdBook gets only pages that `emit::book` made, or a manual that the project names as its own;
//! its preprocessors are off, so nothing is included and no program is started.

#![expect(
    clippy::disallowed_methods,
    reason = "mdBook works on folders: this module fills one and reads what comes out"
)]

use std::fs;
use std::path::{Component, Path};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use rayon::prelude::*;

use super::output;
use crate::emit::book::{self, Handbook, Volume, theme};
use crate::emit::{Artifact, Compiled};
use crate::l10n::Interface;
use crate::source::Locale;

/// The folder of the site that the manual is rendered into.
const MANUAL: &str = "manual";

/// What a site is built from.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The articles of the handbook.
    pub articles: &'a [Compiled],
    /// The runbooks of each, which its pages offer.
    pub runbooks: &'a [Vec<Artifact>],
    /// The folder of the project's own manual, with its `book.toml`, where there is one.
    pub manual: Option<&'a Path>,
}

/// Builds the site into the folder `target`, which holds nothing else afterwards. On any error the
/// old site is untouched.
pub fn build(site: &Site, target: &Path) -> Result<()> {
    output::replace_folder(target, &render(site)?)
}

/// All files of the site, by path.
pub fn render(site: &Site) -> Result<Vec<Artifact>> {
    let locales = book::locales(site.articles);
    let downloads = book::downloads(site.articles, site.runbooks, &locales);
    let handbook = Handbook {
        articles: site.articles,
        locales: &locales,
        downloads: &downloads,
        manual: site.manual.is_some(),
    };
    let books: Vec<Vec<Artifact>> = (locales.par_iter())
        .map(|locale| render_locale(&handbook, locale))
        .collect::<Result<_>>()?;
    let mut files = book::front(&handbook, Interface::new(&front_language(&locales)));
    files.extend(books.into_iter().flatten());
    files.extend(downloads.iter().map(book::Download::placed));
    if let Some(folder) = site.manual {
        let rendered = render_manual(folder)
            .with_context(|| format!("cannot build the manual in `{}`", folder.display()))?;
        files.extend(rendered);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The language of the page on which a reader picks one: English if it is there, else the first.
/// It must not depend on who builds the site.
fn front_language(locales: &[Locale]) -> Locale {
    let english = locales.iter().find(|l| l.language() == "en");
    let language = english.or(locales.first()).cloned();
    language.unwrap_or_else(Locale::undetermined)
}

fn render_locale(handbook: &Handbook, locale: &Locale) -> Result<Vec<Artifact>> {
    let volume = book::volume(handbook, locale, Interface::new(locale));
    let rendered =
        run_mdbook(&volume).with_context(|| format!("cannot render the handbook in {locale}"))?;
    let finish = |page: &str, path: &str| theme::with_languages(page, path, locale, handbook);
    let place = |file| placed(&locale.to_string(), file, finish);
    Ok(rendered.into_iter().map(place).collect())
}

/// Renders one book in a folder of its own and gives what a reader needs of it.
fn run_mdbook(volume: &Volume) -> Result<Vec<Artifact>> {
    output::check_paths(&volume.artifacts)?;
    let folder = tempfile::tempdir().context("cannot create a temporary folder")?;
    for artifact in &volume.artifacts {
        let path = folder.path().join(&artifact.path);
        fs::create_dir_all(path.parent().unwrap_or(folder.path()))?;
        fs::write(&path, &artifact.bytes)?;
    }
    // From the text, since mdBook also reads its settings from the environment otherwise.
    let configuration = fs::read_to_string(folder.path().join("book.toml"))?;
    let config: Config = configuration.parse()?;
    MDBook::load_with_config(folder.path(), config)?.build()?;
    let mut files = Vec::new();
    collect(&folder.path().join("book"), "", &mut files)?;
    files.retain(|file| !theme::UNUSED.contains(&file.path.as_str()));
    Ok(files)
}

/// Reads all plain files below `folder`, in order. Links are not followed.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<Artifact>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read `{}`", folder.display()))?;
    let mut entries: Vec<_> = entries.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_file() {
            let bytes = fs::read(entry.path())?;
            files.push(Artifact { path, bytes });
        }
    }
    Ok(())
}

/// The project's own manual, in the handbook's theme.
fn render_manual(folder: &Path) -> Result<Vec<Artifact>> {
    let own = fs::read_to_string(folder.join("book.toml")).context("cannot read `book.toml`")?;
    let own: Config = own.parse()?;
    let is_below = |part: Component| matches!(part, Component::Normal(_));
    if !own.book.src.components().all(is_below) {
        bail!("`src` of `book.toml` must name a folder beside it");
    }
    let language = own.book.language.as_deref().unwrap_or("en-US");
    let locale: Locale = (language.parse())
        .with_context(|| format!("`language` of `book.toml` is no language tag: `{language}`"))?;
    let ui = Arc::new(Interface::new(&locale));
    let mut artifacts = vec![book::manual(&own.book.title.unwrap_or_default(), &locale)];
    artifacts.extend(theme::files(&ui));
    collect(&folder.join(&own.book.src), "src/", &mut artifacts)?;
    let pages = run_mdbook(&Volume { locale, artifacts })?;
    let place = |file| {
        placed(MANUAL, file, |page, path| {
            theme::beside_handbook(page, path, &ui)
        })
    };
    Ok(pages.into_iter().map(place).collect())
}

/// A rendered file at its place in the site; a page is finished first.
fn placed(folder: &str, file: Artifact, finish: impl Fn(&str, &str) -> String) -> Artifact {
    let bytes = match file.path.ends_with(".html") {
        true => finish(&String::from_utf8_lossy(&file.bytes), &file.path).into_bytes(),
        false => file.bytes,
    };
    Artifact {
        path: format!("{folder}/{}", file.path),
        bytes,
    }
}
