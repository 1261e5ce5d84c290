//! What is written about a run, and what of it can be taken back.

use std::fs;

use serde_json::Value;

use super::place::{Driver, Place, Ran};
use crate::schema::{published, violations};

fn run(place: &Place, words: &str) -> Ran {
    let words: Vec<String> = words
        .split_whitespace()
        .map(|word| place.named(word))
        .collect();
    place.run(Driver::Run, &words, None)
}

fn read(place: &Place, name: &str) -> String {
    fs::read_to_string(place.work(name)).unwrap()
}

const BEGIN: &str = "--goal main --yes --set host=web.example.org --answer if-t02-mkdir=no \
                     --answer {choice}=first --answer {8}=yes";

#[test]
fn a_report_says_what_was_done_in_a_language_of_the_article() {
    let place = Place::new("tour");
    let reports = "--report r.md --report r.xml --report r.json --report-locale pt-BR";
    let ran = run(&place, &format!("{BEGIN} {reports}"));
    assert_eq!(ran.code, Some(0), "{}", ran.shown);
    let page = read(&place, "r.md");
    assert!(page.starts_with("# Configurar uma saudação\n"), "{page}");
    assert!(
        page.contains("host = web.example.org") && page.contains("Feito"),
        "{page}"
    );
    let xml = read(&place, "r.xml");
    assert!(
        xml.contains("tests=\"10\" failures=\"0\"") && xml.contains("skipped=\"1\""),
        "{xml}"
    );
    let data: Value = serde_json::from_str(&read(&place, "r.json")).unwrap();
    let schema = published("report.schema.json");
    assert_eq!(violations(&data, &schema), Vec::<String>::new());
    assert_eq!(data["schema"], "runbookc.report/1");
    assert_eq!(data["finished"], true);
    assert_eq!(data["values"]["host"], "web.example.org");
    let results: Vec<&str> = data["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["result"].as_str().unwrap())
        .collect();
    assert_eq!(
        results.iter().filter(|r| **r == "done").count(),
        9,
        "{results:?}"
    );
}

#[test]
fn a_report_on_an_old_run_needs_no_run() {
    let place = Place::new("secret");
    let ran = run(
        &place,
        "--goal main --yes --set adminPassword=s3cr3t --journal j",
    );
    assert_eq!(ran.code, Some(0), "{}", ran.shown);
    fs::remove_file(place.work("password.txt")).unwrap();
    let ran = run(
        &place,
        "--only-report --journal j --report r.md --report r.json",
    );
    assert_eq!(ran.code, Some(0), "{}", ran.shown);
    assert!(!place.work("password.txt").exists(), "nothing was run");
    for name in ["r.md", "r.json", "j"] {
        assert!(!read(&place, name).contains("s3cr3t"), "{name}");
    }
    assert!(read(&place, "r.md").contains("********"));
}

#[test]
fn the_way_back_is_named_where_a_step_fails() {
    let place = Place::new("fails");
    let ran = run(&place, "--goal main --yes");
    assert_eq!(ran.code, Some(1), "{}", ran.shown);
    assert!(ran.shown.contains("rmdir out/made"), "{}", ran.shown);
    assert!(
        ran.shown
            .contains(&format!("rm {}", place.work("kept.conf").display())),
        "{}",
        ran.shown
    );
    assert!(
        place.work("out/made").exists(),
        "nothing is taken back unasked"
    );
}

#[test]
fn what_was_done_is_taken_back_by_a_word_of_its_own() {
    let place = Place::new("fails");
    fs::write(place.work("kept.conf"), "mine\n").unwrap();
    let answers = "--answer replace-{1}=yes --answer back-{1}=yes --answer back-{2}=skip";
    let ran = run(&place, &format!("--goal main --yes {answers}"));
    assert_eq!(ran.code, Some(1), "{}", ran.shown);
    assert_eq!(read(&place, "kept.conf"), "mine\n", "{}", ran.shown);
    assert!(place.work("out/made").exists());
    // `--yes` does not stand for it.
    let ran = run(&place, "--goal main --yes --back");
    assert_eq!(ran.code, Some(4), "{}", ran.shown);
    let ran = run(&place, "--goal main --back --answer back-{2}=yes");
    assert_eq!(ran.code, Some(0), "{}", ran.shown);
    assert!(!place.work("out/made").exists());
    let events = place.events();
    assert!(
        events.contains(&"back {1}".to_owned()) && events.contains(&"back {2}".to_owned()),
        "{events:?}"
    );
}

#[test]
fn a_command_that_takes_too_long_is_ended() {
    let place = Place::new("slow");
    let ran = run(&place, "--goal main --yes --timeout 1s");
    assert_eq!(ran.code, Some(1), "{}", ran.shown);
    assert!(
        place.journal().contains("\"code\":\"timeout\""),
        "{}",
        place.journal()
    );
    assert!(!place.work("after.log").exists());
}

#[test]
fn answers_come_from_a_file() {
    let place = Place::new("secret");
    fs::write(place.work("kept"), "fr0m f1le\nrest\n").unwrap();
    let answers = "goal = \"main\"\n[set]\nadminPassword = { file = \"kept\" }\n";
    fs::write(place.work("a.toml"), answers).unwrap();
    let ran = run(&place, "--answers a.toml --yes");
    assert_eq!(ran.code, Some(0), "{}", ran.shown);
    assert_eq!(read(&place, "password.txt"), "fr0m f1le\n");
    assert!(!ran.shown.contains("fr0m f1le"), "{}", ran.shown);
    fs::write(place.work("a.toml"), "sett = 1\n").unwrap();
    let ran = run(&place, "--answers a.toml --yes");
    assert_eq!(ran.code, Some(2), "{}", ran.shown);
}

#[test]
fn two_runs_of_a_runbook_do_not_meet() {
    let place = Place::new("tour");
    for driver in [Driver::Run, Driver::Script] {
        let lock = place.work("../runbookc-tour.lock");
        let lock = fs::File::options()
            .create(true)
            .append(true)
            .open(lock)
            .unwrap();
        lock.lock().unwrap();
        let words = ["--goal", "main", "--yes"].map(str::to_owned);
        let ran = place.run(driver, &words, None);
        assert_eq!(ran.code, Some(7), "{}", ran.shown);
    }
    assert_eq!(place.journal(), "");
}

#[test]
fn what_a_command_prints_drives_no_terminal_and_no_log() {
    let place = Place::new("noisy");
    let ran = run(&place, "--goal main --yes");
    assert_eq!(ran.code, Some(0), "{}", ran.shown);
    assert!(ran.shown.contains("plain red "), "{}", ran.shown);
    let acts = |c: char| c == '\u{1b}' || c == '\u{7}' || c == '\u{202e}';
    assert!(!ran.shown.contains(acts), "{:?}", ran.shown);
    let is_command = |line: &str| line.starts_with("::") || line.contains("##[");
    assert!(!ran.shown.lines().any(is_command), "{}", ran.shown);
}
