//! The journal: JSON Lines, written before and after each step, never rewritten.
//!
//! The scripts write and read the same (`runbookc.journal/1`; its schema is published in the
//! manual). Each line is on the disk before what it announces is begun. A secret is never in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rustix::fs::{FlockOperation, flock};
use serde::{Deserialize, Serialize};

use super::stop::{Exit, Result, Stop};
use crate::procedure::verification::Execution;

/// What every line names.
const SCHEMA: &str = "runbookc.journal/1";

/// A line.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Line {
    schema: String,
    /// When, in UTC to the second.
    pub(super) at: String,
    #[serde(flatten)]
    pub(super) event: Event,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub(super) enum Event {
    /// A run began.
    Start(Run),
    /// It went on.
    Resume(Run),
    /// A parameter got a value; none is written of a secret.
    Set {
        /// Its id.
        name: String,
        /// Its value.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        value: Option<String>,
    },
    /// A question was answered.
    Answer {
        /// Its id.
        id: String,
        /// The answer.
        value: String,
    },
    /// What a step does is about to be done.
    Begin {
        /// Its id.
        step: String,
    },
    /// A step ended.
    End(End),
    /// What a step did was taken back.
    Back {
        /// Its id.
        step: String,
    },
    /// What follows is done elsewhere.
    HandOver {
        /// The shell.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        session: Option<String>,
        /// The role whose host it is.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        role: Option<String>,
    },
    /// The run came to its end.
    Finish,
}

/// What is run, where and by what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(super) struct Run {
    /// Id of the article.
    pub(super) runbook: String,
    /// Id of the goal.
    pub(super) goal: String,
    /// The language of the run.
    pub(super) locale: String,
    /// The digest of all that it does.
    pub(super) digest: String,
    /// The name of the machine.
    pub(super) host: String,
    /// `bash`, `powershell` or `runbookc`.
    pub(super) driver: String,
}

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(super) struct End {
    /// Its id.
    pub(super) step: String,
    /// What came of it.
    pub(super) outcome: Outcome,
    /// The exit code of its command.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) code: Option<String>,
    /// The copy of the file that it replaced.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) backup: Option<String>,
    /// The file that it wrote.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) path: Option<String>,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Outcome {
    /// It was done.
    Done,
    /// It was left out.
    Skipped,
    /// Its command failed.
    Failed,
    /// It did something else than expected.
    Mismatch,
}

impl End {
    pub(super) fn new(step: &str, outcome: Outcome) -> Self {
        End {
            step: step.to_owned(),
            outcome,
            code: None,
            backup: None,
            path: None,
        }
    }
}

/// What the last run in a journal did.
#[derive(Debug, Default)]
pub(super) struct Past {
    /// What it was.
    pub(super) run: Run,
    /// Steps that are done or left out.
    pub(super) ended: BTreeMap<String, End>,
    /// Ids of steps in the order in which they ended.
    pub(super) order: Vec<String>,
    /// The step that was begun and not ended.
    pub(super) unknown: Option<String>,
    pub(super) answers: BTreeMap<String, String>,
    pub(super) values: BTreeMap<String, String>,
    /// Secrets that were given.
    pub(super) secrets: BTreeSet<String>,
    /// The last event.
    pub(super) last: Option<Event>,
}

impl Past {
    /// Whether there is a run that did not come to its end.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self.last, None | Some(Event::Finish))
    }

    /// Remembers how a step ended. One that failed is to be done again.
    pub(super) fn note(&mut self, end: &End) {
        self.order.retain(|id| *id != end.step);
        match end.outcome {
            Outcome::Done | Outcome::Skipped => {
                self.order.push(end.step.clone());
                self.ended.insert(end.step.clone(), end.clone());
            }
            Outcome::Failed | Outcome::Mismatch => {
                self.ended.remove(&end.step);
            }
        }
    }

    fn take(&mut self, event: Event) {
        match &event {
            Event::Start(run) => {
                *self = Past {
                    run: run.clone(),
                    ..Past::default()
                };
            }
            Event::Resume(run) => self.run.host.clone_from(&run.host),
            Event::Begin { step } => self.unknown = Some(step.clone()),
            Event::End(end) => {
                self.unknown = None;
                self.note(end);
            }
            Event::Back { step } => {
                self.unknown = None;
                self.ended.remove(step);
            }
            Event::Answer { id, value } => {
                self.answers.insert(id.clone(), value.clone());
            }
            Event::Set { name, value: None } => {
                self.secrets.insert(name.clone());
            }
            Event::Set {
                name,
                value: Some(value),
            } => {
                self.values.insert(name.clone(), value.clone());
            }
            Event::HandOver { .. } | Event::Finish => {}
        }
        self.last = Some(event);
    }
}

/// All lines that can be read, and the run that they tell of. A line that a crash cut off, or of
/// another program, is passed over.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let lines = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Line>(line).ok());
    lines.filter(|line| line.schema == SCHEMA).collect()
}

/// What the last run in a journal did.
pub(super) fn past(text: &str) -> Past {
    let mut past = Past::default();
    lines(text)
        .into_iter()
        .for_each(|line| past.take(line.event));
    past
}

/// The steps that did well in the last run of a journal, with the record of each; and the id of its
/// article. A step that was found done, or that a person did, was not run.
pub(super) fn executed(text: &str) -> Option<(String, Vec<(String, Execution)>)> {
    let mut run: Option<Run> = None;
    let mut begun = None;
    let mut done = Vec::new();
    for line in lines(text) {
        match line.event {
            Event::Start(started) => {
                done.clear();
                run = Some(started);
            }
            Event::Resume(resumed) => run = Some(resumed),
            Event::Begin { step } => begun = Some(step),
            Event::End(end) => {
                let is_well =
                    end.outcome == Outcome::Done && begun.take() == Some(end.step.clone());
                if let Some(run) = run.as_ref().filter(|_| is_well) {
                    let execution = Execution {
                        at: line.at,
                        host: run.host.clone(),
                        driver: run.driver.clone(),
                        digest: run.digest.clone(),
                    };
                    done.push((end.step, execution));
                }
            }
            _ => {}
        }
    }
    Some((run?.runbook, done))
}

/// A journal that is open for writing and locked.
pub(super) struct Journal {
    file: File,
    path: PathBuf,
}

impl Journal {
    /// Opens and locks the journal, and reads what is in it. It is made if it is not there.
    pub(super) fn open(path: &Path, is_resumed: bool) -> Result<(Self, Past)> {
        let shown = || path.display().to_string();
        let is_there = std::fs::metadata(path).is_ok_and(|m| m.len() > 0);
        if is_resumed && !is_there {
            return Err(Stop::new(Exit::Journal, "runbook-journal-missing", shown()));
        }
        let unwritable = |_| Stop::new(Exit::Journal, "runbook-journal-unwritable", shown());
        let mut options = File::options();
        let file = options.create(true).read(true).append(true).open(path);
        let mut file = file.map_err(unwritable)?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Err(Stop::new(Exit::Journal, "runbook-journal-busy", shown()));
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(unwritable)?;
        let past = past(&String::from_utf8_lossy(&bytes));
        // A line that a crash cut off must not run into the next one.
        if bytes.last().is_some_and(|last| *last != b'\n') {
            file.write_all(b"\n").map_err(unwritable)?;
        }
        let path = path.to_owned();
        Ok((Journal { file, path }, past))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Adds a line, and waits until the disk has it.
    pub(super) fn write(&mut self, event: Event) -> Result<()> {
        let line = Line {
            schema: SCHEMA.to_owned(),
            at: humantime::format_rfc3339_seconds(SystemTime::now()).to_string(),
            event,
        };
        self.append(&line).map_err(|_| {
            let shown = self.path.display().to_string();
            Stop::new(Exit::Journal, "runbook-journal-unwritable", shown)
        })
    }

    fn append(&mut self, line: &Line) -> io::Result<()> {
        let mut bytes = serde_json::to_vec(line)?;
        bytes.push(b'\n');
        self.file.seek(SeekFrom::End(0))?;
        self.file.write_all(&bytes)?;
        self.file.sync_data()
    }
}

/// The name of this machine, as bash has it.
pub(super) fn host() -> String {
    let name = rustix::system::uname();
    name.nodename().to_string_lossy().into_owned()
}
