//! What a test needs from its surroundings: data beside the project, programs of other projects.
//!
//! A test whose part is absent says so and passes, unless `RUNBOOKC_REQUIRE` lists the part
//! (`RUNBOOKC_REQUIRE=shared,shellcheck`): then its absence fails the test.

use std::path::{Path, PathBuf};

/// Whether `part` is there: `shared` is the folder beside the project, any other part is a program
/// on the path. Where it is absent, says so, or fails if it is required.
pub(crate) fn requires(part: &str) -> bool {
    let reason = match part {
        "shared" if shared().is_dir() => return true,
        "shared" => "../shared is not there".to_owned(),
        program if program_path(program).is_some() => return true,
        program => format!("{program} is not on the path"),
    };
    assert!(!is_required(part), "required by RUNBOOKC_REQUIRE: {reason}");
    // The test harness shows this with --nocapture and beside a failure.
    println!("skipped: {reason}");
    false
}

/// The folder of data beside the project.
pub(crate) fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared")
}

/// Where a program of the path lies. Chromium goes by several names.
pub(crate) fn program_path(program: &str) -> Option<PathBuf> {
    let names: &[&str] = match program {
        "chromium" => &["chromium", "chromium-browser", "google-chrome"],
        "nginx" => &["nginx", "/usr/sbin/nginx"],
        _ => &[program],
    };
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

fn is_required(part: &str) -> bool {
    let list = std::env::var("RUNBOOKC_REQUIRE").unwrap_or_default();
    list.split(',').any(|name| name.trim() == part)
}

#[test]
fn an_absent_part_is_skipped() {
    assert!(!requires("a-program-that-nobody-has"));
}

#[test]
fn shared_is_there_or_skipped() {
    requires("shared");
}
