//! How far long work has come: on standard error, and only where a person watches it.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar for `length` pieces of work called `label`; it draws nothing if `is_shown` is false or
/// standard error is no terminal. It clears itself when it is dropped.
pub(super) fn bar(is_shown: bool, label: String, length: usize) -> Bar {
    let bar = ProgressBar::with_draw_target(Some(length as u64), ProgressDrawTarget::hidden());
    if is_shown && std::io::stderr().is_terminal() {
        let style = ProgressStyle::with_template("{msg:>12} {wide_bar} {pos}/{len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(label);
        bar.set_draw_target(ProgressDrawTarget::stderr());
        bar.enable_steady_tick(Duration::from_millis(200));
    }
    Bar(bar)
}

/// A bar that clears itself.
pub(super) struct Bar(ProgressBar);

impl Bar {
    /// One more piece is done.
    pub(super) fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
