//! Characters that have no place in a command: what a reader does not see or takes for another.

/// The first character of a command for which it is refused, with its byte offset.
///
/// Bidirectional controls and zero-width characters hide what stands there, control characters
/// drive the terminal, and PowerShell takes U+00A0 for a space and U+2013 to U+2015 for dashes.
pub fn refused(code: &str) -> Option<(usize, char)> {
    code.char_indices().find(|(_, c)| is_refused(*c))
}

fn is_refused(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{a0}' => true,
        '\u{ad}' | '\u{61c}' | '\u{180e}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' => true,
        '\u{2013}'..='\u{2015}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}
