//! Whether all that commands say is in a catalogue: their cmdlets, the parameters of these and,
//! where a reference lists values, the values.
//!
//! PowerShell's own cmdlets are known here and to no rule: they bear a pipeline out.
//!
//! It does not say that a command is right. What is computed at run time, and what is left to the
//! reader, is not judged.

use std::collections::BTreeSet;

use super::{Catalogue, Cmdlet, Named, Parameter, builtin};
use crate::shell::{Argument, Invocation, Script, placeholders};

/// What a catalogue says about commands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The modules that its cmdlets belong to.
    pub modules: BTreeSet<String>,
    /// What it does not know: names of commands, `-Name` of parameters, `-Name value` of values;
    /// in the order of the code.
    pub unknown: Vec<String>,
}

impl Known {
    /// Whether there are commands, and nothing of them is unknown.
    pub fn is_whole(&self) -> bool {
        !self.modules.is_empty() && self.unknown.is_empty()
    }

    fn lacks(&mut self, name: &str) {
        if !self.unknown.iter().any(|u| u == name) {
            self.unknown.push(name.to_owned());
        }
    }
}

impl Catalogue {
    /// What the catalogue knows of the commands of `script`, which was parsed from `code`.
    pub fn known(&self, code: &str, script: &Script) -> Known {
        let mut known = Known::default();
        for invocation in script.invocations() {
            let written = &code[invocation.name.range.clone()];
            let name = match invocation.command() {
                "" => written,
                name => name,
            };
            let name = name.rsplit('\\').next().unwrap_or(name);
            match self.find(name).or_else(|| builtin::cmdlet(name)) {
                Some(cmdlet) => {
                    known.modules.insert(cmdlet.module.to_owned());
                    arguments(&cmdlet, invocation, code, &mut known);
                }
                None => known.lacks(name),
            }
        }
        known
    }
}

/// Holds the arguments of a cmdlet against its parameters.
fn arguments(cmdlet: &Cmdlet<'_>, invocation: &Invocation, code: &str, known: &mut Known) {
    let mut unnamed = 0;
    let mut given: Vec<&str> = Vec::new();
    for argument in &invocation.arguments {
        let Some(name) = argument.name() else {
            unnamed += 1;
            continue;
        };
        // `-Name:value` is one word.
        let name = name.split(':').next().unwrap_or(name);
        match cmdlet.parameter(name) {
            Named::Known(parameter) => {
                given.push(parameter.name);
                // What stands after a switch is not its value.
                unnamed += usize::from(parameter.is_switch() && argument.value.is_some());
                if !is_accepted(&parameter, argument, code) {
                    let value = argument.constant().unwrap_or_default();
                    known.lacks(&format!("-{} {value}", parameter.name));
                }
            }
            Named::Common(_) => {}
            Named::Ambiguous(_) | Named::Unknown => known.lacks(&format!("-{name}")),
        }
    }
    let takes = |p: &Parameter<'_>| p.position.is_some() && !given.contains(&p.name);
    let places: BTreeSet<Option<u8>> = (cmdlet.parameters().filter(takes))
        .map(|p| p.position)
        .collect();
    if unnamed > places.len() {
        known.lacks(cmdlet.name);
    }
}

/// Whether a parameter accepts what is given to it, as far as its reference lists that.
fn is_accepted(parameter: &Parameter<'_>, argument: &Argument, code: &str) -> bool {
    let Some(word) = argument.value.as_ref().filter(|_| !parameter.is_switch()) else {
        return true;
    };
    let written = &code[word.range.clone()];
    match &word.value {
        Some(value) if placeholders(written).is_empty() => {
            let accepted = parameter.accepted();
            let is_variable = value.starts_with('$') && !parameter.is_boolean();
            accepted.is_empty()
                || is_variable
                || value.split(',').all(|v| accepts(&accepted, v.trim()))
        }
        _ => true,
    }
}

impl Parameter<'_> {
    /// The values that it accepts, those of a Boolean included; empty where they are not listed.
    pub fn accepted(&self) -> Vec<String> {
        match self.is_boolean() {
            true => vec!["$true".to_owned(), "$false".to_owned()],
            false => self.values().map(|v| v.into_owned()).collect(),
        }
    }
}

/// Whether a value is one of those that are accepted: in any case, the beginning of just one of
/// them, or a number, which PowerShell converts.
pub fn accepts(accepted: &[String], value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let begins = |a: &&String| a.to_ascii_lowercase().starts_with(&lower);
    let is_number = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    let is_variable = value.starts_with('$') && !accepted.iter().any(|a| a.starts_with('$'));
    is_number
        || is_variable
        || value.is_empty()
        || accepted.iter().any(|a| a.eq_ignore_ascii_case(value))
        || (!value.starts_with('$') && accepted.iter().filter(begins).count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Layer;
    use crate::shell::{Dialect, parse};

    const FACTS: &str = "runbookc.catalogue/1
module Cts.Admin Cts
Get-CtsUser 0
 Identity String 0
 ResultSize Unlimited
Set-CtsUser 0 whatif
 Identity String ! 0
 Mode String v=Simple,Strict
 Enabled Boolean
 Force SwitchParameter
";

    fn known(code: &str) -> Known {
        let own = Layer::parse(FACTS.to_owned()).unwrap();
        let parsed = parse(Dialect::PowerShell, code);
        assert!(parsed.clean, "{code}");
        Catalogue::with(vec![own]).known(code, &parsed.script)
    }

    #[test]
    fn what_the_catalogue_has_is_known() {
        for code in [
            "Get-CtsUser ana",
            "Set-CtsUser -Identity \"Ana Prado\" -mode strict -Enabled $True",
            "Set-CtsUser ana -Force -WhatIf -ErrorAction Stop",
            "Set-CtsUser -Force ana -Mode $mode",
            "Get-CtsUser | Set-CtsUser -Enabled $False",
            "Set-CtsUser -Identity (Get-CtsUser ana) -Ena $False",
        ] {
            let known = known(code);
            assert!(known.is_whole(), "{code}: {known:?}");
            assert_eq!(known.modules.iter().next().unwrap(), "Cts.Admin");
        }
    }

    #[test]
    fn pipelines_through_cmdlets_of_powershell_are_known() {
        for code in [
            "Get-CtsUser | Select-Object Name,Mode | Format-Table -AutoSize",
            "Get-CtsUser | where { $_.Mode -eq 'Strict' } | Set-CtsUser -Enabled $True",
            "Get-CtsUser | ? Mode -EQ Strict | fl Name, Mode",
            "Import-Csv users.csv | ForEach-Object { Set-CtsUser $_.Name -Mode Simple }",
            "Get-CtsUser | Export-Csv -Path users.csv -NoTypeInformation",
        ] {
            let known = known(code);
            assert!(known.is_whole(), "{code}: {known:?}");
        }
        assert_eq!(
            known("Get-CtsUser | select -Colour Mode").unknown,
            ["-Colour"]
        );
    }

    #[test]
    fn what_it_does_not_have_is_named() {
        for (code, lacks) in [
            ("Get-CtsUser ana bia", "Get-CtsUser"),
            ("Set-CtsUser ana -Mood strict", "-Mood"),
            ("Set-CtsUser ana -Mode loose", "-Mode loose"),
            ("Set-CtsUser ana -Enabled True", "-Enabled True"),
            ("Get-CtsUser | Format-Zebra", "Format-Zebra"),
            ("Set-CtsUser -Identity (Get-CtsUse ana)", "Get-CtsUse"),
        ] {
            assert_eq!(known(code).unknown, [lacks], "{code}");
        }
        assert!(!known("$x = 1").is_whole());
    }
}
