//! The `runbookc` program: everything is in the library.

fn main() -> std::process::ExitCode {
    runbookc::cli::main()
}
