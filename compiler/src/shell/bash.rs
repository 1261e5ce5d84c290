//! bash to a [`Script`], by tree-sitter.

use tree_sitter::Node;

use super::tree::{self, children};
use super::{Argument, Invocation, Parsed, Pipeline, Script, Word};

pub(super) fn parse(code: &str) -> Parsed {
    let Some(tree) = tree::parse(&tree_sitter_bash::LANGUAGE.into(), code) else {
        return Parsed {
            script: Script::default(),
            clean: false,
        };
    };
    let mut pipelines: Vec<Pipeline> = Vec::new();
    let mut end = 0;
    for node in tree::nodes_of(&tree, &["pipeline", "command", "declaration_command"]) {
        if node.kind() == "pipeline" {
            pipelines.push(Pipeline {
                commands: Vec::new(),
            });
            end = node.end_byte();
            continue;
        }
        let Some(invocation) = invocation(node, code) else {
            continue;
        };
        match pipelines.last_mut() {
            Some(open) if node.start_byte() < end => open.commands.push(invocation),
            _ => pipelines.push(Pipeline {
                commands: vec![invocation],
            }),
        }
    }
    pipelines.retain(|p| !p.commands.is_empty());
    Parsed {
        script: Script { pipelines },
        clean: !tree.root_node().has_error(),
    }
}

fn invocation(command: Node<'_>, code: &str) -> Option<Invocation> {
    if command.kind() == "declaration_command" {
        let name = command.child(0).map(|n| word(n, code))?;
        let arguments = Vec::new();
        return Some(Invocation { name, arguments });
    }
    let name = command.child_by_field_name("name")?;
    let cursor = &mut command.walk();
    let arguments = command.children_by_field_name("argument", cursor);
    Some(Invocation {
        name: word(name, code),
        arguments: arguments.map(|n| argument(n, code)).collect(),
    })
}

/// An option stands alone, as the grammar cannot tell whether it takes the next word; only
/// `--name=value` carries its value.
fn argument(node: Node<'_>, code: &str) -> Argument {
    let range = node.byte_range();
    let text = &code[range.clone()];
    let name = text.trim_start_matches('-');
    let dashes = text.len() - name.len();
    let is_option = dashes > 0 && name.starts_with(|c: char| c.is_ascii_alphanumeric());
    if !is_option {
        return Argument {
            parameter: None,
            value: Some(word(node, code)),
        };
    }
    let split = match dashes {
        1 => None,
        _ => name.find('='),
    };
    let name_end = range.start + dashes + split.unwrap_or(name.len());
    let value = split.map(|_| Word {
        range: name_end + 1..range.end,
        value: constant(&code[name_end + 1..range.end]),
    });
    Argument {
        parameter: Some(Word {
            range: range.start..name_end,
            value: Some(code[range.start + dashes..name_end].to_owned()),
        }),
        value,
    }
}

fn word(node: Node<'_>, code: &str) -> Word {
    let computed = [
        "simple_expansion",
        "expansion",
        "command_substitution",
        "process_substitution",
    ];
    let text = &code[node.byte_range()];
    let is_computed = children(node).iter().any(|n| computed.contains(&n.kind()));
    Word {
        range: node.byte_range(),
        value: (!is_computed).then(|| constant(text)).flatten(),
    }
}

/// The constant that a word stands for; none where the shell expands something in it.
fn constant(text: &str) -> Option<String> {
    let mut value = String::with_capacity(text.len());
    let mut quote = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (Some('\''), c) => value.push(c),
            (_, '$' | '`') => return None,
            (_, '\\') => value.extend(chars.next()),
            (None, '"' | '\'') => quote = Some(c),
            (_, c) => value.push(c),
        }
    }
    quote.is_none().then_some(value)
}
