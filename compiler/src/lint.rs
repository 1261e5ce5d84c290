//! Rules, one file each, and the one loop that runs them.

use crate::align::Alignment;
use crate::canon::Canon;
use crate::corpus::Article;
use crate::diagnostic::Diagnostic;

/// Runs all rules over an article. Ordered by file, place and rule.
pub fn check(_article: &Article, _alignment: &Alignment, _canon: &Canon) -> Vec<Diagnostic> {
    Vec::new()
}
