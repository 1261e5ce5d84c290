//! Which document of an article the others are joined through.

use crate::corpus::Article;
use crate::document::{BlockKind, Document};

/// Documents this near to the most complete one count as complete too: a sentence split in two
/// must not decide.
const COMPLETE: f32 = 0.95;

/// The source if there is one, else the most complete document: human translations before machine
/// translations, then the first locale.
pub(super) fn choose(article: &Article) -> usize {
    if let Some(source) = article.source.filter(|s| *s < article.documents.len()) {
        return source;
    }
    let sizes: Vec<usize> = article.documents.iter().map(size).collect();
    let most = sizes.iter().copied().max().unwrap_or(0) as f32;
    let complete = |d: &usize| sizes[*d] as f32 >= most * COMPLETE;
    let human = |d: &usize| article.documents[*d].metadata("ms.translationtype") == Some("HT");
    let mut candidates = (0..sizes.len()).filter(complete);
    let found = candidates.clone().find(human).or(candidates.next());
    found.unwrap_or(0)
}

/// Segments of the body: a translation has front matter of its own.
fn size(document: &Document) -> usize {
    let body = |kind: &BlockKind| !matches!(kind, BlockKind::FrontMatter { .. });
    let leaves = document.leaves().filter(|(_, block)| body(&block.kind));
    leaves.map(|(_, block)| block.segments.len()).sum()
}
