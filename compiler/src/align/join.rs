//! Pairs of documents to one table: rows of leaves, through the pivot.

use std::collections::BTreeMap;

use smallvec::{SmallVec, smallvec};

use crate::corpus::Article;

use super::blocks::{self, Link};
use super::features::ArticleFeatures;
use super::lexicon::Lexicon;
use super::pair::Pair;
use super::{bilingual, moved, score};

/// Pairs of leaves that neither the pivot nor a band narrows down, at most, at one place.
const MAX_EXTRA_CELLS: usize = 250_000;

/// Where a document has leaves that the pivot lacks at so few places, only those leaves are compared
/// with other documents, and not the whole of both.
const FEW_PLACES: usize = 4;

/// A row before it is written out.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Per document, its leaf.
    pub(super) leaves: SmallVec<[Option<u32>; 8]>,
    /// Per document, whether it was found out of order.
    pub(super) moved: SmallVec<[bool; 8]>,
    /// Per document, the ratio of the link that put its leaf here.
    pub(super) ratios: SmallVec<[Option<f32>; 8]>,
}

impl Draft {
    fn new(documents: usize, document: usize, leaf: u32) -> Self {
        let mut draft = Draft {
            leaves: smallvec![None; documents],
            moved: smallvec![false; documents],
            ratios: smallvec![None; documents],
        };
        draft.leaves[document] = Some(leaf);
        draft
    }

    fn link(&mut self, document: usize, link: Link, moved: bool) {
        self.leaves[document] = Some(link.b);
        self.moved[document] = moved;
        self.ratios[document] = Some(link.ratio);
    }

    /// The first document that has a leaf here, the pivot before all.
    pub(super) fn lead(&self, pivot: usize) -> Option<usize> {
        match self.leaves[pivot] {
            Some(_) => Some(pivot),
            None => self.leaves.iter().position(Option::is_some),
        }
    }

    /// Mean probability of the links; none for a leaf alone.
    pub(super) fn score(&self) -> Option<f32> {
        let ratios = self.ratios.iter().flatten();
        let (count, sum) = ratios.fold((0u32, 0.0), |(count, sum), ratio| {
            (count + 1, sum + score::probability(*ratio))
        });
        (count > 0).then(|| sum / count as f32)
    }
}

/// The article at work: its features, and the pairs of its documents made so far.
pub(super) struct Joiner<'a> {
    pub(super) article: &'a Article,
    pub(super) features: &'a ArticleFeatures,
    pub(super) pivot: usize,
    lexicon: &'a Lexicon,
    pairs: BTreeMap<(usize, usize), Pair<'a>>,
}

/// Leaves of a document that no row has, each with the number of pivot leaves before it.
type Lone = Vec<(u32, u32)>;

impl<'a> Joiner<'a> {
    pub(super) fn new(
        article: &'a Article,
        features: &'a ArticleFeatures,
        (lexicon, pivot): (&'a Lexicon, usize),
    ) -> Self {
        Joiner {
            article,
            features,
            pivot,
            lexicon,
            pairs: BTreeMap::new(),
        }
    }

    /// The pair of two documents.
    pub(super) fn pair(&mut self, a: usize, b: usize) -> &Pair<'a> {
        let locale = |d: usize| &self.article.documents[d].locale;
        let (features, lexicon) = (self.features, self.lexicon);
        let new = || Pair::new(features, (a, b), lexicon.between(locale(a), locale(b)));
        self.pairs.entry((a, b)).or_insert_with(new)
    }

    /// The rows of the article, in the pivot's order.
    pub(super) fn rows(&mut self) -> Vec<Draft> {
        let count = self.features.documents.len();
        let leaves = self.features.documents[self.pivot].leaves.len();
        let mut rows: Vec<Draft> = (0..leaves)
            .map(|leaf| Draft::new(count, self.pivot, leaf as u32))
            .collect();
        let mut extras: BTreeMap<u32, Vec<Draft>> = BTreeMap::new();
        let pivot = self.pivot;
        for document in (0..count).filter(|d| *d != pivot) {
            let lone = self.column(document, &mut rows);
            self.extras(document, lone, &mut extras);
        }
        interleave(rows, extras)
    }

    /// Puts the leaves of a document into the pivot's rows and returns those that found none.
    fn column(&mut self, document: usize, rows: &mut [Draft]) -> Lone {
        let pivot = self.pivot;
        let documents = (
            &self.article.documents[pivot],
            &self.article.documents[document],
        );
        let features = (
            &self.features.documents[pivot],
            &self.features.documents[document],
        );
        let links = match bilingual::is_pair(documents.0, documents.1) {
            true => bilingual::blocks(documents, features),
            false => blocks::align(self.pair(pivot, document)),
        };
        let mut position = vec![None; features.1.leaves.len()];
        for link in links {
            rows[link.a as usize].link(document, link, false);
            position[link.b as usize] = Some(link.a + 1);
        }
        let mut lone = Lone::new();
        let mut last = 0;
        for (leaf, position) in position.iter().enumerate() {
            match position {
                Some(position) => last = *position,
                None => lone.push((leaf as u32, last)),
            }
        }
        self.find_moved(document, rows, lone)
    }

    fn find_moved(&mut self, document: usize, rows: &mut [Draft], mut lone: Lone) -> Lone {
        let lone_a: Vec<u32> = (0..rows.len() as u32)
            .filter(|row| rows[*row as usize].leaves[document].is_none())
            .collect();
        let lone_b: Vec<u32> = lone.iter().map(|(leaf, _)| *leaf).collect();
        if lone_a.is_empty() || lone_b.is_empty() {
            return lone;
        }
        let found = moved::find(self.pair(self.pivot, document), &lone_a, &lone_b);
        for link in &found {
            rows[link.a as usize].link(document, *link, true);
        }
        lone.retain(|(leaf, _)| found.iter().all(|link| link.b != *leaf));
        lone
    }

    /// Puts leaves that the pivot lacks into rows of their own, together with those of other
    /// documents at the same place that say the same.
    fn extras(&mut self, document: usize, lone: Lone, extras: &mut BTreeMap<u32, Vec<Draft>>) {
        let count = self.features.documents.len();
        let is_rare = lone.chunk_by(|x, y| x.1 == y.1).nth(FEW_PLACES).is_none();
        for group in lone.chunk_by(|x, y| x.1 == y.1) {
            let leaves: Vec<u32> = group.iter().map(|(leaf, _)| *leaf).collect();
            let drafts = extras.entry(group[0].1).or_default();
            let links = self.link_extras((document, is_rare), &leaves, drafts);
            let mut at = 0;
            for leaf in leaves {
                if let Some((row, link)) = links.iter().find(|(_, link)| link.b == leaf) {
                    // Rows that were put in before have shifted the rest.
                    let own = |d: &Draft| d.leaves[row.0] == Some(row.1);
                    at = drafts.iter().position(own).unwrap_or(at);
                    drafts[at].link(document, *link, false);
                    at += 1;
                } else {
                    drafts.insert(at.min(drafts.len()), Draft::new(count, document, leaf));
                    at += 1;
                }
            }
        }
    }

    /// Links of `leaves` to drafts, each with the document and leaf that stand for the draft.
    fn link_extras(
        &mut self,
        (document, is_rare): (usize, bool),
        leaves: &[u32],
        drafts: &[Draft],
    ) -> Vec<((usize, u32), Link)> {
        let Some(lead) = drafts
            .first()
            .and_then(|d| d.leaves.iter().position(Option::is_some))
        else {
            return Vec::new();
        };
        let known: Vec<u32> = drafts.iter().filter_map(|d| d.leaves[lead]).collect();
        if known.len() * leaves.len() > MAX_EXTRA_CELLS {
            return Vec::new();
        }
        let links = if is_rare && !self.pairs.contains_key(&(lead, document)) {
            let locale = |d: usize| &self.article.documents[d].locale;
            let view = self.lexicon.between(locale(lead), locale(document));
            let pair = Pair::of_leaves(self.features, (lead, &known), (document, leaves), view);
            blocks::align_some(&pair, &known, leaves)
        } else {
            blocks::align_some(self.pair(lead, document), &known, leaves)
        };
        links
            .into_iter()
            .map(|link| ((lead, link.a), link))
            .collect()
    }
}

fn interleave(rows: Vec<Draft>, mut extras: BTreeMap<u32, Vec<Draft>>) -> Vec<Draft> {
    let mut all = extras.remove(&0).unwrap_or_default();
    for (row, draft) in rows.into_iter().enumerate() {
        all.push(draft);
        all.extend(extras.remove(&(row as u32 + 1)).unwrap_or_default());
    }
    all
}
