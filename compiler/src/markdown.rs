//! Text to [`Document`]: front matter, Markdown, HTML and their mix, bilingual spans.
//!
//! The only user of pulldown-cmark and scraper. Parsing never fails: what cannot be read as
//! structure is kept as an opaque block, and a limit that is passed is a notice.

use std::sync::Arc;

use crate::diagnostic::Notice;
use crate::document::Document;
use crate::source::SourceFile;

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

/// Parses a file. Linear in its length; never fails.
pub fn parse(file: Arc<SourceFile>) -> Parsed {
    let document = Document {
        file,
        locale: crate::source::Locale::undetermined(),
        origin: crate::document::Origin::Whole,
        front_matter: Vec::new(),
        blocks: Vec::new(),
        segments: Vec::new(),
    };
    Parsed {
        document,
        embedded: None,
        notices: Vec::new(),
    }
}
