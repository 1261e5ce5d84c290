//! What a command does to a system, as a translation has it and as it is meant: to tell a wrong
//! name that shows something else from one that changes what should only be shown.

use crate::catalog::Catalogue;
use crate::diagnostic::Diagnostic;
use crate::l10n::{self, Lexicon};
use crate::literal::noun_of;
use crate::shell::{self, Risk};

/// What the command that `found` stands on may do, where it changes a system and the command that
/// is meant only reads.
pub(crate) fn made_changing(found: &Diagnostic, catalogue: &Catalogue) -> Option<Risk> {
    let expected = cmdlet_in(found.expected.as_deref()?)?;
    if risk(expected, catalogue) != Some(Risk::Read) {
        return None;
    }
    let written = match cmdlet_in(&found.found) {
        Some(name) => risk(name, catalogue),
        None => translated(
            &found.found,
            noun_of(expected)?,
            l10n::lexicon(&found.locale),
        ),
    };
    written.filter(|r| matches!(r, Risk::Change | Risk::Interrupt | Risk::Destructive))
}

/// The first cmdlet's name in a text.
fn cmdlet_in(text: &str) -> Option<&str> {
    let is_edge = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_';
    text.split(is_edge)
        .find(|word| shell::verb_and_noun(word).is_some())
}

/// What a cmdlet does by its verb; where that leaves it open, by what the catalogue says.
fn risk(name: &str, catalogue: &Catalogue) -> Option<Risk> {
    let by_verb = shell::cmdlet_risk(name);
    let changes = || {
        catalogue
            .find(name)
            .is_some_and(|c| c.supports_should_process)
    };
    match by_verb {
        Some(Risk::Unknown) if changes() => Some(Risk::Change),
        _ => by_verb,
    }
}

/// The least that a verb does which a word before the noun stands for in the language.
fn translated(text: &str, noun: &str, lexicon: &Lexicon) -> Option<Risk> {
    let lower = text.to_lowercase();
    let end = lower.find(&noun.to_lowercase())?;
    let word = lower[..end].trim_matches(|c: char| !c.is_alphanumeric());
    let verbs = lexicon.verbs.get(word)?.iter();
    let risks = verbs.map(|verb| shell::cmdlet_risk(&format!("{verb}-{noun}")));
    risks.map(|r| r.unwrap_or(Risk::Unknown)).min()
}
