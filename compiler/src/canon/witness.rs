//! How much each document counts as a witness.

use crate::corpus::Article;
use crate::document::Document;

/// A source outweighs all translations together.
const SOURCE: f32 = 10.0;
/// A person's translation.
const HUMAN: f32 = 1.0;
/// A translation that does not say who made it.
const UNKNOWN: f32 = 0.8;
/// The first machine translation of a family of languages.
const MACHINE: f32 = 0.7;
/// Another one of the same family: the same engine makes the same mistakes in close relatives.
const RELATIVE: f32 = 0.2;

/// The front matter key that says who translated: `HT` or `MT`.
const TRANSLATION: &str = "ms.translationtype";

/// Families of languages that engines translate alike.
const FAMILIES: &[(&str, &[&str])] = &[
    ("romance", &["ca", "es", "fr", "gl", "it", "pt", "ro"]),
    (
        "germanic",
        &["af", "da", "de", "is", "nb", "nl", "no", "sv"],
    ),
    (
        "slavic",
        &[
            "be", "bg", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk",
        ],
    ),
];

/// Languages so close that a translated word is often the same in them.
const SIBLINGS: &[&[&str]] = &[
    &["ca", "es", "gl", "pt"],
    &["da", "nb", "nn", "no", "sv"],
    &["cs", "sk"],
    &["be", "ru", "uk"],
    &["bs", "hr", "sl", "sr"],
    &["bg", "mk"],
];

/// Number of languages among `languages` that do not share their words: a word that two of these
/// have was not translated.
pub(super) fn distant<'a>(languages: impl IntoIterator<Item = &'a str>) -> usize {
    let mut seen: Vec<&str> = Vec::new();
    for language in languages {
        let siblings = SIBLINGS.iter().find(|s| s.contains(&language));
        let name = siblings.map_or(language, |s| s[0]);
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen.len()
}

/// Who made a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Maker {
    Source,
    Human,
    Unknown,
    Machine,
}

/// Whether a document says that a machine translated it.
pub fn is_machine_translation(document: &Document) -> bool {
    document.metadata(TRANSLATION) == Some("MT")
}

#[derive(Clone, Debug)]
struct Witness {
    maker: Maker,
    family: String,
}

/// The documents of an article as witnesses, in their order.
#[derive(Clone, Debug)]
pub(super) struct Witnesses {
    witnesses: Vec<Witness>,
    /// The documents, the surest witness first.
    by_trust: Vec<usize>,
    /// The source, if there is one.
    pub(super) source: Option<usize>,
}

impl Witnesses {
    pub(super) fn of(article: &Article) -> Self {
        let witness = |(i, document): (usize, &Document)| {
            let maker = match document.metadata(TRANSLATION) {
                _ if article.source == Some(i) => Maker::Source,
                Some("HT") => Maker::Human,
                Some("MT") => Maker::Machine,
                _ => Maker::Unknown,
            };
            let language = document.locale.language();
            let family = FAMILIES.iter().find(|(_, l)| l.contains(&language));
            Witness {
                maker,
                family: family.map_or(language, |(name, _)| name).to_owned(),
            }
        };
        let documents = article.documents.iter().enumerate();
        let witnesses: Vec<Witness> = documents.map(witness).collect();
        let mut by_trust: Vec<usize> = (0..witnesses.len()).collect();
        by_trust.sort_by_key(|c| match witnesses[*c].maker {
            Maker::Source => 0,
            Maker::Human => 1,
            Maker::Unknown => 2,
            Maker::Machine => 3,
        });
        Witnesses {
            witnesses,
            by_trust,
            source: article.source,
        }
    }

    /// What several documents that say the same count together.
    pub(super) fn support(&self, columns: impl IntoIterator<Item = usize>) -> f32 {
        let mut families: Vec<&str> = Vec::new();
        let mut sum = 0.0;
        for column in columns {
            let witness = &self.witnesses[column];
            sum += match witness.maker {
                Maker::Source => SOURCE,
                Maker::Human => HUMAN,
                Maker::Unknown => UNKNOWN,
                Maker::Machine if families.contains(&witness.family.as_str()) => RELATIVE,
                Maker::Machine => MACHINE,
            };
            if witness.maker == Maker::Machine {
                families.push(&witness.family);
            }
        }
        sum
    }

    /// Number of independent translations among `columns`: machine translations of one family of
    /// languages count once.
    pub(super) fn independent(&self, columns: &[usize]) -> usize {
        let translations = columns.iter().filter(|c| Some(**c) != self.source);
        let mut families: Vec<&str> = Vec::new();
        let mut count = 0;
        for witness in translations.map(|c| &self.witnesses[*c]) {
            let machine = witness.maker == Maker::Machine;
            if machine && families.contains(&witness.family.as_str()) {
                continue;
            }
            if machine {
                families.push(&witness.family);
            }
            count += 1;
        }
        count
    }

    /// Whether a person translated a document.
    pub(super) fn is_person(&self, column: usize) -> bool {
        self.witnesses[column].maker == Maker::Human
    }

    /// The documents, the surest witness first.
    pub(super) fn by_trust(&self) -> impl Iterator<Item = usize> {
        self.by_trust.iter().copied()
    }
}
