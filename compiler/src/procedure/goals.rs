//! What can be reached: the article's own goal, and one for each section that takes something
//! back or does it in another way.

use std::collections::BTreeMap;

use crate::align::UnitId;

use super::compile::Part;
use super::effects::Conflict;
use super::view::View;
use super::{Goal, Piece, Task, TaskKind, Text, outline};

/// The goals: one of all tasks that go together, and one of each that conflicts with them.
pub(super) fn goals(view: &View<'_>, parts: &[Part], tasks: &[Task]) -> Vec<Goal> {
    let done = |i: &usize| parts[*i].undoes.is_none() && !tasks[*i].items.is_empty();
    let main: Vec<usize> = (0..parts.len()).filter(done).collect();
    let acts = |i: &usize| tasks[*i].kind != TaskKind::Background;
    let mut goals = Vec::new();
    if main.iter().any(acts) {
        goals.push(Goal {
            id: "main".to_owned(),
            title: title(view),
            tasks: main.iter().map(|i| tasks[*i].id.clone()).collect(),
            default: true,
            excludes: Vec::new(),
        });
    }
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for (part, task) in parts.iter().zip(tasks) {
        let word = match &part.undoes {
            Some((_, Conflict::Inverse(word))) => word.clone(),
            Some((_, Conflict::Other)) => part.deed().unwrap_or_else(|| "by-hand".to_owned()),
            None => continue,
        };
        let count = taken.entry(word.clone()).or_default();
        *count += 1;
        goals.push(Goal {
            id: match count {
                1 => word,
                _ => format!("{word}-{count}"),
            },
            title: task.title.clone(),
            tasks: vec![task.id.clone()],
            default: goals.is_empty(),
            excludes: goals
                .first()
                .map(|g: &Goal| g.id.clone())
                .into_iter()
                .collect(),
        });
    }
    let others: Vec<String> = goals.iter().skip(1).map(|g| g.id.clone()).collect();
    if let Some(first) = goals.first_mut() {
        first.excludes = others;
    }
    goals
}

/// The tasks of the default goal first, then those of the others; a task without items is a
/// heading alone and left out.
pub(super) fn order(tasks: Vec<Task>, goals: &[Goal]) -> Vec<Task> {
    let apart = |t: &Task| goals.iter().any(|g| !g.default && g.tasks.contains(&t.id));
    let tasks = tasks.into_iter().filter(|t| !t.items.is_empty());
    let (apart, main): (Vec<Task>, Vec<Task>) = tasks.partition(apart);
    main.into_iter().chain(apart).collect()
}

/// The title in all locales.
pub(super) fn title(view: &View<'_>) -> Text {
    let units: Vec<UnitId> = outline::title(view)
        .into_iter()
        .flat_map(|row| view.units(row))
        .collect();
    let mut text = view.text(&units);
    for (column, document) in view.article.documents.iter().enumerate() {
        if let Some(title) = view.article.title(column) {
            let words = || vec![Piece::Words(title.to_owned())];
            text.wordings
                .entry(document.locale.clone())
                .or_insert_with(words);
        }
    }
    text
}
