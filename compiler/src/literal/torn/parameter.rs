//! Parameters whose dash stands apart behind their cmdlet: `Get-CtsUser – Identity "x"`.

use crate::document::LiteralKind;
use crate::literal::command;

use super::Torn;
use super::cursor::{at, before, is_space, skip_spaces, skip_spaces_back};

/// Dashes that editors put in the place of a hyphen.
pub(super) const DASHES: [char; 4] = ['\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}'];

/// Appends the parameters in pieces that stand in `text`: between a cmdlet and a value, so that
/// the dash is none of the sentence.
pub(super) fn find(text: &str, found: &mut Vec<Torn>) {
    for (dash, sign) in text.match_indices(DASHES) {
        let start = dash + sign.len();
        let name = skip_spaces(text, start);
        let letters = text[name..].bytes().take_while(u8::is_ascii_alphanumeric);
        let end = name + letters.count();
        let is_name = end - name > 2 && text[name..].starts_with(|c: char| c.is_ascii_uppercase());
        if name > start && is_name && follows_cmdlet(text, dash) && leads_value(text, end) {
            found.push(Torn {
                kind: LiteralKind::Parameter,
                range: dash as u32..end as u32,
                root: format!("-{}", &text[name..end]),
                elements: Vec::new(),
            });
        }
    }
}

fn follows_cmdlet(text: &str, dash: usize) -> bool {
    let end = skip_spaces_back(text, dash);
    let word = text[..end].bytes().rev();
    let length = word.take_while(|b| b.is_ascii_alphanumeric() || *b == b'-');
    command::is_cmdlet(&text[end - length.count()..end])
}

fn leads_value(text: &str, end: usize) -> bool {
    let next = at(text, skip_spaces(text, end));
    let is_spaced = before(text, skip_spaces(text, end)).is_some_and(is_space);
    is_spaced && matches!(next, Some('"' | '“' | '«' | '„' | '「' | '\'' | '<' | '$'))
}
