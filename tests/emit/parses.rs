//! What the emitted scripts look like to a parser: no error, the same commands in all languages, no
//! sample as a value, nothing but ASCII outside the table of texts.

use std::collections::BTreeSet;

use runbookc::emit::{Artifact, runbooks};
use tree_sitter::{Language, Parser};

use crate::require::{requires, shared};

use super::fixture::{SAMPLE, bash, compiled, plain, powershell};

fn both() -> Vec<Artifact> {
    let mut all = runbooks(&compiled(powershell(&plain)));
    all.extend(runbooks(&compiled(bash(&plain, "/tmp/x"))));
    all
}

fn text(artifact: &Artifact) -> &str {
    std::str::from_utf8(&artifact.bytes).unwrap()
}

fn scripts(extension: &str) -> Vec<Artifact> {
    let mut scripts = both();
    scripts.retain(|a| a.path.ends_with(&format!("/fixture{extension}")));
    assert_eq!(scripts.len(), 6, "{extension}");
    scripts
}

fn assert_parses(artifact: &Artifact, language: Language) {
    let mut parser = Parser::new();
    parser.set_language(&language).unwrap();
    let code = text(artifact);
    let tree = parser.parse(code, None).unwrap();
    let mut wrong = Vec::new();
    let mut open = vec![tree.root_node()];
    while let Some(node) = open.pop() {
        if node.is_error() || node.is_missing() {
            let start = node.start_byte();
            let line = code[..start].lines().count();
            let end = (start + 120).min(code.len());
            let end = (start..=end)
                .rev()
                .find(|i| code.is_char_boundary(*i))
                .unwrap();
            wrong.push(format!("line {line}: {}", &code[start..end]));
        }
        open.extend((0..node.child_count()).filter_map(|i| node.child(i)));
    }
    assert!(
        wrong.is_empty(),
        "{}\n{}",
        artifact.path,
        wrong.join("\n---\n")
    );
}

#[test]
fn every_powershell_script_parses() {
    for script in scripts(".ps1") {
        assert_parses(&script, tree_sitter_powershell::LANGUAGE.into());
    }
}

/// A script without its table of texts.
fn without_texts(code: &str) -> String {
    let (start, end) = match code.contains("$RunbookText = @{") {
        true => ("$RunbookText = @{", "\r\n}\r\n"),
        false => ("declare -A RB_TEXT=(", "\n)\n"),
    };
    let (before, rest) = code.split_once(start).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    format!("{before}{after}")
}

#[test]
fn outside_the_texts_all_locales_are_the_same() {
    for extension in [".ps1", ".sh"] {
        let scripts = scripts(extension);
        let code = |a: &Artifact| {
            let locale = a.path.split('/').next().unwrap();
            without_texts(text(a)).replacen(&format!("'{locale}'"), "'LOCALE'", 1)
        };
        let first = code(&scripts[0]);
        assert!(first.trim_start_matches('\u{feff}').is_ascii());
        assert!(!first.contains(SAMPLE), "a sample is in the code");
        for script in &scripts {
            assert_eq!(code(script), first, "{}", script.path);
        }
    }
}

#[test]
fn powershell_has_its_mark_and_line_ends() {
    for script in scripts(".ps1") {
        let code = text(&script);
        assert!(code.starts_with("\u{feff}<#\r\n"));
        assert!(!code.replace("\r\n", "").contains(['\r', '\n']));
    }
    for script in scripts(".sh") {
        let code = text(&script);
        assert!(code.starts_with("#!/usr/bin/env bash\n") && !code.contains('\r'));
    }
}

#[test]
fn what_reads_text_as_code_is_not_used() {
    for script in scripts(".ps1") {
        let code = text(&script).to_lowercase();
        for word in [
            "invoke-expression",
            " iex ",
            " -f ",
            "scriptblock]::create",
            "@\"",
            "@'",
        ] {
            assert!(!code.contains(word), "{word}");
        }
    }
    for script in scripts(".sh") {
        let code = text(&script);
        for word in ["eval ", "$\"", "<<E", "source ", "bash -c"] {
            assert!(!code.contains(word), "{word}");
        }
    }
}

#[test]
fn no_template_switches_its_escape_off() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("compiler/templates");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let template = std::fs::read_to_string(&path).unwrap();
        let squeezed: String = template.split_whitespace().collect();
        assert!(!squeezed.contains("|safe"), "{}", path.display());
    }
}

#[test]
fn the_same_bytes_every_time() {
    let bytes = |a: &Artifact| (a.path.clone(), a.bytes.clone());
    let first: Vec<_> = both().iter().map(bytes).collect();
    let second: Vec<_> = both().iter().map(bytes).collect();
    assert_eq!(first, second);
}

#[test]
fn what_cannot_be_run_is_withheld_and_named() {
    let procedure = powershell(&plain);
    let withheld = runbookc::emit::withheld(&procedure);
    assert_eq!(withheld.len(), 1);
    assert_eq!(withheld[0].step, "a00000000008");
    let all = runbooks(&compiled(procedure));
    for artifact in &all {
        if artifact.path.ends_with(".ps1") || artifact.path.ends_with(".md") {
            assert!(!text(artifact).contains("'open"), "{}", artifact.path);
        }
    }
    let manifest = all.iter().find(|a| a.path == "manifest.json").unwrap();
    assert!(text(manifest).contains("\"reason\": \"incomplete\""));
}

/// Real articles: every script parses, and the commands are the same in every locale.
#[test]
fn scripts_of_the_seeds_parse() {
    if !requires("shared") {
        return;
    }
    let out = tempfile::TempDir::new().unwrap();
    let build = std::process::Command::new(env!("CARGO_BIN_EXE_runbookc"))
        .args(["build", "--quiet"])
        .arg(shared().join("seeds"))
        .arg("--out")
        .arg(out.path())
        .output()
        .unwrap();
    assert!(
        build.status.success(),
        "{}",
        String::from_utf8_lossy(&build.stderr)
    );
    let mut bodies = BTreeSet::new();
    let mut found = 0;
    for article in std::fs::read_dir(out.path().join("runbooks")).unwrap() {
        let generated = article.unwrap().path().join("generated");
        for locale in std::fs::read_dir(generated).unwrap() {
            let locale = locale.unwrap().path();
            if !locale.is_dir() {
                continue;
            }
            for file in std::fs::read_dir(&locale).unwrap() {
                let path = file.unwrap().path();
                let is_ascii = path.to_string_lossy().ends_with(".ascii.ps1");
                if is_ascii || path.extension().is_none_or(|e| e != "ps1") {
                    continue;
                }
                let script = Artifact {
                    path: path.display().to_string(),
                    bytes: std::fs::read(&path).unwrap(),
                };
                assert_parses(&script, tree_sitter_powershell::LANGUAGE.into());
                let tag = locale.file_name().unwrap().to_str().unwrap().to_owned();
                let body =
                    without_texts(text(&script)).replacen(&format!("'{tag}'"), "'LOCALE'", 1);
                assert!(body.trim_start_matches('\u{feff}').is_ascii());
                for sample in ["litwareinc", "EA5A3324"] {
                    assert!(!body.contains(sample), "a sample is in the code: {sample}");
                }
                bodies.insert(body);
                found += 1;
            }
        }
    }
    assert!(
        found >= 5 && bodies.len() == 1,
        "{found} scripts, {} bodies",
        bodies.len()
    );
}
