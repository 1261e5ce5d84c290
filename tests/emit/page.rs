//! The Markdown runbook as it reads.

use runbookc::emit::{Artifact, runbooks};
use runbookc::procedure::{Item, Piece, Procedure, Risk, StepKind, Task};

use super::fixture::{SAMPLE, Say, bash, compiled, locale, plain};

fn page(procedure: Procedure, path: &str) -> String {
    let found = |a: &Artifact| a.path == path;
    let artifact = runbooks(&compiled(procedure)).into_iter().find(found);
    String::from_utf8(artifact.unwrap().bytes).unwrap()
}

fn fixture() -> Procedure {
    let say: Say<'_> = &plain;
    bash(say, "/tmp/x")
}

fn choice(tasks: &mut [Task]) -> &mut runbookc::procedure::Choice {
    let items = tasks.iter_mut().flat_map(|t| &mut t.items);
    let mut choices = items.filter_map(|item| match item {
        Item::Choice(choice) => Some(choice),
        Item::Step(_) => None,
    });
    choices.next().unwrap()
}

#[test]
fn an_arm_whose_step_says_its_title_has_no_heading() {
    let mut procedure = fixture();
    let arm = &mut choice(&mut procedure.tasks).arms[0];
    arm.title = arm.steps[0].text.clone();
    let page = page(procedure, "en-US/fixture.md");
    assert!(!page.contains("### Do e00000000006."), "{page}");
    assert!(page.contains("### Right"), "{page}");
}

#[test]
fn a_choice_names_the_steps_of_its_arms() {
    let page = page(fixture(), "en-US/fixture.md");
    let asked = page.lines().find(|l| l.contains("Which?")).unwrap();
    let (_, numbers) = asked.split_once("**").unwrap();
    let (left, right) = numbers.split_once("** / **").unwrap();
    let right = right.trim_end_matches('*');
    assert!(page.contains(&format!("**{left}.** Do e00000000006.")));
    assert!(page.contains(&format!("**{right}.** Do e00000000007.")));
    assert!(page.lines().all(|l| l == l.trim_end()), "{page}");
}

#[test]
fn brackets_of_an_element_stand_in_its_code() {
    let mut procedure = fixture();
    let arm = &mut choice(&mut procedure.tasks).arms[0];
    let text = arm.steps[0].text.wordings.get_mut(&locale("en-US"));
    let text = text.unwrap();
    text.retain(|piece| matches!(piece, Piece::Literal { .. }));
    text.insert(0, Piece::Words("Go to <".to_owned()));
    text.push(Piece::Words("> now.".to_owned()));
    let page = page(procedure, "en-US/fixture.md");
    assert!(page.contains("Go to `<site.conf>` now."), "{page}");
}

#[test]
fn a_note_that_was_a_list_item_stays_one() {
    let mut procedure = fixture();
    let steps = procedure.tasks.iter_mut().flat_map(|t| &mut t.items);
    for item in steps {
        let Item::Step(step) = item else { continue };
        step.listed = step.kind == StepKind::Note;
    }
    let notes = procedure.tasks.iter().flat_map(Task::steps);
    let notes = notes.filter(|s| s.kind == StepKind::Note).count();
    let page = page(procedure, "en-US/fixture.md");
    let listed = page.lines().filter(|l| l.starts_with("- Do ")).count();
    assert_eq!((notes > 0, listed), (true, notes), "{page}");
}

/// The info strings of the cells of a page.
fn cells(page: &str) -> Vec<&str> {
    let fences = page.lines().filter_map(|line| line.strip_prefix("```"));
    let infos = fences.filter_map(|info| info.split_once(' '));
    infos.map(|(_, attributes)| attributes).collect()
}

#[test]
fn each_command_is_a_cell_of_its_own_name_that_runs_unasked_only_where_it_reads() {
    let procedure = fixture();
    let risks: Vec<(String, bool)> = procedure
        .tasks
        .iter()
        .flat_map(Task::steps)
        .map(|s| (s.id.clone(), s.risk > Risk::Read))
        .collect();
    let page = page(procedure, "en-US/fixture.md");
    let cells = cells(&page);
    let mut names = Vec::new();
    for cell in &cells {
        let value: serde_json::Value = serde_json::from_str(cell).expect("attributes are JSON");
        let Some(name) = value["name"].as_str() else {
            assert_eq!(value["excludeFromRunAll"], "true", "{cell}");
            continue;
        };
        let (_, changes) = risks.iter().find(|(id, _)| id == name).unwrap();
        assert_eq!(value["excludeFromRunAll"] == "true", *changes, "{cell}");
        names.push(name.to_owned());
    }
    let count = names.len();
    assert!(count > 2, "{page}");
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "a name stands once");
}

#[test]
fn no_cell_has_a_sample_in_it() {
    let page = page(fixture(), "en-US/fixture.md");
    let table = page.find("| --- |").unwrap();
    let steps = &page[table..];
    let (_, steps) = steps.split_once("\n\n").unwrap();
    assert!(!steps.contains(SAMPLE), "{steps}");
    assert!(steps.contains(":?}"), "{steps}");
}
