//! SRC001: a link that shows another URL than it leads to.

use percent_encoding::percent_decode_str;

use crate::diagnostic::{Diagnostic, Evidence, EvidenceKind, Location, Message};
use crate::document::{LiteralKind, MarkKind};
use crate::lint::{ArticleView, Rule, report};
use crate::literal::{normal, same};

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a link in the source whose text is a URL, and another one than its target. The scheme,
    /// a slash at the end and the locale in the path may differ. Without a source, the most complete
    /// locale is looked at.
    ///
    /// ## Why is this bad?
    ///
    /// Who clicks lands elsewhere than who types or prints the page. Every translation inherits it.
    ///
    /// ## Example
    ///
    /// ```md
    /// See [https://contoso.com/setup](https://contoso.com/archive/setup-2010).
    /// ```
    pub(crate) static SOURCE_LINK_TEXT = {
        code: "SRC001",
        name: "source-link-text",
        severity: Warning,
        certainty: Certain,
        check: Check::Article(check),
    };
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let column = whole.lead();
    let document = whole.document(column);
    for segment in &document.segments {
        for mark in &segment.marks {
            let MarkKind::Link {
                target,
                target_span,
            } = &mark.kind
            else {
                continue;
            };
            let text = segment.slice(mark.range.clone()).trim();
            if !is_url(text) || !is_url(target) || is_same(text, target) {
                continue;
            }
            let message = Message::new("lint-source-link-text").with("target", target);
            let span = segment.source_span(mark.range.clone());
            let mut found = report::diagnostic(rule, *whole, column, span, message);
            found.evidence.push(Evidence {
                kind: EvidenceKind::LinkTarget,
                locale: Some(document.locale.clone()),
                text: target.clone(),
                location: Some(Location {
                    file: document.file.clone(),
                    span: *target_span,
                }),
            });
            diagnostics.push(found);
        }
    }
}

fn is_url(text: &str) -> bool {
    let web = ["http://", "https://"];
    web.iter().any(|scheme| text.starts_with(scheme)) && !text.contains(char::is_whitespace)
}

/// What a link shows may be cut short or leave out where in the page it leads.
fn is_same(text: &str, target: &str) -> bool {
    let kind = LiteralKind::Url;
    let decoded = |url: &str| percent_decode_str(url).decode_utf8_lossy().into_owned();
    let (shown, goal) = (normal(kind, &decoded(text)), normal(kind, &decoded(target)));
    let page = goal.split('#').next().unwrap_or(&goal);
    let shortened = shown.strip_suffix("...").or(shown.strip_suffix('…'));
    same(kind, &shown, &goal)
        || same(kind, &shown, page)
        || shortened.is_some_and(|start| goal.starts_with(start))
}
