//! The one escape of the handbook, safe as HTML text, in a quoted attribute, in Markdown and in a
//! Handlebars template alike.
//!
//! It is an allow-list: a character that is not known to be harmless in all four is written as a
//! numeric reference. Nothing else may put an article's text on a page.

use std::io::Write;

/// Writes `text` so that it can only be read as text.
pub(super) fn write(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    for c in text.chars() {
        match class(c) {
            Class::Plain => write!(out, "{c}")?,
            Class::Reference => write!(out, "&#{};", c as u32)?,
            Class::Stripped => {}
        }
    }
    Ok(())
}

/// `text` as [`write`] writes it.
pub(super) fn escape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len() + 16);
    write(text, &mut bytes).expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("characters were written")
}

enum Class {
    Plain,
    Reference,
    Stripped,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | ',' | '.' => Class::Plain,
        // A line break must not end the block of HTML that a page is.
        '\n' | '\t' => Class::Reference,
        '\u{21}'..='\u{7e}' => Class::Reference,
        _ if is_invisible(c) => Class::Stripped,
        // Line and paragraph separators, spaces of all widths, private and unassigned characters.
        '\u{80}'.. if c.is_whitespace() => Class::Reference,
        _ => Class::Plain,
    }
}

/// Controls, bidirectional controls and characters of no width, which could make a page look
/// other than it is.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn letters_of_all_scripts_stay() {
        assert_eq!(escape("Política 策略, v4.0。"), "Política 策略, v4.0。");
    }

    #[test]
    fn markup_of_every_kind_becomes_references() {
        for text in [
            "<script>",
            "{{#include x}}",
            "](javascript:x)",
            "\"'`*_\\&",
            "a\n\nb",
        ] {
            let escaped = escape(text);
            let marks = |c: char| c.is_ascii_punctuation() && !"&#;,.".contains(c);
            assert!(!escaped.contains(marks), "{escaped}");
            assert!(!escaped.contains('\n'), "{escaped}");
        }
    }

    #[test]
    fn invisible_characters_go() {
        assert_eq!(escape("a\u{202e}b\u{200b}c\u{1b}d"), "abcd");
    }
}
