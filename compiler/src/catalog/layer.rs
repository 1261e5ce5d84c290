//! One catalogue file: lines of text, found by bisection and taken apart when asked for.
//!
//! ```text
//! runbookc.catalogue/1
//! # a comment
//! module SkypeForBusiness Cs            a module, and how nearly all its nouns begin
//! = Identity XdsIdentity                a signature that several cmdlets share
//! Grant-CsClientPolicy 0 whatif         a cmdlet, its module's index, ShouldProcess
//!  Identity ! 0                         a parameter with the shared signature
//!  PolicyName String @One,Two v=A,B     one with its own: type, sets, accepted values
//! ```
//!
//! A parameter is its name, its type (`?` where it is not known, none for the shared signature),
//! then `!` if required, a number for its position, `@` sets, `a=` aliases, `v=` values. In lists
//! `%20` stands for a space, `%2C` for a comma, `%25` for the sign itself. Nothing else is said: a
//! catalogue holds facts, no prose.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

use super::{Cmdlet, Parameter};

/// The first line of a catalogue.
pub const FORMAT: &str = "runbookc.catalogue/1";

/// A catalogue's text with an index of its lines.
#[derive(Debug)]
pub struct Layer {
    text: Cow<'static, str>,
    index: OnceLock<Index>,
}

/// The first line that is not as the format has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// Its number, from 1.
    pub line: u32,
    /// What it says.
    pub text: String,
}

#[derive(Debug, Default)]
struct Index {
    modules: Vec<Module>,
    /// Lines of shared signatures, ordered by name.
    shared: Vec<Range<u32>>,
    /// Ordered by noun and verb.
    cmdlets: Vec<Entry>,
}

#[derive(Debug)]
struct Module {
    name: Range<u32>,
    prefix: Range<u32>,
}

#[derive(Debug)]
struct Entry {
    head: Range<u32>,
    body: Range<u32>,
}

impl Layer {
    /// A catalogue that came with the program.
    pub(super) fn trusted(text: &'static str) -> Layer {
        Layer {
            text: Cow::Borrowed(text),
            index: OnceLock::new(),
        }
    }

    /// A catalogue from the text of its file.
    ///
    /// # Errors
    ///
    /// The first line that is not as the format has it.
    pub fn parse(text: String) -> Result<Layer, Malformed> {
        let first = text.lines().next().unwrap_or_default();
        let malformed = |line: usize, text: &str| Malformed {
            line: line as u32 + 1,
            text: text.to_owned(),
        };
        if first.trim_end() != FORMAT {
            return Err(malformed(0, first));
        }
        let mut modules = 0;
        let mut cmdlets = 0;
        for (number, line) in text.lines().enumerate().skip(1) {
            let fits = match Line::of(line) {
                Line::Empty => true,
                Line::Module => {
                    modules += 1;
                    line.split_ascii_whitespace().count() > 1
                }
                Line::Shared => line.split_ascii_whitespace().count() > 2,
                Line::Parameter => cmdlets > 0,
                Line::Cmdlet => {
                    cmdlets += 1;
                    Head::of(line).is_some_and(|head| head.module < modules)
                }
            };
            if !fits {
                return Err(malformed(number, line));
            }
        }
        Ok(Layer {
            text: Cow::Owned(text),
            index: OnceLock::new(),
        })
    }

    pub(super) fn find(&self, name: &str) -> Option<Cmdlet<'_>> {
        let cmdlets = &self.index().cmdlets;
        let found = cmdlets.binary_search_by(|e| order(self.name(e), name));
        found.ok().and_then(|i| self.cmdlet(&cmdlets[i]))
    }

    pub(super) fn with_noun(&self, noun: &str) -> impl Iterator<Item = Cmdlet<'_>> {
        let cmdlets = &self.index().cmdlets;
        let compare = |e: &Entry| folded(parts(self.name(e)).1, noun);
        let start = cmdlets.partition_point(|e| compare(e) == Ordering::Less);
        let count = cmdlets[start..].partition_point(|e| compare(e) == Ordering::Equal);
        let found = &cmdlets[start..start + count];
        found.iter().filter_map(|e| self.cmdlet(e))
    }

    pub(super) fn cmdlets(&self) -> impl Iterator<Item = Cmdlet<'_>> {
        let entries = self.index().cmdlets.iter();
        entries.filter_map(|entry| self.cmdlet(entry))
    }

    /// Whether a noun begins with the prefix of a module, and goes on with a new word.
    pub(super) fn has_prefix(&self, noun: &str) -> bool {
        let modules = self.index().modules.iter();
        let prefixes = modules.map(|m| self.slice(&m.prefix));
        let begins = |prefix: &str| {
            let Some((head, rest)) = noun.split_at_checked(prefix.len()) else {
                return false;
            };
            let goes_on = rest.starts_with(|c: char| c.is_ascii_uppercase());
            head.eq_ignore_ascii_case(prefix) && goes_on
        };
        prefixes.filter(|p| !p.is_empty()).any(begins)
    }

    /// The parameter of a cmdlet's line.
    pub(super) fn parameter<'c>(&'c self, line: &'c str) -> Option<Parameter<'c>> {
        let mut words = line.split_ascii_whitespace().peekable();
        let name = words.next()?;
        let own = words.next_if(|w| !w.starts_with(['!', '@']) && !is_number(w));
        let shared = match own {
            Some(_) => None,
            None => self.signature(name),
        };
        let mut parameter = Parameter {
            name,
            type_name: own.filter(|t| *t != "?"),
            is_required: false,
            position: None,
            aliases: "",
            values: "",
            sets: "",
        };
        if let Some(shared) = shared {
            let mut words = shared.split_ascii_whitespace().skip(2);
            parameter.type_name = words.next().filter(|t| *t != "?");
            words.for_each(|word| parameter.read(word));
        }
        words.for_each(|word| parameter.read(word));
        Some(parameter)
    }

    /// The line of the shared signature of a name.
    fn signature(&self, name: &str) -> Option<&str> {
        let shared = &self.index().shared;
        let of = |range: &Range<u32>| shared_name(self.slice(range));
        let found = shared.binary_search_by(|range| folded(of(range), name));
        found.ok().map(|i| self.slice(&shared[i]))
    }

    fn cmdlet(&self, entry: &Entry) -> Option<Cmdlet<'_>> {
        let head = Head::of(self.slice(&entry.head))?;
        let module = self.index().modules.get(head.module)?;
        Some(Cmdlet {
            name: head.name,
            module: self.slice(&module.name),
            supports_should_process: head.supports_should_process,
            body: self.slice(&entry.body),
            layer: self,
        })
    }

    fn name(&self, entry: &Entry) -> &str {
        let head = self.slice(&entry.head);
        head.split(' ').next().unwrap_or_default()
    }

    fn slice(&self, range: &Range<u32>) -> &str {
        &self.text[range.start as usize..range.end as usize]
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| self.lines())
    }

    /// One pass over the lines, which are ordered as `write` has them; others are put in order.
    fn lines(&self) -> Index {
        let mut index = Index::default();
        let mut start = 0;
        for line in self.text.split('\n') {
            let end = start + line.len() as u32;
            let range = start..end;
            start = end + 1;
            match Line::of(line) {
                Line::Empty => {}
                Line::Module => index.modules.push(module(line, range.start)),
                Line::Shared => index.shared.push(range),
                Line::Cmdlet => index.cmdlets.push(Entry {
                    head: range,
                    body: end..end,
                }),
                Line::Parameter => {
                    if let Some(last) = index.cmdlets.last_mut() {
                        last.body.end = end;
                    }
                }
            }
        }
        let name = |range: &Range<u32>| shared_name(self.slice(range));
        index.shared.sort_by(|a, b| folded(name(a), name(b)));
        index
            .cmdlets
            .sort_by(|a, b| order(self.name(a), self.name(b)));
        index
    }
}

impl<'c> Parameter<'c> {
    /// Takes in a word of a line behind name and type.
    fn read(&mut self, word: &'c str) {
        if word == "!" {
            self.is_required = true;
        } else if let Some(sets) = word.strip_prefix('@') {
            self.sets = sets;
        } else if let Some(aliases) = word.strip_prefix("a=") {
            self.aliases = aliases;
        } else if let Some(values) = word.strip_prefix("v=") {
            self.values = values;
        } else if let Ok(position) = word.parse() {
            self.position = Some(position);
        }
    }
}

/// What a line is, by how it begins.
enum Line {
    Empty,
    Module,
    Shared,
    Cmdlet,
    Parameter,
}

impl Line {
    fn of(line: &str) -> Line {
        match line.as_bytes().first() {
            None | Some(b'#' | b'\r') => Line::Empty,
            Some(b' ') => Line::Parameter,
            Some(b'=') => Line::Shared,
            Some(b'm') if line.starts_with("module ") => Line::Module,
            Some(b'r') if line.trim_end() == FORMAT => Line::Empty,
            Some(_) => Line::Cmdlet,
        }
    }
}

/// The line that opens a cmdlet.
struct Head<'c> {
    name: &'c str,
    module: usize,
    supports_should_process: bool,
}

impl<'c> Head<'c> {
    fn of(line: &'c str) -> Option<Head<'c>> {
        let mut words = line.split_ascii_whitespace();
        Some(Head {
            name: words.next()?,
            module: words.next()?.parse().ok()?,
            supports_should_process: words.next() == Some("whatif"),
        })
    }
}

fn module(line: &str, start: u32) -> Module {
    let mut words = line.split_ascii_whitespace().skip(1).map(|word| {
        let offset = (word.as_ptr() as usize - line.as_ptr() as usize) as u32;
        start + offset..start + offset + word.len() as u32
    });
    Module {
        name: words.next().unwrap_or(start..start),
        prefix: words.next().unwrap_or(start..start),
    }
}

fn shared_name(line: &str) -> &str {
    line.split_ascii_whitespace().nth(1).unwrap_or_default()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// The elements of a list of a line, without their escapes.
pub(super) fn list(written: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let elements = written.split(',').filter(|element| !element.is_empty());
    elements.map(|element| match element.contains('%') {
        false => Cow::Borrowed(element),
        true => {
            let plain = element.replace("%20", " ").replace("%2C", ",");
            Cow::Owned(plain.replace("%25", "%"))
        }
    })
}

/// Verb and noun of a name.
fn parts(name: &str) -> (&str, &str) {
    name.split_once('-').unwrap_or(("", name))
}

/// The order of cmdlets: by noun, then by verb, in any case.
pub(super) fn order(a: &str, b: &str) -> Ordering {
    let (a, b) = (parts(a), parts(b));
    folded(a.1, b.1).then_with(|| folded(a.0, b.0))
}

/// The order of names in any case.
pub(super) fn folded(a: &str, b: &str) -> Ordering {
    let lower = |b: u8| b.to_ascii_lowercase();
    a.bytes().map(lower).cmp(b.bytes().map(lower))
}
