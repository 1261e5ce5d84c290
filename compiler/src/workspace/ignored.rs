//! `[[ignore]]` of `runbookc.toml`: findings that are meant, by rule, file and locale.

use std::path::{Path, PathBuf};

use anyhow::Result;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::Failure;
use super::config::{self, Configuration};
use crate::diagnostic::Message;
use crate::lint::{Exception, Paths, Unknown};
use crate::source::Locale;

/// Findings that a project means.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ignore {
    /// The rule, by code, name or family.
    pub rule: Spanned<String>,
    /// Pattern of the files, from the configuration's folder; all if absent.
    pub path: Option<String>,
    /// The locale; all if absent.
    #[serde(default, deserialize_with = "config::locale")]
    pub locale: Option<Locale>,
    /// Why.
    #[serde(deserialize_with = "reason")]
    pub reason: String,
}

impl Ignore {
    /// What it leaves out.
    ///
    /// # Errors
    ///
    /// If its path is no pattern; the inner one if there is no such rule.
    pub(super) fn exception(
        &self,
        configuration: &Configuration,
    ) -> Result<Result<Exception, Unknown>> {
        let paths = match &self.path {
            Some(pattern) => Some(paths(pattern, configuration)?),
            None => None,
        };
        Ok(Exception::new(
            self.rule.get_ref(),
            paths,
            self.locale.clone(),
        ))
    }
}

/// The files that a pattern of a configuration means, however the configuration and they were named:
/// from the working directory or from the root.
fn paths(pattern: &str, configuration: &Configuration) -> Result<Paths> {
    let failed = |error: globset::Error| {
        let message = Message::new("cli-error-pattern").with("pattern", pattern);
        Failure::new(message.with("reason", error.kind().to_string()))
    };
    let folder = configuration.resolve("");
    let here = std::path::absolute("").unwrap_or_default();
    let absolute = here.join(&folder);
    let below = absolute.strip_prefix(&here).unwrap_or(&absolute);
    let mut set = GlobSetBuilder::new();
    for folder in [&folder, &absolute, below] {
        let folder = plain(folder).to_string_lossy().into_owned();
        let folder = match folder.is_empty() || folder.ends_with('/') {
            true => globset::escape(&folder),
            false => format!("{}/", globset::escape(&folder)),
        };
        let glob = GlobBuilder::new(&format!("{folder}{pattern}"))
            .literal_separator(true)
            .build();
        set.add(glob.map_err(failed)?);
    }
    let set: GlobSet = set.build().map_err(failed)?;
    Ok(Box::new(move |path| set.is_match(plain(path))))
}

/// A path without `.` parts.
fn plain(path: &Path) -> PathBuf {
    let is_part = |c: &std::path::Component| !matches!(c, std::path::Component::CurDir);
    path.components().filter(is_part).collect()
}

fn reason<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let reason = String::deserialize(deserializer)?;
    match reason.trim().is_empty() {
        true => Err(D::Error::custom("`reason` is empty: say why this is meant")),
        false => Ok(reason),
    }
}
