//! TXT002: a sentence that was not translated.

use crate::diagnostic::{Certainty, Diagnostic, Message};
use crate::document::{MarkKind, Segment};
use crate::lint::words;
use crate::lint::{Rule, SentenceView, report};
use crate::source::Locale;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a sentence, heading or cell that stands in a translation as the source wrote it.
    /// Names of products and commands do not count, nor does code.
    ///
    /// ## Why is this bad?
    ///
    /// The reader chose another language because of not reading this one.
    ///
    /// ## Example
    ///
    /// `Restart the service on each node.` in a pt-BR article.
    pub(crate) static LEFT_UNTRANSLATED = {
        code: "TXT002",
        name: "left-untranslated",
        severity: Warning,
        certainty: Probable,
        check: Check::Sentence(check),
    };
}

/// Fewest words of a sentence that is looked at.
const FEWEST_WORDS: usize = 4;

/// Fewest words of text that is judged by its words alone, and how many of ten must be foreign.
const FEWEST_ALONE: usize = 8;
const FOREIGN_OF_TEN: usize = 3;

/// One word of the own language is allowed to so many foreign ones.
const OWN_OF: usize = 10;

fn check(rule: &Rule, view: &SentenceView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for segment in view.segments() {
        let Some(certainty) = untranslated(view, segment) else {
            continue;
        };
        // A link is looked at by itself.
        let is_link = |k: &MarkKind| matches!(k, MarkKind::Link { .. });
        let words = 0..segment.text.trim_end_matches(['.', '。']).len();
        if words::is_marked(segment, &words, is_link) {
            continue;
        }
        let message = Message::new("lint-left-untranslated");
        let mut found = report::diagnostic(rule, view.whole, view.column, segment.span, message);
        found.certainty = certainty;
        diagnostics.push(found);
    }
}

/// How sure it is that a segment was not translated, if it was not.
pub(super) fn untranslated(view: &SentenceView<'_>, segment: &Segment) -> Option<Certainty> {
    let own = &view.document().locale;
    let text = segment.text.as_str();
    if own.is_chinese() && text.chars().any(|c| c >= '\u{2e80}') {
        return None;
    }
    let mut others = view.witnesses().filter(|c| {
        let locale = &view.whole.document(*c).locale;
        locale.language() != own.language()
    });
    let equal = others.find(|c| view.said_by(*c).any(|s| s.text.eq_ignore_ascii_case(text)));
    let is_long = text.len() > 40 && text.contains(' ');
    if equal.is_none() && !is_long {
        return None;
    }
    let foreign = view.foreign?;
    let spaces = text.bytes().filter(|b| *b == b' ').count();
    // Most sentences are told by the first few of their words.
    if equal.is_none() && foreign.is_own(segment, (spaces + 1) / OWN_OF) {
        return None;
    }
    let (all, telling) = (words::ascii(segment).count(), foreign.telling(segment));
    let is_code = text.contains(['$', '<', '{', '|']) || words::has_call(text);
    match equal {
        _ if telling == 0 || is_code => None,
        Some(_) if all >= FEWEST_WORDS || telling > 1 => Some(Certainty::Certain),
        _ if all >= FEWEST_ALONE
            && telling * 10 >= all * FOREIGN_OF_TEN
            && !foreign.is_own(segment, telling / OWN_OF) =>
        {
            is_written_in(text, &view.whole.source_locale()?).then_some(Certainty::Probable)
        }
        _ => None,
    }
}

fn is_written_in(text: &str, locale: &Locale) -> bool {
    locale.language() == "en" && whichlang::detect_language(text) == whichlang::Lang::Eng
}
