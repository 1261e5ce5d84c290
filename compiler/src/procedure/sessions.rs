//! In which shell a command runs: the prefix of its noun tells, by `compiler/data/sessions.toml`.
//! A file is changed in no shell; it belongs to the host of the commands beside it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::diagnostic::{Evidence, EvidenceKind};
use crate::shell::{self, Dialect};

use super::drafts::Draft;
use super::{Command, Session};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    local: BTreeSet<String>,
    far: BTreeSet<String>,
    ways: Vec<String>,
    session: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) id: String,
    name: String,
    /// The kind of server that it belongs to; empty where there is none.
    #[serde(default)]
    pub(super) host: String,
    /// What sentences call that server.
    #[serde(default)]
    pub(super) names: Vec<String>,
    /// What stands in its paths, registry keys and event sources.
    #[serde(default)]
    pub(super) marks: Vec<String>,
    nouns: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/sessions.toml"))
        .expect("the embedded table of sessions is valid: a test holds")
});

/// What headings call a way to work by commands, in lower case.
pub(super) fn ways() -> impl Iterator<Item = &'static str> {
    TABLE.ways.iter().map(String::as_str)
}

/// The session of `id`, where it belongs to a kind of server.
pub(super) fn with_host(id: &str) -> Option<&'static Entry> {
    TABLE
        .session
        .iter()
        .find(|e| e.id == id && !e.host.is_empty())
}

/// Whether cmdlets with this noun act on the machine that they run on.
pub(super) fn is_local_noun(noun: &str) -> bool {
    TABLE.local.iter().any(|n| n.eq_ignore_ascii_case(noun))
}

/// Whether a program acts on the network, from whichever machine.
pub(super) fn is_far(program: &str) -> bool {
    let name = program.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    TABLE.far.contains(name.trim_end_matches(".exe"))
}

/// The sessions of drafts in order: per draft the id of its session, and all sessions in the order
/// of their first use. A command that runs in any session goes along with the one before it in its
/// section, else with the one after it.
pub(super) fn infer(sections: &[Vec<&Draft>]) -> (Vec<Vec<Option<String>>>, Vec<Session>) {
    let mut sessions: Vec<Session> = Vec::new();
    let mut all = Vec::new();
    for drafts in sections {
        let mut ids: Vec<Option<String>> = drafts.iter().map(|d| own(d, &mut sessions)).collect();
        let runs = |d: &Draft| {
            d.command()
                .is_some_and(|c| c.dialect == Dialect::PowerShell)
        };
        for i in 0..drafts.len() {
            if ids[i].is_none() && runs(drafts[i]) {
                let before = ids[..i].iter().rev().flatten().next();
                let around = before.or_else(|| ids[i..].iter().flatten().next()).cloned();
                ids[i] = around.or_else(|| Some(plain(Dialect::PowerShell, &mut sessions)));
            }
        }
        all.push(ids);
    }
    (all, sessions)
}

fn own(draft: &Draft, sessions: &mut Vec<Session>) -> Option<String> {
    let command = draft.command()?;
    if command.dialect == Dialect::Bash {
        return Some(plain(Dialect::Bash, sessions));
    }
    let (entry, noun) = entry(command)?;
    let evidence = Evidence {
        kind: EvidenceKind::CodeBlock,
        locale: None,
        text: noun.to_owned(),
        location: None,
    };
    match sessions.iter_mut().find(|s| s.id == entry.id) {
        Some(known) if known.evidence.iter().all(|e| e.text != noun) => {
            known.evidence.push(evidence);
        }
        Some(_) => {}
        None => sessions.push(Session {
            id: entry.id.clone(),
            name: entry.name.clone(),
            dialect: Dialect::PowerShell,
            evidence: vec![evidence],
        }),
    }
    Some(entry.id.clone())
}

/// The session of a shell without special modules.
fn plain(dialect: Dialect, sessions: &mut Vec<Session>) -> String {
    let (id, name) = match dialect {
        Dialect::PowerShell => ("powershell", "Windows PowerShell"),
        Dialect::Bash => ("bash", "bash"),
    };
    if sessions.iter().all(|s| s.id != id) {
        sessions.push(Session {
            id: id.to_owned(),
            name: name.to_owned(),
            dialect,
            evidence: Vec::new(),
        });
    }
    id.to_owned()
}

/// Whether the nouns of a command tell its session.
pub(super) fn tells(command: &Command) -> bool {
    command.dialect == Dialect::Bash || entry(command).is_some()
}

/// The longest known prefix among the nouns of a command.
fn entry(command: &Command) -> Option<(&'static Entry, &str)> {
    let nouns = command.script.invocations();
    let nouns = nouns.filter_map(|i| shell::verb_and_noun(i.command()).map(|(_, noun)| noun));
    let matches = nouns.filter_map(|noun| {
        let entries = TABLE.session.iter();
        let lengths = entries.filter_map(|e| Some((prefix_length(e, noun)?, e)));
        lengths
            .max_by_key(|(length, _)| *length)
            .map(|(_, e)| (e, noun))
    });
    matches.into_iter().next()
}

fn prefix_length(entry: &Entry, noun: &str) -> Option<usize> {
    let fits = |prefix: &&String| {
        let rest = noun
            .get(..prefix.len())
            .filter(|p| p.eq_ignore_ascii_case(prefix));
        let next = noun[rest.map_or(0, str::len)..].chars().next();
        // In commands written in lower case, only a prefix of some length can be told.
        let apart = next.is_none_or(|c| !c.is_ascii_lowercase()) || prefix.len() > 4;
        rest.is_some() && apart
    };
    entry.nouns.iter().filter(fits).map(String::len).max()
}
