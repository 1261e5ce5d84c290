//! `runbookc init`: writes a commented `runbookc.toml` for the layout that it finds.

use std::path::PathBuf;

use clap::Args;

use super::arguments::Inputs;
use super::console::Console;
use super::{CLEAN, pipeline};
use crate::diagnostic::Message;
use crate::source::Locale;
use crate::workspace::{self, Patterns, config};

/// Write a commented runbookc.toml for the layout found in a folder
///
/// It looks at the names and the front matter of the files, says what it found, and overwrites
/// nothing.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Init {
    /// Folder to look at and to write to
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  runbookc init
  runbookc init docs/";

/// Runs the verb.
pub(super) fn execute(verb: &Init, console: &Console) -> anyhow::Result<u8> {
    let project = pipeline::load(&Inputs::of_folder(&verb.folder), console)?;
    let patterns = workspace::survey(&verb.folder);
    let path = verb.folder.join(config::FILE_NAME);
    config::write_new(&path, &text(&patterns, project.source()))?;
    console.summarize(&project.counts(), &[]);
    let found = match patterns.articles.first() {
        Some(pattern) => Message::new("init-found-pattern").with("pattern", pattern),
        None => Message::new("init-found-front-matter"),
    };
    console.say(&found);
    console.say(&Message::new("init-wrote").with("path", path.display().to_string()));
    Ok(CLEAN)
}

/// A commented configuration. It is in English, as are its keys, for all who work on a project.
fn text(patterns: &Patterns, source: Option<&Locale>) -> String {
    let mut text = String::from(HEAD);
    match patterns.articles.is_empty() {
        true => text.push_str("# articles = \"docs/{locale}/**/*.md\"\n"),
        false => text.push_str(&entry("articles", &patterns.articles)),
    }
    text.push_str(SOURCE);
    match source {
        Some(source) => text.push_str(&format!("source = \"{source}\"\n")),
        None => text.push_str("# source = \"en-US\"\n"),
    }
    text.push_str(SOURCE_ARTICLES);
    match patterns.source_articles.is_empty() || source.is_none() {
        true => text.push_str("# source-articles = \"docs/**/*.md\"\n"),
        false => text.push_str(&entry("source-articles", &patterns.source_articles)),
    }
    text.push_str(REST);
    text
}

fn entry(key: &str, patterns: &[String]) -> String {
    let quoted: Vec<String> = patterns.iter().map(|p| format!("{p:?}")).collect();
    match quoted.as_slice() {
        [one] => format!("{key} = {one}\n"),
        more => format!("{key} = [{}]\n", more.join(", ")),
    }
}

const HEAD: &str = "\
# What runbookc works on. Each key has a flag of the same name, which wins over it.

# The articles' files: {locale} stands for a locale, * for a part of a name, ** for any folders.
# Without this key files are grouped by an identifier in their front matter, or by their paths.
";

const SOURCE: &str = "
# The locale that the articles were written in: the best evidence of what they say.
";

const SOURCE_ARTICLES: &str = "
# The source's files, where they do not lie beside the others.
";

const REST: &str = "
# Read these locales only, and the source.
# locales = [\"es-ES\", \"fr-FR\"]

[check]
# The least severity that makes the exit code 1: error, warning, info or never.
fail-on = \"warning\"

# Report these locales only; the others are read as evidence.
# report-locales = [\"fr-FR\"]

[build]
# Where runbooks and the site are written.
runbooks = \"runbooks\"
site = \"target/site\"

# Severity of a rule by its code or name: off, info, warning or error.
# [rules]
# path-altered = \"error\"
";
