//! Tokens of PowerShell and bash, as far as is needed to see whether a text became code.
//!
//! After the language specifications: PowerShell takes U+2018 to U+201B for a single quote and
//! U+201C to U+201E for a double quote, which the grammars for editors do not know.

/// A token: what it is and, unless it is a string, what it says.
pub(crate) type Token = (&'static str, String);

/// A script as tokens, and what its single-quoted strings say.
pub(crate) struct Scan {
    pub(crate) tokens: Vec<Token>,
    pub(crate) strings: Vec<String>,
}

/// The tokens of a PowerShell script; all single-quoted strings look alike.
pub(crate) fn powershell(code: &str) -> Vec<Token> {
    powershell_scan(code).tokens
}

/// The same, with what the strings say: two quotes of any kind are the second of them.
pub(crate) fn powershell_scan(code: &str) -> Scan {
    let mut strings = Vec::new();
    let code: Vec<char> = code.chars().collect();
    let single = |c: char| matches!(c, '\'' | '\u{2018}'..='\u{201b}');
    let double = |c: char| matches!(c, '"' | '\u{201c}'..='\u{201e}');
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let start = at;
        let c = code[at];
        let kind = if c == '<' && code.get(at + 1) == Some(&'#') {
            at += 2;
            while at < code.len() && !(code[at] == '#' && code.get(at + 1) == Some(&'>')) {
                at += 1;
            }
            at += 2;
            "comment"
        } else if c == '#' {
            while at < code.len() && code[at] != '\n' {
                at += 1;
            }
            "comment"
        } else if single(c) || double(c) {
            let is_quote: &dyn Fn(char) -> bool = if single(c) { &single } else { &double };
            let mut said = String::new();
            at += 1;
            while at < code.len() {
                if is_quote(code[at]) {
                    if !code.get(at + 1).is_some_and(|c| is_quote(*c)) {
                        break;
                    }
                    at += 1;
                } else if code[at] == '`' && double(c) {
                    at += 1;
                }
                said.extend(code.get(at));
                at += 1;
            }
            at += 1;
            if single(c) {
                strings.push(said);
            }
            if single(c) { "string" } else { "expandable" }
        } else if c.is_whitespace() {
            at += 1;
            continue;
        } else if c == '`' {
            at += 2;
            "escape"
        } else if c.is_alphanumeric() || "_$-.:".contains(c) {
            while at < code.len() && (code[at].is_alphanumeric() || "_$-.:".contains(code[at])) {
                at += 1;
            }
            "word"
        } else {
            at += 1;
            "punctuation"
        };
        let text = match kind {
            "string" => String::new(),
            _ => code[start..at.min(code.len())].iter().collect(),
        };
        tokens.push((kind, text));
    }
    Scan { tokens, strings }
}

/// The words of a bash script; what is quoted in single quotes is left out of a word, so that
/// `'a'\''b'` and `'x'` look alike.
pub(crate) fn bash(code: &str) -> Vec<Token> {
    let code: Vec<char> = code.chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut word: Option<String> = None;
    let mut at = 0;
    while at < code.len() {
        let c = code[at];
        match c {
            '\'' => {
                at += 1;
                while at < code.len() && code[at] != '\'' {
                    at += 1;
                }
                let word = word.get_or_insert_default();
                if !word.ends_with('\u{1}') {
                    word.push('\u{1}');
                }
            }
            '\\' if code.get(at + 1) == Some(&'\'') => {
                at += 1;
                let word = word.get_or_insert_default();
                if !word.ends_with('\u{1}') {
                    word.push('\u{1}');
                }
            }
            '\\' => {
                at += 1;
                word.get_or_insert_default().push('\\');
                word.get_or_insert_default().extend(code.get(at));
            }
            '"' => {
                word.get_or_insert_default().push('"');
                at += 1;
                while at < code.len() && code[at] != '"' {
                    if code[at] == '\\' {
                        at += 1;
                    }
                    word.get_or_insert_default().extend(code.get(at));
                    at += 1;
                }
            }
            '#' if word.is_none() => {
                while at < code.len() && code[at] != '\n' {
                    at += 1;
                }
            }
            c if c.is_whitespace() || ";&|()<>".contains(c) => {
                tokens.extend(word.take().map(|w| ("word", w)));
                if !c.is_whitespace() || c == '\n' {
                    tokens.push(("operator", c.to_string()));
                }
            }
            c => word.get_or_insert_default().push(c),
        }
        at += 1;
    }
    tokens.extend(word.map(|w| ("word", w)));
    tokens
}

#[test]
fn a_curly_quote_closes_a_powershell_string() {
    let kinds = |code: &str| -> Vec<&str> { powershell(code).iter().map(|t| t.0).collect() };
    assert_eq!(kinds("'a\u{2019} b"), ["string", "word"]);
    assert_eq!(kinds("'a\u{2019}\u{2019} b'"), ["string"]);
    assert_eq!(kinds("'a''b' # c'\n'd'"), ["string", "comment", "string"]);
}

#[test]
fn quoted_parts_of_a_bash_word_are_one() {
    assert_eq!(bash(r"a='x'"), bash(r"a='it'\''s'"));
    assert_eq!(bash(r"a='x'"), bash("a='y\n$(z)'"));
    assert_ne!(bash(r"a='x'"), bash(r"a='x' b"));
}
