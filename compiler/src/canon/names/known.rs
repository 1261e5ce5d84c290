//! What names the code, the paths and the commands of an article have, and the catalogue for these.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::catalog::Catalogue;
use crate::corpus::Article;
use crate::document::{BlockKind, Document, LiteralKind, Segment};

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
    source: Option<&'a Document>,
    catalogue: &'a Catalogue,
    written: OnceCell<Written>,
    /// Elements of paths and registry keys.
    elements: OnceCell<BTreeSet<String>>,
    catalogued: OnceCell<Catalogued>,
}

impl<'a> Known<'a> {
    pub(super) fn of(article: &'a Article, catalogue: &'a Catalogue) -> Self {
        Known {
            source: article.source.map(|s| &article.documents[s]),
            catalogue,
            written: OnceCell::new(),
            elements: OnceCell::new(),
            catalogued: OnceCell::new(),
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
            .get_or_init(|| self.source.map(elements).unwrap_or_default())
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
        self.written
            .get_or_init(|| self.source.map(collect).unwrap_or_default())
    }
}

fn collect(document: &Document) -> Written {
    let mut written = Written::default();
    for (id, block) in document.leaves() {
        let is_code = matches!(block.kind, BlockKind::Code { .. });
        for (_, segment) in document.segments_of(id) {
            match is_code {
                true => code(&segment.text, &mut written),
                false => prose(segment, &mut written),
            }
        }
    }
    written
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

fn prose(segment: &Segment, written: &mut Written) {
    for literal in &segment.literals {
        match literal.kind {
            LiteralKind::Command => {
                written.commands.insert(literal.text.clone());
            }
            LiteralKind::Parameter => {
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
