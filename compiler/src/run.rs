//! The interactive runner and its journal.
