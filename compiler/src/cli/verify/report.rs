//! What `verify` found, for people and for programs.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::render::{diff, printable, wire};
use crate::emit::approved::{Approval, Standing};
use crate::l10n::Interface;
use crate::source::{Locale, SourceFile};
use crate::workspace::standing::Fault;

/// What was found of an article.
#[derive(Debug, Default)]
pub(super) struct Article {
    pub(super) id: String,
    /// The folder of its built files.
    pub(super) folder: PathBuf,
    /// Whether there are built files and no article.
    pub(super) is_orphan: bool,
    /// The files that are not what is built now.
    pub(super) files: Vec<(String, Fault)>,
    /// The locales whose text has changed since.
    pub(super) changed: Vec<Locale>,
    /// Scripts that do not run what those of other locales do.
    pub(super) differing: Vec<String>,
    /// How its commands stand to the approved ones.
    pub(super) commands: Standing,
    /// The list of approved commands as it is and as it would be.
    pub(super) diff: Option<Diff>,
}

/// A file before and after.
#[derive(Debug)]
pub(super) struct Diff {
    pub(super) old: Arc<SourceFile>,
    pub(super) new: Arc<SourceFile>,
}

impl Article {
    /// Whether all is as it should be.
    pub(super) fn is_clean(&self) -> bool {
        self.files.is_empty()
            && self.differing.is_empty()
            && self.commands.new.is_empty()
            && !self.is_orphan
    }
}

/// One line for each file, then the diff of what was approved.
pub(super) fn human(
    articles: &[Article],
    interface: &Interface,
    is_for_people: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    for article in articles {
        for line in lines(article, interface) {
            writeln!(out, "{}", printable(&line))?;
        }
        if let Some(Diff { old, new }) = &article.diff {
            diff(old, new, is_for_people, out)?;
        }
    }
    Ok(())
}

fn lines(article: &Article, interface: &Interface) -> Vec<String> {
    let say = |id: &str, key: &'static str, value: String| interface.format(id, &[(key, value)]);
    let path = |below: &str| article.folder.join(below).display().to_string();
    let mut lines = Vec::new();
    if article.is_orphan {
        lines.push(say(
            "verify-orphan",
            "path",
            article.folder.display().to_string(),
        ));
    }
    for (file, fault) in &article.files {
        let id = match fault {
            Fault::Changed => "verify-changed",
            Fault::Missing => "verify-missing",
            Fault::Extra => "verify-extra",
        };
        lines.push(say(id, "path", path(file)));
    }
    if !article.files.is_empty() && !article.changed.is_empty() {
        let locales: Vec<String> = article.changed.iter().map(ToString::to_string).collect();
        let arguments = [("id", article.id.clone()), ("locales", locales.join(", "))];
        lines.push(interface.format("verify-sources-changed", &arguments));
    }
    let differing = article.differing.iter();
    lines.extend(differing.map(|file| say("verify-commands-differ", "path", path(file))));
    if !article.commands.new.is_empty() {
        let count = article.commands.new.len().to_string();
        let arguments = [("id", article.id.clone()), ("count", count)];
        lines.push(interface.format("verify-new", &arguments));
    }
    lines
}

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    clean: bool,
    articles: Vec<WireArticle<'a>>,
}

#[derive(Serialize)]
struct WireArticle<'a> {
    id: &'a str,
    clean: bool,
    folder: String,
    /// Whether there are built files and no article.
    orphan: bool,
    files: Vec<WireFile<'a>>,
    sources_changed: Vec<String>,
    commands_differ: &'a [String],
    commands: WireCommands<'a>,
}

#[derive(Serialize)]
struct WireFile<'a> {
    path: &'a str,
    state: &'static str,
}

#[derive(Serialize)]
struct WireCommands<'a> {
    new: &'a [Approval],
    gone: &'a [Approval],
}

/// `runbookc.verify/1`.
pub(super) fn json(articles: &[Article], out: &mut dyn Write) -> io::Result<()> {
    let report = Report {
        schema: "runbookc.verify/1",
        clean: articles.iter().all(Article::is_clean),
        articles: articles.iter().map(wire).collect(),
    };
    wire::pretty(&report, out)
}

fn wire(article: &Article) -> WireArticle<'_> {
    WireArticle {
        id: &article.id,
        clean: article.is_clean(),
        folder: article.folder.display().to_string(),
        orphan: article.is_orphan,
        files: article.files.iter().map(wire_file).collect(),
        sources_changed: article.changed.iter().map(ToString::to_string).collect(),
        commands_differ: &article.differing,
        commands: WireCommands {
            new: &article.commands.new,
            gone: &article.commands.gone,
        },
    }
}

fn wire_file((path, fault): &(String, Fault)) -> WireFile<'_> {
    WireFile {
        path,
        state: match fault {
            Fault::Changed => "changed",
            Fault::Missing => "missing",
            Fault::Extra => "extra",
        },
    }
}
