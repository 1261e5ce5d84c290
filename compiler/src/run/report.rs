//! What a run did, for a change ticket: from its journal, in any language of the article.
//!
//! The journal alone says what happened; a report adds words to it and nothing else, so it can be
//! made at any time later, on any machine.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use super::journal::{self, Event, Outcome};
use super::plan::steps;
use super::values::{MASK, Values, is_secret};
use crate::emit::sheet::{Deed, Sheet, Step};
use crate::l10n::Interface;

mod json;
mod junit;
mod markdown;

/// Formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page of Markdown.
    Markdown,
    /// JUnit's XML: each step is a test case.
    Junit,
    /// One JSON object: `runbookc.report/1`.
    Json,
}

/// A report on the last run of a journal, in the language of the sheet; none where the journal has
/// no run of that runbook.
pub fn report(sheet: &Sheet, journal: &str, format: Format) -> Option<Vec<u8>> {
    let account = Account::of(sheet, journal)?;
    let interface = Interface::new(&sheet.locale);
    Some(match format {
        Format::Markdown => markdown::write(&account, &interface).into_bytes(),
        Format::Junit => junit::write(&account, &interface),
        Format::Json => json::write(&account),
    })
}

/// What a run did.
struct Account<'a> {
    sheet: &'a Sheet,
    run: journal::Run,
    goal: &'a str,
    began: String,
    ended: String,
    is_finished: bool,
    /// Names and values; secrets are masked.
    values: Vec<(String, String)>,
    answers: BTreeMap<String, String>,
    steps: Vec<Done<'a>>,
}

/// A step of a run.
struct Done<'a> {
    step: &'a Step,
    result: What,
    code: Option<String>,
    backup: Option<String>,
    began: Option<String>,
    ended: Option<String>,
    /// The command or content, with its values.
    shown: Option<String>,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    NotReached,
    Done,
    Skipped,
    Failed,
    Mismatch,
    Unknown,
    Back,
}

impl What {
    fn name(self) -> &'static str {
        match self {
            What::NotReached => "not-reached",
            What::Done => "done",
            What::Skipped => "skipped",
            What::Failed => "failed",
            What::Mismatch => "mismatch",
            What::Unknown => "unknown",
            What::Back => "taken-back",
        }
    }

    fn message(self) -> &'static str {
        match self {
            What::NotReached => "report-not-reached",
            What::Done => "report-done",
            What::Skipped => "report-skipped",
            What::Failed => "report-failed",
            What::Mismatch => "report-mismatch",
            What::Unknown => "report-unknown",
            What::Back => "report-taken-back",
        }
    }
}

impl<'a> Account<'a> {
    fn of(sheet: &'a Sheet, journal: &str) -> Option<Self> {
        let mut lines = journal::lines(journal);
        let start = lines
            .iter()
            .rposition(|line| matches!(line.event, Event::Start(_)))?;
        let lines = lines.split_off(start);
        let past = journal::past(journal);
        let run = past.run.clone();
        let goal = sheet.goals.iter().find(|goal| goal.id == run.goal)?;
        if run.runbook != sheet.id || run.digest != sheet.digest {
            return None;
        }
        let mut values = Values::new(sheet);
        past.values.iter().for_each(|(id, value)| {
            values.set(id, value);
        });
        let acting = steps(sheet, goal).into_iter();
        let acting = acting.filter(|step| !matches!(step.deed, Deed::Note));
        Some(Account {
            sheet,
            goal: &goal.title,
            began: lines.first()?.at.clone(),
            ended: lines.last()?.at.clone(),
            is_finished: !past.is_open(),
            values: named(sheet, &past),
            answers: past.answers.clone(),
            steps: acting.map(|step| done(step, &lines, &values)).collect(),
            run,
        })
    }

    /// How many steps came to something.
    fn count(&self, what: What) -> usize {
        self.steps.iter().filter(|step| step.result == what).count()
    }
}

fn named(sheet: &Sheet, past: &journal::Past) -> Vec<(String, String)> {
    let parameters = sheet.parameters.iter();
    let value = |id: &String| past.values.get(id).cloned();
    let shown = parameters.filter_map(|p| match is_secret(p) {
        true => past
            .secrets
            .contains(&p.id)
            .then(|| (p.id.clone(), MASK.to_owned())),
        false => Some((p.id.clone(), value(&p.id)?)),
    });
    shown.collect()
}

fn done<'a>(step: &'a Step, lines: &[journal::Line], values: &Values<'_>) -> Done<'a> {
    let mut done = Done {
        step,
        result: What::NotReached,
        code: None,
        backup: None,
        began: None,
        ended: None,
        shown: match &step.deed {
            Deed::Run { shown, .. }
            | Deed::Merge { shown, .. }
            | Deed::Elsewhere { shown, .. }
            | Deed::Write { text: shown, .. } => Some(values.shown(shown)),
            Deed::Note | Deed::Manual | Deed::Check | Deed::Withheld(_) => None,
        },
    };
    for line in lines {
        match &line.event {
            Event::Begin { step: id } if *id == step.id => {
                done.result = What::Unknown;
                done.began = Some(line.at.clone());
                done.ended = None;
            }
            Event::End(end) if end.step == step.id => {
                done.result = match end.outcome {
                    Outcome::Done => What::Done,
                    Outcome::Skipped => What::Skipped,
                    Outcome::Failed => What::Failed,
                    Outcome::Mismatch => What::Mismatch,
                };
                done.code.clone_from(&end.code);
                done.backup.clone_from(&end.backup);
                done.ended = Some(line.at.clone());
            }
            Event::Back { step: id } if *id == step.id => {
                done.result = What::Back;
                done.ended = Some(line.at.clone());
            }
            _ => {}
        }
    }
    done
}

/// How long it was from one time of a journal to another.
fn between(began: Option<&str>, ended: Option<&str>) -> Option<Duration> {
    let time = |text: &str| humantime::parse_rfc3339(text).ok();
    let (began, ended): (SystemTime, SystemTime) = (time(began?)?, time(ended?)?);
    ended.duration_since(began).ok()
}
