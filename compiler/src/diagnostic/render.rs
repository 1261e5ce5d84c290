//! Diagnostics as text or data: one file per output format.
