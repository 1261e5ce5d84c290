//! What a line of code looks like, before anything is parsed.

use super::facts::PROGRAMS;
use super::{Dialect, verb_and_noun};

/// Consecutive plain words from which a line is a sentence and not a command.
const SENTENCE: usize = 3;

/// The first line with content that is no comment, trimmed; the first comment if there is none.
pub(super) fn first_line(code: &str) -> &str {
    let mut lines = code.lines().map(str::trim).filter(|l| !l.is_empty());
    let comment = |l: &&str| l.starts_with('#') && super::transcript::prompt(l).is_none();
    let code_line = lines.clone().find(|l| !comment(l));
    code_line.or_else(|| lines.next()).unwrap_or_default()
}

/// Whether a line has the shape of a command of `dialect`.
pub(super) fn is_command_line(dialect: Dialect, line: &str) -> bool {
    match dialect {
        Dialect::PowerShell => is_powershell(line),
        Dialect::Bash => is_bash(line),
    }
}

/// Whether a line has the shape of PowerShell: a cmdlet with an approved verb, an assignment, a
/// type, or a Windows program.
pub(super) fn is_powershell(line: &str) -> bool {
    let line = line.trim();
    let first = line
        .split([' ', '\t', '(', '|', ';'])
        .next()
        .unwrap_or_default();
    if verb_and_noun(first).is_some() {
        return !is_sentence(line) && !line.starts_with(&format!("{first}("));
    }
    let rest = &line[first.len()..];
    if first.starts_with('$') && first.len() > 1 && !rest.is_empty() {
        let assigns = rest.trim_start().starts_with(['=', '+', '|', '-']);
        if let Some(value) = rest.trim_start().strip_prefix("= ") {
            return is_value(value.trim_start());
        }
        return first[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && (assigns || first.contains('=') || first.contains('.'));
    }
    let calls = line.starts_with("& ") || line.starts_with(". .\\") || line.starts_with(".\\");
    let types = line.starts_with('[') && line.contains("]::") || line.starts_with("[void]");
    let opens = [
        "param(",
        "param (",
        "function ",
        "foreach (",
        "foreach(",
        "if ($",
        "if($",
        "import-module ",
    ];
    let lower = line.to_ascii_lowercase();
    let keyword = opens.iter().any(|o| lower.starts_with(o))
        && (!lower.starts_with("function ") || verb_and_noun(first_word_after(line)).is_some());
    calls || types || keyword || is_windows_program(line) || pipes_string(line)
}

/// Whether an assigned value is one of PowerShell: a literal, an expression, a cmdlet or a program; not
/// `append $list 6`, as templates have it.
fn is_value(value: &str) -> bool {
    let first = value
        .split([' ', '\t', '(', '|', ';', '.'])
        .next()
        .unwrap_or_default();
    let bare = first.starts_with(|c: char| c.is_ascii_alphabetic()) && value.contains(' ');
    !bare || verb_and_noun(first).is_some() || PROGRAMS.find(first).is_some() || first == "if"
}

fn first_word_after(line: &str) -> &str {
    let word = line.split_whitespace().nth(1).unwrap_or_default();
    word.split(['(', '{']).next().unwrap_or_default()
}

/// `"a", "b" | ForEach-Object …`
fn pipes_string(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(['"', '\'']) else {
        return false;
    };
    let after_pipe = rest
        .rsplit_once("| ")
        .map(|(_, c)| c.split(' ').next().unwrap_or_default());
    after_pipe.is_some_and(|c| verb_and_noun(c).is_some())
}

/// A program of Windows: `X:\…\name.exe arguments`, `name.exe arguments`, or a known name.
fn is_windows_program(line: &str) -> bool {
    let unquoted = line.trim_start_matches('"');
    let lower = unquoted.to_ascii_lowercase();
    let script = || {
        let scripts = [".ps1", ".cmd", ".bat"].iter();
        scripts.filter_map(|e| lower.find(e)).min()
    };
    let program = match lower.find(".exe").or_else(script) {
        Some(end) => &unquoted[..end + 4],
        None => {
            let first = line.split_whitespace().next().unwrap_or_default();
            let known = PROGRAMS.find(first).is_some_and(|p| p.windows && !p.prose);
            return known && !is_sentence(line);
        }
    };
    let after = &unquoted[program.len()..];
    let ends = after.is_empty() || after.starts_with([' ', '"']);
    let has_drive = program.as_bytes().get(1..3) == Some(b":\\");
    let is_bare = !program.contains([' ', '\\', '/', '%', '<', ':']);
    ends && (has_drive || is_bare) && !is_sentence(after)
}

/// Whether lines list what can be done, each with a comment on what that is: an overview, of which nobody
/// runs all.
pub fn is_overview(code: &str) -> bool {
    let is_line = |l: &&str| !l.is_empty() && !l.starts_with('#');
    let lines = code.lines().map(str::trim).filter(is_line);
    let says = |l: &&str| {
        let comment = l.split_once(" #").map(|(_, comment)| comment.trim());
        comment.is_some_and(|c| c.split_whitespace().count() > 1)
    };
    let program = first_line(code)
        .split_whitespace()
        .next()
        .unwrap_or_default();
    let labelled = |l: &str| {
        let rest = l.split_once(": ").map(|(_, rest)| rest.trim_start());
        rest.and_then(|r| r.split_whitespace().next())
            .is_some_and(|word| word.eq_ignore_ascii_case(program))
    };
    let example = lines.clone().skip(1).any(labelled);
    let (commented, all) = (lines.clone().filter(says).count(), lines.count());
    example || (all > 2 && commented * 3 >= all * 2)
}

/// Whether a line that begins like a command of a POSIX shell goes on like one: each part of its
/// pipeline is a program, no word is a field of a template or an arrow, and what opens a block is closed
/// by something.
pub(super) fn is_plausible_bash(code: &str) -> bool {
    let line = first_line(code);
    let opens = ["case", "for", "if", "until", "while"];
    let first = line.split_whitespace().next().unwrap_or_default();
    if opens.contains(&first) && !line.contains(';') && code.trim().lines().count() < 2 {
        return false;
    }
    let mut quote = None;
    let mut piped = false;
    for word in line.split_whitespace() {
        let quoted = quote.is_some();
        quote = quote_after(quote, word);
        if quoted || word.starts_with(['"', '\'']) {
            piped = false;
            continue;
        }
        if word.starts_with('#') {
            break;
        }
        let field = word
            .strip_prefix('.')
            .is_some_and(|w| w.starts_with(|c: char| c.is_ascii_uppercase()));
        let reads = matches!(word, "source" | ".");
        if field || word == "=>" || (piped && (reads || !is_program(word))) {
            return false;
        }
        piped = word == "|";
    }
    true
}

/// Whether a word can name what a shell runs.
fn is_program(word: &str) -> bool {
    let known = PROGRAMS.programs.contains_key(word)
        || PROGRAMS.wrappers.contains(word)
        || PROGRAMS.shell.contains(word);
    known || word.contains('/') || word.starts_with(['$', '(', '{', '\\']) || is_assignment(word)
}

/// Whether a line has the shape of a POSIX shell command: a known program, a path, an assignment
/// or a word of the shell.
pub(super) fn is_bash(line: &str) -> bool {
    let line = line.trim();
    let first = line
        .split([' ', '\t', ';', '|', '('])
        .next()
        .unwrap_or_default();
    if is_assignment(first) {
        return true;
    }
    let path = first
        .strip_prefix("./")
        .or_else(|| first.strip_prefix("~/"));
    let absolute = first.starts_with('/') && first.matches('/').count() > 1 && !first.contains(':');
    if path.is_some() || (absolute && line.len() > first.len()) {
        return first.is_ascii() && !is_sentence(line);
    }
    if PROGRAMS.shell.contains(first) || PROGRAMS.wrappers.contains(first) {
        return !is_sentence(line) && line.len() > first.len();
    }
    match PROGRAMS.programs.get(first) {
        Some(program) if program.windows => false,
        Some(program) if program.prose => !is_sentence(line) && line.len() > first.len(),
        Some(_) => !is_sentence(line),
        None => false,
    }
}

/// `NAME=value`
pub(super) fn is_assignment(word: &str) -> bool {
    let Some((name, _)) = word.split_once('=').filter(|_| !word.ends_with(',')) else {
        return false;
    };
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Whether a line reads as prose: several plain words in a row that belong to no option, or text
/// of another script outside quotes. No word of any language is looked at.
pub(super) fn is_sentence(line: &str) -> bool {
    let mut plain = 0;
    let mut longest = 0;
    let mut after_option = false;
    let mut quote = None;
    let mut words = line.split_whitespace().peekable();
    words.next();
    let mut last = "";
    while let Some(word) = words.next() {
        let quoted = quote.is_some();
        quote = quote_after(quote, word);
        let is_option = word.starts_with('-') || word.starts_with('/');
        if quoted || quote.is_some() {
            plain = 0;
        } else if !after_option && word.chars().next().is_some_and(is_foreign) {
            return true;
        } else if is_plain_word(word) && !after_option {
            plain += 1;
        } else if word.starts_with('|') {
            plain = 0;
            words.next();
        } else {
            plain = 0;
        }
        longest = longest.max(plain);
        after_option = is_option;
        last = word;
    }
    let stops =
        last.len() > 2 && last.ends_with(['.', ':', '!', '?']) && !last.contains(['/', '\\']);
    longest > SENTENCE || (stops && longest + 1 >= SENTENCE && is_plain_word(last))
}

fn quote_after(mut quote: Option<char>, word: &str) -> Option<char> {
    for c in word.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
    }
    quote
}

fn is_plain_word(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ':', ';', '!', '?', ')']);
    let word = word.trim_start_matches('(');
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_alphabetic() || c == '\'' || c == '\u{2019}')
}

/// A letter outside ASCII: code has none unless in a value.
fn is_foreign(c: char) -> bool {
    !c.is_ascii() && c.is_alphabetic()
}

/// Whether the lines are a table that a command printed: a header over dashes, or a header all in
/// capitals.
pub(super) fn is_table(code: &str) -> bool {
    let mut lines = code.lines().filter(|l| !l.trim().is_empty());
    let is_rule = |l: &str| {
        let l = l.trim();
        let dashes = l
            .split_whitespace()
            .filter(|w| w.len() > 1 && w.chars().all(|c| c == '-'));
        l.chars().all(|c| c == '-' || c == ' ') && dashes.count() >= 1 && l.len() > 4
    };
    let header = lines.next().unwrap_or_default();
    let capital = |w: &str| {
        w.len() > 1
            && w.chars()
                .all(|c| c.is_ascii_uppercase() || "()-_%/".contains(c))
    };
    let heads: Vec<&str> = header.split_whitespace().collect();
    let capitals = heads.len() > 1 && heads.iter().all(|w| capital(w)) && header.contains("  ");
    capitals || lines.any(is_rule)
}

/// Whether each line is a property with its value, as a command lists an object: `Name : value`.
pub(super) fn is_property_list(code: &str) -> bool {
    let mut lines = code.lines().filter(|l| !l.trim().is_empty()).peekable();
    let indented = |l: &str| l.starts_with("   ");
    lines.peek().is_some() && lines.all(|l| is_property(l) || indented(l))
}

/// `Name : value` or `LAST DEPLOYED: value`
pub(super) fn is_property(line: &str) -> bool {
    let Some((name, value)) = line.split_once(':') else {
        return false;
    };
    let name = name.trim();
    let spaced = value.is_empty() || value.starts_with(' ');
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
    spaced
        && !name.is_empty()
        && name.len() < 40
        && name.chars().all(is_name)
        && name.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether the lines are keys and values by indentation, with at least one level below a key.
pub(super) fn is_yaml(code: &str) -> bool {
    let mut lines = code
        .lines()
        .map(str::trim_end)
        .filter(|l| !l.trim().is_empty());
    let mut nested = code.trim_start().starts_with("---");
    let mut keys = 0;
    let fits = lines.all(|line| {
        let text = line.trim_start().trim_start_matches("- ");
        let key = text.split_once(':').map(|(k, v)| (k.trim_matches('"'), v));
        let is_key = |k: &str| {
            !k.is_empty()
                && k.chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-_./$".contains(c))
        };
        if let Some((key, value)) =
            key.filter(|(k, v)| is_key(k) && (v.is_empty() || v.starts_with(' ')))
        {
            keys += 1;
            nested |= value.trim().is_empty() && !key.is_empty();
            return true;
        }
        let special = text.starts_with('#') || line.starts_with("---") || text == "...";
        let item = line.trim_start().starts_with("- ") || text == "-";
        special || item || (line.starts_with(' ') && keys > 0)
    });
    fits && nested && keys > 1
}

/// Whether the lines are directives as nginx has them: each ends with `;`, `{` or `}`.
pub(super) fn is_directives(code: &str) -> bool {
    let lines = code
        .lines()
        .map(|l| l.split(" #").next().unwrap_or(l).trim());
    let lines: Vec<&str> = lines
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .collect();
    let ends = lines.iter().all(|l| l.ends_with([';', '{', '}']));
    let is_directive = |l: &&&str| {
        let first = l.split([' ', ';']).next().unwrap_or_default();
        l.ends_with(';')
            && !first.is_empty()
            && !l.contains(" = ")
            && !first.contains('(')
            && first
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '_' || c == '-' || c.is_ascii_digit())
    };
    let directives = lines.iter().filter(is_directive).count();
    ends && directives > 0 && directives * 2 + 2 >= lines.len()
}

/// Whether the lines are sections of keys: `[Service]` and `Key=value`, or a registry file.
pub(super) fn is_sections(code: &str) -> bool {
    let mut lines = code.lines().map(str::trim).filter(|l| !l.is_empty());
    let Some(first) = lines.find(|l| !l.starts_with(['#', ';'])) else {
        return false;
    };
    let names = first.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
    let is_section = names.is_some_and(|n| !n.is_empty() && !n.contains(['[', ']', '<', '|', '-']));
    let registry = first.starts_with("Windows Registry Editor") || first.starts_with("[HKEY_");
    registry || (is_section && lines.any(|l| l.contains('=') || l.starts_with('[')))
}

/// Whether the lines are the options of a program with what they do, as `--help` prints them.
pub(super) fn is_option_list(code: &str) -> bool {
    let mut lines = code.lines().filter(|l| !l.trim().is_empty()).peekable();
    let is_option = |l: &str| {
        let l = l.trim_start();
        let name = l.trim_start_matches('-');
        l.len() > name.len() && name.starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    lines.peek().is_some_and(|l| is_option(l))
        && lines.all(|l| is_option(l) || l.starts_with("   "))
}
