//! Procedures as text or data: one file per format.

mod human;
mod json;

pub use human::human;
pub use json::json;
