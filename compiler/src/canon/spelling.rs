//! Which of several spellings of a literal is meant, where only a program tells them apart and no
//! source says it.

use crate::literal::variant;

use super::group::{Group, Row};
use super::witness::Witnesses;

/// By how much a spelling must outweigh another.
const MARGIN: f32 = 0.3;

/// Gives each literal of a row the spelling that a program takes, where more documents have it than
/// another; else that other, so that nothing is said to be wrong with it.
pub(super) fn settle(row: &mut Row<'_>, witnesses: &Witnesses) {
    if witnesses.source.is_some_and(|s| row.present.contains(&s)) {
        return;
    }
    let article = row.article;
    for group in row.groups.values_mut() {
        let text = |column: usize| {
            let occurrence = group.columns[column].first()?;
            let segment = article.documents[column].segment(occurrence.place.segment);
            Some(segment.slice(occurrence.place.range.clone()))
        };
        let texts: Vec<(usize, &str)> = (0..group.columns.len())
            .filter_map(|column| Some((column, text(column)?)))
            .collect();
        if let Some(value) = meant(group, &texts, witnesses) {
            group.value = value;
        }
    }
}

/// The spelling that is meant, if there are several.
fn meant(group: &Group, texts: &[(usize, &str)], witnesses: &Witnesses) -> Option<String> {
    let is_worse = |a: &str, b: &str| variant(group.kind, a, b).is_some();
    let worse = |(_, a): &&(usize, &str)| texts.iter().any(|(_, b)| is_worse(a, b));
    let (bad, good): (Vec<_>, Vec<_>) = texts.iter().partition(worse);
    let columns = |side: &[&(usize, &str)]| {
        let columns: Vec<usize> = side.iter().map(|(c, _)| *c).collect();
        witnesses.support(columns)
    };
    let (first_bad, first_good) = (bad.first()?, good.first()?);
    match columns(&good) > columns(&bad) + MARGIN {
        true => Some(first_good.1.to_owned()),
        false => Some(first_bad.1.to_owned()),
    }
}
