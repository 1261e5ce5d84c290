//! What a person decided, in the bash runbook run for real.

use runbookc::procedure::{Hosts, Item, Matching, Procedure, Step};

use super::bash_run::{MAIN, Place, assert_code};

/// Changes the step of `id`.
fn change(procedure: &mut Procedure, id: &str, how: impl Fn(&mut Step)) {
    for item in procedure.tasks.iter_mut().flat_map(|t| &mut t.items) {
        match item {
            Item::Step(step) if step.id == id => how(step),
            _ => {}
        }
    }
}

#[test]
fn output_is_compared_as_a_person_says() {
    // The step prints `name: web.example.org`.
    let cases = [
        (Matching::Glob, "name: *.org", true),
        (Matching::Glob, "name: *.com", false),
        (Matching::Regex, "^name: [a-z.]+$", true),
        (Matching::Regex, "^name$", false),
        (Matching::Lines, "name: web.example.org", true),
        (Matching::Exact, "name: web.example.org", true),
        (Matching::Exact, "name: web.example.org\nmore", false),
    ];
    for (matching, output, holds) in cases {
        let place = Place::with(|procedure| {
            change(procedure, "c00000000003", |step| {
                let expect = step.expect.as_mut().unwrap();
                expect.matching = matching;
                expect.output = output.to_owned();
            });
        });
        let run = place.run(&MAIN);
        let code = if holds { 0 } else { 6 };
        assert_eq!(run.status.code(), Some(code), "{matching:?} {output}");
    }
}

#[test]
fn what_is_done_on_each_machine_is_named_at_the_end() {
    let place = Place::with(|procedure| {
        change(procedure, "a00000000001", |step| step.hosts = Hosts::Each);
    });
    let run = place.run(&MAIN);
    assert_code(&run, 0);
    let said = String::from_utf8(run.stdout).unwrap();
    let (done, left) = said.split_once("All steps of this goal").unwrap();
    assert!(
        done.contains("THIS STEP WORKS ON THIS MACHINE ONLY"),
        "{said}"
    );
    assert!(
        left.contains("[a00000000001]") && !left.contains("[a00000000002]"),
        "{said}"
    );
}

#[test]
fn a_value_is_as_a_person_says() {
    let place = Place::with(|procedure| {
        for parameter in &mut procedure.parameters {
            parameter.pattern = Some("[a-z.]+".to_owned());
        }
    });
    assert_code(&place.run(&MAIN), 0);
    let wrong = [&MAIN[..], &["--host-name", "app2.contoso.example"]].concat();
    assert_code(&place.run(&wrong), 2);
}
