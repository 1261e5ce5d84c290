//! Which file a block is the content of: what the sentences before it name.

use crate::align::UnitId;
use crate::document::LiteralKind;
use crate::shell::{FileFormat, xml};

use super::view::View;

/// The file that the units name last, and its folder: a file name, or a path whose last part has
/// an extension. Names that stand in `known` (the command before) do not count.
pub(super) fn named(
    view: &View<'_>,
    units: &[UnitId],
    known: &str,
) -> Option<(String, Option<String>)> {
    let literals = || {
        units
            .iter()
            .rev()
            .flat_map(|u| view.literals(*u).into_iter().rev())
    };
    let is_file = |(kind, value): &(LiteralKind, &str)| match kind {
        LiteralKind::FileName => true,
        LiteralKind::Path => is_file_path(value),
        _ => false,
    };
    let (_, file) = literals()
        .filter(|(_, v)| known.is_empty() || !known.contains(*v))
        .find(is_file)?;
    let is_folder =
        |(kind, value): &(LiteralKind, &str)| *kind == LiteralKind::Path && !is_file_path(value);
    let has_folder = file.contains(['/', '\\']);
    let folder = literals().find(is_folder).filter(|_| !has_folder);
    Some((file.to_owned(), folder.map(|(_, f)| f.to_owned())))
}

fn is_file_path(path: &str) -> bool {
    let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let extension = last.rsplit_once('.').map(|(_, e)| e);
    extension
        .is_some_and(|e| (1..=6).contains(&e.len()) && e.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// The element that XML content goes under: a tag that the sentences name, else the one name in
/// code that they have and the content has not.
pub(super) fn parent(view: &View<'_>, units: &[UnitId], content: &str) -> Option<String> {
    let mut tags = units.iter().rev().flat_map(|u| view.readings(*u));
    if let Some(tag) = tags.find_map(|(_, text)| tag_in(&text)) {
        return Some(tag);
    }
    let own = |v: &str| content.to_lowercase().contains(&v.to_lowercase());
    let names = units.iter().flat_map(|u| view.literals(*u));
    let mut names: Vec<&str> = names
        .filter(|(kind, value)| *kind == LiteralKind::Identifier && !own(value))
        .map(|(_, value)| value)
        .collect();
    names.dedup();
    match names.as_slice() {
        [name] if name.chars().all(|c| c.is_ascii_alphanumeric()) => Some((*name).to_owned()),
        _ => None,
    }
}

/// The first `<name>` in a sentence.
fn tag_in(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        let (name, _) = after.split_once('>')?;
        let name = name.trim_end_matches('/').trim();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | ':');
        if !name.is_empty() && name.chars().all(is_name) {
            return Some(name.to_owned());
        }
        rest = after;
    }
    None
}

/// The keys that content sets: of XML settings, of `key = value` lines, of directives.
pub(super) fn keys(content: &str, format: FileFormat) -> Vec<String> {
    if format == FileFormat::Xml {
        let tags = xml::tags(content).unwrap_or_default();
        return tags.into_iter().map(|t| t.name).collect();
    }
    let first = |line: &str| {
        let line = line.trim();
        let end = line.find([' ', '=', ':', '{'])?;
        Some(line[..end].trim_matches('"').to_owned())
    };
    content
        .lines()
        .filter_map(first)
        .filter(|k| !k.is_empty())
        .collect()
}
