//! Numbers for tokens, so that no inner loop hashes.

/// Numbers tokens from 0 in the order of their first use. Open addressing over the token itself,
/// which is a hash already.
#[derive(Debug)]
pub(super) struct Vocabulary {
    slots: Vec<(u32, u32)>,
    tokens: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl Default for Vocabulary {
    fn default() -> Self {
        Vocabulary::of_text(0)
    }
}

/// Bytes of text for one slot: with fewer the table grows as a rule, with more it is empty.
const BYTES: usize = 8;

/// The slot of a token, which is a hash already: the first one that `stops` the search. There is a
/// free one among `slots`, and as many as a power of two.
pub(super) fn probe<S>(slots: &[S], token: u32, stops: impl Fn(&S) -> bool) -> usize {
    let mask = slots.len() - 1;
    let mut at = (token.wrapping_mul(0x9e37_79b1) >> 7) as usize & mask;
    while !stops(&slots[at]) {
        at = (at + 1) & mask;
    }
    at
}

impl Vocabulary {
    /// No tokens yet, and room for those of so many bytes of text.
    pub(super) fn of_text(length: usize) -> Self {
        let size = (length / BYTES).clamp(64, 1 << 16).next_power_of_two();
        Vocabulary {
            slots: vec![(0, EMPTY); size],
            tokens: Vec::with_capacity(size / 2),
        }
    }

    fn slot(&self, token: u32) -> usize {
        let stops = |(held, number): &(u32, u32)| *number == EMPTY || *held == token;
        probe(&self.slots, token, stops)
    }

    /// The number of a token that was seen.
    pub(super) fn get(&self, token: u32) -> Option<u32> {
        let number = self.slots[self.slot(token)].1;
        (number != EMPTY).then_some(number)
    }

    /// The token of a number.
    pub(super) fn token(&self, number: u32) -> u32 {
        self.tokens[number as usize]
    }

    /// How many tokens have a number.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The number of a token, a new one where it was not seen before.
    pub(super) fn intern(&mut self, token: u32) -> u32 {
        let mut at = self.slot(token);
        if self.slots[at].1 != EMPTY {
            return self.slots[at].1;
        }
        if self.tokens.len() * 2 > self.slots.len() {
            let slots = vec![(0, EMPTY); self.slots.len() * 2];
            self.slots = slots;
            for number in 0..self.tokens.len() {
                let at = self.slot(self.tokens[number]);
                self.slots[at] = (self.tokens[number], number as u32);
            }
            at = self.slot(token);
        }
        let number = self.tokens.len() as u32;
        self.slots[at] = (token, number);
        self.tokens.push(token);
        number
    }
}
