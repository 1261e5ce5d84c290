//! The files that patterns match, each folder walked once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::pattern::Pattern;
use super::walk::{Walked, order, walk};
use super::{Entry, Failure, Found};
use crate::corpus::{Place, Placement};
use crate::diagnostic::{Message, Notice, Severity};
use crate::source::Locale;

/// Files that patterns matched so far. The first pattern that matches a file places it.
#[derive(Default)]
pub(super) struct Gathered {
    walks: BTreeMap<PathBuf, Walked>,
    /// By the order of their paths.
    entries: BTreeMap<Vec<u8>, Entry>,
    /// Files below a folder that stands where the locale should and is none, and its name; by the
    /// order of their paths.
    strangers: BTreeMap<Vec<u8>, (PathBuf, String)>,
}

impl Gathered {
    /// Adds the files that the pattern `text` matches; `place` says what its locale means.
    ///
    /// # Errors
    ///
    /// If the pattern is malformed or matches nothing.
    pub(super) fn add(
        &mut self,
        text: &str,
        place: impl Fn(Option<Locale>) -> Place,
    ) -> Result<()> {
        let malformed = |error: globset::Error| {
            let message = Message::new("cli-error-pattern").with("pattern", text);
            Failure::new(message.with("reason", error.kind().to_string()))
        };
        let mut is_used = false;
        for pattern in Pattern::parse(text).map_err(malformed)? {
            is_used |= self.add_matches(&pattern, &place);
        }
        match is_used {
            true => Ok(()),
            false => {
                let message = Message::new("cli-error-pattern-matches-nothing");
                Err(Failure::new(message.with("pattern", text)).into())
            }
        }
    }

    fn add_matches(&mut self, pattern: &Pattern, place: impl Fn(Option<Locale>) -> Place) -> bool {
        let base = &pattern.base;
        let walked = self.walks.entry(base.clone()).or_insert_with(|| walk(base));
        let mut is_used = false;
        for path in &walked.files {
            let Some(matched) = pattern.matches(path) else {
                continue;
            };
            if let Some(stranger) = matched.stranger {
                let stranger = (path.clone(), stranger);
                self.strangers.insert(order(path), stranger);
                continue;
            }
            is_used = true;
            let placement = Placement {
                key: matched.key,
                locale: place(matched.locale),
            };
            self.entries.entry(order(path)).or_insert_with(|| Entry {
                path: path.clone(),
                placement,
            });
        }
        is_used
    }

    /// All files, and what is to be said about those that were left out.
    pub(super) fn finish(self) -> Found {
        let mut notices: Vec<Notice> = self.walks.into_values().flat_map(|w| w.notices).collect();
        let strangers = self.strangers.iter();
        let strangers = strangers.filter(|(order, _)| !self.entries.contains_key(*order));
        notices.extend(strangers.map(|(_, (path, name))| no_locale(path, name)));
        Found {
            entries: self.entries.into_values().collect(),
            notices,
        }
    }
}

/// A file in the place of a locale that is none.
fn no_locale(path: &Path, name: &str) -> Notice {
    Notice {
        path: path.to_owned(),
        location: None,
        severity: Severity::Warning,
        message: Message::new("notice-not-a-locale").with("name", name),
    }
}
