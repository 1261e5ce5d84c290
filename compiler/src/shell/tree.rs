//! Walking a tree-sitter tree without recursion, as deep input must not exhaust the stack.

use tree_sitter::{Language, Node, Parser, Tree};

/// Parses `code`; none where the grammar cannot be loaded.
pub(super) fn parse(language: &Language, code: &str) -> Option<Tree> {
    let mut parser = Parser::new();
    parser.set_language(language).ok()?;
    parser.parse(code, None)
}

/// All nodes of a tree of one of `kinds`, in document order, an outer one before those in it.
pub(super) fn nodes_of<'t>(tree: &'t Tree, kinds: &[&str]) -> Vec<Node<'t>> {
    let mut found = Vec::new();
    let mut cursor = tree.walk();
    loop {
        if kinds.contains(&cursor.node().kind()) {
            found.push(cursor.node());
        }
        if cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return found;
            }
        }
    }
}

/// The direct children of a node.
pub(super) fn children(node: Node<'_>) -> Vec<Node<'_>> {
    node.children(&mut node.walk()).collect()
}
