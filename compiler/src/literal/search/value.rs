//! A name that is also a word, and that a translation took for one: `None`, `Port`, `Logging`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::{LiteralKind, Segment};
use crate::l10n::Lexicon;

use super::folded::{Folded, fold_all, is_name, is_wide};
use super::{Beside, Damage, Hit, Wanted, apart, noun, squeezed};

/// Most letters that inflection adds to a word.
const ENDING: usize = 3;

/// Most characters of a scope that stands before a colon.
const SCOPE: usize = 16;

/// Finds what a translation made of a value.
pub(super) fn find(
    wanted: Wanted<'_>,
    name: &[char],
    segment: &Segment,
    text: &Folded,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let signs = || {
        let has_signs = name.iter().any(|c| !c.is_alphanumeric() && *c != ' ');
        has_signs.then(|| squeezed::find(name, text)).flatten()
    };
    signs()
        .or_else(|| scoped(wanted.value, text))
        .or_else(|| anchored(wanted, segment, text))
        .or_else(|| counterpart(wanted, segment, text, lexicon))
        .or_else(|| translated(wanted, segment, text, lexicon))
}

/// `tag:Redmond` whose scope is another word or gone: `etiqueta: Redmond`.
fn scoped(value: &str, text: &Folded) -> Option<Hit> {
    let (_, name) = value.split_once(':')?;
    let found = text.occurrences(&fold_all(name));
    found.into_iter().find_map(|range| {
        let mut start = range.start;
        while text.before(start) == ' ' && range.start - start < 2 {
            start -= 1;
        }
        if text.before(start) != ':' {
            return None;
        }
        start -= 1;
        if text.before(start) == ' ' && text.before(start - 1) != '"' {
            start -= 1;
        }
        let end = start;
        while end - start < SCOPE && (is_name(text.before(start)) || is_wide(text.before(start))) {
            start -= 1;
        }
        let hit = Hit::new(start..range.end, Damage::Translated);
        text.is_free(&hit.range).then_some(hit)
    })
}

/// A name of several words of which the coined one came through: `MSExchange OWA` as `Outlook Web
/// App MSExchange`.
fn anchored(wanted: Wanted<'_>, segment: &Segment, text: &Folded) -> Option<Hit> {
    let words: Vec<&str> = wanted.value.split(' ').collect();
    let coined = words.iter().find(|w| is_coined(w))?;
    if words.len() < 2 {
        return None;
    }
    let found = text.occurrences(&fold_all(coined));
    let anchor = found.into_iter().next()?;
    let original = |i: usize| {
        let bytes = text.bytes(i..i + 1);
        segment.slice(bytes).chars().next().unwrap_or('\n')
    };
    let word = |c: char| c.is_ascii_alphanumeric();
    let (mut start, mut end) = (anchor.start, anchor.end);
    while text.before(start) == ' ' && start > 1 && word(text.before(start - 1)) {
        let mut from = start - 1;
        while word(text.before(from)) {
            from -= 1;
        }
        if !original(from).is_ascii_uppercase() || !text.is_free(&(from..end)) {
            break;
        }
        start = from;
    }
    while text.at(end) == ' ' && end + 1 < text.chars.len() {
        let mut to = end + 1;
        while word(text.at(to)) {
            to += 1;
        }
        if to == end + 1 || !original(end + 1).is_ascii_uppercase() || !text.is_free(&(start..to)) {
            break;
        }
        end = to;
    }
    Some(Hit::new(start..end, Damage::Translated))
}

/// Whether a word was made up: `MSExchange`, `SharePoint`.
pub(crate) fn is_coined(word: &str) -> bool {
    let bytes = word.as_bytes();
    let hump = |w: &[u8]| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase();
    let initials = |w: &[u8]| {
        w[0].is_ascii_uppercase() && w[1].is_ascii_uppercase() && w[2].is_ascii_lowercase()
    };
    bytes.iter().all(u8::is_ascii_alphanumeric)
        && (bytes.windows(2).any(hump) || bytes.windows(3).any(initials) && bytes.len() > 4)
}

/// What the text sets apart where another document sets the name apart.
fn counterpart(
    wanted: Wanted<'_>,
    segment: &Segment,
    text: &Folded,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let Beside {
        segment: other,
        range,
        lexicon: other_lexicon,
    } = wanted.beside?;
    let found = apart::counterpart(range, (other, other_lexicon), (segment, lexicon))?;
    let range = text.chars_of(&found);
    let chars = &text.chars[range.clone()];
    let words = chars.split(|c| *c == ' ').count();
    // Markup that slipped covers other words of the sentence.
    let is_name = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '(' | ')');
    let whole = chars.iter().all(is_name);
    // A word in the plural or another gender is a word.
    let inflected = wanted.value.starts_with(|c: char| c.is_ascii_lowercase())
        && chars.len() <= wanted.value.len() + ENDING
        && chars.starts_with(&fold_all(wanted.value));
    (words <= 4 && whole && !inflected && text.is_free(&range))
        .then(|| Hit::new(range, Damage::Translated))
}

/// A word of the language that stands for the name, in a place where the name can stand: beside the
/// noun that says what it is, or, as the name, written like no word of the sentence. A person who
/// kept the name says that it is one wherever the same noun stands beside it.
fn translated(
    wanted: Wanted<'_>,
    segment: &Segment,
    text: &Folded,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let beside = wanted.beside?;
    if apart::apart(beside.segment, beside.lexicon)
        .iter()
        .any(|a| a.range == *beside.range)
    {
        // What the other document sets apart is set apart here too, or nowhere.
        return None;
    }
    let fits = |range: &Range<usize>| match wanted.kind {
        LiteralKind::Parameter => noun::beside(noun::PARAMETER, range, text, lexicon),
        LiteralKind::Path => noun::near(noun::FOLDER, range, text, lexicon),
        _ => {
            is_name_like(range, segment, text)
                || names_property(beside, (range, text, lexicon))
                || wanted.is_upheld && noun::same(beside, (range, text, lexicon))
                || other_half(beside).is_some_and(|half| precedes(range, half, text))
        }
    };
    let words = standing_for(wanted, lexicon);
    let hit = words.iter().find_map(|word| {
        let found = text.runs(&fold_all(word)).into_iter();
        let mut found = found.filter(|r| text.is_free(r) && fits(r));
        found.next()
    });
    let range = hit.or_else(|| only(wanted, &words, text))?;
    Some(Hit::new(range, Damage::Translated))
}

/// A word of the language that stands for the first half of a name, with the other half behind it.
pub(super) fn half(
    wanted: Wanted<'_>,
    other: &str,
    text: &Folded,
    lexicon: &Lexicon,
) -> Option<Hit> {
    let words = standing_for(wanted, lexicon);
    let hit = words.iter().find_map(|word| {
        let found = text.runs(&fold_all(word)).into_iter();
        let mut found = found.filter(|r| text.is_free(r) && precedes(r, other, text));
        found.next()
    });
    Some(Hit::new(hit?, Damage::Translated))
}

/// The capitalized word behind a name, with which it is a longer one: `Active` of `Active Directory`.
pub(super) fn other_half(beside: Beside<'_>) -> Option<&str> {
    let rest = beside.segment.text[beside.range.end as usize..].strip_prefix(' ')?;
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let half = &rest[..length];
    (length > 2 && half.starts_with(|c: char| c.is_ascii_uppercase())).then_some(half)
}

/// Whether the word `next` stands behind a range.
fn precedes(range: &Range<usize>, next: &str, text: &Folded) -> bool {
    let next = fold_all(next);
    let start = range.end + 1;
    text.at(range.end) == ' '
        && text.chars.get(start..start + next.len()) == Some(&next)
        && !is_name(text.at(start + next.len()))
}

/// Whether both documents say of a word that it is a property: `la propiedad habilitada`.
fn names_property(
    beside: Beside<'_>,
    (range, text, lexicon): (&Range<usize>, &Folded, &Lexicon),
) -> bool {
    let there = Folded::new(&beside.segment.text, &[]);
    let place = there.chars_of(beside.range);
    noun::beside(noun::PROPERTY, range, text, lexicon)
        && noun::beside(noun::PROPERTY, &place, &there, beside.lexicon)
}

/// The only word that stands for a constant in two states, where the other document says neither
/// anywhere else: `définie sur vrai`.
fn only(wanted: Wanted<'_>, words: &[&str], text: &Folded) -> Option<Range<usize>> {
    let is_state = matches!(wanted.value, "True" | "False");
    let beside = wanted.beside.filter(|_| is_state)?;
    let other = Folded::new(&beside.segment.text, &[]);
    // `True ($True)` says it once, and how a program writes it.
    let mut said = other.runs(&fold_all(wanted.value));
    said.retain(|range| other.before(range.start) != '$');
    let once = said.len() == 1;
    let found = words.iter().flat_map(|word| text.runs(&fold_all(word)));
    let mut found = found.filter(|r| text.is_free(r) && !is_wide(text.at(r.start)));
    found.next().filter(|_| once && found.next().is_none())
}

/// Words of the language that stand for a name, the longest first.
fn standing_for<'l>(wanted: Wanted<'_>, lexicon: &'l Lexicon) -> Vec<&'l str> {
    let tables: [&BTreeMap<String, String>; 2] = match wanted.kind {
        LiteralKind::Path => [&lexicon.folders, &lexicon.folders],
        _ => [&lexicon.values, &lexicon.nouns],
    };
    let entries = tables.into_iter().flatten();
    let same = entries.filter(|(_, name)| name.eq_ignore_ascii_case(wanted.value));
    let mut words: Vec<&str> = same.map(|(word, _)| word.as_str()).collect();
    words.sort_by_key(|w| std::cmp::Reverse(w.len()));
    words
}

/// Whether a word is written like a name: with a capital that no sentence gives it, or in a script
/// without capitals at the end of a clause.
fn is_name_like(range: &Range<usize>, segment: &Segment, text: &Folded) -> bool {
    if is_wide(text.at(range.start)) {
        let end = text.at(range.end);
        return !is_wide(end) && !end.is_alphanumeric() && end != '(';
    }
    let bytes = text.bytes(range.clone());
    let first = segment.slice(bytes).chars().next();
    let before = text.before(range.start);
    let inside = before == ' ' && !matches!(text.before(range.start - 1), '.' | ':' | '!' | '?');
    first.is_some_and(char::is_uppercase) && inside
}
