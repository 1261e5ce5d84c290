//! TXT003: letters of a script that the language is not written in.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::document::{BlockKind, Document, Segment};
use crate::l10n::{self, Characters};
use crate::lint::running::{self, Leads};
use crate::lint::{DocumentView, Rule, report};
use crate::source::Locale;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds Simplified characters in Traditional Chinese and the other way round, and Cyrillic,
    /// Greek, Arabic, Chinese, Japanese or Korean letters in a language that is not written in
    /// them.
    ///
    /// ## Why is this bad?
    ///
    /// Text in the wrong script was not translated for this reader. A single Cyrillic `а` in a
    /// Latin word looks right and is never found by a search.
    ///
    /// ## Example
    ///
    /// `请重新启动服务` in a zh-TW article, which writes `請重新啟動服務`.
    pub(crate) static WRONG_SCRIPT = {
        code: "TXT003",
        name: "wrong-script",
        severity: Info,
        certainty: Probable,
        check: Check::Document(check),
    };
}

/// From how many characters of the wrong script on a sentence is wrong as a whole.
const MANY: usize = 4;

/// A document is written in a script that has at least one letter in so many.
const OWN_SHARE: usize = 50;

/// Scripts that are told apart, by the code points of their letters.
#[rustfmt::skip]
const SCRIPTS: &[Range<char>] = &[
    '\u{370}'..'\u{400}', '\u{400}'..'\u{530}', '\u{530}'..'\u{590}', '\u{590}'..'\u{600}',
    '\u{600}'..'\u{700}', '\u{900}'..'\u{980}', '\u{e00}'..'\u{e80}', '\u{10a0}'..'\u{1100}',
    '\u{3041}'..'\u{3100}', '\u{4e00}'..'\u{a000}', '\u{ac00}'..'\u{d7b0}',
];

/// The first bytes of all characters from the first of these on.
const FOREIGN: Leads = Leads::from('\u{370}');

/// The first of these look like Latin ones.
const LOOK_ALIKES: usize = 2;

fn check(rule: &Rule, view: &DocumentView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let document = view.whole.document(view.column);
    let other = other_chinese(&document.locale);
    let mut counts = [0; SCRIPTS.len()];
    let mut letters = 0;
    // Runs of letters of one script each.
    let mut runs: Vec<(usize, &Segment, Range<u32>)> = Vec::new();
    for (id, block) in document.leaves() {
        if matches!(block.kind, BlockKind::Code { .. } | BlockKind::Opaque) {
            continue;
        }
        for (_, segment) in document.segments_of(id) {
            letters += segment.text.len();
            match other {
                Some(other) => other_script(rule, view, segment, other, diagnostics),
                None if segment.text.is_ascii() => {}
                None => collect(segment, &mut counts, &mut runs),
            }
        }
    }
    for (script, segment, range) in runs {
        let is_rare = counts[script] * OWN_SHARE < letters;
        if is_rare || script < LOOK_ALIKES && is_glued(segment, &range) {
            foreign(rule, view, segment, range, diagnostics);
        }
    }
}

/// The characters of the other script of Chinese, for a document in one.
fn other_chinese(locale: &Locale) -> Option<&'static Characters> {
    let other = match locale.is_traditional_chinese() {
        _ if !locale.is_chinese() => return None,
        true => "zh-CN",
        false => "zh-TW",
    };
    let other = other.parse().ok()?;
    Some(&l10n::lexicon(&other).characters)
}

/// Reports characters of the other Chinese script, a sentence full of them as a whole.
fn other_script(
    rule: &Rule,
    view: &DocumentView<'_>,
    segment: &Segment,
    other: &Characters,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut hits = running::characters(segment, &FOREIGN).filter(|(_, c)| other.contains(*c));
    let Some(first) = hits.next() else {
        return;
    };
    let hits: Vec<(usize, char)> = std::iter::once(first).chain(hits).collect();
    let is_shared = |(_, c): &(usize, char)| witnesses(view).any(|d| d.file.text().contains(*c));
    if hits.iter().all(is_shared) {
        return;
    }
    let (start, (last, c)) = (hits[0].0, hits[hits.len() - 1]);
    let span = segment.source_span(start as u32..(last + c.len_utf8()) as u32);
    let message = Message::new("lint-wrong-script");
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    if hits.len() >= MANY {
        found.severity = Severity::Warning;
    }
    diagnostics.push(found);
}

/// The documents in other languages.
fn witnesses<'a>(view: &DocumentView<'a>) -> impl Iterator<Item = &'a Document> {
    let own = &view.whole.document(view.column).locale;
    let documents = view.whole.article.documents.iter();
    documents.filter(move |d| d.locale.language() != own.language())
}

fn collect<'a>(
    segment: &'a Segment,
    counts: &mut [usize; SCRIPTS.len()],
    runs: &mut Vec<(usize, &'a Segment, Range<u32>)>,
) {
    for (at, c) in running::characters(segment, &FOREIGN) {
        let script = SCRIPTS
            .iter()
            .position(|s| s.contains(&c) && c.is_alphabetic());
        let Some(script) = script else {
            continue;
        };
        counts[script] += c.len_utf8();
        let end = (at + c.len_utf8()) as u32;
        match runs.last_mut() {
            Some((last, of, range))
                if *last == script && std::ptr::eq(*of, segment) && range.end == at as u32 =>
            {
                range.end = end;
            }
            _ => runs.push((script, segment, at as u32..end)),
        }
    }
}

/// Whether Latin letters stand in the same word.
fn is_glued(segment: &Segment, range: &Range<u32>) -> bool {
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{250}';
    segment.text[..range.start as usize].ends_with(is_latin)
        || segment.text[range.end as usize..].starts_with(is_latin)
}

/// Reports letters of a foreign script, unless other languages say the same.
fn foreign(
    rule: &Rule,
    view: &DocumentView<'_>,
    segment: &Segment,
    range: Range<u32>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let text = segment.slice(range.clone());
    // A Greek letter by itself is a sign: α, Ω.
    let is_sign =
        SCRIPTS[0].contains(&text.chars().next().unwrap_or_default()) && text.chars().count() == 1;
    if is_sign || witnesses(view).any(|d| d.file.text().contains(text)) {
        return;
    }
    let message = Message::new("lint-wrong-script");
    let span = segment.source_span(range);
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    found.severity = Severity::Warning;
    diagnostics.push(found);
}
