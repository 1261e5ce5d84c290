//! What a translation by a person says its own way: code and names of another revision of the source.
//!
//! A slip is off by a letter or a space, a mistake of a translator is a word of the language. Another
//! name altogether, or a sign more, was in the source that was translated, where the translation
//! says it in more than one place or is behind in others. A machine rewrites no code; what it does
//! to names is damage.

use std::collections::{BTreeMap, BTreeSet};

use crate::canon::{CanonicalCode, is_machine_translation};
use crate::diagnostic::{Certainty, Diagnostic, Severity};
use crate::document::Document;
use crate::literal::search::{distance, is_coined};

use super::revision::{CODE_DIFFERS, is_in};
use super::view::DocumentView;
use super::words;

/// Rules about names that differ in text.
const NAMES: &[&str] = &["LIT003", "LIT004", "LIT010"];

/// Fewest letters of a name that another one goes on from.
const SHORTEST: usize = 4;

/// Lowers what a translation says its own way; `is_behind` tells whether it is of another revision in
/// other places.
pub(crate) fn lower(view: &DocumentView<'_>, found: &mut [Diagnostic], is_behind: bool) {
    let document = view.whole.document(view.column);
    if is_machine_translation(document) {
        return;
    }
    let differs = |d: &Diagnostic| {
        let is_name = d.rule == CODE_DIFFERS || NAMES.contains(&d.rule);
        is_name && d.severity > Severity::Info && is_in(d, document)
    };
    let differing: Vec<usize> = (0..found.len()).filter(|i| differs(&found[*i])).collect();
    let mut own_way = renamed_in_code_and_text(found, document);
    own_way.extend(
        differing
            .iter()
            .filter(|i| is_said_again(view, &found[**i])),
    );
    let is_rewritten = |i: &&usize| found[**i].rule == CODE_DIFFERS && rewritten(view, &found[**i]);
    let rewritten: Vec<usize> = differing.iter().filter(is_rewritten).copied().collect();
    if is_behind || rewritten.len() > 1 {
        own_way.extend(rewritten);
    }
    for at in own_way {
        found[at].severity = Severity::Info;
        found[at].certainty = Certainty::Possible;
    }
}

/// The findings about one name that is another one in several places, code among them: `indent` for
/// `nindent`.
fn renamed_in_code_and_text(found: &[Diagnostic], document: &Document) -> BTreeSet<usize> {
    let mut places: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, diagnostic) in found.iter().enumerate() {
        let is_name = diagnostic.rule == CODE_DIFFERS || NAMES.contains(&diagnostic.rule);
        if let Some(names) = renamed(diagnostic).filter(|_| is_name && is_in(diagnostic, document))
        {
            places.entry(names).or_default().push(at);
        }
    }
    let in_code = |at: &usize| found[*at].rule == CODE_DIFFERS;
    let places = places.into_values();
    let several = places.filter(|p| p.len() > 1 && p.iter().any(in_code));
    several.flatten().collect()
}

/// Whether the translation says in another place what it says here: a name of its text in code that
/// has the other one in the source, what its code has in text.
fn is_said_again(view: &DocumentView<'_>, diagnostic: &Diagnostic) -> bool {
    match diagnostic.rule == CODE_DIFFERS {
        true => is_in_text(view, diagnostic),
        false => renamed(diagnostic).is_some_and(|(own, other)| is_in_code(view, own, other)),
    }
}

/// Whether code has `own` where that of the source has `other`.
fn is_in_code(view: &DocumentView<'_>, own: &str, other: &str) -> bool {
    let whole = view.whole;
    let text = |code: &CanonicalCode, column: usize| {
        let (block, _) = code.readings[column]?;
        let (_, segment) = whole.document(column).segments_of(block).next()?;
        Some(segment.text.as_str())
    };
    let has = |text: &str, name: &str, not: &str| {
        text.contains(name) && !names(text).contains(not) && names(text).contains(name)
    };
    whole.canon.code.iter().any(|code| {
        let here = text(code, view.column).is_some_and(|t| has(t, own, other));
        here && text(code, whole.lead()).is_some_and(|t| has(t, other, own))
    })
}

/// Whether the translation says in its text as well how its code is written, and the source
/// nowhere. Spaces are no other way.
fn is_in_text(view: &DocumentView<'_>, diagnostic: &Diagnostic) -> bool {
    let document = view.whole.document(view.column);
    let own = diagnostic.found.as_str();
    let other = diagnostic.expected.as_deref().unwrap_or_default();
    let (own_names, other_names) = (names(own), names(other));
    let is_same = own_names == other_names && !own_names.is_empty();
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    if !own.is_ascii()
        || own.contains('\n')
        || bare(own) == bare(other)
        || !is_same && !rewritten(view, diagnostic)
    {
        return false;
    }
    let mut segments = document.segments.iter();
    let block = segments.find(|s| s.span.end > diagnostic.span.start);
    let outside =
        |at: usize| block.is_none_or(|s| at < s.span.start as usize || at >= s.span.end as usize);
    let mut places = document.file.text().match_indices(own);
    let source = view.whole.document(view.whole.lead());
    places.any(|(at, _)| outside(at)) && !source.file.text().contains(own)
}

/// Whether code was written anew and is no slip: lines more or less, or other names, and none of
/// them a word of the language. A URL of another domain is none.
fn rewritten(view: &DocumentView<'_>, diagnostic: &Diagnostic) -> bool {
    let own = diagnostic.found.as_str();
    let other = diagnostic.expected.as_deref().unwrap_or_default();
    if !own.is_ascii() || own.contains("://") || other.contains("://") {
        return false;
    }
    let (here, there) = (names(own), names(other));
    let mut new = here.difference(&there);
    let lost: Vec<&str> = there.difference(&here).copied().collect();
    let source = view.whole.document(view.whole.lead()).file.text();
    let is_name = |word: &str| {
        is_written_as_name(word)
            || lost.iter().any(|l| goes_on(word, l))
            || words::has(source, word)
    };
    let is_all = new.all(|w| is_name(w) && !lost.iter().any(|l| is_slip(w, l)));
    is_all && (here != there || own.lines().count() != other.lines().count())
}

/// Whether a word is none of a language: it has a capital inside, a digit or a low line.
fn is_written_as_name(word: &str) -> bool {
    is_coined(word) || word.contains(|c: char| c == '_' || c.is_ascii_digit())
}

/// Whether a name is another one with a letter wrong. One that differs in capitals and low lines is
/// another way to write names.
fn is_slip(word: &str, name: &str) -> bool {
    let [own, other] = [word, name].map(|w| w.chars().collect::<Vec<char>>());
    let bare = |w: &str| w.replace('_', "").to_ascii_lowercase();
    bare(word) != bare(name) && !goes_on(word, name) && distance(&own, &other) < 2
}

/// The one word that differs, and what it should be, where one of them goes on from the other.
fn renamed(diagnostic: &Diagnostic) -> Option<(&str, &str)> {
    let expected = names(diagnostic.expected.as_deref()?);
    let found = names(&diagnostic.found);
    let mut own = found.difference(&expected);
    let mut other = expected.difference(&found);
    let (word, wanted) = (*own.next()?, *other.next()?);
    let is_one = own.next().is_none() && other.next().is_none();
    (is_one && goes_on(word, wanted)).then_some((word, wanted))
}

/// Whether one of two names has the other one in it.
fn goes_on(word: &str, name: &str) -> bool {
    let is_part = word.contains(name) || name.contains(word);
    is_part && word.is_ascii() && word.len().min(name.len()) >= SHORTEST
}

fn names(text: &str) -> BTreeSet<&str> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    parts.filter(|w| !w.is_empty()).collect()
}
