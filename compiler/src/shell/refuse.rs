//! Characters that have no place in a command: what a reader does not see or takes for another.

use unicode_security::confusable_detection::skeleton;

/// The first character of a command for which it is refused, with its byte offset.
///
/// Bidirectional controls and zero-width characters hide what stands there, control characters
/// drive the terminal, and PowerShell takes U+00A0 for a space and U+2013 to U+2015 for dashes.
pub fn refused(code: &str) -> Option<(usize, char)> {
    code.char_indices().find(|(_, c)| is_refused(*c))
}

/// Whether two codes look the same and are not: curly quotes, long dashes, special spaces,
/// full-width forms, invisible characters, letters of another script.
pub fn looks_alike(a: &str, b: &str) -> bool {
    if a == b || (a.is_ascii() && b.is_ascii()) {
        return false;
    }
    let same = |(x, y): (char, char)| x == y || (!(x.is_ascii() && y.is_ascii()) && alike(x, y));
    let (a, b): (Vec<char>, Vec<char>) = (plain(a).collect(), plain(b).collect());
    a.len() == b.len() && a.into_iter().zip(b).all(same)
}

/// The characters of `code`, those made plain that a shell or a reader takes for an ASCII one, and
/// the invisible ones left out.
fn plain(code: &str) -> impl Iterator<Item = char> + '_ {
    code.chars().filter_map(|c| match c {
        '\u{2018}'..='\u{201b}' => Some('\''),
        '\u{201c}'..='\u{201f}' | '«' | '»' => Some('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        c if is_refused(c) => None,
        c => Some(c),
    })
}

fn alike(a: char, b: char) -> bool {
    skeleton(a.encode_utf8(&mut [0; 4])).eq(skeleton(b.encode_utf8(&mut [0; 4])))
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
