//! Reading and writing files: discovery, configuration, atomic output.

pub mod output;
