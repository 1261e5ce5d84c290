//! The program's own words by Fluent, and the cues of each language.
//!
//! `locales/<tag>/ui.ftl` and `lexicon.toml` are embedded in the program; a new locale is a new
//! folder. Nothing here knows what the words are used for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, OnceLock};

use fluent::{FluentArgs, FluentResource};
use fluent_bundle::concurrent::FluentBundle;
use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::source::Locale;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

static LEXICONS: LazyLock<Vec<(Locale, Lexicon)>> = LazyLock::new(|| {
    available()
        .filter_map(|locale| {
            let file = LOCALES.get_file(format!("{locale}/lexicon.toml"))?;
            let text = file.contents_utf8().expect("embedded lexicons are UTF-8");
            let lexicon = toml::from_str(text).expect("embedded lexicons are valid: a test holds");
            Some((locale, lexicon))
        })
        .collect()
});

/// Cues are asked for at every article: what folders there are is looked up once.
static AVAILABLE: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let names = LOCALES
        .dirs()
        .filter(|dir| dir.contains(dir.path().join("ui.ftl")));
    let mut tags: Vec<Locale> = names
        .filter_map(|dir| dir.path().to_str()?.parse().ok())
        .collect();
    tags.sort();
    tags
});

/// The locales that the program itself speaks, ordered by tag.
pub fn available() -> impl Iterator<Item = Locale> {
    AVAILABLE.iter().cloned()
}

/// The locale among [`available`] that serves `requested` best: itself, else one of its script or
/// language, else `en-US`.
pub fn negotiate(requested: &Locale) -> Locale {
    let english = || "en-US".parse().expect("a valid tag");
    let own = AVAILABLE.iter().find(|l| *l == requested);
    let near = || {
        AVAILABLE.iter().find(|l| {
            l.language() == requested.language()
                && l.is_traditional_chinese() == requested.is_traditional_chinese()
        })
    };
    own.or_else(near).cloned().unwrap_or_else(english)
}

/// The program's words in one locale.
pub struct Interface {
    locale: Locale,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Interface {
    /// The words for `requested`, negotiated; English stands behind every other language.
    pub fn new(requested: &Locale) -> Self {
        let locale = negotiate(requested);
        let english: Locale = "en-US".parse().expect("a valid tag");
        let mut bundles = vec![bundle(&locale)];
        if locale != english {
            bundles.push(bundle(&english));
        }
        Interface { locale, bundles }
    }

    /// The locale that was negotiated.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// A message without arguments.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// A message with its arguments. An id that no bundle has comes back as itself.
    pub fn format(&self, id: &str, args: &[(&'static str, String)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            // A whole number selects plural forms; all else is text.
            match value.parse::<u32>() {
                Ok(number) if *name == "count" => values.set(*name, number),
                _ => values.set(*name, value.as_str()),
            }
        }
        for bundle in &self.bundles {
            let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else {
                continue;
            };
            let mut errors = Vec::new();
            return bundle
                .format_pattern(pattern, Some(&values), &mut errors)
                .into_owned();
        }
        id.to_owned()
    }
}

/// What stands between a label or sentence and what follows: punctuation of full width brings its
/// own space.
pub fn gap(label: &str) -> &'static str {
    match label.chars().next_back() {
        Some('\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff60}') => "",
        _ => " ",
    }
}

/// The text of `ui.ftl` of a locale that is [`available`].
pub fn resource(locale: &Locale) -> &'static str {
    let file = LOCALES.get_file(format!("{locale}/ui.ftl"));
    file.and_then(|f| f.contents_utf8()).unwrap_or_default()
}

fn bundle(locale: &Locale) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier().clone()]);
    // Generated files and terminals must not get invisible isolation marks.
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(resource(locale).to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle
        .add_resource(resource)
        .expect("message ids are unique: a test holds");
    bundle
}

/// A set of characters of the Basic Multilingual Plane, written as one string.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct Characters(Vec<u64>);

impl From<String> for Characters {
    fn from(text: String) -> Self {
        let mut bits = vec![0; 0x10000 / 64];
        for c in text.chars().map(|c| c as usize).filter(|c| *c < 0x10000) {
            bits[c / 64] |= 1 << (c % 64);
        }
        Characters(bits)
    }
}

impl Characters {
    /// Whether `c` is among them.
    pub fn contains(&self, c: char) -> bool {
        let at = c as usize;
        self.0.get(at / 64).is_some_and(|b| b >> (at % 64) & 1 == 1)
    }
}

/// A set of words in lower case, written as one string.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct Words {
    /// Per first byte, the lengths of its words as bits: most words are told to be none of them
    /// without a search.
    lengths: Vec<u32>,
    /// The words, each at the first free place from where its hash sends it; one in four is taken
    /// at most.
    slots: Vec<Box<str>>,
    /// Some bits of the hash of each slot's word, zero where there is none.
    tags: Vec<u8>,
}

/// Where a word should stand, and its tag.
fn hash(word: &str) -> (usize, u8) {
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = word.bytes().fold(0x811c_9dc5, mix);
    ((hash ^ hash >> 15) as usize, (hash >> 24) as u8 | 1)
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        let words: BTreeSet<String> = text.split_whitespace().map(str::to_owned).collect();
        if words.is_empty() {
            return Words::default();
        }
        let size = (words.len() * 4).next_power_of_two();
        let (mut lengths, mut tags) = (vec![0; 256], vec![0; size]);
        let mut slots = vec![Box::default(); size];
        for word in words {
            lengths[usize::from(word.as_bytes()[0])] |= 1 << (word.len() % 32);
            let (first, tag) = hash(&word);
            let mut at = first % size;
            while tags[at] != 0 {
                at = (at + 1) % size;
            }
            (slots[at], tags[at]) = (word.into(), tag);
        }
        Words {
            lengths,
            slots,
            tags,
        }
    }
}

impl Words {
    /// Whether `word`, in lower case, is among them.
    pub fn contains(&self, word: &str) -> bool {
        let first = word.bytes().next().map_or(0, usize::from);
        let lengths = self.lengths.get(first).copied().unwrap_or_default();
        if lengths >> (word.len() % 32) & 1 == 0 {
            return false;
        }
        // Sizes are powers of two.
        let mask = self.slots.len() - 1;
        let (first, tag) = hash(word);
        let mut at = first & mask;
        while self.tags[at] != 0 {
            if self.tags[at] == tag && *self.slots[at] == *word {
                return true;
            }
            at = (at + 1) & mask;
        }
        false
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }
}

/// Words that are put in order where the first is asked for: most runs ask for none.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct LateWords {
    text: String,
    words: OnceLock<Words>,
}

impl From<String> for LateWords {
    fn from(text: String) -> Self {
        LateWords {
            text,
            words: OnceLock::new(),
        }
    }
}

impl LateWords {
    /// Whether `word`, in lower case, is among them.
    pub fn contains(&self, word: &str) -> bool {
        let words = self.words.get_or_init(|| self.text.clone().into());
        words.contains(word)
    }
}

/// Words about where something is done, lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HostWords {
    /// What stands before a machine where one after the other is meant: *each*.
    pub each: Vec<String>,
    /// What stands before machines where all of them are meant: *all*.
    pub all: Vec<String>,
    /// What says that one is enough: *one of*.
    pub one: Vec<String>,
    /// Words for a machine, in all their forms.
    pub machines: Vec<String>,
    /// Those of them that say that there are several; none in a language without such forms.
    pub several: Vec<String>,
}

/// Words about the cases in which something is done, lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CaseWords {
    /// Phrases that announce several things of which any number is done: *any of the following*.
    pub any: Vec<String>,
    /// Phrases that say what must be there, and offer nothing to choose: *a member of at least one of*.
    pub demands: Vec<String>,
    /// What stands before or behind something that may be left out, with half-width signs:
    /// `(optional)`.
    pub optional: Vec<String>,
    /// Words for the aim that the sentence before has said: *to do this*.
    pub resumes: Vec<String>,
    /// Words that join a sentence to the one before it: *however*.
    pub links: Vec<String>,
    /// What a sentence calls the steps that it stands among: *this section*.
    pub parts: Vec<String>,
    /// Phrases that say that they are for one case alone: *only if*.
    pub only: Vec<String>,
    /// Phrases that say that they are left out in one: *skip*.
    pub skips: Vec<String>,
    /// Phrases of a heading over what is done when something went wrong: *troubleshooting*.
    pub troubles: Vec<String>,
    /// What stands before the number of a step.
    pub step: Vec<String>,
    /// Phrases that send a reader to another step: *go to*.
    pub goes: Vec<String>,
    /// What headings call ways to the same, before their numbers: *method*, *option*.
    pub ways: Vec<String>,
    /// Words of headings for what makes something, in all forms that headings have.
    pub makes: Vec<String>,
    /// The same for what changes what is there.
    pub changes: Vec<String>,
    /// The same for what takes it away.
    pub takes: Vec<String>,
}

/// Words by which a sentence asks for something, lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MoodWords {
    /// Words with which a clause opens that asks to do something: *restart*.
    pub actions: LateWords,
    /// Those of them with which one often says what can be done: *use*.
    pub weak: LateWords,
    /// Endings of such words: `-ez`.
    pub endings: Vec<String>,
    /// Words with such an ending that ask nothing: `chez`.
    pub exceptions: LateWords,
    /// What opens a clause that asks to see whether something holds: *make sure*.
    pub checks: Vec<String>,
    /// The same behind a word that says what has to be: *you should verify*.
    pub verifies: Vec<String>,
    /// What says that one has to do something: *you must*.
    pub musts: Vec<String>,
    /// What says that something has to be: *is required*.
    pub required: Vec<String>,
    /// What says that something had better be: *you should*.
    pub shoulds: Vec<String>,
    /// Words behind those where they speak of a state: *be*, *have*.
    pub states: Vec<String>,
    /// Words that show that the one before is a noun: *of*.
    pub nominal: Vec<String>,
    /// Words that may stand before the one that asks: *then*.
    pub fillers: Vec<String>,
    /// Words that open a clause before the one that asks: *in*, *after*.
    pub openings: LateWords,
    /// What ends such a clause where no sign does: `中`.
    pub after: Vec<String>,
    /// Words that ask to do again what was done: *repeat*.
    pub repeats: Vec<String>,
    /// Phrases of a sentence that only leads up to what follows: *the following steps*.
    pub leads: Vec<String>,
    /// Words of a sentence before a list that says what can be: *such as*.
    pub features: Vec<String>,
    /// Words that open a sentence which tells something: *the*.
    pub subjects: Vec<String>,
}

/// The cues of a language: `lexicon.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Lexicon {
    /// Characters of its script that the other script of the same language writes otherwise.
    pub characters: Characters,
    /// Translated path elements, lower case, and what they stand for: `archivos de programa` is
    /// `Program Files`.
    pub folders: BTreeMap<String, String>,
    /// Words that stand for a command's verb, lower case, and the verbs they may stand for.
    pub verbs: BTreeMap<String, Vec<String>>,
    /// Translated values, lower case, and what they stand for: `nenhum` is `None`.
    pub values: BTreeMap<String, String>,
    /// Translated names of parameters and properties, lower case, and what they may stand
    /// for: `credencial` is `Credential`.
    pub parameters: BTreeMap<String, Vec<String>>,
    /// Words that turn a statement round.
    pub negations: Vec<String>,
    /// Words that say a plain “not”, lower case; one that ends in `’` is joined to the next word.
    pub denials: Vec<String>,
    /// Beginnings of words and phrases, lower case, that deny without a “not” or make one
    /// superfluous: *avoid*, *until*, *closed*.
    pub hedges: Vec<String>,
    /// Words that open a condition.
    pub conditions: Vec<String>,
    /// Words that open a sentence which holds only in a case: *if*, *unless*.
    pub ifs: Vec<String>,
    /// Words that open a purpose, some of which begin like those: *to*, `若要`.
    pub aims: Vec<String>,
    /// Phrases of a sentence that points to where more is said: *for details, see*.
    pub references: Vec<String>,
    /// Words of a sentence that shows how something may look: *example*.
    pub examples: Vec<String>,
    /// Words that open another way to do the same: *or*, *alternatively*.
    pub others: Vec<String>,
    /// Phrases that announce several ways of which one is taken: *one of the following*.
    pub choices: Vec<String>,
    /// Words about the cases in which something is done.
    pub cases: CaseWords,
    /// Words by which a sentence asks for something.
    pub moods: MoodWords,
    /// Words about where something is done.
    pub hosts: HostWords,
    /// Alert markers as a translator writes them, lower case, and the marker that renders.
    pub alerts: BTreeMap<String, String>,
    /// Pairs of opening and closing quotation marks.
    pub quotes: Vec<[String; 2]>,
    /// Signs that it puts a space before: `:`.
    pub spaced: String,
    /// Its most common words, and those that English writes alike.
    pub words: Words,
    /// The words that its titles open with.
    pub headings: Words,
    /// Words for parts of a command, lower case, and what they stand for: `parameter`, `file`,
    /// `folder`, `value`.
    pub nouns: BTreeMap<String, String>,
    /// Translated words of product names, lower case, and what they stand for: `伺服器` is `Server`.
    pub names: BTreeMap<String, Vec<String>>,
    /// Words that stand around another one, written together: `在中`; and the characters that make
    /// a word of the second half.
    pub frames: BTreeMap<String, String>,
    /// Characters that make a word of the first half of a frame: `现` before `在`.
    pub enders: String,
    /// Halves of a word between which a tool put a link: `一` and `文`.
    pub halves: Vec<[String; 2]>,
    /// Words that join a noun to another: `de`, `del`.
    pub joints: Vec<String>,
    /// Abbreviations, lower case and without their last full stop, that do not end a sentence:
    /// `sr`.
    pub abbreviations: Vec<String>,
}

/// The abbreviations of all languages: for text whose language is not known yet.
pub fn abbreviations() -> BTreeSet<String> {
    let all = lexicons().flat_map(|l| l.abbreviations.iter());
    all.cloned().collect()
}

/// The words of all languages, lower case, for the part of a command that `noun` names.
pub fn nouns(noun: &str) -> BTreeSet<String> {
    let all = lexicons().flat_map(|l| &l.nouns);
    let named = all.filter(|(_, meaning)| *meaning == noun);
    named.map(|(word, _)| word.clone()).collect()
}

/// The values that translations of all languages put words in the place of: `None`, `Enabled`.
pub fn constants() -> &'static BTreeSet<&'static str> {
    static CONSTANTS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
        let all = lexicons().flat_map(|l| l.values.values());
        all.map(String::as_str).collect()
    });
    &CONSTANTS
}

/// Whether `name` is a folder or key that a language's cues know by its own name: `Program Files`.
pub fn is_folder(name: &str) -> bool {
    static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let names = lexicons().flat_map(|l| l.folders.values());
        names.map(|name| name.to_lowercase()).collect()
    });
    NAMES.contains(&name.to_lowercase())
}

/// The cues for `locale`, or for its language where its region has none; empty for a language
/// that the program does not know.
pub fn lexicon(locale: &Locale) -> &'static Lexicon {
    static EMPTY: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);
    if let Some(own) = own_lexicon(locale) {
        return own;
    }
    let known = negotiate(locale);
    match known.language() == locale.language() {
        true => own_lexicon(&known).unwrap_or(&EMPTY),
        false => &EMPTY,
    }
}

fn own_lexicon(locale: &Locale) -> Option<&'static Lexicon> {
    let mut lexicons = LEXICONS.iter();
    lexicons.find(|(l, _)| l == locale).map(|(_, own)| own)
}

fn lexicons() -> impl Iterator<Item = &'static Lexicon> {
    LEXICONS.iter().map(|(_, lexicon)| lexicon)
}

#[cfg(test)]
mod tests {
    use super::gap;

    #[test]
    fn full_width_punctuation_brings_its_space() {
        assert_eq!(
            (gap("文件："), gap("File:"), gap("只读取。")),
            ("", " ", "")
        );
    }
}
