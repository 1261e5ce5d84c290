//! Text to [`Document`]: front matter, Markdown, HTML and their mix, bilingual spans.
//!
//! The only user of pulldown-cmark and scraper. Parsing never fails: what cannot be read as
//! structure is kept as an opaque block, and a limit that is passed is a notice.

use std::sync::Arc;

use crate::diagnostic::{Location, Message, Notice, Severity};
use crate::document::{BlockKind, Document, FrontMatterValue, Origin};
use crate::source::{Locale, SourceFile, Span};

use front_matter::{Failure, FrontMatter};
use segments::Cut;
use strand::Strand;
use tree::Tree;

mod builder;
mod directives;
mod elements;
mod events;
mod front_matter;
mod html;
mod inline;
mod leaf;
mod plain_yaml;
mod reader;
mod remarks;
mod segments;
mod sentences;
mod strand;
mod tags;
mod tree;
mod yaml;

/// Values of the front matter that a reader sees.
const VISIBLE: &[&str] = &["title", "description"];

/// What one file holds.
#[derive(Debug)]
pub struct Parsed {
    /// The document itself; its locale is `und`.
    pub document: Document,
    /// The source text that a bilingual file carries in `sxs-lookup` spans; its locale is `und`.
    pub embedded: Option<Document>,
    /// Limits that were passed and front matter that could not be read.
    pub notices: Vec<Notice>,
}

/// The Markdown that is read. Footnotes are off, since they take more than linear time; so is
/// smart punctuation, since it changes what stands in the file.
pub fn options() -> pulldown_cmark::Options {
    use pulldown_cmark::Options;
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Parses a file. Linear in its length; never fails.
pub fn parse(file: Arc<SourceFile>) -> Parsed {
    let text = file.text();
    let mut notices = Vec::new();
    let FrontMatter {
        values,
        end,
        failure,
    } = front_matter::read(text);
    if let Some((at, message)) = failure.map(front_matter_message) {
        notices.push(notice(&file, at, message));
    }
    let reader = events::read(text, end);
    let mut builder = reader.builder;
    if let Some(at) = builder.too_deep {
        let limit = builder::MAX_DEPTH.to_string();
        let message = Message::new("notice-too-deep").with("limit", limit);
        notices.push(notice(&file, at, message));
    }
    let embedded = builder
        .embedded
        .take()
        .filter(|tree| !tree.segments.is_empty());
    let embedded = embedded.map(|tree| document(&file, Origin::Embedded, values.clone(), tree));
    let own = with_visible(text, &values, builder.own);
    let suppressions = remarks::suppressions(text, &reader.remarks, &own.blocks);
    let document = Document {
        suppressions,
        ..document(&file, Origin::Whole, values, own)
    };
    Parsed {
        document,
        embedded,
        notices,
    }
}

fn document(
    file: &Arc<SourceFile>,
    origin: Origin,
    front_matter: Vec<FrontMatterValue>,
    tree: Tree,
) -> Document {
    Document {
        file: Arc::clone(file),
        locale: Locale::undetermined(),
        origin,
        front_matter,
        blocks: tree.blocks,
        segments: tree.segments,
        suppressions: Vec::new(),
    }
}

fn front_matter_message(failure: Failure) -> (usize, Message) {
    match failure {
        Failure::TooLong { at } => {
            let limit = (front_matter::MAX_LENGTH / 1024).to_string();
            (
                at,
                Message::new("notice-front-matter-long").with("limit", limit),
            )
        }
        Failure::Unclosed { at } => (at, Message::new("notice-front-matter-unclosed")),
        Failure::Invalid { reason, at } => (
            at,
            Message::new("notice-front-matter-invalid").with("reason", reason),
        ),
    }
}

fn notice(file: &Arc<SourceFile>, at: usize, message: Message) -> Notice {
    let span = Span::new(at..at);
    Notice {
        path: file.path().to_owned(),
        location: Some(Location {
            file: Arc::clone(file),
            span,
        }),
        severity: Severity::Warning,
        message,
    }
}

/// The tree with a block for each value of the front matter that a reader sees before it.
fn with_visible(text: &str, values: &[FrontMatterValue], mut tree: Tree) -> Tree {
    let mut all = Tree::default();
    for value in values.iter().filter(|v| VISIBLE.contains(&v.key.as_str())) {
        let mut strand = Strand::default();
        let raw = &text[value.span.range()];
        match raw.find(&value.value) {
            Some(at) => strand.verbatim(&value.value, value.span.start as usize + at),
            None => strand.made(&value.value, value.span.range()),
        }
        let key = value.key.clone();
        all.leaf(
            BlockKind::FrontMatter { key },
            value.span,
            &mut strand,
            Cut::Whole,
        );
    }
    all.append(&mut tree);
    all
}
