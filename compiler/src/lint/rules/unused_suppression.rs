//! SUP001: a comment that asks to ignore what is not there.

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Message};
use crate::lint::{Rule, SuppressionView, Use, report};
use crate::source::Span;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a comment `runbookc-ignore` that ignores nothing: the finding is gone, or stands
    /// elsewhere, or there is no rule of that name.
    ///
    /// ## Why is this bad?
    ///
    /// The comment says that something is wrong here and that this is meant. When that is no longer
    /// so it misleads, and it will hide the next finding that comes.
    ///
    /// ## Example
    ///
    /// ```md
    /// <!-- runbookc-ignore LIT001: the folder has this name on French systems -->
    ///
    /// Open the folder `C:\Program Files\Contoso`.
    /// ```
    ///
    /// where nothing is wrong with the path.
    pub(crate) static UNUSED_SUPPRESSION = {
        code: "SUP001",
        name: "unused-suppression",
        severity: Warning,
        certainty: Certain,
        check: Check::Suppression(check),
    };
}

fn check(rule: &Rule, view: &SuppressionView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let suppression = view.suppression;
    let span = suppression.span;
    let report = |message| report::diagnostic(rule, view.whole, view.column, span, message);
    if suppression.rules.is_empty() {
        diagnostics.push(report(Message::new("lint-suppression-of-nothing")));
        return;
    }
    let mut is_needed = false;
    for (name, r#use) in view.names() {
        let message = match r#use {
            Use::Unused if !suppression.has_reason => continue,
            Use::Unused => Message::new("lint-suppression-unused"),
            Use::Unknown(_) => Message::new("lint-suppression-unknown"),
            Use::Used | Use::Idle => {
                is_needed = true;
                continue;
            }
        };
        let mut found = report(message.with("rule", name));
        found.expected = match r#use {
            Use::Unknown(unknown) => unknown.suggestions.first().map(|s| (*s).to_owned()),
            _ => None,
        };
        // Whatever a misspelt name was to be, it is not for a program to throw away.
        let is_all = !is_needed && view.names().all(|(_, u)| *u == Use::Unused);
        found.fix = is_all.then(|| removal(view));
        diagnostics.push(found);
    }
}

/// Takes the comment out, with its line if there is nothing else on it.
fn removal(view: &SuppressionView<'_>) -> Fix {
    let text = view.whole.document(view.column).file.text();
    let Span { start, end } = view.suppression.span;
    let (before, after) = (&text[..start as usize], &text[end as usize..]);
    let line = before.trim_end_matches([' ', '\t']);
    let rest = after.trim_start_matches([' ', '\t']);
    let is_alone = line.is_empty() || line.ends_with('\n');
    let ending = ["\r\n", "\n"].iter().find(|e| rest.starts_with(**e));
    let span = match (is_alone, ending) {
        (true, Some(ending)) => {
            let end = text.len() - rest.len() + ending.len();
            Span::new(line.len()..end)
        }
        _ => Span::new(line.len()..end as usize),
    };
    Fix {
        applicability: Applicability::Unsafe,
        edits: vec![Edit {
            span,
            text: String::new(),
        }],
    }
}
