//! Sections that stand beside each other and not one after the other: the same by commands and by
//! hand, or one kind of object made, changed and removed. Their headings say nearly the same.
//!
//! Order is no evidence here: who follows both does a thing twice, or takes it away again.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::RowId;
use crate::document::{BlockKind, LiteralKind};
use crate::l10n;
use crate::shell::{self, Risk};

use super::drafts::Draft;
use super::outline::Section;
use super::view::View;
use super::{effects, sessions};

/// How many sections before one are compared with it.
const REACH: usize = 64;

/// How much of the words of two headings must be the same, in hundredths: of those that do the same
/// by hand and by commands, and of those that do something to the same kind of object.
const OTHER_WAY: usize = 40;
const SAME_KIND: usize = 45;

/// What the sections of an article do, and what their headings say.
pub(super) struct Recipes {
    sections: Vec<Recipe>,
}

struct Recipe {
    /// Per document that has it, the words of the heading.
    heading: BTreeMap<usize, BTreeSet<String>>,
    /// Whether its heading, or the one above it, names a shell: *by using PowerShell*.
    by_shell: bool,
    way: Way,
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
        let recipe = |(section, drafts): (&Section, &Vec<Draft>)| {
            let level = section.heading.map_or(0, |row| level(view, row));
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
                by_shell,
                way,
            }
        };
        Recipes {
            sections: sections.iter().zip(drafts).map(recipe).collect(),
        }
    }

    /// The first earlier section beside which one stands, among those that are `open`.
    pub(super) fn beside(&self, index: usize, open: impl Fn(usize) -> bool) -> Option<usize> {
        let later = &self.sections[index];
        let mut before = index.saturating_sub(REACH)..index;
        before.find(|at| open(*at) && stand_beside(&self.sections[*at], later))
    }
}

fn stand_beside(earlier: &Recipe, later: &Recipe) -> bool {
    let alike = |least: usize| alike(&earlier.heading, &later.heading, least);
    match (&earlier.way, &later.way) {
        (Way::ByHand, Way::Commands { .. }) => {
            alike(OTHER_WAY) || (later.by_shell && !earlier.by_shell)
        }
        (Way::Commands { .. }, Way::ByHand) => alike(OTHER_WAY),
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
            !nouns.is_disjoint(own)
                && changes(risk) == changes(worst)
                && (takes_away || alike(SAME_KIND))
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

fn level(view: &View<'_>, row: RowId) -> u8 {
    let block = view.block(row).map(|at| &view.block_of(at).kind);
    match block {
        Some(BlockKind::Heading { level, .. }) => *level,
        _ => 0,
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

/// The words of a heading in each document, without those that every sentence has; pairs of characters
/// where words are not set apart.
fn heading(view: &View<'_>, section: &Section) -> BTreeMap<usize, BTreeSet<String>> {
    let units = || section.heading.iter().flat_map(|row| view.units(*row));
    let readings: Vec<(usize, String)> = units().flat_map(|u| view.readings(u)).collect();
    // What all of an article is about, tells its sections not apart.
    let products: Vec<String> = units()
        .flat_map(|u| {
            let literals = view.literals(u).into_iter();
            let products = literals.filter(|(kind, _)| *kind == LiteralKind::ProductName);
            products.map(|(_, v)| v.to_lowercase()).collect::<Vec<_>>()
        })
        .collect();
    let words = |(column, text): &(usize, String)| {
        let locale = &view.document(*column).locale;
        let mut text = text.to_lowercase();
        for product in &products {
            text = text.replace(product.as_str(), " ");
        }
        let words = text.split(|c: char| !c.is_alphanumeric());
        if locale.is_chinese() {
            let parts = words.map(|w| w.chars().collect::<Vec<char>>());
            return parts
                .flat_map(|w| w.windows(2).map(String::from_iter).collect::<Vec<_>>())
                .collect();
        }
        let lexicon = l10n::lexicon(locale);
        let telling = words.filter(|w| !w.is_empty() && !lexicon.words.contains(w));
        telling.map(str::to_owned).collect()
    };
    readings.iter().map(|r| (r.0, words(r))).collect()
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
