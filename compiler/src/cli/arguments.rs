//! The command line as clap reads it: raw, before configuration and environment.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{align, build, catalog, check, explain, fix, init, plan, run, verify};
use crate::lint;
use crate::source::Locale;
use crate::workspace::config::Configuration;
use crate::workspace::{Failure, Selection};

/// Compiles the localized versions of a how-to article into runbooks that are safe to run
#[derive(Debug, Parser)]
#[command(name = "runbookc", version, max_term_width = 100, after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) verb: Verb,
}

const EXAMPLES: &str = "\
Examples:
  runbookc check docs/                 report damaged translations below docs/
  runbookc fix docs/ --diff            show what can be mended safely
  runbookc plan docs/ --lang fr-FR     show what the articles ask to do
  runbookc build docs/ --out public/   write runbooks and the handbook
  runbookc run ID docs/ --goal main    go through the steps of an article, here and now
  runbookc verify                      compare the runbooks on disk with the articles
  runbookc init                        write a runbookc.toml for the layout found here

Exit codes:
  0  clean, or done
  1  check: findings at or above --fail-on; build: a step had to be withheld; verify: a file is
     not what build writes, or a command was not approved
  2  could not run
  run has codes of its own: see runbookc run --help";

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    Check(check::Check),
    Fix(fix::Fix),
    Align(align::Align),
    Plan(plan::Plan),
    Build(build::Build),
    Run(Box<run::Run>),
    Verify(verify::Verify),
    Catalog(catalog::Catalog),
    Explain(explain::Explain),
    Init(init::Init),
}

/// Options of every verb.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct Global {
    /// Language of the program's own words: a tag such as pt-BR
    ///
    /// Without it the environment decides (LC_ALL, LC_MESSAGES, LANG), and English where that
    /// names no language that the program speaks: en-US, es-ES, fr-FR, pt-BR, zh-CN, zh-TW.
    #[arg(long, global = true, value_name = "LOCALE")]
    pub(super) lang: Option<Locale>,

    /// Print no notices, summaries or progress; only results and errors
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,

    /// When to use colour; NO_COLOR and CLICOLOR_FORCE are heeded
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,

    /// How many threads to use; all processors unless given. The output is the same
    #[arg(long, global = true, value_name = "N")]
    pub(super) threads: Option<NonZeroUsize>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Which articles a verb works on.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Articles")]
pub(super) struct Inputs {
    /// Files and folders with articles; the working directory unless given
    ///
    /// Without patterns, files are grouped into articles by an identifier in their front matter
    /// (ms:assetid, ms.assetid, uid, translationKey), else by their path without its locale. The
    /// locale comes from the front matter, else from the path (pt-BR/, pages.zh_TW/,
    /// index.fr.md), else from the text.
    #[arg(value_name = "PATH", help_heading = "Arguments")]
    pub(super) paths: Vec<PathBuf>,

    /// Pattern of the articles' files, with {locale}, * and **; may be repeated
    ///
    /// For example 'content/{locale}/**/*.md'. Quote it, so that the shell leaves it alone.
    #[arg(long, value_name = "PATTERN")]
    pub(super) articles: Vec<String>,

    /// Locale that the articles were written in
    #[arg(long, value_name = "LOCALE")]
    pub(super) source: Option<Locale>,

    /// Pattern of the source's files where they lie elsewhere; may be repeated
    ///
    /// For example 'docs/**/*.md' beside --articles
    /// 'i18n/{locale}/docusaurus-plugin-content-docs/current/**/*.md'. Needs --source.
    #[arg(long, value_name = "PATTERN", requires = "source")]
    pub(super) source_articles: Vec<String>,

    /// Read these locales only, and the source
    #[arg(long, value_name = "LOCALE,…", value_delimiter = ',')]
    pub(super) locales: Vec<Locale>,

    /// Configuration to use instead of the runbookc.toml found by walking up
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,

    /// Whether no configuration is looked for.
    #[arg(skip)]
    is_bare: bool,
}

/// What is reported of what is found.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Findings")]
pub(super) struct Wanted {
    /// Report these locales only; all are read as evidence
    #[arg(long, value_name = "LOCALE,…", value_delimiter = ',')]
    pub(super) report_locales: Vec<Locale>,

    /// Run these rules only: codes, names or families, such as LIT003, command-altered, LIT
    ///
    /// What is selected here is run even if runbookc.toml ignores it or turns it off.
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    pub(super) select: Vec<String>,

    /// Do not run these rules: codes, names or families
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
}

impl Wanted {
    /// Whether the configuration alone says what is reported.
    pub(super) fn is_whole(&self) -> bool {
        self.report_locales.is_empty() && self.select.is_empty() && self.ignore.is_empty()
    }

    /// Which rules are run, and how: the configuration's wishes, then those of the flags.
    pub(super) fn settings(&self, configuration: &Configuration) -> anyhow::Result<lint::Settings> {
        let mut settings = configuration.settings()?;
        let flags = lint::Choice {
            select: &self.select,
            ignore: &self.ignore,
        };
        settings
            .choose(flags)
            .map_err(|unknown| Failure::no_rule(&unknown))?;
        Ok(settings)
    }
}

impl Inputs {
    /// All that lies below a folder, whatever a configuration says.
    pub(super) fn of_folder(folder: &Path) -> Self {
        Inputs {
            paths: vec![folder.to_owned()],
            is_bare: true,
            ..Inputs::default()
        }
    }

    /// No articles: only a configuration is asked for.
    pub(super) fn of_configuration(config: Option<&Path>) -> Self {
        Inputs {
            config: config.map(Path::to_owned),
            ..Inputs::default()
        }
    }

    /// Whether the configuration alone says what is read.
    pub(super) fn is_whole(&self) -> bool {
        self.paths.is_empty()
            && self.articles.is_empty()
            && self.source_articles.is_empty()
            && self.locales.is_empty()
    }

    /// The flags and paths as words of a command line.
    pub(super) fn words(&self) -> Vec<String> {
        let shown = |path: &PathBuf| path.display().to_string();
        let mut words: Vec<String> = self.paths.iter().map(shown).collect();
        let mut flag = |name: &str, value: String| words.extend([name.to_owned(), value]);
        self.articles
            .iter()
            .for_each(|p| flag("--articles", p.clone()));
        self.source
            .iter()
            .for_each(|l| flag("--source", l.to_string()));
        self.source_articles
            .iter()
            .for_each(|p| flag("--source-articles", p.clone()));
        self.locales
            .iter()
            .for_each(|l| flag("--locales", l.to_string()));
        self.config
            .iter()
            .for_each(|path| flag("--config", shown(path)));
        words
    }

    /// What the flags select.
    pub(super) fn selection(&self) -> Selection {
        Selection {
            paths: self.paths.clone(),
            articles: self.articles.clone(),
            source: self.source.clone(),
            source_articles: self.source_articles.clone(),
            locales: self.locales.clone(),
        }
    }

    /// The configuration: the one that is named, else the nearest to the first path, else to the
    /// working directory; an empty one if there is none.
    pub(super) fn configuration(&self) -> anyhow::Result<Configuration> {
        let start = self.paths.first().map_or(Path::new(""), PathBuf::as_path);
        let found = match &self.config {
            Some(path) => Some(Configuration::read(path)?),
            None if self.is_bare => None,
            None => Configuration::find(start)?,
        };
        Ok(found.unwrap_or_default())
    }
}
