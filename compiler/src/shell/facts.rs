//! The tables of `compiler/data`: PowerShell verbs, programs, fence languages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::Risk;

/// What a table in `compiler/data` calls a risk.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Grade {
    Read,
    Change,
    Interrupt,
    Destructive,
    Unknown,
}

impl From<Grade> for Risk {
    fn from(grade: Grade) -> Risk {
        match grade {
            Grade::Read => Risk::Read,
            Grade::Change => Risk::Change,
            Grade::Interrupt => Risk::Interrupt,
            Grade::Destructive => Risk::Destructive,
            Grade::Unknown => Risk::Unknown,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbTable {
    read: Vec<String>,
    change: Vec<String>,
    interrupt: Vec<String>,
    destructive: Vec<String>,
    unknown: Vec<String>,
    cmdlets: BTreeMap<String, Grade>,
    removing: Vec<String>,
}

/// Risks by lower-case PowerShell verb and, where a cmdlet differs, by lower-case cmdlet.
pub(super) struct Verbs {
    pub(super) verbs: BTreeMap<String, Risk>,
    pub(super) cmdlets: BTreeMap<String, Risk>,
    /// Beginnings of parameters, lower case, with which one that reads takes away.
    pub(super) removing: Vec<String>,
}

pub(super) static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let table: VerbTable = toml::from_str(include_str!("../../data/verbs.toml"))
        .expect("the embedded table of verbs is valid: a test holds");
    let graded = [
        (table.read, Risk::Read),
        (table.change, Risk::Change),
        (table.interrupt, Risk::Interrupt),
        (table.destructive, Risk::Destructive),
        (table.unknown, Risk::Unknown),
    ];
    let verbs = graded.into_iter().flat_map(|(verbs, risk)| {
        let lower = verbs.into_iter().map(|v| v.to_ascii_lowercase());
        lower.map(move |v| (v, risk))
    });
    let cmdlets = table.cmdlets.into_iter();
    let removing = table.removing.iter().map(|p| p.to_ascii_lowercase());
    Verbs {
        removing: removing.collect(),
        verbs: verbs.collect(),
        cmdlets: cmdlets
            .map(|(name, grade)| (name.to_ascii_lowercase(), grade.into()))
            .collect(),
    }
});

/// What calls of a program may do.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Program {
    pub(super) risk: Grade,
    #[serde(default)]
    pub(super) prose: bool,
    #[serde(default)]
    pub(super) windows: bool,
    #[serde(default)]
    pub(super) words: BTreeMap<String, Grade>,
    #[serde(default)]
    pub(super) options: BTreeMap<String, Grade>,
    #[serde(default)]
    pub(super) reads: BTreeSet<String>,
}

/// The programs that are known by name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Programs {
    pub(super) wrappers: BTreeSet<String>,
    pub(super) shell: BTreeSet<String>,
    pub(super) programs: BTreeMap<String, Program>,
}

pub(super) static PROGRAMS: LazyLock<Programs> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/programs.toml"))
        .expect("the embedded table of programs is valid: a test holds")
});

impl Programs {
    /// The program that a command's name or path means, `.exe` and folders aside.
    pub(super) fn find(&self, name: &str) -> Option<&Program> {
        let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let stem = match base.len().checked_sub(4).and_then(|i| base.get(i..)) {
            Some(end) if end.eq_ignore_ascii_case(".exe") => &base[..base.len() - 4],
            _ => base,
        };
        self.programs
            .get(stem)
            .or_else(|| self.programs.get(&stem.to_ascii_lowercase()))
    }
}

/// What the info string of a fence claims that the block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    PowerShell,
    Bash,
    Console,
    Output,
    Plain,
    Xml,
    Json,
    Yaml,
    Conf,
    /// Another language.
    Other,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fences {
    powershell: BTreeSet<String>,
    bash: BTreeSet<String>,
    console: BTreeSet<String>,
    output: BTreeSet<String>,
    plain: BTreeSet<String>,
    xml: BTreeSet<String>,
    json: BTreeSet<String>,
    yaml: BTreeSet<String>,
    conf: BTreeSet<String>,
}

static FENCES: LazyLock<Fences> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/fences.toml"))
        .expect("the embedded table of fences is valid: a test holds")
});

/// What an info string claims; nothing for an empty one.
pub(super) fn claim(info: &str) -> Option<Claim> {
    let word = info.split([' ', ',', '{', '\t']).next().unwrap_or_default();
    let word = word.trim_start_matches('.').to_ascii_lowercase();
    if word.is_empty() {
        return None;
    }
    let table = [
        (&FENCES.powershell, Claim::PowerShell),
        (&FENCES.bash, Claim::Bash),
        (&FENCES.console, Claim::Console),
        (&FENCES.output, Claim::Output),
        (&FENCES.plain, Claim::Plain),
        (&FENCES.xml, Claim::Xml),
        (&FENCES.json, Claim::Json),
        (&FENCES.yaml, Claim::Yaml),
        (&FENCES.conf, Claim::Conf),
    ];
    let known = table.iter().find(|(names, _)| names.contains(&word));
    Some(known.map_or(Claim::Other, |(_, claim)| *claim))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_tables_are_valid() {
        assert_eq!(VERBS.verbs["get"], Risk::Read);
        assert!(PROGRAMS.find("/usr/bin/curl").is_some());
        assert!(PROGRAMS.find(r"C:\x\AppCmd.EXE").is_some());
        assert_eq!(claim("Bash {.copy}"), Some(Claim::Bash));
        assert_eq!(claim("rust"), Some(Claim::Other));
        assert_eq!(claim(""), None);
    }
}
