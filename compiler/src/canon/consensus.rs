//! Groups of equal literals to canonical ones: which are meant, and how each document has them.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::{Bound, Range};

use crate::align::UnitId;
use crate::document::{Document, LiteralKind, SegmentId};
use crate::l10n;
use crate::literal::search::{self, Beside, Damage, Wanted};
use crate::literal::{noun_of, variant};

use super::evidence::Pool;
use super::group::{Group, Occurrence, Row, key, place};
use super::rebuild::in_pieces;
use super::witness::Witnesses;
use super::{CanonicalLiteral, Harm, Place, Reading};

mod again;
mod order;
mod stubs;
mod verdict;

use order::Surplus;

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
        candidates.sort_by(|a, b| {
            let score = b.score.total_cmp(&a.score);
            score
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
            score += self.pool.code(&group.value).map_or(0.0, |_| CODE);
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
        let most = group.columns.iter().map(Vec::len).max().unwrap_or(0);
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

    /// Each time that the article says what a group says.
    fn literals(&mut self, candidate: &Candidate<'_>, literals: &mut Vec<CanonicalLiteral>) {
        let group = candidate.group;
        let reference = self.reference(group);
        let claimed = || reference.iter().all(|o| self.is_claimed(group, o));
        if !candidate.settled && !reference.is_empty() && claimed() {
            return;
        }
        let columns = 0..group.columns.len();
        let intact: Vec<_> = columns.map(|c| self.meant(candidate, c).0).collect();
        for index in 0..candidate.count {
            let model = model(group, reference, index);
            let unit = model.map_or(self.row.units[0].0, |m| m.unit);
            let mut readings = vec![Reading::Absent; group.columns.len()];
            for column in self.row.present.clone() {
                readings[column] = match intact[column].get(index) {
                    Some(occurrence) => self.standing(group, column, &occurrence.place),
                    None => {
                        let wholly = intact[column].is_empty();
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

    /// Searches a document for what became of a literal that is not there as it should be.
    /// `model` is where another document has it, and says whether this one has it nowhere.
    fn look_for(
        &mut self,
        group: &Group,
        unit: UnitId,
        column: usize,
        (model, wholly): (Option<Model<'_>>, bool),
    ) -> Reading {
        if self.searches[column] == SEARCHES {
            return Reading::Absent;
        }
        self.searches[column] += 1;
        let document = self.row.document(column);
        let lexicon = l10n::lexicon(&document.locale);
        let mut segments: Vec<_> = self.row.segments(column).collect();
        segments.sort_by_key(|(u, s)| (*u != unit, *s));
        let wanted = Wanted {
            kind: group.kind,
            value: &group.value,
            beside: model.map(|m| self.beside(m)),
            is_upheld: group.kind == LiteralKind::Value && self.is_upheld(&group.value),
        };
        for (at, id) in &segments {
            let segment = document.segment(*id);
            let taken = self.taken_in(group, column, *id);
            let Some(found) = search::find(wanted, segment, &taken, lexicon) else {
                continue;
            };
            // A mark that a machine left where it should stand says more than a word elsewhere.
            let is_elsewhere = *at != unit && found.damage == Damage::Translated;
            if is_elsewhere && self.is_marked(unit, column)
                || goes_on(document, *id, &found.range, &group.value)
            {
                continue;
            }
            self.taken[column].push((*id, found.range.clone()));
            let span = segment.source_span(found.range.clone());
            let stray = found.stray.clone().map(|r| segment.source_span(r));
            let place = place(*id, found.range.clone(), span);
            return match found.damage {
                Damage::None => self.standing(group, column, &place),
                damage => {
                    let rival = self.rival(group, column, &place);
                    Reading::Damaged(
                        place,
                        Harm {
                            damage,
                            stray,
                            rival,
                        },
                    )
                }
            };
        }
        let left = model.and_then(|model| {
            let again = (!wholly).then_some(model);
            self.left_in_place(group, (unit, column), again)
        });
        if let Some(reading) = left {
            return reading;
        }
        match segments.first().filter(|(u, _)| *u == unit && wholly) {
            Some((_, id)) => Reading::Missing(*id),
            None => Reading::Absent,
        }
    }

    /// A literal that is there: as it should be, or so that only a reader takes it for the same.
    fn standing(&self, group: &Group, column: usize, place: &Place) -> Reading {
        let damage = variant(group.kind, self.text(column, place), &group.value);
        let harm = damage.map(|damage| Harm {
            damage,
            stray: None,
            rival: None,
        });
        match harm {
            Some(harm) => Reading::Damaged(place.clone(), harm),
            None => Reading::Intact(place.clone()),
        }
    }

    /// Whether a person translated the row and kept `value` in it.
    fn is_upheld(&self, value: &str) -> bool {
        let present = self.row.present.iter();
        let mut people = present.filter(|c| self.witnesses.is_person(**c));
        people.any(|column| {
            let mut segments = self.row.segments(*column);
            segments.any(|(_, id)| self.row.document(*column).segment(id).text.contains(value))
        })
    }

    fn beside<'g>(&self, model: Model<'g>) -> Beside<'g>
    where
        'a: 'g,
    {
        let document: &'a Document = self.row.document(model.column);
        Beside {
            segment: document.segment(model.place.segment),
            range: &model.place.range,
            lexicon: l10n::lexicon(&document.locale),
        }
    }

    /// What a match may not touch in a segment. The noun of a command that stands alone is no name of
    /// its own, unless the source has it alone too.
    fn taken_in(&self, group: &Group, column: usize, id: SegmentId) -> Vec<Range<u32>> {
        let noun = noun_of(&group.value).filter(|_| group.kind == LiteralKind::Command);
        let noun = noun.map(|n| key(LiteralKind::Identifier, &n.to_lowercase()));
        let alone = noun.and_then(|n| self.row.groups.get(&n));
        let alone = alone.filter(|g| self.source.is_none_or(|s| g.columns[s].is_empty()));
        let is_noun = |range: &Range<u32>| {
            let places = alone.into_iter().flat_map(|g| &g.columns[column]);
            places
                .into_iter()
                .any(|o| o.place.segment == id && o.place.range == *range)
        };
        let taken = self.taken[column]
            .iter()
            .filter(|(s, r)| *s == id && !is_noun(r));
        taken.map(|(_, r)| r.clone()).collect()
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

/// Whether the next sentence begins with what a match lacks: the end of a sentence was seen inside
/// of a name, `Agent. config`.
fn goes_on(document: &Document, id: SegmentId, range: &Range<u32>, value: &str) -> bool {
    let text = document.segment(id).slice(range.clone());
    let head = value
        .get(..text.len())
        .filter(|h| h.eq_ignore_ascii_case(text));
    let rest = head.and_then(|h| value[h.len()..].strip_prefix('.'));
    let next = document.segments.get(id.0 as usize + 1);
    rest.zip(next).is_some_and(|(rest, next)| {
        let mut letters = next.text.chars().filter(|c| !c.is_whitespace());
        rest.chars()
            .all(|r| letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&r)))
    })
}

fn nouns<'a>(row: &'a Row<'_>) -> BTreeSet<&'a str> {
    let groups = row.groups.iter();
    let commands = groups.filter(|(_, g)| g.kind == LiteralKind::Command);
    let nouns = commands.filter_map(|(key, _)| noun_of(key));
    nouns.map(|noun| noun.trim_end_matches('s')).collect()
}
