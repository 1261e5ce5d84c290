//! What a finding is known by from one run to the next: its content, and never its line.
//!
//! A baseline and the reports that a server compares over time share it. It survives edits above
//! the finding, another wrapping of its lines and another folder; it changes when the words do.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};

use sha2::{Digest, Sha256};

use super::Diagnostic;
use crate::source::Locale;

/// How many bytes of the digest are kept: enough that no two findings ever share one.
const BYTES: usize = 16;

/// A digest of what a finding says: rule, article, locale, found, expected, and its number among
/// those that say the same. Written as hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; BYTES]);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Diagnostic {
    /// What this finding is known by from one run to the next.
    pub fn fingerprint(&self) -> Fingerprint {
        let key = Key::of(self);
        let mut hash = Sha256::new();
        hash.update(format!("{}\0{}\0{}\0", key.rule, key.article, key.locale));
        key.found.digest(&mut hash);
        // Nothing known and nothing expected differ.
        if let Some(expected) = key.expected {
            hash.update("expected\0");
            expected.digest(&mut hash);
        }
        hash.update(self.ordinal.to_string());
        let mut bytes = [0; BYTES];
        bytes.copy_from_slice(&hash.finalize()[..BYTES]);
        Fingerprint(bytes)
    }
}

/// Text as its words: wrapped elsewhere it is the same.
struct Words<'a>(&'a str);

impl Words<'_> {
    fn digest(&self, hash: &mut Sha256) {
        for word in self.0.split_whitespace() {
            hash.update(word);
            hash.update(" ");
        }
        hash.update("\0");
    }
}

impl PartialEq for Words<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.split_whitespace().eq(other.0.split_whitespace())
    }
}

impl Eq for Words<'_> {}

impl Hash for Words<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.split_whitespace().for_each(|word| word.hash(state));
    }
}

/// What equals share.
#[derive(PartialEq, Eq, Hash)]
struct Key<'a> {
    rule: &'a str,
    article: &'a str,
    locale: &'a Locale,
    found: Words<'a>,
    expected: Option<Words<'a>>,
}

impl<'a> Key<'a> {
    fn of(diagnostic: &'a Diagnostic) -> Self {
        Key {
            rule: diagnostic.rule,
            article: &diagnostic.article,
            locale: &diagnostic.locale,
            found: Words(&diagnostic.found),
            expected: diagnostic.expected.as_deref().map(Words),
        }
    }
}

/// Numbers the findings of an article that say the same, in their order.
///
/// All of them have to be there: what is left out of a report later keeps the number that it had.
pub fn number_equals(diagnostics: &mut [Diagnostic]) {
    let mut seen: HashMap<Key<'_>, u32> = HashMap::with_capacity(diagnostics.len());
    let mut next = |diagnostic| {
        let count = seen.entry(Key::of(diagnostic)).or_default();
        *count += 1;
        *count - 1
    };
    let ordinals: Vec<u32> = diagnostics.iter().map(&mut next).collect();
    for (diagnostic, ordinal) in diagnostics.iter_mut().zip(ordinals) {
        diagnostic.ordinal = ordinal;
    }
}
