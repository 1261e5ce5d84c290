//! What each HTML tag means for the structure of a document.

/// The meaning of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// `table`
    Table,
    /// `tr`
    Row,
    /// `td`, `th`
    Cell { header: bool },
    /// `ul`, `ol`
    List { ordered: bool },
    /// `li`
    Item,
    /// `h1` to `h6`
    Heading(u8),
    /// `pre`
    Preformatted,
    /// `blockquote`
    Quote,
    /// `br`
    Break,
    /// `strong`, `b`
    Strong,
    /// `em`, `i`
    Emphasis,
    /// `code` and its like
    Code,
    /// `a`
    Anchor,
    /// `img`
    Image,
    /// `span`
    Span,
    /// `script`, `style`: nothing inside is read
    Raw,
    /// Begins and ends a block and is none itself: `div`, `p`, `thead`.
    Block,
    /// Of no meaning for the text: `sup`, `font`.
    Inline,
    /// No HTML: a placeholder such as `<release>`, or a component.
    Unknown,
}

impl Tag {
    /// The tag of a name, in any case.
    pub(super) fn of(name: &str) -> Tag {
        let mut buffer = [0; 12];
        let Some(lower) = buffer.get_mut(..name.len()) else {
            return Tag::Unknown;
        };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        match &*lower {
            b"table" => Tag::Table,
            b"tr" => Tag::Row,
            b"td" => Tag::Cell { header: false },
            b"th" => Tag::Cell { header: true },
            b"ul" | b"menu" => Tag::List { ordered: false },
            b"ol" => Tag::List { ordered: true },
            b"li" => Tag::Item,
            [b'h', digit @ b'1'..=b'6'] => Tag::Heading(digit - b'0'),
            b"pre" => Tag::Preformatted,
            b"blockquote" => Tag::Quote,
            b"br" => Tag::Break,
            b"strong" | b"b" => Tag::Strong,
            b"em" | b"i" => Tag::Emphasis,
            b"code" | b"tt" | b"samp" => Tag::Code,
            b"a" => Tag::Anchor,
            b"img" => Tag::Image,
            b"span" => Tag::Span,
            b"script" | b"style" => Tag::Raw,
            b"div" | b"p" | b"section" | b"article" | b"header" | b"footer" | b"main" | b"nav"
            | b"aside" | b"thead" | b"tbody" | b"tfoot" | b"caption" | b"colgroup" | b"col"
            | b"dl" | b"dt" | b"dd" | b"details" | b"summary" | b"figure" | b"figcaption"
            | b"center" | b"hr" | b"html" | b"head" | b"body" | b"title" | b"form"
            | b"fieldset" | b"legend" | b"iframe" | b"noscript" | b"video" | b"audio"
            | b"picture" | b"address" | b"hgroup" | b"template" | b"dialog" | b"search" => {
                Tag::Block
            }
            b"sup" | b"sub" | b"u" | b"s" | b"del" | b"ins" | b"small" | b"big" | b"font"
            | b"kbd" | b"var" | b"mark" | b"abbr" | b"cite" | b"q" | b"dfn" | b"time" | b"wbr"
            | b"strike" | b"label" | b"button" | b"input" | b"select" | b"option" | b"textarea"
            | b"source" | b"link" | b"meta" | b"base" | b"svg" | b"path" | b"object" | b"param"
            | b"embed" | b"track" | b"bdi" | b"bdo" | b"ruby" | b"rt" | b"rp" | b"nobr"
            | b"acronym" | b"output" | b"progress" | b"meter" | b"data" | b"area" | b"map" => {
                Tag::Inline
            }
            _ => Tag::Unknown,
        }
    }
}
