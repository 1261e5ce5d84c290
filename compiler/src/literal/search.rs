//! Tolerant search: given what an article really says, the exact bytes of what a translation made
//! of it.
//!
//! Only called for a literal that is not there as it should be, so it may take its time. It does
//! not decide whether a form is a damage or another literal; `canon` does.

use std::ops::Range;

use crate::document::{LiteralKind, Mark, MarkKind, Segment};
use crate::l10n::Lexicon;

mod chain;
mod cmdlet;
mod distance;
mod folded;
mod parameter;
mod token;

pub use distance::similarity;
pub(crate) use folded::Folded;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// What it is.
    pub kind: LiteralKind,
    /// What it says.
    pub value: &'a str,
}

/// How a literal was damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Damage {
    /// It is another form of the same and means the same.
    None,
    /// The verb of a command is gone.
    VerbLost,
    /// The verb of a command is another, or stands there twice.
    VerbChanged,
    /// The verb of a command is a word of the language.
    VerbTranslated,
    /// A part is gone, or one was added.
    Parts,
    /// Letters differ.
    Letters,
    /// Elements are translated, torn apart or spaced out.
    Structure,
}

/// Where a damaged literal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Bytes in the segment's text: the damaged literal and no word more.
    pub range: Range<u32>,
    /// How it was damaged.
    pub damage: Damage,
    /// Bytes of words of the sentence that ended up inside and belong before the literal.
    pub stray: Option<Range<u32>>,
}

/// Finds the damaged form of `wanted` in a segment, outside of what is `taken` by literals that
/// are as they should be.
pub fn find(
    wanted: Wanted<'_>,
    segment: &Segment,
    taken: &[Range<u32>],
    lexicon: &Lexicon,
) -> Option<Match> {
    let text = Folded::new(&segment.text, taken);
    if let Some(range) = text
        .occurrences(&folded::fold_all(wanted.value))
        .into_iter()
        .next()
    {
        return Some(Match {
            range: text.bytes(range),
            damage: Damage::None,
            stray: None,
        });
    }
    let found = match wanted.kind {
        LiteralKind::Path | LiteralKind::RegistryKey => chain::find(wanted.value, &text),
        LiteralKind::Command => cmdlet::find(wanted.value, &text, segment, lexicon)
            .or_else(|| chain::find_words(wanted.value, &text)),
        LiteralKind::Parameter => parameter::find(wanted.value, &text),
        LiteralKind::Url => chain::find(wanted.value, &text)
            .or_else(|| token::find(wanted.kind, wanted.value, &text)),
        LiteralKind::FileName | LiteralKind::HostName => {
            token::find(wanted.kind, wanted.value, &text)
                .or_else(|| chain::find_labels(wanted.value, &text))
        }
        LiteralKind::Identifier => token::find(wanted.kind, wanted.value, &text)
            // A plain word is only a name where the text marks it as one.
            .filter(|hit| !is_plain_word(wanted.value) || in_code(segment, &text, &hit.range)),
        _ => None,
    }?;
    let bytes = text.bytes(found.range.clone());
    let is_same = super::same(
        wanted.kind,
        &super::normal(wanted.kind, segment.slice(bytes.clone())),
        &super::normal(wanted.kind, wanted.value),
    );
    Some(Match {
        damage: if is_same { Damage::None } else { found.damage },
        stray: found.stray.map(|r| text.bytes(r)),
        range: bytes,
    })
}

fn is_plain_word(value: &str) -> bool {
    value.bytes().all(|b| b.is_ascii_lowercase())
}

fn in_code(segment: &Segment, text: &Folded, range: &Range<usize>) -> bool {
    let bytes = text.bytes(range.clone());
    let covers = |m: &Mark| m.range.start <= bytes.start && bytes.end <= m.range.end;
    let code = segment.marks.iter().filter(|m| m.kind == MarkKind::Code);
    code.into_iter().any(covers)
}

/// A match in characters of the folded text.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) range: Range<usize>,
    pub(crate) damage: Damage,
    pub(crate) stray: Option<Range<usize>>,
}

impl Hit {
    fn new(range: Range<usize>, damage: Damage) -> Self {
        Hit {
            range,
            damage,
            stray: None,
        }
    }
}
