//! Which of the places are meant where a document says a name more often than the article does, and
//! which is left over: there a name of its kind was made this one.
//!
//! The order of names decides, compared with each document that says them as often as it is meant.
//! It says so where that leaves two places; it does not choose between them.

use std::ops::Range;

use crate::align::UnitId;
use crate::canon::group::{Group, Occurrence};
use crate::canon::witness::distant;
use crate::canon::{Harm, Place, Reading};
use crate::document::{LiteralKind, SegmentId};
use crate::literal::search::Damage;
use crate::source::Span;

use super::{Candidate, Decider, Model, REPEATS};

/// Most names of a kind in a row of which the order is compared, and most groups of names.
const NAMES: usize = 64;
/// What it costs that a name has no counterpart.
const GAP: usize = 2;
/// How much more a document in a language of the family says about the order of words.
const KIN: f32 = 8.0;

/// A place that is left over.
pub(super) struct Surplus {
    pub(super) column: usize,
    pub(super) kind: LiteralKind,
    pub(super) unit: UnitId,
    pub(super) place: Place,
    /// Another place of the same name, and whether it may as well be the one that is left over.
    pub(super) other: Option<Place>,
    pub(super) is_open: bool,
}

impl Surplus {
    pub(super) fn is_at(&self, column: usize, id: SegmentId, range: &Range<u32>) -> bool {
        let own = &self.place.range;
        let overlaps = own.start < range.end && range.start < own.end;
        self.column == column && self.place.segment == id && overlaps
    }
}

/// A name in the order of its document.
struct Item<'g> {
    unit: UnitId,
    at: (SegmentId, u32),
    /// Nothing for the one that is taken for left over.
    key: Option<&'g str>,
}

/// What the other documents say about which places are left over.
struct Choice {
    indexes: Vec<usize>,
    /// The runner-up, where not all say the same.
    rival: Option<usize>,
}

impl<'a> Decider<'a> {
    /// Where a document has a group, as often as it is meant at most, and what is left over.
    pub(super) fn meant<'g>(
        &self,
        candidate: &Candidate<'g>,
        column: usize,
    ) -> (Vec<&'g Occurrence>, Vec<Surplus>) {
        let (group, count) = (candidate.group, candidate.count);
        let reference = self.reference(group);
        // Where there are very many, their order is as good a guess as any.
        let mut meant: Vec<&Occurrence> =
            group.columns[column].iter().take(count + REPEATS).collect();
        let mut surplus = Vec::new();
        let is_ordered = meant.len() > count && self.lacks_another(group, column);
        while meant.len() > count {
            let choice = is_ordered.then(|| self.left_over(candidate, column, &meant));
            let Some(mut choice) = choice.flatten() else {
                let index = farthest(&meant, reference);
                meant.remove(index);
                continue;
            };
            let rival = choice.rival.map(|rival| meant[rival].place.clone());
            choice.indexes.sort_unstable();
            for index in choice.indexes.into_iter().rev() {
                let left = meant.remove(index);
                surplus.push(Surplus {
                    column,
                    kind: group.kind,
                    unit: left.unit,
                    place: left.place.clone(),
                    is_open: rival.is_some(),
                    other: rival.clone(),
                });
            }
        }
        for left in surplus.iter_mut().filter(|s| s.other.is_none()) {
            left.other = meant.first().map(|o| o.place.clone());
        }
        (meant, surplus)
    }

    /// The place that may be the damaged one as well as the one that was found.
    /// A link's target decides.
    pub(super) fn rival(&self, group: &Group, column: usize, place: &Place) -> Option<Span> {
        let mut surplus = self.surplus.iter();
        let at = surplus.find(|s| s.column == column && s.place == *place)?;
        let other = at.other.as_ref().filter(|_| at.is_open)?;
        let link = self
            .pool
            .link(column, place.segment, place.span, &group.value);
        link.is_none().then_some(other.span)
    }

    /// Another name of the kind that is left over where this one should stand, however different it
    /// is. That it says the other name once more and lost this one elsewhere is possible too.
    /// `again` is where another document says this one, which is only wanted once more: then both
    /// must have as many names.
    pub(super) fn left_in_place(
        &mut self,
        group: &Group,
        (unit, column): (UnitId, usize),
        again: Option<Model<'_>>,
    ) -> Option<Reading> {
        let own = |s: &&Surplus| s.column == column && s.kind == group.kind;
        let of_row = || self.surplus.iter().filter(own);
        let mut here = of_row().filter(|s| s.unit == unit);
        let left = match (here.next(), here.next()) {
            (Some(left), None) => left,
            // Sentences may be cut in another way, where nothing else is left over.
            (None, _) if again.is_none() && of_row().count() == 1 => of_row().next()?,
            _ => return None,
        };
        let taken = &self.taken[column];
        let is_free = !taken
            .iter()
            .any(|(id, range)| left.is_at(column, *id, range));
        // What no other translation has is no name that was made another one.
        if !is_free || !is_name(group.kind) || group.having(1).count() < 2 {
            return None;
        }
        let length = |column| Some(self.sequence(column, group.kind)?.len());
        let differs = |m: Model<'_>| {
            let is_swapped = || self.has_swapped(column, m.column, group.kind);
            length(m.column) != length(column) || left.is_open && !is_swapped()
        };
        if again.is_some_and(differs) {
            return None;
        }
        let harm = Harm {
            damage: Damage::Parts,
            stray: None,
            rival: left.other.as_ref().map(|p| p.span),
        };
        let place = left.place.clone();
        let range = place.range.clone();
        self.taken[column].push((place.segment, range));
        Some(Reading::Damaged(place, harm))
    }

    /// Whether two documents that have as many names of a kind differ in a single one.
    fn has_swapped(&self, column: usize, other: usize, kind: LiteralKind) -> bool {
        let groups = self.row.groups.values().filter(|g| g.kind == kind);
        let less = groups.map(|g| {
            g.columns[other]
                .len()
                .saturating_sub(g.columns[column].len())
        });
        less.sum::<usize>() == 1
    }

    /// Whether a document has another name of the kind less often than some document: what is left
    /// over may be what became of it.
    fn lacks_another(&self, group: &Group, column: usize) -> bool {
        let lacks = |other: &Group| {
            let said = other.columns[column].len();
            other.kind == group.kind && other.columns.iter().any(|c| c.len() > said)
        };
        self.row.groups.len() <= NAMES && self.row.groups.values().any(lacks)
    }

    /// Which of the places is left over; nothing where no document helps.
    fn left_over(
        &self,
        candidate: &Candidate<'_>,
        column: usize,
        meant: &[&Occurrence],
    ) -> Option<Choice> {
        let group = candidate.group;
        let mut own = self.sequence(column, group.kind)?;
        let others = self.row.present.iter().copied();
        let others = others.filter(|o| *o != column && group.columns[*o].len() == candidate.count);
        let surplus = meant.len() - candidate.count;
        let mut votes: Vec<(Vec<usize>, f32)> = Vec::new();
        for other in others {
            let theirs = self.sequence(other, group.kind)?;
            let lost = lost(&own, &theirs);
            let costs = meant.iter().map(|o| with(&mut own, o, lost, &theirs));
            let costs: Vec<usize> = costs.collect();
            let mut ranked: Vec<usize> = (0..costs.len()).collect();
            ranked.sort_by_key(|i| costs[*i]);
            if costs[ranked[surplus - 1]] == costs[ranked[surplus]] {
                continue;
            }
            ranked.truncate(surplus);
            ranked.sort_unstable();
            let kin = if self.is_kin(column, other) { KIN } else { 1.0 };
            let weight = self.witnesses.support([other]) * kin;
            match votes.iter_mut().find(|(indexes, _)| *indexes == ranked) {
                Some(vote) => vote.1 += weight,
                None => votes.push((ranked, weight)),
            }
        }
        votes.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let nearest = || vec![farthest(meant, self.reference(group))];
        let indexes = votes.first().map_or_else(nearest, |v| v.0.clone());
        let unlike = |i: &usize| !indexes.contains(i);
        let rival = match votes.get(1) {
            Some((other, _)) => other.iter().copied().find(unlike),
            None if votes.is_empty() => (0..meant.len()).find(unlike),
            None => None,
        };
        Some(Choice { indexes, rival })
    }

    /// Whether two documents are in one language or in two of a family, which order words alike.
    pub(super) fn is_kin(&self, one: usize, other: usize) -> bool {
        let language = |column: usize| self.row.document(column).locale.language();
        distant([language(one), language(other)]) == 1
    }

    /// The names of a kind in a document, in order; nothing where they are very many.
    fn sequence(&self, column: usize, kind: LiteralKind) -> Option<Vec<Item<'a>>> {
        let row = self.row;
        let mut items = Vec::new();
        for (key, group) in row.groups.iter().filter(|(_, g)| g.kind == kind) {
            if items.len() + group.columns[column].len() > NAMES {
                return None;
            }
            items.extend(group.columns[column].iter().map(|o| Item {
                unit: o.unit,
                at: (o.place.segment, o.place.range.start),
                key: Some(key.as_str()),
            }));
        }
        items.sort_by_key(|i| i.at);
        Some(items)
    }
}

/// Whether literals of a kind name one thing each, so that one cannot stand for another.
fn is_name(kind: LiteralKind) -> bool {
    use LiteralKind::{Date, Number, ProductName, UiLabel};
    !matches!(kind, Date | Number | ProductName | UiLabel)
}

/// The only name that a sequence has less often than another one.
fn lost<'g>(own: &[Item<'g>], theirs: &[Item<'g>]) -> Option<&'g str> {
    let lacks = |i: &&Item<'g>| count(own, i.key) < count(theirs, i.key);
    let mut lost = theirs.iter().filter(lacks).map(|i| i.key);
    let first = lost.next()?;
    lost.all(|key| key == first).then_some(first)?
}

fn count<'g>(items: &[Item<'g>], key: Option<&'g str>) -> usize {
    items.iter().filter(|i| i.key == key).count()
}

/// What it costs to make a sequence of another one where `lost` should stand in the place of `left`.
fn with<'g>(
    own: &mut [Item<'g>],
    left: &Occurrence,
    lost: Option<&'g str>,
    theirs: &[Item<'g>],
) -> usize {
    let at = (left.place.segment, left.place.range.start);
    let Some(index) = own.iter().position(|i| i.at == at) else {
        return usize::MAX;
    };
    let key = std::mem::replace(&mut own[index].key, lost);
    let cost = cost(own, theirs) + parted(own, theirs);
    own[index].key = key;
    cost
}

/// The cost of the best alignment of two sequences of names.
fn cost(own: &[Item<'_>], theirs: &[Item<'_>]) -> usize {
    let mut last: Vec<usize> = (0..=theirs.len()).map(|n| n * GAP).collect();
    for item in own {
        let mut next = vec![last[0] + GAP];
        for (index, other) in theirs.iter().enumerate() {
            let moved = usize::from(item.unit != other.unit);
            let changed = if item.key == other.key { 0 } else { GAP };
            let paired = last[index] + moved + changed;
            next.push(paired.min(last[index + 1] + GAP).min(next[index] + GAP));
        }
        last = next;
    }
    last[theirs.len()]
}

/// What it costs that names which follow one another in one sequence do not in the other. Languages put
/// the parts of a sentence in another order, but the names of a list in the same.
fn parted<'g>(own: &[Item<'g>], theirs: &[Item<'g>]) -> usize {
    let mut left = pairs(own);
    let theirs = pairs(theirs).into_iter();
    let parted = theirs.filter(|pair| match left.iter().position(|p| p == pair) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    });
    parted.count() * GAP
}

type Pair<'g> = (Option<&'g str>, Option<&'g str>);

fn pairs<'g>(items: &[Item<'g>]) -> Vec<Pair<'g>> {
    items.windows(2).map(|w| (w[0].key, w[1].key)).collect()
}

/// The place that is farthest from where the reference has the name.
fn farthest(places: &[&Occurrence], reference: &[Occurrence]) -> usize {
    let distance = |o: &Occurrence| {
        let gaps = reference
            .iter()
            .take(REPEATS)
            .map(|r| (r.progress - o.progress).abs());
        gaps.fold(f32::MAX, f32::min)
    };
    let far =
        (0..places.len()).max_by(|a, b| distance(places[*a]).total_cmp(&distance(places[*b])));
    far.unwrap_or(0)
}
