//! A text of the procedure as a page shows it: in the page's locale, else in another that is
//! named, its literals marked, and what a translation said instead beside them.

use serde::Serialize;

use crate::document::LiteralKind;
use crate::procedure::{Piece, Text};
use crate::source::Locale;

/// A text, ready for a template.
#[derive(Debug, Default, Serialize)]
pub(super) struct TextView {
    /// The locale that it is really in, where that is not the page's.
    lang: Option<String>,
    pieces: Vec<PieceView>,
}

#[derive(Debug, Serialize)]
struct PieceView {
    form: Form,
    text: String,
    corrected: Option<String>,
}

/// How a piece stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Form {
    Words,
    Code,
    Label,
    Link,
    Plain,
}

impl TextView {
    /// `text` for a reader of `locale`; nothing where the article has no text.
    pub(super) fn new(text: &Text, locale: &Locale) -> Option<TextView> {
        let (found, pieces) = text.wording(locale)?;
        Some(TextView {
            lang: (found != locale).then(|| found.to_string()),
            pieces: pieces.iter().map(PieceView::new).collect(),
        })
    }
}

impl PieceView {
    fn new(piece: &Piece) -> PieceView {
        let (form, corrected) = match piece {
            Piece::Words(_) => (Form::Words, None),
            Piece::Literal {
                kind,
                value,
                corrected,
            } => (form(*kind, value), corrected.clone()),
        };
        PieceView {
            form,
            text: piece.as_str().to_owned(),
            corrected,
        }
    }
}

fn form(kind: LiteralKind, value: &str) -> Form {
    use LiteralKind::*;
    let is_web = || value.starts_with("http://") || value.starts_with("https://");
    match kind {
        Url if is_web() => Form::Link,
        Command | Parameter | Value | Path | RegistryKey | FileName | HostName | Url
        | Identifier | EventSource | GroupName => Form::Code,
        UiLabel => Form::Label,
        Version | Number | Date | ProductName => Form::Plain,
    }
}

/// What a reader of `locale` sees of `text`, without markup.
pub(super) fn plain(text: &Text, locale: &Locale) -> Option<String> {
    let (_, pieces) = text.wording(locale)?;
    let joined: String = pieces.iter().map(Piece::as_str).collect();
    let words: Vec<&str> = joined.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// How many literals of `text` were corrected for `locale`, and whether the text is in another.
pub(super) fn tally(text: &Text, locale: &Locale) -> (usize, bool) {
    let Some((found, pieces)) = text.wording(locale) else {
        return (0, false);
    };
    let corrected = |p: &&Piece| {
        matches!(
            p,
            Piece::Literal {
                corrected: Some(_),
                ..
            }
        )
    };
    (pieces.iter().filter(corrected).count(), found != locale)
}
