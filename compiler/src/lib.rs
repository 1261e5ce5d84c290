//! `runbookc` compiles the localized versions of a how-to article into runbooks that are safe to
//! run. The phases, in order:
//!
//! 1. [`workspace`] reads files into [`source::SourceFile`]s.
//! 2. [`markdown`] parses each file into a [`document::Document`]: blocks of segments.
//! 3. [`corpus`] groups documents into [`corpus::Article`]s: one article, all its locales.
//! 4. [`literal`] finds in every segment what must survive translation.
//! 5. [`align`] lines the locales of an article up into an [`align::Alignment`]: a table of units.
//! 6. [`canon`] works out what the article really says, with its evidence: a [`canon::Canon`].
//! 7. [`lint`] reports where a locale says something else: [`diagnostic::Diagnostic`]s.
//! 8. [`procedure`] compiles alignment and canon into a language-neutral [`procedure::Procedure`].
//! 9. [`emit`] turns a procedure into runbooks, the handbook and exchange files.
//! 10. [`run`] goes through a procedure on this machine, step by step.
//!
//! Only `workspace`, `run` and `cli` do input or output; each module uses only those before it.

pub mod align;
pub mod canon;
pub mod catalog;
pub mod cli;
pub mod corpus;
pub mod diagnostic;
pub mod document;
pub mod emit;
pub mod l10n;
pub mod lint;
pub mod literal;
pub mod markdown;
pub mod procedure;
pub mod run;
pub mod shell;
pub mod source;
pub mod workspace;
