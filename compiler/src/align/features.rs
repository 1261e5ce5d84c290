//! What the aligner sees of a document: its leaves with their place, length and tokens.
//!
//! Computed once per article. Each document numbers its tokens, so that no inner loop hashes and
//! what is kept per token is small. It compares nothing.

use crate::corpus::Article;
use crate::document::{Block, BlockId, BlockKind, Document, MarkKind, Segment};

use super::shape::{Shape, Shapes};
use super::tokens::{self, Measure, TokenClass};
use super::vocabulary::Vocabulary;

/// Tokens of one leaf that count: a code block of a thousand lines is known by its first words.
const MAX_TOKENS: usize = 128;

/// A leaf block.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub(super) block: BlockId,
    pub(super) shape: Shape,
    pub(super) length: f32,
    /// Equal for equal texts: the whole of it, without case and white space.
    pub(super) text: u32,
    tokens: (u32, u32),
    pub(super) segments: (u32, u32),
}

/// A segment of a leaf.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence {
    pub(super) length: f32,
    tokens: (u32, u32),
}

/// A document as the aligner sees it.
#[derive(Debug, Default)]
pub(super) struct Features {
    pub(super) leaves: Vec<Leaf>,
    pub(super) sentences: Vec<Sentence>,
    /// Distinct tokens of each sentence and leaf.
    pool: Vec<u32>,
    /// The distinct tokens of the document; all others are their numbers.
    pub(super) vocabulary: Vocabulary,
    posting_starts: Vec<u32>,
    postings: Vec<u32>,
    /// Whether its words are mostly in another script than Latin.
    pub(super) foreign: bool,
    /// All its text.
    pub(super) length: f32,
}

impl Features {
    /// The distinct tokens of a leaf.
    pub(super) fn leaf_tokens(&self, leaf: usize) -> &[u32] {
        let (start, end) = self.leaves[leaf].tokens;
        &self.pool[start as usize..end as usize]
    }

    /// The distinct tokens of some leaves, in order.
    pub(super) fn tokens_of(&self, leaves: &[u32]) -> Vec<u32> {
        let tokens = leaves.iter().flat_map(|l| self.leaf_tokens(*l as usize));
        let mut tokens: Vec<u32> = tokens.copied().collect();
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }

    /// The distinct tokens of the leaves: not all that sentences have, where a leaf has many.
    pub(super) fn types(&self) -> impl Iterator<Item = u32> {
        let held = |token: &u32| !self.postings(*token).is_empty();
        (0..self.vocabulary.len() as u32).filter(held)
    }

    /// The distinct tokens of a segment.
    pub(super) fn sentence_tokens(&self, segment: u32) -> &[u32] {
        let (start, end) = self.sentences[segment as usize].tokens;
        &self.pool[start as usize..end as usize]
    }

    /// The leaves that hold a token, in order.
    pub(super) fn postings(&self, token: u32) -> &[u32] {
        let (start, end) = self.postings_range(token);
        &self.postings[start as usize..end as usize]
    }

    /// The number of a token that a leaf holds.
    pub(super) fn number(&self, token: u32) -> Option<u32> {
        let held = |number: &u32| {
            let (start, end) = self.postings_range(*number);
            start < end
        };
        self.vocabulary.get(token).filter(held)
    }

    /// Where the leaves that hold a token stand in [`Self::all_postings`].
    pub(super) fn postings_range(&self, token: u32) -> (u32, u32) {
        let at = token as usize;
        (self.posting_starts[at], self.posting_starts[at + 1])
    }

    /// The leaves that hold each token, token after token.
    pub(super) fn all_postings(&self) -> &[u32] {
        &self.postings
    }

    fn index(&mut self) {
        let vocabulary = self.vocabulary.len();
        let mut starts = vec![0u32; vocabulary + 1];
        for leaf in 0..self.leaves.len() {
            for token in self.leaf_tokens(leaf) {
                starts[*token as usize + 1] += 1;
            }
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut postings = vec![0; starts[vocabulary] as usize];
        for leaf in 0..self.leaves.len() {
            for token in self.leaf_tokens(leaf) {
                postings[next[*token as usize] as usize] = leaf as u32;
                next[*token as usize] += 1;
            }
        }
        (self.posting_starts, self.postings) = (starts, postings);
    }
}

/// All documents of an article as the aligner sees them.
#[derive(Debug)]
pub(super) struct ArticleFeatures {
    pub(super) documents: Vec<Features>,
}

/// Reads the features of every document of an article. Linear in its length.
pub(super) fn of_article(article: &Article) -> ArticleFeatures {
    let documents = article.documents.iter();
    ArticleFeatures {
        documents: documents.map(|d| Reader::of(d).document(d)).collect(),
    }
}

#[derive(Default)]
struct Reader {
    vocabulary: Vocabulary,
    /// Per token, the last sentence or leaf that it was counted in.
    seen: Vec<u32>,
    stamp: u32,
    raw: Vec<u32>,
}

impl Reader {
    fn of(document: &Document) -> Self {
        let length = document.segments.iter().map(|s| s.text.len()).sum();
        Reader {
            vocabulary: Vocabulary::of_text(length),
            ..Reader::default()
        }
    }

    fn document(mut self, document: &Document) -> Features {
        let shapes = Shapes::of(document);
        let mut features = Features {
            sentences: vec![Sentence::default(); document.segments.len()],
            ..Features::default()
        };
        let mut total = Measure::default();
        for (id, block) in document.leaves() {
            let shape = shapes.shape(id, block);
            self.leaf(document, (id, block, shape), &mut features, &mut total);
        }
        features.foreign = total.foreign > total.latin;
        features.length = features.leaves.iter().map(|l| l.length).sum();
        features.vocabulary = self.vocabulary;
        features.index();
        features
    }

    fn leaf(
        &mut self,
        document: &Document,
        (id, block, shape): (BlockId, &Block, Shape),
        features: &mut Features,
        total: &mut Measure,
    ) {
        let mut length = 0.0;
        let mut text = 0;
        for at in block.segments.clone() {
            let segment = &document.segments[at as usize];
            self.raw.clear();
            let measure = self.segment(block, segment);
            text = self.raw.iter().fold(text, |h: u32, t| {
                (h.rotate_left(5) ^ t).wrapping_mul(0x9e37_79b1)
            });
            total.foreign += measure.foreign;
            total.latin += measure.latin;
            length += measure.length;
            features.sentences[at as usize] = Sentence {
                length: measure.length,
                tokens: self.intern_raw(&mut features.pool),
            };
        }
        let tokens = self.union(block, features);
        features.leaves.push(Leaf {
            block: id,
            shape,
            length,
            text,
            tokens,
            segments: (block.segments.start, block.segments.end),
        });
    }

    /// The raw tokens of a segment, with what its marks say.
    fn segment(&mut self, block: &Block, segment: &Segment) -> Measure {
        let code = matches!(block.kind, BlockKind::Code { .. } | BlockKind::Opaque);
        let marked = |at: usize| {
            let marks = segment.marks.iter();
            marks
                .filter(|m| m.kind == MarkKind::Code)
                .any(|m| m.range.start < at as u32 && at as u32 <= m.range.end)
        };
        let has_code = segment.marks.iter().any(|m| m.kind == MarkKind::Code);
        let is_code = |at: usize| code || (has_code && marked(at));
        let measure = tokens::tokenize(&segment.text, is_code, &mut self.raw);
        for mark in &segment.marks {
            if let MarkKind::Link { target, .. } | MarkKind::Image { target } = &mark.kind {
                self.raw.push(link_token(target));
            }
        }
        measure.with_minimum()
    }

    fn intern_raw(&mut self, pool: &mut Vec<u32>) -> (u32, u32) {
        let start = pool.len() as u32;
        self.stamp += 1;
        for token in &self.raw {
            if pool.len() - start as usize >= MAX_TOKENS {
                break;
            }
            let number = self.vocabulary.intern(*token);
            if number as usize >= self.seen.len() {
                self.seen.resize(number as usize + 1, 0);
            }
            if self.seen[number as usize] != self.stamp {
                self.seen[number as usize] = self.stamp;
                pool.push(number);
            }
        }
        (start, pool.len() as u32)
    }

    /// The distinct tokens of a block of several sentences, and a heading's anchor.
    fn union(&mut self, block: &Block, features: &mut Features) -> (u32, u32) {
        let anchor = match &block.kind {
            BlockKind::Heading { anchor, .. } => anchor.as_deref(),
            _ => None,
        };
        let segments = block.segments.clone();
        if segments.len() == 1 && anchor.is_none() {
            return features.sentences[segments.start as usize].tokens;
        }
        self.raw.clear();
        for at in segments {
            let tokens = features.sentence_tokens(at).iter();
            self.raw.extend(tokens.map(|t| self.vocabulary.token(*t)));
        }
        if let Some(anchor) = anchor {
            self.raw.insert(0, tokens::whole(anchor));
        }
        self.intern_raw(&mut features.pool)
    }
}

impl Measure {
    /// Empty text has no length to compare.
    fn with_minimum(self) -> Self {
        Measure {
            length: self.length.max(1.0),
            ..self
        }
    }
}

/// A link's target without the parts that a translation changes: scheme, locale, fragment words.
fn link_token(target: &str) -> u32 {
    let plain = target.split_once("://").map_or(target, |(_, rest)| rest);
    let is_locale = |part: &&str| {
        let bytes = part.as_bytes();
        !(bytes.len() == 5 && bytes[2] == b'-' && part.parse::<crate::source::Locale>().is_ok())
    };
    let kept = plain.split('/').filter(is_locale);
    tokens::joined(kept)
}

impl TokenClass {
    /// How a token counts in a document: Latin words in Chinese text are as good as names.
    pub(super) fn in_document(self, features: &Features) -> TokenClass {
        match self {
            TokenClass::Latin if features.foreign => TokenClass::Hard,
            TokenClass::Latin => TokenClass::Word,
            class => class,
        }
    }
}
