//! The PowerShell runbook of a procedure in one locale.
//!
//! Commands stand verbatim in functions, their parameters as variables, which PowerShell neither
//! splits nor reads again. All texts stand in one table of single-quoted strings.

use tera::{Context, Value};

use super::WithheldReason;
use super::code::{self, Place};
use super::engine::{self, Target, record};
use super::outline::Outline;
use super::script::Script;
use crate::procedure::{Command, Parameter, ParameterKind};
use crate::shell::Dialect;
pub(super) use touched::touched;
use words::words;

mod touched;
mod words;

/// A script in two encodings.
pub(super) struct Encoded {
    /// UTF-8 with a byte order mark.
    pub(super) utf8: Vec<u8>,
    /// The same in ASCII, which every code page reads alike; none where a command is not ASCII.
    pub(super) ascii: Option<Vec<u8>>,
}

/// The script, its lines ended by CRLF.
pub(super) fn render(outline: &Outline<'_>) -> Encoded {
    let script = Script::new(outline, |ids| {
        ids.iter().map(|id| Value::from(id.as_str())).collect()
    });
    let mut context: Context = script.context();
    let parameters = outline.procedure.parameters.iter().map(parameter);
    context.insert_value("parameters", Value::from(parameters.collect::<Vec<_>>()));
    let secret = |p: &&Parameter| p.kind == ParameterKind::Secret;
    let secrets = outline.procedure.parameters.iter().filter(secret);
    let secrets: Vec<&str> = secrets.map(|p| p.id.as_str()).collect();
    context.insert("secrets", &secrets);
    context.insert("is_ascii", &false);
    let text = engine::render(Target::PowerShell, &context);
    let utf8 = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    context.insert("is_ascii", &true);
    context.insert_value("texts", script.texts(escaped));
    let ascii = engine::render(Target::PowerShell, &context).replace('\n', "\r\n");
    let ascii = ascii.is_ascii().then(|| ascii.into_bytes());
    Encoded { utf8, ascii }
}

/// A text in ASCII, as `[regex]::Unescape` reads it: what is not ASCII as UTF-16 units, and the
/// backslash itself.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\u005c"),
            c if c.is_ascii() => escaped.push(c),
            c => (c.encode_utf16(&mut [0; 2]).iter())
                .for_each(|unit| escaped.push_str(&format!("\\u{unit:04x}"))),
        }
    }
    escaped
}

/// Text between the single quotes of a PowerShell string: PowerShell takes five characters for a
/// single quote, and two of any of them for one in the text.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(c);
        }
        quoted.push(c);
    }
    quoted
}

fn parameter(parameter: &Parameter) -> Value {
    let (minimum, maximum) = match parameter.kind {
        ParameterKind::Port => (1, 65535),
        _ => (0, 0),
    };
    record([
        ("id", Value::from(parameter.id.as_str())),
        ("variable", Value::from(variable(&parameter.id))),
        (
            "is_number",
            Value::from(parameter.kind == ParameterKind::Port),
        ),
        (
            "is_secret",
            Value::from(parameter.kind == ParameterKind::Secret),
        ),
        (
            "environment",
            Value::from(super::bash::variable(&parameter.id)),
        ),
        ("minimum", Value::from(minimum)),
        ("maximum", Value::from(maximum)),
        ("pattern", Value::from(pattern(parameter.kind))),
    ])
}

/// The .NET regular expression that a value must match as a whole.
pub(super) fn pattern(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Path => r"^([A-Za-z]:\\|\\\\|%[A-Za-z]+%\\)[A-Za-z0-9 ._@+,=~()\\-]*\z",
        ParameterKind::HostName => {
            r"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z"
        }
        ParameterKind::Port => r"^[1-9][0-9]{0,4}\z",
        ParameterKind::Number => r"^[0-9]{1,18}\z",
        ParameterKind::Thumbprint => r"^[0-9A-Fa-f]{40}\z",
        ParameterKind::Url => {
            r"^https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[A-Za-z0-9._~%/?&=+:@-]*)?\z"
        }
        ParameterKind::Secret => r"^[^\x00-\x1f\x7f]+\z",
        ParameterKind::Text => r"^[A-Za-z0-9][A-Za-z0-9 ._@:/+,=%-]*\z",
    }
}

/// `hostName` as `HostName`, and `HostValue` where PowerShell or the runbook has the name already.
pub(super) fn variable(id: &str) -> String {
    let plain: String = id
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let (first, rest) = plain.split_at(plain.len().min(1));
    let name = format!("{}{rest}", first.to_ascii_uppercase());
    match is_taken(&name) {
        true => format!("{name}Value"),
        false => name,
    }
}

/// Whether PowerShell or the runbook has a variable or a parameter of a name already.
fn is_taken(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_setting = name.ends_with("preference") || name.starts_with("maximum");
    is_setting || is_own(&name) || TAKEN.contains(&name.as_str())
}

/// Whether a runbook has a variable of a name, in lower case, for itself.
fn is_own(name: &str) -> bool {
    name.starts_with("runbook") || OWN.contains(&name)
}

/// Parameters of the runbook, in lower case.
const OWN: &[&str] = &[
    "goal", "list", "from", "only", "answer", "journal", "resume", "yes",
];

/// Common parameters with their short names, and automatic variables, in lower case.
const TAKEN: &[&str] = &[
    "whatif",
    "confirm",
    "verbose",
    "debug",
    "erroraction",
    "warningaction",
    "informationaction",
    "errorvariable",
    "warningvariable",
    "informationvariable",
    "outvariable",
    "outbuffer",
    "pipelinevariable",
    "progressaction",
    "usetransaction",
    "cf",
    "db",
    "ea",
    "ev",
    "infa",
    "iv",
    "ob",
    "ov",
    "proga",
    "pv",
    "usetx",
    "vb",
    "wa",
    "wi",
    "wv",
    "enabledexperimentalfeatures",
    "errorview",
    "formatenumerationlimit",
    "outputencoding",
    "psboundparameters",
    "psdefaultparametervalues",
    "psedition",
    "psemailserver",
    "psnativecommandargumentpassing",
    "pssessionapplicationname",
    "pssessionconfigurationname",
    "pssessionoption",
    "psstyle",
    "args",
    "consolefilename",
    "error",
    "event",
    "eventargs",
    "eventsubscriber",
    "executioncontext",
    "false",
    "foreach",
    "home",
    "host",
    "input",
    "iscoreclr",
    "islinux",
    "ismacos",
    "iswindows",
    "lastexitcode",
    "matches",
    "myinvocation",
    "nestedpromptlevel",
    "null",
    "ofs",
    "pid",
    "profile",
    "pscmdlet",
    "pscommandpath",
    "psculture",
    "psdebugcontext",
    "pshome",
    "psitem",
    "psscriptroot",
    "pssenderinfo",
    "psuiculture",
    "psversiontable",
    "pwd",
    "sender",
    "shellid",
    "sourceargs",
    "sourceeventargs",
    "stacktrace",
    "switch",
    "this",
    "true",
];

/// Whether later commands depend on what this one leaves in the shell: its variables, its folder,
/// its modules.
pub(super) fn keeps_state(command: &Command) -> bool {
    let lines = command.code.lines().map(str::trim_start);
    let assigns = |line: &str| {
        let name = line.strip_prefix('$').unwrap_or_default();
        let end = name.find(|c: char| !c.is_alphanumeric() && !"_:".contains(c));
        let rest = end.map_or("", |end| name[end..].trim_start());
        !name.is_empty() && rest.starts_with('=')
    };
    let enters = |line: &str| {
        let first = line.split_whitespace().next().unwrap_or_default();
        STATEFUL.contains(&first.to_ascii_lowercase().as_str())
    };
    lines.into_iter().any(|line| assigns(line) || enters(line))
}

/// Commands that change the shell itself, in lower case.
const STATEFUL: &[&str] = &[
    "cd",
    "chdir",
    "pushd",
    "popd",
    "set-location",
    "push-location",
    "pop-location",
    "import-module",
    "import-pssession",
    "add-pssnapin",
    "set-variable",
    "new-psdrive",
    "set-alias",
];

/// The code of a command with its parameters as variables.
pub(super) fn substituted(
    command: &Command,
    parameters: &[Parameter],
) -> Result<String, WithheldReason> {
    let (code, places) = code::prepared(command)?;
    // Most commands have no variable: an article of many commands and parameters stays linear.
    let is_used = |p: &Parameter| uses_variable(&code, &variable(&p.id));
    if code.contains('$') && parameters.iter().any(is_used) || uses_own(&code) {
        return Err(WithheldReason::Substitution);
    }
    let words = words(&code);
    let mut out = String::new();
    let mut at = 0;
    for word in &words {
        let inside: Vec<&Place> = places.iter().filter(|p| word.holds(p)).collect();
        if inside.is_empty() {
            continue;
        }
        out.push_str(&code[at..word.start()]);
        out.push_str(&word.expression(&code, &inside)?);
        at = word.end();
    }
    out.push_str(&code[at..]);
    let in_one = |p: &Place| words.iter().filter(|w| w.holds(p)).count() == 1;
    let substituted = places.iter().all(in_one);
    match substituted && code::is_whole(Dialect::PowerShell, &out) {
        true => Ok(out),
        false => Err(WithheldReason::Substitution),
    }
}

/// Whether code has a variable that is the runbook's own: a step runs in the scope of the runbook,
/// so setting `$yes` would confirm all that follows.
fn uses_own(code: &str) -> bool {
    let code = code.to_ascii_lowercase();
    let is_own = |rest: &str| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        is_own(&rest[..end.unwrap_or(rest.len())])
    };
    code.split('$').skip(1).any(|rest| {
        let rest = rest.trim_start_matches('{');
        is_own(rest) || rest.split_once(':').is_some_and(|(_, rest)| is_own(rest))
    })
}

/// Whether code has a variable of the name of a parameter, which would then be two things.
fn uses_variable(code: &str, name: &str) -> bool {
    let code = code.to_ascii_lowercase();
    let name = name.to_ascii_lowercase();
    let is_named = |rest: &str| {
        rest.strip_prefix(name.as_str())
            .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    code.split('$').skip(1).any(|rest| {
        let rest = rest.trim_start_matches('{');
        // `$script:name` has the name after its scope.
        is_named(rest) || rest.split_once(':').is_some_and(|(_, rest)| is_named(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::{CodePiece, Quoting};

    fn substitute(pieces: &[&str]) -> Result<String, WithheldReason> {
        let piece = |(i, s): (usize, &&str)| match i % 2 {
            0 => CodePiece::Verbatim((*s).to_owned()),
            _ => CodePiece::Parameter {
                id: "pool".to_owned(),
                quoting: Quoting::Bare,
            },
        };
        let command = Command {
            dialect: Dialect::PowerShell,
            code: pieces.concat(),
            pieces: pieces.iter().enumerate().map(piece).collect(),
            script: Default::default(),
        };
        let parameter = Parameter {
            id: "pool".to_owned(),
            kind: ParameterKind::HostName,
            sample: "a.b".to_owned(),
            required: true,
            ..Parameter::default()
        };
        substituted(&command, &[parameter])
    }

    #[test]
    fn a_value_is_one_word() {
        let same = |pieces: &[&str], expected: &str| {
            assert_eq!(substitute(pieces).as_deref(), Ok(expected));
        };
        same(&["New-X -Id ", "a.b", " -Y 1"], "New-X -Id $Pool -Y 1");
        same(&["New-X -Id:", "a.b"], "New-X -Id:$Pool");
        same(&["New-X -Id '", "a.b", "'"], "New-X -Id $Pool");
        same(&["New-X -Id \"", "a.b", "\""], "New-X -Id $Pool");
        same(
            &["New-X https://", "a.b", "/x"],
            "New-X ('https://' + $Pool + '/x')",
        );
        same(
            &["New-X '", "a.b", "/o''x'"],
            "New-X ('' + $Pool + '/o''x')",
        );
        same(&["New-X \"$y ", "a.b", "\""], "New-X (\"$y \" + $Pool)");
        same(&["X.exe /n:\"", "a.b", "\""], "X.exe ('/n:' + $Pool)");
        same(&["New-X a,", "a.b", ",c"], "New-X a,$Pool,c");
        same(
            &["New-X -Id ", "<name of it>", " -S x:"],
            "New-X -Id $Pool -S x:",
        );
        same(
            &["New-X Site:", "<the \"site\">", ""],
            "New-X ('Site:' + $Pool)",
        );
        same(&["New-X `\n  -Id ", "a.b"], "New-X `\n  -Id $Pool");
        same(&["New-X $lists ", "a.b"], "New-X $lists $Pool");
    }

    #[test]
    fn where_a_value_cannot_go_the_command_is_withheld() {
        for pieces in [
            ["", "a.b", " -X"],
            ["New-X x$y/", "a.b", ""],
            ["New-X \"$(z) ", "a.b", "\""],
            ["New-X @'\n", "a.b", "\n'@"],
            ["New-X $pool ", "a.b", ""],
            ["$yes = New-X ", "a.b", ""],
            ["${script:List} = New-X ", "a.b", ""],
            ["$RunbookAnswers = New-X ", "a.b", ""],
            ["New-X # ", "a.b", ""],
        ] {
            assert_eq!(
                substitute(&pieces),
                Err(WithheldReason::Substitution),
                "{pieces:?}"
            );
        }
    }

    #[test]
    fn names_that_are_taken_are_not_used() {
        assert_eq!(variable("hostName"), "HostName");
        assert_eq!(variable("host"), "HostValue");
        assert_eq!(variable("from"), "FromValue");
        assert_eq!(variable("runbookId"), "RunbookIdValue");
        assert_eq!(variable("progressAction"), "ProgressActionValue");
        assert_eq!(variable("wi"), "WiValue");
        assert_eq!(variable("debugPreference"), "DebugPreferenceValue");
    }

    #[test]
    fn all_five_quotes_are_doubled() {
        assert_eq!(
            quoted("a'b\u{2018}c\u{2019}\u{201a}\u{201b}d"),
            "a''b\u{2018}\u{2018}c\u{2019}\u{2019}\u{201a}\u{201a}\u{201b}\u{201b}d"
        );
    }
}
