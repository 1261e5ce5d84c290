//! The program's languages: none lacks a message, all messages take the same variables, and the
//! lexicons hold what they say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent::FluentResource;
use runbookc::l10n;
use runbookc::source::Locale;

/// The messages of a `ui.ftl` by id, each with its whole text. Continuation lines are indented.
fn messages(ftl: &str) -> BTreeMap<&str, String> {
    let mut messages: BTreeMap<&str, String> = BTreeMap::new();
    let mut open = None;
    for line in ftl.lines() {
        if let Some((id, text)) = line.split_once(" =")
            && id.starts_with(|c: char| c.is_ascii_lowercase())
            && !id.contains(' ')
        {
            let double = messages.insert(id, text.to_owned()).is_some();
            assert!(!double, "{id} is there twice");
            open = Some(id);
            continue;
        }
        match open {
            // The closing brace of a selector stands at the margin.
            Some(id) if line.starts_with([' ', '}']) => {
                messages.entry(id).or_default().push_str(line);
            }
            _ => open = None,
        }
    }
    messages
}

/// The names after `$` in a message.
fn variables(message: &str) -> BTreeSet<&str> {
    message
        .split('$')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a valid tag")
}

#[test]
fn no_language_lacks_a_message_or_a_variable() {
    let english = messages(l10n::resource(&locale("en-US")));
    let mut wrong = Vec::new();
    for locale in l10n::available() {
        let own = messages(l10n::resource(&locale));
        for id in own.keys().filter(|id| !english.contains_key(*id)) {
            wrong.push(format!("{locale}: {id} is not in en-US"));
        }
        for (id, text) in &english {
            match own.get(id) {
                None => wrong.push(format!("{locale}: {id} is missing")),
                Some(other) if variables(other) != variables(text) => {
                    wrong.push(format!("{locale}: {id} takes other variables"));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn messages_are_valid_fluent() {
    for locale in l10n::available() {
        if let Err((_, errors)) = FluentResource::try_new(l10n::resource(&locale).to_owned()) {
            panic!("{locale}: {errors:?}");
        }
    }
}

/// Ids that the code names: what stands in quotes after one of these.
const CALLS: [&str; 3] = ["Message::new(\"", ".text(\"", ".format(\""];

#[test]
fn every_message_that_the_code_names_is_there() {
    let english = messages(l10n::resource(&locale("en-US")));
    let mut unknown = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("compiler/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the sources are there") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = fs::read_to_string(&path).expect("sources are UTF-8");
            for call in CALLS {
                let named = code
                    .split(call)
                    .skip(1)
                    .filter_map(|rest| rest.split('"').next());
                let strange = named.filter(|id| id.contains('-') && !english.contains_key(id));
                unknown.extend(strange.map(|id| format!("{}: {id}", path.display())));
            }
        }
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn lexicons_hold_what_they_say() {
    const MARKERS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING"];
    for locale in l10n::available() {
        let lexicon = l10n::lexicon(&locale);
        let single = [
            &lexicon.folders,
            &lexicon.values,
            &lexicon.alerts,
            &lexicon.nouns,
        ];
        let keys = single.iter().flat_map(|table| table.keys());
        for key in keys.chain(lexicon.verbs.keys()) {
            assert_eq!(*key, key.to_lowercase(), "{locale}: keys are in lower case");
        }
        for (word, marker) in &lexicon.alerts {
            assert!(
                MARKERS.contains(&marker.as_str()),
                "{locale}: {word} = {marker}"
            );
        }
        for (word, verbs) in &lexicon.verbs {
            let is_verb = |v: &String| v.starts_with(|c: char| c.is_ascii_uppercase());
            assert!(verbs.iter().all(is_verb), "{locale}: {word} = {verbs:?}");
        }
        assert!(
            !lexicon.negations.is_empty() && !lexicon.conditions.is_empty(),
            "{locale}"
        );
        let hosts = &lexicon.hosts;
        assert!(
            !lexicon.ifs.is_empty() && !hosts.each.is_empty() && !hosts.machines.is_empty(),
            "{locale}"
        );
        for word in &hosts.several {
            assert!(hosts.machines.contains(word), "{locale}: {word}");
        }
    }
}

/// A mark that stands where the typography of a language does not want it: the language, and
/// whether a character may not stand between its two neighbours.
type Mark = (&'static str, fn(char, char, char) -> bool);

const MARKS: [Mark; 3] = [
    // French keeps these from the word before them by a space that does not break.
    ("fr", |before, mark, after| {
        let high = matches!(mark, ';' | '!' | '?' | ':' | '»') && after.is_whitespace();
        high && !matches!(before, '\u{a0}' | '\u{202f}')
    }),
    ("fr", |_, mark, after| {
        mark == '«' && after != '\u{a0}' || mark == '\''
    }),
    // Chinese has its own marks, twice as wide.
    ("zh", |before, mark, after| {
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        matches!(mark, ',' | ';' | ':' | '?' | '!')
            && is_han(before)
            && (after == ' ' || is_han(after))
    }),
];

/// In French and Portuguese, zero takes the form for one.
#[test]
fn a_form_for_one_says_the_number() {
    for locale in l10n::available().filter(|l| matches!(l.language(), "fr" | "pt")) {
        for (id, text) in messages(l10n::resource(&locale)) {
            let Some((_, form)) = text.split_once("[one]") else {
                continue;
            };
            let form = form.split("*[").next().unwrap_or_default();
            assert!(form.contains("{ $count }"), "{locale}: {id}: {form}");
        }
    }
}

#[test]
fn punctuation_is_that_of_the_language() {
    let mut wrong = Vec::new();
    let english = messages(l10n::resource(&locale("en-US")));
    for locale in l10n::available() {
        let own = messages(l10n::resource(&locale));
        let has_words = |(id, text): &(&str, String)| english.get(id) != Some(text);
        for (id, text) in own.into_iter().filter(has_words) {
            // What stands between backticks is code.
            let prose: Vec<&str> = text.split('`').step_by(2).collect();
            let line: Vec<char> = prose.join("`").chars().chain([' ']).collect();
            for (language, is_wrong) in MARKS.iter().filter(|m| m.0 == locale.language()) {
                let at = line.windows(3).find(|w| is_wrong(w[0], w[1], w[2]));
                wrong.extend(at.map(|w| format!("{locale} ({language}): {id}: {w:?}")));
            }
            let opened = |mark| text.matches(mark).count();
            if locale.language() == "es"
                && (opened('¿') != opened('?') || opened('¡') != opened('!'))
            {
                wrong.push(format!("{locale}: {id}: an opening mark is missing"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
