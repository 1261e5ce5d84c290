//! The text of a segment to tokens: 32-bit hashes of what may recur in another language.
//!
//! Words of scripts with spaces are cut to a stem, so that inflection and cognates fall together;
//! scripts without spaces give character bigrams. Nothing is looked up in a dictionary.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;

/// Letters of an ordinary word that count. English, French, Spanish and Portuguese words of one
/// origin mostly agree this far (`confi-guration`, `confi-guração`), and endings fall away.
const STEM: u32 = 5;

/// Fewest letters of a Latin word that counts: shorter ones stand in every other sentence.
const SHORTEST: usize = 3;

/// Syllables of a Korean word that count: particles follow a stem of about two.
const STEM_HANGUL: u32 = 2;

/// Weight of a character of a script without spaces against a letter, as text length: about what
/// one Chinese character takes in English letters. Only ratios of lengths are compared, after the
/// ratio of the two documents is taken out, so this matters for mixed text alone.
const WIDE_LENGTH: f32 = 3.0;

/// What a token is, in the two lowest bits of its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenClass {
    /// A word, or a bigram of characters.
    Word,
    /// A word in Latin letters: a borrowing where the document is in another script.
    Latin,
    /// A number, name in code, or target of a link: the same in every language.
    Hard,
}

/// The class of a token.
pub(super) fn class_of(token: u32) -> TokenClass {
    match token & 3 {
        0 => TokenClass::Word,
        1 => TokenClass::Latin,
        _ => TokenClass::Hard,
    }
}

/// What the characters of a text came to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measure {
    /// Its length in letters.
    pub(super) length: f32,
    /// Letters of scripts other than Latin.
    pub(super) foreign: u32,
    /// Latin letters.
    pub(super) latin: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    None,
    Digit,
    Latin,
    Letter,
    Hangul,
    Unspaced,
}

fn script_of(c: char) -> Script {
    match c {
        '0'..='9' => Script::Digit,
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
        // Thai to Myanmar, Khmer, kana, ideographs.
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3041}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Unspaced,
        // Punctuation of Western and Chinese text, before all tables of Unicode are asked.
        '\0'..='\u{a9}'
        | '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3003}'
        | '\u{3008}'..='\u{3020}' => Script::None,
        c if c.is_alphabetic() => Script::Letter,
        _ => Script::None,
    }
}

/// Full-width forms are the plain ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The letters whose base is looked up once and kept: Latin with accents.
const KEPT: usize = 0x250;

static BASES: LazyLock<[u32; KEPT]> =
    LazyLock::new(|| std::array::from_fn(|c| char::from_u32(c as u32).map_or(0, base)));

/// The lower-case base letter: accents are lost too easily to count.
fn fold(c: char) -> u32 {
    if c.is_ascii() {
        return u32::from(c.to_ascii_lowercase());
    }
    match BASES.get(c as usize) {
        Some(base) => *base,
        None => base(c),
    }
}

fn base(c: char) -> u32 {
    let mut base = None;
    decompose_canonical(c, |d| {
        base.get_or_insert(d);
    });
    let lower = base.unwrap_or(c).to_lowercase().next();
    lower.map_or(c as u32, u32::from)
}

fn mix(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x9e37_79b1).rotate_left(13)
}

fn finish(hash: u32, class: TokenClass) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x85eb_ca6b);
    ((hash ^ (hash >> 13)) & !3) | class as u32
}

/// The token of a text that counts as a whole: a key, an anchor.
pub(super) fn whole(text: &str) -> u32 {
    joined(std::iter::once(text))
}

/// The token of parts that count as a whole, with slashes between them: a link's target.
pub(super) fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> u32 {
    let mut hash = 1;
    for (at, part) in parts.enumerate() {
        if at > 0 {
            hash = mix(hash, u32::from('/'));
        }
        hash = part.chars().fold(hash, |h, c| mix(h, fold(c)));
    }
    finish(hash, TokenClass::Hard)
}

/// A word that is being read.
#[derive(Clone, Copy)]
struct Word {
    script: Script,
    letters: u32,
    stem: u32,
    full: u32,
    digits: bool,
    inner_upper: bool,
}

impl Word {
    const NONE: Word = Word {
        script: Script::None,
        letters: 0,
        stem: 0,
        full: 0,
        digits: false,
        inner_upper: false,
    };

    fn push(&mut self, c: char, script: Script) {
        let folded = fold(c);
        let limit = match script {
            Script::Hangul => STEM_HANGUL,
            _ => STEM,
        };
        self.full = mix(self.full, folded);
        if self.letters < limit {
            self.stem = self.full;
        }
        self.digits |= script == Script::Digit;
        self.inner_upper |= self.letters > 0 && c.is_uppercase();
        if self.script == Script::None || script != Script::Digit {
            self.script = script;
        }
        self.letters += 1;
    }

    /// Takes in the letters and digits of ASCII from `from` on: the same as [`Self::push`] for each,
    /// at a fraction of the time, and most text is of these. Returns how many there are. Of a word
    /// that is nothing but a stem and an ending, the ending is not even hashed.
    fn push_ascii(
        &mut self,
        bytes: &[u8],
        from: usize,
        (is_code, tokens, measure): (&impl Fn(usize) -> bool, &mut Vec<u32>, &mut Measure),
    ) -> usize {
        if self.letters == 0
            && let Some(end) = plain_end(bytes, from)
            && !is_code(end)
        {
            let count = end - from;
            if count >= SHORTEST {
                let stem = &bytes[from..end.min(from + STEM as usize)];
                let hash = |hash, byte: &u8| mix(hash, u32::from(byte | 0x20));
                tokens.push(finish(stem.iter().fold(0, hash), TokenClass::Latin));
            }
            measure.length += count as f32;
            measure.latin += count as u32;
            return count;
        }
        let bytes = &bytes[from..];
        let letters = bytes.iter().take_while(|b| b.is_ascii_alphanumeric());
        let count = letters.count();
        let mut latin = 0;
        for byte in &bytes[..count] {
            // Digits have the bit that makes a letter lower-case.
            self.full = mix(self.full, u32::from(byte | 0x20));
            if self.letters < STEM {
                self.stem = self.full;
            }
            let is_letter = byte.is_ascii_alphabetic();
            latin += u32::from(is_letter);
            self.inner_upper |= self.letters > 0 && byte & 0x20 == 0;
            self.letters += 1;
        }
        self.digits |= latin < count as u32;
        if latin > 0 {
            self.script = Script::Latin;
        } else if self.script == Script::None {
            self.script = Script::Digit;
        }
        measure.length += count as f32;
        measure.latin += latin;
        count
    }

    /// Whether it is a number that goes on after a separator.
    fn goes_on(&self, next: Option<&u8>) -> bool {
        self.script == Script::Digit && next.is_some_and(u8::is_ascii_digit)
    }

    /// The token of the word, which begins anew. The shortest say too little to count.
    fn finish(&mut self, is_code: impl FnOnce() -> bool) -> Option<u32> {
        if self.letters == 0 {
            return None;
        }
        std::mem::replace(self, Word::NONE).token(is_code)
    }

    fn token(self, is_code: impl FnOnce() -> bool) -> Option<u32> {
        if self.digits || (self.letters > 1 && (self.inner_upper || is_code())) {
            return Some(finish(self.full, TokenClass::Hard));
        }
        let class = match self.script {
            Script::Latin => TokenClass::Latin,
            _ => TokenClass::Word,
        };
        let fewest = match class {
            TokenClass::Latin => SHORTEST as u32,
            _ => 2,
        };
        (self.letters >= fewest).then(|| finish(self.stem, class))
    }
}

/// Splits `text` into tokens, in order. `is_code` tells of a byte offset whether it is in code,
/// where every word counts as it stands.
pub(super) fn tokenize(
    text: &str,
    is_code: impl Fn(usize) -> bool,
    tokens: &mut Vec<u32>,
) -> Measure {
    let bytes = text.as_bytes();
    let mut measure = Measure::default();
    let mut word = Word::NONE;
    let mut pairs = Pairs::default();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii() {
            pairs.end(tokens);
            at += match bytes[at].is_ascii_alphanumeric() {
                true => word.push_ascii(bytes, at, (&is_code, &mut *tokens, &mut measure)),
                false => {
                    measure.length += 1.0;
                    if !(is_separator(char::from(bytes[at])) && word.goes_on(bytes.get(at + 1))) {
                        tokens.extend(word.finish(|| is_code(at)));
                    }
                    1
                }
            };
            continue;
        }
        let here = at;
        if let Some(first) = ideograph(&bytes[at..]) {
            tokens.extend(word.finish(|| is_code(here)));
            let mut next = Some(first);
            while let Some(ideograph) = next {
                measure.count(Script::Unspaced);
                pairs.push(ideograph, tokens);
                at += 3;
                next = self::ideograph(&bytes[at..]);
            }
            continue;
        }
        let Some(raw) = text[at..].chars().next() else {
            break;
        };
        at += raw.len_utf8();
        let c = narrow(raw);
        let script = script_of(c);
        measure.count(script);
        if script == Script::Unspaced {
            tokens.extend(word.finish(|| is_code(here)));
            pairs.push(c as u32, tokens);
            continue;
        }
        pairs.end(tokens);
        if is_separator(c) && word.goes_on(bytes.get(at)) {
            continue;
        }
        match script {
            Script::None => tokens.extend(word.finish(|| is_code(here))),
            _ => word.push(c, script),
        }
    }
    pairs.end(tokens);
    tokens.extend(word.finish(|| is_code(text.len())));
    measure
}

/// `7.000.000`, `7,000,000` and a no-break space between digits are one number.
fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}')
}

/// Where the word at `from` ends, if it is a letter and small letters and nothing is joined to it.
fn plain_end(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes[from..].iter().skip(1);
    let end = from + 1 + rest.take_while(|b| b.is_ascii_lowercase()).count();
    let joined = |b: &u8| !b.is_ascii() || b.is_ascii_alphanumeric();
    (bytes[from].is_ascii_alphabetic() && !bytes.get(end).is_some_and(joined)).then_some(end)
}

/// The ideograph, from U+4000 to U+9FFF, that UTF-8 begins with: nearly all of a Chinese text, and
/// there is nothing to look up about it.
fn ideograph(bytes: &[u8]) -> Option<u32> {
    let [a @ 0xe4..=0xe9, b, c, ..] = bytes else {
        return None;
    };
    let bits = |byte: &u8, mask: u8| u32::from(byte & mask);
    Some(bits(a, 0x0f) << 12 | bits(b, 0x3f) << 6 | bits(c, 0x3f))
}

/// Characters of a script without spaces, two by two; one that stands alone, alone.
#[derive(Default)]
struct Pairs {
    /// What the one before hashes to.
    previous: Option<u32>,
    alone: bool,
}

impl Pairs {
    fn push(&mut self, c: u32, tokens: &mut Vec<u32>) {
        if let Some(first) = self.previous {
            tokens.push(finish(mix(first, c), TokenClass::Word));
        }
        self.alone = self.previous.is_none();
        self.previous = Some(mix(2, c));
    }

    fn end(&mut self, tokens: &mut Vec<u32>) {
        if let Some(single) = self.previous.take().filter(|_| self.alone) {
            tokens.push(finish(single, TokenClass::Word));
        }
    }
}

impl Measure {
    fn count(&mut self, script: Script) {
        match script {
            Script::Unspaced => {
                self.length += WIDE_LENGTH;
                self.foreign += 1;
            }
            Script::Hangul => {
                self.length += 2.0;
                self.foreign += 1;
            }
            Script::Letter => {
                self.length += 1.0;
                self.foreign += 1;
            }
            Script::Latin => {
                self.length += 1.0;
                self.latin += 1;
            }
            Script::None | Script::Digit => self.length += 1.0,
        }
    }
}
