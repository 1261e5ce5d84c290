//! The `runbookc` program: everything is in the library.

/// Documents are many small strings: the system allocator costs a fifth of the whole time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    runbookc::cli::main()
}
