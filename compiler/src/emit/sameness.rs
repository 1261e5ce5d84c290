//! Whether the scripts of all locales run the same: read from their bytes, as they stand.
//!
//! A script is its code, which must be equal but for the name of its locale, and one table of
//! texts, of which the entries that are code or data must be. What the words say is not looked at.

use std::collections::BTreeMap;

use super::Artifact;

/// Beginnings of the keys whose texts are code or data.
const CANONICAL: &[&str] = &[
    "shown.", "path.", "parent.", "value.", "expect.", "pattern.",
];

/// A script taken apart.
#[derive(Debug, PartialEq, Eq)]
struct Parts<'a> {
    /// The lines outside of the table, without the one that names the locale.
    code: Vec<&'a str>,
    /// The entries of the table that are code or data. Which words there are differs: a correction
    /// stands only where there was one.
    texts: BTreeMap<String, String>,
}

/// The paths of scripts that do not run what the first of their kind does.
pub fn differing(artifacts: &[Artifact]) -> Vec<String> {
    let mut first: BTreeMap<&str, Option<Parts<'_>>> = BTreeMap::new();
    let mut differing = Vec::new();
    for artifact in artifacts {
        let name = artifact.path.split_once('/').map_or("", |(_, name)| name);
        let Some(kind) = [".ascii.ps1", ".ps1", ".sh"]
            .into_iter()
            .find(|e| name.ends_with(e))
        else {
            continue;
        };
        let parts = std::str::from_utf8(&artifact.bytes).ok().and_then(parts);
        let same = match first.get(kind) {
            None => parts.is_some(),
            Some(first) => parts.is_some() && parts == *first,
        };
        if !same {
            differing.push(artifact.path.clone());
        }
        first.entry(kind).or_insert(parts);
    }
    differing
}

/// Takes a script apart; none where it has no table that ends.
fn parts(script: &str) -> Option<Parts<'_>> {
    let is_powershell = script.contains("\n$RunbookText = @{");
    let (opening, key) = match is_powershell {
        true => ("\n$RunbookText = @{", "'"),
        false => ("\ndeclare -A RB_TEXT=(", "['"),
    };
    let start = script.find(opening)? + opening.len();
    let mut at = start;
    let mut texts = BTreeMap::new();
    loop {
        let rest = script[at..].trim_start();
        at = script.len() - rest.len();
        let Some(entry) = rest.strip_prefix(key) else {
            break;
        };
        let (name, rest) = entry.split_once('\'')?;
        at = script.len() - rest.len() + rest.find('\'')?;
        let (text, length) = string(&script[at..], is_powershell)?;
        at += length;
        if CANONICAL.iter().any(|c| name.starts_with(c)) {
            texts.insert(name.to_owned(), text);
        }
    }
    let names_locale =
        |line: &&str| line.starts_with("RB_LOCALE=") || line.starts_with("$RunbookLocale =");
    let lines = script[..start].lines().chain(script[at..].lines());
    Some(Parts {
        code: lines.filter(|l| !names_locale(l)).collect(),
        texts,
    })
}

/// The text of the quoted string that `code` begins with, and how many bytes it takes.
fn string(code: &str, is_powershell: bool) -> Option<(String, usize)> {
    let quotes = |c: char| c == '\'' || (is_powershell && matches!(c, '\u{2018}'..='\u{201b}'));
    let mut text = String::new();
    let mut chars = code.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if !quotes(c) {
            text.push(c);
        } else if is_powershell && chars.peek().is_some_and(|(_, next)| quotes(*next)) {
            text.extend(chars.next().map(|(_, next)| next));
        } else if !is_powershell && code[at..].starts_with("'\\''") {
            text.push('\'');
            chars.nth(2);
        } else {
            return Some((text, at + c.len_utf8()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(path: &str, text: &str) -> Artifact {
        Artifact {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    fn bash(locale: &str, said: &str, shown: &str, code: &str) -> Artifact {
        let text = format!(
            "x\nRB_LOCALE='{locale}'\ndeclare -A RB_TEXT=(\n    ['title']='{said}'\n    ['shown.a.0']='{shown}'\n)\n{code}\n"
        );
        script(&format!("{locale}/a.sh"), &text)
    }

    #[test]
    fn words_may_differ_and_nothing_else() {
        let en = || bash("en", "it'\\''s", "ls 'a'\\''b'", "ls");
        assert!(differing(&[en(), bash("fr", ")\nrm -r /", "ls 'a'\\''b'", "ls")]).is_empty());
        for other in [
            bash("fr", "x", "ls 'a'\\''c'", "ls"),
            bash("fr", "x", "ls 'a'\\''b'", "rm"),
            bash("fr", "x'; rm; y='", "ls 'a'\\''b'", "ls"),
            script("fr/a.sh", "nothing"),
        ] {
            assert_eq!(differing(&[en(), other]), ["fr/a.sh"]);
        }
    }

    #[test]
    fn powershell_ends_a_string_at_five_quotes() {
        let text = |said: &str| {
            format!(
                "$RunbookLocale = 'x'\r\n$RunbookText = @{{\r\n    'title' = '{said}'\r\n    'shown.a.0' = 'Get-X'\r\n}}\r\nGet-X\r\n"
            )
        };
        let of = |locale: &str, said: &str| script(&format!("{locale}/a.ps1"), &text(said));
        assert!(differing(&[of("en", "x"), of("fr", "l\u{2019}\u{2019}y")]).is_empty());
        let corrected = of("fr", "x'\r\n    'step.a.corrected.0' = 'y");
        assert!(differing(&[of("en", "x"), corrected]).is_empty());
        let cut = of("fr", "x\u{2019}; Remove-Y; $z = '");
        assert_eq!(differing(&[of("en", "x"), cut]), ["fr/a.ps1"]);
    }
}
