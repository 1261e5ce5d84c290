//! The messages that name the kinds, risks and scopes of the model.

use crate::procedure::{Risk, Scope, StepKind, TaskKind};

/// What a task is for.
pub(super) fn task_kind(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Background => "book-task-background",
        TaskKind::Prepare => "book-task-prepare",
        TaskKind::Apply => "book-task-apply",
        TaskKind::Verify => "book-task-verify",
        TaskKind::Undo => "book-task-undo",
        TaskKind::Troubleshoot => "book-task-troubleshoot",
    }
}

/// What a step is, with its class in the style.
pub(super) fn step_kind(kind: StepKind) -> (&'static str, &'static str) {
    match kind {
        StepKind::Run => ("book-step-run", "run"),
        StepKind::Query => ("book-step-query", "query"),
        StepKind::Discover => ("book-step-discover", "discover"),
        StepKind::EditFile => ("book-step-edit-file", "edit-file"),
        StepKind::Check => ("book-step-check", "check"),
        StepKind::Manual => ("book-step-manual", "manual"),
        StepKind::Note => ("book-step-note", "note"),
    }
}

/// What a step may do, unless that is nothing.
pub(super) fn risk(risk: Risk) -> Option<&'static str> {
    match risk {
        Risk::None => None,
        Risk::Read => Some("book-risk-read"),
        Risk::Change => Some("book-risk-change"),
        Risk::Interrupt => Some("book-risk-interrupt"),
        Risk::Destructive => Some("book-risk-destructive"),
        Risk::Unknown => Some("book-risk-unknown"),
    }
}

/// How much a step touches, where that is more than one object.
pub(super) fn scope(scope: Scope) -> Option<&'static str> {
    match scope {
        Scope::One => None,
        Scope::Filtered => Some("book-scope-filtered"),
        Scope::All => Some("book-scope-all"),
    }
}
