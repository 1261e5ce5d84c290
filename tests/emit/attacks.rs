//! Texts that try to be code.

/// What a shell, a terminal, a log or a template might act on.
const PARTS: &[&str] = &[
    "'",
    "''",
    "\u{2018}",
    "\u{2019}",
    "\u{201a}",
    "\u{201b}",
    "\"",
    "\u{201c}",
    "\u{201e}",
    "`",
    "``",
    "$(touch canary)",
    "`touch canary`",
    "${IFS}",
    "$canary",
    "'@",
    "@'",
    "\"@",
    "@\"",
    "<#",
    "#>",
    "#",
    "\0",
    "\r",
    "\n",
    "\r\n",
    "\n'@\n",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{feff}",
    "%s%n",
    "%q",
    "{0}",
    "\u{1b}[2J",
    "\u{1b}]0;x\u{7}",
    "\u{9b}31m",
    "\\",
    "\\'",
    "\\\n",
    ";touch canary;",
    "&& touch canary",
    "| touch canary",
    "'; touch canary; '",
    "\u{2019}; touch canary; \u{2019}",
    "}",
    "{",
    ")",
    "(",
    "\n)\n",
    "\n}\n",
    "\u{2013}",
    "\u{2015}",
    "\u{a0}",
    "\u{2028}",
    "\u{85}",
    "!",
    "!!",
    "~",
    "*",
    "{{ x }}",
    "{% raw %}",
    "%{ id }%",
    "</script>",
    "-",
    "--",
    "EOF",
    "\\ud800",
    "\\u0027",
    "\\U00000027",
    "\u{d7ff}",
    "\u{10ffff}",
    "中",
    "e\u{301}",
    "::error::x",
    "##[group]x",
    "\u{fffc}",
];

/// Each of them alone, inside of a word, before a command, before every second one; nothing at all,
/// many spaces, and a very long one. At least 3,000.
pub(crate) fn texts() -> Vec<String> {
    let mut texts = vec![String::new(), " ".repeat(50), "x'".repeat(50_000)];
    for (i, a) in PARTS.iter().enumerate() {
        texts.push((*a).to_owned());
        texts.push(format!("a{a}b"));
        texts.push(format!("{a}\n touch canary #"));
        texts.extend(others(i).map(|b| format!("{a}{b}")));
    }
    assert!(texts.len() > 3000, "{}", texts.len());
    texts
}

/// Every second part, itself among them, beginning at number `i`.
fn others(i: usize) -> impl Iterator<Item = &'static str> {
    let many = PARTS.len() / 2 + 1;
    (0..many).map(move |n| PARTS[(i + 2 * n) % PARTS.len()])
}

/// A few of them: each alone and before some others.
pub(crate) fn few() -> Vec<String> {
    let near = |i: usize| [1, 7, 19, 31].map(|step| PARTS[(i + step) % PARTS.len()]);
    let pairs = |(i, a): (usize, &&str)| near(i).map(|b| format!("{a}{b}"));
    let alone = PARTS.iter().map(|a| (*a).to_owned());
    alone
        .chain(PARTS.iter().enumerate().flat_map(pairs))
        .collect()
}

/// A text as the manual says that it is shown: on one line, without what acts or hides, and not as
/// a command to a log.
pub(crate) fn shown(text: &str) -> String {
    let mut line = String::new();
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => line.push(' '),
            c if c.is_control() => {}
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => {}
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {}
            '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => {}
            c => line.push(c),
        }
    }
    let line = line.trim_matches(' ');
    match line.starts_with("::") || line.starts_with("##") {
        true => format!("> {line}"),
        false => line.to_owned(),
    }
}
