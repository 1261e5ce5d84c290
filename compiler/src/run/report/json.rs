//! The report as data.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Account, Done, between};
use crate::diagnostic::render::wire;

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    runbook: &'a str,
    title: &'a str,
    goal: &'a str,
    goal_title: &'a str,
    locale: String,
    digest: &'a str,
    host: &'a str,
    driver: &'a str,
    began: &'a str,
    ended: &'a str,
    finished: bool,
    values: BTreeMap<&'a str, &'a str>,
    answers: &'a BTreeMap<String, String>,
    steps: Vec<StepOf<'a>>,
}

#[derive(Serialize)]
struct StepOf<'a> {
    id: &'a str,
    text: &'a str,
    kind: &'static str,
    risk: &'static str,
    scope: &'static str,
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    shown: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    backup: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    began: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<u64>,
}

pub(super) fn write(account: &Account<'_>) -> Vec<u8> {
    let values = account.values.iter();
    let report = Report {
        schema: "runbookc.report/1",
        runbook: &account.run.runbook,
        title: &account.sheet.title,
        goal: &account.run.goal,
        goal_title: account.goal,
        locale: account.sheet.locale.to_string(),
        digest: &account.run.digest,
        host: &account.run.host,
        driver: &account.run.driver,
        began: &account.began,
        ended: &account.ended,
        finished: account.is_finished,
        values: values
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect(),
        answers: &account.answers,
        steps: account.steps.iter().map(step).collect(),
    };
    let mut bytes = Vec::new();
    wire::pretty(&report, &mut bytes).expect("a report is plain data");
    bytes
}

fn step<'a>(done: &'a Done<'_>) -> StepOf<'a> {
    let elapsed = between(done.began.as_deref(), done.ended.as_deref());
    StepOf {
        id: &done.step.id,
        text: &done.step.text,
        kind: done.step.kind.name(),
        risk: done.step.risk.name(),
        scope: done.step.scope.name(),
        result: done.result.name(),
        shown: done.shown.as_deref(),
        code: done.code.as_deref(),
        backup: done.backup.as_deref(),
        began: done.began.as_deref(),
        ended: done.ended.as_deref(),
        seconds: elapsed.map(|time| time.as_secs()),
    }
}
