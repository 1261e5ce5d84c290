//! A reference page to the facts in it.
//!
//! Pages are those that platyPS writes, of either of its schemas: the name as heading, `SYNTAX`
//! with the forms of the call, `PARAMETERS` with a heading and a block of fields for each. What
//! the sentences say is not looked at.

use crate::document::{BlockId, BlockKind, Document, HeadingForm};
use crate::source::Span;

/// What a page says of its cmdlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The cmdlet's name.
    pub name: String,
    /// Its module; empty where the page does not say.
    pub module: String,
    /// Whether it has `-WhatIf` or `-Confirm`.
    pub supports_should_process: bool,
    /// Its other parameters, in the order of their names.
    pub parameters: Vec<Fact>,
    /// Parameters that have no block of fields, and where.
    pub bare: Vec<(String, Span)>,
}

/// What a page says of a parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// Its name without the dash.
    pub name: String,
    /// Its type.
    pub type_name: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The values that it accepts.
    pub values: Vec<String>,
    /// Its parameter sets; none for all.
    pub sets: Vec<String>,
    /// Whether it is required.
    pub is_required: bool,
    /// Its place among arguments without a name.
    pub position: Option<u8>,
}

/// What a set is called that stands for all of them.
const ALL: &[&str] = &["(All)", "__AllParameterSets"];

/// Parameters that tell of ShouldProcess.
const SHOULD_PROCESS: &[&str] = &["whatif", "confirm"];

/// Where in the page.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Other,
    Syntax,
    Parameters,
}

/// The facts of a page; nothing where it is not about a cmdlet.
pub fn read(document: &Document) -> Option<Page> {
    let mut page = Page {
        name: String::new(),
        module: module(document),
        supports_should_process: false,
        parameters: Vec::new(),
        bare: Vec::new(),
    };
    let mut part = Part::Other;
    let mut seen = false;
    let mut current: Option<(Fact, Span)> = None;
    let mut called: Vec<Fact> = Vec::new();
    for (id, block) in document.leaves() {
        let text = text(document, id);
        match &block.kind {
            BlockKind::Heading { level, form, .. } if *form != HeadingForm::Bold => {
                page.keep(current.take());
                match level {
                    1 if page.name.is_empty() => page.name = text.trim().to_owned(),
                    1 | 2 => part = Part::of(text),
                    _ if part == Part::Parameters => current = heading(text, block.span),
                    _ => {}
                }
                seen |= part != Part::Other;
            }
            BlockKind::Code { .. } if part == Part::Syntax => syntax(text, &mut called),
            BlockKind::Code { .. } => {
                if let Some((fact, _)) = &mut current {
                    fields(text, fact);
                }
            }
            _ => {}
        }
    }
    page.keep(current);
    if !seen || !is_name(&page.name) {
        return None;
    }
    page.complete(called);
    Some(page)
}

impl Part {
    fn of(heading: &str) -> Part {
        match heading.trim() {
            h if h.eq_ignore_ascii_case("SYNTAX") => Part::Syntax,
            h if h.eq_ignore_ascii_case("PARAMETERS") => Part::Parameters,
            _ => Part::Other,
        }
    }
}

impl Page {
    fn keep(&mut self, parameter: Option<(Fact, Span)>) {
        let Some((fact, span)) = parameter else {
            return;
        };
        if fact.type_name.is_none() {
            self.bare.push((fact.name.clone(), span));
        }
        self.parameters.push(fact);
    }

    /// Adds what only the forms of the call have, orders, and sets ShouldProcess apart.
    fn complete(&mut self, called: Vec<Fact>) {
        for fact in called {
            let same = |f: &&mut Fact| f.name.eq_ignore_ascii_case(&fact.name);
            match self.parameters.iter_mut().find(same) {
                Some(known) if known.type_name.is_none() => known.type_name = fact.type_name,
                Some(_) => {}
                None => self.parameters.push(fact),
            }
        }
        let of_should_process =
            |f: &Fact| SHOULD_PROCESS.contains(&f.name.to_ascii_lowercase().as_str());
        self.supports_should_process = self.parameters.iter().any(of_should_process);
        self.parameters.retain(|f| !of_should_process(f));
        self.parameters
            .sort_by_cached_key(|f| f.name.to_ascii_lowercase());
        self.parameters
            .dedup_by(|b, a| a.name.eq_ignore_ascii_case(&b.name));
    }
}

/// The module that the front matter names, in the words of either schema.
fn module(document: &Document) -> String {
    let named = ["Module Name", "ModuleName", "module"];
    let found = named.iter().find_map(|key| document.metadata(key));
    found.unwrap_or_default().split_whitespace().collect()
}

fn text(document: &Document, id: BlockId) -> &str {
    let first = document.segments_of(id).next();
    first.map_or("", |(_, segment)| segment.text.as_str())
}

/// Whether a heading is a cmdlet's name: two words joined by a hyphen.
fn is_name(heading: &str) -> bool {
    let part = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    heading
        .split_once('-')
        .is_some_and(|(verb, noun)| part(verb) && part(noun))
}

/// The parameter that a heading opens: `-Identity`.
fn heading(text: &str, span: Span) -> Option<(Fact, Span)> {
    let name = text.trim().strip_prefix('-')?.split_whitespace().next()?;
    let is_name = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let fact = Fact {
        name: name.to_owned(),
        ..Fact::default()
    };
    is_name.then_some((fact, span))
}

/// Reads a block of fields into a parameter. A second block is of another parameter set.
fn fields(text: &str, fact: &mut Fact) {
    if !text.lines().any(|line| line.starts_with("Type:")) {
        return;
    }
    let mut required = fact.type_name.as_ref().map(|_| fact.is_required);
    let mut key = String::new();
    for line in text.lines() {
        let indented = line.starts_with([' ', '-']);
        let line = line.trim_start_matches([' ', '-']).trim_end();
        match line.split_once(':') {
            Some((name, value)) if is_key(name) => {
                key = name.replace(' ', "").to_ascii_lowercase();
                match key.as_str() {
                    // In the later schema a set's name is a field of its own.
                    "name" if indented => field("parametersets", value.trim(), fact),
                    "required" | "isrequired" => {
                        let here = value.trim().eq_ignore_ascii_case("true");
                        required = Some(here && required != Some(false));
                    }
                    key => field(key, value.trim(), fact),
                }
            }
            _ if indented => field(&key, line, fact),
            _ => {}
        }
    }
    fact.is_required = required == Some(true);
}

fn is_key(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ') && !name.is_empty()
}

fn field(key: &str, value: &str, fact: &mut Fact) {
    let plain = value.trim_matches(['\'', '"']);
    if plain.is_empty() || plain == "[]" {
        return;
    }
    match key {
        "type" => fact.type_name = fact.type_name.take().or_else(|| Some(type_name(plain))),
        "aliases" => extend(&mut fact.aliases, plain),
        "acceptedvalues" => extend(&mut fact.values, plain),
        "parametersets" => extend(&mut fact.sets, plain),
        "position" => fact.position = fact.position.or(plain.parse().ok()),
        _ => {}
    }
    fact.sets.retain(|set| !ALL.contains(&set.as_str()));
}

/// Adds the elements of a list, parted by commas.
fn extend(list: &mut Vec<String>, written: &str) {
    for element in written.trim_matches(['[', ']']).split(',').map(str::trim) {
        if !element.is_empty() && !list.iter().any(|known| known == element) {
            list.push(element.to_owned());
        }
    }
}

/// A type's name without spaces, and without its namespace where that says nothing.
fn type_name(written: &str) -> String {
    let compact: String = written.split_whitespace().collect();
    let short = ["System.Management.Automation.", "System."];
    let bare = short.iter().find_map(|p| compact.strip_prefix(p));
    match bare.filter(|b| !b.contains('.')) {
        Some(bare) => bare.to_owned(),
        None => compact,
    }
}

/// Adds the parameters of a form of the call: `[-Identity] <Id> [-Force]`.
fn syntax(text: &str, called: &mut Vec<Fact>) {
    for (at, _) in text.match_indices('-') {
        let opens = text[..at].ends_with(['[', ' ', '\n']);
        let rest = &text[at + 1..];
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (name, after) = rest.split_at(length);
        if !opens || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let value = after.trim_start_matches([']', ' ', '\n', '\r']);
        let switch = after.starts_with(']') && !value.starts_with('<');
        let typed = value.strip_prefix('<').and_then(|v| v.split_once('>'));
        called.push(Fact {
            name: name.to_owned(),
            type_name: match typed {
                Some((written, _)) => Some(type_name(written)),
                None => switch.then(|| "SwitchParameter".to_owned()),
            },
            ..Fact::default()
        });
    }
}
