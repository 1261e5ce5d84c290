//! Text to lines of a given width, as a terminal counts it: an ideograph takes two columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Breaks `text` into lines of at most `width` columns, at spaces, else beside ideographs, else
/// anywhere. At most `limit` lines; an ellipsis ends a text that is cut.
pub(super) fn wrap(text: &str, width: usize, limit: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut rest = paragraph.trim_end();
        while !rest.is_empty() && lines.len() <= limit {
            let cut = fitting(rest, width);
            let line = &rest[..cut];
            lines.push(line.trim_end().to_owned());
            rest = rest[cut..].trim_start();
        }
    }
    if lines.len() > limit {
        lines.truncate(limit);
        if let Some(last) = lines.last_mut() {
            while last.width() >= width {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// How many bytes of `text` to put on a line of `width` columns; at least one character.
fn fitting(text: &str, width: usize) -> usize {
    let mut used = 0;
    let mut last_break = None;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|b| can_break(b, c)) {
            last_break = Some(at);
        }
        used += c.width().unwrap_or(0);
        if used > width {
            return last_break.unwrap_or(at).max(first_character(text));
        }
        before = Some(c);
    }
    text.len()
}

fn first_character(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Whether a line may end between two characters. Closing punctuation stays with what it closes.
fn can_break(before: char, after: char) -> bool {
    let is_wide = |c: char| c.width() == Some(2);
    let closes = matches!(
        after,
        '、' | '。'
            | '，'
            | '．'
            | '：'
            | '；'
            | '！'
            | '？'
            | '）'
            | '」'
            | '』'
            | '】'
            | '》'
            | '”'
            | '’'
    );
    let opens = matches!(before, '（' | '「' | '『' | '【' | '《' | '“' | '‘');
    before == ' ' || ((is_wide(before) || is_wide(after)) && !closes && !opens && after != ' ')
}

/// `text` with spaces up to `width` columns.
pub(super) fn pad(text: &str, width: usize) -> String {
    let spaces = width.saturating_sub(text.width());
    format!("{text}{:spaces$}", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_wide_characters_count_twice() {
        assert_eq!(wrap("one two three", 8, 9), ["one two", "three"]);
        assert_eq!(
            wrap("重启服务器，然后等待。", 10, 9),
            ["重启服务", "器，然后等", "待。"]
        );
        assert_eq!(wrap("abcdefghij", 4, 9), ["abcd", "efgh", "ij"]);
    }

    #[test]
    fn a_long_text_is_cut() {
        assert_eq!(wrap("one two three four", 5, 2), ["one", "two…"]);
        assert_eq!(wrap("漢", 1, 1), ["漢"]);
        assert_eq!(wrap("", 10, 3), Vec::<String>::new());
    }
}
