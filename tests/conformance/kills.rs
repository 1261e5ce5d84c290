//! Runs that are killed where they stand: no step is done twice unasked, and none is lost.

use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::place::{Driver, Place, Ran, quoted};

/// How many steps the article has; each is killed at before and after what it does.
const STEPS: usize = 5;

/// Runs the goal with these words more; the number of its process stands in a file, and it is killed
/// at the point of a name.
fn run(place: &Place, driver: Driver, more: &str, kill_at: &str) -> Ran {
    let words = format!("--goal main {more}");
    let words: Vec<String> = words
        .split_whitespace()
        .map(|word| place.named(word))
        .collect();
    let command = place.command(driver, &words, false);
    let command: Vec<String> = command.iter().map(|word| quoted(word)).collect();
    fs::write(place.work("kill-at"), kill_at).unwrap();
    let output = Command::new("bash")
        .args(["-c", &format!("echo $$ > pid; exec {}", command.join(" "))])
        .current_dir(place.work(""))
        .env("RUNBOOK_LOCKS", place.work(".."))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let [out, err] = [&output.stdout, &output.stderr].map(|b| String::from_utf8_lossy(b));
    Ran {
        code: output.status.code(),
        shown: format!("{out}{err}"),
    }
}

/// Waits until what a killed run left at work is done: it holds the lock of the runbook.
fn settle(place: &Place) {
    let lock = File::open(place.work("../runbookc-points.lock")).unwrap();
    while lock.try_lock().is_err() {
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn log(place: &Place) -> String {
    fs::read_to_string(place.work("log")).unwrap_or_default()
}

fn kill_everywhere(driver: Driver) {
    let place = Place::new("points");
    let confirmed: Vec<String> = (1..=STEPS)
        .map(|n| format!("--answer {{{n}}}=yes"))
        .collect();
    let confirmed = confirmed.join(" ");
    let whole: String = (1..=STEPS).map(|n| format!("{n}\n")).collect();
    for (step, point) in (1..=STEPS).flat_map(|n| [(n, "before"), (n, "after")]) {
        let about = format!("{driver:?} killed {point} {step}");
        for entry in fs::read_dir(place.work("")).unwrap() {
            let path = entry.unwrap().path();
            let is_kept = path.extension().is_some_and(|e| e == "sh");
            if !is_kept && path.is_file() {
                fs::remove_file(path).unwrap();
            }
        }
        let killed = run(&place, driver, &confirmed, &format!("{step}-{point}"));
        assert_eq!(killed.code, None, "{about}: {}", killed.shown);
        settle(&place);
        let done = if point == "after" { step } else { step - 1 };
        let expected: String = (1..=done).map(|n| format!("{n}\n")).collect();
        assert_eq!(log(&place), expected, "{about}");
        // It does not go on by itself: nobody knows what the step did.
        let asked = run(&place, driver, &format!("{confirmed} --resume"), "never");
        assert_eq!(asked.code, Some(4), "{about}: {}", asked.shown);
        assert_eq!(log(&place), expected, "{about}");
        let again = if point == "after" { "done" } else { "yes" };
        let words = format!("{confirmed} --resume --answer again-{{{step}}}={again}");
        let resumed = run(&place, driver, &words, "never");
        assert_eq!(resumed.code, Some(0), "{about}: {}", resumed.shown);
        assert_eq!(log(&place), whole, "{about}");
    }
}

#[test]
fn a_script_that_is_killed_goes_on() {
    kill_everywhere(Driver::Script);
}

#[test]
fn a_runner_that_is_killed_goes_on() {
    kill_everywhere(Driver::Run);
}

#[test]
fn a_signal_stops_a_run_and_what_it_started() {
    // A script hears of a signal when its command has ended; `runbookc run` ends the command.
    for (driver, point) in [(Driver::Script, "2-term"), (Driver::Run, "2-hang")] {
        let place = Place::new("points");
        let confirmed: Vec<String> = (1..=STEPS)
            .map(|n| format!("--answer {{{n}}}=yes"))
            .collect();
        let confirmed = confirmed.join(" ");
        let stopped = run(&place, driver, &confirmed, point);
        assert_eq!(stopped.code, Some(5), "{driver:?}: {}", stopped.shown);
        assert_eq!(log(&place), "1\n2\n", "{driver:?}");
        let asked = run(&place, driver, &format!("{confirmed} --resume"), "never");
        assert_eq!(asked.code, Some(4), "{driver:?}: {}", asked.shown);
        let words = format!("{confirmed} --resume --answer again-{{2}}=done");
        let resumed = run(&place, driver, &words, "never");
        assert_eq!(resumed.code, Some(0), "{driver:?}: {}", resumed.shown);
        assert_eq!(log(&place), "1\n2\n3\n4\n5\n", "{driver:?}");
    }
}
