//! Input that was made to break a parser: it ends soon and loses nothing that it should keep.

use super::parse_text;

/// Parses `text` in a time that only linear work keeps to, even in a debug build on a busy machine.
fn parse_soon(name: &str, text: &str) {
    let began = std::time::Instant::now();
    parse_text(text);
    let took = began.elapsed().as_secs();
    assert!(took < 20, "{name}: {} bytes took {took} s", text.len());
}

#[test]
fn repeated_openers_end_soon() {
    let openers = [
        ">",
        "> ",
        "[",
        "![",
        "*",
        "**",
        "`",
        "_",
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<ul><li>",
        "<span>",
        "<a href=x>",
        "<!--",
        "<a ",
        "<a b=\"",
        "&",
        "&#",
        "\\",
        "[a](",
        "[a][",
        "|",
        "- ",
        "1. ",
        "    ",
        ":::note\n",
        ":::\n",
        "{{<",
        "</td>",
        "</b>",
        "<![CDATA[",
        "<?",
        "<script>",
        "**a",
        "*a_b",
        "a. B",
        "a。",
        "`a``b",
        "<pre>",
        "<p>",
        "\\\n",
        "~~",
        "# ",
        "\n>",
        "<span data-ttu-id=a>",
        "<span class=\"sxs-lookup\"><span data-stu-id=\"a\">",
    ];
    for opener in openers {
        parse_soon(opener, &opener.repeat(100_000 / opener.len().min(8)));
    }
}

#[test]
fn deep_nesting_is_flattened_with_a_notice() {
    for text in [
        "> ".repeat(100_000) + "deep",
        "<ul><li>".repeat(50_000) + "deep",
    ] {
        let parsed = parse_text(&text);
        let ids: Vec<_> = parsed.notices.iter().map(|n| n.message.id).collect();
        assert_eq!(ids, ["notice-too-deep"]);
        assert!(parsed.document.segments.iter().any(|s| s.text == "deep"));
    }
}

#[test]
fn growing_nesting_ends_soon() {
    let lists: String = (0..400).map(|n| " ".repeat(n * 2) + "- a\n").collect();
    parse_soon("lists", &lists);
    let quotes: String = (0..400).map(|n| "> ".repeat(n) + "a\n\n").collect();
    parse_soon("quotes", &quotes);
}

#[test]
fn odd_bytes_are_kept() {
    for text in [
        "a\0b",
        "lone\rreturn",
        "\u{feff}# bom",
        "crlf\r\nline\r\n\r\n    code\r\n",
        "",
        "\n",
        "\u{feff}",
    ] {
        parse_text(text);
    }
    let parsed = parse_text("a\0b");
    assert_eq!(parsed.document.segments[0].text, "a\0b");
}

#[test]
fn unclosed_things_are_kept() {
    let texts = [
        "<!-- never ends\n\ntext",
        "<script>\nlet a = 1;\n\ntext",
        "<td>text",
        "<b>text\n\nmore",
        "```\ncode",
        "<table><tr><td>a\n\n# b\n\n- c</table></td>d",
        "- a</li></ul>\n\nb",
        "> <table>\n> <tr><td>x\n\ny",
        "<a href=\"x\ntext",
        "---\ntitle: [\n---\ntext",
        "---\ntitle: x\ntext",
        ":::note\ntext",
        "**a\n\n**b",
    ];
    for text in texts {
        parse_text(text);
    }
}

#[test]
fn pieces_of_markup_in_any_order() {
    let pieces = [
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "</table>",
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        "text",
        "字。",
        "**b**",
        "<b>",
        "</b>",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "| a | b |\n|--|--|\n",
        "    ",
        "`c`",
        "[l](t)",
        "&lt;",
        "\\_",
        "# ",
        "<!-- c -->",
        "<pre>",
        "</pre>",
        "```\n",
        ":::note\n",
        ":::\n",
        "<span data-ttu-id=\"k\">",
        "</span>",
        "<span class=\"sxs-lookup\">",
        "> [!NOTE]\n",
        " ",
        "<br>",
        "<h2>",
        "</h2>",
        "A. B",
        "![i](u)",
        "<img alt=\"x\" src='y'>",
        "<Tabs>",
        "\u{a0}",
        "\r\n",
        "<a name=\"n\"></a>",
        "\\\n",
        "1. ",
        "{{< x >}}\n",
        "import a from 'b'\n",
        "~~s~~",
        "&nGg;",
        "<x",
    ];
    // A linear congruential generator: the same texts on every run.
    let mut state = 2_463_534_242_u64;
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..24 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let result = std::panic::catch_unwind(|| parse_text(&text));
        assert!(result.is_ok(), "panicked on {text:?}");
    }
}

#[test]
fn front_matter_is_bounded() {
    let notices = |yaml: &str| {
        let parsed = parse_text(&format!("---\n{yaml}\n---\ntext\n"));
        assert_eq!(parsed.document.segments.last().unwrap().text, "text");
        let ids = parsed.notices.iter().map(|n| n.message.id);
        ids.collect::<Vec<_>>()
    };
    let invalid = ["notice-front-matter-invalid"];
    assert_eq!(notices(&format!("a: {}", "[".repeat(20_000))), invalid);
    assert_eq!(notices(&format!("a: {}", "{x: ".repeat(10_000))), invalid);
    assert_eq!(notices("a: &x [1]\nb: *x"), invalid);
    assert_eq!(notices("title: a\n\t- b"), invalid);
    assert_eq!(
        notices(&"a: b\n".repeat(20_000)),
        ["notice-front-matter-long"]
    );
    assert_eq!(notices("a: b\na: c"), [""; 0]);
}

#[test]
fn broken_front_matter_keeps_its_plain_lines() {
    let parsed = parse_text("---\ntitle: Lync: setting it up\nlang: \"es\"\n---\ntext\n");
    assert_eq!(
        parsed.document.metadata("title"),
        Some("Lync: setting it up")
    );
    assert_eq!(parsed.document.metadata("lang"), Some("es"));
    assert_eq!(parsed.notices.len(), 1);
    let parsed = parse_text("+++\ntitle = \"Hugo\"\n+++\ntext\n");
    assert_eq!(parsed.document.metadata("title"), Some("Hugo"));
    assert!(parsed.notices.is_empty());
}

#[test]
fn text_between_rules_is_no_front_matter() {
    let parsed = parse_text("---\njust text\n\n---\n\nmore");
    let texts: Vec<_> = parsed
        .document
        .segments
        .iter()
        .map(|s| s.text.as_str())
        .collect();
    assert_eq!(texts, ["just text", "more"]);
}
