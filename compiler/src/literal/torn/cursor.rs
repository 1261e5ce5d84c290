//! Steps over a text by characters that matter to shapes.

/// Whether a character is white space of any width.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '\u{202f}' | '\u{2009}')
}

/// The first byte at or after `from` that is no white space.
pub(super) fn skip_spaces(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    from + (rest.len() - rest.trim_start_matches(is_space).len())
}

/// The byte behind the last character before `to` that is no white space.
pub(super) fn skip_spaces_back(text: &str, to: usize) -> usize {
    text[..to].trim_end_matches(is_space).len()
}

/// The character at `at`.
pub(super) fn at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The character before `to`.
pub(super) fn before(text: &str, to: usize) -> Option<char> {
    text[..to].chars().next_back()
}

/// Whether what ends at `from` is closed: the text or sentence ends, or a quotation mark or bracket.
pub(super) fn is_closed(text: &str, from: usize) -> bool {
    let next = at(text, skip_spaces(text, from));
    next.is_none_or(|c| {
        matches!(
            c,
            '"' | '\'' | '»' | '”' | '’' | ')' | ']' | '。' | '）' | '」' | '』' | '.' | '<' | '>'
        )
    })
}
