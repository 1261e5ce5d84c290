//! The verdict on a literal whose readings are known: what speaks for it and for its damaged forms,
//! and the reasons that are shown.

use crate::align::UnitId;
use crate::canon::evidence::evidence;
use crate::canon::group::Group;
use crate::canon::rebuild::{Rebuilt, Torn, damaged};
use crate::canon::shape::{is_flattened, is_shape, is_spaced};
use crate::canon::{CanonicalLiteral, Place, Reading, Verdict};
use crate::diagnostic::{Evidence, EvidenceKind};
use crate::document::LiteralKind;
use crate::literal::normal;
use crate::literal::search::Damage;

use super::{Candidate, Decider};

/// What a form counts that only damage has: a cmdlet without a verb or that the catalogue does not
/// know, a path with spaces.
const SHAPE: f32 = 1.0;
/// By how much a reading must outweigh another.
const MARGIN: f32 = 0.3;
/// Most reasons that are kept for a literal.
const REASONS: usize = 8;

/// A form that documents have in the place of a literal.
struct Rival {
    /// As it is compared.
    form: String,
    text: String,
    columns: Vec<usize>,
    /// Whether only damage has such a form.
    is_shape: bool,
    /// Whether it is the same name, written otherwise.
    is_slip: bool,
}

/// Whether a damage leaves the name the same but for how it is written: other parts and another
/// verb make another name, which may be the one that is meant.
fn is_slip(damage: Damage) -> bool {
    matches!(damage, Damage::Letters | Damage::Structure)
}

impl Decider<'_> {
    /// What stands in pieces and cannot be put together, where it is no damage of something else.
    pub(super) fn disputed(&self, rebuilt: &Rebuilt) -> Option<CanonicalLiteral> {
        let mut readings = vec![Reading::Absent; self.row.article.documents.len()];
        let is_free = |t: &&Torn| {
            let mut taken = self.taken[t.column].iter();
            !taken.any(|(s, r)| *s == t.place.segment && t.covers(r))
        };
        let free: Vec<&Torn> = rebuilt.torn.iter().filter(is_free).collect();
        for torn in &free {
            readings[torn.column] = damaged(torn);
        }
        let shape = |t: &&Torn| {
            let document = self.row.document(t.column);
            evidence(EvidenceKind::Shape, document, t.place.span)
        };
        Some(CanonicalLiteral {
            unit: free.first()?.unit,
            kind: rebuilt.kind,
            value: rebuilt.values[0].clone(),
            verdict: Verdict::Disputed(rebuilt.values.clone()),
            evidence: free.iter().take(REASONS).map(shape).collect(),
            readings,
        })
    }

    /// Puts verdict and evidence to the readings of a literal.
    pub(super) fn judged(
        &self,
        candidate: &Candidate<'_>,
        unit: UnitId,
        mut readings: Vec<Reading>,
    ) -> CanonicalLiteral {
        let group = candidate.group;
        let is_intact = |r: &Reading| matches!(r, Reading::Intact(_) | Reading::Absent);
        let complete = readings.iter().all(is_intact);
        let verdict = match complete {
            true => Verdict::Decided,
            false => self.verdict(candidate, &readings),
        };
        if self.source.is_none() && !candidate.settled {
            // What few documents say and others do not hint at is not missed.
            for reading in &mut readings {
                if matches!(reading, Reading::Missing(_)) {
                    *reading = Reading::Absent;
                }
            }
        }
        CanonicalLiteral {
            unit,
            kind: group.kind,
            value: group.value.clone(),
            evidence: if complete {
                Vec::new()
            } else {
                self.reasons(group, &readings)
            },
            verdict,
            readings,
        }
    }

    /// Whether what speaks for a literal outweighs what its damaged forms have on their side.
    fn verdict(&self, candidate: &Candidate<'_>, readings: &[Reading]) -> Verdict {
        let group = candidate.group;
        let rivals = self.rivals(group, readings);
        let wins = |rival: &&Rival| match self.source {
            // Translations that agree against the source: it was revised after them.
            Some(source) => {
                let intact =
                    |(c, r): (usize, &Reading)| c != source && matches!(r, Reading::Intact(_));
                let none = !readings.iter().enumerate().any(intact);
                none && self.witnesses.independent(&rival.columns) > 1 && !rival.is_shape
            }
            None => self.outweighs(rival, candidate),
        };
        let strong = rivals.iter().filter(wins).map(|r| r.text.clone());
        let strong: Vec<String> = strong.collect();
        match strong.is_empty() {
            true => Verdict::Decided,
            false => {
                Verdict::Disputed(std::iter::once(group.value.clone()).chain(strong).collect())
            }
        }
    }

    /// The forms that documents have in the place of a literal.
    fn rivals(&self, group: &Group, readings: &[Reading]) -> Vec<Rival> {
        let mut rivals: Vec<Rival> = Vec::new();
        for (column, reading) in readings.iter().enumerate() {
            let Reading::Damaged(place, harm) = reading else {
                continue;
            };
            let text = self.text(column, place);
            let form = normal(group.kind, text);
            if let Some(rival) = rivals.iter_mut().find(|r| r.form == form) {
                rival.columns.push(column);
                continue;
            }
            rivals.push(Rival {
                form,
                text: text.to_owned(),
                columns: vec![column],
                is_shape: is_shape(group.kind, harm.damage)
                    || is_spaced(group.kind, text)
                    || is_flattened(&group.value, text)
                    || self.is_unknown_form(group, text)
                    || !group.rebuilt.is_empty() && text.contains(char::is_whitespace),
                is_slip: is_slip(harm.damage),
            });
        }
        rivals
    }

    /// Whether a form has as much on its side as a literal, where there is no source.
    fn outweighs(&self, rival: &Rival, candidate: &Candidate<'_>) -> bool {
        let group = candidate.group;
        // What the pieces were put together from is no rival of the whole.
        if rival.is_shape && !group.rebuilt.is_empty() {
            return false;
        }
        let form = normal(group.kind, &group.value);
        let weight = self.witnesses.support(rival.columns.iter().copied());
        let bonus = if rival.is_shape { SHAPE } else { 0.0 };
        weight + MARGIN > candidate.score + bonus
            && !(rival.is_slip && self.pool.corpus(&form, &rival.form).is_some())
    }

    /// Whether the catalogue knows a command and not what it was made.
    fn is_unknown_form(&self, group: &Group, form: &str) -> bool {
        let forms = std::iter::once(form);
        group.kind == LiteralKind::Command && self.pool.catalogued(&group.value, forms).is_some()
    }

    /// What other articles say for a literal against one of its damaged forms.
    fn corpus(&self, group: &Group, readings: &[Reading]) -> Option<Evidence> {
        let form = normal(group.kind, &group.value);
        let mut columns = readings.iter().enumerate();
        columns.find_map(|(column, reading)| match reading {
            Reading::Damaged(place, harm) if is_slip(harm.damage) => {
                let slip = normal(group.kind, self.text(column, place));
                self.pool.corpus(&form, &slip)
            }
            _ => None,
        })
    }

    pub(super) fn text(&self, column: usize, place: &Place) -> &str {
        let segment = self.row.document(column).segment(place.segment);
        segment.slice(place.range.clone())
    }

    fn reasons(&self, group: &Group, readings: &[Reading]) -> Vec<Evidence> {
        let mut reasons = Vec::new();
        for column in self.witnesses.by_trust() {
            let document = self.row.document(column);
            match &readings[column] {
                Reading::Intact(place) => {
                    let kind = match Some(column) == self.source {
                        true => EvidenceKind::Source,
                        false => EvidenceKind::Locale,
                    };
                    reasons.push(evidence(kind, document, place.span));
                }
                Reading::Damaged(place, harm) => {
                    reasons.extend(
                        self.pool
                            .link(column, place.segment, place.span, &group.value),
                    );
                    if is_shape(group.kind, harm.damage) {
                        let mut shape = evidence(EvidenceKind::Shape, document, place.span);
                        shape.location = None;
                        reasons.push(shape);
                    }
                }
                Reading::Missing(_) | Reading::Absent => {}
            }
        }
        reasons.extend(self.pool.code(&group.value));
        reasons.extend(self.corpus(group, readings));
        if group.kind == LiteralKind::Command {
            let damaged = readings
                .iter()
                .enumerate()
                .filter_map(|(column, r)| match r {
                    Reading::Damaged(place, _) => Some(self.text(column, place)),
                    _ => None,
                });
            reasons.extend(self.pool.catalogued(&group.value, damaged));
        }
        reasons.sort_by_key(|r| r.kind);
        // One shape tells as much as several.
        reasons.dedup_by(|b, a| a.kind == EvidenceKind::Shape && b.kind == a.kind);
        reasons.truncate(REASONS);
        reasons
    }
}
