//! Files as read: their text, byte spans, lines and columns, and the locale they are in.
//!
//! Nothing here reads a file; `workspace` does and hands the text over.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::OnceLock;

use unic_langid::LanguageIdentifier;

/// A half-open range of bytes in a [`SourceFile`], a byte order mark included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset one past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range`, whose ends are byte offsets below 4 GiB.
    pub fn new(range: Range<usize>) -> Self {
        Span {
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    /// The same as a range of `usize`, to index text with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether no byte is in the span.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    pub fn hull(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Whether `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A place in a file as people count: lines and columns from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode scalar values, from 1.
    pub column: u32,
}

/// One file, as read: at most 4 MiB of UTF-8, a byte order mark kept.
#[derive(Debug)]
pub struct SourceFile {
    path: PathBuf,
    text: String,
    /// Found when a position is first asked for: of most files none is.
    line_starts: OnceLock<Vec<u32>>,
}

impl SourceFile {
    /// A file that was read from `path` (as the user gave it) and holds `text`.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        SourceFile {
            path: path.into(),
            text: text.into(),
            line_starts: OnceLock::new(),
        }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let feeds = self.text.match_indices('\n');
            let starts = feeds.map(|(at, _)| at as u32 + 1);
            std::iter::once(0).chain(starts).collect()
        })
    }

    /// The path as given on the command line or found below it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole text, a byte order mark included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of `span`, which lies on character boundaries.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Line and column of a byte offset, which is clamped to the end of the file.
    pub fn position(&self, offset: u32) -> Position {
        let offset = offset.min(self.text.len() as u32);
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start <= offset) - 1;
        let start = starts[line] as usize;
        let before = &self.text[start..offset as usize];
        let marks = memchr::memmem::find_iter(before.as_bytes(), "\u{feff}").count();
        let column = before.chars().count() - marks;
        Position {
            line: line as u32 + 1,
            column: column as u32 + 1,
        }
    }

    /// The span of line `line` (from 1) without its line ending.
    pub fn line_span(&self, line: u32) -> Span {
        let starts = self.line_starts();
        let start = starts[line as usize - 1];
        let end = starts
            .get(line as usize)
            .copied()
            .unwrap_or(self.text.len() as u32);
        let trimmed = self.text[start as usize..end as usize].trim_end_matches(['\n', '\r']);
        Span {
            start,
            end: start + trimmed.len() as u32,
        }
    }
}

/// A BCP 47 tag: language, and where known script and region. Ordered by its written form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(LanguageIdentifier);

impl Locale {
    /// The tag of a document whose language is not known yet: `und`.
    pub fn undetermined() -> Self {
        Locale(LanguageIdentifier::default())
    }

    /// The tag as `unic-langid` has it.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// The language subtag: `pt` of `pt-BR`.
    pub fn language(&self) -> &str {
        self.0.language.as_str()
    }

    /// Whether text in this locale is written in Han characters without spaces between words.
    pub fn is_chinese(&self) -> bool {
        self.language() == "zh"
    }

    /// Whether the tag asks for Traditional Chinese, by script or by region.
    pub fn is_traditional_chinese(&self) -> bool {
        let region = self.0.region.as_ref().map(|r| r.as_str());
        self.is_chinese()
            && match self.0.script.as_ref().map(|s| s.as_str()) {
                Some(script) => script == "Hant",
                None => matches!(region, Some("TW" | "HK" | "MO")),
            }
    }
}

impl FromStr for Locale {
    type Err = unic_langid::LanguageIdentifierError;

    /// Parses `pt-BR`, `pt_br` or `zh-Hant-TW`.
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        tag.parse().map(Locale)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
