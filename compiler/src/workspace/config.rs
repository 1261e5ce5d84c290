//! `runbookc.toml`: what the command line can say, kept beside the articles.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::Failure;
use crate::diagnostic::{Message, Severity};
use crate::literal::search::similarity;
use crate::source::{Locale, SourceFile};

/// The name of the file.
pub const FILE_NAME: &str = "runbookc.toml";

/// The values of a `runbookc.toml`. Published as `book/src/runbookc.schema.json`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// Patterns of localized files, from the file's folder.
    #[serde(deserialize_with = "one_or_more")]
    pub articles: Vec<String>,
    /// The source locale.
    #[serde(deserialize_with = "locale")]
    pub source: Option<Locale>,
    /// Patterns of the source's files where they lie elsewhere.
    #[serde(deserialize_with = "one_or_more")]
    pub source_articles: Vec<String>,
    /// The locales to read.
    #[serde(deserialize_with = "locales")]
    pub locales: Vec<Locale>,
    /// Catalogues of cmdlets to be used beside the one that ships, from the file's folder.
    pub catalogues: Vec<PathBuf>,
    /// What `check` reports.
    pub check: Check,
    /// What `build` writes.
    pub build: Build,
    /// Severities of rules by code or name.
    pub rules: BTreeMap<String, Level>,
}

/// What `check` reports.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Check {
    /// The locales to report.
    #[serde(deserialize_with = "locales")]
    pub report_locales: Vec<Locale>,
    /// What makes the exit code 1.
    pub fail_on: Option<Threshold>,
}

/// The least severity that makes the exit code of `check` 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Threshold {
    /// Only errors.
    Error,
    /// Errors and warnings.
    Warning,
    /// Anything.
    Info,
    /// Nothing.
    Never,
}

impl Threshold {
    /// Whether a finding of `severity` makes the exit code 1.
    pub fn is_reached(self, severity: Severity) -> bool {
        match self {
            Threshold::Error => severity >= Severity::Error,
            Threshold::Warning => severity >= Severity::Warning,
            Threshold::Info => true,
            Threshold::Never => false,
        }
    }
}

/// What `build` writes, from the file's folder.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Build {
    /// The folder of the runbooks.
    pub runbooks: Option<PathBuf>,
    /// The folder of the site.
    pub site: Option<PathBuf>,
    /// The folder of the project's own manual, with its `book.toml`, to be part of the site.
    pub manual: Option<PathBuf>,
}

/// How a rule's findings are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not at all.
    Off,
    /// As infos.
    Info,
    /// As warnings.
    Warning,
    /// As errors.
    Error,
}

impl Level {
    /// The severity; none where findings are not reported.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Info => Some(Severity::Info),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}

/// A configuration and where it lies.
#[derive(Debug, Default)]
pub struct Configuration {
    /// The file, from the working directory; none if there is no configuration.
    pub path: Option<PathBuf>,
    /// Its values.
    pub values: Config,
}

impl Configuration {
    /// The configuration in `path`.
    ///
    /// # Errors
    ///
    /// If it cannot be read or does not hold what it should; the error names file and line.
    pub fn read(path: &Path) -> Result<Self> {
        let failed = |reason: String| {
            let message = Message::new("cli-error-config-unreadable");
            let message = message.with("path", path.display().to_string());
            Failure::new(message.with("reason", reason))
        };
        #[expect(clippy::disallowed_methods, reason = "this is where files are read")]
        let text = std::fs::read_to_string(path).map_err(|e| failed(e.to_string()))?;
        let values = parse(path, text)?;
        Ok(Configuration {
            path: Some(path.to_owned()),
            values,
        })
    }

    /// The nearest configuration in or above `start`, a path as given; the working directory
    /// if it is empty.
    ///
    /// # Errors
    ///
    /// As for [`Configuration::read`].
    pub fn find(start: &Path) -> Result<Option<Self>> {
        let start = match start.as_os_str().is_empty() {
            true => Path::new("."),
            false => start,
        };
        let Ok(absolute) = start.canonicalize() else {
            return Ok(None);
        };
        let file = absolute
            .ancestors()
            .map(|a| a.join(FILE_NAME))
            .find(|p| p.is_file());
        match file {
            Some(file) if start.is_absolute() => Configuration::read(&file).map(Some),
            Some(file) => Configuration::read(&from_here(&file)).map(Some),
            None => Ok(None),
        }
    }

    /// A path of the configuration, seen from the working directory.
    pub fn resolve(&self, path: impl AsRef<Path>) -> PathBuf {
        let folder = self.path.as_deref().and_then(Path::parent);
        folder.unwrap_or(Path::new("")).join(path)
    }
}

/// Writes a new configuration.
///
/// # Errors
///
/// If there is one already, which is never overwritten, or the folder cannot be written to.
pub fn write_new(path: &Path, text: &str) -> Result<()> {
    let file = std::fs::File::create_new(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| {
        let path = path.display().to_string();
        let message = match error.kind() {
            ErrorKind::AlreadyExists => Message::new("cli-error-config-exists").with("path", path),
            _ => Message::new("cli-error-unwritable")
                .with("path", path)
                .with("reason", error.to_string()),
        };
        Failure::new(message).into()
    })
}

/// An absolute path, seen from the working directory, so that no output depends on where a
/// checkout lies.
fn from_here(path: &Path) -> PathBuf {
    let Ok(here) = Path::new(".").canonicalize() else {
        return path.to_owned();
    };
    let shared = here.components().zip(path.components());
    let shared = shared.take_while(|(a, b)| a == b).count();
    let up = here.components().skip(shared).map(|_| Component::ParentDir);
    up.chain(path.components().skip(shared)).collect()
}

fn parse(path: &Path, text: String) -> Result<Config> {
    let error = match toml::from_str(&text) {
        Ok(config) => return Ok(config),
        Err(error) => error,
    };
    let file = SourceFile::new(path, text);
    let start = error.span().map_or(0, |span| span.start as u32);
    let place = file.position(start);
    let message = Message::new("cli-error-config")
        .with("path", path.display().to_string())
        .with("line", place.line.to_string())
        .with("column", place.column.to_string())
        .with("reason", error.message().trim().to_owned());
    let failure = Failure::new(message);
    Err(match suggestion(error.message()) {
        Some(known) => {
            anyhow::Error::new(failure.and(Message::new("cli-did-you-mean").with("known", known)))
        }
        None => failure.into(),
    })
}

/// The known name that an unknown one was meant to be, from serde's message, which has the unknown
/// name and then the known ones in backquotes.
fn suggestion(message: &str) -> Option<String> {
    if !message.starts_with("unknown ") {
        return None;
    }
    let mut quoted = message.split('`').skip(1).step_by(2);
    let unknown = quoted.next()?;
    nearest(unknown, quoted)
}

/// The candidate that `unknown` most likely is a slip for.
fn nearest<'a>(unknown: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let scored = candidates.map(|c| (similarity(unknown, c), c));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.6).then(|| best.1.to_owned())
}

fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "expected a pattern or a list of patterns")]
    enum OneOrMore {
        One(String),
        More(Vec<String>),
    }
    Ok(match OneOrMore::deserialize(deserializer)? {
        OneOrMore::One(one) => vec![one],
        OneOrMore::More(more) => more,
    })
}

fn locale<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Locale>, D::Error> {
    let tag = String::deserialize(deserializer)?;
    tagged::<D>(&tag).map(Some)
}

fn locales<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Locale>, D::Error> {
    let tags = Vec::<String>::deserialize(deserializer)?;
    tags.iter().map(|tag| tagged::<D>(tag)).collect()
}

fn tagged<'de, D: Deserializer<'de>>(tag: &str) -> Result<Locale, D::Error> {
    let wrong = |_| D::Error::custom(format!("`{tag}` is not a locale such as pt-BR"));
    tag.parse().map_err(wrong)
}
