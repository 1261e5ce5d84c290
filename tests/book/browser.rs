//! The site in a browser, from files: the contents appear, the picker keeps the place, nothing is
//! refused or missing. With `RUNBOOKC_SCREENSHOTS=DIR` the pages are also photographed.

use std::path::Path;
use std::process::Command;

use runbookc::emit::{self, Artifact};
use runbookc::workspace::site::{self, Site};
use scraper::{Html, Selector};

use super::fixture::{LOCALES, corpus};
use crate::require::{program_path, requires};

const WIDTHS: [u32; 2] = [390, 1440];

/// Runs Chromium on a page and gives the page as it stands after its scripts, and what it logged.
fn visit(url: &str, arguments: &[&str]) -> (String, String) {
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new(program_path("chromium").unwrap())
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
        ])
        .args(["--no-first-run", "--disable-background-networking"])
        .args([
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
        ])
        .args(["--enable-logging=stderr", "--virtual-time-budget=2000"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(arguments)
        .arg(url)
        .output()
        .expect("Chromium starts");
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

fn build(folder: &Path) {
    let articles = corpus(&["<img src=x onerror=\"document.title='broken'\">"]);
    let runbooks: Vec<Vec<Artifact>> = articles.iter().map(emit::runbooks).collect();
    let site = Site {
        articles: &articles,
        runbooks: &runbooks,
        manual: None,
    };
    site::build(&site, &folder.join("site")).unwrap();
}

#[test]
fn a_page_works_from_a_file() {
    if !requires("chromium") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    build(folder.path());
    let site = format!("file://{}/site", folder.path().display());
    let url = format!("{site}/pt-BR/articles/pool.html#0a1b2c3d4e5f");
    let (dom, log) = visit(&url, &["--dump-dom", "--window-size=1440,1000"]);
    let html = Html::parse_document(&dom);
    let select = |s: &str| -> Vec<scraper::ElementRef> {
        html.select(&Selector::parse(s).unwrap()).collect()
    };
    assert!(select("html.js").len() == 1, "scripts run:\n{log}");
    assert!(select("#mdbook-sidebar .chapter-item").len() >= 4, "{log}");
    for link in select(".languages a") {
        let href = link.attr("href").unwrap();
        assert!(href.ends_with("/articles/pool.html#0a1b2c3d4e5f"), "{href}");
    }
    assert!(select("button.copy[hidden]").is_empty());
    let complaints: Vec<&str> = log.lines().filter(|l| l.contains("CONSOLE")).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
    photograph(&site);
}

#[test]
fn the_picker_leads_to_the_same_step() {
    if !requires("chromium") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    build(folder.path());
    let site = format!("file://{}/site", folder.path().display());
    let from = format!("{site}/pt-BR/articles/pool.html#0a1b2c3d4e5f");
    let (dom, _) = visit(&from, &["--dump-dom"]);
    let html = Html::parse_document(&dom);
    let link = Selector::parse(".languages a[hreflang=zh-TW]").unwrap();
    let href = html.select(&link).next().unwrap().attr("href").unwrap();
    assert_eq!(href, "../../zh-TW/articles/pool.html#0a1b2c3d4e5f");
    let (dom, _) = visit(&href.replace("../..", &site), &["--dump-dom"]);
    let html = Html::parse_document(&dom);
    let step = Selector::parse("html[lang=zh-TW] [id='0a1b2c3d4e5f']").unwrap();
    assert!(html.select(&step).next().is_some());
}

#[test]
fn a_hostile_article_runs_nothing() {
    if !requires("chromium") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    build(folder.path());
    for page in ["articles", "quality"] {
        let path = format!("zh-TW/{page}/hostile_2e_art_5f_icle-0.html");
        let url = format!("file://{}/site/{path}", folder.path().display());
        let (dom, log) = visit(&url, &["--dump-dom"]);
        let html = Html::parse_document(&dom);
        let images = Selector::parse("img").unwrap();
        assert!(html.select(&images).next().is_none(), "{path}");
        assert!(!dom.contains("<title>broken</title>"), "{path}");
        assert!(!log.contains("CONSOLE"), "{log}");
    }
}

fn photograph(site: &str) {
    let Some(folder) = std::env::var_os("RUNBOOKC_SCREENSHOTS") else {
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    for tag in LOCALES {
        for page in ["articles/pool", "quality/pool", "index"] {
            for width in WIDTHS {
                let name = format!("{tag}-{}-{width}.png", page.replace('/', "-"));
                let file = Path::new(&folder).join(name);
                let shot = format!("--screenshot={}", file.display());
                let size = format!("--window-size={width},1800");
                visit(&format!("{site}/{tag}/{page}.html"), &[&shot, &size]);
                assert!(file.is_file(), "{}", file.display());
            }
        }
    }
}
