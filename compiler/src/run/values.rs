//! The values of parameters: what is accepted, where they go, and how they are shown.
//!
//! A value is data everywhere: it is checked against its pattern, handed to shells as a variable,
//! and put into files as text. A secret is shown as asterisks, wherever it would stand.

use std::collections::BTreeMap;

use regex::Regex;

use crate::emit::sheet::{Sheet, Value};
use crate::procedure::{CodePiece, ParameterKind};

/// What stands for a secret.
pub(super) const MASK: &str = "********";

/// The parameters of a sheet and what they are.
#[derive(Debug)]
pub(super) struct Values<'a> {
    parameters: &'a [Value],
    given: BTreeMap<String, String>,
}

impl<'a> Values<'a> {
    pub(super) fn new(sheet: &'a Sheet) -> Self {
        Values {
            parameters: &sheet.parameters,
            given: BTreeMap::new(),
        }
    }

    pub(super) fn parameter(&self, id: &str) -> Option<&'a Value> {
        self.parameters.iter().find(|p| p.id == id)
    }

    /// Whether a parameter has a value.
    pub(super) fn has(&self, id: &str) -> bool {
        self.given.contains_key(id)
    }

    /// The value of a parameter.
    pub(super) fn get(&self, id: &str) -> Option<&str> {
        self.given.get(id).map(String::as_str)
    }

    /// Gives a parameter a value; says whether it is one that it accepts.
    pub(super) fn set(&mut self, id: &str, value: &str) -> bool {
        let accepted = self.parameter(id).is_some_and(|p| is_valid(p, value));
        if accepted {
            self.given.insert(id.to_owned(), value.to_owned());
        }
        accepted
    }

    /// The values that must not be seen.
    pub(super) fn secrets(&self) -> Vec<String> {
        let secret = self.parameters.iter().filter(|p| is_secret(p));
        let mut secrets: Vec<String> = secret
            .filter_map(|p| self.given.get(&p.id).cloned())
            .collect();
        // A secret within another must not keep the rest of that one in sight.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets
    }

    /// Text with the values in the place of parameters, or their names where there are none.
    pub(super) fn filled(&self, pieces: &[CodePiece]) -> String {
        let piece = |piece: &CodePiece| match piece {
            CodePiece::Verbatim(text) => text.clone(),
            CodePiece::Parameter { id, .. } => match self.get(id) {
                Some(value) => value.to_owned(),
                None => format!("<{id}>"),
            },
        };
        pieces.iter().map(piece).collect()
    }

    /// The same to be shown: without secrets.
    pub(super) fn shown(&self, pieces: &[CodePiece]) -> String {
        masked(&self.filled(pieces), &self.secrets())
    }
}

/// Whether a value is never shown or written.
pub(super) fn is_secret(parameter: &Value) -> bool {
    parameter.kind == ParameterKind::Secret
}

/// Whether a parameter accepts a value.
pub(super) fn is_valid(parameter: &Value, value: &str) -> bool {
    let matches = |pattern: &str| Regex::new(pattern).is_ok_and(|p| p.is_match(value));
    let shape = parameter
        .shape
        .as_ref()
        .map(|shape| format!("^(?:{shape})\\z"));
    let fits = matches(&parameter.pattern) && shape.is_none_or(|shape| matches(&shape));
    let in_range = parameter.kind != ParameterKind::Port
        || value
            .parse::<u32>()
            .is_ok_and(|port| (1..=65535).contains(&port));
    fits && in_range
}

/// `text` without secrets.
pub(super) fn masked(text: &str, secrets: &[String]) -> String {
    let mut text = text.to_owned();
    for secret in secrets.iter().filter(|s| !s.is_empty()) {
        text = text.replace(secret.as_str(), MASK);
    }
    text
}
