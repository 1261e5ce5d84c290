//! What a decision is about: the code and the sentences of its part, as one text that is the same
//! whatever the translations, and its digest.

use super::super::identity::digest;
use super::super::{
    Action, Choice, Expectation, Goal, Item, Parameter, Piece, Procedure, Step, Task, Text,
};
use crate::source::Locale;

/// How many characters of a content are quoted.
const QUOTED: usize = 240;

/// The content of a part, and its digest.
pub(super) struct Content {
    pub(super) digest: String,
    /// Its beginning, on one line.
    pub(super) words: String,
}

impl Content {
    fn of(text: &str) -> Self {
        let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((end, _)) = words.char_indices().nth(QUOTED) {
            words.truncate(end);
        }
        Content {
            digest: digest(text, 12),
            words,
        }
    }
}

/// Contents of one procedure. Sentences count as the source says them; without a source, what
/// they are about is in the ids alone.
pub(super) struct Contents<'p> {
    pub(super) procedure: &'p Procedure,
    pub(super) source: Option<&'p Locale>,
}

impl Contents<'_> {
    pub(super) fn step(&self, step: &Step) -> Content {
        let code = match &step.action {
            Action::Command(command) => command.code.clone(),
            Action::Edit(edit) => format!("{}\n{}", edit.file, edit.content),
            Action::None => String::new(),
        };
        let expected = step
            .expect
            .as_ref()
            .map(|e: &Expectation| e.output.as_str());
        let parts = [
            code,
            self.words(&step.text),
            self.words(&step.explanation),
            expected.unwrap_or_default().to_owned(),
        ];
        self.join(&parts, &step.id)
    }

    pub(super) fn task(&self, task: &Task) -> Content {
        let ids = task.items.iter().map(|i| i.id().to_owned());
        let parts: Vec<String> = std::iter::once(self.words(&task.title))
            .chain(ids)
            .collect();
        self.join(&parts, &task.id)
    }

    pub(super) fn goal(&self, goal: &Goal) -> Content {
        self.join(&goal.tasks, &goal.id)
    }

    /// That of the choice of `id`.
    pub(super) fn choice_of(&self, id: &str) -> Option<Content> {
        let items = self.procedure.tasks.iter().flat_map(|t| &t.items);
        let mut choices = items.filter_map(|item| match item {
            Item::Choice(choice) if choice.id == id => Some(choice),
            _ => None,
        });
        choices.next().map(|choice| self.choice(choice))
    }

    pub(super) fn choice(&self, choice: &Choice) -> Content {
        let steps = choice.arms.iter().flat_map(|a| &a.steps);
        let parts: Vec<String> = steps.map(|s| self.step(s).words).collect();
        self.join(&parts, &choice.id)
    }

    pub(super) fn parameter(&self, parameter: &Parameter) -> Content {
        let parts = [parameter.sample.clone(), parameter.uses.join(" ")];
        self.join(&parts, &parameter.id)
    }

    fn join(&self, parts: &[String], id: &str) -> Content {
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        match parts.is_empty() {
            true => Content::of(id),
            false => Content::of(&parts.join("\n")),
        }
    }

    fn words(&self, text: &Text) -> String {
        let pieces = self.source.and_then(|source| text.wordings.get(source));
        let pieces = pieces.map(Vec::as_slice).unwrap_or_default();
        pieces.iter().map(Piece::as_str).collect()
    }
}
