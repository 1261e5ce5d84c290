//! Which files a verb works on, from flags and configuration.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::config::Configuration;
use super::{Failure, discover::is_below};
use crate::corpus::Wanted;
use crate::diagnostic::Message;
use crate::source::Locale;

/// Which files a verb works on.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Files and folders as given.
    pub paths: Vec<PathBuf>,
    /// Patterns of localized files, from the working directory.
    pub articles: Vec<String>,
    /// The source locale.
    pub source: Option<Locale>,
    /// Patterns of the source's files where they lie elsewhere.
    pub source_articles: Vec<String>,
    /// The locales to read beside the source; all if empty.
    pub locales: Vec<Locale>,
}

impl Selection {
    /// Adds what the configuration says to what flags say. Patterns given as flags describe
    /// another corpus, so nothing that the configuration says about its own is used with them.
    ///
    /// # Errors
    ///
    /// If a locale is given twice, or the source's files without the source's locale.
    pub fn with(mut self, configuration: &Configuration) -> Result<Self> {
        let values = &configuration.values;
        if self.articles.is_empty() && self.source_articles.is_empty() {
            let resolve = |pattern: &String| {
                configuration
                    .resolve(pattern)
                    .to_string_lossy()
                    .into_owned()
            };
            self.articles = values.articles.iter().map(resolve).collect();
            self.source_articles = values.source_articles.iter().map(resolve).collect();
            self.source = self.source.or_else(|| values.source.clone());
            if self.locales.is_empty() {
                self.locales.clone_from(&values.locales);
            }
        }
        no_doubles("--locales", &self.locales)?;
        match self.source_articles.is_empty() || self.source.is_some() {
            true => Ok(self),
            false => Err(Failure::new(Message::new("cli-error-source-unknown")).into()),
        }
    }

    /// Whether files are found by patterns.
    pub fn has_patterns(&self) -> bool {
        !self.articles.is_empty() || !self.source_articles.is_empty()
    }

    /// Which documents are wanted of the files that are read.
    pub fn wanted(&self) -> Wanted<'_> {
        Wanted {
            source: self.source.as_ref(),
            locales: &self.locales,
        }
    }

    /// Whether documents in `locale` are read.
    pub fn reads(&self, locale: &Locale) -> bool {
        self.locales.is_empty()
            || self.locales.contains(locale)
            || self.source.as_ref() == Some(locale)
    }

    /// Whether an article with these files is among what was asked for.
    pub fn selects<'a>(&self, mut files: impl Iterator<Item = &'a Path>) -> bool {
        self.paths.is_empty() || files.any(|file| self.paths.iter().any(|p| is_below(file, p)))
    }
}

/// Refuses a locale that is given twice by `flag` or its like in the configuration.
///
/// # Errors
///
/// If one is.
pub fn no_doubles(flag: &str, locales: &[Locale]) -> Result<()> {
    let mut seen = BTreeSet::new();
    match locales.iter().find(|locale| !seen.insert(*locale)) {
        None => Ok(()),
        Some(locale) => {
            let message = Message::new("cli-error-locale-twice").with("flag", flag);
            Err(Failure::new(message.with("locale", locale.to_string())).into())
        }
    }
}
