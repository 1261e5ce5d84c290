//! Drafts that do something to steps: what is run or changed, where, after what, and what it shows.

use crate::align::UnitId;
use crate::shell::{self, Dialect, Risk};

use super::drafts::{Act, Draft};
use super::inference::{BY_CODE, BY_LITERAL, PROVEN, USUAL};
use super::steps::Assembly;
use super::{
    Action, Aspect, Command, Dispute, Expectation, Hosts, Matching, Step, StepKind, Verification,
    effects, roles,
};

impl Assembly<'_, '_> {
    /// The step of a draft that does something.
    pub(super) fn act(&mut self, draft: &Draft, act: &Act, number: usize, lead: &[UnitId]) -> Step {
        let kind = match &act.action {
            Action::Edit(_) => StepKind::EditFile,
            _ if act.risk > Risk::Read => StepKind::Run,
            _ => StepKind::Query,
        };
        let shown = self.lookups.supplies.get(&number);
        let kind = if shown.is_some() {
            StepKind::Discover
        } else {
            kind
        };
        let shown = shown.into_iter().flatten();
        let supplies = shown.map(|i| self.found[*i].parameter.id.clone()).collect();
        let units: Vec<UnitId> = lead.iter().chain(&draft.tail).copied().collect();
        let expected = draft.expect.as_ref();
        let mut sources: Vec<UnitId> = units.iter().chain(&draft.sources).copied().collect();
        sources.extend(expected.iter().flat_map(|e| &e.units));
        sources.sort();
        sources.dedup();
        let mut step = Step {
            id: self.ids.step(&act.action, "", kind, &[]),
            kind,
            guard: None,
            text: self.view.text(lead),
            explanation: self.view.text(&draft.tail),
            listed: false,
            role: None,
            hosts: Hosts::One,
            session: self.sessions.get(number).cloned().flatten(),
            action: act.action.clone(),
            risk: act.risk,
            scope: act.scope,
            expect: expected.map(|e| Expectation {
                output: e.output.clone(),
                matching: Matching::Lines,
                text: self.view.text(&e.units),
            }),
            supplies,
            after: Vec::new(),
            verification: act.verification,
            sources,
        };
        let said = (lead.to_vec(), draft.tail.clone());
        self.said.insert(step.id.clone(), said);
        self.explain(&step, draft);
        self.stand(&mut step, number, (lead, &draft.tail));
        self.follow(&mut step, draft, number);
        match &act.withheld {
            Some(candidates) => self.withhold(&mut step, draft, candidates),
            None => {
                self.step_of.insert(number, step.id.clone());
            }
        }
        step
    }

    /// Notes why the step is what it is.
    fn explain(&mut self, step: &Step, draft: &Draft) {
        let acting = draft.command().and_then(|c| {
            let first = c.script.invocations().next();
            effects::acting(c).or(first).map(|i| i.command().to_owned())
        });
        let file = draft.edit().map(|e| e.file.clone());
        let name = acting.or(file).unwrap_or_default();
        let basis = match step.risk {
            Risk::Unknown => USUAL,
            _ => PROVEN,
        };
        self.note(step, Aspect::Kind, basis, &name);
        self.note(step, Aspect::Risk, basis, &name);
        if step.session.is_some() {
            let own = draft.command().is_some_and(super::sessions::tells);
            self.note(
                step,
                Aspect::Session,
                if own { BY_CODE } else { USUAL },
                &name,
            );
        }
        if !step.supplies.is_empty() {
            self.note(step, Aspect::Supplies, BY_CODE, &step.supplies.join(" "));
        }
        if let Some(expect) = &step.expect {
            self.note(
                step,
                Aspect::Expect,
                BY_CODE,
                expect.output.lines().next().unwrap_or_default(),
            );
        }
    }

    /// Where the step is done.
    fn stand(&mut self, step: &mut Step, number: usize, around: (&[UnitId], &[UnitId])) {
        let session = self.around.get(number).and_then(Option::as_deref);
        let role = self.roles.of_session(session);
        if let Some(role) = &role {
            step.role = Some(role.value.clone());
            self.note(step, Aspect::Role, role.basis, &role.evidence);
        }
        let hosts = roles::of_act(
            self.view,
            (&step.action, step.risk > Risk::Read),
            role.is_some(),
            around,
        );
        step.hosts = hosts.value;
        if hosts.value == Hosts::Each {
            self.note(step, Aspect::Hosts, hosts.basis, &hosts.evidence);
        }
    }

    /// What comes before the step: the look-ups of its values, the commands that make what it
    /// names, the change of a file that its sentences name, and the change before it in its shell.
    fn follow(&mut self, step: &mut Step, draft: &Draft, number: usize) {
        let mut before: Vec<(String, (_, _), String)> = Vec::new();
        let used = self.lookups.used_by.get(&number).into_iter().flatten();
        for parameter in used {
            let shown = self.lookups.shown_by.get(parameter);
            if let Some(step) = shown.and_then(|d| self.step_of.get(d)) {
                let id = self.found[*parameter].parameter.id.clone();
                before.push((step.clone(), BY_CODE, id));
            }
        }
        let mut last = None;
        for done in &self.done {
            let made = done.made.as_ref();
            let made = made.filter(|m| draft.command().is_some_and(|c| uses(m, c)));
            if let Some((_, name)) = made {
                before.push((done.step.clone(), BY_CODE, name.clone()));
            } else if let Some(file) = done.file.as_ref().filter(|f| self.names(draft, f)) {
                before.push((done.step.clone(), BY_LITERAL, file.clone()));
            } else if done.section == draft.place.section && done.session == step.session {
                last = Some(done.step.clone());
            }
        }
        if let Some(last) = last.filter(|_| draft.changes()) {
            before.push((last, USUAL, String::new()));
        }
        for (id, basis, evidence) in before {
            if !step.after.contains(&id) && id != step.id {
                self.note(step, Aspect::After, basis, &format!("{id} {evidence}"));
                step.after.push(id);
            }
        }
        if draft.changes() {
            self.done.push(Done::new(step, draft));
        }
    }

    fn names(&self, draft: &Draft, file: &str) -> bool {
        let literals = draft.lead.iter().flat_map(|u| self.view.literals(*u));
        literals
            .into_iter()
            .any(|(_, value)| value.eq_ignore_ascii_case(file))
    }

    /// A step whose code is disputed keeps its place and its text; a person has to act.
    fn withhold(&mut self, step: &mut Step, draft: &Draft, candidates: &[String]) {
        step.kind = StepKind::Manual;
        step.action = Action::None;
        step.session = None;
        step.expect = None;
        step.supplies.clear();
        step.verification = Verification::NotApplicable;
        step.risk = Risk::Unknown;
        if let Some(unit) = draft.sources.first() {
            self.disputed.push(Dispute {
                unit: *unit,
                candidates: candidates.to_vec(),
                withheld: Some(step.id.clone()),
            });
        }
    }
}

/// A step that changed something, for those after it.
pub(super) struct Done {
    step: String,
    section: usize,
    session: Option<String>,
    /// The file that it changed.
    file: Option<String>,
    /// The noun and the name of what it made.
    made: Option<(String, String)>,
}

impl Done {
    fn new(step: &Step, draft: &Draft) -> Self {
        Done {
            step: step.id.clone(),
            section: draft.place.section,
            session: step.session.clone(),
            file: draft.edit().map(|e| e.file.clone()),
            made: draft.command().and_then(made),
        }
    }
}

/// The noun and the name of what a command makes.
pub(super) fn made(command: &Command) -> Option<(String, String)> {
    if command.dialect != Dialect::PowerShell {
        return None;
    }
    let acting = effects::acting(command)?;
    let (verb, noun) = shell::verb_and_noun(acting.command())?;
    let makes = ["new", "add", "register"].contains(&verb.to_ascii_lowercase().as_str());
    let mut arguments = acting.arguments.iter();
    let named = arguments.find(|a| a.name().is_none_or(effects::is_naming))?;
    let name = named.constant()?.to_ascii_lowercase();
    makes.then(|| (noun.to_ascii_lowercase(), name))
}

/// Whether a command names what another one makes: by its name, where that tells hosts apart, or
/// by a parameter that is called like it.
pub(super) fn uses((noun, name): &(String, String), command: &Command) -> bool {
    let acting = effects::acting(command).and_then(|i| shell::verb_and_noun(i.command()));
    let same_noun = acting.is_some_and(|(_, own)| own.eq_ignore_ascii_case(noun));
    let mut arguments = command.script.invocations().flat_map(|i| &i.arguments);
    arguments.any(|a| {
        let same = a.constant().is_some_and(|v| v.eq_ignore_ascii_case(name));
        let like = |n: &str| n.to_ascii_lowercase().contains(noun_stem(noun));
        let names = same_noun && a.name().is_none_or(effects::is_naming);
        same && (names || name.contains('.') || a.name().is_some_and(like))
    })
}

/// A noun without the two letters of its product: `cssite` is `site`.
fn noun_stem(noun: &str) -> &str {
    match noun.strip_prefix("cs") {
        Some(rest) if !rest.is_empty() => rest,
        _ => noun,
    }
}
