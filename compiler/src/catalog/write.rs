//! Pages to the text of a catalogue: the same pages, the same bytes.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::layer::{FORMAT, folded, order};
use super::page::{Fact, Page};

/// Of a hundred nouns of a module so many begin alike if it has a prefix.
const ALIKE: usize = 95;
/// A prefix is told from chance by so many nouns.
const NOUNS: usize = 8;
/// The shortest and the longest prefix.
const PREFIX: std::ops::RangeInclusive<usize> = 2..=8;

/// What stands over every catalogue.
const NOTE: &str = "\
# Facts about cmdlets, written by `runbookc catalog import` from reference pages.
# The page on catalogues in the manual says what the lines mean.
";

/// The text of a catalogue. `pages` have different names.
pub fn write(pages: &[Page]) -> String {
    let mut modules: Vec<&str> = pages.iter().map(|p| p.module.as_str()).collect();
    modules.sort_unstable();
    modules.dedup();
    let mut out = format!("{FORMAT}\n{NOTE}\n");
    for module in &modules {
        let of_module = pages.iter().filter(|p| p.module == *module);
        let nouns: Vec<&str> = of_module
            .filter_map(|p| Some(p.name.split_once('-')?.1))
            .collect();
        let line = format!("module {} {}", or_unknown(module), prefix(&nouns));
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out.push('\n');
    let shared = shared(pages);
    for (name, signature) in &shared {
        let _ = writeln!(out, "= {name} {signature}");
    }
    let mut pages: Vec<&Page> = pages.iter().collect();
    pages.sort_by(|a, b| order(&a.name, &b.name));
    for page in pages {
        let module = modules.partition_point(|m| *m < page.module.as_str());
        let whatif = if page.supports_should_process {
            " whatif"
        } else {
            ""
        };
        let _ = writeln!(out, "\n{} {module}{whatif}", page.name);
        for fact in &page.parameters {
            let own = Some(signature(fact)).filter(|s| shared.get(&fact.name) != Some(s));
            let _ = writeln!(
                out,
                " {}",
                words(&[&fact.name, own.as_deref().unwrap_or(""), &place(fact)])
            );
        }
    }
    out
}

/// The signature that most parameters of a name have, where at least two have it.
fn shared(pages: &[Page]) -> BTreeMap<String, String> {
    let mut counts: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for fact in pages.iter().flat_map(|p| &p.parameters) {
        let of_name = counts.entry(&fact.name).or_default();
        *of_name.entry(signature(fact)).or_default() += 1;
    }
    let mut shared: BTreeMap<String, String> = BTreeMap::new();
    for (name, signatures) in counts {
        let most = signatures
            .into_iter()
            .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
        // Look-ups are in any case, so only one spelling of a name can be shared.
        let taken = shared.keys().any(|n| folded(n, name).is_eq());
        if let Some((signature, count)) = most.filter(|_| !taken)
            && count > 1
        {
            shared.insert(name.to_owned(), signature);
        }
    }
    shared
}

/// What is the same for a parameter in several cmdlets.
fn signature(fact: &Fact) -> String {
    let type_name = or_unknown(fact.type_name.as_deref().unwrap_or_default());
    words(&[
        type_name,
        &list("a=", &fact.aliases),
        &list("v=", &fact.values),
    ])
}

/// What is a cmdlet's own about a parameter.
fn place(fact: &Fact) -> String {
    let required = if fact.is_required { "!" } else { "" };
    let position = fact.position.map(|p| p.to_string()).unwrap_or_default();
    words(&[required, &position, &list("@", &fact.sets)])
}

fn words(words: &[&str]) -> String {
    let said: Vec<&str> = words.iter().copied().filter(|w| !w.is_empty()).collect();
    said.join(" ")
}

fn or_unknown(word: &str) -> &str {
    if word.is_empty() { "?" } else { word }
}

fn list(mark: &str, elements: &[String]) -> String {
    if elements.is_empty() {
        return String::new();
    }
    let escape = |e: &String| {
        e.replace('%', "%25")
            .replace(' ', "%20")
            .replace(',', "%2C")
    };
    let elements: Vec<String> = elements.iter().map(escape).collect();
    format!("{mark}{}", elements.join(","))
}

/// How nearly all nouns of a module begin, if they do, before a new word: `Cs`.
fn prefix<'n>(nouns: &[&'n str]) -> &'n str {
    if nouns.len() < NOUNS {
        return "";
    }
    let share = |prefix: &str| {
        let fits = |noun: &&&str| {
            let rest = noun.strip_prefix(prefix);
            rest.is_some_and(|r| r.starts_with(|c: char| c.is_ascii_uppercase()))
        };
        nouns.iter().filter(fits).count() * 100 / nouns.len()
    };
    // Nearly all begin alike, so one of the first few does.
    let candidates = nouns
        .iter()
        .take(NOUNS)
        .flat_map(|n| PREFIX.filter_map(|l| n.get(..l)));
    let fitting = candidates.filter(|prefix| share(prefix) >= ALIKE);
    fitting.max_by_key(|prefix| prefix.len()).unwrap_or("")
}
