//! `runbooks/<id>/review.toml`: read for every verb that compiles, written only when asked.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{Failure, output, rewrite};
use crate::diagnostic::Message;
use crate::emit::executed::{self, Recorded};
use crate::procedure::review::{self, FILE_NAME, Review};
use crate::source::SourceFile;

/// The reviews of a folder of runbooks.
#[derive(Debug)]
pub struct Reviews {
    folder: PathBuf,
    reviews: BTreeMap<String, Review>,
    executed: BTreeMap<String, Vec<Recorded>>,
}

impl Reviews {
    /// Reads the reviews of these articles.
    ///
    /// # Errors
    ///
    /// If one cannot be read or is none; the error names file, line and reason.
    pub fn read<'a>(folder: &Path, articles: impl Iterator<Item = &'a str>) -> Result<Self> {
        let mut reviews = BTreeMap::new();
        let mut records = BTreeMap::new();
        for id in articles {
            let path = path(folder, id);
            if let Some(text) = text(&path)? {
                reviews.insert(id.to_owned(), parse(&path, text)?);
            }
            let path = path.with_file_name(executed::FILE_NAME);
            if let Some(text) = text(&path)? {
                let recorded = executed::parse(&text).map_err(|reason| unusable(&path, &reason))?;
                records.insert(id.to_owned(), recorded);
            }
        }
        Ok(Reviews {
            folder: folder.to_owned(),
            reviews,
            executed: records,
        })
    }

    /// The commands of an article that are recorded to have done well.
    pub fn executed(&self, article: &str) -> &[Recorded] {
        self.executed.get(article).map_or(&[], Vec::as_slice)
    }

    /// The review of an article.
    pub fn of(&self, article: &str) -> Option<&Review> {
        self.reviews.get(article)
    }

    /// The file of an article's review.
    pub fn path(&self, article: &str) -> PathBuf {
        path(&self.folder, article)
    }

    /// The text of the review of an article, if there is one.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn text(&self, article: &str) -> Result<Option<String>> {
        text(&self.path(article))
    }

    /// Writes the review of an article, in one step.
    ///
    /// # Errors
    ///
    /// If it is no review or cannot be written; what was there stays then.
    pub fn write(&self, article: &str, text: &str) -> Result<PathBuf> {
        parse(&self.path(article), text.to_owned())?;
        self.write_beside(article, FILE_NAME, text)
    }

    /// Writes a file of a person's decisions about an article, in one step.
    ///
    /// # Errors
    ///
    /// If it cannot be written; what was there stays then.
    pub fn write_beside(&self, article: &str, name: &str, text: &str) -> Result<PathBuf> {
        output::check_name(article)?;
        let path = self.path(article).with_file_name(name);
        if let Some(parent) = path.parent() {
            #[expect(clippy::disallowed_methods, reason = "this module writes reviews")]
            std::fs::create_dir_all(parent).map_err(|e| unwritable(parent, &e))?;
        }
        rewrite::put(&path, text)?;
        Ok(path)
    }
}

fn unusable(path: &Path, reason: &str) -> Failure {
    let message = Message::new("cli-error-approved").with("path", path.display().to_string());
    Failure::new(message.with("reason", reason.trim_end()))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    let message = Message::new("cli-error-unwritable").with("path", path.display().to_string());
    Failure::new(message.with("reason", error.to_string()))
}

fn path(folder: &Path, article: &str) -> PathBuf {
    folder.join(article).join(FILE_NAME)
}

fn text(path: &Path) -> Result<Option<String>> {
    #[expect(clippy::disallowed_methods, reason = "this module reads reviews")]
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => {
            let message = Message::new("cli-error-config-unreadable");
            let message = message.with("path", path.display().to_string());
            Err(Failure::new(message.with("reason", error.to_string())).into())
        }
    }
}

fn parse(path: &Path, text: String) -> Result<Review> {
    let fault = match review::parse(&text) {
        Ok(review) => return Ok(review),
        Err(fault) => fault,
    };
    let file = SourceFile::new(path, text);
    let place = file.position(fault.span.start as u32);
    let message = Message::new("cli-error-config")
        .with("path", path.display().to_string())
        .with("line", place.line.to_string())
        .with("column", place.column.to_string())
        .with("reason", fault.reason);
    Err(Failure::new(message).into())
}
