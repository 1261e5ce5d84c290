//! What names the code, the paths and the commands of an article have, and the catalogue for these.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::document::{BlockKind, Document, LiteralKind, MarkKind, Segment};
use crate::l10n::Lexicon;
use crate::literal::search::similarity;

/// Fewest letters of a name that is told by its likeness, and how like it must be.
const COGNATE: usize = 6;
const ALIKE: f32 = 0.75;

/// Names that the code and the prose of an article have, in exactly that spelling.
#[derive(Debug, Default)]
struct Written {
    arguments: BTreeSet<String>,
    parameters: BTreeSet<String>,
    commands: BTreeSet<String>,
}

/// Parameters of the cmdlets that the article names, and the values that these accept.
#[derive(Debug, Default)]
struct Catalogued {
    parameters: BTreeSet<String>,
    values: BTreeSet<String>,
}

/// The names that an article knows, collected when first asked for.
pub(super) struct Known<'a> {
    /// Those that are heard: the source, or all where there is none.
    documents: Vec<&'a Document>,
    has_source: bool,
    catalogue: &'a Catalogue,
    written: OnceCell<Written>,
    /// Elements of paths and registry keys.
    elements: OnceCell<BTreeSet<String>>,
    catalogued: OnceCell<Catalogued>,
    explains: OnceCell<bool>,
}

impl<'a> Known<'a> {
    pub(super) fn of(article: &'a Article, catalogue: &'a Catalogue) -> Self {
        Known {
            documents: match article.source {
                Some(source) => vec![&article.documents[source]],
                None => article.documents.iter().collect(),
            },
            has_source: article.source.is_some(),
            catalogue,
            written: OnceCell::new(),
            elements: OnceCell::new(),
            catalogued: OnceCell::new(),
            explains: OnceCell::new(),
        }
    }

    /// Whether a word is a parameter of the article's code, or of a cmdlet that it names.
    pub(super) fn is_parameter(&self, word: &str) -> bool {
        self.written().parameters.contains(word) || self.catalogued().parameters.contains(word)
    }

    /// Whether a word is an argument in the article's code.
    pub(super) fn has_argument(&self, word: &str) -> bool {
        self.written().arguments.contains(word)
    }

    /// Whether a word is an argument in the article's code, or one that a cmdlet accepts.
    pub(super) fn is_argument(&self, word: &str) -> bool {
        self.has_argument(word) || self.catalogued().values.contains(word)
    }

    /// Elements of the article's paths and registry keys.
    pub(super) fn elements(&self) -> &BTreeSet<String> {
        self.elements
            .get_or_init(|| self.documents.iter().flat_map(|d| elements(d)).collect())
    }

    fn catalogued(&self) -> &Catalogued {
        let ask = || {
            let commands = &self.written().commands;
            let cmdlets = commands.iter().filter_map(|c| self.catalogue.find(c));
            let mut catalogued = Catalogued::default();
            for parameter in cmdlets.flat_map(|c| c.parameters()) {
                catalogued.parameters.insert(parameter.name.to_owned());
                let values = parameter.values().map(|v| v.into_owned());
                catalogued.values.extend(values);
            }
            catalogued
        };
        self.catalogued.get_or_init(ask)
    }

    fn written(&self) -> &Written {
        self.written.get_or_init(|| {
            let mut written = Written::default();
            for document in &self.documents {
                collect(document, self.has_source, &mut written);
            }
            written
        })
    }

    /// The parameter of the article's code that `word` of a language may stand for, if it is only
    /// one.
    pub(super) fn parameter_meant(&self, word: &str, lexicon: &Lexicon) -> Option<&str> {
        let parameters = self.written().parameters.iter();
        only(parameters.filter(|p| is_called(word, p, lexicon) || is_cognate(word, p)))
    }

    /// The argument of the article's code that `word` of a language stands for, if it is only one.
    pub(super) fn argument_meant(&self, word: &str, lexicon: &Lexicon) -> Option<&str> {
        let arguments = self.written().arguments.iter();
        let names = arguments.filter(|a| a.starts_with(|c: char| c.is_ascii_uppercase()));
        only(names.filter(|a| stands_for(word, a, lexicon)))
    }

    /// Whether the article explains its parameters one by one, each before its text, and some
    /// document has one of them as it is.
    pub(super) fn explains_parameters(&self) -> bool {
        *self.explains.get_or_init(|| {
            let mut leaves = self.documents.iter().flat_map(|d| {
                let first = |(id, _)| d.segments_of(id).next();
                d.leaves().filter_map(first)
            });
            leaves.any(|(_, segment)| {
                let lead = segment.marks.iter().find(|m| m.range.start == 0);
                let lead = lead.filter(|m| matches!(m.kind, MarkKind::Strong | MarkKind::Emphasis));
                lead.is_some_and(|m| {
                    let name = segment.slice(m.range.clone()).trim();
                    self.written().parameters.contains(name)
                })
            })
        })
    }
}

/// Whether cues say that a word of the language stands for a value.
fn stands_for(word: &str, name: &str, lexicon: &Lexicon) -> bool {
    let word = word.to_lowercase();
    let is_name = |n: &String| n.eq_ignore_ascii_case(name);
    let verbs = || lexicon.verbs.get(&word);
    lexicon.values.get(&word).is_some_and(is_name) || verbs().is_some_and(|v| v.iter().any(is_name))
}

/// Whether cues say that a parameter is called so in the language.
fn is_called(word: &str, name: &str, lexicon: &Lexicon) -> bool {
    let names = lexicon.parameters.get(&word.to_lowercase());
    let called = names.is_some_and(|n| n.iter().any(|n| n.eq_ignore_ascii_case(name)));
    called || stands_for(word, name, lexicon)
}

/// Whether a word is nearly a name, as in languages that share their roots: `Credencial`.
fn is_cognate(word: &str, name: &str) -> bool {
    let long = name.len() >= COGNATE && word.chars().count() <= name.len() * 2;
    long && similarity(&word.to_lowercase(), &name.to_lowercase()) >= ALIKE
}

fn only<'n>(mut names: impl Iterator<Item = &'n String>) -> Option<&'n str> {
    let first = names.next()?;
    names.next().is_none().then_some(first.as_str())
}

fn collect(document: &Document, is_source: bool, written: &mut Written) {
    for (id, block) in document.leaves() {
        let is_code = matches!(block.kind, BlockKind::Code { .. });
        for (_, segment) in document.segments_of(id) {
            match is_code {
                true => code(&segment.text, written),
                false => prose(segment, is_source, written),
            }
        }
    }
}

fn code(text: &str, written: &mut Written) {
    let edge = |c: char| c.is_whitespace() || "\"'“”=<>,;()|{}[]:".contains(c);
    for word in text.split(edge).filter(|w| w.len() > 1) {
        match word.strip_prefix('-') {
            Some(name) if name.starts_with(|c: char| c.is_ascii_uppercase()) => {
                written.parameters.insert(name.to_owned());
            }
            None if word.contains('-') => {
                written.commands.insert(word.to_owned());
            }
            None if word.bytes().all(|b| b.is_ascii_alphanumeric()) => {
                written.arguments.insert(word.to_owned());
            }
            _ => {}
        }
    }
}

/// The commands of prose; its parameters only where no translation can have made them.
fn prose(segment: &Segment, is_source: bool, written: &mut Written) {
    for literal in &segment.literals {
        match literal.kind {
            LiteralKind::Command => {
                written.commands.insert(literal.text.clone());
            }
            LiteralKind::Parameter if is_source => {
                let name = literal
                    .text
                    .trim_start_matches(|c: char| !c.is_alphanumeric());
                written.parameters.insert(name.to_owned());
            }
            _ => {}
        }
    }
}

fn elements(document: &Document) -> BTreeSet<String> {
    let literals = document.segments.iter().flat_map(|s| &s.literals);
    let paths = literals.filter(|l| matches!(l.kind, LiteralKind::Path | LiteralKind::RegistryKey));
    let elements = paths.flat_map(|l| l.text.split(['\\', '/']));
    let named = elements.filter(|e| e.starts_with(|c: char| c.is_ascii_uppercase()));
    named.map(str::to_owned).collect()
}
