//! PowerShell to a [`Script`], by tree-sitter.

use std::ops::Range;

use tree_sitter::Node;

use super::tree::{self, children};
use super::{Argument, Invocation, Parsed, Pipeline, Script, Word, verb_and_noun};

pub(super) fn parse(code: &str) -> Parsed {
    let Some(tree) = tree::parse(&tree_sitter_powershell::LANGUAGE.into(), code) else {
        return Parsed {
            script: Script::default(),
            clean: false,
        };
    };
    let chains = tree::nodes_of(&tree, &["pipeline_chain"]);
    let mut end = 0;
    let mut pipelines = Vec::new();
    for chain in chains {
        let nested = chain.start_byte() < end;
        end = end.max(chain.end_byte());
        let commands: Vec<Invocation> = children(chain)
            .into_iter()
            .filter(|n| n.kind() == "command")
            .filter_map(|n| invocation(n, code))
            // A filter such as `{Name -eq 5}` reads as a command of that name.
            .filter(|i| !nested || verb_and_noun(i.command()).is_some())
            .collect();
        if !commands.is_empty() {
            pipelines.push(Pipeline { commands });
        }
    }
    Parsed {
        script: Script { pipelines },
        clean: !tree.root_node().has_error(),
    }
}

/// Whether PowerShell code closes every quote, bracket and comment that it opens, and holds no `<`,
/// which PowerShell reserves: a placeholder that is left. The grammar of tree-sitter takes an open
/// block comment for a word and `<` for a redirection, so it cannot be asked alone.
pub fn closes_all(code: &str) -> bool {
    let mut open: Vec<char> = Vec::new();
    let mut rest = code;
    let mut starts_token = true;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let end = match c {
            _ if rest.starts_with("<#") => rest[2..].find("#>").map(|i| i + 4),
            '<' => None,
            '#' if starts_token => Some(rest.find('\n').unwrap_or(rest.len())),
            '@' if after.starts_with(['\'', '"']) => {
                let close = format!("\n{}@", &after[..1]);
                rest.find(&close).map(|i| i + close.len())
            }
            '\'' | '"' => closing_quote(after, c).map(|i| i + 2),
            '`' => Some(1 + after.chars().next().map_or(0, char::len_utf8)),
            '(' | '{' | '[' => {
                open.push(c);
                Some(1)
            }
            ')' | '}' | ']' => {
                let pair = matches!(
                    (open.pop(), c),
                    (Some('('), ')') | (Some('{'), '}') | (Some('['), ']')
                );
                pair.then_some(1)
            }
            _ => Some(c.len_utf8()),
        };
        let Some(end) = end else {
            return false;
        };
        starts_token = c.is_whitespace() || ";(){}|,=".contains(c);
        rest = &rest[end..];
    }
    open.is_empty()
}

/// Where the quote is that closes a string which `text` follows; none where it is never closed or
/// holds a command of its own with quotes in it.
fn closing_quote(text: &str, quote: char) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    let mut is_nested = false;
    while let Some((at, c)) = chars.next() {
        match c {
            '`' if quote == '"' => drop(chars.next()),
            '$' if quote == '"' => is_nested |= chars.peek().is_some_and(|(_, c)| *c == '('),
            _ if c == quote && chars.next_if(|(_, next)| *next == quote).is_some() => {}
            _ if c == quote => return (!is_nested || text[..at].contains(')')).then_some(at),
            _ => {}
        }
    }
    None
}

fn invocation(command: Node<'_>, code: &str) -> Option<Invocation> {
    let name = command.child_by_field_name("command_name")?;
    let elements = command.child_by_field_name("command_elements");
    Some(Invocation {
        name: word(name.byte_range(), code),
        arguments: elements.map_or_else(Vec::new, |e| arguments(e, code)),
    })
}

/// A parameter's name takes the value after it: a switch cannot be told from it without the
/// cmdlet's declaration.
fn arguments(elements: Node<'_>, code: &str) -> Vec<Argument> {
    let mut arguments: Vec<Argument> = Vec::new();
    let mut values: Option<Range<usize>> = None;
    let flush = |arguments: &mut Vec<Argument>, values: &mut Option<Range<usize>>| {
        let Some(range) = values.take() else { return };
        let value = Some(word(range, code));
        match arguments.last_mut() {
            Some(last) if last.parameter.is_some() && last.value.is_none() => last.value = value,
            _ => arguments.push(Argument {
                parameter: None,
                value,
            }),
        }
    };
    for node in children(elements) {
        match node.kind() {
            "command_argument_sep" => flush(&mut arguments, &mut values),
            "command_parameter" => {
                flush(&mut arguments, &mut values);
                arguments.push(parameter(node.byte_range(), code));
            }
            "redirection" | "stop_parsing" => flush(&mut arguments, &mut values),
            _ => {
                let range = node.byte_range();
                values = Some(values.map_or(range.clone(), |v| v.start..range.end));
            }
        }
    }
    flush(&mut arguments, &mut values);
    arguments
}

/// `-Name`, or `--name=value` as native programs have it.
fn parameter(range: Range<usize>, code: &str) -> Argument {
    let text = &code[range.clone()];
    let dashes = text.len() - text.trim_start_matches('-').len();
    let name_end = text.find('=').unwrap_or(text.len());
    let value_start = range.start + name_end + 1;
    Argument {
        parameter: Some(Word {
            range: range.start..range.start + name_end,
            value: Some(text[dashes.min(name_end)..name_end].to_owned()),
        }),
        value: (value_start <= range.end).then(|| word(value_start..range.end, code)),
    }
}

fn word(range: Range<usize>, code: &str) -> Word {
    let end = range.start + code[range.clone()].trim_end().len();
    let value = constant(&code[range.start..end]);
    Word {
        range: range.start..end,
        value,
    }
}

/// The constant that a word stands for: quotes resolved, `$True` and its like as written, the
/// elements of a list joined by commas; none for what is computed at run time.
fn constant(text: &str) -> Option<String> {
    if matches!(
        text.to_ascii_lowercase().as_str(),
        "$true" | "$false" | "$null"
    ) {
        return Some(text.to_owned());
    }
    let mut value = String::with_capacity(text.len());
    let mut quote = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(q), c) if c == q => match chars.peek() == Some(&q) {
                true => value.extend(chars.next()),
                false => quote = None,
            },
            (Some('\''), c) => value.push(c),
            (_, '$' | '`') => return None,
            (Some(_), c) => value.push(c),
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | ')' | '{' | '}' | '@') if value.is_empty() => return None,
            (None, ',') => {
                value.push(',');
                while chars.next_if(|c| c.is_whitespace()).is_some() {}
            }
            (None, c) => value.push(c),
        }
    }
    quote.is_none().then_some(value)
}
