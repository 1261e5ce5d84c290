//! Reference pages to catalogues, and what a catalogue answers.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use runbookc::catalog::page::{self, Page};
use runbookc::catalog::{Catalogue, FORMAT, Layer, Named, Parameter, write};
use runbookc::markdown;
use runbookc::source::SourceFile;

use super::require;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files(&path, found),
            false => found.push(path),
        }
    }
    found.sort();
}

fn page_in(path: &Path) -> Option<Page> {
    let file = SourceFile::new(path, fs::read_to_string(path).unwrap());
    page::read(&markdown::parse(Arc::new(file)).document)
}

fn pages(folder: &Path) -> Vec<Page> {
    let mut paths = Vec::new();
    files(folder, &mut paths);
    paths.iter().filter_map(|path| page_in(path)).collect()
}

/// The catalogue of the invented pages, over the one that ships.
fn invented() -> Catalogue {
    let text = write(&pages(&root().join("tests/catalog/pages")));
    Catalogue::with(vec![Layer::parse(text).unwrap()])
}

fn known<'c>(catalogue: &'c Catalogue, cmdlet: &str, parameter: &str) -> Parameter<'c> {
    match catalogue.find(cmdlet).unwrap().parameter(parameter) {
        Named::Known(parameter) => parameter,
        other => panic!("{cmdlet} -{parameter}: {other:?}"),
    }
}

#[test]
fn pages_give_the_catalogue_beside_them() {
    let text = write(&pages(&root().join("tests/catalog/pages")));
    let path = root().join("tests/catalog/expected.catalogue");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "not as in {}:\n{text}", path.display());
}

#[test]
fn the_order_of_pages_does_not_matter() {
    let mut pages = pages(&root().join("tests/catalog/pages"));
    let text = write(&pages);
    pages.reverse();
    assert_eq!(write(&pages), text);
}

#[test]
fn a_parameter_without_fields_is_named_and_told() {
    let page = page_in(&root().join("tests/catalog/pages/Get-CtsMailbox.md")).unwrap();
    let bare: Vec<&str> = page.bare.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(bare, ["Nameless"]);
}

#[test]
fn cmdlets_are_found_by_name_and_by_noun_in_any_case() {
    let catalogue = invented();
    assert_eq!(
        catalogue.find("get-ctsmailbox").unwrap().name,
        "Get-CtsMailbox"
    );
    assert!(catalogue.find("Remove-CtsMailbox").is_none());
    let names = |noun| -> Vec<String> {
        let found = catalogue.with_noun(noun);
        found.iter().map(|c| c.name.to_owned()).collect()
    };
    assert_eq!(names("ctsMAILBOX"), ["Get-CtsMailbox", "Set-CtsMailbox"]);
    assert_eq!(names("CtsMail"), [""; 0]);
    // The one that ships lies below.
    assert_eq!(
        catalogue.find("GET-MAILBOX").unwrap().module,
        "ExchangePowerShell"
    );
    assert!(names("CsUser").contains(&"Get-CsUser".to_owned()));
}

#[test]
fn parameters_are_found_by_name_alias_beginning_or_are_common() {
    let catalogue = invented();
    let get = catalogue.find("Get-CtsMailbox").unwrap();
    assert!(!get.supports_should_process);
    assert_eq!(known(&catalogue, "Get-CtsMailbox", "id").name, "Identity");
    assert_eq!(known(&catalogue, "Get-CtsMailbox", "fil").name, "Filter");
    assert_eq!(get.parameter("verb"), Named::Common("Verbose"));
    assert_eq!(get.parameter("ea"), Named::Common("ErrorAction"));
    assert_eq!(get.parameter("WhatIf"), Named::Unknown);
    assert_eq!(get.parameter("Mailbox"), Named::Unknown);
    assert_eq!(get.parameter(""), Named::Unknown);
    assert!(matches!(get.parameter("i"), Named::Ambiguous(names) if names.contains(&"Identity")));
    let set = catalogue.find("Set-CtsMailbox").unwrap();
    assert_eq!(set.parameter("wi"), Named::Common("WhatIf"));
}

#[test]
fn a_parameter_knows_its_type_values_and_sets() {
    let catalogue = invented();
    let kind = known(&catalogue, "Get-CtsMailbox", "Kind");
    assert_eq!(
        kind.values().collect::<Vec<_>>(),
        ["User", "Room", "Shared Room"]
    );
    assert_eq!(kind.type_name, Some("MailboxKind"));
    let filter = known(&catalogue, "Get-CtsMailbox", "Filter");
    assert!(filter.is_required);
    assert_eq!(filter.sets().collect::<Vec<_>>(), ["Filter", "Very Old"]);
    let archive = known(&catalogue, "Get-CtsMailbox", "Archive");
    assert!(archive.is_switch() && !archive.is_required);
    assert_eq!(known(&catalogue, "New-CtsPolicy", "Name").position, Some(0));
    assert_eq!(
        known(&catalogue, "Set-CtsMailbox", "Quota").type_name,
        Some("Unlimited")
    );
}

#[test]
fn a_noun_is_covered_by_its_family_only() {
    let shipped = Catalogue::shipped();
    for noun in ["CsUser", "csuser", "CsNoSuchThing", "Mailbox"] {
        assert!(shipped.covers_noun(noun), "{noun}");
    }
    for noun in [
        "Csv",
        "csv",
        "CsvFile",
        "Item",
        "CtsMailbox",
        "MailboxOfMine",
        "",
    ] {
        assert!(!shipped.covers_noun(noun), "{noun}");
    }
}

#[test]
fn a_file_that_is_no_catalogue_is_refused_with_its_line() {
    let line = |text: &str| Layer::parse(text.to_owned()).unwrap_err().line;
    assert_eq!(line(""), 1);
    assert_eq!(line("# a note\n"), 1);
    assert_eq!(line(&format!("{FORMAT}\nmodule\n")), 2);
    assert_eq!(line(&format!("{FORMAT}\nmodule A\n Identity String\n")), 3);
    assert_eq!(line(&format!("{FORMAT}\nmodule A\nGet-It 1\n")), 3);
    assert_eq!(line(&format!("{FORMAT}\nmodule A\nGet-It\n")), 3);
    assert!(Layer::parse(format!("{FORMAT}\r\nmodule A\r\nGet-It 0\r\n Name\r\n")).is_ok());
}

#[test]
fn the_shipped_catalogue_is_whole() {
    let text = include_str!("../compiler/data/exchange-skype.catalogue");
    Layer::parse(text.to_owned()).unwrap();
    assert!(text.len() < 1_000_000, "{} bytes", text.len());
    let shipped = Catalogue::shipped();
    assert!(shipped.cmdlets().count() > 2300);
    for cmdlet in shipped.cmdlets() {
        assert_eq!(shipped.find(cmdlet.name).map(|c| c.name), Some(cmdlet.name));
        assert!(cmdlet.parameters().all(|p| !p.name.is_empty()));
    }
    assert!(shipped.find("Set-CsUser").unwrap().supports_should_process);
}

#[test]
fn the_shipped_catalogue_is_what_its_reference_pages_give() {
    let folder = require::shared().join("cmdlets");
    if !require::requires("shared") {
        return;
    }
    let path = root().join("compiler/data/exchange-skype.catalogue");
    let shipped = fs::read_to_string(path).unwrap();
    assert!(
        write(&pages(&folder)) == shipped,
        "`runbookc catalog import ../shared/cmdlets --output compiler/data/exchange-skype.catalogue` writes it anew"
    );
}
