//! Sections that stand beside each other and not one after the other: the same by commands and by
//! hand, or one kind of object made, changed and removed. Their headings say nearly the same.
//!
//! Order is no evidence here: who follows both does a thing twice, or takes it away again.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::UnitId;
use crate::document::LiteralKind;
use crate::l10n;
use crate::shell::{self, Risk};
use crate::source::Locale;

use super::cues::Treatment;
use super::drafts::Draft;
use super::outline::{self, Section};
use super::view::View;
use super::{Arity, cues, effects, sessions};

/// How many sections before one are compared with it.
const REACH: usize = 64;

/// How much of the words of two headings must be the same, in hundredths: of those that do the same
/// by hand and by commands, and of those that do something to the same kind of object.
const OTHER_WAY: usize = 40;
const SAME_KIND: usize = 45;

/// How much of the words of two headings but for the verb must be the same where one makes what the other
/// one takes away.
const SAME_OBJECT: usize = 75;

/// What the sections of an article do, and what their headings say.
pub(super) struct Recipes {
    sections: Vec<Recipe>,
}

struct Recipe {
    /// Per document that has it, the words of the heading.
    heading: BTreeMap<usize, BTreeSet<String>>,
    /// Whether its heading, or the one above it, names a shell: *by using PowerShell*.
    by_shell: bool,
    /// Per document, what the heading says is done, and to what.
    treated: BTreeMap<usize, (Treatment, BTreeSet<String>)>,
    way: Way,
    /// The first of the ways that a sentence or their numbers offer, of which it is a later one.
    offered: Option<usize>,
}

enum Way {
    Nothing,
    /// An ordered list of things that a person does.
    ByHand,
    Commands {
        nouns: BTreeSet<String>,
        /// The worst that they do.
        risk: Risk,
        /// Of bash: the programs with their first words.
        calls: Vec<[String; 2]>,
    },
}

impl Recipes {
    pub(super) fn new(view: &View<'_>, sections: &[Section], drafts: &[Vec<Draft>]) -> Self {
        let mut above: Vec<(u8, bool)> = Vec::new();
        let mut opened = false;
        let mut offered = offered(view, sections, drafts).into_iter();
        let recipe = |(section, drafts): (&Section, &Vec<Draft>)| {
            let level = outline::level(view, section);
            above.retain(|(l, _)| *l < level);
            let way = way(drafts);
            let names = names_shell(view, section);
            // A heading of a shell over words alone stands above those after it, whatever its level.
            opened = match way {
                Way::Nothing => opened || names,
                Way::ByHand => false,
                Way::Commands { .. } => opened,
            };
            let by_shell = names || opened || above.iter().any(|(_, named)| *named);
            above.push((level, by_shell));
            Recipe {
                heading: heading(view, section),
                treated: treated(view, section),
                by_shell,
                way,
                offered: offered.next().flatten(),
            }
        };
        Recipes {
            sections: sections.iter().zip(drafts).map(recipe).collect(),
        }
    }

    /// The first earlier section beside which one stands, among those that are `open`.
    pub(super) fn beside(&self, index: usize, open: impl Fn(usize) -> bool) -> Option<usize> {
        let later = &self.sections[index];
        let acts = |at: usize| !matches!(self.sections[at].way, Way::Nothing);
        if let Some(first) = later
            .offered
            .filter(|first| acts(*first) && acts(index) && open(*first))
        {
            return Some(first);
        }
        let mut before = index.saturating_sub(REACH)..index;
        before.find(|at| open(*at) && stand_beside(&self.sections[*at], later))
    }
}

/// For each section that is one of several ways, the first of them: their headings number them, or
/// the section above announces them. *Use one of the following procedures.*
fn offered(view: &View<'_>, sections: &[Section], drafts: &[Vec<Draft>]) -> Vec<Option<usize>> {
    let level = |at: usize| outline::level(view, &sections[at]);
    let number = |at: usize| {
        let mut units = sections[at].heading.iter().flat_map(|row| view.units(*row));
        units.next().and_then(|unit| cues::way_number(view, unit))
    };
    let mut offered = vec![None; sections.len()];
    for first in 1..sections.len() {
        let above = first - 1;
        let deeper = level(first) > level(above) || above == 0;
        let announced = deeper && announces_ways(view, &drafts[above]);
        if !announced && number(first) != Some(1) {
            continue;
        }
        let beside = (first + 1..sections.len()).take_while(|at| level(*at) >= level(first));
        let ways = beside.filter(|at| level(*at) == level(first));
        for (count, at) in ways.enumerate() {
            if !announced && number(at) != Some(count as u64 + 2) {
                break;
            }
            offered[at] = Some(first);
        }
    }
    offered
}

/// Whether the last paragraph of a section announces ways of which one is taken, and no list follows.
fn announces_ways(view: &View<'_>, drafts: &[Draft]) -> bool {
    let last = drafts.iter().rfind(|d| !d.place.alert);
    let plain = last.filter(|d| d.act().is_none() && d.place.item.is_none());
    let unit = plain.and_then(|d| d.lead.last());
    unit.is_some_and(|unit| cues::announces(view, *unit) == Some(Arity::One))
}

fn stand_beside(earlier: &Recipe, later: &Recipe) -> bool {
    let alike = |least: usize| alike(&earlier.heading, &later.heading, least);
    match (&earlier.way, &later.way) {
        (Way::ByHand, Way::Commands { .. }) => {
            alike(OTHER_WAY) || (later.by_shell && !earlier.by_shell)
        }
        (Way::Commands { .. }, Way::ByHand) => alike(OTHER_WAY),
        (Way::ByHand, Way::ByHand) => treats_again(earlier, later, SAME_OBJECT),
        (Way::Commands { calls, .. }, Way::Commands { calls: own, .. }) if !own.is_empty() => {
            effects::are_managers(calls, own) || effects::are_inverse(calls, own)
        }
        (
            Way::Commands { nouns, risk, .. },
            Way::Commands {
                nouns: own,
                risk: worst,
                ..
            },
        ) => {
            let changes = |risk: &Risk| *risk > Risk::Read;
            let takes_away = *worst == Risk::Destructive && *risk == Risk::Change;
            let again = changes(risk) && treats_again(earlier, later, 1);
            !nouns.is_disjoint(own)
                && changes(risk) == changes(worst)
                && (takes_away || again || alike(SAME_KIND))
        }
        _ => false,
    }
}

fn way(drafts: &[Draft]) -> Way {
    let acts = || drafts.iter().filter_map(Draft::act);
    let Some(risk) = acts().map(|a| a.risk).max() else {
        let by_hand = |d: &Draft| d.place.ordered && !d.place.alert;
        return match drafts.iter().any(by_hand) {
            true => Way::ByHand,
            false => Way::Nothing,
        };
    };
    let telling = drafts
        .iter()
        .filter(|d| d.act().is_some_and(|a| a.risk == risk));
    let acting = telling.filter_map(|d| effects::acting(d.command()?));
    let nouns = acting.filter_map(|i| shell::verb_and_noun(i.command()));
    let changing = drafts.iter().filter(|d| d.changes());
    Way::Commands {
        calls: changing
            .filter_map(|d| effects::call(d.command()?))
            .collect(),
        nouns: nouns.map(|(_, noun)| noun.to_ascii_lowercase()).collect(),
        risk,
    }
}

fn names_shell(view: &View<'_>, section: &Section) -> bool {
    let units = section.heading.iter().flat_map(|row| view.units(*row));
    let names = |text: &str| {
        let text = text.to_lowercase();
        sessions::ways().any(|way| text.contains(way))
    };
    units.into_iter().any(|unit| view.most(unit, names))
}

/// The words of a heading in each document.
fn heading(view: &View<'_>, section: &Section) -> BTreeMap<usize, BTreeSet<String>> {
    let units: Vec<UnitId> = section
        .heading
        .iter()
        .flat_map(|row| view.units(*row))
        .collect();
    telling_words(view, &units)
}

/// The words of units in each document, without those that every sentence has; pairs of characters
/// where words are not set apart.
pub(super) fn telling_words(
    view: &View<'_>,
    units: &[UnitId],
) -> BTreeMap<usize, BTreeSet<String>> {
    let products = products(view, units);
    let mut all: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (column, text) in units.iter().flat_map(|u| view.readings(*u)) {
        let words = words(&view.document(column).locale, &text, &products);
        all.entry(column).or_default().extend(words);
    }
    all
}

/// The products that units name, in lower case: what all of an article is about, tells its sections not
/// apart.
fn products(view: &View<'_>, units: &[UnitId]) -> Vec<String> {
    let literals = units.iter().flat_map(|u| view.literals(*u));
    let products = literals.filter(|(kind, _)| *kind == LiteralKind::ProductName);
    products.map(|(_, v)| v.to_lowercase()).collect()
}

fn words(locale: &Locale, text: &str, products: &[String]) -> Vec<String> {
    let mut text = text.to_lowercase();
    for product in products {
        text = text.replace(product.as_str(), " ");
    }
    let words = text.split(|c: char| !c.is_alphanumeric());
    if locale.is_chinese() {
        let parts = words.map(|w| w.chars().collect::<Vec<char>>());
        let pairs = |w: Vec<char>| w.windows(2).map(String::from_iter).collect::<Vec<_>>();
        return parts.flat_map(pairs).collect();
    }
    let lexicon = l10n::lexicon(locale);
    let telling = words.filter(|w| !w.is_empty() && !lexicon.words.contains(w));
    telling.map(str::to_owned).collect()
}

/// What a heading says is done, and to what: in each document that says so.
fn treated(view: &View<'_>, section: &Section) -> BTreeMap<usize, (Treatment, BTreeSet<String>)> {
    let units: Vec<UnitId> = section
        .heading
        .iter()
        .flat_map(|row| view.units(*row))
        .collect();
    let products = products(view, &units);
    let readings = units.iter().flat_map(|u| view.readings(*u));
    let treated = readings.filter_map(|(column, text)| {
        let locale = &view.document(column).locale;
        let (treatment, rest) = cues::treatment(locale, &text)?;
        let words = words(locale, &rest, &products).into_iter().collect();
        Some((column, (treatment, words)))
    });
    treated.collect()
}

/// Whether most documents say that what one section makes or changes, a later one changes or takes away,
/// with at least `least` hundredths of the words for it in both.
fn treats_again(earlier: &Recipe, later: &Recipe, least: usize) -> bool {
    let again = |(column, (treatment, words)): (&usize, &(Treatment, BTreeSet<String>))| {
        let (own, object) = later.treated.get(column)?;
        let common = words.iter().filter(|w| object.iter().any(|v| same(w, v)));
        let all = words.len().max(object.len());
        let alike = common.count() * 100 >= least * all && all > 0;
        Some(alike && own > treatment)
    };
    let votes: Vec<bool> = earlier.treated.iter().filter_map(again).collect();
    let yes = votes.iter().filter(|v| **v).count();
    yes > 0 && yes * 2 >= votes.len() && votes.len() * 2 >= earlier.heading.len()
}

/// Whether most documents have at least `least` hundredths of the words of two headings in both.
fn alike(
    a: &BTreeMap<usize, BTreeSet<String>>,
    b: &BTreeMap<usize, BTreeSet<String>>,
    least: usize,
) -> bool {
    let enough = |(a, b): (&BTreeSet<String>, &BTreeSet<String>)| {
        let common = a.iter().filter(|w| b.iter().any(|v| same(w, v))).count();
        let all = a.len() + b.len() - common.min(b.len());
        common * 100 >= least * all && common > 1
    };
    let pairs = || {
        a.iter()
            .filter_map(|(column, words)| Some((words, b.get(column)?)))
    };
    let enough = pairs().filter(|p| enough(*p)).count();
    enough > 0 && enough * 2 >= pairs().count()
}

/// Whether two words are one but for their endings.
fn same(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long || (short.len() > 3 && long.len() <= short.len() + 2 && long.starts_with(short))
}
