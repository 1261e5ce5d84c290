//! `runbookc.toml`: what the command line can say, kept beside the articles.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::Failure;
use super::ignored::Ignore;
use super::terms::Entry;
use crate::diagnostic::{Location, Message, Notice, Severity};
use crate::lint::{self, Choice, Settings, Unknown};
use crate::literal::search::similarity;
use crate::source::{Locale, SourceFile, Span};

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
    /// Severities of rules by code, name or family.
    pub rules: BTreeMap<String, Level>,
    /// Findings that are meant.
    pub ignore: Vec<Ignore>,
    /// What things are called.
    pub glossary: Vec<Entry>,
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
    /// The file of the findings that are known.
    pub baseline: Option<PathBuf>,
    /// The rules that are run, by code, name or family; all if empty.
    pub select: Vec<String>,
    /// The rules that are not run, by code, name or family.
    pub ignore: Vec<String>,
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
    file: Option<Arc<SourceFile>>,
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
        let file = SourceFile::new(path, text);
        let values = parse(&file)?;
        Ok(Configuration {
            path: Some(path.to_owned()),
            values,
            file: Some(Arc::new(file)),
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

    /// Which rules are run, and how.
    ///
    /// # Errors
    ///
    /// If it names a rule that there is not.
    pub fn settings(&self) -> Result<Settings> {
        let path = self.path.as_deref().unwrap_or(Path::new(""));
        let failed = |unknown: Unknown| {
            let place = path.display().to_string();
            anyhow::Error::new(Failure::no_rule(&unknown)).context(place)
        };
        let check = &self.values.check;
        let mut settings = Settings::default();
        let select = Choice {
            select: &check.select,
            ignore: &[],
        };
        settings.choose(select).map_err(failed)?;
        // Families come before their rules, so that a rule may differ from its family.
        for (asked, level) in &self.values.rules {
            for rule in lint::rules_of(asked).map_err(failed)? {
                settings.set(rule, level.severity());
            }
        }
        let ignore = Choice {
            select: &[],
            ignore: &check.ignore,
        };
        settings.choose(ignore).map_err(failed)?;
        for Entry(term) in &self.values.glossary {
            settings.call(term.clone());
        }
        for ignore in &self.values.ignore {
            settings.except(ignore.exception(self)?.map_err(failed)?);
        }
        Ok(settings)
    }

    /// Says of what is ignored without need. Whether anything was is known once all articles were
    /// checked.
    pub fn unused(&self, settings: &Settings) -> Vec<Notice> {
        let unused = self.values.ignore.iter().zip(settings.exceptions());
        let unused = unused.filter(|(_, exception)| exception.is_unused(settings));
        let notice = |(ignore, _): (&Ignore, _)| {
            let rule = ignore.rule.get_ref();
            let file = self.file.as_ref()?;
            Some(Notice {
                path: file.path().to_owned(),
                location: Some(Location {
                    file: Arc::clone(file),
                    span: Span::new(ignore.rule.span()),
                }),
                severity: Severity::Warning,
                message: Message::new("notice-exception-unused").with("rule", rule),
            })
        };
        unused.filter_map(notice).collect()
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

fn parse(file: &SourceFile) -> Result<Config> {
    let error = match toml::from_str(file.text()) {
        Ok(config) => return Ok(config),
        Err(error) => error,
    };
    let start = error.span().map_or(0, |span| span.start as u32);
    let place = file.position(start);
    let message = Message::new("cli-error-config")
        .with("path", file.path().display().to_string())
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

pub(super) fn one_or_more<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<String>, D::Error> {
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

pub(super) fn locale<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Locale>, D::Error> {
    let tag = String::deserialize(deserializer)?;
    tagged::<D>(&tag).map(Some)
}

fn locales<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Locale>, D::Error> {
    let tags = Vec::<String>::deserialize(deserializer)?;
    tags.iter().map(|tag| tagged::<D>(tag)).collect()
}

pub(super) fn tagged<'de, D: Deserializer<'de>>(tag: &str) -> Result<Locale, D::Error> {
    let wrong = |_| D::Error::custom(format!("`{tag}` is not a locale such as pt-BR"));
    tag.parse().map_err(wrong)
}
