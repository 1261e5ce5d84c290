//! Colour, language, quiet, pipes and help.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{run_into_closed_pipe, runbookc, stderr};

/// A tree with one article, damaged in French, and a file that is left out.
fn tree() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let path = r"`C:\Program Files\Contoso\Agent\agent.config`";
    let damaged = r"C:\Fichiers de programme\Contoso\Agent\agent.config";
    write(
        "en/agent.md",
        &format!("# Restart the agent\n\nOpen the file {path} and look at it.\n"),
    );
    write(
        "fr/agent.md",
        &format!("# Redémarrer l’agent\n\nOuvrez le fichier {damaged} et regardez-le.\n"),
    );
    write(
        "es/agent.md",
        &format!("# Reiniciar el agente\n\nAbra el archivo {path} y mírelo.\n"),
    );
    write("es/empty.md", "");
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> std::process::Output {
    runbookc(folder)
        .arg("check")
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn colour_is_where_it_is_asked_for() {
    let tree = tree();
    let is_coloured = |output: &std::process::Output| output.stdout.contains(&0x1b);
    assert!(
        !is_coloured(&check(tree.path(), &[])),
        "a pipe is no terminal"
    );
    assert!(is_coloured(&check(tree.path(), &["--color", "always"])));
    assert!(!is_coloured(&check(tree.path(), &["--color", "never"])));
    let forced = runbookc(tree.path())
        .arg("check")
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    assert!(is_coloured(&forced));
    let mut both = runbookc(tree.path());
    let both = both
        .arg("check")
        .env("CLICOLOR_FORCE", "1")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(!is_coloured(&both), "NO_COLOR wins");
    assert!(!stderr(&both).contains('\u{1b}'));
}

#[test]
fn quiet_prints_results_only() {
    let tree = tree();
    let output = check(tree.path(), &["--quiet", "--format", "concise"]);
    let said = stderr(&output);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("empty.md"), "an error is never quiet: {said}");
    assert!(!output.stdout.is_empty());
    assert_eq!(output.status.code(), Some(1));
    let failed = runbookc(tree.path())
        .args(["check", "-q", "nowhere"])
        .output()
        .unwrap();
    assert!(
        stderr(&failed).contains("nowhere"),
        "an error is never quiet"
    );
}

#[test]
fn fail_on_decides_the_exit_code() {
    let tree = tree();
    for (fail_on, code) in [("error", 1), ("warning", 1), ("info", 1), ("never", 0)] {
        let output = check(tree.path(), &["--fail-on", fail_on]);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{fail_on}: {}",
            stderr(&output)
        );
    }
    let unread = check(tree.path(), &["--report-locales", "es"]);
    assert_eq!(unread.status.code(), Some(1), "a file cannot be read");
    fs::remove_file(tree.path().join("es/empty.md")).unwrap();
    let spared = check(tree.path(), &["--report-locales", "es"]);
    assert_eq!(
        spared.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&spared.stdout)
    );
    fs::write(
        tree.path().join("runbookc.toml"),
        "[check]\nfail-on = \"never\"\n",
    )
    .unwrap();
    assert_eq!(check(tree.path(), &[]).status.code(), Some(0));
    assert_eq!(
        check(tree.path(), &["--fail-on", "error"]).status.code(),
        Some(1)
    );
}

#[test]
fn a_rule_can_be_turned_off() {
    let tree = tree();
    fs::write(
        tree.path().join("runbookc.toml"),
        "[rules]\npath-altered = \"off\"\n",
    )
    .unwrap();
    let output = check(tree.path(), &["--format", "concise"]);
    assert!(!String::from_utf8_lossy(&output.stdout).contains("LIT001"));
}

#[test]
fn it_speaks_the_language_asked_for() {
    let tree = tree();
    let said = |language: &str| {
        let output = check(tree.path(), &["--lang", language]);
        stderr(&output).lines().next().unwrap().to_owned()
    };
    for (language, words) in [
        ("en-US", "left out: empty"),
        ("pt-BR", "ignorado"),
        ("pt", "ignorado"),
        ("zh-CN", "已跳过"),
        ("zh", "已跳过"),
        ("es-ES", "omitido"),
        ("zh-TW", "已略過"),
        ("zh-Hant", "已略過"),
        ("fr-FR", "ignoré"),
        ("fr", "ignoré"),
        ("de", "left out: empty"),
    ] {
        assert!(
            said(language).contains(words),
            "{language}: {}",
            said(language)
        );
    }
    let mut command = runbookc(tree.path());
    let from_environment = command
        .arg("check")
        .env("LANG", "pt_BR.UTF-8")
        .output()
        .unwrap();
    assert!(stderr(&from_environment).contains("ignorado"));
    let mut command = runbookc(tree.path());
    command
        .arg("check")
        .env("LANG", "pt_BR.UTF-8")
        .env("LC_ALL", "C");
    assert!(
        stderr(&command.output().unwrap()).contains("left out"),
        "LC_ALL wins over LANG"
    );
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let tree = tree();
    fs::remove_file(tree.path().join("es/empty.md")).unwrap();
    // More output than a pipe holds.
    let line = "Restart the agent and look at the log of the service again and again.\n\n";
    for locale in ["en", "fr", "es"] {
        fs::write(tree.path().join(locale).join("long.md"), line.repeat(2000)).unwrap();
    }
    let mut command = runbookc(tree.path());
    command.args(["align", "--quiet", "--format", "human"]);
    let output = run_into_closed_pipe(command);
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn columns_decides_the_width() {
    let tree = tree();
    for columns in [60, 90, 140] {
        let mut command = runbookc(tree.path());
        command.args(["align", "--locales", "en,fr"]);
        let output = command
            .env("COLUMNS", columns.to_string())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let rule = said.lines().find(|l| l.ends_with('─')).unwrap();
        assert_eq!(rule.chars().count(), columns, "{said}");
    }
}

#[test]
fn threads_change_nothing() {
    let tree = tree();
    let one = check(tree.path(), &["--threads", "1", "--format", "json"]);
    let two = check(tree.path(), &["--threads", "2", "--format", "json"]);
    assert_eq!(one.stdout, two.stdout);
    assert_eq!(one.stderr, two.stderr);
}

#[test]
fn help_has_examples() {
    for verb in ["check", "fix", "align", "plan", "build", "init", "explain"] {
        let output = runbookc(Path::new("."))
            .args([verb, "--help"])
            .output()
            .unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(help.contains("Examples:\n"), "{verb}");
        let short = runbookc(Path::new("."))
            .args([verb, "-h"])
            .output()
            .unwrap();
        assert!(
            short.stdout.len() <= help.len(),
            "{verb}: -h is the short one"
        );
    }
}

#[test]
fn init_writes_what_works_and_overwrites_nothing() {
    let tree = tree();
    let output = runbookc(tree.path()).arg("init").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let path = tree.path().join("runbookc.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("articles = \"{locale}/**/*.md\"\n"), "{text}");
    assert!(text.contains("source = \"en\"\n"), "{text}");
    let checked = check(tree.path(), &["--format", "concise"]);
    assert_eq!(checked.status.code(), Some(1), "{}", stderr(&checked));
    let again = runbookc(tree.path()).arg("init").output().unwrap();
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("is there already"));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn explain_knows_codes_and_names() {
    let explain = |rule: &str| {
        runbookc(Path::new("."))
            .args(["explain", rule])
            .output()
            .unwrap()
    };
    assert_eq!(explain("LIT001").stdout, explain("path-altered").stdout);
    let unknown = explain("path-altred");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("did you mean `path-altered`?"));
}

#[test]
fn no_control_of_a_document_reaches_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let bad = "a\u{1b}[31m\u{202e}\u{9b}1m\u{7f}b\u{200b}";
    for (locale, host) in [("en", "a.example.com"), ("fr", "b.example.com")] {
        let text = format!("# {bad}\n\nRun `ping {host}` {bad}.\n\n```bash\nls {bad}\n```\n");
        fs::create_dir(folder.path().join(locale)).unwrap();
        fs::write(folder.path().join(locale).join(format!("{bad}.md")), text).unwrap();
    }
    let verbs = ["check", "align", "plan"];
    for (verb, format) in verbs.iter().flat_map(|v| [(v, "human"), (v, "json")]) {
        let mut command = runbookc(folder.path());
        let output = command.args([verb, "--format", format]).output().unwrap();
        let said = String::from_utf8(output.stdout.clone()).unwrap() + &stderr(&output);
        let obeyed = |c: char| c != '\n' && c.is_control() || "\u{202e}\u{200b}".contains(c);
        assert!(!said.contains(obeyed), "{verb} {format}: {said:?}");
        if format == "json" {
            let _: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        }
    }
}
