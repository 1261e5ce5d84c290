//! What an operator reads at a step in one locale: the wording, what was corrected in it, and the
//! source text where the wording cannot be corrected.

use crate::align::UnitId;
use crate::canon::{Canon, CanonicalLiteral, Reading, Verdict};
use crate::corpus::Article;
use crate::procedure::{Piece, Step, Text};
use crate::source::Locale;

/// A text in one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wording {
    /// The words, with canonical literals; empty where the article has none.
    pub(super) text: String,
    /// What else is said of a step.
    pub(super) explanation: String,
    /// What the translation said, and what stands there now.
    pub(super) corrected: Vec<(String, String)>,
    /// The text of another locale, where this one lacks a literal and so cannot be corrected.
    pub(super) source: Option<String>,
}

/// The wording of `text`, without what stands beside it.
pub(super) fn plain(text: &Text, locale: &Locale) -> String {
    text.wording(locale)
        .map_or_else(String::new, |(_, pieces)| joined(pieces))
}

/// The wording of a step with its corrections and, where one is lacking, its source.
pub(super) fn wording(article: &Article, canon: &Canon, step: &Step, locale: &Locale) -> Wording {
    let texts = [&step.text, &step.explanation];
    let units = step.sources.as_slice();
    let Some((own, _)) = texts.iter().find_map(|text| text.wording(locale)) else {
        return Wording::default();
    };
    let lacks = |locale: &Locale| {
        let column = article.document_in(locale);
        column.is_some_and(|column| literals(canon, units).any(|l| is_missing(l, column)))
    };
    let source = || {
        let source = article.source.map(|i| &article.documents[i].locale);
        let all = texts.iter().flat_map(|text| text.wordings.keys());
        let mut others = all.filter(|l| *l != own && !lacks(l));
        let chosen = source.filter(|l| *l != own).or(others.next())?;
        let pieces = texts.iter().filter_map(|text| text.wordings.get(chosen));
        Some(pieces.map(|p| joined(p)).collect::<Vec<_>>().join(" "))
    };
    let pieces = texts.iter().filter_map(|text| text.wording(locale));
    Wording {
        text: plain(&step.text, locale),
        explanation: plain(&step.explanation, locale),
        corrected: pieces
            .flat_map(|(_, p)| p.iter().filter_map(correction))
            .collect(),
        source: if lacks(own) { source() } else { None },
    }
}

fn literals<'a>(
    canon: &'a Canon,
    units: &'a [UnitId],
) -> impl Iterator<Item = &'a CanonicalLiteral> {
    canon.literals.iter().filter(|l| units.contains(&l.unit))
}

fn is_missing(literal: &CanonicalLiteral, column: usize) -> bool {
    let reading = literal.readings.get(column);
    let is_lost = match reading {
        Some(Reading::Missing(_)) => true,
        // Which of two places is the damaged one is not known.
        Some(Reading::Damaged(_, harm)) => harm.rival.is_some(),
        _ => false,
    };
    literal.verdict == Verdict::Decided && is_lost
}

fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::as_str).collect()
}

fn correction(piece: &Piece) -> Option<(String, String)> {
    match piece {
        Piece::Literal {
            value,
            corrected: Some(found),
            ..
        } => Some((found.clone(), value.clone())),
        _ => None,
    }
}
