//! A section's nodes to drafts of steps, one code block after the other.

use crate::align::{RowId, UnitId};
use crate::canon::Verdict;
use crate::document::LiteralKind;
use crate::shell::{self, CodeClass, Dialect, FileFormat, Risk, Scope};

use super::drafts::{Act, Draft, Expected, Form};
use super::mention::{contains_word, is_only_literal, repeats_argument, spoken_names};
use super::outline::{self, Node, Section};
use super::view::View;
use super::{Action, Command, FileEdit, Verification, arms, examples, files, moods};

/// Code of a row as the canon or, without one, the first document has it.
struct Code {
    row: RowId,
    text: String,
    info: String,
    level: Verification,
    withheld: Option<Vec<String>>,
}

/// The drafts of a section in the order of the article.
pub(super) fn drafts(view: &View<'_>, section: &Section, kinds: Blocks) -> Vec<Draft> {
    let mut builder = Builder {
        view,
        kinds,
        drafts: Vec::new(),
        pending: Vec::new(),
    };
    for node in &section.nodes {
        match node.code {
            true => builder.code(node),
            false => builder.pending.push(node),
        }
    }
    builder.flush(0);
    let mut drafts = builder.drafts;
    examples::show(view, &mut drafts);
    arms::part_questions(view, &mut drafts);
    drafts
}

/// What the code blocks of an article without a language are, on the whole.
#[derive(Clone, Copy, Default)]
pub(super) struct Blocks {
    commands: usize,
    others: usize,
}

/// From how many blocks on, and how many of them to one that looks like a command, they are of another
/// language.
const FOREIGN: (usize, usize) = (12, 6);

impl Blocks {
    pub(super) fn of(view: &View<'_>, sections: &[Section]) -> Self {
        let mut blocks = Blocks::default();
        let nodes = sections.iter().flat_map(|s| &s.nodes);
        for node in nodes.filter(|n| n.code && view.info(n.row).is_empty()) {
            let Some(code) = view.code(node.row) else {
                continue;
            };
            match shell::classify(&code.text, "") {
                CodeClass::Command(Dialect::Bash) => blocks.commands += 1,
                CodeClass::Other => blocks.others += 1,
                _ => {}
            }
        }
        blocks
    }

    /// Whether a block that looks like a command is one of another language, in which most are that look
    /// like none: `cat "a" "b"` in a reference of functions.
    fn is_foreign(self, info: &str) -> bool {
        let (least, times) = FOREIGN;
        info.is_empty() && self.others >= least && self.commands * times <= self.others
    }
}

struct Builder<'a, 'v> {
    view: &'v View<'a>,
    kinds: Blocks,
    drafts: Vec<Draft>,
    /// Paragraphs since the last code block.
    pending: Vec<&'v Node>,
}

impl<'v> Builder<'_, 'v> {
    fn code(&mut self, node: &'v Node) {
        let code = self.read(node);
        let class = shell::classify(&code.text, &code.info);
        if self.is_output(node, &code, class) {
            return self.output(&code);
        }
        match class {
            CodeClass::Command(Dialect::Bash) if self.kinds.is_foreign(&code.info) => {
                self.shown(node, &code);
            }
            CodeClass::Command(_) | CodeClass::SyntaxSummary if shell::is_overview(&code.text) => {
                self.shown(node, &code);
            }
            CodeClass::Command(Dialect::Bash) if examples::has_variants(&code.text) => {
                self.shown(node, &code);
            }
            CodeClass::Command(dialect) => self.command(node, &code, dialect, false),
            CodeClass::Transcript(dialect) => self.transcript(node, &code, dialect),
            CodeClass::SyntaxSummary => match shell::template(&code.text, &code.info) {
                Some(dialect) if shell::parse_template(dialect, code.text.trim()).clean => {
                    self.command(node, &code, dialect, true);
                }
                _ => self.shown(node, &code),
            },
            CodeClass::FileContent(format) => self.content(node, &code, format),
            CodeClass::Other if shell::is_plain_text(&code.info) => {
                self.content(node, &code, FileFormat::Text);
            }
            CodeClass::Output | CodeClass::Other => self.shown(node, &code),
        }
    }

    fn read(&self, node: &Node) -> Code {
        let info = self.view.info(node.row);
        let Some(canonical) = self.view.code(node.row) else {
            let first = node
                .units
                .first()
                .and_then(|u| self.view.readings(*u).next());
            return Code {
                row: node.row,
                text: first.map(|(_, text)| text).unwrap_or_default(),
                info,
                level: Verification::Unverified,
                withheld: None,
            };
        };
        let same = canonical.readings.iter().flatten().all(|(_, same)| *same);
        let refused = shell::refuse::refused(&canonical.text).map(|_| vec![canonical.text.clone()]);
        Code {
            row: node.row,
            text: canonical.text.clone(),
            info,
            level: match same {
                true => Verification::Consistent,
                false => Verification::Unverified,
            },
            withheld: match &canonical.verdict {
                Verdict::Decided => refused,
                Verdict::Disputed(candidates) => Some(candidates.clone()),
            },
        }
    }

    /// Whether a block is what the command before it prints: its class says so, it opens with a
    /// quoted argument of that command, or it is plain text that no file was named for.
    fn is_output(&self, node: &Node, code: &Code, class: CodeClass) -> bool {
        let Some(command) = self.drafts.last().and_then(Draft::command) else {
            return false;
        };
        // The next numbered step shows nothing of the one before.
        let before = self
            .drafts
            .last()
            .map(|d| outline::within(self.view, &d.place));
        let own = outline::within(self.view, &node.place);
        if before.is_some_and(|before| outline::follow(&before, &own)) {
            return false;
        }
        if self.drafts.last().is_some_and(|d| d.expect.is_some()) {
            return false;
        }
        match class {
            CodeClass::Output => true,
            CodeClass::Other if shell::is_plain_text(&code.info) => {
                let lead = self.pending.last();
                lead.is_none_or(|n| files::named(self.view, &n.units, &command.code).is_none())
            }
            CodeClass::Other => repeats_argument(&code.text, command),
            _ => false,
        }
    }

    fn output(&mut self, code: &Code) {
        let lead = self.take_lead();
        let last = self.drafts.iter_mut().rfind(|d| d.command().is_some());
        let Some(draft) = last else { return };
        draft.sources.extend(self.view.units(code.row));
        draft.expect = Some(Expected {
            output: code.text.trim_end().to_owned(),
            units: lead,
        });
    }

    fn command(&mut self, node: &Node, code: &Code, dialect: Dialect, template: bool) {
        let text = code.text.trim_end_matches(['\n', '\r', ' ']);
        let act = command_act(text, dialect, template, code);
        let lead = self.take_lead();
        self.push(node, code, Form::Act(Box::new(act)), lead);
    }

    fn transcript(&mut self, node: &Node, code: &Code, dialect: Dialect) {
        let mut lead = self.take_lead();
        let exchanges = shell::transcript::exchanges(dialect, &code.text);
        for exchange in exchanges {
            if shell::is_open(&exchange.command) {
                let form = Form::Words {
                    code: Some(exchange.command),
                };
                self.push(node, code, form, std::mem::take(&mut lead));
                continue;
            }
            let act = command_act(&exchange.command, dialect, false, code);
            self.push(
                node,
                code,
                Form::Act(Box::new(act)),
                std::mem::take(&mut lead),
            );
            let printed = !exchange.output.is_empty();
            let draft = self.drafts.last_mut().expect("one was pushed");
            draft.expect = printed.then(|| Expected {
                output: exchange.output,
                units: Vec::new(),
            });
        }
    }

    /// File content: an edit of the file that was named last, else a block that is only shown.
    fn content(&mut self, node: &Node, code: &Code, format: FileFormat) {
        let named = (self.pending.iter().rev())
            .take_while(|n| n.place.alert == node.place.alert)
            .find_map(|n| files::named(self.view, &n.units, ""));
        let again = || {
            let last = self.drafts.last().and_then(Draft::edit);
            last.filter(|e| e.format == format && self.pending.is_empty())
                .map(|e| (e.file.clone(), e.folder.clone()))
        };
        let Some((file, folder)) = named.or_else(again) else {
            return self.shown(node, code);
        };
        let units: Vec<UnitId> = self.pending.iter().flat_map(|n| n.units.clone()).collect();
        let edit = FileEdit {
            parent: match format {
                FileFormat::Xml => files::parent(self.view, &units, &code.text),
                _ => None,
            },
            file,
            folder,
            format,
            content: code.text.clone(),
            pieces: Vec::new(),
        };
        let act = Act {
            action: Action::Edit(edit),
            risk: Risk::Change,
            scope: Scope::One,
            verification: code.level,
            withheld: code.withheld.clone(),
        };
        let lead = self.take_lead();
        self.push(node, code, Form::Act(Box::new(act)), lead);
    }

    /// A block that is neither run nor written: shown with the sentences before it.
    fn shown(&mut self, node: &Node, code: &Code) {
        let lead = self.take_lead();
        let text = code.text.trim_end().to_owned();
        self.push(node, code, Form::Words { code: Some(text) }, lead);
    }

    fn push(&mut self, node: &Node, code: &Code, form: Form, lead: Vec<UnitId>) {
        self.drafts.push(Draft {
            form,
            lead,
            tail: Vec::new(),
            sources: self.view.units(code.row),
            expect: None,
            place: node.place,
        });
    }

    /// The sentences that introduce the next block: the paragraph right before it, without those
    /// at its beginning that still speak of the code before. All other paragraphs become drafts.
    fn take_lead(&mut self) -> Vec<UnitId> {
        let introduces = self.pending.last().is_some_and(|n| !n.place.alert);
        if !introduces {
            self.flush(0);
            return Vec::new();
        }
        self.flush(1);
        let node = self.pending.pop().expect("one was left");
        let mut lead = node.units.clone();
        let explained = self.explained_by(&lead[..lead.len().saturating_sub(1)]);
        if let Some((draft, count)) = explained {
            self.drafts[draft].tail.extend(lead.drain(..count));
        }
        lead
    }

    /// The code before these units of which some of them speak, with the number of units up to the
    /// last of those that do.
    fn explained_by(&self, units: &[UnitId]) -> Option<(usize, usize)> {
        let acts = self
            .drafts
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, d)| d.act().is_some());
        acts.take(3).find_map(|(index, draft)| {
            let names = spoken_names(draft);
            let code = draft.code();
            let quotes = |(kind, value): (LiteralKind, &str)| {
                let telling = value.len() > 4 && kind != LiteralKind::ProductName;
                telling && contains_word(code, value)
            };
            let speaks = |u: &&UnitId| {
                self.view.literals(**u).into_iter().any(quotes)
                    || self
                        .view
                        .most(**u, |text| names.iter().any(|n| contains_word(text, n)))
            };
            let last = units.iter().rposition(|u| speaks(&u))?;
            Some((index, last + 1))
        })
    }

    /// Makes drafts of all paragraphs but the last `keep`.
    fn flush(&mut self, keep: usize) {
        let count = self.pending.len() - keep;
        let nodes: Vec<&Node> = self.pending.drain(..count).collect();
        for node in nodes {
            self.paragraph(node);
        }
    }

    fn paragraph(&mut self, node: &Node) {
        let apart = node.place.alert || node.place.item.is_some();
        let explained = (!apart).then(|| self.explained_by(&node.units)).flatten();
        if let Some((draft, _)) = explained {
            // *After you have run it, restart the service* speaks of the command, and asks for more.
            let asks = |u: &&UnitId| moods::mood(self.view, **u) == Some(moods::Mood::Asks);
            let told = node.units.iter().take_while(|u| !asks(u)).count();
            let (told, asked) = node.units.split_at(told);
            self.drafts[draft].tail.extend(told);
            if !asked.is_empty() {
                let asked = Draft::words(asked.to_vec(), node.place);
                self.drafts.push(asked);
            }
            return;
        }
        if let Some(last) = self.drafts.last_mut() {
            let words = matches!(last.form, Form::Words { code: None });
            if words && node.place.item.is_some() && last.place == node.place {
                last.lead.extend(&node.units);
                return;
            }
            // A paragraph that is only a literal belongs to the sentence that announces it.
            let announced = words && last.place == node.place && is_only_literal(self.view, node);
            if announced && let Some(unit) = last.lead.pop() {
                let rest = std::mem::replace(&mut last.lead, vec![unit]);
                last.lead.extend(&node.units);
                if !rest.is_empty() {
                    let at = self.drafts.len() - 1;
                    self.drafts.insert(at, Draft::words(rest, node.place));
                }
                return;
            }
        }
        self.drafts
            .push(Draft::words(node.units.clone(), node.place));
    }
}

fn command_act(text: &str, dialect: Dialect, template: bool, code: &Code) -> Act {
    let parsed = match template {
        true => shell::parse_template(dialect, text),
        false => shell::parse(dialect, text),
    };
    let whole = dialect == Dialect::Bash || shell::closes_all(&shell::masked(text));
    let parses = parsed.clean && whole && code.level == Verification::Consistent;
    Act {
        risk: shell::risk(dialect, &parsed.script, text),
        scope: shell::scope(dialect, &parsed.script),
        verification: if parses {
            Verification::Parses
        } else {
            code.level
        },
        withheld: code.withheld.clone(),
        action: Action::Command(Command {
            dialect,
            code: text.to_owned(),
            pieces: Vec::new(),
            script: parsed.script,
        }),
    }
}
