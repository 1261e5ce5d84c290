//! Text to sentences.

use super::parse_text;

/// The sentences of the only paragraph, which stand on a line each.
fn assert_sentences(sentences: &[&str]) {
    let spaced = parse_text(&sentences.join(" "));
    let found: Vec<_> = spaced
        .document
        .segments
        .iter()
        .map(|s| s.text.as_str())
        .collect();
    assert_eq!(found, sentences);
}

#[test]
fn full_stops_end_sentences() {
    assert_sentences(&[
        "One ends here.",
        "Two follows!",
        "Does three?",
        "Four (all of it).",
        "\"Five.\"",
        "Six",
    ]);
    assert_sentences(&["Primero.", "¿Segundo?", "«Tercero»."]);
    assert_sentences(&["第一句。", "第二句！", "（第三句。）", "第四句"]);
    assert_sentences(&["Open Web.config.", "Then save it."]);
    assert_sentences(&["It takes version 4.0.", "Next."]);
}

#[test]
fn other_full_stops_do_not() {
    assert_sentences(&[
        "Use e.g. Server 4.0 in C:\\a.b and i.e. Sr. García or .NET 4.5 etc. and so on.",
    ]);
    assert_sentences(&["See p. ej. Uno, vs. Dos."]);
    let numbered = parse_text("1\\. Not a list but a number.").document;
    assert_eq!(numbered.segments[0].text, "1. Not a list but a number.");
    assert_sentences(&["atl-001.contoso.com is a host."]);
}

#[test]
fn code_and_links_are_not_split() {
    let text = "Run `a. B c. D` and see [Part one. Part two](x.md) now.";
    assert_eq!(parse_text(text).document.segments.len(), 1);
    assert_eq!(
        parse_text("See [here.](x.md) Then go on.")
            .document
            .segments
            .len(),
        2
    );
}

#[test]
fn wide_characters_join_without_a_space() {
    let segments = parse_text("第一行\n第二行\nwords 和\nwords")
        .document
        .segments;
    assert_eq!(segments[0].text, "第一行第二行 words 和 words");
}
