//! Words, code spans and fences of Markdown that say just what they are given.

use crate::emit::message::clean;

/// Words as Markdown that says just these words. Every character that could open markup, HTML or
/// a directive is escaped; at the start of a line also what could open a list or a heading.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (i, c) in text.chars().enumerate() {
        let opens = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '!' | '$'
            | '{' | '}' => true,
            '-' | '+' | '=' | ':' => i == 0,
            '.' | ')' => digits > 0 && i == digits,
            _ => false,
        };
        if opens {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A code span that says just `text`, on one line.
pub(super) fn code_span(text: &str) -> String {
    let text = clean(text);
    if text.is_empty() {
        return String::new();
    }
    let ticks = "`".repeat(longest_run(&text) + 1);
    let pad = match text.starts_with('`') || text.ends_with('`') || ticks.len() > 1 {
        true => " ",
        false => "",
    };
    // In a table a bar ends the cell, even in a code span.
    format!("{ticks}{pad}{}{pad}{ticks}", text.replace('|', "\\|"))
}

/// A fenced block that says just `text`.
pub(super) fn fence(text: &str, language: &str) -> String {
    let ticks = "`".repeat((longest_run(text) + 1).max(3));
    format!(
        "{ticks}{language}\n{}\n{ticks}",
        text.trim_end_matches('\n')
    )
}

fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or_default()
}

/// Text without what [`clean`] strips, its outer spaces kept: one where `clean` took them away, and
/// those that do not break as they are.
pub(super) fn spaced(text: &str) -> String {
    let words = clean(text);
    let space = |lost: bool| if lost { " " } else { "" };
    let lost = |starts: bool, is_kept: bool| space(starts && !is_kept);
    let before = lost(
        text.starts_with(char::is_whitespace),
        words.starts_with(char::is_whitespace),
    );
    let after = lost(
        text.ends_with(char::is_whitespace),
        words.ends_with(char::is_whitespace),
    );
    match words.is_empty() {
        true => before.to_owned(),
        false => format!("{before}{words}{after}"),
    }
}

/// Escaped words, which do or do not stand at the start of a line.
pub(super) fn escaped_inside(text: &str, is_start: bool) -> String {
    match is_start {
        true => escaped(text.trim_start()),
        // A letter before the text keeps what only matters at a start unescaped.
        false => escaped(&format!("x{text}"))[1..].to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(
            escaped("# a <b> [c](d) `e` *f* {{#include}}"),
            "\\# a \\<b\\> \\[c\\](d) \\`e\\` \\*f\\* \\{\\{\\#include\\}\\}"
        );
        assert_eq!(escaped("12. x"), "12\\. x");
        assert_eq!(escaped("- x - y"), "\\- x - y");
    }

    #[test]
    fn code_stays_code() {
        assert_eq!(code_span("a"), "`a`");
        assert_eq!(code_span("a`b"), "`` a`b ``");
        assert_eq!(fence("a\n```\nb", "x"), "````x\na\n```\nb\n````");
    }

    #[test]
    fn a_space_that_does_not_break_stands_once() {
        assert_eq!(spaced("\u{a0}:"), "\u{a0}:");
        assert_eq!(spaced("\u{202f}; "), "\u{202f}; ");
        assert_eq!(spaced(" and\n"), " and ");
        assert_eq!(spaced(" "), " ");
    }
}
