//! What the aligner sees of a document: its leaves with their place, length and tokens.
//!
//! Computed once per article, with one numbering of tokens for all its documents, so that no
//! inner loop hashes. It compares nothing.

use crate::corpus::Article;
use crate::document::{Block, BlockId, BlockKind, Document, MarkKind, Segment};

use super::tokens::{self, Measure, TokenClass};

/// Tokens of one leaf that count: a code block of a thousand lines is known by its first words.
const MAX_TOKENS: usize = 128;

/// The kind of a leaf, as far as it can correspond to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    FrontMatter,
    Heading,
    Text,
    Cell,
    Code,
    Opaque,
}

/// What holds a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    Plain,
    Item,
    Alert,
    Quote,
}

/// The place of a leaf in the structure of its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) form: Form,
    /// Of a heading.
    pub(super) level: u8,
    pub(super) context: Context,
    /// How many containers hold it.
    pub(super) depth: u8,
    /// Which child of its container it is.
    pub(super) place: u16,
    /// Which child of its list the item is that holds it, or the row of a cell.
    pub(super) item: u16,
    /// How many items or rows there are of these.
    pub(super) items: u16,
    /// The column of a cell.
    pub(super) column: u16,
    /// Whether a cell is of the header.
    pub(super) header: bool,
}

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
    /// The distinct tokens of the document.
    pub(super) types: Vec<u32>,
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

    /// The distinct tokens of a segment.
    pub(super) fn sentence_tokens(&self, segment: u32) -> &[u32] {
        let (start, end) = self.sentences[segment as usize].tokens;
        &self.pool[start as usize..end as usize]
    }

    /// The leaves that hold a token, in order.
    pub(super) fn postings(&self, token: u32) -> &[u32] {
        let (start, end) = (token as usize, token as usize + 1);
        match self.posting_starts.get(end) {
            Some(end) => &self.postings[self.posting_starts[start] as usize..*end as usize],
            None => &[],
        }
    }

    fn index(&mut self, vocabulary: usize) {
        let mut starts = vec![0u32; vocabulary + 1];
        for leaf in 0..self.leaves.len() {
            for token in self.leaf_tokens(leaf) {
                starts[*token as usize + 1] += 1;
            }
        }
        self.types = (0..vocabulary as u32)
            .filter(|t| starts[*t as usize + 1] > 0)
            .collect();
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

/// Numbers tokens from 0 in the order of their first use. Open addressing over the token itself,
/// which is a hash already.
#[derive(Debug)]
pub(super) struct Vocabulary {
    slots: Vec<(u32, u32)>,
    tokens: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl Default for Vocabulary {
    fn default() -> Self {
        Vocabulary {
            slots: vec![(0, EMPTY); 1024],
            tokens: Vec::new(),
        }
    }
}

impl Vocabulary {
    fn slot(&self, token: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (token.wrapping_mul(0x9e37_79b1) >> 7) as usize & mask;
        while self.slots[at].1 != EMPTY && self.slots[at].0 != token {
            at = (at + 1) & mask;
        }
        at
    }

    /// The number of a token that was seen.
    pub(super) fn get(&self, token: u32) -> Option<u32> {
        let number = self.slots[self.slot(token)].1;
        (number != EMPTY).then_some(number)
    }

    /// The token of a number.
    pub(super) fn token(&self, number: u32) -> u32 {
        self.tokens[number as usize]
    }

    /// How many tokens have a number.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The number of a token, a new one where it was not seen before.
    pub(super) fn intern(&mut self, token: u32) -> u32 {
        let mut at = self.slot(token);
        if self.slots[at].1 != EMPTY {
            return self.slots[at].1;
        }
        if self.tokens.len() * 2 > self.slots.len() {
            let slots = vec![(0, EMPTY); self.slots.len() * 2];
            self.slots = slots;
            for number in 0..self.tokens.len() {
                let at = self.slot(self.tokens[number]);
                self.slots[at] = (self.tokens[number], number as u32);
            }
            at = self.slot(token);
        }
        let number = self.tokens.len() as u32;
        self.slots[at] = (token, number);
        self.tokens.push(token);
        number
    }
}

/// All documents of an article as the aligner sees them.
#[derive(Debug)]
pub(super) struct ArticleFeatures {
    pub(super) documents: Vec<Features>,
    pub(super) vocabulary: Vocabulary,
}

/// Reads the features of every document of an article. Linear in its length.
pub(super) fn of_article(article: &Article) -> ArticleFeatures {
    let mut reader = Reader {
        vocabulary: Vocabulary::default(),
        seen: Vec::new(),
        stamp: 0,
        raw: Vec::new(),
    };
    let mut documents: Vec<Features> = (article.documents.iter())
        .map(|d| reader.document(d))
        .collect();
    for features in &mut documents {
        features.index(reader.vocabulary.len());
    }
    ArticleFeatures {
        documents,
        vocabulary: reader.vocabulary,
    }
}

struct Reader {
    vocabulary: Vocabulary,
    /// Per token, the last sentence or leaf that it was counted in.
    seen: Vec<u32>,
    stamp: u32,
    raw: Vec<u32>,
}

impl Reader {
    fn document(&mut self, document: &Document) -> Features {
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
    let kept: Vec<&str> = plain.split('/').filter(is_locale).collect();
    tokens::whole(&kept.join("/"))
}

/// Per block, which child of its container it is.
struct Shapes<'a> {
    document: &'a Document,
    places: Vec<u16>,
    depths: Vec<u8>,
    /// Children of a list, rows of a table.
    sizes: Vec<u16>,
}

impl<'a> Shapes<'a> {
    fn of(document: &'a Document) -> Self {
        let mut children = vec![0u16; document.blocks.len()];
        let mut places = Vec::with_capacity(document.blocks.len());
        let mut depths: Vec<u8> = Vec::with_capacity(document.blocks.len());
        for (_, block) in document.blocks() {
            let Some(parent) = block.parent.map(|p| p.0 as usize) else {
                places.push(0);
                depths.push(0);
                continue;
            };
            places.push(children[parent]);
            children[parent] = match block.kind {
                BlockKind::Cell { row, .. } => row as u16 + 1,
                _ => children[parent].saturating_add(1),
            };
            depths.push(depths[parent].saturating_add(1));
        }
        Shapes {
            document,
            places,
            depths,
            sizes: children,
        }
    }

    fn shape(&self, id: BlockId, block: &Block) -> Shape {
        let mut shape = Shape {
            form: Form::Text,
            level: 0,
            context: Context::Plain,
            depth: self.depths[id.0 as usize],
            place: self.places[id.0 as usize],
            item: 0,
            items: 0,
            column: 0,
            header: false,
        };
        self.kind(&block.kind, &mut shape);
        if let Some(parent) = block.parent {
            if shape.form == Form::Cell {
                shape.items = self.sizes[parent.0 as usize];
            }
            self.context(parent, &mut shape);
        }
        shape
    }

    fn siblings(&self, block: BlockId) -> u16 {
        let parent = self.document.block(block).parent;
        parent.map_or(0, |p| self.sizes[p.0 as usize])
    }

    fn kind(&self, kind: &BlockKind, shape: &mut Shape) {
        match kind {
            BlockKind::FrontMatter { key } => {
                shape.form = Form::FrontMatter;
                shape.item = tokens::whole(key) as u16;
            }
            BlockKind::Heading { level, .. } => {
                shape.form = Form::Heading;
                shape.level = *level;
            }
            BlockKind::Cell {
                row,
                column,
                header,
            } => {
                shape.form = Form::Cell;
                shape.item = *row as u16;
                shape.column = *column as u16;
                shape.header = *header;
            }
            BlockKind::Code { .. } => shape.form = Form::Code,
            BlockKind::Opaque => shape.form = Form::Opaque,
            _ => {}
        }
    }

    fn context(&self, parent: BlockId, shape: &mut Shape) {
        match &self.document.block(parent).kind {
            BlockKind::Item { .. } => {
                shape.context = Context::Item;
                shape.item = self.places[parent.0 as usize];
                shape.items = self.siblings(parent);
            }
            BlockKind::Cell {
                row,
                column,
                header,
            } => {
                shape.form = Form::Cell;
                shape.item = *row as u16;
                shape.column = *column as u16;
                shape.header = *header;
                shape.items = self.siblings(parent);
            }
            BlockKind::Alert { .. } => shape.context = Context::Alert,
            BlockKind::Quote => shape.context = Context::Quote,
            _ => {}
        }
    }
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
