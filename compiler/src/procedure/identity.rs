//! Ids that are equal in all locales and survive re-translation: hashes of what is done, and
//! names made from code.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Action, StepKind};

/// Gives each step its id; equal actions are told apart by their order.
#[derive(Default)]
pub(super) struct Ids {
    seen: BTreeMap<String, u32>,
}

impl Ids {
    /// The id of a step: of its action, or without one of its task, kind and literals.
    pub(super) fn step(
        &mut self,
        action: &Action,
        task: &str,
        kind: StepKind,
        literals: &[String],
    ) -> String {
        let key = match action {
            Action::Command(command) => format!("command\0{}", normalized(&command.code)),
            Action::Edit(edit) => {
                format!(
                    "edit\0{}\0{}",
                    edit.file.to_lowercase(),
                    normalized(&edit.content)
                )
            }
            Action::None => format!("none\0{task}\0{kind:?}\0{}", literals.join("\0")),
        };
        let ordinal = self.seen.entry(key.clone()).or_default();
        *ordinal += 1;
        match ordinal {
            1 => digest(&key, 12),
            n => digest(&format!("{key}\0{n}"), 12),
        }
    }
}

/// The first hex digits of the SHA-256 of a text.
pub(super) fn digest(text: &str, digits: usize) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let hex: String = hash.iter().map(|b| format!("{b:02x}")).collect();
    hex[..digits].to_owned()
}

/// Code with white space at the ends of its lines removed and runs of it inside joined.
fn normalized(code: &str) -> String {
    let lines = code
        .lines()
        .map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
    lines
        .filter(|l| !l.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The words of a name in code: `IMServerName` is IM, Server, Name; `pool-FQDN` is pool, FQDN.
pub(super) fn name_words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()) {
        let bytes = part.as_bytes();
        let mut start = 0;
        for i in 1..bytes.len() {
            let upper = bytes[i].is_ascii_uppercase();
            let after_lower = !bytes[i - 1].is_ascii_uppercase();
            let before_lower = bytes.get(i + 1).is_some_and(u8::is_ascii_lowercase);
            if upper && (after_lower || before_lower) {
                words.push(&part[start..i]);
                start = i;
            }
        }
        if start < part.len() {
            words.push(&part[start..]);
        }
    }
    words
}

/// An identifier in camel case: `imServerName`.
pub(super) fn camel(name: &str) -> String {
    let mut id = String::new();
    for word in name_words(name) {
        let lower = word.to_ascii_lowercase();
        match id.is_empty() {
            true => id.push_str(&lower),
            false => {
                let is_acronym = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
                let rest = if is_acronym { &lower[1..] } else { &word[1..] };
                id.push(lower.as_bytes()[0].to_ascii_uppercase() as char);
                id.push_str(rest);
            }
        }
    }
    match id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        true => id,
        false => format!("value{id}"),
    }
}

/// An identifier in lower case with dashes: `im-server-name`.
pub(super) fn kebab(name: &str) -> String {
    let words = name_words(name).into_iter().map(str::to_ascii_lowercase);
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_identifiers() {
        assert_eq!(camel("IMServerName"), "imServerName");
        assert_eq!(
            camel("TrustedApplicationPoolFqdn"),
            "trustedApplicationPoolFqdn"
        );
        assert_eq!(camel("pool-FQDN"), "poolFqdn");
        assert_eq!(camel("server_name"), "serverName");
        assert_eq!(camel("9x"), "value9x");
        assert_eq!(kebab("OwaVirtualDirectory"), "owa-virtual-directory");
        assert_eq!(camel("名前"), "value");
    }
}
