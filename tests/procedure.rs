//! Cases on disk for `procedure`: `tests/procedure/<name>/<locale>.md` and `expected.txt`, the
//! plan in a form that a person reads. `UPDATE_EXPECT=1` writes it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use runbookc::corpus::Article;
use runbookc::document::Document;
use runbookc::procedure::review::{self, Review};
use runbookc::procedure::{
    Action, CodePiece, GuardEffect, Hosts, Item, Matching, Piece, Procedure, Step, StepKind,
    TaskKind, Text,
};
use runbookc::source::{Locale, SourceFile};
use runbookc::{align, canon, literal, markdown, procedure};

use crate::require;

fn documents(path: &Path, locale: &str) -> Vec<Document> {
    let text = std::fs::read_to_string(path).unwrap();
    let parsed = markdown::parse(Arc::new(SourceFile::new(path, text)));
    let mut documents = vec![parsed.document];
    documents[0].locale = locale.parse().unwrap();
    if let Some(mut embedded) = parsed.embedded {
        embedded.locale = "en-US".parse().unwrap();
        documents.push(embedded);
    }
    documents.iter_mut().for_each(literal::recognize);
    documents
}

fn compile(documents: Vec<Document>) -> Procedure {
    compile_with(documents, None)
}

/// Compiles the documents of one article, with what a person decided.
pub(crate) fn compile_with(mut documents: Vec<Document>, review: Option<&Review>) -> Procedure {
    documents.sort_by(|a, b| a.locale.cmp(&b.locale));
    let english: Locale = "en-US".parse().unwrap();
    let article = Article {
        id: "case".to_owned(),
        source: documents.iter().position(|d| d.locale == english),
        documents,
    };
    let articles = [article];
    let lexicon = align::learn(&articles);
    let alignment = align::align(&articles[0], &lexicon);
    let canon = canon::decide(&articles[0], &alignment, canon::Background::shipped());
    match review {
        Some(review) => procedure::reviewed(&articles[0], &alignment, &canon, review),
        None => procedure::compile(&articles[0], &alignment, &canon),
    }
}

/// The documents of the seeds, all or those of one file.
pub(crate) fn seed_documents(locale: Option<&str>) -> Vec<Document> {
    let seeds = seeds().into_iter();
    let asked = seeds.filter(|(l, _)| locale.is_none_or(|only| only == l));
    asked.flat_map(|(l, f)| documents(&f, &l)).collect()
}

fn words(text: &Text) -> String {
    let wording = text.wording(&"en-US".parse().unwrap());
    let pieces = wording.map(|(_, pieces)| pieces).unwrap_or_default();
    let words: String = pieces.iter().map(Piece::as_str).collect();
    words.replace('\n', " / ")
}

fn code(pieces: &[CodePiece]) -> String {
    let piece = |p: &CodePiece| match p {
        CodePiece::Verbatim(code) => code.clone(),
        CodePiece::Parameter { id, quoting } => format!("{{{id}:{quoting:?}}}"),
    };
    let code: String = pieces.iter().map(piece).collect();
    code.trim_end().replace('\n', "\n        ")
}

fn step(out: &mut String, step: &Step, indent: &str) {
    let _ = write!(out, "{indent}{:?}", step.kind);
    if step.action != Action::None {
        let session = step.session.as_deref().unwrap_or("-");
        let _ = write!(
            out,
            " {:?} {:?} {session} {:?}",
            step.risk, step.scope, step.verification
        );
    }
    if let Some(role) = &step.role {
        let _ = write!(out, " @{role}");
    }
    if step.hosts == Hosts::Each {
        let _ = write!(out, " on each");
    }
    if step.action == Action::None && step.risk > procedure::Risk::Change {
        let _ = write!(out, " {:?}", step.risk);
    }
    if let Some(guard) = &step.guard {
        let _ = write!(out, " if({})", words(&guard.text));
    }
    let _ = writeln!(out, ": {}", words(&step.text));
    match &step.action {
        Action::None => {}
        Action::Command(command) => {
            let _ = writeln!(out, "{indent}  $ {}", code(&command.pieces));
        }
        Action::Edit(edit) => {
            let folder = edit.folder.as_deref().unwrap_or("-");
            let parent = edit.parent.as_deref().unwrap_or("-");
            let _ = writeln!(out, "{indent}  > {folder} | {} | {parent}", edit.file);
            let _ = writeln!(out, "{indent}    {}", code(&edit.pieces));
        }
    }
    if let Some(expect) = &step.expect {
        let _ = writeln!(
            out,
            "{indent}  {} {} ({})",
            if expect.matching == Matching::Lines {
                "="
            } else {
                expect.matching.name()
            },
            expect.output,
            words(&expect.text)
        );
    }
    if !step.supplies.is_empty() {
        let _ = writeln!(out, "{indent}  shows {}", step.supplies.join(", "));
    }
}

fn outline(procedure: &Procedure) -> String {
    let mut out = String::new();
    for goal in &procedure.goals {
        let default = if goal.default { "*" } else { "" };
        let excludes = goal.excludes.join(", ");
        let _ = writeln!(
            out,
            "goal {}{default} ({}): {} [not {excludes}]",
            goal.id,
            words(&goal.title),
            goal.tasks.join(" ")
        );
    }
    for p in &procedure.parameters {
        let needed = if p.required { "" } else { " optional" };
        let _ = write!(out, "parameter {} {:?} {}{needed}", p.id, p.kind, p.sample);
        if let Some(pattern) = &p.pattern {
            let _ = write!(out, " as {pattern}: {}", words(&p.description));
        }
        out.push('\n');
    }
    for task in &procedure.tasks {
        let _ = writeln!(
            out,
            "task {} {:?}: {}",
            task.id,
            task.kind,
            words(&task.title)
        );
        if let Some(guard) = &task.guard {
            let to = match &guard.effect {
                GuardEffect::SkipTo(to) => to.as_deref().unwrap_or("-"),
                GuardEffect::OnlyIf => "only if",
            };
            let _ = writeln!(out, "  skip to {to}: {}", words(&guard.text));
        }
        if let Some(of) = &task.inverse_of {
            let _ = writeln!(out, "  undoes {of}");
        }
        for item in &task.items {
            match item {
                Item::Step(s) => step(&mut out, s, "  "),
                Item::Choice(choice) => {
                    let _ = writeln!(
                        out,
                        "  choice {:?}: {}",
                        choice.arity,
                        words(&choice.question)
                    );
                    for arm in &choice.arms {
                        let _ = writeln!(out, "    arm {}", arm.id);
                        arm.steps.iter().for_each(|s| step(&mut out, s, "      "));
                    }
                }
            }
        }
    }
    for finding in &procedure.findings {
        let name = finding.kind.name();
        let about = |id: &String| procedure.step(id).map_or(String::new(), |s| words(&s.text));
        let parts: Vec<String> = finding.parts.iter().map(about).collect();
        let _ = writeln!(
            out,
            "finding {name} {}: {}",
            finding.value,
            parts.join(" | ")
        );
    }
    for dispute in &procedure.disputed {
        let _ = writeln!(
            out,
            "disputed {:?} withheld {}",
            dispute.candidates,
            dispute.withheld.is_some()
        );
    }
    out
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/procedure");
    let mut cases: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    cases.sort();
    cases
}

fn versions(case: &Path) -> BTreeMap<String, PathBuf> {
    let files = std::fs::read_dir(case).unwrap().map(|e| e.unwrap().path());
    let articles = files.filter(|f| f.extension().is_some_and(|e| e == "md"));
    articles
        .map(|f| (f.file_stem().unwrap().to_str().unwrap().to_owned(), f))
        .collect()
}

#[test]
fn plans_are_what_the_cases_say() {
    let mut wrong = Vec::new();
    for case in cases() {
        let read = || {
            versions(&case)
                .iter()
                .flat_map(|(l, f)| documents(f, l))
                .collect()
        };
        let text = std::fs::read_to_string(case.join("review.toml")).ok();
        let review = text.map(|text| review::parse(&text).unwrap());
        let plan = || outline(&compile_with(read(), review.as_ref()));
        let actual = plan();
        assert_eq!(actual, plan(), "the same plan twice");
        let path = case.join("expected.txt");
        if std::env::var("UPDATE_EXPECT").is_ok() {
            std::fs::write(&path, &actual).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if actual != expected {
            let name = case.file_name().unwrap().display();
            wrong.push(format!(
                "--- {name}: expected\n{expected}--- {name}: actual\n{actual}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The ids of all steps that do something.
fn actions(procedure: &Procedure) -> Vec<String> {
    let steps = procedure.tasks.iter().flat_map(|t| t.steps());
    let acting = steps.filter(|s| s.action != Action::None);
    acting.map(|s| format!("{} {:?}", s.id, s.kind)).collect()
}

/// What is chosen and what is done only in a case: per task its guard, choices with their arms, and steps.
fn shape(procedure: &Procedure) -> Vec<String> {
    let effect = |guard: &Option<procedure::Guard>| match guard.as_ref().map(|g| &g.effect) {
        Some(GuardEffect::OnlyIf) => " if",
        Some(GuardEffect::SkipTo(_)) => " skip",
        None => "",
    };
    let mut shape = Vec::new();
    for task in &procedure.tasks {
        shape.push(format!("{}{}", task.id, effect(&task.guard)));
        for item in &task.items {
            match item {
                Item::Step(step) => shape.push(format!("{:?}{}", step.kind, effect(&step.guard))),
                Item::Choice(choice) => {
                    shape.push(format!("choice {:?}", choice.arity));
                    for arm in &choice.arms {
                        let steps = arm.steps.iter();
                        let steps = steps.map(|s| format!(" {:?}{}", s.kind, effect(&s.guard)));
                        shape.push(format!("  {}:{}", arm.id, steps.collect::<String>()));
                    }
                }
            }
        }
    }
    shape
}

#[test]
fn choices_and_conditions_are_the_same_from_each_locale_alone() {
    let told = cases()
        .into_iter()
        .filter(|c| c.ends_with("conditions") || c.ends_with("steady"));
    for case in told {
        let versions = versions(&case);
        let all = compile(versions.iter().flat_map(|(l, f)| documents(f, l)).collect());
        for (locale, file) in &versions {
            let alone = shape(&compile(documents(file, locale)));
            assert_eq!(alone, shape(&all), "{} in {locale}", case.display());
        }
    }
}

#[test]
fn each_locale_alone_gives_the_same_steps() {
    for case in cases().into_iter().filter(|c| !c.ends_with("disputed")) {
        let versions = versions(&case);
        let all = compile(versions.iter().flat_map(|(l, f)| documents(f, l)).collect());
        for (locale, file) in &versions {
            let alone = compile(documents(file, locale));
            assert_eq!(
                actions(&alone),
                actions(&all),
                "{} in {locale}",
                case.display()
            );
            let tasks = |p: &Procedure| p.tasks.iter().map(|t| t.id.clone()).collect::<Vec<_>>();
            assert_eq!(tasks(&alone), tasks(&all), "{} in {locale}", case.display());
        }
    }
}

/// The five seed articles, whose plan was worked out by hand in `reference/owa-procedure.md`.
fn seeds() -> Vec<(String, PathBuf)> {
    let folder = require::shared().join("seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    ["pt-BR", "zh-CN", "es-ES", "zh-TW", "fr-FR"]
        .map(str::to_owned)
        .into_iter()
        .zip(files)
        .collect()
}

fn find<'a>(procedure: &'a Procedure, start: &str) -> (&'a procedure::Task, usize, &'a Step) {
    for task in &procedure.tasks {
        for (index, step) in task.steps().enumerate() {
            let code = match &step.action {
                Action::Command(command) => &command.code,
                Action::Edit(edit) => &edit.content,
                Action::None => continue,
            };
            if code.starts_with(start) {
                return (task, index, step);
            }
        }
    }
    panic!("no step begins with {start}");
}

#[test]
fn the_seeds_give_the_plan_of_the_reference() {
    if !require::requires("shared") {
        return;
    }
    let seeds = seeds();
    let plan = compile(seeds.iter().flat_map(|(l, f)| documents(f, l)).collect());
    // Section 1: twelve blocks are eleven steps and one expected output.
    let steps = plan
        .tasks
        .iter()
        .flat_map(|t| t.steps())
        .filter(|s| s.action != Action::None);
    assert_eq!(steps.count(), 11);
    assert_eq!(find(&plan, "Get-CsSite").2.kind, StepKind::Discover);
    assert_eq!(
        find(&plan, "Get-ExchangeCertificate").2.kind,
        StepKind::Discover
    );
    let recycle = find(&plan, r"C:\Windows").2;
    assert_eq!(recycle.risk, procedure::Risk::Interrupt);
    let output = recycle.expect.as_ref().map(|e| e.output.as_str());
    assert_eq!(
        output,
        Some("\"MSExchangeOWAAppPool\" successfully recycled")
    );
    assert_eq!(
        find(&plan, "Enable-CsTopology").2.scope,
        procedure::Scope::All
    );
    let Action::Edit(edit) = &find(&plan, "<add key").2.action else {
        panic!("the XML block is an edit")
    };
    assert_eq!(edit.file, "Web.config");
    assert_eq!(
        edit.folder.as_deref(),
        Some(r"C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa")
    );
    assert_eq!(edit.parent.as_deref(), Some("AppSettings"));
    // Section 2: the noun tells the session.
    assert_eq!(
        find(&plan, "New-CsTrustedApplication ")
            .2
            .session
            .as_deref(),
        Some("lync")
    );
    assert_eq!(recycle.session.as_deref(), Some("exchange"));
    // Section 3: no sample is left in a command; equal values are one parameter.
    let parameters: Vec<&str> = plan.parameters.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(
        parameters,
        [
            "trustedApplicationPoolFqdn",
            "registrar",
            "site",
            "applicationId",
            "port",
            "imCertificateThumbprint",
            "owaMailboxPolicyIdentity"
        ]
    );
    assert_eq!(plan.parameters[0].uses.len(), 2);
    assert_eq!(plan.parameters[1].uses.len(), 2);
    let text = outline(&plan);
    let commands = text
        .lines()
        .filter(|l| l.trim_start().starts_with("$ ") || l.contains("<add "));
    for line in commands {
        for sample in ["litwareinc", "Redmond", "5199", "EA5A33", "OutlookWebApp"] {
            assert!(!line.contains(sample), "{sample} is left in: {line}");
        }
    }
    // Section 4: tasks, their kinds and order; lookups before what needs them; the choice.
    let kinds: Vec<TaskKind> = plan.tasks.iter().map(|t| t.kind).collect();
    use TaskKind::{Apply, Background, Prepare, Undo, Verify};
    assert_eq!(
        kinds,
        [Prepare, Background, Apply, Apply, Apply, Verify, Undo]
    );
    assert!(find(&plan, "Get-CsSite").1 < find(&plan, "New-CsTrustedApplicationPool").1);
    assert!(find(&plan, "Get-ExchangeCertificate").1 < find(&plan, "<add key").1);
    let guard = plan.tasks[2].guard.as_ref().map(|g| g.effect.clone());
    assert_eq!(
        guard,
        Some(GuardEffect::SkipTo(Some(plan.tasks[3].id.clone())))
    );
    let choices = plan.tasks[4]
        .items
        .iter()
        .filter(|i| matches!(i, Item::Choice(_)));
    assert_eq!(choices.count(), 1);
    let background = plan.tasks[1].steps().all(|s| s.kind == StepKind::Note);
    assert!(background, "a section that explains has no steps");
    // Section 6: what undoes is a goal of its own, and the other ends with the verification.
    let goals: Vec<(&str, bool, usize)> = plan
        .goals
        .iter()
        .map(|g| (g.id.as_str(), g.default, g.tasks.len()))
        .collect();
    assert_eq!(goals, [("main", true, 6), ("disable", false, 1)]);
    assert_eq!(plan.tasks[6].inverse_of.as_ref(), Some(&plan.tasks[3].id));
    assert_eq!(plan.goals[0].tasks.last(), Some(&plan.tasks[5].id));
    assert!(plan.disputed.iter().all(|d| d.withheld.is_none()));
    // The same steps come from each locale alone.
    for (locale, file) in &seeds {
        assert_eq!(
            actions(&compile(documents(file, locale))),
            actions(&plan),
            "{locale}"
        );
    }
}
