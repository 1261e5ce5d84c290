//! Whether a command can stand in a script as it is, and where its samples stand in it.
//!
//! A command must be whole by itself: a quote, bracket or here-document that it leaves open would
//! take the lines after it in. What cannot be judged is withheld, never mended.

use std::ops::Range;

use tree_sitter::{Node, Parser, Tree};

use super::WithheldReason;
use crate::procedure::{CodePiece, Command};
use crate::shell::{self, Dialect, refuse};

/// A parameter in a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its id.
    pub(super) id: String,
    /// Bytes of its sample in the command's code.
    pub(super) range: Range<usize>,
}

/// The code of a command with a plain word in place of each sample, and where these words stand.
///
/// A sample may be a placeholder such as `<name of the pool>`, which is no code; around it, and
/// with a value in its place, the command must be whole.
pub(super) fn prepared(command: &Command) -> Result<(String, Vec<Place>), WithheldReason> {
    check_characters(command)?;
    if places(&command.code, &command.pieces).is_none() {
        return Err(WithheldReason::Substitution);
    }
    let mut code = String::new();
    let mut places = Vec::new();
    for piece in &command.pieces {
        match piece {
            CodePiece::Verbatim(text) => code.push_str(text),
            CodePiece::Parameter { id, .. } => {
                let start = code.len();
                code.push_str(WORD);
                let range = start..code.len();
                places.push(Place {
                    id: id.clone(),
                    range,
                });
            }
        }
    }
    match is_whole(command.dialect, &code) {
        true => Ok((code, places)),
        false => Err(WithheldReason::Incomplete),
    }
}

const WORD: &str = "Sample";

fn check_characters(command: &Command) -> Result<(), WithheldReason> {
    let code = command.code.as_str();
    // PowerShell takes all of these for a single quote, so its reader cannot tell which closes.
    let curly = command.dialect == Dialect::PowerShell && code.contains(['‘', '’', '‚', '‛']);
    match curly || refuse::refused(code).is_some() || code.contains('\r') {
        true => Err(WithheldReason::Characters),
        false => Ok(()),
    }
}

/// Whether `code` is one or more whole commands: in the body of a function it stays in there.
pub(super) fn is_whole(dialect: Dialect, code: &str) -> bool {
    let continues = match dialect {
        Dialect::PowerShell => '`',
        Dialect::Bash => '\\',
    };
    // A list of options is no command, though it parses as one.
    let is_option = code.trim_start().starts_with('-');
    if code.trim().is_empty() || is_option || code.trim_end().ends_with(continues) {
        return false;
    }
    if dialect == Dialect::PowerShell && !shell::closes_all(code) {
        return false;
    }
    let opening = match dialect {
        Dialect::PowerShell => "function f {\n",
        Dialect::Bash => "f() {\n",
    };
    let body = format!("{opening}{code}\n}}");
    let Some(alone) = parse(dialect, code) else {
        return false;
    };
    let Some(inside) = parse(dialect, &format!("{body}\nafter\n")) else {
        return false;
    };
    let ends_with_body = |node: Node<'_>| {
        node.kind() == FUNCTION[dialect as usize] && node.byte_range() == (0..body.len())
    };
    !alone.root_node().has_error()
        && !inside.root_node().has_error()
        && descendant(inside.root_node(), 0, ends_with_body)
}

const FUNCTION: [&str; 2] = ["function_statement", "function_definition"];

/// Whether the first nodes down from `node` that start at `offset` have one that `holds`.
fn descendant(node: Node<'_>, offset: usize, holds: impl Fn(Node<'_>) -> bool) -> bool {
    let mut node = Some(node);
    while let Some(current) = node {
        if holds(current) {
            return true;
        }
        node = current.child(0).filter(|c| c.start_byte() == offset);
    }
    false
}

/// The syntax tree of `code`.
pub(super) fn parse(dialect: Dialect, code: &str) -> Option<Tree> {
    let mut parser = Parser::new();
    let language = match dialect {
        Dialect::PowerShell => tree_sitter_powershell::LANGUAGE,
        Dialect::Bash => tree_sitter_bash::LANGUAGE,
    };
    parser.set_language(&language.into()).ok()?;
    parser.parse(code, None)
}

/// Where the parameters of a command stand in its code; none where its pieces do not say the same
/// as its code.
pub(super) fn places(code: &str, pieces: &[CodePiece]) -> Option<Vec<Place>> {
    let mut places: Vec<Place> = Vec::new();
    let mut at = 0;
    let mut open: Option<String> = None;
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            CodePiece::Verbatim(text) => {
                let is_last = i + 1 == pieces.len();
                let start = match (&open, is_last) {
                    (None, _) => at,
                    (Some(_), true) => code.len().checked_sub(text.len())?,
                    (Some(_), false) => at + code.get(at + 1..)?.find(text.as_str())? + 1,
                };
                if !code.get(start..)?.starts_with(text.as_str()) || start < at {
                    return None;
                }
                if let Some(id) = open.take() {
                    places.push(Place {
                        id,
                        range: at..start,
                    });
                }
                at = start + text.len();
            }
            CodePiece::Parameter { id, .. } if open.is_none() => open = Some(id.clone()),
            CodePiece::Parameter { .. } => return None,
        }
    }
    if let Some(id) = open.take() {
        places.push(Place {
            id,
            range: at..code.len(),
        });
        at = code.len();
    }
    (at == code.len() && places.iter().all(|p| !p.range.is_empty())).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::Quoting::Bare;

    #[test]
    fn a_whole_command_stays_in_its_function() {
        for code in [
            "nginx -t",
            "a \\\n  b",
            "cat <<'E'\n}\nE",
            "nginx -s reload || nginx",
            "for i in 1 2; do echo \"$i\"; done",
            "echo x # it's a comment",
        ] {
            assert!(is_whole(Dialect::Bash, code), "{code}");
        }
        for code in [
            "",
            "echo 'x",
            "}",
            "echo x\n}\nrm -rf /",
            "a \\",
            "cat <<E\nx",
            "f() {",
            "  -h, --help   help for x",
        ] {
            assert!(!is_whole(Dialect::Bash, code), "{code}");
        }
        for code in [
            "Get-CsSite | Select-Object DisplayName, SiteID",
            "New-X -Port 5199 -Flag $False",
            "C:\\Windows\\System32\\Inetsrv\\Appcmd.exe recycle apppool /apppool.name:\"Pool\"",
            "Set-X -A $True `\n  -B 'c'",
            "Set-X -A '<b>' -C \"<d>\" > e.txt",
        ] {
            assert!(is_whole(Dialect::PowerShell, code), "{code}");
        }
        for code in [
            "Get-X 'y",
            "}",
            "Get-X }; Remove-Y {",
            "Get-X `",
            "Get-X @'\nx",
            "Get-X <#",
            "Set-X -Mode <Open|Closed>",
            "Set-X -Policy <\"policy name\">",
        ] {
            assert!(!is_whole(Dialect::PowerShell, code), "{code}");
        }
    }

    #[test]
    fn places_are_where_the_samples_stand() {
        let verbatim = |s: &str| CodePiece::Verbatim(s.to_owned());
        let parameter = |id: &str| CodePiece::Parameter {
            id: id.to_owned(),
            quoting: Bare,
        };
        let pieces = [
            verbatim("a "),
            parameter("x"),
            verbatim(":"),
            parameter("y"),
        ];
        let found = places("a b.c:d", &pieces).unwrap();
        assert_eq!(found[0].range, 2..5);
        assert_eq!(found[1].range, 6..7);
        assert_eq!(places("a b.c", &pieces), None);
        assert_eq!(places("z b.c:d", &pieces), None);
    }
}
