//! Rules of the house that are checked on the source text.

mod layers;
mod size;
