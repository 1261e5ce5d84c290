//! What a whole corpus leaves out, or leaves as it is, in the same words: a convention of its
//! translators, or the line that a generator puts at the end of each article; no damage.

use std::collections::{BTreeMap, BTreeSet};

use super::Settings;
use crate::corpus::Article;
use crate::diagnostic::{Certainty, Diagnostic, Severity};
use crate::document::Document;

/// The rule whose findings are compared over the corpus.
const RULE: &str = "STR001";

/// Rules about what was left as the source has it.
const LEFT: &[&str] = &["TXT002", "TXT010"];

/// In so many articles of a language the same text must be missing to be left out on purpose, and so
/// many must end alike for a generator to have written that.
const ARTICLES: usize = 5;

/// So many sentences at the end may be a generator's, of so many words at least.
const LAST: usize = 2;
const WORDS: usize = 3;

/// The sentences with which many articles end, numbers and dates apart.
#[derive(Debug, Default)]
pub struct Closings(BTreeSet<String>);

impl Closings {
    /// Learns from the sources; where an article has none, from whatever it has.
    pub fn learn(articles: &[Article]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for article in articles {
            let source = article.source.and_then(|s| article.documents.get(s));
            let documents = source.map_or(article.documents.as_slice(), std::slice::from_ref);
            let closing: BTreeSet<String> = documents.iter().flat_map(closing).collect();
            for text in closing {
                *counts.entry(text).or_default() += 1;
            }
        }
        counts.retain(|_, count| *count >= ARTICLES);
        Closings(counts.into_keys().collect())
    }

    /// Whether what was found is about one of them.
    fn explain(&self, found: &Diagnostic) -> bool {
        let text = match found.rule {
            RULE => found.message.args.first().map(|(_, text)| words(text)),
            rule if LEFT.contains(&rule) => Some(words(line(found))),
            _ => None,
        };
        text.is_some_and(|text| self.0.contains(&text))
    }
}

/// The last sentences of a document that are no code.
fn closing(document: &Document) -> impl Iterator<Item = String> {
    let last = document.segments.iter().rev().take(LAST);
    let texts = last.map(|s| words(&s.text));
    texts.filter(|t| t.split(' ').nth(WORDS - 1).is_some())
}

/// The line in which something was found, without the signs of a heading.
fn line(found: &Diagnostic) -> &str {
    let text = found.file.text();
    let (before, after) = text.split_at(found.span.start as usize);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = after.find('\n').unwrap_or(after.len());
    text[start..before.len() + end].trim_start_matches(['#', ' '])
}

/// Lowers what is missing in the same words in many articles of a language, and what is about the end
/// of many articles, unless a person chose how severe it is.
pub fn settle(settings: &Settings, closings: &Closings, diagnostics: &mut [Diagnostic]) {
    let mut articles: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for found in diagnostics.iter().filter(|d| d.rule == RULE) {
        let seen = articles.entry(form(found)).or_default();
        seen.insert(found.article.clone());
    }
    let is_convention = |found: &Diagnostic| {
        let missing = (found.rule == RULE).then(|| articles.get(&form(found)));
        missing.flatten().is_some_and(|a| a.len() >= ARTICLES)
    };
    for found in diagnostics {
        let is_open = settings.severity(found.rule).is_none();
        if is_open && (is_convention(found) || closings.explain(found)) {
            found.severity = found.severity.min(Severity::Info);
            found.certainty = Certainty::Possible;
        }
    }
}

/// The language and words of a finding, numbers and dates apart.
fn form(found: &Diagnostic) -> String {
    let mut args = found.message.args.iter();
    let text = args.next().map_or("", |(_, text)| text.as_str());
    format!("{} {}", found.locale, words(text))
}

/// The words of a text, numbers and dates apart.
fn words(text: &str) -> String {
    let words = text.split_whitespace();
    let words = words.filter(|w| !w.contains(|c: char| c.is_ascii_digit()));
    words.collect::<Vec<&str>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{ARTICLES, Closings, settle};
    use crate::corpus::Article;
    use crate::diagnostic::{Diagnostic, Message, Severity};
    use crate::lint::{Settings, find};
    use crate::markdown;
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
        settle(&Settings::default(), &Closings::default(), &mut found);
        let severities: Vec<Severity> = found.iter().map(|d| d.severity).collect();
        assert_eq!(severities[..ARTICLES], [Severity::Info; ARTICLES]);
        assert_eq!(severities[ARTICLES], Severity::Warning);
    }

    #[test]
    fn what_closes_many_articles_is_a_generator_s() {
        let article = |n: usize| {
            let text = format!(
                "# Page {n}\n\nStop the service.\n\nSee also {n}.\n\n###### Made by gen on {n}-May-2023\n"
            );
            let file = Arc::new(SourceFile::new("en.md", text));
            Article {
                id: n.to_string(),
                documents: vec![markdown::parse(file).document],
                source: Some(0),
            }
        };
        let articles: Vec<Article> = (0..ARTICLES).map(article).collect();
        let mut found = vec![
            missing(0, "Made by gen on 9-May-2023"),
            missing(0, "Stop the service."),
        ];
        settle(
            &Settings::default(),
            &Closings::learn(&articles),
            &mut found,
        );
        assert_eq!(found[0].severity, Severity::Info);
        assert_eq!(found[1].severity, Severity::Warning);
    }
}
