//! JSON Schema, as far as the schemas of this project use it.
//!
//! The validators that there are bring forty crates and change the features of some that the program
//! itself is built with, so that each test would build it anew. A keyword that is not known here
//! fails the test, so nothing is passed over.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A published schema.
pub(crate) fn published(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("book/src")
        .join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What in `value` the schema does not allow.
pub(crate) fn violations(value: &Value, schema: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    Validator { root: schema }.check(value, schema, "", &mut wrong);
    wrong
}

/// Keywords that say nothing about what is allowed.
const NOTES: &[&str] = &[
    "$schema",
    "$id",
    "title",
    "description",
    "default",
    "examples",
    "definitions",
];

struct Validator<'a> {
    root: &'a Value,
}

impl Validator<'_> {
    fn check(&self, value: &Value, schema: &Value, at: &str, wrong: &mut Vec<String>) {
        for (keyword, wanted) in schema.as_object().into_iter().flatten() {
            match keyword.as_str() {
                "$ref" => {
                    let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                    let schema = self.root.pointer(pointer).expect("a definition");
                    self.check(value, schema, at, wrong);
                }
                "oneOf" | "anyOf" => self.check_choices(value, wanted, at, wrong),
                "properties" => self.check_properties(value, schema, at, wrong),
                // Looked at with the properties.
                "additionalProperties" if schema["properties"].is_null() => {
                    self.check_properties(value, schema, at, wrong);
                }
                "additionalProperties" => {}
                "items" => {
                    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(item, wanted, &format!("{at}[{i}]"), wrong);
                    }
                }
                keyword if NOTES.contains(&keyword) => {}
                keyword if !holds(keyword, value, wanted) => {
                    wrong.push(format!("{at}: {value} is not {keyword} {wanted}"));
                }
                _ => {}
            }
        }
    }

    fn check_choices(&self, value: &Value, choices: &Value, at: &str, wrong: &mut Vec<String>) {
        let fits = |schema: &&Value| {
            let mut wrong = Vec::new();
            self.check(value, schema, at, &mut wrong);
            wrong.is_empty()
        };
        if choices.as_array().unwrap().iter().find(fits).is_none() {
            wrong.push(format!("{at}: {value} fits no choice"));
        }
    }

    fn check_properties(&self, value: &Value, schema: &Value, at: &str, wrong: &mut Vec<String>) {
        for (key, value) in value.as_object().into_iter().flatten() {
            let at = format!("{at}.{key}");
            match (&schema["properties"][key], &schema["additionalProperties"]) {
                (Value::Null, Value::Bool(false)) => wrong.push(format!("{at}: not in the schema")),
                (Value::Null, other) => self.check(value, other, &at, wrong),
                (known, _) => self.check(value, known, &at, wrong),
            }
        }
    }
}

/// Whether a value is as a keyword of one value wants it.
fn holds(keyword: &str, value: &Value, wanted: &Value) -> bool {
    let items = || value.as_array().map_or(&[][..], Vec::as_slice);
    let number = |value: &Value| value.as_f64();
    match keyword {
        "type" if wanted.is_array() => {
            let mut choices = wanted.as_array().unwrap().iter();
            choices.any(|wanted| holds("type", value, wanted))
        }
        "type" => match wanted.as_str() {
            Some("null") => value.is_null(),
            Some("object") => value.is_object(),
            Some("array") => value.is_array(),
            Some("string") => value.is_string(),
            Some("integer") => value.is_i64() || value.is_u64(),
            Some("number") => value.is_number(),
            Some("boolean") => value.is_boolean(),
            _ => panic!("{wanted} is no type that is known here"),
        },
        "enum" => wanted.as_array().unwrap().contains(value),
        "required" => {
            let mut keys = wanted.as_array().unwrap().iter();
            !value.is_object() || keys.all(|k| value.get(k.as_str().unwrap()).is_some())
        }
        "minimum" => number(value).is_none_or(|n| n >= number(wanted).unwrap()),
        "maximum" => number(value).is_none_or(|n| n <= number(wanted).unwrap()),
        "minItems" => !value.is_array() || items().len() as f64 >= number(wanted).unwrap(),
        "uniqueItems" => (1..items().len()).all(|i| !items()[..i].contains(&items()[i])),
        "pattern" => match (wanted.as_str().unwrap(), value.as_str().unwrap()) {
            // A language and a region.
            (pattern, text) if pattern.starts_with("^[a-zA-Z]{2}|") => {
                text.chars()
                    .take(2)
                    .filter(char::is_ascii_alphabetic)
                    .count()
                    == 2
            }
            (pattern, _) => panic!("{pattern} is not known here"),
        },
        "format" => value.as_str().is_none_or(|uri| {
            uri.bytes()
                .all(|b| b.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&b))
        }),
        keyword => panic!("{keyword} is not known here"),
    }
}

#[test]
fn what_a_schema_does_not_allow_is_named() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": {"a": {"$ref": "#/definitions/n"}, "b": {"type": "array", "uniqueItems": true}},
        "definitions": {"n": {"type": "integer", "minimum": 1}},
    });
    let count = |value: Value| violations(&value, &schema).len();
    assert_eq!(count(serde_json::json!({"a": 1, "b": [1, 2]})), 0);
    assert_eq!(count(serde_json::json!({"a": 0})), 1);
    assert_eq!(count(serde_json::json!({"b": [1, 1], "c": 0})), 3);
}

#[test]
fn what_is_built_fits_the_published_schemas() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for runbook in fs::read_dir(root.join("runbooks")).unwrap() {
        let generated = runbook.unwrap().path().join("generated");
        for name in ["procedure", "manifest"] {
            let path = generated.join(format!("{name}.json"));
            let text = fs::read_to_string(&path).unwrap();
            fits(&text, &format!("{name}.schema.json"), &path);
        }
    }
}

#[test]
fn every_plan_of_the_cases_fits_the_published_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests/procedure", "tests/conformance/articles", "locales"] {
        for case in fs::read_dir(root.join(folder)).unwrap() {
            let path = case.unwrap().path();
            if !path.is_dir() {
                continue;
            }
            let plan = Command::new(env!("CARGO_BIN_EXE_runbookc"))
                .args(["plan", "--quiet", "--format", "json"])
                .arg(&path)
                .output()
                .unwrap();
            fits(
                &String::from_utf8_lossy(&plan.stdout),
                "procedure.schema.json",
                &path,
            );
        }
    }
}

fn fits(text: &str, schema: &str, path: &Path) {
    let value: Value = serde_json::from_str(text).unwrap();
    assert_eq!(
        violations(&value, &published(schema)),
        Vec::<String>::new(),
        "{}",
        path.display()
    );
}
