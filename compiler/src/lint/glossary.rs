//! The project's terms: what each must be called in a language, and what it must not.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::Locale;

/// A term and how it is said in other languages.
#[derive(Clone, Debug, Default)]
pub struct Term {
    /// As the source writes it, in all its forms.
    pub forms: Vec<String>,
    /// Whether it stays as it is in every language that has no translation of it here.
    pub is_kept: bool,
    /// Per locale, the forms of which one must stand in a translation.
    pub translations: BTreeMap<Locale, Vec<String>>,
    /// Per locale, what it must not be called.
    pub forbidden: BTreeMap<Locale, Vec<String>>,
    /// Whether case counts; where it is not said, it counts for forms that have capitals.
    pub match_case: Option<bool>,
}

impl Term {
    /// What it is called in a locale; nothing where the project does not say.
    pub fn wanted(&self, locale: &Locale) -> &[String] {
        match (of_locale(&self.translations, locale), self.is_kept) {
            (Some(translations), _) => translations,
            (None, true) => &self.forms,
            (None, false) => &[],
        }
    }

    /// What it must not be called in a locale.
    pub fn forbidden(&self, locale: &Locale) -> &[String] {
        of_locale(&self.forbidden, locale).unwrap_or_default()
    }

    /// Where one of `forms` stands in a text, in order and without overlap, the longest first.
    pub fn places(&self, forms: &[String], text: &str) -> Vec<Range<usize>> {
        let mut forms: Vec<(&str, bool)> = forms
            .iter()
            .map(|form| (form.as_str(), self.is_exact(form)))
            .collect();
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        let mut places = Vec::new();
        let mut end = 0;
        for (start, _) in text.char_indices() {
            if start < end {
                continue;
            }
            let mut found = forms.iter().filter_map(|(form, is_exact)| {
                let range = start..matched(&text[start..], form, *is_exact)? + start;
                is_word(text, &range).then_some(range)
            });
            if let Some(range) = found.next() {
                end = range.end;
                places.push(range);
            }
        }
        places
    }

    /// Whether it may stand in a text: cheap, and mostly no.
    pub fn may_stand_in(&self, text: &str) -> bool {
        let exact = |form: &String| !self.is_exact(form) || text.contains(form.as_str());
        self.forms.iter().any(exact)
    }

    fn is_exact(&self, form: &str) -> bool {
        let has_capitals = form.contains(char::is_uppercase);
        self.match_case.unwrap_or(has_capitals)
    }
}

/// What is said for a locale: by its own tag, else by its language alone.
fn of_locale<'a, T>(all: &'a BTreeMap<Locale, Vec<T>>, locale: &Locale) -> Option<&'a [T]> {
    let is_bare = |l: &Locale| l.identifier().region.is_none() && l.language() == locale.language();
    let same_script = |l: &Locale| l.is_traditional_chinese() == locale.is_traditional_chinese();
    let by_language = || all.iter().find(|(l, _)| is_bare(l) && same_script(l));
    let own = all.get_key_value(locale).or_else(by_language);
    own.map(|(_, forms)| forms.as_slice())
}

/// The length of `form` at the start of a text, if it stands there.
fn matched(text: &str, form: &str, is_exact: bool) -> Option<usize> {
    let mut rest = text.char_indices();
    for wanted in form.chars() {
        let (_, c) = rest.next()?;
        let is_same = match is_exact {
            true => plain(c) == plain(wanted),
            false => plain(c).to_lowercase().eq(plain(wanted).to_lowercase()),
        };
        if !is_same {
            return None;
        }
    }
    Some(rest.offset())
}

/// A space that may not break is a space.
fn plain(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' => ' ',
        c => c,
    }
}

/// Whether no word goes on before or behind a range.
fn is_word(text: &str, range: &Range<usize>) -> bool {
    let first = |text: &str| text.chars().next();
    let last = |text: &str| text.chars().next_back();
    let (inside, before, after) = (
        &text[range.clone()],
        &text[..range.start],
        &text[range.end..],
    );
    !is_joined(last(before), first(inside)) && !is_joined(last(inside), first(after))
}

/// Whether two characters may be of one word. Chinese, Japanese and Thai set no spaces between words.
fn is_joined(a: Option<char>, b: Option<char>) -> bool {
    let is_spaced = |c: char| {
        let unspaced = matches!(c, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
        c.is_alphanumeric() && !unspaced || c == '_'
    };
    matches!((a, b), (Some(a), Some(b)) if is_spaced(a) && is_spaced(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(form: &str, text: &'t str) -> Vec<&'t str> {
        let term = Term::default();
        let places = term.places(&[form.to_owned()], text);
        places.into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn a_term_is_whole_words() {
        assert_eq!(found("pool", "Pools, a pool and spool_pool"), ["pool"]);
        assert_eq!(found("池", "前端池中的服务器"), ["池"]);
        assert_eq!(found("Front End", "使用Front End服务器"), ["Front End"]);
    }

    #[test]
    fn case_counts_where_the_term_has_capitals() {
        assert_eq!(found("mailbox", "Mailbox mailbox"), ["Mailbox", "mailbox"]);
        assert_eq!(found("Edge", "Edge edge"), ["Edge"]);
    }

    #[test]
    fn a_space_that_does_not_break_is_a_space() {
        assert_eq!(
            found("edge server", "Edge\u{a0}server"),
            ["Edge\u{a0}server"]
        );
    }

    #[test]
    fn a_language_stands_for_its_regions() {
        let locale = |tag: &str| tag.parse::<Locale>().unwrap();
        let translations = [(locale("zh"), vec!["池".to_owned()])].into();
        let term = Term {
            translations,
            ..Term::default()
        };
        assert_eq!(term.wanted(&locale("zh-CN")), ["池"]);
        assert!(term.wanted(&locale("zh-TW")).is_empty());
        assert!(term.wanted(&locale("pt-BR")).is_empty());
    }
}
