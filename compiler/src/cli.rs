//! Verbs, phases and exit codes: what stands between the command line and the library.
//!
//! Each verb is a file: its arguments and one function. Articles' defects are diagnostics; an
//! error here means that the program could not do what was asked.

use std::process::ExitCode;

use clap::Parser;

mod align;
mod arguments;
mod build;
mod catalog;
mod check;
mod console;
mod explain;
mod files;
mod fix;
mod init;
mod mend;
mod pipeline;
mod plan;
mod progress;
mod run;
mod verify;

use arguments::{Arguments, Verb};
use console::Console;

/// Nothing was found that `--fail-on` names.
const CLEAN: u8 = 0;
/// Findings, or withheld steps.
const FINDINGS: u8 = 1;
/// It could not run.
const FAILED: u8 = 2;

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let console = Console::new(&arguments.global);
    let code = match dispatch(&arguments, &console) {
        Ok(code) => code,
        // The reader of a pipe has seen enough: `runbookc align … | head`.
        Err(error) if console::is_broken_pipe(&error) => CLEAN,
        Err(error) => {
            console.error(&error);
            FAILED
        }
    };
    ExitCode::from(code)
}

fn dispatch(arguments: &Arguments, console: &Console) -> anyhow::Result<u8> {
    if let Some(threads) = arguments.global.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.get());
        pool.build_global()?;
    }
    match &arguments.verb {
        Verb::Check(verb) => check::execute(verb, console),
        Verb::Fix(verb) => fix::execute(verb, console),
        Verb::Align(verb) => align::execute(verb, console),
        Verb::Plan(verb) => plan::execute(verb, console),
        Verb::Build(verb) => build::execute(verb, console),
        Verb::Run(verb) => run::execute(verb, console),
        Verb::Verify(verb) => verify::execute(verb, console),
        Verb::Catalog(verb) => catalog::execute(verb, console),
        Verb::Explain(verb) => explain::execute(verb, console),
        Verb::Init(verb) => init::execute(verb, console),
    }
}
