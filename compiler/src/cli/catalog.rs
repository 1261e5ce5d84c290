//! `runbookc catalog`: makes a catalogue of reference pages, and shows what is known of a cmdlet.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};
use rayon::prelude::*;

use super::CLEAN;
use super::arguments::Inputs;
use super::console::Console;
use crate::catalog::page::{self, Page};
use crate::catalog::{self, Cmdlet, Parameter};
use crate::diagnostic::{Location, Message, Notice, Severity};
use crate::literal::search::similarity;
use crate::markdown;
use crate::source::SourceFile;
use crate::workspace::{self, Failure};

/// Make a catalogue of cmdlets from their reference pages, or look into it
#[derive(Debug, Args)]
pub(super) struct Catalog {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Import(Import),
    Show(Show),
}

/// Read the facts of platyPS reference pages into a catalogue
///
/// A page that is not about a cmdlet is skipped. The same pages give the same bytes. A project
/// uses the catalogue that its runbookc.toml names: catalogues = ["our.catalogue"].
#[derive(Debug, Args)]
#[command(after_help = IMPORT)]
struct Import {
    /// Folder with reference pages, read with all that lies below it
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// File to write; standard output unless given
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
}

const IMPORT: &str = "\
Examples:
  runbookc catalog import reference/ --output our.catalogue
  runbookc catalog import reference/ | grep '^Set-'";

/// Show what the catalogues say of a cmdlet
#[derive(Debug, Args)]
#[command(after_help = SHOW)]
struct Show {
    /// Name of the cmdlet, in any case
    #[arg(value_name = "NAME")]
    name: String,

    /// Configuration to use instead of the runbookc.toml found by walking up
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

const SHOW: &str = "\
Examples:
  runbookc catalog show Get-CsUser";

/// Runs the verb.
pub(super) fn execute(verb: &Catalog, console: &Console) -> anyhow::Result<u8> {
    match &verb.action {
        Action::Import(verb) => import(verb, console),
        Action::Show(verb) => show(verb, console),
    }
}

fn import(verb: &Import, console: &Console) -> anyhow::Result<u8> {
    let (files, mut notices) = workspace::pages(&verb.folder)?;
    let read: Vec<_> = files.par_iter().map(|path| read(path)).collect();
    let mut pages: Vec<Page> = Vec::new();
    let mut paths: BTreeMap<String, &Path> = BTreeMap::new();
    for (path, (page, said)) in files.iter().zip(read) {
        notices.extend(said);
        let Some(page) = page else {
            continue;
        };
        match paths.get(&page.name.to_ascii_lowercase()) {
            Some(other) => {
                let other = other.display().to_string();
                let message = Message::new("notice-page-doubled").with("other", other);
                notices.push(notice(path, Severity::Warning, message));
            }
            None => {
                paths.insert(page.name.to_ascii_lowercase(), path);
                pages.push(page);
            }
        }
    }
    console.notices(&notices);
    if pages.is_empty() {
        let folder = verb.folder.display().to_string();
        let message = Message::new("cli-error-no-pages").with("path", folder);
        return Err(Failure::new(message).into());
    }
    let text = catalog::write(&pages);
    match &verb.output {
        Some(path) => workspace::write_catalogue(path, &text)?,
        None => console.print(|out| out.write_all(text.as_bytes()))?,
    }
    let count = pages.len().to_string();
    console.say(&Message::new("catalog-imported").with("count", count));
    Ok(CLEAN)
}

/// The facts of a page, and what is to be said about it.
fn read(path: &Path) -> (Option<Page>, Vec<Notice>) {
    let file = match workspace::read(path) {
        Ok(file) => Arc::new(file),
        Err(unread) => return (None, vec![unread]),
    };
    let parsed = markdown::parse(file.clone());
    let mut notices = parsed.notices;
    let page = page::read(&parsed.document);
    match &page {
        Some(page) => notices.extend(bare(&file, page)),
        None => {
            let message = Message::new("notice-no-cmdlet-page");
            notices.push(notice(path, Severity::Info, message));
        }
    }
    (page, notices)
}

/// A notice for each parameter of which a page does not say what it is.
fn bare(file: &Arc<SourceFile>, page: &Page) -> Vec<Notice> {
    let about = |(name, span): &(String, _)| {
        let message = Message::new("notice-parameter-bare").with("parameter", format!("-{name}"));
        Notice {
            location: Some(Location {
                file: file.clone(),
                span: *span,
            }),
            ..notice(file.path(), Severity::Warning, message)
        }
    };
    page.bare.iter().map(about).collect()
}

fn notice(path: &Path, severity: Severity, message: Message) -> Notice {
    Notice {
        path: path.to_owned(),
        location: None,
        severity,
        message,
    }
}

fn show(verb: &Show, console: &Console) -> anyhow::Result<u8> {
    let configuration = Inputs::of_configuration(verb.config.as_deref()).configuration()?;
    let catalogue = workspace::catalogue(&configuration)?;
    let Some(cmdlet) = catalogue.find(&verb.name) else {
        let failure = Failure::new(Message::new("cli-error-no-cmdlet").with("name", &verb.name));
        let lower = verb.name.to_lowercase();
        let scored = catalogue
            .cmdlets()
            .map(|c| (similarity(&lower, &c.name.to_lowercase()), c));
        let likest = scored.filter(|(likeness, _)| *likeness >= 0.6);
        let likest = likest.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.name.cmp(a.1.name)));
        return Err(match likest {
            Some((_, c)) => failure.and(Message::new("cli-did-you-mean").with("known", c.name)),
            None => failure,
        }
        .into());
    };
    console.print(|out| print(&cmdlet, out))?;
    Ok(CLEAN)
}

/// A cmdlet's facts in the words of the reference, which are the same in every language.
fn print(cmdlet: &Cmdlet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let whatif = match cmdlet.supports_should_process {
        true => "  [-WhatIf] [-Confirm]",
        false => "",
    };
    writeln!(out, "{}  ({}){whatif}", cmdlet.name, cmdlet.module)?;
    cmdlet.parameters().try_for_each(|p| parameter(&p, out))
}

fn parameter(parameter: &Parameter<'_>, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "  -{}", parameter.name)?;
    if let Some(type_name) = parameter.type_name.filter(|_| !parameter.is_switch()) {
        write!(out, " <{type_name}>")?;
    }
    let lists = [
        ("alias", parameter.aliases().collect::<Vec<_>>()),
        ("values", parameter.values().collect()),
        ("sets", parameter.sets().collect()),
    ];
    if parameter.is_required {
        write!(out, " required")?;
    }
    for (label, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        write!(out, " {label}: {}", list.join(", "))?;
    }
    writeln!(out)
}
