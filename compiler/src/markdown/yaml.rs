//! YAML to scalars with their bytes.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Options, Spanned};

use super::front_matter::Failure;
use crate::document::FrontMatterValue;
use crate::source::Span;

/// Nested deeper than this it is not read.
const MAX_DEPTH: usize = 16;

/// The scalars of a YAML mapping in order, nested keys joined by dots; none where it is none.
pub(super) fn values(
    text: &str,
    inside: Range<usize>,
) -> Result<Option<Vec<FrontMatterValue>>, Failure> {
    let raw = &text[inside.clone()];
    let node: Node = serde_saphyr::from_str_with_options(raw, options()).map_err(|error| {
        let at = error.location().and_then(|l| l.span().byte_offset());
        let at = at.map_or(0, |o| o as usize).min(raw.len());
        let reason = error.to_string();
        Failure::Invalid {
            reason: reason.lines().next().unwrap_or_default().to_owned(),
            at: inside.start + at,
        }
    })?;
    let Node::Mapping(_) = node else {
        return Ok(None);
    };
    let mut values = Vec::new();
    flatten(text, inside.start, String::new(), node, &mut values);
    Ok(Some(values))
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_aliases: 0,
            max_anchors: 0,
            max_depth: MAX_DEPTH,
            max_nodes: 16 * 1024,
        },
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::FirstWins,
        with_snippet: false,
    }
}

/// Depth is bounded by [`MAX_DEPTH`].
fn flatten(text: &str, base: usize, key: String, node: Node, values: &mut Vec<FrontMatterValue>) {
    match node {
        Node::Null => {}
        Node::Scalar {
            text: value,
            span: Some(span),
        } => {
            let span = span.start + base..span.end + base;
            // A number or date is its bytes: `1.10` is not 1.1.
            let value = value.unwrap_or_else(|| text[span.clone()].trim().to_owned());
            let span = Span::new(span);
            values.push(FrontMatterValue { key, value, span });
        }
        Node::Scalar { .. } => {}
        Node::Sequence(items) => {
            for item in items {
                flatten(text, base, key.clone(), item, values);
            }
        }
        Node::Mapping(entries) => {
            for (name, node) in entries {
                let key = match key.is_empty() {
                    true => name,
                    false => format!("{key}.{name}"),
                };
                flatten(text, base, key, node, values);
            }
        }
    }
}

/// A YAML node; a scalar's text is none where it is not a string.
enum Node {
    Null,
    Scalar {
        text: Option<String>,
        span: Option<Range<usize>>,
    },
    Sequence(Vec<Node>),
    Mapping(Vec<(String, Node)>),
}

/// A node with its place.
struct Placed(Node);

impl<'de> Deserialize<'de> for Placed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Node>::deserialize(deserializer)?;
        let place = spanned.referenced.span();
        let mut node = spanned.value;
        if let (Node::Scalar { span, .. }, Some(start), Some(length)) =
            (&mut node, place.byte_offset(), place.byte_len())
        {
            *span = Some(start as usize..start as usize + length as usize);
        }
        Ok(Placed(node))
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

/// A scalar that is no string: its bytes say what it is.
fn other<E>() -> Result<Node, E> {
    Ok(Node::Scalar {
        text: None,
        span: None,
    })
}

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("front matter")
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        let text = Some(value.to_owned());
        Ok(Node::Scalar { text, span: None })
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        other()
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        other()
    }

    fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
        other()
    }

    fn visit_i128<E>(self, _: i128) -> Result<Node, E> {
        other()
    }

    fn visit_u128<E>(self, _: u128) -> Result<Node, E> {
        other()
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        other()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(Placed(item)) = access.next_element()? {
            items.push(item);
        }
        Ok(Node::Sequence(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            let Placed(node) = access.next_value()?;
            entries.push((key, node));
        }
        Ok(Node::Mapping(entries))
    }
}
