//! The locale of a document: `locales.toml` is the table.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::runbookc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// Where the file lies.
    path: String,
    /// Its front matter.
    #[serde(default)]
    front: String,
    /// Its text.
    text: String,
    /// The locale that is found, none if it is left out.
    locale: Option<String>,
}

fn locale_of(case: &Case) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(&case.path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let front = match case.front.is_empty() {
        true => String::new(),
        false => format!("---\n{}\n---\n", case.front),
    };
    fs::write(path, format!("{front}{}\n", case.text)).unwrap();
    let output = runbookc(folder.path())
        .args(["align", "--format", "json"])
        .output()
        .unwrap();
    let value: Value = serde_json::from_slice(&output.stdout).ok()?;
    let locales = value["articles"][0]["locales"].as_object()?;
    locales.keys().next().cloned()
}

#[test]
fn locales_are_found() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/locales.toml");
    let table: Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for case in &table.case {
        let found = locale_of(case);
        if found != case.locale {
            wrong.push(format!(
                "{} {:?}: {found:?}, not {:?}",
                case.path, case.front, case.locale
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
