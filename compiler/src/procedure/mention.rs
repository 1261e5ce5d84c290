//! What sentences say about code: which words of it they repeat.

use crate::document::LiteralKind;
use crate::shell;

use super::drafts::Draft;
use super::outline::Node;
use super::view::View;
use super::{Command, files};

/// Whether a text opens with a quoted string that is a value in the command.
pub(super) fn repeats_argument(text: &str, command: &Command) -> bool {
    let text = text.trim_start();
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let quoted = quote.and_then(|q| text[1..].split(q).next());
    quoted.is_some_and(|q| !q.is_empty() && command.code.contains(q))
}

/// What sentences about a piece of code would mention: its commands, parameters and values.
pub(super) fn spoken_names(draft: &Draft) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    if let Some(command) = draft.command() {
        for invocation in command.script.invocations() {
            names.push(invocation.command().to_owned());
            for argument in &invocation.arguments {
                names.extend(argument.name().map(str::to_owned));
                names.extend(argument.constant().map(str::to_owned));
            }
        }
        for range in shell::placeholders(&command.code) {
            names.push(
                command.code[range.start + 1..range.end - 1]
                    .trim()
                    .to_owned(),
            );
        }
    }
    if let Some(edit) = draft.edit() {
        let tags = shell::xml::tags(&edit.content).unwrap_or_default();
        let values = tags.iter().flat_map(|t| &t.attributes);
        names.extend(values.map(|a| edit.content[a.value.clone()].to_owned()));
        names.extend(files::keys(&edit.content, edit.format));
    }
    // Short words and plain lower-case ones stand in sentences by chance.
    let telling = |n: &String| {
        let upper = n
            .chars()
            .any(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        n.len() > 3 && (upper || n.contains(['.', '-', '_', '/'])) && !n.starts_with('$')
    };
    names.retain(telling);
    // A block with more names than that is no command that sentences explain.
    names.truncate(200);
    names
}

/// Whether `word` stands in `text` with no letter or digit of ASCII beside it.
pub(super) fn contains_word(text: &str, word: &str) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(word).any(|(start, found)| {
        let before = text[..start].chars().next_back();
        let after = text[start + found.len()..].chars().next();
        !before.is_some_and(joins) && !after.is_some_and(joins)
    })
}

/// Whether a paragraph is a path, registry key or URL and nothing else.
pub(super) fn is_only_literal(view: &View<'_>, node: &Node) -> bool {
    let [unit] = node.units.as_slice() else {
        return false;
    };
    let kinds = [
        LiteralKind::Path,
        LiteralKind::RegistryKey,
        LiteralKind::Url,
    ];
    let longest = view
        .literals(*unit)
        .into_iter()
        .filter(|(k, _)| kinds.contains(k));
    let longest = longest.map(|(_, v)| v.len()).max().unwrap_or_default();
    longest > 0
        && view
            .readings(*unit)
            .any(|(_, text)| text.len() <= longest + 4)
}
