//! One step: it is shown with what it may do, asked for, done, and compared with what was expected.

use std::io;
use std::time::{Duration, Instant};

use regex::Regex;

use super::desk::Reply;
use super::face::{BOLD, DIM, PLAIN, YELLOW};
use super::journal::{End, Event, Outcome};
use super::output::Output;
use super::plan::State;
use super::session::{self, Session, Surroundings};
use super::stop::{Exit, Result, Stop};
use super::values::is_secret;
use super::walk::Walk;
use crate::emit::sheet::{Deed, Step};
use crate::procedure::{Matching, Risk, Scope};
use crate::shell::Dialect;

/// What a PowerShell session answers where a command reported errors and went on.
const HAD_ERRORS: i32 = 250;

/// What came of a command.
pub(super) struct Ran {
    /// Its exit code; none where it did not come to its end.
    pub(super) code: Option<i32>,
    /// Whether it took too long.
    timed_out: bool,
    pub(super) printed: String,
    pub(super) elapsed: Duration,
}

impl<'a> Walk<'a> {
    /// Goes through one step.
    pub(super) fn step(&mut self, step: &'a Step) -> Result<()> {
        if self.desk.alert().is_raised() {
            return Err(Stop::stopped());
        }
        self.show(step);
        if !self.holds(step.guard.as_ref(), &step.id)? {
            return self.ended(End::new(&step.id, Outcome::Skipped), None);
        }
        if matches!(step.deed, Deed::Note) {
            return Ok(());
        }
        if self.request.dry_run {
            self.show_deed(step);
            self.show_evidence(step);
            self.face.message(DIM, "runbook-dry-run");
            return Ok(());
        }
        self.check_role(step)?;
        self.check_rights(step)?;
        step.needs.iter().try_for_each(|id| self.require(id))?;
        self.show_deed(step);
        if !self.is_to_be_done(step)? {
            return Ok(());
        }
        use Reply::{No, Skip, Yes};
        match &step.deed {
            Deed::Note => {}
            Deed::Manual | Deed::Elsewhere { .. } => {
                self.by_hand(step, &[Yes, Skip], "runbook-ask-done")?;
            }
            Deed::Check => self.by_hand(step, &[Yes, No, Skip], "runbook-ask-check")?,
            Deed::Withheld(_) => self.withheld(step)?,
            Deed::Run { dialect, code, .. } => {
                if self.is_confirmed(step)? {
                    let printed = self.run(step, *dialect, code)?;
                    return self.take_shown(step, &printed);
                }
            }
            Deed::Write { path, text } => {
                if self.is_confirmed(step)? {
                    self.write_file(step, path, text)?;
                }
            }
            Deed::Merge {
                path,
                parent,
                elements,
                ..
            } => {
                if self.is_confirmed(step)? {
                    self.merge_file(step, path, parent, elements)?;
                }
            }
        }
        step.supplies.iter().try_for_each(|id| self.require(id))
    }

    fn show(&self, step: &Step) {
        let face = &self.face;
        let place = self.plan.place(&step.id);
        let place = place.map_or(String::new(), |(at, of)| format!("{at}/{of} "));
        face.blank();
        face.say(BOLD, &format!("{place}[{}] {}", step.id, step.text));
        let more = [step.explanation.as_str()].into_iter();
        let more = more.chain(step.corrected.iter().map(String::as_str));
        for text in more.filter(|text| !text.is_empty()) {
            face.say(PLAIN, &format!("  {text}"));
        }
        if let Some(source) = &step.source {
            let label = face.text("runbook-source-text");
            face.say(PLAIN, &format!("  {label} {source}"));
        }
        if let Some(each) = &step.each {
            face.say(YELLOW, each);
        }
    }

    /// What is to be done, what it may do, and what it is to print.
    fn show_deed(&self, step: &Step) {
        let face = &self.face;
        let mut acts = true;
        match &step.deed {
            Deed::Run { shown, .. } => {
                face.message(PLAIN, "runbook-command");
                face.indented(BOLD, &self.values.shown(shown));
            }
            Deed::Write { path, text } => {
                face.label(
                    PLAIN,
                    "runbook-file",
                    &self.place(path).display().to_string(),
                );
                face.message(PLAIN, "runbook-content");
                face.indented(BOLD, &self.values.shown(text));
            }
            Deed::Merge {
                path,
                parent,
                shown,
                ..
            } => {
                face.label(PLAIN, "runbook-file", path);
                face.label(PLAIN, "runbook-parent", parent);
                face.message(PLAIN, "runbook-content");
                face.indented(BOLD, &self.values.shown(shown));
            }
            Deed::Elsewhere {
                path,
                parent,
                shown,
            } => {
                face.message(PLAIN, "runbook-by-hand");
                path.iter()
                    .for_each(|path| face.label(PLAIN, "runbook-file", path));
                parent
                    .iter()
                    .for_each(|parent| face.label(PLAIN, "runbook-parent", parent));
                face.indented(BOLD, &self.values.shown(shown));
                acts = false;
            }
            Deed::Withheld(_) => {
                face.message(PLAIN, "runbook-withheld");
                acts = false;
            }
            Deed::Note | Deed::Manual | Deed::Check => acts = false,
        }
        if acts {
            face.risk(step.risk, step.scope);
            self.show_grounds(step);
        }
        if !step.expect.is_empty() {
            face.message(PLAIN, "runbook-expected");
            step.expect
                .iter()
                .for_each(|line| face.indented(PLAIN, &self.values.shown(line)));
        }
    }

    /// The locales that a command was read from, and where it runs.
    fn show_evidence(&self, step: &Step) {
        if !step.locales.is_empty() {
            self.face
                .label(DIM, "run-evidence", &step.locales.join(", "));
        }
        if let Some(session) = step
            .session
            .as_ref()
            .and_then(|id| self.sheet.sessions.get(id))
        {
            self.face.label(DIM, "runbook-shell", &session.name);
        }
    }

    /// Whether this is the host that the role of a step names.
    fn check_role(&mut self, step: &Step) -> Result<()> {
        let Some(role) = step.role.clone().filter(|role| !self.roles.contains(role)) else {
            return Ok(());
        };
        let name = self.sheet.roles.get(&role).unwrap_or(&role).clone();
        self.face.label(PLAIN, "runbook-role", &name);
        let is_here = match self.request.roles.get(&role) {
            Some(host) => is_same_host(host, &super::journal::host()),
            None => {
                let id = format!("host-{role}");
                let replies = [Reply::Yes, Reply::No];
                self.desk
                    .decide(self.face, &id, &replies, "runbook-ask-host")?
                    == Reply::Yes
            }
        };
        if is_here {
            self.roles.insert(role);
            return Ok(());
        }
        let about = self
            .request
            .roles
            .get(&role)
            .cloned()
            .unwrap_or_else(|| role.clone());
        self.write(Event::HandOver {
            session: None,
            role: Some(role),
        })?;
        Err(Stop::new(Exit::WrongHost, "runbook-wrong-role", about))
    }

    /// Whether a step is still to be done: not where it was begun before and a person knows that it
    /// is done.
    fn is_to_be_done(&mut self, step: &Step) -> Result<bool> {
        let is_unknown = self.past.unknown.as_deref() == Some(&step.id);
        let was_done = step.keeps && self.past.ended.contains_key(&step.id);
        if is_unknown {
            self.past.unknown = None;
        }
        let question = match (is_unknown, was_done) {
            (true, _) => "runbook-ask-unknown",
            (false, true) => "runbook-ask-again",
            (false, false) => return Ok(true),
        };
        if matches!(step.risk, Risk::None | Risk::Read) {
            return Ok(true);
        }
        let id = format!("again-{}", step.id);
        let replies = [Reply::Yes, Reply::Done];
        if self.desk.decide(self.face, &id, &replies, question)? == Reply::Yes {
            return Ok(true);
        }
        self.ended(End::new(&step.id, Outcome::Done), None)?;
        Ok(false)
    }

    /// Whether `--yes` stands for a confirmation: not where much is lost if it was wrong.
    fn is_covered(&self, step: &Step) -> bool {
        let is_harmless = matches!(step.risk, Risk::None | Risk::Read);
        let is_grave = matches!(step.risk, Risk::Destructive | Risk::Unknown);
        self.request.yes && (is_harmless || !is_grave && step.scope != Scope::All)
    }

    fn is_confirmed(&mut self, step: &Step) -> Result<bool> {
        if self.is_covered(step) {
            return Ok(true);
        }
        let replies = [Reply::Yes, Reply::Skip];
        if self
            .desk
            .decide(self.face, &step.id, &replies, "runbook-ask-run")?
            == Reply::Yes
        {
            return Ok(true);
        }
        self.ended(End::new(&step.id, Outcome::Skipped), None)?;
        Ok(false)
    }

    fn by_hand(&mut self, step: &Step, replies: &[Reply], question: &str) -> Result<()> {
        let reply = match self.is_covered(step) {
            true => Reply::Yes,
            false => self.desk.decide(self.face, &step.id, replies, question)?,
        };
        match reply {
            Reply::Skip => self.ended(End::new(&step.id, Outcome::Skipped), None),
            Reply::No => self.mismatch(step),
            _ => self.ended(End::new(&step.id, Outcome::Done), None),
        }
    }

    fn withheld(&mut self, step: &Step) -> Result<()> {
        let replies = [Reply::Yes, Reply::Skip];
        let reply = self
            .desk
            .decide(self.face, &step.id, &replies, "runbook-ask-done")?;
        let outcome = match reply {
            Reply::Yes => Outcome::Done,
            _ => Outcome::Skipped,
        };
        self.ended(End::new(&step.id, outcome), None)
    }

    fn mismatch(&mut self, step: &Step) -> Result<()> {
        self.ended(End::new(&step.id, Outcome::Mismatch), None)?;
        Err(Stop::new(Exit::Mismatch, "runbook-mismatch", &step.id))
    }

    pub(super) fn failed(&mut self, step: &Step, code: &str, message: &'static str) -> Result<()> {
        let mut end = End::new(&step.id, Outcome::Failed);
        end.code = (!code.is_empty()).then(|| code.to_owned());
        self.ended(end, None)?;
        let about = match code.parse::<i32>() {
            Ok(code) => format!("{} ({code})", step.id),
            Err(_) => step.id.clone(),
        };
        Err(Stop::new(Exit::Failed, message, about))
    }

    /// A command that did not come to its end, or said that it failed.
    pub(super) fn has_failed(&mut self, step: &Step, ran: &Ran) -> Result<()> {
        match (ran.timed_out, ran.code) {
            (true, _) => self.failed(step, "timeout", "run-timed-out"),
            (false, Some(code)) => self.failed(step, &code.to_string(), "runbook-failed"),
            (false, None) => self.failed(step, "", "runbook-failed"),
        }
    }

    /// Has the shell that a step runs in, with the values that it needs. The shell must know the
    /// command that the step begins with: so nothing of it is done where it cannot be.
    pub(super) fn shell(&mut self, step: &Step, dialect: Dialect) -> Result<String> {
        let id = step
            .session
            .clone()
            .unwrap_or_else(|| dialect.name().to_owned());
        if !self.sessions.contains_key(&id) {
            if let Some(session) = self.sheet.sessions.get(&id) {
                self.face.label(DIM, "runbook-shell", &session.name);
            }
            let session = self.start(dialect)?;
            self.sessions.insert(id.clone(), session);
        }
        let alert = self.desk.alert();
        let session = self.sessions.get_mut(&id).expect("just put there");
        if let Some(program) = &step.program
            && answered(session.knows(program, alert))? == session::Outcome::Ended(1)
        {
            return Err(Stop::new(Exit::Guard, "runbook-no-shell", program));
        }
        for need in &step.needs {
            let parameter = self.values.parameter(need);
            if let Some((parameter, value)) = parameter.zip(self.values.get(need)) {
                let name = match dialect {
                    Dialect::Bash => &parameter.variable,
                    Dialect::PowerShell => &parameter.property,
                };
                answered(session.set(name, value, alert))?;
            }
        }
        Ok(id)
    }

    fn start(&self, dialect: Dialect) -> Result<Session> {
        let program = match dialect {
            Dialect::Bash => "bash",
            Dialect::PowerShell => "pwsh",
        };
        let secret = self.sheet.parameters.iter().filter(|p| is_secret(p));
        let hidden: Vec<&str> = secret.map(|p| p.variable.as_str()).collect();
        let around = self.lock.as_ref().map(|lock| Surroundings {
            hidden: &hidden,
            lock,
            alert: self.desk.alert(),
            terminal: self.face.is_terminal(),
        });
        let session = around.and_then(|around| Session::start(dialect, around));
        session.ok_or_else(|| Stop::new(Exit::Guard, "run-no-shell", program))
    }

    /// Runs code in a session, and shows what it prints while it runs.
    pub(super) fn call(&mut self, session: &str, id: &str, code: &str) -> Result<Ran> {
        let began = Instant::now();
        let shell = self.sessions.get_mut(session).expect("it was started");
        self.face.work();
        let mut output = Output::new(self.face);
        let timeout = self.request.timeout;
        let ran = shell.run(id, code, timeout, self.desk.alert(), &mut output);
        let mut ran_as = Ran {
            code: None,
            timed_out: false,
            printed: output.finish(),
            elapsed: began.elapsed(),
        };
        match ran {
            Ok(session::Outcome::Ended(code)) => ran_as.code = Some(code),
            Ok(session::Outcome::Left(code)) => {
                self.sessions.remove(session);
                // It did not come to its end, whatever it said when it left.
                ran_as.code = code.filter(|code| *code != 0);
            }
            Ok(session::Outcome::TimedOut) => {
                self.sessions.remove(session);
                ran_as.timed_out = true;
            }
            Ok(session::Outcome::Interrupted) => {
                self.sessions.remove(session);
                return Err(Stop::stopped());
            }
            Err(error) => return Err(Stop::new(Exit::Guard, "run-system", error.to_string())),
        }
        Ok(ran_as)
    }

    /// Runs the code of a step, and gives what it printed.
    fn run(&mut self, step: &'a Step, dialect: Dialect, code: &str) -> Result<String> {
        let session = self.shell(step, dialect)?;
        self.write(Event::Begin {
            step: step.id.clone(),
        })?;
        self.plan.mark(&step.id, State::Unknown, None);
        let ran = self.call(&session, &step.id, code)?;
        self.plan.mark(&step.id, State::Unknown, Some(ran.elapsed));
        match ran.code {
            Some(0) => {}
            Some(HAD_ERRORS) if dialect == Dialect::PowerShell => {
                if !self.accepts(step, "errors", "runbook-ask-errors")? {
                    self.failed(step, "", "runbook-failed")?;
                }
            }
            _ => self.has_failed(step, &ran)?,
        }
        if !self.is_expected(step, &ran.printed) {
            self.face.label(PLAIN, "runbook-mismatch", &step.id);
            if !self.accepts(step, "accept", "runbook-ask-mismatch")? {
                self.mismatch(step)?;
            }
        }
        let mut end = End::new(&step.id, Outcome::Done);
        end.code = Some("0".to_owned());
        self.ended(end, Some(ran.elapsed))?;
        Ok(ran.printed)
    }

    /// Whether a person takes what is not as it should be. Without one it is not taken.
    fn accepts(&mut self, step: &Step, what: &str, question: &str) -> Result<bool> {
        let id = format!("{what}-{}", step.id);
        if !self.face.is_terminal() && !self.desk.answers.contains_key(&id) {
            return Ok(false);
        }
        let replies = [Reply::Yes, Reply::No];
        Ok(self.desk.decide(self.face, &id, &replies, question)? == Reply::Yes)
    }

    /// Whether the output has the expected lines in their order; spaces between words do not count.
    fn is_expected(&self, step: &Step, printed: &str) -> bool {
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_exact = step.matching == Matching::Exact;
        let mut lines = printed.lines().map(words);
        for wanted in &step.expect {
            let wanted = pattern(step.matching, &words(&self.values.filled(wanted)));
            let found = lines.find(|line| {
                let fits = wanted.as_ref().is_ok_and(|wanted| wanted.is_match(line));
                fits || (is_exact && !line.is_empty())
            });
            let fits = |line: &String| wanted.as_ref().is_ok_and(|wanted| wanted.is_match(line));
            if !found.is_some_and(|line| fits(&line)) {
                return false;
            }
        }
        !is_exact || lines.all(|line| line.is_empty())
    }
}

/// What a shell answered to something small. A signal that came meanwhile ends the run.
fn answered(answer: io::Result<session::Outcome>) -> Result<session::Outcome> {
    match answer {
        Ok(session::Outcome::Interrupted) => Err(Stop::stopped()),
        Ok(outcome) => Ok(outcome),
        Err(error) => Err(Stop::new(Exit::Guard, "run-system", error.to_string())),
    }
}

/// The regular expression for a line that is expected.
fn pattern(matching: Matching, wanted: &str) -> std::result::Result<Regex, regex::Error> {
    let escaped = regex::escape(wanted);
    match matching {
        Matching::Lines | Matching::Exact => Regex::new(&format!("^{escaped}$")),
        Matching::Glob => {
            let glob = escaped.replace("\\*", ".*").replace("\\?", ".");
            Regex::new(&format!("^{glob}$"))
        }
        Matching::Regex => Regex::new(wanted),
    }
}

/// Whether two names are of one host: as they are, or one without its domain.
fn is_same_host(a: &str, b: &str) -> bool {
    let short = |name: &str| name.split('.').next().unwrap_or_default().to_lowercase();
    let is_qualified = |name: &str| name.contains('.');
    match is_qualified(a) && is_qualified(b) {
        true => a.eq_ignore_ascii_case(b),
        false => short(a) == short(b),
    }
}
