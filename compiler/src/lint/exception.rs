//! What a project's configuration says about findings: some are meant wherever they stand.

use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::diagnostic::Diagnostic;
use crate::source::Locale;

use super::manual::Unknown;
use super::rule::Rule;
use super::settings::{Settings, rules_of};

/// Whether a file's path is meant.
pub type Paths = Box<dyn Fn(&Path) -> bool + Send + Sync>;

/// Findings that a project means, by rule, file and locale.
pub struct Exception {
    rules: Vec<&'static Rule>,
    paths: Option<Paths>,
    locale: Option<Locale>,
    is_used: AtomicBool,
}

impl Exception {
    /// The findings of the rules that `rule` names, in some files or all, in one locale or all.
    ///
    /// # Errors
    ///
    /// If there is no such rule.
    pub fn new(rule: &str, paths: Option<Paths>, locale: Option<Locale>) -> Result<Self, Unknown> {
        Ok(Exception {
            rules: rules_of(rule)?,
            paths,
            locale,
            is_used: AtomicBool::new(false),
        })
    }

    pub(super) fn takes(&self, found: &Diagnostic) -> bool {
        let takes = self.rules.iter().any(|r| r.code == found.rule)
            && self.locale.as_ref().is_none_or(|l| *l == found.locale)
            && self.paths.as_ref().is_none_or(|p| p(found.file.path()));
        if takes {
            self.is_used.store(true, Ordering::Relaxed);
        }
        takes
    }

    /// Whether it took out no finding, though its rules were run.
    pub fn is_unused(&self, settings: &Settings) -> bool {
        let is_run = self.rules.iter().any(|r| settings.runs(r));
        is_run && !self.is_used.load(Ordering::Relaxed)
    }
}

impl fmt::Debug for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Exception");
        let codes: Vec<_> = self.rules.iter().map(|r| r.code).collect();
        out.field("rules", &codes);
        out.field("locale", &self.locale).finish_non_exhaustive()
    }
}
