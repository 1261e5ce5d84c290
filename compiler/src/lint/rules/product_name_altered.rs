//! LIT015: a product name that a translation changed.

use std::collections::BTreeMap;

use memchr::memmem::Finder;

use crate::align::Unit;
use crate::diagnostic::{
    Applicability, Certainty, Diagnostic, Edit, Evidence, Fix, Message, Severity,
};
use crate::document::{Document, Segment, SegmentId};
use crate::l10n;
use crate::lint::{ArticleView, Rule, report};
use crate::literal::names;
use crate::literal::search::{NameDamage, NameMatch, NameSearch};
use crate::source::Span;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds the name of a product, of several capitalized words, of which this translation
    /// translated, misspelt, lost or moved a word, while it keeps the name elsewhere. Letters of
    /// another case are information only, and so is a form that the translation uses as often as the
    /// name.
    ///
    /// ## Why is this bad?
    ///
    /// The reader searches for a product that does not exist, or takes it for another one. A name
    /// that a translation always renders in the same way is left alone: many have an official name in
    /// a language.
    ///
    /// ## Example
    ///
    /// The source says “Contoso Mail Server”, and the Chinese translation, which keeps it everywhere
    /// else, “Contoso Mail 服务器”.
    pub(crate) static PRODUCT_NAME_ALTERED = {
        code: "LIT015",
        name: "product-name-altered",
        severity: Warning,
        certainty: Probable,
        check: Check::Article(check),
    };
}

/// Most findings in an article: whoever has more has another article.
const MOST: usize = 1000;

/// In how many places a translation keeps a name before a translated word of it is a slip: a name
/// that is kept once may be the one that slipped.
const KEPT: usize = 3;

/// A damaged name with its place and the text that has it right.
struct Finding {
    column: usize,
    segment: SegmentId,
    witness: (usize, SegmentId),
    found: NameMatch,
}

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut findings = Vec::new();
    for unit in &whole.alignment.units {
        if findings.len() < MOST {
            check_unit(whole, unit, &mut findings);
        }
    }
    let mut damaged: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for finding in &findings {
        *damaged
            .entry((finding.column, &finding.found.expected))
            .or_default() += 1;
    }
    for finding in &findings {
        let often = damaged[&(finding.column, finding.found.expected.as_str())];
        diagnostics.extend(judged(rule, whole, finding, often));
    }
}

/// A name that a witness has in a unit.
struct Name {
    witness: (usize, SegmentId),
    text: String,
    /// Finds it: it is looked for in every locale.
    finder: Finder<'static>,
    /// How often the witness says it there.
    times: usize,
}

fn check_unit(whole: &ArticleView<'_>, unit: &Unit, findings: &mut Vec<Finding>) {
    let names = names_of(whole, unit);
    if names.is_empty() {
        return;
    }
    for column in (0..unit.cells.len()).filter(|c| whole.is_translation(*c)) {
        let lacking = names.iter().filter(|n| is_lacking(whole, unit, column, n));
        let mut lacking = lacking.peekable();
        if lacking.peek().is_none() {
            continue;
        }
        let document = whole.document(column);
        let lexicon = l10n::lexicon(&document.locale);
        let segments = unit.cells[column].iter();
        let cells: Vec<(SegmentId, NameSearch<'_>)> = segments
            .map(|id| (*id, NameSearch::new(document.segment(*id), lexicon)))
            .collect();
        for name in lacking {
            search(name, column, &cells, findings);
        }
    }
}

fn names_of(whole: &ArticleView<'_>, unit: &Unit) -> Vec<Name> {
    let mut found = Vec::new();
    for witness in witnesses(whole, unit) {
        for id in &unit.cells[witness] {
            let segment = whole.document(witness).segment(*id);
            for run in names::runs(segment) {
                let text = segment.text[run].replace(HARD_SPACES, " ");
                let finder = Finder::new(&text).into_owned();
                found.push(Name {
                    witness: (witness, *id),
                    times: times(whole, unit, witness, &finder),
                    text,
                    finder,
                });
            }
        }
    }
    found
}

/// The source; without one, the first document in each of two languages.
fn witnesses(whole: &ArticleView<'_>, unit: &Unit) -> Vec<usize> {
    if let Some(source) = whole.article.source {
        return vec![source];
    }
    let language = |c: usize| whole.document(c).locale.language();
    let mut columns = (0..unit.cells.len()).filter(|c| !unit.cells[*c].is_empty());
    let first = columns.next();
    let other = columns.find(|c| first.is_some_and(|f| language(f) != language(*c)));
    first.into_iter().chain(other).collect()
}

/// Whether a document says a name less often than the witness, and others bear it out.
fn is_lacking(whole: &ArticleView<'_>, unit: &Unit, column: usize, name: &Name) -> bool {
    let witness = name.witness.0;
    let is_there = column != witness && !unit.cells[column].is_empty();
    if !is_there || times(whole, unit, column, &name.finder) >= name.times {
        return false;
    }
    if whole.article.source.is_some() {
        return true;
    }
    let language = |c: usize| whole.document(c).locale.language();
    let others = (0..unit.cells.len()).filter(|c| *c != column && *c != witness);
    let mut foreign = others.filter(|c| language(*c) != language(column));
    language(column) != language(witness)
        && foreign.any(|c| times(whole, unit, c, &name.finder) > 0)
}

fn search(
    name: &Name,
    column: usize,
    cells: &[(SegmentId, NameSearch<'_>)],
    findings: &mut Vec<Finding>,
) {
    for (segment, text) in cells {
        for found in text.find(&name.text) {
            let is_known = |f: &Finding| {
                let range = &f.found.range;
                f.column == column
                    && f.segment == *segment
                    && range.start < found.range.end
                    && found.range.start < range.end
            };
            if !findings.iter().rev().take(32).any(is_known) {
                findings.push(Finding {
                    column,
                    segment: *segment,
                    witness: name.witness,
                    found,
                });
            }
        }
    }
}

/// How often a unit says a name in a document.
fn times(whole: &ArticleView<'_>, unit: &Unit, column: usize, name: &Finder<'_>) -> usize {
    let document = whole.document(column);
    let segments = unit.cells[column].iter().map(|s| document.segment(*s));
    segments.map(|s| times_in(s, name)).sum()
}

/// Spaces at which no line breaks.
const HARD_SPACES: [char; 2] = ['\u{a0}', '\u{202f}'];

/// How often a segment says a name, with spaces that break or not.
fn times_in(segment: &Segment, name: &Finder<'_>) -> usize {
    let text = segment.text.as_str();
    let plain = name.find_iter(text.as_bytes()).count();
    if plain > 0 || text.is_ascii() || !has_hard_space(text) {
        return plain;
    }
    let text = text.replace(HARD_SPACES, " ");
    name.find_iter(text.as_bytes()).count()
}

fn has_hard_space(text: &str) -> bool {
    // Looked for by their last bytes, which few other characters end in.
    let mut ends = memchr::memchr2_iter(0xa0, 0xaf, text.as_bytes());
    ends.any(|at| {
        HARD_SPACES
            .iter()
            .any(|space| ends_in(&text.as_bytes()[..=at], *space))
    })
}

fn ends_in(bytes: &[u8], c: char) -> bool {
    bytes.ends_with(c.encode_utf8(&mut [0; 4]).as_bytes())
}

/// How many segments of a document say a name as it should be.
fn kept(document: &Document, name: &str) -> usize {
    let finder = Finder::new(name);
    let segments = document.segments.iter();
    segments.filter(|s| times_in(s, &finder) > 0).count()
}

fn judged(
    rule: &Rule,
    whole: &ArticleView<'_>,
    finding: &Finding,
    often: usize,
) -> Option<Diagnostic> {
    let found = &finding.found;
    let document = whole.document(finding.column);
    let kept = kept(document, &found.expected);
    let segment = document.segment(finding.segment);
    let span = segment.source_span(found.range.clone());
    let text = segment.slice(found.range.clone());
    let inside = |at: u32| found.range.start < at && at < found.range.end;
    let torn = segment
        .marks
        .iter()
        .any(|m| inside(m.range.start) || inside(m.range.end));
    let doubtful = match found.damage {
        // A word of the sentence is glued to the markup.
        NameDamage::Letters => torn,
        NameDamage::Shortened => !is_another(whole, finding, text),
        _ => false,
    };
    if kept == 0 || doubtful {
        return None;
    }
    let message = Message::new(message(found.damage)).with("expected", &found.expected);
    let mut diagnostic = report::diagnostic(rule, *whole, finding.column, span, message);
    let usual = match found.damage {
        NameDamage::Translated => kept >= KEPT && kept >= often * 2,
        _ => kept >= often,
    };
    if found.damage == NameDamage::Case || !usual {
        diagnostic.severity = Severity::Info;
    }
    if found.damage == NameDamage::Letters {
        diagnostic.certainty = Certainty::Certain;
    }
    diagnostic.expected = Some(found.expected.clone());
    diagnostic.evidence = vec![evidence(whole, finding)];
    diagnostic.fix = (!torn).then(|| fix(span, found));
    Some(diagnostic)
}

/// Whether what a name was shortened to is the name of something else in the article.
fn is_another(whole: &ArticleView<'_>, finding: &Finding, text: &str) -> bool {
    let witness = whole.document(finding.witness.0);
    let here = times_in(witness.segment(finding.witness.1), &Finder::new(text)) > 0;
    !here && kept(witness, text) > 0
}

fn message(damage: NameDamage) -> &'static str {
    match damage {
        NameDamage::Case => "lint-product-name-case",
        NameDamage::Letters => "lint-product-name-misspelt",
        NameDamage::Translated => "lint-product-name-translated",
        NameDamage::Shortened | NameDamage::Order => "lint-product-name-altered",
    }
}

fn evidence(whole: &ArticleView<'_>, finding: &Finding) -> Evidence {
    let (column, segment) = finding.witness;
    let span = whole.document(column).segment(segment).span;
    report::evidence(*whole, column, span, &finding.found.expected)
}

fn fix(span: Span, found: &NameMatch) -> Fix {
    Fix {
        applicability: match found.damage {
            NameDamage::Case | NameDamage::Letters => Applicability::Safe,
            _ => Applicability::Unsafe,
        },
        edits: vec![Edit {
            span,
            text: found.expected.clone(),
        }],
    }
}
