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

/// A link to such a file. mdBook turns `.md` in a link into `.html`, wherever it stands, so that
/// its dot is written otherwise.
pub fn download_link(id: &str, artifact: &str) -> String {
    download(id, artifact).replace(".md", "%2Emd")
}

/// An id as a file name, without dots. Different ids give different names: what is not a plain character is
/// written as `_` and its number, and `_` itself too.
fn portable(id: &str) -> String {
    let mut name = String::from("");
    for c in id.chars() {
        match c {
            'a'..='z' | '0'..='9' | '-' => name.push(c),
            _ => name.push_str(&format!("_{:x}_", c as u32)),
        }
    }
    let digit = |s: &str| matches!(s.as_bytes(), [b'1'..=b'9']);
    let is_device = matches!(name.as_str(), "con" | "prn" | "aux" | "nul")
        || name
            .strip_prefix("com")
            .or(name.strip_prefix("lpt"))
            .is_some_and(digit);
    match is_device || name.is_empty() {
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
        assert_eq!(portable("topics--a.md"), "topics--a_2e_md");
        assert_eq!(portable("../x"), "_2e__2e__2f_x");
        assert_eq!(portable("con"), "_con_");
        assert_eq!(portable("a_b"), "a_5f_b");
        assert_ne!(portable("a_2f_b"), portable("a/b"));
        assert_eq!(portable("指南"), "_6307__5357_");
    }
}
