//! Localized text made fit to be shown: one line without characters that act or hide.
//!
//! What is stripped is documented in the manual's chapter on safety; nothing is quoted here, since
//! each target has its own escape.

/// `text` on one line: line ends and tabs as spaces, no control, bidirectional or zero-width
/// character, and nothing at its start that a CI log would take for a command.
pub(super) fn clean(text: &str) -> String {
    let spaced = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        c => c,
    };
    let kept: String = text.chars().map(spaced).filter(|c| !acts(*c)).collect();
    let words = kept.trim_matches(' ');
    match words.starts_with("::") || words.starts_with("##") {
        true => format!("> {words}"),
        false => words.to_owned(),
    }
}

/// Whether a character does something to what is around it instead of being seen.
fn acts(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_acts_is_stripped_and_what_is_seen_stays() {
        assert_eq!(clean("a\u{202e}b\u{200b}c\u{1b}[31md\0"), "abc[31md");
        assert_eq!(
            clean("one\r\ntwo\tthree\u{2028}four\n"),
            "one  two three four"
        );
        assert_eq!(clean("«L’été», 中文（全）"), "«L’été», 中文（全）");
    }

    #[test]
    fn no_line_starts_a_workflow_command() {
        assert_eq!(clean("::error::x"), "> ::error::x");
        assert_eq!(clean("\u{200b} ::set-output"), "> ::set-output");
        assert_eq!(clean("##vso[task]"), "> ##vso[task]");
    }
}
