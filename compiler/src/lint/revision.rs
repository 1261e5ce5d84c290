//! Translations of another revision of the source, and what that makes of their findings.
//!
//! A translation that lacks several passages, and says that it is of another day, was not damaged:
//! it is behind. What a revision explains weighs less then. A name whose shape shows damage does
//! not: no revision writes one.

use std::sync::Arc;

use crate::canon::is_machine_translation;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, FrontMatterValue};

use super::view::DocumentView;

/// Keys of the front matter that tell the revision: days, and commits of the source.
const KEYS: &[&str] = &[
    "ms.date",
    "ms.sourcegitcommit",
    "date",
    "lastmod",
    "last_modified",
    "last_modified_at",
    "last_updated",
    "last_update.date",
    "updated",
    "l10n.sourcecommit",
    "source_commit",
    "original_commit",
    "original-commit",
    "source.commit",
    "sourcehash",
    "source_hash",
];

/// Rules that speak of something missing.
const MISSING: &[&str] = &["STR001", "COD002"];

/// Rules whose findings a revision explains.
const EXPLAINED: &[&str] = &["STR001", "COD002", "COD008", "LIT020"];

/// The rule of code that differs, which a revision explains where whole lines do.
pub(super) const CODE_DIFFERS: &str = "COD001";

/// Fewest missing passages of another revision, where the front matter names one.
const SEVERAL: usize = 2;

/// Fewest without.
const MANY: usize = 4;

/// Another revision of the source, which a translation follows.
pub(crate) struct Revision<'a> {
    /// What the translation says of its revision, and what the other document says.
    pub(crate) named: Option<(&'a FrontMatterValue, &'a str)>,
    /// Number of passages that are missing.
    pub(crate) missing: usize,
}

/// The other revision that a translation follows, by what was found in it.
pub(crate) fn of<'a>(view: &DocumentView<'a>, found: &[Diagnostic]) -> Option<Revision<'a>> {
    let document = view.whole.document(view.column);
    let own = found.iter().filter(|d| is_in(d, document));
    let gone = own.filter(|d| MISSING.contains(&d.rule));
    let mut places: Vec<u32> = gone.map(|d| d.span.start).collect();
    places.sort_unstable();
    places.dedup();
    if places.len() < SEVERAL {
        return None;
    }
    let named = named(view);
    // A machine leaves out a sentence now and then, in whatever revision.
    let enough = named.is_some() || places.len() >= MANY && !is_machine_translation(document);
    enough.then_some(Revision {
        named,
        missing: places.len(),
    })
}

/// Lowers what a revision explains by one step; whether the translation is of another one.
pub(crate) fn lower(view: &DocumentView<'_>, found: &mut [Diagnostic]) -> bool {
    if of(view, found).is_none() {
        return false;
    }
    let document = view.whole.document(view.column);
    for diagnostic in found.iter_mut().filter(|d| is_in(d, document)) {
        if is_explained(diagnostic) {
            diagnostic.severity = match diagnostic.severity {
                Severity::Error => Severity::Warning,
                _ => Severity::Info,
            };
        }
    }
    true
}

pub(super) fn is_in(diagnostic: &Diagnostic, document: &Document) -> bool {
    Arc::ptr_eq(&diagnostic.file, &document.file) && diagnostic.locale == document.locale
}

fn is_explained(diagnostic: &Diagnostic) -> bool {
    let expected = diagnostic.expected.as_deref().unwrap_or_default();
    let is_whole = || diagnostic.found.contains('\n') || expected.contains('\n');
    EXPLAINED.contains(&diagnostic.rule) || diagnostic.rule == CODE_DIFFERS && is_whole()
}

/// What the front matter says of the revision, where the lead's says otherwise.
fn named<'a>(view: &DocumentView<'a>) -> Option<(&'a FrontMatterValue, &'a str)> {
    let document = view.whole.document(view.column);
    let lead = view.whole.document(view.whole.lead());
    let known = document.front_matter.iter();
    let mut known = known.filter(|v| KEYS.iter().any(|k| v.key.eq_ignore_ascii_case(k)));
    known.find_map(|own| {
        let other = lead.metadata(&own.key)?;
        (parts(&own.value) != parts(other)).then_some((own, other))
    })
}

/// The words and numbers of a day or commit in whatever order.
fn parts(value: &str) -> Vec<&str> {
    let parts = value.split(|c: char| !c.is_alphanumeric());
    let mut parts: Vec<&str> = parts.map(|p| p.trim_start_matches('0')).collect();
    parts.retain(|p| !p.is_empty());
    parts.sort_unstable();
    parts
}
