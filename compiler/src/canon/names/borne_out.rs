//! Which names stand on more than the word of one translation.
//!
//! A translation may have put a word of its own where a name seems to stand. A word in Latin
//! letters in a text of another script was not translated, and neither was one that two languages
//! have which share no words, if it is no word of theirs.

use std::collections::BTreeMap;

use crate::canon::group::Row;
use crate::canon::witness::distant;
use crate::document::LiteralKind;
use crate::l10n;

use super::Name;
use super::words::is_other_script;

/// Keeps the names that are borne out.
pub(super) fn retain(row: &Row<'_>, names: &mut Vec<Name>) {
    if names.is_empty() {
        return;
    }
    let mut vouchers: BTreeMap<(LiteralKind, String), Vouchers<'_>> = BTreeMap::new();
    for name in names.iter() {
        let document = row.document(name.column);
        let segment = document.segment(name.id);
        let word = segment.slice(name.range.clone());
        let voucher = vouchers.entry((name.kind, word.to_owned())).or_default();
        let lexicon = l10n::lexicon(&document.locale);
        let lower = word.to_lowercase();
        if is_other_script(&segment.text) {
            voucher.is_foreign = true;
        } else if !lexicon.words.contains(&lower) && !lexicon.values.contains_key(&lower) {
            voucher.languages.push(document.locale.language());
        }
    }
    names.retain(|name| {
        let word = row.document(name.column).segment(name.id);
        let word = word.slice(name.range.clone()).to_owned();
        vouchers[&(name.kind, word)].bear_out()
    });
}

/// Who has a name.
#[derive(Default)]
struct Vouchers<'a> {
    /// Whether a text of another script has it.
    is_foreign: bool,
    /// The languages of which it is no word.
    languages: Vec<&'a str>,
}

impl Vouchers<'_> {
    fn bear_out(&self) -> bool {
        self.is_foreign || distant(self.languages.iter().copied()) > 1
    }
}
