//! A baseline: the findings that are known, so that only new ones are reported.
//!
//! It knows findings by their content and never by their line, so edits around them change nothing.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::{Failure, rewrite};
use crate::diagnostic::{Diagnostic, Message};

/// What the file says it is.
const SCHEMA: &str = "runbookc.baseline/1";

/// The findings that are known.
#[derive(Debug, Default)]
pub struct Baseline(BTreeSet<String>);

#[derive(Deserialize, Serialize)]
struct File {
    schema: String,
    findings: Vec<Known>,
}

/// A finding. Only the fingerprint counts; the rest is for people who read the file.
#[derive(Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    #[serde(default)]
    path: String,
    #[serde(default)]
    rule: String,
    #[serde(default)]
    found: String,
    fingerprint: String,
}

impl Baseline {
    /// Reads the baseline in `path`.
    ///
    /// # Errors
    ///
    /// If it cannot be read or is none.
    pub fn read(path: &Path) -> Result<Self> {
        let failed = |reason: String| {
            let message = Message::new("cli-error-baseline");
            let message = message.with("path", path.display().to_string());
            Failure::new(message.with("reason", reason))
        };
        #[expect(clippy::disallowed_methods, reason = "this is where files are read")]
        let text = std::fs::read_to_string(path).map_err(|e| failed(e.to_string()))?;
        let file: File = serde_json::from_str(&text).map_err(|e| failed(e.to_string()))?;
        if file.schema != SCHEMA {
            return Err(failed(format!("`{}` is not `{SCHEMA}`", file.schema)).into());
        }
        let findings = file.findings.into_iter();
        Ok(Baseline(findings.map(|f| f.fingerprint).collect()))
    }

    /// Writes a baseline of `diagnostics`, ordered by path.
    ///
    /// # Errors
    ///
    /// If it cannot be written; a file that is there is untouched then.
    pub fn write(path: &Path, diagnostics: &[Diagnostic]) -> Result<()> {
        let known = |found: &Diagnostic| Known {
            path: found.file.path().display().to_string(),
            rule: found.rule.to_owned(),
            found: found.found.clone(),
            fingerprint: found.fingerprint().to_string(),
        };
        let mut findings: Vec<Known> = diagnostics.iter().map(known).collect();
        findings.sort();
        let file = File {
            schema: SCHEMA.to_owned(),
            findings,
        };
        let json = serde_json::to_string_pretty(&file)?;
        rewrite::put(path, &format!("{json}\n"))
    }

    /// Takes out the findings that are known, and says how many they were.
    pub fn forget(&self, diagnostics: &mut Vec<Diagnostic>) -> usize {
        let all = diagnostics.len();
        diagnostics.retain(|d| !self.0.contains(&d.fingerprint().to_string()));
        all - diagnostics.len()
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
