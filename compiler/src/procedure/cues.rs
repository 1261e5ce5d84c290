//! What sentences say by the cues of their language: that they hold only in a case, and on which
//! machines something is done. Where the locales disagree, most of those that have cues decide.

use crate::align::UnitId;
use crate::l10n::{self, Lexicon};
use crate::source::Locale;

use super::Arity;
use super::view::View;

/// On which machines a sentence says that something is done; a later one says it more plainly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// It does not say.
    Silent,
    /// On one of them.
    One,
    /// On several: *on your servers*, *on all servers*.
    Several,
    /// On one after the other: *on each server*.
    Each,
}

/// Whether a unit opens with a word after which it holds only in a case.
pub(super) fn holds_only_if(view: &View<'_>, unit: UnitId) -> bool {
    let opens = |lexicon: &Lexicon, locale: &Locale, text: &str| {
        let chinese = locale.is_chinese();
        // *However, if …*
        let joined = lexicon.cases.links.iter().find_map(|link| {
            let rest = text.strip_prefix(link.as_str())?;
            (chinese || !rest.starts_with(char::is_alphanumeric)).then_some(rest)
        });
        let text = joined.unwrap_or(text);
        let starts = |word: &String| starts_with_word(text, word, chinese);
        lexicon.ifs.iter().any(starts) && !lexicon.aims.iter().any(starts)
    };
    let knows = |lexicon: &Lexicon| !lexicon.ifs.is_empty();
    let votes = votes(view, unit, knows, opens);
    let yes = votes.iter().filter(|v| **v).count();
    yes * 2 > votes.len()
}

/// Whether a unit ends with a word after which conditions follow: *provided that:*.
pub(super) fn announces_conditions(view: &View<'_>, unit: UnitId) -> bool {
    let ends = |lexicon: &Lexicon, locale: &Locale, text: &str| {
        let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_end = |word: &String| {
            let rest = text.strip_suffix(word.as_str());
            let whole = |r: &str| locale.is_chinese() || !r.ends_with(char::is_alphanumeric);
            rest.is_some_and(whole)
        };
        lexicon.conditions.iter().any(is_end)
    };
    let votes = votes(view, unit, |lexicon| !lexicon.conditions.is_empty(), ends);
    let yes = votes.iter().filter(|v| **v).count();
    yes > 0 && yes * 2 >= votes.len()
}

/// Whether a unit points to where more is said, and asks nothing itself: *For details, see …*.
pub(super) fn refers(view: &View<'_>, unit: UnitId) -> bool {
    let phrases = |lexicon: &'static Lexicon| lexicon.references.as_slice();
    says(view, unit, phrases, has_word)
}

/// Whether a unit opens another way to do what was said before: *Or*, *Alternatively*.
pub(super) fn offers_other(view: &View<'_>, unit: UnitId) -> bool {
    says(
        view,
        unit,
        |lexicon| lexicon.others.as_slice(),
        starts_with_word,
    )
}

/// Whether a unit shows how something may look: *This example …*.
pub(super) fn shows_example(view: &View<'_>, unit: UnitId) -> bool {
    let words = |lexicon: &'static Lexicon| lexicon.examples.as_slice();
    says(view, unit, words, has_word)
}

/// How many of the ways are taken that a unit announces: *Do one of the following*, *Do any of the
/// following*. What must be there is not chosen: *a member of at least one of the following groups*.
pub(super) fn announces(view: &View<'_>, unit: UnitId) -> Option<Arity> {
    let knows = |lexicon: &'static Lexicon| !lexicon.choices.is_empty();
    let votes = votes(view, unit, knows, |lexicon, locale, text| {
        let chinese = locale.is_chinese();
        let longest = |words: &[String]| {
            let said = words.iter().filter(|word| has_word(text, word, chinese));
            said.map(String::len).max()
        };
        if longest(&lexicon.cases.demands).is_some() {
            return None;
        }
        // *Any of the following methods* holds the shorter phrase.
        match (longest(&lexicon.choices), longest(&lexicon.cases.any)) {
            (None, None) => None,
            (one, any) if one >= any => Some(Arity::One),
            _ => Some(Arity::Any),
        }
    });
    let announced = votes.iter().flatten().count();
    let one = votes.iter().flatten().filter(|a| **a == Arity::One).count();
    match announced * 2 > votes.len() {
        true if one * 2 >= announced => Some(Arity::One),
        true => Some(Arity::Any),
        false => None,
    }
}

/// Whether a unit opens with what it is for: *To add a user, …*.
pub(super) fn opens_with_aim(view: &View<'_>, unit: UnitId) -> bool {
    let words = |lexicon: &'static Lexicon| lexicon.aims.as_slice();
    says(view, unit, words, starts_with_word)
}

/// Whether a unit opens with the aim that the sentence before it has said: *To do this, …*.
pub(super) fn resumes(view: &View<'_>, unit: UnitId) -> bool {
    let words = |lexicon: &'static Lexicon| lexicon.cases.resumes.as_slice();
    says(view, unit, words, starts_with_word)
}

/// Whether a unit is marked as one that may be left out: *(Optional)*.
pub(super) fn is_optional(view: &View<'_>, unit: UnitId) -> bool {
    let knows = |lexicon: &'static Lexicon| !lexicon.cases.optional.is_empty();
    let marks = |text: &str, word: &str, chinese: bool| {
        let text = half_width(text);
        let text = text.trim_matches(|c: char| c.is_whitespace() || "*_.,;".contains(c));
        let bracketed = word.starts_with(['(', '[']);
        match bracketed || word.ends_with(':') {
            true => text.starts_with(word) || (bracketed && text.ends_with(word)),
            false => starts_with_word(text, word, chinese),
        }
    };
    let votes = votes(view, unit, knows, |lexicon, locale, text| {
        let mut words = lexicon.cases.optional.iter();
        words.any(|word| marks(text, word, locale.is_chinese()))
    });
    let yes = votes.iter().filter(|v| **v).count();
    yes > 0 && yes * 2 >= votes.len()
}

/// Whether a unit says that the steps around it are for one case alone: *This section applies only
/// if …*.
pub(super) fn limits(view: &View<'_>, unit: UnitId) -> bool {
    let only = |lexicon: &'static Lexicon| lexicon.cases.only.as_slice();
    speaks_of_steps(view, unit) && says(view, unit, only, has_word)
}

/// Whether a unit says that the steps around it are left out in a case: *If …, skip this section*.
pub(super) fn skips(view: &View<'_>, unit: UnitId) -> bool {
    let skips = |lexicon: &'static Lexicon| lexicon.cases.skips.as_slice();
    let ifs = |lexicon: &'static Lexicon| lexicon.conditions.as_slice();
    speaks_of_steps(view, unit)
        && says(view, unit, skips, has_word)
        && says(view, unit, ifs, has_word)
}

fn speaks_of_steps(view: &View<'_>, unit: UnitId) -> bool {
    let parts = |lexicon: &'static Lexicon| lexicon.cases.parts.as_slice();
    says(view, unit, parts, has_word)
}

/// Whether a heading stands over what is done when something went wrong.
pub(super) fn is_trouble(view: &View<'_>, unit: UnitId) -> bool {
    let phrases = |lexicon: &'static Lexicon| lexicon.cases.troubles.as_slice();
    says(view, unit, phrases, has_word)
}

/// Where a sentence sends its reader in a numbered list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sent {
    /// To a step.
    To(u64),
    /// Past steps: the first and the last.
    Past(u64, u64),
}

/// To which step a unit sends its reader, or past which: *If …, skip step 6*, *If …, go to step 9*.
pub(super) fn sent(view: &View<'_>, unit: UnitId) -> Option<Sent> {
    let knows = |lexicon: &'static Lexicon| !lexicon.cases.step.is_empty();
    let votes = votes(view, unit, knows, |lexicon, locale, text| {
        let chinese = locale.is_chinese();
        let has = |words: &[String]| words.iter().any(|w| has_word(text, w, chinese));
        let (first, last) = step_numbers(text, &lexicon.cases.step, chinese)?;
        match () {
            () if has(&lexicon.cases.skips) && !has(&lexicon.cases.goes) => {
                Some(Sent::Past(first, last))
            }
            () if has(&lexicon.cases.goes) => Some(Sent::To(last)),
            () => None,
        }
    });
    let first = votes.iter().flatten().next()?;
    let same = votes.iter().flatten().filter(|s| *s == first).count();
    (same * 2 > votes.len()).then(|| first.clone())
}

/// The numbers behind a word for a step: the first, and the last of a range: *steps 3-5*.
fn step_numbers(text: &str, words: &[String], chinese: bool) -> Option<(u64, u64)> {
    let digits = |text: &str| {
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        let number: u64 = text[..end].parse().ok()?;
        Some((number, end))
    };
    words.iter().find_map(|word| {
        let rest = text[find(text, word, chinese)?..].trim_start();
        let (first, end) = digits(rest)?;
        let range = rest[end..]
            .trim_start()
            .strip_prefix(['-', '–', '—', '~', '至', '到']);
        let last = range
            .and_then(|r| digits(r.trim_start()))
            .map_or(first, |(n, _)| n);
        Some((first, last))
    })
}

/// What a heading says is done to something, in the order in which it can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Treatment {
    /// It is made.
    Makes,
    /// It is changed.
    Changes,
    /// It is taken away.
    Takes,
}

/// What a heading in a language says first that is done, with the heading without the word for it.
pub(super) fn treatment(locale: &Locale, heading: &str) -> Option<(Treatment, String)> {
    let lexicon = l10n::lexicon(locale);
    let kinds = [
        (Treatment::Makes, &lexicon.cases.makes),
        (Treatment::Changes, &lexicon.cases.changes),
        (Treatment::Takes, &lexicon.cases.takes),
    ];
    let heading = heading.to_lowercase();
    let words = kinds
        .iter()
        .flat_map(|(kind, words)| words.iter().map(move |w| (*kind, w)));
    let places = words.filter_map(|(kind, word)| {
        let end = find(&heading, word, locale.is_chinese())?;
        Some((end - word.len(), std::cmp::Reverse(end), kind))
    });
    let (start, end, kind) = places.min()?;
    Some((kind, format!("{} {}", &heading[..start], &heading[end.0..])))
}

/// The number of a way that a heading names: *Method 2: …*, *Option B*.
pub(super) fn way_number(view: &View<'_>, unit: UnitId) -> Option<u64> {
    let knows = |lexicon: &'static Lexicon| !lexicon.cases.ways.is_empty();
    let votes = votes(view, unit, knows, |lexicon, locale, text| {
        let text = half_width(text);
        let rest = lexicon.cases.ways.iter().find_map(|word| {
            let starts = starts_with_word(&text, word, locale.is_chinese());
            starts.then(|| {
                text.split_once(word.as_str())
                    .map(|(_, rest)| rest.to_owned())
            })?
        })?;
        let rest = rest.trim_start();
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
        match name.as_bytes() {
            [letter @ b'a'..=b'z'] => Some(u64::from(letter - b'a') + 1),
            _ => name.parse().ok(),
        }
    });
    let first = votes.iter().flatten().next()?;
    let same = votes.iter().flatten().filter(|n| *n == first).count();
    (same * 2 > votes.len()).then_some(*first)
}

/// Brackets and colons of full width as those of half width.
fn half_width(text: &str) -> String {
    let narrow = |c: char| match c {
        '（' => '(',
        '）' => ')',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '：' => ':',
        '\u{a0}' | '\u{202f}' => ' ',
        c => c,
    };
    text.chars().map(narrow).collect()
}

/// Whether most documents whose language has such words say one of them.
fn says(
    view: &View<'_>,
    unit: UnitId,
    words: impl Fn(&'static Lexicon) -> &'static [String],
    test: impl Fn(&str, &str, bool) -> bool,
) -> bool {
    let knows = |lexicon: &'static Lexicon| !words(lexicon).is_empty();
    let votes = votes(view, unit, knows, |lexicon, locale, text| {
        let chinese = locale.is_chinese();
        words(lexicon).iter().any(|word| test(text, word, chinese))
    });
    votes.iter().filter(|v| **v).count() * 2 > votes.len()
}

/// On which machines units say that something is done: the plainest that most locales say.
pub(super) fn place(view: &View<'_>, units: &[UnitId]) -> Place {
    units
        .iter()
        .map(|unit| place_of(view, *unit))
        .max()
        .unwrap_or(Place::Silent)
}

fn place_of(view: &View<'_>, unit: UnitId) -> Place {
    let knows = |lexicon: &Lexicon| !lexicon.hosts.machines.is_empty();
    let said = votes(view, unit, knows, |lexicon, locale, text| {
        let counts = !lexicon.hosts.several.is_empty();
        (counts, said(lexicon, locale.is_chinese(), text))
    });
    let holds = |place: Place| said.iter().filter(|(_, p)| *p == place).count();
    // A language without plurals cannot say that there are several.
    let counting = said.iter().filter(|(counts, _)| *counts).count();
    match () {
        () if holds(Place::Each) * 2 > said.len() => Place::Each,
        () if holds(Place::One) * 2 > said.len() => Place::One,
        () if (holds(Place::Several) + holds(Place::Each)) * 2 > counting.max(1) => Place::Several,
        () => Place::Silent,
    }
}

/// What each document that has a unit says, where the cues of its language are known.
fn votes<T>(
    view: &View<'_>,
    unit: UnitId,
    knows: impl Fn(&'static Lexicon) -> bool,
    vote: impl Fn(&'static Lexicon, &Locale, &str) -> T,
) -> Vec<T> {
    let readings = view.readings(unit).filter_map(|(column, text)| {
        let locale = &view.document(column).locale;
        let lexicon = l10n::lexicon(locale);
        knows(lexicon).then(|| vote(lexicon, locale, &text.to_lowercase()))
    });
    readings.collect()
}

fn said(lexicon: &Lexicon, chinese: bool, text: &str) -> Place {
    let words = &lexicon.hosts;
    let near = |words_before: &[String]| {
        words_before
            .iter()
            .any(|word| before_machine(lexicon, chinese, text, word))
    };
    let has = |word: &String| has_word(text, word, chinese);
    if near(&words.each) {
        Place::Each
    } else if near(&words.one) {
        Place::One
    } else if near(&words.all) || words.several.iter().any(has) {
        Place::Several
    } else {
        Place::Silent
    }
}

/// How far a machine may stand behind the word that counts it: `each Exchange 2013 Mailbox server`.
const REACH: usize = 48;

/// Whether `word` stands shortly before a word for a machine, in one clause.
fn before_machine(lexicon: &Lexicon, chinese: bool, text: &str, word: &str) -> bool {
    let words = &lexicon.hosts;
    let mut rest = text;
    while let Some(end) = find(rest, word, chinese) {
        rest = &rest[end..];
        let reach = if chinese { REACH / 3 } else { REACH };
        let clause = rest.char_indices().take(reach);
        let ends = |c: char| {
            matches!(
                c,
                ',' | ';' | ':' | '.' | '(' | '，' | '；' | '。' | '：' | '、'
            )
        };
        let stop = clause.take_while(|(i, c)| {
            // A full stop inside of a name or number ends nothing.
            let inside = *c == '.' && !rest[i + 1..].starts_with(char::is_whitespace);
            !ends(*c) || (inside && i + 1 < rest.len())
        });
        let length = stop.last().map_or(0, |(i, c)| i + c.len_utf8());
        let clause = match chinese {
            true => &rest[..length],
            false => counted(lexicon, &rest[..length]),
        };
        if words.machines.iter().any(|m| has_word(clause, m, chinese)) {
            return true;
        }
    }
    false
}

/// What a word that counts can count: in *each of your new servers in the site* the name ends with
/// the servers, in *each database on a server* with the database.
fn counted<'t>(lexicon: &Lexicon, clause: &'t str) -> &'t str {
    let mut named = false;
    let mut end = 0;
    for word in clause.split(|c: char| !c.is_alphanumeric()) {
        let machine = lexicon.hosts.machines.iter().any(|m| m == word);
        match lexicon.words.contains(word) && !machine {
            true if named => return &clause[..end],
            true => {}
            false => named |= !word.is_empty(),
        }
        end += word.len();
        end += clause[end..].chars().next().map_or(0, char::len_utf8);
    }
    clause
}

/// The byte after the first `word` in a text of lower case; outside Chinese, as a whole word.
pub(super) fn find(text: &str, word: &str, chinese: bool) -> Option<usize> {
    let joined = |c: Option<char>| !chinese && c.is_some_and(char::is_alphanumeric);
    // Sentences are so short that preparing a search would cost more than it.
    let (bytes, word) = (text.as_bytes(), word.as_bytes());
    let mut places = memchr::memchr_iter(*word.first()?, bytes);
    places.find_map(|at| {
        let end = at + word.len();
        if !bytes[at..].starts_with(word) {
            return None;
        }
        let part = joined(text[..at].chars().next_back()) || joined(text[end..].chars().next());
        (!part).then_some(end)
    })
}

pub(super) fn has_word(text: &str, word: &str, chinese: bool) -> bool {
    find(text, word, chinese).is_some()
}

pub(super) fn starts_with_word(text: &str, word: &str, chinese: bool) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| chinese || !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_are_counted_in_every_language() {
        let place = |locale: &str, text: &str| {
            let locale: Locale = locale.parse().unwrap();
            said(l10n::lexicon(&locale), locale.is_chinese(), text)
        };
        assert_eq!(
            place("en-US", "on each exchange 2013 mailbox server, run"),
            Place::Each
        );
        assert_eq!(place("en-US", "on one of your mailbox servers"), Place::One);
        assert_eq!(
            place("en-US", "only on the backend servers"),
            Place::Several
        );
        assert_eq!(place("en-US", "on the server"), Place::Silent);
        assert_eq!(
            place("en-US", "for each user, on the server"),
            Place::Silent
        );
        assert_eq!(
            place("en-US", "with each database residing on a different server"),
            Place::Silent
        );
        assert_eq!(place("en-US", "on each of your new servers"), Place::Each);
        assert_eq!(place("fr-FR", "sur chaque serveur frontal"), Place::Each);
        assert_eq!(place("fr-FR", "sur l’un de vos serveurs"), Place::One);
        assert_eq!(place("pt-BR", "em cada servidor de borda"), Place::Each);
        assert_eq!(place("es-ES", "en todos los servidores"), Place::Several);
        assert_eq!(place("zh-CN", "在每台前端服务器上"), Place::Each);
        assert_eq!(place("zh-TW", "在其中一台伺服器上"), Place::One);
    }
}
