//! A person's decisions carried out. Each is held against what its part says now; what cannot be
//! done is said and left.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::super::view::View;
use super::super::{
    Arity, Aspect, Basis, Finding, FindingKind, Goal, Guard, GuardEffect, Inference, Item,
    Procedure, Role, Subject, Text, unit_name,
};
use super::content::{Content, Contents};
use super::{ChoiceReview, Effect, GoalReview, GuardReview, Review, TaskReview, Wordings};
use crate::align::UnitId;
use crate::diagnostic::Certainty;
use crate::source::Locale;

/// By the id of a step, the units that say what to do, and those that explain it.
pub(in crate::procedure) type Said = BTreeMap<String, (Vec<UnitId>, Vec<UnitId>)>;

/// Carries out the decisions, and gives what is to be said about them.
pub(in crate::procedure) fn apply(
    review: &Review,
    view: &View<'_>,
    said: &Said,
    procedure: &mut Procedure,
) -> Outcome {
    let mut reviewer = Reviewer {
        review,
        view,
        said,
        procedure,
        findings: Vec::new(),
        fixed: Vec::new(),
        at: 0,
    };
    if review.article != reviewer.procedure.id {
        reviewer.fault(
            &review.article,
            "this review is of another article".to_owned(),
        );
        return reviewer.outcome();
    }
    reviewer.roles();
    reviewer.compare();
    reviewer.parameters();
    reviewer.steps();
    reviewer.choices();
    reviewer.tasks();
    reviewer.goals();
    reviewer.moves();
    reviewer.drop_unused();
    reviewer.outcome()
}

/// What came of a review.
pub(in crate::procedure) struct Outcome {
    /// What is to be said about it.
    pub(in crate::procedure) findings: Vec<Finding>,
    /// The samples that are meant as they stand.
    pub(in crate::procedure) fixed: Vec<String>,
}

/// Carries out decisions.
pub(super) struct Reviewer<'a, 'v> {
    pub(super) review: &'a Review,
    pub(super) view: &'v View<'a>,
    pub(super) said: &'v Said,
    pub(super) procedure: &'v mut Procedure,
    pub(super) findings: Vec<Finding>,
    pub(super) fixed: Vec<String>,
    /// The byte of the decision that is being carried out.
    pub(super) at: usize,
}

impl<'a> Reviewer<'a, '_> {
    fn outcome(mut self) -> Outcome {
        self.findings.sort_by_key(|f| (f.kind, f.line));
        Outcome {
            findings: self.findings,
            fixed: self.fixed,
        }
    }

    /// Says why the decision at hand cannot be carried out.
    pub(super) fn fault(&mut self, part: &str, reason: String) {
        let mut finding = Finding::new(FindingKind::ReviewFault, &[part], reason);
        finding.line = Some(self.review.line(self.at));
        self.findings.push(finding);
    }

    /// Notes what a person decided.
    pub(super) fn decided(&mut self, subject: Subject, aspect: Aspect, note: &str) {
        let inferences = &mut self.procedure.inferences;
        inferences.retain(|i| i.subject != subject || i.aspect != aspect);
        inferences.push(Inference {
            subject,
            aspect,
            certainty: Certainty::Certain,
            basis: Basis::Review,
            evidence: note.to_owned(),
        });
    }

    fn roles(&mut self) {
        for (id, role) in &self.review.roles {
            let name = role.name.clone();
            match self.procedure.roles.iter_mut().find(|r| r.id == *id) {
                Some(known) => known.name = name,
                None => self.procedure.roles.push(Role {
                    id: id.clone(),
                    name,
                }),
            }
        }
    }

    /// Says which decisions are about something else than what stands there now.
    fn compare(&mut self) {
        let review = self.review;
        let procedure = &*self.procedure;
        let source = self.view.article.source;
        let contents = Contents {
            procedure,
            source: source.map(|i| &self.view.article.documents[i].locale),
        };
        let mut found = Vec::new();
        let mut hold = |id: &str, at: usize, (digest, seen): (Option<&str>, &str), now| {
            found.extend(held(review, id, at, (digest, seen), now));
        };
        for (id, entry) in &review.goals {
            let now = procedure
                .goals
                .iter()
                .find(|g| g.id == *id)
                .map(|g| contents.goal(g));
            let old = entry.get_ref();
            hold(
                id,
                entry.span().start,
                (old.content.as_deref(), &old.seen),
                now,
            );
        }
        for (id, entry) in &review.tasks {
            let now = procedure
                .tasks
                .iter()
                .find(|t| t.id == *id)
                .map(|t| contents.task(t));
            let old = entry.get_ref();
            hold(
                id,
                entry.span().start,
                (old.content.as_deref(), &old.seen),
                now,
            );
        }
        for (id, entry) in &review.steps {
            let now = procedure.step(id).map(|s| contents.step(s));
            let old = entry.get_ref();
            hold(
                id,
                entry.span().start,
                (old.content.as_deref(), &old.seen),
                now,
            );
        }
        for (id, entry) in &review.choices {
            let now = contents.choice_of(id);
            let old = entry.get_ref();
            hold(
                id,
                entry.span().start,
                (old.content.as_deref(), &old.seen),
                now,
            );
        }
        for (id, entry) in &review.parameters {
            let now = procedure.parameters.iter().find(|p| p.id == *id);
            let now = now.map(|p| contents.parameter(p));
            let old = entry.get_ref();
            hold(
                id,
                entry.span().start,
                (old.content.as_deref(), &old.seen),
                now,
            );
        }
        self.findings.extend(found);
    }

    fn tasks(&mut self) {
        let review = self.review;
        for (id, entry) in &review.tasks {
            self.at = entry.span().start;
            if let Some(index) = self.procedure.tasks.iter().position(|t| t.id == *id) {
                self.task(index, entry);
            }
        }
    }

    fn task(&mut self, index: usize, entry: &'a Spanned<TaskReview>) {
        let decided = entry.get_ref();
        let id = self.procedure.tasks[index].id.clone();
        let subject = || Subject::Task(id.clone());
        if let Some(kind) = decided.kind {
            self.procedure.tasks[index].kind = kind;
            self.decided(subject(), Aspect::Kind, &decided.note);
        }
        if let Some(guard) = &decided.guard {
            let units: Vec<UnitId> = self.all_units(index);
            match self.guard(&id, guard, &units) {
                Ok(guard) => self.procedure.tasks[index].guard = guard,
                Err(reason) => self.fault(&id, reason),
            }
            self.decided(subject(), Aspect::Guard, &decided.note);
        }
        if let Some(requires) = &decided.requires {
            match self.unknown_task(requires) {
                Some(unknown) => self.fault(&id, format!("there is no task `{unknown}`")),
                None => self.procedure.tasks[index].requires = requires.clone(),
            }
        }
    }

    fn all_units(&self, task: usize) -> Vec<UnitId> {
        let steps = self.procedure.tasks[task].steps();
        let mut units: Vec<UnitId> = steps.flat_map(|s| s.sources.clone()).collect();
        if let Some(guard) = self.procedure.tasks[task].guard.as_ref() {
            // Sentences that a guard says stand in no step.
            let all = 0..self.view.alignment.units.len();
            let said = all.map(|i| UnitId(i as u32));
            units.extend(said.filter(|u| self.view.text(&[*u]) == guard.text));
        }
        units
    }

    pub(super) fn unknown_task<'t>(&self, ids: &'t [String]) -> Option<&'t String> {
        let known = |id: &&String| self.procedure.tasks.iter().any(|t| t.id == **id);
        ids.iter().find(|id| !known(id))
    }

    /// The condition that a person wrote.
    pub(super) fn guard(
        &self,
        part: &str,
        guard: &GuardReview,
        units: &[UnitId],
    ) -> Result<Option<Guard>, String> {
        let effect = match guard.effect {
            Effect::None => return Ok(None),
            Effect::OnlyIf => GuardEffect::OnlyIf,
            Effect::SkipTo => {
                let unknown = guard.to.as_slice();
                if let Some(unknown) = self.unknown_task(unknown) {
                    return Err(format!("there is no task `{unknown}`"));
                }
                GuardEffect::SkipTo(guard.to.clone())
            }
        };
        let text = match &guard.text {
            Some(words) => self.words(words),
            None => self.view.text(
                &named_units(&guard.units, units)
                    .map_err(|unknown| format!("`{unknown}` is no sentence of `{part}`"))?,
            ),
        };
        Ok(Some(Guard { text, effect }))
    }

    /// A person's words, in all locales of the article or in those that they are written for.
    pub(super) fn words(&self, words: &Wordings) -> Text {
        let piece = |text: &String| vec![super::super::Piece::Words(text.clone())];
        let wordings: BTreeMap<Locale, _> = match words {
            Wordings::All(text) => {
                let locales = self.procedure.locales.iter();
                locales.map(|l| (l.clone(), piece(text))).collect()
            }
            Wordings::Each(words) => {
                let each = words.iter();
                each.map(|(l, text)| (l.clone(), piece(text))).collect()
            }
        };
        Text { wordings }
    }

    fn choices(&mut self) {
        let review = self.review;
        for (id, entry) in &review.choices {
            let decided: &ChoiceReview = entry.get_ref();
            let question = decided.question.as_ref().map(|q| self.words(q));
            let items = self.procedure.tasks.iter_mut().flat_map(|t| &mut t.items);
            let choice = items.into_iter().find_map(|item| match item {
                Item::Choice(choice) if choice.id == *id => Some(choice),
                _ => None,
            });
            let Some(choice) = choice else { continue };
            let arity: Option<Arity> = decided.arity;
            choice.arity = arity.unwrap_or(choice.arity);
            if let Some(question) = question {
                choice.question = question;
            }
            if arity.is_some() {
                self.decided(Subject::Choice(id.clone()), Aspect::Arity, &decided.note);
            }
        }
    }

    fn goals(&mut self) {
        let review = self.review;
        for (id, entry) in &review.goals {
            self.at = entry.span().start;
            let decided: &GoalReview = entry.get_ref();
            let unknown = decided
                .tasks
                .as_deref()
                .and_then(|t| self.unknown_task(t))
                .cloned();
            if let Some(unknown) = unknown {
                self.fault(id, format!("there is no task `{unknown}`"));
                continue;
            }
            let title = decided.title.as_ref().map(|t| self.words(t));
            let Some(goal) = self.procedure.goals.iter_mut().find(|g| g.id == *id) else {
                continue;
            };
            change_goal(goal, decided, title);
            if decided.tasks.is_some() {
                self.decided(Subject::Goal(id.clone()), Aspect::Tasks, &decided.note);
            }
            self.rename_goal(id, decided);
        }
    }

    fn rename_goal(&mut self, id: &str, decided: &GoalReview) {
        let goals = &mut self.procedure.goals;
        if decided.default == Some(true) {
            goals.iter_mut().for_each(|g| g.default = g.id == id);
        }
        let Some(new) = &decided.id else { return };
        let plain = new.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if new.is_empty() || !plain || goals.iter().any(|g| g.id == *new) {
            return self.fault(id, format!("`{new}` cannot be the name of a goal"));
        }
        for goal in goals {
            let ids = std::iter::once(&mut goal.id).chain(&mut goal.excludes);
            ids.filter(|i| *i == id).for_each(|i| i.clone_from(new));
        }
        let subjects = self.procedure.inferences.iter_mut().map(|i| &mut i.subject);
        let own = subjects.filter(|s| **s == Subject::Goal(id.to_owned()));
        own.for_each(|s| *s = Subject::Goal(new.clone()));
    }
}

fn change_goal(goal: &mut Goal, decided: &GoalReview, title: Option<Text>) {
    if let Some(tasks) = &decided.tasks {
        goal.tasks.clone_from(tasks);
    }
    if let Some(title) = title {
        goal.title = title;
    }
}

/// The units of these names; the first that is none of `units`, if one is not.
pub(super) fn named_units<'n>(
    names: &'n [String],
    units: &[UnitId],
) -> Result<Vec<UnitId>, &'n String> {
    let known: BTreeMap<String, UnitId> = units.iter().map(|u| (unit_name(*u), *u)).collect();
    let found = names
        .iter()
        .map(|name| known.get(name).copied().ok_or(name));
    let found: Result<BTreeSet<UnitId>, _> = found.collect();
    found.map(|units| units.into_iter().collect())
}

/// Whether a decision is still about what it was made about.
fn held(
    review: &Review,
    id: &str,
    at: usize,
    (digest, seen): (Option<&str>, &str),
    now: Option<Content>,
) -> Option<Finding> {
    let digest = digest?;
    let (kind, new) = match now {
        None => (FindingKind::ReviewGone, String::new()),
        Some(now) if now.digest != digest => (FindingKind::ReviewStale, now.words),
        Some(_) => return None,
    };
    let mut finding = Finding::new(kind, &[id], "");
    finding.change = Some((seen.to_owned(), new));
    finding.line = Some(review.line(at));
    Some(finding)
}
