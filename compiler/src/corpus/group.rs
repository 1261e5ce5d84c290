//! Candidates to articles.

use std::collections::BTreeMap;

use super::article::{Gathered, Member, notice, settled};
use super::{Article, Candidate, Clash, Corpus, Grouped, Place, Wanted, detect};
use crate::diagnostic::{Message, Notice, Severity};
use crate::source::Locale;

/// Front matter keys that name an article in all its locales, the first that is there.
const KEYS: &[&str] = &["ms:assetid", "ms.assetid", "uid", "translationKey"];

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
            key: String::new(),
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
    for mut member in members {
        let by_path = || identifiers.get(&member.path_key.to_lowercase()).cloned();
        member.key = declared(&member)
            .or_else(by_path)
            .unwrap_or_else(|| member.path_key.clone());
        groups
            .entry(member.key.to_lowercase())
            .or_default()
            .push(member);
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
        let mut gathered = Gathered::new(members);
        gathered.add_embedded(wanted.source, known);
        notices.append(&mut gathered.notices);
        clashes.extend(gathered.clash(&id_of(&key)));
        let article = gathered.finish(id_of(&key), wanted.source);
        let article = restricted(article, wanted.locales);
        if article.documents.is_empty() {
            continue;
        }
        if let Some(other) = articles.get(&article.id) {
            let files = [other, &article].map(|a| a.documents[0].file.path().to_owned());
            let id = article.id.clone();
            clashes.push(Clash { id, files });
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
