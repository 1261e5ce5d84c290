//! Literals in pieces, put together from all documents: each element as the languages that kept it
//! have it.
//!
//! Languages translate a word each in its own way, so an element that stands alike in two of them
//! is the original, and so is one that a language's cues name. Where no element wins, the literal
//! is disputed; nothing is guessed.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::UnitId;
use crate::corpus::Article;
use crate::document::{Document, LiteralKind, Mark, SegmentId};
use crate::l10n;
use crate::literal::search::Damage;
use crate::literal::{self, Element};

use super::evidence::Pool;
use super::group::{Group, place};
use super::witness::distant;
use super::{Harm, Place, Reading};

/// What a folder counts that stands there by a name that cues know, beside languages.
const KNOWN: f32 = 2.0;
/// What a name counts that is no word of any language: `CtsData2`.
const COINED: f32 = 0.5;
/// What a translated folder counts for the name that cues give it: less than a name that two
/// languages have, since a word can be translated back in several ways.
const CUE: f32 = 1.4;
/// What a code block counts that has the path so far with this element.
const CODE: f32 = 2.0;
/// The least that an element must count, and by how much it must outweigh another.
const ENOUGH: f32 = 1.4;
const MARGIN: f32 = 0.5;
/// Fewest letters of a name's first label that is no preposition before `.net`.
const LABEL: usize = 3;
/// Most literals in pieces in a row.
const MOST: usize = 64;

/// A literal in pieces with where it stands.
#[derive(Clone, Debug)]
pub(super) struct Torn {
    pub(super) column: usize,
    pub(super) unit: UnitId,
    pub(super) place: Place,
    /// What happened to it.
    damage: Damage,
    pieces: literal::Torn,
}

impl Torn {
    /// Those of a segment.
    pub(super) fn of(
        document: &Document,
        column: usize,
        unit: UnitId,
        id: SegmentId,
    ) -> impl Iterator<Item = Torn> {
        let segment = document.segment(id);
        let torn = literal::torn(&segment.text, l10n::lexicon(&document.locale));
        // Markup that begins or ends inside sets a part of it apart.
        let is_whole = |t: &literal::Torn| {
            let inside = |at: u32| t.range.start < at && at < t.range.end;
            let torn = |m: &Mark| inside(m.range.start) || inside(m.range.end);
            !segment.marks.iter().any(torn)
        };
        torn.into_iter().filter(is_whole).map(move |pieces| {
            let span = segment.source_span(pieces.range.clone());
            Torn {
                column,
                unit,
                place: place(id, pieces.range.clone(), span),
                damage: Damage::Structure,
                pieces,
            }
        })
    }

    /// Words of a language in the place of a literal that is known all the same.
    pub(super) fn translated(
        column: usize,
        unit: UnitId,
        place: Place,
        (kind, value): (LiteralKind, &str),
    ) -> Torn {
        let pieces = literal::Torn {
            kind,
            range: place.range.clone(),
            root: value.to_owned(),
            elements: Vec::new(),
        };
        Torn {
            column,
            unit,
            place,
            damage: Damage::Translated,
            pieces,
        }
    }

    /// Whether a place lies in it.
    pub(super) fn contains(&self, place: &Place) -> bool {
        let (mine, other) = (&self.place.range, &place.range);
        let inside = mine.start <= other.start && other.end <= mine.end;
        self.place.segment == place.segment && inside
    }

    /// Whether it shares bytes with a literal.
    pub(super) fn covers(&self, range: &Range<u32>) -> bool {
        self.place.range.start < range.end && range.start < self.place.range.end
    }
}

/// What else the article says.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) article: &'a Article,
    pub(super) pool: &'a Pool<'a>,
}

impl<'a> Said<'a> {
    fn language(&self, torn: &Torn) -> &'a str {
        self.article.documents[torn.column].locale.language()
    }

    /// Whether other articles have a literal whole.
    fn is_used(&self, kind: LiteralKind, value: &str) -> bool {
        self.pool.is_used(&literal::normal(kind, value))
    }
}

/// What stands in pieces at one place of an article.
#[derive(Clone, Debug)]
pub(super) struct Rebuilt {
    pub(super) kind: LiteralKind,
    /// What it may be: one value where the evidence decides.
    pub(super) values: Vec<String>,
    /// Where it stands.
    pub(super) torn: Vec<Torn>,
}

/// Puts together the literals that stand in pieces in a row. Also gives back those that may be
/// as they should be after all.
pub(super) fn rebuild(said: &Said<'_>, torn: Vec<Torn>) -> (Vec<Rebuilt>, Vec<Torn>) {
    let mut clusters: Vec<Vec<Torn>> = Vec::new();
    for torn in torn.into_iter().take(MOST) {
        let fits = |c: &&mut Vec<Torn>| {
            let apart = c.iter().all(|other| other.column != torn.column);
            apart && c.iter().all(|other| is_same(other, &torn))
        };
        match clusters.iter_mut().find(fits) {
            Some(cluster) => cluster.push(torn),
            None => clusters.push(vec![torn]),
        }
    }
    let mut rebuilt = Vec::new();
    let mut open = Vec::new();
    for cluster in clusters {
        let kind = cluster[0].pieces.kind;
        match values(said, &cluster) {
            Some(values) => rebuilt.push(Rebuilt {
                kind,
                values,
                torn: cluster,
            }),
            None if is_squeezed(kind) => open.extend(cluster),
            None => {}
        }
    }
    (rebuilt, open)
}

/// Whether two may be the same literal: nothing that cannot have been translated differs.
fn is_same(a: &Torn, b: &Torn) -> bool {
    let (a, b) = (&a.pieces, &b.pieces);
    let root = a.root.is_empty() || b.root.is_empty() || a.root.eq_ignore_ascii_case(&b.root);
    let pairs = a.elements.iter().zip(&b.elements);
    let conflict = |(a, b): (&Element, &Element)| {
        is_coined(&a.text) && is_coined(&b.text) && !a.text.eq_ignore_ascii_case(&b.text)
    };
    // What has no elements is the same only where all of it is.
    let both = a.elements.is_empty() == b.elements.is_empty() || !is_squeezed(a.kind);
    a.kind == b.kind && root && both && !pairs.into_iter().any(conflict)
}

/// Whether white space was all that tore literals of a kind.
fn is_squeezed(kind: LiteralKind) -> bool {
    use LiteralKind::{Identifier, Parameter, Value};
    matches!(kind, Identifier | Parameter | Value)
}

/// A name that is no word of any language: capitals inside, digits, an extension.
fn is_coined(text: &str) -> bool {
    let hump = |w: &[u8]| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase();
    let sign = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'%' | b'$');
    let plain = text.is_ascii() && !text.contains([' ', '_']);
    plain && (text.as_bytes().windows(2).any(hump) || text.bytes().any(sign))
}

/// What a cluster may say; nothing where too little is known of it.
fn values(said: &Said<'_>, cluster: &[Torn]) -> Option<Vec<String>> {
    let kind = cluster[0].pieces.kind;
    match kind {
        LiteralKind::HostName | LiteralKind::FileName => dotted(said, cluster),
        LiteralKind::Value if cluster[0].pieces.root.is_empty() => scoped(said, cluster),
        _ if is_squeezed(kind) => squeezed(said, cluster),
        _ => chained(said, cluster),
    }
}

/// A name with dots that stands in pieces alike in several languages, or that the corpus has whole.
fn dotted(said: &Said<'_>, cluster: &[Torn]) -> Option<Vec<String>> {
    let mut names: BTreeMap<String, (String, Vec<&str>)> = BTreeMap::new();
    for torn in cluster {
        let labels: Vec<&str> = torn
            .pieces
            .elements
            .iter()
            .map(|e| e.text.as_str())
            .collect();
        let name = labels.join(".");
        let language = said.language(torn);
        let entry = names.entry(name.to_lowercase());
        let (_, languages) = entry.or_insert_with(|| (name, Vec::new()));
        languages.push(language);
    }
    let kind = cluster[0].pieces.kind;
    let agreed = |(name, languages): &&(String, Vec<&str>)| {
        let label = name.find('.').unwrap_or(0);
        let is_said = || distant(languages.iter().copied()) > 1 || said.is_used(kind, name);
        label >= LABEL && is_said()
    };
    let mut agreed = names.values().filter(agreed);
    let best = agreed.next()?;
    agreed.next().is_none().then(|| vec![best.0.clone()])
}

/// A literal without elements that several languages have alike, or one and the article's code or
/// the corpus.
fn squeezed(said: &Said<'_>, cluster: &[Torn]) -> Option<Vec<String>> {
    let root = &cluster[0].pieces.root;
    let languages = cluster.iter().map(|t| said.language(t));
    let in_code = || match root.starts_with('-') {
        true => said.pool.begins_path(&root.to_lowercase()),
        false => said.pool.code(root).is_some(),
    };
    let is_used = || said.is_used(cluster[0].pieces.kind, root);
    (distant(languages) > 1 || in_code() || is_used()).then(|| vec![root.clone()])
}

/// A name in a scope, of which the name came through: `tag:Redmond`.
fn scoped(said: &Said<'_>, cluster: &[Torn]) -> Option<Vec<String>> {
    let voters: Vec<&Torn> = cluster.iter().collect();
    let names = cluster.iter().filter_map(|t| t.pieces.elements.get(1));
    let name = common(names.map(|e| e.text.as_str()))?;
    match choose(said, &voters, 0, &|scope| said.pool.has_scope(scope)) {
        Choice::Decided(scope) => Some(vec![format!("{scope}:{name}")]),
        _ => None,
    }
}

/// A path, key or URL, element by element.
fn chained(said: &Said<'_>, cluster: &[Torn]) -> Option<Vec<String>> {
    let kind = cluster[0].pieces.kind;
    let roots = cluster.iter().map(|t| t.pieces.root.as_str());
    let root = common(roots.filter(|r| !r.is_empty()));
    if kind == LiteralKind::RegistryKey && root.is_none() {
        return None;
    }
    let separator = literal::Torn::separator(kind);
    let mut values = vec![root.unwrap_or_default().to_owned()];
    if kind == LiteralKind::Url {
        // The scheme's colon stands with it; the second slash comes with the host.
        values[0].push('/');
    }
    let mut voters: Vec<&Torn> = cluster.iter().collect();
    for index in 0.. {
        let begins = |element: &str| {
            let path = format!("{}{separator}{element}", values[0]).to_lowercase();
            said.pool.begins_path(&path)
        };
        let choice = match choose(said, &voters, index, &begins) {
            Choice::End => break,
            Choice::Decided(element) => vec![element],
            // One more open question, or nothing to choose from, is no list of candidates.
            Choice::Open(elements)
                if elements.len() < 2 || values.len() > 1 || is_short(cluster) =>
            {
                return None;
            }
            Choice::Open(elements) => elements,
        };
        voters.retain(|t| t.pieces.elements.len() > index);
        let join = |value: &String| {
            let joined = choice.iter().map(|c| format!("{value}{separator}{c}"));
            joined.collect::<Vec<_>>()
        };
        values = values.iter().flat_map(join).collect();
    }
    let is_bare = !values[0].contains(separator);
    (!is_bare || kind == LiteralKind::RegistryKey).then_some(values)
}

/// Whether it has one element only: that may be the next word of a sentence.
fn is_short(cluster: &[Torn]) -> bool {
    cluster.iter().all(|t| t.pieces.elements.len() < 2)
}

/// The text that most have.
fn common<'a>(texts: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    counts.into_iter().find(|(_, n)| *n == most).map(|(t, _)| t)
}

/// What stands at a place of a literal.
enum Choice {
    /// One element.
    Decided(String),
    /// One of these.
    Open(Vec<String>),
    /// Nothing any more.
    End,
}

/// The element at `index`; `begins` tells whether code says so.
fn choose(
    said: &Said<'_>,
    voters: &[&Torn],
    index: usize,
    begins: &dyn Fn(&str) -> bool,
) -> Choice {
    let mut votes: BTreeMap<String, Votes<'_>> = BTreeMap::new();
    let mut is_open = false;
    for torn in voters {
        let Some(element) = torn.pieces.elements.get(index) else {
            continue;
        };
        is_open |= !element.is_loose;
        let language = said.language(torn);
        if let Some(original) = element.original {
            let vote = votes.entry(original.to_lowercase()).or_default();
            match original.eq_ignore_ascii_case(&element.text) {
                true => vote.stands(language, &element.text),
                false => vote.cues.push(original),
            }
        } else if element.text.is_ascii() {
            let vote = votes.entry(element.text.to_lowercase()).or_default();
            vote.stands(language, &element.text);
        }
    }
    complete(&mut votes);
    let mut ranked: Vec<(f32, &Votes<'_>)> = votes.values().map(|v| (v.weight(), v)).collect();
    if ranked.len() > 1 || ranked.iter().any(|(weight, _)| *weight < ENOUGH) {
        for (weight, votes) in &mut ranked {
            *weight += if begins(votes.spelling()) { CODE } else { 0.0 };
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rival = ranked.get(1).map_or(0.0, |r| r.0);
    match ranked.first() {
        Some(best) if best.0 >= ENOUGH && best.0 >= rival + MARGIN => {
            Choice::Decided(best.1.spelling().to_owned())
        }
        _ if is_open => Choice::Open(ranked.iter().map(|r| r.1.spelling().to_owned()).collect()),
        // The next word of the sentence is none of the literal.
        _ => Choice::End,
    }
}

/// What lacks the word before an underscore is a part of what has it: `_Report.csv` of
/// `Devices_Report.csv`.
fn complete(votes: &mut BTreeMap<String, Votes<'_>>) {
    let parts: Vec<String> = votes
        .keys()
        .filter(|k| k.starts_with('_'))
        .cloned()
        .collect();
    for part in parts {
        let mut wholes = votes.keys().filter(|k| **k != part && k.ends_with(&part));
        let whole = match (wholes.next(), wholes.next()) {
            (Some(whole), None) => whole.clone(),
            _ => continue,
        };
        let part = votes.remove(&part).unwrap_or_default();
        let whole = votes.entry(whole).or_default();
        whole.languages.extend(part.languages);
    }
}

/// Who has an element.
#[derive(Debug, Default)]
struct Votes<'a> {
    languages: Vec<&'a str>,
    /// As documents spell it.
    spellings: Vec<&'a str>,
    /// As cues spell it for documents that have translated it.
    cues: Vec<&'a str>,
}

impl<'a> Votes<'a> {
    fn stands(&mut self, language: &'a str, text: &'a str) {
        self.languages.push(language);
        self.spellings.push(text);
    }

    fn weight(&self) -> f32 {
        let Some(text) = self.spellings.first() else {
            return CUE;
        };
        let known = if l10n::is_folder(text) { KNOWN } else { 0.0 };
        let coined = if is_coined(text) { COINED } else { 0.0 };
        let cue = if self.cues.is_empty() { 0.0 } else { CUE };
        distant(self.languages.iter().copied()) as f32 + known + coined + cue
    }

    fn spelling(&self) -> &str {
        let texts = match self.spellings.is_empty() {
            true => &self.cues,
            false => &self.spellings,
        };
        common(texts.iter().copied()).unwrap_or_default()
    }
}

/// The pieces that a document has of a literal that was put together, where a search found nothing
/// or less.
pub(super) fn in_pieces(group: &Group, index: usize, column: usize, found: Reading) -> Reading {
    let torn = group.rebuilt.get(index).map_or(&[][..], Vec::as_slice);
    match (&found, torn.iter().find(|t| t.column == column)) {
        (Reading::Absent | Reading::Missing(_), Some(torn)) => damaged(torn),
        (Reading::Damaged(place, _), Some(torn)) if torn.contains(place) => damaged(torn),
        _ => found,
    }
}

/// How a literal in pieces stands in its document.
pub(super) fn damaged(torn: &Torn) -> Reading {
    let harm = Harm {
        damage: torn.damage,
        stray: None,
        rival: None,
    };
    Reading::Damaged(torn.place.clone(), harm)
}
