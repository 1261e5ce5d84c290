//! Procedures as text or data: one file per format.

mod human;
mod json;

pub use human::{finding_words, human};
pub use json::json;
