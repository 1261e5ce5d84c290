//! `runbookc run`: goes through the steps of one article on this machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use serde::Deserialize;

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, build, pipeline};
use crate::diagnostic::Message;
use crate::emit::Compiled;
use crate::emit::sheet::{self, Sheet};
use crate::procedure::{ParameterKind, Procedure};
use crate::run::{self, Format, Request};
use crate::source::Locale;
use crate::workspace::Failure;

/// Go through the steps of an article on this machine: ask, run, compare, keep a journal
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Run {
    /// Id of the article, as `plan` shows it behind the title
    #[arg(value_name = "ID", help_heading = "Arguments")]
    id: String,

    #[command(flatten)]
    inputs: Inputs,

    /// Folder that the runbooks lie in, as DIR/runbooks/: for what a person decided in review.toml
    #[arg(long, value_name = "DIR", help_heading = "Articles")]
    out: Option<PathBuf>,

    #[command(flatten)]
    what: What,

    #[command(flatten)]
    how: How,

    #[command(flatten)]
    report: Report,
}

/// What is done.
#[derive(Debug, Args)]
#[command(next_help_heading = "What to do")]
struct What {
    /// What to reach; asked for on a terminal
    #[arg(long, value_name = "GOAL")]
    goal: Option<String>,

    /// Language to show the steps in, one of the article's
    #[arg(long, value_name = "LOCALE")]
    locale: Option<Locale>,

    /// Show goals, tasks, steps, questions and parameters with their ids, and end
    #[arg(long)]
    list: bool,

    /// Show each step with its risk, its scope and the evidence for it; do nothing
    #[arg(long)]
    dry_run: bool,

    /// Start at this step; those before it are left out
    #[arg(long, value_name = "STEP", conflicts_with = "only")]
    from: Option<String>,

    /// Do this step alone
    #[arg(long, value_name = "STEP")]
    only: Option<String>,

    /// Go on where the journal ends, after a stop, a crash or a reboot
    #[arg(long)]
    resume: bool,

    /// Take back what the journal says was done, the last step first; each is asked for
    #[arg(long, conflicts_with_all = ["from", "only", "dry_run"])]
    back: bool,
}

/// How it is done.
#[derive(Debug, Args)]
#[command(next_help_heading = "Values and answers")]
struct How {
    /// Value of a parameter; may be repeated
    ///
    /// A password or token is better given in --answers or in the environment: what stands on a
    /// command line can be seen by others.
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    set: Vec<(String, String)>,

    /// Answer to a question, in advance; may be repeated. --list shows the questions
    #[arg(long, value_name = "ID=ANSWER", value_parser = pair)]
    answer: Vec<(String, String)>,

    /// TOML file with values and answers: [set], [answers], [roles]
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,

    /// Host of a role, to be compared with this one; may be repeated
    #[arg(long, value_name = "ROLE=HOST", value_parser = pair)]
    role: Vec<(String, String)>,

    /// Confirm in advance; never what removes things, touches all objects or has an unknown risk
    #[arg(long)]
    yes: bool,

    /// How long a command may take, such as 90s or 10m; then it is ended and the step has failed
    #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
    timeout: Option<Duration>,

    /// Where the journal is kept; ID.GOAL.journal.jsonl here unless given
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
}

/// What is written about it.
#[derive(Debug, Args)]
#[command(next_help_heading = "Report")]
struct Report {
    /// Write a report at the end: .md, .xml (JUnit) or .json; may be repeated
    #[arg(long, value_name = "FILE", value_parser = report_file)]
    report: Vec<(PathBuf, Format)>,

    /// Language of the report, one of the article's; that of the run unless given
    #[arg(long, value_name = "LOCALE", requires = "report")]
    report_locale: Option<Locale>,

    /// Only write the report on the run that a journal tells of
    #[arg(long, requires = "report", requires = "journal")]
    only_report: bool,
}

const EXAMPLES: &str = "\
Examples:
  runbookc run internal-tls-site docs/ --list
  runbookc run internal-tls-site docs/ --locale pt-BR --goal main --dry-run
  runbookc run internal-tls-site docs/ --locale pt-BR --goal main
  runbookc run internal-tls-site docs/ --goal main --yes --set hostName=web.corp.example
  runbookc run internal-tls-site docs/ --goal main --resume --report change.md

Exit codes:
  0  done                                 5  stopped
  1  a step failed                        6  a check did not match
  2  wrong usage                          7  the journal belongs to another run
  3  something that a step needs is not   8  this is not the host that a step
     there                                   is for
  4  a decision is needed, and there is no terminal to ask on";

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(name, _)| !name.is_empty());
    let (name, value) = pair.ok_or("write it as NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

fn report_file(text: &str) -> Result<(PathBuf, Format), String> {
    let path = PathBuf::from(text);
    let format = match path.extension().and_then(|e| e.to_str()) {
        Some("md") => Format::Markdown,
        Some("xml") => Format::Junit,
        Some("json") => Format::Json,
        _ => return Err("its name must end in .md, .xml or .json".to_owned()),
    };
    Ok((path, format))
}

/// A file of `--answers`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Answers {
    goal: Option<String>,
    locale: Option<String>,
    set: BTreeMap<String, Given>,
    answers: BTreeMap<String, String>,
    roles: BTreeMap<String, String>,
}

/// A value, or where it is kept.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Given {
    Text(String),
    Number(i64),
    Kept(Kept),
}

/// Where a secret is kept.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kept {
    /// In a variable of the environment.
    Env(String),
    /// In a file, of which it is the first line.
    File(PathBuf),
}

/// Runs the verb.
pub(super) fn execute(verb: &Run, console: &Console) -> anyhow::Result<u8> {
    let answers = Answers::read(verb.how.answers.as_deref())?;
    let project = pipeline::load(&verb.inputs, console)?;
    let folder = build::runbooks(verb.out.as_deref(), &project.configuration);
    let reviews = project.reviews(&folder)?;
    let compiled = pipeline::compile_one(project, &verb.id, &reviews, console)?;
    let asked = match (&verb.what.locale, &answers.locale) {
        (Some(locale), _) => locale.clone(),
        (None, Some(tag)) => tag
            .parse()
            .map_err(|_| no_locale(tag, &compiled.procedure))?,
        (None, None) => console.interface().locale().clone(),
    };
    let is_asked = verb.what.locale.is_some() || answers.locale.is_some();
    let locale = locale(&compiled.procedure, &asked, is_asked)?;
    let sheet = sheet::sheet(&compiled, &locale);
    if verb.what.list {
        run::list(&sheet, console.color());
        return Ok(CLEAN);
    }
    if verb.report.only_report {
        let journal = verb.how.journal.as_deref().unwrap_or(Path::new(""));
        write_reports(verb, &compiled, &locale, journal)?;
        return Ok(CLEAN);
    }
    let request = request(verb, answers, sheet, console)?;
    let ended = run::run(request);
    if let Some(journal) = &ended.journal {
        write_reports(verb, &compiled, &locale, journal)?;
    }
    Ok(ended.exit as u8)
}

fn request(
    verb: &Run,
    answers: Answers,
    sheet: Sheet,
    console: &Console,
) -> anyhow::Result<Request> {
    let mut values = answers.values()?;
    values.extend(verb.how.set.iter().cloned());
    for parameter in &sheet.parameters {
        let is_secret = parameter.kind == ParameterKind::Secret;
        if is_secret && let Ok(value) = std::env::var(&parameter.variable) {
            values.entry(parameter.id.clone()).or_insert(value);
        }
    }
    let together = |file: BTreeMap<String, String>, flags: &[(String, String)]| {
        let mut all = file;
        all.extend(flags.iter().cloned());
        all
    };
    Ok(Request {
        goal: verb.what.goal.clone().or(answers.goal),
        from: verb.what.from.clone(),
        only: verb.what.only.clone(),
        values,
        answers: together(answers.answers, &verb.how.answer),
        roles: together(answers.roles, &verb.how.role),
        journal: verb.how.journal.clone(),
        resume: verb.what.resume || verb.what.back,
        back: verb.what.back,
        yes: verb.how.yes,
        dry_run: verb.what.dry_run,
        timeout: verb.how.timeout,
        color: console.color(),
        command: command(verb, &sheet),
        sheet,
    })
}

/// The words that begin this run again.
fn command(verb: &Run, sheet: &Sheet) -> Vec<String> {
    let mut words = vec!["runbookc".to_owned(), "run".to_owned(), verb.id.clone()];
    words.extend(verb.inputs.words());
    if let Some(out) = &verb.out {
        words.extend(["--out".to_owned(), out.display().to_string()]);
    }
    words.extend(["--locale".to_owned(), sheet.locale.to_string()]);
    words
}

/// The locale of the article that serves `asked` best. One that was asked for by name must be there.
fn locale(procedure: &Procedure, asked: &Locale, is_asked: bool) -> anyhow::Result<Locale> {
    let locales = &procedure.locales;
    let own = locales.iter().find(|l| *l == asked);
    let near = locales.iter().find(|l| l.language() == asked.language());
    let other = locales
        .iter()
        .find(|l| l.language() == "en")
        .or(locales.first());
    let chosen = match is_asked {
        true => own.or(near),
        false => own.or(near).or(other),
    };
    let chosen = chosen.cloned();
    Ok(chosen.ok_or_else(|| no_locale(&asked.to_string(), procedure))?)
}

fn no_locale(asked: &str, procedure: &Procedure) -> Failure {
    let tags: Vec<String> = procedure.locales.iter().map(Locale::to_string).collect();
    let message = Message::new("run-error-no-locale").with("locale", asked);
    Failure::new(message.with("locales", tags.join(", ")))
}

impl Answers {
    #[expect(clippy::disallowed_methods, reason = "`cli` reads what it is given")]
    fn read(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path else {
            return Ok(Answers::default());
        };
        let shown = path.display().to_string();
        let unusable = |reason: String| {
            let message = Message::new("run-error-answers").with("path", &shown);
            Failure::new(message.with("reason", reason))
        };
        let text = std::fs::read_to_string(path).map_err(|e| unusable(e.to_string()))?;
        Ok(toml::from_str(&text).map_err(|e| unusable(e.to_string()))?)
    }

    /// The values, those that are kept elsewhere fetched.
    fn values(&self) -> anyhow::Result<BTreeMap<String, String>> {
        let value = |(id, given): (&String, &Given)| Ok((id.clone(), given.value()?));
        self.set.iter().map(value).collect()
    }
}

impl Given {
    #[expect(clippy::disallowed_methods, reason = "`cli` reads what it is given")]
    fn value(&self) -> anyhow::Result<String> {
        match self {
            Given::Text(text) => Ok(text.clone()),
            Given::Number(number) => Ok(number.to_string()),
            Given::Kept(Kept::Env(name)) => {
                let missing = Message::new("run-error-not-set").with("name", name);
                Ok(std::env::var(name).map_err(|_| Failure::new(missing))?)
            }
            Given::Kept(Kept::File(path)) => {
                let shown = path.display().to_string();
                let text = std::fs::read_to_string(path).map_err(|error| {
                    let message = Message::new("run-error-answers").with("path", shown);
                    Failure::new(message.with("reason", error.to_string()))
                })?;
                Ok(text.lines().next().unwrap_or_default().to_owned())
            }
        }
    }
}

/// Writes the reports that are asked for.
#[expect(
    clippy::disallowed_methods,
    reason = "`cli` writes what it is asked for"
)]
fn write_reports(
    verb: &Run,
    compiled: &Compiled,
    locale_of_run: &Locale,
    journal: &Path,
) -> anyhow::Result<()> {
    if verb.report.report.is_empty() {
        return Ok(());
    }
    let chosen = match &verb.report.report_locale {
        Some(asked) => locale(&compiled.procedure, asked, true)?,
        None => locale_of_run.clone(),
    };
    let sheet = sheet::sheet(compiled, &chosen);
    let shown = journal.display().to_string();
    let none = || Failure::new(Message::new("run-error-no-run").with("path", &shown));
    let text = std::fs::read(journal).map_err(|_| none())?;
    let text = String::from_utf8_lossy(&text);
    for (path, format) in &verb.report.report {
        let report = run::report(&sheet, &text, *format).ok_or_else(none)?;
        std::fs::write(path, report).with_context(|| path.display().to_string())?;
    }
    Ok(())
}
