//! Where a page lies: the same below every locale, portable, and never a name that mdBook or an
//! operating system keeps for itself.

/// The folder of the site that holds the files pages offer.
pub const DOWNLOADS: &str = "runbooks";

/// The source of an article's page, below `src/`.
pub fn article(id: &str) -> String {
    format!("articles/{}.md", portable(id))
}

/// The source of an article's quality page, below `src/`.
pub fn quality(id: &str) -> String {
    format!("quality/{}.md", portable(id))
}

/// The page that a source is rendered to.
pub fn html(source: &str) -> String {
    format!("{}.html", source.strip_suffix(".md").unwrap_or(source))
}

/// Where the site has a file that a page offers.
pub fn download(id: &str, artifact: &str) -> String {
    format!("{DOWNLOADS}/{}/{artifact}", portable(id))
}

/// An id as a file name. Different ids give different names: what is not a plain character is
/// written as `_` and its number, and `_` itself too.
fn portable(id: &str) -> String {
    let mut name = String::from("");
    for c in id.chars() {
        match c {
            'a'..='z' | '0'..='9' | '-' => name.push(c),
            '.' if !name.is_empty() && !name.ends_with('.') => name.push(c),
            _ => name.push_str(&format!("_{:x}_", c as u32)),
        }
    }
    let stem = name.split('.').next().unwrap_or_default();
    let digit = |s: &str| matches!(s.as_bytes(), [b'1'..=b'9']);
    let is_device = matches!(stem, "con" | "prn" | "aux" | "nul")
        || stem
            .strip_prefix("com")
            .or(stem.strip_prefix("lpt"))
            .is_some_and(digit);
    match is_device || name.is_empty() || name.ends_with('.') {
        true => format!("_{name}_"),
        false => name,
    }
}

#[cfg(test)]
mod tests {
    use super::portable;

    #[test]
    fn names_are_portable_and_differ() {
        assert_eq!(portable("513d4cc7-aa87"), "513d4cc7-aa87");
        assert_eq!(portable("topics--a.b"), "topics--a.b");
        assert_eq!(portable("../x"), "_2e_._2f_x");
        assert_eq!(portable("con"), "_con_");
        assert_eq!(portable("a_b"), "a_5f_b");
        assert_ne!(portable("a_2f_b"), portable("a/b"));
        assert_eq!(portable("指南"), "_6307__5357_");
    }
}
