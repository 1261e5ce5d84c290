//! What a project asks of the rules: which are run, and how their findings are reported.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Severity;

use super::exception::Exception;
use super::glossary::Term;
use super::manual::{self, Unknown};
use super::rule::Rule;
use super::rules::RULES;

/// How a project wants its articles checked. Without any wish all rules are run as they are but those
/// on request.
#[derive(Debug, Default)]
pub struct Settings {
    /// The severity of rules by code; none where a rule is not run.
    severities: BTreeMap<&'static str, Option<Severity>>,
    /// The codes of the rules that are run; all if none is named.
    selected: Option<BTreeSet<&'static str>>,
    /// Findings that are meant.
    exceptions: Vec<Exception>,
    /// What things are called.
    glossary: Vec<Term>,
}

/// Which rules are run and which are not, by code, name or family, as a person writes it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choice<'a> {
    /// Only these, if any is named.
    pub select: &'a [String],
    /// Not these.
    pub ignore: &'a [String],
}

impl Settings {
    /// Gives a rule another severity; with none it is not run.
    pub fn set(&mut self, rule: &Rule, severity: Option<Severity>) {
        self.severities.insert(rule.code, severity);
    }

    /// Runs only what `choice` says. A rule that it selects by name is run even if it was set to be
    /// off.
    ///
    /// # Errors
    ///
    /// If it names a rule that there is not.
    pub fn choose(&mut self, choice: Choice<'_>) -> Result<(), Unknown> {
        if !choice.select.is_empty() {
            let selected = codes(choice.select)?;
            let is_off = |code: &&str, severity: &mut Option<Severity>| {
                severity.is_some() || !selected.contains(code)
            };
            self.severities.retain(is_off);
            self.selected = Some(selected);
        }
        for code in codes(choice.ignore)? {
            self.severities.insert(code, None);
        }
        Ok(())
    }

    /// Says what something is called.
    pub fn call(&mut self, term: Term) {
        self.glossary.push(term);
    }

    /// What things are called, in the order in which it was said.
    pub fn glossary(&self) -> &[Term] {
        &self.glossary
    }

    /// Leaves out findings that are meant.
    pub fn except(&mut self, exception: Exception) {
        self.exceptions.push(exception);
    }

    /// What leaves out findings, in the order in which it was given.
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }

    /// Whether a rule is run.
    pub fn runs(&self, rule: &Rule) -> bool {
        let selected = self.selected.as_ref();
        let asked = || self.severity(rule.code).is_some() || selected.is_some();
        self.severities.get(rule.code) != Some(&None)
            && selected.is_none_or(|codes| codes.contains(rule.code))
            && (!rule.is_on_request() || asked())
    }

    /// The severity that the findings of a rule are reported with, if the project has one for it.
    pub fn severity(&self, code: &str) -> Option<Severity> {
        self.severities.get(code).copied().flatten()
    }
}

fn codes(asked: &[String]) -> Result<BTreeSet<&'static str>, Unknown> {
    let mut codes = BTreeSet::new();
    for asked in asked {
        codes.extend(rules_of(asked)?.iter().map(|r| r.code));
    }
    Ok(codes)
}

/// The rules that a code, a name or the letters of a family (`LIT`) name, in any case.
pub fn rules_of(asked: &str) -> Result<Vec<&'static Rule>, Unknown> {
    let asked = asked.trim();
    let family = |code: &'static str| code.trim_end_matches(|c: char| c.is_ascii_digit());
    let of_family = |r: &&Rule| family(r.code).eq_ignore_ascii_case(asked);
    let rules: Vec<_> = RULES.iter().copied().filter(of_family).collect();
    match rules.is_empty() {
        true => manual::find(asked).map(|rule| vec![rule]),
        false => Ok(rules),
    }
}
