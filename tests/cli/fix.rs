//! `fix`: what it writes, what it shows, and what it leaves alone.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use super::{runbookc, stderr};

const GOOD: &str = r"C:\Program Files\Contoso\Agent\agent.config";
const BAD: &str = r"C:\Fichiers de programme\Contoso\Agent\agent.config";

/// One article in three locales, damaged in French; that file has a byte order mark and CRLF.
fn tree() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (locale, text) in [
        ("en", english(GOOD)),
        ("fr", french(BAD)),
        ("es", spanish(GOOD)),
    ] {
        fs::create_dir(folder.path().join(locale)).unwrap();
        fs::write(folder.path().join(locale).join("agent.md"), text).unwrap();
    }
    folder
}

fn english(path: &str) -> String {
    format!("# Restart the agent\n\nOpen the file `{path}` and look at it.\n\nThen close it.\n")
}

fn french(path: &str) -> String {
    let text =
        format!("# Redémarrer l’agent\n\nOuvrez le fichier {path} et regardez-le.\n\nFermez-le.\n");
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}

fn spanish(path: &str) -> String {
    format!("# Reiniciar el agente\n\nAbra el archivo `{path}` y mírelo.\n\nDespués ciérrelo.\n")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    runbookc(folder).args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The path as Markdown text has it.
fn escaped() -> String {
    GOOD.replace('\\', r"\\")
}

#[test]
fn it_mends_the_translation_and_nothing_else() {
    let tree = tree();
    let file = tree.path().join("fr/agent.md");
    let output = run(tree.path(), &["fix"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let said = stderr(&output);
    assert!(said.contains("1 finding fixed · 1 file written"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), french(&escaped()));
    let read = |locale: &str| fs::read_to_string(tree.path().join(locale).join("agent.md"));
    assert_eq!(read("en").unwrap(), english(GOOD));
    assert_eq!(read("es").unwrap(), spanish(GOOD));
    assert_eq!(run(tree.path(), &["check"]).status.code(), Some(0));
    let written = fs::metadata(&file).unwrap().modified().unwrap();
    let again = run(tree.path(), &["fix"]);
    assert!(
        !stderr(&again).contains("fixed"),
        "twice is once: {}",
        stderr(&again)
    );
    assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), written);
    let left: Vec<_> = fs::read_dir(file.parent().unwrap()).unwrap().collect();
    assert_eq!(left.len(), 1, "no temporary file is left");
}

#[test]
fn a_diff_shows_what_it_would_write() {
    let tree = tree();
    let output = run(tree.path(), &["fix", "--diff"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines = [
        "--- fr/agent.md\n".to_owned(),
        "+++ fr/agent.md\n".to_owned(),
        "@@ -1,5 +1,5 @@\n".to_owned(),
        " \u{feff}# Redémarrer l’agent\r\n".to_owned(),
        " \r\n".to_owned(),
        format!("-Ouvrez le fichier {BAD} et regardez-le.\r\n"),
        format!("+Ouvrez le fichier {} et regardez-le.\r\n", escaped()),
        " \r\n".to_owned(),
        " Fermez-le.\r\n".to_owned(),
    ];
    assert_eq!(stdout(&output), lines.concat());
    assert!(stderr(&output).contains("1 finding would be fixed · 1 file would change"));
    let text = fs::read_to_string(tree.path().join("fr/agent.md")).unwrap();
    assert_eq!(text, french(BAD), "nothing is written");
    let coloured = run(tree.path(), &["fix", "--diff", "--color", "always"]);
    assert!(coloured.stdout.contains(&0x1b));
}

#[test]
fn a_dry_run_names_what_it_would_mend() {
    let tree = tree();
    let output = run(tree.path(), &["fix", "--dry-run"]);
    assert_eq!(output.status.code(), Some(0));
    let said = stdout(&output);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(
        said.starts_with("fr/agent.md:3:19: LIT001 path-altered: "),
        "{said}"
    );
    let text = fs::read_to_string(tree.path().join("fr/agent.md")).unwrap();
    assert_eq!(text, french(BAD), "nothing is written");
}

#[test]
fn only_what_is_asked_for_is_mended() {
    for arguments in [
        ["fix", "--ignore", "LIT001"],
        ["fix", "--ignore", "lit"],
        ["fix", "--select", "command-altered,COD"],
        ["fix", "--report-locales", "es"],
    ] {
        let tree = tree();
        let output = run(tree.path(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let text = fs::read_to_string(tree.path().join("fr/agent.md")).unwrap();
        assert_eq!(text, french(BAD), "{arguments:?}");
    }
    let tree = tree();
    let unknown = run(tree.path(), &["fix", "--select", "path-altred"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("did you mean `path-altered`?"));
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_are_not_written_through() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let tree = tree();
    let file = tree.path().join("fr/agent.md");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(run(tree.path(), &["fix"]).status.code(), Some(0));
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);

    let target = tree.path().join("fr.md");
    fs::write(&target, french(BAD)).unwrap();
    fs::remove_file(&file).unwrap();
    symlink("../fr.md", &file).unwrap();
    let output = run(tree.path(), &["fix", "en", "fr", "es"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("link"), "{said}");
    assert_eq!(fs::read_to_string(&target).unwrap(), french(BAD));

    fs::remove_file(&file).unwrap();
    fs::write(&file, french(BAD)).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
    let output = run(tree.path(), &["fix", "en", "fr", "es"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&file).unwrap(), french(BAD));
}

#[test]
fn what_may_be_either_of_two_commands_is_left_to_a_person() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/command-altered/two-verbs");
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir(case).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let sources = ["--articles", "{locale}.md", "--source", "en-US"];
    let output = run(folder.path(), &[&["fix", "--diff"][..], &sources].concat());
    let said = stderr(&output);
    assert!(said.contains("1 of them needs --unsafe-fixes"), "{said}");
    assert_eq!(stdout(&output), "");
}
