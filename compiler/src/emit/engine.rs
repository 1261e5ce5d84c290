//! The templates of the runbooks: one Tera engine per target, with the escape of that target.
//!
//! A template cannot switch its escape off (a test forbids the filter); code that was checked is
//! handed in by [`code`], here and nowhere else.

use std::io::{self, Write};
use std::sync::LazyLock;

use tera::{Context, Delimiters, Tera, Value};

/// What a runbook is written in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    /// A PowerShell script.
    PowerShell,
    /// A bash script.
    Bash,
    /// A Markdown document.
    Markdown,
}

impl Target {
    fn template(self) -> (&'static str, &'static str) {
        match self {
            Target::PowerShell => (
                "runbook.ps1",
                include_str!("../../templates/runbook.ps1.tera"),
            ),
            Target::Bash => (
                "runbook.sh",
                include_str!("../../templates/runbook.sh.tera"),
            ),
            Target::Markdown => (
                "runbook.md",
                include_str!("../../templates/runbook.md.tera"),
            ),
        }
    }

    fn escape(self) -> tera::EscapeFn {
        match self {
            Target::PowerShell => |text, out| write(out, &super::powershell::quoted(text)),
            Target::Bash => |text, out| write(out, &super::bash::quoted(text)),
            Target::Markdown => |text, out| write(out, &super::markdown::escaped(text)),
        }
    }
}

fn write(out: &mut dyn Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())
}

/// The engines, parsed once.
static ENGINES: LazyLock<[Tera; 3]> =
    LazyLock::new(|| [Target::PowerShell, Target::Bash, Target::Markdown].map(engine));

/// Renders the template of `target`. Every variable that it names must be in `context`.
pub(super) fn render(target: Target, context: &Context) -> String {
    let (name, _) = target.template();
    ENGINES[target as usize]
        .render(name, context)
        .expect("the context has every variable of the template: a test renders each")
}

fn engine(target: Target) -> Tera {
    let (name, template) = target.template();
    let mut tera = Tera::new();
    tera.set_escape_fn(target.escape());
    tera.autoescape_on([".ps1", ".sh", ".md"]);
    // `{{` and `{#` are code in both shells.
    tera.set_delimiters(Delimiters {
        block_start: "{%".into(),
        block_end: "%}".into(),
        variable_start: "%{".into(),
        variable_end: "}%".into(),
        comment_start: "%#".into(),
        comment_end: "#%".into(),
    })
    .expect("the delimiters do not meet");
    tera.add_raw_template(name, template)
        .expect("embedded templates are valid: a test renders each");
    tera
}

/// Code for a template, as it is: checked commands and text that is escaped already.
pub(super) fn code(code: &str) -> Value {
    Value::safe_string(code)
}

/// A record for a template.
pub(super) fn record<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    Value::from(std::collections::BTreeMap::from(fields))
}
