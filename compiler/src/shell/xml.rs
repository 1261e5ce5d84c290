//! Tags of an XML fragment, with the places of their names and values. It does not check that
//! tags match: an article shows lines of a file, not documents.

use std::ops::Range;

/// A start tag, an empty element or an end tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The element's name.
    pub name: String,
    /// Whether it is an end tag.
    pub closes: bool,
    /// Whether it is an empty element: `<add/>`.
    pub empty: bool,
    /// Its attributes in order.
    pub attributes: Vec<Attribute>,
    /// Bytes of the whole tag.
    pub range: Range<usize>,
}

/// An attribute of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// Bytes of its value, without the quotes, as written.
    pub value: Range<usize>,
}

/// The tags of a fragment in order; none where a tag is not closed or an attribute has no value
/// in quotes. Comments, declarations and CDATA are skipped. Linear in the length of `code`.
pub fn tags(code: &str) -> Option<Vec<Tag>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = code[at..].find('<').map(|i| at + i) {
        let rest = &code[start..];
        let skipped = [
            ("<!--", "-->"),
            ("<![CDATA[", "]]>"),
            ("<?", "?>"),
            ("<!", ">"),
        ];
        at = match skipped.iter().find(|(open, _)| rest.starts_with(open)) {
            Some((_, close)) => start + rest.find(close)? + close.len(),
            None => {
                let tag = tag(code, start)?;
                let end = tag.range.end;
                tags.push(tag);
                end
            }
        };
    }
    Some(tags)
}

/// Whether `code` is a fragment of XML and not a placeholder or a comparison.
pub(super) fn is_xml(code: &str) -> bool {
    let code = code.trim();
    let declared =
        code.starts_with("<?xml") || code.starts_with("<!--") || code.starts_with("<!DOCTYPE");
    let shows = |t: &Tag| t.closes || t.empty || !t.attributes.is_empty();
    code.starts_with('<') && (declared || tags(code).is_some_and(|t| t.iter().any(shows)))
}

fn tag(code: &str, start: usize) -> Option<Tag> {
    let bytes = code.as_bytes();
    let closes = bytes.get(start + 1) == Some(&b'/');
    let name_start = start + 1 + usize::from(closes);
    let mut at = name_end(code, name_start);
    if at == name_start {
        return None;
    }
    let mut tag = Tag {
        name: code[name_start..at].to_owned(),
        closes,
        empty: false,
        attributes: Vec::new(),
        range: start..start,
    };
    loop {
        at += code[at..].len() - code[at..].trim_start().len();
        match bytes.get(at)? {
            b'>' => break,
            b'/' if bytes.get(at + 1) == Some(&b'>') => {
                tag.empty = true;
                at += 1;
                break;
            }
            _ => {
                let attribute = attribute(code, at)?;
                at = attribute.value.end + 1;
                tag.attributes.push(attribute);
            }
        }
    }
    tag.range.end = at + 1;
    Some(tag)
}

fn attribute(code: &str, start: usize) -> Option<Attribute> {
    let end = name_end(code, start);
    let rest = code[end..].trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value_start = code.len() - rest.len() + 1;
    let length = code[value_start..].find(quote)?;
    (end > start).then(|| Attribute {
        name: code[start..end].to_owned(),
        value: value_start..value_start + length,
    })
}

fn name_end(code: &str, start: usize) -> usize {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let first = code[start..].chars().next();
    match first.is_some_and(|c| c.is_alphabetic() || c == '_') {
        true => {
            start
                + code[start..]
                    .find(|c| !is_name(c))
                    .unwrap_or(code.len() - start)
        }
        false => start,
    }
}
