//! The bash sample's runbook does on this machine what the article says, in every language.

use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::require::requires;

#[test]
fn the_sample_runs_to_its_end_in_six_languages() {
    if !requires("nginx") || !may_unshare() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = TempDir::new().unwrap();
    let build = Command::new(env!("CARGO_BIN_EXE_runbookc"))
        .args(["build", "--quiet", "--out"])
        .arg(out.path())
        .current_dir(root)
        .output()
        .unwrap();
    assert!(
        build.status.code() != Some(2),
        "{}",
        String::from_utf8_lossy(&build.stderr)
    );
    let run = Command::new("bash")
        .arg(root.join("tests/run-sample.sh"))
        .arg(out.path().join("runbooks/internal-tls-site/generated"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&run.stdout);
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{shown}{errors}");
    assert_eq!(
        shown.matches("ran to its end").count(),
        6,
        "{shown}{errors}"
    );
}

/// Whether this process may make namespaces, so that nothing of the machine is changed. Where nginx
/// is required, so is that.
fn may_unshare() -> bool {
    let unshare = Command::new("unshare")
        .args([
            "--mount", "--net", "--pid", "--fork", "ip", "link", "set", "lo", "up",
        ])
        .output();
    if unshare.is_ok_and(|o| o.status.success()) {
        return true;
    }
    let required = std::env::var("RUNBOOKC_REQUIRE").unwrap_or_default();
    assert!(
        !required.split(',').any(|p| p == "nginx"),
        "namespaces need root and iproute2"
    );
    println!("skipped: namespaces need root and iproute2");
    false
}
