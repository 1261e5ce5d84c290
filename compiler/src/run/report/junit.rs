//! The report as JUnit's XML, which change and build servers read: each step is a test case.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Account, Done, What, between};
use crate::diagnostic::render::printable;
use crate::l10n::Interface;

type Xml<'a> = Writer<&'a mut Vec<u8>>;

pub(super) fn write(account: &Account<'_>, interface: &Interface) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut xml = Writer::new_with_indent(&mut bytes, b' ', 2);
    suites(account, interface, &mut xml).expect("writing to memory does not fail");
    bytes.push(b'\n');
    bytes
}

fn suites(account: &Account<'_>, interface: &Interface, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let failures = account.count(What::Failed) + account.count(What::Mismatch);
    let skipped = account.count(What::Skipped) + account.count(What::NotReached);
    let skipped = skipped + account.count(What::Back);
    let elapsed = between(Some(&account.began), Some(&account.ended));
    let counts = [
        ("tests", account.steps.len()),
        ("failures", failures),
        ("errors", account.count(What::Unknown)),
        ("skipped", skipped),
        ("time", elapsed.map_or(0, |time| time.as_secs() as usize)),
    ];
    let counts = counts.map(|(name, count)| (name, count.to_string()));
    let counts = counts
        .each_ref()
        .map(|(name, count)| (*name, count.as_str()));
    let root = xml.create_element("testsuites");
    root.with_attribute(("name", "runbookc"))
        .write_inner_content(|xml| {
            let name = format!("{}: {}", account.sheet.title, account.goal);
            let suite = xml.create_element("testsuite");
            suite
                .with_attribute(("name", text(&name).as_str()))
                .with_attributes(counts)
                .with_attribute(("hostname", text(&account.run.host).as_str()))
                .with_attribute(("timestamp", account.began.as_str()))
                .write_inner_content(|xml| {
                    let mut steps = account.steps.iter();
                    steps.try_for_each(|done| case(account, done, interface, xml))
                })?;
            Ok(())
        })?;
    Ok(())
}

fn case(
    account: &Account<'_>,
    done: &Done<'_>,
    interface: &Interface,
    xml: &mut Xml<'_>,
) -> io::Result<()> {
    let name = text(&format!("[{}] {}", done.step.id, done.step.text));
    let class = format!("{}.{}", account.run.runbook, account.run.goal);
    let elapsed = between(done.began.as_deref(), done.ended.as_deref());
    let time = elapsed.map_or(0, |time| time.as_secs()).to_string();
    let case = xml.create_element("testcase");
    let case = case.with_attributes([
        ("classname", class.as_str()),
        ("name", name.as_str()),
        ("time", time.as_str()),
    ]);
    let element = match done.result {
        What::Done => None,
        What::Failed | What::Mismatch => Some("failure"),
        What::Unknown => Some("error"),
        What::Skipped | What::NotReached | What::Back => Some("skipped"),
    };
    let words = text(&interface.text(done.result.message()));
    let shown = text(done.shown.as_deref().unwrap_or_default());
    case.write_inner_content(|xml| {
        if let Some(element) = element {
            let element = xml.create_element(element);
            let element = element.with_attribute(("message", words.as_str()));
            element.write_text_content(BytesText::new(&code(done)))?;
        }
        if !shown.is_empty() {
            let output = xml.create_element("system-out");
            output.write_text_content(BytesText::new(&shown))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn code(done: &Done<'_>) -> String {
    text(done.code.as_deref().unwrap_or_default())
}

/// Text that XML 1.0 can hold; quick-xml escapes what is markup.
fn text(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(printable).collect();
    lines
        .join("\n")
        .replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
