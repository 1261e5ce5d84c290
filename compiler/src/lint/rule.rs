//! What a rule is: its metadata, its manual and its check.

use crate::diagnostic::{Certainty, Diagnostic, Severity};

use super::plan::ProcedureView;
use super::view::{
    ArticleView, BlockView, DocumentView, FaultView, SentenceView, SuppressionView, UnitView,
};

/// A rule. Its doc comment is its manual.
#[derive(Debug)]
pub struct Rule {
    /// Its stable code: `LIT003`.
    pub code: &'static str,
    /// What it finds: `command-altered`.
    pub name: &'static str,
    /// How harmful a finding is, unless it says otherwise.
    pub severity: Severity,
    /// How sure a finding is, unless it says otherwise.
    pub certainty: Certainty,
    /// What it does, why that is bad, and an example, as Markdown.
    pub manual: &'static str,
    /// What it looks at.
    pub check: Check,
}

/// What a rule looks at, and how.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// One translation by itself.
    Document(fn(&Rule, &DocumentView<'_>, &mut Vec<Diagnostic>)),
    /// One unit in all locales.
    Unit(fn(&Rule, &UnitView<'_>, &mut Vec<Diagnostic>)),
    /// One paragraph, heading or cell of one translation beside those of the others.
    Block(fn(&Rule, &BlockView<'_>, &mut Vec<Diagnostic>)),
    /// What one translation says at a unit beside what the others say.
    Sentence(fn(&Rule, &SentenceView<'_>, &mut Vec<Diagnostic>)),
    /// The article as a whole.
    Article(fn(&Rule, &ArticleView<'_>, &mut Vec<Diagnostic>)),
    /// One part of a command that the catalogue does not know.
    Fault(fn(&Rule, &FaultView<'_>, &mut Vec<Diagnostic>)),
    /// One translation with what the rules above found in the article.
    Findings(fn(&Rule, &DocumentView<'_>, &[Diagnostic]) -> Option<Diagnostic>),
    /// What the article asks to do; only where a project asks for it.
    Procedure(fn(&Rule, &ProcedureView<'_>, &mut Vec<Diagnostic>)),
    /// One comment that ignores findings, and what it did, after all other rules.
    Suppression(fn(&Rule, &SuppressionView<'_>, &mut Vec<Diagnostic>)),
}

impl Rule {
    /// Whether it is run only where a project names it: what it looks at costs time to work out.
    pub fn is_on_request(&self) -> bool {
        matches!(self.check, Check::Procedure(_))
    }
}

/// Declares a rule, and keeps its doc comment as its manual.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        pub(crate) static $id:ident = {
            code: $code:literal,
            name: $name:literal,
            severity: $severity:ident,
            certainty: $certainty:ident,
            check: $check:expr $(,)?
        };
    ) => {
        $(#[doc = $doc])+
        pub(crate) static $id: $crate::lint::Rule = $crate::lint::Rule {
            code: $code,
            name: $name,
            severity: $crate::diagnostic::Severity::$severity,
            certainty: $crate::diagnostic::Certainty::$certainty,
            manual: concat!($($doc, "\n"),+),
            check: $check,
        };
    };
}

pub(crate) use declare_rule;
