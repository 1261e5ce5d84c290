//! The bash runbook of a procedure in one locale.
//!
//! Commands stand verbatim in functions, their parameters as quoted variables, which bash neither
//! splits nor reads again. All texts stand in one table of single-quoted strings.

use tera::{Context, Value};
use tree_sitter::Node;

use super::WithheldReason;
use super::code::{self, Place};
use super::engine::{self, Target, record};
use super::outline::Outline;
use super::script::Script;
use crate::procedure::{Command, Parameter, ParameterKind};
use crate::shell::Dialect;

/// The script.
pub(super) fn render(outline: &Outline<'_>) -> Vec<u8> {
    let script = Script::new(outline, names);
    let mut context: Context = script.context();
    let parameters = outline.procedure.parameters.iter().map(parameter);
    context.insert_value("parameters", Value::from(parameters.collect::<Vec<_>>()));
    engine::render(Target::Bash, &context).into_bytes()
}

/// Text between the single quotes of a bash string. The quote itself is put between two strings:
/// an escape by a backslash would be read as a part of a character where the locale's encoding
/// has trail bytes below 0x80.
pub(super) fn quoted(text: &str) -> String {
    text.replace('\'', r"'\''")
}

fn names(ids: &[String]) -> Vec<Value> {
    ids.iter().map(|id| Value::from(id.as_str())).collect()
}

fn parameter(parameter: &Parameter) -> Value {
    record([
        ("id", Value::from(parameter.id.as_str())),
        ("variable", Value::from(variable(&parameter.id))),
        ("flag", Value::from(flag(&parameter.id))),
        ("kind", Value::from(kind(parameter.kind))),
        ("pattern", Value::from(pattern(parameter.kind))),
    ])
}

fn kind(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Port => "port",
        ParameterKind::Secret => "secret",
        _ => "text",
    }
}

/// The extended regular expression, in the C locale, that a value must match as a whole.
pub(super) fn pattern(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::HostName => {
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
        }
        ParameterKind::Port => "[1-9][0-9]{0,4}",
        ParameterKind::Number => "[0-9]{1,18}",
        ParameterKind::Thumbprint => "[0-9A-Fa-f]{40}",
        ParameterKind::Path => "[A-Za-z0-9._/][A-Za-z0-9 ._/@+,=:~-]*",
        ParameterKind::Url => {
            "https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[A-Za-z0-9._~%/?&=+:@-]*)?"
        }
        ParameterKind::Secret => "[^[:cntrl:]]+",
        ParameterKind::Text => "[A-Za-z0-9][A-Za-z0-9 ._@:/+,=%-]*",
    }
}

/// `hostName` as `PARAM_HOST_NAME`: no variable of a shell or of a program has such a name.
pub(super) fn variable(id: &str) -> String {
    let words = words(id).join("_").to_ascii_uppercase();
    format!("PARAM_{words}")
}

/// `hostName` as `--host-name`.
pub(super) fn flag(id: &str) -> String {
    let flag = format!("--{}", words(id).join("-").to_ascii_lowercase());
    match OPTIONS.contains(&flag.as_str()) {
        true => format!("{flag}-value"),
        false => flag,
    }
}

const OPTIONS: [&str; 10] = [
    "--goal",
    "--list",
    "--from",
    "--only",
    "--dry-run",
    "--journal",
    "--resume",
    "--yes",
    "--answer",
    "--help",
];

/// The words of an identifier in camel case.
fn words(id: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut after_lower = false;
    for c in id.chars() {
        if !c.is_ascii_alphanumeric() {
            after_lower = false;
            words.push(String::new());
            continue;
        }
        if words.is_empty() || (after_lower && c.is_ascii_uppercase()) {
            words.push(String::new());
        }
        words.last_mut().expect("just pushed").push(c);
        after_lower = !c.is_ascii_uppercase();
    }
    words.retain(|w| !w.is_empty());
    words
}

/// The code of a command with its parameters as variables.
pub(super) fn substituted(command: &Command) -> Result<String, WithheldReason> {
    substituted_as(command, Reference::Set)
}

/// How a parameter is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// It has a value.
    Set,
    /// Bash does not begin a command that needs it where it has none.
    Required,
}

/// The code of a command with its parameters as variables that are referred to in one way.
pub(super) fn substituted_as(command: &Command, by: Reference) -> Result<String, WithheldReason> {
    let (code, places) = code::prepared(command)?;
    let Some(tree) = code::parse(Dialect::Bash, &code) else {
        return Err(WithheldReason::Incomplete);
    };
    let mut out = String::new();
    let mut at = 0;
    for place in &places {
        out.push_str(&code[at..place.range.start]);
        out.push_str(&reference(tree.root_node(), &code, place, by)?);
        at = place.range.end;
    }
    out.push_str(&code[at..]);
    match code::is_whole(Dialect::Bash, &out) {
        true => Ok(out),
        false => Err(WithheldReason::Substitution),
    }
}

/// How a parameter is written at its place, by what stands around it there.
fn reference(
    root: Node<'_>,
    code: &str,
    place: &Place,
    by: Reference,
) -> Result<String, WithheldReason> {
    let name = variable(&place.id);
    let (inside, alone) = match by {
        Reference::Set => (format!("${{{name}}}"), format!("${name}")),
        Reference::Required => (format!("${{{name}:?}}"), format!("${{{name}:?}}")),
    };
    let mut node = root.descendant_for_byte_range(place.range.start, place.range.end);
    while let Some(current) = node {
        match current.kind() {
            "raw_string" => return Ok(format!("'\"{alone}\"'")),
            "string" => return Ok(inside),
            "heredoc_body" if is_expanded(current, code) => return Ok(inside),
            "heredoc_body"
            | "ansi_c_string"
            | "regex"
            | "heredoc_start"
            | "comment"
            | "variable_name"
            | "function_definition"
            | "translated_string" => {
                return Err(WithheldReason::Substitution);
            }
            "word" | "command_name" | "concatenation" | "number" | "pipeline" | "command" => {}
            // A substitution inside a string starts afresh: its words are bare.
            "command_substitution" | "process_substitution" | "subshell" => break,
            _ => {}
        }
        node = current.parent();
    }
    Ok(format!("\"{alone}\""))
}

/// Whether variables are replaced in a here-document: not where its delimiter is quoted.
fn is_expanded(body: Node<'_>, code: &str) -> bool {
    let redirect = body.parent();
    let start = redirect.and_then(|r| {
        let mut cursor = r.walk();
        r.children(&mut cursor)
            .find(|c| c.kind() == "heredoc_start")
    });
    start.is_some_and(|s| !code[s.byte_range()].contains(['\'', '"', '\\']))
}

/// Whether later commands depend on what this one leaves in the shell: its folder, its variables.
pub(super) fn keeps_state(command: &Command) -> bool {
    words_that_keep(command).next().is_some()
}

/// Whether all that a command leaves is in the environment, which is handed on.
pub(super) fn only_exports(command: &Command) -> bool {
    let mut words = words_that_keep(command);
    command.dialect == Dialect::Bash && words.all(|word| word == "export")
}

/// The first words of the lines that leave something in the shell.
fn words_that_keep(command: &Command) -> impl Iterator<Item = &str> {
    let lines = command.code.lines();
    let words = lines.map(|line| line.split_whitespace().next().unwrap_or_default());
    words.filter(|word| {
        let assigns = word.split_once('=').is_some_and(|(name, _)| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        });
        assigns || STATEFUL.contains(word)
    })
}

/// Commands that change the shell itself.
const STATEFUL: &[&str] = &[
    "cd", "pushd", "popd", "export", "source", ".", "umask", "set", "shopt", "alias", "declare",
    "read",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::CodePiece;
    use crate::procedure::Quoting::{Bare, Double, Single};

    fn command(pieces: &[&str], quoting: crate::procedure::Quoting) -> Command {
        let piece = |(i, s): (usize, &&str)| match i % 2 {
            0 => CodePiece::Verbatim((*s).to_owned()),
            _ => CodePiece::Parameter {
                id: "hostName".to_owned(),
                quoting,
            },
        };
        Command {
            dialect: Dialect::Bash,
            code: pieces.concat(),
            pieces: pieces.iter().enumerate().map(piece).collect(),
            script: Default::default(),
        }
    }

    #[test]
    fn a_command_can_need_its_values() {
        let needs =
            |pieces: &[&str]| substituted_as(&command(pieces, Bare), Reference::Required).unwrap();
        assert_eq!(needs(&["curl ", "a.b"]), "curl \"${PARAM_HOST_NAME:?}\"");
        assert_eq!(
            needs(&["x \"n=", "a.b", "\""]),
            "x \"n=${PARAM_HOST_NAME:?}\""
        );
        assert_eq!(
            needs(&["x 'n=", "a.b", "'"]),
            "x 'n='\"${PARAM_HOST_NAME:?}\"''"
        );
    }

    #[test]
    fn a_value_never_splits_or_runs() {
        let bare = |p| substituted(&command(p, Bare)).unwrap();
        assert_eq!(
            bare(&["curl https://", "a.b", ":1/"]),
            "curl https://\"$PARAM_HOST_NAME\":1/"
        );
        assert_eq!(bare(&["X=", "a.b", " y"]), "X=\"$PARAM_HOST_NAME\" y");
        assert_eq!(
            bare(&["cat <<E\n", "a.b", "\nE"]),
            "cat <<E\n${PARAM_HOST_NAME}\nE"
        );
        let double = substituted(&command(&["x -subj \"/CN=", "a.b", "\" -y"], Double)).unwrap();
        assert_eq!(double, "x -subj \"/CN=${PARAM_HOST_NAME}\" -y");
        let single = substituted(&command(&["x '/CN=", "a.b", "'"], Single)).unwrap();
        assert_eq!(single, "x '/CN='\"$PARAM_HOST_NAME\"''");
    }

    #[test]
    fn where_a_value_cannot_go_the_command_is_withheld() {
        for pieces in [
            ["cat <<'E'\n", "a.b", "\nE"],
            ["x $'", "a.b", "'"],
            ["x # ", "a.b", ""],
        ] {
            let code = substituted(&command(&pieces, Bare));
            assert_eq!(code, Err(WithheldReason::Substitution), "{pieces:?}");
        }
    }

    #[test]
    fn identifiers_become_flags_and_variables() {
        assert_eq!(flag("hostName"), "--host-name");
        assert_eq!(flag("from"), "--from-value");
        assert_eq!(variable("trustedPoolFqdn2"), "PARAM_TRUSTED_POOL_FQDN2");
    }
}
