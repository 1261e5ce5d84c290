//! The committed PowerShell runbooks in real PowerShell, where there is one.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::require::{program_path, requires};

/// Parses the file of the first argument; prints each error and ends with their number.
const PARSE: &str = "$e = $null; [void] [System.Management.Automation.Language.Parser]::ParseFile(\
                     $args[0], [ref] $null, [ref] $e); $e | ForEach-Object { $_.Message }; exit $e.Count";

#[test]
fn pwsh_reads_and_lists_the_sample() {
    if !requires("pwsh") {
        return;
    }
    let scripts = scripts();
    assert_eq!(scripts.len(), 5, "one per locale of the article");
    for script in scripts {
        let parsed = pwsh(&[
            "-Command".as_ref(),
            format!("& {{ {PARSE} }}").as_ref(),
            &script,
        ]);
        assert!(parsed.status.success(), "{}", shown(&script, &parsed));
        let listed = pwsh(&["-File".as_ref(), &script, "-List".as_ref()]);
        assert!(listed.status.success(), "{}", shown(&script, &listed));
        // Without a goal it says which there are, and that this is a usage error.
        let bare = pwsh(&["-File".as_ref(), &script]);
        assert_eq!(bare.status.code(), Some(2), "{}", shown(&script, &bare));
    }
}

fn scripts() -> Vec<PathBuf> {
    let folder = "runbooks/outlook-web-app-im/generated";
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).unwrap();
    let scripts = entries.map(|e| e.unwrap().path().join("outlook-web-app-im.ps1"));
    let mut scripts: Vec<PathBuf> = scripts.filter(|path| path.is_file()).collect();
    scripts.sort();
    scripts
}

fn pwsh(arguments: &[&Path]) -> Output {
    Command::new(program_path("pwsh").unwrap())
        .args(["-NoProfile", "-NonInteractive"])
        .args(arguments)
        .output()
        .unwrap()
}

fn shown(script: &Path, output: &Output) -> String {
    let [out, err] = [&output.stdout, &output.stderr].map(|b| String::from_utf8_lossy(b));
    format!("{}:\n{out}{err}", script.display())
}
