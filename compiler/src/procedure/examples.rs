//! Commands that only show what another one means: one that fills its placeholders, one of its other
//! forms, an example after it. They are shown and not run.

use std::collections::BTreeSet;

use crate::shell::{self, Dialect};

use super::drafts::{Draft, Form};
use super::effects::{acting, operands};
use super::outline::Place;
use super::view::View;
use super::{Command, moods};

/// Makes mere text of the commands of a section that only show what another one means.
pub(super) fn show(view: &View<'_>, drafts: &mut [Draft]) {
    show_filled(drafts);
    show_variants(drafts);
    show_examples(view, drafts);
}

/// A command that fills the placeholders of one before it shows what that means; it is no step of
/// its own.
fn show_filled(drafts: &mut [Draft]) {
    let mut templates: Vec<(Shape, Place)> = Vec::new();
    for draft in drafts.iter_mut().filter(|d| d.act().is_some()) {
        let Some(command) = draft.command() else {
            templates.clear();
            continue;
        };
        let shape = Shape::of(command);
        let fills = |(template, place): &(Shape, Place)| {
            let beside = place.item.is_some() && place.item == draft.place.item;
            // The next step of an ordered list is one of its own.
            let next = place.ordered && draft.place.ordered && !beside;
            !next && shape.fills(template, beside)
        };
        if !shell::placeholders(&command.code).is_empty() {
            templates.push((shape, draft.place));
        } else if templates.iter().rev().take(8).any(fills) {
            show_only(draft);
        } else {
            templates.clear();
        }
    }
}

/// A command that makes or changes the same once more, with other options, shows another form of the
/// one before it: `tool install -f a.yaml name ./place`, `tool install --set b=c name ./place`.
fn show_variants(drafts: &mut [Draft]) {
    let mut seen: Vec<(String, Vec<String>)> = Vec::new();
    for draft in drafts.iter_mut().filter(|d| d.changes()) {
        let Some(command) = draft.command() else {
            continue;
        };
        let Some(ends) = ends(command) else { continue };
        let code = command.code.clone();
        let again = |(other, e): &(String, Vec<String>)| *e == ends && *other != code;
        if seen.iter().any(again) {
            draft.form = Form::Words { code: Some(code) };
        } else {
            seen.push((code, ends));
        }
    }
}

/// Whether lines of bash make or change the same several times, with other options.
pub(super) fn has_variants(code: &str) -> bool {
    if code.lines().nth(1).is_none() {
        return false;
    }
    let parsed = shell::parse(Dialect::Bash, code);
    let mut seen: Vec<(&str, Vec<String>, Vec<&str>)> = Vec::new();
    // A block with more commands than that is a script.
    for invocation in parsed.script.invocations().take(40) {
        let words: Vec<String> = operands(invocation).collect();
        let options: Vec<&str> = invocation
            .arguments
            .iter()
            .filter_map(|a| a.name())
            .collect();
        let again = seen.iter().any(|(command, w, o)| {
            *command == invocation.command() && *w == words && *o != options
        });
        if again && words.len() > 1 && !options.is_empty() {
            return true;
        }
        seen.push((invocation.command(), words, options));
    }
    false
}

/// The program of a lone command of bash with its first word and the last two, where there are others
/// between them in one of its forms.
fn ends(command: &Command) -> Option<Vec<String>> {
    let mut all = command.script.invocations();
    let (only, None) = (all.next()?, all.next()) else {
        return None;
    };
    if command.dialect != Dialect::Bash {
        return None;
    }
    let words: Vec<String> = operands(only).collect();
    let [first, .., name, place] = words.as_slice() else {
        return None;
    };
    let ends = [only.command(), first, name, place];
    Some(ends.map(str::to_owned).to_vec())
}

/// What a command runs, without what its placeholders or samples stand for.
struct Shape {
    /// Cmdlets, or the program and its first word.
    commands: BTreeSet<String>,
    /// The names that values are given to, in lower case.
    names: BTreeSet<String>,
    /// Switched values by those names: `$true`, `$false`.
    switched: BTreeSet<(String, String)>,
}

impl Shape {
    fn of(command: &Command) -> Self {
        let all = || command.script.invocations();
        let cmdlets = all().filter(|i| shell::verb_and_noun(i.command()).is_some());
        let mut commands: BTreeSet<String> =
            cmdlets.map(|i| i.command().to_ascii_lowercase()).collect();
        if let Some(first) = all().next().filter(|_| commands.is_empty()) {
            commands.insert(first.command().to_ascii_lowercase());
            let bash = |_: &String| command.dialect == Dialect::Bash;
            commands.extend(operands(first).next().filter(bash));
        }
        let named = || {
            let arguments = all().flat_map(|i| &i.arguments);
            arguments.filter_map(|a| Some((a.name()?.to_ascii_lowercase(), a.constant())))
        };
        let switched = named().filter_map(|(name, value)| {
            let value = value?.to_ascii_lowercase();
            value.starts_with('$').then_some((name, value))
        });
        Shape {
            commands,
            names: named().map(|(name, _)| name).collect(),
            switched: switched.collect(),
        }
    }

    /// Whether this is `template` with values: the same commands with the same names, or, right
    /// beside it, with more or fewer of them.
    fn fills(&self, template: &Shape, beside: bool) -> bool {
        let within = |a: &Shape, b: &Shape| a.names.is_subset(&b.names);
        let named = self.names == template.names
            || (!template.names.is_empty() && (within(self, template) || within(template, self)));
        let opposed = template.switched.iter().any(|(name, value)| {
            let other = |(n, v): &(String, String)| n == name && v != value;
            self.switched.iter().any(other)
        });
        self.commands == template.commands && (named || beside) && !opposed
    }
}

/// A command that a sentence calls an example shows how one before it may look, which is no example: the
/// same cmdlet, or the same program with the same word.
fn show_examples(view: &View<'_>, drafts: &mut [Draft]) {
    let mut plain: Vec<(String, Place)> = Vec::new();
    for draft in drafts.iter_mut().filter(|d| d.act().is_some()) {
        let Some(name) = draft.command().and_then(called) else {
            continue;
        };
        let last = draft.lead.last();
        let is_example = last.is_some_and(|unit| moods::opens_example(view, *unit));
        let next = |place: &Place| place.ordered && place.item != draft.place.item;
        let same = |(n, place): &(String, Place)| *n == name && !next(place);
        if !is_example {
            plain.push((name, draft.place));
        } else if plain.iter().rev().take(8).any(same) {
            show_only(draft);
        }
    }
}

/// The cmdlet that acts, or the program with its first word.
fn called(command: &Command) -> Option<String> {
    let first = command.script.invocations().next()?;
    Some(match acting(command) {
        Some(cmdlet) => cmdlet.command().to_ascii_lowercase(),
        None => {
            let word = operands(first).next().unwrap_or_default();
            format!("{} {word}", first.command())
        }
    })
}

/// What a command does and prints is only shown.
fn show_only(draft: &mut Draft) {
    let mut code = draft.code().to_owned();
    if let Some(expected) = draft.expect.take() {
        code = format!("{code}\n{}", expected.output);
        draft.lead.extend(expected.units);
    }
    draft.form = Form::Words { code: Some(code) };
}
