//! Procedures as one JSON object: `runbookc.procedure/1`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::diagnostic::render::wire;
use crate::procedure::{
    Action, Arm, Choice, CodePiece, Dispute, Finding, Goal, Guard, GuardEffect, Inference, Item,
    Parameter, Piece, Procedure, Role, Session, Step, Task, Text,
};

/// Writes procedures as one JSON object, ended by a line feed.
pub fn json(procedures: &[Procedure], out: &mut dyn Write) -> io::Result<()> {
    let report = Report {
        schema: "runbookc.procedure/1",
        procedures: procedures.iter().map(procedure).collect(),
    };
    wire::pretty(&report, out)
}

type Words = BTreeMap<String, String>;

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    procedures: Vec<WireProcedure<'a>>,
}

#[derive(Serialize)]
struct WireProcedure<'a> {
    id: &'a str,
    title: Words,
    locales: Vec<String>,
    goals: Vec<WireGoal<'a>>,
    parameters: Vec<WireParameter<'a>>,
    roles: Vec<WireRole<'a>>,
    sessions: Vec<WireSession<'a>>,
    tasks: Vec<WireTask<'a>>,
    disputed: Vec<WireDispute<'a>>,
    inferences: Vec<WireInference<'a>>,
    findings: Vec<WireFinding<'a>>,
}

#[derive(Serialize)]
struct WireFinding<'a> {
    name: &'static str,
    parts: &'a [String],
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
}

#[derive(Serialize)]
struct WireRole<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct WireInference<'a> {
    subject: &'a str,
    aspect: &'static str,
    certainty: &'static str,
    basis: &'static str,
    evidence: &'a str,
}

#[derive(Serialize)]
struct WireGoal<'a> {
    id: &'a str,
    title: Words,
    tasks: &'a [String],
    default: bool,
    excludes: &'a [String],
}

#[derive(Serialize)]
struct WireParameter<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    sample: &'a str,
    uses: &'a [String],
    discovered_by: Option<&'a str>,
    required: bool,
    pattern: Option<&'a str>,
    description: Words,
}

#[derive(Serialize)]
struct WireSession<'a> {
    id: &'a str,
    name: &'a str,
    shell: &'static str,
    evidence: Vec<&'a str>,
}

#[derive(Serialize)]
struct WireTask<'a> {
    id: &'a str,
    title: Words,
    kind: &'static str,
    guard: Option<WireGuard<'a>>,
    inverse_of: Option<&'a str>,
    requires: &'a [String],
    steps: Vec<WireItem<'a>>,
}

#[derive(Serialize)]
struct WireGuard<'a> {
    text: Words,
    effect: &'static str,
    to: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum WireItem<'a> {
    Step(Box<WireStep<'a>>),
    Choice {
        choice: &'a str,
        question: Words,
        arity: &'static str,
        arms: Vec<WireArm<'a>>,
    },
}

#[derive(Serialize)]
struct WireArm<'a> {
    id: &'a str,
    title: Words,
    steps: Vec<WireStep<'a>>,
}

#[derive(Serialize)]
struct WireStep<'a> {
    id: &'a str,
    kind: &'static str,
    guard: Option<WireGuard<'a>>,
    text: Words,
    explanation: Words,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrected: Vec<WireCorrection<'a>>,
    role: Option<&'a str>,
    hosts: &'static str,
    session: Option<&'a str>,
    action: Option<WireAction<'a>>,
    risk: &'static str,
    scope: &'static str,
    expect: Option<WireExpectation<'a>>,
    supplies: &'a [String],
    after: &'a [String],
    verification: Option<u8>,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct WireCorrection<'a> {
    locale: String,
    found: &'a str,
    canonical: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum WireAction<'a> {
    Command {
        shell: &'static str,
        code: &'a str,
        template: String,
    },
    Edit {
        file: &'a str,
        folder: Option<&'a str>,
        format: &'static str,
        parent: Option<&'a str>,
        content: &'a str,
        template: String,
    },
}

#[derive(Serialize)]
struct WireExpectation<'a> {
    output: &'a str,
    matching: &'static str,
    text: Words,
}

#[derive(Serialize)]
struct WireDispute<'a> {
    unit: String,
    candidates: &'a [String],
    withheld: Option<&'a str>,
}

fn procedure(p: &Procedure) -> WireProcedure<'_> {
    WireProcedure {
        id: &p.id,
        title: words(&p.title),
        locales: p.locales.iter().map(ToString::to_string).collect(),
        goals: p.goals.iter().map(goal).collect(),
        parameters: p.parameters.iter().map(parameter).collect(),
        roles: p.roles.iter().map(role).collect(),
        sessions: p.sessions.iter().map(session).collect(),
        tasks: p.tasks.iter().map(task).collect(),
        disputed: p.disputed.iter().map(dispute).collect(),
        inferences: p.inferences.iter().map(inference).collect(),
        findings: p.findings.iter().map(finding).collect(),
    }
}

fn role(r: &Role) -> WireRole<'_> {
    WireRole {
        id: &r.id,
        name: &r.name,
    }
}

fn finding(f: &Finding) -> WireFinding<'_> {
    WireFinding {
        name: f.kind.name(),
        parts: &f.parts,
        value: &f.value,
        old: f.change.as_ref().map(|(old, _)| old.as_str()),
        new: f.change.as_ref().map(|(_, new)| new.as_str()),
        line: f.line,
    }
}

fn inference(i: &Inference) -> WireInference<'_> {
    WireInference {
        subject: i.subject.id(),
        aspect: i.aspect.name(),
        certainty: i.certainty.name(),
        basis: i.basis.name(),
        evidence: &i.evidence,
    }
}

fn goal(g: &Goal) -> WireGoal<'_> {
    WireGoal {
        id: &g.id,
        title: words(&g.title),
        tasks: &g.tasks,
        default: g.default,
        excludes: &g.excludes,
    }
}

fn parameter(p: &Parameter) -> WireParameter<'_> {
    WireParameter {
        name: &p.id,
        kind: p.kind.name(),
        sample: &p.sample,
        uses: &p.uses,
        discovered_by: p.discovered_by.as_deref(),
        required: p.required,
        pattern: p.pattern.as_deref(),
        description: words(&p.description),
    }
}

fn session(s: &Session) -> WireSession<'_> {
    WireSession {
        id: &s.id,
        name: &s.name,
        shell: s.dialect.name(),
        evidence: s.evidence.iter().map(|e| e.text.as_str()).collect(),
    }
}

fn task(t: &Task) -> WireTask<'_> {
    WireTask {
        id: &t.id,
        title: words(&t.title),
        kind: t.kind.name(),
        guard: t.guard.as_ref().map(guard),
        inverse_of: t.inverse_of.as_deref(),
        requires: &t.requires,
        steps: t.items.iter().map(item).collect(),
    }
}

fn item(item: &Item) -> WireItem<'_> {
    match item {
        Item::Step(s) => WireItem::Step(Box::new(step(s))),
        Item::Choice(c) => choice(c),
    }
}

fn choice(c: &Choice) -> WireItem<'_> {
    WireItem::Choice {
        choice: &c.id,
        question: words(&c.question),
        arity: c.arity.name(),
        arms: c.arms.iter().map(arm).collect(),
    }
}

fn arm(a: &Arm) -> WireArm<'_> {
    WireArm {
        id: &a.id,
        title: words(&a.title),
        steps: a.steps.iter().map(step).collect(),
    }
}

fn guard(g: &Guard) -> WireGuard<'_> {
    let (effect, to) = match &g.effect {
        GuardEffect::OnlyIf => ("only-if", None),
        GuardEffect::SkipTo(to) => ("skip-to", to.as_deref()),
    };
    WireGuard {
        text: words(&g.text),
        effect,
        to,
    }
}

fn step(s: &Step) -> WireStep<'_> {
    WireStep {
        id: &s.id,
        kind: s.kind.name(),
        guard: s.guard.as_ref().map(guard),
        text: words(&s.text),
        explanation: words(&s.explanation),
        corrected: [&s.text, &s.explanation]
            .into_iter()
            .flat_map(corrections)
            .collect(),
        role: s.role.as_deref(),
        hosts: s.hosts.name(),
        session: s.session.as_deref(),
        action: action(&s.action),
        risk: s.risk.name(),
        scope: s.scope.name(),
        expect: s.expect.as_ref().map(|e| WireExpectation {
            output: &e.output,
            matching: e.matching.name(),
            text: words(&e.text),
        }),
        supplies: &s.supplies,
        after: &s.after,
        verification: s.verification.level(),
        sources: s.sources.iter().map(|u| unit(u.0)).collect(),
    }
}

fn action(action: &Action) -> Option<WireAction<'_>> {
    match action {
        Action::None => None,
        Action::Command(command) => Some(WireAction::Command {
            shell: command.dialect.name(),
            code: &command.code,
            template: template(&command.pieces),
        }),
        Action::Edit(edit) => Some(WireAction::Edit {
            file: &edit.file,
            folder: edit.folder.as_deref(),
            format: edit.format.name(),
            parent: edit.parent.as_deref(),
            content: &edit.content,
            template: template(&edit.pieces),
        }),
    }
}

/// Code with `{{name}}` where a parameter's value goes.
pub(super) fn template(pieces: &[CodePiece]) -> String {
    let piece = |p: &CodePiece| match p {
        CodePiece::Verbatim(code) => code.clone(),
        CodePiece::Parameter { id, .. } => format!("{{{{{id}}}}}"),
    };
    pieces.iter().map(piece).collect()
}

fn dispute(d: &Dispute) -> WireDispute<'_> {
    WireDispute {
        unit: unit(d.unit.0),
        candidates: &d.candidates,
        withheld: d.withheld.as_deref(),
    }
}

/// Units are written from 1, as `align` does.
fn unit(index: u32) -> String {
    format!("u{:04}", index + 1)
}

fn words(text: &Text) -> Words {
    let wordings = text.wordings.iter();
    let joined = wordings.map(|(locale, pieces)| {
        let words: String = pieces.iter().map(Piece::as_str).collect();
        (locale.to_string(), words)
    });
    joined.collect()
}

fn corrections(text: &Text) -> Vec<WireCorrection<'_>> {
    let pieces = text
        .wordings
        .iter()
        .flat_map(|(l, pieces)| pieces.iter().map(move |p| (l, p)));
    let corrected = pieces.filter_map(|(locale, piece)| match piece {
        Piece::Literal {
            value,
            corrected: Some(found),
            ..
        } => Some(WireCorrection {
            locale: locale.to_string(),
            found,
            canonical: value,
        }),
        _ => None,
    });
    corrected.collect()
}
