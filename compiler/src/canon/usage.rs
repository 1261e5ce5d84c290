//! How literals are used in the whole corpus: which forms stand in many articles.
//!
//! A form that several articles have in languages that share no words is no slip of one
//! translation. It says nothing for a common name against a rare one: a machine puts the former in
//! the place of the latter.

use std::collections::HashMap;

use crate::corpus::Article;
use crate::document::LiteralKind;

use super::witness::distant;

/// Fewest articles that make a form a used one.
const ARTICLES: u32 = 3;

/// Which forms of literals are used in a corpus.
#[derive(Debug, Default)]
pub struct Usage {
    forms: HashMap<String, Use>,
}

#[derive(Debug, Default)]
struct Use {
    articles: u32,
    /// The article that was counted last, from 1.
    last: u32,
    languages: Vec<String>,
}

impl Usage {
    /// Learns from the literals of all articles. Where each has its source, nobody will ask.
    pub fn learn(articles: &[Article]) -> Self {
        let mut usage = Usage::default();
        if articles.iter().all(|a| a.source.is_some()) {
            return usage;
        }
        for (index, article) in (1..).zip(articles) {
            for document in &article.documents {
                let language = document.locale.language();
                let literals = document.segments.iter().flat_map(|s| &s.literals);
                for literal in literals.filter(|l| is_name(l.kind)) {
                    usage.count(&literal.normal, index, language);
                }
            }
        }
        usage
    }

    fn count(&mut self, form: &str, article: u32, language: &str) {
        if !self.forms.contains_key(form) {
            self.forms.insert(form.to_owned(), Use::default());
        }
        let Some(used) = self.forms.get_mut(form) else {
            return;
        };
        if used.last != article {
            (used.last, used.articles) = (article, used.articles + 1);
        }
        if !used.languages.iter().any(|l| l == language) {
            used.languages.push(language.to_owned());
        }
    }

    /// Whether several articles have a literal of this normal form, in languages that share no words.
    pub(super) fn is_used(&self, form: &str) -> bool {
        let used = self.forms.get(form);
        used.is_some_and(|u| {
            let languages = u.languages.iter().map(String::as_str);
            u.articles >= ARTICLES && distant(languages) > 1
        })
    }

    /// Whether `slip` is what one translation made of `form`: the corpus uses this and not that.
    /// Two of a numbered row are two names, and so are a name and a part of it, of which one can
    /// stand in many articles because all of them are damaged alike.
    pub(super) fn decides(&self, form: &str, slip: &str) -> bool {
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
        let apart = !form.contains(slip) && !slip.contains(form);
        apart && digits(form) == digits(slip) && self.is_used(form) && !self.is_used(slip)
    }
}

/// Whether literals of a kind are names that articles share.
fn is_name(kind: LiteralKind) -> bool {
    use LiteralKind::{
        Command, FileName, GroupName, HostName, Identifier, Parameter, Path, RegistryKey, Value,
    };
    matches!(
        kind,
        Command
            | FileName
            | GroupName
            | HostName
            | Identifier
            | Parameter
            | Path
            | RegistryKey
            | Value
    )
}

#[cfg(test)]
mod tests {
    use super::Usage;

    #[test]
    fn a_form_of_many_articles_and_languages_is_used() {
        let mut usage = Usage::default();
        for article in 1..4 {
            usage.count("ctspool", article, "pt");
            usage.count("ctspol", article, "es");
            usage.count("ctspool", article, "zh");
        }
        usage.count("ctspool2", 1, "pt");
        assert!(usage.decides("ctspool", "ctspoool"));
        assert!(!usage.decides("ctspool", "_ctspool"), "a part of it");
        assert!(!usage.decides("ctspol", "ctspool"), "one language");
        assert!(!usage.decides("ctspool", "ctspool2"), "another of a row");
    }
}
