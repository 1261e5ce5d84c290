//! The report as a page of Markdown.

use super::{Account, Done, What, between};
use crate::diagnostic::render::printable;
use crate::emit::escaped_markdown as escaped;
use crate::l10n::{Interface, gap};
use crate::run::face::clock;

pub(super) fn write(account: &Account<'_>, interface: &Interface) -> String {
    let mut page = format!("# {}\n\n", line(&account.sheet.title));
    facts(account, interface, &mut page);
    if !account.values.is_empty() {
        page.push_str(&format!(
            "\n## {}\n\n",
            interface.text("runbook-parameters")
        ));
        for (name, value) in &account.values {
            page.push_str(&format!("- {}: {}\n", line(name), code(value)));
        }
    }
    if !account.answers.is_empty() {
        page.push_str(&format!("\n## {}\n\n", interface.text("report-answers")));
        for (id, value) in &account.answers {
            page.push_str(&format!("- {}: {}\n", code(id), code(value)));
        }
    }
    page.push_str(&format!("\n## {}\n\n", interface.text("report-steps")));
    table(account, interface, &mut page);
    let steps = account
        .steps
        .iter()
        .filter(|done| done.result != What::NotReached);
    steps.for_each(|done| step(done, interface, &mut page));
    page
}

fn facts(account: &Account<'_>, interface: &Interface, page: &mut String) {
    let mut fact = |id: &str, value: String| {
        let label = interface.text(id);
        page.push_str(&format!("- **{label}**{}{value}\n", gap(&label)));
    };
    let result = match account.is_finished {
        true => "report-finished",
        false => "report-unfinished",
    };
    fact("report-result", interface.text(result));
    let goal = format!("{} ({})", line(account.goal), code(&account.run.goal));
    fact("report-goal", goal);
    fact("report-host", code(&account.run.host));
    fact("report-began", account.began.clone());
    fact("report-ended", account.ended.clone());
    let elapsed = between(Some(&account.began), Some(&account.ended));
    fact("run-elapsed", clock(elapsed.unwrap_or_default()));
    fact("report-runbook", code(&account.run.runbook));
    fact("report-digest", code(&account.run.digest));
}

fn table(account: &Account<'_>, interface: &Interface, page: &mut String) {
    let columns = [
        "report-column-step",
        "report-column-result",
        "report-column-time",
    ];
    let heads = columns.map(|id| interface.text(id));
    page.push_str(&format!(
        "| | {} |\n| --- | --- | --- | --- |\n",
        heads.join(" | ")
    ));
    for (number, done) in account.steps.iter().enumerate() {
        let elapsed = between(done.began.as_deref(), done.ended.as_deref());
        let time = elapsed.map(clock).unwrap_or_default();
        let result = interface.text(done.result.message());
        let text = line(&done.step.text);
        page.push_str(&format!(
            "| {} | {text} | {result} | {time} |\n",
            number + 1
        ));
    }
}

fn step(done: &Done<'_>, interface: &Interface, page: &mut String) {
    page.push_str(&format!("\n### {}\n\n", line(&done.step.text)));
    let result = interface.text(done.result.message());
    let code_of = done.code.as_ref().map(|code| format!(" ({})", line(code)));
    let result = format!("{result}{}", code_of.unwrap_or_default());
    page.push_str(&format!("{result} · {}\n", code(&done.step.id)));
    if let Some(shown) = &done.shown {
        page.push('\n');
        for text in shown.lines() {
            page.push_str(&format!("    {}\n", printable(text)));
        }
    }
    if let Some(backup) = &done.backup {
        let label = interface.text("runbook-backup");
        page.push_str(&format!("\n{label}{}{}\n", gap(&label), code(backup)));
    }
}

/// Words on one line, as text and not as markup.
fn line(text: &str) -> String {
    escaped(&printable(text).replace('\n', " "))
}

/// A value as code, whatever backticks it has.
fn code(text: &str) -> String {
    let text = printable(text).replace('\n', " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    match longest {
        0 => format!("`{text}`"),
        _ => format!("{fence} {text} {fence}"),
    }
}
