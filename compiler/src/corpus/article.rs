//! One article of the documents that belong to it.

use std::collections::BTreeMap;

use super::{Article, Clash, detect};
use crate::diagnostic::{Message, Notice, Severity};
use crate::document::{Document, Origin};
use crate::source::Locale;

/// A document on its way into an article.
pub(super) struct Member {
    pub(super) document: Document,
    pub(super) embedded: Option<Document>,
    /// What the article is called by this file: its identifier, else its path.
    pub(super) key: String,
    pub(super) path_key: String,
    pub(super) is_source_place: bool,
}

/// The documents of one article.
pub(super) struct Gathered {
    members: BTreeMap<Locale, Member>,
    /// Two files in one locale whose names differ in case only.
    alike: Option<[std::path::PathBuf; 2]>,
    embedded: Option<Document>,
    /// What is to be said about them.
    pub(super) notices: Vec<Notice>,
}

impl Gathered {
    /// Takes members, which are ordered by path; the first in a locale stays.
    pub(super) fn new(members: Vec<Member>) -> Self {
        let mut gathered = Gathered {
            members: BTreeMap::new(),
            alike: None,
            embedded: None,
            notices: Vec::new(),
        };
        members.into_iter().for_each(|member| gathered.add(member));
        gathered
    }

    fn add(&mut self, mut member: Member) {
        let locale = member.document.locale.clone();
        let Some(kept) = self.members.get(&locale) else {
            self.embedded = self.embedded.take().or(member.embedded.take());
            self.members.insert(locale, member);
            return;
        };
        if kept.key != member.key {
            let files = [kept, &member].map(|m| m.document.file.path().to_owned());
            self.alike.get_or_insert(files);
        }
        let message = Message::new("notice-doubled")
            .with("locale", locale.to_string())
            .with("other", kept.document.file.path().display().to_string());
        let said = notice(&member.document, Severity::Warning, message);
        self.notices.push(said);
    }

    /// Adds the source text that a bilingual file carries, unless a file of its own has it.
    pub(super) fn add_embedded(&mut self, source: Option<&Locale>, known: &[Locale]) {
        let language = self.embedded.as_ref().and_then(detect::of_text);
        if let (Some(mut embedded), Some(language)) = (self.embedded.take(), language) {
            let same = |l: &Locale| l.language() == language.language();
            if !self.members.keys().any(same) {
                let url = detect::of_url(&embedded).filter(same);
                let named = source.cloned().filter(same).or(url);
                embedded.locale = named.unwrap_or_else(|| settled(language, known));
                self.notices.push(note("notice-embedded", &embedded));
                self.members
                    .insert(embedded.locale.clone(), Member::of_source(embedded));
            }
        }
        if let (1, Some(only)) = (self.members.len(), self.members.values().next()) {
            self.notices.push(note("notice-one-locale", &only.document));
        }
    }

    /// Two articles that would have this id.
    pub(super) fn clash(&self, id: &str) -> Option<Clash> {
        let files = self.alike.clone()?;
        let id = id.to_owned();
        Some(Clash { id, files })
    }

    /// The article.
    pub(super) fn finish(self, id: String, source: Option<&Locale>) -> Article {
        let source = source_of(&self.members, source);
        let documents = self.members.into_values().map(|m| m.document).collect();
        Article {
            id,
            documents,
            source,
        }
    }
}

impl Member {
    /// The source text out of another file.
    fn of_source(document: Document) -> Self {
        Member {
            document,
            embedded: None,
            key: String::new(),
            path_key: String::new(),
            is_source_place: true,
        }
    }
}

/// The source: in the locale that was given, else the text that a bilingual file carries, else
/// what lies where the layout keeps it, else the only one that is not marked as translated.
fn source_of(documents: &BTreeMap<Locale, Member>, given: Option<&Locale>) -> Option<usize> {
    let is_embedded = |m: &Member| m.document.origin == Origin::Embedded;
    if let Some(given) = given {
        let position = documents.keys().position(|l| l == given);
        return position.or_else(|| documents.values().position(is_embedded));
    }
    let only = |is: &dyn Fn(&Member) -> bool| {
        let mut found = documents.values().enumerate().filter(|(_, m)| is(m));
        let first = found.next().map(|(i, _)| i);
        first.filter(|_| found.next().is_none())
    };
    let is_translated = |m: &Member| m.document.metadata("ms.translationtype").is_some();
    let is_marked = documents.values().any(is_translated);
    only(&is_embedded)
        .or_else(|| only(&|m| m.is_source_place))
        .or_else(|| only(&|m| is_marked && !is_translated(m)))
        .or_else(|| only(&|m| !is_marked && m.document.locale.language() == "en"))
        .filter(|_| documents.len() > 1)
}

/// The one known locale of a language that only the text tells, else the language itself.
pub(super) fn settled(language: Locale, known: &[Locale]) -> Locale {
    let same = |l: &&Locale| {
        l.language() == language.language()
            && l.is_traditional_chinese() == language.is_traditional_chinese()
    };
    let mut known = known.iter().filter(same);
    match (known.next(), known.next()) {
        (Some(only), None) => only.clone(),
        _ => language,
    }
}

pub(super) fn notice(document: &Document, severity: Severity, message: Message) -> Notice {
    Notice {
        path: document.file.path().to_owned(),
        location: None,
        severity,
        message,
    }
}

fn note(id: &'static str, document: &Document) -> Notice {
    let message = Message::new(id).with("locale", document.locale.to_string());
    notice(document, Severity::Info, message)
}
