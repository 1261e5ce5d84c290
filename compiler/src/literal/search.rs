//! Tolerant search: given what an article really says, the exact bytes of what a translation made
//! of it.
//!
//! Only called for a literal that is not there as it should be, so it may take its time. It does
//! not decide whether a form is a damage or another literal; `canon` does.

use std::ops::Range;

use crate::document::{LiteralKind, Mark, MarkKind, Segment};
use crate::l10n::Lexicon;

mod apart;
mod chain;
mod cmdlet;
mod cut;
mod digits;
mod distance;
mod folded;
mod label;
mod marked;
mod name;
pub(crate) mod noun;
mod parameter;
mod placeholder;
mod squeezed;
mod token;
mod value;

pub use apart::{Apart, Setting, apart};
pub(crate) use distance::distance;
pub use distance::similarity;
pub(crate) use folded::Folded;
pub use name::{NameDamage, NameMatch, NameSearch};
pub use placeholder::{Stub, StubKind, in_brackets, is_emphasized, stubs};
pub(crate) use value::is_coined;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// What it is.
    pub kind: LiteralKind,
    /// What it says.
    pub value: &'a str,
    /// Where another document has it as it should be.
    pub beside: Option<Beside<'a>>,
    /// Whether a person translated the sentence and kept it.
    pub is_upheld: bool,
}

/// A place in another document that says the same.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// The segment.
    pub segment: &'a Segment,
    /// Bytes in its text.
    pub range: &'a Range<u32>,
    /// The cues of its language.
    pub lexicon: &'a Lexicon,
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
    /// Words of the language stand in its place.
    Translated,
    /// Characters only look like those that are typed: a long dash for a hyphen.
    Characters,
    /// A URL is fetched without encryption.
    Scheme,
    /// A machine's mark stands in its place.
    Stub,
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
    let name = folded::fold_all(wanted.value);
    let marked = || whole_mark(&name, segment, &text);
    if let Some(range) = exact(wanted.kind, &name, &text).or_else(marked) {
        return Some(Match {
            range: text.bytes(range),
            damage: Damage::None,
            stray: None,
        });
    }
    let found = damaged(wanted, &name, segment, &text, lexicon)?;
    let bytes = text.bytes(found.range.clone());
    if is_torn(&bytes, segment) {
        return None;
    }
    let is_same = super::same(
        wanted.kind,
        &super::normal(wanted.kind, segment.slice(bytes.clone())),
        &super::normal(wanted.kind, wanted.value),
    );
    let is_glued =
        wanted.kind == LiteralKind::Parameter && folded::is_name(text.before(found.range.start));
    Some(Match {
        damage: match is_same && !is_glued {
            true => Damage::None,
            false => found.damage,
        },
        stray: found.stray.map(|r| text.bytes(r)),
        range: bytes,
    })
}

/// Where a literal stands as it should, letter for letter, outside of what is `taken`,
/// though it was not recognized.
pub fn standing(
    kind: LiteralKind,
    value: &str,
    segment: &Segment,
    taken: &[Range<u32>],
) -> Option<Range<u32>> {
    if !segment.text.contains(value) {
        return None;
    }
    let text = Folded::new(&segment.text, taken);
    let range = exact(kind, &folded::fold_all(value), &text)?;
    Some(text.bytes(range))
}

/// Finds what a document made of a name that it also says as it should: a word of the sentence was
/// glued to it, or a half of it is a word of the language. `taken` is where it is said.
pub fn again(
    wanted: Wanted<'_>,
    segment: &Segment,
    taken: &[Range<u32>],
    lexicon: &Lexicon,
) -> Option<Match> {
    let text = segment.text.as_str();
    let hit = match wanted.kind {
        LiteralKind::Parameter => {
            let mut found = text.match_indices(wanted.value);
            let runs_on = |at: usize| text[..at].ends_with(char::is_lowercase);
            let is_glued = found.any(|(at, _)| runs_on(at));
            let text = is_glued.then(|| Folded::new(text, taken))?;
            let hit = parameter::glued(wanted.value, &text, segment);
            (hit?, text)
        }
        LiteralKind::Value => {
            let half = value::other_half(wanted.beside?).filter(|half| text.contains(half))?;
            let text = Folded::new(text, taken);
            (value::half(wanted, half, &text, lexicon)?, text)
        }
        _ => return None,
    };
    let (hit, text) = hit;
    Some(Match {
        range: text.bytes(hit.range),
        damage: hit.damage,
        stray: None,
    })
}

/// Where the literal stands as it should, though it was not recognized there.
fn exact(kind: LiteralKind, name: &[char], text: &Folded) -> Option<Range<usize>> {
    let joined = |c: char| matches!(c, '-' | '.' | '@') || c.is_ascii_alphanumeric();
    let hyphen = |at: usize, beyond: usize| {
        text.at(at) == '-' && text.chars.get(beyond).is_some_and(|c| c.is_alphanumeric())
    };
    let whole = |range: &Range<usize>| match kind {
        // A part of a longer name is another name: `example.com` in `www.example.com`.
        LiteralKind::Command | LiteralKind::FileName | LiteralKind::HostName => {
            let dot = text.at(range.end) == '.' && text.at(range.end + 1).is_ascii_alphanumeric();
            !joined(text.before(range.start)) && text.at(range.end) != '-' && !dot
        }
        // One that is glued to its command is none.
        LiteralKind::Parameter => !folded::is_name(text.before(range.start)),
        LiteralKind::Identifier if range.start > 1 => {
            !(hyphen(range.start - 1, range.start - 2) && hyphen(range.end, range.end + 1))
        }
        _ => true,
    };
    text.occurrences(name).into_iter().find(whole)
}

/// Where a marked span is the literal and a word of the sentence is glued to it: `**name**y`.
fn whole_mark(name: &[char], segment: &Segment, text: &Folded) -> Option<Range<usize>> {
    let mut ranges = segment.marks.iter().map(|m| text.chars_of(&m.range));
    ranges.find(|r| text.chars[r.clone()] == *name && text.is_free(r))
}

/// Whether markup begins or ends inside: then a part of it is something else, and a fix would lose
/// either that or the markup.
fn is_torn(range: &Range<u32>, segment: &Segment) -> bool {
    let inside = |at: u32| range.start < at && at < range.end;
    let torn = |m: &Mark| inside(m.range.start) != inside(m.range.end) || inside(m.range.start);
    segment.marks.iter().any(torn)
}

fn damaged(
    wanted: Wanted<'_>,
    name: &[char],
    segment: &Segment,
    text: &Folded,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let value = wanted.value;
    let spaced = || {
        let ranges = text.spaced_occurrences(name).into_iter();
        let mut spaced = ranges.map(|r| Hit::new(r, Damage::Structure));
        spaced.next()
    };
    match wanted.kind {
        LiteralKind::Parameter if name.first() == Some(&'-') => {
            parameter::find(wanted, text, segment, lexicon)
        }
        LiteralKind::Path if !value.contains(['\\', '/']) => {
            value::find(wanted, name, segment, text, lexicon)
        }
        LiteralKind::Path | LiteralKind::RegistryKey => chain::find(value, text, lexicon)
            .or_else(spaced)
            .or_else(|| chain::find_unseparated(value, text))
            .or_else(|| token::find(wanted.kind, value, text))
            .or_else(|| marked::find(value, text, segment)),
        LiteralKind::Command => {
            let words = || chain::find_words(value, text);
            let alike = || marked::find_alike(value, text, segment);
            let found = cmdlet::find(value, text, segment, lexicon);
            found.or_else(words).or_else(alike)
        }
        LiteralKind::Parameter => parameter::glued(value, text, segment)
            .or_else(|| value::find(wanted, name, segment, text, lexicon)),
        LiteralKind::Value | LiteralKind::EventSource => {
            value::find(wanted, name, segment, text, lexicon)
        }
        LiteralKind::Url => spaced().or_else(|| url(value, text, lexicon)),
        LiteralKind::FileName | LiteralKind::HostName => spaced()
            .or_else(|| label::find_wide(wanted.kind, value, text))
            .or_else(|| token::find(wanted.kind, value, text))
            .or_else(|| chain::find_labels(value, text))
            .or_else(|| label::find(wanted.kind, value, text))
            .or_else(|| cut::find(wanted, segment, text, lexicon))
            .or_else(|| marked::find(value, text, segment)),
        LiteralKind::Identifier | LiteralKind::GroupName => compound(name, text)
            .or_else(|| spaced().filter(|hit| text.chars[hit.range.clone()].contains(&' ')))
            .or_else(|| token::find(wanted.kind, value, text))
            .or_else(|| token::find_alone(wanted, text))
            // A plain word is only a name where the text marks it as one.
            .filter(|hit| !is_plain_word(value) || in_code(segment, text, &hit.range))
            .or_else(|| marked::find_alike(value, text, segment)),
        LiteralKind::Version => digits::version(value, text),
        LiteralKind::Number => digits::number(value, text),
        LiteralKind::Date => digits::date(value, text),
        _ => None,
    }
}

/// A URL with a slip, or one that was torn apart, whichever takes in the other.
fn url(value: &str, text: &Folded, lexicon: &Lexicon) -> Option<Hit> {
    let torn = chain::find(value, text, lexicon);
    let slip = token::find(LiteralKind::Url, value, text);
    match (torn, slip) {
        (Some(torn), Some(slip)) => {
            let inside = slip.range.start <= torn.range.start && torn.range.end <= slip.range.end;
            Some(if inside { slip } else { torn })
        }
        (torn, slip) => torn.or(slip),
    }
}

/// A longer name that has this one between hyphens, as a machine's memory puts it in its place.
fn compound(name: &[char], text: &Folded) -> Option<Hit> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.occurrences(name).into_iter().find_map(|mut range| {
        if text.before(range.start) != '-' || text.at(range.end) != '-' {
            return None;
        }
        while part(text.before(range.start)) {
            range.start -= 1;
        }
        while part(text.at(range.end)) {
            range.end += 1;
        }
        text.is_free(&range).then(|| Hit::new(range, Damage::Parts))
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
