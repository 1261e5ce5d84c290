//! What an author says in the text about findings: a comment that one of them is meant.

use crate::source::Span;

/// A comment `runbookc-ignore LIT003: reason`, which no reader sees and no block is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// Bytes of the comment, its delimiters included.
    pub span: Span,
    /// The rules that it names, as written.
    pub rules: Vec<String>,
    /// Whether it says why.
    pub has_reason: bool,
    /// Bytes of the file in which findings are meant: the whole, the line, or up to the end of the
    /// next block.
    pub covers: Span,
}

impl Suppression {
    /// Whether a finding at `span` is meant.
    pub fn covers(&self, span: Span) -> bool {
        span.start <= self.covers.end && self.covers.start <= span.end
    }
}
