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
