//! The files of a site: the same pages and anchors everywhere, links that lead somewhere, texts
//! that stay text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use runbookc::emit::{self, Artifact, Compiled};
use runbookc::workspace::site::{self, Site};
use scraper::{Html, Selector};

use super::fixture::{CODE, LOCALES, corpus};

/// Texts that would be something else if one escape were missing.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</p></div></main>",
    "a </p> b",
    "{{#include /etc/passwd}} {{#playground x.rs}} {{> head}} {{{content}}}",
    "[x](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "\" onmouseover=\"alert(1)\" x='",
    "<img src=x onerror=alert(1)>",
    "`code` **bold** # no heading\n\n# heading\n\n    indented\n\n- item",
    "<!--runbookc:languages--> --> <![CDATA[ ]]> <?x ?>",
    "[[ t(id=\"book-title\") ]] {% include \"x\" %} {{ title }}",
    "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e '; alert(1); '",
    "&lt;b&gt; &#60; &amp;",
    "\u{202e}txt.exe\u{200b}\u{1b}[31m\u{0}x",
    "](evil.md) \\](",
    "指令碼 <b>「引號」</b>",
];

/// A site of one ordinary article and a harmless one.
static PLAIN: LazyLock<Vec<Artifact>> = LazyLock::new(|| render(&["x"]));

/// A site of one ordinary article and one for each hostile text.
static ATTACKED: LazyLock<Vec<Artifact>> = LazyLock::new(|| render(HOSTILE));

fn render(hostile: &[&str]) -> Vec<Artifact> {
    let articles = corpus(hostile);
    let runbooks: Vec<Vec<Artifact>> = articles.iter().map(emit::runbooks).collect();
    let site = Site {
        articles: &articles,
        runbooks: &runbooks,
        manual: None,
    };
    site::render(&site).expect("the site renders")
}

/// The hostile text whose characters make a step be withheld.
const DECEPTIVE: usize = 12;

fn pages(files: &[Artifact]) -> impl Iterator<Item = (&str, String)> {
    let pages = files.iter().filter(|f| f.path.ends_with(".html"));
    pages.map(|f| (f.path.as_str(), String::from_utf8(f.bytes.clone()).unwrap()))
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn every_locale_has_the_same_pages_with_the_same_anchors() {
    let files = &*PLAIN;
    let mut by_locale: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for (path, text) in pages(files) {
        let Some((tag, page)) = path.split_once('/') else {
            continue;
        };
        let html = Html::parse_document(&text);
        let ids = select(&html, "main [id]");
        let ids = ids
            .iter()
            .map(|e| e.attr("id").unwrap().to_owned())
            .collect();
        by_locale.entry(tag).or_default().insert(page, ids);
    }
    assert_eq!(by_locale.keys().copied().collect::<Vec<_>>(), LOCALES);
    let first = &by_locale[LOCALES[0]];
    assert!(first["articles/pool.html"].contains(&"0a1b2c3d4e5f".to_owned()));
    for tag in LOCALES {
        assert_eq!(&by_locale[tag], first, "{tag}");
    }
}

#[test]
fn ids_are_unique_on_a_page() {
    for (path, text) in pages(&PLAIN) {
        let html = Html::parse_document(&text);
        let mut seen = BTreeSet::new();
        for element in select(&html, "[id]") {
            let id = element.attr("id").unwrap();
            assert!(seen.insert(id.to_owned()), "{path}: {id} twice");
        }
    }
}

/// Resolves `href` from the page at `path`; nothing if it leaves the site.
pub(super) fn resolve(path: &str, href: &str) -> Option<(String, String)> {
    let href = href.replace("%2E", ".");
    let (target, anchor) = href.split_once('#').unwrap_or((&href, ""));
    let mut parts: Vec<&str> = path.split('/').collect();
    if !target.is_empty() {
        parts.pop();
        for part in target.split('/') {
            match part {
                ".." => {
                    parts.pop()?;
                }
                "." | "" => {}
                part => parts.push(part),
            }
        }
    }
    Some((parts.join("/"), anchor.to_owned()))
}

#[test]
fn every_link_of_the_site_leads_somewhere() {
    let files = &*PLAIN;
    let anchors: BTreeMap<String, BTreeSet<String>> = pages(files)
        .map(|(path, text)| {
            let html = Html::parse_document(&text);
            let ids = select(&html, "[id]");
            let ids = ids.iter().map(|e| e.attr("id").unwrap().to_owned());
            (path.to_owned(), ids.collect())
        })
        .collect();
    let paths: BTreeSet<&str> = files.iter().map(|f| f.path.as_str()).collect();
    let mut checked = 0;
    for (path, text) in pages(files) {
        let html = Html::parse_document(&text);
        for element in select(&html, "[href], [src]") {
            let href = element.attr("href").or(element.attr("src")).unwrap();
            if href.starts_with("https://") {
                assert_eq!(element.value().name(), "a", "{path} loads {href}");
                continue;
            }
            let (target, anchor) = resolve(path, href).expect(href);
            assert!(paths.contains(target.as_str()), "{path}: {href} is nowhere");
            let is_there = anchor.is_empty() || anchors[&target].contains(&anchor);
            assert!(is_there, "{path}: {href} has no such place");
            checked += 1;
        }
    }
    assert!(checked > 200, "only {checked} links were found");
}

#[test]
fn the_language_picker_leads_to_the_same_page() {
    let files = &*PLAIN;
    for (path, text) in pages(files).filter(|(p, _)| p.ends_with("pool.html")) {
        let html = Html::parse_document(&text);
        let (tag, page) = path.split_once('/').unwrap();
        assert_eq!(select(&html, "html")[0].attr("lang"), Some(tag));
        for selector in [".languages a", "head link[rel=alternate][hreflang]"] {
            let mut found = BTreeSet::new();
            for link in select(&html, selector) {
                let language = link.attr("hreflang").unwrap();
                let (target, _) = resolve(path, link.attr("href").unwrap()).unwrap();
                if language != "x-default" {
                    assert_eq!(target, format!("{language}/{page}"));
                    found.insert(language.to_owned());
                }
            }
            assert_eq!(found.into_iter().collect::<Vec<_>>(), LOCALES, "{path}");
        }
        assert_eq!(select(&html, ".languages a[aria-current]").len(), 1);
    }
}

#[test]
fn code_is_the_canon_byte_for_byte() {
    for (path, text) in pages(&PLAIN).filter(|(p, _)| p.ends_with("pool.html")) {
        if !path.contains("/articles/") {
            continue;
        }
        let html = Html::parse_document(&text);
        let code = &select(&html, "figure.code pre code")[0];
        assert_eq!(code.text().collect::<String>(), CODE);
        assert_eq!(code.attr("translate"), Some("no"));
    }
}

#[test]
fn a_withheld_step_shows_no_command_and_says_why() {
    for (path, text) in pages(&PLAIN).filter(|(p, _)| p.contains("articles/pool")) {
        let html = Html::parse_document(&text);
        let step = &select(&html, "[id='555555555555']")[0];
        let has = |s: &str| step.select(&Selector::parse(s).unwrap()).next().is_some();
        assert!(has(".withheld") && !has("figure.code"), "{path}");
    }
}

#[test]
fn corrections_and_fallbacks_are_marked() {
    let files = &*PLAIN;
    let page = |path: &str| pages(files).find(|(p, _)| *p == path).unwrap().1;
    let portuguese = page("pt-BR/articles/pool.html");
    assert!(portuguese.contains("C: \\ Piscina"));
    let chinese = Html::parse_document(&page("zh-TW/articles/pool.html"));
    assert!(select(&chinese, ".corrected").is_empty());
    let note = &select(&chinese, "[id='333333333333'] .text")[0];
    assert_eq!(note.attr("lang"), Some("en-US"));
}

#[test]
fn damage_is_marked_in_its_cell() {
    let files = &*PLAIN;
    let (_, text) = (pages(files))
        .find(|(p, _)| *p == "zh-TW/quality/pool.html")
        .unwrap();
    let html = Html::parse_document(&text);
    let marks = select(&html, ".units td[lang=pt-BR] mark.severity-error");
    assert_eq!(marks.len(), 1);
    assert_eq!(marks[0].text().collect::<String>(), "CLIT001");
}

/// The elements and attributes of a page, without its texts.
fn skeleton(text: &str) -> Vec<String> {
    let html = Html::parse_document(text);
    let elements = select(&html, "*");
    let names = elements.iter().map(|e| {
        let mut attributes: Vec<&str> = e.value().attrs().map(|(name, _)| name).collect();
        attributes.sort_unstable();
        format!("{} {}", e.value().name(), attributes.join(" "))
    });
    names.collect()
}

#[test]
fn hostile_texts_stay_text() {
    let harmless = render(&["x"; HOSTILE.len()]);
    let expected: BTreeMap<_, _> = pages(&harmless)
        .map(|(path, text)| (path.to_owned(), skeleton(&text)))
        .collect();
    assert_eq!(pages(&ATTACKED).count(), expected.len());
    for (path, text) in pages(&ATTACKED) {
        if path.ends_with(&format!("-{DECEPTIVE}.html")) {
            // Its steps are withheld: code with such characters is never offered.
            continue;
        }
        assert!(
            skeleton(&text) == expected[path],
            "{path} has other elements"
        );
        assert!(!text.contains("root:x:"), "{path} includes a file");
    }
    let scripts = |files: &[Artifact]| -> Vec<Artifact> {
        let is_script = |f: &&Artifact| f.path.ends_with(".js") && !f.path.ends_with("toc.js");
        files.iter().filter(is_script).cloned().collect()
    };
    assert!(scripts(&ATTACKED) == scripts(&harmless), "a script differs");
}

#[test]
fn hostile_texts_are_shown_as_they_are() {
    for (i, hostile) in HOSTILE.iter().enumerate() {
        let path = format!("en-US/articles/hostile_2e_art_5f_icle-{i}.html");
        let (_, text) = pages(&ATTACKED).find(|(p, _)| *p == path).unwrap();
        let html = Html::parse_document(&text);
        let shown = select(&html, "h1")[0].text().collect::<String>();
        let visible = |c: &char| !"\u{202e}\u{200b}\u{1b}\u{0}".contains(*c);
        let expected: String = hostile.chars().filter(visible).collect();
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&shown), words(&expected));
    }
}

#[test]
fn the_contents_are_one_string_of_a_script() {
    for script in ATTACKED.iter().filter(|f| f.path.ends_with("toc.js")) {
        let text = String::from_utf8(script.bytes.clone()).unwrap();
        let line = text
            .lines()
            .find(|l| l.contains("this.innerHTML = '"))
            .unwrap();
        let inner = line.trim().strip_prefix("this.innerHTML = '").unwrap();
        let inner = inner
            .strip_suffix("';")
            .expect("the string ends on its line");
        assert!(!inner.contains(['\'', '\\', '\n']), "{inner}");
        let html = Html::parse_fragment(inner);
        let known = select(&html, "ol, li, span, a, strong");
        assert_eq!(select(&html, "*").len(), known.len() + 1, "{inner}");
    }
}

#[test]
fn nothing_is_fetched_from_elsewhere_and_no_script_is_inline() {
    let files = &*PLAIN;
    for (path, text) in pages(files) {
        let html = Html::parse_document(&text);
        for script in select(&html, "script") {
            assert!(script.attr("src").is_some(), "{path} has an inline script");
        }
        assert!(
            select(&html, "[style], style").is_empty(),
            "{path} has inline style"
        );
        let policy = select(&html, "meta[http-equiv=Content-Security-Policy]");
        assert_eq!(policy.len(), 1, "{path} has no policy");
    }
    for style in files.iter().filter(|f| f.path.ends_with(".css")) {
        let text = String::from_utf8(style.bytes.clone()).unwrap();
        assert!(
            !text.contains("@import") && !text.contains("//fonts"),
            "{}",
            style.path
        );
    }
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    assert!(render(&["x"]) == *PLAIN);
}

#[test]
fn a_site_replaces_the_old_one_whole() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    let articles = corpus(&["x"]);
    let build = |articles: &[Compiled]| {
        let runbooks: Vec<Vec<Artifact>> = articles.iter().map(emit::runbooks).collect();
        let site = Site {
            articles,
            runbooks: &runbooks,
            manual: None,
        };
        site::build(&site, &target).unwrap();
    };
    build(&articles);
    assert!(
        target
            .join("zh-TW/articles/hostile_2e_art_5f_icle-0.html")
            .is_file()
    );
    build(&articles[..1]);
    assert!(target.join("zh-TW/articles/pool.html").is_file());
    assert!(
        !target
            .join("zh-TW/articles/hostile_2e_art_5f_icle-0.html")
            .exists()
    );
    assert!(target.join("index.html").is_file());
}

#[test]
fn a_manual_is_rendered_without_its_directives() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("src");
    std::fs::create_dir(&source).unwrap();
    std::fs::write(
        folder.path().join("book.toml"),
        "[book]\ntitle = \"Guide\"\n",
    )
    .unwrap();
    std::fs::write(source.join("SUMMARY.md"), "# S\n\n[Start](start.md)\n").unwrap();
    std::fs::write(
        source.join("start.md"),
        "# Start\n\n{{#include /etc/passwd}}\n",
    )
    .unwrap();
    let site = Site {
        articles: &[],
        runbooks: &[],
        manual: Some(folder.path()),
    };
    let files = site::render(&site).unwrap();
    let (_, page) = (pages(&files))
        .find(|(p, _)| *p == "manual/start.html")
        .unwrap();
    assert!(page.contains("{{#include /etc/passwd}}"));
    assert!(!page.contains("root:x:"));
}
