//! Localized text is data: whatever it says, the tokens of a script stay the same, and nothing of
//! it is executed.

use std::fs;
use std::process::{Command, Stdio};

use runbookc::emit::{Artifact, runbooks};
use runbookc::procedure::Procedure;
use tempfile::TempDir;

use super::attacks;
use super::fixture::{Say, bash, compiled, powershell};
use super::tokens;

fn emit(mut procedure: Procedure, path: &str) -> String {
    procedure
        .locales
        .retain(|l| path.starts_with(&l.to_string()));
    let all = runbooks(&compiled(procedure));
    let found = |a: &Artifact| a.path == path;
    let artifact = all.into_iter().find(found).unwrap();
    String::from_utf8(artifact.bytes).unwrap()
}

/// Puts a hostile text into every message, another one into each.
fn scattered(texts: &[String], offset: usize) -> impl Fn(&str, &str) -> String {
    move |words, _| {
        let hash = words
            .bytes()
            .fold(offset, |h, b| h.wrapping_mul(31) + usize::from(b));
        texts[hash % texts.len()].clone()
    }
}

fn skeletons(say: Say<'_>) -> (Vec<tokens::Token>, Vec<tokens::Token>) {
    let ps1 = emit(powershell(say), "pt-BR/fixture.ps1");
    let sh = emit(bash(say, "/tmp/x"), "pt-BR/fixture.sh");
    (tokens::powershell(&ps1), tokens::bash(&sh))
}

#[test]
fn no_text_changes_the_tokens() {
    let (ps1, sh) = skeletons(&|_, _| "x".to_owned());
    let texts = attacks::few();
    for offset in 0..40 {
        let (a, b) = skeletons(&scattered(&texts, offset));
        assert!(a == ps1 && b == sh, "scattered {offset}");
    }
}

#[test]
fn every_hostile_text_stays_a_text_when_bash_runs() {
    let texts = attacks::few();
    for offset in [3, 5, 11] {
        let dir = TempDir::new().unwrap();
        let say = scattered(&texts, offset);
        fs::create_dir(dir.path().join("root")).unwrap();
        let root = dir.path().join("root");
        let script = emit(bash(&say, root.to_str().unwrap()), "pt-BR/fixture.sh");
        fs::write(dir.path().join("x.sh"), script).unwrap();
        for arguments in [
            &["--list"][..],
            &["--help"],
            &["--goal", "more", "--dry-run"],
            &["--goal", "main", "--yes", "--host-name", "a.b"],
        ] {
            let output = Command::new("bash")
                .arg("x.sh")
                .args(arguments)
                .current_dir(dir.path())
                .env("RUNBOOK_LOCKS", dir.path())
                .stdin(Stdio::null())
                .output()
                .unwrap();
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            let shown = String::from_utf8(output.stdout).unwrap();
            assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\0', '\u{7}']));
        }
        assert!(!dir.path().join("canary").exists() && !root.join("canary").exists());
    }
}

/// What bash prints for a text is the text, less what is documented to be stripped.
#[test]
fn what_bash_shows_is_what_was_said() {
    let texts = [
        "it's $HOME `x` \"y\" \\ %s ! * ~ {a,b} #",
        "\u{2018}q\u{2019} 中文 «é»",
        "a\\",
    ];
    for text in texts {
        let say = |_: &str, _: &str| text.to_owned();
        let dir = TempDir::new().unwrap();
        fs::write(
            dir.path().join("x.sh"),
            emit(bash(&say, "/tmp/x"), "pt-BR/fixture.sh"),
        )
        .unwrap();
        let output = Command::new("bash")
            .arg(dir.path().join("x.sh"))
            .arg("--list")
            .output();
        let shown = String::from_utf8(output.unwrap().stdout).unwrap();
        assert!(shown.starts_with(&format!("{text}site.conf\n")), "{shown}");
    }
}

#[test]
fn a_hostile_text_opens_no_markup_in_markdown() {
    use pulldown_cmark::{Event, Parser, Tag};
    let text = "[x](http://evil) <b>y</b> `z` # h | {{#include /etc/passwd}} ![i](j) &lt; \u{202e}";
    let say = |_: &str, _: &str| text.to_owned();
    let page = emit(powershell(&say), "pt-BR/fixture.md");
    for event in Parser::new(&page) {
        let wrong = matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
        );
        assert!(!wrong, "{event:?}");
    }
    assert!(!page.contains("{{#include") && !page.contains('\u{202e}'));
}
