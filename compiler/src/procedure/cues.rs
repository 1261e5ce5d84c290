//! What sentences say by the cues of their language: that they hold only in a case, and on which
//! machines something is done. Where the locales disagree, most of those that have cues decide.

use crate::align::UnitId;
use crate::l10n::{self, Lexicon};
use crate::source::Locale;

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
        let starts = |word: &String| starts_with_word(text, word, locale.is_chinese());
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

/// Whether a unit announces several ways of which one is taken: *Do one of the following*.
pub(super) fn announces_choice(view: &View<'_>, unit: UnitId) -> bool {
    let phrases = |lexicon: &'static Lexicon| lexicon.choices.as_slice();
    says(view, unit, phrases, has_word)
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
fn find(text: &str, word: &str, chinese: bool) -> Option<usize> {
    let joined = |c: Option<char>| !chinese && c.is_some_and(char::is_alphanumeric);
    let mut places = text.match_indices(word);
    places.find_map(|(at, found)| {
        let end = at + found.len();
        let part = joined(text[..at].chars().next_back()) || joined(text[end..].chars().next());
        (!part).then_some(end)
    })
}

fn has_word(text: &str, word: &str, chinese: bool) -> bool {
    find(text, word, chinese).is_some()
}

fn starts_with_word(text: &str, word: &str, chinese: bool) -> bool {
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
