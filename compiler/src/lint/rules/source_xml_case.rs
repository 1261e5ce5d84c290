//! SRC003: an XML name in two spellings.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Message};
use crate::document::{BlockKind, SegmentId};
use crate::lint::{ArticleView, Rule, report};
use crate::shell::xml;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds an element in the XML of an article that stands there in upper and in lower case.
    ///
    /// ## Why is this bad?
    ///
    /// XML tells them apart, and a configuration file with the wrong one is refused, or the element
    /// is ignored.
    ///
    /// ## Example
    ///
    /// `<Add key="PoolName" value="north"/>` in one step and `<add key="PoolName" …/>` in another.
    pub(crate) static SOURCE_XML_CASE = {
        code: "SRC003",
        name: "source-xml-case",
        severity: Warning,
        certainty: Possible,
        check: Check::Article(check),
    };
}

/// Where an element's name stands.
type Places = Vec<(SegmentId, u32)>;

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let column = whole.lead();
    let document = whole.document(column);
    for spellings in elements(whole).values().filter(|s| s.len() > 1) {
        // The usual spelling; of equal ones, that of lower case.
        let usual = spellings
            .iter()
            .max_by_key(|(name, places)| (places.len(), *name));
        let Some((usual, _)) = usual else { continue };
        for (name, places) in spellings.iter().filter(|(name, _)| name != &usual) {
            for (id, at) in places {
                let segment = document.segment(*id);
                let span = segment.source_span(*at..*at + name.len() as u32);
                let message = Message::new("lint-source-xml-case").with("expected", usual);
                let mut found = report::diagnostic(rule, *whole, column, span, message);
                found.expected = Some(usual.clone());
                diagnostics.push(found);
            }
        }
    }
}

/// The elements of all XML code, by their names in lower case and by spelling.
fn elements(whole: &ArticleView<'_>) -> BTreeMap<String, BTreeMap<String, Places>> {
    let document = whole.document(whole.lead());
    let mut elements: BTreeMap<String, BTreeMap<String, Places>> = BTreeMap::new();
    for (block, _) in document
        .leaves()
        .filter(|(_, b)| matches!(b.kind, BlockKind::Code { .. }))
    {
        for (id, segment) in document.segments_of(block) {
            if !segment.text.trim_start().starts_with('<') {
                continue;
            }
            for tag in xml::tags(&segment.text).unwrap_or_default() {
                let at = tag.range.start as u32 + 1 + u32::from(tag.closes);
                let spellings = elements.entry(tag.name.to_lowercase()).or_default();
                spellings.entry(tag.name).or_default().push((id, at));
            }
        }
    }
    elements
}
