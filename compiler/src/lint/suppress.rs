//! Takes out the findings that an author or the project means, and keeps count of what did so.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::document::Suppression;

use super::manual::Unknown;
use super::rule::Rule;
use super::settings::{Settings, rules_of};
use super::view::ArticleView;

/// What one rule's name in a suppression did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// It took out a finding.
    Used,
    /// There was nothing to take out.
    Unused,
    /// None of its rules is run, so nothing can be said.
    Idle,
    /// There is no such rule.
    Unknown(Unknown),
}

/// A suppression of a document and what each rule's name in it did.
#[derive(Debug)]
pub(super) struct Used<'a> {
    /// Index of the document.
    pub(super) column: usize,
    pub(super) suppression: &'a Suppression,
    pub(super) names: Vec<Name<'a>>,
}

/// A rule's name in a suppression.
#[derive(Debug)]
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    pub(super) r#use: Use,
    rules: Vec<&'static Rule>,
}

/// Takes out of `diagnostics` what the documents' own comments mean. A comment without a reason does
/// nothing.
pub(super) fn suppress<'a>(
    whole: ArticleView<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Used<'a>> {
    let mut all = Vec::new();
    for (column, document) in whole.article.documents.iter().enumerate() {
        let of_document = document.suppressions.iter();
        let mut used: Vec<Used<'a>> = of_document
            .map(|suppression| Used {
                column,
                suppression,
                names: names(suppression, whole.settings),
            })
            .collect();
        if used.is_empty() {
            continue;
        }
        diagnostics.retain(|found| {
            let is_here = Arc::ptr_eq(&found.file, &document.file);
            !(is_here && used.iter_mut().any(|u| u.takes(found)))
        });
        all.append(&mut used);
    }
    all
}

fn names<'a>(suppression: &'a Suppression, settings: &Settings) -> Vec<Name<'a>> {
    let name = |text: &'a String| {
        let (rules, r#use) = match rules_of(text) {
            Err(unknown) => (Vec::new(), Use::Unknown(unknown)),
            Ok(rules) if rules.iter().any(|r| settings.runs(r)) => (rules, Use::Unused),
            Ok(rules) => (rules, Use::Idle),
        };
        Name { text, r#use, rules }
    };
    suppression.rules.iter().map(name).collect()
}

impl Used<'_> {
    fn takes(&mut self, found: &Diagnostic) -> bool {
        let suppression = self.suppression;
        if !suppression.has_reason || !suppression.covers(found.span) {
            return false;
        }
        let is_meant = |n: &&mut Name| n.rules.iter().any(|r| r.code == found.rule);
        let name = self.names.iter_mut().find(is_meant);
        name.is_some_and(|name| {
            name.r#use = Use::Used;
            true
        })
    }
}

/// Takes out of `diagnostics` what the project's configuration means.
pub(super) fn except(settings: &Settings, diagnostics: &mut Vec<Diagnostic>) {
    let exceptions = settings.exceptions();
    if !exceptions.is_empty() {
        diagnostics.retain(|found| !exceptions.iter().any(|e| e.takes(found)));
    }
}
