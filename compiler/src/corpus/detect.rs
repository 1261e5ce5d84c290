//! The locale of a document: its front matter, its place, its text.

use super::{Place, Placement, languages};
use crate::document::{BlockKind, Document};
use crate::l10n;
use crate::source::Locale;

/// How much prose is looked at, in bytes: languages differ within a few sentences.
const SAMPLE: usize = 4096;

/// The fewest letters that tell a language.
const FEWEST_LETTERS: usize = 24;

/// The locale of a document without regard to others: what the user gave, else front matter, else
/// the path, else the text. None where only a vote among its like can tell.
pub(super) fn locale(document: &Document, placement: &Placement) -> Option<Locale> {
    if let Place::Given(locale) = &placement.locale {
        return Some(locale.clone());
    }
    if let Some(locale) = declared(document) {
        return Some(locale);
    }
    let url = of_url(document);
    match &placement.locale {
        Place::Segment(path) => match url {
            // A translated page may keep the address of its source: the text decides.
            Some(url) if url.language() != path.language() => {
                let language = of_text(document);
                let says = |l: &Locale| {
                    language
                        .as_ref()
                        .is_some_and(|t| t.language() == l.language())
                };
                Some(if says(&url) { url } else { path.clone() })
            }
            Some(url) => Some(url),
            None => Some(path.clone()),
        },
        Place::Perhaps(path, _) => url.or_else(|| {
            let text = of_text(document);
            text.map(|t| {
                if t.language() == path.language() {
                    path.clone()
                } else {
                    t
                }
            })
        }),
        Place::Given(_) | Place::Source | Place::Silent => url,
    }
}

/// What the front matter says outright.
fn declared(document: &Document) -> Option<Locale> {
    let keys = ["ms.contentlocale", "lang"];
    keys.iter()
        .find_map(|key| languages::locale(document.metadata(key)?.trim()))
}

/// The locale segment of the address of a page: `…/pt-br/library/…`.
pub(super) fn of_url(document: &Document) -> Option<Locale> {
    let url = document.metadata("ms:mtpsurl")?;
    let is_specific = |l: &Locale| l.identifier().region.is_some();
    url.split('/')
        .filter_map(languages::locale)
        .find(is_specific)
}

/// The language of the prose; Chinese with its script.
pub(super) fn of_text(document: &Document) -> Option<Locale> {
    let text = prose(document);
    let letters = text.chars().filter(|c| c.is_alphabetic());
    // A Han character says more than a letter.
    let weight: usize = letters.map(|c| if c >= '\u{2e80}' { 4 } else { 1 }).sum();
    if weight < FEWEST_LETTERS {
        return None;
    }
    let code = three_to_two(whichlang::detect_language(&text).three_letter_code());
    if code != "zh" {
        return languages::locale(code);
    }
    let simplified: Locale = languages::locale("zh-CN")?;
    let traditional: Locale = languages::locale("zh-TW")?;
    let count = |locale: &Locale| {
        let characters = &l10n::lexicon(locale).characters;
        text.chars()
            .filter(|c| *c > '\u{2e80}' && characters.contains(*c))
            .count()
    };
    Some(match count(&traditional) > count(&simplified) {
        true => traditional,
        false => simplified,
    })
}

fn prose(document: &Document) -> String {
    let mut text = String::new();
    for (_, block) in document.leaves() {
        if matches!(block.kind, BlockKind::Code { .. } | BlockKind::Opaque) {
            continue;
        }
        for index in block.segments.clone() {
            text.push_str(&document.segments[index as usize].text);
            text.push('\n');
        }
        if text.len() > SAMPLE {
            break;
        }
    }
    text
}

/// The ISO 639-1 code for the languages that are told apart by their text.
#[rustfmt::skip]
fn three_to_two(code: &str) -> &'static str {
    match code {
        "ara" => "ar", "cmn" => "zh", "deu" => "de", "fra" => "fr", "hin" => "hi", "ita" => "it",
        "jpn" => "ja", "kor" => "ko", "nld" => "nl", "por" => "pt", "rus" => "ru", "spa" => "es",
        "swe" => "sv", "tur" => "tr", "vie" => "vi", _ => "en",
    }
}
