//! JUnit's XML, which every CI server reads: each file with findings is a suite, each finding a case
//! that failed. Infos pass, and say what they found.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Report, place, printable, words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::l10n::Interface;

type Xml<'a> = Writer<&'a mut dyn Write>;

/// How many characters of what was found stand in a case's name.
const NAME: usize = 60;

/// All diagnostics as test cases; one that passed where there are none.
pub fn junit(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut xml: Xml<'_> = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let counts = counts(report.diagnostics);
    let root = xml.create_element("testsuites");
    let root = root.with_attribute(("name", "runbookc"));
    root.with_attributes(counts_as_attributes(&counts))
        .write_inner_content(|xml| match report.diagnostics.is_empty() {
            true => clean(xml),
            false => suites(report, xml),
        })?;
    writeln!(xml.into_inner())
}

/// Servers take a report without cases for a run that broke.
fn clean(xml: &mut Xml<'_>) -> io::Result<()> {
    let suite = xml.create_element("testsuite");
    suite
        .with_attributes([("name", "runbookc"), ("tests", "1"), ("failures", "0")])
        .write_inner_content(|xml| {
            let case = xml.create_element("testcase");
            let case = case.with_attributes([("classname", "runbookc"), ("name", "check")]);
            case.write_empty().map(|_| ())
        })?;
    Ok(())
}

fn suites(report: &Report<'_>, xml: &mut Xml<'_>) -> io::Result<()> {
    let same_file = |a: &Diagnostic, b: &Diagnostic| a.file.path() == b.file.path();
    for of_file in report.diagnostics.chunk_by(same_file) {
        let path = text(&place::path(&of_file[0].file));
        let suite = xml.create_element("testsuite");
        suite
            .with_attribute(("name", path.as_str()))
            .with_attributes(counts_as_attributes(&counts(of_file)))
            .write_inner_content(|xml| {
                let mut cases = of_file.iter();
                cases.try_for_each(|found| case(found, &path, report.interface, xml))
            })?;
    }
    Ok(())
}

/// A finding. Its name tells content and not place, so that servers know it again.
fn case(
    found: &Diagnostic,
    path: &str,
    interface: &Interface,
    xml: &mut Xml<'_>,
) -> io::Result<()> {
    let at = found.file.position(found.span.start);
    let message = text(&words::message(found, interface));
    let case = xml.create_element("testcase");
    case.with_attributes([("classname", path), ("name", &name(found)), ("file", path)])
        .with_attribute(("line", at.line.to_string().as_str()))
        .write_inner_content(|xml| {
            let mut lines = vec![format!("{path}:{}:{}", at.line, at.column)];
            lines.extend(words::expected(found, interface));
            lines.extend(words::evidence(found, interface));
            let (lines, severity) = (text(&lines.join("\n")), found.severity);
            match severity {
                Severity::Info => xml
                    .create_element("system-out")
                    .write_text_content(BytesText::new(&format!("{message}\n{lines}")))?,
                severity => xml
                    .create_element("failure")
                    .with_attributes([("type", severity.name()), ("message", message.as_str())])
                    .write_text_content(BytesText::new(&lines))?,
            };
            Ok(())
        })?;
    Ok(())
}

fn name(found: &Diagnostic) -> String {
    let mut name = format!("{} {}", found.rule, found.name);
    let said = words::one_line(&found.found);
    if !said.is_empty() {
        name.push_str(": ");
        name.extend(said.chars().take(NAME));
    }
    if found.ordinal > 0 {
        name.push_str(&format!(" ({})", found.ordinal + 1));
    }
    text(&name)
}

/// Cases and failures.
fn counts(diagnostics: &[Diagnostic]) -> [String; 2] {
    let fails = |d: &&Diagnostic| d.severity > Severity::Info;
    let failures = diagnostics.iter().filter(fails).count();
    [diagnostics.len().max(1).to_string(), failures.to_string()]
}

fn counts_as_attributes([tests, failures]: &[String; 2]) -> [(&str, &str); 3] {
    [("tests", tests), ("failures", failures), ("errors", "0")]
}

/// Text that XML 1.0 can hold; quick-xml escapes what is markup.
fn text(text: &str) -> String {
    let lines = text.split('\n').map(printable);
    let lines: Vec<_> = lines.collect();
    lines
        .join("\n")
        .replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
