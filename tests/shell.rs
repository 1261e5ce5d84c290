//! Cases on disk for `shell`: `tests/shell/*.txt`. A case is a line `=== <info> => <expectation>`
//! followed by the code up to the next such line. The expectation is the class, and for commands
//! the worst risk, the scope and whether all of it parses.

use std::path::Path;

use runbookc::shell::{self, CodeClass, Dialect, FileFormat};

fn describe(code: &str, info: &str) -> String {
    let command = |dialect: Dialect, code: &str| {
        let parsed = shell::parse(dialect, code);
        let risk = shell::risk(dialect, &parsed.script, code);
        let scope = shell::scope(dialect, &parsed.script);
        let clean = if parsed.clean { "" } else { " errors" };
        format!("{} {risk:?} {scope:?}{clean}", name(dialect)).to_lowercase()
    };
    match shell::classify(code, info) {
        CodeClass::Command(dialect) => command(dialect, code),
        CodeClass::SyntaxSummary => format!("syntax {}", shell::placeholders(code).len()),
        CodeClass::Output => "output".to_owned(),
        CodeClass::Transcript(dialect) => {
            let exchanges = shell::transcript::exchanges(dialect, code);
            let all = exchanges.iter().map(|e| {
                let lines = e.output.lines().count();
                format!("[{}] {lines}", e.command.replace('\n', "/"))
            });
            format!(
                "transcript {} {}",
                name(dialect),
                all.collect::<Vec<_>>().join(" ")
            )
        }
        CodeClass::FileContent(format) => match format {
            FileFormat::Xml => "xml",
            FileFormat::Json => "json",
            FileFormat::Yaml => "yaml",
            FileFormat::Text => "conf",
        }
        .to_owned(),
        CodeClass::Other => "other".to_owned(),
    }
}

fn name(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::PowerShell => "powershell",
        Dialect::Bash => "bash",
    }
}

#[test]
fn code_blocks_are_what_the_cases_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shell");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for case in text.split("\n=== ").skip(1) {
            let (head, code) = case.split_once('\n').unwrap_or((case, ""));
            let (info, expected) = head.split_once("=> ").expect("a case has an expectation");
            let actual = describe(code, info.trim());
            count += 1;
            if actual != expected.trim() {
                wrong.push(format!(
                    "=== {info}=> {actual}\n{code}\n    the case says: {expected}"
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} cases differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn commands_with_characters_that_mislead_are_refused() {
    for c in
        "\u{202e}\u{200b}\u{1b}\u{7}\u{85}\u{a0}\u{2013}\u{2014}\u{2015}\u{feff}\u{2066}".chars()
    {
        let code = format!("Get-Item{c}-Path x");
        assert_eq!(
            shell::refuse::refused(&code),
            Some((8, c)),
            "U+{:04X}",
            c as u32
        );
    }
    assert_eq!(shell::refuse::refused("Get-Item -Path 'é 中'\r\n\tx"), None);
}

#[test]
fn words_know_their_bytes_and_constants() {
    let code = r#"Set-Thing -Name "a b" -List one, 'two' -On $True -Size:5 $x C:\y.exe"#;
    let parsed = shell::parse(Dialect::PowerShell, code);
    let invocation = parsed.script.invocations().next().unwrap();
    let found: Vec<String> = (invocation.arguments.iter())
        .map(|a| {
            let value = a.value.as_ref().unwrap();
            format!(
                "{}={}@{}",
                a.name().unwrap_or("-"),
                a.constant().unwrap_or("?"),
                &code[value.range.clone()]
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "Name=a b@\"a b\"",
            "List=one,two@one, 'two'",
            "On=$True@$True",
            "Size=5@5",
            "-=?@$x",
            r"-=C:\y.exe@C:\y.exe",
        ]
    );
    let code = "openssl req -subj '/CN=a b' --days=9 \"$OUT\" f\\ g > log";
    let parsed = shell::parse(Dialect::Bash, code);
    let invocation = parsed.script.invocations().next().unwrap();
    let found: Vec<String> = (invocation.arguments.iter())
        .map(|a| {
            format!(
                "{}={}",
                a.name().unwrap_or("-"),
                a.constant().unwrap_or("?")
            )
        })
        .collect();
    assert_eq!(
        found,
        ["-=req", "subj=?", "-=/CN=a b", "days=9", "-=?", "-=f g"]
    );
}
