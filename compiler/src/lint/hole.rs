//! Traces that something fell out of a sentence: markup, brackets or quotes around nothing, a gap
//! between words, a space before a full stop. It counts them in the bytes as written and knows
//! nothing of literals; stray ones are common, so they only speak beside other evidence.

/// Markup, brackets and quotes that hold something.
const PAIRS: &[(&str, &str)] = &[
    ("(", ")"),
    ("（", "）"),
    ("[", "]("),
    ("<strong>", "</strong>"),
    ("<b>", "</b>"),
    ("<em>", "</em>"),
    ("<code>", "</code>"),
    ("&lt;", "&gt;"),
    ("「", "」"),
    ("『", "』"),
    ("“", "”"),
    ("‘", "’"),
    ("„", "“"),
    ("«", "»"),
];

/// Marks that open and close alike, doubled where nothing is between.
const DOUBLED: &[&str] = &["****", "``", "\"\"", "____"];

/// Ends of blocks of HTML.
const BLOCK_ENDS: &[&str] = &["</p>", "</td>", "</th>", "</li>"];

/// How many traces there are in a sentence as written, in a language that puts a space before each
/// of the signs `spaced`.
pub(crate) fn holes(raw: &str, spaced: &str) -> usize {
    gaps(raw, spaced) + pairs(raw) + doubled(raw) + elisions(raw) + ends(raw)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

/// A letter of a script without spaces.
fn is_wide(c: char) -> bool {
    c.is_alphabetic() && c as u32 >= 0x2e80
}

/// Two spaces where one is enough, and one where none belongs.
fn gaps(raw: &str, spaced: &str) -> usize {
    let mut count = 0;
    let mut rest = raw;
    while let Some(at) = rest.find(is_space) {
        let (before, after) = rest.split_at(at);
        let beyond = after.trim_start_matches(is_space);
        let spaces = after[..after.len() - beyond.len()].chars().count();
        let is_break = before.is_empty() && rest.len() == raw.len()
            || before.ends_with(['\n', '.', ':', '?', '!', '|'])
            || beyond.starts_with(['\n', '\r', '|'])
            || beyond.is_empty();
        let mut next = beyond.chars();
        let is_stop = next
            .next()
            .is_some_and(|c| ".,):;。，、：；".contains(c) && !spaced.contains(c))
            && next.next().is_none_or(|c| !c.is_alphanumeric());
        // No space belongs behind the signs of a script without spaces, nor behind what opens.
        let is_apart = before.ends_with(['，', '、', '；', '（']) && beyond.starts_with(is_wide);
        let is_open = before.ends_with('[');
        if !is_break && (spaces == 2 || is_stop || is_apart || is_open) {
            count += 1;
        }
        rest = beyond;
    }
    count
}

fn pairs(raw: &str) -> usize {
    let empty = |(open, close): &(&str, &str)| {
        let at = raw.match_indices(open);
        let is_empty = |at: usize| {
            let inside = raw[at + open.len()..].trim_start_matches(is_space);
            // A call `run()`, an image without a text.
            let held = raw[..at].ends_with(|c: char| c == '!' || c.is_ascii_alphanumeric());
            inside.starts_with(close) && !held
        };
        at.filter(|(at, _)| is_empty(*at)).count()
    };
    PAIRS.iter().map(empty).sum()
}

fn doubled(raw: &str) -> usize {
    let alone = |mark: &&str| {
        let sign = &mark[..1];
        let is_alone =
            |at: usize| !raw[..at].ends_with(sign) && !raw[at + mark.len()..].starts_with(sign);
        raw.match_indices(*mark)
            .filter(|(at, _)| is_alone(*at))
            .count()
    };
    DOUBLED.iter().map(alone).sum()
}

/// Blocks of HTML that end with a space.
fn ends(raw: &str) -> usize {
    let open = |tag: &&str| {
        let ends = raw.match_indices(*tag);
        ends.filter(|(at, _)| raw[..*at].ends_with(is_space))
            .count()
    };
    BLOCK_ENDS.iter().map(open).sum()
}

/// A word cut short before the next one, with a space between: `l’ `.
fn elisions(raw: &str) -> usize {
    let is_cut = |at: usize| {
        let mut before = raw[..at].chars().rev();
        let letter = before.next().is_some_and(char::is_alphabetic);
        letter && before.next().is_none_or(|c| !c.is_alphabetic())
    };
    let signs = raw.match_indices(['’', '\'']);
    let spaced = signs.filter(|(at, sign)| raw[at + sign.len()..].starts_with(is_space));
    spaced.filter(|(at, _)| is_cut(*at)).count()
}

#[cfg(test)]
mod tests {
    use super::holes;

    #[test]
    fn what_fell_out_leaves_traces() {
        let left = [
            "Execute **** antes de continuar",
            "Abra  em um editor",
            "请使用  参数",
            "Copie le fichier ().",
            "Redémarrez l’ avant la copie.",
            "la carpeta <strong></strong>",
            "Escriba `` y pulse Intro",
            "la version , puis",
            "incluyendo el parámetro :",
            "将该属性设置为 ：",
            "在上一条命令中， 参数是可选的",
            "[ en la base de datos](tabla.md)",
            "<td><p>寫入 </p></td>",
        ];
        for raw in left {
            assert_eq!(holes(raw, ""), 1, "{raw}");
        }
    }

    #[test]
    fn plain_sentences_have_none() {
        let whole = [
            "Appelez `run()` une fois\u{a0}: c’est tout",
            "le paramètre : voir",
            "One.  Two",
            "la tabla\n    siguiente",
            "![](images/a.png) 单击**确定**",
            "use .NET, `a` y `b`",
            "```",
            "不像经典版本， Helm 会使用版本号",
        ];
        for raw in whole {
            assert_eq!(holes(raw, ":;"), 0, "{raw}");
        }
    }
}
