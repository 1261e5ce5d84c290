//! What the catalogue does not know of an article's commands: what the rules COD004 to COD006 are
//! handed.
//!
//! The commands are those of the canon, so a fault is the article's own and is found once; where a
//! translation says something else, other rules speak. A scan of words suspects, and only then is
//! the code parsed.

use std::collections::BTreeSet;
use std::ops::Range;

use super::report;
use super::rule::Rule;
use super::view::{ArticleView, FaultView};
use crate::canon::{CanonicalCode, Reading, Verdict};
use crate::catalog::{Catalogue, Cmdlet, Named, Parameter, accepts};
use crate::diagnostic::{
    Applicability, Certainty, Diagnostic, Edit, Evidence, EvidenceKind, Fix, Message, Severity,
};
use crate::document::{BlockKind, LiteralKind, MarkKind, Segment};
use crate::literal::search::similarity;
use crate::shell::{self, Argument, CodeClass, Dialect, Script, Word};
use crate::source::Span;

/// Most letters in which a name differs from the one that was meant.
const LETTERS: f32 = 2.0;
/// One letter in so many may differ.
const SHARE: f32 = 5.0;

/// How many accepted values a message lists.
const VALUES: usize = 10;

/// What of a command is not in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lack {
    Command,
    Parameter,
    Value,
}

/// A part of a command that is not in the catalogue.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) lack: Lack,
    /// The document in which it is reported.
    pub(crate) column: usize,
    pub(crate) span: Span,
    /// The cmdlet; for a value its parameter.
    pub(crate) owner: String,
    /// What was most likely meant.
    pub(crate) nearest: Option<String>,
    /// The values that are accepted.
    pub(crate) accepted: Vec<String>,
}

/// A fault as a finding. Where nothing like it is known, it may be of another version.
pub(crate) fn diagnostic(rule: &Rule, view: &FaultView<'_>, message: &'static str) -> Diagnostic {
    let (whole, fault) = (view.whole, view.fault);
    let message = Message::new(message)
        .with("owner", &fault.owner)
        .with("accepted", listed(&fault.accepted));
    let mut found = report::diagnostic(rule, whole, fault.column, fault.span, message);
    if let Some(nearest) = &fault.nearest {
        found.fix = Some(Fix {
            applicability: Applicability::Unsafe,
            edits: vec![Edit {
                span: fault.span,
                text: nearest.clone(),
            }],
        });
        found.expected = Some(nearest.clone());
        found.evidence = vec![Evidence {
            kind: EvidenceKind::Catalogue,
            locale: None,
            text: nearest.clone(),
            location: None,
        }];
    } else if fault.lack != Lack::Value {
        found.severity = Severity::Info;
        found.certainty = Certainty::Possible;
    }
    found
}

/// The first few values of a list, for a message.
fn listed(values: &[String]) -> String {
    let more = if values.len() > VALUES { ", …" } else { "" };
    values[..values.len().min(VALUES)].join(", ") + more
}

/// The faults in the commands of an article, in its order.
pub(super) fn faults(whole: ArticleView<'_>) -> Vec<Fault> {
    let mut search = Search {
        whole,
        seen: BTreeSet::new(),
        faults: Vec::new(),
    };
    for code in whole.canon.decided_code() {
        search.block(code);
    }
    for unit in whole.units() {
        for literal in unit.literals {
            let is_command = literal.kind == LiteralKind::Command;
            if is_command && literal.verdict == Verdict::Decided {
                search.inline(&literal.readings);
            }
        }
    }
    search.faults
}

struct Search<'a> {
    whole: ArticleView<'a>,
    /// Faults without a likely meaning that were found, which are told once.
    seen: BTreeSet<(Lack, String, String)>,
    faults: Vec<Fault>,
}

impl Search<'_> {
    /// The columns, the source first.
    fn columns(&self) -> impl Iterator<Item = usize> + use<> {
        let source = self.whole.article.source;
        let others = (0..self.whole.article.documents.len()).filter(move |c| Some(*c) != source);
        source.into_iter().chain(others)
    }

    fn block(&mut self, code: &CanonicalCode) {
        let has = |c: usize| {
            code.readings[c]
                .filter(|(_, same)| *same)
                .map(|(b, _)| (c, b))
        };
        let Some((column, block)) = self.columns().find_map(has) else {
            return;
        };
        let document = self.whole.document(column);
        let Some((_, segment)) = document.segments_of(block).next() else {
            return;
        };
        let info = match &document.block(block).kind {
            BlockKind::Code { info, .. } => info.as_str(),
            _ => "",
        };
        self.code(column, segment, 0..segment.text.len(), info);
    }

    /// A command in inline code, where it stands as it should.
    fn inline(&mut self, readings: &[Reading]) {
        let intact = self.columns().find_map(|c| match &readings[c] {
            Reading::Intact(place) => Some((c, place)),
            _ => None,
        });
        let Some((column, place)) = intact else {
            return;
        };
        let segment = self.whole.document(column).segment(place.segment);
        let mut marks = segment.marks.iter().filter(|m| m.kind == MarkKind::Code);
        let around = |r: &Range<u32>| r.start <= place.range.start && place.range.end <= r.end;
        if let Some(mark) = marks.find(|m| around(&m.range)) {
            let range = mark.range.start as usize..mark.range.end as usize;
            self.code(column, segment, range, "");
        }
    }

    /// Looks at the commands in `range` of a segment's text.
    fn code(&mut self, column: usize, segment: &Segment, range: Range<usize>, info: &str) {
        let text = &segment.text[range.clone()];
        if !is_suspicious(text, self.whole.catalogue) {
            return;
        }
        let (script, is_template) = match shell::classify(text, info) {
            CodeClass::Command(Dialect::PowerShell) => {
                (shell::parse(Dialect::PowerShell, text).script, false)
            }
            _ if shell::template(text, info) == Some(Dialect::PowerShell) => (
                shell::parse_template(Dialect::PowerShell, text).script,
                true,
            ),
            // A verb that is none makes a command look like words.
            _ if opens_with_missing(text, self.whole.catalogue) => {
                (shell::parse(Dialect::PowerShell, text).script, false)
            }
            _ => return,
        };
        let place = Place {
            column,
            segment,
            start: range.start,
            is_template,
        };
        self.script(&script, &place);
    }

    fn script(&mut self, script: &Script, place: &Place<'_>) {
        let catalogue = self.whole.catalogue;
        for invocation in script.invocations() {
            let name = invocation.command();
            let name = name.rsplit('\\').next().unwrap_or(name);
            match catalogue.find(name) {
                Some(cmdlet) => {
                    for argument in &invocation.arguments {
                        self.argument(&cmdlet, argument, place);
                    }
                }
                None if is_missing(name, catalogue) => {
                    let nearest = nearest_cmdlet(name, catalogue);
                    self.add(
                        Lack::Command,
                        &invocation.name,
                        name,
                        nearest,
                        Vec::new(),
                        place,
                    );
                }
                None => {}
            }
        }
    }

    fn argument(&mut self, cmdlet: &Cmdlet<'_>, argument: &Argument, place: &Place<'_>) {
        let (Some(word), Some(name)) = (&argument.parameter, argument.name()) else {
            return;
        };
        let name = name.split(':').next().unwrap_or(name);
        let plain = name.bytes().all(|b| b.is_ascii_alphanumeric());
        match cmdlet.parameter(name) {
            Named::Unknown if plain && !name.is_empty() => {
                let known = cmdlet.parameters().map(|p| p.name);
                let nearest = nearest(name, known).map(|n| format!("-{n}"));
                self.add(
                    Lack::Parameter,
                    word,
                    cmdlet.name,
                    nearest,
                    Vec::new(),
                    place,
                );
            }
            Named::Known(parameter) if !place.is_template => {
                let value = argument.value.as_ref();
                if let Some((word, value)) = value.and_then(|w| Some((w, w.value.as_deref()?))) {
                    self.value(&parameter, word, value, place);
                }
            }
            _ => {}
        }
    }

    fn value(&mut self, parameter: &Parameter<'_>, word: &Word, value: &str, place: &Place<'_>) {
        let accepted = parameter.accepted();
        let is_variable = value.starts_with('$') && !parameter.is_boolean();
        if accepted.is_empty()
            || is_variable
            || value.split(',').all(|v| accepts(&accepted, v.trim()))
        {
            return;
        }
        let bare = |v: &String| v.trim_start_matches('$').eq_ignore_ascii_case(value);
        let nearest = accepted.iter().find(|v| bare(v)).cloned();
        let nearest = nearest.or_else(|| nearest_of(value, &accepted));
        self.add(
            Lack::Value,
            word,
            &format!("-{}", parameter.name),
            nearest,
            accepted,
            place,
        );
    }

    fn add(
        &mut self,
        lack: Lack,
        word: &Word,
        owner: &str,
        nearest: Option<String>,
        accepted: Vec<String>,
        place: &Place<'_>,
    ) {
        let start = (place.start + word.range.start) as u32;
        let end = (place.start + word.range.end) as u32;
        let found = place.segment.slice(start..end).to_lowercase();
        let once = (lack, owner.to_lowercase(), found);
        if !self.seen.insert(once) && nearest.is_none() {
            return;
        }
        let span = place.segment.source_span(start..end);
        let same = |f: &Fault| f.column == place.column && f.span == span;
        if !self.faults.iter().rev().take(8).any(same) {
            self.faults.push(Fault {
                lack,
                column: place.column,
                span,
                owner: owner.to_owned(),
                nearest,
                accepted,
            });
        }
    }
}

/// Where the code that is looked at stands.
struct Place<'a> {
    column: usize,
    segment: &'a Segment,
    /// Byte of the segment's text at which the code begins.
    start: usize,
    /// Whether values are left to the reader.
    is_template: bool,
}

/// Whether words of `text` look as if the catalogue did not know them. Cheap, and right when it
/// says no.
fn is_suspicious(text: &str, catalogue: &Catalogue) -> bool {
    let mut cmdlet: Option<Cmdlet<'_>> = None;
    let mut valued = false;
    for word in text.split(|c: char| c.is_whitespace() || "(){};,\"'".contains(c)) {
        if valued && !word.is_empty() && !word.starts_with(['$', '<']) {
            return true;
        }
        if !word.is_empty() {
            valued = false;
        }
        if let Some(parameter) = word.strip_prefix(['-', '\u{2013}']) {
            let name = parameter.split(':').next().unwrap_or(parameter);
            match cmdlet.map(|c| c.parameter(name)) {
                Some(Named::Unknown) => return true,
                Some(Named::Known(p)) => valued = p.is_boolean() || p.values().next().is_some(),
                _ => {}
            }
        } else if word.contains('-') {
            let name = word.rsplit('\\').next().unwrap_or(word);
            cmdlet = catalogue.find(name);
            if cmdlet.is_none() && is_missing(name, catalogue) {
                return true;
            }
        } else if word == "|" {
            cmdlet = None;
        }
    }
    false
}

/// Whether code opens with a cmdlet which the catalogue should have and has not.
fn opens_with_missing(text: &str, catalogue: &Catalogue) -> bool {
    let first = text.split_whitespace().next();
    first.is_some_and(|name| is_missing(name, catalogue))
}

/// Whether a name is that of a cmdlet which the catalogue should have.
fn is_missing(name: &str, catalogue: &Catalogue) -> bool {
    name.split_once('-')
        .is_some_and(|(verb, noun)| is_name(verb) && is_name(noun) && catalogue.covers_noun(noun))
}

fn is_name(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// The cmdlet that a name is a slip for. Another verb of the same noun is none: it is not known
/// which.
fn nearest_cmdlet(name: &str, catalogue: &Catalogue) -> Option<String> {
    let near = |c: &Cmdlet<'_>| c.name.len().abs_diff(name.len()) as f32 <= LETTERS;
    nearest(name, catalogue.cmdlets().filter(near).map(|c| c.name))
}

fn nearest_of(value: &str, accepted: &[String]) -> Option<String> {
    nearest(value, accepted.iter().map(String::as_str))
}

/// The known name that differs from `name` in a letter or two, if just one is nearest.
fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let lower = name.to_lowercase();
    let letters_of = |name: &str| {
        let bits = name.bytes().map(|b| 1u32 << (b.to_ascii_lowercase() % 32));
        bits.fold(0, |all, bit| all | bit)
    };
    let own = letters_of(name);
    // One letter for another changes two of the set at most.
    let is_like = |other: &&str| (letters_of(other) ^ own).count_ones() as f32 <= 2.0 * LETTERS;
    let mut best: Option<(f32, &str)> = None;
    let mut tied = false;
    for candidate in known.filter(is_like) {
        let other = candidate.to_lowercase();
        let length = lower.len().max(other.len()) as f32;
        let letters = ((1.0 - similarity(&lower, &other)) * length).round();
        if letters > LETTERS || letters * SHARE > length {
            continue;
        }
        match best {
            Some((least, _)) if letters > least => {}
            Some((least, _)) if letters == least => tied = true,
            _ => {
                best = Some((letters, candidate));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, name)| name.to_owned())
}
