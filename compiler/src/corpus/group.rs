//! Candidates to articles.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Article, Candidate, Clash, Corpus, Grouped, Place, Wanted, detect};
use crate::diagnostic::{Message, Notice, Severity};
use crate::document::{Document, Origin};
use crate::source::Locale;

/// Front matter keys that name an article in all its locales, the first that is there.
const KEYS: &[&str] = &["ms:assetid", "ms.assetid", "uid", "translationKey"];

/// A document on its way into an article.
struct Member {
    document: Document,
    embedded: Option<Document>,
    path_key: String,
    is_source_place: bool,
}

/// Groups candidates, which are ordered by path.
pub fn group(candidates: Vec<Candidate>, wanted: Wanted<'_>) -> Grouped {
    let mut notices = Vec::new();
    let mut members: Vec<Member> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let mut parsed = candidate.parsed;
        notices.append(&mut parsed.notices);
        let placement = candidate.placement;
        let locale = detect::locale(&parsed.document, &placement);
        parsed.document.locale = locale.unwrap_or_else(Locale::undetermined);
        let is_source_place = placement.locale == Place::Source;
        let path_key = match placement.locale {
            Place::Perhaps(language, key) if language == parsed.document.locale => key,
            _ => placement.key,
        };
        members.push(Member {
            document: parsed.document,
            embedded: parsed.embedded,
            path_key,
            is_source_place,
        });
    }
    let known = known_locales(&members, wanted.source);
    settle(&mut members, &known, &mut notices);
    let groups = by_key(members);
    assemble(groups, wanted, &known, notices)
}

/// The locales that are known by more than text.
fn known_locales(members: &[Member], source: Option<&Locale>) -> Vec<Locale> {
    let found = members.iter().map(|m| &m.document.locale);
    let mut known: Vec<Locale> = found.chain(source).cloned().collect();
    known.sort();
    known.dedup();
    known.retain(|l| *l != Locale::undetermined());
    known
}

/// The one known locale of a language that only the text tells, else the language itself.
fn settled(language: Locale, known: &[Locale]) -> Locale {
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

/// Gives a locale to the members that have none yet: where they lie beside localized files they
/// are all in one language, the source's, which they vote for; else each by its own text.
fn settle(members: &mut Vec<Member>, known: &[Locale], notices: &mut Vec<Notice>) {
    let open = |m: &Member| m.document.locale == Locale::undetermined();
    let localized: std::collections::BTreeSet<String> = members
        .iter()
        .filter(|m| !open(m))
        .map(|m| m.path_key.clone())
        .collect();
    let is_source = |m: &Member| m.is_source_place || localized.contains(&m.path_key);
    let mut votes: BTreeMap<Locale, usize> = BTreeMap::new();
    for member in members.iter().filter(|m| open(m) && is_source(m)) {
        if let Some(language) = detect::of_text(&member.document) {
            *votes.entry(language).or_default() += 1;
        }
    }
    let winner = votes
        .iter()
        .max_by_key(|(_, count)| **count)
        .map(|(l, _)| l.clone());
    for member in members.iter_mut().filter(|m| open(m)) {
        let language = match winner.clone().filter(|_| is_source(member)) {
            Some(winner) => Some(winner),
            None => detect::of_text(&member.document),
        };
        if let Some(language) = language {
            member.is_source_place |= winner.is_some() && localized.contains(&member.path_key);
            member.document.locale = settled(language, known);
        }
    }
    members.retain(|member| {
        if open(member) {
            let message = Message::new("notice-no-locale");
            notices.push(notice(&member.document, Severity::Warning, message));
        }
        !open(member)
    });
}

/// The key of an article, as its id is made from: in lower case, `/` written `--`.
fn id_of(key: &str) -> String {
    key.to_lowercase().replace('/', "--")
}

fn by_key(members: Vec<Member>) -> BTreeMap<String, Vec<Member>> {
    let declared = |m: &Member| {
        let key = KEYS.iter().find_map(|key| m.document.metadata(key))?;
        Some(key.trim().to_owned()).filter(|key| !key.is_empty())
    };
    // A file without an identifier joins the article whose identifier its siblings have.
    let mut identifiers: BTreeMap<String, String> = BTreeMap::new();
    for member in &members {
        if let Some(key) = declared(member) {
            identifiers
                .entry(member.path_key.to_lowercase())
                .or_insert(key);
        }
    }
    let mut groups: BTreeMap<String, Vec<Member>> = BTreeMap::new();
    for member in members {
        let by_path = || identifiers.get(&member.path_key.to_lowercase()).cloned();
        let key = declared(&member)
            .or_else(by_path)
            .unwrap_or_else(|| member.path_key.clone());
        groups.entry(key.to_lowercase()).or_default().push(member);
    }
    groups
}

fn assemble(
    groups: BTreeMap<String, Vec<Member>>,
    wanted: Wanted<'_>,
    known: &[Locale],
    mut notices: Vec<Notice>,
) -> Grouped {
    let mut articles: BTreeMap<String, Article> = BTreeMap::new();
    let mut clashes = Vec::new();
    for (key, members) in groups {
        let article = article(id_of(&key), members, wanted.source, known, &mut notices);
        let article = restricted(article, wanted.locales);
        if article.documents.is_empty() {
            continue;
        }
        if let Some(other) = articles.get(&article.id) {
            clashes.push(Clash {
                id: article.id.clone(),
                files: [
                    first_path(other).to_owned(),
                    first_path(&article).to_owned(),
                ],
            });
            continue;
        }
        articles.insert(article.id.clone(), article);
    }
    Grouped {
        corpus: Corpus {
            articles: articles.into_values().collect(),
        },
        notices,
        clashes,
    }
}

/// The article without the documents in locales that are not wanted; the source stays.
fn restricted(mut article: Article, locales: &[Locale]) -> Article {
    if locales.is_empty() {
        return article;
    }
    let source = article.source.map(|i| article.documents[i].locale.clone());
    article
        .documents
        .retain(|d| locales.contains(&d.locale) || source.as_ref() == Some(&d.locale));
    article.source = source.and_then(|locale| article.document_in(&locale));
    article
}

fn first_path(article: &Article) -> &Path {
    article.documents[0].file.path()
}

/// One article of its members, which are ordered by path; the first in a locale stays.
fn article(
    id: String,
    members: Vec<Member>,
    source: Option<&Locale>,
    known: &[Locale],
    notices: &mut Vec<Notice>,
) -> Article {
    let mut documents: BTreeMap<Locale, (Document, bool)> = BTreeMap::new();
    let mut embedded = None;
    for member in members {
        let locale = member.document.locale.clone();
        if let Some((kept, _)) = documents.get(&locale) {
            let message = Message::new("notice-doubled")
                .with("locale", locale.to_string())
                .with("other", kept.file.path().display().to_string());
            notices.push(notice(&member.document, Severity::Warning, message));
            continue;
        }
        embedded = embedded.or(member.embedded);
        documents.insert(locale, (member.document, member.is_source_place));
    }
    if documents.len() == 1 && embedded.is_none() {
        for (document, _) in documents.values() {
            let message =
                Message::new("notice-one-locale").with("locale", document.locale.to_string());
            notices.push(notice(document, Severity::Info, message));
        }
    }
    add_embedded(&mut documents, embedded, source, known);
    let source = source_of(&documents, source);
    Article {
        id,
        documents: documents
            .into_values()
            .map(|(document, _)| document)
            .collect(),
        source,
    }
}

/// Adds the source text that a bilingual file carries, unless a file of its own has it.
fn add_embedded(
    documents: &mut BTreeMap<Locale, (Document, bool)>,
    embedded: Option<Document>,
    source: Option<&Locale>,
    known: &[Locale],
) {
    let Some(mut embedded) = embedded else {
        return;
    };
    let Some(language) = detect::of_text(&embedded) else {
        return;
    };
    let same = |l: &Locale| l.language() == language.language();
    let url = detect::of_url(&embedded).filter(same);
    let named = source.cloned().filter(same).or(url);
    embedded.locale = named.unwrap_or_else(|| settled(language.clone(), known));
    let has_own = documents.keys().any(same);
    if !has_own {
        documents.insert(embedded.locale.clone(), (embedded, true));
    }
}

/// The source: in the locale that was given, else the text that a bilingual file carries, else
/// what lies where the layout keeps it, else the only one that is not marked as translated.
fn source_of(
    documents: &BTreeMap<Locale, (Document, bool)>,
    given: Option<&Locale>,
) -> Option<usize> {
    if let Some(given) = given {
        let position = documents.keys().position(|l| l == given);
        return position.or_else(|| {
            documents
                .values()
                .position(|(d, _)| d.origin == Origin::Embedded)
        });
    }
    let only = |is: &dyn Fn(&(Document, bool)) -> bool| {
        let mut found = documents.values().enumerate().filter(|(_, d)| is(d));
        let first = found.next().map(|(i, _)| i);
        first.filter(|_| found.next().is_none())
    };
    let translated = |d: &Document| d.metadata("ms.translationtype").is_some();
    let is_marked = documents.values().any(|(d, _)| translated(d));
    only(&|(d, _)| d.origin == Origin::Embedded)
        .or_else(|| only(&|(_, is_source_place)| *is_source_place))
        .or_else(|| only(&|(d, _)| is_marked && !translated(d)))
        .or_else(|| only(&|(d, _)| !is_marked && d.locale.language() == "en"))
        .filter(|_| documents.len() > 1)
}

fn notice(document: &Document, severity: Severity, message: Message) -> Notice {
    Notice {
        path: document.file.path().to_owned(),
        location: None,
        severity,
        message,
    }
}
