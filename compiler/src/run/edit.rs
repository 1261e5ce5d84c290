//! Steps that change a file: whole files of text, and elements that go into XML.

use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::desk::Reply;
use super::face::PLAIN;
use super::file::{self, Change};
use super::journal::{End, Event, Outcome};
use super::merge::{self, Wanted};
use super::session::Session;
use super::stop::{Exit, Result, Stop};
use super::walk::Walk;
use crate::emit::sheet::{Element, Step};
use crate::procedure::CodePiece;
use crate::shell::Dialect;

impl<'a> Walk<'a> {
    /// The path of a file, from the folder that the shell is in.
    pub(super) fn place(&self, path: &str) -> PathBuf {
        if let Some((home, rest)) = std::env::var_os("HOME").zip(path.strip_prefix("~/")) {
            return PathBuf::from(home).join(rest);
        }
        let mut shells = self.sessions.values();
        let bash = shells
            .find(|s| s.dialect() == Dialect::Bash)
            .map(Session::folder);
        let here = || std::env::current_dir().unwrap_or_default();
        bash.cloned().unwrap_or_else(here).join(path)
    }

    pub(super) fn write_file(
        &mut self,
        step: &'a Step,
        path: &str,
        text: &[CodePiece],
    ) -> Result<()> {
        let path = self.place(path);
        let missing =
            |path: &Path| Stop::new(Exit::Guard, "runbook-no-folder", path.display().to_string());
        let folder = path.parent().unwrap_or(&path);
        if !folder.is_dir() {
            return Err(missing(folder));
        }
        if path.exists() && !path.is_file() {
            return Err(missing(&path));
        }
        let text = self.values.filled(text);
        let change = file::change(&path, &text);
        match change.map_err(|_| missing(&path))? {
            Change::New => {}
            Change::Same => return self.already_there(step),
            Change::Other(have) => {
                if !self.replaces(step, &path.display().to_string(), &have, &text)? {
                    return Ok(());
                }
            }
        }
        self.put(step, path, &text)
    }

    fn already_there(&mut self, step: &Step) -> Result<()> {
        self.face.message(PLAIN, "runbook-already-there");
        self.ended(End::new(&step.id, Outcome::Done), None)
    }

    fn written(&mut self, step: &Step, path: PathBuf, backup: Option<PathBuf>) -> Result<()> {
        let shown = |path: &PathBuf| path.display().to_string();
        let mut end = End::new(&step.id, Outcome::Done);
        end.path = Some(shown(&path));
        end.backup = backup.as_ref().map(shown);
        if let Some(backup) = &end.backup {
            self.face.label(PLAIN, "runbook-backup", backup);
        }
        self.face.label(PLAIN, "runbook-written", &shown(&path));
        self.ended(end, None)
    }

    /// A file that says something else is replaced only on a decision, which `--yes` is not.
    fn replaces(&mut self, step: &Step, path: &str, have: &str, text: &str) -> Result<bool> {
        let wanted = format!("{}\n", text.trim_end_matches('\n'));
        let diff = TextDiff::from_lines(have, wanted.as_str());
        let diff = diff.unified_diff().header(path, path).to_string();
        self.face.indented(PLAIN, &diff);
        let id = format!("replace-{}", step.id);
        let replies = [Reply::Yes, Reply::Skip];
        if self
            .desk
            .decide(self.face, &id, &replies, "runbook-ask-replace")?
            == Reply::Yes
        {
            return Ok(true);
        }
        self.ended(End::new(&step.id, Outcome::Skipped), None)?;
        Ok(false)
    }

    pub(super) fn merge_file(
        &mut self,
        step: &'a Step,
        path: &str,
        parent: &str,
        elements: &[Element],
    ) -> Result<()> {
        let path = self.place(path);
        let shown = path.display().to_string();
        let missing = |_| Stop::new(Exit::Guard, "runbook-no-folder", shown);
        let have = merge::read(&path).map_err(missing)?;
        let fill = |pieces: &[CodePiece]| self.values.filled(pieces);
        let wanted: Vec<Wanted> = elements.iter().map(|e| Wanted::new(e, fill)).collect();
        let Some(text) = merge::merged(&have, parent, &wanted) else {
            return Err(Stop::new(Exit::Guard, "runbook-no-parent", parent));
        };
        match text == have {
            true => self.already_there(step),
            false => self.put(step, path, &text),
        }
    }

    fn put(&mut self, step: &Step, path: PathBuf, text: &str) -> Result<()> {
        self.write(Event::Begin {
            step: step.id.clone(),
        })?;
        match file::put(&path, text) {
            Ok(backup) => self.written(step, path, backup),
            Err(error) => {
                self.face.say(PLAIN, &error.to_string());
                self.failed(step, "", "runbook-failed")
            }
        }
    }
}
