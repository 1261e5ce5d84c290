//! The one test binary: cases on disk, policies of the code, and the program run as a whole.

mod policy;
