//! Runbooks: what is emitted is safe, the same in all languages, and does what it says.

mod attacks;
mod bash_run;
mod decided_run;
pub(crate) mod fixture;
mod hostile;
mod injection;
mod page;
mod parses;
mod pwsh_run;
mod sample_run;
mod tokens;
