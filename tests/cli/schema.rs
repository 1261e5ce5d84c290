//! The published schema of `runbookc.toml` and the configurations that are there.

use std::fs;
use std::path::Path;

use runbookc::workspace::config::Configuration;
use serde_json::Value;

use crate::schema::violations;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> Value {
    let path = root().join("book/src/runbookc.schema.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_repository_fits_the_schema() {
    let text = fs::read_to_string(root().join("runbookc.toml")).unwrap();
    let value: Value = toml::from_str(&text).unwrap();
    assert_eq!(violations(&value, &schema()), Vec::<String>::new());
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
