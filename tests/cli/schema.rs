//! The published schema of `runbookc.toml` and the configurations that are there.

use std::fs;
use std::path::Path;

use runbookc::workspace::config::Configuration;
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> Value {
    let path = root().join("book/src/runbookc.schema.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What in `value` the schema does not allow, by the few keywords that it uses.
fn violations(value: &Value, schema: &Value, at: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Some(choices) = schema["oneOf"].as_array() {
        let fits = choices.iter().any(|c| violations(value, c, at).is_empty());
        return if fits {
            wrong
        } else {
            vec![format!("{at}: fits no choice")]
        };
    }
    let is_type = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        _ => true,
    };
    if !is_type {
        wrong.push(format!("{at}: not {}", schema["type"]));
    }
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.contains(value)
    {
        wrong.push(format!("{at}: {value} is none of {allowed:?}"));
    }
    for (key, value) in value.as_object().into_iter().flatten() {
        let at = format!("{at}.{key}");
        match (&schema["properties"][key], &schema["additionalProperties"]) {
            (Value::Null, Value::Object(other)) => {
                wrong.extend(violations(value, &Value::Object(other.clone()), &at));
            }
            (Value::Null, _) => wrong.push(format!("{at}: not in the schema")),
            (known, _) => wrong.extend(violations(value, known, &at)),
        }
    }
    for value in value.as_array().into_iter().flatten() {
        wrong.extend(violations(value, &schema["items"], at));
    }
    wrong
}

#[test]
fn the_repository_fits_the_schema() {
    let text = fs::read_to_string(root().join("runbookc.toml")).unwrap();
    let value: Value = toml::from_str(&text).unwrap();
    assert_eq!(
        violations(&value, &schema(), "runbookc.toml"),
        Vec::<String>::new()
    );
    assert!(Configuration::read(&root().join("runbookc.toml")).is_ok());
}

/// A configuration with every key of the schema, made from its examples.
fn example(schema: &Value) -> Value {
    if let Some(example) = schema["examples"].get(0) {
        return example.clone();
    }
    let properties = schema["properties"]
        .as_object()
        .expect("a leaf has an example");
    properties
        .iter()
        .map(|(key, schema)| (key.clone(), example(schema)))
        .collect()
}

#[test]
fn the_program_knows_every_key_of_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("runbookc.toml");
    fs::write(&path, toml::to_string(&example(&schema())).unwrap()).unwrap();
    if let Err(error) = Configuration::read(&path) {
        panic!("{error}");
    }
    // And the schema every key of the program, which names them when it meets another.
    for section in ["", "check", "build"] {
        let text = match section {
            "" => "zzz = 1".to_owned(),
            section => format!("[{section}]\nzzz = 1"),
        };
        fs::write(&path, text).unwrap();
        let message = Configuration::read(&path).unwrap_err().to_string();
        let properties = match section {
            "" => schema()["properties"].clone(),
            section => schema()["properties"][section]["properties"].clone(),
        };
        for key in message.split('`').skip(3).step_by(2) {
            assert!(
                properties.get(key).is_some(),
                "the schema lacks {section}.{key}"
            );
        }
    }
}
