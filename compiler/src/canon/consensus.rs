//! Groups of equal literals to canonical ones: which are meant, and how each document has them.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::{Bound, Range};

use crate::align::UnitId;
use crate::document::{LiteralKind, SegmentId};
use crate::literal::noun_of;

use super::evidence::Pool;
use super::group::{Group, Occurrence, Row};
use super::rebuild::in_pieces;
use super::witness::Witnesses;
use super::{CanonicalLiteral, Place, Reading};

mod again;
mod home;
mod look;
mod order;
mod slots;
mod stood_in;
mod stubs;
mod verdict;

use order::Surplus;
use slots::slots;

/// What a code block counts, beside documents.
const CODE: f32 = 1.0;
/// What the target of a link counts.
const LINK: f32 = 2.0;

/// Most searches in a row for one document: a paragraph that lacks more is no translation.
const SEARCHES: usize = 128;
/// Most times that a row says the same.
const REPEATS: usize = 256;

/// Ranges of a segment that belong to literals, per document.
type Taken = Vec<Vec<(SegmentId, Range<u32>)>>;

/// A group with how often the article says it and how much speaks for it.
struct Candidate<'a> {
    key: &'a str,
    group: &'a Group,
    count: usize,
    score: f32,
    /// Whether most documents have it, so that what they have is no damage of something else.
    settled: bool,
}

struct Decider<'a> {
    row: &'a Row<'a>,
    witnesses: &'a Witnesses,
    pool: &'a Pool<'a>,
    source: Option<usize>,
    taken: Taken,
    /// Places of names that documents say more often than they are meant.
    surplus: Vec<Surplus>,
    /// Per document, how often it was searched.
    searches: Vec<usize>,
    /// The nouns of the row's commands, collected when first asked for.
    nouns: OnceCell<BTreeSet<&'a str>>,
}

/// Appends the canonical literals of a row, ordered by unit and place.
pub(super) fn decide(
    row: &Row<'_>,
    witnesses: &Witnesses,
    pool: &Pool<'_>,
    literals: &mut Vec<CanonicalLiteral>,
) {
    let source = witnesses.source.filter(|s| row.present.contains(s));
    let taken = vec![Vec::new(); row.article.documents.len()];
    let mut decider = Decider {
        row,
        witnesses,
        pool,
        source,
        taken,
        surplus: Vec::new(),
        searches: vec![0; row.article.documents.len()],
        nouns: OnceCell::new(),
    };
    let candidates = decider.candidates();
    for candidate in candidates.iter().filter(|c| c.settled) {
        decider.take(candidate);
    }
    let first = literals.len();
    for candidate in &candidates {
        decider.literals(candidate, literals);
    }
    let disputed = row.disputed.iter().filter_map(|r| decider.disputed(r));
    literals.extend(disputed);
    let place = |l: &CanonicalLiteral| {
        let start = l.readings.iter().find_map(|r| match r {
            Reading::Intact(p) | Reading::Damaged(p, _) => Some((p.segment, p.range.start)),
            _ => None,
        });
        (l.unit, start)
    };
    literals[first..].sort_by_key(place);
    decider.fill(&mut literals[first..]);
    decider.stand_in(&mut literals[first..]);
}

impl<'a> Decider<'a> {
    /// The groups that may be meant, the surest first.
    fn candidates(&self) -> Vec<Candidate<'a>> {
        let row: &'a Row<'a> = self.row;
        let groups = row.groups.iter();
        let mut candidates: Vec<_> = groups.filter_map(|(k, g)| self.candidate(k, g)).collect();
        let place = |c: &Candidate<'_>| {
            self.reference(c.group)
                .first()
                .map(|o| (o.place.segment, o.place.range.start))
        };
        // `– Name` is a parameter whose dash was torn off before it is a name without one.
        let is_bare = |c: &Candidate<'_>| self.has_dashed_twin(c);
        candidates.sort_by(|a, b| {
            let bare = is_bare(a).cmp(&is_bare(b));
            bare.then(b.score.total_cmp(&a.score))
                .then_with(|| place(a).cmp(&place(b)))
                .then(a.key.cmp(b.key))
        });
        candidates
    }

    fn candidate(&self, key: &'a str, group: &'a Group) -> Option<Candidate<'a>> {
        let all = self.witnesses.support(self.row.present.iter().copied());
        let count = match self.source {
            Some(source) => group.columns[source].len(),
            None => self.usual_count(group, all),
        };
        if count == 0 || self.is_noun_of_command(key, group) || self.is_undashed(key, group) {
            return None;
        }
        let count = count.min(REPEATS);
        let mut score = self.witnesses.support(group.saying());
        let everywhere = group.having(1).count() == self.row.present.len();
        if !everywhere && self.source.is_none() {
            score += if group.linked.is_empty() { 0.0 } else { LINK };
            let in_code = self.pool.code(&group.value).is_some();
            score += if in_code && !self.is_outnumbered(group) {
                CODE
            } else {
                0.0
            };
        }
        let settled = self.source.is_some() || score * 2.0 > all;
        Some(Candidate {
            key,
            group,
            count,
            score,
            settled,
        })
    }

    /// Whether a name that one document has is a part of what all others have instead, or a command whose
    /// noun they all have with another verb, which the code has as well: that the code has it says
    /// nothing about what is meant here.
    fn is_outnumbered(&self, group: &Group) -> bool {
        let lacking = || {
            self.row
                .present
                .iter()
                .filter(|c| group.columns[**c].is_empty())
        };
        if group.having(1).nth(1).is_some() || lacking().nth(1).is_none() {
            return false;
        }
        let noun = |group: &Group| {
            let is_command = group.kind == LiteralKind::Command;
            is_command.then(|| noun_of(&group.value).map(str::to_lowercase))?
        };
        let (own, name) = (noun(group), group.value.to_lowercase());
        let is_part = |other: &Group| {
            other.value.len() > name.len() && other.value.to_lowercase().contains(&name)
        };
        let is_rival = |other: &Group| {
            own.is_some() && noun(other) == own && self.pool.code(&other.value).is_some()
        };
        let others = self.row.groups.values().filter(|o| o.value != group.value);
        let mut instead = others.filter(|o| lacking().all(|c| !o.columns[*c].is_empty()));
        instead.any(|o| is_part(o) || is_rival(o))
    }

    /// Whether a name is also said with the dash of a parameter.
    fn has_dashed_twin(&self, candidate: &Candidate<'_>) -> bool {
        let is_bare =
            candidate.group.kind == LiteralKind::Parameter && !candidate.key.starts_with('-');
        is_bare && self.row.groups.contains_key(&format!("-{}", candidate.key))
    }

    /// Whether a name is what is left of a command that another document has whole.
    fn is_noun_of_command(&self, key: &str, group: &Group) -> bool {
        let is_name = matches!(group.kind, LiteralKind::Identifier | LiteralKind::Parameter);
        let noun = key.trim_start_matches('-');
        let nouns = || self.nouns.get_or_init(|| nouns(self.row));
        self.source.is_none() && is_name && nouns().contains(noun.trim_end_matches('s'))
    }

    /// Whether a name is a parameter without its dash, which more documents have with it.
    fn is_undashed(&self, key: &str, group: &Group) -> bool {
        let is_name = matches!(group.kind, LiteralKind::Identifier | LiteralKind::Parameter);
        if self.source.is_some() || !is_name || key.starts_with('-') {
            return false;
        }
        let support = |group: &Group| self.witnesses.support(group.saying());
        let bounds = (Bound::Included("-"), Bound::Excluded("."));
        let mut dashed = self.row.groups.range::<str, _>(bounds);
        dashed.any(|(k, g)| k.trim_start_matches('-') == key && support(g) > support(group))
    }

    /// How often most documents say it; once where only some do or a link's target does.
    fn usual_count(&self, group: &Group, all: f32) -> usize {
        let most = group
            .columns
            .iter()
            .map(|places| places.len())
            .max()
            .unwrap_or(0);
        let most = most.min(REPEATS);
        let usual = (1..=most).rev().find(|k| {
            let having = group.having(*k);
            self.witnesses.support(having) * 2.0 > all
        });
        let once = usize::from(most > 0 || !group.linked.is_empty());
        usual.unwrap_or(once).max(group.rebuilt.len())
    }

    /// Marks where a group stands, as often as it is meant, so that it is no damage of another.
    fn take(&mut self, candidate: &Candidate<'_>) {
        for column in 0..candidate.group.columns.len() {
            let (meant, surplus) = self.meant(candidate, column);
            for occurrence in meant {
                let place = &occurrence.place;
                self.taken[column].push((place.segment, place.range.clone()));
            }
            self.surplus.extend(surplus);
        }
    }

    /// Where the surest document that has a group has it.
    fn reference<'g>(&self, group: &'g Group) -> &'g [Occurrence] {
        let columns = self.witnesses.by_trust();
        let mut having = columns.map(|c| group.columns[c].as_slice());
        having.find(|o| !o.is_empty()).unwrap_or_default()
    }

    /// Where the surest document has a group as often as it is meant, else where one has it at all.
    fn model<'g>(&self, group: &'g Group, count: usize) -> &'g [Occurrence] {
        let columns = self.witnesses.by_trust();
        let mut having = columns.map(|c| group.columns[c].as_slice());
        having
            .find(|o| o.len() == count)
            .unwrap_or_else(|| self.reference(group))
    }

    /// Each time that the article says what a group says.
    fn literals(&mut self, candidate: &Candidate<'_>, literals: &mut Vec<CanonicalLiteral>) {
        let group = candidate.group;
        let reference = self.model(group, candidate.count);
        let claimed = || reference.iter().all(|o| self.is_claimed(group, o));
        if !candidate.settled && !reference.is_empty() && claimed() {
            return;
        }
        let columns = 0..group.columns.len();
        let places = columns.map(|c| {
            let meant = self.meant(candidate, c).0;
            self.own_places(group, reference, c, meant)
        });
        let intact = places.map(|places| slots(places, reference, candidate.count));
        let mut intact: Vec<_> = intact.collect();
        let models: Vec<Option<Model<'_>>> = (0..candidate.count)
            .map(|index| {
                let usual = || self.usual_model(&intact, index);
                usual().or_else(|| model(group, reference, index))
            })
            .collect();
        let first = self.row.units[0].0;
        let units: Vec<UnitId> = models
            .iter()
            .map(|model| model.map_or(first, |m| m.unit))
            .collect();
        let mut at_hand = self.at_hand(group, &units, &intact);
        self.drop_explained(group, &models, &mut intact);
        for (index, (model, unit)) in models.into_iter().zip(units).enumerate() {
            let mut readings = vec![Reading::Absent; group.columns.len()];
            for column in self.row.present.clone() {
                let near = at_hand.remove(&(index, column));
                readings[column] = match (near, intact[column][index]) {
                    (Some(place), _) => self.standing(group, column, &place),
                    (None, Some(occurrence)) => self.standing(group, column, &occurrence.place),
                    (None, None) => {
                        let wholly = intact[column].iter().all(Option::is_none);
                        let found = self.look_for(group, unit, column, (model, wholly));
                        in_pieces(group, index, column, found)
                    }
                };
            }
            let seen = |r: &&Reading| matches!(r, Reading::Intact(_) | Reading::Damaged(..));
            if candidate.settled || readings.iter().filter(seen).count() > 1 {
                literals.push(self.judged(candidate, unit, readings));
            }
        }
        if candidate.settled {
            self.again(candidate, literals);
        }
    }

    fn is_claimed(&self, group: &Group, occurrence: &Occurrence) -> bool {
        let at = |o: &Occurrence| std::ptr::eq(o, occurrence);
        let column = group.columns.iter().position(|c| c.iter().any(at));
        column.is_some_and(|c| {
            let place = &occurrence.place;
            let mut taken = self.taken[c].iter();
            taken.any(|(s, r)| {
                *s == place.segment && r.start < place.range.end && place.range.start < r.end
            })
        })
    }
}

/// Where a document has a literal, whole or in pieces, so that others may be compared with it.
#[derive(Clone, Copy)]
struct Model<'g> {
    column: usize,
    unit: UnitId,
    place: &'g Place,
}

/// The model for the `index`th time that a group is said.
fn model<'g>(group: &'g Group, reference: &'g [Occurrence], index: usize) -> Option<Model<'g>> {
    let whole = reference.get(index).and_then(|occurrence| {
        let at = |o: &Occurrence| std::ptr::eq(o, occurrence);
        let column = group.columns.iter().position(|c| c.iter().any(at))?;
        let (unit, place) = (occurrence.unit, &occurrence.place);
        Some(Model {
            column,
            unit,
            place,
        })
    });
    whole.or_else(|| {
        let torn = group.rebuilt.get(index)?.first()?;
        Some(Model {
            column: torn.column,
            unit: torn.unit,
            place: &torn.place,
        })
    })
}

fn nouns<'a>(row: &'a Row<'_>) -> BTreeSet<&'a str> {
    let groups = row.groups.iter();
    let commands = groups.filter(|(_, g)| g.kind == LiteralKind::Command);
    let nouns = commands.filter_map(|(key, _)| noun_of(key));
    nouns.map(|noun| noun.trim_end_matches('s')).collect()
}
