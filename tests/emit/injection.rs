//! Thousands of hostile texts, each in every place that a text can stand in: the tokens of the
//! scripts stay the same, what is read of them is what was said, and nothing of it runs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Stdio};

use runbookc::document::LiteralKind;
use runbookc::emit::runbooks;
use runbookc::procedure::*;
use runbookc::shell::Dialect;
use tempfile::TempDir;

use super::attacks;
use super::fixture::{Maker, compiled, item, locale, plain};
use super::tokens;

/// Stands for a text, so that the places of texts can be found.
const MARK: &str = "XMARKX";

/// How many texts one procedure takes.
const BATCH: usize = 200;

/// A text in one language, with a literal that was put right: what stood there is the text too.
fn text(words: &str) -> Text {
    let literal = Piece::Literal {
        kind: LiteralKind::FileName,
        value: "site.conf".to_owned(),
        corrected: Some(words.to_owned()),
    };
    let pieces = vec![Piece::Words(words.to_owned()), literal];
    Text {
        wordings: BTreeMap::from([(locale("pt-BR"), pieces)]),
    }
}

/// A procedure in which each of `texts` stands in every place of its own task and goal.
fn wide(dialect: Dialect, texts: &[String]) -> Procedure {
    let maker = Maker {
        say: &plain,
        dialect,
    };
    let guard = |words: &str| {
        Some(Guard {
            text: text(words),
            effect: GuardEffect::OnlyIf,
        })
    };
    let mut procedure = super::fixture::procedure(&maker, "Wide", Vec::new(), Vec::new());
    procedure.locales = vec![locale("pt-BR")];
    procedure.title = text(&texts[0]);
    for (i, words) in texts.iter().enumerate() {
        let step = |n: usize, kind: StepKind, action: Action| Step {
            text: text(words),
            explanation: text(words),
            guard: guard(words),
            role: Some(format!("r{i}")),
            ..maker.step(&format!("{i:011x}{n}"), kind, action)
        };
        let mut run = step(1, StepKind::Run, maker.command(&["true"], Quoting::Bare));
        run.expect = Some(Expectation {
            output: "done".to_owned(),
            text: text(words),
            ..Expectation::default()
        });
        let arm = |n: usize, steps: Vec<Step>| Arm {
            id: format!("a{n}"),
            title: text(words),
            steps,
        };
        let check = step(2, StepKind::Check, Action::None);
        let choice = Choice {
            id: format!("c{i}"),
            question: text(words),
            arity: Arity::Any,
            arms: vec![arm(1, vec![check]), arm(2, Vec::new())],
        };
        let items = vec![item(run), Item::Choice(choice)];
        let id = format!("t{i}");
        let mut task = maker.task(&id, TaskKind::Apply, items);
        task.title = text(words);
        task.guard = guard(words);
        procedure.tasks.push(task);
        let mut goal = maker.goal(&format!("g{i}"), &[&id]);
        goal.title = text(words);
        procedure.goals.push(goal);
        procedure.parameters.push(Parameter {
            id: format!("p{i}"),
            sample: words.clone(),
            description: text(words),
            ..Parameter::default()
        });
        procedure.roles.push(Role {
            id: format!("r{i}"),
            name: words.clone(),
        });
        procedure.sessions.push(Session {
            id: format!("s{i}"),
            name: words.clone(),
            dialect,
            evidence: Vec::new(),
        });
    }
    let all: Vec<String> = (0..texts.len()).map(|i| format!("t{i}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    procedure.goals.insert(0, maker.goal("main", &all));
    procedure
}

/// The scripts of a procedure by their endings.
fn scripts(dialect: Dialect, texts: &[String]) -> BTreeMap<String, String> {
    let artifacts = runbooks(&compiled(wide(dialect, texts)));
    let script = |a: runbookc::emit::Artifact| {
        let ending = a.path.strip_prefix("pt-BR/fixture.")?.to_owned();
        (ending != "md").then(|| (ending, String::from_utf8(a.bytes).unwrap()))
    };
    artifacts.into_iter().filter_map(script).collect()
}

/// The text behind `\uXXXX`, as `[regex]::Unescape` reads it.
fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        units.extend(before.encode_utf16());
        let digits = after.strip_prefix('u').and_then(|a| a.get(..4));
        units.push(u16::from_str_radix(digits.expect("four digits"), 16).unwrap());
        rest = &after[5..];
    }
    units.extend(rest.encode_utf16());
    String::from_utf16(&units).expect("surrogates come in pairs")
}

/// What a place in which `marked` stands must say with another text.
fn expected(marked: &str, said: &str) -> String {
    match marked.contains(MARK) {
        true => attacks::shown(&marked.replace(MARK, said)),
        false => marked.to_owned(),
    }
}

/// The texts of a batch: those of the keys that belong to number `i`.
fn number(key: &str) -> Option<usize> {
    let part = key.split('.').nth(1)?;
    match part.len() {
        12 => usize::from_str_radix(&part[..11], 16).ok(),
        _ => part.get(1..)?.parse().ok(),
    }
}

/// Batches of equal length: what is over goes with texts from the beginning.
fn batches() -> Vec<Vec<String>> {
    let mut texts = attacks::texts();
    let over = texts.len().next_multiple_of(BATCH) - texts.len();
    texts.extend_from_within(..over);
    texts.chunks(BATCH).map(<[String]>::to_vec).collect()
}

fn marked() -> Vec<String> {
    vec![MARK.to_owned(); BATCH]
}

#[test]
fn no_text_in_any_place_changes_a_token_of_powershell() {
    let plain = scripts(Dialect::PowerShell, &marked());
    assert_eq!(plain.keys().collect::<Vec<_>>(), ["ascii.ps1", "ps1"]);
    let plain: BTreeMap<&String, _> = (plain.iter())
        .map(|(ending, code)| (ending, tokens::powershell_scan(code)))
        .collect();
    for texts in batches() {
        for (ending, code) in scripts(Dialect::PowerShell, &texts) {
            let found = tokens::powershell_scan(&code);
            let plain = &plain[&ending];
            assert!(
                found.tokens == plain.tokens,
                "{ending}: {:.99}",
                texts[1].escape_debug()
            );
            let is_ascii = ending == "ascii.ps1";
            assert!(!is_ascii || code.is_ascii());
            let read = |text: &str| match is_ascii {
                true => unescaped(text),
                false => text.to_owned(),
            };
            let mut key = "";
            let mut places = 0;
            for (found, marked) in found.strings.iter().zip(&plain.strings) {
                if marked.contains(MARK) {
                    let said = &texts[number(key).unwrap_or(0)];
                    assert_eq!(read(found), expected(&read(marked), said), "{ending} {key}");
                    places += 1;
                } else {
                    assert_eq!(found, marked, "{ending}");
                }
                key = marked;
            }
            assert!(places > 15 * BATCH, "{places}");
        }
    }
}

/// The table of texts of a bash script as bash itself reads it.
fn read_by_bash(script: &str, folder: &TempDir) -> BTreeMap<String, String> {
    let start = script.find("declare -A RB_TEXT=(").unwrap();
    let end = start + script[start..].find("\n)\n").unwrap() + 3;
    let print =
        "for k in \"${!RB_TEXT[@]}\"; do printf '%s\\0%s\\0' \"$k\" \"${RB_TEXT[$k]}\"; done";
    let path = folder.path().join("table.sh");
    fs::write(&path, format!("{}{print}\n", &script[start..end])).unwrap();
    let output = Command::new("bash")
        .arg(path)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    let printed = String::from_utf8(output.stdout).unwrap();
    let fields: Vec<&str> = printed.split_terminator('\0').collect();
    let pairs = fields.chunks(2).map(|p| (p[0].to_owned(), p[1].to_owned()));
    pairs.collect()
}

#[test]
fn no_text_in_any_place_changes_a_token_of_bash_or_runs() {
    let folder = TempDir::new().unwrap();
    let plain = &scripts(Dialect::Bash, &marked())["sh"];
    let tokens = tokens::bash(plain);
    let places = read_by_bash(plain, &folder);
    let before: BTreeSet<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    for texts in batches() {
        let script = &scripts(Dialect::Bash, &texts)["sh"];
        assert!(
            tokens::bash(script) == tokens,
            "{:.99}",
            texts[1].escape_debug()
        );
        let table = read_by_bash(script, &folder);
        assert!(table.keys().eq(places.keys()));
        for (key, marked) in &places {
            let said = &texts[number(key).unwrap_or(0)];
            assert_eq!(table[key], expected(marked, said), "{key}");
        }
        fs::write(folder.path().join("table.sh"), script).unwrap();
        let output = Command::new("bash")
            .args(["table.sh", "--list"])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(!shown.contains(|c: char| c.is_control() && c != '\n'));
        let after: BTreeSet<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        assert_eq!(after, before, "something was made");
    }
}

/// What is ASCII is the same text in every code page that Windows might take it for.
#[test]
fn the_ascii_script_has_the_same_tokens_in_every_code_page() {
    use encoding_rs::{BIG5, EUC_KR, GBK, SHIFT_JIS, UTF_8, WINDOWS_1252};
    for code in [
        scripts(Dialect::PowerShell, &batches()[0])
            .remove("ascii.ps1")
            .unwrap(),
        scripts(Dialect::PowerShell, &marked())
            .remove("ascii.ps1")
            .unwrap(),
    ] {
        let tokens = tokens::powershell(&code);
        for encoding in [UTF_8, WINDOWS_1252, SHIFT_JIS, GBK, EUC_KR, BIG5] {
            let (read, _, damaged) = encoding.decode(code.as_bytes());
            assert!(
                !damaged && tokens::powershell(&read) == tokens,
                "{}",
                encoding.name()
            );
        }
        let latin = encoding_rs::mem::decode_latin1(code.as_bytes());
        assert!(tokens::powershell(&latin) == tokens);
        assert!(!code.replace("\r\n", "").contains(['\r', '\n']) && code.starts_with("<#"));
    }
}
