//! A procedure as a `review.toml`: every inference with its evidence, and what a person wrote in an
//! earlier one. The file is in English, as are its keys, for all who work on a project.
//!
//! Lines that begin with `#:` or `#=` are written anew each time; all others are a person's and stay.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::{
    Action, Goal, Guard, GuardEffect, Inference, Item, Parameter, Procedure, Step, Subject, Task,
    unit_name,
};
use super::content::{Content, Contents};
use super::{SCHEMA, TIES};
use crate::corpus::Article;

/// The text of the review of `procedure`, with what a person wrote in `old`.
pub fn write(procedure: &Procedure, article: &Article, old: Option<&str>) -> String {
    let contents = Contents {
        procedure,
        source: article.source.map(|i| &article.documents[i].locale),
    };
    let mut writer = Writer {
        procedure,
        contents,
        old: Old::read(old.unwrap_or_default()),
        out: String::new(),
    };
    writer.head();
    procedure.goals.iter().for_each(|g| writer.goal(g));
    procedure
        .parameters
        .iter()
        .for_each(|p| writer.parameter(p));
    procedure.tasks.iter().for_each(|t| writer.task(t));
    writer.rest();
    writer.out
}

const HEAD: &str = "\
#: What runbookc inferred about this procedure, for a person to confirm or change.
#: A line that begins with `#=` is what holds now: take the `#=` away to confirm it, and change the value to
#: decide otherwise. Lines that begin with `#:` or `#=` are written anew by `runbookc plan --review`; all others stay.
#: `content` ties the decisions of a part to what it says: when the article changes, `plan` and `build` say so.
#: To confirm a decision after that, delete its `content` and run `runbookc plan --review` again.
#:
#: Other keys. Of a step: before = \"ID\" (it comes right before that step or choice), task = \"ID\" (it comes last in
#: that task), expect = { exact = \"…\" } or { glob = \"…\" } or { regex = \"…\" } or { nothing = true },
#: guard = { effect = \"only-if\", units = [\"u0001\"] } or { effect = \"only-if\", text = \"…\" } or { effect = \"none\" },
#: folder, parent, scope, session, after, supplies; [[steps.ID.parts]] with units, kind, role, hosts, risk, guard and
#: before = true makes a step of some of its sentences. Of a task: guard = { effect = \"skip-to\", to = \"ID\", text = \"…\" }.
#: Of a parameter: pattern, description, required, discovered-by, fixed = true (the sample is meant as it stands).
#: Of a goal: id, title, tasks, default. Of a choice: arity, question, before, task. [roles.ID] with a name is a new role.
#: Words are one text for all languages or { pt-BR = \"…\", fr-FR = \"…\" }. Every part may have a `note`.
";

struct Writer<'p> {
    procedure: &'p Procedure,
    contents: Contents<'p>,
    old: Old<'p>,
    out: String,
}

impl Writer<'_> {
    fn head(&mut self) {
        self.out.push_str(HEAD);
        let article = quoted(&self.procedure.id);
        let _ = writeln!(self.out, "schema = {}\narticle = {article}", quoted(SCHEMA));
        let own = std::mem::take(&mut self.old.head);
        self.out.push_str(&own);
    }

    fn goal(&mut self, goal: &Goal) {
        let subject = Subject::Goal(goal.id.clone());
        let lines = [
            ("id", quoted(&goal.id)),
            ("tasks", list(&goal.tasks)),
            ("default", goal.default.to_string()),
        ];
        let content = self.contents.goal(goal);
        self.part(&subject, &[], &lines, &content);
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let subject = Subject::Parameter(parameter.id.clone());
        let said = [format!("in the article: {}", parameter.sample)];
        let mut lines = vec![
            ("name", quoted(&parameter.id)),
            ("type", quoted(parameter.kind.name())),
            ("required", parameter.required.to_string()),
        ];
        if let Some(pattern) = &parameter.pattern {
            lines.push(("pattern", quoted(pattern)));
        }
        if let Some(step) = &parameter.discovered_by {
            lines.push(("discovered-by", quoted(step)));
        }
        let content = self.contents.parameter(parameter);
        self.part(&subject, &said, &lines, &content);
    }

    fn task(&mut self, task: &Task) {
        let subject = Subject::Task(task.id.clone());
        let mut lines = vec![("kind", quoted(task.kind.name()))];
        lines.extend(task.guard.as_ref().map(|g| ("guard", guard(g))));
        lines.push(("requires", list(&task.requires)));
        let content = self.contents.task(task);
        self.part(&subject, &[], &lines, &content);
        for item in &task.items {
            match item {
                Item::Step(step) => self.step(step),
                Item::Choice(choice) => {
                    let subject = Subject::Choice(choice.id.clone());
                    let lines = [("arity", quoted(choice.arity.name()))];
                    let content = self.contents.choice(choice);
                    self.part(&subject, &[], &lines, &content);
                    choice
                        .arms
                        .iter()
                        .flat_map(|a| &a.steps)
                        .for_each(|s| self.step(s));
                }
            }
        }
    }

    fn step(&mut self, step: &Step) {
        let mut lines = vec![("kind", quoted(step.kind.name()))];
        lines.extend(step.role.as_ref().map(|role| ("role", quoted(role))));
        lines.push(("hosts", quoted(step.hosts.name())));
        lines.push(("risk", quoted(step.risk.name())));
        if step.action != Action::None {
            lines.push(("scope", quoted(step.scope.name())));
            lines.extend(step.session.as_ref().map(|s| ("session", quoted(s))));
        }
        lines.extend(step.guard.as_ref().map(|g| ("guard", guard(g))));
        if !step.after.is_empty() {
            lines.push(("after", list(&step.after)));
        }
        if !step.supplies.is_empty() {
            lines.push(("supplies", list(&step.supplies)));
        }
        if let Some(expect) = &step.expect {
            let output = quoted(&expect.output);
            lines.push((
                "expect",
                format!("{{ {} = {output} }}", expect.matching.name()),
            ));
        }
        let code = match &step.action {
            Action::Command(command) => command.code.lines(),
            Action::Edit(edit) => edit.content.lines(),
            Action::None => "".lines(),
        };
        let mut said: Vec<String> = code.map(str::to_owned).collect();
        let units: Vec<String> = step.sources.iter().map(|u| unit_name(*u)).collect();
        said.push(format!("units: {}", units.join(" ")));
        let content = self.contents.step(step);
        self.part(&Subject::Step(step.id.clone()), &said, &lines, &content);
    }

    /// A part: what it says, why it is believed, what holds, and what a person wrote.
    fn part(
        &mut self,
        subject: &Subject,
        said: &[String],
        lines: &[(&str, String)],
        content: &Content,
    ) {
        let key = (subject.table().to_owned(), subject.id().to_owned());
        let own = self.old.parts.remove(&key).unwrap_or_default();
        let _ = writeln!(self.out, "\n[{}.{}]", subject.table(), subject.id());
        for line in said {
            let _ = writeln!(self.out, "#: {}", comment(line));
        }
        let about = |i: &&Inference| i.subject == *subject;
        for inference in self.procedure.inferences.iter().filter(about) {
            let line = format!(
                "#: {}: {}, {}: {}",
                inference.aspect.name(),
                inference.certainty.name(),
                inference.basis.name(),
                comment(&inference.evidence)
            );
            let _ = writeln!(self.out, "{}", line.trim_end_matches(": "));
        }
        let open = |key: &&(&str, String)| !own.keys.contains(&key.0);
        for (key, value) in lines.iter().filter(open) {
            let _ = writeln!(self.out, "#= {key} = {value}");
        }
        // A decision stays tied to what it was made about.
        let tied = own.decides() && own.ties.contains_key("content");
        let tie = |key: &str, now: &str| match own.ties.get(key).filter(|_| tied) {
            Some(old) => old.clone(),
            None => quoted(now),
        };
        let _ = writeln!(self.out, "content = {}", tie("content", &content.digest));
        let _ = writeln!(self.out, "seen = {}", tie("seen", &content.words));
        self.out.push_str(&own.text);
    }

    /// What a person wrote about parts that there are no longer, or that only the person knows.
    fn rest(&mut self) {
        let rest = std::mem::take(&mut self.old.parts);
        for ((table, id), own) in rest.into_iter().filter(|(_, own)| own.decides()) {
            let _ = writeln!(self.out, "\n[{table}.{id}]");
            for (key, value) in &own.ties {
                let _ = writeln!(self.out, "{key} = {value}");
            }
            self.out.push_str(&own.text);
        }
    }
}

/// What a person wrote in an earlier file.
#[derive(Default)]
struct Old<'t> {
    /// Before the first part.
    head: String,
    parts: BTreeMap<(String, String), Own<'t>>,
}

/// What a person wrote about one part.
#[derive(Default)]
struct Own<'t> {
    /// The lines, ended by line feeds.
    text: String,
    /// The keys that they begin with.
    keys: Vec<&'t str>,
    /// The values that tie it to the article, as they are written.
    ties: BTreeMap<&'t str, String>,
}

impl Own<'_> {
    fn decides(&self) -> bool {
        !self.text.trim().is_empty()
    }
}

impl<'t> Old<'t> {
    fn read(text: &'t str) -> Self {
        let mut old = Old::default();
        let mut part: Option<(String, String)> = None;
        for line in text.lines() {
            if let Some((table, id, own)) = header(line) {
                let key = (table.to_owned(), id.to_owned());
                let opens = part.as_ref() != Some(&key);
                let entry = old.parts.entry(key.clone()).or_default();
                // A table inside of the part belongs to its text.
                if !own || !opens {
                    push(&mut entry.text, line);
                    entry.keys.push("parts");
                }
                part = Some(key);
                continue;
            }
            if line.starts_with("#:") || line.starts_with("#=") {
                continue;
            }
            match &part {
                None if !is_key(line, &["schema", "article"]) => push(&mut old.head, line),
                None => {}
                Some(key) => old.parts.entry(key.clone()).or_default().line(line),
            }
        }
        old.head = old.head.trim_end().to_owned();
        if !old.head.is_empty() {
            old.head.push('\n');
        }
        for own in old.parts.values_mut() {
            let kept = own.text.trim_end().len();
            own.text.truncate(kept);
            if kept > 0 {
                own.text.push('\n');
            }
        }
        old
    }
}

impl<'t> Own<'t> {
    fn line(&mut self, line: &'t str) {
        let key = line
            .split_once('=')
            .map(|(key, value)| (key.trim(), value.trim()));
        let plain = |key: &str| {
            !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        match key.filter(|(key, _)| plain(key)) {
            Some((key, value)) if key != "note" && TIES.contains(&key) => {
                self.ties.insert(key, value.to_owned());
                return;
            }
            Some((key, _)) => self.keys.push(key),
            None => {}
        }
        push(&mut self.text, line);
    }
}

fn is_key(line: &str, keys: &[&str]) -> bool {
    let key = line.split_once('=').map(|(key, _)| key.trim());
    key.is_some_and(|key| keys.contains(&key))
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// The part that a header opens, and whether it is the header of the part itself.
fn header(line: &str) -> Option<(&str, &str, bool)> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let inner = line.strip_prefix('[')?.strip_suffix(']')?;
    let inner = inner
        .strip_prefix('[')
        .and_then(|i| i.strip_suffix(']'))
        .unwrap_or(inner);
    let mut names = inner.split('.').map(|n| n.trim().trim_matches('"'));
    let (table, id) = (names.next()?, names.next()?);
    let bare = |n: &str| {
        n.chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    (bare(table) && bare(id)).then(|| (table, id, names.next().is_none()))
}

fn guard(guard: &Guard) -> String {
    match &guard.effect {
        GuardEffect::OnlyIf => "{ effect = \"only-if\" }".to_owned(),
        GuardEffect::SkipTo(Some(to)) => {
            format!("{{ effect = \"skip-to\", to = {} }}", quoted(to))
        }
        GuardEffect::SkipTo(None) => "{ effect = \"skip-to\" }".to_owned(),
    }
}

fn list(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|v| quoted(v)).collect();
    format!("[{}]", values.join(", "))
}

/// A string of TOML on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Text for one line of a comment.
fn comment(text: &str) -> String {
    let safe = |c: char| if c.is_control() { ' ' } else { c };
    text.chars()
        .map(safe)
        .collect::<String>()
        .trim_end()
        .to_owned()
}
