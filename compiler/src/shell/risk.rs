//! What commands may do to a system, and to how much of it.

use super::facts::{PROGRAMS, Program, VERBS};
use super::placeholder::masked;
use super::{Argument, Dialect, Invocation, Pipeline, Script};

/// What a step may do to the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Nothing.
    None,
    /// Reads.
    Read,
    /// Changes what can be changed back.
    Change,
    /// Interrupts a service.
    Interrupt,
    /// Removes what may not come back.
    Destructive,
    /// Not known: treated as a change of all.
    Unknown,
}

/// How much a step touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One named object, or none.
    One,
    /// Those that a filter lets through.
    Filtered,
    /// All there are.
    All,
}

impl Risk {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Risk::None => "none",
            Risk::Read => "read",
            Risk::Change => "change",
            Risk::Interrupt => "interrupt",
            Risk::Destructive => "destructive",
            Risk::Unknown => "unknown",
        }
    }
}

impl Scope {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Scope::One => "one",
            Scope::Filtered => "filtered",
            Scope::All => "all",
        }
    }
}

/// Common parameters that say nothing about what a cmdlet touches.
const COMMON: &[&str] = &[
    "confirm",
    "force",
    "verbose",
    "debug",
    "whatif",
    "erroraction",
    "asjob",
];

/// Parameters that name the one object that a cmdlet acts on.
const NAMING: &[&str] = &["identity", "name", "path", "literalpath", "id", "filepath"];

/// The verb and noun of a cmdlet's name, where its verb is an approved one; a module before it
/// (`Module\\Get-Noun`) is left off.
pub fn verb_and_noun(name: &str) -> Option<(&str, &str)> {
    let name = name.rsplit('\\').next().unwrap_or(name);
    let (verb, noun) = name.split_once('-')?;
    let is_noun = noun.starts_with(|c: char| c.is_ascii_alphabetic())
        && noun.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let known = VERBS.verbs.contains_key(&verb.to_ascii_lowercase());
    (is_noun && known).then_some((verb, noun))
}

/// What a cmdlet may do, by its name; nothing where its verb is no approved one.
pub fn cmdlet_risk(name: &str) -> Option<Risk> {
    let (verb, _) = verb_and_noun(name)?;
    let own = VERBS.cmdlets.get(&name.to_ascii_lowercase());
    own.or_else(|| VERBS.verbs.get(&verb.to_ascii_lowercase()))
        .copied()
}

/// The worst that any of the commands may do. `code` is what `script` was parsed from.
pub fn risk(dialect: Dialect, script: &Script, code: &str) -> Risk {
    let worst = script
        .invocations()
        .map(|i| invocation_risk(dialect, i))
        .max();
    match worst {
        // The brackets of a placeholder redirect nothing.
        Some(Risk::Read) if writes_file(&masked(code)) => Risk::Change,
        Some(worst) => worst,
        None => Risk::Unknown,
    }
}

/// Whether output is redirected into a file other than the null device. Quotes are respected.
fn writes_file(code: &str) -> bool {
    let mut quote = None;
    let mut previous = ' ';
    for (i, c) in code.char_indices() {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None if c == '>' && !matches!(previous, '-' | '=') => {
                let target = code[i + 1..].trim_start_matches(['>', '|', ' ']);
                let harmless = ["&", "/dev/null", "$null", "(", "="];
                let is_harmless = harmless.iter().any(|h| target.starts_with(h));
                if previous != '<' && !target.is_empty() && !is_harmless {
                    return true;
                }
            }
            None => {}
        }
        previous = c;
    }
    false
}

/// What one command may do.
pub(super) fn invocation_risk(dialect: Dialect, invocation: &Invocation) -> Risk {
    let name = invocation.command();
    let lower = name.to_ascii_lowercase();
    if let Some(risk) = VERBS.cmdlets.get(&lower) {
        return *risk;
    }
    if let Some((verb, _)) = verb_and_noun(name).filter(|_| dialect == Dialect::PowerShell) {
        let verb = verb.to_ascii_lowercase();
        let risk = VERBS.verbs.get(&verb).copied().unwrap_or(Risk::Unknown);
        let removes = || {
            let mut names = invocation.arguments.iter().filter_map(|a| a.name());
            names.any(|name| {
                let name = name.to_ascii_lowercase();
                VERBS.removing.iter().any(|p| name.starts_with(p.as_str()))
            })
        };
        return match risk {
            Risk::Read if removes() => Risk::Destructive,
            risk => risk,
        };
    }
    let words = all_words(invocation);
    let mut words = words.as_slice();
    let mut name = name;
    // `command -v` only looks.
    let looks = |p: &Program| words.iter().take(1).any(|w| p.reads.contains(w));
    if PROGRAMS.find(name).is_some_and(looks) {
        return Risk::Read;
    }
    while PROGRAMS.wrappers.contains(name) {
        let Some(next) = words
            .iter()
            .position(|w| !w.starts_with('-') && !w.contains('='))
        else {
            return Risk::Unknown;
        };
        name = &words[next];
        words = &words[next + 1..];
    }
    match PROGRAMS.find(name) {
        Some(program) => program_risk(program, words),
        None if PROGRAMS.shell.contains(name) && name != "eval" => Risk::Read,
        None => Risk::Unknown,
    }
}

/// All words after a command's name, options with their dashes.
fn all_words(invocation: &Invocation) -> Vec<String> {
    let mut words = Vec::new();
    for argument in &invocation.arguments {
        if let Some(name) = argument.name() {
            let written = argument.parameter.as_ref().map_or(0, |p| p.range.len());
            let dashes = written.saturating_sub(name.len());
            words.push(format!("{}{name}", "-".repeat(dashes)));
        }
        if let Some(value) = argument.value.as_ref() {
            words.push(value.value.clone().unwrap_or_default());
        }
    }
    words
}

fn program_risk(program: &Program, words: &[String]) -> Risk {
    if words.iter().any(|w| program.reads.contains(w)) {
        return Risk::Read;
    }
    let is_option = |w: &&String| w.starts_with('-') || w.starts_with('/');
    let plain: Vec<&str> = words
        .iter()
        .filter(|w| !is_option(w))
        .map(String::as_str)
        .collect();
    let two = plain.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    let one = plain.first().copied().unwrap_or_default();
    let by_words = program.words.get(&two).or_else(|| program.words.get(one));
    let base = *by_words.unwrap_or(&program.risk);
    let raised = words.iter().filter(is_option).flat_map(|w| {
        let name = w.split([':', '=']).next().unwrap_or(w);
        let whole = program.options.get(name).copied();
        let letters = clustered(program, name).map(|l| program.options.get(&l).copied());
        letters.flatten().chain(whole).collect::<Vec<_>>()
    });
    raised.map(Risk::from).fold(base.into(), Risk::max)
}

/// The options of one letter that `-xyz` stands for, where the program has no long options with
/// one dash.
fn clustered<'a>(program: &'a Program, option: &'a str) -> impl Iterator<Item = String> + 'a {
    let long = |o: &String| o.len() > 2 && !o.starts_with("--");
    let clusters = !program.options.keys().any(long) && !option.starts_with("--");
    let letters = option
        .strip_prefix('-')
        .filter(|_| clusters && option.len() > 2);
    letters.unwrap_or_default().chars().map(|c| format!("-{c}"))
}

/// How much the commands touch: that of the pipeline that does most.
pub fn scope(dialect: Dialect, script: &Script) -> Scope {
    let risks = |p: &Pipeline| p.commands.iter().map(|c| invocation_risk(dialect, c)).max();
    let worst = script.pipelines.iter().filter_map(risks).max();
    let mut widest = Scope::One;
    // The pipelines that run a script block around the next one, with their ends and scopes.
    let mut around: Vec<(usize, Scope)> = Vec::new();
    for pipeline in &script.pipelines {
        let start = pipeline.commands[0].name.range.start;
        while around.last().is_some_and(|(end, _)| *end <= start) {
            around.pop();
        }
        let own = match dialect {
            Dialect::PowerShell => powershell_scope(pipeline),
            Dialect::Bash => bash_scope(pipeline),
        };
        let scope = around.last().map_or(own, |(_, outer)| own.max(*outer));
        around.push((end_of(pipeline), scope));
        if risks(pipeline) == worst {
            widest = widest.max(scope);
        }
    }
    widest
}

/// One past the last byte of a pipeline's words.
fn end_of(pipeline: &Pipeline) -> usize {
    let values = pipeline.commands.iter().flat_map(|c| &c.arguments);
    let ends = values.filter_map(|a| a.value.as_ref()).map(|v| v.range.end);
    ends.max().unwrap_or(0)
}

fn powershell_scope(pipeline: &Pipeline) -> Scope {
    let acts = |c: &Invocation| invocation_risk(Dialect::PowerShell, c) > Risk::Read;
    let acting = pipeline.commands.iter().rposition(acts).unwrap_or(0);
    let filtered = pipeline.commands[..=acting].iter().skip(1).any(is_filter);
    match (selection(&pipeline.commands[0]), filtered) {
        (Scope::All, true) => Scope::Filtered,
        (scope, _) => scope,
    }
}

fn is_filter(command: &Invocation) -> bool {
    let names = ["where-object", "where", "?"];
    let name = command.command().to_ascii_lowercase();
    names.contains(&name.as_str()) || command.argument("First").is_some()
}

/// How much a command selects by its own arguments.
fn selection(command: &Invocation) -> Scope {
    if verb_and_noun(command.command()).is_none() {
        return Scope::One;
    }
    let reads = invocation_risk(Dialect::PowerShell, command) <= Risk::Read;
    let counts = |name: &str| !COMMON.contains(&name.to_ascii_lowercase().as_str());
    let telling = (command.arguments.iter())
        .filter(|a| a.name().is_none_or(counts) && (a.value.is_some() || !reads));
    if telling.clone().next().is_none() {
        return Scope::All;
    }
    let naming = |a: &&Argument| {
        let by_name = |n: &str| NAMING.contains(&n.to_ascii_lowercase().as_str());
        a.name().is_none_or(by_name) && a.value.is_some()
    };
    let wild = telling
        .clone()
        .any(|a| a.constant().is_some_and(|v| v.contains('*')));
    let mut named = telling.filter(naming).peekable();
    let fixed = match named.peek() {
        Some(_) => named.all(|a| a.constant().is_some()),
        None => !reads,
    };
    match fixed && !wild {
        true => Scope::One,
        false => Scope::Filtered,
    }
}

fn bash_scope(pipeline: &Pipeline) -> Scope {
    let arguments = || pipeline.commands.iter().flat_map(|c| &c.arguments);
    let is_all = |name: &str| matches!(name, "all" | "all-namespaces");
    if arguments().any(|a| a.name().is_some_and(is_all)) {
        return Scope::All;
    }
    let globs = |a: &Argument| {
        let value = a.value.as_ref();
        // A quoted star is as long as its constant and two quotes.
        value.is_some_and(|w| {
            let constant = w.value.as_deref().unwrap_or_default();
            constant.contains('*') && constant.len() == w.range.len()
        })
    };
    match arguments().any(globs) {
        true => Scope::Filtered,
        false => Scope::One,
    }
}
