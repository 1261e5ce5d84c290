//! Decisions about parameters: their names, what their values look like, and which are none.

use std::collections::BTreeSet;

use super::super::{Action, Aspect, CodePiece, Item, Parameter, Subject, Task};
use super::ParameterReview;
use super::apply::Reviewer;

impl Reviewer<'_, '_> {
    /// Changes the parameters as a person decided.
    pub(super) fn parameters(&mut self) {
        let review = self.review;
        for (id, entry) in &review.parameters {
            self.at = entry.span().start;
            let Some(index) = self.procedure.parameters.iter().position(|p| p.id == *id) else {
                continue;
            };
            let decided = entry.get_ref();
            self.decided(
                Subject::Parameter(id.clone()),
                Aspect::Sample,
                &decided.note,
            );
            if decided.fixed {
                let parameter = self.procedure.parameters.remove(index);
                self.fix(&parameter);
                self.fixed.push(parameter.sample);
                continue;
            }
            self.parameter(index, decided);
        }
    }

    fn parameter(&mut self, index: usize, decided: &ParameterReview) {
        let description = decided.description.as_ref().map(|d| self.words(d));
        let id = self.procedure.parameters[index].id.clone();
        if let Some(step) = &decided.discovered_by {
            match self.procedure.step(step).is_some() {
                true => self.procedure.parameters[index].discovered_by = Some(step.clone()),
                false => self.fault(&id, format!("there is no step `{step}`")),
            }
        }
        let parameter = &mut self.procedure.parameters[index];
        parameter.kind = decided.kind.unwrap_or(parameter.kind);
        parameter.required = decided.required.unwrap_or(parameter.required);
        parameter.pattern = decided.pattern.clone().or(parameter.pattern.take());
        if let Some(description) = description {
            parameter.description = description;
        }
        if let Some(name) = &decided.name {
            self.rename(&id, name);
        }
    }

    fn rename(&mut self, id: &str, name: &str) {
        let starts = name.starts_with(|c: char| c.is_ascii_lowercase());
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric()) && name.len() <= 60;
        let taken = self.procedure.parameters.iter().any(|p| p.id == name);
        if !starts || !plain || taken {
            return self.fault(id, format!("`{name}` cannot be the name of a parameter"));
        }
        for parameter in self.procedure.parameters.iter_mut().filter(|p| p.id == id) {
            name.clone_into(&mut parameter.id);
        }
        let rename = |named: &mut String| {
            if named == id {
                name.clone_into(named);
            }
        };
        self.pieces(|pieces| {
            for piece in pieces.iter_mut() {
                if let CodePiece::Parameter { id, .. } = piece {
                    rename(id);
                }
            }
        });
        let items = self.procedure.tasks.iter_mut().flat_map(|t| &mut t.items);
        for item in items {
            match item {
                Item::Step(step) => step.supplies.iter_mut().for_each(rename),
                Item::Choice(choice) => {
                    let steps = choice.arms.iter_mut().flat_map(|a| &mut a.steps);
                    steps.for_each(|s| s.supplies.iter_mut().for_each(rename));
                }
            }
        }
        for inference in &mut self.procedure.inferences {
            if inference.subject == Subject::Parameter(id.to_owned()) {
                inference.subject = Subject::Parameter(name.to_owned());
            }
        }
    }

    /// What no code has any more, because a person does it, is asked for no more.
    pub(super) fn drop_unused(&mut self) {
        let mut used = BTreeSet::new();
        for step in self.procedure.tasks.iter().flat_map(Task::steps) {
            let pieces = match &step.action {
                Action::Command(command) => &command.pieces,
                Action::Edit(edit) => &edit.pieces,
                Action::None => continue,
            };
            used.extend(pieces.iter().filter_map(|piece| match piece {
                CodePiece::Parameter { id, .. } => Some(id.clone()),
                CodePiece::Verbatim(_) => None,
            }));
        }
        self.procedure.parameters.retain(|p| used.contains(&p.id));
    }

    /// Puts the sample back into the code.
    fn fix(&mut self, parameter: &Parameter) {
        self.pieces(|pieces| {
            for piece in pieces.iter_mut() {
                if matches!(piece, CodePiece::Parameter { id, .. } if *id == parameter.id) {
                    *piece = CodePiece::Verbatim(parameter.sample.clone());
                }
            }
            join(pieces);
        });
        let steps = self.procedure.tasks.iter_mut().flat_map(|t| &mut t.items);
        for item in steps {
            if let Item::Step(step) = item {
                step.supplies.retain(|id| *id != parameter.id);
            }
        }
    }

    /// Hands the code of each step to `change`.
    fn pieces(&mut self, change: impl Fn(&mut Vec<CodePiece>)) {
        let act = |action: &mut Action| match action {
            Action::Command(command) => change(&mut command.pieces),
            Action::Edit(edit) => change(&mut edit.pieces),
            Action::None => {}
        };
        for item in self.procedure.tasks.iter_mut().flat_map(|t| &mut t.items) {
            match item {
                Item::Step(step) => act(&mut step.action),
                Item::Choice(choice) => {
                    let steps = choice.arms.iter_mut().flat_map(|a| &mut a.steps);
                    steps.for_each(|s| act(&mut s.action));
                }
            }
        }
    }
}

/// Joins pieces of code that stand side by side.
fn join(pieces: &mut Vec<CodePiece>) {
    let mut joined: Vec<CodePiece> = Vec::new();
    for piece in pieces.drain(..) {
        match (joined.last_mut(), piece) {
            (Some(CodePiece::Verbatim(code)), CodePiece::Verbatim(more)) => code.push_str(&more),
            (_, piece) => joined.push(piece),
        }
    }
    *pieces = joined;
}
