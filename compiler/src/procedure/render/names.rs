//! The names of kinds in data and, behind a prefix, in message ids.

use crate::procedure::{Arity, ParameterKind, StepKind, TaskKind, Verification};
use crate::shell::{Dialect, FileFormat, Risk, Scope};

pub(super) fn task(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Background => "background",
        TaskKind::Prepare => "prepare",
        TaskKind::Apply => "apply",
        TaskKind::Verify => "verify",
        TaskKind::Undo => "undo",
        TaskKind::Troubleshoot => "troubleshoot",
    }
}

pub(super) fn step(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Run => "run",
        StepKind::Query => "query",
        StepKind::Discover => "discover",
        StepKind::EditFile => "edit-file",
        StepKind::Check => "check",
        StepKind::Manual => "manual",
        StepKind::Note => "note",
    }
}

pub(super) fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::None => "none",
        Risk::Read => "read",
        Risk::Change => "change",
        Risk::Interrupt => "interrupt",
        Risk::Destructive => "destructive",
        Risk::Unknown => "unknown",
    }
}

pub(super) fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::One => "one",
        Scope::Filtered => "filtered",
        Scope::All => "all",
    }
}

pub(super) fn arity(arity: Arity) -> &'static str {
    match arity {
        Arity::One => "one",
        Arity::Any => "any",
    }
}

pub(super) fn parameter(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::HostName => "host-name",
        ParameterKind::Port => "port",
        ParameterKind::Number => "number",
        ParameterKind::Thumbprint => "thumbprint",
        ParameterKind::Path => "path",
        ParameterKind::Url => "url",
        ParameterKind::Text => "text",
    }
}

pub(super) fn dialect(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::PowerShell => "powershell",
        Dialect::Bash => "bash",
    }
}

pub(super) fn format(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Xml => "xml",
        FileFormat::Json => "json",
        FileFormat::Yaml => "yaml",
        FileFormat::Text => "text",
    }
}

/// The level of a verification, 0 to 4; none without a command.
pub(super) fn level(verification: Verification) -> Option<u8> {
    match verification {
        Verification::NotApplicable => None,
        Verification::Unverified => Some(0),
        Verification::Consistent => Some(1),
        Verification::Parses => Some(2),
        Verification::Known => Some(3),
        Verification::Executed => Some(4),
    }
}
