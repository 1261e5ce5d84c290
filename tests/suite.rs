//! The one test binary: cases on disk, policies of the code, and the program run as a whole.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read cases, write temporary folders, run programs and say what they skip"
)]

mod align;
mod book;
mod catalog;
mod cli;
mod conformance;
mod corpora;
mod emit;
mod hostile;
mod languages;
mod markdown;
mod mutation;
mod output;
mod policy;
mod procedure;
mod reference;
mod render;
mod require;
mod rules;
mod sample;
mod schema;
mod shell;
