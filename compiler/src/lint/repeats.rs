//! What a whole corpus leaves out in the same words: a convention of its translators, no damage.

use std::collections::{BTreeMap, BTreeSet};

use super::Settings;
use crate::diagnostic::{Certainty, Diagnostic, Severity};

/// The rule whose findings are compared over the corpus.
const RULE: &str = "STR001";

/// In so many articles of a language the same text must be missing to be left out on purpose:
/// a footer that a generator writes, a date.
const ARTICLES: usize = 5;

/// Lowers what is missing in the same words in many articles of a language, unless a person chose
/// how severe it is.
pub fn settle(settings: &Settings, diagnostics: &mut [Diagnostic]) {
    if settings.severity(RULE).is_some() {
        return;
    }
    let mut articles: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for found in diagnostics.iter().filter(|d| d.rule == RULE) {
        let seen = articles.entry(form(found)).or_default();
        seen.insert(found.article.clone());
    }
    for found in diagnostics.iter_mut().filter(|d| d.rule == RULE) {
        if articles
            .get(&form(found))
            .is_some_and(|a| a.len() >= ARTICLES)
        {
            found.severity = found.severity.min(Severity::Info);
            found.certainty = Certainty::Possible;
        }
    }
}

/// The language and words of a finding, numbers and dates apart.
fn form(found: &Diagnostic) -> String {
    let words = found
        .message
        .args
        .iter()
        .flat_map(|(_, text)| text.split_whitespace());
    let words = words.filter(|w| !w.contains(|c: char| c.is_ascii_digit()));
    let words: Vec<&str> = words.collect();
    format!("{} {}", found.locale, words.join(" "))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{ARTICLES, settle};
    use crate::diagnostic::{Diagnostic, Message, Severity};
    use crate::lint::{Settings, find};
    use crate::source::{SourceFile, Span};

    fn missing(article: usize, text: &str) -> Diagnostic {
        let rule = find("STR001").unwrap();
        Diagnostic {
            rule: rule.code,
            name: rule.name,
            severity: rule.severity,
            certainty: rule.certainty,
            article: article.to_string(),
            locale: "fr".parse().unwrap(),
            file: Arc::new(SourceFile::new("a.md", "")),
            span: Span::new(0..0),
            ordinal: 0,
            found: String::new(),
            expected: None,
            message: Message::new("lint-text-missing").with("expected", text),
            evidence: Vec::new(),
            fix: None,
        }
    }

    #[test]
    fn what_many_articles_lack_in_the_same_words_is_no_damage() {
        let footer = |n: usize| missing(n, &format!("Written by gen on {n}-May-2023"));
        let mut found: Vec<Diagnostic> = (0..ARTICLES).map(footer).collect();
        found.push(missing(0, "Stop the service."));
        settle(&Settings::default(), &mut found);
        let severities: Vec<Severity> = found.iter().map(|d| d.severity).collect();
        assert_eq!(severities[..ARTICLES], [Severity::Info; ARTICLES]);
        assert_eq!(severities[ARTICLES], Severity::Warning);
    }
}
