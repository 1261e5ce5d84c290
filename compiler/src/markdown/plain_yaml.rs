//! Front matter of plain lines, `key: value`, without a YAML parser.
//!
//! Nearly all front matter is of this kind, and a YAML parser takes longer for it than Markdown
//! takes for the whole article. What is read here reads the same in YAML: whatever might mean
//! anything else (nesting, comments, escapes, tags, a value that goes on) is left to the parser.

use std::ops::Range;

use crate::document::FrontMatterValue;
use crate::source::Span;

/// More lines are left to the parser: doubled keys are looked for among all of them.
const MAX_LINES: usize = 64;

/// A longer key is no simple key in YAML.
const MAX_KEY: usize = 128;

/// Words that YAML takes for something else than text. As a key they are left to the parser.
const KEYWORDS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// The values of front matter in which every line is plain; none where one is not.
pub(super) fn values(text: &str, inside: Range<usize>) -> Option<Vec<FrontMatterValue>> {
    let mut values: Vec<FrontMatterValue> = Vec::new();
    let mut keys: Vec<&str> = Vec::new();
    // The key of a sequence, and whether it has an item yet.
    let mut sequence: Option<(&str, bool)> = None;
    let mut at = inside.start;
    for line in text[inside].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        if let (Some(item), Some((key, has_item))) = (line.strip_prefix("- "), &mut sequence) {
            values.push(value(key, item, start + "- ".len())?);
            *has_item = true;
            continue;
        }
        if let Some((_, false)) = sequence {
            return None;
        }
        let (key, written) = match line.strip_suffix(':') {
            Some(key) => (key, None),
            None => line
                .split_once(": ")
                .map(|(key, value)| (key, Some(value)))?,
        };
        if !is_key(key) || keys.contains(&key) || keys.len() == MAX_LINES {
            return None;
        }
        keys.push(key);
        sequence = match written {
            Some(written) => {
                values.push(value(key, written, start + key.len() + ": ".len())?);
                None
            }
            None => Some((key, false)),
        };
    }
    match sequence {
        Some((_, false)) => None,
        _ => (!keys.is_empty()).then_some(values),
    }
}

fn is_key(key: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':');
    let ends = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = key.as_bytes();
    bytes.len() <= MAX_KEY
        && bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && ends(bytes.last())
        && bytes.iter().all(|b| is_part(*b))
        && !KEYWORDS.iter().any(|word| word.eq_ignore_ascii_case(key))
}

/// The value as it is written at `at`, if it is plain.
fn value(key: &str, written: &str, at: usize) -> Option<FrontMatterValue> {
    let value = match written.as_bytes() {
        [quote @ (b'"' | b'\''), inner @ .., last] if quote == last => {
            let is_special = |b: &u8| b == quote || *b == b'\\';
            if inner.iter().any(is_special) {
                return None;
            }
            &written[1..written.len() - 1]
        }
        _ if is_plain(written) => written,
        _ => return None,
    };
    written.chars().all(is_printable).then(|| FrontMatterValue {
        key: key.to_owned(),
        value: value.to_owned(),
        span: Span::new(at..at + written.len()),
    })
}

/// Whether a value without quotes is text to its end. Numbers and dates are: their bytes count.
fn is_plain(written: &str) -> bool {
    written.starts_with(char::is_alphanumeric)
        && !written.ends_with([' ', ':'])
        && !written.contains(": ")
        && !written.contains(" #")
        && !written.eq_ignore_ascii_case("null")
        && !is_large(written)
}

/// Whether the value may be a number that is too large, which the parser refuses.
fn is_large(written: &str) -> bool {
    let is_part =
        |b: u8| b.is_ascii_digit() || matches!(b, b'e' | b'E' | b'.' | b'+' | b'-' | b'_');
    let bytes = written.as_bytes();
    bytes.iter().all(|b| is_part(*b)) && bytes.iter().any(|b| matches!(b, b'e' | b'E'))
}

fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{e000}'..='\u{fdff}' => true,
        '\u{10000}'..='\u{10ffff}' => true,
        // A byte order mark lies between these.
        '\u{fe00}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::yaml;
    use super::values;

    const KEYS: &[&str] = &[
        "title: ",
        "ms:assetid: ",
        "ms.date: ",
        "a-b_c: ",
        "title:",
        "k: ",
        "a.:",
        "é: ",
        "- ",
        "null: ",
        "Yes: ",
        "12: ",
        " k: ",
        "k : ",
        "",
        "? ",
        "k:  ",
        "'k': ",
        "a:b:c: ",
        "t1: ",
    ];

    const VALUES: &[&str] = &[
        "",
        "Word",
        "two words",
        "07/23/2014",
        "1.10",
        "0x1F",
        "1e999",
        "12e3",
        "1e-9",
        "inf",
        "nan",
        "NaN",
        "Infinity",
        "1.e5",
        "1_e9",
        "~",
        "null",
        "Null",
        "NULL",
        "true",
        "No",
        "''",
        "\"\"",
        "'it''s'",
        "'a \\ b'",
        "\"a\\n\"",
        "\"plain\"",
        "'open",
        "'a' b",
        "a: b",
        "a:b",
        "a:",
        "a #b",
        "a#b",
        "#b",
        "[x]",
        "x [y]",
        "{x",
        "x, y",
        "- x",
        "& x",
        "*x",
        "!x",
        "|",
        ">",
        "%x",
        "@x",
        "`x`",
        "x\ty",
        "x ",
        "中文：标题",
        "é",
        "“x”",
        "x\u{a0}",
        "\u{a0}x",
        "x\u{7f}",
        "x\u{85}y",
        "x\u{2028}y",
        "x\u{feff}y",
        "\u{1f600}",
        "a\u{1f600}",
        "---",
        "...",
        "2014-07-23",
        "v=OCS.15",
        "https://example.com/Gg398425(v=OCS.15)#x",
        "99999999999999999999999999999999999999999",
        ".inf",
        ".NaN",
        "+1",
        "-1",
        "1_000",
        "0b11",
        "0o17",
        "017",
        "12:30:45",
        "y",
        "<<",
        "=",
        "x y: z",
        "'#'",
        "': '",
        "\" #\"",
        "\"it's\"",
        "'say \"x\"'",
        "'中文'",
        "'x'\u{a0}",
        "(x)",
        "$x",
        "١٢",
    ];

    /// What is read here is what the parser reads, for all pairs of keys and values, after and
    /// before other lines.
    #[test]
    fn plain_lines_read_as_yaml_does() {
        let rests = [
            "",
            "\nother: x",
            "\n- item",
            "\ntitle: again",
            "\n  more",
            "\nlist:\n- a\n- 'b'",
            "\nempty:",
        ];
        let (mut read, mut wrong) = (0, Vec::new());
        for key in KEYS {
            for value in VALUES {
                for rest in rests {
                    for text in [
                        format!("{key}{value}{rest}\n"),
                        format!("first: 1\n{key}{value}{rest}\n").replace('\n', "\r\n"),
                    ] {
                        let Some(plain) = values(&text, 0..text.len()) else {
                            continue;
                        };
                        read += 1;
                        let parsed = yaml::values(&text, 0..text.len());
                        if !parsed.as_ref().is_ok_and(|p| p.as_ref() == Some(&plain)) {
                            wrong.push(format!("{text:?}: {plain:?} is {parsed:?}"));
                        }
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(read > 1000, "only {read} were plain");
    }
}
