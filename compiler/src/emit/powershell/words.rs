//! The words of a PowerShell command, and a word with parameters in it as an expression.

use super::variable;
use crate::emit::WithheldReason;
use crate::emit::code::Place;

/// A word of a command: parts that follow each other without a space.
pub(super) struct Word {
    parts: Vec<Part>,
    /// Whether a command's name is expected here.
    is_command: bool,
}

struct Part {
    quote: Option<char>,
    /// Bytes without the quotes.
    start: usize,
    end: usize,
}

impl Word {
    pub(super) fn start(&self) -> usize {
        let first = &self.parts[0];
        first.start - usize::from(first.quote.is_some())
    }

    pub(super) fn end(&self) -> usize {
        let last = &self.parts[self.parts.len() - 1];
        last.end + usize::from(last.quote.is_some())
    }

    pub(super) fn holds(&self, place: &Place) -> bool {
        let inside = |p: &Part| p.start <= place.range.start && place.range.end <= p.end;
        self.parts.iter().any(inside)
    }

    /// The word as a variable, or as a sum of strings in parentheses.
    pub(super) fn expression(
        &self,
        code: &str,
        places: &[&Place],
    ) -> Result<String, WithheldReason> {
        if self.is_command {
            return Err(WithheldReason::Substitution);
        }
        let mut terms: Vec<String> = Vec::new();
        let mut prefix = "";
        for (i, part) in self.parts.iter().enumerate() {
            let mut at = part.start;
            if i == 0 && part.quote.is_none() {
                // `-Name:value` is a parameter with its value: only the value is a word.
                prefix = parameter_prefix(&code[part.start..part.end]);
                at += prefix.len();
            }
            let inside = |p: &&&Place| part.start <= p.range.start && p.range.end <= part.end;
            for place in places.iter().filter(inside) {
                if place.range.start < at {
                    return Err(WithheldReason::Substitution);
                }
                terms.extend(term(part.quote, &code[at..place.range.start])?);
                terms.push(format!("${}", variable(&place.id)));
                at = place.range.end;
            }
            terms.extend(term(part.quote, &code[at..part.end])?);
        }
        match terms.as_slice() {
            [only] => Ok(format!("{prefix}{only}")),
            // The first term decides that the sum is one of strings.
            [first, ..] if first.starts_with('$') => {
                Ok(format!("{prefix}('' + {})", terms.join(" + ")))
            }
            _ => Ok(format!("{prefix}({})", terms.join(" + "))),
        }
    }
}

fn parameter_prefix(word: &str) -> &str {
    let name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric());
    match word.strip_prefix('-').and_then(|w| w.split_once(':')) {
        Some((parameter, _)) if name(parameter) => &word[..parameter.len() + 2],
        _ => "",
    }
}

/// Constant text of a part as a string; none where it is empty.
fn term(quote: Option<char>, text: &str) -> Result<Option<String>, WithheldReason> {
    let computed = match quote {
        None => text.contains(['$', '`', '@', '<', '>', '&', '[', ']', '*', '?']),
        Some('"') => text.contains("$("),
        Some(_) => false,
    };
    match quote {
        _ if text.is_empty() => Ok(None),
        _ if computed => Err(WithheldReason::Substitution),
        Some('"') => Ok(Some(format!("\"{text}\""))),
        _ => Ok(Some(format!("'{text}'"))),
    }
}

/// The words of a command, by spaces, quotes and what separates words. Comments have none.
pub(super) fn words(code: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut is_command = true;
    let mut chars = code.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let separates = c.is_whitespace() || ",;(){}|".contains(c);
        if separates {
            if !parts.is_empty() {
                words.push(Word {
                    parts: std::mem::take(&mut parts),
                    is_command,
                });
                is_command = false;
            }
            is_command |= "\n;({|".contains(c);
        } else if c == '`' {
            // An escaped line end is a space; any other escaped character is left alone.
            if chars.next().is_some_and(|(_, next)| next == '\n') && !parts.is_empty() {
                words.push(Word {
                    parts: std::mem::take(&mut parts),
                    is_command,
                });
                is_command = false;
            }
        } else if c == '#' && parts.is_empty() {
            while chars.next_if(|(_, c)| *c != '\n').is_some() {}
        } else if c == '\'' || c == '"' {
            let end = closing(code, at + 1, c);
            while chars.next_if(|(i, _)| *i <= end).is_some() {}
            parts.push(Part {
                quote: Some(c),
                start: at + 1,
                end,
            });
        } else if let Some(Part {
            quote: None, end, ..
        }) = parts.last_mut()
            && *end == at
        {
            *end = at + c.len_utf8();
        } else {
            parts.push(Part {
                quote: None,
                start: at,
                end: at + c.len_utf8(),
            });
        }
    }
    if !parts.is_empty() {
        words.push(Word { parts, is_command });
    }
    words
}

/// Where a string that begins at `start` ends: two quotes are one in the text, and a backtick
/// escapes in double quotes.
fn closing(code: &str, start: usize, quote: char) -> usize {
    let mut chars = code[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '`' && quote == '"' {
            chars.next();
        } else if c == quote && chars.next_if(|(_, next)| *next == quote).is_none() {
            return start + at;
        }
    }
    code.len()
}
