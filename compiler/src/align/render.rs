//! The table of units as text or data: one file per format.

mod human;
mod json;
mod wrap;

pub use human::human;
pub use json::json;
