//! Elements that go into an XML file, or that are brought up to date in it. All else in the file
//! stays byte for byte as it is.

use std::io;
use std::path::Path;

use crate::emit::sheet::Element;
use crate::shell::xml::{Tag, tags};

/// An element with its attributes as they are to be.
pub(super) struct Wanted {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Wanted {
    /// An element with the values of its attributes by `fill`.
    pub(super) fn new(
        element: &Element,
        fill: impl Fn(&[crate::procedure::CodePiece]) -> String,
    ) -> Self {
        let attributes = element.attributes.iter();
        Wanted {
            name: element.name.clone(),
            attributes: attributes
                .map(|(name, value)| (name.clone(), fill(value)))
                .collect(),
        }
    }
}

/// The file with the elements under its one element `parent`; none where it has that not exactly
/// once, or cannot be read as XML.
pub(super) fn merged(text: &str, parent: &str, wanted: &[Wanted]) -> Option<String> {
    let mut text = text.to_owned();
    for element in wanted {
        text = with(&text, parent, element)?;
    }
    Some(text)
}

#[expect(
    clippy::disallowed_methods,
    reason = "`run` reads what it is to change"
)]
pub(super) fn read(path: &Path) -> io::Result<String> {
    std::fs::read_to_string(path)
}

fn with(text: &str, parent: &str, element: &Wanted) -> Option<String> {
    let tags = tags(text)?;
    let depths = depths(&tags)?;
    let opening = |i: &usize| !tags[*i].closes && tags[*i].name == parent;
    let all: Vec<usize> = (0..tags.len()).filter(opening).collect();
    let top: Vec<usize> = all.iter().copied().filter(|i| depths[*i] == 1).collect();
    let [place] = (if all.len() == 1 { all } else { top })[..] else {
        return None;
    };
    let inside = |i: &usize| depths[*i] == depths[place] + 1 && !tags[*i].closes;
    let end = (place + 1..tags.len()).find(|i| depths[*i] <= depths[place]);
    let end = if tags[place].empty { place } else { end? };
    let children: Vec<usize> = (place + 1..end).filter(inside).collect();
    let same: Vec<&Tag> = children
        .iter()
        .map(|i| &tags[*i])
        .filter(|t| is_same(text, t, element))
        .collect();
    match same[..] {
        [] => Some(added(
            text,
            &tags[place],
            &tags[end],
            children.first().map(|i| &tags[*i]),
            element,
        )),
        [tag] => Some(updated(text, tag, element)),
        _ => None,
    }
}

/// How deep each tag lies; an end tag lies as deep as its start tag. None where they do not match.
fn depths(tags: &[Tag]) -> Option<Vec<usize>> {
    let mut open: Vec<&str> = Vec::new();
    let mut depths = Vec::new();
    for tag in tags {
        if tag.closes {
            (open.pop()? == tag.name).then_some(())?;
        }
        depths.push(open.len());
        if !tag.closes && !tag.empty {
            open.push(&tag.name);
        }
    }
    open.is_empty().then_some(depths)
}

/// Whether a tag is the element that is wanted: of its name, with the same key or name, or, where it
/// has neither, with the same attributes.
fn is_same(text: &str, tag: &Tag, element: &Wanted) -> bool {
    let is_key = |(name, _): &&(String, String)| matches!(name.as_str(), "key" | "name");
    let mut keys: Vec<_> = element.attributes.iter().filter(is_key).collect();
    if keys.is_empty() {
        keys = element.attributes.iter().collect();
    }
    let has = |(name, value): &&(String, String)| {
        let found = tag.attributes.iter().find(|a| a.name == *name);
        found.is_some_and(|a| text[a.value.clone()] == escaped(value))
    };
    tag.name == element.name && keys.iter().all(has)
}

fn updated(text: &str, tag: &Tag, element: &Wanted) -> String {
    let mut out = text.to_owned();
    let mut missing = String::new();
    let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    for (name, value) in &element.attributes {
        match tag.attributes.iter().find(|a| a.name == *name) {
            Some(found) => edits.push((found.value.clone(), escaped(value))),
            None => missing.push_str(&format!(" {name}=\"{}\"", escaped(value))),
        }
    }
    let close = if tag.empty { 2 } else { 1 };
    edits.push((tag.range.end - close..tag.range.end - close, missing));
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    edits
        .into_iter()
        .for_each(|(range, value)| out.replace_range(range, &value));
    out
}

fn added(text: &str, parent: &Tag, end: &Tag, first: Option<&Tag>, element: &Wanted) -> String {
    let attributes = element.attributes.iter();
    let attributes = attributes.map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)));
    let fresh = format!("<{}{} />", element.name, attributes.collect::<String>());
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let margin = |tag: &Tag| {
        let line = &text[..tag.range.start];
        let line = &line[line.rfind('\n').map_or(0, |i| i + 1)..];
        line.chars()
            .take_while(|c| c.is_whitespace())
            .collect::<String>()
    };
    let outer = margin(parent);
    let inner = first.map_or_else(|| format!("{outer}    "), margin);
    let mut out = text.to_owned();
    if parent.empty {
        let open = text[parent.range.clone()].trim_end_matches("/>").trim_end();
        let whole = format!(
            "{open}>{line_end}{inner}{fresh}{line_end}{outer}</{}>",
            parent.name
        );
        out.replace_range(parent.range.clone(), &whole);
        return out;
    }
    // Before the margin of the end tag, where that stands on a line of its own.
    let before = &text[..end.range.start];
    let kept = before.trim_end_matches([' ', '\t']);
    let (at, tail) = match kept.ends_with('\n') {
        true => (kept.len(), line_end.to_owned()),
        false => (before.len(), format!("{line_end}{outer}")),
    };
    let lead = match kept.ends_with('\n') {
        true => inner,
        false => format!("{line_end}{inner}"),
    };
    out.insert_str(at, &format!("{lead}{fresh}{tail}"));
    out
}

/// A value as it stands between quotes of either kind.
fn escaped(value: &str) -> String {
    quick_xml::escape::escape(value).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(value: &str) -> Wanted {
        Wanted {
            name: "add".to_owned(),
            attributes: vec![
                ("key".to_owned(), "Server".to_owned()),
                ("value".to_owned(), value.to_owned()),
            ],
        }
    }

    fn merge(text: &str, value: &str) -> Option<String> {
        merged(text, "appSettings", &[wanted(value)])
    }

    #[test]
    fn an_element_is_added_at_the_margin_of_the_others() {
        let text =
            "<c>\n  <appSettings>\n    <add key=\"A\" value=\"1\"/>\n  </appSettings>\n</c>\n";
        let expected = "<c>\n  <appSettings>\n    <add key=\"A\" value=\"1\"/>\n    <add key=\"Server\" value=\"a&amp;b\" />\n  </appSettings>\n</c>\n";
        assert_eq!(merge(text, "a&b").as_deref(), Some(expected));
        // A second time nothing changes.
        assert_eq!(merge(expected, "a&b").as_deref(), Some(expected));
        assert_eq!(
            merge("<c><appSettings/></c>", "x").as_deref(),
            Some("<c><appSettings>\n    <add key=\"Server\" value=\"x\" />\n</appSettings></c>")
        );
    }

    #[test]
    fn an_element_that_is_there_gets_the_value() {
        let text = "<c><appSettings><add key='Server' value='old'/></appSettings></c>";
        let new = "<c><appSettings><add key='Server' value='new'/></appSettings></c>";
        assert_eq!(merge(text, "new").as_deref(), Some(new));
    }

    #[test]
    fn where_the_place_is_not_certain_nothing_is_changed() {
        for text in [
            "<c/>",
            "<c><x><appSettings/></x><y><appSettings/></y></c>",
            "<c><appSettings></c>",
            "<c><appSettings><add key='Server'/><add key='Server'/></appSettings></c>",
        ] {
            assert_eq!(merge(text, "x"), None, "{text}");
        }
        let nested = "<c><appSettings/><x><appSettings/></x></c>";
        assert!(
            merge(nested, "x")
                .unwrap()
                .starts_with("<c><appSettings>\n")
        );
    }
}
