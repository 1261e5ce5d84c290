//! The half of a pipeline that only reads: what a change would touch.

use super::substituted;
use crate::emit::code::places;
use crate::procedure::{CodePiece, Command, Procedure};
use crate::shell::{self, Dialect, Invocation, Pipeline, Risk, Script};

/// The code that shows what a command would change, with its parameters as variables: a pipeline
/// without the commands that change. None where there is no such half, or where it might do more
/// than read.
pub(in crate::emit) fn touched(command: &Command, procedure: &Procedure) -> Option<String> {
    let half = read_half(command)?;
    substituted(&half, &procedure.parameters).ok()
}

fn read_half(command: &Command) -> Option<Command> {
    // Commands within others are pipelines of their own: such a command is left alone.
    let [pipeline] = command.script.pipelines.as_slice() else {
        return None;
    };
    let first = pipeline.commands.first()?;
    let is_begun = command.code[..first.name.range.start].trim().is_empty();
    if command.dialect != Dialect::PowerShell || !is_begun {
        return None;
    }
    let mut commands = pipeline.commands.iter();
    let changing = commands.position(|i| !reads(i)).filter(|at| *at > 0)?;
    let at = pipeline.commands[changing].name.range.start;
    let code = command.code[..at].trim_end().strip_suffix('|')?.trim_end();
    let script = shell::parse_template(Dialect::PowerShell, code).script;
    if shell::risk(Dialect::PowerShell, &script, code) != Risk::Read {
        return None;
    }
    Some(Command {
        dialect: command.dialect,
        code: code.to_owned(),
        pieces: beginning(command, code)?,
        script,
    })
}

/// Whether a command of a pipeline only reads.
fn reads(invocation: &Invocation) -> bool {
    let commands = vec![invocation.clone()];
    let pipelines = vec![Pipeline { commands }];
    shell::risk(Dialect::PowerShell, &Script { pipelines }, "") == Risk::Read
}

/// The pieces of `code`, which a command begins with; none where it ends in a sample.
fn beginning(command: &Command, code: &str) -> Option<Vec<CodePiece>> {
    let is_parameter = |piece: &&CodePiece| matches!(piece, CodePiece::Parameter { .. });
    let parameters = command.pieces.iter().filter(is_parameter);
    let mut pieces = Vec::new();
    let mut at = 0;
    for (place, parameter) in places(&command.code, &command.pieces)?
        .iter()
        .zip(parameters)
    {
        if place.range.start >= code.len() {
            break;
        }
        pieces.push(CodePiece::Verbatim(code[at..place.range.start].to_owned()));
        pieces.push(parameter.clone());
        at = place.range.end;
    }
    pieces.push(CodePiece::Verbatim(code.get(at..)?.to_owned()));
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::Quoting::Bare;

    fn half(pieces: &[&str]) -> Option<String> {
        let piece = |(i, s): (usize, &&str)| match i % 2 {
            0 => CodePiece::Verbatim((*s).to_owned()),
            _ => CodePiece::Parameter {
                id: "name".to_owned(),
                quoting: Bare,
            },
        };
        let code = pieces.concat();
        let command = Command {
            dialect: Dialect::PowerShell,
            script: shell::parse_template(Dialect::PowerShell, &code).script,
            code,
            pieces: pieces.iter().enumerate().map(piece).collect(),
        };
        let half = read_half(&command)?;
        Some(substituted(&half, &[]).unwrap())
    }

    #[test]
    fn what_only_reads_is_kept_whole() {
        let same = |pieces: &[&str], expected: &str| {
            assert_eq!(half(pieces).as_deref(), Some(expected), "{pieces:?}");
        };
        same(&["Get-CtsPolicy | Set-CtsPolicy -Mode 1"], "Get-CtsPolicy");
        same(
            &["Get-CtsUser -Filter ", "ana", " | Set-CtsUser -Mode ", "x"],
            "Get-CtsUser -Filter $Name",
        );
        same(
            &["Get-CtsUser |\n  Select-Object -First 2 |\n  Remove-CtsUser"],
            "Get-CtsUser |\n  Select-Object -First 2",
        );
    }

    #[test]
    fn what_may_do_more_than_read_has_no_half() {
        for code in [
            "Get-CtsUser",
            "Set-CtsUser ana",
            "Get-CtsUser | Format-List",
            "$all = Get-CtsUser | Set-CtsUser",
            "Get-CtsUser > all.txt | Set-CtsUser",
            "New-CtsUser ana | Set-CtsUser -Mode 1",
            "Get-CtsUser (New-CtsUser ana) | Set-CtsUser",
            "Get-CtsUser | Set-CtsUser; Get-CtsUser | Remove-CtsUser",
        ] {
            assert_eq!(half(&[code]), None, "{code}");
        }
    }
}
