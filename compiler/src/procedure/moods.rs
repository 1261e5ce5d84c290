//! What a sentence asks for, by the words of its language: to do something, to see whether something holds,
//! nothing. It does not say on what: that is the literals' to tell. Where the locales disagree, most of those
//! that say something decide.

use crate::align::UnitId;
use crate::l10n::{self, Lexicon, MoodWords};

use super::cues::{find, has_word, starts_with_word};
use super::view::View;

/// What a sentence asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    /// It asks to do something.
    Asks,
    /// It asks to do something, or says what can be done: *use it to …*.
    May,
    /// It says that one has to do something.
    Must,
    /// It asks to see whether something holds.
    Checks,
    /// It says what the one who reads has to be or have.
    Needs,
    /// It says what has to hold.
    Requires,
    /// It leads up to what follows it.
    Leads,
    /// It tells how things are.
    Tells,
}

/// What a unit asks for, where its words say so.
pub(super) fn mood(view: &View<'_>, unit: UnitId) -> Option<Mood> {
    let votes = votes(view, unit, |reader, text| reader.mood(text));
    let said: Vec<Mood> = votes.iter().flatten().copied().collect();
    let family = most(said.iter().map(|m| m.family()))?;
    let count = said.iter().filter(|m| m.family() == family).count();
    let mood = most(said.into_iter().filter(|m| m.family() == family));
    mood.filter(|_| count * 3 > votes.len())
}

/// Whether a unit opens with a word for an example: *The following example …*.
pub(super) fn opens_example(view: &View<'_>, unit: UnitId) -> bool {
    let votes = votes(view, unit, |reader, text| reader.opens_example(text));
    votes.iter().filter(|v| **v).count() * 2 > votes.len()
}

/// Whether no word of a unit asks for anything in any of its locales, wherever it stands. A language whose
/// words are not known may have one.
pub(super) fn is_silent(view: &View<'_>, unit: UnitId) -> bool {
    let votes = votes(view, unit, |reader, text| reader.is_silent(text));
    votes.into_iter().all(|silent| silent)
}

/// What each document that has a unit says.
fn votes<T>(view: &View<'_>, unit: UnitId, vote: impl Fn(&Reader<'_>, &str) -> T) -> Vec<T> {
    let readings = view.readings(unit).map(|(column, text)| {
        let locale = &view.document(column).locale;
        let reader = Reader::new(l10n::lexicon(locale), locale.is_chinese());
        vote(&reader, &text.to_lowercase())
    });
    readings.collect()
}

/// What a sentence before a list says of its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opening {
    /// Things to do.
    Steps,
    /// What has to hold.
    Requirements,
    /// What can be.
    Features,
}

/// What a unit says of the list after it, where its words say so.
pub(super) fn opening(view: &View<'_>, unit: UnitId) -> Option<Opening> {
    let votes = votes(view, unit, |reader, text| reader.opening(text));
    most(votes.into_iter().flatten())
}

/// What comes most often; of several the first in order.
fn most<T: Copy + Ord>(votes: impl Iterator<Item = T>) -> Option<T> {
    let mut votes: Vec<T> = votes.collect();
    votes.sort();
    let runs = votes.chunk_by(|a, b| a == b);
    let longest = runs.rev().max_by_key(|run| run.len());
    longest.map(|run| run[0])
}

impl Mood {
    /// Languages ask for the same in different words: *must be installed*, *has to install*.
    fn family(self) -> Mood {
        match self {
            Mood::Asks | Mood::May => Mood::Asks,
            Mood::Must | Mood::Checks | Mood::Needs | Mood::Requires => Mood::Requires,
            other => other,
        }
    }

    /// Whether it asks for anything, be it in a sentence among others.
    pub(super) fn asks(self) -> bool {
        !matches!(self, Mood::May | Mood::Leads | Mood::Tells)
    }
}

/// The words of a language.
struct Reader<'l> {
    lexicon: &'l Lexicon,
    words: &'l MoodWords,
    chinese: bool,
}

impl<'l> Reader<'l> {
    fn new(lexicon: &'l Lexicon, chinese: bool) -> Self {
        Reader {
            lexicon,
            words: &lexicon.moods,
            chinese,
        }
    }

    /// What a sentence of lower case asks for.
    fn mood(&self, text: &str) -> Option<Mood> {
        let text = text.trim();
        let has = |phrases: &[String]| phrases.iter().any(|p| has_word(text, p, self.chinese));
        let clauses: Vec<&str> = clauses(text).collect();
        let first = *clauses.first()?;
        let repeats = self.opens(first, &self.words.repeats);
        if text.ends_with([':', '：']) || (has(&self.words.leads) && !repeats) {
            return Some(Mood::Leads);
        }
        if self.opens_example(first) || text.ends_with(['?', '？']) {
            return None;
        }
        // What follows *for details, see …* asks nothing.
        let refers = has(&self.lexicon.references);
        let reach = if refers { 1 } else { clauses.len() };
        let asked = self.asked(&clauses[..reach]);
        let tells = || {
            self.opens(first, &self.words.subjects)
                .then_some(Mood::Tells)
        };
        let needed = || {
            let needed = clauses.iter().find_map(|c| self.needed(c));
            needed.filter(|_| !refers)
        };
        asked.or_else(needed).or_else(tells)
    }

    /// What the first clause asks for, or one behind those that only say where and when. Who looks whether
    /// something holds and goes on, does something.
    fn asked(&self, clauses: &[&str]) -> Option<Mood> {
        let (first, rest) = clauses.split_first()?;
        let (mood, rest) = match self.clause(first) {
            Some(mood) => (mood, rest),
            None if !self.is_opening(first) => return None,
            None => {
                let tells = |c: &str| self.opens(self.without_fillers(c), &self.words.subjects);
                let count = rest.iter().take_while(|c| !tells(c)).count();
                let at = (0..count).find(|i| self.clause(rest[*i]).is_some())?;
                (self.clause(rest[at])?, &rest[at + 1..])
            }
        };
        let goes_on = || rest.iter().any(|c| self.clause(c) == Some(Mood::Asks));
        match mood {
            Mood::Checks if goes_on() => Some(Mood::Asks),
            mood => Some(mood),
        }
    }

    fn is_silent(&self, text: &str) -> bool {
        let words_known = !self.words.fillers.is_empty();
        let has = |phrases: &[String]| phrases.iter().any(|p| has_word(text, p, self.chinese));
        let asks = match self.chinese {
            true => {
                let mut starts = text.char_indices().map(|(at, _)| at);
                starts.any(|at| self.imperative(&text[at..]).is_some())
            }
            false => words(text).any(|w| self.own(w)),
        };
        words_known && !asks && !has(&self.words.checks) && !has(&self.words.musts)
    }

    /// Whether a text opens with a word for an example.
    fn opens_example(&self, text: &str) -> bool {
        let head: String = text.trim().chars().take(28).collect();
        let mut words = self.lexicon.examples.iter();
        words.any(|w| has_word(&head, w, self.chinese))
    }

    /// What a clause asks for by the words that open it.
    fn clause(&self, clause: &str) -> Option<Mood> {
        if let Some(mood) = self.imperative(self.without_fillers(clause)) {
            return Some(mood);
        }
        if !self.chinese || !self.is_opening(clause) {
            return None;
        }
        // `在对话框中单击`: the place ends with a word of its own.
        let ends = self.words.after.iter();
        let mut places: Vec<usize> = ends
            .flat_map(|w| clause.match_indices(w.as_str()).map(|(at, w)| at + w.len()))
            .collect();
        places.sort_unstable();
        let mut rests = places.into_iter().map(|at| &clause[at..]);
        rests.find_map(|rest| self.imperative(self.without_fillers(rest)))
    }

    fn imperative(&self, clause: &str) -> Option<Mood> {
        if self.opens(clause, &self.words.checks) {
            return Some(if self.goes_on(clause) {
                Mood::Asks
            } else {
                Mood::Checks
            });
        }
        if self.chinese {
            let ends = clause.char_indices().skip(1).map(|(i, _)| i);
            let heads = ends.chain([clause.len()]).take(8).map(|end| &clause[..end]);
            let known: Vec<&str> = heads.filter(|h| self.words.actions.contains(h)).collect();
            let longest = known.last()?;
            return Some(self.strength(longest));
        }
        let mut words = words(clause);
        let (word, next) = (words.next()?, words.next().unwrap_or_default());
        let is = |list: &[String]| list.iter().any(|w| w == next);
        if is(&self.lexicon.denials) || is(&self.words.nominal) {
            return None;
        }
        self.own(word).then(|| self.strength(word))
    }

    /// Whether a clause joins one more deed to the first: *… and then click*.
    fn goes_on(&self, clause: &str) -> bool {
        let words: Vec<&str> = words(clause).collect();
        let joined = words
            .windows(2)
            .filter(|w| self.words.fillers.iter().any(|f| f == w[0]));
        joined
            .into_iter()
            .any(|w| self.own(w[1]) && self.strength(w[1]) == Mood::Asks)
    }

    /// Whether a word asks to do something.
    fn own(&self, word: &str) -> bool {
        let ending = self
            .words
            .endings
            .iter()
            .any(|e| word.ends_with(e.as_str()));
        self.words.actions.contains(word) || (ending && !self.words.exceptions.contains(word))
    }

    fn strength(&self, word: &str) -> Mood {
        match self.words.weak.contains(word) {
            true => Mood::May,
            false => Mood::Asks,
        }
    }

    /// What a clause asks for that says what has to be.
    fn needed(&self, clause: &str) -> Option<Mood> {
        if self.opens(self.without_fillers(clause), &self.lexicon.conditions) {
            return None;
        }
        let behind = |phrases: &[String]| {
            let found = phrases
                .iter()
                .filter_map(|p| find(clause, p, self.chinese).map(|e| (e, p)));
            let (end, phrase) = found.max_by_key(|(_, phrase)| phrase.len())?;
            let before = clause[..end - phrase.len()].trim_end();
            let is_denied = |d: &String| before.ends_with(d.as_str());
            let denied = self.lexicon.denials.iter().any(is_denied);
            let rest = self.without_fillers(&clause[end..]);
            let denies = self.opens(rest, &self.lexicon.denials);
            (!denied && !denies).then_some((before.is_empty(), rest))
        };
        if let Some((_, rest)) = behind(&self.words.musts) {
            return Some(self.duty(rest));
        }
        if let Some((opens, rest)) = behind(&self.words.required) {
            // Where a language leaves out the person, the one who reads is meant.
            return Some(if opens {
                self.duty(rest)
            } else {
                Mood::Requires
            });
        }
        let (_, rest) = behind(&self.words.shoulds)?;
        self.opens(rest, &self.words.verifies)
            .then_some(Mood::Checks)
    }

    /// What has to be done or hold, by the words behind *you must*.
    fn duty(&self, rest: &str) -> Mood {
        let is_state = self.opens(rest, &self.words.states);
        match () {
            () if self.opens(rest, &self.words.verifies) => Mood::Checks,
            () if is_state => Mood::Needs,
            () if self.chinese && self.imperative(rest).is_none() => Mood::Requires,
            () => Mood::Must,
        }
    }

    /// What a sentence of lower case says of the list after it.
    fn opening(&self, text: &str) -> Option<Opening> {
        let text = text.trim();
        let has = |phrases: &[String]| phrases.iter().any(|p| has_word(text, p, self.chinese));
        let clauses: Vec<&str> = clauses(text).collect();
        let asked = clauses.iter().find_map(|c| self.clause(c));
        let needed = clauses.iter().find_map(|c| self.needed(c));
        match (asked, needed) {
            (Some(Mood::Checks), _) | (_, Some(Mood::Needs | Mood::Requires | Mood::Checks)) => {
                Some(Opening::Requirements)
            }
            (Some(Mood::Asks | Mood::May), _) | (_, Some(Mood::Must)) => Some(Opening::Steps),
            _ if has(&self.words.features) => Some(Opening::Features),
            _ if has(&self.words.leads) => Some(Opening::Steps),
            _ => None,
        }
    }

    fn opens(&self, clause: &str, phrases: &[String]) -> bool {
        let opens = |p: &String| starts_with_word(clause, p, self.chinese);
        phrases.iter().any(opens)
    }

    /// Whether a clause is one before the clause that asks.
    fn is_opening(&self, clause: &str) -> bool {
        let clause = clause.trim_start_matches(|c: char| !c.is_alphanumeric());
        if self.without_fillers(clause).is_empty() {
            return true;
        }
        let word = words(clause).next().unwrap_or_default();
        let ends = clause.char_indices().skip(1).map(|(i, _)| i);
        let mut heads = ends.chain([clause.len()]).take(4).map(|end| &clause[..end]);
        let openings = &self.words.openings;
        match self.chinese {
            true => heads.any(|h| openings.contains(h)) || self.imperative(clause).is_some(),
            false => openings.contains(word) || self.imperative(clause).is_some(),
        }
    }

    /// A clause without the words that may stand before the one that asks.
    fn without_fillers<'t>(&self, clause: &'t str) -> &'t str {
        let open = |c: &'t str| c.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut rest = open(clause);
        // More of them than that are a sentence.
        for _ in 0..4 {
            let fillers = self.words.fillers.iter();
            let fitting = fillers.filter(|f| starts_with_word(rest, f, self.chinese));
            let Some(longest) = fitting.map(String::len).max() else {
                break;
            };
            rest = open(&rest[longest..]);
        }
        rest
    }
}

/// The clauses of a sentence, without an aside at its beginning: *(Optional) …*.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let aside = text.strip_prefix(['(', '（', '[']);
    let after = aside.and_then(|t| Some(&t[t.find([')', '）', ']'])?..]));
    let ends = |c: char| matches!(c, ',' | ';' | ':' | '—' | '–' | '，' | '；' | '：');
    let clauses = after.unwrap_or(text).split(ends).map(str::trim);
    clauses.filter(|c| c.contains(char::is_alphanumeric))
}

/// The words of a text; what joins two letters is a part of one.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && !"-'’".contains(c));
    parts.filter(|w| !w.is_empty())
}
