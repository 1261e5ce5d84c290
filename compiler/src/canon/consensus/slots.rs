//! Which of the times that a name is meant a document has, where it has it less often: the ones of
//! the same sentences, in order.

use crate::canon::group::Occurrence;

/// What it costs that a name stands in another sentence.
const MOVED: usize = 1;

/// The places of a document at the times that a name is meant, which `reference` has all of.
pub(super) fn slots<'g>(
    places: Vec<&'g Occurrence>,
    reference: &[Occurrence],
    count: usize,
) -> Vec<Option<&'g Occurrence>> {
    let is_short = !places.is_empty() && places.len() < count && reference.len() == count;
    if !is_short {
        let mut slots: Vec<_> = places.into_iter().map(Some).collect();
        slots.resize(count, None);
        return slots;
    }
    let chosen = choose(&places, reference);
    let mut slots = vec![None; count];
    for (place, slot) in places.into_iter().zip(chosen) {
        slots[slot] = Some(place);
    }
    slots
}

/// For each place, which of the reference it is: in order, as many as can be in the same sentence.
fn choose(places: &[&Occurrence], reference: &[Occurrence]) -> Vec<usize> {
    let spare = reference.len() - places.len();
    // Costs of what is still to come, by how many of the reference were passed over.
    let mut rest = vec![0; spare + 1];
    let mut skips: Vec<Vec<usize>> = Vec::new();
    for (at, place) in places.iter().enumerate().rev() {
        let cost = |passed: usize| match reference[at + passed].unit == place.unit {
            true => 0,
            false => MOVED,
        };
        let best = |from: usize| {
            let costs = (from..=spare).map(|passed| (cost(passed) + rest[passed], passed));
            costs.min().unwrap_or((0, spare))
        };
        let bests: Vec<(usize, usize)> = (0..=spare).map(best).collect();
        rest = bests.iter().map(|(cost, _)| *cost).collect();
        skips.push(bests.into_iter().map(|(_, passed)| passed).collect());
    }
    let mut passed = 0;
    let mut chosen = Vec::new();
    for (at, skips) in skips.iter().rev().enumerate() {
        passed = skips[passed];
        chosen.push(at + passed);
    }
    chosen
}
