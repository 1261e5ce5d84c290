//! A step before it has its id, text and place: what is done with a code block, and which
//! sentences introduce, explain or stand apart from it.

use crate::align::UnitId;
use crate::shell::{self, Risk, Scope};

use super::outline::Place;
use super::{Action, Command, FileEdit, Verification, effects, identity};

/// A step before it has its id, text and place.
pub(super) struct Draft {
    pub(super) form: Form,
    /// The units that introduce it, or that it consists of.
    pub(super) lead: Vec<UnitId>,
    /// The units after it that speak of it.
    pub(super) tail: Vec<UnitId>,
    /// The units of the code itself.
    pub(super) sources: Vec<UnitId>,
    pub(super) expect: Option<Expected>,
    pub(super) place: Place,
}

pub(super) enum Form {
    Act(Box<Act>),
    /// Sentences; the code that they show, if any, is not run.
    Words {
        code: Option<String>,
    },
}

/// Something that a machine can do.
pub(super) struct Act {
    pub(super) action: Action,
    pub(super) risk: Risk,
    pub(super) scope: Scope,
    pub(super) verification: Verification,
    /// Why it must not be emitted: the candidates for what it says.
    pub(super) withheld: Option<Vec<String>>,
}

/// Output that a command prints, and the sentences that introduce it.
pub(super) struct Expected {
    pub(super) output: String,
    pub(super) units: Vec<UnitId>,
}

impl Draft {
    pub(super) fn words(units: Vec<UnitId>, place: Place) -> Self {
        Draft {
            form: Form::Words { code: None },
            lead: units,
            tail: Vec::new(),
            sources: Vec::new(),
            expect: None,
            place,
        }
    }

    pub(super) fn act(&self) -> Option<&Act> {
        match &self.form {
            Form::Act(act) => Some(act),
            Form::Words { .. } => None,
        }
    }

    pub(super) fn act_mut(&mut self) -> Option<&mut Act> {
        match &mut self.form {
            Form::Act(act) => Some(act),
            Form::Words { .. } => None,
        }
    }

    /// The command that it runs, unless it is withheld.
    pub(super) fn command(&self) -> Option<&Command> {
        match &self.act()?.action {
            Action::Command(command) => Some(command),
            _ => None,
        }
    }

    pub(super) fn edit(&self) -> Option<&FileEdit> {
        match &self.act()?.action {
            Action::Edit(edit) => Some(edit),
            _ => None,
        }
    }

    /// The code of its command or edit.
    pub(super) fn code(&self) -> &str {
        match self.act().map(|a| &a.action) {
            Some(Action::Command(command)) => &command.code,
            Some(Action::Edit(edit)) => &edit.content,
            _ => "",
        }
    }

    /// Whether it changes anything.
    pub(super) fn changes(&self) -> bool {
        self.act().is_some_and(|a| a.risk > Risk::Read)
    }
}

/// A name for what the code acts on: the noun of the cmdlet that changes most, the program, or the
/// file.
pub(super) fn subject(draft: &Draft) -> Option<String> {
    if let Some(edit) = draft.edit() {
        let name = edit.file.rsplit(['/', '\\']).next()?;
        return Some(identity::kebab(name.split('.').next()?));
    }
    let command = draft.command()?;
    let first = command.script.invocations().next();
    let acting = effects::acting(command).or(first)?;
    let name = match shell::verb_and_noun(acting.command()) {
        Some((_, noun)) => identity::kebab(noun),
        None => {
            let program = acting.command().rsplit(['/', '\\']).next()?;
            identity::kebab(program.split('.').next()?)
        }
    };
    (!name.is_empty()).then_some(name)
}

/// A name for what the code does: `remove-cs-policy`, or the program with what it is told first.
pub(super) fn deed(draft: &Draft) -> Option<String> {
    if draft.edit().is_some() {
        return subject(draft).map(|file| format!("edit-{file}"));
    }
    let command = draft.command()?;
    let first = command.script.invocations().next();
    let acting = effects::acting(command).or(first)?;
    match shell::verb_and_noun(acting.command()) {
        Some(_) => Some(identity::kebab(acting.command())),
        None => subject(draft),
    }
}
