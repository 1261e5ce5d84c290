//! The elements of an XML fragment that is to go into a file: names and attributes with their
//! parameters, so that a script sets values through the document and never as text.

use super::code::places;
use super::outline::Element;
use crate::procedure::{CodePiece, FileEdit, Quoting};
use crate::shell::xml;

/// The elements of `edit`; none unless all are empty elements without text between them.
pub(super) fn elements(edit: &FileEdit) -> Option<Vec<Element>> {
    let code = edit.content.as_str();
    let places = places(code, &edit.pieces)?;
    let tags = xml::tags(code)?;
    let mut end = 0;
    let mut elements = Vec::new();
    for tag in &tags {
        let plain = tag.empty && !tag.closes && is_name(&tag.name);
        if !plain || !code[end..tag.range.start].trim().is_empty() {
            return None;
        }
        end = tag.range.end;
        let mut attributes = Vec::new();
        for attribute in &tag.attributes {
            if !is_name(&attribute.name) {
                return None;
            }
            let mut pieces = Vec::new();
            let mut at = attribute.value.start;
            let inside = |p: &&super::code::Place| {
                attribute.value.start <= p.range.start && p.range.end <= attribute.value.end
            };
            for place in places.iter().filter(inside) {
                pieces.push(CodePiece::Verbatim(unescaped(
                    &code[at..place.range.start],
                )?));
                pieces.push(CodePiece::Parameter {
                    id: place.id.clone(),
                    quoting: Quoting::Xml,
                });
                at = place.range.end;
            }
            pieces.push(CodePiece::Verbatim(unescaped(
                &code[at..attribute.value.end],
            )?));
            attributes.push((attribute.name.clone(), pieces));
        }
        elements.push(Element {
            name: tag.name.clone(),
            attributes,
        });
    }
    let in_values = elements
        .iter()
        .flat_map(|e| &e.attributes)
        .flat_map(|(_, p)| p);
    let counted = in_values
        .filter(|p| matches!(p, CodePiece::Parameter { .. }))
        .count();
    let complete = code[end..].trim().is_empty() && counted == places.len();
    (complete && !elements.is_empty()).then_some(elements)
}

fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && chars.all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}

/// A value with its entities resolved; none where it has one that XML does not predefine.
fn unescaped(value: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        let (entity, after) = after.split_once(';')?;
        text.push_str(before);
        text.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => return None,
        });
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}
