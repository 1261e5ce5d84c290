//! What an article asks to do, for the rules that look at that, and where its steps stand in it.

use crate::align::UnitId;
use crate::diagnostic::{Diagnostic, Message};
use crate::document::BlockKind;
use crate::procedure::{self, Finding, FindingKind, Procedure, Step, Task, verification};
use crate::source::Span;

use super::report;
use super::rule::{Check, Rule};
use super::view::ArticleView;

/// A compiled article.
#[derive(Clone, Copy, Debug)]
pub struct ProcedureView<'a> {
    /// The article.
    pub whole: ArticleView<'a>,
    /// What it asks to do.
    pub procedure: &'a Procedure,
}

/// Compiles the article for the rules that look at its procedure, if any is run.
pub(super) fn check(whole: ArticleView<'_>, running: &[&Rule], diagnostics: &mut Vec<Diagnostic>) {
    let mut asked = running.iter().filter_map(|rule| match rule.check {
        Check::Procedure(check) => Some((*rule, check)),
        _ => None,
    });
    let Some(first) = asked.next() else { return };
    let ArticleView {
        article,
        alignment,
        canon,
        catalogue,
        ..
    } = whole;
    let mut procedure = procedure::compile(article, alignment, canon);
    verification::verify(&mut procedure, article, alignment, canon, catalogue);
    let view = ProcedureView {
        whole,
        procedure: &procedure,
    };
    for (rule, check) in std::iter::once(first).chain(asked) {
        check(rule, &view, diagnostics);
    }
}

impl<'a> ProcedureView<'a> {
    /// The findings of some kinds.
    pub(crate) fn findings(self, kinds: &[FindingKind]) -> impl Iterator<Item = &'a Finding> {
        let findings = self.procedure.findings.iter();
        findings.filter(move |f| kinds.contains(&f.kind))
    }

    /// All steps.
    pub(crate) fn steps(self) -> impl Iterator<Item = &'a Step> {
        self.procedure.tasks.iter().flat_map(Task::steps)
    }

    fn step(self, id: &str) -> Option<&'a Step> {
        self.steps().find(|s| s.id == id)
    }

    /// The first line of what a step runs or writes.
    pub(crate) fn code(self, id: &str) -> Option<&'a str> {
        let code = self.step(id)?.action.code();
        code.lines().map(str::trim).find(|l| !l.is_empty())
    }

    /// A diagnostic at the code of a step in the leading document, with that of others as evidence.
    pub(crate) fn diagnostic(
        self,
        rule: &Rule,
        id: &str,
        message: Message,
        others: &[&String],
    ) -> Option<Diagnostic> {
        let column = self.whole.lead();
        let span = self.span(column, id)?;
        let mut found = report::diagnostic(rule, self.whole, column, span, message);
        let evidence = others.iter().filter_map(|other| {
            let span = self.span(column, other)?;
            let code = self.code(other)?;
            Some(report::evidence(self.whole, column, span, code))
        });
        found.evidence.extend(evidence);
        Some(found)
    }

    /// Where the code of a step stands in a document, else its first sentence.
    fn span(self, column: usize, id: &str) -> Option<Span> {
        let document = self.whole.document(column);
        let units = self.step(id)?.sources.iter();
        let cells = |unit: &UnitId| {
            let unit = &self.whole.alignment.units[unit.0 as usize];
            unit.cells[column].iter().map(|s| document.segment(*s))
        };
        let segments = || units.clone().flat_map(cells);
        let is_code = |block: &BlockKind| matches!(block, BlockKind::Code { .. });
        let code = segments().find(|s| is_code(&document.blocks[s.block.0 as usize].kind));
        code.or_else(|| segments().next()).map(|s| s.span)
    }
}
