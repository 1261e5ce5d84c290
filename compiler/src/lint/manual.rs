//! The manual of the rules: what `explain` prints and the pages of the book, from doc comments.

use std::fmt::Write;

use crate::diagnostic::render::RuleText;
use crate::literal::search::similarity;

use super::rule::Rule;
use super::rules::RULES;

/// A rule that there is not, with those whose code or name is most like it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What was asked for.
    pub asked: String,
    /// Codes and names like it, the likest first.
    pub suggestions: Vec<&'static str>,
}

/// The rule of a code or name, in any case.
pub fn find(asked: &str) -> Result<&'static Rule, Unknown> {
    let matches =
        |r: &&&Rule| r.code.eq_ignore_ascii_case(asked) || r.name.eq_ignore_ascii_case(asked);
    RULES
        .iter()
        .find(matches)
        .copied()
        .ok_or_else(|| unknown(asked))
}

fn unknown(asked: &str) -> Unknown {
    let lower = asked.to_lowercase();
    let likeness = |name: &str| similarity(&lower, &name.to_lowercase());
    let names = RULES.iter().flat_map(|r| [r.code, r.name]);
    let mut likely: Vec<(f32, &str)> = names
        .map(|n| (likeness(n), n))
        .filter(|(l, _)| *l >= 0.6)
        .collect();
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    Unknown {
        asked: asked.to_owned(),
        suggestions: likely.into_iter().take(3).map(|(_, n)| n).collect(),
    }
}

/// The manual of a rule as Markdown: title, metadata, then its doc comment.
pub fn explain(rule: &Rule) -> String {
    let mut out = format!("# {} {}\n\n", rule.code, rule.name);
    let (severity, certainty) = (rule.severity.name(), rule.certainty.name());
    let _ = writeln!(out, "Severity: {severity}. Certainty: {certainty}.\n");
    for line in rule.manual.trim_end().lines() {
        // A doc comment's lines begin with the space behind its slashes.
        let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// All rules for formats that have a table of them.
pub fn table() -> Vec<RuleText> {
    let text = |rule: &&Rule| RuleText {
        code: rule.code,
        name: rule.name,
        severity: rule.severity,
        certainty: rule.certainty,
        summary: summary(rule),
        manual: explain(rule),
    };
    RULES.iter().map(text).collect()
}

/// The first paragraph of a rule's manual, on one line.
fn summary(rule: &Rule) -> String {
    let lines = rule.manual.lines().map(str::trim);
    let text = lines.skip_while(|l| l.is_empty() || l.starts_with('#'));
    let paragraph: Vec<&str> = text.take_while(|l| !l.is_empty()).collect();
    paragraph.join(" ")
}

/// The page of a rule in the book.
pub fn page(rule: &Rule) -> String {
    format!(
        "<!-- Generated from compiler/src/lint/rules/. -->\n\n{}",
        explain(rule)
    )
}

/// The page that lists all rules.
pub fn index_page() -> String {
    let mut out = String::from(
        "<!-- Generated from compiler/src/lint/rules/. -->\n\n# Rules\n\n\
         Each finding names its rule. `runbookc explain` prints the same texts.\n\n\
         | Code | Name | Severity | Certainty |\n| --- | --- | --- | --- |\n",
    );
    for rule in RULES {
        let (severity, certainty) = (rule.severity.name(), rule.certainty.name());
        let (code, name) = (rule.code, rule.name);
        let _ = writeln!(
            out,
            "| [{code}](rules/{code}.md) | {name} | {severity} | {certainty} |"
        );
    }
    out
}
