//! The words of the pages: each that a template asks for is there, and each that is there is asked
//! for.

use std::collections::BTreeSet;
use std::path::Path;

use runbookc::l10n;

/// The ids of messages that stand in the files below `folder`.
fn asked_for(folder: &Path, ids: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            asked_for(&path, ids);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let quoted = text.split('"');
        let is_id = |s: &&str| s.starts_with("book-") && !s.contains([' ', '.', '/', '\n']);
        ids.extend(quoted.filter(is_id).map(str::to_owned));
    }
}

#[test]
fn every_word_is_there_and_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut asked = BTreeSet::new();
    asked_for(&root.join("compiler/src/emit/book"), &mut asked);
    let engine = std::fs::read_to_string(root.join("compiler/src/emit/book.rs")).unwrap();
    asked.extend(
        engine
            .split('"')
            .filter(|s| s.starts_with("book-"))
            .map(str::to_owned),
    );
    asked_for(&root.join("book/theme"), &mut asked);
    let resource = l10n::resource(&"en-US".parse().unwrap());
    let ids = resource.lines().filter_map(|line| line.split_once(" = "));
    let there: BTreeSet<String> = (ids.map(|(id, _)| id.to_owned()))
        .filter(|id| id.starts_with("book-"))
        .collect();
    let missing: Vec<_> = asked.difference(&there).collect();
    let unused: Vec<_> = there.difference(&asked).collect();
    assert!(missing.is_empty(), "not in ui.ftl: {missing:?}");
    assert!(unused.is_empty(), "in ui.ftl, but on no page: {unused:?}");
}
