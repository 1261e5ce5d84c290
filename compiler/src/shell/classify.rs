//! What a code block is, from its shape and the info string of its fence.
//!
//! Nothing is parsed here: prose parses as PowerShell more often than not.

use super::facts::{Claim, claim};
use super::placeholder::{has_optional_parts, masked, placeholders};
use super::{CodeClass, Dialect, FileFormat, shape, transcript, xml};

/// Classifies a code block. `info` is the info string of its fence, empty where there is none.
/// Linear in the length of `code`.
pub fn classify(code: &str, info: &str) -> CodeClass {
    if code.trim().is_empty() {
        return CodeClass::Other;
    }
    match claim(info) {
        Some(Claim::Xml) => CodeClass::FileContent(FileFormat::Xml),
        Some(Claim::Json) => CodeClass::FileContent(FileFormat::Json),
        Some(Claim::Yaml) => CodeClass::FileContent(FileFormat::Yaml),
        Some(Claim::Conf) => CodeClass::FileContent(FileFormat::Text),
        Some(Claim::Output) => CodeClass::Output,
        Some(Claim::Other) => CodeClass::Other,
        Some(Claim::PowerShell) => claimed(Dialect::PowerShell, code),
        Some(Claim::Bash) => claimed(Dialect::Bash, code),
        Some(Claim::Console) => console(code),
        // `server=app;database=x` in a block of text sets no variable.
        Some(Claim::Plain) if shape::is_assignment(shape::first_line(code).trim()) => {
            CodeClass::Other
        }
        Some(Claim::Plain) | None => by_shape(code),
    }
}

/// The dialect of a command whose values are placeholders and which is whole apart from them:
/// `Get-PoolStatus -PoolFqdn <pool FQDN>`, not `Set-Pool [-Force]`.
pub fn template(code: &str, info: &str) -> Option<Dialect> {
    let filled = !placeholders(code).is_empty() && !has_optional_parts(code);
    if !filled || classify(code, info) != CodeClass::SyntaxSummary {
        return None;
    }
    let line = masked(shape::first_line(code));
    match claim(info) {
        Some(Claim::PowerShell) => Some(Dialect::PowerShell),
        Some(Claim::Bash) => Some(Dialect::Bash),
        _ if shape::is_powershell(&line) => Some(Dialect::PowerShell),
        _ if shape::is_bash(&line) => Some(Dialect::Bash),
        _ => None,
    }
}

/// Whether a fence says that its content is plain text.
pub fn is_plain_text(info: &str) -> bool {
    claim(info) == Some(Claim::Plain)
}

/// A block whose fence names a shell: a command, unless it shows that it is none.
fn claimed(dialect: Dialect, code: &str) -> CodeClass {
    let prompted = first_prompt(code);
    let class = by_shape(code);
    match class {
        _ if prompted.is_some() => CodeClass::Transcript(prompted.unwrap_or(dialect)),
        CodeClass::Transcript(_) if dialect == Dialect::PowerShell => class,
        CodeClass::SyntaxSummary => class,
        CodeClass::FileContent(FileFormat::Xml | FileFormat::Json) => class,
        _ if code.trim_start().starts_with("#!") => class,
        _ if shape::is_command_line(dialect, &masked(shape::first_line(code))) => {
            CodeClass::Command(dialect)
        }
        CodeClass::Output | CodeClass::FileContent(_) => class,
        _ if is_syntax(code) => CodeClass::SyntaxSummary,
        _ => CodeClass::Command(dialect),
    }
}

/// A terminal: with prompts a transcript; without, commands, unless other lines follow them.
fn console(code: &str) -> CodeClass {
    if let Some(dialect) = first_prompt(code) {
        return CodeClass::Transcript(dialect);
    }
    match by_shape(code) {
        CodeClass::Command(dialect) if has_output(dialect, code) => CodeClass::Transcript(dialect),
        CodeClass::Other => CodeClass::Output,
        class => class,
    }
}

/// Whether lines stand below the first command that are neither commands nor parts of one.
fn has_output(dialect: Dialect, code: &str) -> bool {
    let mut continues = false;
    let mut heredoc = false;
    for line in code.lines() {
        let text = line.trim();
        let skipped = continues || text.is_empty() || text.starts_with('#');
        heredoc |= text.contains("<<") || text.ends_with(['{', '(', '|', ',']);
        if !skipped && !shape::is_command_line(dialect, text) {
            return !heredoc;
        }
        continues = text.ends_with(['\\', '`', '|', '{', '(', ',']);
    }
    false
}

fn first_prompt(code: &str) -> Option<Dialect> {
    let mut lines = code.lines().filter(|l| !l.trim().is_empty());
    // A comment may stand before the first prompt.
    let first = lines.find(|l| transcript::prompt(l).is_some() || !l.trim_start().starts_with('#'));
    let first = first?;
    let (dialect, rest) = transcript::prompt(first)?;
    // Above a command without a prompt, `# ` opens a comment.
    let comment = first.trim_start().starts_with('#') && code.lines().any(shape::is_bash);
    (!rest.is_empty() && !comment).then_some(dialect)
}

fn by_shape(code: &str) -> CodeClass {
    let trimmed = code.trim();
    if let Some(class) = file_content(trimmed) {
        return class;
    }
    if let Some(dialect) = first_prompt(code) {
        return CodeClass::Transcript(dialect);
    }
    let line = shape::first_line(code);
    if shape::is_option_list(code) {
        return CodeClass::SyntaxSummary;
    }
    // The words of a placeholder are no sentence.
    let plain = masked(line);
    if shape::is_powershell(&plain) {
        return command(Dialect::PowerShell, code);
    }
    if trimmed.starts_with(['"', '\'', '\u{201c}']) {
        return CodeClass::Output;
    }
    if shape::is_table(code) || shape::is_property_list(code) {
        return CodeClass::Output;
    }
    if shape::is_bash(&plain) && shape::is_plausible_bash(code) {
        return command(Dialect::Bash, code);
    }
    match is_syntax(code) && placeholders(line).len() + usize::from(has_optional_parts(line)) > 1 {
        true => CodeClass::SyntaxSummary,
        false => CodeClass::Other,
    }
}

fn command(dialect: Dialect, code: &str) -> CodeClass {
    if is_syntax(code) {
        return CodeClass::SyntaxSummary;
    }
    let below = code.split_once('\n').map_or("", |(_, below)| below);
    let prints =
        shape::is_table(below) || (below.lines().count() > 1 && shape::is_property_list(below));
    match prints {
        true => CodeClass::Transcript(dialect),
        false => CodeClass::Command(dialect),
    }
}

fn is_syntax(code: &str) -> bool {
    !placeholders(code).is_empty() || has_optional_parts(code)
}

fn file_content(trimmed: &str) -> Option<CodeClass> {
    let is_json = || {
        let opens = trimmed.starts_with('{') || trimmed.starts_with('[');
        opens && serde_json::from_str::<serde::de::IgnoredAny>(trimmed).is_ok()
    };
    let format = match trimmed {
        t if t.starts_with("#!") => FileFormat::Text,
        t if xml::is_xml(t) => FileFormat::Xml,
        _ if is_json() => FileFormat::Json,
        t if shape::is_sections(t) => FileFormat::Text,
        t if shape::is_directives(t) => FileFormat::Text,
        t if shape::is_yaml(t) => FileFormat::Yaml,
        _ => return None,
    };
    Some(CodeClass::FileContent(format))
}
