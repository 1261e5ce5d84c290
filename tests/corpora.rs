//! Articles of the corpora beside the project, which nobody wrote for it: each with a command has a plan
//! and a runbook per language, and each of their scripts parses.
//!
//! A sample of them is taken. `RUNBOOKC_ARTICLES=100 cargo test --test suite corpora -- --nocapture` takes
//! so many of each corpus, `RUNBOOKC_ARTICLES=all` all.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use rayon::prelude::*;
use runbookc::canon::{self, Canon};
use runbookc::corpus::Article;
use runbookc::document::{BlockKind, Document};
use runbookc::emit::{self, Artifact, Compiled};
use runbookc::shell::{self, CodeClass, Dialect};
use runbookc::source::SourceFile;
use runbookc::{align, literal, markdown, procedure};
use tree_sitter::{Language, Parser};

use crate::require::{requires, shared};

/// So many articles of each corpus, unless the environment says otherwise.
const SAMPLE: usize = 16;

/// The files of an article by the tags of their locales.
type Files = BTreeMap<String, PathBuf>;

/// A sample of articles, told by a hash of their names.
fn sampled(mut articles: BTreeMap<String, Files>, source: &str, dialect: Dialect) -> Vec<Article> {
    articles.retain(|_, files| {
        files
            .get(source)
            .is_some_and(|path| shows_command(path, dialect))
    });
    let asked = std::env::var("RUNBOOKC_ARTICLES").unwrap_or_default();
    let count = match asked.as_str() {
        "all" => articles.len(),
        number => number.parse().unwrap_or(SAMPLE),
    };
    let mut names: Vec<String> = articles.keys().cloned().collect();
    names.sort_by_key(|name| shuffled(name));
    names.truncate(count);
    names
        .into_par_iter()
        .map(|name| article(&name, &articles[&name], source))
        .collect()
}

/// Whether a file has a block of code that is a command.
fn shows_command(path: &Path, dialect: Dialect) -> bool {
    let document = parsed(path);
    let code = document.segments.iter().filter(|s| {
        let kind = &document.blocks[s.block.0 as usize].kind;
        matches!(kind, BlockKind::Code { .. })
    });
    let mut classes = code.map(|s| shell::classify(&s.text, ""));
    classes.any(|c| matches!(c, CodeClass::Command(d) | CodeClass::Transcript(d) if d == dialect))
}

fn parsed(path: &Path) -> Document {
    let text = fs::read_to_string(path).unwrap();
    markdown::parse(Arc::new(SourceFile::new(path, text))).document
}

/// An order that has nothing to do with the names.
fn shuffled(name: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    name.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}

fn article(name: &str, files: &Files, source: &str) -> Article {
    let documents: Vec<Document> = files
        .iter()
        .map(|(locale, path)| {
            let mut document = parsed(path);
            document.locale = locale.parse().unwrap();
            literal::recognize(&mut document);
            document
        })
        .collect();
    let source = files.keys().position(|locale| locale == source);
    Article {
        id: name.to_owned(),
        documents,
        source,
    }
}

fn compiled(articles: Vec<Article>) -> Vec<Compiled> {
    let lexicon = align::learn(&articles);
    let compile = |article: Article| {
        let alignment = align::align(&article, &lexicon);
        let canon = canon::decide(&article, &alignment, canon::Background::shipped());
        let procedure = procedure::compile(&article, &alignment, &canon);
        Compiled {
            article,
            alignment,
            canon,
            diagnostics: Vec::new(),
            procedure,
        }
    };
    articles.into_par_iter().map(compile).collect()
}

/// Whether an article shows commands that are no syntax summaries, whatever stands around them.
fn has_command(canon: &Canon, dialect: Dialect, is_sure: fn(CodeClass) -> bool) -> bool {
    canon.code.iter().any(|code| {
        let class = shell::classify(&code.text, "");
        let own = matches!(class, CodeClass::Command(d) | CodeClass::Transcript(d) if d == dialect);
        own && is_sure(class)
    })
}

/// What is wrong with the scripts of an article.
fn faults(done: &Compiled, extension: &str, language: Option<&Language>) -> Vec<String> {
    let artifacts = emit::runbooks(done);
    let scripts = || artifacts.iter().filter(|a| a.path.ends_with(extension));
    let mut faults: Vec<String> = match language {
        Some(language) => scripts().filter_map(|a| fault(a, language)).collect(),
        None => Vec::new(),
    };
    let locales: Vec<String> = done
        .procedure
        .locales
        .iter()
        .map(ToString::to_string)
        .collect();
    for locale in locales {
        let own = |a: &Artifact| a.path.split('/').any(|part| part == locale);
        if !scripts().any(own) {
            faults.push(format!("{}: no script for {locale}", done.article.id));
        }
    }
    faults
}

fn fault(script: &Artifact, language: &Language) -> Option<String> {
    let code = std::str::from_utf8(&script.bytes).unwrap();
    let mut parser = Parser::new();
    parser.set_language(language).unwrap();
    let tree = parser.parse(code, None).unwrap();
    let mut open = vec![tree.root_node()];
    while let Some(node) = open.pop() {
        if node.is_error() || node.is_missing() {
            let line = code[..node.start_byte()].lines().count();
            let text = code.lines().nth(line.saturating_sub(1)).unwrap_or_default();
            return Some(format!("{} line {line}: {text}", script.path));
        }
        open.extend((0..node.child_count()).filter_map(|i| node.child(i)));
    }
    None
}

fn report(name: &str, all: usize, with_plan: usize, faults: &[String]) {
    println!("{name}: {all} articles, {with_plan} with a plan that runs something");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn by_name(folders: &[(String, PathBuf)]) -> BTreeMap<String, Files> {
    let mut articles: BTreeMap<String, Files> = BTreeMap::new();
    for (locale, folder) in folders {
        for path in markdown_below(folder) {
            let name = path.strip_prefix(folder).unwrap().with_extension("");
            let files = articles.entry(name.display().to_string()).or_default();
            files.insert(locale.clone(), path);
        }
    }
    articles
}

fn markdown_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension().and_then(|e| e.to_str()) {
            _ if path.is_dir() => found.extend(markdown_below(&path)),
            Some("md" | "mdx") => found.push(path),
            _ => {}
        }
    }
    found
}

#[test]
fn articles_of_lync_have_runbooks_that_parse() {
    if !requires("shared") {
        return;
    }
    let root = shared().join("corpus/lync-2013");
    let tags = ["en-US", "es-ES", "fr-FR", "pt-BR", "zh-CN", "zh-TW"];
    let folders = tags.map(|tag| (tag.to_owned(), root.join(tag)));
    let mut all = compiled(sampled(by_name(&folders), "en-US", Dialect::PowerShell));
    let count = all.len();
    all.retain(|done| has_command(&done.canon, Dialect::PowerShell, |_| true));
    let language: Language = tree_sitter_powershell::LANGUAGE.into();
    let found = all.par_iter().flat_map(|done| {
        let mut found = faults(done, ".ps1", Some(&language));
        if done.procedure.goals.is_empty() {
            found.push(format!("{}: no plan", done.article.id));
        }
        found
    });
    let found: Vec<String> = found.collect();
    report("lync-2013", count, all.len(), &found);
}

#[test]
fn articles_of_helm_have_runbooks_that_parse() {
    if !requires("shared") {
        return;
    }
    let root = shared().join("corpus/helm-3");
    let mut folders = vec![("en".to_owned(), root.join("versioned_docs/version-3"))];
    for tag in ["es", "fr", "pt", "zh"] {
        let folder = format!("i18n/{tag}/docusaurus-plugin-content-docs/version-3");
        folders.push((tag.to_owned(), root.join(folder)));
    }
    let all = compiled(sampled(by_name(&folders), "en", Dialect::Bash));
    let count = all.len();
    let runs = |done: &&Compiled| {
        let mut steps = done.procedure.tasks.iter().flat_map(procedure::Task::steps);
        steps.any(
            |s| matches!(&s.action, procedure::Action::Command(c) if c.dialect == Dialect::Bash),
        )
    };
    let found = all.par_iter().flat_map(|done| {
        let sure = |class: CodeClass| matches!(class, CodeClass::Transcript(_));
        let mut found = Vec::new();
        if runs(&done) {
            // The grammar of bash does not know all of its arithmetic; bash itself is asked.
            found = faults(done, ".sh", None);
            found.extend(shell_faults(done));
        } else if has_command(&done.canon, Dialect::Bash, sure) {
            found.push(format!("{}: no plan", done.article.id));
        }
        found
    });
    let found: Vec<String> = found.collect();
    report("helm-3", count, all.iter().filter(runs).count(), &found);
}

/// What `bash -n` says of the scripts of an article and shellcheck of one of them, where they are there: but
/// for their texts they are the same.
fn shell_faults(done: &Compiled) -> Vec<String> {
    let artifacts = emit::runbooks(done);
    let scripts = artifacts.iter().filter(|a| a.path.ends_with(".sh"));
    let checks: [&[&str]; 2] = [&["bash", "-n"], &["shellcheck", "-s", "bash", "-"]];
    let mut found = Vec::new();
    for (index, script) in scripts.enumerate() {
        let checks = &checks[..if index == 0 { 2 } else { 1 }];
        for check in checks.iter().filter(|c| requires(c[0])) {
            if let Some(said) = complaint(check, &script.bytes) {
                found.push(format!("{} {}: {said}", script.path, check[0]));
            }
        }
    }
    found
}

/// What a program says of what it is given, if it is not content.
fn complaint(check: &[&str], input: &[u8]) -> Option<String> {
    use std::io::Write as _;
    let mut child = Command::new(check[0])
        .args(&check[1..])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A checker may stop before it has read all.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (!output.status.success()).then(|| String::from_utf8_lossy(&said).into_owned())
}
